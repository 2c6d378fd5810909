"""Types of classes: methods, fields, and what extends what."""

from __future__ import annotations

from ..parse import nodes as n
from . import types as t
from .expressions import Expressions
from .members import COMPUTED
from .symbols import INSPECT, TAG
from .types import Type

#: Methods that JavaScript calls by itself, on instances of classes that extend too.
_IMPLICIT = frozenset(
    {"toString", "valueOf", "toJSON", "@@toPrimitive", "@@iterator", TAG, INSPECT}
)


class Classes(Expressions):
    def class_statement(self, node: n.ClassDeclaration) -> None:
        types = self.class_(node)
        if node.id is not None:
            binding = self.scopes.binding_of[node.id]
            self.widen(self.cell(binding), types)

    def class_(self, node: n.Class) -> Type:
        atom = self.classes.get(node)
        if atom is None:
            name = node.id.name if node.id is not None else ""
            instance: t.InstanceAtom | t.ListInstanceAtom = (
                t.ListInstanceAtom(name, node)
                if self.array_classes.is_list(node)
                else t.InstanceAtom(name)
            )
            atom = t.ClassAtom(node, instance)
            instance.cls = atom
            self.classes[node] = atom
            for member in node.body.body:
                if isinstance(member, n.StaticBlock):
                    self.enqueue(member)
        result: Type = frozenset({atom})
        self.types[node] = result
        if node.id is not None:
            binding = self.scopes.binding_of.get(node.id)
            if binding is not None:
                self.widen(self.cell(binding), result)
        if node.super_class is not None:
            self.widen(atom.bases, self.evaluate(node.super_class))
        for above in self.ancestors(atom):
            self.widen(above.family, result)
        outer_field, outer_env = self.field, self.env
        for member in node.body.body:
            if isinstance(member, n.StaticBlock):
                continue
            if member.computed:
                self.evaluate(member.key)
            if isinstance(member, n.MethodDefinition):
                self.declare_method(atom, member)
            else:
                self.field = member
                self.field_value(atom, member)
                self.field = outer_field
                if not member.static:
                    self.env = outer_env
        for alias, name in node.body.aliases.items():
            atom.members[alias] = atom.members[name]
            self.own_names.add(alias)
        return result

    def declare_method(self, atom: t.ClassAtom, member: n.MethodDefinition) -> None:
        name = self.property_name(member.key, member.computed) or ""
        key = f"static {name}" if member.static else name
        if member.kind == "set":
            atom.setters[key] = member
        else:
            atom.members[key] = member
        self.own_names.add(name)
        function = self.function(member.value)
        self.types[member.value] = frozenset({function})
        if name in _IMPLICIT and not member.static:
            for cls in t.ordered(self.read(atom.family)):
                if isinstance(cls, t.ClassAtom):
                    self.widen(function.this, frozenset({cls.instance}))
            if function.params:
                self.call_unknown(function)
        elif member.kind in ("get", "set") or not function.this.types:
            owner: t.Atom = atom if member.static else atom.instance
            self.widen(function.this, frozenset({owner}))

    def field_value(self, atom: t.ClassAtom, member: n.PropertyDefinition) -> None:
        """A field: on the class, or on each instance, before its constructor runs."""
        name = self.property_name(member.key, member.computed)
        types = (
            self.evaluate(member.value) if member.value is not None else t.T_UNDEFINED
        )
        if isinstance(member.value, n.Function):
            if isinstance(member.value, n.FunctionExpression):
                self.widen(self.function(member.value).this, self.this_types())
            self.own_names.add(name or "")
        if member.static:
            if name is not None:
                atom.present.add(name)
            self.widen(atom.statics.setdefault(name or COMPUTED, t.Cell()), types)
        elif name is None:
            self.widen(atom.instance.dynamic, types)
        else:
            self.have_from_start(atom.instance, name)
            self.widen(atom.instance.prop(name), types)
