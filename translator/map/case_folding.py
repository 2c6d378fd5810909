"""Which letters are the same with the flag i (ECMA-262 22.2.2.7.3), in Python and not there.

Python takes for the same what has one small letter, or one capital; JavaScript what has one
capital, and with the flag u what has one simple case folding. Letters that are not the same
on both sides are few: they were found by comparing all of Unicode.
"""

from __future__ import annotations

import re
from functools import cache

from ..analyse.regexp_tree import Char, CharClass, Kind, Part
from .regex_parts import everything_in, ranges_in

#: The characters that Python takes for another one and JavaScript does not.
_RISKY = (
    "IKSiks\u00c5\u00df\u00e5\u0130\u0131\u017f\u0390\u0398\u03a9\u03b0\u03b8\u03c9\u03d1\u03f4\u1e9e"
    + "".join(map(chr, range(0x1F80, 0x1FB0)))
    + "\u1fb3\u1fbc\u1fc3\u1fcc\u1fd3\u1fe3\u1ff3\u1ffc\u2126\u212a\u212b\ufb05\ufb06"
)
#: Simple foldings that ``str.casefold`` has not, as it gives several characters for these
#: (CaseFolding.txt, status S, since Unicode 15.1).
_SIMPLE = {"\u1fd3": "\u0390", "\u1fe3": "\u03b0", "\ufb05": "\ufb06"}
_IOTA, _OTHER_IOTAS = "\u0345", "\u0399\u03b9\u1fbe"
_LETTERS = _IOTA, _OTHER_IOTAS
_MARKS = _OTHER_IOTAS, _IOTA
_SYMBOLS = "\u24dc", "\u24c2"
_MICRO, _MUS = "\u00b5", "\u039c\u03bc"
#: With the flag i: what else a property has for its letters in the other case, and what else
#: its opposite has. None: too many. Properties that are not here have both cases of each letter.
FOLDED_PROPERTIES: dict[str, tuple[str, str] | None] = {
    "ASCII": ("\u017f\u212a", "KSks"),
    "Case_Ignorable": _MARKS,
    "Changes_When_Casefolded": None,
    "Changes_When_Lowercased": None,
    "Changes_When_Titlecased": None,
    "Changes_When_Uppercased": None,
    "Diacritic": _MARKS,
    "Emoji": _SYMBOLS,
    "Extended_Pictographic": _SYMBOLS,
    "Grapheme_Base": _LETTERS,
    "Grapheme_Extend": _MARKS,
    "ID_Start": _LETTERS,
    "Lowercase": None,
    "Math": None,
    "Soft_Dotted": None,
    "Uppercase": None,
    "XID_Start": _LETTERS,
    "gc=Cased_Letter": _LETTERS,
    "gc=Letter": _LETTERS,
    "gc=Lowercase_Letter": None,
    "gc=Mark": _MARKS,
    "gc=Nonspacing_Mark": _MARKS,
    "gc=Titlecase_Letter": None,
    "gc=Uppercase_Letter": None,
    "sc=Common": (_MUS, _MICRO),
    "sc=Greek": (_MICRO + _IOTA, _OTHER_IOTAS + _MUS),
    "sc=Inherited": _MARKS,
    "scx=Common": (_MUS, _MICRO),
    "scx=Greek": (_MICRO, _MUS),
}
_SPACES = (
    (9, 13), (32, 32), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029),
    (0x202F, 0x202F), (0x205F, 0x205F), (0x3000, 0x3000), (0xFEFF, 0xFEFF),
)  # fmt: skip
#: The ranges of the kinds; a capital stands for what is not in them.
KINDS = {
    "d": ((48, 57),),
    "w": ((48, 57), (65, 90), (95, 95), (97, 122)),
    "s": _SPACES,
}


class CaseFolding:
    """``unicode``: with the flag u or v."""

    def __init__(self, unicode: bool) -> None:
        self.unicode = unicode

    def is_risky(self, body: Part) -> bool:
        """Whether a pattern has letters that Python takes for others."""
        return any(
            first <= ord(char) <= last
            for part in everything_in(body)
            for first, last in ranges_in(part)
            for char in _RISKY
        )

    def cases(self, code: int) -> str:
        """The letters that JavaScript takes for the same."""
        wanted = canonical(chr(code), self.unicode)
        return "".join(
            c for c in _others(chr(code)) if canonical(c, self.unicode) == wanted
        )

    def differences(
        self, text: str, part: Char | CharClass, package: str
    ) -> tuple[str, str]:
        """What a part of a pattern matches in Python alone, and what in JavaScript alone.

        ``text`` is what was made of the part.
        """
        surplus: list[str] = []
        missing: list[str] = []
        compiled = re.compile(text, re.IGNORECASE) if package == "re" else None
        for char in _RISKY:
            here = (
                matches_in_regex(part, char, self.unicode)
                if compiled is None
                else compiled.match(char) is not None
            )
            if here != self.matches(part, char):
                (surplus if here else missing).append(char)
        return "".join(surplus), "".join(missing)

    def matches(self, part: Char | CharClass, char: str) -> bool:
        """Whether a part matches a character in JavaScript."""
        found = any(_has(part, other, self.unicode) for other in self.cases(ord(char)))
        return found != (isinstance(part, CharClass) and part.negated)


@cache
def canonical(char: str, unicode: bool) -> str:
    """Canonicalize of ECMA-262: what two characters have in common that are the same."""
    if unicode:
        folded = _SIMPLE.get(char) or char.casefold()
        if len(folded) > 1:
            folded = char.lower()
        return folded if len(folded) == 1 else char
    capital = char.upper()
    if len(capital) > 1 or len(char.encode("utf-16-le", "surrogatepass")) > 2:
        return char
    return char if ord(char) > 127 and ord(capital) < 128 else capital


@cache
def _others(char: str) -> tuple[str, ...]:
    """All that may be the same as a character, itself among them."""
    group = {char}
    while True:
        more = {
            made
            for each in group
            for made in (each.lower(), each.upper(), each.casefold())
            if len(made) == 1
        }
        more |= {c for pair in _SIMPLE.items() if group & {*pair} for c in pair}
        more |= {
            c for c in _RISKY if {c.lower(), c.upper(), c.casefold()} & (group | more)
        }
        if more <= group:
            return tuple(sorted(group))
        group |= more


def matches_in_regex(part: Char | CharClass, char: str, unicode: bool) -> bool:
    """Whether a part matches a character in the package regex, with its flag IGNORECASE."""
    turkish = "\u0130\u0131"
    if char in turkish:  # of i and I each has another one of these
        others = {char, "iI"[turkish.index(char)]}
    elif char in "iI":
        others = {"i", "I", turkish["iI".index(char)]}
    else:
        wanted = canonical(char, True)
        others = {c for c in _others(char) if canonical(c, True) == wanted}
    found = any(_has(part, other, unicode) for other in others)
    return found != (isinstance(part, CharClass) and part.negated)


def _has(part: Char | CharClass, char: str, unicode: bool) -> bool:
    """Whether a part names a character, without regard to case."""
    code = ord(char)
    if isinstance(part, Char):
        return part.code == code
    for item in part.items:
        if isinstance(item, Kind):
            inside = any(a <= code <= b for a, b in KINDS[item.letter.lower()])
            if unicode and item.letter in "wW" and char in "\u017f\u212a":
                inside = True
            if inside == item.letter.islower():
                return True
        elif isinstance(item, tuple) and item[0] <= code <= item[1] or item == code:
            return True
    return False
