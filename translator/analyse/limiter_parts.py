"""The parts of limits written by hand: tests and steps of the counter, wakes of the queue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..parse import nodes as n
from . import types as t
from .flow import Flow
from .inference import Inference
from .scopes import Binding, Scopes


@dataclass(slots=True, eq=False)
class Limiter:
    """``size`` is the expression of how many there may be.

    ``acquires`` and ``releases`` are the parts that acquire and release: the statements of
    each, by their first one. ``hands_over``: who releases leaves the counter to the next.
    """

    counter: Binding
    queue: Binding
    size: n.Node
    counts_up: bool
    hands_over: bool | None = None
    acquires: dict[n.Node, list[n.Node]] = field(default_factory=dict)
    releases: dict[n.Node, list[n.Node]] = field(default_factory=dict)


class LimiterParts:
    def __init__(self, scopes: Scopes, inference: Inference, flow: Flow) -> None:
        self.scopes = scopes
        self.inference = inference
        self.flow = flow
        #: names that other modules see
        self.exported = {
            specifier.local
            for statement in scopes.program.body
            if isinstance(statement, n.ExportNamedDeclaration)
            for specifier in statement.specifiers
        } | {
            getattr(declarator.id, "name", "")
            for statement in scopes.program.body
            if isinstance(statement, n.ExportNamedDeclaration)
            and isinstance(statement.declaration, n.VariableDeclaration)
            for declarator in statement.declaration.declarations
        }

    def names(self, node: n.Node | None, binding: Binding) -> bool:
        return (
            isinstance(node, n.Identifier)
            and self.scopes.binding_of.get(node) is binding
        )

    def stays(self, size: n.Node, counter: Binding) -> bool:
        """Whether the limit is an integer that is known, and the same, from the start."""
        if isinstance(size, n.NumberLiteral):
            return isinstance(size.value, int)
        if not isinstance(size, n.Identifier):
            return False
        binding = self.scopes.binding_of.get(size)
        if binding is None or binding.reassigned:
            return False
        if binding.scope is counter.scope and binding.node.start > counter.node.start:
            return False
        return counter.scope.lookup(binding.name) is binding and t.is_subset(
            self.inference.cell(binding).types, t.INTEGERS
        )

    def same_size(self, found: Limiter, node: n.Node) -> bool:
        if isinstance(found.size, n.NumberLiteral):
            return is_number(node, found.size.value)
        assert isinstance(found.size, n.Identifier)
        return self.names(node, self.scopes.binding_of[found.size])

    def state(self, found: Limiter, test: n.Node) -> str:
        """What a test asks: whether all slots are "taken", or one is "free"."""
        flipped = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
        if found.counts_up:
            if not isinstance(test, n.BinaryExpression):
                return ""
            operator, left, right = test.operator, test.left, test.right
            if self.names(right, found.counter):
                operator, left, right = flipped.get(operator, operator), right, left
            if not self.names(left, found.counter) or not self.same_size(found, right):
                return ""
            if operator in (">=", "===", "=="):
                return "taken"
            return "free" if operator in ("<", "!==", "!=") else ""
        if self.names(test, found.counter):
            return "free"
        if isinstance(test, n.UnaryExpression) and test.operator == "!":
            return "taken" if self.names(test.argument, found.counter) else ""
        if isinstance(test, n.BinaryExpression) and self.names(
            test.left, found.counter
        ):
            asked = (test.operator, getattr(test.right, "value", None))
            if asked in ((">", 0), (">=", 1), ("!==", 0), ("!=", 0)):
                return "free"
            if asked in (("<=", 0), ("<", 1), ("===", 0), ("==", 0)):
                return "taken"
        return ""

    def steps(self, node: n.Node | None, found: Limiter, taking: bool) -> bool:
        """``active++`` or ``active += 1`` where a slot is taken, ``--`` where given back."""
        node = only(node)
        expression = (
            node.expression if isinstance(node, n.ExpressionStatement) else None
        )
        up = taking is found.counts_up
        if isinstance(expression, n.UpdateExpression):
            return expression.operator == ("++" if up else "--") and self.names(
                expression.argument, found.counter
            )
        return (
            isinstance(expression, n.AssignmentExpression)
            and expression.operator == ("+=" if up else "-=")
            and self.names(expression.left, found.counter)
            and is_number(expression.right, 1)
        )

    def wakes(self, found: Limiter, statements: Sequence[n.Node]) -> bool:
        """``if (queue.length) queue.shift()();`` or the like, with ``else`` or without."""
        last = statements[-1] if statements else None
        if len(statements) == 1 and isinstance(last, n.ExpressionStatement):
            link = last.expression  # queue.shift()?.()
            return (
                not found.hands_over
                and isinstance(link, n.ChainExpression)
                and isinstance(link.expression, n.CallExpression)
                and link.expression.optional
                and not link.expression.arguments
                and self.shifts(link.expression.callee, found.queue)
            )
        if not isinstance(last, n.IfStatement) or bool(found.hands_over) is not (
            last.alternate is not None
        ):
            return False
        called = only(last.consequent)
        call = called.expression if isinstance(called, n.ExpressionStatement) else None
        if not isinstance(call, n.CallExpression) or call.arguments:
            return False
        if len(statements) == 1:
            return self.asks_length(last.test, found.queue) and self.shifts(
                call.callee, found.queue
            )
        declaration = statements[0]
        if not (
            len(statements) == 2
            and isinstance(declaration, n.VariableDeclaration)
            and len(declaration.declarations) == 1
            and isinstance(declaration.declarations[0].id, n.Identifier)
            and self.shifts(declaration.declarations[0].init, found.queue)
        ):
            return False
        following = self.scopes.binding_of[declaration.declarations[0].id]
        return (
            not following.reassigned
            and len(following.references) == 2
            and self.names(last.test, following)
            and self.names(call.callee, following)
        )

    def shifts(self, node: n.Node | None, queue: Binding) -> bool:
        return (
            isinstance(node, n.CallExpression)
            and not node.arguments
            and isinstance(node.callee, n.MemberExpression)
            and getattr(node.callee.property, "name", "") == "shift"
            and self.names(node.callee.object, queue)
        )

    def asks_length(self, test: n.Node, queue: Binding) -> bool:
        if isinstance(test, n.BinaryExpression):
            asked = (test.operator, getattr(test.right, "value", None))
            if asked not in ((">", 0), (">=", 1), ("!==", 0), ("!=", 0)):
                return False
            test = test.left
        return (
            isinstance(test, n.MemberExpression)
            and not test.computed
            and getattr(test.property, "name", "") == "length"
            and self.names(test.object, queue)
        )

    def siblings(self, statement: n.Node) -> list[n.Node]:
        parent = self.scopes.parents.get(statement)
        if isinstance(parent, (n.BlockStatement, n.Program)):
            return parent.body
        return []


def only(node: n.Node | None) -> n.Node | None:
    """The one statement of a block; any other node itself."""
    while isinstance(node, n.BlockStatement) and len(node.body) == 1:
        node = node.body[0]
    return node


def is_number(node: n.Node | None, value: object) -> bool:
    return isinstance(node, n.NumberLiteral) and node.value == value
