"""Streams whose chunks are text, as the program calls ``setEncoding`` of them."""

from __future__ import annotations

from ..parse import nodes as n
from .scopes import Binding, Scopes

Path = tuple[Binding | str, ...]


def encoded_streams(scopes: Scopes) -> set[n.Node]:
    """The mentions of what ``setEncoding`` is called of: ``child.stdout``.

    The call is a statement of the block that the variable (which is never assigned anew) is
    declared in, or of the program for what is no variable: so it runs before any chunk comes.
    """
    encoded: set[Path] = set()
    for node in scopes.parents:
        if (
            isinstance(node, n.CallExpression)
            and isinstance(node.callee, n.MemberExpression)
            and getattr(node.callee.property, "name", "") == "setEncoding"
            and (path := path_of(node.callee.object, scopes)) is not None
            and is_certain(node, path[0], scopes)
        ):
            encoded.add(path)
    if not encoded:
        return set()
    return {
        node
        for node in scopes.parents
        if isinstance(node, (n.Identifier, n.MemberExpression))
        and path_of(node, scopes) in encoded
    }


def path_of(node: n.Node, scopes: Scopes) -> Path | None:
    """``child.stdout`` as the variable, which is never assigned anew, and its names."""
    path = scopes.path_of(node)
    if path is None or (isinstance(path[0], Binding) and path[0].reassigned):
        return None
    return path


def is_certain(call: n.Node, root: Binding | str, scopes: Scopes) -> bool:
    """Whether a call is a statement beside the declaration of the variable."""
    statement = scopes.parents.get(call)
    if not isinstance(statement, n.ExpressionStatement):
        return False
    block = scopes.parents.get(statement)
    if isinstance(root, str):
        return block is scopes.program
    declared: n.Node | None = root.node
    while declared is not None and declared is not block:
        declared = scopes.parents.get(declared)
        if isinstance(declared, n.Function):
            return block is declared.body
    return declared is block
