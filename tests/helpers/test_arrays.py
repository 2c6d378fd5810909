"""The helpers for arrays; all expected values are what Node 20 gives."""

from __future__ import annotations

import math

import pytest

from js2aio.mappings.helpers import arrays


@pytest.mark.parametrize(
    ("items", "arguments", "removed", "left"),
    [
        ([1, 2, 3, 4], (-2,), [3, 4], [1, 2]),
        ([1, 2, 3, 4], (1, 2, "x"), [2, 3], [1, "x", 4]),
        ([1, 2, 3], (-9, 1), [1], [2, 3]),
        ([1, 2, 3], (1, -5, 9), [], [1, 9, 2, 3]),
        ([1, 2, 3], (1, None), [], [1, 2, 3]),
        ([1, 2, 3], (9, 1, 7), [], [1, 2, 3, 7]),
        ([1, 2, 3], (0.9, 1.9), [1], [2, 3]),
    ],
)
def test_splice(items, arguments, removed, left):
    assert arrays.splice(items, *arguments) == removed
    assert items == left
    assert arrays.spliced([1, 2, 3, 4], -2) == [1, 2]


@pytest.mark.parametrize(
    ("items", "arguments", "result"),
    [
        ([1, 2, 3, 4], (-2, -1), [3]),
        ([1, 2, 3, 4], (1.7,), [2, 3, 4]),
        ([1, 2, 3], (0, math.inf), [1, 2, 3]),
        ([1, 2, 3], (math.nan, 2), [1, 2]),
        ([1, 2, 3], (-0.5,), [1, 2, 3]),
        ([1, 2, 3], (-math.inf, 1), [1]),
    ],
)
def test_slice_items(items, arguments, result):
    assert arrays.slice_items(items, *arguments) == result


def test_fill_and_copy_within():
    items = [1, 2, 3]
    assert arrays.fill(items, 0, -2, -1) is items
    assert items == [1, 0, 3]
    assert arrays.fill([1, 2, 3], 0) == [0, 0, 0]
    assert arrays.copy_within([1, 2, 3, 4, 5], 0, 3) == [4, 5, 3, 4, 5]
    assert arrays.copy_within([1, 2, 3, 4, 5], 1, 0, 3) == [1, 1, 2, 3, 5]
    assert arrays.copy_within([1, 2, 3, 4, 5], -2, -3, -1) == [1, 2, 3, 3, 4]
    assert arrays.copy_within([1, 2, 3], 0, 5) == [1, 2, 3]


def test_ends():
    items = [1, 2]
    assert arrays.push(items, 3, 4) == 4
    assert arrays.unshift(items, 8, 9) == 6
    assert items == [8, 9, 1, 2, 3, 4]
    assert (arrays.pop_last(items), arrays.pop_first(items)) == (4, 8)
    assert items == [9, 1, 2, 3]
    assert arrays.pop_last([]) is None
    assert arrays.pop_first([]) is None


def test_item_at_and_with():
    assert arrays.item_at([1, 2, 3], 1) == 2
    assert arrays.item_at([1, 2, 3], -1) == 3
    assert arrays.item_at([1, 2, 3], -9) is None
    assert arrays.with_item([1, 2], -1, 9) == [1, 9]
    with pytest.raises(ValueError, match="Invalid index : 5"):
        arrays.with_item([1, 2], 5, 1)


def test_length():
    items = [1, 2, 3]
    arrays.set_length(items, 2)
    assert items == [1, 2]
    arrays.set_length(items, 4)
    assert items == [1, 2, None, None]
    assert arrays.new_array(2) == [None, None]
    assert arrays.new_array("3") == ["3"]
    for length in (-1, 1.5, math.nan, 2**32):
        with pytest.raises(ValueError, match="Invalid array length"):
            arrays.new_array(length)


def test_array_from():
    assert arrays.array_from("ab") == ["a", "b"]
    assert arrays.array_from({"length": 2, "0": "x"}) == ["x", None]
    with pytest.raises(TypeError):
        arrays.array_from(None)


def test_sort_items():
    assert arrays.sort_items([10, 9, 1, None, "b", True]) == [1, 10, 9, "b", True, None]
    assert arrays.sort_items(["\U0001f600", "\uff5e", "a"]) == [
        "a",
        "\U0001f600",
        "\uff5e",
    ]
    items = [3, None, 1]
    assert arrays.sort_items(items, lambda a, b: a - b) is items
    assert items == [1, 3, None]
    assert arrays.sort_items([5, 1, 4], lambda a, b: a > b) == [5, 1, 4]
    assert arrays.sort_items([2, 1], lambda a, b: None) == [2, 1]
    assert arrays.reverse_items(items) is items
    assert items == [None, 3, 1]


