"""The programs of docs/concurrency.md: what comes out of each, and what it prints."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from support.running import run_node, run_python

from js2aio import Options, Style, translate

PAGE = Path(__file__).parent.parent / "docs" / "concurrency.md"
_BLOCK = re.compile(r"^```(\w+) ?(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_OPTIONS = {
    "names": Options(task_names=True),
    "group": Options(style=Style.TASKGROUP),
}


@dataclass(frozen=True)
class Example:
    """``mode``: "alone" without the two functions, or the options it is translated with."""

    title: str
    mode: str
    js: str
    python: str
    printed: str


def examples() -> tuple[str, list[Example]]:
    """What stands before the programs, and the programs."""
    head, *sections = re.split(r"^## ", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    (_, _, prelude), _ = _BLOCK.findall(head)
    found = []
    for section in sections:
        (_, mode, js), (_, _, python), (_, _, printed) = _BLOCK.findall(section)
        title = section.partition("\n")[0]
        source = js if mode == "alone" else prelude + js
        found.append(Example(title, mode, source, python, printed))
    return prelude, found


EXAMPLES = examples()[1]
each_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.title)


def test_each_row_has_a_program() -> None:
    text = " ".join(example.title for example in EXAMPLES)
    for word in (
        "gather", "return_exceptions", "ALL_COMPLETED", "FIRST_COMPLETED",
        "FIRST_EXCEPTION", "timeout=", "create_task", "name", "add_done_callback",
        "Cancelling", "TaskGroup", "ExceptionGroup", "Semaphore",
    ):  # fmt: skip
        assert word in text


@each_example
def test_comes_out_as_the_page_says(example: Example) -> None:
    options = _OPTIONS.get(example.mode, Options())
    translation = translate(example.js, options=options)
    assert translation.ok
    for paragraph in example.python.split("\n\n\n"):
        assert paragraph.strip() in translation.code
    outcome = run_python(translation.code)
    assert (outcome.stdout, outcome.exit_code) == (example.printed, 0), outcome.stderr


@pytest.mark.node
@each_example
def test_node_prints_what_the_page_says(example: Example, node: str) -> None:
    assert run_node(example.js).stdout == example.printed
