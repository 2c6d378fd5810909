"""Regular expressions of JavaScript, read (ECMA-262 section 22.2.1 and annex B.1.2)."""

from __future__ import annotations

from functools import lru_cache

from .regexp_characters import RegexError, is_number, join_halves
from .regexp_classes import Classes
from .regexp_tree import (
    Anchor,
    Any,
    Backreference,
    Char,
    CharClass,
    Choice,
    Group,
    Look,
    Part,
    Regexp,
    Repeat,
    Sequence,
    sure,
)

__all__ = ["RegexError", "parse_regexp"]


@lru_cache(maxsize=1024)
def parse_regexp(source: str, flags: str) -> Regexp:
    """Raises RegexError where the pattern is none, or uses what has no counterpart."""
    return _Parser(source, flags).run()


class _Parser(Classes):
    def __init__(self, source: str, flags: str) -> None:
        super().__init__(source, flags)
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
        if end < 0 or not name.isidentifier():
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
        if isinstance(found, tuple):
            return CharClass(False, found)
        return Char(found) if isinstance(found, int) else found
