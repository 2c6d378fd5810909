"""Arithmetic and bitwise operators on numbers and BigInts."""

from __future__ import annotations

import ast
from math import inf

from ..analyse import types as t
from ..analyse.constants import is_infinite
from ..analyse.digits import Digits
from ..analyse.types import Type
from ..parse import nodes as n
from ..pytree import build as b
from .conversions import may_find_nothing
from .intervals import Interval, compute, fits_int32, fits_uint32
from .type_tests import TypeTests

#: what is a number, or counts as one
NUMERIC = t.NUMBERS | t.T_BOOLEAN
_NO_NUMBER = "what is no number raises TypeError in Python's arithmetic"
_CONVERSIONS = ("valueOf", "toString", "@@toPrimitive")


class Arithmetic(TypeTests):
    @property
    def digits(self) -> Digits:
        return self.analysis.inference.digits

    # -- operands as numbers --------------------------------------------------------

    def numeric(
        self, value: ast.expr, types: Type, node: n.Node, *, exact: bool = True
    ) -> ast.expr:
        """A value as a number (ECMA-262 section 7.1.4) where an operator needs one.

        ``exact``: Python raises for what is no number, so that what is not known need not
        be converted.
        """
        if types and types <= NUMERIC | t.T_BIGINT:
            if may_find_nothing(value):
                self.note(node, _NO_NUMBER)
            return value
        self.check_mixed_bigint(types, node)
        if types == t.T_NULL and isinstance(value, ast.Constant):
            return b.const(0)
        if types == t.T_UNDEFINED and isinstance(value, ast.Constant):
            self.use("math")
            return b.dotted("math.nan")
        if types == t.T_STRING and self.digits.surely(node):
            return b.call("int", value)
        self.check_converts(types, node)
        if t.SYMBOL in types:
            raise self.refuse(node, "a symbol as a number throws a TypeError")
        if types == {t.DATE}:
            return self.helper("date_to_ms", value)
        known = types - t.NULLISH - t.T_ANY
        if known <= NUMERIC | t.T_BIGINT and (exact or t.ANY not in types):
            self.note(node, _NO_NUMBER)
            return value
        return self.to_number(value, types, node)

    def to_number(self, value: ast.expr, types: Type, node: n.Node) -> ast.expr:
        """A value converted by the helper, which raises for what is no plain one."""
        if any(isinstance(a, t.ObjectAtom) and self.has_no_prototype(a) for a in types):
            raise self.refuse(node, "an object without a prototype as a number")
        self.note_converted(types, node)
        return self.helper("to_number", value, **self.number_of_none(types, node))

    def number_type(self, types: Type, node: n.Node) -> Type:
        """The numbers that an operand is converted to."""
        if types == t.T_STRING and self.digits.surely(node):
            return t.T_NAT
        return as_numbers(types)

    def check_converts(self, types: Type, node: n.Node) -> None:
        """Refuse what says itself which primitive it is: ``valueOf``, ``toString`` and
        ``Symbol.toPrimitive`` (ECMA-262 7.1.1.1); and functions, which are their text.
        """
        for atom in types:
            if isinstance(atom, t.ObjectAtom):
                own = any(
                    (cell := atom.props.get(name)) is not None and cell.types
                    for name in _CONVERSIONS
                ) or self.has_no_prototype(atom)
            elif isinstance(atom, t.InstanceAtom):
                own = any(
                    self.analysis.inference.has_method(atom, name)
                    for name in _CONVERSIONS
                )
            else:
                own = isinstance(atom, (t.FunctionAtom, t.ClassAtom))
            if own:
                raise self.refuse(
                    node,
                    "an object that is converted by a method of its own, or a function",
                    "call the method: x.valueOf()",
                )

    def number_of_none(self, types: Type, node: n.Node) -> dict[str, ast.expr]:
        """The keyword for helpers that make a number of None: null is 0."""
        if t.NULL not in types:
            return {}
        if t.UNDEFINED in types:
            self.warn(
                node, "null and undefined are both None in Python: neither is a number"
            )
            return {}
        return {"none": b.const("null")}

    def constant_number(self, node: n.Node, depth: int = 8) -> float | None:
        """The value of an expression of number literals, as JavaScript computes it."""
        return self.analysis.inference.constant_number(node, depth)

    def check_bigint(self, left: Type, right: Type, node: n.Node) -> None:
        """Arithmetic of a BigInt and something else throws a TypeError in JavaScript."""
        for one, other in ((left, right), (right, left)):
            if (
                one
                and one <= t.T_BIGINT
                and other
                and not other & {t.BIGINT, t.ANY}
                and not (t.STRING in other and isinstance(node, n.BinaryExpression))
            ):
                raise self.refuse(
                    node, "a BigInt with another kind of number throws a TypeError"
                )

    def check_mixed_bigint(self, types: Type, node: n.Node) -> None:
        """A value that may be a BigInt or no number at all: the kinds of the result differ."""
        if t.BIGINT in types and types - NUMERIC - t.T_BIGINT - t.T_ANY - t.NULLISH:
            raise self.refuse(node, "a BigInt, or what is no number, as a number")

    def check_bigint_text(self, left: Type, right: Type, node: n.Node) -> None:
        """A text beside a BigInt is read as one (ECMA-262 7.2.12, StringToBigInt)."""
        for one, other in ((left, right), (right, left)):
            if t.BIGINT in one and t.STRING in other:
                raise self.refuse(
                    node, "a text compared with a BigInt", "convert it: BigInt(text)"
                )

    # -- operators ------------------------------------------------------------------

    def arithmetic(
        self,
        operator: str,
        left: ast.expr,
        right: ast.expr,
        left_type: Type,
        right_type: Type,
        node: n.Node,
    ) -> ast.expr:
        """A numeric operator on values that were made already."""
        bigint = (
            left_type <= t.T_BIGINT and right_type <= t.T_BIGINT and bool(left_type)
        )
        self.check_bigint(left_type, right_type, node)
        left_node, right_node = operands_of(node)
        # Text times a number, or % of it, is something else in Python.
        exact = operator not in ("*", "%")
        left = self.numeric(left, left_type, left_node, exact=exact)
        right = self.numeric(right, right_type, right_node, exact=exact)
        left_type = self.number_type(left_type, left_node)
        right_type = self.number_type(right_type, right_node)
        types = left_type | right_type
        integers = bool(types) and types <= t.INTEGERS
        if operator in ("*", "**") and not bigint:
            constant = self.constant_number(node)
            if constant in (inf, -inf):  # of floats, Python's ** raises
                self.use("math")
                value = b.dotted("math.inf")
                return value if constant == inf else b.unary("-", value)
        if integers and not bigint and self.needs_float(node):
            left, integers = self.floated(left), False
            if operator in ("-", "*", "**"):
                return b.binop(left, operator, right)
        if operator in ("-", "*"):
            return b.binop(left, operator, right)
        divisor = self.constant_number(right_node) if right_node is not node else 1.0
        if operator == "/":
            if bigint:
                return self.helper("bigint_divide", left, right)
            if divisor == 0:
                return self.helper("divide", left, right)
            if integers and self.is_whole(node):
                return self.whole_quotient(left, right, node)
            if divisor is None:
                self.note(node, "division by zero raises ZeroDivisionError in Python")
            return b.binop(left, "/", right)
        if operator == "%":
            if bigint:
                return self.helper("bigint_remainder", left, right)
            if (
                divisor == 0
                or left_type & t.INFINITIES
                or (left_node is not node and is_infinite(left_node))
            ):
                return self.helper("remainder", left, right)
            if divisor is None and types <= t.NUMBERS:
                self.note(node, "% by zero raises an error in Python")
            if left_type <= t.T_NAT and right_type <= t.T_NAT and types:
                return b.binop(left, "%", right)
            parent = self.scopes.parents.get(node)
            if types and types <= t.NUMBERS and self.compared_with_zero(node, parent):
                return b.binop(left, "%", right)
            if integers:
                if (
                    self.nonneg(left_node) and self.nonneg(right_node)
                ) or self.is_condition(node, parent):
                    return b.binop(left, "%", right)
                self.use("math")
                return b.call("int", b.call("math.fmod", left, right))
            if t.BIGINT in types or t.ANY in types:
                return self.helper("remainder", left, right)
            self.use("math")
            return b.call("math.fmod", left, right)
        if operator == "**":
            if bigint and not isinstance(right, ast.Constant):
                return self.helper("bigint_power", left, right)
            if bigint or integers and right_type <= t.T_NAT:
                return b.binop(left, "**", right)
            return self.helper("power", left, right)
        return self.bitwise(operator, left, right, left_type, right_type, node)

    def is_whole(self, node: n.Node) -> bool:
        """Whether a quotient of integers is known to be one."""
        return isinstance(
            node, (n.BinaryExpression, n.AssignmentExpression)
        ) and self.analysis.inference.quotients.is_whole(node)

    def whole_quotient(self, left: ast.expr, right: ast.expr, node: n.Node) -> ast.expr:
        """``n // 2`` where it is even; ``(n - n % 10) / 10`` is that of any number."""
        assert isinstance(node, (n.BinaryExpression, n.AssignmentExpression))
        if (
            isinstance(node.left, n.BinaryExpression)
            and isinstance(left, ast.BinOp)
            and self.nonneg(node.left.left)
            and self.nonneg(node.right)
        ):
            left = left.left
        return b.binop(left, "//", right)

    def needs_float(self, node: n.Node) -> bool:
        """Whether a result of integers is no integer that JavaScript holds exactly."""
        if self.analysis.inference.may_round(node):
            return True
        value = self.constant_number(node)
        return value is not None and t.NUMBER in self.type_of(node)

    def floated(self, value: ast.expr) -> ast.expr:
        if isinstance(value, ast.Constant) and isinstance(value.value, int):
            return b.const(float(value.value))
        if (
            isinstance(value, ast.UnaryOp)
            and isinstance(value.op, ast.USub)
            and isinstance(value.operand, ast.Constant)
        ):
            return b.unary("-", self.floated(value.operand))
        return b.call("float", value)

    def compared_with_zero(self, node: n.Node, parent: n.Node | None) -> bool:
        """``a % b === 0``: the sign of the remainder does not matter."""
        if not isinstance(parent, n.BinaryExpression):
            return False
        if parent.operator not in ("===", "!==", "==", "!="):
            return False
        other = parent.right if parent.left is node else parent.left
        return isinstance(other, n.NumberLiteral) and other.value == 0

    def stays_in_32_bits(self, operator: str, node: n.Node) -> bool:
        """Whether operands and result are known to be integers of 32 bits."""
        sides = operands_of(node)
        if sides[0] is node:
            return False
        left, right = map(self.range_of, sides)
        if operator in ("<<", ">>", ">>>"):
            if not (0 <= right.low and right.high <= 31):
                return False
            if operator == ">>>":
                return fits_uint32(left)
            result = compute("*", left, Interval(1, 2.0**right.high), whole=True)
            return fits_int32(result if operator == "<<" else left)
        return fits_int32(left) and fits_int32(right)

    def is_condition(self, node: n.Node, parent: n.Node | None) -> bool:
        """``if (a % b)``: of an integer, only whether it is zero matters."""
        if isinstance(parent, n.UnaryExpression):
            return parent.operator == "!"
        return (
            isinstance(
                parent, (n.IfStatement, n.ConditionalExpression, n.WhileStatement)
            )
            and parent.test is node
        )

    def bitwise(
        self,
        operator: str,
        left: ast.expr,
        right: ast.expr,
        left_type: Type,
        right_type: Type,
        node: n.Node,
    ) -> ast.expr:
        """Operators on 32 bits (ECMA-262 section 6.1.6.1.16)."""
        if left_type and left_type <= t.T_BIGINT and right_type <= t.T_BIGINT:
            if operator == ">>>":
                raise self.refuse(node, ">>> of a BigInt throws a TypeError")
            if operator in ("<<", ">>"):
                return self.shifted_bigint(operator, left, right, node)
            return b.binop(left, operator, right)
        integers = bool(left_type | right_type) and left_type | right_type <= t.INTEGERS
        if integers and self.stays_in_32_bits(operator, node):
            return b.binop(left, ">>" if operator == ">>>" else operator, right)
        if operator == "&" and integers:
            for side in (left, right):
                if (
                    isinstance(side, ast.Constant)
                    and isinstance(side.value, int)
                    and 0 <= side.value <= 0x7FFFFFFF
                ):
                    return b.binop(left, "&", right)
        if operator == "|" and isinstance(right, ast.Constant) and right.value == 0:
            return self.helper("to_int32", left)
        if operator in ("&", "|", "^"):
            if integers:
                return self.helper("to_int32", b.binop(left, operator, right))
            return b.binop(
                self.helper("to_int32", left), operator, self.helper("to_int32", right)
            )
        if isinstance(right, ast.Constant) and isinstance(right.value, int):
            if right.value & 31 == 0:
                name = "to_uint32" if operator == ">>>" else "to_int32"
                return self.helper(name, left)
            count: ast.expr = b.const(right.value & 31)
        else:
            if not (right_type and right_type <= t.INTEGERS):
                right = self.helper("to_int32", right)
            count = b.binop(right, "&", b.const(31))
        if operator == ">>>":
            return b.binop(self.helper("to_uint32", left), ">>", count)
        if operator == ">>":
            return b.binop(self.helper("to_int32", left), ">>", count)
        return self.helper(
            "to_int32", b.binop(self.helper("to_int32", left), "<<", count)
        )

    def shifted_bigint(
        self, operator: str, left: ast.expr, right: ast.expr, node: n.Node
    ) -> ast.expr:
        """A negative count shifts the other way (ECMA-262 6.1.6.2.9)."""
        if isinstance(right, ast.UnaryOp) and isinstance(right.op, ast.USub):
            other = ">>" if operator == "<<" else "<<"
            return b.binop(left, other, right.operand)
        if not isinstance(right, ast.Constant):
            self.note(node, "a negative count raises ValueError in Python")
        return b.binop(left, operator, right)


def operands_of(node: n.Node) -> tuple[n.Node, n.Node]:
    """The operands of an operator or an assignment, else the node itself twice."""
    if isinstance(node, (n.BinaryExpression, n.AssignmentExpression)):
        return node.left, node.right
    return node, node


def as_numbers(types: Type) -> Type:
    """The numbers that values of a type are converted to."""
    if types <= t.NUMBERS | {t.BIGINT, t.ANY}:
        return types
    return (types & (t.NUMBERS | {t.BIGINT, t.ANY})) | frozenset(
        t.NAT if a is t.BOOLEAN else t.INT if a is t.DATE else t.NAN
        for a in types - t.NUMBERS - {t.BIGINT, t.ANY} - t.NULLISH
    )
