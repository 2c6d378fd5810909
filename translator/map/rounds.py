"""The body of a loop; as a function, where closures keep the variables of a round."""

from __future__ import annotations

import ast
from functools import cached_property

from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import bind
from .context import FunctionContext, Loop
from .jumps import Jumps


class Rounds(Jumps):
    def loop_body(self, loop: Loop, body: n.Node) -> list[ast.stmt]:
        if self.needs_call(loop, body):
            return self.body_as_call(loop, body)
        self.fn.loops.append(loop)
        try:
            return self.body(body)
        finally:
            self.fn.loops.pop()

    def round_names(self, loop: Loop, body: n.Node) -> list[Binding]:
        """The variables that a loop's body declares, in its blocks."""
        function = self.scopes.enclosing_function(loop.node)
        return [
            binding
            for binding in self.loop_bindings_of.get(function, ())
            if binding.scope.node is not loop.node
            and body.start <= binding.scope.node.start < body.end
        ]

    @cached_property
    def loop_bindings_of(self) -> dict[n.Node, list[Binding]]:
        """What loops declare anew in each round, by function."""
        found: dict[n.Node, list[Binding]] = {}
        for binding in self.loop_bindings:
            found.setdefault(binding.function, []).append(binding)
        return found

    def kept_closures(self, binding: Binding) -> list[n.Function]:
        """The closures over a variable that outlive the call that they are given to."""
        found: list[n.Function] = []
        for inner in binding.captured_by:
            function: n.Node = inner
            while self.scopes.facts[function].parent is not binding.function:
                function = self.scopes.facts[function].parent  # type: ignore[assignment]
            if isinstance(function, n.Function) and not self.called_at_once(function):
                found.append(function)
        return found

    def needs_call(self, loop: Loop, body: n.Node) -> bool:
        """Whether closures keep a variable of the round that changes after they are made."""
        if not any(
            binding.scope.loop is loop.node
            and self.assigned_in_body(binding)
            and any(
                not self.settled_before(binding, f) for f in self.kept_closures(binding)
            )
            for binding in self.round_names(loop, body)
            if binding.captured_by and binding.kind in ("let", "const")
        ):
            return False
        return not any(
            isinstance(inner, (n.ReturnStatement, n.YieldExpression))
            or isinstance(inner, (n.BreakStatement, n.ContinueStatement))
            and inner.label is not None
            for inner in n.walk_own(body)
        )

    def body_as_call(self, loop: Loop, body: n.Node) -> list[ast.stmt]:
        """The body as a local function that each round calls: its variables are new ones."""
        waits = any(
            isinstance(x, n.AwaitExpression)
            or isinstance(x, n.ForOfStatement)
            and x.is_await
            for x in n.walk_own(body)
        )
        context = FunctionContext("function", None, self.fn, is_async=waits)
        head = [
            binding
            for binding in self.scopes.bindings
            if binding.scope.node is loop.node
            and binding.kind in ("let", "const")
            and any(body.start <= r.start < body.end for r in binding.references)
        ]
        name = self.temp("one_round", "function")
        for binding in self.round_names(loop, body):
            self.placed[binding] = context
            if binding.scope.loop is loop.node:
                self.fresh.add(binding)
        with self.entering(context):
            inside = Loop(loop.node, loop.label, is_loop=True, is_call=True)
            self.fn.loops.append(inside)
            made = self.body(body)
        tree = b.function(
            name.name, [self.param_like(h) for h in head], made, is_async=waits
        )
        bind(tree, name)
        context.tree = tree
        self.emit(tree)
        call: ast.expr = b.call(self.load(name), *[self.load(h) for h in head])
        if waits:
            call = b.await_(call)
        # A round that says so is the last one.
        return [b.if_(call, [ast.Break()]) if inside.is_left else b.expr(call)]
