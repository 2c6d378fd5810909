"""What is said about text that is not JavaScript."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from js2aio.code_frame import code_frame
from js2aio.errors import JavaScriptSyntaxError, SourceTooDeepError
from js2aio.parse import parse
from js2aio.source import SourceText


def error_of(text: str, filename: str = "a.js") -> JavaScriptSyntaxError:
    with pytest.raises(JavaScriptSyntaxError) as caught:
        parse(SourceText(text, filename))
    return caught.value


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("const x = ;", 1, 11, "unexpected ;"),
        ("a b", 1, 3, "unexpected name b"),
        ("f(", 1, 3, "unexpected end of the file"),
        ("\n\n  var class", 3, 7, "unexpected class"),
        ("x = 'abc\n'", 1, 5, "this string is not closed on its line"),
        ("a\r\n`b", 2, 1, "this template literal is not closed"),
        ("a;\u2028/*", 2, 1, "this comment is not closed"),
        ("let a;\nlet a;", 2, 5, "a has already been declared here"),
        ("1 = 2", 1, 3, "nothing can be assigned to this"),
        ("'\U0001f600' a", 1, 5, "unexpected name a"),
        ("\ufeffa b", 1, 3, "unexpected name b"),
        ("import a from 'a'; return", 1, 20, "return outside of a function"),
        ("a @", 1, 3, "unexpected character"),
        ("/(/", 1, 1, "invalid regular expression: a ( without its )"),
        (
            "function f() { await g() }",
            1,
            16,
            "await is only known in asynchronous functions and at the top level of modules",
        ),
        # The attempt as a module comes further than the one as a script.
        (
            "import a from 'a';\nlet = 1",
            2,
            1,
            "use of future reserved word in strict mode",
        ),
    ],
)
def test_place_and_message(text: str, line: int, column: int, message: str) -> None:
    diagnostic = error_of(text).diagnostic
    assert (diagnostic.line, diagnostic.column) == (line, column)
    assert diagnostic.message == message
    assert diagnostic.code == "J2A901"
    assert diagnostic.filename == "a.js"


def test_what_the_parser_does_not_know_yet() -> None:
    diagnostic = error_of("{ using a = b }").diagnostic
    assert diagnostic.code == "J2A902"
    assert diagnostic.column == 3


def test_the_frame() -> None:
    assert str(error_of("a\n\tb c\nd")) == (
        "a.js:2:4: error[J2A901]: unexpected name c\n"
        "  1 | a\n"
        "> 2 |  b c\n"
        "    |    ^\n"
        "  3 | d"
    )


def test_a_frame_cuts_long_lines() -> None:
    source = SourceText("x" * 10_000 + "|" + "y" * 10_000)
    frame = code_frame(source, 1, 10_001, 1, 10_002).split("\n")
    assert all(len(line) < 130 for line in frame)
    assert frame[0][frame[1].index("^")] == "|"


def test_a_frame_is_safe_to_print() -> None:
    frame = code_frame(SourceText("\x1b[31m\u202e\u200b\ud800\x00 a"), 1, 10, 1, 11)
    assert frame.split("\n")[0] == "> 1 | ?[31m???? a"


def test_a_frame_keeps_the_caret_below_wide_characters() -> None:
    assert code_frame(SourceText("変数 b"), 1, 4, 1, 5).split("\n")[1] == "    |      ^"


@given(
    st.integers(-5, 50), st.integers(-5, 50), st.integers(-5, 50), st.integers(-5, 50)
)
def test_a_frame_takes_any_position(
    line: int, column: int, end: int, last: int
) -> None:
    assert "^" in code_frame(SourceText("ab\n\ncd"), line, column, end, last)


FRAGMENTS = st.sampled_from(
    [
        "a",
        "b",
        "1",
        "'c'",
        "`d`",
        "${",
        "`",
        "}",
        "{",
        "(",
        ")",
        "[",
        "]",
        ";",
        ",",
        ".",
        "...",
        "?.",
        "??",
        "=>",
        "=",
        "+=",
        "==",
        "+",
        "-",
        "**",
        "/",
        "*",
        "!",
        "~",
        "++",
        ":",
        "?",
        "<",
        "#x\n",
        "",
        "",
        "",
        "async",
        "await",
        "function",
        "class",
        "extends",
        "get",
        "set",
        "static",
        "new",
        "return",
        "yield",
        "let",
        "const",
        "var",
        "if\n",
        "",
        "",
        "",
        "else",
        "for",
        "of",
        "in",
        "while",
        "do",
        "switch",
        "case",
        "default",
        "break",
        "continue",
        "try",
        "catch",
        "finally",
        "throw\n",
        "",
        "",
        "",
        "import",
        "export",
        "from",
        "as",
        "super",
        "this",
        "null",
        "typeof",
        "delete",
        "enum",
        "using",
        "/re/g",
        "0x1f",
        "1n",
        ".5",
        "//",
        "/*\n",
        "",
        "",
        "",
        "*/",
        "<!--",
        "-->",
        "\\u0061",
        "'use_strict'",
        "\n",
        "\r",
        "\u2028",
        "\ufeff",
        "\x00",
        "@",
        "\\",
    ]
).map(lambda piece: piece.strip(" ") or "\n")


def parses_or_says_why(text: str) -> None:
    try:
        parse(SourceText(text))
    except (JavaScriptSyntaxError, SourceTooDeepError) as error:
        assert str(error)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80))
def test_any_text_gives_a_tree_or_an_error(text: str) -> None:
    parses_or_says_why(text)


@settings(max_examples=600, deadline=None)
@given(st.lists(FRAGMENTS, max_size=25), st.sampled_from(["", " "]))
def test_any_tokens_give_a_tree_or_an_error(pieces: list[str], between: str) -> None:
    parses_or_says_why(between.join(pieces))
