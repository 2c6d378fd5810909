"""The patterns of ``match`` as text."""

from __future__ import annotations

import ast

from .levels import EXPR, SUM

# What may stand without parentheses: anything, all but `as`, neither `as` nor `|`.
_AS = 0
_OR = 1
_CLOSED = 2


def pattern(node: ast.pattern, level: int = _AS) -> str:
    """The text of a pattern."""
    if isinstance(node, ast.MatchValue):
        return EXPR[type(node.value)](node.value, SUM, "")
    if isinstance(node, ast.MatchSingleton):
        return repr(node.value)
    if isinstance(node, ast.MatchSequence):
        return f"[{', '.join([pattern(each) for each in node.patterns])}]"
    if isinstance(node, ast.MatchMapping):
        return _mapping(node)
    if isinstance(node, ast.MatchClass):
        return _class(node)
    if isinstance(node, ast.MatchStar):
        return f"*{node.name or '_'}"
    if isinstance(node, ast.MatchOr):
        text = " | ".join([pattern(each, _CLOSED) for each in node.patterns])
        return f"({text})" if level > _OR else text
    assert isinstance(node, ast.MatchAs)
    if node.pattern is None:
        return node.name or "_"
    text = f"{pattern(node.pattern, _OR)} as {node.name}"
    return f"({text})" if level > _AS else text


def _mapping(node: ast.MatchMapping) -> str:
    items = [
        f"{EXPR[type(key)](key, SUM, '')}: {pattern(value)}"
        for key, value in zip(node.keys, node.patterns)
    ]
    if node.rest:
        items.append(f"**{node.rest}")
    return f"{{{', '.join(items)}}}"


def _class(node: ast.MatchClass) -> str:
    items = [pattern(each) for each in node.patterns]
    items += [
        f"{name}={pattern(value)}"
        for name, value in zip(node.kwd_attrs, node.kwd_patterns)
    ]
    return f"{EXPR[type(node.cls)](node.cls, SUM, '')}({', '.join(items)})"
