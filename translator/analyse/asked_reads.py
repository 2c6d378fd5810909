"""Elements that a program reads and then asks for: ``const first = xs[0]; if (!first) ...``.

An element that is read without a look at the length is taken to be there, and Python raises
IndexError where it is not. Where the program asks whether the value exists, through a variable
or through the function that gives it (``peek() && ...``), it means to go on without one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..parse import nodes as n
from . import types as t
from .handed_empty import is_written
from .narrowing import EQUALITY, is_undefined
from .scopes import Binding, Scopes
from .types import Type

_TESTED = (n.IfStatement, n.WhileStatement, n.DoWhileStatement, n.ForStatement,
           n.ConditionalExpression)  # fmt: skip


def asked_reads(
    scopes: Scopes,
    targets: Mapping[n.Node, Iterable[t.FunctionAtom]],
    types: Mapping[n.Node, Type],
) -> set[n.MemberExpression]:
    """The reads ``xs[i]`` of arrays and texts whose value is asked for.

    ``targets``: the functions of the program that a call may call; ``types``: those of all
    expressions.
    """
    return AskedReads(scopes, targets, types).found()


class AskedReads:
    def __init__(
        self,
        scopes: Scopes,
        targets: Mapping[n.Node, Iterable[t.FunctionAtom]],
        types: Mapping[n.Node, Type],
    ) -> None:
        self.scopes = scopes
        self.types = types
        self.callers: dict[n.Node, list[n.Node]] = {}
        for call, functions in targets.items():
            if isinstance(call, n.CallExpression):
                for atom in functions:
                    self.callers.setdefault(atom.node, []).append(call)

    def found(self) -> set[n.MemberExpression]:
        return {
            node
            for node in self.scopes.parents
            if isinstance(node, n.MemberExpression)
            and node.computed
            and not node.optional
            and self.is_element(node)
            # Of what may be undefined or null itself that is asked, not of the end.
            and not self.types.get(node, t.NEVER) & t.NULLISH
            and not is_written(self.scopes, node)
            and self.goes_on_asked(node, self.is_truthy(node))
        }

    def is_element(self, node: n.MemberExpression) -> bool:
        """Whether it is an element of an array, or a character of a text."""
        objects = self.types.get(node.object, t.NEVER) - t.NULLISH
        key = self.types.get(node.property, t.NEVER)
        return (
            bool(objects)
            and key <= t.NUMBERS
            and all(type(a) is t.ArrayAtom or a is t.STRING for a in objects)
        )

    def is_truthy(self, node: n.MemberExpression) -> bool:
        """Whether what is there cannot be false: a test of it asks whether it is there."""
        objects = self.types.get(node.object, t.NEVER) - t.NULLISH
        if objects == t.T_STRING:
            return True
        held = self.types.get(node, t.NEVER)
        return bool(held) and not any(isinstance(a, t.Prim) for a in held)

    def goes_on_asked(self, node: n.Node, truthy: bool) -> bool:
        """Whether the value goes on under a name, or out of a function, and is asked for."""
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.VariableDeclarator):
            if parent.init is not node or not isinstance(parent.id, n.Identifier):
                return False
            return self.asks_by_name(self.scopes.binding_of[parent.id], truthy)
        if isinstance(parent, n.AssignmentExpression):
            if parent.operator != "=" or parent.right is not node:
                return False
            # while ((line = lines[i++])), while ((x = xs[i++]) !== undefined)
            binding = self.scopes.binding_of.get(parent.left)  # type: ignore[call-overload]
            return self.asks(parent, truthy) or (
                binding is not None and self.asks_by_name(binding, truthy)
            )
        if isinstance(parent, n.ReturnStatement) or (
            isinstance(parent, n.ArrowFunctionExpression) and parent.body is node
        ):
            function = self.scopes.enclosing_function(node)
            if not isinstance(function, n.Function) or (
                function.is_async or function.generator
            ):
                return False
            return any(
                self.asks(call, truthy)
                or (
                    isinstance(self.scopes.parents.get(call), n.VariableDeclarator)
                    and self.goes_on_asked(call, truthy)
                )
                for call in self.callers.get(function, ())
            )
        return False

    def asks_by_name(self, binding: Binding, truthy: bool) -> bool:
        """Whether a variable is asked for its value; one that holds others too may be false
        because of them, so that only ``=== undefined`` and the like ask there."""
        return any(
            self.asks(reference, truthy and not binding.reassigned)
            for reference in binding.references
        )

    def asks(self, node: n.Node, truthy: bool) -> bool:
        """``x?.y``, ``x ?? y``, ``x === undefined``; a condition, where that asks the same."""
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.MemberExpression):
            return parent.object is node and parent.optional
        if isinstance(parent, n.CallExpression):
            return parent.callee is node and parent.optional
        if isinstance(parent, n.BinaryExpression) and parent.operator in EQUALITY:
            other = parent.right if parent.left is node else parent.left
            if isinstance(other, n.NullLiteral):
                return len(parent.operator) == 2  # `=== null` is false for undefined
            return is_undefined(other, self.scopes.binding_of)
        if isinstance(parent, n.LogicalExpression) and parent.operator == "??":
            return parent.left is node
        return truthy and self.is_condition(node)

    def is_condition(self, node: n.Node) -> bool:
        parent = self.scopes.parents.get(node)
        if isinstance(parent, _TESTED):
            return parent.test is node
        if isinstance(parent, n.UnaryExpression):
            return parent.operator == "!"
        if isinstance(parent, n.LogicalExpression):
            return parent.left is node or self.is_condition(parent)
        return False
