"""``inherits`` of Node's util, under any name that a program gives it."""

from __future__ import annotations

from ..parse import nodes as n
from .scopes import Binding, Scopes


def is_inherits(node: n.Node, scopes: Scopes) -> bool:
    """``inherits`` of Node's util, or of the package of that name."""
    if n.is_member(node, "inherits"):
        if _is_require(node.object, ("util", "node:util")):
            return True
        return _comes_from(node.object, ("util", "node:util"), "", scopes)
    return _comes_from(node, ("inherits",), "", scopes) or _comes_from(
        node, ("util", "node:util"), "inherits", scopes
    )


def is_event_emitter(node: n.Node | None, scopes: Scopes) -> bool:
    """The class of Node's events, which prepares its instances when they are first used."""
    modules = ("events", "node:events")
    if n.is_member(node, "EventEmitter"):
        return _comes_from(node.object, modules, "", scopes)
    return node is not None and (
        _comes_from(node, modules, "", scopes)
        or _comes_from(node, modules, "EventEmitter", scopes)
    )


def _comes_from(
    node: n.Node, modules: tuple[str, ...], name: str, scopes: Scopes
) -> bool:
    """Whether a name is that of a module (``name`` empty), or of what it exports."""
    binding = scopes.binding_of.get(node) if isinstance(node, n.Identifier) else None
    if binding is None or binding.reassigned:
        return False
    declared = binding.node
    if binding.kind == "import":
        parent = scopes.parents.get(declared)
        source = getattr(parent, "source", None)
        imported = getattr(declared, "imported", None)
        return source in modules and (imported or "") in (
            (name,) if name else ("", "default")
        )
    if not isinstance(declared, n.VariableDeclarator):
        return False
    value: n.Node | None = declared.init
    if isinstance(declared.id, n.ObjectPattern):
        if not any(
            _is_pattern_of(item, binding, name, scopes)
            for item in declared.id.properties
        ):
            return False
    elif name:
        if not n.is_member(value, name):
            return False
        value = value.object
    return _is_require(value, modules) and (
        bool(name) or not isinstance(declared.id, n.ObjectPattern)
    )


def _is_pattern_of(item: n.Node, binding: Binding, name: str, scopes: Scopes) -> bool:
    return (
        isinstance(item, n.Property)
        and getattr(item.key, "name", "") == name
        and isinstance(item.value, n.Identifier)
        and scopes.binding_of.get(item.value) is binding
    )


def _is_require(node: n.Node | None, modules: tuple[str, ...]) -> bool:
    return (
        isinstance(node, n.CallExpression)
        and getattr(node.callee, "name", "") == "require"
        and len(node.arguments) == 1
        and getattr(node.arguments[0], "value", None) in modules
    )
