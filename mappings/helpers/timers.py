"""Helpers for timers: each timer is a task, so that it can be cancelled and waited for.

What is due at the same time runs in the order of the calls: the time counts from the call,
not from the first step of the task, and is given to the event loop as it is.
"""

from __future__ import annotations

import asyncio

from js2aio.mappings.helpers.promises import background, exit_on_error, settle


async def sleep_until(due):
    """Wait until the event loop's clock shows a time."""
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    timer = loop.call_at(due, settle, future)
    try:
        await future
    finally:
        timer.cancel()


def set_timeout(callback, delay=0.001, *args):
    """Call back after a delay in seconds; cancel() of the task stops it."""
    loop = asyncio.get_running_loop()
    due = loop.time() + delay

    async def fire():
        await sleep_until(due)
        callback(*args)

    task = loop.create_task(fire())
    task.add_done_callback(exit_on_error)
    return task


def set_interval(callback, delay=0.001, *args):
    """Call back again and again, with a delay in seconds; cancel() of the task stops it."""
    loop = asyncio.get_running_loop()
    due = loop.time() + delay

    async def tick():
        await sleep_until(due)
        while True:
            callback(*args)
            await asyncio.sleep(delay)

    task = loop.create_task(tick())
    task.add_done_callback(exit_on_error)
    return task


def in_background(callback):
    """The callback, as one whose coroutine runs on its own."""

    def call(*args):
        result = callback(*args)
        if asyncio.iscoroutine(result):
            background(result)

    return call


def clear_timer(timer):
    """Stop a timer; None and timers that are over do no harm."""
    if timer is not None:
        timer.cancel()
