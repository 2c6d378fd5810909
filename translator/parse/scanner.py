"""esprima's scanner with what it gets wrong put right, and its slow parts replaced.

esprima reads a source character by character; the methods here read names, white space,
comments, strings, templates and numbers with one regular expression each. What is put
right: U+2028 and ``\\8`` in strings, surrogate pairs written as escapes, invalid escapes
in tagged templates, names with characters outside of the basic plane, look-ahead inside
of templates, and regular expressions that Python's ``re`` does not know.

Comments are gathered on the way, in ``comments``: offsets and kind, in source order.
The names of overridden methods are esprima's.
"""

from __future__ import annotations

import re
import warnings
from typing import Any, NoReturn

with warnings.catch_warnings():
    # esprima silences a category of warnings for the whole process when it is imported.
    from esprima.character import IDENTIFIER_PART, IDENTIFIER_START
    from esprima.scanner import Scanner, Token

from .escapes import InvalidEscape, unescape
from .regexp import regexp_error

_SPACES = (
    " \t\v\f\n\r\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
)
_IS_SPACE = frozenset(_SPACES)
_SPACE = re.compile(f"[{_SPACES}]*")
_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")
_LINE_COMMENT = re.compile("[^\n\r\u2028\u2029]*")
_NAME = re.compile("[A-Za-z0-9_$]*")
_NAME_START = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$\\")
_DIGITS = frozenset("0123456789")
_PUNCTUATION = frozenset("(){}[];,.:~?<>=!+-*%^/&|")
_PUNCTUATOR = re.compile(
    r"[(){}\[\];,:~]"
    r"|>>>=|\.\.\.|===|!==|>>>|<<=|>>=|\*\*=|&&=|\|\|=|\?\?="
    r"|=>|==|!=|\+=|-=|\*=|/=|\+\+|--|<<|>>|\^=|%=|<=|>=|\*\*|&&|&=|\|\||\|="
    r"|\?\?|\?\.(?![0-9])|[.?<>=!+\-*%^/&|]"
)
_D = "[0-9](?:_?[0-9])*"
_WHOLE = "0|[1-9](?:_?[0-9])*"
_NUMBER = re.compile(
    r"0[xX](?P<hex>[0-9a-fA-F](?:_?[0-9a-fA-F])*)n?"
    r"|0[oO](?P<octal>[0-7](?:_?[0-7])*)n?"
    r"|0[bB](?P<binary>[01](?:_?[01])*)n?"
    r"|(?P<legacy>0[0-7]+)(?![0-9])"
    rf"|(?P<big>{_WHOLE})n"
    rf"|(?P<decimal>(?:(?:0[0-9]+|{_WHOLE})(?:\.(?:{_D})?)?|\.{_D})(?:[eE][+-]?{_D})?)"
)
_BASE = {"hex": 16, "octal": 8, "binary": 2, "legacy": 8, "big": 10}
_STRING = {
    '"': re.compile(r'"([^"\\\n\r]*(?:\\(?:\r\n|[\s\S])[^"\\\n\r]*)*)"'),
    "'": re.compile(r"'([^'\\\n\r]*(?:\\(?:\r\n|[\s\S])[^'\\\n\r]*)*)'"),
}
_TEMPLATE = re.compile(r"[^`\\$]*(?:(?:\\(?:\r\n|[\s\S])|\$(?!\{))[^`\\$]*)*")
_REGEXP = re.compile(
    "/((?:[^/\\\\[\n\r\u2028\u2029]|\\\\[^\n\r\u2028\u2029]"
    "|\\[(?:[^\\]\\\\\n\r\u2028\u2029]|\\\\[^\n\r\u2028\u2029])*\\])+)/([\\w$\\\\]*)"
)
_CODE_POINT = re.compile(r"\\u(?:\{([0-9a-fA-F]+)\}|([0-9a-fA-F]{4}))")
_KEYWORDS = Scanner.isKeyword.set
_CONSTANTS = {
    "null": Token.NullLiteral,
    "true": Token.BooleanLiteral,
    "false": Token.BooleanLiteral,
}


