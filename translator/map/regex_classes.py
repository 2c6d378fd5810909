"""Characters and classes of regular expressions, for ``re`` and for the package regex.

What \\p{...} may name is in parse/unicode_properties.py. The tables of both sides were
compared over all characters: they are the same for one version of Unicode.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ..analyse.regexp_tree import (
    Char,
    CharClass,
    ClassSet,
    Group,
    Item,
    Kind,
    Part,
    Property,
    Regexp,
)
from ..analyse.regexps import RegexError
from .case_folding import FOLDED_PROPERTIES, CaseFolding
from .regex_parts import (
    captures_backwards,
    everything_in,
    items_in,
    kinds_in,
    properties_in,
    varied_lookbehinds,
)


@dataclass(frozen=True, slots=True)
class Texts:
    """What is known of the texts of a program that patterns may meet.

    ``ascii``: there are no others. ``lines``: no line ends but ``\\n``. ``spaces``: none of
    the few characters that are white space in one language only.
    """

    ascii: bool = False
    lines: bool = False
    spaces: bool = False


#: What the kinds hold (ECMA-262 22.2.2.9; white space is that of JavaScript).
_EXPLICIT = {
    "d": "0-9",
    "D": r"\x00-/:-\U0010ffff",
    "w": "A-Za-z0-9_",
    "W": r"\x00-/:-@\[-\^`{-\U0010ffff",
    "s": r"\t-\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff",
    "S": r"\x00-\x08\x0e-\x1f!-\x9f\xa1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e"
    r"\u2030-\u205e\u2060-\u2fff\u3001-\ufefe\uff00-\U0010ffff",
}
#: The same with the flags i and u.
_FOLDED = {
    "w": r"A-Za-z0-9_\u017f\u212a",
    "W": r"\x00-/:-@\[-\^`{-\u017e\u0180-\u2129\u212b-\U0010ffff",
}
LINE_ENDS = "\\n\\r\\u2028\\u2029"
_SYNTAX = frozenset("^$\\.*+?()[]{}|")
_NAMED = {8: "\\x08", 9: "\\t", 10: "\\n", 11: "\\v", 12: "\\f", 13: "\\r"}


#: Names that the package reads otherwise.
_SPELLED = {"IDC": "ID_Continue", "VS": "Variation_Selector"}
_UNKNOWN = frozenset({"Changes_When_NFKC_Casefolded"})


class ClassWriter:
    """``package``: the module that compiles the pattern, ``re`` or ``regex``."""

    def __init__(self, parsed: Regexp, texts: Texts) -> None:
        self.parsed = parsed
        self.texts = texts
        flags = parsed.flags
        self.dot_all, self.multiline, self.ignore = (f in flags for f in "smi")
        self.unicode = not {"u", "v"}.isdisjoint(flags)
        properties = properties_in(parsed.body)
        beyond = (
            properties
            or varied_lookbehinds(parsed.body)
            or captures_backwards(parsed.body)
        )
        self.package = "regex" if beyond else "re"
        self.folding = CaseFolding(self.unicode)
        kinds = kinds_in(parsed.body)
        self.plain = texts.ascii
        ignoring = "i" in flags or ignores_case(parsed.body)
        one_case = ignoring and (
            self.unicode
            or "non-ascii" in kinds
            or not self.folding.is_risky(parsed.body)
        )
        self.ascii = (
            not texts.ascii
            and not properties
            and not (ignoring and ("non-ascii" in kinds or self.unicode))
            and (
                bool(kinds & set("dDwWbB"))
                and not kinds & set("sS")
                or ignoring
                and not one_case
                and (beyond is False or not kinds & set("sS"))
            )
        )

    # -- one character ---------------------------------------------------------------------

    def char(self, code: int) -> str:
        char = chr(code)
        if code in _NAMED:
            return _NAMED[code]
        if char in _SYNTAX:
            return f"\\{char}"
        return self.exact(shown(code), Char(code))

    @property
    def more_words(self) -> bool:
        """With the flags i and u, two letters beyond ASCII belong to words: those whose
        capital or small letter is an s or a k (ECMA-262 22.2.2.7.3)."""
        return self.ignore and self.unicode and not self.plain

    def kind(self, letter: str) -> str:
        if self.is_plain(letter):
            return self.plain_kind(letter)
        sign = "" if letter.islower() else "^"
        text = f"[{sign}{self.explicit(letter.lower())}]"
        if not self.ignore or letter not in "wW" or self.ascii:
            return text
        if self.package == "regex" and letter == "W":
            # The package takes (?-i:[^...])|... for a choice without regard to case.
            text = f"[{self.explicit(letter)}]"
        return f"(?-i:{text})"

    def explicit(self, letter: str) -> str:
        return (_FOLDED if self.more_words else _EXPLICIT).get(
            letter, _EXPLICIT[letter]
        )

    def edge(self, kind: str) -> str:
        """``\\b`` and ``\\B``, which in Python know all letters."""
        if self.plain or self.ascii:
            return f"\\{kind}"
        if self.package == "re" and not self.more_words:
            return f"(?a:\\{kind})"
        word = self.kind("w")
        if kind == "b":
            return f"(?:(?<={word})(?!{word})|(?<!{word})(?={word}))"
        return f"(?:(?<={word})(?={word})|(?<!{word})(?!{word}))"

    def is_plain(self, letter: str) -> bool:
        return self.texts.spaces if letter in "sS" else self.plain or self.ascii

    def plain_kind(self, letter: str) -> str:
        return f"(?u:\\{letter})" if self.ascii and letter in "sS" else f"\\{letter}"

    def property(self, part: Property) -> str:
        text = self.property_inside(part)
        return text if text.count("\\") == 1 and text.endswith("}") else f"[{text}]"

    def property_inside(self, part: Property) -> str:
        if part.name in _UNKNOWN:
            raise RegexError(
                f"the property {part.text}, which the package regex has not"
            )
        text = _SPELLED.get(part.text, part.text)
        text = f"\\{'P' if part.negated else 'p'}{{{text}}}"
        if not self.ignore or part.name not in FOLDED_PROPERTIES:
            return text
        more = FOLDED_PROPERTIES[part.name]
        if more is None or part.negated and "v" in self.parsed.flags:
            raise RegexError(f"the property {part.text} with the flag i")
        letters = [c for c in more[part.negated] if c.isascii() or not self.plain]
        return text + "".join(map(shown, map(ord, letters)))

    # -- classes ---------------------------------------------------------------------------

    def char_class(self, part: CharClass) -> str:
        if not part.items:
            # [] matches nothing, [^] matches anything.
            return "[\\s\\S]" if part.negated else "(?!)"
        kinds = {item.letter for item in part.items if isinstance(item, Kind)}
        if any({letter, letter.upper()} <= kinds for letter in "dws"):
            return "(?!)" if part.negated else "[\\s\\S]"
        inner = [i for i in part.items if isinstance(i, (CharClass, ClassSet))]
        if inner:
            outer = tuple(i for i in part.items if i not in inner)
            options = [CharClass(False, outer)] if outer else []
            union = "|".join(map(self.item, [*options, *inner]))
            return f"(?:(?!{union})[\\s\\S])" if part.negated else f"(?:{union})"
        properties = tuple(i for i in part.items if isinstance(i, Property))
        rest = tuple(i for i in part.items if not isinstance(i, Property))
        if properties and rest and self.is_folded_otherwise(CharClass(False, rest)):
            union = f"{self.item(CharClass(False, properties))}|{self.item(CharClass(False, rest))}"
            return f"(?:(?!{union})[\\s\\S])" if part.negated else f"(?:{union})"
        text = self.class_text(part)
        return text if properties else self.exact(text, part)

    def class_text(self, part: CharClass) -> str:
        spaces = [i for i in part.items if isinstance(i, Kind) and i.letter in "sS"]
        if self.ascii and spaces and self.texts.spaces:
            rest = tuple(i for i in part.items if i not in spaces)
            if not rest:
                return f"(?u:[{'^' if part.negated else ''}\\{spaces[0].letter}])"
            body = self.class_text(CharClass(False, rest))
            union = f"{self.plain_kind(spaces[0].letter)}|{body}"
            return f"(?:(?!{union})[\\s\\S])" if part.negated else f"(?:{union})"
        texts: list[str] = []
        for item in part.items:
            if isinstance(item, Kind):
                texts.append(self.kind_inside(item.letter))
            elif isinstance(item, Property):
                texts.append(self.property_inside(item))
            elif isinstance(item, tuple):
                texts.append(f"{self.member(item[0])}-{self.member(item[1])}")
            elif isinstance(item, int):
                outer = item == 45 and (not texts or len(texts) == len(part.items) - 1)
                texts.append("-" if outer else self.member(item))
        body = "".join(texts)
        if body.startswith("^") and not part.negated:
            body = "\\" + body
        body = re.sub(r"(?<!\\)(?:\\\\)*\[", lambda m: m[0][:-1] + "\\[", body)
        body = re.sub(r"([&~|])(?=\1)", r"\\\1", body)
        return f"[{'^' if part.negated else ''}{body}]"

    def class_set(self, part: ClassSet) -> str:
        """``[A--B]`` as ``(?!B)A``, ``[A&&B]`` as ``(?=B)A``."""
        if self.ignore and {"w", "W"} & kinds_in(part):
            # V8 takes one case of a letter out of the words, and not the other.
            raise RegexError("a set operation with \\w, with the flag i")
        first, *others = map(self.item, part.operands)
        if part.operator == "--":
            text = f"(?!{'|'.join(others)}){first}"
        else:
            text = "".join(f"(?={other})" for other in others) + first
        return f"(?:(?!{text})[\\s\\S])" if part.negated else f"(?:{text})"

    def item(self, item: Item) -> str:
        """An item of a class as a pattern of its own."""
        if isinstance(item, int):
            return self.char(item)
        if isinstance(item, tuple):
            return self.char_class(CharClass(False, (item,)))
        if isinstance(item, Kind):
            return self.kind(item.letter)
        if isinstance(item, Property):
            return self.property(item)
        return (
            self.char_class(item)
            if isinstance(item, CharClass)
            else self.class_set(item)
        )

    def kind_inside(self, letter: str) -> str:
        return f"\\{letter}" if self.is_plain(letter) else self.explicit(letter)

    def member(self, code: int) -> str:
        char = chr(code)
        if code in _NAMED:
            return _NAMED[code]
        return f"\\{char}" if char in "\\]-" else shown(code)

    # -- the flag i ------------------------------------------------------------------------

    def is_folded_otherwise(self, part: Char | CharClass) -> bool:
        text = shown(part.code) if isinstance(part, Char) else self.class_text(part)
        return self.exact(text, part) != text

    def exact(self, text: str, part: Char | CharClass) -> str:
        """The text of a part, without the letters that Python alone takes for its own."""
        if not self.ignore or self.plain or self.ascii:
            return text
        if not self.unicode and any(
            item > 0xFFFF for item in items_in(part) if isinstance(item, int)
        ):
            return f"(?-i:{text})"
        surplus, missing = self.folding.differences(text, part, self.package)
        if not surplus and not missing:
            return text
        if isinstance(part, Char) and not missing:
            both = "".join(map(shown, map(ord, self.folding.cases(part.code))))
            return f"(?-i:[{both}])"
        if surplus:
            text = f"(?!(?-i:[{''.join(map(shown, map(ord, surplus)))}])){text}"
        if missing:
            text = f"{text}|(?-i:[{''.join(map(shown, map(ord, missing)))}])"
        return f"(?:{text})"


def ignores_case(body: Part) -> bool:
    """Whether a part of a pattern, ``(?i:...)``, takes small letters and capitals for the
    same."""
    return any(isinstance(p, Group) and "i" in p.on for p in everything_in(body))


def shown(code: int) -> str:
    char = chr(code)
    # A mark without a letter before it would stand on what is before it.
    alone = unicodedata.category(char) not in ("Mn", "Me")
    if char.isprintable() and alone and not 0xD800 <= code < 0xE000:
        return char
    if code < 256:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
