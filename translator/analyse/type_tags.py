"""``Object.prototype.toString.call(x) === "[object Array]"``: tests of types in their old form.

They are written as what asks the same of a value, which narrows its type as well. Values with
a ``Symbol.toStringTag`` of their own (ECMA-262 20.1.3.6) are looked for by name.
"""

from __future__ import annotations

import re

from ..parse import nodes as n
from .scopes import Scopes

_TAG = re.compile(r"\[object (\w+)\]")
_TYPEOF = {"Function": "function", "String": "string", "Number": "number",
           "Boolean": "boolean", "Symbol": "symbol", "Undefined": "undefined"}  # fmt: skip
_INSTANCES = frozenset(
    {"Date", "RegExp", "Error", "Map", "Set", "WeakMap", "WeakSet", "Promise"}
)
_OPERATORS = frozenset({"===", "!==", "==", "!="})


def ask_types(scopes: Scopes) -> bool:
    """Write such tests as ``typeof``, ``instanceof`` and ``Array.isArray``.

    Returns whether there was any: the scopes have to be resolved anew then.
    """
    if "Object" not in scopes.globals:
        return False
    found = [
        (node, *asked)
        for node in scopes.parents
        if isinstance(node, n.BinaryExpression)
        and node.operator in _OPERATORS
        and (asked := _asked(node, scopes)) is not None
    ]
    if not found or any(
        isinstance(node, n.Identifier) and node.name == "toStringTag"
        for node in scopes.parents
    ):
        return False
    changed = False
    for node, value, tag in found:
        test = _test_of(value, tag, node)
        if test is not None:
            if node.operator.startswith("!"):
                test = n.UnaryExpression("!", test, start=node.start, end=node.end)
            scopes.replace(node, test)
            changed = True
    return changed


def _asked(node: n.BinaryExpression, scopes: Scopes) -> tuple[n.Expression, str] | None:
    """The value that is asked for its tag, and the tag."""
    call, text = node.left, node.right
    if isinstance(call, n.StringLiteral):
        call, text = text, call
    if not isinstance(text, n.StringLiteral) or not isinstance(call, n.CallExpression):
        return None
    tag = _TAG.fullmatch(text.value)
    callee = call.callee
    if tag is None or not n.is_member(callee, "call") or len(call.arguments) != 1:
        return None
    method, (value,) = callee.object, call.arguments
    if (
        n.is_member(method, "toString")
        and n.is_member(method.object, "prototype")
        and isinstance(method.object.object, n.Identifier)
        and method.object.object.name == "Object"
        and method.object.object not in scopes.binding_of
        and not isinstance(value, n.SpreadElement)
    ):
        return value, tag[1]
    return None


def _test_of(value: n.Expression, tag: str, at: n.Node) -> n.Expression | None:
    start, end = at.start, at.end
    if tag == "Array":
        callee = n.MemberExpression(
            n.Identifier("Array", start=start, end=end),
            n.Identifier("isArray", start=start, end=end),
            False,
            False,
            start=start,
            end=end,
        )
        return n.CallExpression(callee, [value], False, start=start, end=end)
    if tag == "Null":
        null = n.NullLiteral(start=start, end=end)
        return n.BinaryExpression("===", value, null, start=start, end=end)
    if tag in _TYPEOF:
        kind = n.UnaryExpression("typeof", value, start=start, end=end)
        word = n.StringLiteral(_TYPEOF[tag], start=start, end=end)
        return n.BinaryExpression("===", kind, word, start=start, end=end)
    if tag in _INSTANCES:
        cls = n.Identifier(tag, start=start, end=end)
        return n.BinaryExpression("instanceof", value, cls, start=start, end=end)
    return None
