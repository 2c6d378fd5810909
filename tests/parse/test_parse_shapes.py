"""Which tree a piece of JavaScript becomes."""

from __future__ import annotations

import pytest

from js2aio.parse import nodes as N
from js2aio.parse import parse
from js2aio.source import SourceText


def expression(text: str) -> N.Node:
    """The tree of a single expression."""
    (statement,) = parse(SourceText(f"({text}\n)")).body
    assert isinstance(statement, N.ExpressionStatement)
    return statement.expression


def brackets(node: N.Node | None) -> str:
    """An expression with parentheses around each operation, to see what binds to what."""
    match node:
        case None:
            return "-"
        case N.Identifier() | N.PrivateIdentifier():
            return node.name
        case N.NumberLiteral():
            return node.raw
        case N.BinaryExpression() | N.LogicalExpression() | N.AssignmentExpression():
            return f"({brackets(node.left)} {node.operator} {brackets(node.right)})"
        case N.UnaryExpression():
            return f"({node.operator} {brackets(node.argument)})"
        case N.AwaitExpression():
            return f"(await {brackets(node.argument)})"
        case N.ConditionalExpression():
            parts = [brackets(child) for child in N.children(node)]
            return f"({parts[0]} ? {parts[1]} : {parts[2]})"
        case N.ChainExpression():
            return f"<{brackets(node.expression)}>"
        case N.MemberExpression():
            mark = "?." if node.optional else "." if not node.computed else ""
            name = brackets(node.property)
            return (
                brackets(node.object) + mark + (f"[{name}]" if node.computed else name)
            )
        case N.CallExpression():
            mark = "?." if node.optional else ""
            arguments = ", ".join(brackets(item) for item in node.arguments)
            return f"{brackets(node.callee)}{mark}({arguments})"
        case N.ArrowFunctionExpression():
            params = ", ".join(brackets(item) for item in node.params)
            return f"({'async ' * node.is_async}({params}) => {brackets(node.body)})"
    return node.type


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a + b * c - d", "((a + (b * c)) - d)"),
        ("a ** b ** c", "(a ** (b ** c))"),
        ("(-1) ** n", "((- 1) ** n)"),
        ("2 ** n - (-1) ** n", "((2 ** n) - ((- 1) ** n))"),
        ("-(a ** b)", "(- (a ** b))"),
        ("a ** -b", "(a ** (- b))"),
        ("(a + b)[0] ** f(-c) ** 2", "((a + b)[0] ** (f((- c)) ** 2))"),
        ("a == b in c", "(a == (b in c))"),
        ("a instanceof b === c", "((a instanceof b) === c)"),
        ("a in b < c", "((a in b) < c)"),
        ("a || b && c", "(a || (b && c))"),
        ("a ?? b ?? c", "((a ?? b) ?? c)"),
        ("a ??= b ||= c", "(a ??= (b ||= c))"),
        ("a ? b : c ? d : e", "(a ? b : (c ? d : e))"),
        ("a ? (b) : c => d", "(a ? b : ((c) => d))"),
        ("a?.b.c(d)?.[e]", "<a?.b.c(d)?.[e]>"),
        ("(a?.b).c", "<a?.b>.c"),
        ("a?.(b)", "<a?.(b)>"),
        ("a ?.5 : 1", "(a ? .5 : 1)"),
        ("async x => await x", "(async (x) => (await x))"),
        ("async (x, y,) => (await x) ** 2", "(async (x, y) => ((await x) ** 2))"),
        ("x => y => x", "((x) => ((y) => x))"),
        ("async(x)", "async(x)"),
        ("typeof a.b", "(typeof a.b)"),
        ("a /b/ c", "((a / b) / c)"),
    ],
)
def test_what_binds_to_what(text: str, expected: str) -> None:
    assert brackets(expression(text)) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("1.0", 1),
        ("5.", 5),
        (".5", 0.5),
        ("1e3", 1000),
        ("1_000", 1000),
        ("0xff_ff", 0xFFFF),
        ("0b1_0", 2),
        ("0o17", 15),
        ("017", 15),
        ("089", 89),
        ("9007199254740991", 2**53 - 1),
        ("9007199254740992", 2.0**53),
        ("0xFFFFFFFFFFFFFFFF", 2.0**64),
        ("1e400", float("inf")),
        ("1e21", 1e21),
    ],
)
def test_numbers(text: str, value: float) -> None:
    node = expression(text)
    assert isinstance(node, N.NumberLiteral)
    assert (node.value, type(node.value)) == (value, type(value))
    assert node.raw == text


