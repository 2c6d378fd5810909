"""Rest for the garbage collector while trees are built.

The trees of a translation are many small objects that all stay until it ends: each pass of
the collector would look at every one of them and find nothing, for about a third of the
whole time (https://docs.python.org/3/library/gc.html).
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_resting = 0
_was_enabled = False


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """No collection inside; the collector belongs to the process, so the last one in any
    thread to leave puts it back."""
    global _resting, _was_enabled
    with _lock:
        if _resting == 0:
            _was_enabled = gc.isenabled()
            gc.disable()
        _resting += 1
    try:
        yield
    finally:
        with _lock:
            _resting -= 1
            if _resting == 0 and _was_enabled:
                gc.enable()
