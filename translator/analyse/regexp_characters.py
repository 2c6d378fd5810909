"""Characters of regular expressions, and what stands for some (ECMA-262 section 22.2.1)."""

from __future__ import annotations

from ..parse.unicode_properties import OF_TEXTS, property_named
from .regexp_tree import Char, Kind, Part, Property


class RegexError(ValueError):
    """The pattern is none, or has something that Python's ``re`` cannot do the same way."""


_CONTROLS = {"f": 12, "n": 10, "r": 13, "t": 9, "v": 11}
_HEX = frozenset("0123456789abcdefABCDEF")


#: Properties that ``re`` can write as ranges.
_PLAIN = {
    "Any": ((0, 0x10FFFF),),
    "ASCII": ((0, 0x7F),),
    "ASCII_Hex_Digit": ((0x30, 0x39), (0x41, 0x46), (0x61, 0x66)),
}
Ranges = tuple[tuple[int, int], ...]


class Characters:
    """A pattern that is being read, from ``at`` on."""

    def __init__(self, source: str, flags: str) -> None:
        self.source = source
        self.flags = flags
        self.at = 0
        self.unicode = "u" in flags or "v" in flags

    def peek(self, count: int = 1) -> str:
        return self.source[self.at : self.at + count]

    def take(self, text: str) -> bool:
        if self.source.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def character(self, in_class: bool) -> int | Kind | Property | Ranges:
        """What an escape stands for, after its backslash."""
        char = self.peek()
        if not char:
            raise RegexError("a backslash at the end")
        self.at += 1
        if char in "dDwWsS":
            return Kind(char)
        if char in "pP" and self.unicode:
            return self.property(char == "P")
        if char in _CONTROLS:
            return _CONTROLS[char]
        if char == "b":
            return 8
        if char in "01234567" and not (char == "0" and not is_number(self.peek())):
            if self.unicode:
                raise RegexError("an octal escape")
            digits = char
            while len(digits) < 3 and self.peek() in tuple("01234567"):
                if int(digits + self.peek(), 8) > 0o377:
                    break
                digits += self.peek()
                self.at += 1
            return int(digits, 8)
        if char == "0":
            return 0
        if char == "c":
            return self.control(in_class)
        if char == "x" and set(self.peek(2)) <= _HEX and len(self.peek(2)) == 2:
            self.at += 2
            return int(self.source[self.at - 2 : self.at], 16)
        if char == "u":
            return self.code_point()
        return ord(char)

    def control(self, in_class: bool) -> int:
        letter = self.peek()
        if letter.isascii() and (
            letter.isalpha() or in_class and (letter.isdigit() or letter == "_")
        ):
            self.at += 1
            return ord(letter) % 32
        self.at -= 1  # \c stands for itself: the c comes next
        return ord("\\")

    def code_point(self) -> int:
        if self.unicode and self.peek() == "{":
            end = self.source.find("}", self.at)
            code = int(self.source[self.at + 1 : end], 16)
            self.at = end + 1
            return code
        digits = self.peek(4)
        if len(digits) == 4 and set(digits) <= _HEX:
            self.at += 4
            return int(digits, 16)
        return ord("u")

    def property(self, negated: bool) -> Property | Ranges:
        """``{L}`` and the like, behind ``\\p`` or ``\\P``."""
        end = self.source.find("}", self.at)
        text = self.source[self.at + 1 : end]
        if self.peek() != "{" or end < 0:
            raise RegexError("\\p without the name of a property")
        self.at = end + 1
        if text in OF_TEXTS and "v" in self.flags:
            raise RegexError(f"the property {text}, of more than one character")
        name = property_named(text)
        if name is None:
            raise RegexError(f"the property {text!r}, which is not known")
        ranges = None if negated else _PLAIN.get(name)
        return Property(text, name, negated) if ranges is None else ranges


def is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def join_halves(first: Part, second: Part) -> Char | None:
    """The character that two surrogates mean, as in ``\\ud83d\\ude00``."""
    if (
        isinstance(first, Char)
        and isinstance(second, Char)
        and 0xD800 <= first.code < 0xDC00
        and 0xDC00 <= second.code < 0xE000
    ):
        return Char(0x10000 + ((first.code - 0xD800) << 10) + second.code - 0xDC00)
    return None
