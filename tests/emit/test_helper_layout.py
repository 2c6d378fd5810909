"""Where helpers go; in each case the module runs."""

import ast

import pytest

from js2aio.emit import emit
from js2aio.options import Options
from js2aio.pytree.module import PythonModule
from js2aio.pytree.trivia import Comment, Verbatim

TEXT = Verbatim('def text(v):\n    """T."""\n    return str(v)\n')
JOIN = Verbatim("def join(vs):\n    return SEP.join(map(text, vs))\n")
SEP = Verbatim('SEP = ", "\n')
THROWN = Verbatim("class Thrown(Exception):\n    pass\n")
LATER = Verbatim("async def later(v):\n    return text(v)\n")
TABLE = Verbatim("TABLE = {1: text(1)}\n")
DECORATED = Verbatim("@cached\ndef decorated():\n    return join([])\n")
CACHED = Verbatim("def cached(f):\n    return f\n")


def order(source, helpers, entry=None):
    """The names in the order of the module; it is run, so that none is missing."""
    body = ast.parse(source).body
    module = PythonModule(
        body=body,
        helpers=helpers,
        entry=None if entry is None else ast.parse(entry).body,
    )
    code = emit(module, Options()).code
    names = {"__name__": "__main__"}
    run = compile(code, "<test>", "exec")
    eval(run, names)
    return [
        node.name if hasattr(node, "name") else node.targets[0].id
        for node in ast.parse(code).body
        if isinstance(
            node, (ast.Assign, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
        )
    ]


@pytest.mark.parametrize(
    ("source", "helpers", "entry", "names"),
    [
        # Plain functions stand at the end, what they use before them.
        ("def f(): return text(1)", [TEXT], "f()", "f text"),
        ("def f(): return join([1])", [JOIN, TEXT, SEP], "f()", "SEP f text join"),
        # Classes and coroutines stand at the first use.
        ("def f(): pass\ndef g(): raise Thrown", [THROWN], "f()", "f Thrown g"),
        (
            "def f(): pass\nasync def g(): await later(1)",
            [LATER, TEXT],
            "f()",
            "f later g text",
        ),
        # A call while the module is imported may need any of them.
        ("def f(): return text(1)\nx = f()", [TEXT], None, "text f x"),
        ("def f(): return text(1)\nx = [g() for g in [f]]", [TEXT], None, "text f x"),
        ("def f(v): return text(v)\nx = sorted([1], key=f)", [TEXT], None, "text f x"),
        ("def f(v): return text(v)\n@f\ndef g(): pass", [TEXT], None, "text f g"),
        ("class A:\n    x = text(1)", [TEXT], None, "text A"),
        # Other calls do not.
        (
            "import re\nx = re.compile('a')\ndef f(): return text(1)",
            [TEXT],
            "f()",
            "x f text",
        ),
        # Names that are evaluated, though nothing is called.
        ("def f(by=text): return by(1)", [TEXT], "f()", "text f"),
        (
            "def g(): pass\nx = {'a': join}",
            [JOIN, TEXT, SEP],
            None,
            "SEP g text join x",
        ),
        ("f = lambda: text(1)", [TEXT], "f()", "f text"),
        ("f = lambda by=text: by(1)", [TEXT], "f()", "text f"),
        # Helpers that are made with others.
        ("def f(): return TABLE", [TABLE, TEXT], "f()", "text TABLE f"),
        (
            "def f(): return decorated()",
            [DECORATED, CACHED, JOIN, TEXT, SEP],
            "f()",
            "SEP cached text join decorated f",
        ),
        # Used by the entry alone; used by nobody; the same twice.
        ("def f(): pass", [THROWN], "try: f()\nexcept Thrown: pass", "f Thrown"),
        ("def f(): pass", [TEXT, TEXT], None, "f text"),
        ("", [TEXT], "text(1)", "text"),
    ],
)
def test_order(source, helpers, entry, names):
    assert order(source, helpers, entry) == names.split()


def test_helpers_go_before_the_comments_of_a_definition():
    body = [
        *ast.parse("def f(): pass").body,
        Comment("About g"),
        Comment("more"),
        *ast.parse("def g(): raise Thrown").body,
    ]
    code = emit(PythonModule(body=body, helpers=[THROWN]), Options()).code
    assert code == (
        "def f():\n    pass\n\n\nclass Thrown(Exception):\n    pass\n\n\n"
        "# About g\n# more\ndef g():\n    raise Thrown\n"
    )


def test_helpers_that_use_each_other():
    even = Verbatim("def even(n):\n    return n == 0 or odd(n - 1)\n")
    odd = Verbatim("def odd(n):\n    return n != 0 and even(n - 1)\n")
    assert order("def f(): return even(4)", [even, odd], "assert f()") == [
        "f",
        "odd",
        "even",
    ]
