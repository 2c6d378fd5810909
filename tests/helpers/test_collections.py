"""The helpers for Map and Set; Node 20 has not all set methods: those follow ECMA-262."""

from __future__ import annotations

import math

import pytest

from js2aio.mappings.helpers.collections_ import (
    ObjectMap,
    add_item,
    delete_key,
    group_to_map,
    intersection,
    live_items,
    live_keys,
    set_item,
    symmetric_difference,
)


def test_object_map_tells_keys_apart_as_a_map_does():
    mapping = ObjectMap([(math.nan, 1), (1, "n"), (True, "b"), ("1", "s"), (0, "z")])
    keys = [float("nan"), 1, True, "1", -0.0]
    assert [mapping[key] for key in keys] == [1, "n", "b", "s", "z"]
    assert len(mapping) == 5
    assert (delete_key(mapping, 1), delete_key(mapping, 1)) == (True, False)
    assert list(mapping)[1:] == [True, "1", 0]


def test_object_map_with_objects_as_keys():
    one, two = {"a": 1}, {"a": 1}
    mapping = ObjectMap()
    mapping[one] = "one"
    assert one in mapping
    assert two not in mapping
    mapping[two] = "two"
    mapping[one] = "again"
    assert list(mapping.items()) == [(one, "again"), (two, "two")]
    assert list(mapping.values()) == ["again", "two"]
    assert next(reversed(mapping)) is two
    copy = mapping.copy()
    assert mapping.get(two) == "two"
    assert mapping.pop(two, None) == "two"
    assert mapping.pop(two, None) is None
    assert len(copy) == 2
    mapping.clear()
    assert not mapping
    with pytest.raises(KeyError):
        mapping[one]


def test_object_map_as_set():
    members = ObjectMap.fromkeys([[1], [1], "a", "a", None])
    assert len(members) == 4
    members.add("b")
    members.add("a")
    members.discard("b")
    members.discard("z")
    assert len(members) == 4
    assert len(members | ObjectMap.fromkeys(["a", "b"])) == 5
    assert members != ObjectMap.fromkeys([])
    assert ObjectMap.fromkeys([members])
    assert repr(ObjectMap.fromkeys("a")) == "ObjectMap([('a', None)])"


def test_chaining():
    mapping: dict[str, int] = {}
    assert set_item(set_item(mapping, "a", 1), "b", 2) is mapping == {"a": 1, "b": 2}
    members = {1}
    assert add_item(members, 2) is members == {1, 2}
    ordered = dict.fromkeys([1])
    assert list(add_item(ordered, 2)) == [1, 2]
    assert delete_key(members, 1)
    assert not delete_key(members, 1)
    assert members == {2}


def test_set_methods():
    assert list(intersection(dict.fromkeys([1, 2, 3]), dict.fromkeys([3, 2]))) == [3, 2]
    assert list(intersection(dict.fromkeys([1, 2]), dict.fromkeys([2, 1]))) == [1, 2]
    found = symmetric_difference(dict.fromkeys([1, 2, 3]), dict.fromkeys([3, 4]))
    assert list(found) == [1, 2, 4]


def test_group_to_map():
    groups = group_to_map([1, 2, 3], lambda x, i: x > 1)
    assert list(groups.items()) == [(False, [1]), (True, [2, 3])]


def test_live_keys():
    members = dict.fromkeys([1])
    for key in live_keys(members):
        if key < 4:
            members[key + 1] = None
    assert list(members) == [1, 2, 3, 4]
    seen = []
    for key in live_keys(members):
        members.pop(2, None)
        seen.append(key)
    assert seen == [1, 3, 4]


def test_live_items():
    mapping = {"a": 1, "b": 2}
    seen = []
    for key, value in live_items(mapping):
        mapping["b"] = 5
        seen.append((key, value))
        mapping.pop("a", None)
    assert seen == [("a", 1), ("b", 5)]
