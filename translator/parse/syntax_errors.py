"""Turns what the parser raised into ``JavaScriptSyntaxError``, in plain words."""

from __future__ import annotations

import re

from ..code_frame import code_frame
from ..diagnostics import Diagnostic, Level
from ..errors import JavaScriptSyntaxError
from ..source import SourceText

SYNTAX = "J2A901"
NOT_KNOWN_YET = "J2A902"

# What esprima says -> what a person is told. Anything else is passed on as it is.
_PLAIN = {
    "Unexpected token ILLEGAL": "unexpected character",
    "Unexpected end of input": "unexpected end of the file",
    "Unexpected token": "this cannot stand here",
    "Invalid left-hand side in assignment": "nothing can be assigned to this",
    "Illegal return statement": "return outside of a function",
    "Illegal break statement": "break outside of a loop or a switch",
    "Illegal continue statement": "continue outside of a loop",
    "Illegal newline after throw": "throw must be followed by a value on its line",
}
_KINDS = {
    "Unexpected identifier": "unexpected name",
    "Unexpected number": "unexpected number",
    "Unexpected string": "unexpected string",
    "Unexpected reserved word": "unexpected reserved word",
}
_TOKEN = re.compile(r"Unexpected token (\S.*)", re.DOTALL)
_QUASI = re.compile("Unexpected quasi ")
_WORD = re.compile(r"[\w$#]+")
_AWAIT = re.compile(r"\bawait[ \t]+$")
# The longest piece of the source that a message repeats.
_SHOWN = 40


def syntax_error(
    source: SourceText, offset: int, message: str, code: str = SYNTAX
) -> JavaScriptSyntaxError:
    """The error at an offset of the source, with its code frame."""
    text = source.text
    offset = min(max(offset, 0), len(text))
    end = offset + 1
    if word := _WORD.match(text, offset):
        end = word.end()
    line, column = source.position(offset)
    end_line, end_column = line, column + end - offset
    diagnostic = Diagnostic(
        code,
        Level.ERROR,
        message,
        source.filename,
        line,
        column,
        end_line,
        end_column,
    )
    frame = code_frame(source, line, column, end_line, end_column)
    return JavaScriptSyntaxError(diagnostic, frame)


def in_plain_words(message: str, text: str, offset: int) -> tuple[str, int]:
    """What esprima says (``Line 3: Unexpected token )``) as a sentence, and where."""
    message = re.sub(r"^Line \d+: ", "", message)
    if message in _KINDS:
        before = _AWAIT.search(text, max(offset - _SHOWN, 0), offset)
        if before:
            where = "in asynchronous functions and at the top level of modules"
            return f"await is only known {where}", before.start()
        word = _WORD.match(text, offset)
        shown = f" {_shorten(word[0])}" if word else ""
        return _KINDS[message] + shown, offset
    if message in _PLAIN:
        return _PLAIN[message], offset
    if _QUASI.match(message):
        return "unexpected template literal", offset
    if match := _TOKEN.match(message):
        return f"unexpected {_shorten(match[1])}", offset
    return _shorten(message[:1].lower() + message[1:].rstrip("."), 200), offset


def _shorten(text: str, length: int = _SHOWN) -> str:
    """The text in one piece of a line, without what a terminal might act upon."""
    if len(text) > length:
        text = text[:length] + "..."
    return "".join(c if c.isprintable() else "?" for c in text)
