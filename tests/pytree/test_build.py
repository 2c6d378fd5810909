"""The makers of nodes."""

import ast

import pytest

from js2aio.pytree import build as b
from js2aio.pytree.printer import print_expression, print_module

A, B, C = b.name("a"), b.name("b"), b.name("c")


@pytest.mark.parametrize(
    ("node", "text"),
    [
        (b.call("asyncio.gather", A, b.star(B), key=C), "asyncio.gather(a, *b, key=c)"),
        (b.attr("a", "b.c"), "a.b.c"),
        (b.attr(b.call("f"), "x"), "f().x"),
        (b.index("d", "id"), 'd["id"]'),
        (b.index(A, -1), "a[-1]"),
        (b.slice_("a", B, C), "a[b:c]"),
        (b.slice_("a", step=b.const(-1)), "a[::-1]"),
        (b.unary("-", A), "-a"),
        (b.unary("not", A), "not a"),
        (b.compare(A, "not in", B), "a not in b"),
        (b.and_(A, b.and_(B, C)), "a and b and c"),
        (b.or_(b.and_(A, B), C), "a and b or c"),
        (b.and_(b.or_(A, B), C), "(a or b) and c"),
        (b.and_(A), "a"),
        (b.cond(A, B, C), "b if a else c"),
        (b.lambda_(["x"], A), "lambda x: a"),
        (b.set_([]), "set()"),
        (b.dict_([("k", A), (B, C), (None, A)]), '{"k": a, b: c, **a}'),
        (b.list_comp(A, b.for_clause("a", B, [C])), "[a for a in b if c]"),
        (b.dict_comp(A, B, b.for_clause(b.tuple_([A, B]), C)), "{a: b for a, b in c}"),
        (
            b.generator(A, b.for_clause("a", B, is_async=True)),
            "(a async for a in b)",
        ),
        (b.yield_from(A), "yield from a"),
        (b.walrus("x", A), "(x := a)"),
    ],
)
def test_expressions(node, text):
    assert print_expression(node) == text


@pytest.mark.parametrize(
    ("stmt", "text"),
    [
        (b.assign("x", A), "x = a"),
        (b.assign(b.tuple_([A, b.star(B)]), C), "a, *b = c"),
        (b.ann_assign("x", A, B), "x: a = b"),
        (b.aug("x", "**", A), "x **= a"),
        (b.delete(b.index("d", "k"), A), 'del d["k"], a'),
        (b.raise_(b.call("E"), b.const(None)), "raise E() from None"),
        (b.for_("x", A, [b.expr(B)], is_async=True), "async for x in a:\n    b"),
        (
            b.with_([(A, "x"), (B, None)], [b.ret()], is_async=True),
            "async with a as x, b:\n    return",
        ),
        (
            b.try_([b.expr(A)], [b.handler(B, "e", [b.ret()])], groups=True),
            "try:\n    a\nexcept* b as e:\n    return",
        ),
        (
            b.function(
                "f",
                b.arguments(
                    ["x", "y"],
                    defaults=[A],
                    vararg="rest",
                    kwonly=["k", "l"],
                    kw_defaults=[B],
                    kwarg="more",
                ),
                [b.ret(A)],
                decorators=[C],
            ),
            "@c\ndef f(x, y=a, *rest, k=b, l, **more):\n    return a",
        ),
        (
            b.class_("K", [A], [b.docstring("K.")], metaclass=B),
            'class K(a, metaclass=b):\n    """K."""',
        ),
    ],
)
def test_statements(stmt, text):
    assert print_module([stmt]).text == text + "\n"


@pytest.mark.parametrize(
    ("test", "opposite"),
    [
        ("a == b", "a != b"),
        ("a != b", "a == b"),
        ("a is b", "a is not b"),
        ("a is not None", "a is None"),
        ("a in b", "a not in b"),
        ("a not in b", "a in b"),
        ("not a", "a"),
        ("a < b", "not a < b"),
        ("a < b < c", "not a < b < c"),
        ("a and b", "not (a and b)"),
        ("a", "not a"),
        ("True", "False"),
    ],
)
def test_negations(test, opposite):
    node = ast.parse(test, mode="eval").body
    assert print_expression(b.negate(node)) == opposite


@pytest.mark.parametrize(
    ("test", "opposite"),
    [
        ("a < b", "a >= b"),
        ("a <= b", "a > b"),
        ("a > b", "a <= b"),
        ("a >= b", "a < b"),
    ],
)
def test_negation_of_an_order(test, opposite):
    node = ast.parse(test, mode="eval").body
    assert print_expression(b.negate(node, ordered=True)) == opposite


def test_store_goes_through_targets_only():
    a, attribute, item = b.name("a"), b.attr("d", "x"), b.index("i", b.name("k"))
    b.store(b.tuple_([a, b.star(attribute), item]))
    assert isinstance(a.ctx, ast.Store)
    assert isinstance(attribute.ctx, ast.Store)
    assert isinstance(attribute.value.ctx, ast.Load)
    assert isinstance(item.slice.ctx, ast.Load)
    b.store(a, b.DEL)
    assert isinstance(a.ctx, ast.Del)


def test_trees_compile():
    tree = ast.Expression(b.binop(b.const(2), "+", b.call("len", b.const("abc"))))
    assert eval(compile(ast.fix_missing_locations(tree), "<test>", "eval")) == 5