def test_join_concat_flat():
    assert arrays.join_items([1, None, [2, [3, None]], True, 1.5, 2.0], "-") == (
        "1--2,3,-true-1.5-2"
    )
    assert arrays.join_items([]) == ""
    assert arrays.concat([1], 2, [3, [4]], "ab") == [1, 2, 3, [4], "ab"]
    assert arrays.flat([1, [2, [3, [4]]]]) == [1, 2, [3, [4]]]
    assert arrays.flat([1, [2, [3, [4]]]], math.inf) == [1, 2, 3, 4]
    assert arrays.flat([[1], [2]], 0) == [[1], [2]]


def test_searching():
    assert not arrays.includes([1], True)
    assert arrays.includes([math.nan], math.nan)
    assert not arrays.includes([[]], [])
    assert not arrays.includes([1, 2, 3], 1, 1)
    assert arrays.index_of([math.nan], math.nan) == -1
    assert arrays.index_of(["1"], 1) == -1
    assert [arrays.index_of([1, 2, 1], 1, start) for start in (1, -1)] == [2, 2]
    found = [arrays.last_index_of([1, 2, 1], 1, start) for start in (1, -1, -9, -3)]
    assert found == [0, 2, -1, 0]
    assert arrays.last_index_of([1, 2, 1], 1) == 2
    assert arrays.last_index_of([], 1) == -1


def test_finding():
    items = [1, 2, 3, 4]
    assert arrays.find_item(items, lambda x, i, all_: i == 2) == 3
    assert arrays.find_index(items, lambda x, i, all_: x > 2) == 2
    assert arrays.find_last(items, lambda x, i, all_: x < 3) == 2
    assert arrays.find_last_index(items, lambda x, i, all_: x > 9) == -1
    assert arrays.find_last(items, lambda x, i, all_: x > 9) is None
    assert arrays.every_item(items, lambda x, i, all_: x == all_[i])
    assert not arrays.every_item(items, lambda x, i, all_: i)
    assert arrays.find_item(items, lambda x, i, all_: []) == 1  # [] is true


def test_callbacks_see_the_array():
    seen: list[int] = []

    def shrink(item, index, items):
        seen.append(item)
        if index == 0:
            items.pop()

    arrays.for_each([1, 2, 3], shrink)
    assert seen == [1, 2]
    seen.clear()

    def grow(item, index, items):
        seen.append(item)
        items.append(9)
        return item % 2

    arrays.for_each([1, 2], grow)
    assert seen == [1, 2]
    assert arrays.filter_items([1, 2, 3, 4], grow) == [1, 3]
    assert arrays.map_items([1, 2, 3], lambda x, i, a: x * i + len(a)) == [3, 5, 9]


def test_folding():
    assert arrays.reduce_items([1, 2, 3], lambda acc, x, i, items: acc + x * i) == 9
    assert arrays.reduce_items([], lambda acc, x, i, items: acc, 7) == 7
    steps = arrays.reduce_right([1, 2, 3], lambda acc, x, i, items: f"{acc}-{x}{i}")
    assert steps == "3-21-10"
    assert arrays.reduce_right([1, 2], lambda acc, x, i, items: acc + x, 0) == 3
    for fold in (arrays.reduce_items, arrays.reduce_right):
        with pytest.raises(TypeError, match="Reduce of empty array"):
            fold([], lambda acc, x, i, items: acc)


def test_callbacks_take_what_they_have_parameters_for():
    assert arrays.map_items(["a", "b"], str.upper) == ["A", "B"]
    assert arrays.map_items([1.5, 2], str) == ["1.5", "2"]
    assert arrays.map_items([1, 2], lambda *arguments: len(arguments)) == [3, 3]
    assert arrays.map_items([1, 2], lambda: 0) == [0, 0]
    assert arrays.filter_items([0, 1], lambda x: x) == [1]
    assert arrays.find_index([3, 1], lambda x, i: x == i) == 1
    assert arrays.reduce_items([1, 2], lambda acc: acc + 1, 0) == 2
    assert arrays.sort_items([2, 1], lambda a: 0) == [2, 1]
    assert arrays.with_arity(lambda a, *, key=1: (a, key), 3)(5, 6, 7) == (5, 1)
