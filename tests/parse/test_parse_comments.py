"""Where comments and blank lines go."""

from __future__ import annotations

import textwrap

import pytest

from js2aio.parse import nodes as N
from js2aio.parse import parse
from js2aio.source import SourceText


def places(text: str) -> list[str]:
    """``where: comment`` of each comment; where is the first line of the node's text."""
    program = parse(SourceText(text))
    found = []
    for node in N.walk(program):
        name = "file" if node is program else text[node.start : node.end].split("\n")[0]
        for place in ("header", "leading", "trailing", "inner"):
            for comment in getattr(node, place, []):
                shown = comment.text.strip()
                found.append((comment.start, f"{place} of {name}: {shown}"))
    return [line for _, line in sorted(found)]


CASES = {
    "before and behind a statement": (
        """
        // one
        /* two */
        f(); // three
        g();
        """,
        [
            "leading of f();: one",
            "leading of f();: two",
            "trailing of f();: three",
        ],
    ),
    "between statements of one line": (
        "f(); /* a */ g();",
        ["leading of g();: a"],
    ),
    "the header": (
        """
        /** license */

        // about the file

        // about f
        f();
        """,
        [
            "header of file: * license",
            "header of file: about the file",
            "leading of f();: about f",
        ],
    ),
    "no header without a blank line": ("/* a */\nf();", ["leading of f();: a"]),
    "above use strict": ("// a\n'use strict';", ["header of file: a"]),
    "nothing but comments": ("// a\n\n// b", ["inner of file: a", "inner of file: b"]),
    "at the end": ("f();\n// a", ["inner of file: a"]),
    "in an empty block": ("while (a) {\n  // b\n}", ["inner of {: b"]),
    "in an empty object and class": (
        "x = { /* a */ }; class A { /* b */ }",
        ["inner of { /* a */ }: a", "inner of { /* b */ }: b"],
    ),
    "at the end of a block": (
        "function f() {\n  g();\n  // a\n}",
        ["inner of {: a"],
    ),
    "where a block opens": ("if (a) { // b\n  c();\n}", ["leading of c();: b"]),
    "behind a block": ("if (a) {\n} // b", ["trailing of if (a) {: b"]),
    "behind a body without braces": ("if (a) b(); // c", ["trailing of b();: c"]),
    "above else": (
        "if (a) {\n  b();\n}\n// c\nelse {\n  d();\n}",
        ["leading of d();: c"],
    ),
    "above else if": (
        "if (a) {\n}\n// b\nelse if (c) {\n}",
        ["inner of {: b"],
    ),
    "above catch": ("try { a(); }\n// b\ncatch { c(); }", ["leading of c();: b"]),
    "members of an object": (
        """
        x = { // one
          a: 1, // two
          // three
          b, /* four */
          // five
        };
        """,
        [
            "leading of a: 1: one",
            "trailing of a: 1: two",
            "leading of b: three",
            "trailing of b: four",
            "inner of { // one: five",
        ],
    ),
    "members of a class": (
        "class A {\n  // a\n  b = 1; // c\n  /** d */\n  e() {} // f\n}",
        [
            "leading of b = 1;: a",
            "trailing of b = 1;: c",
            "leading of e() {}: * d",
            "trailing of e() {}: f",
        ],
    ),
    "cases": (
        """
        switch (a) {
          // one
          case 1: // two
            b(); // three
            // four
          case 2: // five
          default:
            c();
            // six
        }
        """,
        [
            "leading of case 1: // two: one",
            "leading of b();: two",
            "trailing of b();: three",
            "leading of case 2:: four",
            "trailing of case 2:: five",
            "inner of switch (a) {: six",
        ],
    ),
    "arguments": (
        "f(a, // one\n  /* two */ b); // three",
        [
            "leading of f(a, // one: one",
            "leading of f(a, // one: two",
            "trailing of f(a, // one: three",
        ],
    ),
    "a chain": (
        "f() // one\n  .g() // two\n  .h();",
        ["leading of f() // one: one", "leading of f() // one: two"],
    ),
    "parameters": (
        "function f(a, /* b */ c) {}",
        ["leading of function f(a, /* b */ c) {}: b"],
    ),
    "declarators": (
        "let a = 1, // b\n  c = 2; // d",
        ["trailing of a = 1: b", "trailing of let a = 1, // b: d"],
    ),
    "the only declarator": (
        "const a = /* b */ c;",
        ["leading of const a = /* b */ c;: b"],
    ),
    "a pattern": ("const { a, // b\n  c } = d;", ["leading of const { a, // b: b"]),
    "an export": (
        "export /* a */ function f() {\n  // b\n}",
        ["leading of export /* a */ function f() {: a", "inner of {: b"],
    ),
    "the head of a for": (
        "for (let i = 0; /* a */ i < b; i++) {\n  c();\n}",
        ["leading of c();: a"],
    ),
    "a callback": (
        "f(function () { // a\n  b();\n}); // c",
        ["leading of b();: a", "trailing of f(function () { // a: c"],
    ),
    "html-like": ("<!-- a\nf()\n--> b", ["leading of f(): a", "inner of file: b"]),
    "nothing in strings, templates and regular expressions": (
        "f('// a', `/* b ${c /* d */} */`, /[/*]/)",
        ["leading of f('// a', `/* b ${c /* d */} */`, /[/*]/): d"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_places(name: str) -> None:
    text, expected = CASES[name]
    assert places(textwrap.dedent(text).strip("\n")) == expected


def test_the_text_stays_as_written() -> None:
    (statement,) = parse(SourceText("/** a\n * b */\n//  c \nf()")).body
    assert isinstance(statement, N.ExpressionStatement)
    block, line = statement.leading
    assert (block.text, block.block, block.is_jsdoc) == ("* a\n * b ", True, True)
    assert (line.text, line.block, line.is_jsdoc) == ("  c ", False, False)


def test_blank_lines() -> None:
    text = "a;\n\nb;\n// c\n\nd;\n\n// e\nf;\n  \r\n\n g; class A {\n\n  h = 1;\n  i = 2;\n}"
    program = parse(SourceText(text))
    blank = [
        text[node.start : node.end].split("\n")[0]
        for node in N.walk(program)
        if getattr(node, "blank_before", False)
    ]
    assert blank == ["b;", "f;", "g;", "h = 1;"]
    statement = program.body[3]
    assert isinstance(statement, N.ExpressionStatement)
    assert statement.leading[0].blank_before


def test_a_blank_line_behind_the_header() -> None:
    program = parse(SourceText("// a\n\n// b\nf();"))
    (statement,) = program.body
    assert isinstance(statement, N.ExpressionStatement)
    assert [comment.text for comment in program.header] == [" a"]
    assert [comment.text for comment in statement.leading] == [" b"]
    assert statement.blank_before


def test_no_comment_is_lost_or_doubled() -> None:
    pieces = [
        "export",
        "default",
        "class",
        "A",
        "extends",
        "B",
        "{",
        "static",
        "m",
        "(",
        "{",
        "a",
        ",",
        "b",
        "=",
        "1",
        "}",
        ",",
        "...",
        "c",
        ")",
        "{",
        "for",
        "(",
        "let",
        "i",
        "=",
        "0",
        ";",
        "i",
        "<",
        "5",
        ";",
        "i",
        "+=",
        "1",
        ")",
        "{",
        "if",
        "(",
        "a",
        ")",
        "b",
        "(",
        ")",
        ";",
        "else",
        "{",
        "}",
        "}",
        "do",
        "{",
        "}",
        "while",
        "(",
        "x",
        ")",
        ";",
        "switch",
        "(",
        "y",
        ")",
        "{",
        "case",
        "1",
        ":",
        "z",
        "(",
        ")",
        ";",
        "default",
        ":",
        "}",
        "try",
        "{",
        "}",
        "catch",
        "(",
        "e",
        ")",
        "{",
        "}",
        "finally",
        "{",
        "}",
        "label",
        ":",
        "for",
        "(",
        "const",
        "k",
        "of",
        "l",
        ")",
        ";",
        "return",
        "{",
        "p",
        ":",
        "[",
        "1",
        ",",
        ",",
        "2",
        "]",
        ",",
        "q",
        "(",
        ")",
        "{",
        "}",
        ",",
        "...",
        "r",
        ",",
        "get",
        "s",
        "(",
        ")",
        "{",
        "return",
        "1",
        ";",
        "}",
        "}",
        ";",
        "}",
        "}",
    ]
    for comment in ("/* {} */", "// {}\n", "\n// {}\n", "\n\n/* {} */\n"):
        text = "".join(
            piece + " " + (comment.format(index) if piece != "return" else "")
            for index, piece in enumerate(pieces)
        )
        expected = sum(piece != "return" for piece in pieces)
        found = places(text)
        assert len(found) == expected
