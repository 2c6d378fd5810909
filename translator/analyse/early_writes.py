"""Functions that assign a ``let`` or a class of the scope around them before it is declared.

JavaScript throws a ReferenceError there; in Python the name gets the value, and loses it when
the declaration is reached.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..parse import nodes as n
from .inference import Inference
from .scopes import Binding, Scopes


class EarlyWrites:
    """``call_before`` is the question."""

    def __init__(self, scopes: Scopes, inference: Inference) -> None:
        self.scopes = scopes
        self.inference = inference

    def call_before(self, binding: Binding) -> n.Node | None:
        """A call before the declaration of a variable that may assign it, if there is one."""
        if binding.kind not in ("let", "class") or not binding.assigned_in_closure:
            return None
        for statement in self._before(binding):
            for node in n.walk_own(statement):
                if self._assigns(node, binding, {binding.function}):
                    return node
        return None

    def _before(self, binding: Binding) -> list[n.Node]:
        """The statements that are executed before a declaration, in its block."""
        declaration = binding.node
        block = self.scopes.parents.get(declaration)
        if isinstance(declaration, n.VariableDeclarator):
            declaration, block = block, self.scopes.parents.get(block)  # type: ignore[assignment,arg-type]
        body = getattr(block, "body", None)
        if not isinstance(body, list) or declaration not in body:
            return []
        return [
            statement
            for statement in body[: body.index(declaration)]
            if not isinstance(statement, (n.FunctionDeclaration, n.ImportDeclaration))
        ]

    def _assigns(self, node: n.Node, binding: Binding, seen: set[n.Node]) -> bool:
        """Whether a call comes to an assignment, before anything that is called waits."""
        if not isinstance(node, (n.CallExpression, n.NewExpression)):
            return False
        for target in self.inference.targets.get(node, ()):
            function = target.node
            if function in seen:
                continue
            seen.add(function)
            if getattr(function, "generator", False):
                continue  # runs later, bit by bit
            end = self._first_wait(function)
            offsets, bindings = self.scopes.writes.get(function, ([], []))
            if any(
                bound is binding and offset < end
                for offset, bound in zip(offsets, bindings)
            ):
                return True
            if any(
                inner.start < end and self._assigns(inner, binding, seen)
                for inner in own_code(function)
            ):
                return True
        return False

    def _first_wait(self, function: n.Node) -> int:
        waits = (n.AwaitExpression, n.ForOfStatement)
        return min(
            (
                node.start
                for node in own_code(function)
                if isinstance(node, waits) and getattr(node, "is_await", True)
            ),
            default=function.end,
        )


def own_code(function: n.Node) -> Iterator[n.Node]:
    for part in n.children(function):
        if not isinstance(part, n.Function):
            yield from n.walk_own(part)
