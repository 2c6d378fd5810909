"""Blank lines, comments and commented collections in the printed text."""

import ast
import copy

from js2aio.pytree import build as b
from js2aio.pytree.printer import print_expression, print_module
from js2aio.pytree.trivia import (
    BlankLine,
    Comment,
    CommentedExpr,
    Verbatim,
    line_of,
    origin,
    set_trailing,
    trailing,
)

X = b.name("x")


def printed(*body):
    return print_module(list(body)).text


def test_empty():
    assert printed() == ""
    assert printed(BlankLine()) == ""


def test_comments_and_blank_lines():
    first = b.assign("a", b.const(1))
    set_trailing(first, "one")
    set_trailing(first, "more\nlines")
    assert trailing(first) == "one more\nlines"
    assert printed(
        Comment("Top\nof"), first, BlankLine(), BlankLine(), Comment("c"), b.expr(X)
    ) == ("# Top\n# of\na = 1  # one more lines\n\n\n# c\nx\n")


def test_blank_lines_around_definitions():
    inner = b.function("g", [], [b.ret(X)])
    text = printed(
        b.assign("a", b.const(1)),
        Comment("About f"),
        Comment("more"),
        b.function("f", [], [inner, b.ret(b.name("g")), BlankLine()]),
        b.expr(X),
    )
    assert text == (
        "a = 1\n\n\n# About f\n# more\ndef f():\n    def g():\n        return x\n\n"
        "    return g\n\n\nx\n"
    )


def test_blank_lines_at_the_ends_of_blocks_are_dropped():
    assert printed(b.if_(X, [BlankLine(), b.expr(X), BlankLine()])) == "if x:\n    x\n"


def test_blocks_without_statements():
    assert printed(b.if_(X, [])) == "if x:\n    pass\n"
    assert printed(b.if_(X, [Comment("none")], [Comment("none")])) == (
        "if x:\n    # none\n    pass\nelse:\n    # none\n    pass\n"
    )
    assert printed(b.while_(X, [BlankLine()], [BlankLine()])) == "while x:\n    pass\n"
    assert printed(b.class_("A", [], [])) == "class A:\n    pass\n"


def test_headers_carry_comments():
    test = b.if_(X, [b.expr(X)])
    set_trailing(test, "why")
    loop = b.function("f", [], [test], is_async=True)
    set_trailing(loop, "what")
    assert printed(loop) == "async def f():  # what\n    if x:  # why\n        x\n"


def test_else_if_becomes_elif():
    last = b.if_(b.name("c"), [b.ret()], [b.ret(X)])
    set_trailing(last, "third")
    text = printed(b.if_(X, [b.ret()], [b.if_(b.name("b"), [b.ret()], [last])]))
    assert text == (
        "if x:\n    return\nelif b:\n    return\nelif c:  # third\n    return\n"
        "else:\n    return x\n"
    )


def test_docstrings_are_told_from_strings():
    text = printed(
        b.docstring("Module."),
        b.class_("A", [], [b.docstring("Class."), b.assign("a", X)]),
        b.function(
            "f", [], [Comment("c"), b.docstring("Function."), b.docstring("no")]
        ),
    )
    assert text == (
        '"""Module."""\n\n\nclass A:\n    """Class."""\n\n    a = x\n\n\n'
        'def f():\n    # c\n    """Function."""\n    "no"\n'
    )


def test_helpers_are_printed_as_they_are():
    helper = Verbatim('\n    def h(a):\n        """It\'s."""\n        return  a\n\n')
    assert printed(b.assign("a", X), helper, b.expr(X)) == (
        'a = x\n\n\ndef h(a):\n    """It\'s."""\n    return  a\n\n\nx\n'
    )


COMMENTED = CommentedExpr(X, ["before\nit"], "behind\nit")


def test_commented_elements():
    rows = "\n    # before\n    # it\n    x,  # behind it\n    1,\n"
    one = b.const(1)
    assert print_expression(b.list_([COMMENTED, one])) == f"[{rows}]"
    assert print_expression(b.tuple_([COMMENTED, one])) == f"({rows})"
    assert print_expression(b.set_([COMMENTED, one])) == f"{{{rows}}}"
    assert print_expression(b.call("f", COMMENTED, one)) == f"f({rows})"
    assert print_expression(b.call("f", one, key=COMMENTED)) == (
        "f(\n    1,\n    # before\n    # it\n    key=x,  # behind it\n)"
    )
    assert print_expression(b.dict_([("k", COMMENTED), (None, X)])) == (
        '{\n    # before\n    # it\n    "k": x,  # behind it\n    **x,\n}'
    )


def test_commented_elements_nest_and_are_indented():
    inner = b.dict_([("k", CommentedExpr(X, [], "t"))])
    stmt = b.assign("a", b.list_([CommentedExpr(inner, ["l"])]))
    assert printed(b.if_(X, [stmt])) == (
        'if x:\n    a = [\n        # l\n        {\n            "k": x,  # t\n        },\n    ]\n'
    )


def test_comments_anywhere_are_valid_python():
    places = [
        b.binop(COMMENTED, "+", COMMENTED),
        b.attr(COMMENTED, "a"),
        b.index(COMMENTED, COMMENTED),
        b.await_(COMMENTED),
        b.call("f", b.generator(COMMENTED, b.for_clause("y", COMMENTED))),
        b.call("f", CommentedExpr(b.generator(X, b.for_clause("y", X)), ["c"])),
        b.fstring(["a", COMMENTED, "b"]),
        b.fstring([b.field(COMMENTED, "r", ">8")]),
        b.lambda_([], COMMENTED),
        b.yield_(COMMENTED),
        b.star(COMMENTED),
        b.tuple_([COMMENTED, b.star(COMMENTED)]),
        b.dict_([(COMMENTED, COMMENTED)]),
        CommentedExpr(COMMENTED, ["more"], "more"),
        CommentedExpr(X),
    ]
    for place in places:
        wrapped = place if not isinstance(place, ast.Starred) else b.list_([place])
        body = b.function(
            "f", [], [b.assign("a", wrapped), b.ret(wrapped)], is_async=True
        )
        if isinstance(place, ast.Yield):
            body = b.function("f", [], [b.assign("a", wrapped)])
        compile(printed(body), "<test>", "exec")


def test_deep_copies():
    body = [Comment("c"), b.expr(b.list_([COMMENTED])), Verbatim("x = 1"), BlankLine()]
    set_trailing(body[1], "t")
    copied = copy.deepcopy(body)
    assert print_module(copied).text == print_module(body).text
    assert copied[1].value.elts[0] is not COMMENTED


def test_transformers_see_commented_expressions():
    class Rename(ast.NodeTransformer):
        def visit_Name(self, node):
            return b.name("y")

    node = Rename().visit(b.list_([CommentedExpr(X, ["c"])]))
    assert print_expression(node) == "[\n    # c\n    y,\n]"


def test_origins():
    inner = ast.parse("try:\n    x\nexcept A:\n    y").body[0]
    assert origin(inner, 7, deep=True) is inner
    assert line_of(inner) == line_of(inner.body[0]) == line_of(inner.handlers[0]) == 7
    assert line_of(b.expr(X)) == 0
    assert line_of(origin(b.expr(X), 3)) == 3
