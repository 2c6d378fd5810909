"""Which integers may have more than 31 bits: the operators on bits make them negative."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..parse import nodes as n
from . import types as t
from .constants import constant_number
from .regexp_uses import plain_name

if TYPE_CHECKING:
    from .products import Products
    from .scopes import Binding

_LIMIT = 2.0**31
#: A constant factor up to which a product of something that is counted stays below.
_SMALL_FACTOR = 2.0**16
_DEPTH = 8
_WIDE_NAMES = frozenset({"Date", "Uint32Array"})
_WIDE_RESULTS = frozenset({"getUint32", "readUInt32BE", "readUInt32LE"})
#: Methods that give what was put into what they are called on, or what callbacks gave.
_GIVING_KEPT = frozenset(
    "at find findLast get pop reduce reduceRight shift next".split()
)


class Magnitude:
    """Asked of an integer that is not negative.

    Lengths, positions and counts are small. Hashes and random numbers are not: they come of
    ``>>> 0``, of products and powers, and of constants with many digits. Of what comes out of
    an array, a Map or a callback's arguments it is not seen where it came from: it counts as
    small where nothing in the program is wide by itself (``keeps_wide``).
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
            if node.computed:
                return self.is_wide_element(node) or self.keeps_wide
            name = plain_name(node.property)
            return name is not None and self.wide_property(name, depth)
        if isinstance(node, n.SpreadElement):
            return self.keeps_wide
        if isinstance(node, n.AwaitExpression):
            return self.wide(node.argument, depth - 1) or self.keeps_wide
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
            unseen = any(self.takes_apart(a) for a in binding.assignments)
            if binding.kind == "param":
                given = self.arguments(binding)
                unseen = unseen or not given
                values += given
            known = (unseen and self.keeps_wide) or any(
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

    def takes_apart(self, assignment: n.Node) -> bool:
        """Whether an assignment gives a name a part of something, or an item in a loop."""
        if isinstance(assignment, n.VariableDeclarator):
            holder = self.engine.scopes.parents.get(assignment)
            loop = self.engine.scopes.parents.get(holder) if holder else None
            return not isinstance(assignment.id, n.Identifier) or (
                isinstance(loop, (n.ForOfStatement, n.ForInStatement))
                and loop.left is holder
            )
        parent = self.engine.scopes.parents.get(assignment)
        return not isinstance(parent, (n.AssignmentExpression, n.UpdateExpression))

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
                (
                    self.keeps_wide
                    if value is None
                    else self.wide(value, depth - 1) or self.multiplies(value, name)
                )
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
        targets = self.engine.targets.get(node, ())
        for function in targets:
            if any(self.wide(r, depth - 1) for r in self.results(function)):
                return True
        if targets or not isinstance(callee, n.MemberExpression):
            return False
        name = plain_name(callee.property)
        return name in _WIDE_RESULTS or (name in _GIVING_KEPT and self.keeps_wide)

    def is_wide_element(self, node: n.MemberExpression) -> bool:
        """Whether a member is an element of an array of 32-bit numbers."""
        return any(
            getattr(atom, "name", "") == "typed.Uint32Array"
            for atom in self.engine.types.get(node.object, ())
        )

    @cached_property
    def keeps_wide(self) -> bool:
        """Whether anything in the program is wide by itself, so that it may be anywhere."""
        return any(map(self.is_source, self.engine.scopes.parents))

    def is_source(self, node: n.Node) -> bool:
        """Whether an expression is wide, whatever its operands are."""
        if isinstance(node, (n.BinaryExpression, n.AssignmentExpression)):
            operator = node.operator.removesuffix("=")
            if operator == ">>>":
                count = constant_number(node.right, self.engine.scopes)
                return count is None or int(count) % 32 == 0
            return operator in ("*", "**") and self.wide_operation(
                operator, node.left, node.right, 1
            )
        if isinstance(node, n.NumberLiteral):
            return abs(node.value) >= _LIMIT
        if isinstance(node, n.CallExpression):
            return isinstance(node.callee, n.MemberExpression) and (
                plain_name(node.callee.property) in _WIDE_RESULTS
            )
        return isinstance(node, n.Identifier) and node.name in _WIDE_NAMES

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
