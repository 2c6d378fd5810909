"""Types of the arithmetic operators' results."""

from __future__ import annotations

from . import types as t
from .infinities import (
    UNKNOWN,
    Values,
    extremes,
    infinities,
    magnitudes,
    make_nan,
)
from .types import Atom, Type


def arithmetic(
    operator: str, left: Type, right: Type, values: Values = UNKNOWN
) -> Type:
    """The type of a numeric operator's result (ECMA-262 section 13.15.3).

    ``values``: those of the operands, where they are constants.
    """
    if not left or not right:
        return t.NEVER
    if t.BIGINT in left and t.BIGINT in right:
        if left <= t.T_BIGINT and right <= t.T_BIGINT:
            return t.T_BIGINT
        return frozenset({t.BIGINT, t.NUMBER})
    a, b = numeric(left), numeric(right)
    integers = a in t.INTEGERS and b in t.INTEGERS
    naturals = a is t.NAT and b is t.NAT
    if operator in ("&", "|", "^", "<<", ">>", ">>>"):
        if operator == ">>>" or (operator == "&" and t.NAT in (a, b)):
            return t.T_NAT
        if naturals and operator in ("|", "^", ">>"):
            return t.T_NAT
        return t.T_INT
    if operator == "-":
        if integers:
            return t.T_INT
    elif operator == "%":
        if integers:
            return t.T_NAT if a is t.NAT else t.T_INT
    elif operator == "**":
        if integers and b is t.NAT:
            return t.T_NAT if naturals else t.T_INT
    elif operator != "/":
        if naturals:
            return t.T_NAT
        if integers:
            return t.T_INT
    if t.NAN in (a, b) or make_nan(operator, left, right, values):
        return t.T_NAN
    return t.T_NUMBER | infinities(operator, left, right, values)


#: What is a number, or becomes one that the rules below tell; objects are NaN mostly.
_NUMERIC_OPERANDS = t.NUMBERS | t.NULLISH | {
    t.BOOLEAN, t.STRING, t.DATE, t.BIGINT, t.ANY,
}  # fmt: skip


def numeric(types: Type) -> Atom:
    """The number that a value of the type is in arithmetic; what raises does not count."""
    widest = t.widest_number(types)
    if types - _NUMERIC_OPERANDS or t.STRING in types or types == t.T_UNDEFINED:
        return t.NAN
    if t.ANY in types or t.DATE in types:
        return t.NAN if widest is t.NAN else t.NUMBER
    if widest is not None:
        return widest
    if types <= frozenset({t.BOOLEAN}) | t.NULLISH:
        return t.NAT
    return t.NUMBER


def plus(left: Type, right: Type) -> Type:
    """ECMA-262 13.15.3: text where either side is text (or becomes text)."""
    if not left or not right:
        return t.NEVER
    simple = t.NUMBERS | t.NULLISH | {t.BOOLEAN, t.BIGINT}
    result: Type = t.NEVER
    if left <= t.T_STRING or right <= t.T_STRING:
        return t.T_STRING
    if left <= simple and right <= simple:
        return arithmetic("+", left, right)
    if t.ANY in left or t.ANY in right:
        known = (left | right) - t.T_ANY
        nan = t.NAN in known or t.T_UNDEFINED in (left, right)
        number = t.NAN if nan else t.NUMBER
        if left <= simple or right <= simple:
            return frozenset({number, t.STRING})
        return frozenset({number, t.STRING}) | (known & t.T_BIGINT)
    a, b = left & simple, right & simple
    if a and b:
        result = arithmetic("+", a, b)
    return result | t.T_STRING


#: Functions of Math whose result is of the kind of their arguments.
OF_NUMBERS = frozenset(
    {
        "Math.abs", "Math.max", "Math.min", "Math.sign",
        "Math.ceil", "Math.floor", "Math.round", "Math.trunc",
    }
)  # fmt: skip
_ROUNDING = frozenset({"Math.ceil", "Math.floor", "Math.round", "Math.trunc"})


def extreme(name: str, arguments: list[Type]) -> Type:
    """``Math.abs``, ``max``, ``min``, ``sign`` and roundings (ECMA-262 section 21.3.2)."""
    if not all(arguments):
        return t.NEVER
    looked_at = arguments if name in ("Math.max", "Math.min") else arguments[:1]
    if any(types - _NUMERIC_OPERANDS for types in looked_at):
        return t.T_NAN
    if name in _ROUNDING:
        kind = numeric(arguments[0])
        if kind in (t.NAN, t.NAT):
            return frozenset({kind})
        boundless = arguments[0] & t.INFINITIES
        # What Python does for the others gives an integer or raises OverflowError.
        return t.T_NUMBER | boundless if boundless and name == "Math.round" else t.T_INT
    kinds = frozenset(numeric(types) for types in arguments)
    if t.NAN not in kinds and name != "Math.sign":
        kinds |= (
            magnitudes(arguments[0])
            if name == "Math.abs"
            else extremes(name, arguments)
        )
    if name == "Math.sign":
        return t.T_NAN if t.NAN in kinds else t.T_NAT if kinds == t.T_NAT else t.T_INT
    if kinds <= t.INTEGERS and (
        name == "Math.abs" or (name == "Math.max" and t.NAT in kinds)
    ):
        return t.T_NAT
    return kinds
