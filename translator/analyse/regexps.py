"""Regular expressions of JavaScript, read (ECMA-262 section 22.2.1 and annex B.1.2)."""

from __future__ import annotations

from functools import lru_cache

from .regexp_tree import (
    Anchor,
    Any,
    Backreference,
    Char,
    CharClass,
    Choice,
    Group,
    Kind,
    Look,
    Part,
    Regexp,
    Repeat,
    Sequence,
    sure,
)


class RegexError(ValueError):
    """The pattern is none, or has something that Python's ``re`` cannot do the same way."""


@lru_cache(maxsize=1024)
def parse_regexp(source: str, flags: str) -> Regexp:
    """Raises RegexError where the pattern is none, or uses what has no counterpart."""
    return _Parser(source, flags).run()


_CONTROLS = {"f": 12, "n": 10, "r": 13, "t": 9, "v": 11}
_HEX = frozenset("0123456789abcdefABCDEF")


class _Parser:
    def __init__(self, source: str, flags: str) -> None:
        self.source = source
        self.flags = flags
        self.at = 0
        self.unicode = "u" in flags or "v" in flags
        self.count, self.named = self.look_ahead()
        self.opened = 0
        self.names: dict[str, int] = {}

    def run(self) -> Regexp:
        body = self.choice()
        if self.at < len(self.source):
            raise RegexError("a parenthesis too many")
        return Regexp(
            self.source,
            self.flags,
            body,
            self.count,
            tuple(self.names.items()),
            sure(body),
        )

    def look_ahead(self) -> tuple[int, dict[str, int]]:
        """How many groups capture, and the names of some by their number."""
        count, names, inside, at = 0, {}, False, 0
        source = self.source
        while at < len(source):
            char = source[at]
            if char == "\\":
                at += 1
            elif char == "[":
                inside = True
            elif char == "]":
                inside = False
            elif char == "(" and not inside:
                named = source[at + 1 : at + 3] == "?<" and source[
                    at + 3 : at + 4
                ] not in (
                    "=",
                    "!",
                    "",
                )
                if named or source[at + 1 : at + 2] != "?":
                    count += 1
                if named:
                    end = source.find(">", at)
                    name = source[at + 3 : end]
                    if name in names:
                        raise RegexError(f"two groups of the name {name!r}")
                    names[name] = count
            at += 1
        return count, names

    def peek(self, count: int = 1) -> str:
        return self.source[self.at : self.at + count]

    def take(self, text: str) -> bool:
        if self.source.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    # -- structure -------------------------------------------------------------------------

    def choice(self) -> Part:
        options = [self.sequence()]
        while self.take("|"):
            options.append(self.sequence())
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def sequence(self) -> Part:
        parts: list[Part] = []
        while self.at < len(self.source) and self.peek() not in "|)":
            part = self.repeated(self.term())
            if isinstance(part, Char) and parts:
                joined = join_halves(parts[-1], part)
                if joined is not None:
                    parts[-1] = joined
                    continue
            parts.append(part)
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def repeated(self, part: Part) -> Part:
        found = self.quantifier()
        if found is None:
            return part
        low, high = found
        if isinstance(part, Anchor):
            raise RegexError("nothing to repeat")
        if isinstance(part, Char) and part.code > 0xFFFF and not self.unicode:
            raise RegexError("half of a character beyond U+FFFF is repeated")
        return Repeat(part, low, high, self.take("?"))

    def quantifier(self) -> tuple[int, int | None] | None:
        if self.take("*"):
            return 0, None
        if self.take("+"):
            return 1, None
        if self.take("?"):
            return 0, 1
        bounds = self.braces()
        if bounds is None:
            return None
        end, low, high = bounds
        self.at = end
        return low, high

    def braces(self) -> tuple[int, int, int | None] | None:
        """The end and the bounds of ``{2}``, ``{2,}``, ``{2,3}`` that start here."""
        if self.peek() != "{":
            return None
        end = self.source.find("}", self.at)
        low, comma, high = self.source[self.at + 1 : max(end, 0)].partition(",")
        if end < 0 or not is_number(low) or (high and not is_number(high)):
            return None
        most = int(high) if high else None if comma else int(low)
        return end + 1, int(low), most

    def term(self) -> Part:
        char = self.peek()
        if char == "(":
            return self.group()
        if char == "[":
            return self.char_class()
        if char == "\\":
            return self.escape()
        if char in "*+?" or (char == "{" and (self.unicode or self.braces())):
            raise RegexError("nothing to repeat")
        self.at += 1
        if char == ".":
            return Any()
        if char in "^$":
            return Anchor(char)
        return Char(ord(char))

    def group(self) -> Part:
        self.at += 1
        if self.take("?:"):
            part: Part = Group(self.choice())
        elif self.take("?="):
            part = Look(self.choice(), ahead=True, negated=False)
        elif self.take("?!"):
            part = Look(self.choice(), ahead=True, negated=True)
        elif self.take("?<="):
            part = Look(self.choice(), ahead=False, negated=False)
        elif self.take("?<!"):
            part = Look(self.choice(), ahead=False, negated=True)
        elif self.take("?<"):
            self.opened += 1
            index, name = self.opened, self.name()
            self.names[name] = index
            part = Group(self.choice(), index, name)
        elif self.take("?"):
            end = self.source.find(":", self.at)
            on, _, off = self.source[self.at : end].partition("-")
            if end < 0 or set(on + off) - set("ims"):
                raise RegexError("this kind of group")
            self.at = end + 1
            part = Group(self.choice(), on=on, off=off)
        else:
            self.opened += 1
            index = self.opened
            part = Group(self.choice(), index)
        if not self.take(")"):
            raise RegexError("a parenthesis is not closed")
        return part

    def name(self) -> str:
        end = self.source.find(">", self.at)
        name = self.source[self.at : end]
        if end < 0 or not name.isidentifier() or not name.isascii():
            raise RegexError(f"the group name {name!r}")
        self.at = end + 1
        return name

    # -- escapes ---------------------------------------------------------------------------

    def escape(self) -> Part:
        self.at += 1
        char = self.peek()
        if char in "bB" and char:
            self.at += 1
            return Anchor(char)
        if char == "k" and (self.unicode or self.named):
            self.at += 1
            if not self.take("<"):
                raise RegexError("\\k without a name")
            name = self.name()
            if name not in self.named:
                raise RegexError(f"no group is named {name!r}")
            return Backreference(self.named[name])
        if char.isdigit() and char != "0":
            end = self.at
            while end < len(self.source) and is_number(self.source[end]):
                end += 1
            number = int(self.source[self.at : end])
            if self.unicode or number <= self.count:
                self.at = end
                if number > self.count:
                    raise RegexError("there is no such group")
                return Backreference(number)
        found = self.character(in_class=False)
        return found if isinstance(found, Kind) else Char(found)

    def character(self, in_class: bool) -> int | Kind:
        """The code that an escape stands for, after its backslash."""
        char = self.peek()
        if not char:
            raise RegexError("a backslash at the end")
        self.at += 1
        if char in "dDwWsS":
            return Kind(char)
        if char in _CONTROLS:
            return _CONTROLS[char]
        if char == "b":
            return 8
        if char in "pP" and self.unicode:
            raise RegexError("Unicode properties (\\p) are not in re")
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

    # -- classes ---------------------------------------------------------------------------

    def char_class(self) -> Part:
        self.at += 1
        negated = self.take("^")
        items: list[int | tuple[int, int] | Kind] = []
        while self.peek() != "]":
            if self.at >= len(self.source):
                raise RegexError("a class is not closed")
            first = self.member()
            if "v" in self.flags and self.peek(2) == "--":
                raise RegexError("sets of the flag v")
            if self.peek() == "-" and self.peek(2) not in ("-]", "-"):
                self.at += 1
                last = self.member()
                if isinstance(first, int) and isinstance(last, int):
                    if last < first:
                        raise RegexError("a range in the wrong order")
                    items.append((first, last))
                else:  # annex B: the hyphen stands for itself
                    items += [first, ord("-"), last]
            else:
                items.append(first)
        self.at += 1
        return CharClass(negated, tuple(items))

    def member(self) -> int | Kind:
        char = self.peek()
        if "v" in self.flags and (
            char == "[" or self.peek(2) in ("--", "&&") or self.peek(2) == "\\q"
        ):
            raise RegexError("sets of the flag v")
        self.at += 1
        if char != "\\":
            code = ord(char)
        else:
            found = self.character(in_class=True)
            if isinstance(found, Kind):
                return found
            code = found
            if 0xD800 <= code < 0xDC00 and self.peek(2) == "\\u":
                start = self.at
                self.at += 2
                low = self.code_point()
                joined = join_halves(Char(code), Char(low))
                if joined is not None and self.unicode:
                    return joined.code
                self.at = start
        if not self.unicode and (code > 0xFFFF or 0xD800 <= code < 0xE000):
            raise RegexError(
                "a class with characters beyond U+FFFF, without the flag u"
            )
        return code


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
