"""Types of members: what ``object.name`` is, and what an assignment to it does."""

from __future__ import annotations

from ..parse import nodes as n
from . import types as t
from .narrowing import Narrowing
from .types import Atom, Type

_ERROR_PROPS: dict[str, Type] = {
    "message": t.T_STRING,
    "name": t.T_STRING,
    "stack": t.T_STRING,
}
_SETTLED_STATUS = "status"


class Members(Narrowing):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        #: array literals whose length or order changes
        self.resized: set[n.Node] = set()
        #: array literals without elements that never get one
        self.always_empty: set[Atom] = set()
        self.static_this: dict[n.Node, Type] = {}
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
                if not key <= t.NUMBERS or not atom.present:
                    result |= t.T_UNDEFINED
                else:
                    result |= t.T_UNDEFINED
            elif isinstance(atom, (t.InstanceAtom, t.ClassAtom)):
                result |= t.T_ANY
            elif isinstance(atom, t.Prim) and atom in t.NULLISH:
                continue
            else:
                result |= t.T_ANY
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
        if atom is t.ANY:
            return t.T_ANY
        if atom in t.NULLISH:
            return t.NEVER
        if atom is t.MATCH and name == "groups":
            groups = self.match_groups(node)
            if groups is not None:
                return groups
        if isinstance(atom, t.ObjectAtom):
            cell = atom.props.get(name)
            types = self.read(atom.prop(name)) if cell is None else self.read(cell)
            if name not in atom.present:
                types |= self.read(atom.dynamic)
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
            cell = self.statics_of(atom).get(name)
            if cell is None and name in ("call", "apply", "bind"):
                return frozenset({self.builtin(f"Function#{name}", frozenset({atom}))})
            return self.read(cell) if cell is not None else t.T_ANY
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
        return frozenset({self.builtin(f"{atom.name}.{name}")})

    def signature_property(self, atom: Atom, name: str) -> Type | None:
        raise NotImplementedError

    def family(self, cls: Atom | None) -> Type:
        """A class of the program, and those that extend it."""
        found: set[Atom] = set()
        for other in list(self.classes.values()):
            current: Atom | None = other
            for _ in range(50):
                if not isinstance(current, t.ClassAtom):
                    break
                if current is cls:
                    found.add(other)
                    break
                current = next(
                    (b for b in self.read(current.bases) if isinstance(b, t.ClassAtom)), None
                )
        return frozenset(found)

    def new_target(self, node: n.MetaProperty) -> Type:
        """``new.target`` in a constructor: its class, or one that extends it."""
        current: n.Node | None = node
        while current is not None and not isinstance(current, n.Class):
            current = self.scopes.parents.get(current)
        cls = self.classes.get(current) if current is not None else None
        return self.family(cls) if cls is not None else t.T_ANY

    def instance_property(self, atom: t.InstanceAtom, name: str) -> Type:
        if name == "constructor" and isinstance(atom.cls, t.ClassAtom):
            return self.family(atom.cls)
        found = self.find_member(atom.cls, name)
        if found is not None:
            owner, member = found
            function = self.function(member.value)
            if member.kind == "get":
                return self.call_function(function, [], frozenset({atom}))
            if member.kind == "method":
                return frozenset({function})
        types = self.read(atom.prop(name))
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
            cls = next((b for b in self.read(cls.bases) if isinstance(b, t.ClassAtom)), None)
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

    def static_property(self, atom: t.ClassAtom, name: str) -> Type:
        member = atom.members.get(f"static {name}")
        if member is not None:
            function = self.function(member.value)
            if member.kind == "get":
                return self.call_function(function, [], frozenset({atom}))
            return frozenset({function})
        cell = atom.statics.get(name)
        if cell is not None:
            return self.read(cell)
        for base in self.read(atom.bases):
            if isinstance(base, t.ClassAtom):
                return self.static_property(base, name)
        if name == "name":
            return t.T_STRING
        cell = atom.statics[name] = t.Cell()
        return self.read(cell) | t.T_UNDEFINED

    def super_types(self) -> Type:
        """What ``super`` stands for: the prototype (or class) above the current one."""
        function: n.Node | None = self.unit
        while isinstance(function, n.ArrowFunctionExpression):
            function = self.scopes.facts[function].parent
        node: n.Node | None = function
        static = False
        while node is not None and not isinstance(node, n.Class):
            if isinstance(node, (n.MethodDefinition, n.PropertyDefinition)):
                static = node.static
            node = self.scopes.parents.get(node)
        cls = self.classes.get(node) if node is not None else None
        if cls is None:
            return t.T_ANY
        bases = self.read(cls.bases)
        if static:
            return bases
        return frozenset(
            base.instance if isinstance(base, t.ClassAtom) else base for base in bases
        )

    # -- writing -------------------------------------------------------------------

    def assign_member(self, node: n.MemberExpression, types: Type) -> None:
        objects = self.evaluate(node.object)
        name = self.property_name(node.property, node.computed)
        key: Type = t.T_STRING
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
                self.assign_instance(atom, name, types)
            elif isinstance(atom, t.ErrorAtom) and name is not None:
                cell = atom.props.get(name)
                if cell is None:
                    cell = atom.props[name] = t.Cell(t.T_UNDEFINED)
                self.widen(cell, types)
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
                    self.widen(cell, types)
            elif isinstance(atom, t.FunctionAtom) and name is not None:
                cell = self.statics_of(atom).setdefault(name, t.Cell())
                self.widen(cell, types)
            elif atom is t.ANY:
                self.escape(types)

    def static_setter(self, atom: t.ClassAtom, name: str) -> n.MethodDefinition | None:
        cls: Atom | None = atom
        for _ in range(50):
            if not isinstance(cls, t.ClassAtom):
                return None
            setter = cls.setters.get(f"static {name}")
            if setter is not None:
                return setter
            cls = next((b for b in self.read(cls.bases) if isinstance(b, t.ClassAtom)), None)
        return None

    def assign_instance(
        self, atom: t.InstanceAtom, name: str | None, types: Type
    ) -> None:
        if name is None:
            self.escape(types)
            for cell in atom.props.values():
                self.widen(cell, types)
            return
        cls: Atom | None = atom.cls
        for _ in range(50):
            if not isinstance(cls, t.ClassAtom):
                break
            setter = cls.setters.get(name)
            if setter is not None:
                self.call_function(
                    self.function(setter.value), [types], frozenset({atom})
                )
                return
            cls = next((b for b in cls.bases.types if isinstance(b, t.ClassAtom)), None)
        if self.in_constructor(atom):
            atom.present.add(name)
        self.widen(atom.prop(name), types)

    def in_constructor(self, atom: t.InstanceAtom) -> bool:
        unit = self.unit
        parent = self.scopes.parents.get(unit)
        return (
            isinstance(parent, n.MethodDefinition) and parent.kind == "constructor"
        ) or (isinstance(atom.cls, t.FunctionAtom) and atom.cls.node is unit)

    def resize(self, atom: t.ArrayAtom) -> None:
        """An array changes its length or order: elements are no longer told apart."""
        self.resized.add(atom.site)
        if atom.items is not None:
            atom.items = None
            for reader in atom.elem.readers:
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
