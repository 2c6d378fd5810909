"""Templates: what they make of captured trees, and what can never get into them."""

from __future__ import annotations

import ast
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from rules.rulebooks import never, py, rule_of, rule_text

from js2aio.errors import MappingError
from js2aio.rules import Built, Rule, build, parsed
from js2aio.rules.substitute import copied

Trees = dict[str, "str | list[str]"]


def trees(captured: Trees) -> dict[str, ast.expr | list[ast.expr]]:
    return {
        name: py(text) if isinstance(text, str) else [py(item) for item in text]
        for name, text in captured.items()
    }


def shown(built: Built) -> str:
    lines = [ast.unparse(ast.fix_missing_locations(s)) for s in built.statements]
    if built.value is not None:
        lines.append(ast.unparse(ast.fix_missing_locations(built.value)))
    return "\n".join(lines)


CASES: list[tuple[str, str, Trees, str]] = [
    ("f($X)", "{{ X }} * 2", {"X": "a + b"}, "(a + b) * 2"),
    ("f($X)", "{{X}}.g", {"X": "a if b else c"}, "(a if b else c).g"),
    ("f($$$XS)", "[{{ XS | join(', ') }}]", {"XS": ["1", "*b"]}, "[1, *b]"),
    ("f($$$XS)", "g({{ XS | join(', ') }})", {"XS": []}, "g()"),
    ("f($$$XS)", "g({{ XS | length }})", {"XS": ["a", "b"]}, "g(2)"),
    ("f($$$XS)", "{{ XS | join(' + ') }}", {"XS": ["a", "b - c"]}, "a + (b - c)"),
    ("f($$$XS)", "{% for x in XS %}g({{ x }}){% endfor %}", {"XS": ["a"]}, "g(a)"),
    ("f($X)", "{% if target >= (3, 12) %}n{% else %}o{% endif %}", {"X": "a"}, "o"),
    ("f($X)", "{% if style == 'gather' %}g{% endif %}", {"X": "a"}, "g"),
    ("f($X)", "for i in {{ X }}:\n    g(i)", {"X": "a"}, "for i in a:\n    g(i)"),
    ("f($X)", "y = {{ X }}\ny.z", {"X": "a"}, "y = a\ny.z"),
    ("f($X)", "\n    y = {{ X }}\n    y.z\n", {"X": "a"}, "y = a\ny.z"),
    ("f($X)", "{{ X }}\n  .g()", {"X": "a"}, "a.g()"),
    ("f($X)", 'f"<{ {{ X }} }>"', {"X": "a"}, "f'<{a}>'"),
    ("f($X, $Y)", "lambda {{ X }}: {{ Y }}", {"X": "a", "Y": "a + 1"}, "lambda a: a + 1"),
    (
        *("f($X, $Y, $Z)", "[{{ Y }} for {{ X }} in {{ Z }}]"),
        *({"X": "(a, b)", "Y": "a", "Z": "c"}, "[a for a, b in c]"),
    ),
    ("$O.$N", "g({{ N }}={{ O }}.{{ N }})", {"O": "a", "N": "b"}, "g(b=a.b)"),
    ("$A[$B]", "del {{ A }}[{{ B }}]", {"A": "a", "B": "b"}, "del a[b]"),
    ("f($A)", "{{ A }} = 1", {"A": "a.b[c]"}, "a.b[c] = 1"),
    # constants meet
    ("f($X)", "s({{ X }} / 1000)", {"X": "100"}, "s(0.1)"),
    ("f($X)", "s({{ X }} / 1000)", {"X": "2000"}, "s(2)"),
    ("f($X)", "s({{ X }} / 1000)", {"X": "-1500"}, "s(-1.5)"),
    ("f($X)", "s({{ X }} / 1000)", {"X": "x"}, "s(x / 1000)"),
    ("f($X)", "s({{ X }} / 1000)", {"X": "2 * 500"}, "s(2 * 500 / 1000)"),
    ("f($X)", "s({{ X }} / 1000)", {"X": "True"}, "s(True / 1000)"),
    ("f($X)", "s({{ X }} / 0)", {"X": "1"}, "s(1 / 0)"),
    ("f($X)", "s({{ X }} * 2 + 1)", {"X": "3"}, "s(7)"),
    ("f($X)", "s({{ X }} * 1e308)", {"X": "1e308"}, "s(1e+308 * 1e+308)"),
    ("f($X)", "s({{ X }} + 1)", {"X": "'a'"}, "s('a' + 1)"),
    # names of the template keep out of the way of the program's
    ("f($X)", "[x for x in {{ X }}]", {"X": "y"}, "[x for x in y]"),
    ("f($X, $Y)", "[x + {{ Y }} for x in {{ X }}]", {"X": "a", "Y": "x"}, "[x_ + x for x_ in a]"),
    ("f($X)", "lambda v, w: v.v + {{ X }}", {"X": "v(v_)"}, "lambda v__, w: v__.v + v(v_)"),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "template", "captured", "python"), CASES)
