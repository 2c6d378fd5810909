"""Types of ``new``, and of ``super(...)`` in constructors."""

from __future__ import annotations

from ..parse import nodes as n
from ..rules import type_expr as x
from ..rules.keys import normalised
from . import types as t
from .builtin_calls import BuiltinCalls
from .literal_arguments import arguments_of
from .signatures import overload
from .types import Type


class Construction(BuiltinCalls):
    def new_expression(self, node: n.NewExpression) -> Type:
        functions = self.evaluate(node.callee)
        arguments, spread = self.arguments(node)
        result: Type = t.NEVER
        for atom in t.ordered(functions):
            if isinstance(atom, t.ClassAtom):
                result |= self.construct(atom, arguments, spread, node)
            elif isinstance(atom, t.FunctionAtom):
                this = frozenset({self.instance_of(atom)})
                self.call_function(atom, arguments, this, spread, node)
                result |= this | self.given_instead(atom.node)
            elif isinstance(atom, t.BuiltinAtom):
                result |= self.new_builtin(atom.name, arguments, spread, node)
            elif isinstance(atom, t.ModuleAtom) and (
                found := self.module_signature(
                    atom, "new ", arguments_of(node), len(arguments)
                )
            ):
                result |= self.apply(found, {}, arguments, spread, node)
            else:
                self.unknown_calls.add(node)
                for types in arguments:
                    self.escape(types)
                if spread is not None:
                    self.escape(spread)
                given = self.rule_result(node)
                result |= given if given is not None else t.T_ANY
        return result

    def module_signature(
        self, atom: t.ModuleAtom, kind: str, arguments: list[n.Node], count: int
    ) -> x.Func | None:
        """The signature of what a library exports; ``kind`` is "new " for a class."""
        module, _, name = normalised(atom.name).rpartition(":")
        found = self.signatures.find(f"import {module}", kind + name)
        return overload(found, count, arguments) if found is not None else None

    def construct(
        self,
        cls: t.ClassAtom,
        arguments: list[Type],
        spread: Type | None,
        node: n.Node,
    ) -> Type:
        this = frozenset({cls.instance})
        self.run_constructor(cls, arguments, spread, this, node)
        constructor = cls.members.get("constructor")
        return this | self.given_instead(constructor.value if constructor else None)

    def given_instead(self, function: n.Node | None) -> Type:
        """The objects that a constructor returns take the place of the new one."""
        if not isinstance(function, n.Function):
            return t.NEVER
        return self.read(self.function(function).result) - t.PRIMITIVES

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
        for base in t.ordered(self.read(cls.bases)):
            if isinstance(base, t.ClassAtom):
                self.run_constructor(base, arguments, spread, this, node)
            elif isinstance(base, t.BuiltinAtom):
                self.builtin_super(base.name, arguments, spread, this)

    def call_super(
        self, node: n.CallExpression, arguments: list[Type], spread: Type | None
    ) -> None:
        this = self.this_types()
        for base in self.super_types():
            if isinstance(base, t.InstanceAtom) and isinstance(base.cls, t.ClassAtom):
                self.run_constructor(base.cls, arguments, spread, this, node)
            elif isinstance(base, t.BuiltinAtom):
                self.builtin_super(base.name, arguments, spread, this)

    def builtin_super(
        self, name: str, arguments: list[Type], spread: Type | None, this: Type
    ) -> None:
        """What ``super(...)`` of a built-in class leaves on the instance."""
        if name.endswith("Error"):
            self.give_cause(name, arguments, spread)
            for atom in t.ordered(this):
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
            self.give_cause(name, arguments, spread)
            if name == "AggregateError" and arguments:
                # What is inside of it comes out again by `errors`, as if thrown.
                self.widen(self.thrown, self.iterated(arguments[0]))
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
        chosen = overload(found, len(arguments), arguments_of(node)) if found else None
        if chosen is None:
            for types in arguments:
                self.escape(types)
            if spread is not None:
                self.escape(spread)
            return t.T_ANY
        return self.apply(chosen, {}, arguments, spread, node)
