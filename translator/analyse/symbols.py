"""Symbols as keys: which computed keys name the same symbol whenever they are evaluated.

Such a key has a name, as ``@@iterator`` is that of ``[Symbol.iterator]``: ``@@for:key`` of a
symbol that ``Symbol.for("key")`` gives, and ``@@kind@57`` of one that a variable holds, by the
place where it is made. It has to be made once: at the top of the program, or in a function
that is called there and nowhere else.
"""

from __future__ import annotations

from ..parse import nodes as n
from .scopes import LOOPS, Binding, Scopes

_REGISTERED = "@@for:"
#: The key of the method that console.log asks (Node: util, "Custom inspection functions").
INSPECT = f"{_REGISTERED}nodejs.util.inspect.custom"
#: The text that stands for a kind of object: ``[object Tag]``.
TAG = "@@toStringTag"
#: What promisify looks for, which no attribute could stand for.
_PROMISED = "nodejs.util.promisify.custom"
_UTIL = ("util", "node:util")
_DEPTH = 8


def is_symbol(name: str) -> bool:
    """Whether the name of a property is that of a symbol."""
    return name.startswith("@@")


def is_own_symbol(name: str) -> bool:
    """Whether it is that of a symbol of the program, or one shared by ``Symbol.for``."""
    return name.startswith("@@") and (
        "@" in name[2:] or name.startswith(_REGISTERED) and name != INSPECT
    )


def word_of(name: str) -> str:
    """What a name for the symbol may be made of: ``kind`` of ``@@kind@57``."""
    if name.startswith(_REGISTERED):
        return name.removeprefix(_REGISTERED).rpartition(".")[2]
    return name[2:].partition("@")[0]


def written(name: str) -> str:
    """The name of a property for people: ``[kind]`` of a symbol."""
    return f"[{word_of(name)}]" if is_symbol(name) else repr(name)


def shared_key(name: str) -> str | None:
    """What ``Symbol.for`` is called with."""
    found = name.removeprefix(_REGISTERED)
    return found if found != name else None


def symbol_name(scopes: Scopes, key: n.Node, depth: int = _DEPTH) -> str | None:
    """The name of a computed key, where it always is the same symbol."""
    if depth == 0:
        return None
    if isinstance(key, n.CallExpression):
        return _shared(scopes, key)
    if isinstance(key, n.Identifier):
        binding = scopes.binding_of.get(key)
        value = binding.held if binding is not None else None
        if binding is None or value is None or binding.early:
            return None
        return _held(scopes, binding, binding.name, value, depth)
    if (
        not isinstance(key, n.MemberExpression)
        or key.computed
        or not isinstance(key.property, n.Identifier)
    ):
        return None
    name = key.property.name
    if isinstance(key.object, n.Identifier):
        binding = scopes.binding_of.get(key.object)
        if binding is None:
            return f"@@{name}" if key.object.name == "Symbol" else None
        value = _constant_property(scopes, binding, name)
        if value is not None:
            return _held(scopes, binding, name, value, depth)
    if name == "custom" and _of_util(scopes, key.object) == "inspect":
        return INSPECT
    return None


def _held(
    scopes: Scopes, binding: Binding, name: str, value: n.Expression, depth: int
) -> str | None:
    if not is_made(scopes, value):
        return symbol_name(scopes, value, depth - 1)
    if not _once(scopes, binding.scope.function, _DEPTH) or binding.scope.loop:
        return None
    return f"@@{name}@{value.start}"


def is_made(scopes: Scopes, node: n.Node | None) -> bool:
    """``Symbol("...")``: a new symbol."""
    return (
        isinstance(node, n.CallExpression)
        and isinstance(node.callee, n.Identifier)
        and node.callee.name == "Symbol"
        and node.callee not in scopes.binding_of
    )


def _shared(scopes: Scopes, node: n.CallExpression) -> str | None:
    if scopes.static_of(node, "Symbol") == "for" and len(node.arguments) == 1:
        (key,) = node.arguments
        if isinstance(key, n.StringLiteral) and key.value != _PROMISED:
            return f"{_REGISTERED}{key.value}"
    return None


