"""Promise.withResolvers and Promise.try: newer than Node 20, which gets them from a prelude."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from support.running import Outcome, run_node, run_python

from js2aio import Options, Order, translate

PRELUDE = """\
Promise.withResolvers ??= function () {
  let resolve, reject;
  const promise = new this((a, b) => { resolve = a; reject = b; });
  return { promise, resolve, reject };
};
Promise.try ??= function (f, ...args) { return new this((resolve) => resolve(f(...args))); };
"""


@dataclass(frozen=True)
class Case:
    name: str
    js: str
    printed: str
    exit_code: int = 0


CASES = [
    Case(
        "held",
        """
class Gate {
  constructor() { this.state = Promise.withResolvers(); }
  open(by) { this.state.resolve(by); }
  get opened() { return this.state.promise; }
}
async function main() {
  const gate = new Gate();
  setTimeout(() => gate.open("guard"), 5);
  console.log(await gate.opened);
  gate.open("nobody");
  console.log(await gate.opened);
}
main();
""",
        "guard\nguard\n",
    ),
    Case(
        "a function that looks at its arguments",
        """
const asked = (f) => f().then(() => console.log("done"));
asked(function () {
  return Promise.try(function () {
    console.log(Array.prototype.slice.call(arguments).join("-"));
  }, 1, 2, "x");
});
""",
        "1-2-x\ndone\n",
    ),
    Case(
        "taken apart, in a loop",
        """
async function main() {
  const all = [];
  for (const n of [1, 2, 3]) {
    const { promise, resolve, reject } = Promise.withResolvers();
    if (n === 3) setTimeout(() => reject(new Error("third")), 3);
    else setTimeout(resolve, 10 * n, n);
    all.push(promise);
  }
  console.log((await Promise.allSettled(all)).map((r) => r.status).join());
}
main();
""",
        "fulfilled,fulfilled,rejected\n",
    ),
    Case(
        "under other names, settled once",
        """
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function main() {
  const { promise: made, resolve: give } = Promise.withResolvers();
  give(sleep(4).then(() => "inner"));
  give("ignored");
  console.log(await made);
  const { promise, reject: fail } = Promise.withResolvers();
  setTimeout(fail, 2, new RangeError("out"));
  try { await promise; } catch (error) { console.log(error.message); }
}
main();
""",
        "inner\nout\n",
    ),
    Case(
        "functions that wait in a list",
        """
const waiting = [];
function wait() {
  const { promise, resolve } = Promise.withResolvers();
  waiting.push(resolve);
  return promise;
}
async function main() {
  setTimeout(() => waiting.splice(0).forEach((wake) => wake("go")), 5);
  console.log((await Promise.all([wait(), wait()])).join());
}
main();
""",
        "go,go\n",
    ),
    Case(
        "never settled",
        """
const { promise, resolve } = Promise.withResolvers();
console.log("waiting");
await promise;
""",
        "waiting\n",
        13,
    ),
    Case(
        "Promise.try runs at the call",
        """
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function main() {
  console.log("before");
  const job = Promise.try(() => { console.log("called"); return sleep(3).then(() => 5); });
  console.log("after");
  console.log(await job);
}
main();
""",
        "before\ncalled\nafter\n5\n",
    ),
    Case(
        "Promise.try rejects with what is thrown",
        """
function parse(text) {
  if (text === "x") throw new TypeError("bad");
  return text.length;
}
async function main() {
  const all = await Promise.allSettled(
    [Promise.try(parse, "abc"), Promise.try(parse, "x"), Promise.try(parse, "q", 1, 2)]);
  console.log(all.map((r) => r.status === "fulfilled" ? r.value : r.reason.message).join());
  console.log(await Promise.try(parse, "x").catch((e) => `caught ${e.message}`));
  console.log(await Promise.try(async () => "async"));
}
main();
""",
        "3,bad,1\ncaught bad\nasync\n",
    ),
    Case(
        "Promise.try that nobody hears",
        """
async function main() {
  Promise.try(() => { throw new Error("lost"); });
  await new Promise((resolve) => setTimeout(resolve, 20));
  console.log("not reached");
}
main();
""",
        "",
        1,
    ),
]

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)


def told(outcome: Outcome) -> tuple[str, int | None]:
    return outcome.stdout, outcome.exit_code


@pytest.mark.parametrize("order", list(Order), ids=lambda order: order.value)
@each_case
def test_does_what_node_does(case: Case, order: Order) -> None:
    translation = translate(case.js, options=Options(order=order))
    assert translation.diagnostics == ()
    assert told(run_python(translation.code)) == (case.printed, case.exit_code)


@pytest.mark.node
@each_case
def test_node_does_it(case: Case, node: str) -> None:
    assert told(run_node(PRELUDE + case.js)) == (case.printed, case.exit_code)
