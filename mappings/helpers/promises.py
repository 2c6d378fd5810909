"""Helpers for promises: what asyncio has no single call for."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import os
import sys
import traceback
import types

from js2aio.mappings.helpers.errors import as_exception, thrown_value


async def awaited(value):
    """Await what can be awaited; anything else is the value itself."""
    return await value if hasattr(value, "__await__") else value


async def in_turn(awaitable):
    """Await it and give way, even where it is done already, as JavaScript does."""
    if asyncio.isfuture(awaitable):
        if awaitable.done():
            await asyncio.sleep(0)
        return await awaitable
    try:
        value = await awaitable
    except Exception:
        await asyncio.sleep(0)
        raise
    await asyncio.sleep(0)
    return value


async def race(*awaitables):
    """Return the first to finish, as Promise.race does: the others go on."""
    settled = []

    def note(task):
        settled.append(task)
        if not task.cancelled():
            task.exception()  # looked at, as nobody asks for those of the others

    tasks = [asyncio.ensure_future(awaitable) for awaitable in awaitables]
    for task in tasks:
        task.add_done_callback(note)
    if not tasks:
        await asyncio.get_running_loop().create_future()
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    return settled[0].result()


async def first_success(*awaitables):
    """Return the first result, as Promise.any does; ExceptionGroup if all fail."""
    tasks = [asyncio.ensure_future(awaitable) for awaitable in awaitables]
    for finished in asyncio.as_completed(tasks):
        with contextlib.suppress(Exception):
            return await finished
    errors = [task.exception() for task in tasks]
    raise ExceptionGroup("All promises were rejected", errors or [RuntimeError()])


async def settle_all(*awaitables):
    """Wait for all and describe each outcome, as Promise.allSettled does."""
    results = await asyncio.gather(*awaitables, return_exceptions=True)
    return [
        (
            {"status": "rejected", "reason": thrown_value(result)}
            if isinstance(result, BaseException)
            else {"status": "fulfilled", "value": result}
        )
        for result in results
    ]


def start(coroutine):
    """Start a task whose first part runs now, as that of a JavaScript call does."""
    if not asyncio.iscoroutine(coroutine):
        return asyncio.ensure_future(coroutine)
    loop = asyncio.get_running_loop()
    try:
        waiting_for = coroutine.send(None)
    except StopIteration as finished:
        future = loop.create_future()
        future.set_result(finished.value)
        return future
    except Exception as error:
        future = loop.create_future()
        future.set_exception(error)
        return future

    @types.coroutine
    def rest():
        if waiting_for is not None:
            waiting_for._asyncio_future_blocking = True  # as `await` marks it
        # An error is told to the coroutine itself when it goes on.
        with contextlib.suppress(Exception, asyncio.CancelledError):
            yield waiting_for
        return (yield from coroutine.__await__())

    async def go_on():
        return await rest()

    return loop.create_task(go_on())


def background(awaitable):
    """Start what nobody waits for; an error in it ends the program, as in Node."""
    task = start(awaitable)
    _BACKGROUND.add(task)
    task.add_done_callback(_BACKGROUND.discard)
    task.add_done_callback(exit_on_error)
    return task


def exit_on_error(task):
    """End the program with status 1 for the error of a task that nobody waits for."""
    if not task.cancelled() and task.exception() is not None:
        traceback.print_exception(task.exception())
        sys.stdout.flush()
        os._exit(1)


def heard(promise, rounds=10):
    """A task or future, kept for later: an error that nobody asks for in time ends the
    program, as in Node. What is ready to run when it fails may still ask."""

    def look(promise, rounds=rounds):
        if rounds:
            promise.get_loop().call_soon(look, promise, rounds - 1)
        elif getattr(promise, "_log_traceback", False):  # nobody has asked
            exit_on_error(promise)

    promise.add_done_callback(look)
    return promise


_BACKGROUND = set()


def settle(future, value=None):
    """Give a future its result, unless it has an outcome already."""
    try:
        future.set_result(value)
    except asyncio.InvalidStateError:
        pass


def resolve(future, value=None):
    """Settle a future with a value, once; a promise is waited for first."""
    if future.done() or future in _FOLLOWING:
        return
    if value is future:
        future.set_exception(
            TypeError("Chaining cycle detected for promise #<Promise>")
        )
    elif hasattr(value, "__await__"):
        inner = start(value)
        _FOLLOWING.add(future)
        inner.add_done_callback(lambda inner: _adopt(future, inner))
    else:
        future.set_result(value)


def _adopt(future, inner):
    """Settle a future as another one was settled."""
    _FOLLOWING.discard(future)
    if future.done():
        return
    if inner.exception() is not None:
        future.set_exception(inner.exception())
    else:
        future.set_result(inner.result())


def reject(future, error=None):
    """Settle a future with an error, once."""
    if not future.done() and future not in _FOLLOWING:
        future.set_exception(as_exception(error))


_FOLLOWING = set()


def with_resolvers():
    """A future and the functions that settle it, as Promise.withResolvers gives them."""
    future = asyncio.get_running_loop().create_future()
    return {
        "promise": future,
        "resolve": functools.partial(resolve, future),
        "reject": functools.partial(reject, future),
    }


async def attempt(function, *args):
    """Call a function and give what becomes of it, as Promise.try does."""
    return await awaited(function(*args))


def promisified(function):
    """An async function for one that calls back with an error or a value, at its end."""

    @functools.wraps(function)
    async def call(*args):
        future = asyncio.get_running_loop().create_future()

        def done(error=None, value=None, *_):
            if error:
                reject(future, error)
            else:
                settle(future, value)

        function(*args, done)
        return await future

    return call


def fulfilled(value=None):
    """A future that is done."""
    future = asyncio.get_running_loop().create_future()
    future.set_result(value)
    return future


def failed(error=None):
    """A future that has failed."""
    future = asyncio.get_running_loop().create_future()
    future.set_exception(as_exception(error))
    return future


async def rejected(error=None):
    """A coroutine that fails with an error."""
    raise as_exception(error)
