"""Accessors of object literals: among an object's keys in JavaScript, not in Python."""

from __future__ import annotations

from ..analyse import types as t
from ..analyse.types import Type
from ..analyse.written_buffers import is_buffer
from ..parse import nodes as n
from .array_holes import ArrayHoles
from .conversions import host_names, is_bytes, is_sized
from .listed_symbols import OF_TEXTS
from .odd_kinds import is_weak

#: Functions that go through the keys of their first argument; of an object deeper, too.
_LISTING = frozenset(
    {"Object.keys", "Object.values", "Object.entries", "Object.assign",
     "Object.getOwnPropertyNames", "Object.hasOwn", "Reflect.ownKeys"}
)  # fmt: skip
_SHOWING = frozenset(
    {"JSON.stringify", "structuredClone", "console.log", "console.error", "console.info",
     "console.warn", "console.debug", "console.table", "console.dir"}
)  # fmt: skip
_OF_SPECIES = frozenset(
    {"concat", "filter", "flat", "flatMap", "map", "slice", "splice"}
)
#: What ``structuredClone`` throws a DataCloneError for, or makes a plain object of
_NOT_CLONED = (
    *t.CALLABLES, t.InstanceAtom, t.PromiseAtom, t.GeneratorAtom, t.ListInstanceAtom,
)  # fmt: skip
_ASKING = frozenset({"hasOwnProperty", "propertyIsEnumerable"})


class HiddenAccessors(ArrayHoles):
    def check_accessors(self, node: n.CallExpression) -> None:
        """Warn where a call lists an object that has accessors: they are properties of a class."""
        callee = node.callee
        self.check_library_symbols(node)
        if isinstance(callee, n.MemberExpression):
            self.check_species(node, callee)
        if not isinstance(callee, n.MemberExpression):
            names = self.builtins_called(node)
            looked_at = node.arguments if names & _SHOWING else []
        elif getattr(callee.property, "name", None) in _ASKING:
            names, looked_at = set(), [callee.object]
            self.check_keyed(callee.object, self.type_of(callee.object))
        else:
            names = self.builtins_called(node)
            looked_at = node.arguments if names & (_LISTING | _SHOWING) else []
        if "Object.hasOwn" in names:
            looked_at = looked_at[:1]  # the other one is a key
        for argument in looked_at:
            if isinstance(argument, n.SpreadElement):
                continue
            types = self.type_of(argument)
            if not names & _SHOWING and any(
                isinstance(a, (t.BuiltinAtom, t.FunctionAtom)) for a in types
            ):
                raise self.refuse(argument, "the properties of a function as a list")
            alone = names == {"JSON.stringify"} and all(map(is_buffer, types))
            if names & (_LISTING | {"JSON.stringify"}) and not alone:
                self.check_elements(argument, types)
            if names & {"JSON.stringify", "structuredClone"}:
                self.check_copied(argument, names)
            listed = argument is looked_at[0] and not names & _SHOWING
            if t.SYMBOL in types and listed:
                raise self.refuse(argument, "the properties of a symbol")
            if names & _SHOWING:
                self.check_shown_symbols(node, argument, names)
            elif not names & OF_TEXTS:
                self.check_symbol_fields(argument, types)
            self.check_listed(
                node,
                frozenset(self.deep_atoms(types)) if names & _SHOWING else types,
                shown=bool(names & _SHOWING),
            )

    def check_own(self, node: n.Node, types: Type) -> None:
        """Refuse to list the properties of what is an object of a library in Python."""
        if t.MATCH in types:
            raise self.refuse(node, "the properties of a match as a list")
        for kind in (t.ClassAtom, t.MapAtom, t.SetAtom):
            held = [isinstance(a, kind) for a in types - t.NULLISH]
            if any(held) and not all(held):
                raise self.refuse(node, "the properties of values of several kinds")
        if t.SYMBOL in types:
            raise self.refuse(node, "the properties of a symbol as a list")
        if any(map(is_weak, types)):
            raise self.refuse(node, "the properties of a weak collection as a list")
        if hosts := [a for a in types if isinstance(a, t.HostAtom) and not is_sized(a)]:
            raise self.refuse(node, f"the properties of {host_names(hosts)} as a list")

    def check_copied(self, node: n.Node, names: set[str]) -> None:
        """Refuse what JSON writes, or ``structuredClone`` copies, otherwise than Python."""
        deep = self.deep_atoms(self.type_of(node))
        hosts = [a for a in deep if isinstance(a, t.HostAtom) and not is_sized(a)]
        if "JSON.stringify" in names:
            if t.MATCH in deep:
                raise self.refuse(node, "JSON of a match: make an array of it, [...x]")
            if hosts:
                raise self.refuse(node, f"JSON of {host_names(hosts)}")
            return
        buffer = any(is_bytes(a, "node.Buffer") for a in deep)
        if (
            hosts
            or buffer
            or deep & {t.SYMBOL, t.MATCH}
            or any(isinstance(a, _NOT_CLONED) for a in deep)
        ):
            raise self.refuse(
                node,
                "structuredClone of what it refuses, or makes plain: functions, symbols, "
                "instances of classes",
            )

    def has_fields(self, atom: t.ListInstanceAtom) -> bool:
        """Whether an array of a class has properties that are listed with its items."""
        return any(
            cell.types and not name.startswith("#") for name, cell in atom.props.items()
        )

    def check_species(self, node: n.CallExpression, callee: n.MemberExpression) -> None:
        """Methods that make an array of the class that they are called on (ECMA-262
        23.1.3.14, ArraySpeciesCreate) give a plain list in Python."""
        if getattr(callee.property, "name", "") in _OF_SPECIES and any(
            isinstance(a, t.ListInstanceAtom) for a in self.type_of(callee.object)
        ):
            if not isinstance(self.scopes.parents.get(node), n.ExpressionStatement):
                raise self.refuse(
                    node,
                    "an array of a class that extends Array, made by a method of Array",
                    "make a plain one: [...xs].map(...)",
                )

    def check_listed(self, node: n.Node, types: Type, shown: bool = False) -> None:
        """Warn where the keys of values are gone through, and some of them are accessors;
        refuse what has other properties in Python."""
        if not shown:
            self.check_own(node, types)
        if any(isinstance(a, t.ObjectAtom) and a.accessors for a in types):
            self.warn(node, "accessors are no keys in Python, and are left out")
        for atom in types:
            if isinstance(atom, t.ListInstanceAtom) and self.has_fields(atom):
                if not shown:
                    raise self.refuse(
                        node, "the fields of a class that extends Array as a list"
                    )
            if isinstance(atom, t.ClassAtom):
                self.check_statics(node, atom, shown)

    def check_statics(self, node: n.Node, atom: t.ClassAtom, shown: bool) -> None:
        """Refuse to list the static fields of a class that holds other attributes, too."""
        fields = [
            cell.types
            for name, cell in atom.statics.items()
            if cell.types and not name.startswith("#")
        ]
        if shown:
            if fields:
                self.warn(node, "the static fields of a class are not shown")
            return
        holding = any(isinstance(a, t.FunctionAtom) for types in fields for a in types)
        if holding or self.late_statics(atom.node, atom):
            raise self.refuse(
                node,
                "the static fields of a class as a list, where some hold functions or are "
                "set later",
            )

    def check_elements(self, node: n.Node, types: Type) -> None:
        """Refuse to go through the elements of a typed array as through properties."""
        if any(
            isinstance(a, t.HostAtom) and a.name in t.BYTES | t.TYPED_ARRAYS
            for a in self.deep_atoms(types)
        ):
            raise self.refuse(node, "the elements of a typed array as properties")
