"""Tells if a regular expression literal is valid JavaScript (ECMA-262, section 22.2.1).

Property names in ``\\p{...}`` and the operators of ``v`` classes are not looked at.
"""

from __future__ import annotations

import re

_FLAGS = frozenset("dgimsuvy")
_QUANTIFIER = re.compile(r"\{([0-9]+)(?:(,)([0-9]*))?\}")
_GROUP = re.compile(
    r"\((?:\?(?:(?P<plain>:|[ims]*-?[ims]*:)|(?P<ahead>[=!])|(?P<behind><[=!])"
    r"|<(?P<name>[^>]*)>|(?P<bad>)))?"
)
_NAMED_GROUP = re.compile(r"\(\?<(?![=!])")
_REFERENCE = re.compile(r"<([^>]*)>")
_CODE_POINT = re.compile(r"\{([0-9a-fA-F]+)\}|([0-9a-fA-F]{4})")
_HEX = re.compile("[0-9a-fA-F]{2}")
_LETTER = re.compile("[A-Za-z]")
_PROPERTY = re.compile(r"\{[A-Za-z0-9_=]+\}")
_DECIMAL = re.compile("[0-9]+")
_SYNTAX = frozenset("^$\\.*+?()[]{}|/")
_SETS = frozenset("dDsSwWpP")
_CONTROLS = {"f": 12, "n": 10, "r": 13, "t": 9, "v": 11, "b": 8, "0": 0}


class _Invalid(Exception):
    """The message says what is wrong."""


def regexp_error(pattern: str, flags: str) -> str | None:
    """What is wrong with a pattern and its flags, None where all is right."""
    for flag in flags:
        if flag not in _FLAGS or flags.count(flag) > 1:
            return f"no such flags: {flags}"
    if "u" in flags and "v" in flags:
        return "the flags u and v exclude each other"
    try:
        _Checker(pattern, flags).check()
    except _Invalid as error:
        return str(error)
    return None


