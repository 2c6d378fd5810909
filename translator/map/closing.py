"""Loops that leave a generator early: JavaScript closes it at once."""

from __future__ import annotations

from ..analyse import types as t
from ..analyse.scopes import Binding
from ..parse import nodes as n
from .loops import Loops

_PROTOCOL_NAMES = ("@@iterator", "@@asyncIterator")


class Closing(Loops):
    #: whether async generators that nobody reads on stay as they are
    keeps_abandoned = False

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: whether somebody stops reading a generator early, once it was asked for
        self._closed: dict[n.Node, bool] = {}

    def must_close(self, node: n.ForOfStatement, types: t.Type) -> bool:
        """Whether the loop may leave a generator that has something to do at its end.

        JavaScript closes it at once (ECMA-262 7.4.11, IteratorClose), Python when it is
        collected.
        """
        if any(self.tells_iterator(a) for a in types):
            return self.leaves_early(node)
        generators = [a for a in types if isinstance(a, t.GeneratorAtom)]
        if not generators or not any(
            (
                self.has_cleanup(a.site, set())
                if isinstance(a.site, n.Function)
                else self.listens(a.site)
            )
            for a in generators
        ):
            return False
        return self.leaves_early(node)

    def listens(self, made: object) -> bool:
        """``on(emitter, name)`` of node:events: an iterator that takes its listeners back."""
        if isinstance(made, tuple):
            made = next((part for part in made if isinstance(part, n.Node)), None)
        return isinstance(made, n.CallExpression) and any(
            isinstance(a, t.ModuleAtom) and a.name.endswith("events:on")
            for a in self.type_of(made.callee)
        )

    def tells_iterator(self, atom: t.Atom) -> bool:
        """Whether an iterator written by hand has a ``return`` method to be told by."""
        if not isinstance(atom, (t.ObjectAtom, t.InstanceAtom)):
            return False
        inference = self.analysis.inference
        for name in _PROTOCOL_NAMES:
            for function in inference.property_of(atom, name, self.analysis.program):
                if not isinstance(function, t.FunctionAtom):
                    continue
                for made in inference.result_of(function):
                    if isinstance(made, t.ObjectAtom) and "return" in made.props:
                        return True
                    if isinstance(made, t.InstanceAtom) and inference.has_method(
                        made, "return"
                    ):
                        return True
        return False

    def has_cleanup(self, function: n.Function, seen: set[n.Node]) -> bool:
        """Whether closing a generator runs a ``finally`` of it, or of one that it reads."""
        if function in seen:
            return False
        seen.add(function)
        for inner in n.walk(function.body):
            if isinstance(inner, n.TryStatement) and inner.finalizer is not None:
                return True
            source: n.Node | None = None
            if isinstance(inner, n.ForOfStatement):
                source = inner.right
            elif isinstance(inner, n.YieldExpression) and inner.delegate:
                source = inner.argument
            if source is None:
                continue
            for atom in self.type_of(source):
                if (
                    isinstance(atom, t.GeneratorAtom)
                    and isinstance(atom.site, n.Function)
                    and self.has_cleanup(atom.site, seen)
                ):
                    return True
        return False

    def warn_of_abandoned(self) -> None:
        """Say where a generator that is read by hand may be left before its end.

        Python runs its ``finally`` when it is collected; JavaScript, which is not told that
        nobody reads on, never does (ECMA-262 27.5.3).
        """
        read: dict[tuple[t.GeneratorAtom, Binding | None], n.Node] = {}
        closed: set[tuple[t.GeneratorAtom, Binding | None]] = set()
        for node, types in self.analysis.types.items():
            parent = self.scopes.parents.get(node)
            if not isinstance(parent, n.MemberExpression) or parent.object is not node:
                continue
            name = getattr(parent.property, "name", None)
            if name not in ("next", "return", "throw"):
                continue
            holder = (
                self.scopes.binding_of.get(node)
                if isinstance(node, n.Identifier)
                else None
            )
            for atom in types:
                if isinstance(atom, t.GeneratorAtom):
                    if name == "next":
                        read.setdefault((atom, holder), node)
                    else:
                        closed.add((atom, holder))
        for (atom, holder), node in read.items():
            if (
                (atom, holder) not in closed
                and isinstance(atom.site, n.Function)
                and not (atom.site.is_async and self.keeps_abandoned)
                and self.has_cleanup(atom.site, set())
            ):
                self.warn(
                    node,
                    "where this generator is left before its end, Python runs its "
                    "`finally` when nobody holds it any more; JavaScript never does",
                    "read it to its end, or close it by its method return().",
                )

    # -- leaving early -------------------------------------------------------------------

    def leaves_early(self, node: n.ForOfStatement) -> bool:
        """Whether a loop may end before what it reads: break, return, an error, a close."""
        stack: list[n.Node] = [node.body]
        while stack:
            current = stack.pop()
            if isinstance(
                current, (n.BreakStatement, n.ReturnStatement, n.ThrowStatement)
            ):
                return True
            if isinstance(current, n.ContinueStatement) and current.label is not None:
                return True
            if isinstance(current, n.Function):
                continue
            if isinstance(current, (n.CallExpression, n.NewExpression)):
                if not self.effects._nothrow_call(current):
                    return True
            elif isinstance(current, n.YieldExpression):
                function = self.scopes.enclosing_function(node)
                if self.closed_early(function):
                    return True
            stack.extend(n.children(current))
        return False

    def closed_early(self, function: n.Node) -> bool:
        """Whether somebody stops reading a generator before its end."""
        known = self._closed.get(function)
        if known is not None:
            return known
        self._closed[function] = False
        result = False
        for node, types in self.analysis.types.items():
            if not any(
                isinstance(a, t.GeneratorAtom) and a.site is function for a in types
            ):
                continue
            parent = self.scopes.parents.get(node)
            if isinstance(parent, n.ForOfStatement) and parent.right is node:
                result = result or self.leaves_early(parent)
            elif isinstance(parent, n.MemberExpression):
                name = getattr(parent.property, "name", None)
                result = result or name in ("return", "throw", "take", "find", "some")
            elif isinstance(parent, n.ArrayPattern):
                result = True
        self._closed[function] = result
        return result
