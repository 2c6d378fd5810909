"""A module as text: skeleton, formatting, syntax check."""

import ast
import itertools
import random
import warnings
from pathlib import Path

import black
import pytest

from js2aio.emit import EmitError, emit
from js2aio.emit.format import check_syntax, format_code
from js2aio.errors import SourceTooDeepError
from js2aio.options import Options, Target
from js2aio.pytree import build as b
from js2aio.pytree.module import PythonModule
from js2aio.pytree.trivia import (
    BlankLine,
    Comment,
    CommentedExpr,
    Verbatim,
    set_trailing,
)

X = b.name("x")
MODE = black.Mode(target_versions={black.TargetVersion.PY311})


def text_of(module, **kw):
    return emit(module, Options(), **kw).code


def test_the_whole_skeleton():
    module = PythonModule(
        docstring="What it does.\n\nMore.",
        header=["Copyright", "License:\nMIT"],
        imports={
            "import json",
            "import asyncio",
            "from functools import partial",
            "import numpy as np",
        },
        body=[
            Comment("The program."),
            b.function(
                "main",
                [],
                [b.expr(b.await_(b.call("asyncio.sleep", X)))],
                is_async=True,
            ),
        ],
        entry=[b.expr(b.call("asyncio.run", b.call("main")))],
    )
    assert text_of(module) == '''\
# Copyright
# License:
# MIT

"""What it does.

More."""

import asyncio
import json
from functools import partial

import numpy as np


# The program.
async def main():
    await asyncio.sleep(x)


if __name__ == "__main__":
    asyncio.run(main())
'''


def test_empty_modules():
    assert text_of(PythonModule()) == ""
    assert text_of(PythonModule(body=[Comment("Nothing")])) == "# Nothing\n"
    assert text_of(PythonModule(entry=[])) == 'if __name__ == "__main__":\n    pass\n'
    assert (
        text_of(PythonModule(header=["Only"], imports={"import re"}))
        == "# Only\n\nimport re\n"
    )


DEF = b.function("f", [], [b.ret(X)])
BODIES = {
    "none": [],
    "statement": [b.assign("a", X)],
    "comment": [Comment("c"), b.assign("a", X)],
    "function": [DEF],
    "commented": [Comment("c"), DEF],
    "apart": [Comment("c"), BlankLine(), DEF, Comment("d"), b.expr(X)],
    "string": [b.expr(b.const("use strict")), DEF],
}


@pytest.mark.parametrize("body", BODIES)
def test_every_combination_of_parts_is_stable(body):
    for docstring, header, imports, entry, formatted in itertools.product(
        (None, "Doc."),
        ([], ["Top"]),
        (set(), {"import re", "import click"}),
        (None, [b.expr(X)]),
        (True, False),
    ):
        module = PythonModule(docstring, header, imports, BODIES[body], [], entry)
        code = text_of(module, formatted=formatted)
        if formatted:
            assert black.format_str(code, mode=MODE) == code
        elif body != "apart" and not (header and not docstring):
            # The printer leaves nothing to do but for odd places of comments.
            assert black.format_str(code, mode=MODE) == code
        assert (ast.get_docstring(ast.parse(code)) == docstring) or body == "string"


def test_braces_in_texts_are_no_template():
    evil = "{{ 7 * 7 }} {% raw %} {# x #}"
    module = PythonModule(
        docstring=evil,
        header=[evil],
        body=[Comment(evil), b.expr(b.const(evil))],
        entry=[b.expr(b.const(evil))],
    )
    assert text_of(module, formatted=False).count(evil) == 5


@pytest.mark.parametrize(
    "module",
    [
        PythonModule(header=["-*- coding: utf-7 -*-"]),
        PythonModule(header=["a", "vim: set fileencoding=latin-1 coding=cp037"]),
        PythonModule(body=[Comment("coding: latin-1\ncoding: latin-1")]),
        PythonModule(body=[BlankLine(), BlankLine(), Comment("coding: latin-1")]),
        PythonModule(docstring="\n# coding: utf-7\n"),
    ],
)
@pytest.mark.parametrize("formatted", [True, False])
def test_no_comment_chooses_the_encoding(module, formatted, tmp_path):
    import tokenize

    path = tmp_path / "out.py"
    path.write_text(text_of(module, formatted=formatted), encoding="utf-8")
    with path.open("rb") as file:
        assert tokenize.detect_encoding(file.readline)[0] == "utf-8"


def test_black_is_not_switched_off():
    module = PythonModule(
        body=[Comment("fmt: off"), b.assign("x", b.list_([b.name("y" * 50)] * 3))]
    )
    assert text_of(module).count("\n") == 6