def _once(scopes: Scopes, function: n.Node, depth: int) -> bool:
    """Whether a function runs once at most: called at its place, or by its name."""
    if isinstance(function, n.Program):
        return True
    if depth == 0 or not isinstance(function, n.Function):
        return False
    place: n.Node = function
    if function.id is not None:
        binding = scopes.binding_of.get(function.id)
        if binding is None or binding.reassigned:
            return False
        if isinstance(function, n.FunctionDeclaration):
            if len(binding.references) != 1:
                return False
            (place,) = binding.references
        elif binding.references:
            return False
    call = scopes.parents.get(place)
    if isinstance(call, n.MemberExpression):  # (function () {...}).call(this)
        if getattr(call.property, "name", None) != "call" or call.object is not place:
            return False
        place, call = call, scopes.parents.get(call)
    if not isinstance(call, n.CallExpression) or call.callee is not place:
        return False
    current: n.Node | None = call
    while current is not None and not isinstance(current, (n.Function, n.Program)):
        if isinstance(current, LOOPS):
            return False
        current = scopes.parents.get(current)
    return current is not None and _once(scopes, current, depth - 1)


def _constant_property(
    scopes: Scopes, binding: Binding, name: str
) -> n.Expression | None:
    """What ``Types.name`` is, where nobody changes the object that ``Types`` holds."""
    value = binding.held
    frozen = (
        isinstance(value, n.CallExpression)
        and scopes.static_of(value, "Object") == "freeze"
        and len(value.arguments) == 1
    )
    if frozen:
        value = value.arguments[0]  # type: ignore
    if not isinstance(value, n.ObjectExpression):
        return None
    found: n.Expression | None = None
    for item in value.properties:
        if not isinstance(item, n.Property) or item.computed or item.kind != "init":
            return None
        if getattr(item.key, "name", getattr(item.key, "value", None)) == name:
            found = item.value  # type: ignore[assignment]
    if found is None or not (
        is_made(scopes, found) or isinstance(found, n.CallExpression)
    ):
        return None
    if frozen or all(_only_read(scopes, r) for r in binding.references):
        return found
    return None


def _only_read(scopes: Scopes, reference: n.Identifier) -> bool:
    member = scopes.parents.get(reference)
    if scopes.static_of(member, "Object") in ("keys", "values", "entries"):
        return True
    if (
        not isinstance(member, n.MemberExpression)
        or member.object is not reference
        or member.computed
    ):
        return False
    above = scopes.parents.get(member)
    if isinstance(above, n.CallExpression) and above.callee is member:
        return False  # it may change what it is called on
    if isinstance(above, n.AssignmentExpression) and above.left is member:
        return False
    return not (
        isinstance(above, n.UpdateExpression)
        or (isinstance(above, n.UnaryExpression) and above.operator == "delete")
        or isinstance(
            above,
            (n.ArrayPattern, n.AssignmentPattern, n.RestElement, n.ForOfStatement),
        )
        or (
            isinstance(above, n.Property)
            and isinstance(scopes.parents.get(above), n.ObjectPattern)
            and above.value is member
        )
    )


def _of_util(scopes: Scopes, node: n.Node) -> str | None:
    """``inspect`` of ``util.inspect``, or of what is imported from util."""
    if isinstance(node, n.MemberExpression) and not node.computed:
        name = getattr(node.property, "name", None)
        return name if _is_util(scopes, node.object) else None
    binding = scopes.binding_of.get(node) if isinstance(node, n.Identifier) else None
    if binding is None or binding.reassigned:
        return None
    made = binding.node
    if isinstance(made, n.ImportSpecifier):
        return made.imported if _imports_util(scopes, made) else None
    if isinstance(made, n.VariableDeclarator) and isinstance(made.id, n.ObjectPattern):
        for item in made.id.properties if _requires_util(made.init) else ():
            if isinstance(item, n.Property) and isinstance(item.value, n.Identifier):
                if scopes.binding_of.get(item.value) is binding:
                    return getattr(item.key, "name", None)
    return None


def _is_util(scopes: Scopes, node: n.Node) -> bool:
    if not isinstance(node, n.Identifier):
        return _requires_util(node)
    binding = scopes.binding_of.get(node)
    if binding is None or binding.reassigned:
        return False
    if isinstance(binding.node, n.ImportSpecifier):
        return binding.node.kind != "named" and _imports_util(scopes, binding.node)
    return _requires_util(binding.held)


def _imports_util(scopes: Scopes, specifier: n.ImportSpecifier) -> bool:
    return getattr(scopes.parents.get(specifier), "source", None) in _UTIL


def _requires_util(node: n.Node | None) -> bool:
    return (
        isinstance(node, n.CallExpression)
        and getattr(node.callee, "name", None) == "require"
        and len(node.arguments) == 1
        and getattr(node.arguments[0], "value", None) in _UTIL
    )
