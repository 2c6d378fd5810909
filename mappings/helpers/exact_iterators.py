"""Async iterators with JavaScript's queue of requests and its ticks (ECMA-262 27.1.4, 27.6)."""

from __future__ import annotations

import asyncio
import functools
from collections import deque

from js2aio.mappings.helpers.errors import as_exception, thrown_value
from js2aio.mappings.helpers.exact_promises import Promise, when_done
from js2aio.mappings.helpers.members import member


class Returned(BaseException):
    """Ends an async generator with a value: Python's own give none."""

    def __init__(self, value=None):
        super().__init__(value)
        self.value = value


class AsyncIterator:
    """What `async for` goes through: `next()` gives promises of steps."""

    has_ended = False

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            step = await Promise.resolve(self.next())
        except Exception:
            self.has_ended = True
            raise
        if member(step, "done"):
            self.has_ended = True
            raise StopAsyncIteration
        return member(step, "value")

    async def aclose(self):
        """Tell it that nobody reads on (7.4.13, AsyncIteratorClose)."""
        if not self.has_ended:
            self.has_ended = True
            await Promise.resolve(self.return_())


class OwnIterator(AsyncIterator):
    """An iterator that the program wrote by hand."""

    def __init__(self, iterator):
        self.iterator = iterator
        self.next = member(iterator, "next")
        self.return_ = member(iterator, "return")
        self.throw = member(iterator, "throw")

    async def aclose(self):
        """Call its own `return()`, if there is one."""
        if self.return_ is not None:
            await super().aclose()


class FromSync(AsyncIterator):
    """The items of something that is iterated at once, each awaited (27.1.4.4)."""

    throw = None

    def __init__(self, items):
        self.items = iter(items)

    def next(self, *_):
        """The promise of a step."""
        try:
            value, is_done = next(self.items), False
        except StopIteration as end:
            value, is_done = end.value, True
        except Exception as error:
            return Promise.reject(error)
        return self._step(value, is_done)

    def return_(self, value=None):
        """Close what is iterated."""
        if not hasattr(self.items, "close"):
            return Promise.resolve({"value": value, "done": True})
        self.items.close()
        return self._step(value, True)

    def _step(self, value, is_done):
        return Promise.resolve(value).then(
            lambda value: {"value": value, "done": is_done}
        )


def async_iterator(source):
    """An iterator over anything that `for await` takes."""
    return aiter(source) if hasattr(source, "__aiter__") else FromSync(source)


class Delegate:
    """What an async generator yields to hand over to another iterator: `yield*`."""

    def __init__(self, source):
        self.iterator = async_iterator(source)


class AsyncGenerator(AsyncIterator):
    """An async generator; requests that come while it runs wait in a queue (27.6.3)."""

    def __init__(self, generator):
        self.generator = generator
        self.state = "new"  # then suspended, running, returning, completed
        self.requests = deque()
        self.inner = None  # the iterator that it has handed over to

    def next(self, value=None):
        """Ask for the next step; the value is what `yield` gives."""
        if self.state == "completed":
            return Promise.resolve({"value": None, "done": True})
        return self._ask("next", value)

    def return_(self, value=None):
        """End it where it waits; its `finally` blocks run."""
        return self._ask("return", value)

    def throw(self, error=None):
        """Raise an error where it waits."""
        if self.state == "new":
            self.state = "completed"
        if self.state == "completed":
            return Promise.reject(error)
        return self._ask("throw", error)

    def _ask(self, kind, value):
        promise = Promise()
        self.requests.append((kind, value, promise))
        if self.state in ("new", "completed") and kind == "return":
            self.state = "completed"
            self._serve_rest()
        elif self.state in ("new", "suspended"):
            self._resume()
        return promise

    # -- running -----------------------------------------------------------------------------

    def _resume(self):
        """Go on for the request at the head of the queue."""
        kind, value, _ = self.requests[0]
        is_new, self.state = self.state == "new", "running"
        if kind == "return":
            self._await(value, self._return, self._throw)
        elif self.inner is not None:
            self._ask_inner(kind, value)
        elif kind == "next":
            self._send(None if is_new else value)
        else:
            self._throw(as_exception(value))

    def _send(self, value):
        self._go_on(self.generator.asend(value))

    def _throw(self, error):
        if self.inner is not None:
            self._ask_inner("throw", thrown_value(error))
        else:
            self._go_on(self.generator.athrow(error))

    def _return(self, value):
        if self.inner is not None:
            self._ask_inner("return", value)
        else:
            self._go_on(self.generator.athrow(Returned(value)))

    def _go_on(self, step):
        """Run it up to where it waits, yields or ends."""
        try:
            awaited = step.send(None)
        except StopIteration as reached:
            self._yielded(reached.value)
        except StopAsyncIteration:
            self._finish(None)
        except Returned as end:
            self._finish(end.value)
        except (Exception, asyncio.CancelledError) as error:
            self.state = "completed"
            self.requests.popleft()[2]._reject(error)
            self._serve_rest()
        else:
            when_done(awaited, functools.partial(self._go_on, step))

    def _yielded(self, value):
        if isinstance(value, Delegate):
            self.inner = value.iterator
            self._ask_inner("next", None)
        else:
            self._await(value, self._give, self._throw)

    def _give(self, value):
        """Answer the request at the head of the queue, and wait for the next one."""
        self.requests.popleft()[2]._resolve({"value": value, "done": False})
        self.state = "suspended"
        if self.requests:
            self._resume()

    def _finish(self, value):
        self.state = "completed"
        self.requests.popleft()[2]._resolve({"value": value, "done": True})
        self._serve_rest()

    def _serve_rest(self):
        """Answer what was asked of a generator that is over (27.6.3.10)."""
        while self.requests:
            kind, value, promise = self.requests[0]
            if kind == "return":
                self.state = "returning"
                self._await(value, self._finish, self._fail)
                return
            self.requests.popleft()
            if kind == "throw":
                promise._reject(as_exception(value))
            else:
                promise._resolve({"value": None, "done": True})

    def _fail(self, error):
        self.state = "completed"
        self.requests.popleft()[2]._reject(error)
        self._serve_rest()

    def _await(self, value, on_value, on_error):
        promise = Promise.resolve(value)

        def settled():
            if promise.exception() is None:
                on_value(promise.result())
            else:
                on_error(promise.exception())

        promise.call_back(settled)

    # -- yield*: 15.5.5 ------------------------------------------------------------------------

    def _ask_inner(self, kind, value):
        """Hand a request on to the inner iterator."""
        method = getattr(self.inner, "return_" if kind == "return" else kind)
        if method is None:
            self.inner = None
            if kind == "return":
                self._await(value, self._return, self._throw)
            else:
                self._throw(TypeError("The iterator does not provide a 'throw' method"))
            return

        def answered(step):
            if not member(step, "done"):
                self._give(member(step, "value"))
                return
            self.inner = None
            result = member(step, "value")
            if kind == "return":
                self._return(result)
            else:
                self._send(result)

        def failed(error):
            self.inner = None
            self._throw(error)

        try:
            step = method(value)
        except Exception as error:
            failed(error)
        else:
            self._await(step, answered, failed)


def async_generator(function):
    """An async generator function whose calls give JavaScript's async generators."""

    @functools.wraps(function)
    def start(*args, **kwargs):
        return AsyncGenerator(function(*args, **kwargs))

    return start
