"""Static members: of the class where they are plain, else behind it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import contextmanager

from ..analyse import types as t
from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..pytree import build as b
from .context import FunctionContext
from .tagged_classes import TaggedClasses


class StaticMembers(TaggedClasses):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: the class that ``this`` means, in what runs behind it
        self.static_this: Binding | None = None

    def static_field(
        self,
        member: n.PropertyDefinition,
        binding: Binding,
        after: list[ast.stmt],
        outer: FunctionContext,
    ) -> None:
        name = self.name_of(member)
        if isinstance(member.value, n.ArrowFunctionExpression):
            self.emit(
                self.define(
                    member.value, None, name=name, method=True,
                    decorators=[b.name("staticmethod")],
                )
            )  # fmt: skip
            return
        if member.value is None or self.is_plain_value(member.value):
            value = (
                self.expr(member.value) if member.value is not None else b.const(None)
            )
            self.emit(b.assign(name, value))
            return
        with self.statically(binding, after, outer):
            value = self.expr(member.value)
            statement = b.assign(b.attr(self.load(binding), name), value)
            statement.lineno = self.source.position(member.start)[0]
            self.emit(statement)

    def is_plain_value(self, node: n.Node) -> bool:
        """A value that names nothing, so that it may stand in the class itself."""
        if isinstance(node, n.ArrayExpression):
            return all(e is not None and self.is_plain_value(e) for e in node.elements)
        if isinstance(node, n.ObjectExpression):
            return all(
                isinstance(p, n.Property)
                and not p.computed
                and self.is_plain_value(p.value)
                for p in node.properties
            )
        if isinstance(node, n.NewExpression):
            return (
                isinstance(node.callee, n.Identifier)
                and node.callee.name in ("Map", "Set")
                and node.callee not in self.scopes.binding_of
                and all(self.is_plain_value(a) for a in node.arguments)
            )
        return self.is_constant(node)

    def static_block(
        self,
        member: n.StaticBlock,
        binding: Binding,
        after: list[ast.stmt],
        outer: FunctionContext,
    ) -> None:
        self.homes[member] = outer
        with self.statically(binding, after, outer):
            self.block.extend(self.statements(member.body))

    # -- behind the class ----------------------------------------------------------------

    @contextmanager
    def statically(
        self, binding: Binding, after: list[ast.stmt], outer: FunctionContext
    ) -> Iterator[None]:
        """What runs behind the class; ``this`` is the class there."""
        inner, self.fn = self.fn, outer
        before, self.static_this = self.static_this, binding
        try:
            with self.into(after):
                yield
        finally:
            self.fn, self.static_this = inner, before

    def this(self, node: n.ThisExpression) -> ast.expr:
        if self.static_this is not None and self.fn.this is None:
            return self.load(self.static_this)
        context: FunctionContext | None = self.fn
        while context is not None:
            if context.this is not None:
                return b.name(context.this)
            if context.kind == "function" and isinstance(
                context.node, (n.FunctionExpression, n.FunctionDeclaration)
            ):
                raise self.refuse(node, "`this` in a function that is no method")
            context = context.parent
        if self.analysis.program.source_type != "module":
            raise self.refuse(
                node,
                "`this` at the top of a script, which is its module.exports",
                "write module.exports, or undefined in an ES module",
            )
        return b.const(None)

    # -- names ---------------------------------------------------------------------------

    def late_statics(self, node: n.Class, atom: t.ClassAtom | None) -> list[str]:
        """Properties of the class that something assigns, and the class does not declare."""
        if atom is None:
            return []
        declared = {
            self.analysis.inference.property_name(m.key, m.computed)
            for m in node.body.body
            if not isinstance(m, n.StaticBlock) and m.static
        }
        above = {
            name for base in self.ancestors(atom) for name in self.static_names(base)
        }
        return [
            name
            for name, cell in atom.statics.items()
            if cell.types
            and name not in declared
            and name not in above
            and name != "name"
        ]

    def static_names(self, node: n.Class) -> set[str]:
        names = {
            self.analysis.inference.property_name(m.key, m.computed) or ""
            for m in node.body.body
            if not isinstance(m, n.StaticBlock) and m.static
        }
        atom = self.analysis.classes.get(node)
        return (
            names | {k for k, c in atom.statics.items() if c.types} if atom else names
        )
