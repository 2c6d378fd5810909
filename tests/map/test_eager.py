"""Targets from py312 on: what a call does before its first wait is done by eager tasks."""

from __future__ import annotations

import pytest
from support.running import find_new_python, run_node, run_python

from js2aio import Options, Target, translate

SLEEP = """
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function work(n) {
  console.log("start", n);
  await sleep(n);
  console.log("end", n);
  return n;
}
"""
FACTORY = "set_task_factory(asyncio.eager_task_factory)"
#: program, what stands in the output, what does not
PROGRAMS = {
    "stored": (
        """
async function main() {
  const slow = work(20);
  const fast = work(5);
  console.log("both started");
  console.log(await slow, await fast);
}
main();
""",
        ["slow = asyncio.create_task(work(20))", FACTORY],
        ["eager_task("],
    ),
    "quiet": (
        """
async function silent(n) {
  await sleep(n);
  console.log("end", n);
}
async function main() {
  const slow = silent(20);
  await silent(5);
  await slow;
}
main();
""",
        ["slow = asyncio.create_task(silent(20))"],
        ["eager"],
    ),
    "chains": (
        """
async function main() {
  const settled = Promise.resolve(1);
  const later = settled.then((n) => console.log("handler", n));
  const job = work(5);
  console.log("both started");
  await job;
  await later;
}
main();
""",
        ["job = eager_task(work(5))"],
        [FACTORY],
    ),
    "background": (
        """
work(5);
work(10).then((n) => console.log("then", n));
console.log("top ends");
""",
        ["eager_task_factory"],
        ["def start("],
    ),
    "throws-at-once": (
        """
async function fails(n) {
  console.log("failing", n);
  throw new Error("no " + n);
}
async function main() {
  const first = fails(1);
  console.log("called");
  try {
    await first;
  } catch (error) {
    console.log(error.message);
  }
}
main();
""",
        ["create_task(fails(1))", FACTORY],
        [],
    ),
    "gathered": (
        """
async function main() {
  const jobs = [];
  for (let i = 1; i <= 3; i++) {
    jobs.push(work(i * 10));
    console.log("pushed", i);
  }
  console.log(await Promise.all(jobs));
}
main();
""",
        ["jobs.append(asyncio.create_task(work(i * 10)))", FACTORY],
        [],
    ),
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_eager_tasks_do_what_node_does(name: str, node: str) -> None:
    source, wanted, unwanted = PROGRAMS[name]
    translation = translate(SLEEP + source, options=Options(target=Target.PY313))
    code = translation.code
    assert [text for text in wanted if text not in code] == [], code
    assert [text for text in unwanted if text in code] == [], code
    python = find_new_python()
    if python is None:
        pytest.skip("no Python 3.12 or later: name one in JS2AIO_PYTHON313")
    expected = run_node(SLEEP + source)
    actual = run_python(code, python=python)
    assert (actual.stdout, actual.exit_code) == (expected.stdout, 0), actual.stderr


def test_older_targets_keep_the_order_by_a_helper() -> None:
    code = translate(SLEEP + PROGRAMS["stored"][0]).code
    assert "slow = start(work(20))" in code
    assert "eager" not in code
