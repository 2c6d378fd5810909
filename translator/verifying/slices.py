"""Where the values of a statement come from: a slice of the program by names.

An over-approximation, good enough to say where to look: names are followed to all that
binds or changes them in the function or around it, calls to what the function returns.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_SCOPES = (*_FUNCTIONS, ast.ClassDef)
_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")


@dataclass(eq=False)
class Statement:
    """A statement without its blocks. ``scope``: the function or class it stands in."""

    node: ast.stmt
    first: int
    last: int
    scope: ast.AST | None
    binds: set[str] = field(default_factory=set)
    reads: set[str] = field(default_factory=set)
    #: names of attributes: of what is called and read, and of what is assigned to
    members: set[str] = field(default_factory=set)
    sets: set[str] = field(default_factory=set)


class Slices:
    """The statements of a program. ``own``: the lines that the program itself has; those of
    helpers are not followed."""

    def __init__(self, code: str, own: set[int]) -> None:
        self.statements: list[Statement] = []
        self._parents: dict[ast.AST, ast.AST | None] = {}
        self._collect(ast.parse(code).body, None)
        self._by_line: dict[int, Statement] = {}
        for statement in self.statements:  # inner ones come later
            for line in range(statement.first, statement.last + 1):
                self._by_line[line] = statement
        self._own = own

    def at(self, line: int) -> Statement | None:
        """The statement that a line belongs to."""
        return self._by_line.get(line)

    def sources(self, start: Statement, limit: int) -> Iterator[Statement]:
        """The statements that its values come from, the nearest first, without itself."""
        seen = {start}
        near = [start]
        while near and len(seen) <= limit:
            further = []
            for statement in near:
                for source in self._direct(statement):
                    if source not in seen and source.first in self._own:
                        seen.add(source)
                        further.append(source)
                        yield source
                        if len(seen) > limit:
                            return
            near = further

    def _direct(self, statement: Statement) -> Iterator[Statement]:
        """Later ones first: what is bound last counts most."""
        scopes = list(self._around(statement.scope))
        for name in sorted(statement.reads):
            for scope in scopes:
                found = [
                    other
                    for other in self.statements
                    if other.scope is scope and name in other.binds
                ]
                if isinstance(scope, _FUNCTIONS) and name in _parameters(scope):
                    found += self._calls(scope.name)
                yield from reversed(found)
                for other in found:
                    if isinstance(other.node, _FUNCTIONS):
                        yield from self._returns(other.node)
                if found:
                    break
        for other in self.statements:
            if statement.members & other.sets:
                yield other
            elif (
                isinstance(other.node, _FUNCTIONS)
                and isinstance(other.scope, ast.ClassDef)
                and other.node.name in statement.members
            ):
                yield from self._returns(other.node)

    def _calls(self, name: str) -> list[Statement]:
        return [each for each in self.statements if name in each.reads | each.members]

    def _returns(self, function: ast.AST) -> Iterator[Statement]:
        for each in self.statements:
            if each.scope is function and isinstance(each.node, ast.Return):
                yield each

    def _around(self, scope: ast.AST | None) -> Iterator[ast.AST | None]:
        while scope is not None:
            yield scope
            scope = self._parents[scope]
        yield None

    def _collect(self, body: list[ast.stmt], scope: ast.AST | None) -> None:
        for node in body:
            self.statements.append(_statement(node, scope))
            inner: ast.AST | None = scope
            if isinstance(node, _SCOPES):
                inner = node
                self._parents[node] = scope
            for name in _BLOCKS:
                for part in getattr(node, name, ()):
                    if isinstance(part, (ast.ExceptHandler, ast.match_case)):
                        self._collect(part.body, inner)
                    elif isinstance(part, ast.stmt):
                        self._collect([part], inner)


def _statement(node: ast.stmt, scope: ast.AST | None) -> Statement:
    body = getattr(node, "body", None)
    last = body[0].lineno - 1 if body else node.end_lineno or node.lineno
    made = Statement(node, node.lineno, max(node.lineno, last), scope)
    if isinstance(node, _SCOPES):
        made.binds.add(node.name)
        return made
    for part in _own_parts(node):
        if isinstance(part, ast.Name):
            stores = not isinstance(part.ctx, ast.Load)
            (made.binds if stores else made.reads).add(part.id)
            if isinstance(node, ast.AugAssign) and stores:
                made.reads.add(part.id)
        elif isinstance(part, ast.Attribute):
            stores = not isinstance(part.ctx, ast.Load)
            (made.sets if stores else made.members).add(part.attr)
        elif isinstance(part, ast.Subscript) and isinstance(part.ctx, ast.Store):
            _changed(made, part.value)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        called = node.value.func
        if isinstance(called, ast.Attribute):  # items.append(...)
            _changed(made, called.value)
    return made


def _changed(statement: Statement, changed: ast.expr) -> None:
    if isinstance(changed, ast.Name):
        statement.binds.add(changed.id)
    elif isinstance(changed, ast.Attribute):
        statement.sets.add(changed.attr)


def _own_parts(node: ast.stmt) -> Iterator[ast.AST]:
    """All nodes of a statement but those of its blocks."""
    waiting = [
        child
        for name, value in ast.iter_fields(node)
        if name not in _BLOCKS
        for child in (value if isinstance(value, list) else [value])
        if isinstance(child, ast.AST)
    ]
    while waiting:
        part = waiting.pop()
        yield part
        waiting += ast.iter_child_nodes(part)


def _parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    args = function.args
    every = [*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg]
    return {arg.arg for arg in every if arg is not None}
