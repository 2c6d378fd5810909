"""Regular expressions: JavaScript's syntax to that of Python's ``re``.

The differences: ECMA-262 section 22.2 against https://docs.python.org/3/library/re.html.
What ``re`` has not is written for the package regex: properties of Unicode, lookbehinds
whose width varies. It goes backwards in a lookbehind as V8 does.
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
    ClassSet,
    Group,
    Kind,
    Look,
    Part,
    Property,
    Regexp,
    Repeat,
    Sequence,
    captures,
    sure,
    width,
)
from ..analyse.regexps import RegexError, parse_regexp
from .regex_classes import LINE_ENDS, ClassWriter, Texts
from .regex_parts import bare, has_widths, is_single, prefers_empty, references

__all__ = ["RegexError", "Texts", "Translated", "translate_regex"]

_ANY_TEXTS = Texts()


@dataclass(frozen=True, slots=True)
class Translated:
    """``flags``: names of ``re``. ``stale``: groups that keep an older text in Python.

    ``package``: ``re``, or ``regex`` for what ``re`` does not take.
    """

    pattern: str
    flags: tuple[str, ...]
    stale: frozenset[int] = frozenset()
    package: str = "re"


@lru_cache(maxsize=1024)
def translate_regex(pattern: str, flags: str, texts: Texts = _ANY_TEXTS) -> Translated:
    """The pattern for ``re``. Raises RegexError for what ``re`` cannot do the same way.

    ``g``, ``y`` and ``d`` say how a pattern is used, not what it matches.
    """
    parsed = parse_regexp(pattern, flags)
    found = _Writer(parsed, texts).run()
    if found.package != "re":
        return found
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(found.pattern)
    except (re.error, OverflowError, FutureWarning, DeprecationWarning) as error:
        raise RegexError(f"re does not take it: {error}") from None
    return found


class _Writer(ClassWriter):
    def __init__(self, parsed: Regexp, texts: Texts) -> None:
        super().__init__(parsed, texts)
        self.names = {index: name for name, index in parsed.names}
        self.known: set[int] = set()
        self.closed: set[int] = set()
        self.stale: set[int] = set()
        self.denied: set[int] = set()
        self.used: set[str] = set()

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
        return Translated(pattern, tuple(flags), frozenset(self.stale), self.package)

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
        if isinstance(part, Property):
            return self.property(part)
        if isinstance(part, CharClass):
            return self.char_class(part)
        if isinstance(part, ClassSet):
            return self.class_set(part)
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

    def any(self) -> str:
        if self.dot_all:
            if "s" in self.parsed.flags:
                self.used.add("DOTALL")
                return "."
            return "(?s:.)"
        if self.texts.lines and "s" not in self.parsed.flags:
            return "."
        return "[^\\n]" if self.texts.lines else f"[^{LINE_ENDS}]"

    def anchor(self, kind: str) -> str:
        if kind in "bB":
            return self.edge(kind)
        if not self.multiline:
            if kind == "$":
                return "\\Z"
            return "^" if "m" not in self.parsed.flags else "\\A"
        if not self.texts.lines:
            look = "(?<!" if kind == "^" else "(?!"
            return f"{look}[^{LINE_ENDS}])"
        if "m" not in self.parsed.flags:
            return f"(?m:{kind})"
        self.used.add("MULTILINE")
        return kind

    def backreference(self, to: int) -> str:
        if to not in self.known:
            if to not in self.closed:
                return "(?:)"  # of a group that comes later, or is not closed yet
            if to in self.stale | self.denied:
                raise RegexError("a reference to a group that may have taken no part")
            name = self.names.get(to, to)
            return f"(?({name}){self.same_as(to)})"
        return self.same_as(to)

    def same_as(self, to: int) -> str:
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
        body = bare(part.body)
        low, high = width(body)
        if part.ahead or low == high or self.package == "regex":
            text = f"{head}{self.write(body)})"
        elif isinstance(body, Choice) and has_widths(body):
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
            self.denied |= captures(body)
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
