"""The verdicts of ``benchmarks/test262.py``, on tests of our own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "benchmarks"
sys.path.insert(0, str(FOLDER))

from test262 import execute  # noqa: E402
from test262_verdicts import (  # noqa: E402
    Frontmatter,
    Outcome,
    Verdict,
    frontmatter,
    judge,
    program,
    verdict_of,
)

from js2aio import Options, translate  # noqa: E402


def head(*lines: str) -> str:
    return "\n".join(["/*---", "description: a test", *lines, "---*/", ""])


def verdict(text: str) -> Verdict:
    return judge("own.js", text, Options(), execute)


def test_frontmatter() -> None:
    about = frontmatter(
        head(
            "flags: [async, onlyStrict]",
            "features:\n  - class\n  - Symbol",
            "negative:\n  phase: parse\n  type: SyntaxError",
        )
    )
    assert about.flags == {"async", "onlyStrict"}
    assert about.features == {"class", "Symbol"}
    assert (about.phase, about.error) == ("parse", "SyntaxError")


def test_only_what_is_used_of_the_harness() -> None:
    text = "assert.sameValue(1, 1);\nassert.throws(TypeError, () => null.x);\n"
    source, before = program(text, Frontmatter())
    assert "function assert_sameValue(" in source
    assert "function assert_throws_TypeError(" in source
    assert "compareArray" not in source
    assert source.splitlines()[before] == "assert_sameValue(1, 1);"


def test_raw_stays_as_it_is() -> None:
    assert program("assert.x;", Frontmatter(frozenset({"raw"}))) == ("assert.x;", 0)


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("passed", "assert.sameValue([3, 4].length, 2);"),
        ("passed", "assert.throws(TypeError, function () { null.x; });"),
        ("wrong", "assert.sameValue(1, 2);"),
        ("wrong", "assert(false);"),
        ("refused", "var f = eval; f('1');"),
        (
            "passed",
            head("flags: [async]") + "Promise.resolve(1)"
            ".then((x) => assert.sameValue(x, 1)).then($DONE, $DONE);",
        ),
        (
            "wrong",
            head("flags: [async]")
            + "Promise.resolve(1).then((x) => assert(x === 2)).then($DONE, $DONE);",
        ),
        ("wrong", head("flags: [async]") + "var done = 1;"),
        ("refused", "class P extends Promise {}"),
        ("refused", "function C() {}\nPromise.all.call(C, []);"),
        ("refused", "var p = new Promise(() => {});\np.then = () => 1;"),
        ("passed", head("negative:\n  phase: parse\n  type: SyntaxError") + "var = 1;"),
        ("wrong", head("negative:\n  phase: parse\n  type: SyntaxError") + "var x;"),
        (
            "passed",
            head("negative:\n  phase: runtime\n  type: TypeError")
            + "throw new TypeError('x');",
        ),
        ("wrong", head("negative:\n  phase: runtime\n  type: TypeError") + "var x;"),
    ],
)
def test_verdicts(status: str, text: str) -> None:
    found = verdict(text)
    assert found.status == status, found.reason


def test_what_was_said_counts_outside_of_the_harness() -> None:
    text = 'function read(o) {\n  return o.a.b;\n}\nread(JSON.parse("{}"));\n'
    translation = translate(text)
    assert [item.level.value for item in translation.diagnostics] == ["note"] * len(
        translation.diagnostics
    )
    raised = Outcome("", "Traceback\nKeyError: 'a'", 1)
    lines = text.count("\n")
    arguments = ("own.js", Frontmatter(), translation)
    assert verdict_of(*arguments, 0, raised).status == "loud"
    assert verdict_of(*arguments, lines, raised).status == "wrong"
    told = Outcome("", "Traceback\nTest262Error: is not the same", 1)
    assert verdict_of(*arguments, 0, told).status == "wrong"
