"""Runs programs of a grammar under Node and translated, and says how they compare."""

from __future__ import annotations

import difflib
import json
import re
import select
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Any

import js2aio
from js2aio import InternalError, Js2aioError, Level, Options

from .choices import Choices
from .grammar import plain
from .kinds import KindsGrammar
from .shrinking import shrink
from .statements import Grammar
from .sync_definitions import SyncGrammar

HERE = Path(__file__).parent

#: Two timers whose order counts are at least so many milliseconds apart.
SMALLEST_GAP = 1
JITTERS = 21
_GRAMMARS: dict[str, Any] = {"sync": SyncGrammar, "kinds": KindsGrammar}
#: A program that runs for so many seconds has no end.
ENDLESS = 30
#: What asyncio writes where a translation has lost a coroutine or a task.
_PRELUDE = ("const sleep =", "const show =")
_NEGATIVE_ZERO = re.compile(r"(?<![\w.])-0(?![\w.])")
_LOST = ("was never awaited", "Task was destroyed but it is pending")


class Kind(str, Enum):
    """How a translated program stands to the original."""

    EQUAL = "equal"
    DIFFERENT = "different"
    WARNED = "warned"  # different, and a warning said so
    LOUD = "loud"  # raises where Node carries on, and a note said so
    REFUSED = "refused"
    CRASHED = "crashed"  # the translator failed, or its output does not compile
    UNDECIDED = "undecided"  # microtasks decide the order, or timers of the same time
    INVALID = "invalid"  # the grammar wrote what Node does not take


@dataclass(frozen=True, slots=True)
class Verdict:
    """``reason`` names what refused it, or what is different; ``code``: the Python."""

    kind: Kind
    source: str
    reason: str = ""
    code: str = ""
    expected: str = ""
    error: str = ""  # what ended it under Node
    exit_code: int | None = None  # under Node

    @property
    def signature(self) -> str:
        """What failures have in common that are probably one."""
        first = self.reason.split("\n", 1)[0]
        if self.kind in (Kind.REFUSED, Kind.CRASHED):
            return f"{self.kind.value}: {first[:90]}"
        told = re.sub(r"0x\w+|Task-\d+|line \d+|/\S+|t\d+|\be\d+", "", first)
        return f"{self.kind.value}: {told[:90] if 'exit code' in told else 'output'}"


