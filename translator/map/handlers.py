"""The handlers of a chain: written in place, or called with the value."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.scopes import Binding
from ..analyse.types import is_promise, may_be_promise
from ..parse import nodes as n
from ..pytree import build as b
from .context import FunctionContext
from .functions import Functions
from .inlined import result_expression

#: What becomes of a chain's value: ``return``, ``discard``, or the name it is assigned to.
Sink = str | Binding


class Handlers(Functions):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: what becomes of the value of a ``return`` in a handler that was written in place
        self.return_sink: Sink | None = None
        #: the function that such a handler stands in: others inside of it just return
        self.sink_owner: FunctionContext | None = None
        #: promises whose awaiting gives way even where they are done
        self.hurried: set[n.Node] = set()

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

    def handler_clauses(self, handler: n.Node, sink: Sink) -> list[ast.ExceptHandler]:
        if isinstance(handler, n.Function) and self.inlines(handler, sink):
            self.adopt_all(handler)
            param = handler.params[0] if handler.params else None
            special = self.handler_by_class(handler, param, sink)
            if special is not None:
                return special

            def body() -> None:
                self.inline_body(handler, sink)

            return self.except_clauses(param, handler, body)
        binding = self.temp("error")

        def call() -> None:
            self.handle(handler, self.load(binding), self.caught_type(), sink)

        return self.except_clauses(binding, handler, call)

    def handler_by_class(
        self, handler: n.Function, param: n.Node | None, sink: Sink
    ) -> list[ast.ExceptHandler] | None:
        """A handler that looks at the class of the error first: a clause for each."""
        if not isinstance(handler.body, n.BlockStatement) or not (
            sink == "return"
            or (sink == "discard" and not self.scopes.facts[handler].returns)
        ):
            return None
        outer = self.return_sink, self.sink_owner
        self.return_sink, self.sink_owner = sink, self.fn
        try:
            return self.typed_clauses(param, handler.body, handler)
        finally:
            self.return_sink, self.sink_owner = outer

    def caught_type(self) -> t.Type:
        inference = self.analysis.inference
        return inference.thrown.types | {inference.error("Error")}

    def handler_uses_value(self, node: n.Node) -> bool:
        return not (isinstance(node, n.Function) and not node.params)

    def handler_param(self, node: n.Node) -> str:
        if isinstance(node, n.Function) and node.params:
            param = node.params[0]
            if isinstance(param, n.Identifier):
                return param.name
        return "value"

    # -- in place ------------------------------------------------------------------------

    def inlines(self, node: n.Function, sink: Sink) -> bool:
        """Whether the statements of a handler may stand in the chain's place."""
        if node.generator or any(isinstance(p, n.RestElement) for p in node.params):
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
                else:
                    return bool(current.arguments) and current.arguments[0] is reference
            else:
                return False
        return True

    def inline_body(self, handler: n.Function, sink: Sink) -> None:
        body = handler.body
        if not isinstance(body, n.BlockStatement):
            self.put_result(body, sink)
            return
        outer = self.return_sink, self.sink_owner
        self.return_sink, self.sink_owner = sink, self.fn
        try:
            self.block.extend(self.body_statements(body))
        finally:
            self.return_sink, self.sink_owner = outer
        if isinstance(sink, Binding) and not self.scopes.facts[handler].returns:
            # A handler that returns nothing fulfills its promise with undefined.
            self.put(b.const(None), sink)

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
        if not self.wrap_into(node, sink):
            self.put(self.adopted(node), sink)

    def adopted(self, node: n.Node) -> ast.expr:
        """The value of an expression, awaited where it is a promise."""
        types = self.type_of(node)
        if is_promise(types):
            if self.is_chain(node):
                return self.chain_value(node)
            return self.await_of(node)
        if any(isinstance(a, t.PromiseAtom) for a in types):
            return b.await_(self.in_turn(node, self.helper("awaited", self.expr(node))))
        self.no_thenable(node)
        return self.expr(node)

    def in_turn(self, node: n.Node, awaitable: ast.expr) -> ast.expr:
        return self.helper("in_turn", awaitable) if node in self.hurried else awaitable

    def put(self, value: ast.expr, sink: Sink) -> None:
        if sink == "return":
            self.emit(b.ret(value))
        elif sink == "discard":
            if not isinstance(value, (ast.Constant, ast.Name)):
                self.emit(b.expr(value))
        else:
            assert isinstance(sink, Binding)
            self.emit(b.assign(self.target(sink), value))

    # -- calls ---------------------------------------------------------------------------

    def expression_handler(self, node: n.Node) -> bool:
        """Whether calling a handler is one expression."""
        if not isinstance(node, n.Function):
            return True
        return self.is_inline(node) and (
            not node.params or isinstance(node.params[0], n.Identifier)
        )

    def call_handler(
        self, handler: n.Node, values: list[ast.expr], kinds: list[t.Type]
    ) -> ast.expr:
        """A call of a handler, awaited where it gives a promise."""
        if isinstance(handler, n.Function) and self.expression_handler(handler):
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
            return self.adopted(result_expression(handler))
        resolver = self.resolver_of(handler)
        if resolver is not None:
            future, kind = resolver
            return self.helper(kind, self.load(future), *values)
        if self.builtin_reference(handler) is not None or self.is_builtin_method(
            handler
        ):
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
        for value in values[len(arguments) :]:
            # What the handler does not look at is waited for all the same.
            if not isinstance(value, (ast.Constant, ast.Name)):
                self.emit(b.expr(value))
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
