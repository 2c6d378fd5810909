"""That the harness itself sees what it has to see."""

from __future__ import annotations

from pathlib import Path

import pytest

import js2aio.api
from js2aio import Diagnostic, InternalError, Level, Options, Status, Translation
from js2aio.running import read_record, write_record
from support.checking import check_program, judge
from support.running import Outcome, run_node, run_python
from support.statuses import read_statuses, write_statuses

EXPECTED = Outcome("1\n2\n", "", 0)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "program.js"
    path.write_text("console.log(1);\nconsole.log(2);\n", "utf-8")
    write_record(path, EXPECTED)
    return path


def pretend(monkeypatch: pytest.MonkeyPatch, code: str, *levels: Level) -> None:
    """Let the translator give this code, with a diagnostic of each level."""
    said = [Diagnostic("J2A000", level, "said", "f", 1, 1, 1, 2) for level in levels]
    result = Translation(code, tuple(said), (), {})
    monkeypatch.setattr(js2aio.api, "translate", lambda source, **_: result)


@pytest.mark.parametrize(
    ("code", "levels", "status"),
    [
        ("print(1)\nprint(2)", [], Status.SAME),
        ("print(1)\nprint(2)", [Level.NOTE, Level.WARNING], Status.SAME),
        ("print(1)", [], Status.DIFFERENT),
        ("print(1)\nprint(2)\nraise SystemExit(1)", [], Status.DIFFERENT),
        ("print(1)\nprint(3)", [Level.NOTE], Status.DIFFERENT),
        ("print(1)\nprint(3)", [Level.WARNING], Status.WARNED),
        ("print(1)\nprint({}['a'])", [], Status.DIFFERENT),
        ("print(1)\nprint({}['a'])", [Level.NOTE], Status.LOUD),
        ("print(7)\nprint({}['a'])", [Level.NOTE], Status.DIFFERENT),
        ("raise NotImplementedError", [Level.ERROR], Status.REFUSED),
        ("print(1", [Level.ERROR], Status.BROKEN),
        (
            "import asyncio\nprint(1)\nprint(2)\nasync def f(): ...\nf()",
            [],
            Status.DIFFERENT,
        ),
    ],
)
def test_status(
    program: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: str,
    levels: list[Level],
    status: Status,
) -> None:
    pretend(monkeypatch, code, *levels)
    verdict = judge(program)
    assert verdict.status is status
    assert bool(verdict.message) == (status is not Status.SAME)


def test_failing_translator(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(source: str, *, filename: str, options: Options) -> None:
        raise InternalError(f"{filename}: oh")

    monkeypatch.setattr(js2aio.api, "translate", fail)
    assert judge(program).status is Status.BROKEN


def test_message_shows_diff_and_python(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pretend(monkeypatch, "print(1)\nprint(3)")
    with pytest.raises(AssertionError) as caught:
        check_program(program)
    lines = str(caught.value).splitlines()
    assert {"-2", "+3", "   2 print(3)"} <= set(lines)


def test_record_round_trip(program: Path) -> None:
    assert read_record(program) == EXPECTED
    failed = Outcome("é\r\n", "", 3)
    write_record(program, failed)
    assert read_record(program) == failed
    write_record(program, EXPECTED)
    assert not program.with_suffix(".exit").exists()
    with pytest.raises(ValueError, match="in time"):
        write_record(program, Outcome("", "", None))


def test_statuses_round_trip(tmp_path: Path) -> None:
    path = tmp_path / "refused.txt"
    assert read_statuses(path) == {}
    listed = {"b/x.js": Status.REFUSED, "a/y.mjs": Status.LOUD}
    write_statuses(path, listed | {"c.js": Status.SAME, "d.js": Status.DIFFERENT})
    assert read_statuses(path) == listed
    assert path.read_text("utf-8").index("a/y.mjs") < path.read_text("utf-8").index(
        "b/x"
    )


def test_endless_program_is_stopped() -> None:
    code = "import time\nprint('begun', flush=True)\ntime.sleep(60)"
    outcome = run_python(code, timeout=1)
    assert (outcome.stdout, outcome.exit_code) == ("begun\n", None)


@pytest.mark.node
def test_node_runs_text_and_tells_the_exit_code(node: str) -> None:
    outcome = run_node("console.log('hi'); console.error('err'); process.exit(5)")
    assert outcome == Outcome("hi\n", "err\n", 5)
