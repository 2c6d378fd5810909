"""Functions that are bound to the ``this`` around them are arrow functions.

``function () {...}.bind(this)``, and the callback of ``xs.map(function () {...}, this)``, were
written before there were arrows (ECMA-262 15.3), which have no ``this`` of their own.
"""

from __future__ import annotations

from ..parse import nodes as n
from .scopes import Scopes

#: methods of arrays whose second argument is the ``this`` of the callback
_WITH_THIS = frozenset(
    {"every", "filter", "find", "findIndex", "findLast", "findLastIndex", "flatMap",
     "forEach", "map", "some"}
)  # fmt: skip


def bind_as_arrows(scopes: Scopes) -> bool:
    """Write such functions as arrows; whether there was any.

    Changes the program: its scopes have to be resolved anew.
    """
    calls = [
        node
        for node in scopes.parents
        if isinstance(node, n.CallExpression)
        and node.arguments
        and isinstance(node.arguments[-1], n.ThisExpression)
    ]
    changed = False
    own = _own_names(scopes) if calls else set()
    for call in calls:
        callee = call.callee
        if (
            not isinstance(callee, n.MemberExpression)
            or callee.optional
            or call.optional
        ):
            continue
        if n.is_member(callee, "bind") and len(call.arguments) == 1:
            arrow = _as_arrow(callee.object, scopes)
            if arrow is not None:
                scopes.replace(call, arrow)
                changed = True
            continue
        name = getattr(callee.property, "name", "")
        if callee.computed or name not in _WITH_THIS or name in own:
            continue
        if len(call.arguments) == 2:
            arrow = _as_arrow(call.arguments[0], scopes)
            if arrow is not None:
                call.arguments = [arrow]
                changed = True
    return changed


def _as_arrow(node: n.Node, scopes: Scopes) -> n.ArrowFunctionExpression | None:
    """A function expression as an arrow; None where it needs to be what it is."""
    if not isinstance(node, n.FunctionExpression) or node.generator:
        return None
    if scopes.facts[node].uses_arguments or any(
        isinstance(part, n.MetaProperty) for part in n.walk(node.body)
    ):
        return None
    if node.id is not None:
        binding = scopes.binding_of.get(node.id)
        if binding is not None and binding.references:
            return None
    return n.ArrowFunctionExpression(
        None,
        node.params,
        node.body,
        node.is_async,
        False,
        expression=False,
        start=node.start,
        end=node.end,
    )


def _own_names(scopes: Scopes) -> set[str]:
    """The names of the properties that the program itself defines, or assigns."""
    names: set[str] = set()
    for node in scopes.parents:
        key: n.Node | None = None
        if isinstance(node, (n.MethodDefinition, n.PropertyDefinition, n.Property)):
            key = node.key
        elif isinstance(node, n.AssignmentExpression) and isinstance(
            node.left, n.MemberExpression
        ):
            key = node.left.property
        names.add(getattr(key, "name", getattr(key, "value", "")))
    return names