def test_build(
    tmp_path: Path, pattern: str, template: str, captured: Trees, python: str
) -> None:
    rule = rule_of(tmp_path, rule_text(js=pattern, python=template))
    extra = {"target": (3, 11), "style": "gather"}
    for _ in range(2):  # rendered, then kept
        assert shown(build(rule, trees(captured), never, extra)) == python


def test_captured_trees_are_used_once_and_then_copied(tmp_path: Path) -> None:
    rule = rule_of(tmp_path, rule_text(python="g({{ X }}, {{ X }})"))
    tree = py("a.b")
    tree.mark = "kept"  # type: ignore[attr-defined]
    built = build(rule, {"X": tree})
    assert isinstance(built.value, ast.Call)
    first, second = built.value.args
    assert first is tree
    assert second is not tree and ast.dump(second) == ast.dump(tree)
    assert vars(second)["mark"] == "kept" and second.lineno == tree.lineno
    assert not hasattr(built.value, "lineno")


def test_copies_need_no_recursion() -> None:
    tree: ast.expr = ast.Name("x", ast.Load())
    for _ in range(20_000):
        tree = ast.UnaryOp(ast.Not(), tree)
    assert isinstance(copied(tree), ast.UnaryOp)


@pytest.mark.parametrize(
    "text",
    [
        *("{{ X }}", "{% if x %}", "{# x #}", "'''", '"""', "\\", "\n", "\0", "\u2028"),
        *("J2A__X", "x'); import os; os.abort(); ('", "\ud800", "{{ 7 * 7 }}", "%s"),
    ],
)
def test_text_of_the_source_is_data(tmp_path: Path, text: str) -> None:
    for template in ("g({{ X }})", "g({% if 1 %}{{ X }}{% endif %})"):
        rule = rule_of(tmp_path, rule_text(python=template))
        built = build(rule, {"X": ast.Constant(text)})
        assert isinstance(built.value, ast.Call)
        (argument,) = built.value.args
        assert isinstance(argument, ast.Constant) and argument.value == text


def test_extra_text_is_a_plain_word(tmp_path: Path) -> None:
    rule = rule_of(tmp_path, rule_text(python="{{ style }}({{ X }})"))
    assert (
        shown(build(rule, trees({"X": "1"}), never, {"style": "gather"})) == "gather(1)"
    )
    with pytest.raises(ValueError, match="plain word"):
        build(rule, trees({"X": "1"}), never, {"style": "a; b"})


ASKING = (
    "{% if X is type('string') %}{{ X }}{% elif X is type('@pure') %}p({{ X }})"
    "{% else %}str({{ X }}){% endif %}"
)


def test_facts_are_asked_each_time_and_rendered_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = rule_of(tmp_path, rule_text(python=ASKING))
    rendered: list[str] = []
    parse = parsed._parse

    def counting(rule: Rule, text: str) -> Any:
        rendered.append(text)
        return parse(rule, text)

    monkeypatch.setattr(parsed, "_parse", counting)
    for _ in range(3):
        for true, python in (("string", "a"), ("@pure", "p(a)"), ("", "str(a)")):
            asked: list[tuple[str, str]] = []

            def facts(
                name: str,
                predicate: str,
                true: str = true,
                asked: list[tuple[str, str]] = asked,
            ) -> bool:
                asked.append((name, predicate))
                return predicate == true

            assert shown(build(rule, trees({"X": "a"}), facts)) == python
            both = [("X", "string"), ("X", "@pure")]
            assert list(dict.fromkeys(asked)) == both[: 1 if true == "string" else 2]
    assert len(rendered) == 3


