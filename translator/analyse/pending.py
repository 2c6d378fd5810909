"""Promises that surely are pending where they are awaited.

A promise of ``new Promise`` is settled by calls of what its executor was given (ECMA-262
27.2.1.3). Where all of these come after an ``await`` of it, that ``await`` waits.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..parse import nodes as n
from . import types as t

if TYPE_CHECKING:
    from .inference import Inference
    from .scopes import Scopes

_LOOPS = (
    n.ForStatement,
    n.ForInStatement,
    n.ForOfStatement,
    n.WhileStatement,
    n.DoWhileStatement,
)


class Pending:
    def __init__(self, scopes: Scopes, inference: Inference) -> None:
        self.scopes = scopes
        self.inference = inference

    def at(self, wait: n.AwaitExpression) -> bool:
        """Whether what a function waits for is pending when it gets there first.

        All that settles it is done behind the only call of the function, by what is only
        reached from there, or by the function itself behind the ``await``.
        """
        atoms = self.inference.types.get(wait.argument, t.NEVER)
        if not t.only(atoms, t.PromiseAtom):
            return False
        function = self.scopes.enclosing_function(wait)
        call = self._only_call(function)
        if call is None:
            return False
        home = self.scopes.enclosing_function(call)
        if not self._runs_once(home):
            return False
        for atom in atoms:
            places = self._settlers.get(atom)
            if places is None or not all(
                self._comes_after(place, call, home, wait) for place in places
            ):
                return False
        return True

    # -- what settles a promise ----------------------------------------------------------

    @cached_property
    def _settlers(self) -> dict[t.Atom, list[n.Node]]:
        """Where the resolving functions of promises are called, or given to a call.

        Of promises only that are made here, and settled by nothing that is not seen.
        """
        found: dict[t.Atom, list[n.Node]] = {}
        for node, types in self.inference.types.items():
            if isinstance(node, n.NewExpression):
                for atom in types:
                    if isinstance(atom, t.PromiseAtom) and atom.site is node:
                        # What an executor throws rejects its promise there.
                        throws = self._executor_throws(node)
                        found.setdefault(atom, []).extend([node] if throws else [])
        for node in self.inference.types:
            parts: list[n.Node] = []
            if isinstance(node, (n.CallExpression, n.NewExpression)):
                parts = [node.callee, *node.arguments]
            elif isinstance(node, n.MemberExpression):
                parts = [node.object]  # resolve.call(...)
            for part in parts:
                for atom in self.inference.types.get(part, t.NEVER):
                    if isinstance(atom, t.ResolverAtom):
                        found.setdefault(atom.promise, []).append(node)
        for atom in self.inference.escaped:
            if isinstance(atom, t.ResolverAtom):
                found.pop(atom.promise, None)
        return found

    def _executor_throws(self, node: n.NewExpression) -> bool:
        executor = node.arguments[0] if node.arguments else None
        return isinstance(executor, n.Function) and bool(
            self.scopes.facts[executor].throws
        )

    # -- order ---------------------------------------------------------------------------

    def _only_call(self, function: n.Node) -> n.Node | None:
        """The one place where a function is called, in no loop."""
        atom = self.inference.functions.get(function)
        if atom is None or atom.escapes:
            return None
        calls = set(atom.calls)
        if len(calls) != 1:
            return None
        (call,) = calls
        if not isinstance(call, n.Node) or self._in_loop(call):
            return None
        return call

    def _in_loop(self, node: n.Node) -> bool:
        current = self.scopes.parents.get(node)
        while current is not None and not isinstance(current, n.Function):
            if isinstance(current, _LOOPS):
                return True
            current = self.scopes.parents.get(current)
        return False

    def _runs_once(self, function: n.Node) -> bool:
        while function is not self.scopes.program:
            call = self._only_call(function)
            if call is None:
                return False
            outer = self.scopes.enclosing_function(call)
            if outer is function:
                return False
            function = outer
        return True

    def _comes_after(
        self, place: n.Node, call: n.Node, home: n.Node, wait: n.Node
    ) -> bool:
        """Whether a place is reached only behind the call that leads to the wait."""
        waiting = self.scopes.enclosing_function(wait)
        seen: set[n.Node] = set()
        places = [place]
        while places:
            place = places.pop()
            inside = self.scopes.enclosing_function(place)
            if inside is home:
                if place.start < call.end:
                    return False
            elif inside is waiting:
                if place.start < wait.end:
                    return False
            elif inside is self.scopes.program:
                return False
            elif inside not in seen:
                seen.add(inside)
                places += self._uses(inside)
        return True

    def _uses(self, function: n.Node) -> list[n.Node]:
        """Where a function is named, or where it stands."""
        parent = self.scopes.parents.get(function)
        name: n.Node | None = None
        if isinstance(parent, n.VariableDeclarator):
            name = parent.id
        elif isinstance(function, n.FunctionDeclaration):
            name = function.id
        if isinstance(name, n.Identifier) and name in self.scopes.binding_of:
            references = self.scopes.binding_of[name].references
            return [r for r in references if r is not name]
        return [function]
