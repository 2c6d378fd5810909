"""``Reflect`` where the language has a form of its own: ``Reflect.get(o, k)`` is ``o[k]``.

It is written so before anything is inferred (ECMA-262 section 28.1): ``has`` as ``in``,
``apply`` as the method of functions, ``construct`` as ``new``.
"""

from __future__ import annotations

from ..parse import nodes as n
from .scopes import Scopes


def write_reflection(scopes: Scopes) -> bool:
    """Write such calls in the other form. Returns whether there was any."""
    if "Reflect" not in scopes.globals:
        return False
    changed = False
    for node in list(scopes.parents):
        if isinstance(node, n.CallExpression):
            name = scopes.static_of(node, "Reflect")
            alone = isinstance(scopes.parents[node], n.ExpressionStatement)
            form = _form_of(node, name, alone) if name is not None else None
            if form is not None:
                scopes.replace(node, form)
                changed = True
    return changed


def _form_of(node: n.CallExpression, name: str, alone: bool) -> n.Expression | None:
    """``alone``: nobody looks at what the call gives."""
    at = {"start": node.start, "end": node.end}
    given = [x for x in node.arguments if isinstance(x, n.Expression)]
    if len(given) != len(node.arguments):
        return None
    if name == "get" and len(given) == 2:
        return n.MemberExpression(given[0], given[1], True, False, **at)
    if name == "has" and len(given) == 2:
        # `in` evaluates the key first.
        if any(map(n.may_act, given)):
            return None
        return n.BinaryExpression("in", given[1], given[0], **at)
    if name == "set" and len(given) == 3 and alone:
        target = n.MemberExpression(given[0], given[1], True, False, **at)
        return n.AssignmentExpression("=", target, given[2], **at)
    if name == "deleteProperty" and len(given) == 2 and alone:
        member = n.MemberExpression(given[0], given[1], True, False, **at)
        return n.UnaryExpression("delete", member, **at)
    if name == "apply" and len(given) == 3:
        called = n.MemberExpression(
            given[0], n.Identifier("apply", **at), False, False, **at
        )
        return n.CallExpression(called, [*given[1:]], False, **at)
    if name == "construct" and len(given) == 2:
        items = n.SpreadElement(given[1], start=node.start, end=node.end)
        return n.NewExpression(given[0], [items], **at)
    return None
