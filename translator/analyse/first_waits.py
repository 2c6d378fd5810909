"""Awaits that may be done at once, where somebody sees that nothing gave way.

In JavaScript each ``await`` gives way (ECMA-262, 27.7.5.3): what called an async function
goes on before what follows its first ``await``. In Python an ``await`` of a future that is
done goes straight on. That matters until a coroutine has waited once, and only where
others go on meanwhile: those awaits are found here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..parse import nodes as n
from . import types as t
from .pending import Pending
from .sleeps import sleep_executor

if TYPE_CHECKING:
    from .flow import Flow

_CHAIN = frozenset({"then", "catch", "finally"})
_TIMERS = frozenset({"setTimeout", "setInterval", "setImmediate", "queueMicrotask"})


class FirstWaits:
    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.scopes = flow.scopes
        self.inference = flow.inference
        self.pending = Pending(flow.scopes, flow.inference)
        self._watched: dict[n.Node, bool] = {}
        self._early: dict[n.Node, set[n.Node]] = {}
        self._throws: dict[n.Node, bool] = {}

    def rushes(self, node: n.Node) -> bool:
        """Whether an ``await`` may go straight on although somebody would see it.

        Also for a promise that is returned, for a ``for await``, for a ``yield`` of an async
        generator, and for such a generator: for its end.
        """
        function = (
            node
            if isinstance(node, n.Function)
            else self.scopes.enclosing_function(node)
        )
        if not self.flow.concurrent or not self.watched(function):
            return False
        if node not in self.early(function):
            return False
        if isinstance(node, n.AwaitExpression):
            return self.may_be_done(node.argument) and not self.pending.at(node)
        if isinstance(node, (n.ForOfStatement, n.YieldExpression, n.Function)):
            return True
        return self.may_be_done(node)

    # -- who sees it ---------------------------------------------------------------------

    def watched(self, function: n.Node) -> bool:
        """Whether a function is called where something goes on before it is through."""
        known = self._watched.get(function)
        if known is None:
            self._watched[function] = False
            known = self._watched[function] = self._find_watched(function)
        return known

    def _find_watched(self, function: n.Node) -> bool:
        if not isinstance(function, n.Function):
            return False
        if self._called_last(function):
            return False
        atom = self.inference.functions.get(function)
        if atom is None or atom.escapes:
            return True
        return any(self._call_watched(call) for call in atom.calls)

    def _called_last(self, function: n.Function) -> bool:
        """A callback of a timer or a handler of a promise: nothing goes on after it."""
        call = self.scopes.parents.get(function)
        if (
            not isinstance(call, n.CallExpression)
            or call.callee.start <= function.start < call.callee.end
        ):
            return False
        callee = call.callee
        if isinstance(callee, n.Identifier):
            return callee.name in _TIMERS and callee not in self.scopes.binding_of
        return (
            isinstance(callee, n.MemberExpression)
            and getattr(callee.property, "name", None) in _CHAIN
            and any(
                isinstance(a, t.PromiseAtom)
                for a in self.inference.types.get(callee.object, t.NEVER)
            )
        )

    def _call_watched(self, node: n.Node) -> bool:
        """Whether something goes on after a call, before what it gives is settled."""
        parent = self.scopes.parents.get(node)
        if parent is None or isinstance(parent, (n.AwaitExpression, n.ReturnStatement)):
            return self.watched(self.scopes.enclosing_function(node))
        if isinstance(parent, n.ArrowFunctionExpression):
            return self.watched(parent)
        if isinstance(parent, n.ForOfStatement):
            return self.watched(self.scopes.enclosing_function(node))
        if isinstance(parent, n.YieldExpression):
            return self.watched(self.scopes.enclosing_function(node))
        if isinstance(parent, n.MemberExpression) and parent.object is node:
            above = self.scopes.parents.get(parent)
            if (
                isinstance(above, n.CallExpression)
                and above.callee is parent
                and getattr(parent.property, "name", None) in _CHAIN
            ):
                return self._call_watched(above)
            return True
        if self._begins_later(node, parent):
            return False
        program = self.scopes.program
        return not (program.body and parent is program.body[-1])

    def _begins_later(self, node: n.Node, parent: n.Node) -> bool:
        """Whether a promise is a task that begins when what makes it has given way."""
        base = node
        while (
            isinstance(base, n.CallExpression)
            and isinstance(base.callee, n.MemberExpression)
            and getattr(base.callee.property, "name", None) in _CHAIN
        ):
            base = base.callee.object
        if base is node and not isinstance(parent, n.VariableDeclarator):
            return False
        return self.flow.starts_quietly(base)

    def starts_late(self, combinator: n.Node) -> bool:
        """Whether somebody sees that asyncio starts what a combinator takes later.

        ``asyncio.gather`` makes tasks of coroutines, whose first parts run when what called
        it gives way; JavaScript has run them before.
        """
        node: n.Node = combinator
        while True:
            above = self.scopes.parents.get(node)
            if above is None or isinstance(above, n.Function):
                break
            if isinstance(above, n.AwaitExpression):
                node = above
                break
            if isinstance(above, n.Statement):
                break
            node = above
        function = self.scopes.enclosing_function(node)
        return self.flow.concurrent and (
            self.watched(function)
            and node in self.early(function)
            or self._handler_is_ready(node)
        )

    def _handler_is_ready(self, node: n.Node) -> bool:
        """Whether a handler of what is settled already waits for its turn, behind which
        the tasks of a combinator would begin."""
        current = node
        while True:
            above = self.scopes.parents.get(current)
            if above is None or isinstance(above, n.Function):
                return False
            if isinstance(above, n.BlockStatement):
                position = next(i for i, s in enumerate(above.body) if s is current)
                for statement in reversed(above.body[:position]):
                    if any(map(self.flow.handles_at_once, self._calls_in(statement))):
                        return True
                    if self._visit(statement, False, set()):
                        return False
            current = above

    def _calls_in(self, node: n.Node) -> Iterator[n.Node]:
        if isinstance(node, n.Function):
            return
        if isinstance(node, n.CallExpression):
            yield node
        for child in n.children(node):
            yield from self._calls_in(child)

    # -- where it is seen ----------------------------------------------------------------

    def early(self, function: n.Node) -> set[n.Node]:
        """The awaits that a function may reach without having waited before."""
        known = self._early.get(function)
        if known is None:
            found: set[n.Node] = set()
            known = self._early[function] = found
            if isinstance(function, n.Function):
                body = function.body
                waited = self._visit(body, False, found)
                if not isinstance(body, n.BlockStatement) and not waited:
                    found.add(body)
                if not waited and function.generator and function.is_async:
                    found.add(function)
        return known

    def _visit(self, node: n.Node | None, waited: bool, found: set[n.Node]) -> bool:
        """Whether, behind a node, the function surely has waited (or does not get there)."""
        if node is None or isinstance(node, n.Function):
            return waited
        if isinstance(node, (n.AwaitExpression, n.YieldExpression)):
            if not self._visit(node.argument, waited, found):
                found.add(node)
            return True
        if isinstance(node, (n.ConditionalExpression, n.IfStatement)):
            waited = self._visit(node.test, waited, found)
            first = self._visit(node.consequent, waited, found)
            second = self._visit(node.alternate, waited, found)
            return first and second
        if isinstance(node, n.LogicalExpression):
            waited = self._visit(node.left, waited, found)
            self._visit(node.right, waited, found)
            return waited
        if isinstance(node, n.TryStatement):
            tried = self._visit(node.block, waited, found)
            caught = tried
            if node.handler is not None:
                caught = self._visit(node.handler.body, waited, found)
            final = self._visit(node.finalizer, waited, found)
            return (tried and caught) or (final and node.finalizer is not None)
        if isinstance(node, n.SwitchStatement):
            waited = self._visit(node.discriminant, waited, found)
            for case in node.cases:
                for statement in case.consequent:
                    self._visit(statement, waited, found)
            return waited
        if isinstance(node, n.ForOfStatement):
            waited = self._visit(node.right, waited, found)
            if node.is_await and not waited:
                found.add(node)
                waited = True
            self._visit(node.body, waited, found)
            return waited
        if isinstance(node, (n.ForStatement, n.WhileStatement, n.ForInStatement)):
            for child in n.children(node):
                if isinstance(node, n.ForStatement) and child is node.init:
                    waited = self._visit(child, waited, found)
                else:
                    self._visit(child, waited, found)
            return waited
        for child in n.children(node):
            waited = self._visit(child, waited, found)
        if isinstance(node, n.ReturnStatement) and node.argument and not waited:
            found.add(node.argument)
        if isinstance(
            node,
            (n.ReturnStatement, n.ThrowStatement, n.BreakStatement, n.ContinueStatement),
        ):  # fmt: skip
            return True  # nothing behind it is reached this way
        return waited

    # -- what is awaited -----------------------------------------------------------------

    def may_be_done(self, node: n.Node) -> bool:
        """Whether awaiting a value, as it is emitted, may go straight on."""
        types = self.inference.types.get(node, t.NEVER)
        if types and not any(isinstance(a, t.PromiseAtom) or a is t.ANY for a in types):
            return False  # a plain value: it is mapped to a sleep of zero seconds
        if isinstance(node, n.ConditionalExpression):
            return any(
                self._is_settled(part) or self.may_be_done(part)
                for part in (node.consequent, node.alternate)
            )
        if isinstance(node, n.Identifier):
            return self._name_may_be_done(node)
        if isinstance(node, n.NewExpression):
            return not self._settled_later(node)
        if isinstance(node, n.CallExpression):
            return self._call_may_be_done(node)
        return True

    def _name_may_be_done(self, node: n.Identifier) -> bool:
        """A promise made in this function, before its first wait, is under way."""
        binding = self.scopes.binding_of.get(node)
        if binding is None or binding.reassigned:
            return True
        declarator = binding.node
        if (
            not isinstance(declarator, n.VariableDeclarator)
            or declarator.init is None
            or not isinstance(declarator.id, n.Identifier)
            or self.scopes.enclosing_function(node)
            is not self.scopes.enclosing_function(declarator)
        ):
            return True
        init = declarator.init
        if isinstance(init, n.CallExpression):
            targets = self.inference.targets.get(init)
            if not targets or init in self.inference.unknown_calls:
                return True
            return self._call_may_be_done(init) or any(
                self.flow.sudden_exits(f.node) for f in targets
            )
        return not isinstance(init, n.NewExpression) or self.may_be_done(init)

    def _settled_later(self, node: n.NewExpression) -> bool:
        """``new Promise``: resolved by callbacks of timers alone."""
        if sleep_executor(node) is not None:
            return True
        executor = node.arguments[0] if node.arguments else None
        if not isinstance(executor, n.Function):
            return False
        for param in executor.params:
            binding = self.scopes.binding_of.get(param)
            if binding is None:
                return False
            for reference in binding.references:
                inner = self.scopes.enclosing_function(reference)
                at = inner if inner is not executor else reference
                call = self.scopes.parents.get(at)
                if not (
                    isinstance(call, n.CallExpression)
                    and call.callee is not at
                    and isinstance(call.callee, n.Identifier)
                    and call.callee.name in ("setTimeout", "setInterval")
                ):
                    return False
        return not self.scopes.facts[executor].throws

    def _call_may_be_done(self, node: n.CallExpression) -> bool:
        callee = node.callee
        if isinstance(callee, n.MemberExpression) and not callee.computed:
            name = getattr(callee.property, "name", None)
            if name in _CHAIN:
                return self.may_be_done(callee.object)
            if self.scopes.static_of(node, "Promise") is not None:
                return self._static_may_be_done(node)
        targets = self.inference.targets.get(node)
        if targets and node not in self.inference.unknown_calls:
            return any(
                not self.flow.is_coroutine(f.node) or self.throws_early(f.node)
                for f in targets
            )
        # A promise that was stored: `cache.get(key)`, `tasks.pop()`.
        return isinstance(callee, n.MemberExpression) and any(
            isinstance(a, (t.MapAtom, t.ArrayAtom, t.SetAtom))
            for a in self.inference.types.get(callee.object, t.NEVER)
        )

    def _is_settled(self, node: n.Node) -> bool:
        """``Promise.resolve(x)`` where it is one of several values: a future that is done."""
        return self.scopes.static_of(node, "Promise") in ("resolve", "reject")

    def _static_may_be_done(self, node: n.CallExpression) -> bool:
        """``Promise.all`` and its kin: done at once where there is nothing to wait for."""
        assert isinstance(node.callee, n.MemberExpression)
        name = getattr(node.callee.property, "name", None)
        argument = node.arguments[0] if node.arguments else None
        if name == "resolve":
            types = self.inference.types.get(argument, t.T_ANY) if argument else t.NEVER
            return any(isinstance(a, t.PromiseAtom) or a is t.ANY for a in types)
        if name == "race":
            return False  # a coroutine that waits even for what is done
        if name in ("all", "allSettled", "any"):
            if (
                isinstance(argument, n.CallExpression)
                and isinstance(argument.callee, n.MemberExpression)
                and getattr(argument.callee.property, "name", None) == "map"
            ):
                argument = argument.callee.object
            return not (
                isinstance(argument, n.ArrayExpression)
                and any(
                    e is not None and not isinstance(e, n.SpreadElement)
                    for e in argument.elements
                )
            )
        return True

    def throws_early(self, function: n.Node) -> bool:
        """Whether a function may throw, by its own words, before it has waited.

        So does one that returns a promise which is rejected already.
        """
        known = self._throws.get(function)
        if known is None:
            self._throws[function] = False
            known = self._throws[function] = any(
                not self._waited_before(throw, function)
                for throw in self.scopes.facts[function].throws
            ) or any(
                self._rejected_already(value)
                and not self._waited_before(value, function)
                for value in self._returned(function)
            )
        return known

    def _returned(self, function: n.Node) -> list[n.Node]:
        if isinstance(function, n.ArrowFunctionExpression) and not isinstance(
            function.body, n.BlockStatement
        ):
            return [function.body]
        found = (node.argument for node in self.scopes.facts[function].returns)
        return [value for value in found if value is not None]

    def _rejected_already(self, node: n.Node) -> bool:
        """``Promise.reject(error)``, or a call that throws before it waits."""
        if isinstance(node, n.ConditionalExpression):
            return self._rejected_already(node.consequent) or self._rejected_already(
                node.alternate
            )
        if not isinstance(node, n.CallExpression):
            return False
        static = self.scopes.static_of(node, "Promise")
        if static is not None:
            return static == "reject"
        targets = self.inference.targets.get(node) or ()
        return any(self.throws_early(f.node) for f in targets)

    def _waited_before(self, throw: n.Node, function: n.Node) -> bool:
        """Whether a statement stands behind one, of an outer block, that surely waits."""
        node = throw
        while node is not function:
            above = self.scopes.parents.get(node)
            if above is None:
                return False
            if isinstance(above, n.BlockStatement):
                for statement in above.body:
                    if statement is node:
                        break
                    if self._visit(statement, False, set()):
                        return True
            node = above
        return False
