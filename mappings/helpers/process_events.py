"""What is done when the program ends, or is told to by a signal."""

import atexit
import signal

_EXIT_LISTENERS = []


def on_exit(listener):
    """Call a function when the program ends, after those that were given before."""
    if not _EXIT_LISTENERS:
        atexit.register(lambda: [listener() for listener in _EXIT_LISTENERS])
    _EXIT_LISTENERS.append(listener)


def on_signal(number, listener):
    """Call a function at a signal, which does not end the program any more."""
    signal.signal(number, lambda *_: listener())
