"""Which integers may have more than 31 bits: the operators on bits make them negative."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..parse import nodes as n
from .constants import constant_number
from .regexp_uses import plain_name

if TYPE_CHECKING:
    from . import types as t
    from .products import Products
    from .scopes import Binding

_LIMIT = 2.0**31
#: A constant factor up to which a product of something that is counted stays below.
_SMALL_FACTOR = 2.0**16
_DEPTH = 8


class Magnitude:
    """Asked of an integer that is not negative; what cannot be seen counts as small.

    Lengths, positions and counts are small. Hashes and random numbers are not: they come of
    ``>>> 0``, of products and powers, and of constants with many digits.
    """

    def __init__(self, engine: Products) -> None:
        self.engine = engine
        self._names: dict[Binding, bool] = {}
        self._properties: dict[str, bool] = {}

    def wide(self, node: n.Node, depth: int = _DEPTH) -> bool:
        if depth == 0:
            return False
        constant = constant_number(node, self.engine.scopes)
        if constant is not None:
            return abs(constant) >= _LIMIT
        if isinstance(node, n.Identifier):
            return self.wide_name(node, depth)
        if isinstance(node, n.BinaryExpression):
            return self.wide_operation(node.operator, node.left, node.right, depth)
        if isinstance(node, n.MemberExpression):
            name = None if node.computed else plain_name(node.property)
            return name is not None and self.wide_property(name, depth)
        if isinstance(node, (n.LogicalExpression, n.ConditionalExpression)):
            return any(self.wide(part, depth - 1) for part in n.children(node))
        if isinstance(node, n.AssignmentExpression):
            if node.operator == "=":
                return self.wide(node.right, depth - 1)
            return self.wide_operation(node.operator[:-1], node.left, node.right, depth)
        if isinstance(node, n.CallExpression):
            return self.wide_call(node, depth)
        return False

    def wide_operation(
        self, operator: str, left: n.Node, right: n.Node, depth: int
    ) -> bool:
        constant = constant_number(right, self.engine.scopes)
        if operator == ">>>":
            return constant is None or int(constant) % 32 == 0
        if operator == "*":
            if constant is None:
                left, constant = right, constant_number(left, self.engine.scopes)
            if constant is None or abs(constant) > _SMALL_FACTOR:
                return True
            return self.wide(left, depth - 1)
        if operator == "%":
            return constant is None or abs(constant) > _LIMIT
        if operator == "**":
            return True
        if operator in ("+", "-"):
            return self.wide(left, depth - 1) or self.wide(right, depth - 1)
        return False

    def wide_name(self, node: n.Identifier, depth: int) -> bool:
        binding = self.engine.scopes.binding_of.get(node)
        if binding is None:
            return False
        known = self._names.get(binding)
        if known is None:
            self._names[binding] = False
            values = [v for a in binding.assignments for v in self.values(a)]
            if binding.kind == "param":
                values += self.arguments(binding)
            known = any(
                self.wide(value, depth - 1) or self.multiplies(value, binding)
                for value in values
            )
            # The arguments of calls are only known when all has been seen.
            if known or binding.kind != "param":
                self._names[binding] = known
            else:
                del self._names[binding]
        return known

    def values(self, assignment: n.Node) -> list[n.Node]:
        """What an assignment gives a name: a value, or the operation itself (``x *= y``)."""
        if isinstance(assignment, n.VariableDeclarator):
            return [assignment.init] if assignment.init is not None else []
        parent = self.engine.scopes.parents.get(assignment)
        return [parent] if isinstance(parent, n.AssignmentExpression) else []

    def arguments(self, binding: Binding) -> list[n.Node]:
        function = binding.scope.function
        atom = self.engine.functions.get(function)
        if atom is None or binding.node not in atom.node.params:
            return []
        position = atom.node.params.index(binding.node)
        if position == 0 and self.engine.is_reducer(atom.node):
            # What it gives is its first argument at the next call.
            return self.results(atom)
        return [
            call.arguments[position]
            for call in dict.fromkeys(atom.calls)
            if isinstance(call, (n.CallExpression, n.NewExpression))
            and position < len(call.arguments)
        ]

    def wide_property(self, name: str, depth: int) -> bool:
        known = self._properties.get(name)
        if known is None:
            self._properties[name] = False
            values = self.engine.regexps.properties.get(name, [])
            known = self._properties[name] = any(
                value is not None
                and (self.wide(value, depth - 1) or self.multiplies(value, name))
                for value in values
            )
        return known

    def wide_call(self, node: n.CallExpression, depth: int) -> bool:
        callee = node.callee
        if isinstance(callee, n.MemberExpression) and isinstance(
            callee.object, n.Identifier
        ):
            if callee.object.name == "Date":
                return True
            if callee.object.name == "Math":
                return any(
                    self.wide(argument, depth - 1) for argument in node.arguments
                )
        for function in self.engine.targets.get(node, ()):
            if any(self.wide(r, depth - 1) for r in self.results(function)):
                return True
        return False

    def results(self, function: t.FunctionAtom) -> list[n.Node]:
        """What a function gives."""
        body = function.node.body
        if not isinstance(body, n.BlockStatement):
            return [body]
        returns = self.engine.scopes.facts[function.node].returns
        return [r.argument for r in returns if r.argument is not None]

    def multiplies(self, value: n.Node, what: Binding | str) -> bool:
        """Whether a value is a product of what it is given to: ``h = (h * 31 + x) | 0``.

        Such a value grows with each round. ``what``: a name, or that of a property.
        """
        for node in n.walk(value):
            if isinstance(node, (n.BinaryExpression, n.AssignmentExpression)):
                sides = (self.mentions(side, what) for side in n.children(node))
                if node.operator in ("*", "**", "*=", "**="):
                    if any(sides):
                        return True
                elif node.operator in ("+", "+=") and all(sides):
                    return True
        return False

    def mentions(self, value: n.Node, what: Binding | str) -> bool:
        binding_of = self.engine.scopes.binding_of
        return any(
            (isinstance(node, n.Identifier) and binding_of.get(node) is what)
            or (
                isinstance(node, n.MemberExpression)
                and not node.computed
                and plain_name(node.property) == what
            )
            for node in n.walk(value)
        )
