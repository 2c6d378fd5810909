"""Patterns: what they match, what they do not, and what they capture."""

from __future__ import annotations

from pathlib import Path

import pytest
from rules.rulebooks import book_of, expression, matched, rule_of, rule_text

from js2aio.errors import MappingError
from js2aio.parse import nodes
from js2aio.rules.keys import node_keys, shape_of

EXECUTOR = "new Promise(($R) => setTimeout($R, $MS))"
MATCHES: list[tuple[str, str, dict[str, str] | None]] = [
    # one node, and any number
    ("$A.push($X)", "a.b.push(1)", {"A": "a.b", "X": "1"}),
    ("$A.push($X)", "a.push()", None),
    ("$A.push($X)", "a.push(1, 2)", None),
    ("$A.push($X)", "a.push(...b)", None),
    ("$A.push($X)", "a?.push(1)", None),
    ("$A.push($X)", "a.push?.(1)", None),
    ("$A.push($X)", "a.pop(1)", None),
    ("$A.push($X)", "a['push'](1)", None),
    ("$A.push($$$X)", "a.push()", {"A": "a", "X": ""}),
    ("$A.push($$$X)", "a.push(1, ...b)", {"A": "a", "X": "1, ...b"}),
    ("f($A, $$$X, $B)", "f(1, 2)", {"A": "1", "X": "", "B": "2"}),
    ("f($A, $$$X, $B)", "f(1, 2, 3, 4)", {"A": "1", "X": "2, 3", "B": "4"}),
    ("f($A, $$$X, $B)", "f(1)", None),
    ("f(...$A)", "f(...a)", {"A": "a"}),
    ("f(...$A)", "f(a)", None),
    ("$F($$$A)", "g.h(1)", {"F": "g.h", "A": "1"}),
    ("$O.$NAME", "a.b", {"O": "a", "NAME": "b"}),
    ("$O.$NAME", "a[b]", None),
    ("$O[$K]", "a[b]", {"O": "a", "K": "b"}),
    ("[$$$X]", "[1, ...b]", {"X": "1, ...b"}),
    ("[$$$X]", "[1, , 2]", None),
    ("[$X]", "[...a]", None),
    ("f($_, $_)", "f(1, 2)", {}),
    # the same name twice is the same code
    ("$X ? $X : $Y", "a.b ? a . b : c", {"X": "a.b", "Y": "c"}),
    ("$X ? $X : $Y", "a.b ? a.c : c", None),
    ("$X ? $X : $Y", "f(1) ? f(1.5) : c", None),
    # names, literals, operators
    ("Promise.all($X)", "Promise.all(a)", {"X": "a"}),
    ("Promise.all($X)", "Other.all(a)", None),
    ("Promise.all($X)", "local.Promise.all(a)", None),
    ("$X === undefined", "a === undefined", {"X": "a"}),
    ("$X === undefined", "a == undefined", None),
    ("$X === null", "a === null", {"X": "a"}),
    ("$X === 1", "a === 1.0", {"X": "a"}),
    ("$X === 1", "a === true", None),
    ("$X === 'a'", 'a === "a"', {"X": "a"}),
    ("$X === 'a'", "a === `a`", {"X": "a"}),
    ("$X === 'a'", "a === `${b}`", None),
    ("typeof $X", "typeof a", {"X": "a"}),
    ("typeof $X", "void a", None),
    ("/a/g.test($X)", "/a/g.test(x)", {"X": "x"}),
    ("/a/g.test($X)", "/a/.test(x)", None),
    ("`${$X}`", "`${a}`", {"X": "a"}),
    ("`${$X}`", "`${a} `", None),
    ("await $X", "async () => await a", None),
    ("$X.length = $N", "a.length = 0", {"X": "a", "N": "0"}),
    ("this.$NAME", "this.b", {"NAME": "b"}),
    # objects: any order, keys in any spelling
    ("f({ a: $A, b: $B })", "f({ b: 1, 'a': 2 })", {"A": "2", "B": "1"}),
    ("f({ a: $A })", "f({ a })", {"A": "a"}),
    ("f({ a: $A })", "f({ a: 1, b: 2 })", None),
    ("f({ a: $A })", "f({ [a]: 1 })", None),
    ("f({ a: $A })", "f({ a() {} })", None),
    ("f({ a: $A })", "f({ ...a })", None),
    ("f({ a: $A, $$$B })", "f({ x: 1, a: 2, ...y })", {"A": "2", "B": "x: 1, ...y"}),
    ("f({ a: $A, $$$B })", "f({ x: 1 })", None),
    # functions
    (EXECUTOR, "new Promise(r => setTimeout(r, 5))", {"R": "r", "MS": "5"}),
    (EXECUTOR, "new Promise((r) => { setTimeout(r, 5); })", {"R": "r", "MS": "5"}),
    (EXECUTOR, "new Promise(r => { return setTimeout(r, 5) })", {"R": "r", "MS": "5"}),
    (
        EXECUTOR,
        "new Promise(function (r) { setTimeout(r, a); })",
        {"R": "r", "MS": "a"},
    ),
    (EXECUTOR, "new Promise(function f(r) { setTimeout(r, 5); })", None),
    (EXECUTOR, "new Promise(function (r) { setTimeout(r, this.a); })", None),
    (EXECUTOR, "new Promise(r => { setTimeout(r, 5); f(); })", None),
    (EXECUTOR, "new Promise(r => setTimeout(q, 5))", None),
    (EXECUTOR, "new Promise((r, q) => setTimeout(r, 5))", None),
    (EXECUTOR, "new Promise(async r => setTimeout(r, 5))", None),
    (EXECUTOR, "new Promise(async function (r) { setTimeout(r, 5) })", None),
    (EXECUTOR, "new Promise(function* (r) { setTimeout(r, 5) })", None),
    (EXECUTOR, "new Promise(({ r }) => setTimeout(r, 5))", None),
    (EXECUTOR, "Promise(r => setTimeout(r, 5))", None),
    ("$A.map(($X) => $E)", "a.map(x => x + 1)", {"A": "a", "X": "x", "E": "x + 1"}),
    ("$A.map(($X) => $E)", "a.map(x => { return x; })", {"A": "a", "X": "x", "E": "x"}),
    ("$A.map(($X) => $E)", "a.map(x => { x; })", None),
    ("$A.map(($X) => $E)", "a.map((...x) => x)", None),
    ("$A.map(($X) => { $E; })", "a.map(x => { x; })", {"A": "a", "X": "x", "E": "x"}),
    ("$A.map(($X) => { $E; })", "a.map(x => x)", {"A": "a", "X": "x", "E": "x"}),
    ("$A.map(($X) => { $E; })", "a.map(x => { f(); g(); })", None),
    (
        "$A.map(($X) => { $$$E; })",
        "a.map(x => { f(); return x; })",
        {"A": "a", "X": "x", "E": "f();, return x;"},
    ),
    ("$A.map((x) => f(x))", "a.map(y => f(y))", {"A": "a"}),
    ("$A.map((x) => f(x))", "a.map(y => f(x))", None),
    ("f(($$$P) => $E)", "f((a, b = 1, ...c) => a)", {"P": "a, b = 1, ...c", "E": "a"}),
    ("f(function ($A) { return $A; })", "f(function (x) { return x; })", {"A": "x"}),
    ("f(function ($A) { return $A; })", "f(x => x)", None),
    # statements
    ("if ($A) return $B;", "{ if (a) return; }", None),
    ("for (const $X of $XS) { $$$B; }", "for (const x of y) { f(); }", {"X": "x"}),
    ("const $A = $B;", "const x = 1;", {"A": "x", "B": "1"}),
    ("const $A = $B;", "let x = 1;", None),
    ("function $F($$$P) { $$$B; }", "function f(a) { g(); }", {"F": "f", "P": "a"}),
    ("async function $F() { $$$B; }", "function f() {}", None),
]


