"""Libraries whose default export takes the place of the global Promise (bluebird).

What a program says of ``Bluebird``, or of a ``Promise`` that it imports, is said of the global
Promise, with functions more: so all that is known of promises holds for theirs.
"""

from __future__ import annotations

from ..parse import nodes as n
from .scopes import Binding, Scopes

_LIBRARIES = frozenset({"bluebird"})


def unify_promises(scopes: Scopes) -> None:
    """Make the names of such libraries the global Promise."""
    for binding in list(scopes.module.bindings.values()):
        if binding.reassigned or not imports_promise(binding, scopes):
            continue
        for reference in binding.references:
            reference.name = "Promise"
            scopes.binding_of.pop(reference, None)
            scopes.globals.setdefault("Promise", []).append(reference)
        binding.references.clear()
        scopes.promise_imports.append(binding.node)


def imports_promise(binding: Binding, scopes: Scopes) -> bool:
    """Whether a name stands for the whole of such a library."""
    node = binding.node
    if isinstance(node, n.ImportSpecifier):
        declaration = scopes.parents.get(node)
        return (
            node.kind != "named"
            and isinstance(declaration, n.ImportDeclaration)
            and declaration.source in _LIBRARIES
        )
    return (
        isinstance(node, n.VariableDeclarator)
        and isinstance(node.id, n.Identifier)
        and isinstance(call := node.init, n.CallExpression)
        and isinstance(call.callee, n.Identifier)
        and call.callee.name == "require"
        and len(call.arguments) == 1
        and isinstance(call.arguments[0], n.StringLiteral)
        and call.arguments[0].value in _LIBRARIES
    )
