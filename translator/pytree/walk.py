"""Going through Python trees: ``ast.walk`` without what is no code.

``ast.iter_child_nodes`` also gives the contexts and operators (``Load``, ``Add``), which are
half of all nodes, and asks for each field of each node by its name again.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

#: Fields that hold text, numbers, contexts or operators: no node to go into.
_PLAIN = frozenset("""
    arg asname attr conversion ctx formatted id is_async kind level lineno module n name
    names op ops s simple source text type_comment trailing
    """.split())
_FIELDS: dict[type[ast.AST], tuple[str, ...]] = {}


def _fields_of(kind: type[ast.AST]) -> tuple[str, ...]:
    plain = (
        _PLAIN - {"names"} if issubclass(kind, (ast.Import, ast.ImportFrom)) else _PLAIN
    )
    found = _FIELDS[kind] = tuple(name for name in kind._fields if name not in plain)
    return found


def children(node: ast.AST) -> list[Any]:
    """The nodes right below one, in the order of its fields."""
    kind = type(node)
    fields = _FIELDS.get(kind)
    if fields is None:
        fields = _fields_of(kind)
    found: list[Any] = []
    for name in fields:
        value = getattr(node, name, None)
        if value.__class__ is list:
            found += [item for item in value if isinstance(item, ast.AST)]
        elif isinstance(value, ast.AST):
            found.append(value)
    return found


def walk(node: ast.AST) -> Iterator[Any]:
    """A node and all that is below it, each before what is in it."""
    stack = [node]
    while stack:
        node = stack.pop()
        yield node
        stack += reversed(children(node))
