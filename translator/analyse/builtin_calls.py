"""Types of calls of JavaScript's own functions and methods."""

from __future__ import annotations

from ..parse import nodes as n
from . import types as t
from .arithmetic import OF_NUMBERS, extreme, numeric
from .constructors import surely_runs
from .event_calls import EventCalls
from .infinities import extremes, magnitudes
from .instantiation import OF_PROMISES
from .literal_arguments import arguments_of
from .signatures import overload
from .types import Atom, Type

_TIMERS = frozenset(
    {"setTimeout", "setInterval", "setImmediate", "queueMicrotask", "process.nextTick"}
)
_NOT_IN_JSON = frozenset({t.UNDEFINED, t.SYMBOL})
_RESIZING = frozenset(
    "push pop shift unshift splice sort reverse fill copyWithin".split()
)


class BuiltinCalls(EventCalls):
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
            if len(arguments) > 1 and owner in self.members_used:
                self.members_used[owner].add(f"{method}(...)")
            special = self.special_method(atom, owner, method, arguments, spread, node)
            if special is not None:
                return special
            table = "Object#" if owner == "Object" else owner
            found = self.signatures.find(table, method)
            if found is None:
                return t.T_ANY
            chosen = overload(found, len(arguments), arguments_of(node))
            if chosen is None:
                return t.T_ANY
            result: Type = t.NEVER
            for receiver in t.ordered(atom.receiver):
                if owner == "Array" and isinstance(receiver, t.ArrayAtom):
                    if method in _RESIZING:
                        self.resize(receiver)
                scope = self.receiver_scope(receiver, owner)
                result |= self.apply(chosen, scope, arguments, spread, node)
            return result
        if name.startswith("AbortSignal."):
            self.signalled("AbortSignal", name[12:], arguments)
        if name.startswith("Promise."):
            return self.promise_static(name[8:], arguments, node)
        if name in _TIMERS:
            if arguments:
                first = 1 if name in ("setImmediate", "process.nextTick") else 2
                self.call_all(arguments[0], arguments[first:], node)
            return t.T_ANY
        if name == "JSON.stringify" and arguments:
            # Nothing comes of undefined, symbols and functions (ECMA-262 25.5.2.2).
            if arguments[0] & _NOT_IN_JSON or any(
                isinstance(a, t.CALLABLES) for a in arguments[0]
            ):
                return t.T_STRING | t.T_UNDEFINED
        if name == "JSON.parse":
            parsed = self.parsed_json(node)
            if parsed is not None:
                return parsed
        if name in ("Math.max", "Math.min") and not arguments and not spread:
            return t.T_NUMBER | extremes(name, [])
        if name in OF_NUMBERS and (arguments or spread is not None):
            kind = extreme(name, arguments if spread is None else [*arguments, spread])
            if kind == t.T_INT and self.rounds_positive(node):
                kind = t.T_NAT
            # Of no arguments at all it is an infinity.
            return kind if arguments else kind | t.T_NUMBER | extremes(name, [])
        if name == "Number" and arguments and arguments[0]:
            if arguments[0] <= t.NUMBERS | {t.BOOLEAN, t.NULL}:
                kind = frozenset({numeric(arguments[0])})
                return kind if t.NAN in kind else kind | arguments[0] & t.INFINITIES
            if self.reads_digits(name, node):
                return t.T_NAT
        if name in ("parseInt", "Number.parseInt") and self.reads_digits(name, node):
            return t.T_NAT
        if name == "Object.assign":
            return self.object_assign(arguments, node)
        if name == "Object" and not arguments and spread is None:
            return frozenset({self.object_at(node, node)})
        if name == "Object.create" and arguments == [t.T_NULL]:
            return frozenset({self.object_at(node, node)})
        if name == "require":
            return self.require(node)
        table, _, function = name.rpartition(".")
        found = self.signatures.find(table or "globals", function or name)
        if found is None and not table:
            found = self.signatures.find("constructors", name)
            if name.endswith("Error"):
                self.give_cause(name, arguments, None)
                return frozenset({self.error(name)})
        if found is None:
            for types in arguments:
                self.escape(types)
            self.unknown_calls.add(node)
            return self.rule_result(node) or t.T_ANY
        chosen = overload(found, len(arguments), arguments_of(node))
        if chosen is None:
            return t.T_ANY
        result = self.apply(chosen, {}, arguments, spread, node)
        if table == "Math" and result == t.T_NUMBER:
            # NaN and infinities go through; Python's functions raise for what else would
            # give NaN.
            given = t.join((*arguments, spread or t.NEVER))
            return t.T_NAN if t.NAN in given else result | magnitudes(given)
        return result

    def maps_digits(self, node: n.Node) -> bool:
        """``[...String(n)].map(Number)``."""
        return (
            isinstance(node, n.CallExpression)
            and isinstance(node.callee, n.MemberExpression)
            and len(node.arguments) == 1
            and isinstance(function := node.arguments[0], n.Identifier)
            and function.name == "Number"
            and function not in self.scopes.binding_of
            and self.digits.items(node.callee.object)
        )

    def reads_digits(self, name: str, node: n.Node) -> bool:
        """``Number(match[1])``, where the group matches nothing but digits."""
        if not isinstance(node, n.CallExpression) or not node.arguments:
            return False
        if name != "Number" and len(node.arguments) > 1:
            radix = node.arguments[1]
            if not isinstance(radix, n.NumberLiteral) or radix.value != 10:
                return False
        return self.digits.most(node.arguments[0]) is not None

    def rounds_positive(self, node: n.Node) -> bool:
        """``Math.floor(xs.length / 2)``: what is rounded is not negative."""
        return (
            isinstance(node, n.CallExpression)
            and len(node.arguments) == 1
            and self.quotients.never_negative(node.arguments[0])
        )

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
            for atom in t.ordered(arguments[0]):
                if isinstance(atom, t.ObjectAtom):
                    self.keep_keys(atom, "assign", names)
        for atom in t.ordered(arguments[0]):
            for source in arguments[1:]:
                if isinstance(atom, t.ObjectAtom):
                    self.copy_properties(source, atom)
                elif isinstance(atom, (t.InstanceAtom, t.ErrorAtom)):
                    for origin in t.ordered(source):
                        if isinstance(origin, t.ObjectAtom):
                            self.read(origin.keys)
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

    def special_method(
        self,
        atom: t.BuiltinAtom,
        owner: str,
        method: str,
        arguments: list[Type],
        spread: Type | None,
        node: n.Node,
    ) -> Type | None:
        if owner == "string" and method in ("match", "replace", "replaceAll", "split"):
            return self.pattern_method(method, arguments, node)
        if owner == "Array" and method == "flatMap":
            found = self.signatures.find("Array", "map")
            chosen = overload(found, 1) if found is not None else None
            array = self.array_at((node, method), node)
            for receiver in t.ordered(atom.receiver):
                if chosen is not None:
                    scope = self.receiver_scope(receiver, owner)
                    mapped = self.apply(chosen, scope, arguments, spread, node)
                    self.widen(array.elem, self.flattened(self.iterated(mapped), 1))
            return frozenset({array})
        if owner == "Array" and method == "fill" and len(arguments) == 1:
            if self.is_made_here(node):
                # All of it is filled, and nobody has seen it before.
                array = self.array_at((node, method), node)
                self.widen(array.elem, arguments[0])
                return frozenset({array})
        if owner == "Array" and method in ("concat", "flat"):
            return self.joined_arrays(atom.receiver, method, arguments, spread, node)
        if owner == "Array" and method == "map" and self.maps_digits(node):
            array = self.array_at((node, method), node)
            self.widen(array.elem, t.T_NAT)
            return frozenset({array})
        if owner == "Promise" and method in OF_PROMISES:
            result: Type = t.NEVER
            for receiver in t.ordered(atom.receiver):
                if isinstance(receiver, t.PromiseAtom):
                    result |= self.promise_method(receiver, method, arguments, node)
            return result
        if owner == "Function":
            result = t.NEVER
            for receiver in t.ordered(atom.receiver):
                if method == "call":
                    this = arguments[0] if arguments else t.NEVER
                    receiver = self.method_for(receiver, this)
                    result |= self.call(
                        frozenset({receiver}), arguments[1:], spread, this, node
                    )
                elif method == "apply":
                    this = arguments[0] if arguments else t.NEVER
                    receiver = self.method_for(receiver, this)
                    given = arguments[1] if len(arguments) > 1 else t.NEVER
                    known = self.known_items(given)
                    items = self.iterated(given) if known is None and given else None
                    result |= self.call(
                        frozenset({receiver}), known or [], items, this, node
                    )
                elif method == "bind":
                    if isinstance(receiver, t.FunctionAtom):
                        this = arguments[0] if arguments else t.NEVER
                        self.widen(receiver.this, this)
                        self.not_correlated(receiver)
                        for cell, types in zip(receiver.params, arguments[1:]):
                            self.widen(cell, types)
                        if len(arguments) > 1:
                            self.escape(frozenset({receiver}))
                            return t.T_ANY
                    result |= {receiver}
            return result
        if owner in ("AbortController", "AbortSignal"):
            self.signalled(owner, method, arguments)
        if owner == "events.EventEmitter" and isinstance(node, n.CallExpression):
            return self.event(atom.receiver, method, arguments, spread, node)
        if owner in ("Generator", "AsyncGenerator") and arguments:
            for receiver in t.ordered(atom.receiver):
                if isinstance(receiver, t.GeneratorAtom):
                    if method == "next":
                        self.widen(receiver.sent, arguments[0])
                    elif method == "return":
                        self.widen(receiver.result, arguments[0])
                    elif method == "throw":
                        self.widen(self.thrown, arguments[0])
        return None

    def method_for(self, function: Atom, this: Type) -> Atom:
        """``Array.prototype.slice`` or ``[].slice`` as the method of another object."""
        if not isinstance(function, t.BuiltinAtom):
            return function
        found = t.method_of_prototype(function.name)
        return function if found is None else self.builtin("#".join(found), this)

    def is_made_here(self, node: n.Node) -> bool:
        """Whether the receiver of a call is ``new Array(n)`` or ``Array(n)`` itself."""
        if not isinstance(node, n.CallExpression):
            return False
        made = (
            node.callee.object if isinstance(node.callee, n.MemberExpression) else None
        )
        return (
            isinstance(made, (n.NewExpression, n.CallExpression))
            and isinstance(made.callee, n.Identifier)
            and made.callee.name == "Array"
            and made.callee not in self.scopes.binding_of
        )

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
        for receiver in t.ordered(receivers):
            for item in t.ordered(self.iterated(frozenset({receiver}))):
                held: Type = frozenset({item})
                self.widen(array.elem, self.flattened(held, 8 if arguments else 1))
                if arguments and isinstance(item, t.ArrayAtom):
                    self.widen(array.elem, held)
        return frozenset({array})

    def flattened(self, types: Type, depth: int) -> Type:
        """The elements of the arrays of a type, and what is no array."""
        result: set[t.Atom] = set()
        for atom in t.ordered(types):
            if isinstance(atom, t.ArrayAtom) and depth > 0:
                inner = self.read(atom.elem)
                result |= (
                    inner if depth == 1 else self.flattened(inner, depth - 1) | inner
                )
            else:
                result.add(atom)
        return frozenset(result)

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

    def call_all(self, functions: Type, arguments: list[Type], node: n.Node) -> Type:
        """A built-in function calls its callback."""
        return self.call(functions, arguments, None, t.NEVER, (node, "callback"))  # type: ignore[arg-type]
