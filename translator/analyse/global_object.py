"""Properties that a program gives to the global object: ``globalThis.config = {}``.

They are variables of the whole program (ECMA-262 section 9.1.1.4), and are written so
before anything is inferred: ``var config`` at its top, ``config = {}`` where it is set; what the host has,
``globalThis.setTimeout``, by its name. A name that something else has stays as it is.
"""

from __future__ import annotations

from ..parse import nodes as n
from .global_imports import HOST_NAMES
from .scopes import Scopes
from .signatures import Signatures

_NAMES = frozenset({"globalThis", "global"})


def declare_globals(scopes: Scopes, signatures: Signatures) -> bool:
    """Write such properties as variables. Returns whether there was any."""
    if _NAMES.isdisjoint(scopes.globals):
        return False
    found: dict[str, list[n.MemberExpression]] = {}
    for node in scopes.parents:
        if (
            isinstance(node, n.MemberExpression)
            and not node.computed
            and isinstance(node.object, n.Identifier)
            and node.object.name in _NAMES
            and node.object not in scopes.binding_of
            and isinstance(node.property, n.Identifier)
        ):
            found.setdefault(node.property.name, []).append(node)
    taken = {binding.name for binding in scopes.bindings}
    declared = []
    changed = False
    for name, places in found.items():
        is_set = any(_is_set(place, scopes.parents.get(place)) for place in places)
        if name in taken or _is_of_host(name, signatures) == is_set:
            continue
        if is_set:
            declared.append(name)
        for place in places:
            named = n.Identifier(name, start=place.start, end=place.end)
            scopes.replace(place, named)
        changed = True
    if declared:
        body = scopes.program.body
        first = next((i for i, x in enumerate(body) if not _is_directive(x)), len(body))
        body.insert(first, _declaration(declared))
    return changed


def _is_set(place: n.Node, parent: n.Node | None) -> bool:
    if isinstance(parent, n.AssignmentExpression):
        return parent.left is place
    return isinstance(parent, n.UpdateExpression)


def _is_of_host(name: str, signatures: Signatures) -> bool:
    return (
        name in HOST_NAMES
        or name in signatures.tables
        or signatures.find("globals", name) is not None
        or signatures.find("constructors", f"new {name}") is not None
    )


def _is_directive(statement: n.Node) -> bool:
    return isinstance(statement, n.ExpressionStatement) and bool(statement.directive)


def _declaration(names: list[str]) -> n.VariableDeclaration:
    declarators = [
        n.VariableDeclarator(n.Identifier(name, start=0, end=0), None, start=0, end=0)
        for name in names
    ]
    return n.VariableDeclaration(declarators, "var", start=0, end=0)
