"""What the grammar takes and the early errors of ECMA-262 refuse, and what is near to it."""

from __future__ import annotations

import pytest

from js2aio.errors import JavaScriptSyntaxError
from js2aio.parse import parse
from js2aio.source import SourceText

DECLARED = "x has already been declared here"
NO_STATEMENT = "a declaration where only a statement may stand"


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("{ let x; var x; }", 14, DECLARED),
        ("{ let x; { var x; } }", 16, DECLARED),
        ("{ function x() {} var x; }", 23, DECLARED),
        ("'use strict'; { function x() {} function x() {} }", 42, DECLARED),
        ("{ async function x() {} function x() {} }", 34, DECLARED),
        ("function f(x) { let x; }", 21, DECLARED),
        ("function f(x, [x]) {}", 16, DECLARED),
        ("try {} catch ([x]) { var x; }", 26, DECLARED),
        ("try {} catch (x) { let x; }", 24, DECLARED),
        ("for (let x of []) { var x; }", 25, DECLARED),
        ("for (const [x, x] of []) {}", 16, DECLARED),
        ("if (1) function* g() {}", 8, NO_STATEMENT),
        ("while (0) function f() {}", 11, NO_STATEMENT),
        ("while (0) a: function f() {}", 14, NO_STATEMENT),
        ("class A { x = arguments; }", 15, "`arguments` in a class, outside of its methods"),
        ("class A { m() { this.#x; } }", 22, "#x is not declared in a class around it"),
        ("class A { #x; #x() {} }", 15, "#x has already been declared here"),
        ("class A { #x; m() { delete this.#x; } }", 21, "a private member cannot be deleted"),
        ("class A extends B { #x; m() { super.#x; } }", 37, "a private name of super"),
        ("function* g(x = yield) {}", 17, "yield in the parameters of a generator"),
        ("(() => {}) = 1", 12, "nothing can be assigned to this"),
        ("function f() { 'use strict'; [arguments] = []; }", 31, "arguments cannot be assigned"),
        ("[...x = 1] = []", 2, "a rest element has no default"),
    ],
)  # fmt: skip
def test_refused(text: str, column: int, message: str) -> None:
    with pytest.raises(JavaScriptSyntaxError) as caught:
        parse(SourceText(text, "a.js"))
    diagnostic = caught.value.diagnostic
    assert (diagnostic.message, diagnostic.column) == (message, column)


@pytest.mark.parametrize(
    "text",
    [
        "import x from 'm'; const x = 1;",
        "export const x = 1; export { x };",
        "export default 1; export default 2;",
        "if (1) { import 'm'; }",
        "try {} catch { import 'm'; }",
        "try {} catch { import 'm'; }",
        "function f() {} function f() {} export { f };",
        "(() => new.target)(); export {};",
    ],
)
def test_refused_in_modules(text: str) -> None:
    with pytest.raises(JavaScriptSyntaxError):
        parse(SourceText(text, "a.mjs"))


@pytest.mark.parametrize(
    "text",
    [
        "{ function x() {} function x() {} }",
        "function f(x, x) {}",
        "function f(x) { var x; function x() {} }",
        "try {} catch (x) { var x; }",
        "{ let x; (() => { var x; })(); }",
        "if (1) function f() {}",
        "a: function f() {}",
        "for (let x of []) { let x; }",
        "class A { get #x() {} set #x(v) {} static m(o) { return #x in o; } }",
        "class A { x = function () { return arguments; }; y = { arguments: 1 }; }",
        "class A { #x; B = class { m(o) { return o.#x; } }; }",
        "class A extends B { constructor() { (() => super())(); } x = () => super.m(); }",
        "({ m() { return super.m(); }, get x() { return super.x; } })",
        "async function* g() { const f = async (x) => { await x; }; yield f; }",
        "[a.b, ...c[0]] = []; ({ a: a.b = 1, ...c.d } = {});",
        "switch (1) { case 1: let x; break; default: var y; }",
    ],
)
def test_taken(text: str) -> None:
    assert parse(SourceText(text, "a.js")).body
