"""Reading a member, be it a property or an element."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.types import Type
from ..parse import nodes as n
from ..pytree import build as b
from .private_members import PrivateMembers


class Members(PrivateMembers):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: expressions that were made already (links of optional chains)
        self.preset: dict[n.Node, ast.expr] = {}

    def member(self, node: n.MemberExpression) -> ast.expr:
        preset = self.preset.get(node)
        if preset is not None:
            return preset
        if (
            node in self.analysis.inference.handed_empty
            and self.indexed(self.type_of(node.object))
            and not self.nonempty(node.object)
        ):
            return self.end_if_any(node)
        if self.is_missing_group(node):
            return self.missing_group(node)
        value = self.rule_value(node, "value")
        if value is not None:
            return value
        self.check_detached(node)
        asked = node in self.analysis.inference.asked_reads
        if asked and self.is_first(node) and not self.nonempty(node.object):
            return self.end_if_any(node)
        return self.read_member(node, maybe=asked)

    def is_first(self, node: n.MemberExpression) -> bool:
        """``xs[0]`` of an array that has a name."""
        return (
            isinstance(node.object, n.Identifier)
            and isinstance(node.property, n.NumberLiteral)
            and node.property.value == 0
            and t.only(self.type_of(node.object), t.ArrayAtom)
        )

    def end_if_any(self, node: n.MemberExpression) -> ast.expr:
        """The first or last element of an array that may be empty."""
        last = not isinstance(node.property, n.NumberLiteral)
        nothing: ast.expr = b.const(None)
        if self.analysis.inference.counts(node):
            self.use("math")
            nothing = b.dotted("math.nan")
        item = b.index(self.expr(node.object), -1 if last else 0)
        return b.cond(self.expr(node.object), item, nothing)

    def maybe(self, node: n.Node) -> ast.expr:
        """A value that may be missing: a lookup that gives None rather than raising."""
        if isinstance(node, n.MemberExpression) and node not in self.preset:
            if self.is_missing_group(node):
                return self.missing_group(node)
            value = self.rule_value(node, "value")
            if value is not None:
                return value
            return self.read_member(node, maybe=True)
        return self.expr(node)

    def missing_group(self, node: n.MemberExpression) -> ast.expr:
        groups = node.object
        if not self.effects.pure(groups):
            assert isinstance(groups, n.MemberExpression)
            self.effect(groups.object)
        return b.const(None)

    def is_missing_group(self, node: n.MemberExpression) -> bool:
        """``match.groups.name``, where no pattern has a group of the name."""
        groups = node.object
        return (
            isinstance(groups, n.MemberExpression)
            and getattr(groups.property, "name", None) == "groups"
            and self.type_of(groups.object) - t.NULLISH == {t.MATCH}
            and self.type_of(node) == t.T_UNDEFINED
        )

    def read_member(self, node: n.MemberExpression, maybe: bool) -> ast.expr:
        self.check_library(node)
        if isinstance(node.object, n.Super):
            return self.super_member(node)
        if isinstance(node.property, n.PrivateIdentifier):
            self.check_private(node)
            self.check_brand(node)
            self.check_identity(node)
            return b.attr(
                self.expr(node.object), self.private_name(node.property.name, node)
            )
        name = self.analysis.inference.property_name(node.property, node.computed)
        types = self.type_of(node.object)
        if node.computed and name is not None and name.isidentifier():
            plain = self.uncomputed(node, name)
            if plain is not None:
                return plain
        if self.takes_one(node):
            function = self.builtin_function(node)
            if function is not None:
                return function
        self.check_builtin(node, types, name)
        if name is None or (name.isdigit() and self.indexed(types, name)):
            obj, key = self.in_order(
                [
                    (node.object, lambda: self.expr(node.object)),
                    (node.property, lambda: self.element_key(node, types)),
                ]
            )
            return self.element(node, obj, key, types, maybe)
        return self.property_of(node, self.expr(node.object), types, name, maybe)

    def uncomputed(self, node: n.MemberExpression, name: str) -> ast.expr | None:
        """``text["length"]``: what the rules make of ``text.length``."""
        key = n.Identifier(name, start=node.property.start, end=node.property.end)
        plain = n.MemberExpression(
            node.object, key, False, node.optional, start=node.start, end=node.end
        )
        self.analysis.types[plain] = self.type_of(node)
        return self.rule_value(plain, "value")

    def indexed(self, types: Type, name: str = "") -> bool:
        """Whether a numeric key means a position, not a name."""
        find = self.analysis.inference.find_member
        return not any(
            isinstance(a, t.ObjectAtom)
            or (isinstance(a, t.ClassAtom) and f"static {name}" in a.members)
            or (isinstance(a, t.InstanceAtom) and find(a.cls, name) is not None)
            for a in types
        )

    # -- what is warned of, and what is refused -------------------------------------

    def check_detached(self, node: n.Node) -> None:
        """Warn of a method that is taken from its object: it keeps ``self`` in Python."""
        parent = self.scopes.parents.get(node)
        if isinstance(
            parent,
            (n.MemberExpression, n.UnaryExpression, n.BinaryExpression, n.IfStatement,
             n.AwaitExpression, n.ChainExpression),
        ):  # fmt: skip
            return
        if isinstance(parent, (n.CallExpression, n.TaggedTemplateExpression)) and node in (
            getattr(parent, "callee", None), getattr(parent, "tag", None),
        ):  # fmt: skip
            return
        if isinstance(node, n.MemberExpression):
            self.warn_detached(node, self.type_of(node), self.type_of(node.object))

    def warn_detached(self, node: n.Node, types: Type, objects: Type) -> None:
        bound = {  # what a constructor put there: this.f = this.f.bind(this)
            name
            for holder in objects
            if isinstance(holder, t.InstanceAtom)
            for name, cell in holder.props.items()
            if cell.types
        }
        for atom in types:
            if isinstance(atom, t.FunctionAtom):
                method = self.scopes.parents.get(atom.node)
                if (
                    (
                        isinstance(method, n.MethodDefinition)
                        and method.kind == "method"
                        or isinstance(method, n.Property)
                        and not isinstance(atom.node, n.ArrowFunctionExpression)
                    )
                    and self.scopes.facts[atom.node].uses_this
                    and self.analysis.inference.property_name(
                        method.key, method.computed
                    )
                    not in bound
                ):
                    self.warn(
                        node,
                        "a method taken from its object: `this` is lost in JavaScript, "
                        "Python keeps it",
                    )

    def check_library(self, node: n.MemberExpression) -> None:
        """Refuse what there is no rule for of an object that a library made."""
        if self.is_element(node):
            return
        for atom in self.type_of(node.object):
            if isinstance(atom, t.HostAtom) and atom.of_library:
                name = getattr(node.property, "name", "[...]")
                raise self.refuse(
                    node,
                    f"{atom.name.replace('_', '-', 1)}: {name} is not translated yet",
                )

    def is_element(self, node: n.MemberExpression) -> bool:
        """Whether a member is an element of a typed array."""
        key, hosts = node.property, 0
        for atom in self.type_of(node.object):
            if isinstance(atom, t.HostAtom):
                hosts += 1
                if atom.name not in t.TYPED_ARRAYS and (
                    not self.representation.buffers.takes_writes(node.object)
                ):
                    return False
        return (
            node.computed
            and hosts > 0
            and (isinstance(key, n.NumberLiteral) or self.is_exactly(key, t.NUMBERS))
        )

    def check_builtin(
        self, node: n.MemberExpression, types: Type, name: str | None
    ) -> None:
        """Refuse members of JavaScript's own functions for which there is no rule."""
        if types and all(isinstance(a, t.BuiltinAtom) for a in types):
            owner = next(a.name for a in types if isinstance(a, t.BuiltinAtom))
            owner = owner.replace("#", ".prototype.")
            raise self.refuse(node, f"{owner}.{name or '[...]'} is not translated yet")