@pytest.mark.parametrize(("pattern", "js", "captured"), MATCHES)
def test_match(
    tmp_path: Path, pattern: str, js: str, captured: dict[str, str] | None
) -> None:
    book = book_of(tmp_path, rule_text(js=pattern))
    rule = book.rules[0]
    found = matched(rule, js)
    if captured is None:
        assert found is None
    else:
        assert found is not None and found.items() >= captured.items()
        assert rule in book.candidates(expression(js))


@pytest.mark.parametrize(
    ("pattern", "js", "local"),
    [
        ("Promise.all($X)", "Promise.all(x)", "Promise"),
        ("setTimeout($F, $MS)", "setTimeout(f, 1)", "setTimeout"),
        ("new Map()", "new Map()", "Map"),
        ("$X === undefined", "x === undefined", "undefined"),
    ],
)
def test_local_variables_are_no_globals(
    tmp_path: Path, pattern: str, js: str, local: str
) -> None:
    rule = rule_of(tmp_path, rule_text(js=pattern))
    assert matched(rule, js) is not None
    assert matched(rule, js, local=frozenset({local})) is None


SLEEP = 'from = { delay = "node:timers/promises:setTimeout" }'
LODASH = 'from = { _ = "lodash:*" }'
LIMIT = 'from = { pLimit = "p-limit:default" }'


