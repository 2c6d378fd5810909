"""Optional chains: ``a?.b``, ``a?.[i]``, ``a?.()``."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..parse import nodes as n
from ..pytree import build as b
from .logic import second_use
from .members import Members


class OptionalChains(Members):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: the links `?.` that are being made
        self.opened: set[n.Node] = set()

    def chain(self, node: n.ChainExpression) -> ast.expr:
        return self.chain_link(node.expression, test=False)

    def chain_link(self, node: n.Node, test: bool) -> ast.expr:
        """A chain: None as soon as an optional link finds nothing."""
        link = self.innermost_optional(node)
        if link is None:
            return self.test(node) if test else self.maybe(node)
        inner = link.object if isinstance(link, n.MemberExpression) else link.callee
        types = self.type_of(inner)
        link.optional = False
        self.opened.add(link)
        try:
            if isinstance(link, n.CallExpression) and isinstance(
                inner, n.MemberExpression
            ):
                obj = self.repeatable(self.expr(inner.object), inner.object)
                self.preset[inner.object] = obj
                value = self.maybe(inner)
                self.preset[inner.object] = second_use(obj)
            else:
                value = self.repeatable(self.maybe(inner), inner)
                self.preset[inner] = second_use(value)
            element = isinstance(inner, n.MemberExpression) and inner.computed
            if types and not types & t.NULLISH and t.ANY not in types and not element:
                # It is always there: the `?.` does nothing.
                if isinstance(value, ast.NamedExpr):
                    self.preset[inner] = value.value
                return self.chain_link(node, test)
            block: list[ast.stmt] = []
            with self.into(block):
                rest = self.chain_link(node, test)
            present = b.compare(value, "is not", b.const(None))
            if block:
                binding = self.temp("value")
                self.emit(b.assign(self.target(binding), b.const(None)))
                block.append(b.assign(self.target(binding), rest))
                self.emit(b.if_(present, block))
                return self.load(binding)
            if test:
                return b.and_(present, rest)
            return b.cond(present, rest, b.const(None))
        finally:
            link.optional = True
            self.opened.discard(link)
            self.preset.pop(inner, None)
            if isinstance(inner, n.MemberExpression):
                self.preset.pop(inner.object, None)

    def innermost_optional(
        self, node: n.Node
    ) -> n.MemberExpression | n.CallExpression | None:
        found: n.MemberExpression | n.CallExpression | None = None
        while isinstance(node, (n.MemberExpression, n.CallExpression)):
            if node in self.preset:
                break
            if node.optional:
                found = node
            node = node.object if isinstance(node, n.MemberExpression) else node.callee
        return found
