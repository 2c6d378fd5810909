"""Questions about the form of JavaScript code, which need no analysis."""

from __future__ import annotations

from ..parse import nodes as n


def leaves(node: n.Node) -> bool:
    """Whether a statement surely ends in return, throw, break or continue."""
    if isinstance(node, n.BlockStatement):
        return bool(node.body) and leaves(node.body[-1])
    if isinstance(node, n.IfStatement):
        return (
            node.alternate is not None
            and leaves(node.consequent)
            and leaves(node.alternate)
        )
    return isinstance(
        node,
        (n.ReturnStatement, n.ThrowStatement, n.BreakStatement, n.ContinueStatement),
    )


def is_break(node: n.Node) -> bool:
    return isinstance(node, n.BreakStatement) and node.label is None


def is_static_accessor(member: n.Node) -> bool:
    return (
        isinstance(member, n.MethodDefinition)
        and member.static
        and member.kind in ("get", "set")
    )
