"""What the escape sequences of strings and templates mean."""

from __future__ import annotations

import re

_ESCAPE = re.compile(
    r"\\(?:u\{(?P<point>[0-9a-fA-F]+)\}|u(?P<unit>[0-9a-fA-F]{4})"
    r"|x(?P<byte>[0-9a-fA-F]{2})|(?P<octal>[0-3][0-7]{0,2}|[4-7][0-7]?)"
    r"|(?P<end>\r\n|[\n\r\u2028\u2029])|(?P<one>[\s\S]))"
)
_ONE = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "v": "\v"}
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_NO_OCTAL = "octal escape sequences are not allowed in template literals"


class InvalidEscape(Exception):
    """An escape sequence that means nothing, at an offset of the text."""

    def __init__(self, offset: int, message: str) -> None:
        super().__init__(offset, message)
        self.offset = offset
        self.message = message


def unescape(text: str, template: bool) -> tuple[str, bool]:
    """What the inside of a string or template means, and if it has legacy octal escapes.

    Surrogates that make a pair come out as the one character, others as they are.
    Raises InvalidEscape.
    """
    octal = False

    def replace(match: re.Match[str]) -> str:
        nonlocal octal
        kind: str = match.lastgroup  # type: ignore[assignment]
        value = match[kind]
        if kind == "one":
            if value == "u" or value == "x":
                message = "this escape sequence is not complete"
                raise InvalidEscape(match.start(), message)
            if value in "89":
                octal = True
                if template:
                    raise InvalidEscape(match.start(), _NO_OCTAL)
            return _ONE.get(value, value)
        if kind == "end":
            return ""
        if kind == "octal":
            if value != "0" or text[match.end() : match.end() + 1] in {"8", "9"}:
                octal = True
                if template:
                    raise InvalidEscape(match.start(), _NO_OCTAL)
            return chr(int(value, 8))
        code = int(value, 16)
        if code > 0x10FFFF:
            raise InvalidEscape(match.start(), "there is no such character")
        return chr(code)

    result = _ESCAPE.sub(replace, text)
    # Pairs can only come from escapes: the text itself has whole characters.
    if "\\u" in text and _PAIR.search(result):
        result = _PAIR.sub(_join, result)
    return result, octal


def _join(pair: re.Match[str]) -> str:
    return pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le")
