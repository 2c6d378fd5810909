"""Calls and collections as text: what has elements, which may carry comments."""

from __future__ import annotations

import ast

from .levels import (
    ATOM,
    BIT_OR,
    EXPR,
    NAMED,
    TEST,
    TUPLE,
    YIELD,
    PrintExpr,
    Unprintable,
)
from .literals import comment_line, comment_lines
from .trivia import CommentedExpr


def _call(node: ast.Call, level: int, quotes: str) -> str:
    func = node.func
    callee = EXPR[type(func)](func, ATOM, quotes)
    args = node.args
    keywords = node.keywords
    if not keywords:
        if len(args) == 1:
            arg = args[0]
            kind = type(arg)
            if kind is ast.GeneratorExp:
                return f"{callee}{EXPR[kind](arg, ATOM, quotes)}"
            if kind is ast.JoinedStr:
                # The parentheses of the call are enough for one of several lines.
                return f"{callee}({EXPR[kind](arg, YIELD, quotes)})"
            if kind is not CommentedExpr:
                return f"{callee}({EXPR[kind](arg, NAMED, quotes)})"
        elif not args:
            return f"{callee}()"
    return f"{callee}({call_arguments(args, keywords, quotes)})"


def call_arguments(
    args: list[ast.expr], keywords: list[ast.keyword], quotes: str = ""
) -> str:
    """What stands between the parentheses of a call or of a class."""
    texts = [
        EXPR[type(arg)](arg, NAMED, quotes)
        for arg in args
        if type(arg) is not CommentedExpr
    ]
    if len(texts) < len(args) or any(type(k.value) is CommentedExpr for k in keywords):
        return _commented_arguments(args, keywords, quotes)
    for keyword in keywords:
        texts.append(_keyword(keyword.arg, keyword.value, quotes))
    return ", ".join(texts)


def _keyword(name: str | None, value: ast.expr, quotes: str) -> str:
    if name is None:
        return f"**{EXPR[type(value)](value, BIT_OR, quotes)}"
    return f"{name}={EXPR[type(value)](value, TEST, quotes)}"


def _commented_arguments(
    args: list[ast.expr], keywords: list[ast.keyword], quotes: str
) -> str:
    rows = []
    for arg in args:
        value, leading, trailing = _uncommented(arg)
        rows.append((EXPR[type(value)](value, NAMED, quotes), leading, trailing))
    for keyword in keywords:
        value, leading, trailing = _uncommented(keyword.value)
        rows.append((_keyword(keyword.arg, value, quotes), leading, trailing))
    return _rows(rows, quotes)


_Row = tuple[str, list[str], str | None]


def _uncommented(node: ast.expr) -> tuple[ast.expr, list[str], str | None]:
    if isinstance(node, CommentedExpr):
        value, leading, trailing = _uncommented(node.value)
        notes = [note for note in (trailing, node.trailing) if note]
        return value, node.leading + leading, " ".join(notes) or None
    return node, [], None


def _rows(rows: list[_Row], quotes: str, comma: str = ",") -> str:
    """Elements one a line, with their comments, between the brackets of the caller."""
    if quotes:
        raise Unprintable
    lines = []
    for text, leading, trailing in rows:
        for note in leading:
            lines += comment_lines(note)
        note = f"  {comment_line(trailing)}" if trailing else ""
        lines.append(f"{text}{comma}{note}")
    body = "\n".join(lines).replace("\n", "\n    ")
    return f"\n    {body}\n"


def _commented(node: CommentedExpr, level: int, quotes: str) -> str:
    # Not in a collection: parentheses make room for the comments.
    value, leading, trailing = _uncommented(node)
    if not leading and not trailing:
        return EXPR[type(value)](value, level, quotes)
    text = EXPR[type(value)](value, NAMED, quotes)
    return f"({_rows([(text, leading, trailing)], quotes, comma='')})"


def _elements(elements: list[ast.expr], level: int, quotes: str) -> str:
    for element in elements:
        if type(element) is CommentedExpr:
            rows = []
            for each in elements:
                value, leading, trailing = _uncommented(each)
                rows.append(
                    (EXPR[type(value)](value, level, quotes), leading, trailing)
                )
            return _rows(rows, quotes)
    return ", ".join([EXPR[type(each)](each, level, quotes) for each in elements])


def _list(node: ast.List, level: int, quotes: str) -> str:
    return f"[{_elements(node.elts, NAMED, quotes)}]"


def _tuple(node: ast.Tuple, level: int, quotes: str) -> str:
    elements = node.elts
    if len(elements) > 1:
        if level <= TUPLE:
            text = _elements(elements, TEST, quotes)
            # With comments it has several lines, which only brackets hold together.
            return f"({text})" if text[0] == "\n" else text
        return f"({_elements(elements, NAMED, quotes)})"
    if not elements:
        return "()"
    text = _elements(elements, NAMED, quotes)
    return f"({text})" if text[0] == "\n" else f"({text},)"


def _set(node: ast.Set, level: int, quotes: str) -> str:
    if not node.elts:
        return "{*()}"
    return f"{{{_elements(node.elts, NAMED, quotes)}}}"


def _dict(node: ast.Dict, level: int, quotes: str) -> str:
    items: list[str] = []
    keys = node.keys
    values = node.values
    for key, value in zip(keys, values):
        kind = type(value)
        if kind is CommentedExpr or type(key) is CommentedExpr:
            return _commented_dict(node, quotes)
        if key is None:
            items.append(f"**{EXPR[kind](value, BIT_OR, quotes)}")
        else:
            before = EXPR[type(key)](key, TEST, quotes)
            items.append(f"{before}: {EXPR[kind](value, TEST, quotes)}")
    return f"{{{', '.join(items)}}}"


def pair(key: ast.expr, value: ast.expr, quotes: str) -> str:
    """A key and its value."""
    before = EXPR[type(key)](key, TEST, quotes)
    return f"{before}: {EXPR[type(value)](value, TEST, quotes)}"


def _commented_dict(node: ast.Dict, quotes: str) -> str:
    rows = []
    for key, given in zip(node.keys, node.values):
        value, leading, trailing = _uncommented(given)
        if key is None:
            text = f"**{EXPR[type(value)](value, BIT_OR, quotes)}"
        else:
            key, before, behind = _uncommented(key)
            leading = before + leading
            trailing = " ".join(t for t in (behind, trailing) if t) or None
            text = pair(key, value, quotes)
        rows.append((text, leading, trailing))
    return f"{{{_rows(rows, quotes)}}}"


PRINTERS: dict[type[ast.AST], PrintExpr] = {
    ast.Call: _call,
    ast.List: _list,
    ast.Tuple: _tuple,
    ast.Set: _set,
    ast.Dict: _dict,
    CommentedExpr: _commented,
}