@pytest.mark.parametrize(
    ("pattern", "origins", "js", "imports", "matches"),
    [
        (
            "delay($MS)",
            SLEEP,
            "sleep(1)",
            {"sleep": "timers/promises:setTimeout"},
            True,
        ),
        ("delay($MS)", SLEEP, "s(1)", {"s": "node:timers/promises:setTimeout"}, True),
        ("delay($MS)", SLEEP, "t.setTimeout(1)", {"t": "timers/promises:*"}, True),
        (
            "delay($MS)",
            SLEEP,
            "t.setTimeout(1)",
            {"t": "timers/promises:default"},
            True,
        ),
        ("delay($MS)", SLEEP, "t.setTimeout(1)", {"t": "timers:*"}, False),
        ("delay($MS)", SLEEP, "t?.setTimeout(1)", {"t": "timers/promises:*"}, False),
        ("delay($MS)", SLEEP, "t.setInterval(1)", {"t": "timers/promises:*"}, False),
        ("delay($MS)", SLEEP, "delay(1)", {}, False),
        ("_.chunk($A, $N)", LODASH, "l.chunk(a, 2)", {"l": "lodash:default"}, True),
        ("_.chunk($A, $N)", LODASH, "chunk(a, 2)", {"chunk": "lodash:chunk"}, True),
        ("_.chunk($A, $N)", LODASH, "_.chunk(a, 2)", {}, False),
        ("pLimit($N)", LIMIT, "limit(2)", {"limit": "p-limit:*"}, True),
        ("pLimit($N)", LIMIT, "limit(2)", {"limit": "p-limit:default"}, True),
        ("pLimit($N)", LIMIT, "limit(2)", {"limit": "p-limit:other"}, False),
        ("new _.Q($N)", LODASH, "new Q(2)", {"Q": "lodash:Q"}, True),
        ("new _.Q($N)", LODASH, "new x.Q(2)", {"x": "lodash:*"}, True),
        ("_.VERSION", LODASH, "x.VERSION", {"x": "lodash:*"}, True),
        ("_.VERSION", LODASH, "V", {"V": "lodash:VERSION"}, True),
        ("_.chunk($A).length", LODASH, "x.chunk(a).length", {"x": "lodash:*"}, True),
        ("await f($MS)", "", "await f(1)", {}, True),
        ("await delay($MS)", SLEEP, "await t(1)", {"t": "timers/promises:x"}, False),
        (
            *("await delay($MS)", SLEEP, "await t(1)"),
            *({"t": "timers/promises:setTimeout"}, True),
        ),
    ],
)
def test_imported_names(
    tmp_path: Path,
    pattern: str,
    origins: str,
    js: str,
    imports: dict[str, str],
    matches: bool,
) -> None:
    book = book_of(tmp_path, rule_text(js=pattern, more=origins))
    rule = book.rules[0]
    assert (matched(rule, js, imports) is not None) is matches
    if matches:
        node = expression(js)
        assert rule in book.candidates(node)
        assert rule in book.candidates(node, lambda found: imports.get(found.name))


def test_candidates_are_few_and_in_rank_order(tmp_path: Path) -> None:
    book = book_of(
        tmp_path,
        rule_text("generic", "$F($X)"),
        rule_text("method", "$A.zip($X)"),
        rule_text("static", "Zip.zip($X)"),
        rule_text("imported", "z($X)", 'from = { z = "zip:zip" }'),
        rule_text("read", "$A.zip"),
        rule_text("made", "new Zip($X)"),
        rule_text("minus", "$A - zip"),
        rule_text("name", "ZIP"),
    )

    def ids(js: str, imports: dict[str, str] | None = None) -> list[str]:
        known = imports or {}
        found = book.candidates(expression(js), lambda node: known.get(node.name))
        mine = {rule.id for rule in book.rules[:8]}
        return [rule.id for rule in found if rule.id in mine]

    assert ids("a.zip(1)") == ["generic", "method"]
    assert ids("Zip.zip(1)") == ["generic", "method", "static"]
    assert ids("q(1)") == ["generic"]
    assert ids("q(1)", {"q": "zip:zip"}) == ["generic", "imported"]
    assert ids("a.zip") == ["read"]
    assert ids("new Zip(1)") == ["made"]
    assert ids("a - b") == ["minus"]
    assert ids("a * b") == []
    assert ids("ZIP") == ["name"]
    assert ids("'zip'") == []


@pytest.mark.parametrize(
    "pattern", ["", "f(", "a; b", "$A +", "f($$$A, $$$B)", "if ($A) {} else {} f()"]
)
def test_bad_pattern(tmp_path: Path, pattern: str) -> None:
    rule = rule_of(tmp_path, rule_text(js=pattern or " "))
    with pytest.raises(MappingError, match="rule 'r'"):
        _ = rule.pattern


SHAPED = [
    *("f()", "x.f()", "x?.f()", "x.f?.()", "x[f]()", "x().f()", "x.y.f()"),
    *('require("fs").f()', 'require("path").f()', 'require("fs")()', 'require("fs").f'),
    *(
        "fs.f()",
        "fs.y.f",
        "x.f",
        "x?.f",
        "x[f]",
        "new X()",
        "new fs.X()",
        "new (f())()",
    ),
    *("x + y", "x - y", "x && y", "-x", "x = y", "x += y", "fs", "x", "await x", "[x]"),
]


def test_nodes_of_one_shape_have_the_same_keys() -> None:
    """Candidates are kept by shape: what one program had must hold for all others."""

    def imports(node: nodes.Identifier) -> str | None:
        return "fs:*" if node.name == "fs" else None

    keys: dict[object, tuple[str, tuple[str, ...]]] = {}
    for first in SHAPED:
        node = expression(first)
        found = tuple(node_keys(node, imports))
        other, known = keys.setdefault(shape_of(node, imports), (first, found))
        assert known == found, f"{first} is taken for {other}"
