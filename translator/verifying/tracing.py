"""Which line of the program printed what: it is run once more, and its writes are noted."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from ..running import Run

Lines = tuple[int, ...]
"""Lines of the program that were being executed, the innermost first."""


@dataclass(frozen=True, slots=True)
class Traced:
    """A run with what is known of it.

    ``printed``: for each line of stdout the lines of the program at each write of a part of
    it. ``wrote``: the same for each file that was opened for writing, moved or removed, by its
    path in the scratch folder. ``raised``: where the error was that ended it. ``busy``: where it
    and each of its tasks was when it was about to be stopped for its time.
    """

    run: Run
    printed: tuple[tuple[Lines, ...], ...]
    wrote: dict[str, tuple[Lines, ...]]
    raised: Lines
    busy: tuple[Lines, ...] = ()


def trace(
    code: str, run: Callable[[str, Sequence[str]], Run], stopped_after: float = 0
) -> Traced:
    """Run ``code`` once more. ``run`` takes a Python text, and arguments to go before the
    program's own. ``stopped_after``: the seconds it gets, where it does not end before.
    """
    tracer = files(__package__).joinpath("tracer.py").read_text("utf-8")
    with tempfile.TemporaryDirectory(prefix="js2aio-trace-") as folder:
        program, notes = Path(folder, "program.py"), Path(folder, "notes.jsonl")
        program.write_bytes(code.encode())
        done = run(tracer, [str(program), str(notes), str(0.7 * stopped_after)])
        entries = list(_entries(notes))
        raised = _raised(done.stderr, str(program))
    wrote: dict[str, list[Lines]] = {}
    for entry in entries:
        if "path" in entry:
            path = Path(entry["path"]).as_posix()
            wrote.setdefault(path, []).append(tuple(entry["lines"]))
    return Traced(
        done,
        tuple(_printed(entries)),
        {path: tuple(lines) for path, lines in wrote.items()},
        raised,
        tuple(tuple(entry["lines"]) for entry in entries if "task" in entry),
    )


def _entries(notes: Path) -> Iterator[dict[str, Any]]:
    if not notes.exists():  # it did not even begin
        return
    for line in notes.read_text("utf-8", "replace").splitlines():
        try:
            yield json.loads(line)
        except ValueError:  # stopped while it was written
            return


def _printed(entries: list[dict[str, Any]]) -> Iterator[tuple[Lines, ...]]:
    line: list[Lines] = []
    for entry in entries:
        text, lines = entry.get("text"), entry["lines"]
        if not isinstance(text, str) or not isinstance(lines, list):
            continue
        parts = text.split("\n")
        for number, part in enumerate(parts):
            if part or (number < len(parts) - 1 and not line):
                line.append(tuple(lines))
            if number < len(parts) - 1:
                yield tuple(line)
                line = []
    if line:
        yield tuple(line)


def _raised(stderr: str, program: str) -> Lines:
    """The lines of the program in the last traceback, the innermost first."""
    last = stderr.rpartition("Traceback (most recent call last)")
    if not last[1]:
        return ()
    found = re.findall(rf'File "{re.escape(program)}", line (\d+)', last[2])
    return tuple(map(int, reversed(found)))
