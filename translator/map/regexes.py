"""Regular expressions: JavaScript's syntax to that of Python's ``re``.

The differences: ECMA-262 section 22.2 against https://docs.python.org/3/library/re.html.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from functools import lru_cache

from ..analyse.regexp_tree import (
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
    captures,
    sure,
    width,
)
from ..analyse.regexps import RegexError, parse_regexp


@dataclass(frozen=True, slots=True)
class Texts:
    """What is known of the texts of a program that patterns may meet.

    ``ascii``: there are no others. ``lines``: no line ends but ``\\n``. ``spaces``: none of
    the few characters that are white space in one language only.
    """

    ascii: bool = False
    lines: bool = False
    spaces: bool = False


@dataclass(frozen=True, slots=True)
class Translated:
    """``flags``: names of ``re``. ``stale``: groups that keep an older text in Python."""

    pattern: str
    flags: tuple[str, ...]
    stale: frozenset[int] = frozenset()


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
_LINE_ENDS = "\\n\\r\\u2028\\u2029"
_SYNTAX = frozenset("^$\\.*+?()[]{}|")
_NAMED = {8: "\\x08", 9: "\\t", 10: "\\n", 11: "\\v", 12: "\\f", 13: "\\r"}


@lru_cache(maxsize=1024)
def translate_regex(pattern: str, flags: str, texts: Texts = Texts()) -> Translated:
    """The pattern for ``re``. Raises RegexError for what ``re`` cannot do the same way.

    ``g``, ``y`` and ``d`` say how a pattern is used, not what it matches.
    """
    parsed = parse_regexp(pattern, flags)
    found = _Writer(parsed, texts).run()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(found.pattern)
    except (re.error, OverflowError, FutureWarning, DeprecationWarning) as error:
        raise RegexError(f"re does not take it: {error}") from None
    return found


class _Writer:
    def __init__(self, parsed: Regexp, texts: Texts) -> None:
        self.parsed = parsed
        self.texts = texts
        self.names = {index: name for name, index in parsed.names}
        flags = parsed.flags
        self.dot_all, self.multiline, self.ignore = (f in flags for f in "smi")
        self.known: set[int] = set()
        self.closed: set[int] = set()
        self.stale: set[int] = set()
        self.used: set[str] = set()
        kinds = kinds_in(parsed.body)
        self.plain = texts.ascii
        self.ascii = (
            not texts.ascii
            and bool(kinds & set("dDwWbB"))
            and not kinds & set("sS")
            and not ("i" in flags and "non-ascii" in kinds)
        )
        self.unicode = not {"u", "v"}.isdisjoint(flags)

    def run(self) -> Translated:
        body = self.parsed.body
        if "g" in self.parsed.flags and prefers_empty(body) and not self.is_whole(body):
            # At the same place re.sub and its like look for a match that is not empty.
            raise RegexError("a pattern that rather matches nothing than something")
        pattern = self.write(body)
        flags = []
        if self.ascii:
            flags.append("ASCII")
        if "i" in self.parsed.flags:
            flags.append("IGNORECASE")
        if "MULTILINE" in self.used:
            flags.append("MULTILINE")
        if "DOTALL" in self.used:
            flags.append("DOTALL")
        return Translated(pattern, tuple(flags), frozenset(self.stale))

    def is_whole(self, body: Part) -> bool:
        """Whether a match is the whole text: ``^...$``."""
        return (
            isinstance(body, Sequence)
            and not self.multiline
            and body.parts[0] == Anchor("^")
            and body.parts[-1] == Anchor("$")
        )

    # -- parts -----------------------------------------------------------------------------

    def write(self, part: Part) -> str:
        if isinstance(part, Char):
            return self.char(part.code)
        if isinstance(part, Any):
            return self.any()
        if isinstance(part, Kind):
            return self.kind(part.letter)
        if isinstance(part, CharClass):
            return self.char_class(part)
        if isinstance(part, Anchor):
            return self.anchor(part.kind)
        if isinstance(part, Backreference):
            return self.backreference(part.to)
        if isinstance(part, Group):
            return self.group(part)
        if isinstance(part, Look):
            return self.look(part)
        if isinstance(part, Repeat):
            return self.repeat(part)
        if isinstance(part, Sequence):
            return self.sequence(part)
        return self.choice(part.options)

    def sequence(self, part: Sequence) -> str:
        texts: list[str] = []
        for item in part.parts:
            text = self.write(item)
            if isinstance(item, Choice):
                text = f"(?:{text})"
            if texts and text[:1].isdigit() and re.search(r"\\\d+$", texts[-1]):
                text = f"(?:{text})" if not isinstance(item, Char) else f"[{text}]"
            texts.append(text)
            self.known |= sure(item)
        return "".join(texts)

    def choice(self, options: tuple[Part, ...]) -> str:
        texts: list[str] = []
        known = set(self.known)
        for option in options:
            self.known = set(known)
            texts.append(self.write(option))
        self.known = known
        return "|".join(texts)

    def char(self, code: int) -> str:
        char = chr(code)
        if code in _NAMED:
            return _NAMED[code]
        if char in _SYNTAX:
            return f"\\{char}"
        return shown(code)

    def any(self) -> str:
        if self.dot_all:
            if "s" in self.parsed.flags:
                self.used.add("DOTALL")
                return "."
            return "(?s:.)"
        if self.texts.lines and "s" not in self.parsed.flags:
            return "."
        return "[^\\n]" if self.texts.lines else f"[^{_LINE_ENDS}]"

    def kind(self, letter: str) -> str:
        self.check_word(letter)
        plain = self.texts.spaces if letter in "sS" else self.plain or self.ascii
        if plain:
            return f"\\{letter}"
        sign = "" if letter.islower() else "^"
        return f"[{sign}{_EXPLICIT[letter.lower()]}]"

    def char_class(self, part: CharClass) -> str:
        if not part.items:
            # [] matches nothing, [^] matches anything.
            return "[\\s\\S]" if part.negated else "(?!)"
        kinds = {item.letter for item in part.items if isinstance(item, Kind)}
        if any({letter, letter.upper()} <= kinds for letter in "dws"):
            return "(?!)" if part.negated else "[\\s\\S]"
        texts: list[str] = []
        for item in part.items:
            if isinstance(item, Kind):
                texts.append(self.kind_inside(item.letter))
            elif isinstance(item, tuple):
                texts.append(f"{self.member(item[0])}-{self.member(item[1])}")
            else:
                outer = item == 45 and (not texts or len(texts) == len(part.items) - 1)
                texts.append("-" if outer else self.member(item))
        body = "".join(texts)
        if body.startswith("^") and not part.negated:
            body = "\\" + body
        body = re.sub(r"(?<!\\)(?:\\\\)*\[", lambda m: m[0][:-1] + "\\[", body)
        body = re.sub(r"([&~|])(?=\1)", r"\\\1", body)
        text = f"[{'^' if part.negated else ''}{body}]"
        if self.ignore and "W" in kinds and not (self.plain or self.ascii):
            if any(chr(code).upper() != chr(code).lower() for code in codes_in(part)):
                raise RegexError("\\W beside letters in a class, with the flag i")
            return f"(?-i:{text})"  # a range of letters would take more
        return text

    def check_word(self, letter: str) -> None:
        """With the flags i and u, two letters beyond ASCII belong to words: those whose
        capital or small letter is an s or a k (ECMA-262 22.2.2.7.3)."""
        if letter in "wW" and self.ignore and self.unicode and not self.plain:
            raise RegexError(f"\\{letter} with the flags i and u")

    def kind_inside(self, letter: str) -> str:
        self.check_word(letter)
        plain = self.texts.spaces if letter in "sS" else self.plain or self.ascii
        return f"\\{letter}" if plain else _EXPLICIT[letter]

    def member(self, code: int) -> str:
        char = chr(code)
        if code in _NAMED:
            return _NAMED[code]
        return f"\\{char}" if char in "\\]-" else shown(code)

    def anchor(self, kind: str) -> str:
        if kind in "bB":
            if self.plain or self.ascii:
                return f"\\{kind}"
            return f"(?a:\\{kind})"
        if not self.multiline:
            if kind == "$":
                return "\\Z"
            return "^" if "m" not in self.parsed.flags else "\\A"
        if not self.texts.lines:
            look = "(?<!" if kind == "^" else "(?!"
            return f"{look}[^{_LINE_ENDS}])"
        if "m" not in self.parsed.flags:
            return f"(?m:{kind})"
        self.used.add("MULTILINE")
        return kind

    def backreference(self, to: int) -> str:
        if to not in self.known:
            if to not in self.closed:
                return "(?:)"  # of a group that comes later, or is not closed yet
            raise RegexError("a reference to a group that may have taken no part")
        name = self.names.get(to)
        return f"\\{to}" if name is None else f"(?P={name})"

    def group(self, part: Group) -> str:
        if part.index is None and (part.on or part.off):
            return self.modified(part)
        text = self.write(part.body)
        if part.index is None:
            return f"(?:{text})"
        self.closed.add(part.index)
        self.known.add(part.index)
        return f"({text})" if part.name is None else f"(?P<{part.name}>{text})"

    def modified(self, part: Group) -> str:
        before = self.dot_all, self.multiline, self.ignore
        for flags, value in ((part.on, True), (part.off, False)):
            self.dot_all = value if "s" in flags else self.dot_all
            self.multiline = value if "m" in flags else self.multiline
            self.ignore = value if "i" in flags else self.ignore
        text = self.write(part.body)
        changed = self.ignore != before[2]
        sign = "i" if self.ignore else "-i"
        self.dot_all, self.multiline, self.ignore = before
        return f"(?{sign}:{text})" if changed else f"(?:{text})"

    def look(self, part: Look) -> str:
        before = set(self.known)
        head = "(?" + ("" if part.ahead else "<") + ("!" if part.negated else "=")
        body = part.body
        while isinstance(body, Group) and body.index is None and not body.on + body.off:
            body = body.body
        low, high = width(body)
        if part.ahead or low == high:
            text = f"{head}{self.write(body)})"
        elif isinstance(body, Choice) and all(
            width(o)[0] == width(o)[1] for o in body.options
        ):
            # All options of a lookbehind have one width in re.
            options = []
            for option in body.options:
                self.known = set(before)
                options.append(f"{head}{self.write(option)})")
            text = "".join(options) if part.negated else f"(?:{'|'.join(options)})"
        else:
            raise RegexError("a lookbehind without a fixed width")
        if not part.ahead and references(body):
            raise RegexError("a reference inside of a lookbehind")
        if part.negated:
            self.known = before
        return text

    def repeat(self, part: Repeat) -> str:
        inside = captures(part.body)
        before = set(self.known)
        text = self.write(part.body)
        many = part.high is None or part.high > 1
        if prefers_empty(part.body) and (many or part.low == 0):
            raise RegexError("a repetition of what rather matches nothing")
        if many:
            # JavaScript forgets the groups at each round, Python does not.
            self.stale |= inside - sure(part.body)
            if width(part.body)[0] == 0:
                self.stale |= inside
            if references(part.body) & (inside - sure(part.body)):
                raise RegexError("a reference to a group of an earlier round")
        if width(part.body)[0] == 0 and inside and part.low == 0:
            self.stale |= inside  # an empty round does not count in JavaScript
        self.known = before
        if (
            isinstance(part.body, (Sequence, Choice, Repeat, Look))
            or not isinstance(part.body, Group)
            and not is_single(text)
        ):
            text = f"(?:{text})"
        if (part.low, part.high) == (0, None):
            sign = "*"
        elif (part.low, part.high) == (1, None):
            sign = "+"
        elif (part.low, part.high) == (0, 1):
            sign = "?"
        elif part.high is None:
            sign = f"{{{part.low},}}"
        elif part.low == part.high:
            sign = f"{{{part.low}}}"
        else:
            sign = f"{{{part.low},{part.high}}}"
        return text + sign + ("?" if part.lazy else "")


def is_single(text: str) -> bool:
    """Whether a text is one item that a quantifier may follow."""
    return (
        len(text) == 1
        or (text[0] == "[" and text[-1] == "]")
        or (text[0] == "(" and text[-1] == ")")
        or re.fullmatch(r"\\(?:[^0-9xuU]|\d+|x..|u.{4}|U.{8})", text, re.DOTALL)
        is not None
    )


def shown(code: int) -> str:
    char = chr(code)
    if char.isprintable() and not 0xD800 <= code < 0xE000:
        return char
    if code < 256:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def children(part: Part) -> tuple[Part, ...]:
    if isinstance(part, (Group, Look, Repeat)):
        return (part.body,)
    if isinstance(part, Sequence):
        return part.parts
    return part.options if isinstance(part, Choice) else ()


def prefers_empty(part: Part) -> bool:
    """Whether a part may match nothing though something would match too."""
    if width(part)[0] > 0:
        return False
    if isinstance(part, Choice) and any(width(o)[0] == 0 for o in part.options[:-1]):
        return True
    if isinstance(part, Repeat) and part.lazy and part.low == 0 and part.high != 0:
        return True
    return not isinstance(part, Look) and any(map(prefers_empty, children(part)))


def references(part: Part) -> frozenset[int]:
    """The groups that backreferences inside of a part look at."""
    found: set[int] = set()
    stack = [part]
    while stack:
        current = stack.pop()
        if isinstance(current, Backreference):
            found.add(current.to)
        stack += children(current)
    return frozenset(found)


def codes_in(part: Char | CharClass) -> list[int]:
    """The characters that a part names, of a range the ends."""
    if isinstance(part, Char):
        return [part.code]
    codes: list[int] = []
    for item in part.items:
        if isinstance(item, tuple):
            codes += item
        elif isinstance(item, int):
            codes.append(item)
    return codes


def kinds_in(part: Part) -> set[str]:
    """The letters of the kinds and anchors, and whether there are letters beyond ASCII."""
    found: set[str] = set()
    stack = [part]
    while stack:
        current = stack.pop()
        if isinstance(current, Kind):
            found.add(current.letter)
        elif isinstance(current, Anchor):
            found.add(current.kind)
        elif isinstance(current, (Char, CharClass)):
            if any(code > 127 for code in codes_in(current)):
                found.add("non-ascii")
            if isinstance(current, CharClass):
                found.update(i.letter for i in current.items if isinstance(i, Kind))
        stack += children(current)
    return found
