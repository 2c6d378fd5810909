"""HumanEval-X, translated and executed: how many of the 164 tasks pass.

    python benchmarks/humaneval_x.py --data DIR

DIR holds humaneval_js.jsonl.gz. Each task's declaration, solution and test become one
program, which is run under Node and, translated, under Python. The exit status is 1 if a
translation did something else than Node and js2aio had not said so.
"""

from __future__ import annotations

import argparse
import ast
import json
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from types import FrameType

from common import Text, helpers_in, humaneval_tasks

from js2aio.running import Run, find_node, run_node, run_python

PYTHON_TIMEOUT = 10
NODE_TIMEOUT = 20
TRANSLATION_TIMEOUT = 60

# Without Node: 112 and 155 fail their own tests, 162 needs the package js-md5.
FAIL_UNDER_NODE = {"humaneval-112.js", "humaneval-155.js", "humaneval-162.js"}

MEANINGS = {
    "passed": "the same as under Node",
    "refused": "an error says that something has no counterpart",
    "warned": "differs, and a warning says so",
    "loud": "raises where JavaScript carries on, and a note says so",
    "wrong": "differs, and nothing was said",
    "timeout": f"ran for more than {PYTHON_TIMEOUT} s",
    "broken": "the translator failed, or its output does not compile",
    "not under Node": "does not pass under Node, so it says nothing",
}
BAD = ("wrong", "timeout", "broken")


@dataclass(slots=True)
class Result:
    """What became of a task; ``solution_helpers``: helpers used outside of its test."""

    name: str
    status: str
    detail: str = ""
    helpers: list[str] = field(default_factory=list)
    solution_helpers: list[str] = field(default_factory=list)


def main() -> int:
    options = _arguments()
    tasks = humaneval_tasks(options.data)
    if options.only:
        tasks = [t for t in tasks if t.name == f"humaneval-{options.only}.js"]
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    work = partial(check, keep=options.keep)
    with ProcessPoolExecutor(options.jobs, get_context("spawn")) as pool:
        results = list(pool.map(work, tasks))
    report(results)
    if options.json:
        document = json.dumps([asdict(r) for r in results], indent=1)
        options.json.write_text(document + "\n", "utf-8")
    return int(any(r.status in BAD for r in results))


def check(task: Text, keep: Path | None = None) -> Result:
    """Translate a task, run both programs, and compare them."""
    with tempfile.TemporaryDirectory(prefix="js2aio-humaneval-") as scratch:
        folder = keep or Path(scratch)
        script = folder / task.name
        script.write_text(task.source, "utf-8")
        expected = _under_node(script)
        result = _translate_and_run(task, script, expected)
    if expected.exit_code != 0:
        if result.status != "broken":
            result.status = "not under Node"
        result.detail = result.detail or _last_line(expected.stderr)
    return result


def _under_node(script: Path) -> Run:
    if find_node() is not None:
        return run_node(script, NODE_TIMEOUT)
    return Run("", "known to fail", int(script.name in FAIL_UNDER_NODE))


def _translate_and_run(task: Text, script: Path, expected: Run) -> Result:
    import js2aio

    try:
        with _time_limit(TRANSLATION_TIMEOUT):
            translation = js2aio.translate(task.source, filename=task.name)
        tree = ast.parse(translation.code)
    except (js2aio.InternalError, SyntaxError, TimeoutError) as error:
        return Result(task.name, "broken", f"{error}; {error.__cause__!r}")
    except js2aio.Js2aioError as error:
        return Result(task.name, "refused", str(error).splitlines()[0])

    python = script.with_suffix(".py")
    python.write_text(translation.code, "utf-8")
    result = Result(task.name, "passed")
    result.helpers = sorted(helpers_in(tree))
    result.solution_helpers = sorted(_used_by_solution(tree, set(result.helpers)))

    by_level = {item.level.value: str(item) for item in translation.diagnostics[::-1]}
    if "error" in by_level:
        result.status, result.detail = "refused", by_level["error"]
        return result
    actual = run_python(translation.code, PYTHON_TIMEOUT)
    if actual.exit_code is None:
        result.status, result.detail = (
            "timeout",
            f"stopped after {actual.seconds:.0f} s",
        )
    elif not _same(expected, actual):
        raised = "Traceback (most recent call last)" in actual.stderr
        if "warning" in by_level:
            result.status = "warned"
        elif "note" in by_level and raised and "assertion " not in actual.stderr:
            result.status = "loud"
        else:
            result.status = "wrong"
        result.detail = _last_line(actual.stderr) or f"printed {actual.stdout!r}"
    return result


def _same(expected: Run, actual: Run) -> bool:
    if actual.exit_code != expected.exit_code:
        return False
    return find_node() is None or actual.stdout == expected.stdout


def _used_by_solution(tree: ast.Module, helpers: set[str]) -> Iterator[str]:
    """The helpers named in definitions other than the test, the assertion and helpers."""
    of_the_test = {"assert_true", "main"} | helpers
    used = {
        name.id
        for node in tree.body
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        and node.name not in of_the_test
        and not node.name.startswith("test")
        for name in ast.walk(node)
        if isinstance(name, ast.Name)
    }
    yield from helpers & used


@contextmanager
def _time_limit(seconds: int) -> Iterator[None]:
    """Raises TimeoutError in the block when it has run for so long, where that works."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"the translation took more than {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _last_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    return next((line for line in lines if "Error" in line), lines[-1] if lines else "")


def report(results: list[Result]) -> None:
    """Print the table, and a line for each task that did not pass."""
    for result in results:
        if result.status not in ("passed", "not under Node"):
            print(f"{result.name:18} {result.status:8} {result.detail}")
    counts = Counter(result.status for result in results)
    counted = len(results) - counts["not under Node"]
    print()
    for status, meaning in MEANINGS.items():
        if counts[status]:
            print(f"{counts[status]:5} {status:15} {meaning}")
    print(f"{counts['passed']} of {counted} pass")

    translated = [r for r in results if r.status not in ("broken", "not under Node")]
    if translated:
        plain = sum(not r.solution_helpers for r in translated) / len(translated)
        whole = sum(not r.helpers for r in translated) / len(translated)
        print(f"without a helper: {plain:.0%} of the solutions, {whole:.0%} with tests")
        names = Counter(name for r in translated for name in r.solution_helpers)
        for name, count in names.most_common():
            print(f"{count:5} {name}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, metavar="DIR")
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all results")
    parser.add_argument("--only", metavar="N", help="only the task of this number")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep the programs")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
