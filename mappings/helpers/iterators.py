"""JavaScript's protocol of iterators: `next()` gives an object with `value` and `done`."""

import asyncio
import itertools
import weakref
from inspect import GEN_CREATED, getgeneratorstate


def iterator_next(iterator):
    """One step of an iterator, as an object with `value` and `done`."""
    try:
        return {"value": next(iterator), "done": False}
    except StopIteration as stop:
        return {"value": stop.value, "done": True}


def generator_next(generator, value):
    """One step of a generator, to which a value is sent; the first step takes none."""
    try:
        if getgeneratorstate(generator) == GEN_CREATED:
            return {"value": next(generator), "done": False}
        return {"value": generator.send(value), "done": False}
    except StopIteration as stop:
        return {"value": stop.value, "done": True}


def generator_return(generator, value=None):
    """End a generator: its `finally` blocks run."""
    generator.close()
    return {"value": value, "done": True}


def generator_throw(generator, error):
    """Raise an error where the generator waits; what it yields or returns then."""
    try:
        return {"value": generator.throw(error), "done": False}
    except StopIteration as stop:
        return {"value": stop.value, "done": True}


async def async_next(iterator):
    """One step of an async iterator, as an object with `value` and `done`."""
    try:
        return {"value": await anext(iterator), "done": False}
    except StopAsyncIteration:
        return {"value": None, "done": True}


_TURNS = weakref.WeakKeyDictionary()


async def async_next_in_turn(iterator):
    """One step of an async iterator, made after those that were asked for before."""
    async with _TURNS.setdefault(iterator, asyncio.Lock()):
        return await async_next(iterator)


async def async_generator_next(generator, value):
    """One step of an async generator, to which a value is sent; the first takes none."""
    try:
        step = generator.asend(value)
        try:
            return {"value": await step, "done": False}
        except TypeError as error:
            if "just-started" not in str(error):
                raise
            return {"value": await anext(generator), "done": False}
    except StopAsyncIteration:
        return {"value": None, "done": True}


async def async_generator_return(generator, value=None):
    """End an async generator: its `finally` blocks run."""
    await generator.aclose()
    return {"value": value, "done": True}


async def async_generator_throw(generator, error):
    """Raise an error where an async generator waits; what it yields then."""
    try:
        return {"value": await generator.athrow(error), "done": False}
    except StopAsyncIteration:
        return {"value": None, "done": True}


def unpack(iterable, count):
    """What an array pattern takes: so many items, None for missing ones.

    An iterator that has more is closed.
    """
    iterator = iter(iterable)
    items = list(itertools.islice(iterator, count))
    if len(items) == count and hasattr(iterator, "close"):
        iterator.close()
    return items + [None] * (count - len(items))


def take(iterator, limit):
    """The first items of an iterator, which is closed after them."""
    try:
        yield from itertools.islice(iterator, limit)
    finally:
        if hasattr(iterator, "close"):
            iterator.close()
