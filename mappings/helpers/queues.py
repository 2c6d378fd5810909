"""Helpers for queues of work, as those of p-queue and async."""

from __future__ import annotations

import asyncio
import contextlib
import heapq
import itertools
import math

from js2aio.mappings.helpers.promises import start


class TaskQueue:
    """Calls coroutine functions in turn, no more than so many at a time."""

    def __init__(self, concurrency=math.inf, paused=False):
        self.concurrency = concurrency
        self.paused = paused
        self.pending = 0
        self._waiting = []
        self._numbers = itertools.count()
        self._changed = asyncio.Condition()

    @property
    def size(self):
        """How many functions wait for their turn."""
        return len(self._waiting)

    def add(self, function, priority=0):
        """A future for what the function gives; a higher priority goes first."""
        future = asyncio.get_running_loop().create_future()
        self.put(function, priority, future)
        self._begin()
        return future

    def pause(self):
        """Begin nothing more until start() is called."""
        self.paused = True

    def start(self):
        """Begin what waits."""
        self.paused = False
        self._begin()

    def clear(self):
        """Forget what waits."""
        self._waiting.clear()

    async def wait_for(self, condition):
        """Wait until a condition of the queue holds."""
        async with self._changed:
            await self._changed.wait_for(condition)

    async def join(self):
        """Wait until nothing waits and nothing runs."""
        await self.wait_for(lambda: not self._waiting and not self.pending)

    def put(self, function, priority, future):
        """Let a function wait for its turn."""
        entry = (-priority, next(self._numbers), function, future)
        heapq.heappush(self._waiting, entry)

    def _begin(self):
        while self._waiting and not self.paused and self.pending < self.concurrency:
            *_, function, future = heapq.heappop(self._waiting)
            self.pending += 1
            start(self._run(function, future))

    async def _run(self, function, future):
        try:
            future.set_result(await function())
        except Exception as error:
            future.set_exception(error)
        self.pending -= 1
        self._begin()
        async with self._changed:
            self._changed.notify_all()


class WorkQueue(TaskQueue):
    """Items, and a coroutine function that works on so many of them at a time."""

    def __init__(self, worker, concurrency=1):
        super().__init__(concurrency)
        self.worker = worker

    def push(self, item):
        """Add an item; the future is done when the item is, even if that failed."""
        loop = asyncio.get_running_loop()
        future = loop.create_future()
        self.put(lambda: self._work(item), 0, future)
        loop.call_soon(self._begin)
        return future

    async def _work(self, item):
        with contextlib.suppress(Exception):
            await self.worker(item)
