"""The lines of Python that had to do with a difference, and the rules that made them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import takewhile
from typing import TYPE_CHECKING

from ..running import Comparison, compare
from .slices import Slices, Statement
from .tracing import Lines, Traced

if TYPE_CHECKING:
    from ..api import Translation

# So many lines are named; of those, so many are where the difference came out.
_MOST, _NEAR = 12, 6
# Lines of output that are looked at.
_OUTPUT = 2000


class Part(str, Enum):
    """What a line had to do with a difference."""

    PRINTED = "printed"
    RAISED = "raised"
    WROTE = "wrote"
    BUSY = "busy"
    NEAR = "near"
    VALUES = "values"

    @property
    def words(self) -> str:
        return _WORDS[self]


_WORDS = {
    Part.PRINTED: "printed by",
    Part.RAISED: "raised at",
    Part.WROTE: "written by",
    Part.BUSY: "running or waiting at",
    Part.NEAR: "missing near",
    Part.VALUES: "with values of",
}


@dataclass(frozen=True, slots=True)
class Concerned:
    """A line of the Python: its number, its text, the line of the JavaScript that it came
    from, the ids of the rules that made it, and what it had to do with the difference.
    """

    part: Part
    line: int
    text: str
    source_line: int
    rules: tuple[str, ...]


def concerned_lines(
    translation: Translation, comparison: Comparison, traced: Traced
) -> list[Concerned]:
    """The lines to look at for a difference, the nearest first; none where the traced run
    did not show it."""
    comparison = compare(comparison.expected, traced.run, files=bool(comparison.files))
    slices = Slices(translation.code, set(translation.line_map))
    text = translation.code.split("\n")
    rules = translation.rules_by_line()
    found: dict[Statement, Part] = {}
    for part, lines in _places(comparison, traced):
        if len(found) == _NEAR:
            break
        statement = _innermost(lines, translation, slices)
        if statement is not None:
            found.setdefault(statement, part)
    for start in list(found):
        for source in slices.sources(start, _MOST - len(found)):
            found.setdefault(source, Part.VALUES)
    return [
        Concerned(
            part,
            statement.first,
            text[statement.first - 1].strip(),
            translation.line_map.get(statement.first, 0),
            tuple(dict.fromkeys(use.id for use in rules.get(statement.first, ()))),
        )
        for statement, part in found.items()
        if part is not Part.VALUES or statement.first in rules
    ]


def _innermost(
    lines: Lines, translation: Translation, slices: Slices
) -> Statement | None:
    """The innermost statement of the program itself, not of a helper."""
    for line in lines:
        if line in translation.line_map:
            return slices.at(line)
    return None


def _places(comparison: Comparison, traced: Traced) -> Iterator[tuple[Part, Lines]]:
    yield from ((Part.BUSY, lines) for lines in traced.busy)
    if comparison.exit_code:
        yield Part.RAISED, traced.raised
    for part, number in _differing(comparison):
        if number < len(traced.printed):
            for lines in traced.printed[number]:
                yield part, lines
    for name in comparison.files:
        for lines in traced.wrote.get(name, ()):
            yield Part.WROTE, lines
    if not comparison.exit_code and traced.raised:
        yield Part.RAISED, traced.raised


def _differing(comparison: Comparison) -> Iterator[tuple[Part, int]]:
    """The lines of Python's output that differ, from 0; where some are missing, those around."""
    theirs = comparison.expected.stdout.split("\n")
    ours = comparison.actual.stdout.split("\n")
    equal = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(theirs, ours))
    )
    window = slice(equal, equal + _OUTPUT)
    matcher = SequenceMatcher(None, theirs[window], ours[window], autojunk=False)
    for kind, _, _, first, last in matcher.get_opcodes():
        first, last = first + equal, last + equal
        if kind == "delete":
            yield from (
                (Part.NEAR, number) for number in (first - 1, first) if number >= 0
            )
        elif kind != "equal":
            yield from ((Part.PRINTED, number) for number in range(first, last))