@pytest.mark.parametrize(
    ("text", "value"),
    [("1n", 1), ("0x1Fn", 31), ("1_0n", 10), ("9007199254740993n", 2**53 + 1)],
)
def test_bigints(text: str, value: int) -> None:
    node = expression(text)
    assert isinstance(node, N.BigIntLiteral)
    assert node.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r"'a\n\t\\\'\"\x41\u0042\u{43}'", "a\n\t\\'\"ABC"),
        (r"'\uD83D\uDE00'", "\U0001f600"),
        (r"'\u{D83D}\u{DE00}'", "\U0001f600"),
        (r"'\ud800'", "\ud800"),
        (r"'\0\101'", "\0A"),
        (r"'\8\q'", "8q"),
        ("'a\\\nb\\\r\nc'", "abc"),
        ("'a\u2028b'", "a\u2028b"),
        ('""', ""),
    ],
)
def test_strings(text: str, value: str) -> None:
    node = expression(text)
    assert isinstance(node, N.StringLiteral)
    assert node.value == value


def test_templates() -> None:
    node = expression("`a${b}\\n${`${c}`}\r\n`")
    assert isinstance(node, N.TemplateLiteral)
    assert [(item.raw, item.cooked) for item in node.quasis] == [
        ("a", "a"),
        ("\\n", "\n"),
        ("\n", "\n"),
    ]
    assert len(node.expressions) == 2


def test_a_tagged_template_may_have_invalid_escapes() -> None:
    node = expression(r"tag`\u${a}\x41`")
    assert isinstance(node, N.TaggedTemplateExpression)
    assert [item.cooked for item in node.quasi.quasis] == [None, "A"]


def test_regular_expressions() -> None:
    node = expression(r"/a[/\]]\/(?<year>\d{4})/giu")
    assert isinstance(node, N.RegExpLiteral)
    assert node.pattern == r"a[/\]]\/(?<year>\d{4})"
    assert node.flags == "giu"


@pytest.mark.parametrize(
    ("text", "name"),
    [("\\u0061bc", "abc"), ("\\u{1d49c}", "\U0001d49c"), ("変数", "変数"), ("℮", "℮")],
)
def test_names_come_out_as_they_read(text: str, name: str) -> None:
    node = expression(text)
    assert isinstance(node, N.Identifier)
    assert node.name == name


def test_members_of_an_object_literal() -> None:
    text = """{ a, b: 1, 'c': 2, [d]: 3, e() {}, get f() { return 1 }, set f(v) {},
        async g() {}, *h() {}, async *[i]() {}, async, get, set: 4, async() {}, ...j }"""
    node = expression(text)
    assert isinstance(node, N.ObjectExpression)
    found = []
    for item in node.properties:
        if isinstance(item, N.SpreadElement):
            found.append("...")
            continue
        value = item.value
        words = [item.kind]
        words += [
            word for word in ("computed", "method", "shorthand") if getattr(item, word)
        ]
        if isinstance(value, N.FunctionExpression):
            words += ["async"] * value.is_async + ["generator"] * value.generator
        found.append(" ".join(words))
    assert found == [
        "init shorthand",
        "init",
        "init",
        "init computed",
        "init method",
        "get",
        "set",
        "init method async",
        "init method generator",
        "init computed method async generator",
        "init shorthand",
        "init shorthand",
        "init",
        "init method",
        "...",
    ]


