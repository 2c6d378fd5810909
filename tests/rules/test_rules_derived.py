"""Templates with ``{{ X.text }}`` and the like: what is asked for, and where it goes."""

from __future__ import annotations

import ast
import copy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from rules.rulebooks import never, py, rule_of, rule_text

from js2aio.errors import MappingError
from js2aio.rules import Built, build
from js2aio.rules.rendering import _plain_parts
from js2aio.rules.template import Captured


class Binding:
    """As the analysis has them: one object for a name, however often it is copied."""

    def __deepcopy__(self, memo: object) -> Binding:
        return self


def shown(built: Built) -> str:
    trees: list[ast.AST] = [*built.statements]
    trees += [] if built.value is None else [built.value]
    return "\n".join(ast.unparse(ast.fix_missing_locations(tree)) for tree in trees)


class Deriver:
    """Gives the tree of a text; ``asked`` is what it was asked for, in order."""

    def __init__(self, **texts: str) -> None:
        self.texts = {name.replace("__", "."): text for name, text in texts.items()}
        self.asked: list[str] = []

    def __call__(self, name: str, path: str) -> ast.expr | list[ast.stmt]:
        use = f"{name}.{path}" if path else name
        self.asked.append(use)
        if path.endswith("statements"):
            return ast.parse(self.texts.get(use, "a\nb()")).body
        text = self.texts.get(use)
        if text is None:
            text = "_".join("".join(c if c.isalnum() else " " for c in use).split())
        return py(text)


ONE, TWO, MANY = "f($X)", "f($F, $X)", "f($$$XS)"
ITEMS = [py("a"), py("b")]

