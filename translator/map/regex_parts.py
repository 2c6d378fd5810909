"""What can be said of a part of a pattern, or of the text that was made of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..analyse.regexp_tree import (
    Anchor,
    Backreference,
    Char,
    CharClass,
    Choice,
    ClassSet,
    Group,
    Item,
    Kind,
    Look,
    Part,
    Property,
    Repeat,
    Sequence,
    captures,
    width,
)


def is_single(text: str) -> bool:
    """Whether a text is one item that a quantifier may follow."""
    return (
        len(text) == 1
        or (text[0] == "[" and text[-1] == "]")
        or (text[0] == "(" and text[-1] == ")")
        or re.fullmatch(
            r"\\(?:[^0-9xuUpP]|[pP]\{[^}]*\}|\d+|x..|u.{4}|U.{8})", text, re.DOTALL
        )
        is not None
    )


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
    return frozenset(p.to for p in everything_in(part) if isinstance(p, Backreference))


def everything_in(part: Part) -> Iterator[Part]:
    """The part, and all that is inside of it."""
    stack = [part]
    while stack:
        current = stack.pop()
        yield current
        stack += children(current)


def items_in(part: Part) -> Iterator[Item]:
    """The items of a part that matches one character, those of classes inside of it too."""
    if isinstance(part, Char):
        yield part.code
    elif isinstance(part, (Kind, Property)):
        yield part
    elif isinstance(part, (CharClass, ClassSet)):
        for item in part.items if isinstance(part, CharClass) else part.operands:
            if isinstance(item, (CharClass, ClassSet)):
                yield from items_in(item)
            else:
                yield item


def ranges_in(part: Part) -> Iterator[tuple[int, int]]:
    """The characters and ranges that a part names."""
    for item in items_in(part):
        if isinstance(item, tuple):
            yield item
        elif isinstance(item, int):
            yield item, item


def properties_in(part: Part) -> bool:
    """Whether a part asks for properties of Unicode."""
    return any(
        isinstance(item, Property)
        for inner in everything_in(part)
        for item in items_in(inner)
    )


def varied_lookbehinds(part: Part) -> bool:
    """Whether there is a lookbehind that ``re`` does not take, for its width varies."""
    return any(
        isinstance(look, Look) and not look.ahead and not has_widths(bare(look.body))
        for look in everything_in(part)
    )


def captures_backwards(part: Part) -> bool:
    """Whether a lookbehind has a group in a repetition: JavaScript goes through it from its
    end (ECMA-262 22.2.2.4), and keeps the first of the text; ``re`` keeps the last."""
    return any(
        isinstance(inner, Repeat)
        and (inner.high is None or inner.high > 1)
        and captures(inner.body)
        for look in everything_in(part)
        if isinstance(look, Look) and not look.ahead
        for inner in everything_in(look.body)
    )


def has_widths(body: Part) -> bool:
    """Whether a part has one width, or is a choice between parts of which each has one."""
    low, high = width(body)
    return low == high or (
        isinstance(body, Choice)
        and all(width(o)[0] == width(o)[1] for o in body.options)
    )


def bare(body: Part) -> Part:
    """A part without the parentheses around it that do not capture."""
    while isinstance(body, Group) and body.index is None and not body.on + body.off:
        body = body.body
    return body


def kinds_in(part: Part) -> set[str]:
    """The letters of the kinds and anchors, and whether there are letters beyond ASCII."""
    found: set[str] = set()
    for current in everything_in(part):
        if isinstance(current, Anchor):
            found.add(current.kind)
        found.update(i.letter for i in items_in(current) if isinstance(i, Kind))
        if any(last > 127 for _, last in ranges_in(current)):
            found.add("non-ascii")
    return found
