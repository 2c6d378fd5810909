"""What the converters of esprima's nodes share: the table of them, and makers of simple ones.

``BY_TYPE`` leads from the ``type`` of one of esprima's nodes to the function that converts
it. expressions.py and statements.py fill it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

BY_TYPE: dict[str, Callable[[Any], Any]] = {}


class EarlyError(Exception):
    """What the tree shows to be wrong although it could be parsed."""

    def __init__(self, offset: int, message: str) -> None:
        super().__init__(offset, message)
        self.offset = offset
        self.message = message


def one(e: Any) -> Any:
    return None if e is None else BY_TYPE[e.type](e)


def many(items: Any) -> list[Any]:
    by_type = BY_TYPE
    return [by_type[item.type](item) for item in items]


def many_with_holes(items: Any) -> list[Any]:
    by_type = BY_TYPE
    return [None if item is None else by_type[item.type](item) for item in items]


# --- the plain ones: field by field ---------------------------------------------------


def plain(make: Any, *names: str) -> Callable[[Any], Any]:
    """Converts a node whose fields all are nodes or None."""
    if not names:
        return lambda e: make(start=e.range[0], end=e.range[1])
    if len(names) == 1:
        (only,) = names

        def convert_one(e: Any) -> Any:
            child = getattr(e, only)
            start, end = e.range
            if child is not None:
                child = BY_TYPE[child.type](child)
            return make(child, start=start, end=end)

        return convert_one

    def convert(e: Any) -> Any:
        by_type = BY_TYPE
        values = []
        for name in names:
            child = getattr(e, name)
            values.append(None if child is None else by_type[child.type](child))
        start, end = e.range
        return make(*values, start=start, end=end)

    return convert


def operator(make: Any, *names: str) -> Callable[[Any], Any]:
    """Converts a node that has an operator before its operands."""
    first, second = (*names, None)[:2]

    def convert(e: Any) -> Any:
        start, end = e.range
        child = getattr(e, first)  # type: ignore[arg-type]
        child = BY_TYPE[child.type](child)
        if second is None:
            return make(e.operator, child, start=start, end=end)
        other = getattr(e, second)
        other = BY_TYPE[other.type](other)
        return make(e.operator, child, other, start=start, end=end)

    return convert


def items(make: Any, name: str, holes: bool = False) -> Callable[[Any], Any]:
    """Converts a node that has one list of nodes."""
    convert_list = many_with_holes if holes else many

    def convert(e: Any) -> Any:
        start, end = e.range
        return make(convert_list(getattr(e, name)), start=start, end=end)

    return convert


def and_flags(make: Any, names: tuple[str, ...], *flags: str) -> Callable[[Any], Any]:
    """Converts a node with child nodes first and plain values behind them."""

    def convert(e: Any) -> Any:
        start, end = e.range
        values = [one(getattr(e, name)) for name in names]
        values += [getattr(e, flag) for flag in flags]
        return make(*values, start=start, end=end)

    return convert


def and_list(make: Any, child: str, rest: str) -> Callable[[Any], Any]:
    """Converts a node with one child (or None) and a list behind it."""

    def convert(e: Any) -> Any:
        start, end = e.range
        return make(
            one(getattr(e, child)), many(getattr(e, rest)), start=start, end=end
        )

    return convert
