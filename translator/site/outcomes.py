"""What programs print, under Node and, translated, under Python."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from ..diagnostics import Diagnostic, Level
from ..running import (
    Run,
    compare,
    find_node,
    has_record,
    read_input,
    read_record,
    run_node,
    run_python,
)
from ..running.batch import Script, run_node_batch, run_python_batch

# What Node says of a built-in that it is too old for, or of a package that is not there.
_LACKING = re.compile(
    r"is not a function|is not defined|is not a constructor|Cannot find (?:module|package)"
)
_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """``javascript`` is None where neither Node nor a record is there; ``recorded`` tells
    that it is a record."""

    javascript: Run | None
    python: Run
    recorded: bool = False

    @property
    def same(self) -> bool:
        """Whether both printed the same, and ended with the same exit code."""
        return (
            self.javascript is not None
            and compare(self.javascript, self.python, files=not self.recorded).same
        )

    @property
    def only_raised(self) -> bool:
        """Whether the Python ended with an exception, and printed the same before it."""
        return (
            self.javascript is not None
            and self.python.exit_code == 1
            and "Traceback (most recent call last)" in self.python.stderr
            and self.javascript.stdout.startswith(self.python.stdout)
        )

    @property
    def verdict(self) -> str:
        """``same``, ``different`` or ``alone``: nothing to compare with."""
        if self.javascript is None:
            return "alone"
        return "same" if self.same else "different"


def verdict_on(outcome: Outcome | None, diagnostics: Iterable[Diagnostic]) -> str:
    """What can be said of a translation that was run, or not (None).

    ``refused``: a part of it has no counterpart, so that it cannot do the same; ``loud``: it
    raised where JavaScript carries on, as a note says; ``warned``: it does something else, as
    a warning says; ``unrun``; or the outcome's verdict.
    """
    levels = {item.level for item in diagnostics}
    if Level.ERROR in levels:
        return "refused"
    if outcome is None:
        return "unrun"
    if outcome.verdict == "different" and Level.NOTE in levels and outcome.only_raised:
        return "loud"
    if outcome.verdict == "different" and Level.WARNING in levels:
        return "warned"
    return outcome.verdict


def run_programs(
    programs: Sequence[tuple[Path, str]],
    timeout: float,
    done: Callable[[], None] = lambda: None,
) -> list[Outcome]:
    """Run JavaScript files and what they were translated to, several at once.

    ``done`` is called after each, in any order and from any thread.
    """

    def run(program: tuple[Path, str]) -> Outcome:
        outcome = run_program(*program, timeout)
        done()
        return outcome

    with ThreadPoolExecutor() as pool:
        return list(pool.map(run, programs))


def run_program(path: Path, code: str, timeout: float) -> Outcome:
    """Run a file under Node, or read its record, and its translation under Python."""
    recorded = find_node() is None
    for _ in range(_ATTEMPTS):
        javascript = _javascript(path, timeout)
        python = run_python(code, timeout, stdin=read_input(path))
        outcome = Outcome(javascript, python, recorded)
        # Timers that are close may change places on a busy machine.
        if outcome.verdict != "different" or "asyncio" not in code:
            break
    return outcome


def _javascript(path: Path, timeout: float) -> Run | None:
    if find_node() is not None:
        run = run_node(path, timeout, stdin=read_input(path))
        if not _lacks(run):
            return run
    return read_record(path) if has_record(path) else None


def run_snippets(
    snippets: Sequence[tuple[Script, str]], timeout: float, node: bool = True
) -> list[Outcome]:
    """Run texts and their translations; many small ones take one process for all."""
    scripts = [script for script, _ in snippets]
    codes = [code for _, code in snippets]
    under_python = run_python_batch(codes, timeout)
    under_node = (run_node_batch(scripts, timeout) if node else None) or []
    outcomes = []
    for at, run in enumerate(under_python):
        expected = under_node[at] if under_node else None
        if expected is not None and _lacks(expected):
            expected = None
        outcome = Outcome(expected, run)
        if outcome.verdict == "different":
            # By itself, as a program that is not in a batch is.
            script = scripts[at]
            outcome = Outcome(
                run_node(script.text, timeout, suffix=script.suffix),
                run_python(codes[at], timeout),
            )
        outcomes.append(outcome)
    return outcomes


def _lacks(run: Run) -> bool:
    """Whether this Node cannot run the program, whatever it does."""
    return run.exit_code == 1 and _LACKING.search(run.stderr) is not None
