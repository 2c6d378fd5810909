"""Expressions: one method for each kind of node; conditions; ``yield``."""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import cache
from typing import Any

from ..analyse import types as t
from ..parse import nodes as n
from ..pytree import build as b
from .assigned_values import AssignedValues


class Expressions(AssignedValues):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        self.expression_handlers = expression_handlers(type(self))  # type: ignore[arg-type]

    def expr(self, node: n.Node) -> ast.expr:
        """The Python of an expression as a value."""
        preset = self.preset.get(node)
        if preset is not None:
            return preset
        handler = self.expression_handlers.get(type(node))
        if handler is None:
            raise self.refuse(node, f"{node.type} is not translated yet")
        return handler(self, node)

    # -- conditions ----------------------------------------------------------------------

    def test(self, node: n.Node) -> ast.expr:
        """The Python of an expression as a condition: its truth is JavaScript's."""
        preset = self.preset.get(node)
        if preset is None:
            if isinstance(node, n.UnaryExpression) and node.operator == "!":
                value = self.rule_value(node, "test", "value")
                return self.negated(node.argument) if value is None else value
            if isinstance(node, n.LogicalExpression) and node.operator != "??":
                return self.logical_test(node)
            if isinstance(node, n.ChainExpression):
                return self.chain_link(node.expression, test=True)
            value = self.rule_value(node, "test", "value")
            if value is not None:
                if self.last_gives == "boolean":
                    return value
                return self.as_test(value, self.type_of(node))
            if isinstance(node, n.AssignmentExpression) or not isinstance(
                node, n.MemberExpression
            ):
                return self.as_test(self.expr(node), self.type_of(node))
        return self.as_test(self.maybe(node), self.type_of(node))

    def logical_test(self, node: n.LogicalExpression) -> ast.expr:
        left = self.test(node.left)
        block: list[ast.stmt] = []
        with self.into(block):
            right = self.test(node.right)
        if block:
            return self.as_test(
                self.logical_by_statements(node, left, t.T_BOOLEAN, block, right),
                t.T_BOOLEAN,
            )
        return b.and_(left, right) if node.operator == "&&" else b.or_(left, right)

    # -- operators, where a rule may know better -----------------------------------------

    def unary_expression(self, node: n.UnaryExpression) -> ast.expr:
        value = self.rule_value(node, "value")
        return value if value is not None else self.unary(node)

    def binary_expression(self, node: n.BinaryExpression) -> ast.expr:
        value = self.rule_value(node, "value")
        return value if value is not None else self.binary(node)

    def logical(self, node: n.LogicalExpression) -> ast.expr:
        value = self.rule_value(node, "value")
        return value if value is not None else self.logical_value(node)

    # -- generators ----------------------------------------------------------------------

    def yield_expression(self, node: n.YieldExpression) -> ast.expr:
        if node.delegate:
            assert node.argument is not None
            if self.fn.is_async:
                return self.yield_all_async(node)
            return b.yield_from(self.iterable(node.argument))
        if node.argument is None:
            return b.yield_()
        types = self.type_of(node.argument)
        rushes = self.fn.is_async and self.flow.first_waits.rushes(node)
        if self.fn.is_async and any(isinstance(a, t.PromiseAtom) for a in types):
            value = self.awaitable(node.argument)
            if rushes:
                value = self.helper("in_turn", value)
            return b.yield_(b.await_(value))
        value = self.expr(node.argument)
        if rushes:
            value = b.await_(self.asyncio("sleep", b.const(0), value))
        return b.yield_(value)

    def yield_all_async(self, node: n.YieldExpression) -> ast.expr:
        assert node.argument is not None
        types = self.type_of(node.argument)
        if any(
            isinstance(a, t.ObjectAtom) and any(" @@" in k for k in a.accessors)
            for a in types
        ):
            raise self.refuse(node, "yield* of an iterator that an accessor gives")
        item = self.temp("item")
        is_async = any(
            (isinstance(a, t.GeneratorAtom) and a.is_async)
            or (isinstance(a, t.ObjectAtom) and "@@asyncIterator" in a.props)
            or (
                isinstance(a, t.InstanceAtom)
                and self.analysis.inference.has_method(a, "@@asyncIterator")
            )
            for a in types
        )
        source = self.iterable(node.argument)
        self.emit(
            b.for_(
                self.target(item),
                source,
                [b.expr(b.yield_(self.load(item)))],
                is_async=is_async,
            )
        )
        return b.const(None)


@cache
def expression_handlers(
    cls: type[Any],
) -> dict[type[n.Node], Callable[..., ast.expr]]:
    """What is called for each kind of node, with the one who asks; made once."""
    return {
        n.Identifier: cls.identifier,
        n.StringLiteral: cls.string,
        n.NumberLiteral: cls.number,
        n.BigIntLiteral: lambda self, node: b.const(node.value),
        n.BooleanLiteral: lambda self, node: b.const(node.value),
        n.NullLiteral: lambda self, node: b.const(None),
        n.RegExpLiteral: cls.regexp,
        n.TemplateLiteral: cls.template,
        n.TaggedTemplateExpression: cls.tagged_template,
        n.ArrayExpression: cls.array,
        n.ObjectExpression: cls.object_literal,
        n.FunctionExpression: cls.function_value,
        n.ArrowFunctionExpression: cls.function_value,
        n.ClassExpression: cls.class_value,
        n.MemberExpression: cls.member,
        n.CallExpression: cls.call,
        n.NewExpression: cls.new,
        n.ChainExpression: cls.chain,
        n.UnaryExpression: cls.unary_expression,
        n.UpdateExpression: cls.update_value,
        n.BinaryExpression: cls.binary_expression,
        n.LogicalExpression: cls.logical,
        n.AssignmentExpression: cls.assignment_value,
        n.ConditionalExpression: cls.conditional,
        n.SequenceExpression: cls.sequence,
        n.AwaitExpression: cls.await_expression,
        n.YieldExpression: cls.yield_expression,
        n.ThisExpression: cls.this,
        n.MetaProperty: cls.meta_property,
        n.ImportExpression: cls.import_expression,
        n.Super: cls.super_value,
    }
