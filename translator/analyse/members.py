"""Types of members: what ``object.name`` is, and what an assignment to it does."""

from __future__ import annotations

from collections.abc import Sequence

from ..parse import nodes as n
from . import types as t
from .constructors import surely_set
from .receivers import Receivers
from .types import Atom, Type

_ERROR_PROPS: dict[str, Type] = {
    "message": t.T_STRING,
    "name": t.T_STRING,
    "stack": t.T_STRING,
}
_SETTLED_STATUS = "status"
_CLASS_PROPS: dict[str, Type] = {
    "name": t.T_STRING,
    "length": t.T_NAT,
    "prototype": t.T_ANY,
    "call": t.T_ANY,
    "apply": t.T_ANY,
    "bind": t.T_ANY,
    "toString": t.T_ANY,
    "hasOwnProperty": t.T_ANY,
}
#: among the properties of a class or function: that some are written by computed names
COMPUTED = "[]"


class Members(Receivers):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: array literals whose length or order changes
        self.resized: set[n.Node] = set()
        #: array literals without elements that never get one
        self.always_empty: set[Atom] = set()
        #: what constructors always set, as far as it was asked for
        self.sure_names: dict[n.Node, set[str]] = {}
        #: properties that the program puts on functions, `prototype.x` among them
        self.function_statics: dict[t.FunctionAtom, dict[str, t.Cell]] = {}

    def evaluate(self, node: n.Node) -> Type:
        raise NotImplementedError

    def assign(self, target: n.Node, types: Type) -> None:
        raise NotImplementedError

    def property_name(self, key: n.Node, computed: bool) -> str | None:
        raise NotImplementedError

    def class_(self, node: n.Class) -> Type:
        raise NotImplementedError

    def global_value(self, name: str) -> Type:
        constant = _GLOBAL_CONSTANTS.get(name)
        if constant is not None:
            return constant
        return frozenset({self.builtin(name)})

    # -- reading -------------------------------------------------------------------

    def member_expression(self, node: n.MemberExpression) -> Type:
        objects = self.evaluate(node.object)
        name = self.property_name(node.property, node.computed)
        if isinstance(node.object, n.Super) and name is not None:
            return self.super_property(objects, name, node)
        if name is None:
            key = self.evaluate(node.property)
            return self.element(objects, key, node)
        if node.computed:
            self.evaluate(node.property)
            if name.isdigit():
                return self.element(objects, t.T_NAT, node, int(name))
        return self.property_types(objects, name, node)

    def element(
        self, objects: Type, key: Type, node: n.Node, index: int | None = None
    ) -> Type:
        """``object[key]`` for a computed key."""
        result: Type = t.NEVER
        for atom in objects:
            if isinstance(atom, t.ArrayAtom):
                if index is not None and atom.items and index < len(atom.items):
                    result |= self.read(atom.items[index])
                else:
                    result |= self.read(atom.elem)
                    if atom in self.always_empty:
                        result |= t.T_UNDEFINED
            elif atom is t.STRING:
                result |= t.T_STRING
            elif atom is t.MATCH:
                match = node.object if isinstance(node, n.MemberExpression) else None
                result |= self.match_item(match, index)
            elif isinstance(atom, t.ObjectAtom):
                result |= self.read(atom.dynamic)
                if index is not None and str(index) in atom.props:
                    result |= self.read(atom.props[str(index)])
                for cell in list(atom.props.values()):
                    result |= self.read(cell)
                result |= t.T_UNDEFINED
            elif isinstance(atom, (t.InstanceAtom, t.ClassAtom)):
                result |= self.any_member(atom)
            elif isinstance(atom, t.Prim) and atom in t.NULLISH:
                continue
            else:
                result |= t.T_ANY
        return result

    def any_member(self, atom: t.InstanceAtom | t.ClassAtom) -> Type:
        """``object[key]`` of an instance or a class: any method, and what is not known."""
        result: set[Atom] = {t.ANY}
        cls: Atom | None = atom if isinstance(atom, t.ClassAtom) else atom.cls
        static = isinstance(atom, t.ClassAtom)
        for _ in range(50):
            if not isinstance(cls, t.ClassAtom):
                break
            for key, member in cls.members.items():
                if key.startswith("static ") == static and member.kind == "method":
                    result.add(self.function(member.value))
            cls = self.base_class(cls)
        cells = atom.statics if isinstance(atom, t.ClassAtom) else atom.props
        for cell in list(cells.values()):
            result |= self.read(cell)
        if isinstance(atom, t.InstanceAtom):
            result |= self.read(atom.dynamic)
        return frozenset(result)

    def super_property(self, bases: Type, name: str, node: n.Node) -> Type:
        """``super.name``: found on the class above, for the object at hand."""
        result: Type = t.NEVER
        for base in bases:
            if isinstance(base, t.InstanceAtom):
                result |= self.instance_property(base, name, self.this_types())
            elif isinstance(base, t.ClassAtom):
                result |= self.static_property(base, name, self.this_types())
            else:
                result |= self.property_of(base, name, node)
        return result

    def match_groups(self, node: n.Node) -> Type | None:
        raise NotImplementedError

    def match_item(self, source: n.Node | None, index: int | None) -> Type:
        raise NotImplementedError

    def property_types(self, objects: Type, name: str, node: n.Node) -> Type:
        """``object.name``."""
        result: Type = t.NEVER
        for atom in objects:
            result |= self.property_of(atom, name, node)
        return result

    def property_of(self, atom: Atom, name: str, node: n.Node) -> Type:
        if atom is t.ANY or atom is t.SYMBOL:
            return t.T_ANY
        if atom in t.NULLISH:
            return t.NEVER
        if atom is t.MATCH and name == "groups":
            groups = self.match_groups(node)
            if groups is not None:
                return groups
        if isinstance(atom, t.ObjectAtom):
            types = self.read(atom.prop(name)) | self.read(atom.dynamic)
            if name not in atom.present:
                method = self.signature_property(atom, name)
                types |= method if method is not None else t.T_UNDEFINED
            return types
        if isinstance(atom, t.InstanceAtom):
            return self.instance_property(atom, name)
        if isinstance(atom, t.ClassAtom):
            return self.static_property(atom, name)
        if isinstance(atom, t.ErrorAtom):
            if name in atom.props:
                return self.read(atom.props[name])
            if name == "errors":
                errors = self.array_at((atom, "errors"), node)
                self.widen(errors.elem, self.read(self.thrown))
                self.widen(errors.elem, frozenset({self.error("Error")}))
                return frozenset({errors})
            return _ERROR_PROPS.get(name, t.T_ANY if name == "cause" else t.T_UNDEFINED)
        if isinstance(atom, t.SettledAtom):
            if name == _SETTLED_STATUS:
                return t.T_STRING
            if name == "value":
                return self.read(atom.value)
            return self.read(self.thrown) | {self.error("Error")}
        if isinstance(atom, t.FunctionAtom):
            if name == "name":
                return t.T_STRING
            if name == "length":
                return t.T_NAT
            if name == "prototype":
                return t.T_ANY
            statics = self.statics_of(atom)
            cell = statics.get(name)
            if cell is None and name in ("call", "apply", "bind"):
                return frozenset({self.builtin(f"Function#{name}", frozenset({atom}))})
            if cell is None or COMPUTED in statics:
                return t.T_ANY
            return self.read(cell)
        if isinstance(atom, t.ModuleAtom):
            return frozenset({self.module(module_member(atom.name, name))})
        if isinstance(atom, t.BuiltinAtom):
            if atom.name == "globalThis":
                return self.global_value(name)
            known = self.signature_property(atom, name)
            return known if known is not None else self.namespace_member(atom, name)
        known = self.signature_property(atom, name)
        return known if known is not None else t.T_UNDEFINED

    def statics_of(self, atom: t.FunctionAtom) -> dict[str, t.Cell]:
        return self.function_statics.setdefault(atom, {})

    def namespace_member(self, atom: t.BuiltinAtom, name: str) -> Type:
        if atom.name == "Symbol":
            return t.T_SYMBOL
        return frozenset({self.builtin(f"{atom.name}.{name}")})

    def signature_property(self, atom: Atom, name: str) -> Type | None:
        raise NotImplementedError

    def instance_property(
        self, atom: t.InstanceAtom, name: str, this: Type = t.NEVER
    ) -> Type:
        """``this``: the objects that it is read of, where they are other ones (super)."""
        if name == "constructor" and isinstance(atom.cls, t.ClassAtom):
            return self.read(atom.cls.family)
        found = self.find_member(atom.cls, name)
        if found is not None:
            owner, member = found
            function = self.function(member.value)
            if member.kind == "get":
                return self.call_function(function, [], this or frozenset({atom}))
            if member.kind == "method":
                own = atom.props.get(name)
                return frozenset({function}) | (self.read(own) if own else t.NEVER)
        types = self.read(atom.prop(name)) | self.read(atom.dynamic)
        declared = self.inherited_field(atom.cls, name)
        if declared is not None:
            types |= self.read(declared)
        if name in _ERROR_PROPS and self.error_bases(atom):
            return (types - t.T_UNDEFINED) | _ERROR_PROPS[name]
        if isinstance(atom.cls, t.FunctionAtom):
            prototype = self.statics_of(atom.cls).get(f"prototype.{name}")
            if prototype is not None:
                types |= self.read(prototype)
        if not types and name not in atom.present:
            builtin = self.builtin_base_property(atom, name)
            if builtin is not None:
                return builtin
        if name not in atom.present and declared is None:
            types |= t.T_UNDEFINED
        return types

    def inherited_field(self, cls: Atom | None, name: str) -> t.Cell | None:
        """What a field holds that a class above declares."""
        for _ in range(50):
            if not isinstance(cls, t.ClassAtom):
                return None
            cls = next(
                (b for b in self.read(cls.bases) if isinstance(b, t.ClassAtom)), None
            )
            if isinstance(cls, t.ClassAtom) and any(
                isinstance(m, n.PropertyDefinition)
                and not m.static
                and self.property_name(m.key, m.computed) == name
                for m in cls.node.body.body
            ):
                return cls.instance.prop(name)
        return None

    def builtin_base_property(self, atom: t.InstanceAtom, name: str) -> Type | None:
        """A member that comes from a built-in class that the class extends."""
        cls: Atom | None = atom.cls
        for _ in range(50):
            if not isinstance(cls, t.ClassAtom):
                return None
            following: Atom | None = None
            for base in self.read(cls.bases):
                if isinstance(base, t.ClassAtom):
                    following = base
                elif base is t.ANY or isinstance(base, (t.ModuleAtom, t.BuiltinAtom)):
                    if isinstance(base, t.BuiltinAtom) and base.name.endswith("Error"):
                        return t.T_ANY if name == "cause" else None
                    return t.T_ANY
            cls = following
        return None

    def find_member(
        self, cls: Atom | None, name: str
    ) -> tuple[t.ClassAtom, n.MethodDefinition] | None:
        """The method or accessor that a name means on an instance of the class."""
        for _ in range(50):
            if not isinstance(cls, t.ClassAtom):
                return None
            member = cls.members.get(name)
            if member is not None:
                return cls, member
            cls = next(
                (b for b in self.read(cls.bases) if isinstance(b, t.ClassAtom)), None
            )
        return None

    def static_property(
        self, atom: t.ClassAtom, name: str, this: Type = t.NEVER
    ) -> Type:
        member = atom.members.get(f"static {name}")
        if member is not None:
            function = self.function(member.value)
            if member.kind == "get":
                return self.call_function(function, [], this or frozenset({atom}))
            return frozenset({function})
        if COMPUTED in atom.statics:
            return t.T_ANY
        inborn = _CLASS_PROPS.get(name)
        cell = atom.statics.get(name)
        if cell is None and inborn is None:
            cell = atom.statics[name] = t.Cell()
        types = self.read(cell) if cell is not None else t.NEVER
        if name in atom.present:
            return types
        for base in self.read(atom.bases):
            if isinstance(base, t.ClassAtom):
                return types | self.static_property(
                    base, name, this or frozenset({atom})
                )
            if base is t.ANY or isinstance(base, t.ModuleAtom):
                return t.T_ANY
        return types | (inborn or t.T_UNDEFINED)

    # -- writing -------------------------------------------------------------------

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
        for atom in objects:
            if isinstance(atom, t.ArrayAtom):
                if name == "length":
                    self.resize(atom)
                elif name is None or name.isdigit():
                    self.widen(atom.elem, types)
                    self.resize(atom)
            elif isinstance(atom, t.ObjectAtom):
                if name is None:
                    self.widen(atom.dynamic, types)
                    self.widen(atom.keys, key)
                else:
                    setter = atom.accessors.get(f"set {name}")
                    if setter is not None:
                        function = self.function(setter.value)  # type: ignore[arg-type]
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
            for value in types:
                if isinstance(value, t.FunctionAtom):
                    self.widen(value.this, frozenset({instance}))
            if name is None:
                self.widen(instance.dynamic, types)
            elif isinstance(maker, t.FunctionAtom):
                cell = self.statics_of(maker).setdefault(f"prototype.{name}", t.Cell())
                self.widen(cell, types)
            else:
                self.widen(instance.prop(name), types)

    def instance_of(self, maker: t.FunctionAtom | t.ClassAtom) -> t.InstanceAtom:
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
        atom: t.InstanceAtom,
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
            if name in surely_set(self.unit, self.sure_names):
                self.have_from_start(atom, name)
        self.widen(atom.prop(name), types)

    def have_from_start(self, atom: t.InstanceAtom, name: str) -> None:
        if not {name, None} & self.deleted_keys.get(atom, set()):
            atom.present.add(name)

    def in_constructor(self, atom: t.InstanceAtom) -> bool:
        unit = self.unit
        parent = self.scopes.parents.get(unit)
        return (
            isinstance(parent, n.MethodDefinition) and parent.kind == "constructor"
        ) or (isinstance(atom.cls, t.FunctionAtom) and atom.cls.node is unit)

    def resize(self, atom: t.ArrayAtom) -> None:
        """An array changes its length or order: elements are no longer told apart."""
        self.resized.add(atom.site)
        self.blur(atom)

    def blur(self, atom: t.ArrayAtom) -> None:
        """The elements of an array are no longer told apart by their place."""
        items, atom.items = atom.items, None
        if items is not None:
            for cell in (atom.elem, *items):
                for reader in cell.readers:
                    self.enqueue(reader)


def module_member(module: str, name: str) -> str:
    """The binding name of a member: "fs:*" and "readFile" give "fs:readFile"."""
    source, _, member = module.partition(":")
    if member in ("*", "default"):
        return f"{source}:{name}"
    return f"{source}:{member}.{name}"


_GLOBAL_CONSTANTS: dict[str, Type] = {
    "undefined": t.T_UNDEFINED,
    "NaN": t.T_NAN,
    "Infinity": t.T_NUMBER,
    "__filename": t.T_STRING,
    "__dirname": t.T_STRING,
}
