"""What a person's file has and ``ast`` has not: comments, blank lines, text taken as it is.

The classes are nodes, so that ``ast.NodeTransformer`` and ``copy.deepcopy`` know them. Every
field has a default because ``deepcopy`` makes a node without arguments first.
"""

from __future__ import annotations

import ast
from typing import Any, TypeVar

from .walk import walk

_Node = TypeVar("_Node", bound=ast.AST)
_Stmt = TypeVar("_Stmt", bound=ast.stmt)


class Comment(ast.stmt):
    """A comment on lines of its own; ``text`` has no ``#`` and may hold several lines."""

    _fields = ("text",)
    text: str

    def __init__(self, text: str = "", *, lineno: int = 0) -> None:
        super().__init__()
        self.text = text
        self.lineno = lineno


class BlankLine(ast.stmt):
    """One empty line between statements."""

    _fields = ()

    def __init__(self) -> None:
        super().__init__()


class Verbatim(ast.stmt):
    """Python text that is printed as it is, dedented: a helper of the project's own.

    Never text that comes from the program under translation. ``formatted``: black changes
    nothing of it.
    """

    _fields = ("source", "formatted")
    source: str
    formatted: bool

    def __init__(self, source: str = "", formatted: bool = False) -> None:
        super().__init__()
        self.source = source
        self.formatted = formatted


class CommentedExpr(ast.expr):
    """An expression with comments, as an element of a collection or an argument of a call.

    ``leading`` stands on lines before it, ``trailing`` behind it on its line. The collection is
    then printed with one element a line. In a dict, the value (or the key) carries the comments.
    """

    _fields = ("value", "leading", "trailing")
    value: ast.expr
    leading: list[str]
    trailing: str | None

    def __init__(
        self,
        value: ast.expr | None = None,
        leading: list[str] | None = None,
        trailing: str | None = None,
    ) -> None:
        super().__init__()
        self.value = ast.Constant(None) if value is None else value
        self.leading = [] if leading is None else leading
        self.trailing = trailing


def set_trailing(stmt: ast.stmt, text: str) -> None:
    """Put a comment behind a statement, on its line; behind the first line of a block.

    A second comment is added to the first.
    """
    before = trailing(stmt)
    vars(stmt)["trailing_comment"] = text if before is None else f"{before} {text}"


def trailing(stmt: ast.stmt) -> str | None:
    """The comment behind a statement, if it has one."""
    text: str | None = getattr(stmt, "trailing_comment", None)
    return text


def origin(stmt: _Stmt, line: int, *, deep: bool = False) -> _Stmt:
    """Note the line of the JavaScript that a statement came from (0: from nowhere).

    ``deep`` does the same for the statements in its blocks, which is what statements made from
    a rule's template need: they carry the lines of the template. Returns the statement.
    """
    stmt.lineno = line
    if deep:
        for node in walk(stmt):
            if isinstance(node, (ast.stmt, ast.excepthandler)):
                node.lineno = line
    return stmt


def line_of(node: ast.stmt | ast.excepthandler) -> int:
    """The line of the JavaScript that a statement came from, 0 if there is none."""
    line: int = getattr(node, "lineno", 0)
    return line


def is_code(stmt: ast.stmt) -> bool:
    """Whether a statement is more than a comment or a blank line."""
    return not isinstance(stmt, (Comment, BlankLine))


def bind(node: _Node, binding: object) -> _Node:
    """Note what variable a name stands for; the naming gives it its text. Returns the node."""
    vars(node)["binding"] = binding
    return node


def binding_of(node: ast.AST) -> Any:
    """What variable a name stands for, None for what is no name of a variable."""
    return getattr(node, "binding", None)
