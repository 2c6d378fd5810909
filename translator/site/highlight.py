"""Syntax colours: a text as lines of HTML, with classes that the style sheet knows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from pygments.lexer import Lexer

JAVASCRIPT, PYTHON, TEMPLATE = "javascript", "python", "jinja"

# What of Pygments' many kinds of tokens is told apart on a page.
_CLASSES = (
    ("Token.Comment", "c"),
    ("Token.Keyword", "k"),
    ("Token.Operator.Word", "k"),
    ("Token.Literal.String", "s"),
    ("Token.Literal.Number", "n"),
    ("Token.Name.Function", "f"),
    ("Token.Name.Class", "f"),
    ("Token.Name.Decorator", "f"),
    ("Token.Name.Builtin", "b"),
    ("Token.Name.Exception", "b"),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of offsets that gets a class of its own; of several, the last one counts."""

    start: int
    end: int
    name: str


def highlight(
    text: str,
    language: str,
    starts: Sequence[int] | None = None,
    marks: Iterable[Mark] = (),
) -> list[Markup]:
    """The lines of a text, without their ends, as HTML with ``<span class=...>``.

    ``starts``: the offsets at which lines begin; unless given, lines end with line feeds.
    """
    if starts is None:
        starts = [0, *(match.end() for match in re.finditer("\n", text))]
    marks = list(marks)
    cuts = sorted({offset for mark in marks for offset in (mark.start, mark.end)})
    lines: list[list[str]] = [[] for _ in starts]
    for start, end, name in _tokens(text, language):
        for first, last in _pieces(start, end, starts, cuts):
            part = text[first:last].strip("\r\n\u2028\u2029")
            if part:
                marked = [m.name for m in marks if m.start <= first and last <= m.end]
                number = bisect_right(starts, first) - 1
                lines[number].append(_span(part, [name, *marked[-1:]]))
    return [Markup("".join(parts)) for parts in lines]


def _span(text: str, names: list[str]) -> str:
    kind = " ".join(filter(None, names))
    return f'<span class="{kind}">{escape(text)}</span>' if kind else str(escape(text))


def _pieces(
    start: int, end: int, starts: Sequence[int], cuts: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """A range, cut at the ends of lines and marks."""
    while start < end:
        stop = end
        for offsets in (starts, cuts):
            at = bisect_right(offsets, start)
            if at < len(offsets):
                stop = min(stop, offsets[at])
        yield start, stop
        start = stop


def _tokens(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Ranges with their class; neighbours of one class are one range."""
    begin, name = 0, ""
    at = 0
    for at, kind, value in _lexer(language).get_tokens_unprocessed(text):
        found = _class_of(str(kind))
        if found != name and value.strip():
            if at > begin:
                yield begin, at, name
            begin, name = at, found
        at += len(value)
    if len(text) > begin:
        yield begin, len(text), name


@cache
def _class_of(kind: str) -> str:
    for prefix, name in _CLASSES:
        if kind.startswith(prefix):
            return name
    return ""


@cache
def _lexer(language: str) -> Lexer:
    from pygments.lexers import get_lexer_by_name

    return get_lexer_by_name(language)
