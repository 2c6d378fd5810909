"""Numbers that stand in the source: what an expression of literals comes to."""

from __future__ import annotations

import math
from decimal import Decimal

from ..parse import nodes as n
from .scopes import Scopes

_LIMITS = {
    "MAX_SAFE_INTEGER": float(2**53 - 1),
    "MIN_SAFE_INTEGER": float(1 - 2**53),
}


def constant_number(node: n.Node, scopes: Scopes, depth: int = 8) -> float | None:
    """The value of an expression of number literals and constants, as a 64-bit float.

    None where it is no such expression.
    """
    if depth == 0:
        return None
    if isinstance(node, n.NumberLiteral):
        return float(node.value)
    if isinstance(node, n.UnaryExpression):
        if node.operator not in ("-", "+"):
            return None
        value = constant_number(node.argument, scopes, depth - 1)
        return value if value is None or node.operator == "+" else -value
    if isinstance(node, n.Identifier):
        return _constant_name(node, scopes, depth)
    if isinstance(node, n.BinaryExpression):
        if node.operator not in ("+", "-", "*", "/", "%", "**"):
            return None
        left = constant_number(node.left, scopes, depth - 1)
        if left is None:
            return None
        right = constant_number(node.right, scopes, depth - 1)
        return None if right is None else compute(node.operator, left, right)
    if isinstance(node, n.CallExpression):
        return _constant_call(node, scopes, depth)
    if isinstance(node, n.MemberExpression) and isinstance(node.object, n.Identifier):
        if node.object.name == "Number" and node.object not in scopes.binding_of:
            return _LIMITS.get(getattr(node.property, "name", ""))
    return None


def _constant_call(node: n.CallExpression, scopes: Scopes, depth: int) -> float | None:
    """``Math.round(-0.4)``: functions of Math that may give -0."""
    name = scopes.static_of(node, "Math")
    if name is None or not node.arguments:
        return None
    values: list[float] = []
    for argument in node.arguments:
        value = constant_number(argument, scopes, depth - 1)
        if value is None or not math.isfinite(value):
            return None
        values.append(value)
    first = values[0]
    if name == "pow" and len(values) == 2:
        return compute("**", *values)
    if name in ("max", "min"):
        # -0 is less than 0 here.
        order = sorted(values, key=lambda x: (x, math.copysign(1, x)))
        return order[-1] if name == "max" else order[0]
    how = {
        "round": lambda x: math.floor(x + 0.5),
        "ceil": math.ceil,
        "floor": math.floor,
        "trunc": math.trunc,
    }.get(name)
    return None if how is None else math.copysign(float(how(first)), first)


def _constant_name(node: n.Identifier, scopes: Scopes, depth: int) -> float | None:
    binding = scopes.binding_of.get(node)
    if binding is None or binding.kind not in ("const", "let"):
        return None
    value = binding.held
    return constant_number(value, scopes, depth - 1) if value is not None else None


def compute(operator: str, left: float, right: float) -> float:
    """An arithmetic operator on 64-bit floats (ECMA-262 section 6.1.6.1)."""
    try:
        if operator == "+":
            return left + right
        if operator == "-":
            return left - right
        if operator == "*":
            return left * right
        if operator == "/":
            if right == 0:
                if left == 0 or math.isnan(left):
                    return math.nan
                return math.copysign(math.inf, left) * math.copysign(1, right)
            return left / right
        if operator == "%":
            return math.fmod(left, right)
        if math.isnan(right) or abs(left) == 1 and math.isinf(right):
            return math.nan
        return math.pow(left, right)
    except OverflowError:
        return math.inf
    except ValueError:
        return math.nan


def is_infinite(node: n.Node) -> bool:
    """``Infinity``, ``-Infinity``, ``NaN``, ``Number.POSITIVE_INFINITY`` and their kin."""
    if isinstance(node, n.UnaryExpression) and node.operator in ("-", "+"):
        return is_infinite(node.argument)
    if isinstance(node, n.MemberExpression):
        return getattr(node.property, "name", "").endswith("_INFINITY")
    return isinstance(node, n.Identifier) and node.name in ("Infinity", "NaN")


def is_exact_integer(value: float) -> bool:
    """Whether Python's int holds the number as JavaScript does: no -0, no rounding."""
    if not value.is_integer() or abs(value) >= 2**53:
        return False
    return value != 0 or math.copysign(1, value) > 0


def number_text(value: float) -> str:
    """A number as JavaScript writes it (ECMA-262 section 6.1.6.1.20)."""
    if value == math.inf:
        return "Infinity"
    if value == 0:
        return "0"
    text = repr(float(value))
    mantissa, _, exponent = text.partition("e")
    if not exponent:
        return text.removesuffix(".0")
    if -7 < int(exponent) < 21:
        return format(Decimal(text), "f")
    return f"{mantissa.removesuffix('.0')}e{int(exponent):+d}"
