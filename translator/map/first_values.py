"""``name = None`` that the very next assignment of the name makes superfluous.

JavaScript declares a variable before it is assigned (``let resolve;``); Python needs no
declaration. Where nothing looks at the name between the two, only the second is kept.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable

from ..pytree.trivia import binding_of, is_code, trailing
from ..pytree.walk import walk

#: How many statements further on an assignment is looked for.
_REACH = 8
_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")


def mark(statement: ast.Assign) -> ast.Assign:
    """Say of an assignment that all it is for is to declare the name."""
    vars(statement)["declares"] = True
    return statement


def drop_unused(blocks: Iterable[list[ast.stmt]]) -> None:
    """Take such assignments out of blocks of statements, and of all blocks in them."""
    stack: list[list[ast.stmt]] = [*blocks]
    while stack:
        block = stack.pop()
        block[:] = [
            s
            for at, s in enumerate(block)
            if not (getattr(s, "declares", False) and _is_superfluous(s, block, at))
        ]
        for node in block:
            stack += _blocks_in(node)


def _blocks_in(node: ast.AST) -> list[list[ast.stmt]]:
    found: list[list[ast.stmt]] = []
    stack = [node]
    while stack:
        current = stack.pop()
        for field in _BLOCKS:
            block = getattr(current, field, None)
            if isinstance(block, list):
                if field in ("handlers", "cases"):
                    stack += block
                elif block:
                    found.append(block)
    return found


def _is_superfluous(declaration: ast.stmt, block: list[ast.stmt], at: int) -> bool:
    assert isinstance(declaration, ast.Assign)
    (target,) = declaration.targets
    if trailing(declaration) is not None:
        return False
    for statement in [s for s in block[at + 1 : at + 1 + _REACH] if is_code(s)]:
        if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
            again = statement.targets[0]
            if _is_same(again, target):
                return not _mentions(statement.value, target)
        if _mentions(statement, target) or _leaves(statement, target):
            return False
    return False


def _leaves(statement: ast.stmt, target: ast.expr) -> bool:
    """Whether a statement may skip what follows, so that the first value stays."""
    kinds: tuple[type[ast.AST], ...] = (ast.Break, ast.Continue)
    if isinstance(target, ast.Attribute):
        kinds += (ast.Return,)
    return any(isinstance(node, kinds) for node in walk(statement))


def _is_same(first: ast.expr, second: ast.expr) -> bool:
    if isinstance(first, ast.Name):
        return (
            isinstance(second, ast.Name)
            and binding_of(first) is not None
            and binding_of(first) is binding_of(second)
        )
    return (
        isinstance(first, ast.Attribute)
        and isinstance(second, ast.Attribute)
        and first.attr == second.attr
        and isinstance(first.value, ast.Name)
        and isinstance(second.value, ast.Name)
        and first.value.id == second.value.id == "self"
    )


def _mentions(tree: ast.AST, target: ast.expr) -> bool:
    """Whether a tree may look at the name; at ``self`` where it is an attribute of it."""
    if isinstance(target, ast.Name):
        binding = binding_of(target)
        return any(binding_of(node) is binding for node in walk(tree))
    return any(isinstance(node, ast.Name) and node.id == "self" for node in walk(tree))
