"""Constants, f-strings, docstrings and comments hold any text."""

import ast
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from js2aio.pytree import build as b
from js2aio.pytree.literals import comment_lines, docstring
from js2aio.pytree.printer import print_expression, print_module
from js2aio.pytree.trivia import Comment, set_trailing

# Any code points, lone surrogates and control characters too, quotes and braces often.
TEXT = st.text(
    st.one_of(
        st.sampled_from("\"'\\{}\n\r\t\0\x0b\x0c\x1b\x85\u2028\u2029\ud800\udfff #!:r"),
        st.characters(),
    )
)


def evaluate(node, **names):
    text = print_expression(node)
    text.encode()
    return eval(compile(text, "<test>", "eval"), names)


@given(TEXT)
def test_strings(value):
    assert evaluate(b.const(value)) == value


@given(TEXT)
def test_raw_strings(value):
    assert evaluate(ast.Constant(value, "r")) == value


def test_a_raw_string_has_no_escapes():
    assert print_expression(ast.Constant(r"\d+'\"?", "r")) == r'''r"""\d+'\"?"""'''
    assert print_expression(ast.Constant("ab", "r")) == 'r"ab"'


@given(st.binary())
def test_bytes(value):
    assert evaluate(b.const(value)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a", '"a"'),
        ('say "hi"', "'say \"hi\"'"),
        ("it's", '"it\'s"'),
        ('"it\'s"', "'\"it\\'s\"'"),
        ("\"'", '"\\"\'"'),
        ("a\n\t\r\\", '"a\\n\\t\\r\\\\"'),
        ("\0\x1b\x7f\xa0", '"\\x00\\x1b\\x7f\\xa0"'),
        ("\u2028\ufeff\ud800", '"\\u2028\\ufeff\\ud800"'),
        ("\U000e0001", '"\\U000e0001"'),
        ("größer 漢字 \u200d 👩", '"größer 漢字 \u200d 👩"'),
    ],
)
def test_string_text(value, text):
    assert print_expression(b.const(value)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1e21, "1e21"),
        (1.5e-7, "1.5e-07"),
        (0.1, "0.1"),
        (-0.0, "-0.0"),
        (-5, "-5"),
        (10**30, "1" + "0" * 30),
    ],
)
def test_number_text(value, text):
    assert print_expression(b.const(value)) == text


def test_numbers_beyond_the_limits():
    assert evaluate(b.const(math.inf)) == math.inf
    assert evaluate(b.const(-math.inf)) == -math.inf
    assert math.isnan(evaluate(b.const(math.nan)))
    assert evaluate(b.const(7**20_000)) == 7**20_000
    assert evaluate(b.const(-(7**20_000))) == -(7**20_000)


def test_negative_constants_are_operands():
    assert print_expression(b.binop(b.const(-2), "**", b.const(2))) == "(-2) ** 2"
    assert print_expression(b.attr(b.const(-2), "real")) == "(-2).real"
    assert print_expression(b.binop(b.name("a"), "-", b.const(-2))) == "a - -2"


# F-strings

EXPRESSIONS = st.deferred(
    lambda: st.one_of(
        st.sampled_from(
            [
                b.name("x"),
                b.const(1),
                b.const(-1.5),
                b.dict_([("a", b.const(1))]),
                b.lambda_(["y"], b.const("q")),
                b.cond(
                    b.name("x"), b.lambda_([], b.const(1)), b.lambda_([], b.name("x"))
                ),
                b.walrus("w", b.const("v")),
                b.compare(b.name("x"), "!=", b.const("\\")),
                b.tuple_([b.name("x"), b.const("'")]),
                b.index("d", "it's"),
                b.call(
                    b.attr(b.const("\n"), "join"), b.list_([b.const("a"), b.const("b")])
                ),
                ast.Set([b.const('"')]),
                b.set_comp(b.name("y"), b.for_clause("y", b.const("a#"))),
            ]
        ),
        TEXT.map(b.const),
        PARTS.map(ast.JoinedStr),
    )
)
SPECS = st.one_of(
    st.none(),
    st.sampled_from([">8", "{<9", "'^7", '"<6', "\\^5", "}>4"]).map(
        lambda spec: ast.JoinedStr([b.const(spec)])
    ),
    st.builds(
        lambda fill, width: ast.JoinedStr([b.const(fill), b.field(width)]),
        st.sampled_from([">", "'<", "\n<"]),
        st.sampled_from([b.const(7), b.index("d", "w"), b.index("d", "w\n")]),
    ),
)
FIELDS = st.one_of(
    st.builds(lambda value: ast.FormattedValue(value, -1, None), EXPRESSIONS),
    st.builds(
        lambda value, spec: ast.FormattedValue(value, ord("r"), spec),
        EXPRESSIONS,
        SPECS,
    ),
    st.builds(
        lambda value, spec: ast.FormattedValue(value, ord("s"), spec),
        EXPRESSIONS,
        SPECS,
    ),
)
PARTS = st.lists(st.one_of(TEXT.map(b.const), FIELDS), max_size=4)


def reference(node, names):
    """What an f-string gives, with its parts evaluated one by one from their own trees."""
    out = ""
    for part in node.values:
        if isinstance(part, ast.Constant):
            out += part.value
            continue
        value = compiled(part.value, names)
        if part.conversion == ord("r"):
            value = repr(value)
        elif part.conversion == ord("s"):
            value = str(value)
        spec = part.format_spec
        out += format(value, reference(spec, names) if spec else "")
    return out


def compiled(node, names):
    if isinstance(node, ast.JoinedStr):
        return reference(node, names)
    tree = ast.fix_missing_locations(ast.Expression(node))
    return eval(compile(tree, "<test>", "eval"), names)


