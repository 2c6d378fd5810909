"""The helpers for objects; all expected values are what Node 20 gives."""

from __future__ import annotations

import pytest

from js2aio.mappings.helpers import objects


class Point:
    def __init__(self) -> None:
        self.x = 1
        self.y = 2


def test_keys_in_order():
    mixed = {"b": 1, "2": 1, "a": 1, "1": 1, "01": 1}
    mixed |= {"4294967295": 1, "4294967294": 1, "-1": 1}
    keys = ["1", "2", "4294967294", "b", "a", "01", "4294967295", "-1"]
    assert objects.own_keys(mixed) == keys
    assert objects.own_values({"b": 1, "2": 3}) == [3, 1]
    assert objects.own_entries({"b": 1, "2": 3}) == [["2", 3], ["b", 1]]


def test_other_values():
    assert objects.own_keys("ab") == objects.own_keys([7, 8]) == ["0", "1"]
    assert objects.own_keys(5) == objects.own_keys(True) == objects.own_values(5) == []
    assert objects.own_entries("ab") == [["0", "a"], ["1", "b"]]
    assert objects.own_entries(["x"]) == [["0", "x"]]
    assert objects.own_entries(Point()) == [["x", 1], ["y", 2]]
    with pytest.raises(TypeError):
        objects.own_keys(None)


def test_has_own():
    assert objects.has_own([1], "0")
    assert objects.has_own([1], 0)
    assert objects.has_own([1], "length")
    assert not objects.has_own([1], "1")
    assert objects.has_own("ab", 1)
    assert objects.has_own({"1": 1}, 1)
    assert not objects.has_own(5, "x")
    assert objects.has_own(Point(), "x")


def test_assign_and_from_entries():
    target = {"a": 1}
    assert objects.assign(target, None, {"b": 2}, None, {"a": 3}, "xy") is target
    assert target == {"0": "x", "1": "y", "a": 3, "b": 2}
    assert objects.assign(Point(), {"x": 5}).x == 5
    assert objects.from_entries([[1, 2], ["b", None], [True, 1]]) == {
        "1": 2,
        "b": None,
        "true": 1,
    }


def test_group_by():
    groups = objects.group_by([1, 2, 3], lambda x, i: x % 2)
    assert groups == {"1": [1, 3], "0": [2]}