# pattern, template, captured, the Python, what is asked for
CASES: list[tuple[str, str, Captured, str, list[str]]] = [
    (ONE, "g({{ X.text }})", {"X": None}, "g(X_text)", ["X.text"]),
    (ONE, "g({{ X | text }}, {{X|shown}})", {"X": py("a")}, "g(X_text, X_shown)", ["X.text", "X.shown"]),
    (ONE, "g({{ X }})", {"X": None}, "g(X)", ["X"]),
    (ONE, "{{ X }} + {{ X.text }}", {"X": py("a")}, "a + X_text", ["X.text"]),
    (ONE, "{{ X.text }} + {{ X | text }}", {"X": None}, "X_text + X_text", ["X.text"]),
    (ONE, "{{ X.a.b[10].c }}", {"X": None}, "X_a_b_10_c", ["X.a.b[10].c"]),
    (ONE, "{{ X.of(3) }}", {"X": None}, "X_of_3", ["X.of(3)"]),
    (ONE, "{{ X.of('int', 1).b }}", {"X": None}, "X_of_int_1_b", ["X.of('int', 1).b"]),
    (ONE, "{{ X.of(X.a[0],  2).b }}", {"X": None}, "X_of_X_a_0_2_b", ["X.of(X.a[0], 2).b"]),
    (ONE, "{{ X.of(X.a[0], 2).b }}", {"X": None}, "X_of_X_a_0_2_b", ["X.of(X.a[0], 2).b"]),
    (ONE, "{{ X.of() }}", {"X": None}, "X_of", ["X.of()"]),
    # what is a method of `str` is none of a placeholder
    (ONE, "{{ X.title }} + {{ X.index }}", {"X": None}, "X_title + X_index", ["X.title", "X.index"]),
    (ONE, "{% if 1 %}{{ X.title[0] }}{% endif %}", {"X": None}, "X_title_0", ["X.title[0]"]),
    (ONE, "{{ X['text'] }}", {"X": None}, "X_text", ["X.text"]),
    (ONE, "f'<{ {{ X.text }} }>'", {"X": None}, "f'<{X_text}>'", ["X.text"]),
    (TWO, "{{ X.on(F.params[0]) }}", {"X": None, "F": None}, "X_on_F_params_0", ["X.on(F.params[0])"]),
    (TWO, "{{ X.on(F) | text }}", {"X": None, "F": None}, "X_on_F_text", ["X.on(F).text"]),
    # only of the branch that is rendered
    (ONE, "{% if 1 %}{{ X.a }}{% else %}{{ X.b }}{% endif %}", {"X": None}, "X_a", ["X.a"]),
    (ONE, "{% set y = X.a %}{{ X.b }}", {"X": None}, "X_b", ["X.b"]),
    # lists
    (MANY, "g({{ XS | shown | join(', ') }})", {"XS": ITEMS}, "g(XS_0_shown, XS_1_shown)", ["XS[0].shown", "XS[1].shown"]),
    (MANY, "{{ XS | text | join(' + ') }}", {"XS": [None, None]}, "XS_0_text + XS_1_text", ["XS[0].text", "XS[1].text"]),
    (MANY, "g({{ XS | map('shown') | join(', ') }})", {"XS": [None]}, "g(XS_0_shown)", ["XS[0].shown"]),
    (MANY, "g({{ XS | map(attribute='a') | join(', ') }})", {"XS": [None]}, "g(XS_0_a)", ["XS[0].a"]),
    (MANY, "g({% for X in XS %}{{ X | shown }}{% endfor %})", {"XS": [None]}, "g(XS_0_shown)", ["XS[0].shown"]),
    (MANY, "{{ XS[1].body }}", {"XS": [None, None]}, "XS_1_body", ["XS[1].body"]),
    (MANY, "[{{ XS | join(', ') }}]", {"XS": [py("a"), None]}, "[a, XS_1]", ["XS[1]"]),
    (MANY, "g({{ XS | shown | join(', ') }})", {"XS": []}, "g()", []),
    # targets and parameters
    (
        *(TWO, "[{{ F.body }} for {{ F.params[0] }} in {{ X }} if {{ F.test }}]"),
        *({"F": None, "X": py("xs")}, "[F_body for F_params_0 in xs if F_test]"),
        ["F.params[0]", "F.test", "F.body"],
    ),
    (
        *(TWO, "next(({{ F.p.params[0] }} for {{ F.p.params[0] }} in {{ X }}), None)"),
        *({"F": None, "X": None}, "next((F_p_params_0 for F_p_params_0 in X), None)"),
        ["X", "F.p.params[0]"],
    ),
    (
        *(ONE, "lambda {{ X.params[0] }}, {{ X.params[1] }}: {{ X.body }}"),
        *({"X": None}, "lambda X_params_0, X_params_1: X_body"),
        ["X.params[0]", "X.params[1]", "X.body"],
    ),
    # the order in which the output evaluates them
    (ONE, "{{ X.a }} if {{ X.b }} else {{ X.c }}", {"X": None}, "X_a if X_b else X_c", ["X.b", "X.a", "X.c"]),
    (ONE, "{ {{ X.a }}: {{ X.b }}, {{ X.c }}: 1}", {"X": None}, "{X_a: X_b, X_c: 1}", ["X.a", "X.b", "X.c"]),
    (ONE, "{{ X.a }}[{{ X.b }}] = {{ X.c }}", {"X": None}, "X_a[X_b] = X_c", ["X.c", "X.a", "X.b"]),
    (ONE, "{{ X.a }}.{{ X.b }}", {"X": None}, "X_a.X_b", ["X.a", "X.b"]),
    # statements
    (
        *(TWO, "for {{ F.params[0] }} in {{ X }}:\n    {{ F.statements }}"),
        *({"F": None, "X": py("xs")}, "for F_params_0 in xs:\n    a\n    b()"),
        ["F.params[0]", "F.statements"],
    ),
    (ONE, "{{ X.statements }}", {"X": None}, "a\nb()", ["X.statements"]),
    (ONE, "{{ X.statements }}\nc", {"X": None}, "a\nb()\nc", ["X.statements"]),
    (ONE, "{{ X.statements }}\n{{ X.statements }}", {"X": None}, "a\nb()\na\nb()", ["X.statements"]),
    (ONE, "{{ X.text }}\nc", {"X": None}, "X_text\nc", ["X.text"]),
]  # fmt: skip


@pytest.mark.parametrize(("js", "template", "captured", "python", "asked"), CASES)
def test_build(
    tmp_path: Path,
    js: str,
    template: str,
    captured: Captured,
    python: str,
    asked: list[str],
) -> None:
    rule = rule_of(tmp_path, rule_text(js=js, python=template))
    for _ in range(2):  # rendered, then kept
        derive = Deriver()
        built = build(rule, copy.deepcopy(captured), never, derive=derive)
        assert shown(built) == python
        assert derive.asked == asked


def test_names_of_the_template_keep_out_of_the_way(tmp_path: Path) -> None:
    template = "[{{ X.text }} + i for i in {{ X.xs }}]"
    rule = rule_of(tmp_path, rule_text(python=template))
    assert shown(build(rule, {"X": None}, derive=Deriver(X__text="i"))) == (
        "[i + i_ for i_ in X_xs]"
    )
    template = "for j in {{ X.xs }}:\n    {{ X.statements }}\nk = [i for i in j]"
    rule = rule_of(tmp_path, rule_text(python=template))
    inside = "def i(i_): pass"
    assert "[i__ for i__ in j]" in shown(
        build(rule, {"X": None}, derive=Deriver(X__statements=inside))
    )


