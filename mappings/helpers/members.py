"""Helpers for reading members of values whose kind is known only when the program runs."""

from __future__ import annotations

from inspect import isawaitable

from js2aio.mappings.helpers.errors import (
    error_cause,
    error_message,
    error_name,
    error_stack,
)
from js2aio.mappings.helpers.numbers import as_number


def get_item(values, key):
    """An item by index or key; None where there is none (undefined in JavaScript)."""
    if isinstance(values, dict):
        return values.get(str(as_number(key)))
    if hasattr(values, "groupdict"):  # a match
        values = [values[0], *values.groups()]
    if isinstance(key, float) and key.is_integer() or isinstance(key, str):
        key = int(key) if str(key).removesuffix(".0").isdecimal() else None
    known = isinstance(key, int) and hasattr(values, "__len__")
    if values is None or known and 0 <= key < len(values):
        return values[key]  # None raises TypeError, as undefined does
    return None


def get_property(value, key, attribute):
    """A property of a dict (by key) or of an instance (by attribute); None if missing."""
    if value is None:
        raise TypeError(f"Cannot read properties of undefined (reading '{key}')")
    if isinstance(value, dict):
        return value.get(key)
    known = {
        "cause": error_cause,
        "message": error_message,
        "name": error_name,
        "stack": error_stack,
    }
    if isinstance(value, BaseException) and key in known:
        return known[key](value)
    return getattr(value, attribute, None)


def iterate(iterator):
    """Go through what an iterator's next() gives; tell it when the reader stops early."""
    done = False
    try:
        while True:
            step = member(iterator, "next")()
            done = bool(member(step, "done"))
            if done:
                return
            yield member(step, "value")
    finally:
        close = member(iterator, "return")
        if close is not None and not done:
            close()


async def iterate_async(iterator):
    """Go through what an asynchronous iterator's next() gives, as iterate() does."""
    done = False
    try:
        while True:
            step = member(iterator, "next")()
            if isawaitable(step):
                step = await step
            done = bool(member(step, "done"))
            if done:
                return
            yield member(step, "value")
    finally:
        close = member(iterator, "return")
        if close is not None and not done:
            closed = close()
            if isawaitable(closed):
                await closed


def member(value, name):
    """A key of a dict, or an attribute; None if there is none."""
    if isinstance(value, dict):
        return value.get(name)
    return getattr(value, name, getattr(value, f"{name}_", None))


def put_item(items, index, value):
    """Assign an element of a list; behind its end, the list grows as an array does."""
    if isinstance(items, dict):
        items[str(as_number(index))] = value
        return
    index = int(index)
    if index < 0:
        raise IndexError("an array has no element before its first one")
    while len(items) <= index:
        items.append(None)
    items[index] = value


def length_of(value):
    """The `length` of a value; None of what has none."""
    if isinstance(value, dict):
        return value.get("length")
    if value is None or hasattr(value, "__len__"):
        return len(value)  # None raises TypeError, as undefined does
    return getattr(value, "length", None)


def only_text(value):
    """The value, if it is a text; all else has none of its methods."""
    if not isinstance(value, str):
        raise TypeError(f"a text was expected, not {type(value).__name__}")
    return value


def only_list(value):
    """The value, if it is a list; all else has none of its methods."""
    if not isinstance(value, list):
        raise TypeError(f"a list was expected, not {type(value).__name__}")
    return value
