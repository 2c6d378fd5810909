"""Promises: awaiting, starting, chains and ``new Promise``. See DESIGN section 3."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.effects import sleep_executor
from ..analyse.flow import is_promise, may_be_promise
from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..pytree import build as b
from .chains import Chains
from .inlined import result_expression


class Promises(Chains):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: ``resolve`` and ``reject`` of executors that were written in place
        self.resolvers: dict[Binding, tuple[Binding, str]] = {}
        #: promises that are started here although they are consumed on the spot
        self.hot: set[n.Node] = set()

    #: the last expression of a program's ``main``
    last_effect: n.Node | None = None

    # -- await -------------------------------------------------------------------------

    def await_expression(self, node: n.AwaitExpression) -> ast.expr:
        argument = node.argument
        by_rule = self.rule_value(node, "value")
        if by_rule is not None:
            return by_rule
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
        return b.await_(self.helper("awaited", self.expr(argument)))

    def is_thenable(self, types: t.Type) -> bool:
        return any(
            (isinstance(a, t.InstanceAtom) and self.analysis.inference.has_method(a, "then"))
            or (isinstance(a, t.ObjectAtom) and "then" in a.props)
            for a in types
        )

    def await_of(self, node: n.Node) -> ast.expr:
        """``await`` of a promise that is consumed on the spot."""
        if isinstance(node, n.CallExpression) and node not in self.preset:
            value = self.rule_value(node, "awaited")
            if value is not None:
                return value
        return b.await_(self.awaitable(node))

    def promise_static(self, node: n.CallExpression) -> str | None:
        callee = node.callee
        if (
            isinstance(callee, n.MemberExpression)
            and isinstance(callee.object, n.Identifier)
            and callee.object.name == "Promise"
            and callee.object not in self.scopes.binding_of
            and isinstance(callee.property, n.Identifier)
        ):
            return callee.property.name
        return None

    def awaitable(self, node: n.Node) -> ast.expr:
        """A promise that is consumed on the spot: a coroutine will do."""
        preset = self.preset.get(node)
        if preset is not None:
            return preset
        if self.is_chain(node):
            return self.chain_coroutine(node)
        if isinstance(node, n.ConditionalExpression):
            test = self.test(node.test)
            return b.cond(
                test, self.awaitable(node.consequent), self.awaitable(node.alternate)
            )
        if isinstance(node, n.CallExpression):
            value = self.rule_value(node, "await", "value")
            if value is not None:
                return value
            if self.is_mixed(self.type_of(node)):
                return self.helper("awaited", self.plain_call(node))
            return self.plain_call(node)
        if isinstance(node, n.NewExpression) and self.is_new_promise(node):
            return self.new_promise_cold(node)
        types = self.type_of(node)
        if not is_promise(types):
            return self.helper("awaited", self.expr(node))
        return self.expr(node)

    def is_mixed(self, types: t.Type) -> bool:
        return not is_promise(types)

    # -- starting ------------------------------------------------------------------------

    def promise_value(self, node: n.CallExpression) -> ast.expr | None:
        """A call that gives a promise, as a value; None where it gives none."""
        types = self.type_of(node)
        if not is_promise(types):
            return None
        if self.flow.is_cold(node) and node not in self.hot:
            return self.awaitable(node)
        if self.is_chain(node):
            return self.chain_task(node)
        value = self.rule_value(node, "value")
        if value is not None:
            if self.last_gives is not None and self.last_gives.startswith("future"):
                return value
            return self.started(value, node, quiet=True)
        targets = self.targets_of(node)
        call = self.plain_call(node)
        if targets is not None and not any(
            self.flow.is_coroutine(f.node) for f in targets
        ):
            return call  # it gives a task or future already
        return self.started(call, node, quiet=self.flow.starts_quietly(node))

    def started(self, coroutine: ast.expr, node: n.Node, quiet: bool) -> ast.expr:
        """A task for a coroutine. ``quiet``: nobody sees when its first part runs."""
        self.leaves_running = True
        if quiet:
            return self.asyncio("create_task", coroutine)
        return self.helper("start", coroutine)

    def chain_task(self, node: n.Node) -> ast.expr:
        """A chain under way: its promise starts now, its handlers never run at once."""
        base = node
        while (parts := self.parts(base)) is not None:
            base = parts[0]
        if not isinstance(base, n.Identifier) and not self.flow.starts_quietly(base):
            if is_promise(self.type_of(base)):
                self.hot.add(base)
                self.preset[base] = self.spill(self.expr(base), "promise")
        self.leaves_running = True
        return self.asyncio("create_task", self.chain_coroutine(node))

    def hot_result(self, callback: n.Node, call: ast.expr) -> ast.expr:
        """What a callback gives, as a value: promises are under way."""
        functions = [
            a for a in self.type_of(callback) if isinstance(a, t.FunctionAtom)
        ]
        if not any(self.flow.is_coroutine(f.node) for f in functions):
            return call
        quiet = all(self.effects.quiet_start(f.node) for f in functions)
        return self.started(call, callback, quiet)

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
        return not isinstance(node, n.CallExpression) or self.promise_static(node) is not None

    def detached(self, node: n.Node) -> None:
        """A promise that nobody waits for, as a statement."""
        if node is self.last_effect and not self.runs_at_once(node):
            # The program ends with it: waiting for it is what Node does, too.
            self.chain_into(node, "discard")
            return
        self.leaves_running = True
        cannot_fail = self.flow.cannot_fail(node)
        if self.is_chain(node):
            if self.chain_as_callback(node):
                return
            self.emit(b.expr(self.helper("background", self.chain_task(node))))
            return
        if isinstance(node, n.CallExpression):
            static = self.promise_static(node)
            if static is not None:
                value = self.rule_value(node, "value")
                if value is not None:
                    if self.last_gives is not None and self.last_gives.startswith("future"):
                        self.emit(b.expr(self.helper("background", value)))
                    else:
                        self.emit(b.expr(self.helper("background", value)))
                    return
            targets = self.targets_of(node)
            if targets is not None and not any(
                self.flow.is_coroutine(f.node) for f in targets
            ):
                self.emit(b.expr(self.plain_call(node)))
                return
            call = self.awaitable(node)
            if cannot_fail:
                self.emit(
                    b.expr(self.started(call, node, self.flow.starts_quietly(node)))
                )
            else:
                self.emit(b.expr(self.helper("background", call)))
            return
        self.emit(b.expr(self.expr(node)))

    # -- new Promise -----------------------------------------------------------------------

    def is_new_promise(self, node: n.Node) -> bool:
        return (
            isinstance(node, n.NewExpression)
            and isinstance(node.callee, n.Identifier)
            and node.callee.name == "Promise"
            and node.callee not in self.scopes.binding_of
        )

    def new_promise_cold(self, node: n.NewExpression) -> ast.expr:
        sleep = self.sleep_call(node)
        if sleep is not None:
            return sleep
        failing = self.failing_timer(node)
        if failing is not None:
            return failing
        return self.new_future(node)

    def new_promise(self, node: n.NewExpression) -> ast.expr:
        if self.flow.is_cold(node) and node not in self.hot:
            return self.new_promise_cold(node)
        coroutine = self.sleep_call(node) or self.failing_timer(node)
        if coroutine is not None:
            return self.started(coroutine, node, quiet=True)
        return self.new_future(node)

    def sleep_call(self, node: n.NewExpression) -> ast.expr | None:
        """``new Promise((resolve) => setTimeout(resolve, ms, value))``."""
        found = sleep_executor(node)
        if found is None:
            return None
        delay, value = found
        if value is not None and may_be_promise(self.type_of(value)) and not isinstance(
            value, n.Identifier
        ):
            return None
        args = [self.seconds(delay)]
        if value is not None and self.type_of(value) != t.T_UNDEFINED:
            args.append(self.expr(value))
        return self.asyncio("sleep", *args)

    def seconds(self, node: n.Node) -> ast.expr:
        """Milliseconds as seconds; Node waits one millisecond at least."""
        if isinstance(node, n.NumberLiteral):
            value = max(node.value, 1) / 1000
            return b.const(int(value) if value == int(value) else value)
        tree = self.expr(node)
        return b.binop(tree, "/", b.const(1000))

    def failing_timer(self, node: n.NewExpression) -> ast.expr | None:
        """``new Promise((_, reject) => setTimeout(() => reject(error), ms))``."""
        executor = node.arguments[0] if node.arguments else None
        if not isinstance(executor, n.ArrowFunctionExpression) or len(executor.params) != 2:
            return None
        call = only_call(executor)
        reject = executor.params[1]
        if not (
            call is not None
            and isinstance(call.callee, n.Identifier)
            and call.callee.name == "setTimeout"
            and call.callee not in self.scopes.binding_of
            and len(call.arguments) == 2
            and isinstance(call.arguments[0], n.ArrowFunctionExpression)
            and not call.arguments[0].params
            and isinstance(reject, n.Identifier)
        ):
            return None
        callback = call.arguments[0]
        inner = only_call(callback)
        if not (
            inner is not None
            and isinstance(inner.callee, n.Identifier)
            and inner.callee.name == reject.name
            and len(inner.arguments) == 1
            and self.effects.pure(call.arguments[1])
        ):
            return None
        parent = self.scopes.parents.get(node)
        name = "fail"
        if isinstance(parent, n.VariableDeclarator) and isinstance(parent.id, n.Identifier):
            name = f"{parent.id.name}_after"
        binding = self.temp(name, "function")
        from .context import FunctionContext

        context = FunctionContext("function", callback, self.fn, is_async=True)
        self.homes[callback] = context
        self.homes[executor] = context
        body: list[ast.stmt] = []
        with self.entering(context), self.into(body):
            body.append(b.expr(b.await_(self.asyncio("sleep", self.seconds(call.arguments[1])))))
            self.raise_value(inner.arguments[0])
        tree = b.function(name, [], body, is_async=True)
        tree.binding = binding  # type: ignore[attr-defined]
        context.tree = tree
        self.emit(tree)
        return b.call(self.load(binding))

    def raise_value(self, node: n.Node) -> None:
        raise NotImplementedError

    def new_future(self, node: n.NewExpression) -> ast.expr:
        """A future, and the executor's statements where the promise was made."""
        if len(node.arguments) != 1 or isinstance(node.arguments[0], n.SpreadElement):
            raise self.refuse(node, "new Promise without an executor")
        executor = node.arguments[0]
        future = self.temp("future")
        self.emit(
            b.assign(
                self.target(future),
                b.call(b.attr(self.asyncio("get_running_loop"), "create_future")),
            )
        )
        if not isinstance(executor, n.Function) or any(
            not isinstance(p, n.Identifier) for p in executor.params
        ):
            self.emit(
                b.expr(
                    b.call(
                        self.expr(executor),
                        self.settler(future, "resolve"),
                        self.settler(future, "reject"),
                    )
                )
            )
            return self.load(future)
        if executor.is_async or executor.generator:
            raise self.refuse(executor, "an async executor of a promise")
        for param, kind in zip(executor.params, ("resolve", "reject")):
            self.resolvers[self.scopes.binding_of[param]] = (future, kind)  # type: ignore[index]
        facts = self.scopes.facts[executor]
        if facts.uses_this and isinstance(executor, n.FunctionExpression):
            raise self.refuse(executor, "`this` in the executor of a promise")
        if facts.returns or self.declares_captured(executor):
            block_params = executor.params
            executor.params = []
            try:
                binding = self.temp("run", "function")
                self.emit(self.define(executor, binding))
            finally:
                executor.params = block_params
            self.emit(b.expr(b.call(self.load(binding))))
            return self.load(future)
        self.adopt_all(executor)
        block: list[ast.stmt] = []
        with self.into(block):
            if isinstance(executor.body, n.BlockStatement):
                block.extend(self.body_statements(executor.body))
            else:
                self.effect(executor.body)
        if facts.throws:
            error = self.temp("error")
            handler = b.handler(
                b.name("Exception"),
                "error",
                [b.expr(self.helper("reject", self.load(future), self.load(error)))],
            )
            handler.binding = error  # type: ignore[attr-defined]
            block = [b.try_(block, [handler])]
        self.emit(*block)
        return self.load(future)

    def declares_captured(self, function: n.Function) -> bool:
        return False

    def settler(self, future: Binding, kind: str) -> ast.expr:
        """``resolve`` or ``reject`` as a value."""
        self.use("from functools import partial")
        return b.call("partial", self.helper_name(kind), self.load(future))

    def resolver_of(self, node: n.Node) -> tuple[Binding, str] | None:
        if isinstance(node, n.Identifier):
            binding = self.scopes.binding_of.get(node)
            if binding is not None:
                return self.resolvers.get(binding)
        return None

    def identifier(self, node: n.Identifier) -> ast.expr:
        resolver = self.resolver_of(node)
        if resolver is not None:
            return self.settler(*resolver)
        return super().identifier(node)

    def plain_call(self, node: n.CallExpression) -> ast.expr:
        resolver = self.resolver_of(node.callee)
        if resolver is None:
            return super().plain_call(node)
        future, kind = resolver
        values = self.in_order(
            [(a, lambda a=a: self.expr(a)) for a in node.arguments[:1]]  # type: ignore[misc]
        )
        return self.helper(kind, self.load(future), *values)


def only_call(function: n.Function) -> n.CallExpression | None:
    """The call that is all of a function's body."""
    body = function.body
    if isinstance(body, n.BlockStatement):
        if len(body.body) != 1:
            return None
        only = body.body[0]
        if isinstance(only, n.ExpressionStatement):
            body = only.expression
        elif isinstance(only, n.ReturnStatement) and only.argument is not None:
            body = only.argument
    return body if isinstance(body, n.CallExpression) else None


assert result_expression
