"""``return``: from functions, from coroutines, from handlers that were written in place."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.types import is_promise, may_be_promise
from ..parse import nodes as n
from ..pytree import build as b
from .declarations import Declarations


class Returns(Declarations):
    def return_statement(self, node: n.ReturnStatement) -> None:
        if self.return_sink is not None and self.sink_owner is self.fn:
            self.return_to_sink(node)
            return
        argument = node.argument
        if self.fn.kind == "module":
            # CommonJS: the script ends, and nothing waits in it.
            if argument is not None:
                self.effect(argument)
            self.use("sys")
            self.emit(b.expr(b.call("sys.exit")))
            return
        if argument is None:
            if self.fn.is_async and not self.fn.is_generator and self.flow.concurrent:
                function = self.scopes.enclosing_function(node)
                if node in self.flow.sudden_exits(function):
                    self.emit(b.expr(b.await_(self.asyncio("sleep", b.const(0)))))
            self.emit(b.ret())
            return
        if self.is_constructor(self.scopes.enclosing_function(node)):
            # What is returned is `this` or dropped (ECMA-262 10.2.2); __init__ has none.
            self.effect(argument)
            if not self.ends_function(argument):
                self.emit(b.ret())
            return
        self.return_value(argument)

    def is_constructor(self, function: n.Node) -> bool:
        """Whether it is the constructor of a class, which becomes ``__init__``."""
        parent = self.scopes.parents.get(function)
        return isinstance(parent, n.MethodDefinition) and parent.kind == "constructor"

    def return_to_sink(self, node: n.ReturnStatement) -> None:
        """A ``return`` in a handler that was written in place of a chain."""
        sink = self.return_sink
        assert sink is not None
        if node.argument is None:
            if sink == "return":
                self.emit(b.ret())
            elif sink != "discard":
                self.put(b.const(None), sink)
            return
        if self.is_chain(node.argument) and sink == "return":
            self.chain_into(node.argument, "return")
            return
        self.put_result(node.argument, sink)

    def return_value(self, node: n.Node) -> None:
        context = self.fn
        if context.is_generator and context.is_async:
            # An async generator of Python gives no value at its end.
            if self.type_of(node) - t.T_UNDEFINED:
                self.warn(node, "the value that an async generator returns is dropped")
            self.effect(node)
            self.emit(b.ret())
            return
        if context.is_generator or not context.is_async:
            types = self.type_of(node)
            if (
                not types - t.T_UNDEFINED
                and types
                and not isinstance(node, n.Identifier)
            ):
                self.effect(node)
                if not self.ends_function(node):
                    self.emit(b.ret())
                return
            if isinstance(node, n.ConditionalExpression):
                self.return_either(node)
                return
            self.emit(b.ret(self.expr(node)))
            return
        self.return_from_coroutine(node)

    def return_either(self, node: n.ConditionalExpression) -> None:
        """``return a ? b : c``: two returns where one of the values takes statements."""
        test = self.test(node.test)
        first: list[ast.stmt] = []
        second: list[ast.stmt] = []
        with self.into(first):
            one = self.expr(node.consequent)
        with self.into(second):
            other = self.expr(node.alternate)
        if not first and not second:
            self.emit(b.ret(b.cond(test, one, other)))
            return
        self.emit(b.if_(test, [*first, b.ret(one)]))
        self.block.extend([*second, b.ret(other)])

    # -- coroutines ----------------------------------------------------------------------

    def return_from_coroutine(self, node: n.Node) -> None:
        """A returned promise is adopted: it is awaited before the coroutine returns."""
        if isinstance(node, n.ConditionalExpression) and any(
            is_promise(self.type_of(x)) for x in (node.consequent, node.alternate)
        ):
            self.hurry(node)
            test = self.test(node.test)
            first: list[ast.stmt] = []
            with self.into(first):
                self.return_from_coroutine(node.consequent)
            self.emit(b.if_(test, first))
            self.return_from_coroutine(node.alternate)
            return
        if (
            isinstance(node, n.CallExpression)
            and self.promise_static(node) == "reject"
            and node.arguments
        ):
            self.raise_value(node.arguments[0])
            return
        self.no_thenable(node)
        if may_be_promise(self.type_of(node)):
            self.hurry(node)
        if self.is_chain(node) and not self.fn.tries:
            self.chain_into(node, "return")
            return
        types = self.type_of(node)
        if (
            self.fn.tries
            and any(isinstance(a, t.PromiseAtom) or a is t.ANY for a in types)
            and not isinstance(node, n.AwaitExpression)
            and is_promise(types)
        ):
            self.warn(
                node,
                "a promise returned inside try is awaited here: an error of it is "
                "caught by this try, which JavaScript would not do",
                "write `return await` if that is meant, else move it behind the try",
            )
        if not self.value_type(node) - t.T_UNDEFINED and types:
            # Nothing is returned: the promise is waited for, its value is None.
            if is_promise(types):
                self.chain_into(node, "discard")
            else:
                self.effect(node)
            if not self.ends_function(node) and not self.is_last(node):
                self.emit(b.ret())
            return
        value = self.adopted(node)
        if self.gives_way(node):
            value = b.await_(self.asyncio("sleep", b.const(0), value))
        self.emit(b.ret(value))

    def gives_way(self, node: n.Node) -> bool:
        """Whether a coroutine may get here without having waited, and others may run."""
        if not self.flow.concurrent:
            return False
        statement = self.scopes.parents.get(node)
        if statement is None:
            return False
        function = self.scopes.enclosing_function(node)
        return statement in self.flow.sudden_exits(function) or (
            statement is function and node in self.flow.sudden_exits(function)
        )

    # -- places --------------------------------------------------------------------------

    def ends_function(self, node: n.Node) -> bool:
        parent = self.scopes.parents.get(node)
        return isinstance(parent, n.ArrowFunctionExpression) and parent.body is node

    def is_last(self, node: n.Node) -> bool:
        """Whether a returned expression stands at the end of its function's body."""
        statement = self.scopes.parents.get(node)
        body = self.scopes.parents.get(statement) if statement is not None else None
        return (
            isinstance(body, n.BlockStatement)
            and body.body[-1] is statement
            and isinstance(self.scopes.parents.get(body), n.Function)
        )
