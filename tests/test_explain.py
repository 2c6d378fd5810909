"""``explain``: each decision about concurrency, with what was not taken."""

from __future__ import annotations

import json
import re
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from click.testing import CliRunner

import js2aio
from js2aio import Options, Style, Target, explain
from js2aio.cli.main import command
from js2aio.rules import load_rules
from js2aio.rules.decisions import load_decisions

SLEEP = "const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));\n"
LOAD = f"{SLEEP}async function load(n) {{ await sleep(1); return n; }}\n"


@pytest.mark.parametrize(
    ("source", "takes", "options"),
    [
        ("await Promise.all([load(1), load(2)]);", "asyncio.gather", {}),
        (
            "await Promise.all([load(1), load(2)]);",
            "asyncio.TaskGroup",
            {"style": Style.TASKGROUP},
        ),
        (
            "await Promise.allSettled([load(1)]);",
            "asyncio.gather(return_exceptions=True)",
            {},
        ),
        (
            "await Promise.race([load(1), load(2)]);",
            "asyncio.wait(return_when=FIRST_COMPLETED)",
            {},
        ),
        ("const p = load(1); await sleep(2); await p;", "asyncio.create_task", {}),
        (
            "async function loud() { console.log(1); await sleep(1); }\n"
            "const p = loud(); console.log(2); await p;",
            "a task whose first part runs at the call",
            {},
        ),
        (
            "async function loud() { console.log(1); await sleep(1); }\n"
            "const p = loud(); console.log(2); await p;",
            "an eager task",
            {"target": Target.PY312},
        ),
        (
            "const p = load(1).then((v) => v + 1); await sleep(2); await p;",
            "a coroutine function for the chain, as a task",
            {},
        ),
        (
            "let go; const p = new Promise((r) => { go = r; }); go(1); await p;",
            "loop.create_future",
            {},
        ),
        (
            "load(1).then((v) => console.log(v)); console.log(0);",
            "a task that main awaits at its end",
            {},
        ),
        (
            "load(1).then((v) => console.log(v)); load(2); console.log(0);",
            "waiting for all tasks at the end of main",
            {},
        ),
    ],
)
def test_takes(source: str, takes: str, options: dict[str, object]) -> None:
    translation = js2aio.translate(
        f"{LOAD}export {{}};\n{source}\n", options=Options(**options)  # type: ignore[arg-type]
    )
    found = [each for each in explain(translation) if each.takes == takes]
    assert found, [each.takes for each in explain(translation)]
    assert all(each.why for each in found)
    assert all(other.name != takes for each in found for other in each.instead)


def test_the_order_is_that_of_the_source() -> None:
    source = f"{LOAD}export {{}};\nawait Promise.race([load(1)]);\nawait Promise.all([load(1)]);\n"
    lines = [each.line for each in explain(js2aio.translate(source))]
    assert lines == sorted(lines)


def test_a_program_without_concurrency_has_none() -> None:
    assert explain(js2aio.translate("console.log([1, 2].map((x) => x + 1));")) == ()


def test_all_decisions_can_be_taken(root: Path) -> None:
    """Each is for a rule that there is, or one that the mapping stage names."""
    ids = [rule.id for rule in load_rules().rules]
    texts = [path.read_text() for path in (root / "translator" / "map").glob("*.py")]
    named = {name for text in texts for name in re.findall(r'"([a-z-]+)"', text)}
    for decision in load_decisions().values():
        for pattern in decision.rules:
            assert any(fnmatchcase(each, pattern) for each in ids), pattern
        assert decision.rules or decision.id in named, decision.id
        assert decision.instead


def test_the_command(tmp_path: Path) -> None:
    path = tmp_path / "a.mjs"
    path.write_text(f"{LOAD}await Promise.all([load(1), load(2)]);\n")
    result = CliRunner().invoke(command, [str(path), "--explain"])
    assert "a.mjs:3:7: asyncio.gather (rule promise-all)" in result.stderr
    assert "  not asyncio.TaskGroup: " in result.stderr
    compile(result.stdout, "a.py", "exec")

    result = CliRunner().invoke(command, [str(path), "--explain", "--format", "json"])
    (decision,) = json.loads(result.stderr)["decisions"]
    assert decision["rule"] == "promise-all"
    assert decision["instead"][0]["name"] == "asyncio.TaskGroup"


def test_task_names() -> None:
    source = (
        f"{LOAD}export {{}};\nconst p = load(1); await sleep(2); await p;\n"
        'const q = load("a b"); await sleep(2); await q;\n'
        "let n = 3; const r = load(n); await sleep(2); await r;\n"
    )
    plain = js2aio.translate(source).code
    named = js2aio.translate(source, options=Options(task_names=True)).code
    assert "name=" not in plain
    assert 'create_task(load(1), name="load_1")' in named
    assert 'create_task(load("a b"), name="load_a_b")' in named
    assert 'create_task(load(n), name="load")' in named
