"""Which quotients of integers are whole, and which numbers surely are not negative."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..parse import nodes as n
from ..rules.matching import same
from . import types as t
from .constants import constant_number
from .scopes import LOOPS

if TYPE_CHECKING:
    from .products import Products

_DEPTH = 8
#: how many statements before another are looked at
_NEAR = 30
#: functions of Math that give no negative number, whatever they are given
_POSITIVE = frozenset({"random", "abs", "sqrt", "hypot", "exp", "cosh"})
_ROUNDING = frozenset({"floor", "ceil", "round", "trunc", "max"})
_CHANGING = (
    n.CallExpression,
    n.NewExpression,
    n.TaggedTemplateExpression,
    n.AwaitExpression,
    n.YieldExpression,
)


class Quotients:
    """Asked while types are inferred: of operands whose types are known."""

    def __init__(self, engine: Products) -> None:
        self.engine = engine
        self.scopes = engine.scopes

    # -- not negative ----------------------------------------------------------------------

    def never_negative(self, node: n.Node, depth: int = _DEPTH) -> bool:
        """Whether a number that is no integer is at least 0 (or NaN)."""
        if depth == 0:
            return False
        if t.is_subset(self.engine.types.get(node, t.NEVER), t.T_NAT):
            return True
        if isinstance(node, n.NumberLiteral):
            return True
        if isinstance(node, n.BinaryExpression):
            if node.operator == "%":
                return self.never_negative(node.left, depth - 1)
            return node.operator in ("+", "*", "/", "**") and all(
                self.never_negative(side, depth - 1) for side in (node.left, node.right)
            )
        if isinstance(node, n.ConditionalExpression):
            return all(
                self.never_negative(part, depth - 1)
                for part in (node.consequent, node.alternate)
            )
        if isinstance(node, n.Identifier):
            return self.name_never_negative(node, depth)
        if isinstance(node, n.CallExpression):
            name = self.function_of_math(node)
            if name in _ROUNDING and node.arguments:
                return self.never_negative(node.arguments[0], depth - 1)
            return name in _POSITIVE
        return False

    def name_never_negative(self, node: n.Identifier, depth: int) -> bool:
        binding = self.scopes.binding_of.get(node)
        value = binding.held if binding is not None else None
        return value is not None and self.never_negative(value, depth - 1)

    def function_of_math(self, node: n.CallExpression) -> str | None:
        return self.scopes.static_of(node, "Math")

    # -- whole quotients -------------------------------------------------------------------

    def is_whole(self, node: n.BinaryExpression | n.AssignmentExpression) -> bool:
        """Whether the quotient of two integers is one: ``n / 2`` where ``n % 2 === 0``."""
        dividend, divisor = node.left, node.right
        if (
            isinstance(dividend, n.BinaryExpression)
            and dividend.operator == "-"
            and isinstance(dividend.right, n.BinaryExpression)
            and dividend.right.operator == "%"
            and is_path(dividend.left)
            and is_path(divisor)
            and same(dividend.right.left, dividend.left)
            and same(dividend.right.right, divisor)
        ):
            return True  # (n - n % 10) / 10
        number = constant_number(divisor, self.scopes)
        if not number or not number.is_integer():
            return False
        if not (isinstance(dividend, n.Identifier) or self.is_length(dividend)):
            return False
        return any(
            self.says_divisible(test, truth, dividend, int(number))
            and self.stays(dividend, Way(test, place, since, node))
            for test, truth, place, since in self.tests_before(node)
        )

    def is_length(self, node: n.Node) -> bool:
        return (
            isinstance(node, n.MemberExpression)
            and not node.computed
            and isinstance(node.property, n.Identifier)
            and node.property.name == "length"
            and isinstance(node.object, n.Identifier)
        )

    def tests_before(self, node: n.Node) -> Iterator[tuple[n.Node, bool, n.Node, int]]:
        """Tests that were made before a node, how they came out, what around the node
        they govern, and the offset from which on.
        """
        child: n.Node = node
        parent = self.scopes.parents.get(child)
        while parent is not None and not isinstance(child, n.Function):
            if isinstance(parent, (n.IfStatement, n.ConditionalExpression)):
                if child is not parent.test:
                    yield parent.test, child is parent.consequent, child, child.start
            elif isinstance(parent, n.LogicalExpression):
                if child is parent.right and parent.operator != "??":
                    yield parent.left, parent.operator == "&&", child, child.start
            elif isinstance(parent, (n.WhileStatement, n.ForStatement)):
                if child is parent.body and parent.test is not None:
                    yield parent.test, True, child, child.start
            elif isinstance(parent, (n.BlockStatement, n.Program)):
                at = parent.body.index(child)
                for statement in parent.body[max(0, at - _NEAR) : at]:
                    if (
                        isinstance(statement, n.IfStatement)
                        and statement.alternate is None
                        and leaves(statement.consequent)
                    ):
                        yield statement.test, False, child, statement.end
            child, parent = parent, self.scopes.parents.get(parent)

    def says_divisible(
        self, test: n.Node, truth: bool, dividend: n.Node, divisor: int
    ) -> bool:
        if isinstance(test, n.UnaryExpression) and test.operator == "!":
            return self.says_divisible(test.argument, not truth, dividend, divisor)
        if isinstance(test, n.LogicalExpression):
            return test.operator == ("&&" if truth else "||") and any(
                self.says_divisible(side, truth, dividend, divisor)
                for side in (test.left, test.right)
            )
        if not isinstance(test, n.BinaryExpression):
            return False
        if self.is_remainder(test, dividend, divisor):
            return not truth
        if test.operator not in ("===", "==", "!==", "!="):
            return False
        equal = (test.operator in ("===", "==")) == truth
        for one, other in ((test.left, test.right), (test.right, test.left)):
            value = constant_number(other, self.scopes)
            if self.is_remainder(one, dividend, divisor):
                if value == 0:
                    return equal
                # What is even or odd, and not negative, leaves 0 or 1.
                return (
                    value == 1
                    and not equal
                    and divisor == 2
                    and isinstance(one, n.BinaryExpression)
                    and (
                        one.operator == "&"
                        or t.is_subset(
                            self.engine.types.get(dividend, t.NEVER), t.T_NAT
                        )
                    )
                    and constant_number(one.right, self.scopes) in (1, 2)
                )
        return False

    def is_remainder(self, node: n.Node, dividend: n.Node, divisor: int) -> bool:
        """``n % 4`` for 2 and 4, ``n & 1`` for 2."""
        if not isinstance(node, n.BinaryExpression) or not self.same_value(
            node.left, dividend
        ):
            return False
        number = constant_number(node.right, self.scopes)
        if not number or not number.is_integer():
            return False
        if node.operator == "&":
            return number == 1 and divisor == 2
        return node.operator == "%" and int(number) % divisor == 0

    def same_value(self, one: n.Node, other: n.Node) -> bool:
        """Whether both are the same name, or its length."""
        if isinstance(one, n.MemberExpression) and isinstance(
            other, n.MemberExpression
        ):
            return self.is_length(one) and self.same_value(one.object, other.object)
        if not (isinstance(one, n.Identifier) and isinstance(other, n.Identifier)):
            return False
        binding = self.scopes.binding_of.get(one)
        return binding is not None and binding is self.scopes.binding_of.get(other)

    def stays(self, dividend: n.Node, way: Way) -> bool:
        """Whether a name (or its length) is the same at the test and at the node."""
        name = dividend
        if isinstance(dividend, n.MemberExpression):
            name = dividend.object
        assert isinstance(name, n.Identifier)
        binding = self.scopes.binding_of.get(name)
        if binding is None or binding.assigned_in_closure:
            return False
        if name is not dividend:
            return not binding.reassigned and self.is_quiet(way)
        loops = list(self.loops_between(way.place, way.node))
        return not any(
            any(loop.start <= a.start < loop.end for loop in loops)
            or (way.passes(a) and not self.assigned_later(a, way.node))
            for a in binding.assignments
        )

    def assigned_later(self, assignment: n.Node, node: n.Node) -> bool:
        """Whether the node is (part of) what is assigned: ``n = n / 2``, ``n /= 2``."""
        parent = self.scopes.parents.get(assignment)
        return isinstance(parent, n.AssignmentExpression) and (
            parent is node
            or parent.right.start <= node.start
            and node.end <= parent.right.end
        )

    def loops_between(self, place: n.Node, node: n.Node) -> Iterator[n.Node]:
        current: n.Node | None = node
        while current is not None:
            if isinstance(current, LOOPS):
                yield current
            if current is place:
                return
            current = self.scopes.parents.get(current)

    def is_quiet(self, way: Way) -> bool:
        """Whether nothing that could resize an array runs between a test and a node."""
        if any(True for _ in self.loops_between(way.place, way.node)):
            return False
        block = self.scopes.parents.get(way.place)
        return block is not None and not any(
            isinstance(part, _CHANGING)
            or isinstance(part, (n.AssignmentExpression, n.UpdateExpression))
            and isinstance(n.children(part)[0], n.MemberExpression)
            for part in n.walk(block)
            if way.passes(part) and part.end <= way.node.start
        )


@dataclass(frozen=True, slots=True)
class Way:
    """From a test to a node that it governs; ``since``: the offset after the test."""

    test: n.Node
    place: n.Node
    since: int
    node: n.Node

    def passes(self, part: n.Node) -> bool:
        """Whether a piece of code is evaluated on the way."""
        return (
            self.test.start <= part.start < self.test.end
            or self.since <= part.start <= self.node.start
        )


def is_path(node: n.Node) -> bool:
    """Whether evaluating an expression twice gives the same and does nothing."""
    return all(
        isinstance(part, (n.Identifier, n.NumberLiteral, n.ThisExpression))
        or isinstance(part, n.MemberExpression)
        and not part.computed
        for part in n.walk(node)
    )


def leaves(node: n.Node) -> bool:
    """Whether a statement surely ends in return, throw, break or continue."""
    if isinstance(node, n.BlockStatement):
        return bool(node.body) and leaves(node.body[-1])
    return isinstance(
        node,
        (n.ReturnStatement, n.ThrowStatement, n.BreakStatement, n.ContinueStatement),
    )
