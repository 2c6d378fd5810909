"""``for`` with three parts, ``while`` and ``do``."""

from __future__ import annotations

import ast

from ..parse import nodes as n
from ..pytree import build as b
from .context import Loop
from .counting import Counting
from .syntax import leaves


class Loops(Counting):
    def for_statement(self, node: n.ForStatement) -> None:
        label = self.take_label()
        if self.counting_loop(node, label):
            return
        if node.init is not None:
            if isinstance(node.init, n.VariableDeclaration):
                self.variables(node.init)
            else:
                self.effect(node.init)
        update: list[ast.stmt] = []
        if node.update is not None:
            with self.into(update):
                self.effect(node.update)
        loop = Loop(node, label, is_loop=True, update=update)
        condition: list[ast.stmt] = []
        test: ast.expr = b.const(True)
        if node.test is not None:
            with self.into(condition):
                test = self.test(node.test)
        body = self.loop_body(loop, node.body)
        if condition:
            body = [*condition, b.if_(b.negate(test), [ast.Break()]), *body]
            test = b.const(True)
        if not leaves(node.body):
            body = [s for s in body if not isinstance(s, ast.Pass)] + update
        body = self.with_flags(loop, body)
        self.emit(b.while_(test, body or [ast.Pass()]))
        self.after_loop(loop)

    def while_statement(self, node: n.WhileStatement) -> None:
        loop = Loop(node, self.take_label(), is_loop=True)
        condition: list[ast.stmt] = []
        with self.into(condition):
            test = self.test(node.test)
        body = self.loop_body(loop, node.body)
        if condition:
            body = [*condition, b.if_(b.negate(test), [ast.Break()]), *body]
            test = b.const(True)
        if isinstance(test, ast.Constant) and test.value:
            test = b.const(True)
        body = self.with_flags(loop, body)
        self.emit(b.while_(test, body))
        self.after_loop(loop)

    def do_while(self, node: n.DoWhileStatement) -> None:
        label = self.take_label()
        condition: list[ast.stmt] = []
        with self.into(condition):
            test = self.test(node.test)
        again = test
        if not condition and not isinstance(test, ast.Constant):
            again = self.negated(node.test)
        else:
            again = b.negate(test)
        end = [*condition, b.if_(again, [ast.Break()])]
        loop = Loop(node, label, is_loop=True, update=end)
        body = [
            s for s in self.loop_body(loop, node.body) if not isinstance(s, ast.Pass)
        ]
        # At the end of a body that never loops there is nothing to ask, but to leave it.
        body = body + end
        body = self.with_flags(loop, body)
        self.emit(b.while_(b.const(True), body))
        self.after_loop(loop)
