"""Types of members: what ``object.name`` and ``object[key]`` are."""

from __future__ import annotations

from ..parse import nodes as n
from ..rules import type_expr as x
from ..rules.keys import normalised
from . import types as t
from .error_members import ERROR_PROPS, ErrorMembers
from .scopes import Scopes
from .settled import Settled
from .signatures import Signatures
from .types import Atom, Type

_SETTLED_STATUS = "status"
#: Methods of Object.prototype that instances are asked by.
_ASKED = frozenset({"hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable"})
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
#: what has methods, but nothing else
_WITHOUT_ITEMS = t.NUMBERS | {t.BOOLEAN, t.BIGINT}
#: among the properties of a class or function: that some are written by computed names
COMPUTED = "[]"


class Members(ErrorMembers):
    def __init__(self, scopes: Scopes, signatures: Signatures) -> None:
        super().__init__(scopes, signatures)
        #: array literals whose length or order changes
        self.resized: set[n.Node] = set()
        #: array literals without elements that never get one
        self.always_empty: set[Atom] = set()
        #: reads of elements of arrays that a call gives without elements
        self.handed_empty: set[n.MemberExpression] = set()
        #: reads of elements that the program asks for then
        self.asked_reads: set[n.MemberExpression] = set()
        #: properties that the program puts on functions, `prototype.x` among them
        self.function_statics: dict[t.FunctionAtom, dict[str, t.Cell]] = {}
        #: properties that the program puts on arrays, Maps, promises ...
        self.put_on: dict[str, t.Cell] = {}
        self.outcomes = Settled(scopes, self, lambda call: False)

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
            if node.computed:
                self.evaluate(node.property)
            return self.super_property(objects, name, node)
        if name is None:
            key = self.evaluate(node.property)
            self.narrow_read(node, objects)
            return self.element(objects, key, node)
        if node.computed:
            self.evaluate(node.property)
        self.narrow_read(node, objects)
        if node.computed and name.isdigit():
            return self.element(objects, t.T_NAT, node, int(name))
        return self.with_constants(self.property_types(objects, name, node))

    def narrow_read(self, node: n.MemberExpression, objects: Type) -> None:
        """What is read from is neither null nor undefined behind that place (ECMA-262
        7.1.18, ToObject, throws)."""
        if node.optional or self.env is None or not objects & t.NULLISH:
            return
        found = self.known(node.object, self.env)
        if found is not None and found[1] - t.NULLISH:
            self.env = self.env.with_type(found[0], found[1] - t.NULLISH)

    def counts(self, node: n.Node) -> bool:
        """Whether a value is an operand of arithmetic."""
        parent = self.scopes.parents.get(node)
        if not isinstance(parent, n.BinaryExpression):
            return False
        if parent.operator == "+":
            others = self.types.get(parent.left, t.NEVER) | self.types.get(
                parent.right, t.NEVER
            )
            return others <= t.NUMBERS | t.NULLISH
        return parent.operator in ("-", "*", "/", "%", "**")

    def with_constants(self, types: Type) -> Type:
        """What an import binds, with the type of its value where that is no function.

        The binding itself stays the import: rules are found by it.
        """
        if not any(isinstance(a, t.ModuleAtom) for a in types):
            return types
        result: Type = t.NEVER
        for atom in types:
            found = None
            if isinstance(atom, t.ModuleAtom):
                module, _, name = normalised(atom.name).rpartition(":")
                found = self.signatures.find(f"import {module}", name)
            if found is not None and not isinstance(found[0], x.Func):
                result |= self.instantiate(found[0], {}, (atom, "value"), None)
            else:
                result |= {atom}
        return result

    def element(
        self, objects: Type, key: Type, node: n.Node, index: int | None = None
    ) -> Type:
        """``object[key]`` for a computed key."""
        result: Type = t.NEVER
        if not key <= t.PRIMITIVES | t.T_ANY and any(
            isinstance(a, t.ArrayAtom) or a is t.STRING for a in objects
        ):
            result |= t.T_UNDEFINED  # no index, as a rule
        for atom in t.ordered(objects):
            if isinstance(atom, t.ArrayAtom):
                if index is not None and atom.items and index < len(atom.items):
                    result |= self.read(atom.items[index])
                else:
                    result |= self.read(atom.elem)
                    if atom.site is self.scopes.program:
                        # An array of the host: its rule says what is behind its end.
                        result |= self.rule_result(node) or t.NEVER
                    if atom in self.always_empty:
                        result |= t.T_UNDEFINED
                if node in self.handed_empty:
                    # undefined is NaN as a number (ECMA-262 section 7.1.4)
                    result |= t.T_NAN if self.counts(node) else t.T_UNDEFINED
                elif node in self.asked_reads:
                    result |= t.T_UNDEFINED
            elif atom is t.STRING:
                result |= t.T_STRING
                if node in self.asked_reads:
                    result |= t.T_UNDEFINED
            elif atom is t.MATCH:
                match = node.object if isinstance(node, n.MemberExpression) else None
                result |= self.match_item(match, index)
            elif isinstance(atom, t.ObjectAtom):
                self.read(atom.keys)  # properties that are still to be found count too
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
            elif isinstance(atom, t.HostAtom) and (
                found := self.signatures.find(atom.name, "@@index")
            ):
                result |= self.instantiate(found[0], {}, (atom, "index"), None)
            elif atom in _WITHOUT_ITEMS and not self.is_called(node):
                result |= t.T_UNDEFINED
            else:
                result |= t.T_ANY
        return result

    def is_called(self, node: n.Node) -> bool:
        """Whether a member is called: ``number[method](2)``."""
        parent = self.scopes.parents.get(node)
        return isinstance(parent, n.CallExpression) and parent.callee is node

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
        if isinstance(atom, t.InstanceAtom):
            self.read(atom.keys)
        cells = atom.statics if isinstance(atom, t.ClassAtom) else atom.props
        for cell in list(cells.values()):
            result |= self.read(cell)
        if isinstance(atom, t.InstanceAtom):
            result |= self.read(atom.dynamic)
        return frozenset(result)

    def super_property(self, bases: Type, name: str, node: n.Node) -> Type:
        """``super.name``: found on the class above, for the object at hand."""
        result: Type = t.NEVER
        for base in t.ordered(bases):
            if isinstance(base, t.InstanceAtom):
                result |= self.instance_property(base, name, self.this_types())
            elif isinstance(base, t.ClassAtom):
                result |= self.static_property(base, name, self.this_types())
            else:
                result |= self.property_of(base, name, node)
        return result

    def property_types(self, objects: Type, name: str, node: n.Node) -> Type:
        """``object.name``."""
        result: Type = t.NEVER
        for atom in t.ordered(objects):
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
        if isinstance(atom, t.ListInstanceAtom):
            known = self.signature_property(atom, name)
            # No member of such a class has the name of one of Array.
            return self.instance_property(atom, name) if known is None else known
        if isinstance(atom, t.ArrayAtom) and name == "raw":
            # Of the texts of a tagged template; other arrays have none.
            raw = self.array_at((atom, "raw"), node)
            self.widen(raw.elem, t.T_STRING)
            return frozenset({raw})
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
            return self.error_property(atom, name, node)
        if isinstance(atom, t.SettledAtom):
            if name == _SETTLED_STATUS:
                return t.T_STRING
            held = (
                self.read(atom.value)
                if name == "value"
                else self.read(self.thrown) | {self.error("Error")}
            )
            if self.outcomes.is_taken_with_status(node) or self.outcomes.is_guarded(
                node
            ):
                return held
            return held | t.T_UNDEFINED
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
        if isinstance(atom, t.ResolverAtom) and name in ("length", "name"):
            return t.T_NAT if name == "length" else t.T_STRING
        if isinstance(atom, t.ModuleAtom):
            return frozenset({self.module(module_member(atom.name, name))})
        if isinstance(atom, t.BuiltinAtom):
            if atom.name == "globalThis":
                return self.global_value(name)
            known = self.signature_property(atom, name)
            if known is None:
                return self.namespace_member(atom, name)
            return known | _INFINITE.get(f"{atom.name}.{name}", t.NEVER)
        if isinstance(atom, t.HostAtom) and (atom.name, name) == (
            "AbortSignal",
            "reason",
        ):
            return self.abort_reason() | t.T_UNDEFINED
        known = self.signature_property(atom, name)
        if known is not None:
            return known
        if isinstance(atom, t.HostAtom) and (
            found := self.signatures.find(atom.name, "@@named")
        ):
            return self.instantiate(found[0], {}, (atom, name), None)
        return self.read(self.put_on.setdefault(name, t.Cell())) | t.T_UNDEFINED

    def statics_of(self, atom: t.FunctionAtom) -> dict[str, t.Cell]:
        return self.function_statics.setdefault(atom, {})

    def namespace_member(self, atom: t.BuiltinAtom, name: str) -> Type:
        if atom.name == "Symbol":
            return t.T_SYMBOL
        return frozenset({self.builtin(f"{atom.name}.{name}")})

    def instance_property(
        self,
        atom: t.InstanceAtom | t.ListInstanceAtom,
        name: str,
        this: Type = t.NEVER,
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
        if name in ERROR_PROPS and self.error_bases(atom):
            return (types - t.T_UNDEFINED) | ERROR_PROPS[name]
        if isinstance(atom.cls, t.FunctionAtom):
            prototype = self.statics_of(atom.cls).get(f"prototype.{name}")
            if prototype is not None:
                types |= self.read(prototype)
        if not types and name not in atom.present and isinstance(atom, t.InstanceAtom):
            builtin = self.builtin_base_property(atom, name)
            if builtin is not None:
                return builtin
            if name in _ASKED:
                return frozenset({self.builtin(f"Object##{name}", frozenset({atom}))})
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
            for base in t.ordered(self.read(cls.bases)):
                if isinstance(base, t.ClassAtom):
                    following = base
                elif base is t.ANY or isinstance(base, (t.ModuleAtom, t.BuiltinAtom)):
                    if isinstance(base, t.BuiltinAtom) and base.name.endswith("Error"):
                        return self.cause() if name == "cause" else None
                    host = self.host_of(base)
                    table = host.name if host is not None else ""
                    if self.signatures.find(table, name) is not None:
                        # Its results are `this`: the instance, not the library's object.
                        return frozenset(
                            {self.builtin(f"{table}#{name}", frozenset({atom}))}
                        )
                    return t.T_ANY
            cls = following
        return None

    def host_of(self, cls: Atom) -> t.HostAtom | None:
        """The instances of a class that a library exports."""
        if not isinstance(cls, t.ModuleAtom):
            return None
        module, _, name = normalised(cls.name).rpartition(":")
        found = self.signatures.find(f"import {module}", f"new {name}")
        made = found[0].result if found and isinstance(found[0], x.Func) else None
        return self.host(made.name) if isinstance(made, x.Name) else None

    def extends_host(self, atom: t.InstanceAtom, name: str) -> bool:
        """Whether a class of the program extends that class of a library."""
        cls: Atom | None = atom.cls
        for _ in range(50):
            if not isinstance(cls, t.ClassAtom):
                return False
            following: Atom | None = None
            for base in t.ordered(self.read(cls.bases)):
                host = self.host_of(base)
                if host is not None and self.signatures.is_a(host.name, name):
                    return True
                following = base
            cls = following
        return False

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
        for base in t.ordered(self.read(atom.bases)):
            if isinstance(base, t.ClassAtom):
                return types | self.static_property(
                    base, name, this or frozenset({atom})
                )
            if base is t.ANY or isinstance(base, t.ModuleAtom):
                return t.T_ANY
        return types | (inborn or t.T_UNDEFINED)


def module_member(module: str, name: str) -> str:
    """The binding name of a member: "fs:*" and "readFile" give "fs:readFile"."""
    source, _, member = module.rpartition(":")
    if member in ("*", "default"):
        return f"{source}:{name}"
    return f"{source}:{member}.{name}"


#: Constants of Number that are infinite.
_INFINITE: dict[str, Type] = {
    "Number.POSITIVE_INFINITY": frozenset({t.PLUS_INFINITY}),
    "Number.NEGATIVE_INFINITY": frozenset({t.MINUS_INFINITY}),
}
_GLOBAL_CONSTANTS: dict[str, Type] = {
    "undefined": t.T_UNDEFINED,
    "NaN": t.T_NAN,
    "Infinity": t.T_NUMBER | {t.PLUS_INFINITY},
    "__filename": t.T_STRING,
    "__dirname": t.T_STRING,
}
