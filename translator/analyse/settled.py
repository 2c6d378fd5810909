"""How the results of ``Promise.allSettled`` are held: plainly, or as status objects.

Plainly is what ``gather(return_exceptions=True)`` gives: the value, or the exception. That
does where a program asks for ``status`` before it takes ``value`` or ``reason``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..parse import nodes as n
from . import types as t
from .scopes import Scopes

if TYPE_CHECKING:
    from .members import Members

_PASSED_ON = (
    n.ArrayPattern,
    n.AssignmentExpression,
    n.ExpressionStatement,
    n.ForOfStatement,
    n.Function,
    n.VariableDeclaration,
    n.VariableDeclarator,
)
_LEAVING = (n.ReturnStatement, n.ContinueStatement, n.ThrowStatement, n.BreakStatement)


class Settled:
    """``shows`` says of a call whether it prints or lists its arguments."""

    def __init__(
        self,
        scopes: Scopes,
        inference: Members,
        shows: Callable[[n.CallExpression], bool],
    ) -> None:
        self.scopes = scopes
        self.inference = inference
        self.shows = shows

    def need_objects(self) -> bool:
        """Whether the program sees status objects as such, so that they have to be made."""
        if not any(isinstance(a, t.SettledAtom) for a in self.inference.sites.values()):
            return False
        types_of = self.inference.types
        for node, types in types_of.items():
            if any(isinstance(a, t.SettledAtom) for a in types):
                if not self.is_taken_apart(node):
                    return True
            elif isinstance(node, n.CallExpression) and self.shows(node):
                for argument in node.arguments:
                    if _holds_settled(types_of.get(argument, t.NEVER)):
                        return True
        return False

    def is_taken_apart(self, node: n.Node) -> bool:
        """Whether the place where a result stands asks for its parts alone."""
        parent = self.scopes.parents.get(node)
        if isinstance(node, n.ObjectPattern):
            return self.is_guarded(node) and all(
                isinstance(p, n.Property)
                and not isinstance(p.value, n.AssignmentPattern)
                and self.inference.property_name(p.key, p.computed)
                in ("value", "reason")
                for p in node.properties
            )
        if isinstance(parent, n.MemberExpression) and parent.object is node:
            name = self.inference.property_name(parent.property, parent.computed)
            return name == "status" or (
                name in ("value", "reason") and self.is_guarded(parent)
            )
        return isinstance(parent, _PASSED_ON)

    def is_taken_with_status(self, item: n.Node) -> bool:
        """``{ status, value }``: who takes both is trusted to look at the status."""
        pattern = self.scopes.parents.get(item)
        return isinstance(pattern, n.ObjectPattern) and _asks_status(pattern)

    def is_guarded(self, node: n.Node) -> bool:
        """Whether ``status`` was looked at before a place is reached."""
        parents = self.scopes.parents
        current, parent = node, parents.get(node)
        while parent is not None:
            if isinstance(parent, (n.IfStatement, n.ConditionalExpression)):
                if current is not parent.test and _asks_status(parent.test):
                    return True
            elif isinstance(parent, n.LogicalExpression):
                if current is parent.right and _asks_status(parent.left):
                    return True
            elif isinstance(parent, n.SwitchStatement):
                if _asks_status(parent.discriminant):
                    return True
            elif isinstance(parent, (n.BlockStatement, n.Program)):
                for statement in parent.body:
                    if statement is current:
                        break
                    if _leaves_by_status(statement):
                        return True
            elif isinstance(parent, n.ForOfStatement) and current is not parent.right:
                if self.is_filtered(parent.right):
                    return True
            elif isinstance(parent, n.CallExpression) and isinstance(
                current, n.Function
            ):
                callee = parent.callee
                if isinstance(callee, n.MemberExpression) and self.is_filtered(
                    callee.object
                ):
                    return True
            current, parent = parent, parents.get(parent)
        return False

    def is_filtered(self, node: n.Node, depth: int = 6) -> bool:
        """``results.filter((r) => r.status === "fulfilled")``, or a name for it."""
        if depth == 0:
            return False
        if isinstance(node, n.Identifier):
            binding = self.scopes.binding_of.get(node)
            value = binding.held if binding is not None else None
            return value is not None and self.is_filtered(value, depth - 1)
        if isinstance(node, n.CallExpression) and isinstance(
            node.callee, n.MemberExpression
        ):
            name = self.inference.property_name(
                node.callee.property, node.callee.computed
            )
            if name in ("filter", "find", "findLast") and node.arguments:
                if _asks_status(node.arguments[0]):
                    return True
            return self.is_filtered(node.callee.object, depth - 1)
        return False


def _asks_status(node: n.Node) -> bool:
    """Whether an expression, or a function's body, has ``.status`` or ``{ status }``."""
    return any(
        (isinstance(part, n.MemberExpression) and _is_status(part.property))
        or (isinstance(part, n.Property) and _is_status(part.key))
        for part in n.walk(node)
    )


def _is_status(key: n.Node) -> bool:
    return isinstance(key, n.Identifier) and key.name == "status"


def _leaves_by_status(statement: n.Node) -> bool:
    """``if (result.status === "rejected") continue;``"""
    if not isinstance(statement, n.IfStatement) or not _asks_status(statement.test):
        return False
    last = statement.consequent
    while isinstance(last, n.BlockStatement) and last.body:
        last = last.body[-1]
    return isinstance(last, _LEAVING)


def _holds_settled(types: t.Type) -> bool:
    return any(
        isinstance(a, t.ArrayAtom)
        and any(isinstance(e, t.SettledAtom) for e in a.elem.types)
        for a in types
    )
