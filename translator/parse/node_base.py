"""What all nodes share: positions, comments, children."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import ClassVar

__all__ = [
    "Comment", "Node", "Commented", "Expression", "Pattern", "Statement", "children",
    "walk",
]  # fmt: skip


@dataclass(slots=True, eq=False)
class Comment:
    """A comment: ``text`` without its marks; ``block`` for ``/* */``."""

    text: str
    block: bool
    start: int
    end: int
    blank_before: bool = False

    @property
    def is_jsdoc(self) -> bool:
        return self.block and self.text.startswith("*")


@dataclass(slots=True, eq=False, repr=False)
class Node:
    """What all nodes share: the half-open range ``start``..``end`` of the source."""

    start: int = field(kw_only=True, default=0)
    end: int = field(kw_only=True, default=0)

    child_fields: ClassVar[tuple[str, ...]] = ()

    @property
    def type(self) -> str:
        """The ESTree name of the node."""
        return type(self).__name__

    def __repr__(self) -> str:
        shown = ", ".join(
            f"{f.name}={getattr(self, f.name)!r}"
            for f in fields(self)
            if f.name not in {"start", "end", "leading", "trailing", "inner"}
        )
        return f"{self.type}({shown})"


@dataclass(slots=True, eq=False, repr=False)
class Commented(Node):
    """A node that may carry comments and a blank line before it."""

    leading: list[Comment] = field(kw_only=True, default_factory=list)
    trailing: list[Comment] = field(kw_only=True, default_factory=list)
    inner: list[Comment] = field(kw_only=True, default_factory=list)
    blank_before: bool = field(kw_only=True, default=False)


class Expression(Node):
    __slots__ = ()


class Pattern(Node):
    __slots__ = ()


class Statement(Commented):
    __slots__ = ()


def children(node: Node) -> list[Node]:
    """The child nodes in source order, holes left out."""
    found: list[Node] = []
    for name in node.child_fields:
        child = getattr(node, name)
        if child is None:
            continue
        if child.__class__ is list:
            found += [item for item in child if item is not None]
        else:
            found.append(child)
    return found


def walk(node: Node) -> Iterator[Node]:
    """The node and all that is below it, parents first, without recursion."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        stack += reversed(children(current))
