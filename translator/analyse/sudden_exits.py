"""Where an async function may end without having waited for anything.

What awaits such a call goes on at once in Python; in JavaScript it gives way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..parse import nodes as n
from . import types as t
from .types import is_promise, may_be_promise

if TYPE_CHECKING:
    from .inference import Inference


class SuddenExits:
    """The part of the promise flow that follows the statements of async functions."""

    if TYPE_CHECKING:
        inference: Inference

        def is_coroutine(self, node: n.Node) -> bool: ...
        @property
        def concurrent(self) -> bool: ...

    def __init__(self) -> None:
        self._sudden: dict[n.Node, set[n.Node]] = {}

    def sudden_exits(self, function: n.Node) -> set[n.Node]:
        """Where an async function may end without having waited for anything.

        The ``return`` statements, the expression of an arrow, and the body itself for its
        end.
        """
        known = self._sudden.get(function)
        if known is None:
            self._sudden[function] = set()
            known = self._sudden[function] = self._find_sudden(function)
        return known

    def _find_sudden(self, function: n.Node) -> set[n.Node]:
        if not isinstance(function, n.Function) or not self.is_coroutine(function):
            return set()
        found: set[n.Node] = set()
        body = function.body
        if not isinstance(body, n.BlockStatement):
            if not self._waits(body):
                found.add(body)
            return found
        if self._walk(body.body, found) is False:
            found.add(body)
        return found

    def _walk(self, statements: list[n.Node], found: set[n.Node]) -> bool | None:
        """Whether the end of some statements is reached only after a wait; None: never."""
        for statement in statements:
            if isinstance(statement, n.ReturnStatement):
                if statement.argument is None or not self._waits(statement.argument):
                    found.add(statement)
                return None
            if isinstance(
                statement, (n.ThrowStatement, n.BreakStatement, n.ContinueStatement)
            ):
                if isinstance(statement, n.ThrowStatement):
                    return None
                return False
            if isinstance(statement, n.IfStatement):
                if self._waits(statement.test):
                    return True
                first = self._walk([statement.consequent], found)
                second: bool | None = False
                if statement.alternate is not None:
                    second = self._walk([statement.alternate], found)
                if first is None and second is None:
                    return None
                if first is not False and second is not False:
                    return True
            elif isinstance(statement, n.BlockStatement):
                result = self._walk(statement.body, found)
                if result is not False:
                    return result
            elif isinstance(statement, n.TryStatement):
                result = self._walk(statement.block.body, found)
                if statement.handler is not None:
                    # An error may come before the first wait.
                    caught = self._walk(statement.handler.body.body, set())
                    if result is None and caught is None:
                        return None
                    if result is not False and (
                        caught is not False or self._first_waits(statement.block)
                    ):
                        return True
                elif result is not False:
                    return result
            elif isinstance(
                statement,
                (n.ForStatement, n.ForOfStatement, n.ForInStatement, n.WhileStatement,
                 n.SwitchStatement, n.LabeledStatement),
            ):  # fmt: skip
                if isinstance(statement, n.ForOfStatement) and statement.is_await:
                    return True
                self._walk_inside(statement, found)
            elif isinstance(statement, n.DoWhileStatement):
                result = self._walk([statement.body], found)
                if result is not False:
                    return result
            elif isinstance(statement, n.Function):
                continue
            elif self._waits(statement):
                return True
        return False

    def _walk_inside(self, statement: n.Node, found: set[n.Node]) -> None:
        """Returns inside of a loop or switch, which may run before any wait."""
        for child in n.children(statement):
            if isinstance(child, n.SwitchCase):
                self._walk(child.consequent, found)
            elif isinstance(child, n.Statement):
                self._walk([child], found)

    def _first_waits(self, block: n.BlockStatement) -> bool:
        return bool(block.body) and self._waits(block.body[0])

    def _waits(self, node: n.Node) -> bool:
        """Whether evaluating surely waits for something that is not done yet."""
        stack: list[n.Node] = [node]
        while stack:
            current = stack.pop()
            if isinstance(current, n.Function):
                continue
            if isinstance(current, n.AwaitExpression):
                if self._suspends(current.argument):
                    return True
            elif current is node and not isinstance(node, n.Statement):
                if is_promise(self.inference.types.get(node, t.NEVER)):
                    if self._suspends(node):
                        return True
            if isinstance(current, n.LogicalExpression):
                stack.append(current.left)
            elif isinstance(current, n.ConditionalExpression):
                stack.append(current.test)
            else:
                stack.extend(n.children(current))
        return False

    def _suspends(self, node: n.Node) -> bool:
        """Whether awaiting a value surely gives way."""
        types = self.inference.types.get(node, t.NEVER)
        if not may_be_promise(types):
            return True  # it is mapped to a sleep of zero seconds
        if isinstance(node, n.CallExpression):
            targets = self.inference.targets.get(node)
            if targets and node not in self.inference.unknown_calls:
                return all(
                    not self.is_coroutine(f.node)
                    or not self.sudden_exits(f.node)
                    or self.concurrent
                    for f in targets
                )
        return True
