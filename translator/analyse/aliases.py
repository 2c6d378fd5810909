"""Names that a program gives to JavaScript's own functions: ``const { floor } = Math``.

``floor(x)`` is ``Math.floor(x)``, and is written so before anything is inferred: rules,
signatures and proofs about ``Math.floor`` hold for it. A declaration that nobody needs then
is left out. Only functions that do not look at their ``this`` may be called by a name of
their own; those of prototypes are given one by ``call`` and ``apply``. Symbols of protocols
are written out too: ``const { iterator } = Symbol``.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..parse import nodes as n
from ..rules.type_expr import Func, Prim
from .scopes import Binding, Scopes
from .signatures import Signatures

#: Namespaces whose functions need no ``this`` (ECMA-262; for console, Node's documentation).
_FREE = frozenset(
    "Array BigInt Buffer console Date JSON Math Number Object Reflect String Symbol".split()
)
_PROTOTYPES = frozenset({"Array", "Object", "String", "Number", "Function"})
#: Signatures of values by the name of their constructor.
_VALUES = {"Object": "Object#", "String": "string", "Number": "number"}
_DECLARING = ("const", "let", "var")


def replace_aliases(scopes: Scopes, signatures: Signatures) -> bool:
    """Write built-in functions out where a name stands for one; whether there was any.

    Changes the program: its scopes have to be resolved anew.
    """
    # A name of the program that is that of a namespace would catch what is written out.
    own = {binding.name for binding in scopes.bindings}
    aliases = [
        (binding, path)
        for binding in scopes.bindings
        if binding.kind in _DECLARING
        and not binding.reassigned
        and not binding.early
        and isinstance(binding.node, n.VariableDeclarator)
        and (path := _path_of(binding, binding.node, scopes))
        and path[0] not in own
        and _is_function(path, signatures)
    ]
    if not aliases:
        return False
    exported = set(_exported(scopes.program))
    for binding, path in aliases:
        for reference in binding.references:
            scopes.replace(reference, written_out(path, reference))
        if binding.name not in exported or binding.scope is not scopes.module:
            _leave_out(binding, scopes)
    return True


def _path_of(
    binding: Binding, declarator: n.VariableDeclarator, scopes: Scopes
) -> tuple[str, ...] | None:
    """``("Math", "floor")``: the names that lead to what a variable holds for good."""
    if declarator.init is None:
        return None
    path = _names(declarator.init, scopes)
    if path is None or isinstance(declarator.id, n.Identifier):
        return path
    if not isinstance(declarator.id, n.ObjectPattern):
        return None
    for item in declarator.id.properties:
        if (
            isinstance(item, n.Property)
            and isinstance(item.value, n.Identifier)
            and isinstance(item.key, n.Identifier)
            and not item.computed
            and scopes.binding_of.get(item.value) is binding
        ):
            return (*path, item.key.name)
    return None


def _names(node: n.Node, scopes: Scopes) -> tuple[str, ...] | None:
    """The names of a path that begins with a global; ``x.f.bind(x)`` is ``x.f``."""
    if (
        isinstance(node, n.CallExpression)
        and isinstance(node.callee, n.MemberExpression)
        and getattr(node.callee.property, "name", None) == "bind"
        and len(node.arguments) == 1
    ):
        path = _names(node.callee.object, scopes)
        return path if path and _names(node.arguments[0], scopes) == path[:-1] else None
    names: list[str] = []
    while isinstance(node, n.MemberExpression):
        if (
            node.computed
            or node.optional
            or not isinstance(node.property, n.Identifier)
        ):
            return None
        names.append(node.property.name)
        node = node.object
    if not isinstance(node, n.Identifier) or node in scopes.binding_of:
        return None
    return (node.name, *reversed(names))


def _is_function(path: tuple[str, ...], signatures: Signatures) -> bool:
    if len(path) == 2 and path[0] in _FREE:
        table = path[0]
    elif len(path) == 3 and path[0] in _PROTOTYPES and path[1] == "prototype":
        table = _VALUES.get(path[0], path[0])
    else:
        return False
    found = signatures.find(table, path[-1])
    if table == "Symbol" and found is not None and found[0] == Prim("symbol"):
        return True
    return found is not None and isinstance(found[0], Func)


def _exported(program: n.Program) -> Iterator[str]:
    """The names of the module that other modules may import."""
    for statement in program.body:
        if isinstance(statement, n.ExportNamedDeclaration):
            yield from (specifier.local for specifier in statement.specifiers)
            if isinstance(statement.declaration, n.VariableDeclaration):
                for node in n.walk(statement.declaration):
                    if isinstance(node, n.Identifier):
                        yield node.name


def written_out(path: tuple[str, ...], at: n.Node) -> n.Expression:
    """The names of a path as code, in the place of ``at``."""
    made: n.Expression = n.Identifier(path[0], start=at.start, end=at.end)
    for name in path[1:]:
        key = n.Identifier(name, start=at.start, end=at.end)
        made = n.MemberExpression(made, key, False, False, start=at.start, end=at.end)
    return made


def _leave_out(binding: Binding, scopes: Scopes) -> None:
    """Take a declaration out, with the statement where it is the only one in it."""
    declarator = binding.node
    assert isinstance(declarator, n.VariableDeclarator)
    if isinstance(declarator.id, n.ObjectPattern):
        kept = declarator.id.properties
        if any(isinstance(item, n.RestElement) for item in kept):
            return  # what is taken out would be in the rest
        kept[:] = [
            item
            for item in kept
            if not isinstance(item, n.Property)
            or not isinstance(item.value, n.Identifier)
            or scopes.binding_of.get(item.value) is not binding
        ]
        if kept:
            return
    statement = scopes.parents[declarator]
    if not isinstance(statement, n.VariableDeclaration):
        return
    if isinstance(scopes.parents[statement], n.ForStatement):
        return  # no place for comments, and none for nothing
    statement.declarations.remove(declarator)
    if not statement.declarations:
        scopes.replace(statement, n.nothing_for(statement))
