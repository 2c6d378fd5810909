"""Captured trees put in the places of the placeholders of a parsed template."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from ..pytree.walk import children, walk
from .fold import FOLDED, fold
from .parsed import BINDERS, Parsed
from .schema import Rule

Tree = ast.expr | list[ast.stmt]
_Node = TypeVar("_Node", bound=ast.AST)

_NAMED = (*BINDERS, ast.Global, ast.Nonlocal)


def names_in(trees: Iterable[Tree]) -> set[str]:
    """The identifiers that captured trees mention, other than attributes."""
    found: set[str] = set()
    stack: list[ast.AST] = []
    for tree in trees:
        stack += tree if isinstance(tree, list) else [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, _NAMED) and not hasattr(node, "of_template"):
            for field in ("id", "arg", "name", "names"):
                value = getattr(node, field, None)
                found.update(value if isinstance(value, list) else [value or ""])
        stack += children(node)
    return found


def follow(trees: Iterable[Tree], renamed: Mapping[str, str]) -> None:
    """Rename what captured trees mention of the template's own names."""
    if not renamed:
        return  # a chain of calls would be gone through at each of its links
    for tree in trees:
        for part in tree if isinstance(tree, list) else [tree]:
            for node in walk(part):
                if isinstance(node, ast.Name) and hasattr(node, "of_template"):
                    node.id = renamed.get(node.id, node.id)


def instantiate(
    rule: Rule, parsed: Parsed, trees: Mapping[str, Tree], names: Mapping[str, str]
) -> tuple[list[ast.stmt], ast.expr | None]:
    """A new tree with the captured ones in place, and ``names`` renamed.

    Nodes of the template get no positions. Arithmetic on constants is done.
    """
    maker = _Maker(rule, parsed, trees, names)
    statements: list[ast.stmt] = maker.block(parsed.body)
    value = parsed.value
    if value is None:
        return statements, None
    own = maker.statements(value)
    if own is not None:
        return [*statements, *own], None
    return statements, maker.make(value)


class _Maker:
    def __init__(
        self,
        rule: Rule,
        parsed: Parsed,
        trees: Mapping[str, Tree],
        names: Mapping[str, str],
    ) -> None:
        self.rule = rule
        self.parsed = parsed
        self.trees = trees
        self.names = names
        self.used: set[str] = set()

    def make(self, node: Any, spread: bool = False) -> Any:
        """The node anew; ``spread``: a ``*x`` is allowed at this place."""
        if isinstance(node, ast.Name):
            return self.name(node, spread)
        new = type(node)()
        for name in node._fields:
            value = getattr(node, name, None)
            if isinstance(value, list):
                if value and isinstance(value[0], ast.stmt):
                    items = self.block(value)
                    if not items and name != "orelse":
                        items = [ast.Pass()]
                else:
                    items = self.items(value, spread=name in {"elts", "args"})
                setattr(new, name, items)
            elif isinstance(value, ast.AST):
                setattr(new, name, self.make(value))
            elif isinstance(value, str) and not isinstance(node, ast.Constant):
                binds = isinstance(node, BINDERS)
                setattr(new, name, self.text(value, binds))
            else:
                setattr(new, name, value)
        if isinstance(new, ast.arg) and node.arg in self.trees:
            for name, value in vars(self.trees[node.arg]).items():
                if name not in ast.Name._fields:  # what is set on the Name
                    setattr(new, name, value)
        return fold(new) if type(new) in FOLDED else new

    def items(self, values: Sequence[Any], spread: bool) -> list[Any]:
        return [
            (
                self.make(item, spread)
                if isinstance(item, ast.AST)
                else self.text(item, binds=True)  # of `global` and `nonlocal`
            )
            for item in values
        ]

    def block(self, statements: Sequence[ast.stmt]) -> list[ast.stmt]:
        made: list[ast.stmt] = []
        for statement in statements:
            own = None
            if isinstance(statement, ast.Expr):
                own = self.statements(statement.value)
            made += [self.make(statement)] if own is None else own
        return made

    def statements(self, node: ast.expr) -> list[ast.stmt] | None:
        """The statements that a placeholder on a line of its own stands for, if any."""
        if not isinstance(node, ast.Name):
            return None
        tree = self.trees.get(node.id)
        if not isinstance(tree, list):
            return None
        if node.id in self.used:
            return [copied(statement) for statement in tree]
        self.used.add(node.id)
        return tree

    def shown(self, identifier: str) -> str:
        return self.parsed.placeholders[identifier].text

    def name(self, node: ast.Name, spread: bool) -> ast.expr:
        tree = self.trees.get(node.id)
        if tree is None:
            return ast.Name(self.names.get(node.id, node.id), type(node.ctx)())
        if isinstance(tree, list):
            raise self.rule.error(
                f"{self.shown(node.id)} is statements, which stand on a line of their own"
            )
        if isinstance(tree, ast.Starred) and not spread:
            raise self.rule.error(
                f"{self.shown(node.id)} is a spread here, which may stand "
                "only among arguments and elements; use 'is spread' in the template"
            )
        context = type(node.ctx)
        if node.id in self.used or context is not ast.Load:
            tree = copied(tree)
        self.used.add(node.id)
        if not isinstance(getattr(tree, "ctx", ast.Load()), context):
            _set_context(tree, context)
        return tree

    def text(self, value: Any, binds: bool) -> Any:
        """An identifier that is no Name: a parameter, an attribute, a keyword."""
        tree = self.trees.get(value)
        if tree is None:
            return self.names.get(value, value) if binds else value
        if isinstance(tree, ast.Name):
            return tree.id
        raise self.rule.error(f"{self.shown(value)} stands where only a name may stand")


def _set_context(tree: ast.expr, context: type[ast.expr_context]) -> None:
    if isinstance(tree, (ast.Tuple, ast.List)):
        for item in tree.elts:
            _set_context(item, context)
    elif isinstance(tree, ast.Starred):
        _set_context(tree.value, context)
    if hasattr(tree, "ctx"):
        tree.ctx = context()


def copied(tree: _Node) -> _Node:
    """A deep copy of a tree, with all that is set on its nodes; without recursion."""
    top: _Node = _shell(tree)
    stack: list[ast.AST] = [top]
    while stack:
        node = stack.pop()
        for name in node._fields:
            value = getattr(node, name, None)
            if isinstance(value, ast.AST):
                new = _shell(value)
                setattr(node, name, new)
                stack.append(new)
            elif isinstance(value, list):
                items = [_shell(i) if isinstance(i, ast.AST) else i for i in value]
                setattr(node, name, items)
                stack += (item for item in items if isinstance(item, ast.AST))
    return top


def _shell(node: Any) -> Any:
    new = node.__class__()
    new.__dict__.update(node.__dict__)
    return new
