"""Intervals cover what the operators give for each pair of numbers in them."""

from __future__ import annotations

import itertools
import math

import pytest

from js2aio.map.intervals import ANY_NUMBER, NONE, Interval, compute

_BOUNDS = (-70000.0, -3.0, -1.0, 0.0, 1.0, 2.0, 5.0, 65535.0)
_INTERVALS = [Interval(a, z) for a in _BOUNDS for z in _BOUNDS if a <= z]
_SAMPLES = {
    interval: sorted(
        {interval.low, interval.high}
        | {
            x
            for x in (-4.0, -2.0, 0.0, 3.0, 31.0)
            if interval.low <= x <= interval.high
        }
    )
    for interval in _INTERVALS
}


def _int32(value: float) -> float:
    low = int(value) & 0xFFFFFFFF
    return float(low - 2**32 if low >= 2**31 else low)


_OPERATORS = {
    "+": lambda x, y: x + y,
    "-": lambda x, y: x - y,
    "*": lambda x, y: x * y,
    "/": lambda x, y: x / y if y else math.nan,
    "%": lambda x, y: math.fmod(x, y) if y else math.nan,
    "&": lambda x, y: _int32(int(x) & int(y)),
    "|": lambda x, y: _int32(int(x) | int(y)),
    "^": lambda x, y: _int32(int(x) ^ int(y)),
    ">>": lambda x, y: float(int(_int32(x)) >> (int(y) & 31)),
    ">>>": lambda x, y: float((int(x) & 0xFFFFFFFF) >> (int(y) & 31)),
}


@pytest.mark.parametrize("operator", _OPERATORS)
def test_results_are_covered(operator: str) -> None:
    for left, right in itertools.product(_INTERVALS, repeat=2):
        found = compute(operator, left, right, whole=True)
        for x, y in itertools.product(_SAMPLES[left], _SAMPLES[right]):
            value = _OPERATORS[operator](x, y)
            assert math.isnan(value) or found.low <= value <= found.high, (left, right)


def test_bounds_that_are_found() -> None:
    codes = Interval(0, 0xFFFF)
    letters = compute("-", codes, Interval(97, 97), whole=True)
    assert letters == Interval(-97, 65438)
    assert compute("%", letters, Interval(26, 26), whole=True) == Interval(-25, 25)
    assert compute("&", ANY_NUMBER, Interval(7, 7), whole=True) == Interval(0, 7)
    assert compute("*", Interval(0), Interval(0), whole=True) == Interval(0)


def test_no_number_at_all() -> None:
    assert NONE.empty
    assert NONE | Interval(1, 2) == Interval(1, 2)
    assert (NONE & Interval(1, 2)).empty
    assert compute("+", NONE, Interval(1, 2), whole=True).empty


def test_growing_bounds_are_given_up() -> None:
    assert Interval(0, 1).widened(Interval(0, 2)) == Interval(0)
    assert Interval(0, 1).widened(Interval(-1, 1)) == Interval(-math.inf, 1)
    assert Interval(3, 5).without(3) == Interval(4, 5)
    assert Interval(0.5, 2.5).rounded() == Interval(0, 3)