class _Plain:
    """No addresses in the text of functions, which differ from one evaluation to the next."""

    @staticmethod
    def of(text):
        import re

        return re.sub(r"<function .*?>", "<function>", text)


@settings(max_examples=400)
@given(PARTS)
def test_fstrings(parts):
    node = ast.JoinedStr(parts)
    names = {"x": "X", "d": {"it's": "its", "w": 9, "w\n": 8}}
    wanted = reference(node, dict(names))
    found = evaluate(node, **names)
    if "function" in wanted:
        assert _Plain.of(found)[:20] == _Plain.of(wanted)[:20]
    else:
        assert found == wanted


NAME = b.name("x")


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ([NAME], 'f"{x}"'),
        (["a {b} ", NAME], 'f"a {{b}} {x}"'),
        (["it's ", NAME], 'f"it\'s {x}"'),
        (['<a href="', NAME, '">'], "f'<a href=\"{x}\">'"),
        ([b.index("d", "k"), "\n"], "f\"{d['k']}\\n\""),
        (['"', b.index("d", "k"), '"'], 'f\'"{d["k"]}"\''),
        ([b.index("d", "it's")], 'f"""{d["it\'s"]}"""'),
        ([b.dict_([("a", NAME)])], "f\"{ {'a': x} }\""),
        ([b.lambda_([], NAME)], 'f"{(lambda: x)}"'),
        ([b.compare(NAME, "!=", b.const(1))], 'f"{x != 1}"'),
        ([b.tuple_([NAME, NAME])], 'f"{(x, x)}"'),
        ([b.walrus("y", NAME)], 'f"{(y := x)}"'),
        ([b.await_(NAME)], 'f"{await x}"'),
        ([b.slice_("s", b.const(1)), b.field(NAME, "r", ">8")], 'f"{s[1:]}{x!r:>8}"'),
        (
            ["Lines:\n", b.call(b.attr(b.const("\n"), "join"), NAME), "!"],
            '"Lines:\\n" + "\\n".join(x) + "!"',
        ),
        (
            [NAME, ": ", b.index("d", "a\n"), " of ", NAME],
            'f"{x}: " + "{}".format(d["a\\n"]) + f" of {x}"',
        ),
        (
            [b.cond(NAME, b.fstring(["<", b.index("d", "k"), ">"]), b.const(""))],
            'f"""{f"<{d[\'k\']}>" if x else ""}"""',
        ),
        ([b.const("a"), b.fstring(["b", NAME]), "c"], 'f"ab{x}c"'),
        (["a", "b"], '"ab"'),
        ([], '""'),
    ],
)
def test_fstring_text(parts, text):
    assert print_expression(b.fstring(parts)) == text


def test_a_sum_in_place_of_an_fstring_gets_parentheses():
    node = b.fstring(["a", b.index("d", "\n")])
    assert print_expression(b.call(b.attr(node, "strip"))) == (
        '("a" + "{}".format(d["\\n"])).strip()'
    )
    assert print_expression(b.binop(node, "*", b.const(2))) == (
        '("a" + "{}".format(d["\\n"])) * 2'
    )


def test_deeply_nested_fstrings():
    names = {"x": "X", "d": {"\n": "N"}}
    for inner, value in ((b.name("x"), "X"), (b.index("d", "\n"), "N")):
        node, wanted = inner, value
        for _ in range(30):
            node = ast.JoinedStr([b.const("("), b.field(node), b.const(")")])
            node = b.call(b.attr(b.list_([node]), "pop"))
            wanted = f"({wanted})"
        assert evaluate(node, **names) == wanted


# Docstrings and comments


@given(TEXT)
def test_docstrings(text):
    tree = ast.parse(docstring(text))
    assert len(tree.body) == 1
    # Python takes a carriage return in a file for a line end; here it is an escape.
    assert ast.literal_eval(tree.body[0].value) == text


@given(TEXT)
def test_docstring_of_a_function(text):
    printed = print_module([b.function("f", [], [b.docstring(text), b.ret()])]).text
    printed.encode()
    tree = ast.parse(printed)
    assert len(tree.body) == 1
    assert ast.get_docstring(tree.body[0], clean=False) == text


ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\0\x1a"


@given(TEXT | st.text(ENDS + "a#"))
def test_comments_hold_their_text(text):
    stmt = b.assign("x", b.const(1))
    set_trailing(stmt, text)
    printed = print_module([Comment(text), stmt, b.if_(NAME, [Comment(text)])]).text
    printed.encode()
    kinds = [type(node) for node in ast.walk(ast.parse(printed))]
    assert kinds.count(ast.Assign) == kinds.count(ast.If) == kinds.count(ast.Pass) == 1
    assert kinds.count(ast.Call) == 0
    for line in printed.splitlines():
        assert line.lstrip().startswith(("#", "x = 1  #", "if x:", "pass"))


@pytest.mark.parametrize("end", ENDS)
def test_no_line_end_leaves_a_comment(end):
    attack = f"hello{end}import os{end}{end}    os.abort()"
    for line in comment_lines(attack):
        assert line.startswith("#")
        assert line.isprintable()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one\ntwo", ["# one", "# two"]),
        ("one\r\n\r\n  two ", ["# one", "#", "#   two"]),
        ("", ["#"]),
        ("!/bin/sh", ["# !/bin/sh"]),
        ("\ta", ["#     a"]),
        ("fmt: off", ["# fmt : off"]),
        ("a \ud800\0", ["# a \\ud800\\x00"]),
    ],
)
def test_comment_text(text, lines):
    assert comment_lines(text) == lines
