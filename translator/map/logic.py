"""``&&``, ``||``, ``??`` and ``?:`` as values."""

from __future__ import annotations

import ast
from collections.abc import Callable

from ..analyse.types import Type
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import bind, binding_of
from .base import name_for
from .concatenation import Concatenation


class Logic(Concatenation):
    def logical_value(self, node: n.LogicalExpression) -> ast.expr:
        """``a && b``, ``a || b`` and ``a ?? b`` as values."""
        left_node, right_node = node.left, node.right
        left_type = self.type_of(left_node)
        maybe = node.operator in ("||", "??")
        left = self.maybe(left_node) if maybe else self.expr(left_node)
        block: list[ast.stmt] = []
        with self.into(block):
            right = self.expr(right_node)
        if block:
            return self.logical_by_statements(node, left, left_type, block, right)
        if node.operator == "??":
            if isinstance(left, ast.Constant) and left.value is not None:
                return left
            return self.coalesce(left, left_node, right)
        how = self.truth(left_type)
        if how == "plain":
            return b.and_(left, right) if node.operator == "&&" else b.or_(left, right)
        if how == "true":
            return right if node.operator == "&&" else left
        left = self.repeatable(left, left_node)
        again = second_use(left)
        test = self.as_test(left, left_type)
        if node.operator == "&&":
            return b.cond(test, right, again)
        return b.cond(test, again, right)

    def coalesce(self, left: ast.expr, node: n.Node, right: ast.expr) -> ast.expr:
        left = self.repeatable(left, node)
        return b.cond(b.compare(left, "is not", b.const(None)), second_use(left), right)

    def repeatable(self, value: ast.expr, node: n.Node) -> ast.expr:
        """A value that is looked at twice: as it is where that is cheap, else named."""
        if is_cheap(value):
            return value
        binding = self.temp(name_for(node))
        return self.walrus(binding, value)

    def logical_by_statements(
        self,
        node: n.LogicalExpression,
        left: ast.expr,
        left_type: Type,
        block: list[ast.stmt],
        right: ast.expr,
    ) -> ast.expr:
        """The right side needs statements: an ``if`` does what the operator does."""
        binding = self.temp(name_for(node.left))
        self.emit(b.assign(self.target(binding), left))
        loaded = self.load(binding)
        test: ast.expr
        if node.operator == "??":
            test = b.compare(loaded, "is", b.const(None))
        else:
            test = self.as_test(loaded, left_type)
            if node.operator == "||":
                test = b.negate(test)
        block.append(b.assign(self.target(binding), right))
        self.emit(b.if_(test, block))
        return self.load(binding)

    def conditional(self, node: n.ConditionalExpression) -> ast.expr:
        return self.either(node, self.expr)

    def either(
        self, node: n.ConditionalExpression, made: Callable[[n.Node], ast.expr]
    ) -> ast.expr:
        """``a ? b : c`` of what is made of ``b`` and ``c``; an ``if`` for its statements."""
        test = self.test(node.test)
        first: list[ast.stmt] = []
        second: list[ast.stmt] = []
        with self.into(first):
            a = made(node.consequent)
        with self.into(second):
            c = made(node.alternate)
        if not first and not second:
            return b.cond(test, a, c)
        binding = self.temp("value")
        first.append(b.assign(self.target(binding), a))
        second.append(b.assign(self.target(binding), c))
        self.emit(b.if_(test, first, second))
        return self.load(binding)


def is_cheap(value: ast.expr) -> bool:
    """Whether an expression may stand twice: a name, or attributes and keys of one."""
    while isinstance(value, (ast.Attribute, ast.Subscript)):
        if isinstance(value, ast.Subscript) and not isinstance(
            value.slice, (ast.Constant, ast.Name)
        ):
            return False
        value = value.value
    return isinstance(value, (ast.Name, ast.Constant))


def second_use(value: ast.expr) -> ast.expr:
    """The value for its second use: of a walrus, the name that it binds."""
    if isinstance(value, ast.NamedExpr):
        return bind(ast.Name(value.target.id, ast.Load()), binding_of(value.target))
    return value
