"""Properties that a program gives to the global object: ``globalThis.config = {}``.

They are variables of the whole program (ECMA-262 section 9.1.1.4), and are written so
before anything is inferred: ``var config`` at its top, ``config = {}`` where it is set; what
the host has, ``globalThis.setTimeout``, by its name. A name that something else has stays.
"""

from __future__ import annotations

from ..parse import nodes as n
from .global_names import GLOBALS
from .scopes import Scopes

#: The names of the global object.
GLOBAL_OBJECT = frozenset({"globalThis", "global"})


def declare_globals(scopes: Scopes) -> bool:
    """Write such properties as variables. Returns whether there was any."""
    if GLOBAL_OBJECT.isdisjoint(scopes.globals):
        return False
    found: dict[str, list[n.MemberExpression]] = {}
    for node in scopes.parents:
        if (
            isinstance(node, n.MemberExpression)
            and not node.computed
            and isinstance(node.object, n.Identifier)
            and node.object.name in GLOBAL_OBJECT
            and node.object not in scopes.binding_of
            and isinstance(node.property, n.Identifier)
        ):
            found.setdefault(node.property.name, []).append(node)
    taken = {binding.name for binding in scopes.bindings}
    declared = []
    changed = False
    for name, places in found.items():
        set_at = [p.start for p in places if _is_set(p, scopes.parents.get(p))]
        if name in taken or (name in GLOBALS) == bool(set_at):
            continue
        if set_at:
            # Before that, the property is undefined; the name alone is a ReferenceError.
            named = scopes.globals.get(name, ())
            if any(reference.start < min(set_at) for reference in named):
                continue
            declared.append(name)
        for place in places:
            variable = n.Identifier(name, start=place.start, end=place.end)
            scopes.replace(place, variable)
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


def _is_directive(statement: n.Node) -> bool:
    return isinstance(statement, n.ExpressionStatement) and bool(statement.directive)


def _declaration(names: list[str]) -> n.VariableDeclaration:
    declarators = [
        n.VariableDeclarator(n.Identifier(name, start=0, end=0), None, start=0, end=0)
        for name in names
    ]
    return n.VariableDeclaration(declarators, "var", start=0, end=0)