_KINDS = {**dict.fromkeys(_KEYWORDS, Token.Keyword), **_CONSTANTS}
#: Nearly all tokens: white space without comments, then a name of ASCII letters, a small
#: whole number, or a punctuator that begins no comment, number or regular expression.
_PLAIN = re.compile(
    r"[ \n]*(?:"
    r"(?P<name>[A-Za-z_$][A-Za-z0-9_$]*+)(?![\\\x80-\U0010ffff])"
    r"|(?P<punctuator>[(){}\[\];,:~]|=>|===?|!==?|\.\.\.|\.(?![0-9])"
    r"|>>>=|>>>|<<=|>>=|\*\*=|&&=|\|\|=|\?\?="
    r"|\+=|-=|\*=|\+\+|--(?!>)|<<|>>|\^=|%=|<=|>=|\*\*|&&|&=|\|\||\|="
    r"|\?\?|\?\.(?![0-9])|<(?!!--)|-(?!-)|[?>=!+*%^&|])"
    r"|(?P<number>0|[1-9][0-9]{0,14})(?![0-9A-Za-z_$.\\\x80-\U0010ffff])"
    r")"
).match
_NAME_GROUP, _PUNCTUATOR_GROUP = 1, 2


class ScannedToken:
    """A token as esprima's parser expects it; what most tokens have not is on the class."""

    octal = False
    regex: Any = None
    pattern = ""
    flags = ""
    cooked: str | None = None
    head = False
    tail = False

    def __init__(
        self, kind: int, value: Any, line: int, line_start: int, start: int, end: int
    ) -> None:
        self.type = kind
        self.value = value
        self.lineNumber = line
        self.lineStart = line_start
        self.start = start
        self.end = end


class NotKnownYet(Exception):
    """Valid JavaScript that cannot be parsed: the offset, and what it is."""

    def __init__(self, offset: int, message: str) -> None:
        super().__init__(offset, message)
        self.offset = offset
        self.message = message


def _is_name_start(character: str) -> bool:
    # Python knows the letters of all planes, esprima some that only JavaScript allows.
    return character in IDENTIFIER_START or (
        character > "\x7f" and character.isidentifier()
    )


def _is_name_part(character: str) -> bool:
    return character in IDENTIFIER_PART or ("a" + character).isidentifier()


