"""One program: translated, run beside Node, compared, judged."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from .. import api
from ..diagnostics import Diagnostic, Level
from ..errors import (
    JavaScriptSyntaxError,
    Js2aioError,
    MappingError,
    UnreadableSourceError,
)
from ..options import Options
from ..running import (
    Comparison,
    Run,
    Scratch,
    Stop,
    compare,
    read_input,
    run_node,
    run_python,
)
from ..running.comparing import diff_lines
from .status import Status

if TYPE_CHECKING:
    from .concerned import Concerned

# After a first run under Python that is different: how often it is run again.
_MORE_RUNS = 3

# What asyncio writes where a translation has lost a coroutine or a task.
_LOST = ("was never awaited", "Task was destroyed but it is pending")

# What Node writes of a program that it could not begin.
_NOT_FOUND = re.compile(r"^Error.*: (Cannot find (?:module|package) .*)", re.M)
_NOT_FOUND_CODE = re.compile(r"code: '(?:ERR_)?MODULE_NOT_FOUND'")
_NOT_LOADED = re.compile(r"^(SyntaxError: .*)\n +at .*\(node:internal/", re.M)

# What Python writes where a package is missing.
_MISSING = re.compile(r"^ModuleNotFoundError: (No module named .*)", re.M)

_UNCAUGHT_NODE = re.compile(r"^(?:Uncaught )?(\w*Error)(?: \[\w+\])?(?:: (.*))?$", re.M)
_UNCAUGHT_PYTHON = re.compile(r"^[\w.]*?(\w+)(?:: (.*))?$", re.M)


@dataclass(frozen=True, slots=True)
class Conditions:
    """What both programs find: arguments, stdin (None: what stands in ``NAME.in`` beside the
    program, nothing if there is no such file), additions to the environment, ``files`` (a
    folder whose content the scratch folder has at the start); and the limits: ``timeout`` in
    seconds for each run, other interpreters than those of the PATH and of this process.
    """

    arguments: tuple[str, ...] = ()
    stdin: bytes | None = None
    environment: Mapping[str, str] = field(default_factory=dict)
    files: Path | None = None
    timeout: float = 10
    node: str = ""
    python: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a program.

    ``message`` is one sentence, empty for ``SAME``. ``comparison`` is None where nothing was
    run. ``concerned``: the lines of Python that had to do with the difference, nearest first,
    with their rules. ``note``: what else a reader should know. ``seconds``: of both runs.
    """

    filename: str
    status: Status
    message: str = ""
    comparison: Comparison | None = None
    concerned: tuple[Concerned, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    note: str = ""
    seconds: float = 0.0
    code: str = ""


def verify(
    path: str | os.PathLike[str],
    *,
    options: Options | None = None,
    conditions: Conditions | None = None,
    expected: Run | None = None,
    explain: bool = True,
    stop: Stop | None = None,
) -> Verdict:
    """Run a JavaScript file under Node and, translated, under Python, and compare.

    **Both programs are executed**, in a scratch folder but with all the caller's rights.
    ``expected``: what Node did, where that is known (``running.read_record``); Node is not
    run then. ``explain=False`` leaves out ``concerned``, for which the program runs once
    more. Where the first runs differ, both are run again, to tell what differs from what
    varies by itself. Raises ``UnreadableSourceError``, ``MappingError``,
    ``NodeNotFoundError``, and OSError where the Python of the conditions cannot be executed.
    """
    name = os.fspath(path)
    source = api.read_source(path)
    try:
        translation = api.translate(source, filename=name, options=options)
    except (MappingError, UnreadableSourceError):
        raise
    except api.InternalError as error:
        cause = f"{error}\n{error.__cause__!r}"
        return Verdict(name, Status.BROKEN, cause)
    except JavaScriptSyntaxError as error:
        message = f"{_said(error.diagnostic)}\n{error.frame}"
        return Verdict(name, Status.REFUSED, message)
    except Js2aioError as error:
        return Verdict(name, Status.REFUSED, str(error).removeprefix(f"{name}: "))
    given = Verdict(
        name,
        Status.SAME,
        diagnostics=translation.diagnostics,
        code=translation.code,
    )
    try:
        compile(translation.code, "program.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        message = f"the Python does not compile: {error}"
        return replace(given, status=Status.BROKEN, message=message)
    if not translation.ok:
        errors = [d for d in translation.diagnostics if d.level is Level.ERROR]
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        message = f"{_said(errors[0])}{more}"
        return replace(given, status=Status.REFUSED, message=message)

    with Scratch((conditions or Conditions()).files) as scratch:
        runner = _Runner(Path(path), translation, conditions, scratch, stop)
        again = None if expected is not None else runner.node
        judged = _judge(given, expected or runner.node(), runner.python, again)
        if explain and judged.status in _EXPLAINED and judged.comparison is not None:
            from .concerned import concerned_lines
            from .tracing import trace

            stopped = judged.comparison.actual.stopped == "time"
            timeout = (conditions or Conditions()).timeout if stopped else 0
            traced = trace(translation.code, runner.python, timeout)
            found = concerned_lines(translation, judged.comparison, traced)
            judged = replace(judged, concerned=tuple(found))
    return judged


def _said(item: Diagnostic) -> str:
    return str(item).removeprefix(f"{item.filename}:")


_EXPLAINED = (Status.DIFFERENT, Status.WARNED, Status.LOUD)


class _Runner:
    """Runs a program and its translation under the same conditions."""

    def __init__(
        self,
        path: Path,
        translation: api.Translation,
        conditions: Conditions | None,
        scratch: Scratch,
        stop: Stop | None,
    ) -> None:
        self._path = path
        self._translation = translation
        self._conditions = conditions or Conditions()
        given = self._conditions.stdin
        self._stdin = read_input(path) if given is None else given
        self._scratch = scratch
        self._stop = stop

    def node(self) -> Run:
        given = self._conditions
        return run_node(
            self._path,
            given.timeout,
            arguments=given.arguments,
            stdin=self._stdin,
            environment=given.environment,
            folder=self._scratch.fresh(),
            node=given.node,
            stop=self._stop,
        )

    def python(self, code: str = "", before: Sequence[str] = ()) -> Run:
        given = self._conditions
        return run_python(
            code or self._translation.code,
            given.timeout,
            given.python,
            arguments=(*before, *given.arguments),
            stdin=self._stdin,
            environment=given.environment,
            folder=self._scratch.fresh(),
            stop=self._stop,
        )


def _judge(
    given: Verdict,
    expected: Run,
    run: Callable[[], Run],
    again: Callable[[], Run] | None,
) -> Verdict:
    """``again`` runs Node once more; None where what Node did is a record."""
    unusable = _unusable(expected)
    if unusable:
        return replace(given, status=Status.UNDECIDED, message=unusable)
    known_files = again is not None
    comparison = compare(expected, run(), files=known_files)
    seconds = expected.seconds + comparison.actual.seconds
    given = replace(given, seconds=seconds, comparison=comparison)
    missing = _MISSING.search(comparison.actual.stderr)
    if missing and comparison.actual.exit_code == 1:
        message = f"Python could not begin it: {missing[1]} (pip install?)"
        return replace(given, status=Status.UNDECIDED, message=message)
    if _good(comparison):
        return replace(given, note=_other_error(comparison))

    if again is not None:
        second = again()
        if not second.did_the_same_as(expected):
            return _varying(given, comparison, second)
    # What has no timers, or took all the time there is, is run only once more.
    stopped = comparison.actual.exit_code is None
    times = 1 if stopped or "asyncio" not in given.code else _MORE_RUNS
    rest = [compare(expected, run(), files=known_files) for _ in range(times)]
    good = [each for each in rest if _good(each)]
    if len(good) == len(rest) > 1:
        # Timers that are close to each other change places on a busy machine.
        note = f"1 of {len(rest) + 1} runs under Python was different: timers are close"
        return replace(given, comparison=good[0], note=note)
    if good:
        message = f"{len(good)} of {len(rest) + 1} runs under Python were as under Node"
        return replace(given, status=Status.VARIES, message=message)
    return _different(given, comparison)


def _good(comparison: Comparison) -> bool:
    return comparison.same and not _lost(comparison.actual)


def _lost(run: Run) -> str:
    return next((text for text in _LOST if text in run.stderr), "")


def _unusable(run: Run) -> str:
    """Why a run under Node gives nothing to compare with; empty where it does."""
    if run.exit_code is None:
        how = "wrote too much" if run.stopped == "output" else "did not end in time"
        return f"under Node, it {how}: there is nothing to compare with"
    if run.exit_code:
        found = _NOT_FOUND.search(run.stderr)
        if found and _NOT_FOUND_CODE.search(run.stderr):
            return f"Node could not begin it: {found[1]} (npm install?)"
        found = _NOT_LOADED.search(run.stderr)
        if found:
            return f"Node could not begin it: {found[1]}"
    return ""


def _varying(given: Verdict, comparison: Comparison, second: Run) -> Verdict:
    """Node did something else the second time: only what it repeats says anything."""
    first = comparison.expected
    diff = diff_lines(first.stdout, second.stdout, "node, first", "node, second")
    message = "Node itself does not do the same twice"
    if diff:
        changing = sum(line.startswith("-") for line in diff[2:])
        other = _without_changing(first, second, comparison.actual)
        lines = "1 line" if changing == 1 else f"{changing} lines"
        message += f": {lines} of its output may change"
        if other is not None:
            message += ", the others are " + ("the same" if other else "different, too")
    return replace(given, status=Status.VARIES, message=message)


def _without_changing(first: Run, second: Run, actual: Run) -> bool | None:
    """Whether the lines that Node repeats are Python's, too; None where they do not match up."""
    ones, twos, ours = (run.stdout.split("\n") for run in (first, second, actual))
    if not len(ones) == len(twos) == len(ours):
        return None
    return all(
        our == one for one, two, our in zip(ones, twos, ours) if one == two
    ) and (first.exit_code != second.exit_code or first.exit_code == actual.exit_code)


def _different(given: Verdict, comparison: Comparison) -> Verdict:
    actual = comparison.actual
    levels = {item.level for item in given.diagnostics}
    parts = [comparison.exit_code] if comparison.exit_code else []
    if comparison.reordered:
        parts.append("the output is the same lines in another order")
    elif comparison.stdout:
        parts.append("the output is different")
    parts += [lines[0] for lines in comparison.files.values() if len(lines) == 1]
    parts += [
        f"the file {n} is different" for n, d in comparison.files.items() if d[1:]
    ]
    if comparison.same:
        parts.append(f"a coroutine or a task is lost: {_lost(actual)}")
    status = Status.DIFFERENT
    if Level.WARNING in levels:
        status = Status.WARNED
        parts.append("a warning says that it differs")
    elif Level.NOTE in levels and _only_raised(comparison):
        status = Status.LOUD
        parts.append(
            f"it raised {_uncaught_python(actual)}, and a note says that it may"
        )
    return replace(given, status=status, message="; ".join(parts))


def _only_raised(comparison: Comparison) -> bool:
    actual, expected = comparison.actual, comparison.expected
    return (
        actual.exit_code == 1
        and "Traceback (most recent call last)" in actual.stderr
        and expected.stdout.startswith(actual.stdout)
    )


def _other_error(comparison: Comparison) -> str:
    """Both ended by an error that nobody caught: whether it is told differently."""
    expected, actual = comparison.expected, comparison.actual
    if actual.exit_code != 1 or "Traceback (most recent" not in actual.stderr:
        return ""
    found = _UNCAUGHT_NODE.search(expected.stderr)
    ours = _uncaught_python(actual)
    if found is None or not ours:
        return ""
    told = found[2] or ""
    if told in ours:
        return ""
    theirs = f"{found[1]}: {told}" if told else found[1]
    return f"both end by an error, told differently: {theirs} under Node, {ours} under Python"


def _uncaught_python(run: Run) -> str:
    """The line that ends a traceback."""
    for line in reversed(run.stderr.splitlines()):
        if line and not line.startswith(" ") and _UNCAUGHT_PYTHON.match(line):
            return line
    return ""
