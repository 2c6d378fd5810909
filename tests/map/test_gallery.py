"""The gallery's programs use the asyncio constructs that a person chose for them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import js2aio

GALLERY = Path(__file__).parents[1] / "programs" / "gallery"

# What each program's hand-written pair uses, besides asyncio.run and asyncio.sleep.
CONSTRUCTS = {
    "01-gather.js": {"asyncio.gather"},
    "02-settled-and-errors.js": {"asyncio.gather", "return_exceptions"},
    "03-race.js": {"asyncio.wait", "asyncio.FIRST_COMPLETED"},
    "04-hot-promises.js": {"create_task", "add_done_callback"},
    "05-then-chains.js": {"asyncio.create_task", "try-else"},
    "06-new-promise.js": {"create_future", "create_task"},
    "07-any.js": {"asyncio.as_completed", "ExceptionGroup"},
    "08-limits.js": {"asyncio.Semaphore", "asyncio.gather"},
    "09-cancellation.mjs": {"asyncio.TaskGroup", "cancel", "CancelledError"},
    "10-async-iteration.js": {"async for", "__aiter__"},
    "11-timers.js": {"create_task", "cancel"},
    "12-wait-and-report.js": {"asyncio.wait", "timeout"},
}

HELPERS = Path(__file__).parents[2] / "mappings" / "helpers"

# The helpers that the pairs have, too.
OF_THE_PAIRS = {
    "01-gather.js": {"number_to_string"},
    "03-race.js": {"race"},
    "04-hot-promises.js": {"start"},
    "07-any.js": {"first_success"},
}


def constructs(code: str) -> set[str]:
    """Names, attributes, keywords and kinds of statement that a text of Python uses."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Attribute):
            found.add(node.attr)
            if isinstance(node.value, ast.Name):
                found.add(f"{node.value.id}.{node.attr}")
        elif isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.keyword) and node.arg:
            found.add(node.arg)
        elif isinstance(node, ast.AsyncFor):
            found.add("async for")
        elif isinstance(node, ast.Try) and node.orelse:
            found.add("try-else")
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            found.add(node.name)
    return found


@pytest.mark.parametrize("name", sorted(CONSTRUCTS))
def test_same_construct_as_the_pair(name: str) -> None:
    translation = js2aio.translate_file(GALLERY / name)
    assert translation.ok
    missing = CONSTRUCTS[name] - constructs(translation.code)
    assert not missing, translation.code


@pytest.mark.parametrize("name", sorted(CONSTRUCTS))
def test_no_helper_that_the_pair_does_not_have(name: str) -> None:
    known = {
        node.name
        for path in HELPERS.glob("*.py")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
    }
    # Functions of the program may have the name of a helper: `sleep`, `race`.
    source = (GALLERY / name).read_text("utf-8")
    own = set(re.findall(r"\b(?:function|class|const)\*? (\w+)", source))
    code = js2aio.translate_file(GALLERY / name).code
    made = {getattr(node, "name", "") for node in ast.parse(code).body}
    allowed = OF_THE_PAIRS.get(name, set())
    assert (made & known) - own <= allowed


def test_plain_combinators() -> None:
    source = """
const sleep = (ms, v) => new Promise((resolve) => setTimeout(resolve, ms, v));
async function main() {
  const [a, b] = await Promise.all([sleep(2, 1), sleep(1, 2)]);
  const first = await Promise.race([sleep(50, "slow"), sleep(1, "fast")]);
  const settled = await Promise.allSettled([sleep(1, 3)]);
  console.log(a, b, first, settled.map((s) => s.value).join());
}
main();
"""
    code = js2aio.translate(source).code
    assert "a, b = await asyncio.gather(sleep(2, 1), sleep(1, 2))" in code
    assert {"asyncio.FIRST_COMPLETED", "return_exceptions"} <= constructs(code)
