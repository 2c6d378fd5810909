"""Python source -> tree -> printer -> tree: the same tree."""

import ast
import sys
import sysconfig
import warnings
from pathlib import Path

import pytest

from js2aio.pytree.printer import print_module

LIBRARY = Path(sysconfig.get_path("stdlib"))
PACKAGES = [
    "asyncio",
    "collections",
    "concurrent/futures",
    "email",
    "html",
    "http",
    "importlib",
    "json",
    "logging",
    "unittest",
    "xml/dom",
]
MODULES = [
    "argparse.py",
    "ast.py",
    "dataclasses.py",
    "datetime.py",
    "decimal.py",
    "difflib.py",
    "dis.py",
    "doctest.py",
    "enum.py",
    "fractions.py",
    "functools.py",
    "inspect.py",
    "mailbox.py",
    "opcode.py",
    "pathlib.py",
    "pickle.py",
    "pydoc.py",
    "random.py",
    "statistics.py",
    "subprocess.py",
    "tarfile.py",
    "textwrap.py",
    "traceback.py",
    "types.py",
    "typing.py",
    "zipfile.py",
]
FILES = sorted(
    {LIBRARY / name for name in MODULES if (LIBRARY / name).is_file()}
    | {path for name in PACKAGES for path in (LIBRARY / name).glob("*.py")}
)


class _Flat(ast.NodeTransformer):
    """Leaves out what the printer does not keep: nested ``and``, and ``u`` before strings."""

    def visit_BoolOp(self, node):
        self.generic_visit(node)
        values = []
        for value in node.values:
            same = isinstance(value, ast.BoolOp) and type(value.op) is type(node.op)
            values += value.values if same else [value]
        node.values = values
        return node

    def visit_Constant(self, node):
        node.kind = None
        return node


def dump(tree):
    return ast.dump(_Flat().visit(tree))


def round_trip(source):
    tree = ast.parse(source)
    text = print_module(tree.body).text
    assert dump(ast.parse(text)) == dump(tree), text
    return text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_standard_library(path):
    source = path.read_text(encoding="utf-8")
    if sys.version_info >= (3, 12):
        # Its f-strings may be such that Python 3.11 has to write them otherwise.
        try:
            source = print_module(ast.parse(source, feature_version=(3, 11)).body).text
        except SyntaxError:
            pytest.skip("written for a newer Python")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        round_trip(source)


def test_enough_of_the_library_was_read():
    assert len(FILES) > 100


# As printed: what is written as a person would write it comes back unchanged.
SAME = """
a, b = f()
a, *rest = xs
a = b = c
a, b = b, a
() = xs
(a,) = xs
[a, b] = xs
(a, b), c = xs
x: int = 1
x: int
(x): int = 1
x.y: int = 1
x += 1
x **= -1
x = yield
x = yield a, b
x = yield from xs
x += yield
x = await f()
x = *a, b
yield x
await f()
(yield).x
print((yield))
f(x for x in xs)
f((x for x in xs), 1)
f(*xs, *ys, key=1, **more, **others)
f(a := 1)
f(key=(a := 1))
f(*(a or b))
f(lambda: 0)
f(lambda x, /, y, *, z=1, **more: x)
f(lambda *args: args, lambda *, x: x)
(lambda: 0)()
(await f()).x
(await f())[0]
await f().x
await (await f())
-x ** 2
(-x) ** 2
x ** -y
(x ** y) ** z
x ** y ** z
await x
-x
--x
not not x
~x
-(x + y)
(-1).real
(1).real
1j
1e309
1e21
a - (b - c)
a - b - c
(a + b) * c
a + b * c
a / b / c
a / (b / c)
a % b
a @ b
a << (b + c)
(a << b) + c
a | (b ^ (c & d))
(a | b) & c
a < b < c
(a < b) < c
a < (b < c)
not a == b
(not a) == b
a is not b
a not in b
a and b or c and not d
a and (b or c)
a if b else c
(a if b else c) if d else e
a if b else c if d else e
(a if b else c).x
a if (b if c else d) else e
(a or b) + c
x = a or b
lambda: (yield)
lambda: a if b else c
(a := 1)
x = (a := 1)
x[a]
x[a, b]
x[()]
x[(a,)]
x[a:b]
x[a:b:c]
x[:]
x[::c]
x[:b]
x[a:]
x[a:, b]
x[a:,]
x[-1:]
x[a + 1 :]
x[: a + 1]
x[a.b : c.d]
x[a + b :: c]
{}
{*a}
{a, b}
{a: b, **c}
{**a, b: c}
{**(a or b)}
[x for x in xs if x if y]
[x async for x in xs]
[(a, b) for a, b in xs]
[a for a in (b if c else d)]
[a for a in b if (c if d else e)]
[x := f(y), x]
{x: y for x, y in xs}
{x for x in xs for y in x}
(x for x in xs)
a.b.c(d)[e].f
del a, b[0], c.d
assert a
assert a, b
assert (a, b)
raise
raise a
raise a from b
raise a from None
import a
import a.b as c, d
from a import b, c as d
from . import a
from .. import a
from ..a import b
from a import *
global a, b
return
return a, b
return *a, b
return (a,)
return ()
return (yield)
return lambda: 0
return a if b else c
x = b"\\x00'\\xff"
x = b'"'
x = ...
x = None
""".strip().split("\n")


