"""Which numbers may be infinite, and where that makes NaN (ECMA-262 section 6.1.6.1).

A type that has ``NUMBER`` may have one or both of the marks ``t.PLUS_INFINITY`` and
``t.MINUS_INFINITY``: the number may be that infinity. They come from ``Infinity`` and its kin,
from ``Math.min`` and ``Math.max`` of nothing, and from powers; a number that overflows, and
one that comes from outside of the program, is taken to be finite.
"""

from __future__ import annotations

import math

from ..parse import nodes as n
from . import types as t
from .types import Type

#: The constant values of the sides of an operator, None where they are not known.
Values = tuple[float | None, float | None]
UNKNOWN: Values = (None, None)
_OTHER: dict[t.Atom, t.Atom] = {
    t.PLUS_INFINITY: t.MINUS_INFINITY,
    t.MINUS_INFINITY: t.PLUS_INFINITY,
}


def negated(types: Type) -> Type:
    """The infinities that the negatives of values of a type may be."""
    return frozenset(_OTHER[a] for a in types & t.INFINITIES)


def magnitudes(types: Type) -> Type:
    """The infinities that ``Math.abs`` may give of values of a type."""
    return frozenset({t.PLUS_INFINITY}) if types & t.INFINITIES else t.NEVER


def of_constant(value: float) -> Type:
    """The infinity that a number is, if it is one."""
    if not math.isinf(value):
        return t.NEVER
    return frozenset({t.PLUS_INFINITY if value > 0 else t.MINUS_INFINITY})


def infinities(
    operator: str, left: Type, right: Type, values: Values = UNKNOWN
) -> Type:
    """The infinities that an operator may give; ``values`` of the sides, if known."""
    a, b = left & t.INFINITIES, right & t.INFINITIES
    if operator == "+":
        return a | b
    if operator == "-":
        return a | negated(b)
    if operator == "*":
        if right <= t.T_NAT:
            return a
        return b if left <= t.T_NAT else t.INFINITIES if a or b else t.NEVER
    if operator == "/":
        return a if right <= t.T_NAT else t.INFINITIES if a else t.NEVER
    if operator == "**" and not right <= t.T_NAT:
        base, exponent = values
        if base or exponent is not None and exponent >= 0:
            return t.INFINITIES if a or b else t.NEVER
        return t.INFINITIES  # 0 ** -1
    return t.INFINITIES if a or b else t.NEVER


def make_nan(operator: str, left: Type, right: Type, values: Values = UNKNOWN) -> bool:
    """Whether infinite operands may make NaN."""
    a, b = left & t.INFINITIES, right & t.INFINITIES
    if operator == "+":
        return bool(a & negated(b))
    if operator == "-":
        return bool(a & b)
    if operator == "*":
        return bool(a and not values[1] or b and not values[0])  # Infinity * 0
    if operator == "/":
        return bool(a and b)
    if operator == "%":
        return bool(a)
    return operator == "**" and bool(b)  # 1 ** Infinity


def extremes(name: str, arguments: list[Type]) -> Type:
    """The infinities that ``Math.max`` or ``Math.min`` may give."""
    far, near = t.PLUS_INFINITY, t.MINUS_INFINITY
    if name == "Math.min":
        far, near = near, far
    found = frozenset({far}) if any(far in types for types in arguments) else t.NEVER
    # The other one only where there is nothing else.
    return found | {near} if all(near in types for types in arguments) else found


def named_infinity(node: n.Node) -> Type:
    """The infinity that an expression names: ``-Infinity``, ``Number.POSITIVE_INFINITY``."""
    if isinstance(node, n.UnaryExpression) and node.operator == "-":
        return negated(named_infinity(node.argument))
    name = getattr(node, "name", "")
    if isinstance(node, n.MemberExpression):
        name = getattr(node.property, "name", "")
    if name in ("Infinity", "POSITIVE_INFINITY"):
        return frozenset({t.PLUS_INFINITY})
    return frozenset({t.MINUS_INFINITY}) if name == "NEGATIVE_INFINITY" else t.NEVER


def finite_part(types: Type) -> Type:
    """What is left of a type where ``Number.isFinite`` holds."""
    return (types - t.INFINITIES - {t.NAN}) | (
        t.T_NUMBER if t.NAN in types else t.NEVER
    )
