"""Helpers for timers: each timer is a task, so that it can be cancelled and waited for."""

from __future__ import annotations

import asyncio

from js2aio.mappings.helpers.promises import background, start


def set_timeout(callback, delay=0.001, *args):
    """Call back after a delay in seconds; cancel() of the task stops it."""

    async def fire():
        await asyncio.sleep(delay)
        call_back(callback, args)

    return background(fire())


def set_interval(callback, delay=0.001, *args):
    """Call back again and again, with a delay in seconds; cancel() stops it."""

    async def tick():
        while True:
            await asyncio.sleep(delay)
            call_back(callback, args)

    return background(tick())


def call_back(callback, args):
    """Call a function; a coroutine that it gives runs on its own."""
    result = callback(*args)
    if asyncio.iscoroutine(result):
        background(result)


def clear_timer(timer):
    """Stop a timer; None and timers that are over do no harm."""
    if timer is not None:
        timer.cancel()


assert start
