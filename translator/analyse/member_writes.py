"""What assignments to members do: to arrays, objects, instances, classes, functions."""

from __future__ import annotations

from collections.abc import Sequence

from ..parse import nodes as n
from . import types as t
from .constructors import surely_runs, surely_set
from .members import COMPUTED, Members
from .scopes import Scopes
from .signatures import Signatures
from .symbols import is_symbol
from .types import Atom, Type


class MemberWrites(Members):
    def __init__(self, scopes: Scopes, signatures: Signatures) -> None:
        super().__init__(scopes, signatures)
        #: what constructors always set, as far as it was asked for
        self.sure_names: dict[n.Node, set[str]] = {}

    def assign_member(self, node: n.MemberExpression, types: Type) -> None:
        objects = self.evaluate(node.object)
        name = self.property_name(node.property, node.computed)
        key: Type = t.T_STRING
        if isinstance(node.object, n.Super):
            above = [b.cls for b in objects if isinstance(b, t.InstanceAtom)]
            for atom in self.this_types():
                if isinstance(atom, t.InstanceAtom) and name is not None:
                    self.assign_instance(atom, name, types, node, above)
            return
        self.assign_prototype(node, name, types)
        if node.computed:
            key = self.evaluate(node.property)
        for atom in t.ordered(objects):
            if isinstance(atom, t.ArrayAtom):
                if name == "length":
                    self.resize(atom)
                elif (
                    isinstance(atom, t.ListInstanceAtom)
                    and name is not None
                    and not name.isdigit()
                ):
                    self.assign_instance(atom, name, types, node)
                elif name is None or name.isdigit():
                    self.widen(atom.elem, types)
                    self.resize(atom)
            elif isinstance(atom, t.ObjectAtom):
                if name is None:
                    self.widen(atom.dynamic, types)
                    self.widen(atom.keys, key)
                else:
                    setter = atom.accessors.get(f"set {name}")
                    if setter is not None and isinstance(setter.value, n.Function):
                        function = self.function(setter.value)
                        self.call_function(function, [types], frozenset({atom}))
                    else:
                        self.widen(atom.prop(name), types)
            elif isinstance(atom, t.InstanceAtom):
                if name is None:
                    self.widen(atom.dynamic, types)
                    self.widen(atom.keys, key)
                else:
                    self.assign_instance(atom, name, types, node)
            elif isinstance(atom, t.ErrorAtom) and name is not None:
                cell = atom.props.get(name)
                if cell is None:
                    cell = atom.props[name] = t.Cell(t.T_UNDEFINED)
                self.widen(cell, types)
            elif isinstance(atom, (t.ClassAtom, t.FunctionAtom)) and name is None:
                statics = (
                    atom.statics
                    if isinstance(atom, t.ClassAtom)
                    else self.statics_of(atom)
                )
                statics.setdefault(COMPUTED, t.Cell())
                self.escape(types)
            elif isinstance(atom, t.ClassAtom) and name is not None:
                static = self.static_setter(atom, name)
                if static is not None:
                    self.call_function(
                        self.function(static.value), [types], frozenset({atom})
                    )
                    continue
                found = atom.members.get(f"static {name}")
                cell = atom.statics.get(name)
                if cell is None and found is None:
                    cell = atom.statics[name] = t.Cell()
                if cell is not None:
                    if self.is_top_level(node):
                        atom.present.add(name)
                    self.widen(cell, types)
            elif isinstance(atom, t.FunctionAtom) and name is not None:
                cell = self.statics_of(atom).setdefault(name, t.Cell())
                self.widen(cell, types)
                if not self.is_top_level(node):
                    self.widen(cell, t.T_UNDEFINED)
            elif atom is t.ANY:
                self.escape(types)
            if name is not None and (
                isinstance(atom, (t.ArrayAtom, t.MapAtom, t.SetAtom, t.PromiseAtom))
                and not isinstance(atom, t.ListInstanceAtom)
                or atom in (t.DATE, t.REGEXP, t.MATCH)
            ):
                self.widen(self.put_on.setdefault(name, t.Cell()), types)

    def is_top_level(self, node: n.Node) -> bool:
        """Whether an assignment to a member is a statement of the program itself.

        A property that is first set there is taken to be there whenever it is read.
        """
        parents = self.scopes.parents
        current: n.Node | None = parents.get(node)
        while isinstance(current, (n.AssignmentExpression, n.ExpressionStatement)):
            current = parents.get(current)
        return isinstance(current, n.Program) or isinstance(current, n.StaticBlock)

    def assign_prototype(
        self, node: n.MemberExpression, name: str | None, types: Type
    ) -> None:
        """``Maker.prototype.name = function () {...}``: a method of its instances."""
        holder = node.object
        if (
            not isinstance(holder, n.MemberExpression)
            or self.property_name(holder.property, holder.computed) != "prototype"
        ):
            return
        for maker in self.types.get(holder.object, t.NEVER):
            if not isinstance(maker, (t.FunctionAtom, t.ClassAtom)):
                continue
            instance = self.instance_of(maker)
            for value in t.ordered(types):
                if isinstance(value, t.FunctionAtom):
                    self.widen(value.this, frozenset({instance}))
            if name is None:
                self.widen(instance.dynamic, types)
            elif isinstance(maker, t.FunctionAtom):
                cell = self.statics_of(maker).setdefault(f"prototype.{name}", t.Cell())
                self.widen(cell, types)
            else:
                self.widen(instance.prop(name), types)

    def instance_of(
        self, maker: t.FunctionAtom | t.ClassAtom
    ) -> t.InstanceAtom | t.ListInstanceAtom:
        """What ``new`` gives of a class, or of a function."""
        if isinstance(maker, t.ClassAtom):
            return maker.instance
        if maker.instance is None:
            name = maker.node.id.name if maker.node.id else ""
            maker.instance = t.InstanceAtom(name, maker)
        return maker.instance

    def static_setter(self, atom: t.ClassAtom, name: str) -> n.MethodDefinition | None:
        cls: Atom | None = atom
        for _ in range(50):
            if not isinstance(cls, t.ClassAtom):
                return None
            setter = cls.setters.get(f"static {name}")
            if setter is not None:
                return setter
            cls = next(
                (b for b in self.read(cls.bases) if isinstance(b, t.ClassAtom)), None
            )
        return None

    def assign_instance(
        self,
        atom: t.InstanceAtom | t.ListInstanceAtom,
        name: str,
        types: Type,
        node: n.MemberExpression,
        above: Sequence[Atom | None] = (),
    ) -> None:
        """``above``: where setters are looked for, if not on the class itself (super)."""
        cls: Atom | None = above[0] if above else atom.cls
        for _ in range(50):
            if not isinstance(cls, t.ClassAtom):
                break
            setter = cls.setters.get(name)
            if setter is not None:
                self.call_function(
                    self.function(setter.value), [types], frozenset({atom})
                )
                return
            cls = self.base_class(cls)
        if isinstance(node.object, n.ThisExpression) and self.in_constructor(atom):
            function = self.runs_in(self.unit)
            written = self.scopes.parents.get(node)
            if name in surely_set(function, self.sure_names) or (
                is_symbol(name)
                and isinstance(written, n.AssignmentExpression)
                and written.operator == "="
                and surely_runs(written, function)
            ):
                self.have_from_start(atom, name)
        self.widen(atom.prop(name), types)

    def have_from_start(
        self, atom: t.InstanceAtom | t.ListInstanceAtom, name: str
    ) -> None:
        if not {name, None} & self.deleted_keys.get(atom, set()):
            atom.present.add(name)

    def in_constructor(self, atom: t.InstanceAtom | t.ListInstanceAtom) -> bool:
        unit = self.runs_in(self.unit)
        parent = self.scopes.parents.get(unit)
        return (
            isinstance(parent, n.MethodDefinition) and parent.kind == "constructor"
        ) or (isinstance(atom.cls, t.FunctionAtom) and atom.cls.node is unit)

    def runs_in(self, unit: n.Node) -> n.Node:
        """A function; for an executor of a promise, which runs where it stands, the one
        around it."""
        while isinstance(unit, n.ArrowFunctionExpression):
            made = self.scopes.parents.get(unit)
            if not (
                isinstance(made, n.NewExpression)
                and made.arguments[:1] == [unit]
                and isinstance(made.callee, n.Identifier)
                and made.callee.name == "Promise"
                and made.callee not in self.scopes.binding_of
            ):
                break
            unit = self.scopes.enclosing_function(made)
        return unit

    def resize(self, atom: t.ArrayAtom) -> None:
        """An array changes its length or order: elements are no longer told apart."""
        self.resized.add(atom.site)
        self.blur(atom)

    def keeps_places(self, atom: t.ArrayAtom) -> bool:
        """Whether the elements of an array can be told apart by their place."""
        return not atom.blurred and atom.site not in self.resized

    def blur(self, atom: t.ArrayAtom) -> None:
        """The elements of an array are no longer told apart by their place."""
        items, atom.items, atom.blurred = atom.items, None, True
        if items is not None:
            for cell in (atom.elem, *items):
                for reader in cell.readers:
                    self.enqueue(reader)
