"""``--order exact``: what the output looks like, and how it works with asyncio around it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.running import run_node, run_python

from js2aio import Level, Options, Order, translate
from js2aio.running import read_record

EXACT = Options(order=Order.EXACT)


def exact(source: str) -> str:
    translation = translate(source, options=EXACT)
    assert translation.diagnostics == ()
    return translation.code


def test_asyncio_may_use_a_module_that_keeps_the_order() -> None:
    code = exact("""
        export async function load(id) {
          await new Promise((resolve) => setTimeout(resolve, 2));
          await null;
          return id;
        }
        """)
    program = """
import asyncio

async def program():
    print(await asyncio.gather(load(1), load(2)))
    print(await asyncio.create_task(twice(3)))

async def twice(n):
    return 2 * await load(n)

asyncio.run(program())
"""
    outcome = run_python(code + program)
    assert (outcome.stdout, outcome.exit_code) == ("[1, 2]\n6\n", 0), outcome.stderr


def test_what_asyncio_waits_for_can_be_awaited() -> None:
    code = exact("export const wait = async (f) => (console.log('in'), await f());\n")
    program = """
async def late():
    await asyncio.sleep(0.001)
    await asyncio.sleep(0)
    return "late"

async def fails():
    await asyncio.sleep(0.02)
    raise RuntimeError("fails")

def main():
    wait(late).then(print)
    wait(fails).catch(lambda error: print(error)).finally_(lambda: print("end"))

LOOP.run(main)
"""
    outcome = run_python(code + program)
    assert outcome.exit_code == 0, outcome.stderr
    assert outcome.stdout == "in\nin\nlate\nfails\nend\n"


def test_a_rule_that_leaves_the_tick_to_asyncio_says_so(tmp_path: Path) -> None:
    rules = tmp_path / "own.toml"
    rules.write_text("""
[[rule]]
id = "rest-a-while"
js = "rest($N)"
python = "asyncio.sleep({{ N }}, 'rested')"
gives = "coroutine"
imports = ["asyncio"]
doc = "Sleeps."
[[rule.example]]
js = "rest(1)"
python = "asyncio.sleep(1, 'rested')"
""")
    options = Options(order=Order.EXACT, mappings=(rules,))
    translation = translate("rest(0).then((x) => console.log(x));", options=options)
    (said,) = translation.diagnostics
    assert said.level is Level.WARNING and "asyncio decides" in said.message
    outcome = run_python(translation.code)
    assert (outcome.stdout, outcome.exit_code) == ("rested\n", 0), outcome.stderr


REFUSED = [
    "class Own extends Promise {}\nconst p = new Own((resolve) => resolve(1));",
    "const p = new Promise();",
]


@pytest.mark.parametrize("source", REFUSED)
def test_what_has_no_counterpart_is_refused(source: str) -> None:
    said = translate(source, options=EXACT).diagnostics
    assert [item.level for item in said if item.level is Level.ERROR], said


def test_deep_calls(node: str) -> None:
    source = """
    async function down(n) {
      if (n === 0) return 0;
      return 1 + await down(n - 1);
    }
    down(600).then((n) => console.log(n));
    """
    assert run_python(exact(source)).stdout == run_node(source).stdout == "600\n"


def test_what_needs_a_task_of_asyncio_is_refused(tmp_path: Path) -> None:
    rules = tmp_path / "own.toml"
    rules.write_text("""
[[rule]]
id = "limited"
js = "await limited($P)"
python = "async with asyncio.timeout(1):\\n    result = await {{ P }}\\nresult"
imports = ["asyncio"]
doc = "With a limit."
[[rule.example]]
js = "await limited(p)"
python = "..."
""")
    options = Options(order=Order.EXACT, mappings=(rules,))
    source = "async function f(p) { return await limited(p); }\nf(Promise.resolve(1));"
    said = translate(source, options=options).diagnostics
    assert [item.message for item in said if item.level is Level.ERROR] != []


LIBRARIES = Path(__file__).parent.parent / "programs" / "libraries"


@pytest.mark.parametrize(
    "name",
    [
        "async-mutex/timed.js", "async/queue.js", "delay/sleeps.mjs", "p-any/first.mjs",
        "p-map/concurrency.mjs", "p-map/semaphore.mjs", "p-queue/limit.mjs",
        "p-settle/outcomes.mjs", "p-timeout/timeouts.mjs",
    ],
)  # fmt: skip
def test_libraries_that_asyncio_does_the_work_of(name: str) -> None:
    program = LIBRARIES / name
    source = program.read_text("utf-8")
    translation = translate(source, options=Options(order=Order.EXACT))
    assert translation.ok, translation.diagnostics
    recorded = read_record(program)
    outcome = run_python(translation.code)
    assert (outcome.stdout, outcome.exit_code) == (
        recorded.stdout,
        recorded.exit_code,
    ), outcome.stderr


@pytest.mark.parametrize(
    "name",
    [
        path.relative_to(LIBRARIES).as_posix()
        for path in sorted((LIBRARIES / "p-retry").glob("*.mjs"))
    ],
)
def test_what_tries_coroutines_again_is_refused(name: str) -> None:
    source = (LIBRARIES / name).read_text("utf-8")
    said = translate(source, options=Options(order=Order.EXACT)).diagnostics
    assert any("tenacity" in d.message for d in said if d.level is Level.ERROR)
