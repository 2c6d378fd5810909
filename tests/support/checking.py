"""Whether a program does, translated, what is recorded of Node: ``js2aio verify`` in the tests."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from js2aio import Conditions, Options, Status, verify
from js2aio.running import Run, read_record

from .options import options_of


@dataclass(frozen=True, slots=True)
class Verdict:
    """``message`` says what is different; it is empty for ``SAME``."""

    status: Status
    message: str


def judge(
    program: Path,
    expected: Run | None = None,
    options: Options | None = None,
    python: str = "",
) -> Verdict:
    """Translate and run a program; ``expected`` is what is recorded unless given.

    ``options``: those of its folder unless given; ``python``: the interpreter that runs it.
    """
    found = verify(
        program,
        options=options or options_of(program),
        conditions=Conditions(timeout=20, python=python),
        expected=expected or read_record(program),
        explain=False,
    )
    # Timers that are close may change places on a busy machine: what is really different
    # is so each time.
    if found.status in (Status.SAME, Status.VARIES):
        return Verdict(Status.SAME, "")
    parts = [f"{program.name}: {found.message}"]
    if found.comparison is not None:
        parts += found.comparison.lines()
        parts += ["--- stderr", found.comparison.actual.stderr]
    parts += ["--- diagnostics", *map(str, found.diagnostics)]
    parts += ["--- emitted Python", _numbered(found.code)]
    return Verdict(found.status, "\n".join(parts))


def check_program(program: Path) -> None:
    """Fail, with a diff and the emitted Python, unless a program does what Node did."""
    verdict = judge(program)
    if verdict.status is not Status.SAME:
        raise AssertionError(f"{verdict.status.value}: {verdict.message}")


def _numbered(code: str) -> str:
    lines = code.split("\n")
    return "\n".join(f"{number:4} {line}" for number, line in enumerate(lines, 1))
