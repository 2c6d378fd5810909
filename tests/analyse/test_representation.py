"""How values are held: objects as dicts or instances, Sets with or without order."""

from __future__ import annotations

import pytest
from support.marked import at_marks

from js2aio.analyse import types as t


@pytest.mark.parametrize(
    ("text", "instance"),
    [
        ("const o = ⟦{ a: 1 }⟧;", False),
        ("const o = ⟦{ f() { return 1; } }⟧;", False),
        ("const o = ⟦{ n: 1, f() { return this.n; } }⟧; o.f();", True),
        ("const o = ⟦{ f: () => 1 }⟧;", False),
        ("const o = ⟦{ get a() { return 1; } }⟧;", True),
        ("let o = ⟦{ a: 1 }⟧; if (x) o = { get a() { return 1; } }; o.a;", True),
    ],
)
def test_instances(text: str, instance: bool) -> None:
    analysis, node = at_marks(text)
    (atom,) = analysis.type_of(node)
    assert analysis.representation.is_instance(atom) is instance


@pytest.mark.parametrize(
    ("text", "ordered"),
    [
        ("const s = ⟦new Set([1])⟧; s.has(1);", False),
        ("const s = ⟦new Set([1])⟧; console.log([...s]);", True),
        ("const s = ⟦new Set([1])⟧; for (const x of s) console.log(x);", True),
        ("const s = ⟦new Set([1])⟧; s.forEach((x) => console.log(x));", True),
        ("const s = ⟦new Set([1])⟧; console.log(s.size);", False),
        ("const s = ⟦new Set([1])⟧; console.log(s);", True),
        ("const s = ⟦new Set([1])⟧; unknown(s);", True),
        ("let s = ⟦new Set([1])⟧; if (x) s = new Set(); console.log([...s]);", True),
    ],
)
def test_ordered_sets(text: str, ordered: bool) -> None:
    analysis, node = at_marks(text)
    (atom,) = analysis.type_of(node)
    assert isinstance(atom, t.SetAtom)
    assert analysis.representation.is_ordered(atom) is ordered


@pytest.mark.parametrize(
    ("text", "hard"),
    [
        ("const m = ⟦new Map([['a', 1]])⟧;", False),
        ("const m = ⟦new Map([[[1], 1]])⟧;", True),
        ("const m = ⟦new Map([[1, 1], [true, 2]])⟧;", True),
        ("const m = ⟦new Map()⟧; m.set({}, 1);", True),
        ("class C {} const m = ⟦new Map([[new C(), 1]])⟧;", False),
        ("const m = ⟦new Map()⟧; m.set(+'x', 1);", True),
    ],
)
def test_keys_that_a_dict_cannot_hold(text: str, hard: bool) -> None:
    analysis, node = at_marks(text)
    (atom,) = analysis.type_of(node)
    assert analysis.representation.has_object_keys(atom) is hard


@pytest.mark.parametrize(
    ("text", "objects"),
    [
        (
            "for (const r of rs) if (r.status === 'fulfilled') console.log(r.value);",
            False,
        ),
        ("console.log(rs);", True),
        ("for (const r of rs) console.log(r.value);", True),
        ("console.log(rs.map((r) => r.status));", False),
    ],
)
def test_outcomes_as_objects(text: str, objects: bool) -> None:
    given = "const rs = ⟦await Promise.allSettled([f()])⟧; async function f() {} "
    analysis, _ = at_marks(given + text)
    assert analysis.representation.settled_objects is objects
