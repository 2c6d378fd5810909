"""What the benchmarks share: their texts, and finding helpers in output."""

from __future__ import annotations

import ast
import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from js2aio import sources_in

# Each assertion is counted, so that a test that was not run is seen, too.
ASSERTION = """\
let assertionsPassed = 0;

function assertTrue(condition) {
  if (!condition) {
    throw new Error(`assertion ${assertionsPassed + 1} failed`);
  }
  assertionsPassed += 1;
}
"""
COUNT = "\nconsole.log(assertionsPassed);\n"


@dataclass(frozen=True, slots=True)
class Text:
    """A JavaScript source and what it is called."""

    name: str
    source: str


def humaneval_tasks(data: Path) -> list[Text]:
    """The 164 tasks of HumanEval-X: declaration, solution and test, as one program each.

    ``console.assert(C)`` only writes to stderr, so calls of a function that throws take
    its place; how many assertions passed is printed at the end.
    """
    path = data / "humaneval_js.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [_task(json.loads(line)) for line in lines]


def _task(task: dict[str, Any]) -> Text:
    test = task["test"].replace("console.assert(", "assertTrue(")
    body = task["declaration"] + task["canonical_solution"] + test
    number = task["task_id"].split("/")[1]
    return Text(f"humaneval-{number}.js", f"{ASSERTION}{body}{COUNT}")


def files_in(folders: Sequence[Path]) -> Iterator[Text]:
    """The JavaScript files of folders, in the order of their paths."""
    for folder in folders:
        for path in sources_in(folder):
            yield Text(str(path), path.read_text("utf-8"))


def helpers_in(tree: ast.Module) -> set[str]:
    """The names under which a program holds helpers of the built-in library."""
    known = _known_helpers()
    return {
        node.name
        for node in tree.body
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        and _shape(node) in known
    }


def lines_of_code(text: str) -> int:
    """How many lines are not blank."""
    return sum(1 for line in text.splitlines() if line.strip())


@cache
def _known_helpers() -> frozenset[str]:
    from js2aio.rules import HelperLibrary

    library = HelperLibrary.built_in()
    bodies = (ast.parse(library.get(name).source).body for name in library.names)
    return frozenset(_shape(body[0]) for body in bodies)


def _shape(node: ast.stmt) -> str:
    """The definition without its name and docstring: those may be changed."""
    if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return ast.dump(node)
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    kind = type(node).__name__
    return f"{kind} {[ast.dump(statement) for statement in body]}"
