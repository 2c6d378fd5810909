"""Timers that become tasks: a coroutine that sleeps, then does what the callback does.

A task that is done is no more cancelled than a timer that has fired; what ``clearTimeout``
stops in time, ``cancel()`` stops. What differs: an error in a task does not end the program,
so there must be none; and a task starts to sleep when what made it gives way, so no timer that
starts in between may be due at the same time.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..parse import nodes as n
from .scopes import Binding

if TYPE_CHECKING:
    from .flow import Flow

_TIMERS = frozenset({"setTimeout", "setInterval"})
_CLEARING = frozenset({"clearTimeout", "clearInterval"})


class TimerTasks:
    """``found`` holds the calls of setTimeout and setInterval that become tasks."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.scopes = flow.scopes

    @cached_property
    def found(self) -> frozenset[n.Node]:
        """Those that nobody overtakes who is no such task."""
        found = {
            call
            for name in _TIMERS
            for use in self.scopes.globals.get(name, ())
            if (call := self._call_of(use)) is not None and self._fits(call)
        }
        overtaking = self.flow.overtaking
        while True:
            tasks: frozenset[n.Node] = frozenset(found)
            late = {call for call in found if overtaking.timer_may_be(call, tasks)}
            if not late:
                return tasks
            found -= late

    def _call_of(self, use: n.Node) -> n.CallExpression | None:
        call = self.scopes.parents.get(use)
        return (
            call if isinstance(call, n.CallExpression) and call.callee is use else None
        )

    def _fits(self, call: n.CallExpression) -> bool:
        """Whether the callback stands there and surely does not fail, and whether the timer
        goes nowhere but to where it is cleared."""
        if len(call.arguments) != 2 or isinstance(call.arguments[1], n.SpreadElement):
            return False
        if not self.flow.inference.types.get(call.arguments[1]):
            return False
        callback = call.arguments[0]
        if (
            not isinstance(callback, n.Function)
            or callback.is_async
            or callback.generator
            or callback.params
        ):
            return False
        facts = self.scopes.facts[callback]
        if isinstance(callback, n.FunctionExpression) and (
            callback.id is not None or facts.uses_this or facts.uses_arguments
        ):
            return False
        if getattr(call.callee, "name", "") == "setInterval" and (
            facts.returns or self._keeps_rounds(callback)
        ):
            return False
        parent = self.scopes.parents.get(call)
        if isinstance(parent, n.VariableDeclarator):
            if not self._only_cleared(parent):
                return False
        elif not isinstance(parent, n.ExpressionStatement):
            return False
        return self.flow.effects.nothrow(callback)

    def _keeps_rounds(self, callback: n.Function) -> bool:
        """Whether closures hold variables that each call makes anew: in a loop of Python
        all calls would share them."""
        return any(
            binding.function is callback and binding.captured_by
            for binding in self.scopes.bindings
        )

    def _only_cleared(self, declarator: n.VariableDeclarator) -> bool:
        if not isinstance(declarator.id, n.Identifier):
            return False
        binding = self.scopes.binding_of[declarator.id]
        return (
            not binding.reassigned
            and binding.kind in ("const", "let")
            and all(map(self._is_cleared, binding.references))
        )

    def _is_cleared(self, reference: n.Node) -> bool:
        call = self.scopes.parents.get(reference)
        return (
            isinstance(call, n.CallExpression)
            and call.arguments == [reference]
            and isinstance(call.callee, n.Identifier)
            and call.callee.name in _CLEARING
            and call.callee not in self.scopes.binding_of
        )

    def is_task(self, node: n.Node) -> bool:
        """Whether a name holds such a task."""
        binding = (
            self.scopes.binding_of.get(node) if isinstance(node, n.Identifier) else None
        )
        return binding is not None and self.made_for(binding) in self.found

    def made_for(self, binding: Binding) -> n.Node | None:
        declarator = binding.node
        return declarator.init if isinstance(declarator, n.VariableDeclarator) else None
