"""Events as Node has them: listeners by name, called in order."""

import asyncio
from inspect import signature

from helpers.promises import settle, start


def call_listener(listener, args):
    """Call a function with as many arguments as it takes: missing ones are None."""
    kinds = [parameter.kind for parameter in signature(listener).parameters.values()]
    if kinds and kinds[-1] is kinds[-1].VAR_POSITIONAL:
        return listener(*args)
    return listener(*(*args, *[None] * len(kinds))[: len(kinds)])


def started(function):
    """A listener that starts a coroutine function, and does not wait for it."""
    return lambda *args: start(call_listener(function, args))


class EventEmitter:
    """Listeners for events, as Node's EventEmitter has them."""

    def __init__(self):
        self._events = {}

    def on(self, name, listener, once=False):
        """Call `listener` each time that the event is emitted."""
        self._events.setdefault(name, []).append((listener, once))
        return self

    def once(self, name, listener):
        """Call `listener` when the event is emitted next."""
        return self.on(name, listener, once=True)

    def prepend_listener(self, name, listener):
        """As `on`, before all other listeners."""
        self._events.setdefault(name, []).insert(0, (listener, False))
        return self

    def prepend_once_listener(self, name, listener):
        """As `once`, before all other listeners."""
        self._events.setdefault(name, []).insert(0, (listener, True))
        return self

    def off(self, name, listener):
        """Take away the listener that was added last."""
        entries = self._events.get(name, [])
        for index in reversed(range(len(entries))):
            if entries[index][0] == listener:
                del entries[index]
                break
        return self

    add_listener = on
    remove_listener = off

    def remove_all_listeners(self, name=None):
        """Take away all listeners, or those of one event."""
        if name is None:
            self._events.clear()
        else:
            self._events.pop(name, None)
        return self

    def emit(self, name, *args):
        """Call the listeners of an event; whether there were any."""
        entries = list(self._events.get(name, []))
        if not entries and name == "error":
            error = args[0] if args else None
            if isinstance(error, Exception):
                raise error
            raise RuntimeError(f"Unhandled error. ({error})")
        for listener, once in entries:
            if once:
                self._events[name].remove((listener, once))
            call_listener(listener, args)
        return bool(entries)

    def listeners(self, name):
        """The listeners of an event."""
        return [listener for listener, _ in self._events.get(name, [])]

    def listener_count(self, name):
        """How many listeners an event has."""
        return len(self._events.get(name, []))

    def event_names(self):
        """The events that have listeners."""
        return [name for name, entries in self._events.items() if entries]

    def set_max_listeners(self, count):
        """Python does not warn of many listeners."""
        return self


def events_of(emitter, name):
    """The arguments of each event from now on; an "error" event is raised."""
    queue = asyncio.Queue()

    def note(*args):
        queue.put_nowait(list(args))

    emitter.on(name, note)
    if name != "error":
        emitter.on("error", queue.put_nowait)

    async def give():
        try:
            while True:
                item = await queue.get()
                if isinstance(item, Exception):
                    raise item
                yield item
        finally:
            emitter.off(name, note)
            emitter.off("error", queue.put_nowait)

    return give()


async def once_event(emitter, name):
    """Wait for an event; its arguments. An "error" event is raised."""
    future = asyncio.get_running_loop().create_future()
    emitter.once(name, lambda *args: settle(future, list(args)))
    if name != "error":
        emitter.once("error", lambda err: future.done() or future.set_exception(err))
    return await future
