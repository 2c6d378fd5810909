"""Helpers for timers: a timer is a number, under which what the event loop holds is kept.

What is due at the same time runs in the order of the calls, also among those who sleep: as
they do, a timer goes on in the round of the event loop that follows the one it is due in.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import sys
import traceback

from js2aio.mappings.helpers.promises import background


def set_timeout(callback, delay=0.001, *args):
    """Call back after a delay in seconds; clear_timer stops it."""
    timer, loop = next(_NUMBERS), asyncio.get_running_loop()
    if not _KEEPER:
        keep_alive(loop)
    _TIMERS[timer] = loop.call_at(
        loop.time() + delay, loop.call_soon, fire_timer, timer, callback, args
    )
    return timer


def set_interval(callback, delay=0.001, *args):
    """Call back again and again, with a delay in seconds; clear_timer stops it."""
    timer, loop = next(_NUMBERS), asyncio.get_running_loop()
    if not _KEEPER:
        keep_alive(loop)

    def tick():
        if timer not in _TIMERS:
            return
        try:
            callback(*args)
        except Exception:
            end_with_error()
        if timer in _TIMERS:
            _TIMERS[timer] = loop.call_later(delay, loop.call_soon, tick)

    _TIMERS[timer] = loop.call_later(delay, loop.call_soon, tick)
    return timer


async def ticks(delay, value=None):
    """Give a value again and again, with a delay in seconds in between."""
    loop = asyncio.get_running_loop()
    due = loop.time()
    while True:
        due += delay
        await asyncio.sleep(due - loop.time())
        yield value


def clear_timer(timer):
    """Stop a timer; None and timers that are over do no harm."""
    handle = _TIMERS.pop(timer, None)
    if handle is not None:
        handle.cancel()
        _UNHELD.discard(timer)
        if len(_TIMERS) == len(_UNHELD):
            let_go()


def fire_timer(timer, callback, args):
    """Call what a timer is for, unless it was stopped since it was due."""
    if _TIMERS.pop(timer, None) is None:
        return
    try:
        callback(*args)
    except Exception:
        end_with_error()
    _UNHELD.discard(timer)
    if len(_TIMERS) == len(_UNHELD):
        let_go()


def unref_timer(timer):
    """Let the program end although the timer is not over."""
    if timer in _TIMERS:
        _UNHELD.add(timer)
        if len(_TIMERS) == len(_UNHELD):
            let_go()
    return timer


def end_with_error():
    """End the program with status 1 for the error of a callback, as Node does."""
    traceback.print_exc()
    sys.stdout.flush()
    os._exit(1)


def keep_alive(loop):
    """Start a task that lasts as long as there are timers: main waits for it."""

    async def last():
        await future

    future = loop.create_future()
    _KEEPER.append(future)
    loop.create_task(last())


def let_go():
    """End the task that lasts as long as there are timers."""
    if _KEEPER:
        _KEEPER.pop().set_result(None)


_TIMERS = {}
_UNHELD = set()  # for which the program does not stay alive
_NUMBERS = itertools.count(1)
_KEEPER = []


def in_background(callback):
    """The callback, as one whose coroutine runs on its own."""

    def call(*args):
        result = callback(*args)
        if asyncio.iscoroutine(result):
            background(result)

    return call
