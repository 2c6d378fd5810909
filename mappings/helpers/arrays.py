"""What JavaScript's arrays do where no plain Python expression does the same."""

import functools
import math
from inspect import signature

from js2aio.mappings.helpers.operators import same_value_zero, strict_equals, truthy
from js2aio.mappings.helpers.text import to_string


def clamp_index(index, length):
    """A position as slice and splice take it: from the end if negative, never outside."""
    if index is None or math.isnan(index):
        return 0
    whole = int(min(max(index, -length), length))
    return whole + length if whole < 0 else whole


def item_at(items, index):
    """The item at an index, from the end if negative; None if there is none."""
    return items[index] if -len(items) <= index < len(items) else None


def pop_last(items):
    """Remove the last item and return it; None if there is none."""
    return items.pop() if len(items) else None


def pop_first(items):
    """Remove the first item and return it; None if there is none."""
    return items.pop(0) if len(items) else None


def push(items, *more):
    """Add items at the end and return the new length."""
    items.extend(more)
    return len(items)


def unshift(items, *more):
    """Add items at the front and return the new length."""
    items[:0] = more
    return len(items)


def splice(items, start, count=math.inf, *added):
    """Replace `count` items from `start` on, and return those that were there."""
    start = clamp_index(start, len(items))
    end = start + clamp_index(max(count or 0, 0), len(items) - start)
    removed = items[start:end]
    items[start:end] = added
    return removed


def spliced(items, *arguments):
    """A copy in which `splice` has replaced items."""
    result = items.copy()
    splice(result, *arguments)
    return result


def slice_items(items, start=0, end=None):
    """A copy of a part, between any two numbers; without an end, to that of the list."""
    stop = len(items) if end is None else clamp_index(end, len(items))
    return items[clamp_index(start, len(items)) : stop]


def with_item(items, index, value):
    """A copy with another value at an index; ValueError where there is no such index."""
    if not -len(items) <= index < len(items):
        raise ValueError("Invalid index : " + to_string(index))
    copy = items.copy()
    copy[index] = value
    return copy


def fill(items, value, start=0, end=math.inf):
    """Write one value to all places from `start` to `end`; returns the list."""
    for index in range(clamp_index(start, len(items)), clamp_index(end, len(items))):
        items[index] = value
    return items


def copy_within(items, target, start=0, end=math.inf):
    """Copy a part to another place of the same list, which keeps its length."""
    size = len(items)
    end = size if end is None else end
    target, start, end = (clamp_index(i, size) for i in (target, start, end))
    count = min(end - start, size - target)
    if count > 0:
        items[target : target + count] = items[start : start + count]
    return items


def put_at(items, index, value):
    """Assign an element; behind its end, the list grows as an array of JavaScript does."""
    while len(items) <= index:
        items.append(None)
    items[index] = value


def set_length(items, length):
    """Cut the list, or fill it up with None, so that it has that length."""
    if length % 1 != 0 or not 0 <= length < 2**32:
        raise ValueError("Invalid array length")
    del items[int(length) :]
    items.extend([None] * (int(length) - len(items)))


def new_array(length):
    """`Array(x)`: that many empty places if x is a number, else a list of x alone."""
    if isinstance(length, bool) or not isinstance(length, int | float):
        return [length]
    if length % 1 != 0 or not 0 <= length < 2**32:
        raise ValueError("Invalid array length")
    return [None] * int(length)


def array_from(source):
    """A list of what a value iterates over, or has at the indexes below its `length`."""
    if source is None:
        raise TypeError("object null or undefined is not iterable")
    if isinstance(source, dict) and "length" in source:
        return [source.get(str(index)) for index in range(int(source["length"]))]
    return list(source)


def array_of_object(source):
    """A list of what an object has at the indexes below its `length`."""
    return [source.get(str(index)) for index in range(int(source.get("length") or 0))]


def reverse_items(items):
    """Turn the list round, in place, and return it."""
    items.reverse()
    return items


def sort_items(items, compare=None):
    """Sort in place by `compare`, or by text, and return the list; None goes last."""
    present = [item for item in items if item is not None]
    if compare is None:
        present.sort(key=text_order)
    else:
        compare = with_arity(compare, 2)
        present.sort(key=functools.cmp_to_key(lambda a, b: compare(a, b) or 0))
    items[:] = present + [None] * (len(items) - len(present))
    return items


def text_order(value):
    """A sort key: the text of a value, by the 16-bit units that JavaScript compares."""
    return to_string(value).encode("utf-16-be", "surrogatepass")


def join_items(items, separator=","):
    """The texts of all items in one; None is empty."""
    separator = "," if separator is None else to_string(separator)
    return separator.join("" if item is None else to_string(item) for item in items)


