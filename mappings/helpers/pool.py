"""Helpers for work of which only so much runs at a time."""

from __future__ import annotations

import asyncio
from collections import deque


async def map_concurrently(function, items, limit):
    """The results of a coroutine function for all items, so many at a time, in order.

    After an error none is begun any more; what is under way goes on.
    """
    waiting = deque(enumerate(items))
    results = [None] * len(waiting)

    async def work():
        while waiting:
            index, item = waiting.popleft()
            try:
                results[index] = await function(item)
            except BaseException:
                waiting.clear()
                raise

    await asyncio.gather(*(work() for _ in range(min(limit, len(waiting)))))
    return results


async def map_from_both_ends(function, items, limit):
    """As map_concurrently, but once so many have begun, the last of the others is next."""
    waiting = deque(enumerate(items))
    results = [None] * len(waiting)

    async def work():
        take = waiting.popleft
        while waiting:
            index, item = take()
            take = waiting.pop
            try:
                results[index] = await function(item)
            except BaseException:
                waiting.clear()
                raise

    await asyncio.gather(*(work() for _ in range(min(limit, len(waiting)))))
    return results
