"""A program and its translation beside each other, as the templates want them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup

from ..explanations import Explanation, explain
from ..parse import parse
from ..rules import HelperLibrary, RuleBook
from .highlight import JAVASCRIPT, PYTHON, Mark, highlight
from .relations import Relations, relate

if TYPE_CHECKING:
    from ..api import Translation
    from ..diagnostics import Diagnostic
    from ..source import SourceText


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text: ``to`` are its lines of the other one.

    ``uses``, ``decisions`` and ``said``: which rules, decisions and diagnostics it has to do
    with, as indexes into the lists of ``Sides``; ``said_here``: the diagnostics that begin on
    it. ``indent``: the columns that it is indented by.
    """

    number: int
    html: Markup
    indent: int
    to: tuple[int, ...] = ()
    uses: tuple[int, ...] = ()
    decisions: tuple[int, ...] = ()
    said: tuple[int, ...] = ()
    said_here: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that stand together; ``helpers`` names the definitions that they are, if any."""

    lines: tuple[Line, ...]
    helpers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """Lines of both sides that begin at the same height."""

    javascript: tuple[Line, ...]
    python: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """A rule that was used, and the range of the source that it translated."""

    rule: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Sides:
    rows: tuple[Row, ...]
    uses: tuple[Use, ...]
    decisions: tuple[Explanation, ...]
    diagnostics: tuple[Diagnostic, ...]
    relations: Relations = field(repr=False)


def sides(translation: Translation, source: SourceText, book: RuleBook) -> Sides:
    """Both texts of a translation, line by line, with what belongs together."""
    relations = relate(translation, source, parse(source))
    # One place may be looked at more than once: by two ways of translating it, say.
    uses = tuple(
        dict.fromkeys(
            Use(u.id, u.line, u.column, u.end_line, u.end_column)
            for u in translation.rules
        )
    )
    decisions = tuple(each for each in explain(translation) if each.rule is None)
    builder = _Builder(translation, source, relations, uses, decisions)
    python = builder.python_lines()
    javascript = builder.javascript_lines()
    helpers = _helper_lines(translation.code, book.helpers)
    return Sides(
        tuple(_rows(relations, javascript, python, helpers)),
        uses,
        decisions,
        translation.diagnostics,
        relations,
    )


class _Builder:
    def __init__(
        self,
        translation: Translation,
        source: SourceText,
        relations: Relations,
        uses: Sequence[Use],
        decisions: Sequence[Explanation],
    ) -> None:
        self._code = translation.code
        self._source = source
        self._diagnostics = translation.diagnostics
        self._relations = relations
        self._uses = _by_line(uses)
        # A decision about the program as a whole stands on its first line.
        self._decisions = _by_line(decisions, first_only=True)
        self._said = _by_line(self._diagnostics)

    def javascript_lines(self) -> list[Line]:
        source = self._source
        marks = [
            Mark(*self._range(item), f"said {item.level.value}")
            for item in self._diagnostics
        ]
        html = highlight(source.text, JAVASCRIPT, source.line_starts, marks)
        if len(html) > 1 and not source.line(len(html)):
            html.pop()  # the end of the last line begins no new one
        return [
            Line(
                number,
                line,
                _indent(source.line(number)),
                self._relations.to_python.get(number, ()),
                tuple(self._uses.get(number, ())),
                tuple(self._decisions.get(number, ())),
                tuple(self._said.get(number, ())),
                tuple(
                    at
                    for at in self._said.get(number, ())
                    if self._diagnostics[at].line == number
                ),
            )
            for number, line in enumerate(html, 1)
        ]

    def python_lines(self) -> list[Line]:
        texts = self._code.split("\n")
        html = highlight(self._code, PYTHON)
        if len(html) > 1 and not texts[-1]:
            html.pop()
        return [
            Line(
                number,
                line,
                _indent(texts[number - 1]),
                came_from := self._relations.to_javascript.get(number, ()),
                _merged(self._uses, came_from),
                _merged(self._decisions, came_from),
                _merged(self._said, came_from),
            )
            for number, line in enumerate(html, 1)
        ]

    def _range(self, item: Diagnostic) -> tuple[int, int]:
        starts = self._source.line_starts
        return (
            starts[min(item.line, len(starts)) - 1] + item.column - 1,
            starts[min(item.end_line, len(starts)) - 1] + item.end_column - 1,
        )


def _by_line(
    places: Sequence[Use | Explanation | Diagnostic], *, first_only: bool = False
) -> dict[int, list[int]]:
    """For each line the indexes of what lies on it, the narrowest first."""
    found: dict[int, list[int]] = {}
    for index, place in enumerate(places):
        last = place.line if first_only else place.end_line
        for line in range(place.line, last + 1):
            found.setdefault(line, []).append(index)
    for line, indexes in found.items():
        indexes.sort(key=lambda at: (_size(places[at]), places[at].column))
    return found


def _size(place: Use | Explanation | Diagnostic) -> int:
    return place.end_line - place.line


def _merged(by_line: dict[int, list[int]], lines: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(at for line in lines for at in by_line.get(line, ())))


def _indent(text: str) -> int:
    text = text.expandtabs(4)
    return len(text) - len(text.lstrip(" "))


def _helper_lines(code: str, library: HelperLibrary) -> dict[int, str]:
    """The lines of the definitions that were written in, with the name of the helper."""
    lines = code.split("\n")
    found: dict[int, str] = {}
    for statement in ast.parse(code).body:
        name = getattr(statement, "name", None)
        if isinstance(statement, ast.Assign) and isinstance(
            statement.targets[0], ast.Name
        ):
            name = statement.targets[0].id
        if name is None or name not in library:
            continue
        first = statement.lineno
        for decorator in getattr(statement, "decorator_list", ()):
            first = min(first, decorator.lineno)
        while first > 1 and lines[first - 2].startswith("#"):
            first -= 1
        for line in range(first, (statement.end_lineno or first) + 1):
            found[line] = name
    return found


def _rows(
    relations: Relations,
    javascript: list[Line],
    python: list[Line],
    helpers: dict[int, str],
) -> Iterator[Row]:
    # A name of a helper may be one of the program's own: then it came from somewhere.
    helpers = {
        line: name
        for line, name in helpers.items()
        if line not in relations.to_javascript
    }
    ends = (*relations.rows[1:], (len(javascript) + 1, len(python) + 1))
    for (begin, first), (end, last) in zip(relations.rows, ends):
        yield Row(
            tuple(javascript[begin - 1 : end - 1]),
            tuple(_groups(python[first - 1 : last - 1], helpers)),
        )


def _groups(lines: list[Line], helpers: dict[int, str]) -> Iterator[Group]:
    """Helpers that follow each other are one group, with the blank lines between them."""
    numbers = [at for at, line in enumerate(lines) if line.number in helpers]
    if not numbers:
        if lines:
            yield Group(tuple(lines))
        return
    at = 0
    while at < len(lines):
        begin = at
        names: dict[str, None] = {}
        if lines[at].number in helpers:
            while at < len(lines) and (
                lines[at].number in helpers or not lines[at].html
            ):
                if lines[at].number in helpers:
                    names[helpers[lines[at].number]] = None
                at += 1
        else:
            while at < len(lines) and lines[at].number not in helpers:
                at += 1
        yield Group(tuple(lines[begin:at]), tuple(names))
