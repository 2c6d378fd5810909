"""Binary and unary operators: which part maps which, comparison by order, ``!``."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..parse import nodes as n
from ..pytree import build as b
from .arithmetic import NUMERIC
from .logic import Logic


class Operators(Logic):
    def binary(self, node: n.BinaryExpression) -> ast.expr:
        operator = node.operator
        if operator in ("===", "!==", "==", "!="):
            return self.equality(node)
        if operator == "+":
            return self.plus(node)
        if operator == "instanceof":
            return self.instance_of(node)
        if operator == "in":
            return self.in_operator(node)
        left, right = self.in_order(
            [
                (node.left, lambda: self.expr(node.left)),
                (node.right, lambda: self.expr(node.right)),
            ]
        )
        if operator in ("<", "<=", ">", ">="):
            return self.order(node, left, right)
        return self.arithmetic(
            operator,
            left,
            right,
            self.type_of(node.left),
            self.type_of(node.right),
            node,
        )

    def order(
        self, node: n.BinaryExpression, left: ast.expr, right: ast.expr
    ) -> ast.expr:
        one, other = self.type_of(node.left), self.type_of(node.right)
        self.check_converts(one, node.left)
        self.check_converts(other, node.right)
        self.check_bigint_text(one, other, node)
        self.note_converted(one | other, node)
        if one and other and one | other <= t.T_STRING:
            if not (self.is_bmp(node.left) and self.is_bmp(node.right)):
                return self.helper(
                    _ORDER_HELPERS[node.operator],
                    left,
                    right,
                    **self.number_of_none(one | other, node),
                )
            return b.compare(left, node.operator, right)
        if one <= NUMERIC or other <= NUMERIC:
            # One side is a number, so both are compared as numbers.
            left = self.numeric(left, one, node.left)
            right = self.numeric(right, other, node.right)
            return b.compare(left, node.operator, right)
        for types in (one, other):
            known = types - t.NULLISH - t.T_ANY
            if not (known <= NUMERIC or known <= t.T_STRING or known <= {t.DATE}):
                return self.helper(
                    _ORDER_HELPERS[node.operator],
                    left,
                    right,
                    **self.number_of_none(one | other, node),
                )
        known = (one | other) - t.NULLISH - t.T_ANY
        if known & t.T_STRING and known - t.T_STRING:
            return self.helper(
                _ORDER_HELPERS[node.operator],
                left,
                right,
                **self.number_of_none(one | other, node),
            )
        self.note(
            node, "comparing values of different kinds raises TypeError in Python"
        )
        return b.compare(left, node.operator, right)

    def unary(self, node: n.UnaryExpression) -> ast.expr:
        operator, argument = node.operator, node.argument
        if operator == "!":
            return as_boolean(self.negated(argument))
        if operator == "typeof":
            return self.typeof(node)
        if operator == "delete":
            return self.delete(node, value=True)
        if operator == "void":
            if not self.effects.pure(argument):
                self.emit(b.expr(self.expr(argument)))
            return b.const(None)
        value = self.expr(argument)
        types = self.type_of(argument)
        if operator == "-":
            constant = self.constant_number(argument)
            if constant == 0 and types <= t.NUMBERS:
                if str(constant) == "-0.0":
                    return b.const(0)
                return b.unary("-", self.floated(value))
            number = self.numeric(value, types, argument)
            if types and types <= t.T_STRING:
                number = self.floated(number)  # -"" is -0
            return b.unary("-", number)
        if operator == "+":
            if t.BIGINT in types:
                raise self.refuse(node, "+ of a BigInt throws a TypeError")
            if types and types <= t.NUMBERS:
                return value
            if types == t.T_STRING and self.digits.surely(argument):
                return b.call("int", value)
            if types == {t.DATE}:
                return self.helper("date_to_ms", value)
            if t.SYMBOL in types:
                raise self.refuse(node, "a symbol as a number throws a TypeError")
            return self.to_number(value, types, node)
        if types <= t.T_BIGINT and types:
            return b.unary("~", value)
        if isinstance(argument, n.UnaryExpression) and argument.operator == "~":
            inner = self.expr(argument.argument)
            return self.helper("to_int32", inner)
        value = self.numeric(value, types, argument)
        return b.unary("~", self.helper("to_int32", value))

    def negated(self, node: n.Node) -> ast.expr:
        """``!node``."""
        test = self.test(node)
        ordered = False
        if isinstance(test, ast.Compare) and isinstance(node, n.BinaryExpression):
            both = self.type_of(node.left) | self.type_of(node.right)
            ordered = bool(both) and both <= t.NUMBERS - {t.NAN} | t.T_STRING
        return b.negate(test, ordered=ordered)


def as_boolean(value: ast.expr) -> ast.expr:
    """A condition as a value: True or False."""
    if is_boolean(value):
        return value
    if isinstance(value, ast.Constant):
        return b.const(bool(value.value))
    return b.call("bool", value)


def is_boolean(value: ast.expr) -> bool:
    """Whether an expression surely gives True or False."""
    if isinstance(value, ast.Constant):
        return isinstance(value.value, bool)
    if isinstance(value, ast.UnaryOp):
        return isinstance(value.op, ast.Not)
    if isinstance(value, ast.BoolOp):
        return all(is_boolean(item) for item in value.values)
    if isinstance(value, ast.Call):
        name = value.func.id if isinstance(value.func, ast.Name) else ""
        return name in _BOOLEAN_CALLS
    return isinstance(value, ast.Compare)


_ORDER_HELPERS = {
    "<": "less_than",
    "<=": "less_equal",
    ">": "greater_than",
    ">=": "greater_equal",
}
_BOOLEAN_CALLS = frozenset(
    [
        "all",
        "any",
        "bool",
        "callable",
        "hasattr",
        "isinstance",
        "has_own",
        "includes",
        "loose_equals",
        "same_value",
        "same_value_zero",
        "strict_equals",
        "truthy",
        "is_integer",
        "is_nan",
        "is_finite",
    ]
)