# What is printed otherwise than it stands here, with as few parentheses as may be or with more.
OTHERWISE = {
    "(await x) ** 2": "await x ** 2",
    "1.5.real": "(1.5).real",
    "x[a := 1]": "x[(a := 1)]",
    "x[*a]": "x[(*a,)]",
    "(yield)": "yield",
    "(lambda: 0) if a else (lambda: 1)": "(lambda: 0) if a else lambda: 1",
    "(a and b) and c": "a and b and c",
    "a or (b or c)": "a or b or c",
    "x = 'a' u'b'": 'x = "ab"',
    "x = 0xFF": "x = 255",
}


@pytest.mark.parametrize("line", SAME)
def test_text_is_kept(line):
    assert round_trip(line) == line + "\n"


@pytest.mark.parametrize(("line", "text"), OTHERWISE.items())
def test_text_is_made_simple(line, text):
    assert round_trip(line) == text + "\n"


COMPOUND = [
    """
if a:
    pass
elif b:
    x = 1
else:
    y = 2
""",
    """
if a:
    pass
else:
    if b:
        pass
    c()
""",
    """
if x := f():
    pass
while x := f():
    pass
while True:
    break
else:
    continue
""",
    """
for a, b in c, d:
    pass
for x in *a, b:
    pass
for (x,) in xs:
    pass
for x.y in lambda: 0:
    pass
else:
    pass
""",
    """
async def f():
    async for x in xs:
        pass
    async with a as b, c as (d, e):
        pass
    return [x async for x in xs if await x]
""",
    """
with a:
    pass
with ((a, b)):
    pass
with (a, b) as c:
    pass
with (yield):
    pass
with a() as b.c, d() as e[0]:
    pass
""",
    """
try:
    pass
except:
    pass
try:
    pass
except A:
    pass
except (A, B) as e:
    pass
else:
    pass
finally:
    pass
try:
    pass
except* A as e:
    pass
except* (B, C):
    pass
""",
    """
match a, b:
    case 1 | -1 | 1 + 2j | "x" | None | True:
        pass
    case [1, x, *rest] | (x, _, *_):
        pass
    case {"a": 1, b.c: x, **rest} if x := 1:
        pass
    case A(1, x=2) as y:
        pass
    case (1 | 2) as z:
        pass
    case [(1 | 2) as z, (3 as y)]:
        pass
    case A() | B.C():
        pass
    case {}:
        pass
    case []:
        pass
    case x:
        pass
match (yield):
    case _:
        pass
""",
    '''
"""Docstring."""


@decorator
@decorator(1)
class A(B, *C, metaclass=D, **E):
    """Docstring.

    With a \\\\ backslash and \\"\\"\\" quotes\\"
    """

    x: int = 1

    @property
    def f(self, a: int, b: str = "x", /, c=1, *args: int, d, e: int = 2, **more: str) -> int:
        """Docstring"""
        nonlocal g

        async def h(*, a):
            global i

        return h


class B: ...


def f(*args: *Ts) -> (yield): ...
''',
    "def f(a, b=1, *args, c, d=2, **kw): pass",
    "def f(a, /): pass\ndef f(a=1, /, b=2): pass\ndef f(*, a): pass",
]


@pytest.mark.parametrize("source", COMPOUND)
def test_statements(source):
    round_trip(source)


def test_printing_is_stable():
    for path in FILES[::10]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            text = print_module(ast.parse(path.read_text(encoding="utf-8")).body).text
            assert print_module(ast.parse(text).body).text == text


def test_unknown_nodes_are_named():
    with pytest.raises(TypeError, match="Load cannot be printed"):
        print_module([ast.Expr(ast.Load())])
