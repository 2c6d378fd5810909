"""One test of test262: what it says about itself, the program it becomes, its verdict."""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import FrameType

import js2aio
from js2aio import InternalError, Js2aioError, Level, Options, Translation

HERE = Path(__file__).parent
SYNC_END = "Test262:End"
ASYNC_END = "Test262:AsyncTestComplete"
TRANSLATION_TIMEOUT = 30

#: Features of test262's list that are later than ECMAScript 2025 or of a host.
NOT_CLAIMED = frozenset({
    "await-dictionary", "cross-realm", "decorators", "explicit-resource-management",
    "import-defer", "source-phase-imports", "ShadowRealm", "Temporal", "IsHTMLDDA",
    "host-gc-required", "tail-call-optimization",
})  # fmt: skip

MEANINGS = {
    "passed": "does what the test wants",
    "refused": "an error says that something has no counterpart",
    "warned": "fails, and a warning says so",
    "loud": "raises where JavaScript carries on, and a note says so",
    "order": "passes with --order exact; the default does not keep the order of ticks",
    "wrong": "fails, and nothing was said",
    "broken": "the translator failed, or its output does not compile",
}
BAD = ("wrong", "broken")

_LIST = re.compile(r"^(flags|includes|features): *\[([^\]]*)\]", re.M)
_BLOCK = re.compile(r"^(flags|includes|features): *\n((?: +- .*\n?)+)", re.M)
_NEGATIVE = re.compile(r"^negative:[^\n]*\n((?: +\w+:.*\n?)+)", re.M)
_ASSERT_THROWS = re.compile(
    r"\bassert\.(throws|throwsAsync)\(\s*([A-Za-z_$][\w$]*)\s*,"
)
_ASSERT_MEMBER = re.compile(r"\bassert\.(\w+)")
_IDENTIFIER = re.compile(r"[A-Za-z_$][\w$]*")
_DECLARED = re.compile(r"^(?:async )?(?:function|class) ([\w$]+)")
_KIND = re.compile(r"\b(assert_throws|assert_throwsAsync)_([A-Za-z_$][\w$]*)")


@dataclass(frozen=True, slots=True)
class Frontmatter:
    """``phase`` and ``error``: of a negative test, when it has to fail, and with what."""

    flags: frozenset[str] = frozenset()
    includes: tuple[str, ...] = ()
    features: frozenset[str] = frozenset()
    phase: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """``reason``: the message that refused it, or what it did instead."""

    name: str
    status: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a program did; ``exit_code`` is None where it does not end."""

    stdout: str
    stderr: str
    exit_code: int | None


Execute = Callable[[str], Outcome]


def frontmatter(text: str) -> Frontmatter:
    """What stands between ``/*---`` and ``---*/``; of its YAML, what the tests use."""
    begin, end = text.find("/*---"), text.find("---*/")
    head = text[begin + 5 : end].replace("\r", "\n") if 0 <= begin < end else ""
    lists = {key: items.split(",") for key, items in _LIST.findall(head)}
    for key, items in _BLOCK.findall(head):
        lists[key] = [line.strip()[2:] for line in items.splitlines()]
    named = {k: [i.strip() for i in v if i.strip()] for k, v in lists.items()}
    negative = _NEGATIVE.search(head)
    fields = dict(re.findall(r"(\w+): *(\S+)", negative[1])) if negative else {}
    return Frontmatter(
        frozenset(named.get("flags", ())),
        tuple(named.get("includes", ())),
        frozenset(named.get("features", ())),
        fields.get("phase", ""),
        fields.get("type", ""),
    )


def program(text: str, about: Frontmatter) -> tuple[str, int]:
    """The program of a test, and how many of its first lines are not the test's.

    The members of ``assert`` become functions of their own, one for each error that is
    expected, so that the harness needs neither properties of functions nor constructors
    as values. Only what the test uses of the harness stands in front of it.
    """
    if "raw" in about.flags:
        return text, 0
    test = _ASSERT_THROWS.sub(r"assert_\1_\2(", text)
    test = _ASSERT_MEMBER.sub(r"assert_\1", test)
    parts = ['"use strict";\n'] if "onlyStrict" in about.flags else []
    parts += _harness_for(test)
    if about.phase and about.phase != "runtime":
        parts = parts[: "onlyStrict" in about.flags]
    head = "".join(parts)
    end = "" if "async" in about.flags else f'\nconsole.log("{SYNC_END}");\n'
    return head + test + end, head.count("\n")


@cache
def _harness() -> dict[str, str]:
    text = (HERE / "test262_harness.js").read_text("utf-8")
    blocks = (block.strip() + "\n" for block in text.split("\n\n"))
    return {_DECLARED.match(block)[1]: block for block in blocks}  # type: ignore[index]


def _harness_for(test: str) -> list[str]:
    """The definitions that a test uses, and what those use, in the harness's order."""
    known = _harness()
    used: dict[str, str] = {}
    waiting = [test]
    while waiting:
        text = waiting.pop()
        for name in dict.fromkeys(_IDENTIFIER.findall(text)):
            kind = _KIND.fullmatch(name)
            block = known.get(f"{kind[1]}_KIND" if kind else name)
            if block is None or name in used:
                continue
            used[name] = block.replace("KIND", kind[2]) if kind else block
            waiting.append(used[name])
    order = list(known)

    def place(name: str) -> int:
        kind = _KIND.fullmatch(name)
        return order.index(f"{kind[1]}_KIND" if kind else name)

    return [used[name] for name in sorted(used, key=place)]