def test_commented_collections_keep_their_comments():
    rows = [CommentedExpr(b.const(i), [f"before {i}"], f"behind {i}") for i in range(3)]
    module = PythonModule(
        body=[b.assign("x", b.call("f", *rows, key=CommentedExpr(X, ["k"])))]
    )
    assert text_of(module) == (
        "x = f(\n    # before 0\n    0,  # behind 0\n    # before 1\n    1,  # behind 1\n"
        "    # before 2\n    2,  # behind 2\n    # k\n    key=x,\n)\n"
    )


@pytest.mark.parametrize("target", Target)
def test_every_target(target):
    module = PythonModule(body=[b.assign("x", b.fstring([b.index("d", "k"), "\n"]))])
    assert emit(module, Options(target=target)).code == "x = f\"{d['k']}\\n\"\n"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ([b.ret(X)], "outside function"),
        ([b.expr(b.await_(X))], "outside function"),
        ([ast.Nonlocal(["x"])], "nonlocal"),
        ([ast.Break()], "outside loop"),
        ([b.assign(b.call("f"), X)], "cannot"),
        ([b.assign("not a name", X)], "output"),
    ],
)
def test_what_is_not_python_is_an_error(body, message):
    with pytest.raises(EmitError, match=message):
        emit(PythonModule(body=body), Options())
    with pytest.raises(EmitError):
        emit(PythonModule(body=body), Options(), formatted=False)


def test_a_syntax_newer_than_the_target():
    with pytest.raises(EmitError, match=r"line 1: 'type X = int'|invalid syntax|3\.12"):
        check_syntax("type X = int\n", Target.PY311)


def test_too_deep():
    node = X
    for _ in range(250):
        node = b.list_([node])
    with pytest.raises((SourceTooDeepError, EmitError)):
        emit(PythonModule(body=[b.expr(node)]), Options(), formatted=False)


def test_no_warning_gets_out():
    module = PythonModule(
        body=[b.expr(b.compare(X, "is", b.const(1))), b.expr(b.call(b.const(1)))]
    )
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        emit(module, Options())
    assert not caught


def test_format_is_stable_on_the_library():
    library = Path(ast.__file__).parent
    for name in (
        "bisect.py",
        "contextlib.py",
        "heapq.py",
        "queue.py",
        "asyncio/tasks.py",
    ):
        source = (library / name).read_text(encoding="utf-8")
        code = format_code(source, Target.PY311)
        assert black.format_str(code, mode=MODE) == code


def test_the_standard_library_survives():
    library = Path(ast.__file__).parent
    for name in ("asyncio/queues.py", "json/decoder.py", "contextlib.py"):
        tree = ast.parse((library / name).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(
                node, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)
            ) and ast.get_docstring(node):
                # Black indents docstrings anew.
                node.body[0].value.value = "Doc."
        tree.body[0].value.value = "Doc."
        code = text_of(PythonModule(body=tree.body))
        assert ast.dump(ast.parse(code)) == ast.dump(tree)


def test_helpers_are_not_changed_but_for_layout():
    helper = Verbatim("def h(a):\n    # why\n    return {'a':a}\n")
    module = PythonModule(
        body=[b.function("f", [], [b.ret(b.call("h", X))])], helpers=[helper]
    )
    assert text_of(module) == (
        'def f():\n    return h(x)\n\n\ndef h(a):\n    # why\n    return {"a": a}\n'
    )


@pytest.mark.parametrize(
    "name", ["asyncio/locks.py", "json/encoder.py", "contextlib.py"]
)
def test_comments_anywhere_change_nothing(name):
    """Comments and blank lines between, behind and within statements leave the same program."""
    chance = random.Random(name)
    tree = ast.parse((Path(ast.__file__).parent / name).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody"):
            block = getattr(node, field, None)
            if not isinstance(block, list):
                continue
            mixed = []
            for stmt in block:
                if isinstance(stmt, ast.Expr) and isinstance(stmt.value, ast.Constant):
                    stmt.value = b.const("Doc.")
                while chance.random() < 0.3:
                    mixed.append(
                        Comment("one\ntwo") if chance.random() < 0.6 else BlankLine()
                    )
                if chance.random() < 0.2:
                    set_trailing(stmt, "behind")
                mixed.append(stmt)
            while block and chance.random() < 0.2:
                mixed.append(Comment("last"))
            # An `if` alone in an `else` is an `elif`, with comments it is not: the same tree.
            block[:] = mixed
    module = PythonModule(body=tree.body)
    code = text_of(module)
    assert black.format_str(code, mode=MODE) == code
    plain = ast.parse((Path(ast.__file__).parent / name).read_text(encoding="utf-8"))
    for node in ast.walk(plain):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            node.value = b.const("Doc.")
    assert ast.dump(ast.parse(code)) == ast.dump(plain)
