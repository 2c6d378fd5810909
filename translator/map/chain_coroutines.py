"""Chains as local coroutine functions: what they are given, and where they are defined."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.scopes import LOOPS, Binding
from ..analyse.types import is_promise
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import bind
from .base import name_for
from .context import FunctionContext
from .handlers import Handlers


class ChainCoroutines(Handlers):
    def chain_coroutine(self, node: n.Node, later: bool = False) -> ast.expr:
        """A chain as a call of a local coroutine function.

        ``later``: other code runs before it does. What JavaScript evaluates when the chain
        is made, and what a loop declares anew, it is then given: a loop need not define it
        in each round.
        """
        binding = self.temp(self.chain_name(node), "function")
        context = FunctionContext("function", None, self.fn, is_async=True)
        args = ast.arguments([], [], None, [], [], None, [])
        given: list[ast.expr] = []
        held = self.hold_parts(node, context, args, given) if later else []
        body: list[ast.stmt] = []
        with self.entering(context), self.into(body):
            self.chain_into(node, "return")
        for part in held:
            del self.preset[part]
        with self.before_loops(later):
            call = self.local_coroutine(binding, context, body, args)
        call.args = given
        return call

    def local_coroutine(
        self,
        binding: Binding,
        context: FunctionContext,
        body: list[ast.stmt],
        args: ast.arguments,
    ) -> ast.Call:
        """Define a coroutine function that is called here; the call."""
        tree = b.function(binding.name, args, body or [ast.Pass()], is_async=True)
        bind(tree, binding)
        context.tree = tree
        self.emit(tree)
        return b.call(self.load(binding))

    def hold_parts(
        self,
        node: n.Node,
        context: FunctionContext,
        args: ast.arguments,
        given: list[ast.expr],
    ) -> list[n.Node]:
        """Parameters for what a chain evaluates when it is made (ECMA-262 13.3.6.1)."""
        held = [
            part
            for part in self.evaluated_parts(node)
            if (
                self.in_loop(part) if part in self.preset else not self.stays_same(part)
            )
        ]
        for binding in self.iteration_bindings(node, held):
            args.args.append(self.param_like(binding))
            given.append(self.load(binding))
        for part in held:
            is_base = is_promise(self.type_of(part))
            value = self.awaitable(part) if is_base else self.expr(part)
            with self.entering(context):
                name = self.temp(name_for(part, "promise" if is_base else "handler"))
            args.args.append(bind(ast.arg(name.name), name))
            given.append(value)
            self.preset[part] = self.load(name)
        return held

    def evaluated_parts(self, node: n.Node) -> list[n.Node]:
        """The promise that a chain begins with, and its handlers, in order."""
        parts = self.parts(node)
        if parts is None:
            if isinstance(node, n.CallExpression) and self.wrapping(node) is not None:
                return self.wrapped_parts(node)
            return [node]
        base, _, arguments = parts
        handlers = [a for a in arguments if not isinstance(a, n.Function)]
        return [*self.evaluated_parts(base), *handlers]

    def wrapped_parts(self, node: n.CallExpression) -> list[n.Node]:
        """What a call evaluates around which a rule makes statements."""
        found: list[n.Node] = []
        for argument in node.arguments:
            if is_promise(self.type_of(argument)):
                found += self.evaluated_parts(argument)
            elif not isinstance(
                argument, (n.ObjectExpression, n.SpreadElement)
            ) and not self.is_callback(argument):
                found.append(argument)
        return found

    def stays_same(self, node: n.Node) -> bool:
        """Whether an expression, evaluated later, does what it does now."""
        if any(isinstance(a, t.BuiltinAtom) for a in self.type_of(node)):
            return True
        if isinstance(node, n.NewExpression) and self.is_new_promise(node):
            return True
        if not isinstance(node, n.CallExpression):
            return self.effects.stable(node)
        callee: n.Node = node.callee
        if isinstance(callee, n.MemberExpression) and not callee.computed:
            callee = callee.object
        return self.effects.stable(callee) and all(map(self.stays_same, node.arguments))

    def in_loop(self, node: n.Node) -> bool:
        """Whether a loop of the function goes through the expression again."""
        current = self.scopes.parents.get(node)
        while current is not None and not isinstance(current, n.Function):
            if isinstance(current, LOOPS):
                return True
            current = self.scopes.parents.get(current)
        return False

    def chain_name(self, node: n.Node) -> str:
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.VariableDeclarator) and isinstance(
            parent.id, n.Identifier
        ):
            return f"get_{parent.id.name}"
        return "run"