def judge(name: str, text: str, options: Options, execute: Execute) -> Verdict:
    """Translate a test and run it; ``execute`` runs Python text."""
    about = frontmatter(text)
    source, before = program(text, about)
    filename = "test.mjs" if "module" in about.flags else "test.js"
    try:
        with _time_limit(TRANSLATION_TIMEOUT):
            translation = js2aio.translate(source, filename=filename, options=options)
        compile(translation.code, "test.py", "exec", dont_inherit=True)
    except js2aio.JavaScriptSyntaxError as error:
        message = error.diagnostic.message
        if about.phase in ("parse", "early", "resolution"):
            return Verdict(name, "passed", message)
        return Verdict(name, "refused", f"not read: {message}")
    except InternalError as error:
        return Verdict(name, "broken", repr(error.__cause__))
    except Js2aioError as error:
        return Verdict(name, "refused", str(error).splitlines()[0])
    except (SyntaxError, ValueError, TimeoutError) as error:
        return Verdict(name, "broken", f"{type(error).__name__}: {error}")
    refusals = [d for d in translation.diagnostics if d.level is Level.ERROR]
    if refusals:
        where = "" if refusals[0].line > before else " (in the harness)"
        return Verdict(name, "refused", refusals[0].message + where)
    if about.phase and about.phase != "runtime":
        if about.features & NOT_CLAIMED:
            return Verdict(name, "refused", "not claimed: a later syntax")
        return Verdict(
            name, "wrong", f"translated, though a {about.error} by its syntax"
        )
    outcome = execute(translation.code)
    return verdict_of(name, about, translation, before, outcome)


def verdict_of(
    name: str,
    about: Frontmatter,
    translation: Translation,
    before: int,
    outcome: Outcome,
) -> Verdict:
    """The verdict on a program that was translated and has run.

    What was said about the harness's own lines, the first ``before``, does not count.
    """
    reason = _failure(about, outcome)
    if not reason:
        return Verdict(name, "passed")
    said = [item for item in translation.diagnostics if item.line > before]
    levels = {item.level for item in said}
    if Level.WARNING in levels:
        return Verdict(name, "warned", reason)
    # The harness's own error tells of a wrong value, which no note is about.
    if Level.NOTE in levels and _raised(outcome) and "Test262Error:" not in reason:
        return Verdict(name, "loud", reason)
    return Verdict(name, "wrong", reason)


def _failure(about: Frontmatter, outcome: Outcome) -> str:
    """What a test did instead of what it has to do; nothing where it did that."""
    last = (outcome.stderr.strip().splitlines() or [""])[-1]
    if about.phase == "runtime":
        if outcome.exit_code and _names(about.error, last):
            return ""
        return f"no {about.error}; exit code {outcome.exit_code} {last}"
    end = ASYNC_END if "async" in about.flags else SYNC_END
    if "raw" in about.flags:
        return "" if outcome.exit_code == 0 else f"exit code {outcome.exit_code} {last}"
    printed = outcome.stdout.split("\n")
    failed = next((line for line in printed if "AsyncTestFailure" in line), "")
    if failed:
        return failed
    if outcome.exit_code is None:
        return "does not end" + (", though done" if end in printed else f" {last}")
    if outcome.exit_code:
        return f"exit code {outcome.exit_code} {last}"
    return "" if printed.count(end) == 1 else f"done {printed.count(end)} times"


_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|\b[-+]?\d+\b|`[^`]*`")


def kind_of(reason: str) -> str:
    """What reasons have in common that are probably one: names and numbers left out."""
    return _QUOTED.sub("_", reason)[:100]


#: The Python classes that JavaScript's errors are (docs/architecture.md).
_CLASSES = {
    "TypeError": ("TypeError", "AttributeError", "KeyError", "IndexError"),
    "ReferenceError": ("NameError", "UnboundLocalError"),
    "RangeError": ("ValueError", "RecursionError", "OverflowError"),
    "SyntaxError": ("ValueError", "SyntaxError", "re.error"),
}


def _names(error: str, line: str) -> bool:
    return line.startswith(_CLASSES.get(error, (error, f"__main__.{error}")))


def _raised(outcome: Outcome) -> bool:
    return "Traceback" in outcome.stderr or "AsyncTestFailure" in outcome.stdout


@contextmanager
def _time_limit(seconds: int) -> Iterator[None]:
    """Raises TimeoutError in the block when it has run for so long, where that works."""
    if sys.platform == "win32":
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"the translation took more than {seconds} s")

    previous = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, previous)