class Host:
    """A process that answers a line of JSON with another."""

    def __init__(self, *command: str) -> None:
        self._command = command
        self._process: subprocess.Popen[str] | None = None

    def ask(self, question: dict[str, object]) -> dict[str, Any]:
        if self._process is None:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
            )
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        if not select.select([self._process.stdout], [], [], ENDLESS)[0]:
            self.close()
            return {"stdout": "", "stderr": "", "code": None, "error": "", "gap": None}
        line = self._process.stdout.readline()
        if not line:
            self.close()
            return {"invalid": "the host ended"}
        answer: dict[str, Any] = json.loads(line)
        return answer

    def close(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                if stream is not None:
                    stream.close()
            self._process = None


class Comparison:
    """Compares programs; holds the two hosts. ``python``: which interpreter runs them."""

    def __init__(self, options: Options | None = None, python: str = "") -> None:
        self.options = options
        self.node = Host("node", str(HERE / "node_host.js"))
        self.python = Host(python or sys.executable, str(HERE / "python_host.py"))

    def __enter__(self) -> Comparison:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.node.close()
        self.python.close()

    def oracle(self, source: str, timers: bool = True) -> dict[str, Any]:
        """What Node does; for programs with timers also whether they decide the order."""
        jitters = JITTERS if timers else 0
        return self.node.ask({"source": source, "jitters": jitters})

    def judge(self, source: str, timers: bool = True) -> Verdict:
        """``source`` with marks; ``timers``: only programs whose order timers decide."""
        text = plain(source)
        answer = self.oracle(source, timers)
        if "invalid" in answer:
            return Verdict(Kind.INVALID, text, answer["invalid"])
        if answer["code"] is None:
            return Verdict(Kind.UNDECIDED, text, "it does not end")
        gap = answer["gap"]
        if timers and not answer["stable"]:
            return Verdict(Kind.UNDECIDED, text, "microtasks decide")
        if timers and gap is not None and gap < SMALLEST_GAP:
            return Verdict(Kind.UNDECIDED, text, "timers of the same time")
        verdict = self.against(text, answer["stdout"], answer["code"])
        return replace(
            verdict,
            expected=answer["stdout"],
            error=answer["error"],
            exit_code=answer["code"],
        )

    def against(self, text: str, stdout: str, exit_code: int) -> Verdict:
        """A program without marks against what Node printed."""
        try:
            translation = js2aio.translate(
                text, filename="program.js", options=self.options
            )
        except InternalError as error:
            return Verdict(Kind.CRASHED, text, repr(error.__cause__))
        except Js2aioError as error:
            return Verdict(Kind.REFUSED, text, str(error))
        code = translation.code
        refused = [d for d in translation.diagnostics if d.level is Level.ERROR]
        if refused:
            return Verdict(Kind.REFUSED, text, refused[0].message, code)
        try:
            compile(code, "program.py", "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            return Verdict(Kind.CRASHED, text, f"does not compile: {error}", code)
        warned = any(d.level is Level.WARNING for d in translation.diagnostics)
        actual = self.python.ask({"code": code})
        verdict = Verdict(Kind.EQUAL, text, "", code, stdout)
        reason = _difference(stdout, exit_code, actual)
        if reason:
            noted = any(d.level is Level.NOTE for d in translation.diagnostics)
            raised = "Traceback (most recent call last)" in actual.get("stderr", "")
            carries_on = raised and _stops_early(actual["stdout"], stdout, exit_code)
            kind = Kind.DIFFERENT
            if warned:
                kind = Kind.WARNED
            elif noted and carries_on:
                kind = Kind.LOUD
            verdict = replace(verdict, kind=kind, reason=reason)
        return verdict


def _stops_early(printed: str, expected: str, exit_code: int) -> bool:
    """Whether a program that raises has printed a part of what it prints under Node (what
    stands in ``finally`` comes later), or all of it where it does not raise there."""
    printed, expected = _without_signs(printed), _without_signs(expected)
    rest = iter(expected.splitlines())
    part = all(line in rest for line in printed.splitlines())
    return part and (exit_code == 0 or printed != expected)


def _without_signs(text: str) -> str:
    """A text with zeros that have no sign; columns of arrays are then less wide."""
    return re.sub(" +", " ", _NEGATIVE_ZERO.sub("0", text))


def _difference(stdout: str, exit_code: int, actual: dict[str, Any]) -> str:
    """Where Python did something else than Node, else nothing."""
    errors = actual.get("stderr", "")
    parts = []
    # Whole numbers are ints, whose zero has no sign: docs/architecture.md says so. Columns
    # of arrays are less wide then, and there may be more of them in a line.
    printed = _without_signs(actual.get("stdout", ""))
    expected = _without_signs(stdout)
    if printed == expected or (
        _NEGATIVE_ZERO.search(stdout) and printed.split() == expected.split()
    ):
        actual = {**actual, "stdout": stdout}
    if "invalid" in actual:
        return str(actual["invalid"])
    if actual["code"] != exit_code:
        last = errors.strip().rsplit("\n", 1)[-1]
        parts.append(f"exit code {actual['code']}, under Node {exit_code}: {last}")
    if actual["stdout"] != stdout:
        diff = difflib.unified_diff(
            stdout.splitlines(), actual["stdout"].splitlines(),
            "node", "python", lineterm="", n=2,
        )  # fmt: skip
        parts.append("\n".join(diff))
    parts += [text for text in _LOST if text in errors]
    return "\n".join(parts)


def smaller(comparison: Comparison, source: str, timers: bool) -> Verdict:
    """The smallest program that fails as this one (with marks) does."""
    first = comparison.judge(source, timers)
    first_lines = [x for x in source.split("\n") if x.startswith(_PRELUDE)]

    def holds(candidate: str) -> bool:
        if any(line not in candidate for line in first_lines if line[:12] in candidate):
            return False
        verdict = comparison.judge(candidate, timers)
        told = verdict.expected + verdict.error
        if "is not " in told or "Cannot read prop" in told:
            return False  # of a name, or a call, that was taken out
        if verdict.exit_code != first.exit_code:
            return False
        return verdict.signature == first.signature

    return comparison.judge(shrink(source, holds), timers)


def make(choices: Choices | Sequence[int], kind: str, size: int) -> str:
    """The program of these choices."""
    if not isinstance(choices, Choices):
        choices = Choices(choices)
    return _GRAMMARS.get(kind, Grammar)(choices, kind, size).program()
