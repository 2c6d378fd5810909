"""Chains of ``then``, ``catch`` and ``finally`` as statements of a coroutine.

``then(f)`` is what follows an ``await``; ``then(f, g)`` a ``try`` with ``else``, since ``g``
does not see the errors of ``f``; ``catch`` and ``finally`` are ``except`` and ``finally``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from ..analyse import types as t
from ..analyse.flow import is_promise, may_be_promise
from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..pytree import build as b
from .context import FunctionContext
from .functions import Functions

#: What becomes of a chain's value: ``return``, ``discard``, or the name it is assigned to.
Sink = str | Binding
_METHODS = frozenset({"then", "catch", "finally"})


class Chains(Functions):
    def is_chain(self, node: n.Node) -> bool:
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

    # -- forms ---------------------------------------------------------------------------

    def chain_value(self, node: n.Node) -> ast.expr:
        """``await chain`` as an expression; its statements are emitted."""
        parts = self.parts(node)
        assert parts is not None
        base, method, arguments = parts
        if method == "then" and self.sole_handler(arguments):
            handler = arguments[0]
            if self.expression_handler(handler):
                value = self.settled_value(base)
                return self.call_handler(handler, [value], [self.value_type(base)])
        result = self.temp("result")
        self.chain_into(node, result)
        return self.load(result)

    def chain_coroutine(self, node: n.Node) -> ast.expr:
        """A chain as a call of a local coroutine function."""
        binding = self.temp(self.chain_name(node), "function")
        context = FunctionContext("function", None, self.fn, is_async=True)
        body: list[ast.stmt] = []
        with self.entering(context), self.into(body):
            self.chain_into(node, "return")
        tree = b.function(binding.name, [], body or [ast.Pass()], is_async=True)
        tree.binding = binding  # type: ignore[attr-defined]
        context.tree = tree
        self.emit(tree)
        return b.call(self.load(binding))

    def chain_name(self, node: n.Node) -> str:
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.VariableDeclarator) and isinstance(
            parent.id, n.Identifier
        ):
            return f"get_{parent.id.name}"
        return "run"

    def chain_as_callback(self, node: n.Node) -> bool:
        """``f().finally(cb)`` that nobody awaits: a done callback, where nothing can fail."""
        parts = self.parts(node)
        assert parts is not None
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
        self.emit(
            b.assign(
                self.target(task),
                self.started(
                    self.awaitable(base), base, quiet=self.flow.starts_quietly(base)
                ),
            ),
            b.expr(b.call(b.attr(self.load(task), "add_done_callback"), function)),
        )
        return True

    # -- statements ------------------------------------------------------------------------

    def parts(
        self, node: n.Node
    ) -> tuple[n.Node, str, list[n.Node]] | None:
        if not self.is_chain(node):
            return None
        assert isinstance(node, n.CallExpression)
        callee = node.callee
        assert isinstance(callee, n.MemberExpression)
        assert isinstance(callee.property, n.Identifier)
        arguments: list[n.Node] = [
            a
            for a in node.arguments
            if not isinstance(a, n.NullLiteral)
            or callee.property.name == "then" and a is node.arguments[0]
        ]
        if any(isinstance(a, n.SpreadElement) for a in arguments):
            raise self.refuse(node, "a spread among the handlers of a promise")
        return callee.object, callee.property.name, arguments

    def is_nothing(self, node: n.Node) -> bool:
        return self.type_of(node) <= t.NULLISH

    def sole_handler(self, arguments: list[n.Node]) -> bool:
        return len(arguments) == 1 and not self.is_nothing(arguments[0])

    def chain_into(self, node: n.Node, sink: Sink) -> None:
        """Emit the statements of a chain; its value goes to ``sink``."""
        parts = self.parts(node)
        if parts is None:
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
            value = self.settled_value(base)
            self.handle(handler, value, self.value_type(base), sink)
        else:
            self.chain_into(base, sink)

    def settled_value(self, node: n.Node) -> ast.expr:
        """What a promise is fulfilled with, awaited here."""
        if node in self.preset:
            return b.await_(self.preset[node])
        if self.is_chain(node):
            return self.chain_value(node)
        return self.await_of(node)

    def value_type(self, node: n.Node) -> t.Type:
        return self.analysis.inference.awaited(self.type_of(node))

    def put(self, value: ast.expr, sink: Sink) -> None:
        if sink == "return":
            self.emit(b.ret(value))
        elif sink == "discard":
            if not isinstance(value, (ast.Constant, ast.Name)):
                self.emit(b.expr(value))
        else:
            assert isinstance(sink, Binding)
            self.emit(b.assign(self.target(sink), value))

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

    def handler_uses_value(self, node: n.Node) -> bool:
        return not (isinstance(node, n.Function) and not node.params)

    def handler_param(self, node: n.Node) -> str:
        if isinstance(node, n.Function) and node.params:
            param = node.params[0]
            if isinstance(param, n.Identifier):
                return param.name
        return "value"

    def handler_clauses(self, handler: n.Node, sink: Sink) -> list[ast.ExceptHandler]:
        if isinstance(handler, n.Function) and self.inlines(handler, sink):
            self.adopt_all(handler)
            param = handler.params[0] if handler.params else None

            def body() -> None:
                self.inline_body(handler, sink)

            return self.except_clauses(param, handler, body)
        binding = self.temp("error")

        def call() -> None:
            self.handle(handler, self.load(binding), self.caught_type(), sink)

        return self.except_clauses(binding, handler, call)

    def caught_type(self) -> t.Type:
        inference = self.analysis.inference
        return inference.thrown.types | {inference.error("Error")}

    def except_clauses(
        self,
        param: n.Node | Binding | None,
        node: n.Node,
        body: Callable[[], None],
    ) -> list[ast.ExceptHandler]:
        raise NotImplementedError

    # -- handlers --------------------------------------------------------------------------

    def expression_handler(self, node: n.Node) -> bool:
        """Whether calling a handler is one expression."""
        if not isinstance(node, n.Function):
            return True
        return self.is_inline(node) and (
            not node.params or isinstance(node.params[0], n.Identifier)
        )

    def inlines(self, node: n.Function, sink: Sink) -> bool:
        """Whether the statements of a handler may stand in the chain's place."""
        if node.generator or any(
            isinstance(p, n.RestElement) for p in node.params
        ):
            return False
        facts = self.scopes.facts[node]
        if isinstance(node, n.FunctionExpression) and (
            facts.uses_this or facts.uses_arguments
        ):
            return False
        if len(node.params) > 1:
            return False
        if sink == "return" or not isinstance(node.body, n.BlockStatement):
            return True
        returns = facts.returns
        if not returns:
            return True
        return len(returns) == 1 and node.body.body[-1] is returns[0]

    def handle(
        self, handler: n.Node, value: ast.expr | None, kind: t.Type, sink: Sink
    ) -> None:
        """Run a handler with a value; what it gives goes to ``sink``."""
        if isinstance(handler, n.Function) and self.inlines(handler, sink):
            self.adopt_all(handler)
            self.bind_param(handler, value)
            self.inline_body(handler, sink)
            return
        result = self.call_handler(handler, [] if value is None else [value], [kind])
        self.put(result, sink)

    def bind_param(self, handler: n.Function, value: ast.expr | None) -> None:
        if not handler.params:
            if value is not None and not isinstance(value, (ast.Name, ast.Constant)):
                self.emit(b.expr(value))
            return
        param = handler.params[0]
        if value is None:
            value = b.const(None)
        if isinstance(param, n.Identifier):
            binding = self.scopes.binding_of[param]
            if not binding.references:
                if not isinstance(value, (ast.Name, ast.Constant)):
                    self.emit(b.expr(value))
                return
            if self.used_first(binding, handler):
                self.replaced[binding] = value
                return
            if isinstance(value, ast.Name) and not binding.reassigned:
                self.replaced[binding] = value
                return
        self.assign_pattern(param, value, declare=True)

    def used_first(self, binding: Binding, handler: n.Function) -> bool:
        """Whether a parameter is read once, before anything else happens."""
        if len(binding.references) != 1 or binding.captured_by or binding.reassigned:
            return False
        body = handler.body
        if isinstance(body, n.BlockStatement):
            return False
        reference = binding.references[0]
        # The path from the body to the parameter holds only first operands.
        current: n.Node = body
        while current is not reference:
            if isinstance(current, n.MemberExpression):
                current = current.object
            elif isinstance(current, n.CallExpression):
                callee = current.callee
                if callee.start <= reference.start < callee.end:
                    current = callee
                elif current.arguments and current.arguments[0] is reference:
                    return True
                else:
                    return False
            else:
                return False
        return True

    def inline_body(self, handler: n.Function, sink: Sink) -> None:
        body = handler.body
        if not isinstance(body, n.BlockStatement):
            self.put_result(body, sink)
            return
        outer = self.return_sink
        self.return_sink = sink
        try:
            self.block.extend(self.body_statements(body))
        finally:
            self.return_sink = outer

    def put_result(self, node: n.Node, sink: Sink) -> None:
        """The value of a handler's expression: a promise is awaited (adopted)."""
        types = self.type_of(node)
        if sink == "discard" and not may_be_promise(types):
            self.effect(node)
            return
        if not types - t.T_UNDEFINED:
            self.effect(node)
            if sink == "return":
                return
            self.put(b.const(None), sink)
            return
        self.put(self.adopted(node), sink)

    def adopted(self, node: n.Node) -> ast.expr:
        """The value of an expression, awaited where it is a promise."""
        types = self.type_of(node)
        if is_promise(types):
            if self.is_chain(node):
                return self.chain_value(node)
            return self.await_of(node)
        if any(isinstance(a, t.PromiseAtom) for a in types):
            return b.await_(self.helper("awaited", self.expr(node)))
        return self.expr(node)

    def call_handler(
        self, handler: n.Node, values: list[ast.expr], kinds: list[t.Type]
    ) -> ast.expr:
        """A call of a handler, awaited where it gives a promise."""
        if isinstance(handler, n.Function) and self.expression_handler(handler):
            body = self.inlined(handler)
            del body
            self.adopt_all(handler)
            if handler.params:
                param = handler.params[0]
                assert isinstance(param, n.Identifier)
                binding = self.scopes.binding_of[param]
                value = values[0] if values else b.const(None)
                if self.used_first(binding, handler):
                    self.replaced[binding] = value
                else:
                    self.emit(b.assign(self.target(binding), value))
            elif values:
                self.emit(b.expr(values[0]))
            from .inlined import result_expression

            return self.adopted(result_expression(handler))
        resolver = self.resolver_of(handler)
        if resolver is not None:
            future, kind = resolver
            return self.helper(kind, self.load(future), *values)
        if self.builtin_reference(handler) is not None or self.is_builtin_method(handler):
            argument = n.Identifier("value", start=handler.start, end=handler.end)
            call = n.CallExpression(
                handler, [argument], False, start=handler.start, end=handler.end  # type: ignore[arg-type]
            )
            self.scopes.binding_of[argument] = self.temp("value")
            self.preset[argument] = values[0] if values else b.const(None)
            self.analysis.types[argument] = kinds[0] or t.T_ANY
            found = self.rule_value(call, "statement", "value")
            if found is not None:
                return found
        arity = self.callback_arity(handler)
        arguments = values if arity is None else values[:arity]
        call_ = b.call(self.expr(handler), *arguments)
        result: t.Type = t.NEVER
        for atom in self.type_of(handler):
            if isinstance(atom, t.FunctionAtom):
                result |= self.analysis.inference.result_of(atom)
            else:
                result |= t.T_ANY
        if is_promise(result):
            return b.await_(call_)
        if may_be_promise(result) and t.ANY in result:
            return b.await_(self.helper("awaited", call_))
        return call_

    def is_builtin_method(self, node: n.Node) -> bool:
        types = self.type_of(node)
        return bool(types) and all(isinstance(a, t.BuiltinAtom) for a in types)

    return_sink: Sink | None = None

    def resolver_of(self, node: n.Node) -> tuple[Binding, str] | None:
        raise NotImplementedError

    def await_of(self, node: n.Node) -> ast.expr:
        raise NotImplementedError

    def started(self, coroutine: ast.expr, node: n.Node, quiet: bool) -> ast.expr:
        raise NotImplementedError
