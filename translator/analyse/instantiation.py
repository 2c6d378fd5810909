"""Type expressions applied to values: signatures of built-ins, and JSDoc."""

from __future__ import annotations

from ..parse import nodes as n
from ..rules import type_expr as x
from . import types as t
from .member_writes import MemberWrites
from .scopes import Scopes
from .signatures import Signatures, is_host_table, overload
from .types import Atom, Cell, Type

Scope = dict[str, Cell]

_TABLES: dict[type[Atom], str] = {
    t.ArrayAtom: "Array",
    t.ListInstanceAtom: "Array",
    t.MapAtom: "Map",
    t.SetAtom: "Set",
    t.PromiseAtom: "Promise",
    t.ErrorAtom: "Error",
    t.FunctionAtom: "Function",
    t.ObjectAtom: "Object#",
}
_PRIM_TABLES: dict[Atom, str] = {
    t.SYMBOL: "symbol",
    t.STRING: "string",
    t.NAT: "number",
    t.INT: "number",
    t.NUMBER: "number",
    t.NAN: "number",
    t.PLUS_INFINITY: "number",
    t.MINUS_INFINITY: "number",
    t.BIGINT: "bigint",
    t.BOOLEAN: "boolean",
    t.REGEXP: "RegExp",
    t.MATCH: "RegExpMatch",
    t.DATE: "Date",
}
OF_PROMISES = frozenset({"then", "catch", "finally", "timeout", "tap"})
_ITERABLES = frozenset(
    {"Iterable", "Iterator", "IterableIterator", "Generator", "ArrayLike"}
)


