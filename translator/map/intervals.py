"""Intervals of numbers, and what operators make of them."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

#: Positions in texts and arrays, with a little more, are among them.
_STEPS = (255.0, 65535.0, 2.0**29, 2.0**29 + 64, 2.0**31 - 1, 2.0**32 - 1)
_MIN_INT32, _MAX_INT32 = -(2.0**31), 2.0**31 - 1


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from ``low`` to ``high``, both included; none where low is more."""

    low: float = -math.inf
    high: float = math.inf

    @property
    def empty(self) -> bool:
        return self.low > self.high

    def __or__(self, other: Interval) -> Interval:
        if self.empty:
            return other
        if other.empty:
            return self
        return Interval(min(self.low, other.low), max(self.high, other.high))

    def __and__(self, other: Interval) -> Interval:
        return Interval(max(self.low, other.low), min(self.high, other.high))

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low)

    def __abs__(self) -> Interval:
        if self.low >= 0 or self.empty:
            return self
        if self.high <= 0:
            return -self
        return Interval(0, max(-self.low, self.high))

    def covers(self, other: Interval) -> bool:
        return other.empty or (self.low <= other.low and other.high <= self.high)

    def widened(self, new: Interval, steps: bool = False) -> Interval:
        """This one, without the bounds that another one goes beyond.

        ``steps``: they become the next that programs often have, not infinite ones.
        """
        if self.empty:
            return new
        low, high = self.low, self.high
        if new.low < low:
            lower = (-x for x in (1.0, *_STEPS) if steps and -x <= new.low)
            low = next(lower, -math.inf)
        if new.high > high:
            high = next((x for x in _STEPS if steps and x >= new.high), math.inf)
        return Interval(low, high)

    def without(self, value: float) -> Interval:
        """Of integers, the rest without one of them."""
        low = self.low + 1 if self.low == value else self.low
        return Interval(low, self.high - 1 if self.high == value else self.high)

    def rounded(self) -> Interval:
        """What rounding, in whichever direction, gives."""
        if self.empty:
            return self
        low = math.floor(self.low) if math.isfinite(self.low) else self.low
        high = math.ceil(self.high) if math.isfinite(self.high) else self.high
        return Interval(low, high)


ANY_NUMBER = Interval()
NONE = Interval(math.inf, -math.inf)
_INT32 = Interval(_MIN_INT32, _MAX_INT32)
_UINT32 = Interval(0, 2.0**32 - 1)


def compute(operator: str, left: Interval, right: Interval, whole: bool) -> Interval:
    """The bounds of an operator's result. ``whole``: both operands are integers."""
    if left.empty or right.empty:
        return NONE
    if operator == "+":
        return Interval(left.low + right.low, left.high + right.high)
    if operator == "-":
        return Interval(left.low - right.high, left.high - right.low)
    if operator == "*":
        return _corners(_product, left, right)
    if operator == "/":
        if right.low <= 0 <= right.high:
            return ANY_NUMBER
        return _corners(_quotient, left, right)
    if operator == "%":
        return _remainder(left, right, whole)
    if operator == ">>>":
        if right.low == right.high and fits_uint32(left):
            factor = 2.0 ** (int(right.low) & 31)
            return Interval(left.low // factor, left.high // factor)
        return _UINT32
    if operator == "&":
        bounds = [side.high for side in (left, right) if _is_mask(side)]
        return Interval(0, min(bounds)) if bounds else _INT32
    if operator == "|" and right == Interval(0, 0) and whole and _INT32.covers(left):
        return left
    if operator in ("<<", ">>") and right.low == right.high and fits_int32(left):
        factor = 2.0 ** (int(right.low) & 31)
        if operator == ">>":
            return Interval(left.low // factor, left.high // factor)
        shifted = Interval(left.low * factor, left.high * factor)
        return shifted if fits_int32(shifted) else _INT32
    if operator in ("|", "^") and _is_mask(left) and _is_mask(right):
        return Interval(0, 2.0 ** int(max(left.high, right.high)).bit_length() - 1)
    if operator in ("|", "^", "<<", ">>"):
        return _INT32
    return ANY_NUMBER


def fits_int32(side: Interval) -> bool:
    """Whether the operators on 32 bits leave a whole number as it is."""
    return not side.empty and _INT32.covers(side)


def fits_uint32(side: Interval) -> bool:
    return not side.empty and _UINT32.covers(side)


def _is_mask(side: Interval) -> bool:
    return side.low >= 0 and side.high <= _MAX_INT32


def _remainder(left: Interval, right: Interval, whole: bool) -> Interval:
    """It has the sign of the dividend, and is less than the divisor."""
    most = max(abs(right.low), abs(right.high))
    if whole:
        most -= 1
    low = 0.0 if left.low >= 0 else max(left.low, -most)
    high = 0.0 if left.high <= 0 else min(left.high, most)
    return Interval(low, high)


def _product(x: float, y: float) -> float:
    # A bound of zero stays one: no number is infinite times it.
    return 0.0 if 0 in (x, y) else x * y


def _quotient(x: float, y: float) -> float:
    return 0.0 if math.isinf(y) else x / y


def _corners(
    operation: Callable[[float, float], float], left: Interval, right: Interval
) -> Interval:
    values = [
        operation(x, y) for x in (left.low, left.high) for y in (right.low, right.high)
    ]
    return Interval(min(values), max(values))