@pytest.mark.parametrize(
    ("template", "python"),
    [
        ("for i in {{ X }}:\n    {{ X.statements }}", "for i in X:\n    pass"),
        ("if {{ X }}:\n    {{ X.statements }}\n    a", "if X:\n    a"),
        (
            "if {{ X }}:\n    a\nelse:\n    {{ X.statements }}",
            "if X:\n    a",
        ),
    ],
)
def test_no_statements(tmp_path: Path, template: str, python: str) -> None:
    rule = rule_of(tmp_path, rule_text(python=template))
    built = build(rule, {"X": None}, derive=Deriver(X__statements=""))
    assert shown(built) == python


def name(identifier: str, context: ast.expr_context, binding: Binding) -> ast.Name:
    tree = ast.Name(identifier, context)
    tree.binding = binding  # type: ignore[attr-defined]
    return tree


def of_type(tree: ast.AST | None, kind: type[ast.AST]) -> list[ast.AST]:
    assert tree is not None
    return [node for node in ast.walk(tree) if isinstance(node, kind)]


@pytest.mark.parametrize("context", [ast.Load, ast.Store])
def test_bindings_stay_on_names(
    tmp_path: Path, context: Callable[[], ast.expr_context]
) -> None:
    binding = Binding()

    def derive(capture: str, path: str) -> ast.expr:
        found = name("x", context(), binding)
        return ast.Tuple([found], context()) if path == "pair" else found

    template = "[{{ X.n }} + {{ X.n }} for {{ X.n }}, {{ X.pair }} in y]"
    rule = rule_of(tmp_path, rule_text(python=template))
    value = build(rule, {"X": None}, derive=derive).value
    assert ast.unparse(value or py("0")) == "[x + x for x, (x,) in y]"
    names = [n for n in of_type(value, ast.Name) if vars(n)["id"] == "x"]
    assert len({id(n) for n in names}) == 4
    assert all(vars(n)["binding"] is binding for n in names)
    contexts = sorted(type(vars(n)["ctx"]).__name__ for n in names)
    assert contexts == ["Load", "Load", "Store", "Store"]

    rule = rule_of(tmp_path, rule_text(python="lambda {{ X.n }}: {{ X.n }}"))
    value = build(rule, {"X": None}, derive=derive).value
    (argument,) = of_type(value, ast.arg)
    (body,) = of_type(value, ast.Name)
    assert vars(argument)["arg"] == "x" and "id" not in vars(argument)
    assert vars(argument)["binding"] is vars(body)["binding"] is binding


def test_captured_names_as_parameters_keep_their_binding(tmp_path: Path) -> None:
    binding = Binding()
    rule = rule_of(tmp_path, rule_text(python="lambda {{ X }}=1, *y: 0"))
    value = build(rule, {"X": name("x", ast.Load(), binding)}).value
    first, rest = of_type(value, ast.arg)
    assert vars(first)["binding"] is binding and "binding" not in vars(rest)


def test_what_is_reported(tmp_path: Path) -> None:
    template = "g(lambda: {{ F.body }}, {{ F }}, {{ XS | shown | join(', ') }})"
    rule = rule_of(tmp_path, rule_text(js="f($F, $$$XS)", python=template))
    captured: Captured = {"F": py("h"), "XS": [None, py("*a")]}
    built = build(rule, captured, derive=Deriver())
    assert built.uses == ("F.body", "F", "XS.shown", "XS.shown")
    assert built.nested == {"F.body"}


def test_shapes_know_nothing_of_trees(tmp_path: Path) -> None:
    rule = rule_of(tmp_path, rule_text(js="f($X, $$$XS)", python="g({{ X }}, {{ XS | text | join(', ') }})"))  # fmt: skip
    template = rule.template
    lazy: Captured = {"X": None, "XS": [None]}
    eager: Captured = {"X": py("a"), "XS": [py("b")]}
    kept = template.parsed(lazy, never, {})
    assert template.parsed(eager, never, {}) is kept
    assert template.parsed({"X": None, "XS": []}, never, {}) is not kept
    assert template.parsed({"X": None, "XS": [py("*b")]}, never, {}) is not kept


