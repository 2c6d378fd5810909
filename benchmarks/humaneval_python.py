"""HumanEval-X: the Python tests of the tasks, on the translated JavaScript functions.

    python benchmarks/humaneval_python.py --data DIR

DIR holds humaneval_js.jsonl.gz and humaneval_python.jsonl.gz. Each JavaScript solution is
translated with its own test, which shows the types, and the Python test of the task is run on
the function that comes out. Where that fails, the reason is looked for by rule: the test is
run again without what JavaScript cannot tell apart, and Node is asked what the JavaScript gives.
"""

from __future__ import annotations

import argparse
import ast
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from common import Text, humaneval_tasks

from js2aio.running import Run, find_node, run_node, run_python

TIMEOUT = 30

PASSED = "passed"
TUPLES = "the test has tuples where JavaScript has arrays"
FLOATS = "the test tells 3.0 from 3, which are one number in JavaScript"
KEYS = "the test has keys that are no texts; those of objects are"
OWN_WAY = "the JavaScript gives something else, under Node too"
FAILS = "the JavaScript does not pass its own test under Node"
UNKNOWN = "not explained"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task; ``reason`` is PASSED, or why it did not."""

    name: str
    reason: str
    detail: str = ""


class Lists(ast.NodeTransformer):
    """Tuples as lists."""

    def visit_Tuple(self, node: ast.Tuple) -> ast.AST:
        self.generic_visit(node)
        return ast.List(node.elts, node.ctx)


class Without(ast.NodeTransformer):
    """Without the assertions that hold a certain constant or dict."""

    def __init__(self, unwanted: Callable[[ast.AST], bool]) -> None:
        self.unwanted = unwanted

    def visit_Assert(self, node: ast.Assert) -> ast.AST:
        if any(map(self.unwanted, ast.walk(node.test))):
            return ast.Pass()
        return node


def whole_float(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, float)
        and node.value.is_integer()
    )


def other_keys(node: ast.AST) -> bool:
    return isinstance(node, ast.Dict) and any(
        isinstance(key, ast.Constant) and not isinstance(key.value, str)
        for key in node.keys
    )


#: tried in this order: what is changed in the test, and what it shows if that passes
CHANGES: tuple[tuple[str, Callable[[], ast.NodeTransformer]], ...] = (
    (TUPLES, Lists),
    (FLOATS, partial(Without, whole_float)),
    (KEYS, partial(Without, other_keys)),
)


def main() -> int:
    options = _arguments()
    with gzip.open(options.data / "humaneval_python.jsonl.gz", "rt", "utf-8") as lines:
        tests = [json.loads(line) for line in lines]
    pairs = list(zip(humaneval_tasks(options.data), tests, strict=True))
    with ProcessPoolExecutor(options.jobs, get_context("spawn")) as pool:
        outcomes = list(pool.map(check, *zip(*pairs)))
    for outcome in outcomes:
        if outcome.reason != PASSED:
            print(f"{outcome.name:18} {outcome.reason}  {outcome.detail}".rstrip())
    print()
    for reason, count in Counter(o.reason for o in outcomes).most_common():
        print(f"{count:5} {reason}")
    return int(any(o.reason == UNKNOWN for o in outcomes))


def check(task: Text, test: dict[str, Any]) -> Outcome:
    """Run a task's Python test on the translated function."""
    import js2aio

    try:
        code = js2aio.translate(task.source, filename=task.name).code
    except js2aio.Js2aioError as error:
        return Outcome(task.name, UNKNOWN, str(error).splitlines()[0])
    name = re.findall(r"def (\w+)\(", test["declaration"])[-1]
    defined = [x for x in ast.parse(code).body if isinstance(x, ast.FunctionDef)]
    mine = [x.name for x in defined if _folded(x.name) == _folded(name)]
    if not mine:
        return Outcome(task.name, UNKNOWN, f"there is no function {name}")
    program = f"{code}\n{name} = {mine[0]}\n"
    tree = ast.parse(test["test"])
    detail = _failure(program, tree)
    if not detail:
        return Outcome(task.name, PASSED)
    if not _under_node(task.source):
        return Outcome(task.name, FAILS)
    for reason, transformer in CHANGES:
        changed = transformer().visit(ast.parse(test["test"]))
        if not _failure(program, ast.fix_missing_locations(changed)):
            return Outcome(task.name, reason)
    if _gives_the_same(program, task.source, tree, name):
        return Outcome(task.name, OWN_WAY, detail)
    return Outcome(task.name, UNKNOWN, detail)


def _folded(name: str) -> str:
    return name.replace("_", "").lower()


def _failure(program: str, test: ast.AST) -> str:
    """The last line of what a program with the test complains of; empty if it passes."""
    done = run_python(f"{program}{ast.unparse(test)}\n", TIMEOUT)
    if done.exit_code == 0:
        return ""
    lines = done.stderr.strip().splitlines()
    return lines[-1] if lines else "it ended without a word"


def _under_node(source: str) -> bool:
    """Whether the JavaScript passes its own test; true where Node is not there."""
    answer = _node(source)
    return answer is None or answer.exit_code == 0


def _node(source: str) -> Run | None:
    return None if find_node() is None else run_node(source, TIMEOUT)


def _gives_the_same(program: str, source: str, test: ast.AST, name: str) -> bool:
    """Whether both languages give the same for each call of the test with literals."""
    calls = []
    for node in ast.walk(test):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("candidate", name):
            try:
                calls.append([ast.literal_eval(argument) for argument in node.args])
            except ValueError:
                continue
    function = re.findall(r"(?:const|function) (\w+)", source)
    mine = [x for x in function if _folded(x) == _folded(name)]
    arguments = json.dumps(calls)
    asked = f"console.log(JSON.stringify({arguments}.map((a) => {mine[-1]}(...a))));"
    theirs = _node(f"{source}\n{asked}")
    told = f"import json\nprint(json.dumps([{name}(*a) for a in {calls!r}]))\n"
    ours = run_python(program + told, TIMEOUT)
    if theirs is None or theirs.exit_code != 0 or ours.exit_code != 0:
        return False
    first, second = (json.loads(x.stdout.splitlines()[-1]) for x in (theirs, ours))
    return bool(calls) and first == second


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
