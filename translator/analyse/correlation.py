"""What arguments of the same call say of each other.

``callback(new Error("no"))`` and ``callback(null, value)``: where the first parameter is null
the second one is there. Each call's arguments are kept apart, so that what a condition says of
one parameter is said of the others, too.
"""

from __future__ import annotations

from ..parse import nodes as n
from . import types as t
from .engine import Engine
from .env import Env
from .scopes import Binding, Scopes
from .signatures import Signatures
from .types import Cell, Type


class Correlation(Engine):
    def __init__(self, scopes: Scopes, signatures: Signatures) -> None:
        super().__init__(scopes, signatures)
        #: the arguments of each call of a function
        self.given: dict[t.FunctionAtom, dict[n.Node, list[Cell]]] = {}
        #: functions that are called in ways of which nothing is kept
        self.uncorrelated: set[t.FunctionAtom] = set()
        #: functions in which it matters which calls there are
        self.correlating: set[t.FunctionAtom] = set()

    def call_function(
        self,
        atom: t.FunctionAtom,
        arguments: list[Type],
        this: Type = t.NEVER,
        spread: Type | None = None,
        call: n.Node | None = None,
    ) -> Type:
        if len(atom.params) > 1:
            if call is None or spread is not None:
                self.not_correlated(atom)
            elif atom not in self.uncorrelated:
                self.keep_arguments(atom, arguments, call)
        return super().call_function(atom, arguments, this, spread, call)

    def call_unknown(self, atom: t.FunctionAtom) -> None:
        self.not_correlated(atom)
        super().call_unknown(atom)

    def not_correlated(self, atom: t.FunctionAtom) -> None:
        if atom not in self.uncorrelated:
            self.uncorrelated.add(atom)
            self.given.pop(atom, None)
            if atom in self.correlating:
                self.enqueue(atom.node)

    def keep_arguments(
        self, atom: t.FunctionAtom, arguments: list[Type], call: n.Node
    ) -> None:
        calls = self.given.setdefault(atom, {})
        cells = calls.get(call)
        if cells is None:
            cells = calls[call] = [Cell() for _ in atom.params]
            if atom in self.correlating:
                self.enqueue(atom.node)
        for position, cell in enumerate(cells):
            given = position < len(arguments)
            self.widen(cell, arguments[position] if given else t.T_UNDEFINED)

    def with_others(self, env: Env, binding: Binding, types: Type) -> Env:
        """What the calls say of other parameters, in which one is of these types."""
        function = binding.function
        if (
            function is not self.unit
            or not isinstance(function, n.Function)
            or binding.reassigned
            or len(function.params) < 2
        ):
            return env
        atom = self.functions.get(function)
        if atom is None or atom in self.uncorrelated:
            return env
        bindings = [
            self.scopes.binding_of.get(p) if isinstance(p, n.Identifier) else None
            for p in function.params
        ]
        if binding not in bindings or len(bindings) != len(atom.params):
            return env
        self.correlating.add(atom)
        place = bindings.index(binding)
        fitting = [
            cells
            for cells in self.given.get(atom, {}).values()
            if (own := self.read(cells[place])) & types or t.ANY in own
        ]
        for position, other in enumerate(bindings):
            if other is None or other is binding or other.reassigned:
                continue
            found: Type = t.NEVER
            for cells in fitting:
                found |= self.read(cells[position])
            known = env.get(other)
            known = self.read(self.cell(other)) if known is None else known
            if found < known and (found or not fitting):
                # Where no call fits (yet), nothing is there.
                env = env.with_type(other, found)
        return env
