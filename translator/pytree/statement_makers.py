"""Short makers of statements; targets may be given as they are read."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from .expression_makers import BINARY, DEL, Params, params_, store, target_


def assign(target: ast.expr | str, value: ast.expr) -> ast.Assign:
    return ast.Assign([target_(target)], value)


def ann_assign(
    target: ast.expr | str, annotation: ast.expr, value: ast.expr | None = None
) -> ast.AnnAssign:
    node = target_(target)
    assert isinstance(node, (ast.Name, ast.Attribute, ast.Subscript))
    return ast.AnnAssign(node, annotation, value, int(isinstance(node, ast.Name)))


def aug(target: ast.expr | str, op: str, value: ast.expr) -> ast.AugAssign:
    """``target += value``; ``op`` without the ``=``."""
    node = target_(target)
    assert isinstance(node, (ast.Name, ast.Attribute, ast.Subscript))
    return ast.AugAssign(node, BINARY[op](), value)


def expr(value: ast.expr) -> ast.Expr:
    return ast.Expr(value)


def ret(value: ast.expr | None = None) -> ast.Return:
    return ast.Return(value)


def delete(*targets: ast.expr) -> ast.Delete:
    return ast.Delete([store(target, DEL) for target in targets])


def raise_(error: ast.expr | None = None, cause: ast.expr | None = None) -> ast.Raise:
    return ast.Raise(error, cause)


def if_(
    test: ast.expr, body: list[ast.stmt], orelse: list[ast.stmt] | None = None
) -> ast.If:
    return ast.If(test, body, orelse or [])


def while_(
    test: ast.expr, body: list[ast.stmt], orelse: list[ast.stmt] | None = None
) -> ast.While:
    return ast.While(test, body, orelse or [])


def for_(
    target: ast.expr | str,
    iterable: ast.expr,
    body: list[ast.stmt],
    orelse: list[ast.stmt] | None = None,
    *,
    is_async: bool = False,
) -> ast.For | ast.AsyncFor:
    kind = ast.AsyncFor if is_async else ast.For
    return kind(target_(target), iterable, body, orelse or [])


def with_(
    items: Iterable[tuple[ast.expr, ast.expr | str | None]],
    body: list[ast.stmt],
    *,
    is_async: bool = False,
) -> ast.With | ast.AsyncWith:
    """``with context as target:`` for each pair; a target of None is left out."""
    kind = ast.AsyncWith if is_async else ast.With
    made = [
        ast.withitem(context, None if target is None else target_(target))
        for context, target in items
    ]
    return kind(made, body)


def handler(
    kind: ast.expr | None, bound: str | None, body: list[ast.stmt]
) -> ast.ExceptHandler:
    """``except kind as bound:``."""
    return ast.ExceptHandler(kind, bound, body)


def try_(
    body: list[ast.stmt],
    handlers: Iterable[ast.ExceptHandler] = (),
    orelse: list[ast.stmt] | None = None,
    final: list[ast.stmt] | None = None,
    *,
    groups: bool = False,
) -> ast.Try | ast.TryStar:
    """A ``try``; ``groups`` makes its handlers ``except*``."""
    kind = ast.TryStar if groups else ast.Try
    return kind(body, list(handlers), orelse or [], final or [])


def function(
    name: str,
    args: Params,
    body: list[ast.stmt],
    is_async: bool = False,
    decorators: Iterable[ast.expr] = (),
    returns: ast.expr | None = None,
) -> ast.FunctionDef | ast.AsyncFunctionDef:
    kind = ast.AsyncFunctionDef if is_async else ast.FunctionDef
    return kind(
        name=name,
        args=params_(args),
        body=body,
        decorator_list=list(decorators),
        returns=returns,
    )


def class_(
    name: str,
    bases: Iterable[ast.expr],
    body: list[ast.stmt],
    decorators: Iterable[ast.expr] = (),
    **keywords: ast.expr,
) -> ast.ClassDef:
    return ast.ClassDef(
        name=name,
        bases=list(bases),
        keywords=[ast.keyword(key, value) for key, value in keywords.items()],
        body=body,
        decorator_list=list(decorators),
    )


def docstring(text: str) -> ast.Expr:
    """The first statement of a body."""
    return ast.Expr(ast.Constant(text))
