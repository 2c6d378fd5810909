"""Room for deep recursion: ``run_deep`` runs a function where nested sources fit.

The stages recurse over trees, and each level of a JavaScript expression costs the parser
about fifteen Python frames, so Python's limit of 1,000 is reached by ordinary code.
``run_deep`` runs a function in a thread of its own that has a large stack and, for as
long as such a thread is at work, a higher recursion limit. A source that nests deeper
even than that ends in ``SourceTooDeepError``, never in a crash: the stack is dimensioned
so that the limit is reached first.

The recursion limit belongs to the interpreter, so other threads see the higher one while
a translation is under way; it is put back when the last one ends. The size of a new
thread's stack is a global setting too, changed only under a lock.
"""

from __future__ import annotations

import contextvars
import sys
import threading
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

from .errors import SourceTooDeepError

P = ParamSpec("P")
T = TypeVar("T")

# About 1,200 levels of parentheses. A frame needs well under 8 KB of the C stack even
# where a call goes through C code, and pages of the stack that are not touched cost
# nothing.
_FRAMES = 20_000
_STACK_SIZES = (256 * 2**20, 64 * 2**20, 16 * 2**20)
_STACK_PER_FRAME = 8 * 2**10

_lock = threading.Lock()
_running = 0
_limit_before = 0
_here = threading.local()


def run_deep(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """The result of ``function(*args, **kwargs)``, with room for deep recursion.

    Exceptions come out as they are, except RecursionError, which becomes
    SourceTooDeepError. A call from inside another run is an ordinary call.
    """
    try:
        if getattr(_here, "deep", False):
            return function(*args, **kwargs)
        return _in_thread(function, args, kwargs)
    except RecursionError:
        # Without the cause: its traceback holds thousands of frames.
        raise SourceTooDeepError(
            "the source nests too deeply to be translated; "
            "split up its longest expression or its deepest block"
        ) from None


def _in_thread(function: Callable[..., T], args: Any, kwargs: Any) -> T:
    context = contextvars.copy_context()
    outcome: list[T] = []
    failure: list[BaseException] = []

    def work() -> None:
        _here.deep = True
        try:
            outcome.append(context.run(function, *args, **kwargs))
        except BaseException as error:  # noqa: BLE001 - raised again by the caller
            failure.append(error)

    thread = _start(work)
    try:
        thread.join()
    finally:
        _finish()
    if failure:
        # The list is emptied, since the error's frames refer to it: no cycle remains.
        raise failure.pop()
    return outcome.pop()


def _start(work: Callable[[], None]) -> threading.Thread:
    """Starts a thread with the largest stack there is, and the limit that fits it."""
    global _running, _limit_before
    with _lock:
        for size in _STACK_SIZES:
            # A daemon: a person's Ctrl-C while waiting must not hang at the exit.
            thread = threading.Thread(target=work, name="js2aio", daemon=True)
            before = _set_stack_size(size)
            try:
                if _running == 0:
                    frames = min(_FRAMES, size // _STACK_PER_FRAME)
                    _limit_before = sys.getrecursionlimit()
                    sys.setrecursionlimit(max(frames, _limit_before))
                thread.start()
            except RuntimeError:
                if _running == 0:
                    sys.setrecursionlimit(_limit_before)
                continue
            finally:
                _set_stack_size(before)
            _running += 1
            return thread
    raise SourceTooDeepError("the system has no memory for another thread")


def _set_stack_size(size: int) -> int:
    """Sets the stack of threads to come where the system allows; what it was before."""
    try:
        return threading.stack_size(size)
    except (ValueError, RuntimeError):
        return 0


def _finish() -> None:
    """Puts the recursion limit back when no run is under way any more."""
    global _running
    with _lock:
        _running -= 1
        if _running == 0:
            sys.setrecursionlimit(_limit_before)
