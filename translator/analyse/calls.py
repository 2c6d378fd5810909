"""Types of calls: functions of the program, of JavaScript itself, and of the unknown."""

from __future__ import annotations

from ..parse import nodes as n
from . import types as t
from .arithmetic import extreme
from .constants import constant_number, is_exact_integer
from .constructors import surely_runs
from .regexp_calls import RegexpCalls
from .signatures import overload
from .types import Atom, Type

_COMBINATORS = frozenset({"all", "allSettled", "race", "any"})
_TIMERS = frozenset(
    {"setTimeout", "setInterval", "setImmediate", "queueMicrotask", "process.nextTick"}
)
_ASSIGNING = frozenset({"Object.assign", "Object.defineProperty"})


class Calls(RegexpCalls):
    # -- entry ---------------------------------------------------------------------

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
        for atom in objects:
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
        for atom in functions:
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
        for receiver in this:
            if isinstance(receiver, t.InstanceAtom):
                found = self.find_member(receiver.cls, name)
                if found is not None and found[1].value is not atom.node:
                    continue
            kept.add(receiver)
        return frozenset(kept) or this

    def call_resolver(self, atom: t.ResolverAtom, arguments: list[Type]) -> None:
        value = arguments[0] if arguments else t.T_UNDEFINED
        if atom.kind == "resolve":
            self.widen(atom.promise.value, self.awaited(value))
        else:
            self.widen(self.thrown, value)

    def call_module(
        self,
        atom: t.ModuleAtom,
        arguments: list[Type],
        spread: Type | None,
        node: n.Node,
    ) -> Type:
        """A call into an imported module: what a rule says it gives, else unknown."""
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

    def rule_result(self, node: n.Node) -> Type | None:
        return None

    # -- JavaScript's own functions --------------------------------------------------

    def call_builtin(
        self,
        atom: t.BuiltinAtom,
        arguments: list[Type],
        spread: Type | None,
        node: n.Node,
    ) -> Type:
        name = atom.name
        owner, _, method = name.partition("#")
        if method:
            special = self.special_method(atom, owner, method, arguments, spread, node)
            if special is not None:
                return special
            found = self.signatures.find(owner, method)
            if found is None:
                return t.T_ANY
            chosen = overload(found, len(arguments))
            if chosen is None:
                return t.T_ANY
            result: Type = t.NEVER
            for receiver in atom.receiver:
                if owner == "Array" and isinstance(receiver, t.ArrayAtom):
                    if method in _RESIZING:
                        self.resize(receiver)
                scope = self.receiver_scope(receiver, owner)
                result |= self.apply(chosen, scope, arguments, spread, node)
            return result
        if name.startswith("Promise."):
            return self.promise_static(name[8:], arguments, node)
        if name in _TIMERS:
            if arguments:
                self.call_all(arguments[0], arguments[2:], node)
            return t.T_ANY
        if name == "JSON.stringify" and arguments:
            # Nothing comes of undefined and functions.
            if t.UNDEFINED in arguments[0] or any(
                isinstance(a, t.FunctionAtom) for a in arguments[0]
            ):
                return t.T_STRING | t.T_UNDEFINED
        if (
            name in ("Math.abs", "Math.max", "Math.min")
            and arguments
            and spread is None
        ):
            return extreme(name, arguments)
        if name in ("Object.assign",):
            return self.object_assign(arguments, node)
        if name == "Object" and not arguments and spread is None:
            return frozenset({self.object_at(node, node)})
        if name == "Object.create" and arguments == [t.T_NULL]:
            return frozenset({self.object_at(node, node)})
        if name == "require":
            return self.require(node)
        if name in _OF_NUMBERS:
            given = t.join([*arguments, spread or t.NEVER]) - t.NULLISH
            if given and not given <= t.NUMBERS:
                return t.T_NAN  # what is no number is made one
        table, _, function = name.rpartition(".")
        found = self.signatures.find(table or "globals", function or name)
        if found is None and not table:
            found = self.signatures.find("constructors", name)
            if name.endswith("Error"):
                return frozenset({self.error(name)})
        if found is None:
            for types in arguments:
                self.escape(types)
            self.unknown_calls.add(node)
            return self.rule_result(node) or t.T_ANY
        chosen = overload(found, len(arguments))
        if chosen is None:
            return t.T_ANY
        return self.apply(chosen, {}, arguments, spread, node)

    def require(self, node: n.Node) -> Type:
        if isinstance(node, n.CallExpression) and len(node.arguments) == 1:
            source = node.arguments[0]
            if isinstance(source, n.StringLiteral):
                return frozenset({self.module(f"{source.value}:*")})
        return t.T_ANY

    def object_assign(self, arguments: list[Type], node: n.Node) -> Type:
        """``Object.assign(target, ...sources)`` (ECMA-262 section 20.1.2.1)."""
        if not arguments:
            return t.NEVER
        literal = isinstance(node, n.CallExpression) and isinstance(
            node.arguments[0], n.ObjectExpression
        )
        if literal:
            # Nobody has seen the target yet: its keys are there from the start.
            names = {
                name for types in arguments[1:] for name in self.common_keys(types)
            }
            for atom in arguments[0]:
                if isinstance(atom, t.ObjectAtom):
                    self.keep_keys(atom, "assign", names)
        for atom in arguments[0]:
            for source in arguments[1:]:
                if isinstance(atom, t.ObjectAtom):
                    self.copy_properties(source, atom)
                elif isinstance(atom, (t.InstanceAtom, t.ErrorAtom)):
                    for origin in source:
                        if isinstance(origin, t.ObjectAtom):
                            for key, cell in list(origin.props.items()):
                                empty = isinstance(atom, t.ErrorAtom)
                                held = t.Cell(t.T_UNDEFINED if empty else t.NEVER)
                                target = atom.props.setdefault(key, held)
                                self.widen(target, self.read(cell))
                                if (
                                    isinstance(atom, t.InstanceAtom)
                                    and key in origin.present
                                    and len(source) == 1
                                    and self.in_constructor(atom)
                                    and surely_runs(node, self.unit)
                                ):
                                    self.have_from_start(atom, key)
                            if isinstance(atom, t.InstanceAtom):
                                self.widen(atom.dynamic, self.read(origin.dynamic))
                        elif origin is t.ANY and isinstance(atom, t.InstanceAtom):
                            self.widen(atom.dynamic, t.T_ANY)
                        elif origin is t.ANY and isinstance(atom, t.ErrorAtom):
                            for held in atom.props.values():
                                self.widen(held, t.T_ANY)
        return arguments[0]

    def common_keys(self, types: Type) -> set[str]:
        raise NotImplementedError

    def copy_properties(self, types: Type, target: t.ObjectAtom) -> None:
        raise NotImplementedError

    def call_all(self, functions: Type, arguments: list[Type], node: n.Node) -> Type:
        """A built-in function calls its callback."""
        return self.call(functions, arguments, None, t.NEVER, (node, "callback"))  # type: ignore[arg-type]

    def special_method(
        self,
        atom: t.BuiltinAtom,
        owner: str,
        method: str,
        arguments: list[Type],
        spread: Type | None,
        node: n.Node,
    ) -> Type | None:
        if owner == "string" and method in ("match", "replace", "replaceAll"):
            return self.pattern_method(method, arguments, node)
        if owner == "Array" and method == "flatMap":
            found = self.signatures.find("Array", "map")
            chosen = overload(found, 1) if found is not None else None
            array = self.array_at((node, method), node)
            for receiver in atom.receiver:
                if chosen is not None:
                    scope = self.receiver_scope(receiver, owner)
                    mapped = self.apply(chosen, scope, arguments, spread, node)
                    self.widen(array.elem, self.flattened(self.iterated(mapped), 1))
            return frozenset({array})
        if owner == "Array" and method in ("concat", "flat"):
            return self.joined_arrays(atom.receiver, method, arguments, spread, node)
        if owner == "Promise":
            result: Type = t.NEVER
            for receiver in atom.receiver:
                if isinstance(receiver, t.PromiseAtom):
                    result |= self.promise_method(receiver, method, arguments, node)
            return result
        if owner == "Function":
            result = t.NEVER
            for receiver in atom.receiver:
                if method == "call":
                    this = arguments[0] if arguments else t.NEVER
                    result |= self.call(
                        frozenset({receiver}), arguments[1:], spread, this, node
                    )
                elif method == "apply":
                    this = arguments[0] if arguments else t.NEVER
                    items = self.iterated(arguments[1]) if len(arguments) > 1 else None
                    result |= self.call(frozenset({receiver}), [], items, this, node)
                elif method == "bind":
                    if isinstance(receiver, t.FunctionAtom):
                        this = arguments[0] if arguments else t.NEVER
                        self.widen(receiver.this, this)
                        for cell, types in zip(receiver.params, arguments[1:]):
                            self.widen(cell, types)
                        if len(arguments) > 1:
                            self.escape(frozenset({receiver}))
                            return t.T_ANY
                    result |= {receiver}
            return result
        if owner in ("Generator", "AsyncGenerator") and arguments:
            for receiver in atom.receiver:
                if isinstance(receiver, t.GeneratorAtom):
                    if method == "next":
                        self.widen(receiver.sent, arguments[0])
                    elif method == "return":
                        self.widen(receiver.result, arguments[0])
                    elif method == "throw":
                        self.widen(self.thrown, arguments[0])
        return None

    def joined_arrays(
        self,
        receivers: Type,
        method: str,
        arguments: list[Type],
        spread: Type | None,
        node: n.Node,
    ) -> Type:
        """``concat`` and ``flat``: elements that are arrays are taken apart.

        ECMA-262 sections 23.1.3.2 and 23.1.3.13. The depth of ``flat`` is not looked at
        where it is given: what was inside may be there, and what it was inside too.
        """
        array = self.array_at((node, method), node)
        if method == "concat":
            self.widen(
                array.elem, t.join(self.iterated(frozenset({r})) for r in receivers)
            )
            for types in (*arguments, *([spread] if spread is not None else ())):
                self.widen(array.elem, self.flattened(types, 1))
            return frozenset({array})
        for receiver in receivers:
            for item in self.iterated(frozenset({receiver})):
                held: Type = frozenset({item})
                self.widen(array.elem, self.flattened(held, 8 if arguments else 1))
                if arguments and isinstance(item, t.ArrayAtom):
                    self.widen(array.elem, held)
        return frozenset({array})

    def flattened(self, types: Type, depth: int) -> Type:
        """The elements of the arrays of a type, and what is no array."""
        result: set[t.Atom] = set()
        for atom in types:
            if isinstance(atom, t.ArrayAtom) and depth > 0:
                inner = self.read(atom.elem)
                result |= (
                    inner if depth == 1 else self.flattened(inner, depth - 1) | inner
                )
            else:
                result.add(atom)
        return frozenset(result)

    # -- promises --------------------------------------------------------------------

    def promise_method(
        self,
        promise: t.PromiseAtom,
        method: str,
        arguments: list[Type],
        node: n.Node,
    ) -> Type:
        """then, catch and finally (ECMA-262 section 27.2.5)."""
        result = self.promise_at((node, method), node)
        value = self.read(promise.value)
        error = self.read(self.thrown) | {self.error("Error")}
        handlers = list(arguments)
        if method == "catch":
            handlers = [t.NEVER, *handlers]
        if method == "finally":
            if arguments:
                self.call_all(arguments[0], [], node)
            self.widen(result.value, value)
            return frozenset({result})
        fulfilled = handlers[0] - t.NULLISH if handlers else t.NEVER
        rejected = handlers[1] - t.NULLISH if len(handlers) > 1 else t.NEVER
        if fulfilled:
            if value:
                self.widen(
                    result.value, self.awaited(self.call_all(fulfilled, [value], node))
                )
        else:
            self.widen(result.value, value)
        if rejected:
            given = self.call_all(rejected, [error], node)
            self.widen(result.value, self.awaited(given))
        return frozenset({result})

    def promise_static(self, name: str, arguments: list[Type], node: n.Node) -> Type:
        result = self.promise_at(node, node)
        given = frozenset({result})
        first = arguments[0] if arguments else t.T_UNDEFINED
        if name == "resolve":
            self.widen(result.value, self.awaited(first))
        elif name == "reject":
            self.widen(self.thrown, first)
        elif name == "try":
            self.widen(
                result.value, self.awaited(self.call_all(first, arguments[1:], node))
            )
        elif name == "withResolvers":
            holder = self.object_at(node, node)
            for key, types in (
                ("promise", given),
                ("resolve", frozenset({self.resolver(result, "resolve")})),
                ("reject", frozenset({self.resolver(result, "reject")})),
            ):
                holder.present.add(key)
                self.widen(holder.prop(key), types)
            return frozenset({holder})
        elif name in ("race", "any"):
            if name == "any":
                self.widen(self.thrown, frozenset({self.error("AggregateError")}))
            self.widen(result.value, self.awaited(self.iterated(first)))
        elif name == "all":
            array = self.array_at(node, node)
            known = self.known_items(first)
            if known is not None:
                if array.items is None and node not in self.resized:
                    array.items = [t.Cell() for _ in known]
                for position, item in enumerate(known):
                    value = self.awaited(item)
                    self.widen(array.elem, value)
                    if array.items is not None and position < len(array.items):
                        self.widen(array.items[position], value)
            else:
                array.items = None
                self.widen(array.elem, self.awaited(self.iterated(first)))
            self.widen(result.value, frozenset({array}))
        elif name == "allSettled":
            array = self.array_at(node, node)
            settled = self.settled_at(node, node)
            self.widen(settled.value, self.awaited(self.iterated(first)))
            self.widen(array.elem, frozenset({settled}))
            self.widen(result.value, frozenset({array}))
        else:
            return t.T_ANY
        return given

    # -- new -------------------------------------------------------------------------

    def new_expression(self, node: n.NewExpression) -> Type:
        functions = self.evaluate(node.callee)
        arguments, spread = self.arguments(node)
        result: Type = t.NEVER
        for atom in functions:
            if isinstance(atom, t.ClassAtom):
                result |= self.construct(atom, arguments, spread, node)
            elif isinstance(atom, t.FunctionAtom):
                this = frozenset({self.instance_of(atom)})
                self.call_function(atom, arguments, this, spread, node)
                result |= this
            elif isinstance(atom, t.BuiltinAtom):
                result |= self.new_builtin(atom.name, arguments, spread, node)
            else:
                self.unknown_calls.add(node)
                for types in arguments:
                    self.escape(types)
                if spread is not None:
                    self.escape(spread)
                given = self.rule_result(node)
                result |= given if given is not None else t.T_ANY
        return result

    def construct(
        self,
        cls: t.ClassAtom,
        arguments: list[Type],
        spread: Type | None,
        node: n.Node,
    ) -> Type:
        this = frozenset({cls.instance})
        self.run_constructor(cls, arguments, spread, this, node)
        return this

    def run_constructor(
        self,
        cls: t.ClassAtom,
        arguments: list[Type],
        spread: Type | None,
        this: Type,
        node: n.Node | None,
    ) -> None:
        constructor = cls.members.get("constructor")
        if constructor is not None:
            function = self.function(constructor.value)
            self.call_function(function, arguments, this, spread, node)
            return
        for base in self.read(cls.bases):
            if isinstance(base, t.ClassAtom):
                self.run_constructor(base, arguments, spread, this, node)
            elif isinstance(base, t.BuiltinAtom):
                self.builtin_super(base.name, arguments, this)

    def call_super(
        self, node: n.CallExpression, arguments: list[Type], spread: Type | None
    ) -> None:
        this = self.this_types()
        for base in self.super_types():
            if isinstance(base, t.InstanceAtom) and isinstance(base.cls, t.ClassAtom):
                self.run_constructor(base.cls, arguments, spread, this, node)
            elif isinstance(base, t.BuiltinAtom):
                self.builtin_super(base.name, arguments, this)

    def builtin_super(self, name: str, arguments: list[Type], this: Type) -> None:
        """What ``super(...)`` of a built-in class leaves on the instance."""
        if name.endswith("Error"):
            for atom in this:
                if isinstance(atom, t.InstanceAtom):
                    atom.present.update(("message", "name", "stack"))

    def new_builtin(
        self,
        name: str,
        arguments: list[Type],
        spread: Type | None,
        node: n.Node,
    ) -> Type:
        if name == "Promise":
            promise = self.promise_at(node, node)
            if arguments:
                self.call_all(
                    arguments[0],
                    [
                        frozenset({self.resolver(promise, "resolve")}),
                        frozenset({self.resolver(promise, "reject")}),
                    ],
                    node,
                )
            return frozenset({promise})
        if name.endswith("Error"):
            return frozenset({self.error(name)})
        if name == "Object" and not arguments:
            return frozenset({self.object_at(node, node)})
        if name == "Map" and not arguments:
            return frozenset({self.map_at(node, node)})
        if name in ("Set", "WeakSet") and not arguments:
            return frozenset({self.set_at(node, node)})
        found = self.signatures.find("constructors", f"new {name}")
        if found is None:
            found = self.signatures.find("constructors", name)
        chosen = overload(found, len(arguments)) if found else None
        if chosen is None:
            for types in arguments:
                self.escape(types)
            if spread is not None:
                self.escape(spread)
            return t.T_ANY
        return self.apply(chosen, {}, arguments, spread, node)

    def receiver_scope(self, receiver: Atom, owner: str) -> dict[str, t.Cell]:
        variables = self.signatures.variables(owner)
        this = {"this": t.Cell(frozenset({receiver}))}
        if not variables:
            return this
        cells: list[t.Cell] = []
        if isinstance(receiver, (t.ArrayAtom, t.SetAtom)):
            cells = [receiver.elem]
        elif isinstance(receiver, t.MapAtom):
            cells = [receiver.key, receiver.value]
        elif isinstance(receiver, t.GeneratorAtom):
            cells = [receiver.elem, receiver.result, receiver.sent]
        return {**this, **dict(zip(variables, cells))}


_RESIZING = frozenset(
    "push pop shift unshift splice sort reverse fill copyWithin".split()
)
_OF_NUMBERS = frozenset({"Math.max", "Math.min", "Math.abs", "Math.sign"})
_MODULE_FUNCTIONS = {
    "timers/promises:setTimeout": "promise",
    "timers/promises:setImmediate": "promise",
}
