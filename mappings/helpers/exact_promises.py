"""Promises that settle in the order of JavaScript, tick by tick (ECMA-262 27.2, 27.7)."""

from __future__ import annotations

import asyncio
import functools
from inspect import signature

from js2aio.mappings.helpers.errors import as_exception, thrown_value
from js2aio.mappings.helpers.exact_loop import LOOP


class Promise:
    """A value that is there later; what waits for it goes on in jobs of the loop.

    Tasks of asyncio can await it as well.
    """

    _asyncio_future_blocking = False

    def __init__(self, executor=None):
        self._state, self._result = "pending", None
        self._reactions, self._is_handled = [], False
        if executor is not None:
            resolve, reject = self._settlers()
            try:
                executor(resolve, reject)
            except Exception as error:
                reject(error)

    # -- settling: 27.2.1 ----------------------------------------------------------------

    def _settlers(self):
        """The two functions that settle it; the first call of either counts."""
        is_called = False

        def settle(how, value):
            nonlocal is_called
            if not is_called:
                is_called = True
                how(value)

        return (
            lambda value=None, *_: settle(self._resolve, value),
            lambda error=None, *_: settle(self._reject, as_exception(error)),
        )

    def _resolve(self, value):
        """Settle it with a value; a promise or other thenable is followed, by a job."""
        if value is self:
            self._reject(TypeError("Chaining cycle detected for promise #<Promise>"))
            return
        try:
            then = then_of(value)
        except Exception as error:
            self._reject(error)
            return
        if then is None:
            self._settle("fulfilled", value)
        else:
            LOOP.call_soon(self._follow, then)

    def _follow(self, then):
        resolve, reject = self._settlers()
        try:
            then(resolve, reject)
        except Exception as error:
            reject(error)

    def _reject(self, error):
        if not self._is_handled:
            LOOP.rejected[self] = error
        self._settle("rejected", error)

    def _settle(self, state, result):
        self._state, self._result = state, result
        reactions, self._reactions = self._reactions, []
        for callback, args in reactions:
            LOOP.call_soon(callback, *args)

    # -- then, catch, finally: 27.2.5 ------------------------------------------------------

    def then(self, on_fulfilled=None, on_rejected=None):
        """A promise for what the handler gives that fits the outcome."""
        derived = Promise()
        self.call_back(self._react, derived, on_fulfilled, on_rejected)
        return derived

    def catch(self, on_rejected=None):
        """`then` for failures alone."""
        return self.then(None, on_rejected)

    def finally_(self, on_settled=None):
        """Call back in any case; value and error pass through."""
        if not callable(on_settled):
            return self.then(on_settled, on_settled)

        def pass_on(value):
            return Promise.resolve(on_settled()).then(lambda _: value)

        def fail_again(error):
            def fail(_):
                raise as_exception(error)

            return Promise.resolve(on_settled()).then(fail)

        return self.then(pass_on, fail_again)

    def _react(self, derived, on_fulfilled, on_rejected):
        """The job of a reaction (27.2.2.1)."""
        is_fulfilled = self._state == "fulfilled"
        handler = on_fulfilled if is_fulfilled else on_rejected
        if not callable(handler):
            settle = derived._resolve if is_fulfilled else derived._reject
            settle(self._result)
            return
        try:
            result = handler(
                self._result if is_fulfilled else thrown_value(self._result)
            )
        except Exception as error:
            derived._reject(error)
        else:
            derived._resolve(result)

    # -- waiting ---------------------------------------------------------------------------

    def __await__(self):
        self._asyncio_future_blocking = True
        yield self
        return self.result()

    def call_back(self, callback, *args):
        """Call back in a job once it is settled; that is all that `await` does (27.7.5.3)."""
        self._is_handled = True
        LOOP.rejected.pop(self, None)
        if self._state == "pending":
            self._reactions.append((callback, args))
        else:
            LOOP.call_soon(callback, *args)

    def done(self):
        """Whether it is settled."""
        return self._state != "pending"

    def result(self):
        """What it was settled with; an error is raised."""
        if self._state == "rejected":
            raise self._result
        return self._result

    def exception(self):
        """The error that it was rejected with, or None."""
        return self._result if self._state == "rejected" else None

    def cancelled(self):
        """Promises are never cancelled."""
        return False

    def get_loop(self):
        """The loop of asyncio, for its tasks."""
        return asyncio.get_running_loop()

    def add_done_callback(self, callback, *, context=None):
        """Call back from asyncio's loop, for its tasks."""
        self.call_back(self._tell, callback, context)

    def remove_done_callback(self, callback):
        """Call back no more; how often it was to be called."""
        kept = [r for r in self._reactions if r[1][:1] != (callback,)]
        removed = len(self._reactions) - len(kept)
        self._reactions = kept
        return removed

    def _tell(self, callback, context):
        asyncio.get_running_loop().call_soon(callback, self, context=context)

    # -- combinators: 27.2.4 -----------------------------------------------------------------

    @staticmethod
    def resolve(value=None):
        """A promise for a value; a promise is itself."""
        if isinstance(value, Promise):
            return value
        promise = Promise()
        promise._resolve(value)
        return promise

    @staticmethod
    def reject(error=None):
        """A promise that has failed."""
        promise = Promise()
        promise._reject(as_exception(error))
        return promise

    @staticmethod
    def with_resolvers():
        """A promise and the functions that settle it."""
        promise = Promise()
        resolve, reject = promise._settlers()
        return {"promise": promise, "resolve": resolve, "reject": reject}

    @staticmethod
    def try_(function, *args):
        """A promise for what a function gives or raises."""
        return Promise(lambda resolve, _: resolve(function(*args)))

    @staticmethod
    def all(items):
        """The values of all, in order; the first failure fails it."""
        return Promise._collect(items, lambda value: value)

    @staticmethod
    def all_settled(items):
        """What became of all: objects with `status` and `value` or `reason`."""
        return Promise._collect(
            items,
            lambda value: {"status": "fulfilled", "value": value},
            lambda reason: {"status": "rejected", "reason": reason},
        )

    @staticmethod
    def _collect(items, on_value, on_reason=None):
        promise = Promise()
        resolve, reject = promise._settlers()
        results = []
        missing = 1

        def settle(place, result):
            nonlocal missing
            results[place] = result
            missing -= 1
            if not missing:
                resolve(results)

        try:
            for place, item in enumerate(items):
                results.append(None)
                missing += 1

                def fulfilled(value, place=place):
                    settle(place, on_value(value))

                def rejected(reason, place=place):
                    settle(place, on_reason(reason))

                Promise.resolve(item).then(fulfilled, rejected if on_reason else reject)
        except Exception as error:
            reject(error)
        missing -= 1
        if not missing:
            resolve(results)
        return promise

    @staticmethod
    def race(items):
        """The first to be settled settles it."""
        promise = Promise()
        resolve, reject = promise._settlers()
        try:
            for item in items:
                Promise.resolve(item).then(resolve, reject)
        except Exception as error:
            reject(error)
        return promise

    @staticmethod
    def any(items):
        """The first value; ExceptionGroup where all fail."""
        promise = Promise()
        resolve, reject = promise._settlers()
        errors = []
        missing = 1

        def fail(place, reason):
            nonlocal missing
            errors[place] = as_exception(reason)
            give_up()

        def give_up():
            nonlocal missing
            missing -= 1
            if not missing:
                failures = errors or [RuntimeError()]
                reject(ExceptionGroup("All promises were rejected", failures))

        try:
            for place, item in enumerate(items):
                errors.append(None)
                missing += 1
                Promise.resolve(item).then(resolve, functools.partial(fail, place))
        except Exception as error:
            reject(error)
        give_up()
        return promise


