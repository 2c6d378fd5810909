"""Which ``var`` names may be read before anything was assigned to them."""

from __future__ import annotations

from ..parse import nodes as n
from .scopes import Binding, FunctionNode, Scopes


def mark_early(scopes: Scopes) -> None:
    """Find the ``var`` names that may be undefined when they are read."""
    for binding in scopes.bindings:
        if binding.kind == "var" and binding.references:
            binding.early = read_early(scopes, binding)
            if binding.early:
                scopes.early.setdefault(binding.function, []).append(binding)


def read_early(scopes: Scopes, binding: Binding) -> bool:
    home = binding.scope.function
    sets: list[tuple[int, n.Node]] = []
    for assignment in binding.assignments:
        node: n.Node = assignment
        if isinstance(node, n.VariableDeclarator):
            parent = scopes.parents.get(node)
            loop = scopes.parents.get(parent) if parent is not None else None
            if isinstance(loop, (n.ForOfStatement, n.ForInStatement)):
                sets.append((node.start, loop.body))
                continue
            if node.init is None:
                if any(r.start < node.start for r in binding.references):
                    continue
        elif scopes.enclosing_function(node) is not home:
            continue
        else:
            parent = scopes.parents.get(node)
            while parent is not None and not isinstance(
                parent, (n.AssignmentExpression, n.UpdateExpression, n.Statement)
            ):
                parent = scopes.parents.get(parent)
            if not isinstance(parent, n.AssignmentExpression) or parent.operator != "=":
                continue
            node = parent
        sets.append((node.end, region(scopes, node, home)))
    writes = set(binding.assignments)
    for reference in binding.references:
        if reference in writes and not reads_too(scopes, reference):
            continue
        position = runs_at(scopes, reference, home, set())
        if not any(
            end <= position and region.start <= position <= region.end
            for end, region in sets
        ):
            return True
    return False


def reads_too(scopes: Scopes, node: n.Node) -> bool:
    parent = scopes.parents.get(node)
    return isinstance(parent, n.UpdateExpression) or (
        isinstance(parent, n.AssignmentExpression)
        and parent.left is node
        and parent.operator != "="
    )


def region(scopes: Scopes, node: n.Node, home: n.Node) -> n.Node:
    """The part of a function that only runs behind the node if it begins behind it."""
    current = node
    while current is not home:
        parent = scopes.parents.get(current)
        if parent is None:
            return home
        if isinstance(parent, n.IfStatement | n.ConditionalExpression):
            if current is not parent.test:
                return current
        elif isinstance(parent, n.LogicalExpression):
            if current is parent.right:
                return current
        elif isinstance(parent, n.SwitchCase | n.CatchClause | n.ChainExpression):
            return current
        elif isinstance(parent, n.TryStatement):
            if current is parent.block and (parent.handler or parent.finalizer):
                return current
        elif isinstance(parent, (n.WhileStatement, n.ForInStatement, n.ForOfStatement)):
            if current is parent.body:
                return current
        elif isinstance(parent, n.ForStatement):
            if current is not parent.init and current is not parent.test:
                return current
        elif isinstance(parent, n.LabeledStatement):
            return current
        current = parent
    return home


def runs_at(scopes: Scopes, node: n.Node, home: n.Node, seen: set[Binding]) -> int:
    """The earliest place of the function ``home`` at which the node may be evaluated."""
    current: n.Node = node
    function: FunctionNode = scopes.enclosing_function(node)
    while function is not home and function is not scopes.program:
        current = function
        function = scopes.enclosing_function(current)
    if current is node or not isinstance(current, n.FunctionDeclaration):
        return node.start if current is node else current.start
    binding = scopes.binding_of.get(current.id) if current.id else None
    if binding is None or binding in seen:
        return home.end
    seen.add(binding)
    return min(
        (runs_at(scopes, r, home, seen) for r in binding.references), default=home.end
    )
