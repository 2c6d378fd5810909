"""Lines of the Python to lines of the JavaScript."""

import ast

import pytest

from js2aio.emit import EmitError, emit
from js2aio.emit.line_map import expected, map_lines
from js2aio.options import Options
from js2aio.pytree import build as b
from js2aio.pytree.module import PythonModule
from js2aio.pytree.trivia import BlankLine, Comment, Verbatim, origin

X = b.name("x")
LONG = b.call("f", *[b.name("argument_with_a_long_name")] * 5)


def mapped(module):
    """Each line of the output with the line that it came from, or 0."""
    out = emit(module, Options())
    lines = out.code.splitlines()
    assert all(1 <= number <= len(lines) for number in out.line_map)
    return [(out.line_map.get(i, 0), line.strip()) for i, line in enumerate(lines, 1)]


def test_statements_and_continuation_lines():
    module = PythonModule(
        docstring="Doc.",
        imports={"import re"},
        body=[
            Comment("c"),
            origin(b.assign("a", X), 3),
            BlankLine(),
            origin(b.assign("b", LONG), 4),
        ],
        entry=[origin(b.expr(X), 9)],
    )
    assert [line for line, _ in mapped(module)] == [
        0, 0, 0, 0, 0, 3, 0, 4, 4, 4, 4, 4, 4, 4, 0, 0, 0, 9,
    ]  # fmt: skip


def test_blocks():
    tree = ast.parse("""
@decorator
class A:
    async def f(self):
        try:
            await a
        except B:
            pass
        else:
            pass
        finally:
            pass
        for x in xs:
            if x:
                pass
            elif y:
                pass
            else:
                pass
        while x:
            with y:
                pass
        match x:
            case 1:
                pass
""")
    # The line of each in this source stands for that of the JavaScript.
    assert [
        (line, text) for line, text in mapped(PythonModule(body=tree.body)) if line
    ] == [
        # The tree's statements carry the line of `class`, not of the decorator.
        (3, "@decorator"),
        (3, "class A:"),
        (4, "async def f(self):"),
        (5, "try:"),
        (6, "await a"),
        (7, "except B:"),
        (8, "pass"),
        (10, "pass"),
        (12, "pass"),
        (13, "for x in xs:"),
        (14, "if x:"),
        (15, "pass"),
        (16, "elif y:"),
        (17, "pass"),
        (19, "pass"),
        (20, "while x:"),
        (21, "with y:"),
        (22, "pass"),
        (23, "match x:"),
        (25, "pass"),
    ]


def test_helpers_and_added_statements_have_no_line():
    helper = Verbatim(
        "def h(a):\n    if a: return 1\n    try:\n        pass\n    finally:\n        x = 1; y = 2\n"
    )
    module = PythonModule(
        body=[
            origin(b.function("f", [], [Comment("none")]), 1),
            origin(b.if_(X, [BlankLine()], [BlankLine()]), 2),
            origin(b.try_([b.expr(X)], [b.handler(None, None, [])], [Comment("c")]), 3),
            origin(b.expr(b.call("h", X)), 4),
        ],
        helpers=[helper],
    )
    found = [line for line, _ in mapped(module) if line]
    assert found == [1, 1, 2, 3, 4]


def test_every_file_of_the_library_maps_onto_itself():
    from pathlib import Path

    library = Path(ast.__file__).parent
    for name in ("contextlib.py", "asyncio/streams.py", "json/encoder.py"):
        tree = ast.parse((library / name).read_text(encoding="utf-8"))
        out = emit(PythonModule(body=tree.body), Options())
        found = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.stmt)]
        assert set(found) <= set(out.line_map.values())


def test_other_statements_are_found_out():
    text = ast.parse("x\ny\n")
    with pytest.raises(EmitError, match="line 2 of the output is Expr, not Pass"):
        map_lines(expected([b.expr(X), ast.Pass()]), text)
    with pytest.raises(EmitError, match="2 statements, not 1"):
        map_lines(expected([b.expr(X)]), text)


def test_deep_nesting():
    body = [origin(b.expr(X), 81)]
    for line in range(80, 0, -1):
        body = [origin(b.if_(X, body), line)]
    out = emit(PythonModule(body=body), Options(), formatted=False)
    assert out.line_map == {line: line for line in range(1, 82)}
