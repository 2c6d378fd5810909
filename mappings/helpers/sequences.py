"""Methods that text and arrays have alike, of values that may be either.

What is neither is asked for a method of its own, as JavaScript would ask it.
"""

import math

from js2aio.mappings.helpers.arrays import (
    clamp_index,
    concat,
    includes,
    index_of,
    last_index_of,
)
from js2aio.mappings.helpers.numbers import to_number
from js2aio.mappings.helpers.text import find_last_text, find_text, to_string


def part_of(values, start=0, end=math.inf):
    """slice of text or of an array, between any two numbers."""
    if not isinstance(values, str | list):
        return values.slice(start, end)
    end = math.inf if end is None else end
    return values[clamp_index(start, len(values)) : clamp_index(end, len(values))]


def slice_text(text, start=None, end=None):
    """slice between any two values, which are made numbers."""
    length = len(text)
    last = length if end is None else clamp_index(to_number(end), length)
    return text[clamp_index(to_number(start), length) : last]


def contains(values, item, start=0):
    """includes of text or of an array."""
    if isinstance(values, str):
        return find_text(values, to_string(item), start) >= 0
    if isinstance(values, list):
        return includes(values, item, start)
    return values.includes(item)


def position_of(values, item, start=0):
    """indexOf of text or of an array."""
    if isinstance(values, str):
        return find_text(values, to_string(item), start)
    if isinstance(values, list):
        return index_of(values, item, start)
    return values.index_of(item)


def last_position_of(values, item, start=math.inf):
    """lastIndexOf of text or of an array."""
    if isinstance(values, str):
        return find_last_text(values, to_string(item), start)
    if isinstance(values, list):
        return last_index_of(values, item, start)
    return values.last_index_of(item)


def concatenated(values, *more):
    """concat of text or of an array."""
    if isinstance(values, str):
        return values + "".join(map(to_string, more))
    if isinstance(values, list):
        return concat(values, *more)
    return values.concat(*more)


def text_of(value):
    """value.toString(): as String(value), but null and undefined have no methods."""
    if value is None:
        raise TypeError("Cannot read properties of null or undefined")
    return to_string(value)
