"""``Reflect`` where the language has a form of its own: ``Reflect.get(o, k)`` is ``o[k]``.

It is written so before anything is inferred (ECMA-262 section 28.1): ``has`` as ``in``,
``apply`` as the method of functions, ``construct`` as ``new``. ``Object.is(x, null)`` is
``x === null``, as with all constants but numbers (section 7.2.10, SameValue).
"""

from __future__ import annotations

from ..parse import nodes as n
from .narrowing import is_undefined
from .scopes import Scopes

_PLAIN_LITERALS = (n.NullLiteral, n.StringLiteral, n.BooleanLiteral)


def write_reflection(scopes: Scopes) -> bool:
    """Write such calls in the other form. Returns whether there was any."""
    if not scopes.globals.keys() & {"Reflect", "Object"}:
        return False
    changed = False
    for node in list(scopes.parents):
        if isinstance(node, n.CallExpression):
            name = scopes.static_of(node, "Reflect")
            alone = isinstance(scopes.parents[node], n.ExpressionStatement)
            form = _form_of(node, name, alone) if name is not None else None
            if scopes.static_of(node, "Object") == "is":
                form = _same_value(node, scopes)
            if form is not None:
                scopes.replace(node, form)
                changed = True
    return changed


def _same_value(node: n.CallExpression, scopes: Scopes) -> n.Expression | None:
    """``a === b`` for ``Object.is(a, b)``, where one of them is a constant that has neither
    a sign nor is NaN."""
    if len(node.arguments) != 2:
        return None
    first, second = node.arguments
    if isinstance(first, n.SpreadElement) or isinstance(second, n.SpreadElement):
        return None
    if any(
        isinstance(x, _PLAIN_LITERALS) or is_undefined(x, scopes.binding_of)
        for x in node.arguments
    ):
        return n.BinaryExpression("===", first, second, start=node.start, end=node.end)
    return None


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
