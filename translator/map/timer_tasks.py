"""Timers as tasks: a coroutine that sleeps before it does what the callback does."""

from __future__ import annotations

import ast

from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import bind, binding_of, is_code
from .chains import Chains


class TimerTasks(Chains):
    def after(self, callback: n.Node, delay: n.Node) -> ast.expr:
        """``F.after(MS)``: a call of a coroutine function that sleeps, then calls back."""
        return self.timed(callback, delay, repeats=False)

    def every(self, callback: n.Node, delay: n.Node) -> ast.expr:
        """``F.every(MS)``: the same, again and again."""
        return self.timed(callback, delay, repeats=True)

    def timed(self, callback: n.Node, delay: n.Node, repeats: bool) -> ast.expr:
        assert isinstance(callback, n.Function)
        self.leaves_running = True
        binding = self.function_binding(callback, None)
        made = self.define(callback, binding)
        assert isinstance(made, ast.FunctionDef)
        seconds = self.seconds(delay)
        given: list[ast.expr] = []
        context = next(c for c in self.contexts if c.tree is made)
        if not isinstance(seconds, ast.Constant):
            # It is evaluated where the timer starts.
            with self.entering(context):
                name = self.temp("delay", "param")
            made.args.args.insert(0, self.param(name))
            given.append(seconds)
            seconds = self.load(name)
        sleep = b.expr(b.await_(self.asyncio("sleep", seconds)))
        body = made.body
        if body and isinstance(body[-1], ast.Return) and body[-1].value is not None:
            body[-1] = b.expr(body[-1].value)  # nobody looks at what a callback gives
        if repeats:
            timer = self.declared_as(callback)
            if timer is not None:
                stop_in(body, timer)
            body = [b.while_(b.const(True), [sleep, *body])]
        else:
            body = [sleep, *body]
        tree = b.function(made.name, made.args, body, is_async=True)
        tree.lineno = made.lineno
        bind(tree, binding)
        context.tree, context.is_async = tree, True
        with self.before_loops(self.is_same_each_round(callback)):
            self.emit(tree)
        return b.call(self.load(binding), *given)

    def declared_as(self, callback: n.Node) -> Binding | None:
        """The variable that holds the timer of a callback."""
        call = self.scopes.parents.get(callback)
        declarator = self.scopes.parents.get(call) if call is not None else None
        if isinstance(declarator, n.VariableDeclarator) and isinstance(
            declarator.id, n.Identifier
        ):
            return self.scopes.binding_of[declarator.id]
        return None


def stop_in(body: list[ast.stmt], timer: Binding) -> None:
    """A timer that is cancelled last in its own callback: the loop ends there."""
    code = [s for s in body if is_code(s)]
    if not code:
        return
    last = code[-1]
    if isinstance(last, ast.If):
        stop_in(last.body, timer)
        stop_in(last.orelse, timer)
    elif (
        isinstance(last, ast.Expr)
        and isinstance(last.value, ast.Call)
        and isinstance(last.value.func, ast.Attribute)
        and last.value.func.attr == "cancel"
        and isinstance(last.value.func.value, ast.Name)
        and binding_of(last.value.func.value) is timer
    ):
        body[body.index(last)] = ast.Break()
