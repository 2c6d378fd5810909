"""Promises: awaiting them, and starting what nobody awaits on the spot."""

from __future__ import annotations

import ast
from functools import cached_property

from ..analyse import types as t
from ..analyse.scopes import Binding
from ..analyse.types import is_promise, may_be_promise
from ..analyse.unheard import is_dropped, is_kept_late
from ..parse import nodes as n
from ..pytree import build as b
from .timer_tasks import TimerTasks


class Promises(TimerTasks):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: promises that are started here although they are consumed on the spot
        self.hot: set[n.Node] = set()
        #: the last expression of a program's ``main``
        self.last_effect: n.Node | None = None
        #: what ``main`` starts last, and waits for at its end; the task's name
        self.last_started: n.Node | None = None
        self.last_task: Binding | None = None

    # -- await ---------------------------------------------------------------------------

    def await_expression(self, node: n.AwaitExpression) -> ast.expr:
        argument = node.argument
        by_rule = self.rule_value(node, "value")
        if by_rule is not None:
            return by_rule
        self.hurry(node)
        if self.is_chain(argument):
            return self.chain_value(argument)
        types = self.type_of(argument)
        if not may_be_promise(types) and not self.is_thenable(types):
            if self.flow.concurrent:
                # Waiting for a plain value gives way once.
                return b.await_(self.asyncio("sleep", b.const(0), self.expr(argument)))
            return self.expr(argument)
        if is_promise(types):
            return self.await_of(argument)
        self.no_thenable(argument)
        value = self.helper("awaited", self.expr(argument))
        return b.await_(self.in_turn(argument, value))

    def is_thenable(self, types: t.Type) -> bool:
        """Whether a value may be an object with a method ``then``, and no promise."""
        inference = self.analysis.inference
        for atom in types:
            if isinstance(atom, t.InstanceAtom) and inference.has_method(atom, "then"):
                return True
            if isinstance(atom, t.ObjectAtom) and "then" in atom.props:
                then = atom.props["then"].types
                if not then or any(
                    isinstance(a, (t.FunctionAtom, t.BuiltinAtom, t.ResolverAtom))
                    or a is t.ANY
                    for a in then
                ):
                    return True
            if atom is t.ANY and self.makes_thenables:
                return True
        return False

    @cached_property
    def makes_thenables(self) -> bool:
        """Whether the program gives any object a `then`: what is unknown may be one."""
        for node in self.scopes.parents:
            if isinstance(node, (n.MethodDefinition, n.Property, n.PropertyDefinition)):
                key = node.key
                pattern = isinstance(self.scopes.parents[node], n.ObjectPattern)
                if getattr(key, "name", getattr(key, "value", None)) == "then":
                    if not pattern:
                        return True
            elif isinstance(node, n.AssignmentExpression):
                if getattr(getattr(node.left, "property", None), "name", "") == "then":
                    return True
        return False

    def no_thenable(self, node: n.Node) -> None:
        """Refuse to wait for an object whose ``then`` JavaScript calls.

        ECMA-262 27.2.1.3.2: a promise that is resolved with such an object follows it.
        """
        if self.is_thenable(self.type_of(node)):
            raise self.refuse(
                node,
                "waiting for an object that has a method `then`",
                "--order exact calls it; or make it a promise: new Promise((resolve, "
                "reject) => value.then(resolve, reject)).",
            )

    def await_of(self, node: n.Node) -> ast.expr:
        """``await`` of a promise that is consumed on the spot."""
        if isinstance(node, n.CallExpression) and node not in self.preset:
            value = self.rule_value(node, "awaited")
            if value is not None:
                return value
        return b.await_(self.in_turn(node, self.awaitable(node)))

    def promise_static(self, node: n.CallExpression) -> str | None:
        return self.scopes.static_of(node, "Promise")

    def awaitable(self, node: n.Node) -> ast.expr:
        """A promise that is consumed on the spot: a coroutine will do."""
        preset = self.preset.get(node)
        if preset is not None:
            return preset
        if self.is_chain(node):
            return self.chain_coroutine(node)
        if isinstance(node, n.ConditionalExpression):
            return self.either(node, self.awaitable)
        if isinstance(node, n.CallExpression):
            if self.promise_static(node) == "resolve" and node.arguments:
                self.no_thenable(node.arguments[0])
            value = self.rule_value(node, "await", "value")
            if value is not None:
                return value
            if not is_promise(self.type_of(node)):
                self.no_thenable(node)
                return self.helper("awaited", self.plain_call(node))
            return self.plain_call(node)
        if isinstance(node, n.NewExpression) and self.is_new_promise(node):
            return self.new_promise_cold(node)
        types = self.type_of(node)
        if not is_promise(types):
            self.no_thenable(node)
            return self.helper("awaited", self.expr(node))
        return self.expr(node)

    def plain_helper(self, node: n.Node) -> str:
        """What makes an awaitable of what may be none, as an element of a combinator.

        A race is won by what is settled already: a value is, and a coroutine is not.
        """
        types = self.type_of(node)
        array = self.scopes.parents.get(node)
        call = self.scopes.parents.get(array) if array is not None else None
        if (
            isinstance(array, n.ArrayExpression)
            and isinstance(call, n.CallExpression)
            and self.promise_static(call) == "race"
            and not may_be_promise(types)
            and not self.is_thenable(types)
        ):
            return "fulfilled"
        return "awaited"

    # -- starting ------------------------------------------------------------------------

    def promise_value(self, node: n.CallExpression) -> ast.expr | None:
        """A call that gives a promise, as a value; None where it gives none."""
        types = self.type_of(node)
        if not is_promise(types):
            return None
        if self.promise_static(node) == "resolve" and node.arguments:
            self.no_thenable(node.arguments[0])
        if self.flow.is_cold(node) and node not in self.hot:
            return self.awaitable(node)
        return self.heard(node, self.hot_value(node))

    def heard(self, node: n.Node, promise: ast.expr) -> ast.expr:
        """A promise that is kept: one whose error nobody hears in time ends the program."""
        if not is_kept_late(self.flow, node):
            return promise
        self.decide(node, "heard")
        return self.helper("heard", promise)

    def hot_value(self, node: n.CallExpression) -> ast.expr:
        """A call that gives a promise which is kept, or used later."""
        if self.is_chain(node):
            return self.chain_task(node)
        value = self.rule_value(node, "value")
        if value is not None:
            if self.last_gives is not None and self.last_gives.startswith("future"):
                return value
            aloud = self.flow.overtaking.may_happen(node) or self.resumes_aloud(node)
            return self.started(value, node, quiet=not aloud)
        targets = self.targets_of(node)
        call = self.plain_call(node)
        if targets is not None and not any(
            self.flow.is_coroutine(f.node) for f in targets
        ):
            return call  # it gives a task or future already
        return self.started(call, node, quiet=self.flow.starts_quietly(node))

    def resumes_aloud(self, node: n.CallExpression) -> bool:
        """``iterator.next()`` of a generator whose first part somebody sees: it runs now."""
        callee = node.callee
        return (
            isinstance(callee, n.MemberExpression)
            and getattr(callee.property, "name", None) == "next"
            and any(
                isinstance(a, t.GeneratorAtom)
                and a.is_async
                and isinstance(a.site, n.Function)
                and not self.effects.quiet_start(a.site)
                for a in self.type_of(callee.object)
            )
        )

    def started(self, coroutine: ast.expr, node: n.Node, quiet: bool) -> ast.expr:
        """A task for a coroutine. ``quiet``: nobody sees when its first part runs."""
        if not self.flow.surely_awaited(node):
            self.leaves_running = True
        if is_dropped(self.flow, node):
            self.decide(node, "background")
            return self.helper("background", coroutine)
        self.decide(node, "task" if quiet else "task-at-once")
        if quiet:
            return self.asyncio("create_task", coroutine)
        return self.helper("start", coroutine)

    def chain_task(self, node: n.Node) -> ast.expr:
        """A chain under way: its promise starts now, its handlers never run at once."""
        self.leaves_running = True
        task, starts = self.chain_under_way(node)
        if is_dropped(self.flow, node):
            return self.helper("background", task)
        return self.helper("start", task) if starts else task

    def chain_under_way(self, node: n.Node) -> tuple[ast.expr, bool]:
        """The task of a chain, or its coroutine, whose first part has to run now."""
        base = node
        while (parts := self.parts(base)) is not None:
            base = parts[0]
        self.decide(node, "chain-task")
        if (
            not isinstance(base, n.Identifier)
            and not self.wrapping(base)
            and not self.flow.starts_quietly(base)
            and is_promise(self.type_of(base) - t.NULLISH)
        ):
            own = not isinstance(base, n.CallExpression) or self.targets_of(base)
            if own and not self.flow.first_waits.may_be_done(base):
                # Its handlers wait for it in any case.
                return self.chain_coroutine(node, later=True), True
            self.hot.add(base)
            self.preset[base] = self.spill(self.expr(base), "promise")
        coroutine = self.chain_coroutine(node, later=True)
        return self.asyncio("create_task", coroutine), False

    def hot_result(self, callback: n.Node, call: ast.expr) -> ast.expr:
        """What a callback gives, as a value: promises are under way."""
        functions = [a for a in self.type_of(callback) if isinstance(a, t.FunctionAtom)]
        if not any(self.flow.is_coroutine(f.node) for f in functions):
            return call
        quiet = all(self.effects.quiet_start(f.node) for f in functions)
        return self.heard(callback, self.started(call, callback, quiet))

    def detached_result(self, callback: n.Node, call: ast.expr) -> ast.expr:
        """A callback's result that nobody waits for."""
        if self.hot_result(callback, call) is call:
            return call
        return self.helper("background", call)

    def runs_at_once(self, node: n.Node) -> bool:
        """Whether awaiting a chain here could run its handlers before what was started."""
        if not self.flow.concurrent or not self.is_chain(node):
            return False
        while (parts := self.parts(node)) is not None:
            node = parts[0]
        return (
            not isinstance(node, n.CallExpression)
            or self.promise_static(node) is not None
        )

    def waited_at_end(self, node: n.Node) -> bool:
        """A promise that is under way while ``main`` ends: ``main`` waits for its task.

        An error in it ends the program there. Not beside others, which would be cancelled.
        """
        if self.leaves_running or not isinstance(node, n.CallExpression):
            return False
        if self.is_chain(node):
            task, starts = self.chain_under_way(node)
        else:
            targets = self.targets_of(node)
            if self.promise_static(node) is not None or not (
                targets and all(self.flow.is_coroutine(f.node) for f in targets)
            ):
                return False
            task, starts = self.plain_call(node), not self.flow.starts_quietly(node)
            if not starts:
                task = self.asyncio("create_task", task)
        self.decide(node, "awaited-last")
        self.last_task = self.temp("task")
        if starts:
            task = self.helper("start", task)
        self.emit(b.assign(self.target(self.last_task), task))
        return True

    def detached(self, node: n.Node) -> None:
        """A promise that nobody waits for, as a statement."""
        if node is self.last_effect and not self.runs_at_once(node):
            # The program ends with it: waiting for it is what Node does, too.
            self.chain_into(node, "discard")
            return
        if node is self.last_started and self.waited_at_end(node):
            return
        self.leaves_running = True
        cannot_fail = self.flow.cannot_fail(node)
        if self.is_chain(node):
            if self.chain_as_callback(node):
                return
            task, _ = self.chain_under_way(node)
            self.decide(node, "background")
            self.emit(b.expr(self.helper("background", task)))
            return
        if isinstance(node, n.CallExpression):
            static = self.promise_static(node)
            if static is not None:
                value = self.rule_value(node, "value")
                if value is not None:
                    self.decide(node, "background")
                    self.emit(b.expr(self.helper("background", value)))
                    return
            targets = self.targets_of(node)
            if targets is not None and not any(
                self.flow.is_coroutine(f.node) for f in targets
            ):
                self.emit(b.expr(self.plain_call(node)))
                return
            self.last_gives = None
            call = self.awaitable(node)
            if cannot_fail and (self.last_gives or "").startswith("future"):
                self.emit(b.expr(call))  # it is under way
            elif cannot_fail:
                self.emit(
                    b.expr(self.started(call, node, self.flow.starts_quietly(node)))
                )
            else:
                self.decide(node, "background")
                self.emit(b.expr(self.helper("background", call)))
            return
        self.emit(b.expr(self.expr(node)))
