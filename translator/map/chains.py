"""Chains of ``then``, ``catch`` and ``finally`` as statements of a coroutine.

``then(f)`` is what follows an ``await``; ``then(f, g)`` a ``try`` with ``else``, since ``g``
does not see the errors of ``f``; ``catch`` and ``finally`` are ``except`` and ``finally``.
"""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.scopes import Binding
from ..analyse.types import is_promise
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import bind
from ..rules import Captures, Rule
from .chain_coroutines import ChainCoroutines
from .context import FunctionContext
from .handlers import Sink

_METHODS = frozenset({"then", "catch", "finally"})


class Chains(ChainCoroutines):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: where the value of the call goes that a rule wraps statements around
        self.wrap_sink: Sink = "discard"
        #: what the last one of several functions gave to the next
        self.piped: Binding | None = None

    def is_chain(self, node: n.Node) -> bool:
        """A promise that is made by statements of a coroutine of their own."""
        return self.has_handlers(node) or self.wrapping(node) is not None

    def has_handlers(self, node: n.Node) -> bool:
        """``promise.then(...)`` and its kin, on what surely is a promise."""
        return (
            isinstance(node, n.CallExpression)
            and isinstance(node.callee, n.MemberExpression)
            and not node.callee.computed
            and isinstance(node.callee.property, n.Identifier)
            and node.callee.property.name in _METHODS
            and not node.optional
            and is_promise(self.type_of(node.callee.object) - t.NULLISH)
        )

    def parts(self, node: n.Node) -> tuple[n.Node, str, list[n.Node]] | None:
        if not self.has_handlers(node):
            return None
        assert isinstance(node, n.CallExpression)
        callee = node.callee
        assert isinstance(callee, n.MemberExpression)
        assert isinstance(callee.property, n.Identifier)
        arguments: list[n.Node] = [
            a
            for a in node.arguments
            if not isinstance(a, n.NullLiteral)
            or callee.property.name == "then"
            and a is node.arguments[0]
        ]
        if any(isinstance(a, n.SpreadElement) for a in arguments):
            raise self.refuse(node, "a spread among the handlers of a promise")
        return callee.object, callee.property.name, arguments

    def is_nothing(self, node: n.Node) -> bool:
        """Whether ``then`` is given no function there (ECMA-262 27.2.5.4.1)."""
        return not self.may_be_called(node)

    def sole_handler(self, arguments: list[n.Node]) -> bool:
        return len(arguments) == 1 and not self.is_nothing(arguments[0])

    def value_type(self, node: n.Node) -> t.Type:
        return self.analysis.inference.awaited(self.type_of(node))

    # -- rules of the context `wrap` -----------------------------------------------------

    def wrapping(self, node: n.Node) -> tuple[Rule, Captures] | None:
        """The rule that makes statements around what a call waits for, if any."""
        if not isinstance(node, n.CallExpression) or node in self.preset:
            return None
        if not is_promise(self.type_of(node)):
            return None
        return self.find_rule(node, ("wrap",))

    def wrap_into(self, node: n.Node, sink: Sink) -> bool:
        """Emit the statements of such a rule; False where there is none."""
        found = self.wrapping(node)
        if found is None:
            return False
        outer, self.wrap_sink = self.wrap_sink, sink
        try:
            value = self.apply_rule(found[0], found[1], node)
        finally:
            self.wrap_sink = outer
        if value is not None:
            self.put(value, sink)
        return True

    def settled_into(
        self, node: n.Node, values: list[ast.expr], kinds: list[t.Type]
    ) -> list[ast.stmt]:
        """The statements that a wrapped function or promise becomes."""
        sink = self.wrap_sink
        if self.is_callback(node) and self.callback_arity(node) == 0:
            values = [v for v in values if not isinstance(v, ast.Attribute)]
        block: list[ast.stmt] = []
        with self.into(block):
            if not self.is_callback(node):
                self.chain_into(node, sink)
            elif len(values) < 2:
                value = values[0] if values else None
                self.handle(node, value, kinds[0] if kinds else t.NEVER, sink)
            else:
                self.put(self.call_handler(node, values, kinds), sink)
        return block or [ast.Pass()]

    def piped_into(self, node: n.Node, place: str) -> list[ast.stmt]:
        """One of several functions, each of which is called with what the last one gave.

        ``place``: "first", "middle" or "last", whose value is that of all.
        """
        value, kind = None, t.NEVER
        if "first" not in place:
            assert self.piped is not None
            value = self.load(self.piped)
        sink: Sink = self.wrap_sink
        if "last" not in place:
            sink = self.temp("value")
        block: list[ast.stmt] = []
        with self.into(block):
            self.handle(node, value, kind, sink)
        if isinstance(sink, Binding):
            self.piped = sink
        return block or [ast.Pass()]

    def bounded(self, node: n.Node, count: ast.expr) -> ast.expr:
        """A coroutine function that calls a callback, so many at a time."""
        semaphore = self.temp("semaphore")
        self.emit(b.assign(self.target(semaphore), self.asyncio("Semaphore", count)))
        return self.within(node, self.load(semaphore))

    def within(self, node: n.Node, semaphore: ast.expr) -> ast.expr:
        """A coroutine function that calls a callback while it holds a semaphore."""
        binding = self.temp("limited", "function")
        if isinstance(node, n.Function) and self.flow.is_coroutine(node):
            tree = self.define(node, binding)
            assert isinstance(tree, ast.AsyncFunctionDef)
            if not tree.args.args:
                tree.args.args.append(ast.arg("_"))
            tree.body = [b.with_([(semaphore, None)], tree.body, is_async=True)]
        else:
            context = FunctionContext("function", None, self.fn, is_async=True)
            args = b.arguments([])
            with self.entering(context):
                item = self.temp(self.param_name(node, 0))
                args.args.append(self.param(item))
                call = self.call_handler(node, [self.load(item)], [t.T_ANY])
                body: list[ast.stmt] = [
                    b.with_([(semaphore, None)], [b.ret(call)], is_async=True)
                ]
            tree = b.function(binding.name, args, body, is_async=True)
            bind(tree, binding)
            context.tree = tree
        self.emit(tree)
        return self.load(binding)

    # -- forms ---------------------------------------------------------------------------

    def chain_value(self, node: n.Node) -> ast.expr:
        """``await chain`` as an expression; its statements are emitted."""
        parts = self.parts(node)
        if parts is not None and parts[1] == "then" and self.sole_handler(parts[2]):
            base, handler = parts[0], parts[2][0]
            if self.expression_handler(handler):
                value = self.settled_value(base)
                return self.call_handler(handler, [value], [self.value_type(base)])
        result = self.temp("result")
        self.chain_into(node, result)
        return self.load(result)

    def settled_value(self, node: n.Node) -> ast.expr:
        """What a promise is fulfilled with, awaited here."""
        if node in self.preset:
            return b.await_(self.in_turn(node, self.preset[node]))
        if self.is_chain(node):
            return self.chain_value(node)
        return self.await_of(node)

    def hurry(self, node: n.Node) -> None:
        """Let the awaiting of a promise, or of what its chain begins with, give way."""
        if not self.flow.first_waits.rushes(node):
            return
        stack = [node.argument if isinstance(node, n.AwaitExpression) else node]
        while stack:
            node = stack.pop()
            while (parts := self.parts(node)) is not None:
                node = parts[0]
            self.hurried.add(node)
            if isinstance(node, n.ConditionalExpression):
                may_be_done = self.flow.first_waits.may_be_done
                stack += filter(may_be_done, (node.consequent, node.alternate))

    def chain_as_callback(self, node: n.Node) -> bool:
        """``f().finally(cb)`` that nobody awaits: a done callback, where nothing can fail."""
        parts = self.parts(node)
        if parts is None:
            return False
        base, method, arguments = parts
        if method not in ("finally",) or len(arguments) != 1:
            return False
        handler = arguments[0]
        if (
            self.is_chain(base)
            or not self.flow.cannot_fail(base)
            or not isinstance(handler, n.ArrowFunctionExpression)
            or handler.params
            or handler.is_async
            or not self.effects.nothrow(handler)
        ):
            return False
        function = self.as_lambda(handler)
        if not isinstance(function, ast.Lambda):
            return False
        function.args.args.insert(0, ast.arg("_"))
        task = self.temp("task")
        # Under way, or what is under way already: a future takes callbacks, too.
        self.hot.add(base)
        self.leaves_running = True
        self.emit(
            b.assign(self.target(task), self.expr(base)),
            b.expr(b.call(b.attr(self.load(task), "add_done_callback"), function)),
        )
        return True

    # -- statements ----------------------------------------------------------------------

    def chain_into(self, node: n.Node, sink: Sink) -> None:
        """Emit the statements of a chain; its value goes to ``sink``."""
        parts = self.parts(node)
        if parts is None:
            if not self.wrap_into(node, sink):
                self.put(self.settled_value(node), sink)
            return
        base, method, arguments = parts
        if method == "finally":
            self.finally_into(base, arguments, sink)
        elif method == "catch" or (
            len(arguments) == 2 and self.is_nothing(arguments[0])
        ):
            self.catch_into(base, arguments[-1] if arguments else None, sink)
        elif len(arguments) >= 2 and not self.is_nothing(arguments[1]):
            self.both_into(base, arguments[0], arguments[1], sink)
        elif arguments and not self.is_nothing(arguments[0]):
            handler = arguments[0]
            if self.handler_uses_value(handler):
                value = self.settled_value(base)
                self.handle(handler, value, self.value_type(base), sink)
            else:
                self.chain_into(base, "discard")
                self.handle(handler, None, t.NEVER, sink)
        else:
            self.chain_into(base, sink)

    def finally_into(self, base: n.Node, arguments: list[n.Node], sink: Sink) -> None:
        body: list[ast.stmt] = []
        with self.into(body):
            self.chain_into(base, sink)
        final: list[ast.stmt] = []
        with self.into(final):
            if arguments:
                self.handle(arguments[0], None, t.NEVER, "discard")
        if not final:
            self.emit(*body)
        elif len(body) == 1 and isinstance(body[0], ast.Try) and not body[0].finalbody:
            body[0].finalbody = final
            self.emit(*body)
        else:
            self.emit(b.try_(body, [], None, final))

    def catch_into(self, base: n.Node, handler: n.Node | None, sink: Sink) -> None:
        body: list[ast.stmt] = []
        with self.into(body):
            self.chain_into(base, sink)
        if handler is None or self.is_nothing(handler):
            self.emit(*body)
            return
        self.emit(b.try_(body, self.handler_clauses(handler, sink)))

    def both_into(
        self, base: n.Node, fulfilled: n.Node, rejected: n.Node, sink: Sink
    ) -> None:
        """``then(f, g)``: ``g`` does not see what ``f`` throws."""
        body: list[ast.stmt] = []
        value: ast.expr | None = None
        kind = self.value_type(base)
        with self.into(body):
            if self.handler_uses_value(fulfilled):
                result = self.temp(self.handler_param(fulfilled))
                self.chain_into(base, result)
                value = self.load(result)
            else:
                self.chain_into(base, "discard")
        orelse: list[ast.stmt] = []
        with self.into(orelse):
            self.handle(fulfilled, value, kind, sink)
        self.emit(b.try_(body, self.handler_clauses(rejected, sink), orelse))
