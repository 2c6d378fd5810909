"""Runs a program and notes what printed, and what opened files for writing.

    python tracer.py PROGRAM NOTES [ARGUMENT...]

It is executed as a file of its own and imports nothing of js2aio, so that any Python can run
it. NOTES becomes lines of JSON: ``{"text": ..., "lines": [...]}`` of a write to stdout,
``{"path": ..., "lines": [...]}`` of a change of a file; the lines are those of PROGRAM that
were being executed, the innermost first.
"""

from __future__ import annotations

import json
import os
import runpy
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
        lines = []
        while frame is not None:
            if frame.f_code.co_filename == self.program:
                lines.append(frame.f_lineno)
            frame = frame.f_back
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
    program, path = sys.argv[1:3]
    sys.argv[:] = [program, *sys.argv[3:]]
    sys.path[0] = os.path.dirname(program)
    notes = Notes(program, path)
    sys.stdout = Noting(sys.stdout, notes)
    sys.addaudithook(notes.audit)
    runpy.run_path(program, run_name="__main__")


if __name__ == "__main__":
    main()
