"""Types of calls: functions of the program, of JavaScript itself, and of the unknown."""

from __future__ import annotations

from ..parse import nodes as n
from ..rules.keys import normalised
from . import types as t
from .constants import constant_number, is_exact_integer
from .construction import Construction
from .literal_arguments import arguments_of
from .signatures import overload
from .types import Atom, Type

_MODULE_FUNCTIONS = {
    "timers/promises:setTimeout": "promise",
    "timers/promises:setImmediate": "promise",
}


class Calls(Construction):
    def call_expression(self, node: n.CallExpression) -> Type:
        callee = node.callee
        if isinstance(callee, n.Super):
            arguments, spread = self.arguments(node)
            self.call_super(node, arguments, spread)
            return t.T_UNDEFINED
        this: Type = t.NEVER
        if isinstance(callee, n.MemberExpression):
            this = self.evaluate(callee.object)
            name = self.property_name(callee.property, callee.computed)
            if name is not None and not (callee.computed and name.isdigit()):
                if isinstance(callee.object, n.Super):
                    types = self.super_property(this, name, callee)
                    this = self.this_types()
                else:
                    types = self.method(this, name, callee)
                if callee.computed:
                    self.evaluate(callee.property)
                self.narrow_read(callee, this)
            else:
                types = self.member_expression(callee)
            self.types[callee] = types
        else:
            types = self.evaluate(callee)
        arguments, spread = self.arguments(node)
        result = self.call(types, arguments, spread, this, node)
        if result == t.T_INT or result == t.T_NAT:
            constant = constant_number(node, self.scopes)
            if constant is not None and not is_exact_integer(constant):
                return t.T_NUMBER
        return result

    def method(self, objects: Type, name: str, node: n.MemberExpression) -> Type:
        """The functions that ``object.name(...)`` may call."""
        result: Type = t.NEVER
        for atom in t.ordered(objects):
            if atom is t.ANY:
                resolved = self.resolve_receiver(name, node)
                if resolved is not None:
                    result |= {resolved}
                    continue
                if name in self.own_names:
                    result |= self.read(self.exposed.setdefault(name, t.Cell()))
            result |= self.property_of(atom, name, node)
        return result

    def resolve_receiver(self, name: str, node: n.MemberExpression) -> Atom | None:
        """An unknown receiver whose method only one built-in type has is of that type.

        Any other value would make JavaScript throw a TypeError; not where the program
        defines a method of that name itself.
        """
        if name in self.own_names:
            return None
        tables = self.signatures.types_with(name)
        if "Array" in tables:
            # Iterators have methods of arrays too (ES2025); an unknown one is an array.
            tables = [x for x in tables if x not in ("Iterator", "Generator")]
        if len(tables) != 1:
            return None
        table = tables[0]
        self.resolved[node.object] = table
        receiver = self.unknown_of(table, node)
        if receiver is None:
            return None
        return self.builtin(f"{table}#{name}", frozenset({receiver}))

    def unknown_of(self, table: str, node: n.Node) -> Atom | None:
        """A value of a built-in type of whose contents nothing is known."""
        if table == "Array":
            array = self.array_at((node, "unknown"), node)
            self.widen(array.elem, t.T_ANY)
            return array
        if table in t.PRIMS:
            return t.PRIMS[table]
        if table == "Map":
            map_ = self.map_at((node, "unknown"), node)
            self.widen(map_.key, t.T_ANY)
            self.widen(map_.value, t.T_ANY)
            return map_
        if table == "Set":
            set_ = self.set_at((node, "unknown"), node)
            self.widen(set_.elem, t.T_ANY)
            return set_
        if table == "RegExpMatch":
            return t.MATCH
        if table == "Promise":
            promise = self.promise_at((node, "unknown"), node)
            self.widen(promise.value, t.T_ANY)
            return promise
        return None

    def arguments(
        self, node: n.CallExpression | n.NewExpression
    ) -> tuple[list[Type], Type | None]:
        types: list[Type] = []
        spread: Type | None = None
        for argument in node.arguments:
            if isinstance(argument, n.SpreadElement):
                source = self.evaluate(argument.argument)
                self.types[argument] = source
                if spread is None and (known := self.known_items(source)) is not None:
                    types.extend(known)
                    continue
                items = self.iterated(source)
                spread = items if spread is None else spread | items
            elif spread is not None:
                spread |= self.evaluate(argument)
            else:
                types.append(self.evaluate(argument))
        return types, spread

    def known_items(self, types: Type) -> list[Type] | None:
        """The types of a spread array's elements where it is one literal of fixed length."""
        if len(types) != 1:
            return None
        (atom,) = types
        if not isinstance(atom, t.ArrayAtom):
            return None
        self.read(atom.elem)
        if atom.items is None:
            return None
        return [self.read(item) for item in atom.items]

    def call(
        self,
        functions: Type,
        arguments: list[Type],
        spread: Type | None,
        this: Type,
        node: n.Node,
    ) -> Type:
        """Call whatever ``functions`` may be."""
        result: Type = t.NEVER
        for atom in t.ordered(functions):
            if isinstance(atom, t.FunctionAtom):
                receivers = self.receivers_of(atom, this)
                result |= self.call_function(atom, arguments, receivers, spread, node)
                atom.calls.append(node)
            elif isinstance(atom, t.BuiltinAtom):
                result |= self.call_builtin(atom, arguments, spread, node)
            elif isinstance(atom, t.ResolverAtom):
                self.call_resolver(atom, arguments)
                result |= t.T_UNDEFINED
            elif isinstance(atom, t.ModuleAtom):
                result |= self.call_module(atom, arguments, spread, node)
            elif isinstance(atom, t.HostAtom) and (
                found := self.signatures.find(atom.name, "()")
            ):
                chosen = overload(found, len(arguments), arguments_of(node))
                assert chosen is not None
                result |= self.apply(chosen, {}, arguments, spread, node)
            elif atom in t.NULLISH:
                continue
            else:
                self.unknown_calls.add(node)
                for types in arguments:
                    self.escape(types)
                if spread is not None:
                    self.escape(spread)
                result |= t.T_ANY
        return result

    def receivers_of(self, atom: t.FunctionAtom, this: Type) -> Type:
        """A method sees only the receivers that have it."""
        member = self.scopes.parents.get(atom.node)
        if not isinstance(member, n.MethodDefinition):
            return this
        # A method that is called on something unknown is called on one of its instances.
        this -= t.T_ANY
        if len(this) < 2 or member.static:
            return this
        name = self.property_name(member.key, member.computed)
        if name is None or name == "constructor":
            return this
        kept: set[t.Atom] = set()
        for receiver in t.ordered(this):
            if isinstance(receiver, (t.InstanceAtom, t.ListInstanceAtom)):
                found = self.find_member(receiver.cls, name)
                if found is not None and found[1].value is not atom.node:
                    continue
            kept.add(receiver)
        return frozenset(kept) or this

    def call_resolver(self, atom: t.ResolverAtom, arguments: list[Type]) -> None:
        value = arguments[0] if arguments else t.T_UNDEFINED
        if atom.kind == "resolve":
            self.resolve_with(atom.promise, value)
        else:
            self.widen(self.thrown, value)

    def call_module(
        self,
        atom: t.ModuleAtom,
        arguments: list[Type],
        spread: Type | None,
        node: n.Node,
    ) -> Type:
        """A call into an imported module: what its signature or a rule says it gives,
        else unknown."""
        if normalised(atom.name) == "util:promisify" and arguments == [
            frozenset({self.builtin("setTimeout")})
        ]:
            return frozenset({self.module("timers/promises:setTimeout")})
        if normalised(atom.name) == "util:promisify" and len(arguments) == 1:
            promised = {self.promised(a) for a in arguments[0]}
            if len(promised) == 1 and None not in promised:
                return frozenset({self.module(str(promised.pop()))})
        module, _, name = normalised(atom.name).rpartition(":")
        alias = self.signatures.alias(f"import {module}", name)
        if alias is not None:
            builtin = self.builtin(alias)
            return self.call_builtin(builtin, arguments, spread, node)
        signature = self.module_signature(atom, "", arguments_of(node), len(arguments))
        if signature is not None:
            return self.apply(signature, {}, arguments, spread, node)
        given = self.rule_result(node)
        for types in arguments:
            self.escape(types)
        if spread is not None:
            self.escape(spread)
        known = _MODULE_FUNCTIONS.get(atom.name.removeprefix("node:"))
        if known == "promise":
            promise = self.promise_at(node, node)
            value = arguments[1] if len(arguments) > 1 else t.T_UNDEFINED
            self.widen(promise.value, self.awaited(value))
            return frozenset({promise})
        if given is not None:
            return given
        self.unknown_calls.add(node)
        return t.T_ANY

    def promised(self, atom: Atom) -> str | None:
        """What ``promisify`` makes of a function of Node that calls back."""
        if not isinstance(atom, t.ModuleAtom):
            return None
        module, _, name = normalised(atom.name).rpartition(":")
        if module == "fs":
            return f"fs/promises:{name}"
        known = self.signatures.find(f"import {module}", f"{name}.promise")
        return f"{module}:{name}.promise" if known is not None else None

    def says(self, atom: Atom, word: str, count: int = 0) -> bool:
        """Whether the signatures of a library say something of all of its functions.

        "later": what they are given they call only later; "consumes": promises that they
        are given are waited for by nobody else, so they need not be under way before;
        "loop": they need a running event loop, all or those that are listed, some with
        their number of arguments ("randomBytes/2").
        """
        if isinstance(atom, t.HostAtom):
            return self.signatures.has_word(atom.name, word)
        if isinstance(atom, t.BuiltinAtom):
            owner, _, name = atom.name.partition("#")
            return self.signatures.has_word(owner, word, name)
        if isinstance(atom, t.ModuleAtom):
            module, _, name = normalised(atom.name).rpartition(":")
            names = (name, f"{name}/{count}")
            table = f"import {module}"
            return any(self.signatures.has_word(table, word, each) for each in names)
        return False

    def rule_result(self, node: n.Node) -> Type | None:
        return None
