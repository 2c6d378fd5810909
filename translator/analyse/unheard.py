"""Promises that may be rejected before anybody has attached to them.

ECMA-262 27.2.1.9 (HostPromiseRejectionTracker): Node ends the program for a rejection that
nobody handles by the time the jobs are done; a task of asyncio keeps its error until somebody
asks for it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..parse import nodes as n
from . import types as t

if TYPE_CHECKING:
    from .flow import Flow

_CHAIN = frozenset({"then", "catch", "finally"})


def unheard(flow: Flow) -> Iterator[tuple[n.VariableDeclarator, str]]:
    """The variables that hold such promises, with their names.

    The function waits for something else between the making of the promise and the first
    use of its name.
    """
    scopes = flow.scopes
    for binding in scopes.bindings:
        declarator = binding.node
        if (
            not isinstance(declarator, n.VariableDeclarator)
            or not isinstance(declarator.id, n.Identifier)
            or declarator.init is None
            or not may_fail(flow, declarator.init)
        ):
            continue
        function = scopes.enclosing_function(declarator)
        references = [r for r in binding.references if r is not declarator.id]
        if not references:
            continue  # it is started as what nobody waits for
        first = min(references, key=lambda r: r.start)
        if scopes.enclosing_function(first) is not function:
            continue  # a closure attaches to it, now or later
        if _waits_between(flow.waits.get(function, []), declarator.end, first.start):
            yield declarator, binding.name


def _waits_between(waits: Sequence[n.Node], start: int, end: int) -> bool:
    """Whether one of the waits, sorted by their starts, lies between two positions."""
    for place in range(
        bisect_left(waits, start, key=lambda wait: wait.start), len(waits)
    ):
        if waits[place].start >= end:
            return False
        if waits[place].end <= end:
            return True
    return False


def is_dropped(flow: Flow, node: n.Node) -> bool:
    """Whether a promise that may be rejected is kept under a name that nobody uses."""
    declarator = flow.scopes.parents.get(node)
    if (
        not isinstance(declarator, n.VariableDeclarator)
        or declarator.init is not node
        or not isinstance(declarator.id, n.Identifier)
    ):
        return False
    binding = flow.scopes.binding_of.get(declarator.id)
    declaration = flow.scopes.parents.get(declarator)
    above = flow.scopes.parents.get(declaration) if declaration is not None else None
    return (
        binding is not None
        and not isinstance(above, n.ExportNamedDeclaration)
        and all(r is declarator.id for r in binding.references)
        and may_fail(flow, node)
    )


def is_kept_late(flow: Flow, node: n.Node) -> bool:
    """Whether a promise that may fail is kept where nobody surely attaches to it in time."""
    if isinstance(node, n.Function):  # a callback, whose calls give the promises
        return not flow.effects.nothrow(node) and (
            flow.kept_promises.is_callback_late(node)
        )
    return may_fail(flow, node) and flow.kept_promises.late(node)


def may_fail(flow: Flow, node: n.Node) -> bool:
    """Whether an expression makes a promise that may be rejected."""
    types = flow.inference.types.get(node, t.NEVER)
    if not types or not all(isinstance(a, t.PromiseAtom) for a in types):
        return False
    if not isinstance(node, (n.CallExpression, n.NewExpression)):
        return False
    if isinstance(node, n.CallExpression) and isinstance(
        node.callee, n.MemberExpression
    ):
        name = getattr(node.callee.property, "name", None)
        if name == "catch" or (name == "then" and len(node.arguments) > 1):
            return False  # as good as handled
        if name in _CHAIN and not node.arguments:
            return may_fail(flow, node.callee.object)
        static = flow.scopes.static_of(node, "Promise")
        if static == "resolve" and not any(
            t.may_be_promise(flow.inference.types.get(a, t.T_ANY))
            for a in node.arguments[:1]
        ):
            return False
        if static in ("allSettled", "resolve", "all", "race", "any"):
            return static != "allSettled" and _part_may_fail(flow, node.arguments)
    return not flow.cannot_fail(node)


def _part_may_fail(flow: Flow, arguments: Sequence[n.Node]) -> bool:
    array = arguments[0] if arguments else None
    if not isinstance(array, n.ArrayExpression):
        return array is not None
    return any(
        item is not None
        and (may_fail(flow, item) or isinstance(item, (n.Identifier, n.SpreadElement)))
        for item in array.elements
    )
