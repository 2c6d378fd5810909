"""Helpers for reading members of values whose kind is known only when the program runs."""

from __future__ import annotations

from js2aio.mappings.helpers.numbers import as_number


def get_item(values, key):
    """An item by index or key; None where there is none (undefined in JavaScript)."""
    if isinstance(values, dict):
        return values.get(str(as_number(key)))
    if isinstance(key, float) and key.is_integer() or isinstance(key, str):
        key = int(key) if str(key).removesuffix(".0").isdecimal() else None
    if isinstance(key, int) and 0 <= key < len(values):
        return values[key]
    return None


def get_property(value, key, attribute):
    """A property of a dict (by key) or of an instance (by attribute); None if missing."""
    if isinstance(value, dict):
        return value.get(key)
    return getattr(value, attribute, None)


def iterate(iterator):
    """Go through what an iterator's next() gives until it says that it is done."""
    while True:
        step = iterator["next"]() if isinstance(iterator, dict) else iterator.next()
        if isinstance(step, dict):
            done, value = step.get("done"), step.get("value")
        else:
            done, value = step.done, step.value
        if done:
            return
        try:
            yield value
        except GeneratorExit:
            is_dict = isinstance(iterator, dict)
            stop = iterator.get("return") if is_dict else getattr(iterator, "return_", None)
            if stop is not None:
                stop()
            raise


async def iterate_async(iterator):
    """Go through what an asynchronous iterator's next() gives until it is done."""
    while True:
        step = await (
            iterator["next"]() if isinstance(iterator, dict) else iterator.next()
        )
        if isinstance(step, dict):
            done, value = step.get("done"), step.get("value")
        else:
            done, value = step.done, step.value
        if done:
            return
        yield value


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
    return len(value) if hasattr(value, "__len__") else getattr(value, "length", None)
