"""Whether a program may wait for what nothing settles.

Node ends where nothing is left that could go on (its documentation, ``process``, exit codes:
0, and 13 for a top-level ``await``); asyncio waits for ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..parse import nodes as n
from . import types as t
from .sleeps import sleep_executor

if TYPE_CHECKING:
    from .inference import Inference
    from .scopes import Scopes

#: methods that keep their arguments
_KEEPING = frozenset({"push", "unshift", "set", "add"})
_LEAVING = (n.BreakStatement, n.ReturnStatement, n.ThrowStatement)


def may_wait_for_ever(scopes: Scopes, inference: Inference) -> bool:
    """``new Promise`` whose ``resolve`` and ``reject`` are not surely called, or are
    kept in a Map; a race of nothing; an endless loop that waits for promises which the program settles itself.
    """
    made: set[t.PromiseAtom] = set()
    settled: set[t.PromiseAtom] = set()
    uses: dict[t.PromiseAtom, list[n.CallExpression]] = {}
    endless = deferred = False
    for node, types in inference.types.items():
        if isinstance(node, n.NewExpression) and _is_promise_class(node.callee, scopes):
            executor = node.arguments[0] if node.arguments else None
            atoms = [a for a in types if isinstance(a, t.PromiseAtom)]
            if isinstance(executor, n.Function) and sleep_executor(node) is None:
                made.update(atoms)
                if scopes.facts[executor].throws:
                    settled.update(atoms)
        elif isinstance(node, n.CallExpression):
            if _is_empty_race(node, scopes) or _keeps_by_key(node, inference):
                return True
            made.update(_made_with_resolvers(node, types, scopes))
            for atom in _settled_by(node, inference):
                uses.setdefault(atom.promise, []).append(node)
                deferred |= scopes.enclosing_function(node) is not atom.site
        elif isinstance(node, n.AwaitExpression) and not endless:
            endless = _in_endless_loop(node, scopes)
    if endless and deferred and made:
        return True
    reach = Reach(scopes, inference)
    return any(
        not any(reach.is_reached(use, uses[atom]) for use in uses.get(atom, ()))
        for atom in made - settled
    )


def _made_with_resolvers(
    node: n.CallExpression, types: t.Type, scopes: Scopes
) -> Iterator[t.PromiseAtom]:
    """``Promise.withResolvers()``: its promise."""
    callee = node.callee
    if (
        isinstance(callee, n.MemberExpression)
        and _is_promise_class(callee.object, scopes)
        and getattr(callee.property, "name", None) == "withResolvers"
    ):
        for holder in types:
            if isinstance(holder, t.ObjectAtom) and "promise" in holder.props:
                for atom in holder.props["promise"].types:
                    if isinstance(atom, t.PromiseAtom):
                        yield atom


def _settled_by(
    node: n.CallExpression, inference: Inference
) -> Iterator[t.ResolverAtom]:
    """The resolving functions that a call calls, or gives to what is not in the file."""
    parts: list[n.Node] = [node.callee]
    callee = node.callee
    keeps = (
        isinstance(callee, n.MemberExpression)
        and getattr(callee.property, "name", None) in _KEEPING
    )
    known = inference.targets.get(node) and node not in inference.unknown_calls
    if not keeps and not known:
        parts += node.arguments
    for part in parts:
        for atom in inference.types.get(part, t.NEVER):
            if isinstance(atom, t.ResolverAtom):
                yield atom


def _keeps_by_key(node: n.CallExpression, inference: Inference) -> bool:
    """``pending.set(id, resolve)``, or an object with it: who asks for that key?"""
    callee = node.callee
    if (
        not isinstance(callee, n.MemberExpression)
        or getattr(callee.property, "name", None) != "set"
        or len(node.arguments) != 2
        or not t.only(inference.types.get(callee.object, t.NEVER), t.MapAtom)
    ):
        return False
    kept = inference.types.get(node.arguments[1], t.NEVER)
    return any(
        isinstance(a, t.ResolverAtom)
        or isinstance(a, t.ObjectAtom)
        and any(
            isinstance(held, t.ResolverAtom)
            for cell in a.props.values()
            for held in cell.types
        )
        for a in kept
    )


class Reach:
    """Whether what a program says is surely done."""

    def __init__(self, scopes: Scopes, inference: Inference) -> None:
        self.scopes = scopes
        self.inference = inference
        self._called: dict[n.Node, bool] = {}

    def is_reached(self, node: n.Node, alike: Sequence[n.Node] = ()) -> bool:
        """Whether a place is surely come to; ``alike``: places that do as well."""
        names = self._names_of_settling(node)
        current, parent = node, self.scopes.parents.get(node)
        while parent is not None:
            if isinstance(current, n.Function):
                return self._is_called(current)
            if _is_condition(parent, current):
                asked = _names(_test_of(parent))
                if not (
                    asked & names  # whether there is anything to settle
                    or asked & _assigned(current)  # whether this was done before
                    or _other_way(parent, current, alike)
                ):
                    return False
            current, parent = parent, self.scopes.parents.get(parent)
        return True

    def _names_of_settling(self, node: n.Node) -> set[str]:
        """The names in what a call calls; where it gives a resolving function away: in that."""
        if not isinstance(node, n.CallExpression):
            return set()
        types = self.inference.types
        given = [
            a
            for a in node.arguments
            if any(isinstance(x, t.ResolverAtom) for x in types.get(a, t.NEVER))
        ]
        return set().union(*map(_names, given or [node.callee]))

    def _is_called(self, function: n.Function) -> bool:
        """Whether a function is surely called, as far as the file tells."""
        known = self._called.get(function)
        if known is None:
            self._called[function] = False
            known = self._called[function] = self._find_called(function)
        return known

    def _find_called(self, function: n.Function) -> bool:
        parent = self.scopes.parents.get(function)
        if isinstance(parent, n.NewExpression):
            return True  # an executor
        if isinstance(parent, n.CallExpression):
            return self.is_reached(parent)
        atom = self.inference.functions.get(function)
        if atom is None or atom.escapes:
            return True
        if isinstance(parent, (n.MethodDefinition, n.Property)) and not atom.calls:
            return True  # it may be called by the language: iterators, accessors
        return any(self.is_reached(call) for call in atom.calls)


def _is_condition(parent: n.Node, node: n.Node) -> bool:
    """Whether a part of a statement or expression is come to on a condition."""
    if isinstance(parent, (n.IfStatement, n.ConditionalExpression)):
        return parent.test is not node
    if isinstance(parent, n.LogicalExpression):
        return parent.right is node
    if isinstance(parent, n.TryStatement):
        return parent.handler is node
    return isinstance(parent, n.SwitchCase) and parent.test is not node


def _test_of(node: n.Node) -> n.Node:
    """What decides whether the branches of a statement or expression are come to."""
    if isinstance(node, (n.IfStatement, n.ConditionalExpression)):
        return node.test
    if isinstance(node, n.LogicalExpression):
        return node.left
    return node.test if isinstance(node, n.SwitchCase) and node.test else node


def _other_way(parent: n.Node, node: n.Node, alike: Sequence[n.Node]) -> bool:
    """Whether the other branch does as well."""
    if isinstance(parent, n.TryStatement):
        return _holds_any(parent.block, alike)
    if not isinstance(parent, (n.IfStatement, n.ConditionalExpression)):
        return False
    other = parent.alternate if parent.consequent is node else parent.consequent
    return other is not None and _holds_any(other, alike)


def _holds_any(node: n.Node, places: Sequence[n.Node]) -> bool:
    return any(node.start <= p.start and p.end <= node.end for p in places)


def _assigned(node: n.Node) -> set[str]:
    """The names of the variables and properties that are assigned in a branch."""
    found: set[str] = set()
    for part in n.walk(node):
        if isinstance(part, n.AssignmentExpression):
            found |= _names(part.left)
    return found - {"this"}


def _names(node: n.Node) -> set[str]:
    return {part.name for part in n.walk(node) if isinstance(part, n.Identifier)}


def _is_promise_class(node: n.Node, scopes: Scopes) -> bool:
    return (
        isinstance(node, n.Identifier)
        and node.name == "Promise"
        and node not in scopes.binding_of
    )


def _is_empty_race(node: n.CallExpression, scopes: Scopes) -> bool:
    callee = node.callee
    return (
        isinstance(callee, n.MemberExpression)
        and _is_promise_class(callee.object, scopes)
        and getattr(callee.property, "name", None) == "race"
        and len(node.arguments) == 1
        and isinstance(node.arguments[0], n.ArrayExpression)
        and not node.arguments[0].elements
    )


def _in_endless_loop(node: n.Node, scopes: Scopes) -> bool:
    """Whether an ``await`` stands in a loop that has no way out."""
    current: n.Node | None = node
    while current is not None and not isinstance(current, n.Function):
        test = getattr(current, "test", None)
        if (
            isinstance(current, n.WhileStatement)
            and isinstance(test, n.BooleanLiteral)
            and test.value
        ) or (isinstance(current, n.ForStatement) and test is None):
            return not _leaves(current)
        current = scopes.parents.get(current)
    return False


def _leaves(loop: n.Node) -> bool:
    stack = [loop]
    while stack:
        node = stack.pop()
        if isinstance(node, _LEAVING):
            return True
        if not isinstance(node, n.Function):
            stack += n.children(node)
    return False
