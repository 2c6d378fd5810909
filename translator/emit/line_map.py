"""Which line of the JavaScript each line of the Python came from.

The statements of the formatted text are those of the tree, in the same order: formatting moves
lines, never statements. That they are the same is checked, kind by kind.
"""

from __future__ import annotations

import ast
import textwrap
from functools import lru_cache

from ..pytree.printer import has_content
from ..pytree.trivia import BlankLine, Comment, Verbatim, line_of
from .format import EmitError

LineMap = dict[int, int]
"""Line of the Python text to line of the JavaScript, both from 1. Lines that no line of the
JavaScript stands for (helpers, imports, comments between statements) are not in it."""

# A statement, handler or case: its kind, and its line in the JavaScript or 0.
Entry = tuple[type[ast.AST], int]

_BLOCKS = (ast.If, ast.For, ast.AsyncFor, ast.While)


def expected(body: list[ast.stmt]) -> list[Entry]:
    """The statements that a tree prints as, in the order of the text."""
    out: list[Entry] = []
    _expect(body, out)
    return out


def _expect(body: list[ast.stmt], out: list[Entry]) -> None:
    for stmt in body:
        kind = type(stmt)
        if kind is Comment or kind is BlankLine:
            continue
        if isinstance(stmt, Verbatim):
            out += _helper_entries(stmt.source)
            continue
        out.append((kind, line_of(stmt)))
        if isinstance(stmt, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            _expect_block(stmt.body, out)
        elif isinstance(stmt, _BLOCKS):
            _expect_block(stmt.body, out)
            _expect_block(stmt.orelse, out, optional=True)
        elif isinstance(stmt, (ast.With, ast.AsyncWith)):
            _expect_block(stmt.body, out)
        elif isinstance(stmt, (ast.Try, ast.TryStar)):
            _expect_block(stmt.body, out)
            for handler in stmt.handlers:
                out.append((ast.ExceptHandler, line_of(handler)))
                _expect_block(handler.body, out)
            _expect_block(stmt.orelse, out, optional=True)
            _expect_block(stmt.finalbody, out, optional=True)
        elif isinstance(stmt, ast.Match):
            for case in stmt.cases:
                out.append((ast.match_case, 0))
                _expect_block(case.body, out)


def _expect_block(
    body: list[ast.stmt], out: list[Entry], *, optional: bool = False
) -> None:
    if optional and not has_content(body):
        return
    before = len(out)
    _expect(body, out)
    if len(out) == before:
        # The printer's own.
        out.append((ast.Pass, 0))


@lru_cache(maxsize=512)
def _helper_entries(source: str) -> tuple[Entry, ...]:
    body = ast.parse(textwrap.dedent(source)).body
    return tuple((type(node), 0) for node, _ in _found(body))


# A statement, handler or case, with its first and its last line, its blocks left out.
Place = tuple[ast.AST, tuple[int, int]]


def _found(body: list[ast.stmt]) -> list[Place]:
    """The statements of parsed text, in its order."""
    out: list[Place] = []
    _find(body, out)
    return out


def _find(body: list[ast.stmt], out: list[Place]) -> None:
    for stmt in body:
        first, last = _first(stmt), stmt.end_lineno or stmt.lineno
        if isinstance(stmt, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            out.append((stmt, (first, _before(stmt.body))))
            _find(stmt.body, out)
        elif isinstance(stmt, _BLOCKS):
            out.append((stmt, (first, _before(stmt.body))))
            _find(stmt.body, out)
            _find(stmt.orelse, out)
        elif isinstance(stmt, (ast.With, ast.AsyncWith)):
            out.append((stmt, (first, _before(stmt.body))))
            _find(stmt.body, out)
        elif isinstance(stmt, (ast.Try, ast.TryStar)):
            out.append((stmt, (first, first)))
            _find(stmt.body, out)
            for handler in stmt.handlers:
                out.append((handler, (handler.lineno, _before(handler.body))))
                _find(handler.body, out)
            _find(stmt.orelse, out)
            _find(stmt.finalbody, out)
        elif isinstance(stmt, ast.Match):
            out.append((stmt, (first, first)))
            for case in stmt.cases:
                out.append((case, (case.pattern.lineno, _before(case.body))))
                _find(case.body, out)
        else:
            out.append((stmt, (first, last)))


def _before(body: list[ast.stmt]) -> int:
    """The line before a block's first statement."""
    return _first(body[0]) - 1


def _first(stmt: ast.stmt) -> int:
    """The first line of a statement, which is that of its first decorator if it has one."""
    if isinstance(stmt, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return min([stmt.lineno, *(each.lineno for each in stmt.decorator_list)])
    return stmt.lineno


def map_lines(entries: list[Entry], text: ast.Module) -> LineMap:
    """The map of a parsed text whose statements are ``entries``.

    Raises ``EmitError`` if they are not.
    """
    found = _found(text.body)
    lines: LineMap = {}
    for (kind, line), (node, (first, last)) in zip(entries, found):
        if type(node) is not kind:
            raise EmitError(
                f"line {first} of the output is {type(node).__name__}, not {kind.__name__}"
            )
        if line:
            # A header and the block behind it may share a line, as in a helper.
            for number in range(first, max(first, last) + 1):
                lines[number] = line
    if len(entries) != len(found):
        raise EmitError(f"the output has {len(found)} statements, not {len(entries)}")
    return lines
