"""Promises that a program surely waits for before it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..parse import nodes as n
from .scopes import Binding, Scopes

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
        if isinstance(declarator, n.CallExpression):
            return self._is_collected(node, declarator)
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
        return self._waited_for(binding, statements[statements.index(declaration) :])

    def _waited_for(self, binding: Binding, statements: list[n.Node]) -> bool:
        """Whether statements wait for what a variable holds, and none returns before."""
        waiting = [self._awaiting(reference) for reference in binding.references]
        for statement in statements:
            if any(statement is wait for wait in waiting):
                return True
            if any(
                isinstance(part, n.ReturnStatement) for part in n.walk_own(statement)
            ):
                return False
        return False

    def _is_collected(self, node: n.Node, call: n.CallExpression) -> bool:
        """``tasks.push(f()); ... await Promise.all(tasks);`` of main.

        ``tasks`` is an array that nobody else looks at.
        """
        callee = call.callee
        if not (
            isinstance(callee, n.MemberExpression)
            and isinstance(callee.object, n.Identifier)
            and node in call.arguments
        ):
            return False
        binding = self.scopes.binding_of.get(callee.object)
        if binding is None or not isinstance(binding.held, n.ArrayExpression):
            return False
        if not all(map(self._keeps_items, binding.references)):
            return False
        statement: n.Node = node
        block = self.scopes.parents.get(node)
        while block is not None and not self._is_of_main(block):
            if isinstance(block, n.Function):
                return False
            statement, block = block, self.scopes.parents.get(block)
        statements = getattr(block, "body", None)
        if not isinstance(statements, list) or statement not in statements:
            return False
        return self._waited_for(binding, statements[statements.index(statement) :])

    def _keeps_items(self, reference: n.Node) -> bool:
        """Whether what is done with an array takes nothing out of it."""
        member = self.scopes.parents.get(reference)
        if isinstance(member, n.CallExpression):
            return self._waits_for_all(member)
        if not isinstance(member, n.MemberExpression) or member.computed:
            return False
        name = getattr(member.property, "name", None)
        call = self.scopes.parents.get(member)
        called = isinstance(call, n.CallExpression) and call.callee is member
        return name == "push" if called else name == "length" and not assigned(call)

    def _waits_for_all(self, node: n.Node) -> bool:
        """``Promise.all(tasks)``: fulfilled when all are; what it throws ends the program."""
        return self.scopes.static_of(node, "Promise") in ("all", "allSettled")

    def _awaiting(self, reference: n.Node) -> n.Node | None:
        """The statement that waits for a name, whatever else it does."""
        wait = self.scopes.parents.get(reference)
        if isinstance(wait, n.ArrayExpression):
            wait = self.scopes.parents.get(wait)
            if not isinstance(wait, n.CallExpression):
                return None
        if isinstance(wait, n.CallExpression) and self._waits_for_all(wait):
            wait = self.scopes.parents.get(wait)
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


def assigned(node: n.Node | None) -> bool:
    """Whether a node assigns one of its parts."""
    return isinstance(node, (n.AssignmentExpression, n.UpdateExpression))
