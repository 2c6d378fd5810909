"""Translates a program, runs what came out, and compares it with the record of Node."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path

import js2aio
from js2aio import InternalError, Js2aioError, Level, Options
from js2aio.running import read_record

from .options import options_of
from .running import Outcome, run_python
from .statuses import Status

_ATTEMPTS = 3
# What asyncio writes where a translation has lost a coroutine or a task.
_LOST = ("was never awaited", "Task was destroyed but it is pending")


@dataclass(frozen=True, slots=True)
class Verdict:
    """``message`` says what is different; it is empty for ``SAME``."""

    status: Status
    message: str


def judge(
    program: Path,
    expected: Outcome | None = None,
    options: Options | None = None,
    python: str = "",
) -> Verdict:
    """Translate and run a program; ``expected`` is what is recorded unless given.

    ``options``: those of its folder unless given; ``python``: the interpreter that runs it.
    """
    if expected is None:
        expected = read_record(program)
    try:
        translation = js2aio.translate_file(
            program, options=options or options_of(program)
        )
    except InternalError as error:
        return Verdict(Status.BROKEN, f"{error}\n{error.__cause__!r}")
    except Js2aioError as error:
        return Verdict(Status.REFUSED, str(error))
    try:
        compile(translation.code, "program.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        listing = _numbered(translation.code)
        return Verdict(Status.BROKEN, f"does not compile: {error}\n{listing}")

    levels = {item.level for item in translation.diagnostics}
    said = "\n".join(str(item) for item in translation.diagnostics)
    if Level.ERROR in levels:
        return Verdict(Status.REFUSED, said)
    # Timers that are close may change places on a busy machine: what is really different
    # is so each time.
    for _ in range(_ATTEMPTS if "asyncio" in translation.code else 1):
        actual = run_python(translation.code, python=python)
        lost = next((text for text in _LOST if text in actual.stderr), None)
        if actual.did_the_same_as(expected) and lost is None:
            return Verdict(Status.SAME, "")

    message = _explain(program, expected, actual, said, translation.code)
    if Level.WARNING in levels:
        return Verdict(Status.WARNED, message)
    if Level.NOTE in levels and _only_raised(expected, actual):
        return Verdict(Status.LOUD, message)
    return Verdict(Status.WRONG, message)


def check_program(program: Path) -> None:
    """Fail, with a diff and the emitted Python, unless a program does what Node did."""
    verdict = judge(program)
    if verdict.status is not Status.SAME:
        raise AssertionError(f"{verdict.status.value}: {verdict.message}")


def _only_raised(expected: Outcome, actual: Outcome) -> bool:
    return (
        actual.exit_code == 1
        and "Traceback (most recent call last)" in actual.stderr
        and expected.stdout.startswith(actual.stdout)
    )


def _explain(
    program: Path, expected: Outcome, actual: Outcome, said: str, code: str
) -> str:
    parts = [f"{program.name} differs from Node"]
    if actual.exit_code is None:
        parts.append("it did not end in time")
    elif actual.exit_code != expected.exit_code:
        codes = f"{actual.exit_code}, under Node {expected.exit_code}"
        parts.append(f"exit code {codes}")
    diff = difflib.unified_diff(
        expected.stdout.splitlines(),
        actual.stdout.splitlines(),
        "node",
        "python",
        lineterm="",
    )
    parts.extend(diff)
    sections = [("stderr", actual.stderr), ("diagnostics", said)]
    parts.extend(f"--- {name}\n{text}" for name, text in sections if text)
    parts.append(f"--- emitted Python\n{_numbered(code)}")
    return "\n".join(parts)


def _numbered(code: str) -> str:
    lines = code.split("\n")
    return "\n".join(f"{number:4} {line}" for number, line in enumerate(lines, 1))
