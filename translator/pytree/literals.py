"""Constants, docstrings and comments as Python text.

Whatever the value, the text can be encoded as UTF-8, has no line end of its own (docstrings and
comments have ``\\n``) and evaluates to the value again.
"""

from __future__ import annotations

import ast
import re

# Decimal digits beyond this count are refused by int() and by the compiler, hexadecimal ones not.
_MAX_DECIMAL = 10**4000

_NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}

# What joins emoji into one; it cannot be seen, and in escaped form nothing could be read.
_JOINER = "\u200d"

# PEP 263: such a comment in one of the first two lines would choose the file's encoding.
_CODING = re.compile(r"(coding)(?=[:=])")

# Comments that black obeys.
_PRAGMA = re.compile(r"\b(fmt|yapf)(?=:\s*(?:off|on|skip|disable|enable)\b)")

# Everything that some tool takes for the end of a line.
_LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")


def _escape(char: str) -> str:
    code = ord(char)
    if char in _NAMED:
        return _NAMED[char]
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def visible(text: str) -> str:
    """``text`` with escapes for all that cannot be printed; backslashes stay."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == _JOINER else _escape(c) for c in text)


def best_quote(text: str) -> str:
    """The quote that needs fewer escapes, the double one if it is all the same."""
    return "'" if text.count('"') > text.count("'") else '"'


def escaped(text: str, quote: str) -> str:
    """What stands between the quotes ``quote`` (``"``, ``'`` or three of one kind)."""
    text = visible(text.replace("\\", "\\\\"))
    if len(quote) == 1:
        return text.replace(quote, "\\" + quote)
    text = text.replace(quote, ("\\" + quote[0]) * 3)
    return text[:-1] + "\\" + quote[0] if text.endswith(quote[0]) else text


def string(text: str) -> str:
    """A string literal."""
    if '"' not in text:
        if "\\" not in text and text.isprintable():
            return f'"{text}"'
        quote = '"'
    else:
        quote = best_quote(text)
    return f"{quote}{escaped(text, quote)}{quote}"


def raw_string(text: str) -> str:
    """A string literal in which backslashes stand for themselves, if there is one."""
    odd = (len(text) - len(text.rstrip("\\"))) % 2
    if text.isprintable() and not odd:
        for quote in ('"', "'", '"""'):
            if quote not in text and not text.endswith(quote[0]):
                return f"r{quote}{text}{quote}"
    return string(text)


def long_string(text: str) -> str:
    """A string literal over several lines; blanks at the end of a line stay visible."""
    lines = [escaped(line, '"""') if line else "" for line in text.split("\n")]
    if any(line.endswith((" ", "\t")) for line in lines):
        return string(text)
    return '"""' + "\n".join(lines) + '"""'


def plain_string(text: str, quotes: str) -> str | None:
    """A string literal without escapes in one of ``quotes``, None if there is none.

    A NUL among the quotes is no quote.
    """
    if "\\" in text or not text.isprintable():
        return None
    for quote in quotes:
        if quote not in text and quote != "\0":
            return f"{quote}{text}{quote}"
    return None


def docstring(text: str) -> str:
    """A docstring: line ends and tabs stand as they are."""
    parts = [
        (
            visible(part.replace("\\", "\\\\").replace('"""', '\\"\\"\\"'))
            if part not in ("\n", "\t")
            else part
        )
        for part in re.split("([\n\t])", text)
    ]
    body = "".join(parts)
    if body.endswith('"'):
        body = body[:-1] + '\\"'
    return f'"""{body}"""'


def byte_string(value: bytes) -> str:
    """A bytes literal."""
    text = value.decode("latin-1")
    quote = best_quote(text)
    body = "".join(
        c if " " <= c <= "~" else _escape(c) for c in text.replace("\\", "\\\\")
    )
    return f"b{quote}{body.replace(quote, chr(92) + quote)}{quote}"


def number(value: complex) -> str:
    """A number, with a minus in front where it is negative."""
    if isinstance(value, int):
        if -_MAX_DECIMAL < value < _MAX_DECIMAL:
            return repr(value)
        return hex(value)
    text = repr(value).replace("e+", "e")
    if "inf" in text or "nan" in text:
        # A literal too large for a float is the one way to write infinity without a name.
        text = text.replace("inf", "1e309").replace("nan", "(1e309 - 1e309)")
    return text


def constant(node: ast.Constant) -> str:
    """Any constant but a string in an f-string."""
    value = node.value
    if isinstance(value, str):
        return string(value)
    if value is ...:
        return "..."
    if value is None or isinstance(value, bool):
        return repr(value)
    if isinstance(value, bytes):
        return byte_string(value)
    assert isinstance(value, (int, float, complex)), type(value)
    return number(value)


def comment_lines(text: str) -> list[str]:
    """The lines ``# ...`` of a comment; nothing in ``text`` gets out of them."""
    text = _PRAGMA.sub(r"\1 ", text)
    return [
        f"# {visible(line.expandtabs(4))}".rstrip() for line in _LINE_ENDS.split(text)
    ]


def comment_line(text: str) -> str:
    """A comment on one line, its own line ends as spaces."""
    parts = (part.strip() for part in _LINE_ENDS.split(text))
    return comment_lines(" ".join(part for part in parts if part))[0]


def without_coding(text: str) -> str:
    """The text of a file, whose first two lines can no longer choose an encoding.

    For a file that has a comment there; a ``coding:`` elsewhere in them is harmless.
    """
    head = text.split("\n", 2)
    for i, line in enumerate(head[:2]):
        if line.lstrip().startswith("#"):
            head[i] = _CODING.sub(r"\1 ", line)
    return "\n".join(head)
