"""``check_rules``: each mistake is found, and named."""

from __future__ import annotations

from pathlib import Path

import pytest
from rules.rulebooks import book_of, rule_text

from js2aio.rules import Rule, RuleBook, check_rules

GOOD = {
    "plain": rule_text(python="g_({{ X }})".replace("g_", "abs")),
    "dropped": rule_text(js="f($_X)", python="None"),
    "asked": rule_text(
        python="{% if X is type('int') %}abs({{ X }}){% else %}{{ X }}{% endif %}"
    ),
    "guarded list": rule_text(
        js="f($$$XS)", python="{{ XS[0] }}", more='where = { XS = "@nonempty" }'
    ),
    "bound": rule_text(python="[x for x in {{ X }}]"),
    "refused": rule_text(js="f($_)", refuse="no"),
    "import": rule_text(python="a.b({{ X }})", more='imports = ["import a.b"]'),
    "derived": rule_text(js="f($X, $F)", python="abs({{ X | text }}, {{ F.test }})"),
    "derived of items": rule_text(
        js="f($$$XS)", python="abs({{ XS | map('shown') | join(', ') }})"
    ),
    "derived target": rule_text(
        js="f($X, $F)",
        python="for {{ F.params[0] }} in {{ X }}:\n    {{ F.statements }}",
    ),
    "derived parameter": rule_text(python="lambda {{ X.params[0] }}: {{ X.body }}"),
    "derived call": rule_text(js="f($X, $F)", python="{{ X.on(F.params[0]) }}"),
}
BAD = {
    "pattern": (rule_text(js="f($X"), "neither one expression"),
    "where": (rule_text(python="{{ X }}", more='where = { Y = "any" }'), "names Y"),
    "from": (rule_text(python="{{ X }}", more='from = { g = "a:b" }'), "names g"),
    "both kinds": (rule_text(js="f($X, $$$X)", python="{{ X }}"), "one pattern"),
    "guard": (rule_text(python="{{ X }}", more='where = { X = "a &" }'), "in 'where'"),
    "gives": (rule_text(python="{{ X }}", gives="[["), "in 'gives'"),
    "dropped": (rule_text(python="None"), r"drops \$X"),
    "name": (rule_text(python="asyncio.x({{ X }})"), "uses 'asyncio'"),
    "filter": (rule_text(python="{{ X | lower }}"), "uses 'j2a__x'"),
    "helper": (rule_text(python="{{ X }}", more='helpers = ["nope"]'), "no helper"),
    "jinja": (rule_text(python="{{ X "), "not valid Jinja"),
    "undefined": (rule_text(python="{{ X }} + {{ Z }}"), "'Z' is undefined"),
    "python": (rule_text(python="{{ X }} ++"), "no Python"),
    "empty list": (rule_text(js="f($$$X)", python="{{ X[0] }}"), "does not render"),
    "path": (rule_text(python="{{ X._private }} + 1"), "does not render"),
    "item": (rule_text(python="{{ X[0] }}"), "X is no list"),
    "statements": (rule_text(python="{{ X.statements }} + 1"), "X.statements is state"),
    "derived name": (rule_text(python="{{ X.text }} + q.r"), "uses 'q'"),
    "one branch": (
        rule_text(
            python="{% if X is type('a') %}{% if X is type('b') %}q.r{% endif %}"
            "{% endif %}abs({{ X }})"
        ),
        "uses 'q'",
    ),
    "import": (rule_text(python="{{ X }}", more='imports = ["a b"]'), "no import"),
}


def problems_of(book: RuleBook) -> list[str]:
    """What is wrong with the first file alone: test_rules_loading.py checks the built-in rules."""
    return check_rules(book, file=book.rules[0].source_file)


@pytest.mark.parametrize("name", GOOD)
def test_good(tmp_path: Path, name: str) -> None:
    assert problems_of(book_of(tmp_path, GOOD[name])) == []


@pytest.mark.parametrize("name", BAD)
def test_bad(tmp_path: Path, name: str) -> None:
    text, message = BAD[name]
    problems = problems_of(book_of(tmp_path, text))
    assert problems
    with pytest.raises(ValueError, match=message):
        raise ValueError(problems[0])
    assert "rules.toml: rule 'r'" in problems[0]


def test_examples(tmp_path: Path) -> None:
    book = book_of(tmp_path, rule_text("one", python="abs({{ X }})"))

    def translate(js: str, rule: Rule) -> str:
        assert rule is book.rules[0]
        return "f( x )"

    def wrong(js: str, rule: Rule) -> str:
        return "g(x)"

    def broken(js: str, rule: Rule) -> str:
        raise KeyError("x")

    file = book.rules[0].source_file
    assert check_rules(book, translate, file=file) == []
    (problem,) = check_rules(book, wrong, file=file)
    assert "rule 'one'" in problem
    assert "translates to\ng(x)\ninstead of\nf(x)" in problem
    (problem,) = check_rules(book, broken, file=file)
    assert "rule 'one'" in problem
    assert "KeyError" in problem


def test_helper_problems(tmp_path: Path) -> None:
    (tmp_path / "own.py").write_text("def own(x):\n    return missing(x)\n")
    pack = '[pack]\nhelpers = ["own.py"]\n'
    problems = problems_of(book_of(tmp_path, pack + rule_text(python="own({{ X }})")))
    assert problems == [
        "helper 'own' uses 'missing', which it has not got",
        "helper 'own' has no docstring",
    ]
