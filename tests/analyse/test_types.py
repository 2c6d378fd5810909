"""The inferred types of marked expressions: the tables of types/*.txt.

A row is a program with one expression in ``⟦ ⟧``, and behind it the text of its type.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.marked import at_marks

from js2aio.analyse.show import show_type

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


def type_of_marked(text: str) -> str:
    analysis, node = at_marks(text)
    return show_type(analysis.inference.types.get(node, frozenset()))


def test_there_are_enough_rows() -> None:
    assert len(ROWS) > 400


@pytest.mark.parametrize(("text", "types"), ROWS)
def test_type(text: str, types: str) -> None:
    assert type_of_marked(text) == types