class MendedScanner(Scanner):  # type: ignore[misc]
    """The scanner of one source text."""

    def __init__(self, code: str, handler: Any) -> None:
        super().__init__(code, handler)
        self.index: int = 0
        # (start, end) of each comment met so far.
        self.comments: list[tuple[int, int]] = []
        self._comments_until = 0
        # Nearly all files end their lines with \n only: then counting is enough.
        self._plain_lines = not re.search("[\r\u2028\u2029]", code)

    def saveState(self) -> Any:
        state = super().saveState()
        state.curly = list(self.curlyStack)
        return state

    def restoreState(self, state: Any) -> None:
        super().restoreState(state)
        self.curlyStack = state.curly

    def fail(self, message: str, offset: int) -> NoReturn:
        """Raises esprima's error."""
        column = offset - self.lineStart + 1
        raise self.errorHandler.createError(offset, self.lineNumber, column, message)

    # --- white space and comments

    def _count_lines(self, start: int, end: int) -> bool:
        """Keeps the line number up to date over a piece of the source."""
        if self._plain_lines:
            count = self.source.count("\n", start, end)
            if not count:
                return False
            self.lineNumber += count
            self.lineStart = self.source.rfind("\n", start, end) + 1
            return True
        last = None
        for last in _LINE_END.finditer(self.source, start, end):
            self.lineNumber += 1
        if last is None:
            return False
        self.lineStart = last.end()
        return True

    def _comment(self, start: int, end: int) -> int:
        # Look-ahead comes along twice.
        if start >= self._comments_until:
            self.comments.append((start, end))
            self._comments_until = end
        return end

    def scanComments(self) -> None:
        """Goes over white space and comments."""
        source: str = self.source
        index: int = self.index
        at_line_start = index == 0
        while True:
            character = source[index]
            if character in _IS_SPACE:
                end = _SPACE.match(source, index).end()  # type: ignore[union-attr]
                if character != " " or end > index + 1:
                    at_line_start |= self._count_lines(index, end)
                index = end
                character = source[index]
            if character == "/":
                after = source[index + 1]
                if after == "/":
                    index = self._comment(index, self._line_end(index))
                elif after == "*":
                    end = source.find("*/", index + 2, self.length) + 2
                    if end == 1:
                        self.fail("this comment is not closed", index)
                    at_line_start |= self._count_lines(index, end)
                    index = self._comment(index, end)
                else:
                    break
            elif (character == "<" and source.startswith("<!--", index)) or (
                character == "-" and at_line_start and source.startswith("-->", index)
            ):
                if self.isModule:
                    break
                index = self._comment(index, self._line_end(index))
            else:
                break
        self.index = index

    def _line_end(self, index: int) -> int:
        match = _LINE_COMMENT.match(self.source, index, self.length)
        return match.end()  # type: ignore[union-attr]

    # --- tokens

    def _token(self, kind: int, value: Any, start: int, end: int) -> ScannedToken:
        self.index = end
        return ScannedToken(kind, value, self.lineNumber, self.lineStart, start, end)

    def plain_token(self) -> ScannedToken | None:
        """The next token, with the white space before it, where it is a common one.

        None, with nothing changed, where comments or rarer tokens come next.
        """
        index = self.index
        match = _PLAIN(self.source, index)
        if match is None or not index:
            return None
        group = match.lastindex
        value: Any = match[group]  # type: ignore[index]
        if group == _NAME_GROUP:
            kind = _KINDS.get(value, Token.Identifier)
        elif group == _PUNCTUATOR_GROUP:
            kind = Token.Punctuator
            if value == "{":
                self.curlyStack.append("{")
            elif value == "}" and self.curlyStack:
                if self.curlyStack[-1] == "${":
                    return None
                self.curlyStack.pop()
        else:
            kind = Token.NumericLiteral
            value = int(value)
        start, self.index = match.span(group)  # type: ignore[arg-type]
        if start > index:
            lines = self.source.count("\n", index, start)
            if lines:
                self.lineNumber += lines
                self.lineStart = self.source.rfind("\n", index, start) + 1
        return ScannedToken(
            kind, value, self.lineNumber, self.lineStart, start, self.index
        )

    def lex(self) -> ScannedToken:
        """The next token; EOF at the end."""
        start = self.index
        if start >= self.length:
            return self._token(Token.EOF, "", start, start)
        character = self.source[start]
        if character in _NAME_START:
            return self.scanIdentifier()
        if character in _PUNCTUATION:
            if character == "}" and self.curlyStack and self.curlyStack[-1] == "${":
                return self.scanTemplate()
            if character == "." and self.source[start + 1] in _DIGITS:
                return self.scanNumericLiteral()
            return self.scanPunctuator()
        if character in _STRING:
            return self.scanStringLiteral()
        if character in _DIGITS:
            return self.scanNumericLiteral()
        if character == "`":
            return self.scanTemplate()
        if character == "#":
            return self.scanPrivateIdentifier()
        if _is_name_start(character):
            return self.scanIdentifier()
        return self.fail("Unexpected token ILLEGAL", start)

    def scanIdentifier(self) -> ScannedToken:
        source = self.source
        start = self.index
        end = _NAME.match(source, start).end()  # type: ignore[union-attr]
        following = source[end]
        if following == "\\" or following > "\x7f":
            name = self.getComplexIdentifier()
            end = self.index
        else:
            name = source[start:end]
        if name in _KEYWORDS:
            kind = Token.Keyword
        elif name in _CONSTANTS:
            kind = _CONSTANTS[name]
        else:
            return self._token(Token.Identifier, name, start, end)
        return self._token(kind, name, start, end)

    def getComplexIdentifier(self) -> str:
        """A name with escapes or with letters beyond ASCII."""
        source = self.source
        start = index = self.index
        name = ""
        while index < self.length:
            character = source[index]
            end = index + 1
            if character == "\\":
                match = _CODE_POINT.match(source, index)
                code = int(match[1] or match[2], 16) if match else -1
                character = chr(code) if 0 <= code <= 0x10FFFF else " "
                end = match.end() if match else end
                if not (_is_name_part if name else _is_name_start)(character):
                    self.fail("Invalid Unicode escape sequence", index)
            elif not (_is_name_part if name else _is_name_start)(character):
                break
            name += character
            index = end
        if index == start:
            self.fail("Unexpected token ILLEGAL", start)
        self.index = index
        return name

    def scanPrivateIdentifier(self) -> ScannedToken:
        start = self.index
        self.index += 1
        if not _is_name_start(self.source[self.index]):
            self.fail("Unexpected token ILLEGAL", start)
        name = self.scanIdentifier().value
        return self._token(Token.PrivateIdentifier, name, start, self.index)

    def scanPunctuator(self) -> ScannedToken:
        start = self.index
        match = _PUNCTUATOR.match(self.source, start)
        value = match[0]  # type: ignore[index]
        if value == "{":
            self.curlyStack.append("{")
        elif value == "}" and self.curlyStack:
            self.curlyStack.pop()
        return self._token(Token.Punctuator, value, start, start + len(value))

    def scanNumericLiteral(self) -> ScannedToken:
        start = self.index
        match = _NUMBER.match(self.source, start)
        kind: str = match.lastgroup  # type: ignore[union-attr, assignment]
        end = match.end()  # type: ignore[union-attr]
        if self.source[end] != "\x00" and _is_name_part(self.source[end]):
            self.fail("a number must not be followed directly by a name or digit", end)
        digits = match[kind].replace("_", "")  # type: ignore[index]
        token_type = Token.NumericLiteral
        value: int | float
        if kind == "decimal":
            value = float(digits)
            if value.is_integer():
                value = int(value)
        else:
            try:
                value = int(digits, _BASE[kind])
            except ValueError:
                raise NotKnownYet(start, "a number with thousands of digits") from None
            if self.source[end - 1] == "n":
                token_type = Token.BigIntLiteral
        token = self._token(token_type, value, start, end)
        token.octal = digits[0] == "0" and digits[1:2].isdigit() and kind in _OLD_KINDS
        return token

    def scanStringLiteral(self) -> ScannedToken:
        start = self.index
        source = self.source
        match = _STRING[source[start]].match(source, start, self.length)
        if match is None:
            self.fail("this string is not closed on its line", start)
        value = match[1]
        octal = False
        if "\\" in value:
            try:
                value, octal = unescape(value, template=False)
            except InvalidEscape as error:
                self.fail(error.message, start + 1 + error.offset)
            self._count_lines(start, match.end())
        token = self._token(Token.StringLiteral, value, start, match.end())
        token.octal = octal
        return token

    def scanTemplate(self) -> ScannedToken:
        start = self.index
        source = self.source
        head = source[start] == "`"
        end = _TEMPLATE.match(source, start + 1).end()  # type: ignore[union-attr]
        if end >= self.length:
            self.fail("this template literal is not closed", start)
        tail = source[end] == "`"
        raw = source[start + 1 : end]
        if "\r" in raw:
            raw = raw.replace("\r\n", "\n").replace("\r", "\n")
        cooked = raw
        if "\\" in raw:
            try:
                cooked, _ = unescape(raw, template=True)
            except InvalidEscape:
                # Fine in a tagged template; the conversion refuses it elsewhere.
                cooked = None
        self._count_lines(start, end)
        if not head:
            self.curlyStack.pop()
        if not tail:
            self.curlyStack.append("${")
        token = self._token(Token.Template, raw, start, end + (1 if tail else 2))
        token.cooked = cooked
        token.head = head
        token.tail = tail
        return token

    def scanRegExp(self) -> ScannedToken:
        start = self.index
        match = _REGEXP.match(self.source, start, self.length)
        if match is None:
            self.fail("this regular expression is not closed on its line", start)
        pattern, flags = match[1], match[2]
        if problem := regexp_error(pattern, flags):
            self.fail(f"Invalid regular expression: {problem}", start)
        token = self._token(Token.RegularExpression, "", start, match.end())
        token.pattern = pattern
        token.flags = flags
        return token


_OLD_KINDS = frozenset({"legacy", "decimal"})
