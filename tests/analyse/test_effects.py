"""Effects of expressions: pure, stable; and functions that cannot throw."""

from __future__ import annotations

import pytest
from support.marked import at_marks

GIVEN = (
    "const xs = [1, 2]; const o = { a: 1, get g() { return log(); } }; let v = 1; "
    "const k = 2; const pure = (x) => x + 1; const set = () => { v = 2; }; "
)


@pytest.mark.parametrize(
    ("text", "pure"),
    [
        ("⟦1⟧;", True),
        ("⟦k + v⟧;", True),
        ("⟦xs[0]⟧;", True),
        ("⟦o.a⟧;", True),
        ("⟦o.g⟧;", False),
        ("⟦`a${k}`⟧;", True),
        ("⟦v = 3⟧;", False),
        ("⟦v++⟧;", False),
        ("⟦xs.slice(1)⟧;", True),
        ("⟦xs.push(1)⟧;", False),
        ("⟦xs.sort()⟧;", False),
        ("⟦xs.map((x) => x + 1)⟧;", False),
        ("⟦xs.map((x) => { v += x; })⟧;", False),
        ("⟦Math.max(1, 2)⟧;", True),
        ("⟦Math.random()⟧;", False),
        ("⟦unknown()⟧;", False),
        ("⟦[1, ...xs]⟧;", True),
        ("⟦() => log()⟧;", True),
        ("⟦delete o.a⟧;", False),
        ("⟦k ? xs : o⟧;", True),
        ("⟦set()⟧;", False),
        ("async function f() { ⟦await 1⟧; }", False),
    ],
)
def test_pure(text: str, pure: bool) -> None:
    analysis, node = at_marks(GIVEN + text)
    assert analysis.effects.pure(node) is pure


@pytest.mark.parametrize(
    ("text", "stable"),
    [
        ("⟦1⟧;", True),
        ("⟦k⟧;", True),
        ("⟦v⟧; v = 2;", False),
        ("⟦k + 1⟧;", True),
        ("⟦xs[0]⟧; xs.push(1);", False),
        ("⟦unknown()⟧;", False),
    ],
)
def test_stable(text: str, stable: bool) -> None:
    analysis, node = at_marks(GIVEN + text)
    assert analysis.effects.stable(node) is stable


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("const f = ⟦() => 1⟧;", True),
        ("const f = ⟦() => { throw 1; }⟧;", False),
        ("const f = ⟦() => unknown()⟧;", False),
        ("const f = ⟦(x) => x.y⟧; f(null);", False),
    ],
)
def test_nothrow(text: str, safe: bool) -> None:
    analysis, node = at_marks(GIVEN + text)
    assert analysis.effects.nothrow(node) is safe
