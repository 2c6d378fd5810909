"""Each example of each built-in rule translates to what it says.

Examples leave out what stands around the code in a whole file: imports, and the
definitions of helpers.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from js2aio import Options, Target, translate
from js2aio.options import Order, Style
from js2aio.rules import Rule, check_rules, load_rules

BOOK = load_rules()
FILES = sorted({rule.source_file for rule in BOOK.rules})


def only_the_code(code: str, js: str) -> str:
    """A translation without imports and helpers, and the blank lines around them.

    What the JavaScript declares is no helper.
    """
    own = set(re.findall(r"\b(?:function\*?|class|const|let) (\w+)", js))
    lines = code.splitlines()
    for statement in reversed(ast.parse(code).body):
        if name_of(statement) in own or not is_left_out(statement):
            continue
        start, end = statement.lineno - 1, statement.end_lineno or statement.lineno
        for decorator in getattr(statement, "decorator_list", []):
            start = min(start, decorator.lineno - 1)
        while start > 0 and lines[start - 1].strip()[:1] in ("", "#"):
            start -= 1
        while end < len(lines) and not lines[end].strip():
            end += 1
        lines[start:end] = []
    return "\n".join(lines)


def name_of(statement: ast.stmt) -> str | None:
    if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
        return statement.targets[0].id
    return getattr(statement, "name", None)


def is_left_out(statement: ast.stmt) -> bool:
    """An import, or the definition of a helper."""
    if isinstance(statement, (ast.Import, ast.ImportFrom)):
        return True
    name = name_of(statement)
    if name is None or name not in BOOK.helpers:
        return False
    return not isinstance(statement, ast.Assign) or BOOK.helpers.get(name).is_constant


def translated(js: str, rule: Rule) -> str:
    options = Options(
        target=Target(rule.target) if rule.target else Target.PY311,
        style=Style(rule.style) if rule.style else Style.GATHER,
        order=Order(rule.order) if rule.order else Order.TIMERS,
    )
    result = translate(js, options=options)
    used = {use.id for use in result.rules}
    assert rule.id in used, f"the example uses {sorted(used)} instead of the rule"
    return only_the_code(result.code, js)


@pytest.mark.parametrize("file", FILES, ids=lambda file: Path(file).name)
def test_examples_translate_to_what_they_say(file: str) -> None:
    problems = check_rules(BOOK, translated, file=file)
    assert not problems, "\n\n".join(problems)