def concat(items, *more):
    """A new list: the items, then each argument, those of a list one by one."""
    result = list(items)
    for value in more:
        if isinstance(value, list):
            result.extend(value)
        else:
            result.append(value)
    return result


def flat(items, depth=1):
    """A new list with the items of inner lists in their place, down to a depth."""
    result = []
    for item in items:
        if isinstance(item, list) and depth >= 1:
            result.extend(flat(item, depth - 1))
        else:
            result.append(item)
    return result


def includes(items, item, start=0):
    """Whether an item is there, as JavaScript compares: True is not 1, NaN is NaN."""
    start = clamp_index(start, len(items))
    return any(same_value_zero(other, item) for other in items[start:])


def index_of(items, item, start=0):
    """The first index of an item, as `===` compares; -1 if there is none."""
    start = clamp_index(start, len(items))
    found = (i for i in range(start, len(items)) if strict_equals(items[i], item))
    return next(found, -1)


def last_index_of(items, item, start=math.inf):
    """The last index of an item up to `start`, as `===` compares; -1 if there is none."""
    start = 0 if start is None else start
    if start < -len(items):
        return -1
    last = min(clamp_index(start, len(items)), len(items) - 1)
    found = (i for i in range(last, -1, -1) if strict_equals(items[i], item))
    return next(found, -1)


def with_arity(function, count):
    """The function as one of `count` arguments; those it has no parameters for are dropped."""
    try:
        parameters = signature(function).parameters.values()
    except ValueError:  # some of Python's own functions do not tell
        return lambda first, *_: function(first)
    if any(p.kind is p.VAR_POSITIONAL for p in parameters):
        return function
    taken = min(count, sum(p.kind is not p.KEYWORD_ONLY for p in parameters))
    return lambda *arguments: function(*arguments[:taken])


def find_item(items, test):
    """The first item that `test(item, index, items)` accepts; None if there is none."""
    test = with_arity(test, 3)
    for index in range(len(items)):
        item = items[index] if index < len(items) else None
        if truthy(test(item, index, items)):
            return item
    return None


def find_index(items, test):
    """The index of the first item that `test(item, index, items)` accepts, or -1."""
    test = with_arity(test, 3)
    for index in range(len(items)):
        item = items[index] if index < len(items) else None
        if truthy(test(item, index, items)):
            return index
    return -1


def find_last_index(items, test):
    """The index of the last item that `test(item, index, items)` accepts, or -1."""
    test = with_arity(test, 3)
    for index in range(len(items) - 1, -1, -1):
        item = items[index] if index < len(items) else None
        if truthy(test(item, index, items)):
            return index
    return -1


def find_last(items, test):
    """The last item that `test(item, index, items)` accepts; None if there is none."""
    index = find_last_index(items, test)
    return None if index < 0 else items[index]


def some_item(items, test):
    """Whether `test(item, index, items)` accepts one that is there at the start, and then."""
    test = with_arity(test, 3)
    return any(
        truthy(test(items[index], index, items))
        for index in range(len(items))
        if index < len(items)
    )


def every_item(items, test):
    """Whether `test(item, index, items)` accepts the items that are there at the start."""
    test = with_arity(test, 3)
    return all(
        truthy(test(items[index], index, items))
        for index in range(len(items))
        if index < len(items)
    )


def map_items(items, function, given=3):
    """The results of `function(item, index, items)`, or of the first two, for all items."""
    function = with_arity(function, given)
    return [function(*(items[i], i, items)[:given]) for i in range(len(items))]


def filter_items(items, test):
    """The items that `test(item, index, items)` accepts."""
    test = with_arity(test, 3)
    found = []
    for index in range(len(items)):
        if index < len(items):
            item = items[index]
            if truthy(test(item, index, items)):
                found.append(item)
    return found


def for_each(items, function):
    """Call `function(item, index, items)` for the items that are there at the start."""
    function = with_arity(function, 3)
    for index in range(len(items)):
        if index < len(items):
            function(items[index], index, items)


def reduce_items(items, function, *initial):
    """Fold from the left by `function(result, item, index, items)`."""
    function = with_arity(function, 4)
    if not items and not initial:
        raise TypeError("Reduce of empty array with no initial value")
    start = 0 if initial else 1
    result = initial[0] if initial else items[0]
    for index in range(start, len(items)):
        if index < len(items):
            result = function(result, items[index], index, items)
    return result


def reduce_right(items, function, *initial):
    """Fold from the right by `function(result, item, index, items)`."""
    function = with_arity(function, 4)
    if not items and not initial:
        raise TypeError("Reduce of empty array with no initial value")
    result = initial[0] if initial else items[-1]
    for index in range(len(items) - (1 if initial else 2), -1, -1):
        if index < len(items):
            result = function(result, items[index], index, items)
    return result
