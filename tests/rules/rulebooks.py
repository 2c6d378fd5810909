"""Rules and nodes for the tests of the rules engine, made from short texts."""

from __future__ import annotations

import ast
import json
from collections.abc import Mapping
from pathlib import Path

from js2aio.errors import JavaScriptSyntaxError
from js2aio.parse import nodes, parse
from js2aio.rules import Captures, Rule, RuleBook, load_rules, match
from js2aio.source import SourceText

EXAMPLE = '[[rule.example]]\njs = "f(x)"\npython = "f(x)"\n'


def rule_text(
    rule_id: str = "r", js: str = "f($X)", more: str = "", **keys: str
) -> str:
    """A rule in TOML; ``more`` are lines of TOML, ``keys`` texts."""
    keys = {"python": "x", **keys} if "refuse" not in keys else keys
    lines = [f"id = {json.dumps(rule_id)}", f"js = {json.dumps(js)}", 'doc = "d"', more]
    lines += [f"{key} = {json.dumps(text)}" for key, text in keys.items()]
    return "[[rule]]\n" + "\n".join(lines) + "\n" + EXAMPLE


def book_of(folder: Path, *texts: str, name: str = "rules.toml") -> RuleBook:
    """The built-in rules under those of one file."""
    file = folder / name
    file.write_text("\n".join(texts), encoding="utf-8")
    return load_rules((file,))


def rule_of(folder: Path, text: str) -> Rule:
    """The first rule of a file."""
    return book_of(folder, text).rules[0]


def _parsed(js: str) -> tuple[nodes.Node, str]:
    """The node of a source text that is one expression or statement, and the text."""
    for text in (js, f"({js}\n)") if js.startswith("function ") else (f"({js}\n)", js):
        try:
            (statement,) = parse(SourceText(text)).body
        except JavaScriptSyntaxError:
            continue
        if isinstance(statement, nodes.ExpressionStatement):
            return statement.expression, text
        return statement, text
    raise AssertionError(f"not JavaScript: {js}")


def expression(js: str) -> nodes.Node:
    """The expression that a source text is, or else its only statement."""
    return _parsed(js)[0]


def matched(
    rule: Rule,
    js: str,
    imports: Mapping[str, str] | None = None,
    local: frozenset[str] = frozenset(),
) -> dict[str, str] | None:
    """The texts of what a rule captures in a piece of JavaScript."""
    node, text = _parsed(js)
    found: Captures | None = match(
        rule,
        node,
        lambda identifier: (imports or {}).get(identifier.name),
        lambda identifier: identifier.name not in local,
    )
    if found is None:
        return None
    return {
        name: (
            ", ".join(text[item.start : item.end] for item in captured)
            if isinstance(captured, list)
            else text[captured.start : captured.end]
        )
        for name, captured in found.items()
    }


def py(text: str) -> ast.expr:
    """A Python expression as a tree; ``*xs`` too."""
    call = ast.parse(f"f({text}\n)", mode="eval").body
    assert isinstance(call, ast.Call)
    return call.args[0]


def never(name: str, predicate: str) -> bool:
    """Facts of which none holds."""
    return False
