"""Which lines of a program and of its translation belong together, both ways.

The line map of a translation names, for a line of the Python, the line on which the
JavaScript statement begins. Here the rest of the lines of such a statement, and the comments
before it, join in.
"""

from __future__ import annotations

import ast
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..parse.nodes import Comment, Node, Program, walk

if TYPE_CHECKING:
    from ..api import Translation
    from ..source import SourceText


@dataclass(frozen=True, slots=True)
class Relations:
    """``to_python``, ``to_javascript``: lines (from 1) of one text with those of the other.

    ``rows``: where both texts are level: pairs of a line of the JavaScript and one of the
    Python, both increasing, the first one (1, 1).
    """

    to_python: Mapping[int, tuple[int, ...]]
    to_javascript: Mapping[int, tuple[int, ...]]
    rows: tuple[tuple[int, int], ...]


def relate(translation: Translation, source: SourceText, program: Program) -> Relations:
    """The relations between a source, with its tree, and its translation."""
    python_of: dict[int, set[int]] = defaultdict(set)
    for python, javascript in translation.line_map.items():
        python_of[javascript].add(python)
    pairs = {
        (line, python)
        for line, owner in _owners(source, program, python_of).items()
        for python in python_of[owner]
    }
    comments = _Comments(translation.code, source, program)
    pairs.update(comments.pairs(python_of))
    pairs.update(comments.header_pairs())
    return Relations(
        to_python=_grouped(pairs),
        to_javascript=_grouped({(python, line) for line, python in pairs}),
        rows=tuple(_level(comments, python_of)),
    )


def _grouped(pairs: set[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = defaultdict(list)
    for one, other in sorted(pairs):
        found[one].append(other)
    return {one: tuple(others) for one, others in found.items()}


def _owners(
    source: SourceText, program: Program, mapped: Mapping[int, set[int]]
) -> dict[int, int]:
    """For each line that is part of a mapped statement, the first line of the innermost."""
    ends: dict[int, int] = {}
    for node in walk(program):
        if node is program:
            continue
        first, _ = source.position(node.start)
        if first in mapped:
            last, _ = source.position(max(node.start, node.end - 1))
            ends[first] = max(ends.get(first, 0), last)
    owners: dict[int, int] = {}
    # Of statements within each other the inner one begins later, and wins.
    for first in sorted(ends):
        for line in range(first, ends[first] + 1):
            if source.line(line).strip():
                owners[line] = first
    return owners


class _Comments:
    """The comment lines directly above a line, on both sides, and docstrings."""

    def __init__(self, code: str, source: SourceText, program: Program) -> None:
        self._javascript = set(_comment_lines(source, program))
        lines = code.split("\n")
        self._python = {
            number
            for number, line in enumerate(lines, 1)
            if line.lstrip().startswith("#")
        }
        self._docstrings = dict(_docstrings(code))
        self._header = sorted(_lines_of(program.header, source))

    def above(self, javascript: int, python: int) -> tuple[int, int]:
        """The first of the comment lines directly above each of two lines."""
        while javascript - 1 in self._javascript:
            javascript -= 1
        while python - 1 in self._python:
            python -= 1
        return javascript, python

    def header_pairs(self) -> Iterator[tuple[int, int]]:
        """The comment at the top of the file, with the docstring or comment that it became."""
        top = list(self._docstrings.get(0, ()))
        line = 1
        while not self._docstrings.get(0) and line in self._python:
            top.append(line)
            line += 1
        for line in self._header:
            yield from ((line, python) for python in top)

    def pairs(self, python_of: Mapping[int, set[int]]) -> Iterator[tuple[int, int]]:
        for javascript, lines in python_of.items():
            python = min(lines)
            begin, first = self.above(javascript, python)
            texts = [*range(first, python), *self._docstrings.get(python, ())]
            for line in range(begin, javascript):
                yield from ((line, each) for each in texts)


def _comment_lines(source: SourceText, program: Program) -> Iterator[int]:
    nodes: list[Node] = [program, *walk(program)]
    for node in nodes:
        if isinstance(node, Program):
            comments = node.header
        else:
            comments = getattr(node, "leading", [])
        yield from _lines_of(comments, source)


def _lines_of(comments: Iterable[Comment], source: SourceText) -> Iterator[int]:
    for comment in comments:
        first, _ = source.position(comment.start)
        last, _ = source.position(max(comment.start, comment.end - 1))
        yield from range(first, last + 1)


def _docstrings(code: str) -> Iterator[tuple[int, range]]:
    """For the line of each ``def`` and ``class``, and 0 for the module, the lines of its
    docstring."""
    for node in ast.walk(ast.parse(code)):
        match node:
            case (
                ast.Module(body=[first, *_])
                | ast.FunctionDef(body=[first, *_])
                | ast.AsyncFunctionDef(body=[first, *_])
                | ast.ClassDef(body=[first, *_])
            ) if isinstance(first, ast.Expr):
                if not isinstance(first.value, ast.Constant):
                    continue
                if isinstance(first.value.value, str):
                    end = first.end_lineno or first.lineno
                    line = getattr(node, "lineno", 0)
                    yield line, range(first.lineno, end + 1)


def _level(
    comments: _Comments, python_of: Mapping[int, set[int]]
) -> Iterator[tuple[int, int]]:
    """The longest run of statements that have the same order in both texts."""
    yield 1, 1
    pairs = sorted((min(lines), javascript) for javascript, lines in python_of.items())
    last = (1, 1)
    for python, javascript in _longest_increasing(pairs):
        begin, first = comments.above(javascript, python)
        # Before the first statement may stand imports that nothing of the source is beside.
        level = begin > last[0] or (begin == 1 and last == (1, 1))
        if level and first > last[1]:
            yield begin, first
            last = begin, first


def _longest_increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence whose second parts increase (patience sorting)."""
    tops: list[int] = []
    at: list[int] = []
    before: list[int | None] = []
    for index, (_, value) in enumerate(pairs):
        pile = bisect_left(tops, value)
        tops[pile : pile + 1] = [value]
        at[pile : pile + 1] = [index]
        before.append(at[pile - 1] if pile else None)
    found = []
    index_or_none = at[-1] if at else None
    while index_or_none is not None:
        found.append(pairs[index_or_none])
        index_or_none = before[index_or_none]
    return found[::-1]