class _Checker:
    """Goes once over a pattern, without recursion."""

    def __init__(self, pattern: str, flags: str) -> None:
        self.pattern = pattern
        self.unicode = "u" in flags or "v" in flags
        self.sets = "v" in flags
        self.named = self.unicode or bool(_NAMED_GROUP.search(pattern))
        self.names: set[str] = set()
        self.references: list[str] = []
        self.groups = 0
        self.highest_reference = 0

    def check(self) -> None:
        pattern = self.pattern
        index = 0
        repeatable = False
        # For each open group, whether it may be repeated.
        open_groups: list[bool] = []
        while index < len(pattern):
            character = pattern[index]
            if character == "\\":
                repeatable = pattern[index + 1 : index + 2] not in {"b", "B"}
                index, _ = self.escape(index + 1, in_class=False)
            elif character == "[":
                index = self.character_class(index)
                repeatable = True
            elif character == "(":
                index, may_repeat = self.group(index)
                open_groups.append(may_repeat)
                repeatable = False
            elif character == ")":
                if not open_groups:
                    raise _Invalid("a ) without its (")
                repeatable = open_groups.pop()
                index += 1
            elif character in "*+?" or (
                character == "{" and _QUANTIFIER.match(pattern, index)
            ):
                if not repeatable:
                    raise _Invalid(f"nothing to repeat before {character}")
                index = self.quantifier(index)
                repeatable = False
            elif character in "{}]" and self.unicode:
                raise _Invalid(f"{character} must be escaped here")
            else:
                repeatable = character not in "^$|"
                index += 1
        if open_groups:
            raise _Invalid("a ( without its )")
        for name in self.references:
            if name not in self.names:
                raise _Invalid(f"there is no group {name}")
        if self.unicode and self.highest_reference > self.groups:
            raise _Invalid(f"there is no group {self.highest_reference}")

    def quantifier(self, index: int) -> int:
        """Goes over a quantifier; the offset behind it."""
        match = _QUANTIFIER.match(self.pattern, index)
        if match is None:
            index += 1
        else:
            if match[3] and _less(match[3], match[1]):
                raise _Invalid("the numbers in {} are out of order")
            index = match.end()
        return index + (self.pattern[index : index + 1] == "?")

    def group(self, index: int) -> tuple[int, bool]:
        """Goes over the beginning of a group; also if the group may be repeated."""
        match = _GROUP.match(self.pattern, index)
        kind = match.lastgroup  # type: ignore[union-attr]
        if kind == "bad":
            raise _Invalid("no such kind of group")
        if kind == "name":
            name: str = match["name"]  # type: ignore[index]
            plain = name.replace("$", "_").replace("\\u", "u")
            if not re.sub(r"[{}]", "", plain).isidentifier():
                raise _Invalid(f"the group cannot be called {name!r}")
            if name in self.names and "|" not in self.pattern:
                raise _Invalid(f"there are two groups {name}")
            self.names.add(name)
        if kind == "plain":
            modifiers = match["plain"].rstrip(":").replace("-", "")  # type: ignore[index]
            if len(set(modifiers)) < len(modifiers) or match["plain"] == "-:":  # type: ignore[index]
                raise _Invalid(
                    "the modifiers of a group stand there twice, or are none"
                )
        if kind is None or kind == "name":
            self.groups += 1
        may_repeat = kind != "behind" and not (kind == "ahead" and self.unicode)
        return match.end(), may_repeat  # type: ignore[union-attr]

    def character_class(self, index: int) -> int:
        """Goes over a class; the offset behind its ]."""
        pattern = self.pattern
        index += 2 if pattern.startswith("[^", index) else 1
        depth = 1
        before: int | None = None
        in_range = False
        while index < len(pattern):
            character = pattern[index]
            if character == "]" or (character == "[" and self.sets):
                depth += 1 if character == "[" else -1
                index += 1
                if not depth:
                    return index
                continue
            if character == "\\":
                index, code = self.escape(index + 1, in_class=True)
            else:
                index, code = index + 1, ord(character)
                if (
                    character == "-"
                    and before is not None
                    and not in_range
                    and not self.sets
                    and pattern[index : index + 1] != "]"
                ):
                    in_range = True
                    continue
            if in_range:
                self.check_range(before, code)
                before, in_range = None, False
            else:
                # -1: a set such as \d, which is no end of a range but in old patterns.
                before = code
        raise _Invalid("a [ without its ]")

    def check_range(self, first: int | None, last: int) -> None:
        if first is None or first < 0 or last < 0:
            if self.unicode:
                raise _Invalid("a range cannot begin or end with a class")
        elif first > last and (self.unicode or first <= 0xFFFF):
            raise _Invalid("the ends of a range are out of order")

    def escape(self, index: int, in_class: bool) -> tuple[int, int]:
        """Goes over what follows a backslash; also its code, -1 where it has none."""
        pattern = self.pattern
        if index == len(pattern):
            raise _Invalid("a backslash at the end")
        character = pattern[index]
        index += 1
        if character in _SETS:
            if character in "pP" and self.unicode:
                match = _PROPERTY.match(pattern, index)
                if match is None:
                    raise _Invalid("\\p must be followed by the name of a property")
                index = match.end()
            elif character in "pP":
                return index, ord(character)
            return index, -1
        if character == "u" or character == "x":
            match = (_CODE_POINT if character == "u" else _HEX).match(pattern, index)
            if match and (self.unicode or match[0][0] != "{"):
                code = int(match[match.lastindex or 0], 16)
                if code > 0x10FFFF:
                    raise _Invalid("there is no such character")
                index = match.end()
                if 0xD800 <= code <= 0xDBFF and self.unicode:
                    index, code = self.second_surrogate(index, code)
                return index, code
        elif character == "c":
            if _LETTER.match(pattern, index):
                return index + 1, ord(pattern[index]) % 32
        elif character == "k" and not in_class:
            if not self.named:
                return index, -1
            match = _REFERENCE.match(pattern, index)
            if match:
                self.references.append(match[1])
                return match.end(), -1
        elif character in "123456789" or (
            character == "0" and _DECIMAL.match(pattern, index)
        ):
            digits = _DECIMAL.match(pattern, index - 1)[0]  # type: ignore[index]
            if not self.unicode:
                return index, -1
            if character != "0" and not in_class:
                self.highest_reference = max(self.highest_reference, int(digits[:6]))
                return index - 1 + len(digits), -1
        elif character in _CONTROLS or character in _SYNTAX:
            return index, _CONTROLS.get(character, ord(character))
        elif character == "B" and not in_class or self.sets and in_class:
            return index, -1
        elif character == "-" and in_class:
            return index, ord("-")
        if self.unicode:
            raise _Invalid(f"\\{character} is no escape sequence here")
        return index, -1 if character == "c" else ord(character)

    def second_surrogate(self, index: int, code: int) -> tuple[int, int]:
        """The character that two escaped surrogates make, where they do."""
        match = _CODE_POINT.match(self.pattern, index + 2)
        if self.pattern.startswith("\\u", index) and match and match[2]:
            low = int(match[2], 16)
            if 0xDC00 <= low <= 0xDFFF:
                code = 0x10000 + (code - 0xD800) * 0x400 + low - 0xDC00
                return match.end(), code
        return index, code


def _less(digits: str, other: str) -> bool:
    """Compares numbers of any length."""
    digits, other = digits.lstrip("0"), other.lstrip("0")
    return (len(digits), digits) < (len(other), other)
