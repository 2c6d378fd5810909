"""``source[node.start:node.end]`` is the text of a node."""

from __future__ import annotations

import pytest

from js2aio.parse import nodes as N
from js2aio.parse import parse
from js2aio.source import SourceText


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("(a + b) * c", N.BinaryExpression, ["(a + b) * c", "a + b"]),
        ("(a).b", N.MemberExpression, ["(a).b"]),
        ("a /* c */", N.ExpressionStatement, ["a"]),
        ("{ a /* c */ }", N.ExpressionStatement, ["a"]),
        ("a\n\n// c\nb", N.ExpressionStatement, ["a", "b"]),
        ("a ;", N.ExpressionStatement, ["a ;"]),
        ("() => { return a }", N.ReturnStatement, ["return a"]),
        ("for (let i = 0; ; ) ;", N.VariableDeclaration, ["let i = 0"]),
        ("for (var i = 0; ; ) ;", N.VariableDeclaration, ["var i = 0"]),
        ("let a = 1, b = 2 ;", N.VariableDeclarator, ["a = 1", "b = 2"]),
        ("class A { a = 1 ; b\n c }", N.PropertyDefinition, ["a = 1 ;", "b", "c"]),
        ("class A { async *a() {} }", N.MethodDefinition, ["async *a() {}"]),
        ("class A { static { a } }", N.StaticBlock, ["static { a }"]),
        ("x = { a, b: 1, async c() {} }", N.Property, ["a", "b: 1", "async c() {}"]),
        ("`a${b}c`", N.TemplateElement, []),
        ("async x => x", N.ArrowFunctionExpression, ["async x => x"]),
        ("(async (x) => (x))", N.ArrowFunctionExpression, ["async (x) => (x)"]),
        ("a?.b.c", N.ChainExpression, ["a?.b.c"]),
        ("#!x\na", N.ExpressionStatement, ["a"]),
        ("'\U0001f600' + a", N.Identifier, ["a"]),
        ("'a\\\r\nb'\r\n+ c", N.Identifier, ["c"]),
        ("import('a').then(b)", N.ImportExpression, ["import('a')"]),
        ("export default async () => {};", N.ExportDefaultDeclaration, None),
        ("switch (a) { case 1: b; c\n default: d }", N.SwitchCase, None),
    ],
)
def test_ranges(text: str, kind: type[N.Node], expected: list[str] | None) -> None:
    found = [
        text[node.start : node.end]
        for node in N.walk(parse(SourceText(text)))
        if type(node) is kind
    ]
    if kind is N.SwitchCase:
        expected = ["case 1: b; c", "default: d"]
    assert found == ([text] if expected is None else expected)


def test_template_elements() -> None:
    text = "x = `a${b}c${`d`}`"
    quasis = [
        text[quasi.start : quasi.end]
        for node in N.walk(parse(SourceText(text)))
        if isinstance(node, N.TemplateLiteral)
        for quasi in node.quasis
    ]
    assert quasis == ["a", "c", "", "d"]


def test_children_lie_within_their_parents() -> None:
    text = """
    // c
    export class A extends B { #p = 1; static async *m({ a, b = 2 }, ...c) { yield* d; } }
    for (const [k, v] of Object.entries(o)) { if (k) f`x${v}y`; else do g(); while (k?.l) }
    label: try { await h(async () => ({ ...i })) } catch { throw (1, 2) } finally { ; }
    """
    for node in N.walk(parse(SourceText(text))):
        assert 0 <= node.start <= node.end <= len(text)
        for child in N.children(node):
            assert node.start <= child.start <= child.end <= node.end
