"""The members of a class, one after the other."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.scopes import Binding
from ..analyse.symbols import written
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import Comment, set_trailing
from .class_checks import ClassChecks
from .context import FunctionContext
from .docs import comment_text
from .syntax import is_static_accessor


class ClassMembers(ClassChecks):
    def members_of(
        self,
        node: n.Class,
        atom: t.ClassAtom | None,
        binding: Binding,
        after: list[ast.stmt],
        outer: FunctionContext,
    ) -> None:
        members = node.body.body
        self.check_members(node)
        fields = [
            m
            for m in members
            if isinstance(m, n.PropertyDefinition)
            and not m.static
            and not m.shared
            and not self.is_method_field(m)
        ]
        constructor = next(
            (
                m
                for m in members
                if isinstance(m, n.MethodDefinition) and m.kind == "constructor"
            ),
            None,
        )
        for name in self.late_statics(node, atom):
            self.emit(b.assign(self.attribute(name), b.const(None)))
        late = self.late_props(node, atom)
        implicit = constructor is None and (bool(fields) or bool(late))
        for member in self.accessors_together(members):
            if isinstance(member, n.PropertyDefinition) and not member.static:
                if member in fields:
                    if implicit:
                        self.implicit_constructor(node, atom, fields, late)
                        implicit = False
                    continue
            elif implicit and isinstance(member, n.MethodDefinition):
                self.implicit_constructor(node, atom, fields, late)
                implicit = False
            if is_static_accessor(member):
                continue
            first = len(self.block)
            line = self.source.position(member.start)[0]
            outer_line, self.statement_line = self.statement_line, line
            self.comments_before(member)
            if isinstance(member, n.PropertyDefinition) and member.shared:
                assert member.value is not None
                value = self.expr(member.value)
                self.emit(b.assign(self.name_of(member), value))
            elif isinstance(member, n.PropertyDefinition) and member.static:
                self.static_field(member, binding, after, outer)
            elif isinstance(member, n.PropertyDefinition):
                assert isinstance(member.value, n.Function)
                self.method(node, member, member.value, "method")
            elif isinstance(member, n.StaticBlock):
                self.static_block(member, binding, after, outer)
            elif member is constructor:
                self.constructor(node, atom, member, fields, late)
            else:
                self.method(node, member, member.value, member.kind)
            self.statement_line = outer_line
            for made in self.block[first:]:
                if not getattr(made, "lineno", 0):
                    made.lineno = line
            if member.trailing and self.block:
                set_trailing(
                    self.block[-1], " ".join(comment_text(c) for c in member.trailing)
                )
        if implicit:
            self.implicit_constructor(node, atom, fields, late)
        self.text_by_tag(node)
        for alias, name in node.body.aliases.items():
            self.emit(b.assign(self.attribute(alias), b.name(self.attribute(name))))
        self.emit(*[Comment(comment_text(c)) for c in node.body.inner])

    def check_members(self, node: n.Class) -> None:
        self.check_class(node)
        statics: set[str] = set()
        others: set[str] = set()
        for member in node.body.body:
            if isinstance(member, n.StaticBlock):
                continue
            name = self.analysis.inference.property_name(member.key, member.computed)
            if name is None:
                raise self.refuse(member, "a computed member name in a class")
            (statics if member.static else others).add(name)
        both = statics & others
        if both:
            raise self.refuse(
                node,
                f"{written(min(both))} is a static member and one of instances too",
            )

    def accessors_together(
        self, members: list[n.MethodDefinition | n.PropertyDefinition | n.StaticBlock]
    ) -> list[n.MethodDefinition | n.PropertyDefinition | n.StaticBlock]:
        """A setter follows its getter, as the decorator of Python needs it."""
        result = list(members)
        for member in members:
            if not isinstance(member, n.MethodDefinition) or member.kind != "set":
                continue
            name = self.name_of(member)
            getter = next(
                (
                    m
                    for m in members
                    if isinstance(m, n.MethodDefinition)
                    and m.kind == "get"
                    and m.static == member.static
                    and self.name_of(m) == name
                ),
                None,
            )
            if getter is not None:
                result.remove(member)
                result.insert(result.index(getter) + 1, member)
        return result

    # -- names ---------------------------------------------------------------------------

    def private_class(self, node: n.PrivateIdentifier) -> ast.expr:
        """The class that declares a private name."""
        current: n.Node | None = node
        while current is not None:
            if isinstance(current, n.Class):
                for member in current.body.body:
                    if isinstance(member, n.StaticBlock) or not isinstance(
                        member.key, n.PrivateIdentifier
                    ):
                        continue
                    if member.key.name != node.name:
                        continue
                    if member.static:
                        raise self.refuse(node, "a static private name with `in`")
                    if current.id is None:
                        raise self.refuse(
                            node, "a private name with `in` in a class without a name"
                        )
                    return self.load(self.scopes.binding_of[current.id])
            current = self.scopes.parents.get(current)
        raise AssertionError(f"#{node.name} is declared nowhere")
