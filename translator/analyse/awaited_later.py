"""Promises that a program surely waits for before it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..parse import nodes as n
from .scopes import Scopes

if TYPE_CHECKING:
    from .inference import Inference


class AwaitedLater:
    """``surely_awaited`` is the question."""

    if TYPE_CHECKING:
        scopes: Scopes
        inference: Inference

    def surely_awaited(self, node: n.Node) -> bool:
        """``const task = f(); ... await task;`` of main: nothing is left of the task then.

        What main throws before ends the program. Elsewhere somebody might catch it.
        """
        declarator = self.scopes.parents.get(node)
        if not (
            isinstance(declarator, n.VariableDeclarator)
            and declarator.init is node
            and isinstance(declarator.id, n.Identifier)
        ):
            return False
        binding = self.scopes.binding_of[declarator.id]
        declaration = self.scopes.parents.get(declarator)
        block = (
            self.scopes.parents.get(declaration) if declaration is not None else None
        )
        statements = getattr(block, "body", None)
        if binding.reassigned or not isinstance(statements, list):
            return False
        if not self._is_of_main(block):
            return False
        waiting = [self._awaiting(reference) for reference in binding.references]
        for statement in statements[statements.index(declaration) :]:
            if any(statement is wait for wait in waiting):
                return True
            if any(
                isinstance(part, n.ReturnStatement) for part in n.walk_own(statement)
            ):
                return False
        return False

    def _awaiting(self, reference: n.Node) -> n.Node | None:
        """The statement that waits for a name, whatever else it does."""
        wait = self.scopes.parents.get(reference)
        if not isinstance(wait, n.AwaitExpression):
            return None
        node: n.Node | None = self.scopes.parents.get(wait)
        while node is not None and not isinstance(node, n.Statement):
            if isinstance(
                node, (n.ConditionalExpression, n.LogicalExpression, n.Function)
            ):
                return None
            node = self.scopes.parents.get(node)
        if isinstance(
            node, (n.ExpressionStatement, n.VariableDeclaration, n.ReturnStatement)
        ):
            return node
        return None

    def _is_of_main(self, block: n.Node | None) -> bool:
        """Whether a block is the program itself, or the body of a function that is called
        once, at the top, where nobody catches what it throws."""
        if isinstance(block, n.Program):
            return True
        function = self.scopes.parents.get(block) if block is not None else None
        if not isinstance(function, n.Function) or function.body is not block:
            return False
        atom = self.inference.functions.get(function)
        if atom is None or atom.escapes or len(atom.calls) != 1:
            return False
        call: n.Node | None = next(iter(atom.calls))
        above = self.scopes.parents.get(call) if call is not None else None
        if isinstance(above, n.AwaitExpression):
            above = self.scopes.parents.get(above)
        return isinstance(above, n.ExpressionStatement) and isinstance(
            self.scopes.parents.get(above), n.Program
        )
