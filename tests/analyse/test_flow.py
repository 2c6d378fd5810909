"""Promise flow: which functions become coroutines, which promises are cold."""

from __future__ import annotations

import pytest
from support.marked import at_marks

from js2aio.parse import nodes as n

DELAY = "const d = (ms) => new Promise((r) => setTimeout(r, ms)); async function f() {} export {}; "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("⟦async () => 1⟧;", True),
        ("⟦() => 1⟧;", False),
        ("const a = ⟦() => Promise.resolve(1)⟧; a();", True),
        ("const a = ⟦() => f()⟧; a();", True),
        ("const a = ⟦(x) => (x ? f() : 1)⟧; a(1);", False),
        ("⟦async function* g() {}⟧", False),
        ("⟦function* g() {}⟧", False),
        ("class C { get a() ⟦{ return f(); }⟧ } new C().a;", False),
        ("const a = ⟦(x) => { if (!x) throw 1; return f(); }⟧; a(1);", False),
        ("const a = ⟦(x) => { if (!x) throw 1; return f(); }⟧; await a(1);", True),
        ("const p = [1].map(⟦(x) => f(x)⟧);", True),
    ],
)
def test_is_coroutine(text: str, expected: bool) -> None:
    analysis, node = at_marks(DELAY + text)
    if isinstance(node, n.BlockStatement):
        node = analysis.scopes.parents[node]
    assert analysis.flow.is_coroutine(node) is expected


@pytest.mark.parametrize(
    ("text", "cold"),
    [
        ("await ⟦f()⟧;", True),
        ("const p = ⟦f()⟧;", False),
        ("⟦f()⟧;", False),
        ("async function g() { return ⟦f()⟧; }", True),
        ("function* g() { return ⟦f()⟧; }", False),
        ("const g = async () => ⟦f()⟧;", True),
        ("await Promise.all([⟦f()⟧, f()]);", True),
        ("await Promise.all([f(), ⟦f()⟧]);", True),
        ("await Promise.all([⟦f()⟧, log()]);", False),
        ("const p = Promise.all([⟦f()⟧]);", False),
        ("await ⟦Promise.all([f()])⟧;", True),
        ("await ⟦f()⟧.then((x) => x);", True),
        ("⟦f()⟧.then((x) => x);", False),
        ("await (a ? ⟦f()⟧ : f());", True),
        ("await (a, ⟦f()⟧);", True),
        ("await (⟦f()⟧, a);", False),
        ("const xs = [⟦f()⟧];", False),
        ("const o = { a: ⟦f()⟧ };", False),
        ("async function g(p) { await p; } await g(⟦f()⟧);", True),
        ("async function g(p) { log(); await p; } await g(⟦f()⟧);", False),
        ("async function g(p) { await p; await p; } await g(⟦f()⟧);", False),
        ("log(⟦f()⟧);", False),
    ],
)
def test_is_cold(text: str, cold: bool) -> None:
    analysis, node = at_marks(DELAY + text)
    assert analysis.flow.is_cold(node) is cold


@pytest.mark.parametrize(
    ("text", "quietly"),
    [
        ("async function g() { await d(1); console.log(1); } const p = ⟦g()⟧;", True),
        ("async function g() { console.log(1); await d(1); } const p = ⟦g()⟧;", False),
        ("let n = 0; async function g() { n++; await d(1); } const p = ⟦g()⟧;", False),
        ("async function g(x) { const y = x; await d(y); } const p = ⟦g(1)⟧;", True),
        ("const p = ⟦unknown()⟧;", False),
    ],
)
def test_starts_quietly(text: str, quietly: bool) -> None:
    """Whether nothing that can be seen happens before the first wait."""
    analysis, node = at_marks(DELAY + text)
    assert analysis.flow.starts_quietly(node) is quietly