def then_of(value):
    """What settles two functions with what becomes of a value; None for plain values."""
    if isinstance(value, Promise):
        return value.then
    if value is None or isinstance(value, (str, int, float, list, type)):
        return None
    then = (
        value.get("then") if isinstance(value, dict) else getattr(value, "then", None)
    )
    if callable(then):
        return functools.partial(call_with, then)
    if hasattr(value, "__await__"):
        return functools.partial(follow_awaitable, asyncio.ensure_future(value))
    return None


def call_with(function, *args):
    """Call a function with as many of the arguments as it takes."""
    parameters = signature(function).parameters.values()
    if all(p.kind is not p.VAR_POSITIONAL for p in parameters):
        args = args[: len(parameters)]
    return function(*args)


def follow_awaitable(future, resolve, reject):
    """Settle as a future of asyncio does."""

    def settle():
        if future.cancelled():
            reject(asyncio.CancelledError())
        elif future.exception() is not None:
            reject(future.exception())
        else:
            resolve(future.result())

    LOOP.when_done(future, settle)


def promised(function):
    """An async function whose call runs it up to its first `await` and gives a promise."""

    @functools.wraps(function)
    def start(*args, **kwargs):
        promise = Promise()
        go_on(function(*args, **kwargs), promise)
        return promise

    return start


def go_on(coroutine, promise):
    """Run a coroutine up to where it waits next; at its end it settles its promise."""
    try:
        awaited = coroutine.send(None)
    except StopIteration as end:
        LOOP.suspended.discard(coroutine)
        promise._resolve(end.value)
    except (Exception, asyncio.CancelledError) as error:
        LOOP.suspended.discard(coroutine)
        promise._reject(error)
    else:
        LOOP.suspended.add(coroutine)
        when_done(awaited, functools.partial(go_on, coroutine, promise))


def when_done(awaited, callback):
    """Call back when what a coroutine waits for is there: a promise, or asyncio's future."""
    if awaited is not None:
        awaited._asyncio_future_blocking = False
    if isinstance(awaited, Promise):
        awaited.call_back(callback)
    else:
        LOOP.when_done(awaited, callback)


def promisify(function):
    """A function that gives a promise, for one that calls back with an error or a value."""

    def call(*args):
        def run(resolve, reject):
            def done(error=None, value=None, *_):
                reject(error) if error else resolve(value)

            function(*args, done)

        return Promise(run)

    return call


def taking(function, count):
    """The function as one that may be given more arguments than it takes."""
    return lambda *args: function(*args[:count])