def test_facts_are_of_captures_that_are_lazy(tmp_path: Path) -> None:
    template = "{% if X is type('@a') %}{{ X.a }}{% else %}{{ X.b }}{% endif %}"
    rule = rule_of(tmp_path, rule_text(python=template))
    for answer, asked in ((True, "X.a"), (False, "X.b"), (True, "X.a")):
        derive = Deriver()
        build(rule, {"X": None}, lambda n, p, a=answer: a, derive=derive)  # type: ignore[misc]
        assert derive.asked == [asked]


def test_spreads_may_be_derived(tmp_path: Path) -> None:
    python = "g({{ XS | shown | join(', ') }})"
    rule = rule_of(tmp_path, rule_text(js=MANY, python=python))
    derive = Deriver()
    derive.texts["XS[0].shown"] = "*a"
    assert shown(build(rule, {"XS": [None]}, derive=derive)) == "g(*a)"


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{{ X.statements }} + 1", "X.statements is statements"),
        ("lambda {{ X.statements }}: 1", "only a name"),
        ("lambda {{ X.pair }}: 1", "X.pair stands where only a name"),
        ("{{ X.spread }} + 1", "X.spread is a spread"),
        ("{{ X[0] }}", "X is no list"),
        ("{{ X() }}", "for a call"),
        ("{{ X.a(b=1) }}", "no keywords"),
        ("{{ X.a(1.5) }}", "cannot take 1.5"),
        ("{{ X.a(Y) }}", "'Y' is undefined"),
        ("{{ X.a[-1] }}", "does not render"),
        ("{{ X._a }}", "does not render"),
        ("{{ X.__class__.__mro__ }}", "unsafe"),
        ("{{ X.format.__func__ }}", "unsafe|does not render"),
        ("{{ X.a | other }}", "No filter named 'other'"),
        ("{{ 1 | text }}", "wants a metavariable"),
        ("{% if X.a is type('any') %}1{% endif %}", "'is type' wants"),
        ("{{ X.a | length }}", "does not render"),
        ("'{{ X.a }}'", "inside a string"),
        ("{{ Y.a }}", "'Y' is undefined"),
    ],
)
def test_bad_template(tmp_path: Path, template: str, message: str) -> None:
    rule = rule_of(tmp_path, rule_text(python=template))
    derive = Deriver(X__pair="(a, b)", X__spread="*a")
    with pytest.raises(MappingError, match=message):
        build(rule, {"X": None}, derive=derive)


def test_derive_must_be_given(tmp_path: Path) -> None:
    rule = rule_of(tmp_path, rule_text(python="{{ X.text }}"))
    with pytest.raises(ValueError, match=r"X\.text; give 'derive'"):
        build(rule, {"X": py("a")})


def test_what_derive_raises_passes(tmp_path: Path) -> None:
    def derive(capture: str, path: str) -> ast.expr:
        raise KeyError(capture)

    for template in ("{{ X.a }}", "{% if 1 %}{{ X.a }}{% endif %}"):
        rule = rule_of(tmp_path, rule_text(python=template))
        with pytest.raises(KeyError):
            build(rule, {"X": None}, derive=derive)


@pytest.mark.parametrize(
    ("template", "plain"),
    [
        ("{{ X.a }} {{ X | text }} {{ X.a[0] | shown }}", True),
        ("{{ X.on(X.params[0], X, 12).test }} {{ X.on() }} {{ X.of(3)[1] }}", True),
        ("{{ XS | shown | join(', ') }} {{ XS | join(\", \") }}", True),
        ("{{ X.of('a') }}", False),
        ("{{ X.on( X ) }}", False),
        ("{{ X.on(X, XS) }}", False),
        ("{{ X.on(Y) }}", False),
        ("{{ X() }}", False),
        ("{{ X[0] }}", False),
        ("{{ X.a(Xa) }}", False),
        ("{{ XS[0].a }}", False),
        ("{{ XS | shown }}", False),
        ("{{ X.on(XS) }}", False),
        ("{{ X | lower }}", False),
    ],
)
def test_plain_templates(template: str, plain: bool) -> None:
    parts = _plain_parts(template, {"X": False, "XS": True})
    assert (parts is not None) is plain


def test_plain_templates_import_no_jinja() -> None:
    program = """
import ast, sys
from js2aio.rules.rendering import compiled
from js2aio.rules.placeholders import Placeholders
x = Placeholders().get("X", None)
render, _ = compiled("{{ X.a[0] | text }} {{ X.on(X.b) }}", {"X": False})
assert render({"X": x}, None) == "J2A__X_a_0_text_d1 J2A__X_on_X_b_d2"
sys.exit("jinja2" in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
