"""Guard words for promises and timers: who awaits them, what they wait for, whether they fail."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..analyse import types as t
from ..analyse.sleeps import sleep_executor
from ..analyse.types import may_be_promise
from ..parse import nodes as n
from ..rules.matching import result_of
from .library_words import LibraryWords


class PromiseWords(LibraryWords):
    @classmethod
    def promise_words(cls) -> dict[str, Callable[[Any, n.Node], bool]]:
        return {
            "@settled": cls.is_settled,
            "@sleep": lambda self, node: self.slept(node) is not None,
            "@never_fails": cls.never_fail,
            "@discarded": cls.is_discarded,
            "@used_besides": cls.is_used_besides,
            "@asked_next": cls.is_asked_next,
            "@timer": cls.is_timer,
            "@cancelled_sleep": lambda self, node: node in self.cancelling.sleeps,
            "@cancels": lambda self, node: node in self.cancelling.aborts,
            "@stops_all": lambda self, node: node in self.cancelling.groups.values(),
            "@timer_task": lambda self, node: node in self.flow.timer_tasks.found,
            "@task": lambda self, node: self.flow.timer_tasks.is_task(node),
            "@maybe_promise": lambda self, node: may_be_promise(
                self.type_of(node) - t.NULLISH
            ),
            "@settled_value": lambda self, node: not may_be_promise(self.type_of(node)),
            "@milliseconds": cls.milliseconds,
            "@awaited": lambda self, node: isinstance(
                self.scopes.parents.get(node), n.AwaitExpression
            ),
            "@hot": lambda self, node: not self.flow.is_cold(node),
            "@sync": lambda self, node: not self.gives_promise(node),
            "@async": cls.gives_promise,
        }

    def milliseconds(self, node: n.Node) -> bool:
        """Whether a delay surely is a number (or left out)."""
        return bool(self.type_of(node))

    def slept(self, node: n.Node) -> n.Node | None:
        """The milliseconds of a call that does nothing but sleep; None of any other node."""
        if isinstance(node, n.NewExpression):
            found = sleep_executor(node)
            return found[0] if found is not None and found[1] is None else None
        if not isinstance(node, n.CallExpression):
            return None
        targets = self.analysis.inference.targets.get(node, set())
        if len(targets) != 1 or node in self.analysis.inference.unknown_calls:
            return None
        (function,) = (atom.node for atom in targets)
        made = result_of(function)
        found = sleep_executor(made) if made is not None else None
        if found is None or found[1] is not None:
            return None
        delay = found[0]
        for position, param in enumerate(function.params):
            if (
                isinstance(param, n.Identifier)
                and isinstance(delay, n.Identifier)
                and param.name == delay.name
                and position < len(node.arguments)
            ):
                return node.arguments[position]
        return None

    def never_fail(self, node: n.Node) -> bool:
        """Whether the promises of an array, made in one place by ``map``, never reject."""
        binding = (
            self.scopes.binding_of.get(node) if isinstance(node, n.Identifier) else None
        )
        if binding is None or binding.reassigned:
            return False
        declarator = binding.node
        if not isinstance(declarator, n.VariableDeclarator) or not isinstance(
            declarator.init, n.CallExpression
        ):
            return False
        call = declarator.init
        callee = call.callee
        if not (
            isinstance(callee, n.MemberExpression)
            and getattr(callee.property, "name", None) == "map"
            and len(call.arguments) == 1
            and isinstance(call.arguments[0], n.Function)
        ):
            return False
        made = result_of(call.arguments[0])
        return made is not None and self.handles_errors(made)

    def handles_errors(self, node: n.Node) -> bool:
        """``promise.then(f, g)`` or ``promise.catch(g)`` with handlers that do not throw."""
        if not isinstance(node, n.CallExpression) or not isinstance(
            node.callee, n.MemberExpression
        ):
            return False
        name = getattr(node.callee.property, "name", None)
        handlers = list(node.arguments)
        if not (name == "then" and len(handlers) == 2 or name == "catch" and handlers):
            return False
        return all(
            isinstance(h, n.Function) and self.effects.nothrow(h) for h in handlers
        )

    def is_discarded(self, node: n.Node) -> bool:
        """Whether nobody looks at what awaiting a promise gives."""
        parent = self.scopes.parents.get(node)
        if not isinstance(parent, n.AwaitExpression):
            return False
        return isinstance(self.scopes.parents.get(parent), n.ExpressionStatement)

    def is_used_besides(self, node: n.Node) -> bool:
        """Whether a variable is read at another place, too."""
        binding = (
            self.scopes.binding_of.get(node) if isinstance(node, n.Identifier) else None
        )
        return binding is not None and any(
            use is not node
            and not isinstance(self.scopes.parents.get(use), n.VariableDeclarator)
            for use in binding.references
        )

    def is_asked_next(self, node: n.Node) -> bool:
        """Whether the next statement is a loop over the array that awaits each element, and
        catches what one of them throws: then no error stays in its task."""
        parents = self.scopes.parents
        statement = node
        while not isinstance(statement, n.Statement):
            statement = parents[statement]
        siblings = getattr(parents.get(statement), "body", None)
        if not isinstance(node, n.Identifier) or not isinstance(siblings, list):
            return False
        position = siblings.index(statement) + 1
        loop = siblings[position] if position < len(siblings) else None
        if not (
            isinstance(loop, n.ForOfStatement)
            and isinstance(loop.right, n.Identifier)
            and self.scopes.binding_of.get(loop.right) is self.scopes.binding_of[node]
            and isinstance(loop.left, n.VariableDeclaration)
            and isinstance(loop.body, n.BlockStatement)
            and len(loop.body.body) == 1
        ):
            return False
        attempt, element = loop.body.body[0], loop.left.declarations[0].id
        return (
            isinstance(attempt, n.TryStatement)
            and attempt.handler is not None
            and not any(
                isinstance(part, (n.BreakStatement, n.ReturnStatement))
                for part in n.walk(attempt)
            )
            and self.is_awaited_in(attempt.block.body[:1], element)
        )

    def is_awaited_in(self, statements: list[n.Node], element: n.Node) -> bool:
        """Whether a variable is awaited, whatever else happens in the statements."""
        binding = (
            self.scopes.binding_of.get(element)
            if isinstance(element, n.Identifier)
            else None
        )
        return binding is not None and any(
            isinstance(part, n.AwaitExpression)
            and isinstance(part.argument, n.Identifier)
            and self.scopes.binding_of.get(part.argument) is binding
            for statement in statements
            if isinstance(statement, (n.ExpressionStatement, n.VariableDeclaration))
            for part in n.walk(statement)
        )

    def is_timer(self, node: n.Node) -> bool:
        """Whether a value is surely what setTimeout or its kin gave."""
        if isinstance(node, n.Identifier):
            binding = self.scopes.binding_of.get(node)
            if binding is None or binding.reassigned:
                return False
            declarator = binding.node
            if not isinstance(declarator, n.VariableDeclarator):
                return False
            node = declarator.init or node
        return (
            isinstance(node, n.CallExpression)
            and isinstance(node.callee, n.Identifier)
            and node.callee not in self.scopes.binding_of
            and node.callee.name in ("setTimeout", "setInterval", "setImmediate")
        )

    def gives_promise(self, node: n.Node) -> bool:
        for atom in self.type_of(node):
            if isinstance(atom, t.FunctionAtom):
                result = self.analysis.inference.result_of(atom)
                if any(isinstance(a, t.PromiseAtom) for a in result):
                    return True
        return False
