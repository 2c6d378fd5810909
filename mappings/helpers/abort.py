"""Helpers for AbortController: a signal that listeners and sleeping tasks look at."""

from __future__ import annotations

import asyncio

from js2aio.mappings.helpers.errors import as_exception


class AbortError(Exception):
    """What an aborted operation ends with."""

    name = "AbortError"
    code = "ABORT_ERR"


class AbortSignal:
    """Tells those who hold it that an operation should stop."""

    def __init__(self):
        self.aborted = False
        self.reason = None
        self.listeners = []

    def abort(self, reason=None):
        if not self.aborted:
            self.aborted = True
            self.reason = reason
            if reason is None:
                self.reason = AbortError("This operation was aborted")
            for listener in list(self.listeners):
                listener()

    def throw_if_aborted(self):
        if self.aborted:
            raise as_exception(self.reason)

    def add_listener(self, listener):
        if listener not in self.listeners:
            self.listeners.append(listener)

    def remove_listener(self, listener):
        if listener in self.listeners:
            self.listeners.remove(listener)


class AbortController:
    """Holds a signal, and aborts it."""

    def __init__(self):
        self.signal = AbortSignal()

    def abort(self, reason=None):
        self.signal.abort(reason)


def aborted_signal(reason=None):
    """A signal that is aborted already."""
    signal = AbortSignal()
    signal.abort(reason)
    return signal


def timeout_signal(delay):
    """A signal that is aborted after a delay in seconds."""
    signal = AbortSignal()
    error = TimeoutError("The operation was aborted due to timeout")
    asyncio.get_running_loop().call_later(delay, signal.abort, error)
    return signal


async def until_aborted(awaitable, signal):
    """Wait for it unless the signal is aborted first: then its reason is raised."""
    task = asyncio.ensure_future(awaitable)
    signal.add_listener(task.cancel)
    if signal.aborted:
        task.cancel()
    try:
        return await task
    except asyncio.CancelledError:
        signal.throw_if_aborted()
        raise
    finally:
        signal.remove_listener(task.cancel)


def any_signal(signals):
    """A signal that is aborted as soon as one of the signals is."""
    signal = AbortSignal()
    for source in signals:
        if source.aborted:
            signal.abort(source.reason)
        source.add_listener(lambda source=source: signal.abort(source.reason))
    return signal


async def delay(seconds, value=None, signal=None):
    """Sleep and give the value; an abort of the signal ends it with an AbortError."""
    if signal is None:
        return await asyncio.sleep(seconds, value)
    if signal.aborted:
        raise AbortError("The operation was aborted")
    sleeping = asyncio.ensure_future(asyncio.sleep(seconds, value))
    signal.add_listener(sleeping.cancel)
    try:
        return await sleeping
    except asyncio.CancelledError:
        if not signal.aborted:
            raise
        raise AbortError("The operation was aborted") from None
    finally:
        signal.remove_listener(sleeping.cancel)
