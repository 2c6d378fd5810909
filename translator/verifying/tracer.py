"""Runs a program and notes what printed, and what opened files for writing.

    python tracer.py PROGRAM NOTES SECONDS [ARGUMENT...]

It is executed as a file of its own and imports nothing of js2aio, so that any Python can run
it. NOTES becomes lines of JSON: ``{"text": ..., "lines": [...]}`` of a write to stdout,
``{"path": ..., "lines": [...]}`` of a change of a file; the lines are those of PROGRAM that
were being executed, the innermost first. After SECONDS, unless 0, ``{"task": ..., "lines":
[...]}`` of what is being executed, and of each task that waits.
"""

from __future__ import annotations

import contextlib
import json
import os
import runpy
import signal
import sys
from collections.abc import Iterable
from types import FrameType
from typing import Any

LIMIT = 20_000
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
# Where the changed path stands among the arguments of the event.
CHANGES = {"open": 0, "os.remove": 0, "os.rename": 1, "os.link": 1, "os.symlink": 1}


class Notes:
    """Writes what is noted, and knows what is being executed."""

    def __init__(self, program: str, path: str) -> None:
        self.program = program
        self.log = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self.left = LIMIT
        self.home = os.getcwd()

    def note(self, key: str, value: str, frame: FrameType | None) -> None:
        frames = []
        while frame is not None:
            frames.append(frame)
            frame = frame.f_back
        self.note_frames(key, value, frames)

    def note_frames(self, key: str, value: str, frames: list[FrameType]) -> None:
        lines = [
            frame.f_lineno
            for frame in frames
            if frame.f_code.co_filename == self.program
        ]
        if self.left and lines:
            self.left -= 1
            # At once: a program may end by os._exit().
            entry = json.dumps({key: value, "lines": lines})
            os.write(self.log, entry.encode() + b"\n")

    def audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event not in CHANGES:
            return
        path = arguments[CHANGES[event]]
        if not isinstance(path, (str, bytes)):
            return
        if event == "open" and not (
            isinstance(arguments[2], int) and arguments[2] & WRITING
        ):
            return
        absolute = os.path.abspath(os.fsdecode(path))
        where = os.path.relpath(absolute, self.home)
        self.note("path", where, sys._getframe(1))

    def tasks(self, _number: int, frame: FrameType | None) -> None:
        self.note("task", "", frame)
        with contextlib.suppress(RuntimeError):  # no loop is running
            for task in sys.modules["asyncio"].all_tasks():
                self.note_frames("task", task.get_name(), awaiting(task.get_coro()))


def awaiting(coroutine: Any) -> list[FrameType]:
    """The frames of a coroutine and of those that it awaits, the innermost first."""
    frames: list[FrameType] = []
    while getattr(coroutine, "cr_frame", None) is not None:
        frames.insert(0, coroutine.cr_frame)
        coroutine = coroutine.cr_await
    return frames


class Noting:
    """Like a stream, and notes what is written to it."""

    def __init__(self, stream: Any, notes: Notes) -> None:
        self.__dict__.update(_stream=stream, _notes=notes)

    def write(self, text: str) -> Any:
        self._notes.note("text", text, sys._getframe(1))
        return self._stream.write(text)

    def writelines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(self._stream, name, value)


def main() -> None:
    program, path, seconds = sys.argv[1:4]
    sys.argv[:] = [program, *sys.argv[4:]]
    sys.path[0] = os.path.dirname(program)
    notes = Notes(program, path)
    sys.stdout = Noting(sys.stdout, notes)
    sys.addaudithook(notes.audit)
    if float(seconds) and hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, notes.tasks)
        signal.setitimer(signal.ITIMER_REAL, float(seconds))
    runpy.run_path(program, run_name="__main__")


if __name__ == "__main__":
    main()
