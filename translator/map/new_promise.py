"""``new Promise``: timers as ``asyncio.sleep``, other executors with a future."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.scopes import Binding
from ..analyse.sleeps import sleep_executor
from ..analyse.types import may_be_promise
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import bind
from .context import FunctionContext
from .promises import Promises


class NewPromise(Promises):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: ``resolve`` and ``reject`` of executors that were written in place
        self.resolvers: dict[Binding, tuple[Binding, str]] = {}

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
            overtaken = self.flow.overtaking.may_happen(node)
            return self.heard(node, self.started(coroutine, node, quiet=not overtaken))
        return self.heard(node, self.new_future(node))

    # -- timers --------------------------------------------------------------------------

    def sleep_call(self, node: n.NewExpression) -> ast.expr | None:
        """``new Promise((resolve) => setTimeout(resolve, ms, value))``."""
        found = sleep_executor(node)
        if found is None:
            return None
        delay, value = found
        if (
            value is not None
            and may_be_promise(self.type_of(value))
            and not isinstance(value, n.Identifier)
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
        if (
            not isinstance(executor, n.ArrowFunctionExpression)
            or len(executor.params) != 2
        ):
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
        if isinstance(parent, n.VariableDeclarator) and isinstance(
            parent.id, n.Identifier
        ):
            name = f"{parent.id.name}_after"
        binding = self.temp(name, "function")
        context = FunctionContext("function", callback, self.fn, is_async=True)
        self.homes[callback] = context
        self.homes[executor] = context
        body: list[ast.stmt] = []
        with self.entering(context), self.into(body):
            body.append(
                b.expr(b.await_(self.asyncio("sleep", self.seconds(call.arguments[1]))))
            )
            self.raise_value(inner.arguments[0])
        return self.local_coroutine(binding, context, body, b.arguments([]))

    # -- futures -------------------------------------------------------------------------

    def new_future(self, node: n.NewExpression) -> ast.expr:
        """A future, and the executor's statements where the promise was made."""
        if len(node.arguments) != 1 or isinstance(node.arguments[0], n.SpreadElement):
            raise self.refuse(node, "new Promise without an executor")
        executor = node.arguments[0]
        self.decide(node, "future")
        future = self.future_name(node)
        self.emit(
            b.assign(
                self.target(future),
                b.call(b.attr(self.asyncio("get_running_loop"), "create_future")),
            )
        )
        if not isinstance(executor, n.Function) or any(
            not isinstance(p, n.Identifier) for p in executor.params
        ):
            self.called_executor(executor, future)
            return self.load(future)
        if executor.is_async or executor.generator:
            raise self.refuse(executor, "an async executor of a promise")
        for param, kind in zip(executor.params, ("resolve", "reject")):
            self.resolvers[self.scopes.binding_of[param]] = (future, kind)  # type: ignore[index]
        facts = self.scopes.facts[executor]
        if facts.uses_this and isinstance(executor, n.FunctionExpression):
            raise self.refuse(executor, "`this` in the executor of a promise")
        if facts.returns:
            block_params = executor.params
            executor.params = []
            try:
                binding = self.temp("run", "function")
                self.emit(self.define(executor, binding))
            finally:
                executor.params = block_params
            call: list[ast.stmt] = [b.expr(b.call(self.load(binding)))]
            self.emit(*(self.rejecting(call, future) if facts.throws else call))
            return self.load(future)
        self.adopt_all(executor)
        block: list[ast.stmt] = []
        with self.into(block):
            if isinstance(executor.body, n.BlockStatement):
                block.extend(self.body_statements(executor.body))
            else:
                self.effect(executor.body)
        if facts.throws:
            block = self.rejecting(block, future)
        self.emit(*block)
        return self.load(future)

    def future_name(self, node: n.NewExpression) -> Binding:
        """The variable that the promise is declared as, where nobody sees it earlier."""
        declarator = self.scopes.parents.get(node)
        if (
            isinstance(declarator, n.VariableDeclarator)
            and isinstance(declarator.id, n.Identifier)
            and not self.in_loop(node)
        ):
            binding = self.scopes.binding_of[declarator.id]
            if not binding.reassigned and binding.kind != "var":
                return binding
        return self.temp("future")

    def resolvers_apart(self, pattern: n.Node, init: n.Node) -> bool:
        """``const { promise, resolve, reject } = Promise.withResolvers()``: a future."""
        if not (
            isinstance(pattern, n.ObjectPattern)
            and isinstance(init, n.CallExpression)
            and self.promise_static(init) == "withResolvers"
        ):
            return False
        taken: dict[str, Binding] = {}
        for item in pattern.properties:
            if not isinstance(item, n.Property):
                return False
            name = self.analysis.inference.property_name(item.key, item.computed)
            if name is None or not isinstance(item.value, n.Identifier):
                return False
            taken[name] = self.scopes.binding_of[item.value]
        if not taken.keys() <= {"promise", "resolve", "reject"} or any(
            binding.reassigned for binding in taken.values()
        ):
            return False
        self.decide(init, "future")
        future = taken.get("promise") or self.temp("future")
        loop = self.asyncio("get_running_loop")
        self.emit(b.assign(self.target(future), b.call(b.attr(loop, "create_future"))))
        for kind in ("resolve", "reject"):
            if kind in taken:
                self.resolvers[taken[kind]] = (future, kind)
        return True

    def called_executor(self, executor: n.Node, future: Binding) -> None:
        """An executor that is called: a function by name, or with a pattern."""
        if self.is_nothing(executor):
            raise self.refuse(executor, "an executor that is no function")
        function = self.expr(executor)
        arity = self.callback_arity(executor)
        settlers = [
            self.settler(None, future, kind)
            for kind in ("resolve", "reject")[: 2 if arity is None else arity]
        ]
        call = b.expr(b.call(function, *settlers))
        nothrow = isinstance(executor, n.Function) and self.effects.nothrow(executor)
        self.emit(*([call] if nothrow else self.rejecting([call], future)))

    def rejecting(self, block: list[ast.stmt], future: Binding) -> list[ast.stmt]:
        """What an executor throws rejects its promise (ECMA-262 27.2.3.1)."""
        error = self.temp("error")
        handler = b.handler(
            b.name("Exception"),
            "error",
            [b.expr(self.helper("reject", self.load(future), self.load(error)))],
        )
        bind(handler, error)
        return [b.try_(block, [handler])]

    def settler(self, node: n.Node | None, future: Binding, kind: str) -> ast.expr:
        """``resolve`` or ``reject`` as a value."""
        local = self.local_settler(node, future, kind)
        if local is not None:
            return local
        # Bound as a method is: a `partial` takes far longer to make.
        self.use("from types import MethodType")
        function = self.helper_name(self.settling(node, kind))
        return b.call("MethodType", function, self.load(future))

    def local_settler(
        self, node: n.Node | None, future: Binding, kind: str
    ) -> ast.expr | None:
        """``this.open = resolve``: a function of its own, where its name says what it is."""
        parent = self.scopes.parents.get(node) if node is not None else None
        if (
            node is None
            or not isinstance(parent, n.AssignmentExpression)
            or parent.right is not node
            or self.settling(node, kind) != "settle"
            or self.in_loop(parent)
            or self.fn.kind != "function"
        ):
            return None
        target = parent.left
        if (
            not isinstance(target, n.MemberExpression)
            or not isinstance(target.object, n.ThisExpression)
            or not isinstance(target.property, n.Identifier)
            or target.computed
        ):
            return None
        binding = self.temp(target.property.name, "function")
        context = FunctionContext("function", None, self.fn)
        args = b.arguments([])
        with self.entering(context):
            value = self.temp("value", "param")
            args.args.append(self.param(value))
            args.defaults.append(b.const(None))
            body = self.settled_once(future, "set_result", self.load(value))
        tree = b.function(binding.name, args, [body])
        bind(tree, binding)
        context.tree = tree
        self.emit(tree)
        return self.load(binding)

    def settled_once(self, future: Binding, method: str, value: ast.expr) -> ast.stmt:
        """``if not future.done(): future.set_result(value)``"""
        done = b.call(b.attr(self.load(future), "done"))
        settle = b.call(b.attr(self.load(future), method), value)
        return b.if_(b.not_(done), [b.expr(settle)])

    def settles_in_place(self, node: n.Node) -> bool:
        """Whether a call of ``resolve`` or ``reject`` takes no helper: nothing is adopted,
        and what it is rejected with is an error."""
        if not isinstance(node, n.CallExpression) or len(node.arguments) > 1:
            return False
        resolver = self.resolver_of(node.callee)
        types = self.type_of(node.callee)
        if resolver is None or not types:
            return False
        if any(not isinstance(a, t.ResolverAtom) or a.promise.adopts for a in types):
            return False
        if any(isinstance(a, n.SpreadElement) for a in node.arguments):
            return False
        if resolver[1] == "resolve":
            return not node.arguments or not self.is_thenable(
                self.type_of(node.arguments[0])
            )
        reasons = self.type_of(node.arguments[0]) if node.arguments else t.NEVER
        return bool(reasons) and all(map(self.is_error, reasons))

    def settle_in_place(self, node: n.CallExpression) -> bool:
        """Emit the statements of such a call; False where it takes a helper."""
        if not self.settles_in_place(node):
            return False
        resolver = self.resolver_of(node.callee)
        assert resolver is not None
        value: ast.expr = b.const(None)
        if node.arguments:
            value = self.expr(node.arguments[0])
            if not self.effects.pure(node.arguments[0]):
                value = self.spill(value, "value")
        method = "set_result" if resolver[1] == "resolve" else "set_exception"
        self.emit(self.settled_once(resolver[0], method, value))
        return True

    def settling(self, node: n.Node | None, kind: str) -> str:
        """The helper for a resolving function: the plain one where no promise is given."""
        types = t.NEVER if node is None else self.type_of(node)
        plain = types and all(
            isinstance(a, t.ResolverAtom) and not a.promise.adopts for a in types
        )
        return "settle" if kind == "resolve" and plain else kind

    def resolver_of(self, node: n.Node) -> tuple[Binding, str] | None:
        if isinstance(node, n.Identifier):
            binding = self.scopes.binding_of.get(node)
            if binding is not None:
                return self.resolvers.get(binding)
        return None

    def identifier(self, node: n.Identifier) -> ast.expr:
        resolver = self.resolver_of(node)
        if resolver is not None:
            return self.settler(node, *resolver)
        return super().identifier(node)

    def plain_call(self, node: n.CallExpression) -> ast.expr:
        resolver = self.resolver_of(node.callee)
        if node.arguments and any(
            isinstance(a, t.ResolverAtom) and a.kind == "resolve"
            for a in self.type_of(node.callee)
        ):
            self.no_thenable(node.arguments[0])
        if resolver is None:
            return super().plain_call(node)
        future, kind = resolver
        values = self.in_order(
            [(a, lambda a=a: self.expr(a)) for a in node.arguments[:1]]  # type: ignore[misc]
        )
        return self.helper(self.settling(node.callee, kind), self.load(future), *values)


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
