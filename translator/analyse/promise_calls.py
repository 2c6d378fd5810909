"""Types of promises: ``Promise.all`` and its kin, ``then``, ``catch``, ``finally``."""

from __future__ import annotations

from ..parse import nodes as n
from . import types as t
from .json_values import JsonValues
from .types import Type


class PromiseCalls(JsonValues):
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
        if method == "timeout":  # of bluebird
            self.widen(self.thrown, frozenset({self.error("TimeoutError")}))
            self.widen(result.value, value)
            return frozenset({result})
        if method == "tap":  # of bluebird
            if arguments and value:
                self.call_all(arguments[0], [value], node)
            self.widen(result.value, value)
            return frozenset({result})
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
                if array.items is None and self.keeps_places(array):
                    array.items = [t.Cell() for _ in known]
                for position, item in enumerate(known):
                    value = self.awaited(item)
                    self.widen(array.elem, value)
                    if array.items is not None and position < len(array.items):
                        self.widen(array.items[position], value)
            else:
                self.blur(array)
                self.widen(array.elem, self.awaited(self.iterated(first)))
            self.widen(result.value, frozenset({array}))
        elif name in ("map", "mapSeries", "each"):
            # Of bluebird: a function of each element.
            items = self.awaited(self.iterated(first))
            function = arguments[1] if len(arguments) > 1 else t.NEVER
            made = self.awaited(self.call_all(function, [items, t.T_NAT], node))
            array = self.array_at(node, node)
            self.widen(array.elem, items if name == "each" else made)
            self.widen(result.value, frozenset({array}))
        elif name == "delay":
            value = arguments[1] if len(arguments) > 1 else t.T_UNDEFINED
            self.widen(result.value, self.awaited(value))
        elif name == "waterfall" and len(arguments) > 1:
            # Of async, with functions that call back: with whatever that is.
            for each in arguments:
                self.escape(each)
            return t.T_UNDEFINED
        elif name == "waterfall":
            # Of async: each function is called with what the one before gave.
            known = self.known_items(first)
            given_on: list[Type] = []
            for item in known if known is not None else [self.iterated(first)]:
                if known is None:
                    given_on = [t.T_ANY]
                given_on = [self.awaited(self.call_all(item, given_on, node))]
            self.widen(result.value, given_on[0] if given_on else t.T_UNDEFINED)
        elif name == "props":
            # Of libraries: a promise for an object in which each promise has its value.
            holder = self.object_at(node, node)
            for atom in t.ordered(first):
                if isinstance(atom, t.ObjectAtom):
                    holder.present |= atom.present
                    for key, cell in list(atom.props.items()):
                        self.widen(holder.prop(key), self.awaited(self.read(cell)))
            self.widen(result.value, frozenset({holder}))
        elif name == "allSettled":
            array = self.array_at(node, node)
            settled = self.settled_at(node, node)
            self.widen(settled.value, self.awaited(self.iterated(first)))
            self.widen(array.elem, frozenset({settled}))
            self.widen(result.value, frozenset({array}))
        else:
            return t.T_ANY
        return given
