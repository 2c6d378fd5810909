"""Helpers for promises with a limit of time or of tries, and for what became of many."""

from __future__ import annotations

import asyncio

from js2aio.mappings.helpers.errors import thrown_value
from js2aio.mappings.helpers.promises import awaited


async def timed(awaitable, seconds, message=None):
    """Wait so long at most, then raise a TimeoutError; what is awaited goes on."""
    task = asyncio.ensure_future(awaitable)
    done, _ = await asyncio.wait([task], timeout=seconds)
    if not done:
        # Nobody looks at it any more: its error is no unhandled one.
        task.add_done_callback(lambda task: task.cancelled() or task.exception())
        raise TimeoutError(
            message or f"Promise timed out after {round(seconds * 1000)} milliseconds"
        )
    return task.result()


async def tapped(awaitable, callback):
    """The value, once the callback has looked at it and what it gives is done."""
    value = await awaitable
    await awaited(callback(value))
    return value


class GiveUp(Exception):
    """Raised in place of an error after which no further try is made."""

    name = "AbortError"

    def __init__(self, error):
        super().__init__(str(error))
        self.error = error if isinstance(error, Exception) else RuntimeError(error)


async def unless_given_up(retrying, function):
    """What a function gives in the end; a GiveUp stands for the error in it."""
    try:
        return await retrying(function)
    except GiveUp as given_up:
        raise given_up.error from None


def after_failure(callback, retries):
    """Tells a callback of each failed try, as p-retry does: what tenacity calls `after`."""

    async def tell(state):
        failed = {
            "error": state.outcome.exception(),
            "attemptNumber": state.attempt_number,
            "retriesLeft": retries - state.attempt_number + 1,
            "retriesConsumed": state.attempt_number - 1,
        }
        await awaited(callback(failed))

    return tell


class TimedLock:
    """A lock for which nobody waits longer than so many seconds."""

    def __init__(self, lock, seconds):
        self.lock = lock
        self.seconds = seconds

    async def __aenter__(self):
        try:
            await asyncio.wait_for(self.lock.acquire(), self.seconds)
        except TimeoutError:
            text = "timeout while waiting for mutex to become available"
            raise RuntimeError(text) from None

    async def __aexit__(self, *error):
        self.lock.release()


async def settle_each(*awaitables):
    """Wait for all and describe each outcome, as p-settle does."""
    outcomes = []
    for result in await asyncio.gather(*awaitables, return_exceptions=True):
        failed = isinstance(result, BaseException)
        outcome = {
            "status": "rejected" if failed else "fulfilled",
            "isFulfilled": not failed,
            "isRejected": failed,
        }
        if failed:
            outcome["reason"] = thrown_value(result)
        else:
            outcome["value"] = result
        outcomes.append(outcome)
    return outcomes
