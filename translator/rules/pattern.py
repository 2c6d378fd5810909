"""Patterns of rules: JavaScript in which ``$X`` and ``$$$XS`` are identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..errors import Js2aioError
from ..parse import nodes, parse
from ..source import SourceText
from .schema import METAVARIABLE, Rule

_DECLARATION = re.compile(r"\s*(?:(?:async\s+)?function\b|class\b)")
# `await` and `yield` are operators, and `return` is allowed, only in such a function.
_OPEN = "async function* pattern() {"
_ATTEMPTS = {
    "expression": (_OPEN + "(", "\n)}"),
    "statement": (_OPEN, "\n}"),
    "program": ("", "\n"),
}


def parse_pattern(rule: Rule) -> nodes.Node:
    """The expression, or else the statement, that the rule's ``js`` is.

    Raises MappingError where it is neither, or several.
    """
    js = rule.js.strip()
    order = ["expression", "statement", "program"]
    if _DECLARATION.match(js):
        order = ["statement", "expression"]
    problem = "it is empty"
    for kind in order:
        before, after = _ATTEMPTS[kind]
        inner = js.rstrip(";") if kind == "expression" else js
        try:
            program = parse(SourceText(before + inner + after, f"rule {rule.id}"))
        except Js2aioError as error:
            problem = str(error).partition("\n")[0]
            continue
        body: list[nodes.Node] = program.body
        if kind != "program":
            function = body[0] if len(body) == 1 else None
            if not isinstance(function, nodes.FunctionDeclaration):
                continue
            assert isinstance(function.body, nodes.BlockStatement)
            body = function.body.body
        if len(body) != 1:
            problem = f"it holds {len(body)} statements" if body else problem
            continue
        _check(rule, body[0])
        if isinstance(body[0], nodes.ExpressionStatement):
            return body[0].expression
        return body[0]
    raise rule.error(
        f"the pattern {js!r} is neither one expression nor one statement: {problem}"
    )


def _check(rule: Rule, pattern: nodes.Node) -> None:
    """At most one ``$$$NAME`` in a list, as more would make matches ambiguous."""
    for node in nodes.walk(pattern):
        for name in node.child_fields:
            items = getattr(node, name)
            if isinstance(items, list) and sum(map(is_many, items)) > 1:
                raise rule.error("a list in the pattern has more than one $$$NAME")


def metavariable(node: nodes.Node | None) -> str | None:
    """``X`` where the node is ``$X``; a bare ``$X;`` counts too."""
    if isinstance(node, nodes.ExpressionStatement):
        node = node.expression
    if isinstance(node, nodes.Identifier) and node.name[0] == "$":
        return _single(node.name)
    return None


@lru_cache(maxsize=4096)
def _single(name: str) -> str | None:
    found = METAVARIABLE.fullmatch(name)
    return found[2] if found and found[1] == "$" else None


def many(node: nodes.Node | None) -> str | None:
    """``XS`` where the node is ``$$$XS``; also as a statement or in an object."""
    if isinstance(node, nodes.ExpressionStatement):
        node = node.expression
    if isinstance(node, nodes.Property) and node.shorthand:
        node = node.value
    if isinstance(node, nodes.Identifier) and node.name.startswith("$$$"):
        found = METAVARIABLE.fullmatch(node.name)
        return found[2] if found else None
    return None


def is_many(node: nodes.Node | None) -> bool:
    return many(node) is not None


@dataclass(frozen=True, slots=True)
class PatternInfo:
    """A parsed pattern.

    ``bound``: plain names that parameters of functions in the pattern bind; each stands
    for any name, the same at all its places. ``ignored``: the functions in it whose
    result nobody looks at, by ``id()``.
    """

    node: nodes.Node
    bound: frozenset[str]
    ignored: frozenset[int]

    @staticmethod
    def of(rule: Rule) -> PatternInfo:
        node = parse_pattern(rule)
        bound: set[str] = set()
        ignored: set[int] = set()
        for inner in nodes.walk(node):
            if isinstance(inner, nodes.Function):
                bound.update(_names(inner.params))
            elif (
                isinstance(inner, (nodes.CallExpression, nodes.NewExpression))
                and _called(inner) in _IGNORES_RESULT
            ):
                ignored.update(map(id, inner.arguments[:1]))
        return PatternInfo(node, frozenset(bound), frozenset(ignored))


# ECMA-262 27.2.3.1 and 23.1.3.15, and the timers of the HTML standard and of Node.
_IGNORES_RESULT = frozenset(
    {
        *("new Promise", "forEach", "queueMicrotask"),
        *("setTimeout", "setInterval", "setImmediate"),
    }
)


def _called(node: nodes.CallExpression | nodes.NewExpression) -> str:
    callee: nodes.Node = node.callee
    if isinstance(callee, nodes.MemberExpression) and not callee.computed:
        callee = callee.property
    name = callee.name if isinstance(callee, nodes.Identifier) else ""
    return f"new {name}" if isinstance(node, nodes.NewExpression) else name


def _names(params: Iterable[nodes.Node]) -> Iterable[str]:
    for param in params:
        for node in nodes.walk(param):
            if isinstance(node, nodes.Identifier) and not node.name.startswith("$"):
                yield node.name
