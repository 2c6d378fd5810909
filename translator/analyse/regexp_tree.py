"""Regular expressions as small trees, and what can be said of a part without running it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Char:
    code: int


@dataclass(frozen=True, slots=True)
class Any:
    """``.``"""


@dataclass(frozen=True, slots=True)
class Kind:
    """``\\d``, ``\\D``, ``\\w``, ``\\W``, ``\\s``, ``\\S``, by the letter."""

    letter: str


@dataclass(frozen=True, slots=True)
class Property:
    """``\\p{...}``, ``\\P{...}``: ``text`` as it is written, ``name`` the one name for it."""

    text: str
    name: str
    negated: bool


@dataclass(frozen=True, slots=True)
class CharClass:
    """``items``: codes, ranges of codes, kinds, properties; with the flag v also classes."""

    negated: bool
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class ClassSet:
    """``[A--B]``, ``[A&&B]``: set operations of the flag v."""

    negated: bool
    operator: str
    operands: tuple[Item, ...]


Item = int | tuple[int, int] | Kind | Property | CharClass | ClassSet


@dataclass(frozen=True, slots=True)
class Anchor:
    """``^``, ``$``, ``b`` or ``B``."""

    kind: str


@dataclass(frozen=True, slots=True)
class Backreference:
    to: int


@dataclass(frozen=True, slots=True)
class Group:
    """``index`` is None for ``(?:...)``; ``on`` and ``off`` are flags, as in ``(?i:...)``."""

    body: Part
    index: int | None = None
    name: str | None = None
    on: str = ""
    off: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    body: Part
    ahead: bool
    negated: bool


@dataclass(frozen=True, slots=True)
class Repeat:
    body: Part
    low: int
    high: int | None
    lazy: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    options: tuple[Part, ...]


Part = (
    Char | Any | Kind | Property | CharClass | ClassSet | Anchor | Backreference | Group
    | Look | Repeat | Sequence | Choice
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Regexp:
    """``groups``: how many capture; ``sure``: those that take part in each match."""

    source: str
    flags: str
    body: Part
    groups: int
    names: tuple[tuple[str, int], ...]
    sure: frozenset[int]

    @property
    def shortest(self) -> int:
        """The fewest characters that a match has."""
        return width(self.body)[0]


def width(part: Part) -> tuple[int, int | None]:
    """The fewest and the most characters that a part matches; None for any number."""
    if isinstance(part, (Char, Any, Kind, Property, CharClass, ClassSet)):
        return 1, 1
    if isinstance(part, (Anchor, Look)):
        return 0, 0
    if isinstance(part, Backreference):
        return 0, None
    if isinstance(part, Group):
        return width(part.body)
    if isinstance(part, Repeat):
        low, high = width(part.body)
        if high == 0 or part.high == 0:
            return 0, 0
        most = None if high is None or part.high is None else high * part.high
        return low * part.low, most
    if isinstance(part, Sequence):
        widths = [width(p) for p in part.parts]
        highs = [high for _, high in widths]
        known = [high for high in highs if high is not None]
        return sum(low for low, _ in widths), (
            sum(known) if len(known) == len(highs) else None
        )
    widths = [width(p) for p in part.options]
    known = [high for _, high in widths if high is not None]
    return min(low for low, _ in widths), (
        max(known) if len(known) == len(widths) else None
    )


def captures(part: Part) -> frozenset[int]:
    """The groups inside of a part."""
    if isinstance(part, Group):
        inner = captures(part.body)
        return inner if part.index is None else inner | {part.index}
    if isinstance(part, (Look, Repeat)):
        return captures(part.body)
    if isinstance(part, Sequence):
        return frozenset().union(*(captures(p) for p in part.parts))
    if isinstance(part, Choice):
        return frozenset().union(*(captures(p) for p in part.options))
    return frozenset()


def captured(part: Part, index: int) -> Group | None:
    """The group of a number inside of a part."""
    if isinstance(part, Group):
        return part if part.index == index else captured(part.body, index)
    if isinstance(part, (Look, Repeat)):
        return captured(part.body, index)
    inner: tuple[Part, ...] = ()
    if isinstance(part, Sequence):
        inner = part.parts
    elif isinstance(part, Choice):
        inner = part.options
    found = (captured(p, index) for p in inner)
    return next((group for group in found if group is not None), None)


def sure(part: Part) -> frozenset[int]:
    """The groups that take part whenever the part matches."""
    if isinstance(part, Group):
        inner = sure(part.body)
        return inner if part.index is None else inner | {part.index}
    if isinstance(part, Look):
        return frozenset() if part.negated else sure(part.body)
    if isinstance(part, Repeat):
        return sure(part.body) if part.low else frozenset()
    if isinstance(part, Sequence):
        return frozenset().union(*(sure(p) for p in part.parts))
    if isinstance(part, Choice):
        return frozenset.intersection(*(sure(p) for p in part.options))
    return frozenset()
