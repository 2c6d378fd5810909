"""Tasks that others would overtake: of two timers due at the same time the first goes first.

Where nobody sees when the first part of an async function runs, its task may begin when what
made it gives way (``Flow.starts_quietly``). The timer that it waits for starts then, too: one
that its maker starts in between, for the same time, would go before it.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator, Mapping
from typing import TYPE_CHECKING

from ..parse import nodes as n
from . import types as t
from .constants import compute, constant_number
from .scopes import LOOPS, Binding
from .sleeps import sleep_executor

if TYPE_CHECKING:
    from .flow import Flow

_CHAIN = frozenset({"then", "catch", "finally"})
_TIMERS = frozenset({"setTimeout", "setInterval"})
#: What may or may not run, or run again.
_BRANCHES = (*LOOPS, n.IfStatement, n.ConditionalExpression, n.LogicalExpression,
             n.SwitchStatement, n.TryStatement)  # fmt: skip
_ARITHMETIC = frozenset({"+", "-", "*", "/"})
#: How far calls are followed.
_DEPTH = 6

#: What the parameters of a function stand for, where it is called.
Given = Mapping[Binding, "Delay"]
#: Milliseconds; None where they are not known.
Delay = float | None


class Overtaking:
    """``may_happen`` is the question: asked of the expression that makes the promise."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.scopes = flow.scopes
        self.inference = flow.inference
        self._asked: set[n.Node] = set()
        self._known: dict[n.Node, bool] = {}
        #: timers that are taken to be tasks, while it is found out which are
        self._tasks: frozenset[n.Node] | None = None

    def may_happen(self, node: n.Node) -> bool:
        """Whether a timer that starts before the task does may be due when its first is."""
        known = self._known.get(node)
        if known is None:
            self._known[node] = False
            own = set(self.first_delays(node, {}))
            known = self._known[node] = (
                bool(own)
                and not self._unseen(node)
                and any(
                    one is None or other is None or one == other
                    for other in self._behind(node, _DEPTH)
                    for one in own
                )
            )
        return known

    def timer_may_be(self, call: n.CallExpression, tasks: frozenset[n.Node]) -> bool:
        """The same of a timer that becomes a task, as do ``tasks``."""
        after = call.arguments[1] if len(call.arguments) > 1 else None
        own = self._delay(after, {})
        self._tasks = tasks
        try:
            return any(
                own is None or other is None or own == other
                for other in self._behind(call, _DEPTH)
            )
        finally:
            self._tasks = None

    def _unseen(self, node: n.Node) -> bool:
        """Whether nobody sees when a promise is settled: what makes it leaves no trace, and
        its maker alone waits for it."""
        if isinstance(node, n.CallExpression):
            targets = self._targets(node)
            if not (targets and all(map(self.flow.effects.leaves_no_trace, targets))):
                return self._is_sleep(node) and self._is_awaited_by_name(node)
        elif sleep_executor(node) is None:
            return False
        return self._is_awaited_by_name(node)

    def _is_awaited_by_name(self, node: n.Node) -> bool:
        """``const task = f(); ... await task``"""
        declarator = self.scopes.parents.get(node)
        if not isinstance(declarator, n.VariableDeclarator) or not isinstance(
            declarator.id, n.Identifier
        ):
            return False
        binding = self.scopes.binding_of[declarator.id]
        return (
            not binding.reassigned
            and not binding.captured_by
            and all(
                isinstance(self.scopes.parents.get(r), n.AwaitExpression)
                for r in binding.references
            )
        )

    # -- the first timer of a promise ------------------------------------------------------

    def first_delays(
        self, node: n.Node | None, given: Given, depth: int = _DEPTH
    ) -> Iterator[Delay]:
        """How long the timers take that a promise may wait for first."""
        if node is None or depth == 0:
            return
        if isinstance(node, n.NewExpression):
            sleep = sleep_executor(node)
            if sleep is not None:
                yield self._delay(sleep[0], given)
        elif isinstance(node, n.ConditionalExpression):
            yield from self.first_delays(node.consequent, given, depth)
            yield from self.first_delays(node.alternate, given, depth)
        elif isinstance(node, n.CallExpression):
            callee = node.callee
            if (
                isinstance(callee, n.MemberExpression)
                and getattr(callee.property, "name", None) in _CHAIN
            ):
                yield from self.first_delays(callee.object, given, depth)
                return
            if self._is_sleep(node):
                yield self._delay(node.arguments[0] if node.arguments else None, given)
                return
            for target in self._targets(node):
                inner = self._given(target, node, given)
                for wait in self.flow.first_waits.early(target):
                    waits = isinstance(wait, (n.AwaitExpression, n.YieldExpression))
                    value = getattr(wait, "argument", None) if waits else wait
                    yield from self.first_delays(value, inner, depth - 1)

    def _is_sleep(self, node: n.CallExpression) -> bool:
        """``setTimeout`` of timers/promises, and functions of libraries that sleep."""
        types = self.inference.types.get(node.callee, t.NEVER)
        return any(
            isinstance(a, t.ModuleAtom)
            and ("timers/promises" in a.name or a.name.startswith("delay"))
            for a in types
        )

    def _targets(self, node: n.CallExpression) -> list[n.Function]:
        if node in self.inference.unknown_calls:
            return []
        return [f.node for f in self.inference.targets.get(node, ())]

    def _given(
        self, function: n.Function, call: n.CallExpression, given: Given
    ) -> Given:
        """The numbers that a call gives."""
        found: dict[Binding, Delay] = {}
        for position, param in enumerate(function.params):
            target: n.Node | None = param
            if isinstance(param, n.AssignmentPattern):
                target = param.left
            binding = (
                self.scopes.binding_of.get(target)
                if isinstance(target, n.Identifier)
                else None
            )
            if binding is None or binding.reassigned:
                continue
            if position < len(call.arguments):
                argument: n.Node = call.arguments[position]
                if isinstance(argument, n.SpreadElement):
                    break
                found[binding] = self._number(argument, given)
            elif isinstance(param, n.AssignmentPattern):
                found[binding] = self._number(param.right, found)
        return found

    def _number(self, node: n.Node | None, given: Given) -> Delay:
        if node is None:
            return 0.0
        if isinstance(node, n.Identifier):
            binding = self.scopes.binding_of.get(node)
            if binding is not None and binding in given:
                return given[binding]
        if isinstance(node, n.BinaryExpression) and node.operator in _ARITHMETIC:
            left = self._number(node.left, given)
            right = self._number(node.right, given)
            if left is None or right is None:
                return None
            return compute(node.operator, left, right)
        return constant_number(node, self.scopes)

    def _delay(self, node: n.Node | None, given: Given) -> Delay:
        value = self._number(node, given)
        if value is None or not math.isfinite(value):
            return None
        return max(float(int(value)), 1.0)

    # -- what its maker starts behind it ---------------------------------------------------

    def _behind(self, node: n.Node, depth: int) -> Iterator[Delay]:
        """The timers that start behind an expression, before what runs gives way."""
        if depth == 0 or node in self._asked:
            return
        self._asked.add(node)
        try:
            function = self.scopes.enclosing_function(node)
            current: n.Node = node
            while True:
                above = self.scopes.parents.get(current)
                if above is None:
                    break
                if isinstance(above, n.AwaitExpression):
                    return  # it is waited for
                behind = [c for c in n.children(above) if c.start >= current.end]
                if isinstance(above, (n.IfStatement, n.ConditionalExpression)):
                    behind = [] if current is not above.test else behind
                if (
                    isinstance(above, (n.CallExpression, n.NewExpression))
                    and current is not above.callee
                ):
                    # The call comes behind its arguments.
                    for part in behind:
                        yield from self._started(part, {}, depth)
                    behind = []
                    awaited = self.scopes.parents.get(above)
                    if isinstance(awaited, n.AwaitExpression):
                        yield from self._immediate(above, {}, depth)
                    else:
                        yield from self._called(above, {}, depth)
                if isinstance(above, LOOPS):
                    behind = [c for c in n.children(above) if c is not current]
                    behind.append(current)  # another round
                for part in behind:
                    gives_way = yield from self._started(part, {}, depth)
                    if gives_way:
                        return
                current = above
                if above is function:
                    break
            atom = self.inference.functions.get(function)
            made: list[object] = list(atom.calls) if atom is not None else []
            for call in made:
                if isinstance(call, tuple):
                    call = call[0]  # of a callback: who is given it
                if isinstance(call, n.Node):
                    yield from self._behind(call, depth - 1)
        finally:
            self._asked.discard(node)

    def _started(
        self, node: n.Node, given: Given, depth: int
    ) -> Generator[Delay, None, bool]:
        """The timers that a part of a function starts; the value says: it surely waits."""
        if isinstance(node, n.Function) or depth == 0:
            return False
        if isinstance(node, (n.ReturnStatement, n.ThrowStatement)):
            for child in n.children(node):
                yield from self._started(child, given, depth)
            return False
        if isinstance(node, n.AwaitExpression):
            argument = node.argument
            for child in n.children(argument):
                if (yield from self._started(child, given, depth)):
                    return True
            if isinstance(argument, (n.CallExpression, n.NewExpression)):
                yield from self._immediate(argument, given, depth)
            return not self.flow.first_waits.may_be_done(argument)
        if isinstance(node, n.ForOfStatement) and node.is_await:
            return False
        waits = False
        for child in n.children(node):
            waits = (yield from self._started(child, given, depth)) or waits
            if waits and not isinstance(node, _BRANCHES):
                return True
        if isinstance(node, (n.CallExpression, n.NewExpression)):
            yield from self._called(node, given, depth)
        return waits and not isinstance(node, _BRANCHES)

    def _immediate(
        self, node: n.CallExpression | n.NewExpression, given: Given, depth: int
    ) -> Iterator[Delay]:
        """The timers that a call starts whose first part runs at once."""
        if isinstance(node, n.NewExpression):
            executor = node.arguments[0] if node.arguments else None
            if sleep_executor(node) is not None:
                yield from self.first_delays(node, given)
            elif isinstance(executor, n.Function):
                yield from self._started(executor.body, given, depth - 1)
            return
        yield from self.first_delays(node, given)
        for target in self._targets(node):
            inner = self._given(target, node, given)
            yield from self._started(target.body, inner, depth - 1)

    def _called(
        self, node: n.CallExpression | n.NewExpression, given: Given, depth: int
    ) -> Iterator[Delay]:
        if isinstance(node, n.NewExpression):
            if sleep_executor(node) is None:
                yield from self._immediate(node, given, depth)
            return
        callee = node.callee
        if isinstance(callee, n.Identifier) and callee not in self.scopes.binding_of:
            if callee.name in _TIMERS and not self._is_timer_task(node):
                after = node.arguments[1] if len(node.arguments) > 1 else None
                yield self._delay(after, given)
            return
        if t.only(self.inference.types.get(node, t.NEVER), t.PromiseAtom):
            if not self.flow.is_cold(node):
                yield from self._task_begun(node, given)
            return
        for target in self._targets(node):
            yield from self._started(
                target.body, self._given(target, node, given), depth - 1
            )

    def _task_begun(self, node: n.CallExpression, given: Given) -> Iterator[Delay]:
        """The timers of a promise that is kept, where its first part runs at once."""
        if self._tasks is None:
            if not self.flow.starts_quietly(node):
                yield from self.first_delays(node, given)
            return
        delays = list(self.first_delays(node, given))
        if None in delays or not self.flow.is_quiet(node):
            yield from delays

    def _is_timer_task(self, node: n.Node) -> bool:
        tasks = self.flow.timer_tasks.found if self._tasks is None else self._tasks
        return node in tasks
