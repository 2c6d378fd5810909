"""Expressions as statements: nobody looks at their value."""

from __future__ import annotations

import ast
from collections.abc import Callable

from ..analyse import types as t
from ..analyse.types import is_promise, may_be_promise
from ..parse import nodes as n
from ..pytree import build as b
from .comments import Comments


class Effects(Comments):
    def expression_statement(self, node: n.ExpressionStatement) -> None:
        if node.directive is not None:
            return
        self.effect(node.expression)

    def effect(self, node: n.Node) -> None:
        """An expression whose value nobody looks at."""
        if isinstance(node, n.AssignmentExpression):
            if not self.rule_statement(node):
                self.assignment(node)
        elif isinstance(node, n.UpdateExpression):
            self.update(node)
        elif isinstance(node, n.SequenceExpression):
            for expression in node.expressions:
                self.effect(expression)
        elif isinstance(node, n.LogicalExpression):
            self.logical_effect(node)
        elif isinstance(node, n.ConditionalExpression):
            test = self.test(node.test)
            self.emit(
                b.if_(
                    test,
                    self.effect_block(node.consequent),
                    self.effect_block(node.alternate),
                )
            )
        elif isinstance(node, n.UnaryExpression) and node.operator in ("void", "!"):
            self.effect(node.argument)
        elif isinstance(node, n.UnaryExpression) and node.operator == "delete":
            self.emit(b.expr(self.delete(node, value=False)))
        elif isinstance(node, n.ChainExpression):
            self.chain_effect(node)
        elif isinstance(node, n.AwaitExpression):
            self.await_effect(node)
        elif isinstance(node, n.CallExpression):
            self.call_effect(node)
        else:
            value = self.expr(node)
            if self.may_be_no_name(node) or not isinstance(
                value, (ast.Constant, ast.Name)
            ):
                self.emit(b.expr(value))

    def rule_statement(
        self, node: n.Node, unless: Callable[[n.Node], bool] = lambda node: False
    ) -> bool:
        """Whether a rule makes statements of an assignment or an ``if``; then they are made.

        ``unless`` is asked where there is a rule, and says that it is none for this node.
        """
        found = self.find_rule(node, ("statement", "value"))
        if found is None or unless(node):
            return False
        value = self.apply_rule(found[0], found[1], node)
        if value is not None and not isinstance(value, (ast.Constant, ast.Name)):
            self.emit(b.expr(value))
        return True

    def effect_block(self, node: n.Node) -> list[ast.stmt]:
        block: list[ast.stmt] = []
        with self.into(block):
            self.effect(node)
        return block or [ast.Pass()]

    # -- kinds ---------------------------------------------------------------------------

    def logical_effect(self, node: n.LogicalExpression) -> None:
        """``ok && run()`` as a statement is an ``if``."""
        if node.operator == "??":
            test: ast.expr = b.compare(self.maybe(node.left), "is", b.const(None))
        else:
            test = self.test(node.left)
            if node.operator == "||":
                test = b.negate(test)
        self.emit(b.if_(test, self.effect_block(node.right)))

    def chain_effect(self, node: n.ChainExpression) -> None:
        """``object?.method()`` as a statement."""
        link = self.innermost_optional(node.expression)
        if link is None:
            self.effect(node.expression)
            return
        inner = link.object if isinstance(link, n.MemberExpression) else link.callee
        types = self.type_of(inner)
        link.optional = False
        try:
            value = self.maybe(inner)
            if not isinstance(value, (ast.Name, ast.Attribute)):
                value = self.spill(value)
            self.preset[inner] = value
            block: list[ast.stmt] = []
            with self.into(block):
                self.effect(
                    n.ChainExpression(node.expression, start=node.start, end=node.end)
                )
            if types and not types & t.NULLISH and t.ANY not in types:
                self.emit(*block)
            else:
                self.emit(
                    b.if_(
                        b.compare(value, "is not", b.const(None)), block or [ast.Pass()]
                    )
                )
        finally:
            link.optional = True
            self.preset.pop(inner, None)

    def await_effect(self, node: n.AwaitExpression) -> None:
        argument = node.argument
        if self.is_chain(argument):
            # A rule that makes statements around what it waits for goes before others.
            wrapped = self.wrapping(argument) is not None
            by_rule = None if wrapped else self.rule_value(argument, "await")
            if by_rule is not None:
                self.emit(b.expr(b.await_(by_rule)))
                return
            self.chain_into(argument, "discard")
            return
        types = self.type_of(argument)
        if not may_be_promise(types) and not self.is_thenable(types):
            # Waiting for a plain value gives way once.
            self.effect(argument)
            self.emit(b.expr(b.await_(self.asyncio("sleep", b.const(0)))))
            return
        if (
            isinstance(argument, n.CallExpression)
            and self.promise_static(argument) == "resolve"
            and not argument.arguments
        ):
            self.emit(b.expr(b.await_(self.asyncio("sleep", b.const(0)))))
            return
        value = self.await_expression(node)
        if not isinstance(value, ast.Constant):
            self.emit(b.expr(value))

    def call_effect(self, node: n.CallExpression) -> None:
        if is_promise(self.type_of(node)) and node not in self.preset:
            self.detached(node)
            return
        resolver = self.resolver_of(node.callee)
        if resolver is not None:
            if not self.settle_in_place(node):
                self.emit(b.expr(self.plain_call(node)))
            return
        if self.raises_instead(node):
            return
        found = self.find_rule(node, ("statement", "value"))
        if found is not None:
            value = self.apply_rule(found[0], found[1], node)
            if value is not None and not isinstance(value, (ast.Constant, ast.Name)):
                self.emit(b.expr(value))
            return
        value = self.call(node)
        if not isinstance(value, (ast.Constant, ast.Name)):
            self.emit(b.expr(value))
