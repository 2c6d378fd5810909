"""Bindings: what is hoisted, who captures and assigns a name, which are made anew."""

from __future__ import annotations

import pytest
from support.marked import analysed, at_marks

from js2aio.analyse.scopes import Binding
from js2aio.parse import nodes as n


def binding(text: str, name: str = "x") -> Binding:
    found = [b for b in analysed(text).scopes.bindings if b.name == name]
    assert found, f"no binding is called {name}"
    return found[-1]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("var x;", "var"),
        ("let x;", "let"),
        ("const x = 1;", "const"),
        ("function x() {}", "function"),
        ("class x {}", "class"),
        ("function f(x) {}", "param"),
        ("function f({ a: [x] }) {}", "param"),
        ("function f(...x) {}", "param"),
        ("try {} catch (x) {}", "catch"),
        ("import x from 'y';", "import"),
        ("import * as x from 'y';", "import"),
        ("const f = function x() {};", "self"),
        ("x = 1;", "global"),
        ("var x; function x() {}", "function"),
        ("if (a) { var x; }", "var"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert binding(text).kind == kind


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("function f() { if (a) { var x; } }", n.FunctionDeclaration),
        ("{ let x; }", n.Program),
        ("const f = () => { let x; };", n.ArrowFunctionExpression),
        ("function f() { x = 1; }", n.Program),
        ("class C { static { let x; } }", n.StaticBlock),
    ],
)
def test_function_that_a_name_belongs_to(text: str, home: type[n.Node]) -> None:
    assert isinstance(binding(text).function, home)


@pytest.mark.parametrize(
    ("text", "captured", "reassigned", "in_closure"),
    [
        ("let x = 1;", 0, False, False),
        ("let x = 1; x = 2;", 0, True, False),
        ("let x = 1; x++;", 0, True, False),
        ("let x; [x] = [1];", 0, True, False),
        ("let x; ({ a: x } = {});", 0, True, False),
        ("let x; for (x of []) {}", 0, True, False),
        ("let x = 1; const f = () => x;", 1, False, False),
        ("let x = 1; const f = () => { x = 2; };", 1, True, True),
        ("let x = 1; const f = () => () => x;", 1, False, False),
        ("let x = 1; const f = () => x, g = () => x;", 2, False, False),
        ("let x = 1; { let x = 2; x = 3; }", 0, True, False),
        ("let x = 1; class C { a = (x = 2); }", 0, True, True),
        ("let x = 1; class C { static a = (x = 2); }", 0, True, False),
        ("let x = 1; class C { static { x = 2; } }", 1, True, True),
        ("function f(x) { x ||= 1; }", 0, True, False),
    ],
)
def test_who_uses_a_name(
    text: str, captured: int, reassigned: bool, in_closure: bool
) -> None:
    found = binding(text)
    assert len(found.captured_by) == captured
    assert found.reassigned is reassigned
    assert found.assigned_in_closure is in_closure


@pytest.mark.parametrize(
    ("text", "early"),
    [
        ("var x = 1; use(x);", False),
        ("use(x); var x = 1;", True),
        ("if (a) { var x = 1; } use(x);", True),
        ("if (a) { var x = 1; use(x); }", False),
        ("f(); var x = 1; function f() { return x; }", True),
        ("var x = 1; f(); function f() { return x; }", False),
        ("for (var x of xs) use(x);", False),
        ("for (var x of xs) {} use(x);", True),
        ("try { var x = 1; } catch {} use(x);", True),
    ],
)
def test_var_read_before_it_is_assigned(text: str, early: bool) -> None:
    assert binding(text).early is early


@pytest.mark.parametrize(
    ("text", "anew"),
    [
        ("let x;", False),
        ("for (const x of xs) {}", True),
        ("for (let x = 0; x < 3; x++) {}", True),
        ("for (var x = 0; x < 3; x++) {}", False),
        ("while (a) { const x = 1; }", True),
        ("while (a) { const f = () => { let x; }; }", False),
        ("while (a) { if (b) { let x; } }", True),
    ],
)
def test_bindings_of_each_round(text: str, anew: bool) -> None:
    """ECMA-262 14.7.4.4, CreatePerIterationEnvironment."""
    assert (binding(text).scope.loop is not None) is anew


@pytest.mark.parametrize(
    ("text", "function"),
    [
        ("⟦a⟧;", n.Program),
        ("const f = () => ⟦a⟧;", n.ArrowFunctionExpression),
        ("class C { m() { return ⟦a⟧; } }", n.FunctionExpression),
        ("class C { static { ⟦a⟧; } }", n.StaticBlock),
    ],
)
def test_enclosing_function(text: str, function: type[n.Node]) -> None:
    analysis, node = at_marks(text)
    assert isinstance(analysis.scopes.enclosing_function(node), function)


def test_names_that_nobody_declares() -> None:
    assert set(analysed("a; b(); let c; c;").scopes.globals) == {"a", "b"}
