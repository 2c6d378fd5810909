"""Runs emitted programs, each in a process of its own that is forked from this one.

Reads a line of JSON for each, ``{"code": ..., "factory": ...}``, and answers with what it
printed, its exit code, and what it wrote to stderr. The event loop's clock jumps to the
next timer, so that nothing sleeps; a program in which nothing can happen any more hangs
under asyncio: its exit code is None then.
"""

from __future__ import annotations

import asyncio

# What emitted programs import: once, here.
import atexit  # noqa: E401, F401, I001
import contextlib
import heapq
import json
import os
import selectors
import signal
import sys
import tempfile
import traceback
import types
from decimal import Decimal  # noqa: F401
from pathlib import Path

HANGS = 97
SECONDS = 5


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop whose time passes only when nothing else is to be done.

    A program may bring a selector of its own, which is told when nothing is left to wait for.
    """

    def __init__(self, selector: selectors.BaseSelector | None = None) -> None:
        # poll() is a call without the limits of select(), and made by no file descriptor
        super().__init__(selector or selectors.PollSelector())
        self._told = selector is not None
        self._now = 0.0

    def time(self) -> float:
        return self._now

    def _run_once(self) -> None:
        while self._scheduled and self._scheduled[0]._cancelled:
            self._timer_cancelled_count -= 1
            heapq.heappop(self._scheduled)._scheduled = False
        if not self._ready and not self._stopping:
            if self._scheduled:
                self._now = max(self._now, self._scheduled[0]._when)
            elif not self._told:
                sys.stdout.flush()
                os._exit(HANGS)
        super()._run_once()


class VirtualPolicy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self) -> asyncio.AbstractEventLoop:
        return VirtualLoop()


def run(code: str, path: str) -> int:
    """Run a program as ``__main__`` and give its exit code."""
    asyncio.set_event_loop_policy(VirtualPolicy())
    asyncio.SelectorEventLoop = VirtualLoop  # type: ignore[misc]
    module = types.ModuleType("__main__")
    module.__file__ = path
    sys.modules["__main__"] = module
    status = 0
    try:
        exec(compile(code, path, "exec", dont_inherit=True), module.__dict__)
    except SystemExit as leaving:
        status = (
            leaving.code if isinstance(leaving.code, int) else int(bool(leaving.code))
        )
    except BaseException:
        traceback.print_exc()
        status = 1
    atexit._run_exitfuncs()
    return status


def answer(code: str, folder: str) -> dict[str, object]:
    out, err = os.path.join(folder, "out"), os.path.join(folder, "err")
    child = os.fork()
    if child == 0:
        status = 70
        try:
            for number, name in ((1, out), (2, err)):
                flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
                os.dup2(os.open(name, flags), number)
            sys.stdout = open(1, "w", encoding="utf-8", closefd=False)
            sys.stderr = open(2, "w", encoding="utf-8", closefd=False, buffering=1)
            atexit._clear()  # what this process would do at its end
            signal.alarm(SECONDS)
            status = run(code, os.path.join(folder, "program.py"))
        except BaseException:
            traceback.print_exc()
        finally:
            with contextlib.suppress(Exception):
                sys.stdout.flush()
                sys.stderr.flush()
            os._exit(status)
    _, state = os.waitpid(child, 0)
    status: int | None = os.waitstatus_to_exitcode(state)
    if status == HANGS or status == -signal.SIGALRM:
        status = None
    texts = [Path(name).read_text("utf-8", "backslashreplace") for name in (out, err)]
    return {"stdout": texts[0], "stderr": texts[1], "code": status}


def serve() -> None:
    with tempfile.TemporaryDirectory(prefix="js2aio-fuzz-") as folder:
        for line in sys.stdin:
            result = answer(json.loads(line)["code"], folder)
            sys.stdout.write(json.dumps(result) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    serve()
