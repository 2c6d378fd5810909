"""The inferred types of marked expressions: the tables of types/*.txt.

A row is a program with one expression in ``⟦ ⟧``, and behind it the text of its type.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from js2aio.analyse import analyse
from js2aio.analyse.show import show_type
from js2aio.parse import nodes as n
from js2aio.parse import parse
from js2aio.source import SourceText

TABLES = sorted(Path(__file__).with_name("types").glob("*.txt"))


def rows(path: Path) -> Iterator[tuple[int, str, str]]:
    """Line, program and type of each row of a table."""
    lines: list[str] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.startswith("=> "):
            yield number - len(lines), "\n".join(lines), line.removeprefix("=> ")
            lines = []
        elif line and not line.startswith("#"):
            lines.append(line)
    assert not lines, f"{path.name}: a row without a type at the end"


ROWS = [
    pytest.param(text, types, id=f"{path.stem}-{line}")
    for path in TABLES
    for line, text, types in rows(path)
]


def type_of_marked(marked: str) -> str:
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    source = SourceText(text, "row.js")
    program = parse(source)
    found = [
        node
        for node in n.walk(program)
        if isinstance(node, n.Expression) and (node.start, node.end) == (start, end)
    ]
    assert found, f"no expression is {text[start:end]}"
    return show_type(analyse(program, source).inference.types.get(found[0], frozenset()))


def test_there_are_enough_rows() -> None:
    assert len(ROWS) > 250


@pytest.mark.parametrize(("text", "types"), ROWS)
def test_type(text: str, types: str) -> None:
    assert type_of_marked(text) == types
