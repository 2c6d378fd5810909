"""Built-in functions of several arguments that a program keeps: ``const f = Math.max``.

Such a value is written as a function that calls it, ``(...values) => Math.max(...values)``,
before anything is inferred. What tells the two apart, its name or whether it is the same
function as another one, is refused of such a function.
"""

from __future__ import annotations

from ..parse import nodes as n
from .scopes import Scopes

#: How many arguments each takes; none: any number.
_TAKING = {"max": 0, "min": 0, "hypot": 0, "pow": 2, "atan2": 2, "imul": 2}
_KEEPING = (
    n.VariableDeclarator,
    n.AssignmentExpression,
    n.Property,
    n.ConditionalExpression,
    n.LogicalExpression,
    n.ReturnStatement,
    n.ArrowFunctionExpression,
)


def call_kept_functions(scopes: Scopes) -> bool:
    """Write such values as functions. Returns whether there was any."""
    if "Math" not in scopes.globals:
        return False
    changed = False
    for node in list(scopes.parents):
        if (
            isinstance(node, n.MemberExpression)
            and not node.computed
            and isinstance(node.object, n.Identifier)
            and node.object.name == "Math"
            and node.object not in scopes.binding_of
            and isinstance(node.property, n.Identifier)
            and node.property.name in _TAKING
            and _is_kept(node, scopes.parents.get(node))
        ):
            scopes.replace(node, _function_of(node, _TAKING[node.property.name]))
            changed = True
    return changed


def _is_kept(node: n.Node, parent: n.Node | None) -> bool:
    if isinstance(parent, n.AssignmentExpression):
        return parent.right is node and parent.operator == "="
    if isinstance(parent, n.Property):
        return parent.value is node
    if isinstance(parent, n.VariableDeclarator):
        return parent.init is node and isinstance(parent.id, n.Identifier)
    return isinstance(parent, _KEEPING)


def _function_of(node: n.MemberExpression, count: int) -> n.Expression:
    at = {"start": node.start, "end": node.end}
    params: list[n.Node] = []
    arguments: list[n.Expression | n.SpreadElement] = []
    if not count:
        values = n.Identifier("values", **at)
        params.append(n.RestElement(values, start=node.start, end=node.end))
        spread = n.Identifier("values", **at)
        arguments.append(n.SpreadElement(spread, start=node.start, end=node.end))
    for name in ("a", "b")[:count]:
        params.append(n.Identifier(name, **at))
        arguments.append(n.Identifier(name, **at))
    call = n.CallExpression(node, arguments, False, **at)
    return n.ArrowFunctionExpression(None, params, call, False, False, True, True, **at)