@pytest.mark.parametrize(
    ("member", "expected"),
    [
        ("a", "field a"),
        ("a = 1;", "field a"),
        ("static a = 1", "static field a"),
        ("'a b' = 1", "field 'a b'"),
        ("static", "field static"),
        ("static static", "static field static"),
        ("get; set; async", "field get, field set, field async"),
        ("get\n*x() {}", "field get, generator method x"),
        ("async\nx() {}", "field async, method x"),
        ("#x = 1", "field #x"),
        ("get #x() {} set #x(v) {}", "get #x, set #x"),
        ("static async *#x() {}", "static async generator method #x"),
        ("async x() {}", "async method x"),
        ("get() {} set() {} static() {}", "method get, method set, method static"),
        ("static get [x]() {}", "static computed get x"),
        ("constructor() { super() }", "constructor constructor"),
        ("static { f() }", "block"),
        ("a = super.b", "field a"),
    ],
)
def test_members_of_a_class(member: str, expected: str) -> None:
    node = expression(f"class extends B {{ {member} }}")
    assert isinstance(node, N.ClassExpression)
    found = []
    for item in node.body.body:
        if isinstance(item, N.StaticBlock):
            found.append("block")
            continue
        words = ["static"] * item.static + ["computed"] * item.computed
        if isinstance(item, N.PropertyDefinition):
            words.append("field")
        else:
            words += ["async"] * item.value.is_async
            words += ["generator"] * item.value.generator + [item.kind]
        key = item.key
        if isinstance(key, N.StringLiteral):
            words.append(repr(key.value))
        elif isinstance(key, N.PrivateIdentifier):
            words.append("#" + key.name)
        else:
            words.append(brackets(key))
        found.append(" ".join(words))
    assert ", ".join(found) == expected


@pytest.mark.parametrize(
    ("text", "source_type"),
    [
        ("", "script"),
        ("a", "script"),
        ("import 'a'", "module"),
        ("f(); export { f }; function f() {}", "module"),
        ("import.meta.url", "module"),
        ("await f()", "module"),
        ("for await (const a of b) ;", "module"),
        ("import('a')", "script"),
        ("await = 1", "script"),
        ("with (a) b", "script"),
        ("`\nimport a from 'a'\n`", "script"),
        ("/*\nimport a from 'a'\n*/ with (a) b", "script"),
        ("`\nexport\n`; await f()", "module"),
        ("async () => { await 1 }", "script"),
        ("const a = require('a'); return", "script"),
    ],
)
def test_script_or_module(text: str, source_type: str) -> None:
    assert parse(SourceText(text)).source_type == source_type


def test_the_name_of_the_file_decides() -> None:
    assert parse(SourceText("a", "a.mjs")).source_type == "module"
    assert parse(SourceText("await", "a.cjs")).source_type == "script"


def test_imports_and_exports() -> None:
    program = parse(
        SourceText(
            "import a, { b, c as d, 'e f' as g } from 'm' with { type: 'json' };\n"
            "import * as ns from 'm';\n"
            "export { a as first, b as 'x y' };\n"
            "export * as all from 'm';\n"
            "export default [1].map(f);\n"
            "const dynamic = import('m', { with: {} });\n"
        )
    )
    first, second, third, fourth, fifth, sixth = program.body
    assert isinstance(first, N.ImportDeclaration)
    assert [(s.kind, s.imported, s.local.name) for s in first.specifiers] == [
        ("default", None, "a"),
        ("named", "b", "b"),
        ("named", "c", "d"),
        ("named", "e f", "g"),
    ]
    assert isinstance(second, N.ImportDeclaration)
    assert second.specifiers[0].kind == "namespace"
    assert isinstance(third, N.ExportNamedDeclaration)
    assert [(s.local, s.exported) for s in third.specifiers] == [
        ("a", "first"),
        ("b", "x y"),
    ]
    assert isinstance(fourth, N.ExportAllDeclaration)
    assert (fourth.source, fourth.exported) == ("m", "all")
    assert isinstance(fifth, N.ExportDefaultDeclaration)
    assert isinstance(fifth.declaration, N.CallExpression)
    assert isinstance(sixth, N.VariableDeclaration)
    assert isinstance(sixth.declarations[0].init, N.ImportExpression)


def test_directives_and_the_hashbang() -> None:
    program = parse(SourceText("#!/usr/bin/env node\n\n// c\n'use strict'\nf()"))
    assert program.hashbang == "/usr/bin/env node"
    first, second = program.body
    assert isinstance(first, N.ExpressionStatement)
    assert first.directive == "use strict"
    assert isinstance(second, N.ExpressionStatement)
    assert second.directive is None


def test_return_ends_at_the_end_of_its_line() -> None:
    (statement,) = parse(SourceText("function f() { return\n`a` }")).body
    assert isinstance(statement, N.FunctionDeclaration)
    assert isinstance(statement.body, N.BlockStatement)
    assert [item.type for item in statement.body.body] == [
        "ReturnStatement",
        "ExpressionStatement",
    ]