class Instantiation(MemberWrites):
    def __init__(self, scopes: Scopes, signatures: Signatures) -> None:
        super().__init__(scopes, signatures)
        #: receivers of unknown type that the called method proves to be of a built-in type
        self.resolved: dict[n.Node, str] = {}
        #: the type variables of a call, by the call's node
        self.local_cells: dict[tuple[object, str], Cell] = {}
        self.typedefs: dict[str, x.TypeExpr] = {}
        #: what objects of the host hold, by their class
        self.host_cells: dict[str, Cell] = {}
        #: what the program looks at of objects of the host, by their class
        self.members_used: dict[str, set[str]] = {}

    # -- members of built-in types ----------------------------------------------------

    def table_of(self, atom: Atom) -> str | None:
        table = _PRIM_TABLES.get(atom)
        if table is not None:
            return table
        if isinstance(atom, t.GeneratorAtom):
            if atom.is_async:
                return "AsyncGenerator"
            return "Generator" if isinstance(atom.site, n.Function) else "Iterator"
        if isinstance(atom, t.HostAtom):
            return atom.name
        return _TABLES.get(type(atom))

    def signature_property(self, atom: Atom, name: str) -> Type | None:
        """A member that the signatures know; methods come bound to their receiver."""
        table = self.table_of(atom)
        if table == "Promise" and name in OF_PROMISES:
            return frozenset({self.builtin(f"Promise#{name}", frozenset({atom}))})
        if isinstance(atom, t.BuiltinAtom):
            if name in ("call", "apply", "bind"):
                return frozenset({self.builtin(f"Function#{name}", frozenset({atom}))})
            table = atom.name
            if "#" in table or "." in table:
                return None
        if table is None:
            return None
        if isinstance(atom, t.HostAtom):
            self.members_used.setdefault(table, set()).add(name)
        found = self.signatures.find(table, name)
        if found is None:
            if table == "Generator":
                found = self.signatures.find("Iterator", name)
                if found is not None:
                    table = "Iterator"
            if found is None:
                return None
        if isinstance(found[0], x.Func):
            if isinstance(atom, t.BuiltinAtom):
                return frozenset({self.builtin(f"{table}.{name}")})
            return frozenset({self.builtin(f"{table}#{name}", frozenset({atom}))})
        return self.instantiate(
            found[0], self.scope_for(atom, table), (atom, name), None
        )

    def scope_for(self, atom: Atom, table: str) -> Scope:
        variables = self.signatures.variables(table)
        if not variables:
            return {}
        if isinstance(atom, (t.ArrayAtom, t.SetAtom, t.GeneratorAtom)):
            return dict(zip(variables, [atom.elem]))
        if isinstance(atom, t.MapAtom):
            return dict(zip(variables, [atom.key, atom.value]))
        if isinstance(atom, t.HostAtom):
            return dict(zip(variables, [self.held_by(atom)]))
        return {}

    def held_by(self, atom: t.HostAtom) -> Cell:
        """What objects of a class of the host hold, all of them together."""
        return self.host_cells.setdefault(atom.name, Cell())

    # -- iteration ---------------------------------------------------------------------

    def iterated(self, types: Type, is_async: bool = False) -> Type:
        """What iterating over a value gives (ECMA-262 section 7.4.3, GetIterator)."""
        result: Type = t.NEVER
        for atom in t.ordered(types):
            if isinstance(atom, (t.ArrayAtom, t.SetAtom, t.GeneratorAtom)):
                result |= self.read(atom.elem)
            elif atom is t.STRING:
                result |= t.T_STRING
            elif atom is t.MATCH:
                result |= self.match_item(None, None)
            elif isinstance(atom, t.MapAtom):
                pair = self.array_at((atom, "entry"), atom.site)
                if pair.items is None and self.keeps_places(pair):
                    pair.items = [atom.key, atom.value]
                self.widen(pair.elem, self.read(atom.key) | self.read(atom.value))
                result |= {pair}
            elif isinstance(atom, (t.InstanceAtom, t.ObjectAtom)):
                result |= self.iterated_by_method(atom)
            elif isinstance(atom, t.HostAtom) and (
                found := self.signatures.find(atom.name, "@@index")
            ):
                result |= self.instantiate(found[0], {}, (atom, "index"), None)
            elif isinstance(atom, t.HostAtom) and (
                found := self.signatures.find(
                    atom.name, "@@asyncIterator" if is_async else "entries"
                )
            ):
                chosen = overload(found, 0)
                assert chosen is not None
                scope = self.scope_for(atom, atom.name)
                made = self.instantiate(chosen.result, scope, (atom, "entries"), None)
                result |= self.iterated(made)
            elif atom in t.NULLISH:
                continue
            else:
                result |= t.T_ANY
        return self.awaited(result) if is_async else result

    def iterated_by_method(self, atom: Atom) -> Type:
        for name in ("@@iterator", "@@asyncIterator"):
            functions = self.property_of(atom, name, self.scopes.program)
            result: Type = t.NEVER
            for function in t.ordered(functions):
                if isinstance(function, t.FunctionAtom):
                    made = self.call_function(function, [], frozenset({atom}))
                    for iterator in t.ordered(made):
                        if isinstance(iterator, t.GeneratorAtom):
                            result |= self.read(iterator.elem)
                        else:
                            result |= self.from_next(iterator)
            if result:
                return result
        return t.T_ANY if isinstance(atom, t.ObjectAtom) else t.NEVER

    def from_next(self, iterator: Atom) -> Type:
        """The ``value`` of what an iterator's own ``next`` gives."""
        result: Type = t.NEVER
        for function in t.ordered(
            self.property_of(iterator, "next", self.scopes.program)
        ):
            if isinstance(function, t.FunctionAtom):
                given = self.call_function(function, [], frozenset({iterator}))
                for atom in t.ordered(self.awaited(given)):
                    result |= self.property_of(atom, "value", self.scopes.program)
        return result

    # -- functions of signatures ---------------------------------------------------------

    def apply(
        self,
        signature: x.Func,
        scope: Scope,
        arguments: list[Type],
        spread: Type | None,
        node: n.Node,
    ) -> Type:
        """Call a function of that signature: values flow in, the result's type comes out."""
        if signature.type_params:
            scope = dict(scope)
            for name in signature.type_params:
                cell = self.local_cells.get((node, name))
                if cell is None:
                    cell = self.local_cells[node, name] = Cell()
                scope[name] = cell
        position = 0
        for param in signature.params:
            if param.rest:
                inner = (
                    param.type.item if isinstance(param.type, x.ArrayOf) else param.type
                )
                for types in arguments[position:]:
                    self.flow(types, inner, scope, node)
                if spread is not None:
                    self.flow(spread, inner, scope, node)
                position = len(arguments)
            elif position < len(arguments):
                self.flow(arguments[position], param.type, scope, node)
                position += 1
            elif spread is not None:
                self.flow(spread, param.type, scope, node)
        return self.instantiate(signature.result, scope, node, node)

    def flow(
        self, types: Type, expected: x.TypeExpr, scope: Scope, node: n.Node
    ) -> None:
        """Let an argument flow into a parameter of the given type expression."""
        if isinstance(expected, x.Name):
            cell = scope.get(expected.name)
            if cell is not None:
                self.widen(cell, types)
        elif isinstance(expected, x.Prim):
            if expected.name == "any":
                self.escape(types)
        elif isinstance(expected, x.Func):
            given = [
                self.instantiate(p.type, scope, (node, p.name), node)
                for p in expected.params
            ]
            functions = frozenset(
                a
                for a in types
                if isinstance(
                    a, (t.FunctionAtom, t.BuiltinAtom, t.ResolverAtom, t.ModuleAtom)
                )
                or a is t.ANY
            )
            if functions:
                result = self.call(
                    functions, given, None, t.NEVER, (node, "callback")  # type: ignore[arg-type]
                )
                self.flow(result, expected.result, scope, node)
        elif isinstance(expected, x.ArrayOf):
            self.flow(self.iterated(types), expected.item, scope, node)
        elif isinstance(expected, x.TupleOf):
            for atom in t.ordered(types):
                if isinstance(atom, t.ArrayAtom):
                    for position, item in enumerate(expected.items):
                        if atom.items is not None and position < len(atom.items):
                            value = self.read(atom.items[position])
                        else:
                            value = self.read(atom.elem)
                        self.flow(value, item, scope, node)
                elif atom is t.ANY:
                    for item in expected.items:
                        self.flow(t.T_ANY, item, scope, node)
                elif isinstance(atom, (t.ObjectAtom, t.InstanceAtom)):
                    for position, item in enumerate(expected.items):
                        value = self.under_number(atom, position)
                        self.flow(value, item, scope, node)
        elif isinstance(expected, x.Generic):
            self.flow_generic(types, expected, scope, node)
        elif isinstance(expected, x.Record):
            for atom in t.ordered(types):
                if isinstance(atom, (t.ObjectAtom, t.InstanceAtom)):
                    self.read(atom.keys)
                    for cell in list(atom.props.values()):
                        self.flow(self.read(cell), expected.value, scope, node)
                    dynamic = self.read(atom.dynamic)
                    if dynamic:
                        self.flow(dynamic, expected.value, scope, node)
                elif isinstance(atom, t.ClassAtom):
                    for cell in list(atom.statics.values()):
                        self.flow(self.read(cell), expected.value, scope, node)
                elif isinstance(atom, t.ArrayAtom):
                    self.flow(self.read(atom.elem), expected.value, scope, node)
                elif atom is t.STRING:
                    self.flow(t.T_STRING, expected.value, scope, node)
                elif atom is t.ANY or isinstance(atom, t.HostAtom):
                    self.flow(t.T_ANY, expected.value, scope, node)
        elif isinstance(expected, x.Union):
            for option in expected.options:
                self.flow(types - t.NULLISH, option, scope, node)
        elif isinstance(expected, x.Obj):
            for field in expected.fields:
                self.flow(
                    self.property_types(types, field.name, node),
                    field.type,
                    scope,
                    node,
                )

    def under_number(self, atom: t.ObjectAtom | t.InstanceAtom, number: int) -> Type:
        """What an object that stands for an array may have under a number."""
        key = str(number)
        if isinstance(atom, t.InstanceAtom) or key in atom.accessors:
            return t.T_ANY
        self.read(atom.keys)
        cell = atom.props.get(key)
        return self.read(atom.dynamic) | (t.NEVER if cell is None else self.read(cell))

    def flow_generic(
        self, types: Type, expected: x.Generic, scope: Scope, node: n.Node
    ) -> None:
        name, args = expected.name, expected.args
        if name.startswith("Async"):
            known = frozenset(a for a in types if not isinstance(a, t.FunctionAtom))
            self.flow(self.iterated(known, is_async=True), args[0], scope, node)
        elif name in _ITERABLES or name in ("Array", "Set", "ReadonlyArray"):
            self.flow(self.iterated(types), args[0], scope, node)
        elif name == "Map":
            for atom in t.ordered(types):
                if isinstance(atom, t.MapAtom):
                    self.flow(self.read(atom.key), args[0], scope, node)
                    self.flow(self.read(atom.value), args[1], scope, node)
        elif name == "Promise":
            self.flow(self.awaited(types), args[0], scope, node)

    # -- results -------------------------------------------------------------------------

    def instantiate(
        self, expr: x.TypeExpr, scope: Scope, site: object, node: n.Node | None
    ) -> Type:
        """The type that an expression stands for; what it makes is made at ``site``."""
        place = node if node is not None else self.scopes.program
        if isinstance(expr, x.Prim):
            if expr.name == "object":
                return t.T_ANY
            if expr.name == "never":
                return t.NEVER
            return frozenset({t.PRIMS[expr.name]})
        if isinstance(expr, x.Name):
            if expr.name == "node.Buffer":
                return frozenset({self.host(expr.name, site)})
            return self.named_type(expr.name, scope)
        if isinstance(expr, x.Union):
            result: Type = t.NEVER
            for position, option in enumerate(expr.options):
                result |= self.instantiate(option, scope, (site, position), node)
            return result
        if isinstance(expr, x.ArrayOf):
            array = self.array_at((site, "result"), place)
            self.widen(
                array.elem, self.instantiate(expr.item, scope, (site, "item"), node)
            )
            return frozenset({array})
        if isinstance(expr, x.TupleOf):
            array = self.array_at((site, "tuple"), place)
            if array.items is None and self.keeps_places(array):
                array.items = [Cell() for _ in expr.items]
            for position, item in enumerate(expr.items):
                types = self.instantiate(item, scope, (site, position), node)
                self.widen(array.elem, types)
                if array.items is not None:
                    self.widen(array.items[position], types)
            return frozenset({array})
        if isinstance(expr, x.Obj):
            holder = self.object_at((site, "shape"), place)
            for field in expr.fields:
                types = self.instantiate(field.type, scope, (site, field.name), node)
                if field.optional:
                    types |= t.T_UNDEFINED
                else:
                    holder.present.add(field.name)
                self.widen(holder.prop(field.name), types)
            return frozenset({holder})
        if isinstance(expr, x.Record):
            holder = self.object_at((site, "record"), place)
            self.widen(
                holder.dynamic, self.instantiate(expr.value, scope, (site, "v"), node)
            )
            self.widen(holder.keys, t.T_STRING)
            return frozenset({holder})
        if isinstance(expr, x.Generic):
            return self.generic(expr, scope, site, place, node)
        if isinstance(expr, x.Literal):
            if isinstance(expr.value, bool):
                return t.T_BOOLEAN
            if isinstance(expr.value, str):
                return t.T_STRING
            return (
                t.T_NAT
                if isinstance(expr.value, int) and expr.value >= 0
                else t.T_NUMBER
            )
        return t.T_ANY

    def generic(
        self,
        expr: x.Generic,
        scope: Scope,
        site: object,
        place: n.Node,
        node: n.Node | None,
    ) -> Type:
        name = expr.name
        args = [
            self.instantiate(arg, scope, (site, position), node)
            for position, arg in enumerate(expr.args)
        ]
        if name in ("Array", "ReadonlyArray") and args:
            array = self.array_at((site, "result"), place)
            self.widen(array.elem, args[0])
            return frozenset({array})
        if name in ("Set", "ReadonlySet", "WeakSet") and args:
            set_ = self.set_at(site, place)
            self.widen(set_.elem, args[0])
            return frozenset({set_})
        if name in ("Map", "ReadonlyMap", "WeakMap") and len(args) == 2:
            map_ = self.map_at(site, place)
            self.widen(map_.key, args[0])
            self.widen(map_.value, args[1])
            return frozenset({map_})
        if name == "Promise" and args:
            promise = self.promise_at((site, "promise"), place)
            self.widen(promise.value, self.awaited(args[0]))
            return frozenset({promise})
        if name in _ITERABLES or name.startswith("Async"):
            iterator = self.iterator_at((site, name), place, name.startswith("Async"))
            if args:
                self.widen(iterator.elem, args[0])
            return frozenset({iterator})
        if self.signatures.variables(name) and is_host_table(name):
            host = self.host(name)
            self.widen(self.held_by(host), args[0])
            return frozenset({host})
        return t.T_ANY

    def named_type(self, name: str, scope: Scope) -> Type:
        cell = scope.get(name)
        if cell is not None:
            return self.read(cell)
        if name in t.PRIMS:
            return frozenset({t.PRIMS[name]})
        binding = self.scopes.module.bindings.get(name)
        if name.endswith("Error") and (
            binding is None or t.only(self.read(self.cell(binding)), t.ModuleAtom)
        ):
            return frozenset({self.error(name)})
        if binding is not None:
            found: Type = frozenset(
                atom.instance
                for atom in self.read(self.cell(binding))
                if isinstance(atom, t.ClassAtom)
            )
            if found:
                return found
        if name == "Thrown":  # in signatures: whatever the program throws
            return self.read(self.thrown) | {self.error("Error")}
        if is_host_table(name) and name in self.signatures.tables:
            return frozenset({self.host(name)})
        typedef = self.typedefs.get(name)
        if typedef is not None:
            return self.instantiate(typedef, {}, ("typedef", name), None)
        return t.T_ANY
