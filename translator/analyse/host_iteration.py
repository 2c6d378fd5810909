"""Objects of the host that iterate as their ``entries()`` do, written as calls of that.

``[...params]`` of a URLSearchParams is ``[...params.entries()]`` (Web IDL section 3.7.10,
iterable declarations: ``@@iterator`` and ``entries`` are one function). What Python has in
their place may not be iterable, or gives names alone. That a value is one of them, only the
types tell: so this step comes after the first inference.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..parse import nodes as n
from . import types as t
from .inference import Inference
from .scopes import Scopes

_STATICS = frozenset({("Array", "from"), ("Object", "fromEntries")})
_CLASSES = frozenset({"Map", "Set", "WeakMap", "WeakSet", "Headers"})


def call_entries(scopes: Scopes, inference: Inference) -> bool:
    """Write the calls. Returns whether there was any."""
    hosts = {a for a in inference.sites.values() if iterates_entries(inference, a)}
    if not hosts:
        return False
    found = [
        node
        for place in list(scopes.parents)
        for node in _iterated(place, scopes)
        if (types := inference.types.get(node, t.NEVER) - t.NULLISH) and types <= hosts
    ]
    for node in found:
        at = {"start": node.start, "end": node.end}
        name = n.Identifier("entries", **at)
        callee = n.MemberExpression(node, name, False, False, **at)  # type: ignore[arg-type]
        scopes.replace(node, n.CallExpression(callee, [], False, **at))
    return bool(found)


def iterates_entries(inference: Inference, atom: t.Atom) -> bool:
    """Whether a value is an object of the host that gives its entries."""
    find = inference.signatures.find
    return (
        isinstance(atom, t.HostAtom)
        and find(atom.name, "entries") is not None
        and find(atom.name, "@@index") is None
    )


def _iterated(place: n.Node, scopes: Scopes) -> Iterator[n.Node]:
    """What a node iterates over."""
    if isinstance(place, n.SpreadElement):
        if not isinstance(scopes.parents.get(place), n.ObjectExpression):
            yield place.argument
    elif isinstance(place, n.ForOfStatement):
        yield place.right
    elif isinstance(place, n.YieldExpression):
        if place.delegate and place.argument is not None:
            yield place.argument
    elif isinstance(place, n.VariableDeclarator):
        if isinstance(place.id, n.ArrayPattern) and place.init is not None:
            yield place.init
    elif isinstance(place, (n.CallExpression, n.NewExpression)):
        if place.arguments and _iterates_first(place, scopes):
            yield place.arguments[0]


def _iterates_first(call: n.CallExpression | n.NewExpression, scopes: Scopes) -> bool:
    """Whether a built-in function or class iterates over its first argument."""
    callee = call.callee
    if isinstance(call, n.NewExpression):
        return (
            isinstance(callee, n.Identifier)
            and callee not in scopes.binding_of
            and callee.name in _CLASSES
        )
    return any(scopes.static_of(call, owner) == name for owner, name in _STATICS)
