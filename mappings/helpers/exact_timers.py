"""Promises and signals of timers that keep Node's order."""

from __future__ import annotations

from js2aio.mappings.helpers.abort import AbortError, AbortSignal
from js2aio.mappings.helpers.errors import as_exception
from js2aio.mappings.helpers.exact_iterators import AsyncGenerator
from js2aio.mappings.helpers.exact_loop import LOOP
from js2aio.mappings.helpers.exact_promises import Promise


def sleep_promise(delay, value=None, signal=None):
    """A promise that a timer settles; an abort of the signal rejects it."""
    promise = Promise()
    resolve, reject = promise._settlers()

    def stop():
        timer.cancel()
        error = AbortError("The operation was aborted")
        error.__cause__ = as_exception(signal.reason)
        reject(error)

    timer = LOOP.call_later(delay, resolve, value)
    if signal is not None:
        if signal.aborted:
            stop()
        signal.add_listener(stop)
    return promise


def immediate_promise(value=None):
    """A promise that is settled behind the timers that are due."""
    return Promise(lambda resolve, _: LOOP.call_immediate(resolve, value))


def interval_promises(delay, value=None):
    """An async generator that gives a value again and again, a timer apart."""

    async def rounds():
        while True:
            await sleep_promise(delay)
            yield value

    return AsyncGenerator(rounds())


def loop_timeout_signal(delay):
    """A signal that is aborted after a delay in seconds."""
    signal = AbortSignal()
    error = TimeoutError("The operation was aborted due to timeout")
    LOOP.call_later(delay, signal.abort, error).unref()
    return signal