def test_facts_of_items(tmp_path: Path) -> None:
    template = (
        "g({% for x in XS %}{% if x is spread or x is type('int') %}{{ x }}"
        "{% else %}n({{ x }}){% endif %}, {% endfor %})"
    )
    rule = rule_of(tmp_path, rule_text(js="f($$$XS)", python=template))
    captured = trees({"XS": ["a", "*b", "c"]})
    built = build(rule, captured, lambda name, predicate: name == "XS[2]")
    assert shown(built) == "g(n(a), *b, c)"
    assert shown(build(rule, trees({"XS": ["a", "b"]}))) == "g(n(a), n(b))"


def test_what_is_reported(tmp_path: Path) -> None:
    more = (
        'imports = ["asyncio", "import os.path", "from functools import partial as p"]'
    )
    template = "asyncio.run(lambda q: p({{ Y }}), {{ X }}, [i for i in {{ Z }}])"
    rule = rule_of(tmp_path, rule_text(js="f($X, $Y, $Z)", python=template, more=more))
    built = build(rule, trees({"X": "x", "Y": "y", "Z": "z"}))
    assert built.imports == (
        "import asyncio",
        "from functools import partial as p",
    )
    assert built.uses == ("Y", "X", "Z")
    assert built.nested == {"Y"}
    assert built.helpers == frozenset()


def test_names_that_statements_bind(tmp_path: Path) -> None:
    template = "result = {{ X }}\nfor i in result:\n    i.result = i\nresult"
    rule = rule_of(tmp_path, rule_text(python=template))
    captured = {"X": "a"}
    built = build(rule, trees(captured), fresh=lambda name: f"{name}_2")
    assert shown(built) == (
        "result_2 = a\nfor i_2 in result_2:\n    i_2.result = i_2\nresult_2"
    )


@pytest.mark.parametrize(
    ("js", "template", "captured", "message"),
    [
        ("f($X)", "{{ Y }}", {"X": "a"}, "'Y' is undefined"),
        ("f($X)", "{{ X", {"X": "a"}, "not valid Jinja"),
        ("f($X)", "f({{ X }}", {"X": "a"}, "no Python"),
        ("f($X)", "", {"X": "a"}, "nothing"),
        ("f($X)", "'{{ X }}'", {"X": "a"}, "inside a string"),
        ("f($X)", "{% if 1 is type('x') %}a{% endif %}", {"X": "a"}, "metavariable"),
        ("f($X)", "g({{ X }}=1)", {"X": "a.b"}, "only a name"),
        ("f($$$X)", "{{ X[0] }} + 1", {"X": ["*a"]}, "spread"),
        ("f($X)", "{{ X.__class__.__mro__ }}", {"X": "a"}, "unsafe"),
        ("f($X)", "{{ range(10000000) | list }}", {"X": "a"}, "does not render"),
        ("f($X)", "{{ 1 / 0 }}", {"X": "a"}, "does not render"),
        ("f($X)", "{{ X }}", {}, "'X' is not captured"),
    ],
)
def test_bad_template(
    tmp_path: Path, js: str, template: str, captured: Trees, message: str
) -> None:
    rule: Rule = rule_of(tmp_path, rule_text(js=js, python=template))
    with pytest.raises(MappingError, match=message) as caught:
        build(rule, trees(captured))
    assert "rules.toml: rule 'r'" in str(caught.value)


def test_bad_import(tmp_path: Path) -> None:
    rule = rule_of(tmp_path, rule_text(python="g({{ X }})", more='imports = ["a b"]'))
    with pytest.raises(MappingError, match="no import"):
        build(rule, trees({"X": "1"}))


def test_threads_share_a_rule(tmp_path: Path) -> None:
    rule = rule_of(
        tmp_path,
        rule_text(js="f($X, $$$XS)", python=ASKING + "(*[{{ XS | join(', ') }}])"),
    )

    def work(number: int) -> str:
        captured = trees({"X": f"a{number}", "XS": ["b"] * (number % 7)})
        return shown(build(rule, captured, lambda name, predicate: number % 2 == 0))

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(work, range(300)))
    assert results == [work(number) for number in range(300)]
    assert results[8] == "a8(*[b])" and results[9] == "str(a9)(*[b, b])"
