"""Statements of one line as text, without what is behind them or in front of them."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from .expressions import SYMBOLS
from .levels import EXPR, TEST, TUPLE, YIELD


def _expr(node: ast.Expr) -> str:
    value = node.value
    return EXPR[type(value)](value, YIELD, "")


def _assign(node: ast.Assign) -> str:
    value = node.value
    text = EXPR[type(value)](value, YIELD, "")
    for target in reversed(node.targets):
        text = f"{EXPR[type(target)](target, TUPLE, '')} = {text}"
    return text


def _aug_assign(node: ast.AugAssign) -> str:
    target, value = node.target, node.value
    before = EXPR[type(target)](target, TEST, "")
    return f"{before} {SYMBOLS[type(node.op)]}= {EXPR[type(value)](value, YIELD, '')}"


def _ann_assign(node: ast.AnnAssign) -> str:
    target, value = node.target, node.value
    text = EXPR[type(target)](target, TEST, "")
    if isinstance(target, ast.Name) and not node.simple:
        text = f"({text})"
    text = f"{text}: {EXPR[type(node.annotation)](node.annotation, TEST, '')}"
    return text if value is None else f"{text} = {EXPR[type(value)](value, YIELD, '')}"


def _return(node: ast.Return) -> str:
    value = node.value
    return (
        "return" if value is None else f"return {EXPR[type(value)](value, TUPLE, '')}"
    )


def _delete(node: ast.Delete) -> str:
    return (
        f"del {', '.join([EXPR[type(each)](each, TEST, '') for each in node.targets])}"
    )


def _raise(node: ast.Raise) -> str:
    if node.exc is None:
        return "raise"
    text = f"raise {EXPR[type(node.exc)](node.exc, TEST, '')}"
    cause = node.cause
    return (
        text if cause is None else f"{text} from {EXPR[type(cause)](cause, TEST, '')}"
    )


def _assert(node: ast.Assert) -> str:
    text = f"assert {EXPR[type(node.test)](node.test, TEST, '')}"
    return (
        text
        if node.msg is None
        else f"{text}, {EXPR[type(node.msg)](node.msg, TEST, '')}"
    )


def _aliases(names: list[ast.alias]) -> str:
    return ", ".join(
        [
            each.name if each.asname is None else f"{each.name} as {each.asname}"
            for each in names
        ]
    )


def _import(node: ast.Import) -> str:
    return f"import {_aliases(node.names)}"


def _import_from(node: ast.ImportFrom) -> str:
    return f"from {'.' * (node.level or 0)}{node.module or ''} import {_aliases(node.names)}"


def _global(node: ast.Global) -> str:
    return f"global {', '.join(node.names)}"


def _nonlocal(node: ast.Nonlocal) -> str:
    return f"nonlocal {', '.join(node.names)}"


#: The printer of each kind.
SIMPLE: dict[type[ast.stmt], Callable[[Any], str]] = {
    ast.Expr: _expr,
    ast.Assign: _assign,
    ast.AugAssign: _aug_assign,
    ast.AnnAssign: _ann_assign,
    ast.Return: _return,
    ast.Delete: _delete,
    ast.Raise: _raise,
    ast.Assert: _assert,
    ast.Import: _import,
    ast.ImportFrom: _import_from,
    ast.Global: _global,
    ast.Nonlocal: _nonlocal,
    ast.Pass: lambda node: "pass",
    ast.Break: lambda node: "break",
    ast.Continue: lambda node: "continue",
}
