"""Each row of the table of asyncio's primitives: the JavaScript that must reach it.

The output is executed and compared with what Node prints; the construct has to be in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pytest
from support.running import run_node, run_python

import js2aio
from js2aio import Options, Style

BASE = """\
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function fetch(n, ms = 10 * n) {
  await sleep(ms);
  if (n === 13) throw new Error("unlucky");
  return n * 2;
}
"""


@dataclass(frozen=True)
class Row:
    """``js`` is the body of main, and ``printed`` what Node prints for it."""

    name: str
    js: str
    construct: str
    printed: str
    options: dict[str, object] = field(default_factory=dict)


STOPPED = """\
const { setTimeout: delay } = require("node:timers/promises");
const copy = async (name, ms, signal) => {
  await delay(ms, undefined, { signal });
  if (name === "bad") throw new Error("disk full");
  console.log(`${name} copied`);
  return name;
};
async function runAll(names) {
  const controller = new AbortController();
  try {
    return await Promise.all(names.map((name, i) => copy(name, 20 * (i + 1), controller.signal)));
  } catch (err) {
    controller.abort();
    throw err;
  }
}
console.log((await runAll(["a", "b"])).join());
try {
  await runAll(["c", "bad", "d"]);
} catch (err) {
  console.log(err.message);
}"""

ROWS = [
    Row(
        "gather, results in order",
        "const [a, b] = await Promise.all([fetch(2), fetch(1)]);\nconsole.log(a, b);",
        r"asyncio\.gather\(fetch\(2\), fetch\(1\)\)",
        "4 2\n",
    ),
    Row(
        "gather over map",
        "console.log(await Promise.all([3, 1, 2].map((n) => fetch(n))));",
        r"asyncio\.gather\(\*\(fetch\(n\) for n in \[3, 1, 2\]\)\)",
        "[ 6, 2, 4 ]\n",
    ),
    Row(
        "gather, first error raised, others go on",
        "async function loud(n) { const v = await fetch(n, n === 13 ? 5 : 30); console.log('done', v); }\n"
        "try { await Promise.all([loud(1), loud(13)]); } catch (e) { console.log('failed', e.message); }",
        r"asyncio\.gather\(loud\(1\), loud\(13\)\)",
        "failed unlucky\ndone 2\n",
    ),
    Row(
        "gather(return_exceptions=True)",
        "for (const r of await Promise.allSettled([fetch(1), fetch(13, 5)])) {\n"
        "  if (r.status === 'fulfilled') console.log('ok', r.value); else console.log('no', r.reason.message);\n}",
        r"gather\(.*return_exceptions=True\)",
        "ok 2\nno unlucky\n",
    ),
    Row(
        "wait, ALL_COMPLETED, done and pending",
        "const tasks = [1, 13].map((n) => fetch(n, 5));\nawait Promise.allSettled(tasks);\n"
        "for (const task of tasks) {\n  try { console.log('ok', await task); } catch (e) { console.log('no', e.message); }\n}",
        r"asyncio\.wait\(tasks\)",
        "ok 2\nno unlucky\n",
    ),
    Row(
        "wait(FIRST_COMPLETED)",
        "console.log(await Promise.race([fetch(5, 40), fetch(1, 5)]));",
        r"return_when=asyncio\.FIRST_COMPLETED",
        "2\n",
    ),
    Row(
        "wait(FIRST_EXCEPTION)",
        "const seen = new Map();\n"
        "const tasks = [1, 13, 20].map((n) => fetch(n, n * 8));\n"
        "tasks.forEach((task, i) =>\n"
        "  task.then((v) => seen.set(i, v), (e) => seen.set(i, e.message)));\n"
        "await Promise.all(tasks).catch(() => {});\n"
        "for (const i of [0, 1, 2]) console.log(seen.has(i) ? seen.get(i) : 'pending');",
        r"asyncio\.wait\(tasks, return_when=asyncio\.FIRST_EXCEPTION\)",
        "2\nunlucky\npending\n",
    ),
    Row(
        "wait(timeout=)",
        "const seen = new Map();\n"
        "const tasks = [1, 2].map((n) =>\n"
        "  fetch(n, n * n * 40).then((v) => seen.set(n, v), (e) => seen.set(n, e.message)));\n"
        "await Promise.race([Promise.all(tasks), sleep(80)]);\nconsole.log(seen.size);",
        r"asyncio\.wait\(.*timeout=",
        "1\n",
    ),
    Row(
        "timeout of one",
        "const limit = (ms) => new Promise((_, reject) => setTimeout(() => reject(new Error('late')), ms));\n"
        "try { await Promise.race([fetch(1, 200), limit(20)]); } catch (e) { console.log(e.message); }",
        r"await race\(|asyncio\.timeout\(|asyncio\.wait_for\(",
        "late\n",
    ),
    Row(
        "task.exception() and task.result()",
        "const good = fetch(1, 5);\nconst bad = fetch(13, 5).catch((e) => e.message);\n"
        "await sleep(30);\nconsole.log(await good, await bad);",
        r"asyncio\.create_task\(",
        "2 unlucky\n",
    ),
    Row(
        "done, result, exception: state flags around a promise",
        "const task = fetch(13, 10);\nconst state = { done: false, error: null };\n"
        "task.then(() => { state.done = true; }, (e) => { state.done = true; state.error = e; });\n"
        "console.log(state.done);\nawait sleep(40);\nconsole.log(state.done, state.error.message);",
        r"asyncio\.create_task\(fetch\(13, 10\)\)",
        "false\ntrue unlucky\n",
    ),
    Row(
        "cancel the pending: clearTimeout",
        "const timer = setTimeout(() => console.log('never'), 20);\nclearTimeout(timer);\nawait sleep(40);\nconsole.log('over');",
        r"\.cancel\(\)",
        "over\n",
    ),
    Row(
        "create_task, later await",
        "const task = fetch(1);\nawait sleep(5);\nconsole.log(await task);",
        r"asyncio\.create_task\(fetch\(1\)\)",
        "2\n",
    ),
    Row(
        "a name for the task",
        "const task = fetch(1);\nawait sleep(5);\nconsole.log(await task);",
        r'create_task\(fetch\(1\), name="fetch_1"\)',
        "2\n",
        {"task_names": True},
    ),
    Row(
        "add_done_callback",
        "fetch(1, 5).finally(() => console.log('done'));\nconsole.log('first');",
        r"add_done_callback\(|finally:",
        "first\ndone\n",
    ),
    Row(
        "TaskGroup, results after the block",
        "const [a, b] = await Promise.all([fetch(2), fetch(1)]);\nconsole.log(a, b);",
        r"async with asyncio\.TaskGroup\(\) as \w+:(.|\n)*\.result\(\)",
        "4 2\n",
        {"style": Style.TASKGROUP},
    ),
    Row(
        "TaskGroup: all, and an abort of the others on failure",
        STOPPED,
        r"async with asyncio\.TaskGroup\(\) as group:(.|\n)*failures\.exceptions\[0\] from None",
        "a copied\nb copied\na,b\nc copied\ndisk full\n",
    ),
    Row(
        "TaskGroup: the same in the style",
        STOPPED,
        r"async with asyncio\.TaskGroup\(\) as group:(.|\n)*failures\.exceptions\[0\] from None",
        "a copied\nb copied\na,b\nc copied\ndisk full\n",
        {"style": Style.TASKGROUP},
    ),
    Row(
        "cancel the pending: AbortController",
        "const { setTimeout: delay } = require('node:timers/promises');\n"
        "async function poll(signal) {\n  let rounds = 0;\n  try {\n    while (true) {\n"
        "      await delay(20, undefined, { signal });\n      rounds++;\n    }\n"
        "  } catch (err) {\n    if (err.name !== 'AbortError') throw err;\n  }\n  return rounds;\n}\n"
        "const controller = new AbortController();\nconst poller = poll(controller.signal);\n"
        "await sleep(50);\ncontroller.abort();\nconsole.log(await poller);",
        r"poller\.cancel\(\)",
        "2\n",
    ),
    Row(
        "TaskGroup, ExceptionGroup",
        "try { await Promise.any([fetch(13, 5), fetch(13, 10)]); } catch (e) {\n"
        "  console.log(e instanceof AggregateError, e.errors.length);\n}",
        r"ExceptionGroup",
        "true 2\n",
    ),
    Row(
        "TaskGroup in a loop",
        "const tasks = [];\nfor (const n of [1, 2, 3]) {\n  tasks.push(fetch(n));\n}\nconsole.log(await Promise.all(tasks));",
        r"create_task\(fetch\(n\)\)(.|\n)*asyncio\.gather\(\*tasks\)",
        "[ 2, 4, 6 ]\n",
    ),
    Row(
        "Semaphore: a hand-written limiter",
        "let active = 0;\nlet most = 0;\nasync function limited(n) {\n  active++;\n"
        "  most = Math.max(most, active);\n  await fetch(n, 5);\n  active--;\n}\n"
        "const limit = makeLimit(2);\n"
        "await Promise.all([1, 2, 3, 4, 5].map((n) => limit(() => limited(n))));\nconsole.log(most);",
        r"asyncio\.Semaphore\(",
        "2\n",
    ),
    Row(
        "a pool of workers",
        "const queue = [1, 2, 3, 4, 5];\nconst out = [];\n"
        "const worker = async () => { while (queue.length > 0) out.push(await fetch(queue.shift(), 5)); };\n"
        "await Promise.all([worker(), worker()]);\nconsole.log(out.sort((a, b) => a - b));",
        r"asyncio\.gather\(worker\(\), worker\(\)\)",
        "[ 2, 4, 6, 8, 10 ]\n",
    ),
]
LIMITER = """\
function makeLimit(max) {
  let running = 0;
  const waiting = [];
  return async (job) => {
    if (running >= max) await new Promise((resolve) => waiting.push(resolve));
    running++;
    try {
      return await job();
    } finally {
      running--;
      if (waiting.length > 0) waiting.shift()();
    }
  };
}
"""


def program(row: Row) -> str:
    body = "\n".join(f"  {line}" for line in row.js.splitlines())
    limiter = LIMITER if "makeLimit" in row.js else ""
    return f"{BASE}{limiter}async function main() {{\n{body}\n}}\nmain();\n"


each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)


@each_row
def test_row(row: Row) -> None:
    translation = js2aio.translate(program(row), options=Options(**row.options))  # type: ignore[arg-type]
    assert translation.ok, translation.diagnostics
    assert re.search(row.construct, translation.code), translation.code
    outcome = run_python(translation.code)
    assert (outcome.stdout, outcome.exit_code) == (row.printed, 0), outcome.stderr


@pytest.mark.node
@each_row
def test_node_prints_the_same(row: Row, node: str) -> None:
    assert run_node(program(row)).stdout == row.printed
