"""Whether a program may wait for what nothing settles.

Node ends where nothing is left that could go on (its documentation, ``process``, exit codes:
0, and 13 for a top-level ``await``); asyncio waits for ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..parse import nodes as n
from . import types as t

if TYPE_CHECKING:
    from .inference import Inference
    from .scopes import Scopes

_LEAVING = (n.BreakStatement, n.ReturnStatement, n.ThrowStatement)


def may_wait_for_ever(scopes: Scopes, inference: Inference) -> bool:
    """``new Promise`` whose ``resolve`` and ``reject`` nobody calls or passes on; a race
    of nothing; an endless loop that waits for promises which the program settles itself.
    """
    made: set[t.PromiseAtom] = set()
    used: set[t.PromiseAtom] = set()
    endless = deferred = False
    for node, types in inference.types.items():
        if isinstance(node, n.NewExpression) and _is_promise_class(node.callee, scopes):
            executor = node.arguments[0] if node.arguments else None
            atoms = [a for a in types if isinstance(a, t.PromiseAtom)]
            if isinstance(executor, n.Function):
                made.update(atoms)
                if scopes.facts[executor].throws:
                    used.update(atoms)
        elif isinstance(node, n.CallExpression):
            if _is_empty_race(node, scopes):
                return True
            for part in (node.callee, *node.arguments):
                for atom in inference.types.get(part, t.NEVER):
                    if isinstance(atom, t.ResolverAtom):
                        used.add(atom.promise)
                        function = scopes.enclosing_function(node)
                        deferred |= function is not atom.site
        elif isinstance(node, n.AwaitExpression) and not endless:
            endless = _in_endless_loop(node, scopes)
    return bool(made - used) or (endless and deferred and bool(made))


def _is_promise_class(node: n.Node, scopes: Scopes) -> bool:
    return (
        isinstance(node, n.Identifier)
        and node.name == "Promise"
        and node not in scopes.binding_of
    )


def _is_empty_race(node: n.CallExpression, scopes: Scopes) -> bool:
    callee = node.callee
    return (
        isinstance(callee, n.MemberExpression)
        and _is_promise_class(callee.object, scopes)
        and getattr(callee.property, "name", None) == "race"
        and len(node.arguments) == 1
        and isinstance(node.arguments[0], n.ArrayExpression)
        and not node.arguments[0].elements
    )


def _in_endless_loop(node: n.Node, scopes: Scopes) -> bool:
    """Whether an ``await`` stands in a loop that has no way out."""
    current: n.Node | None = node
    while current is not None and not isinstance(current, n.Function):
        test = getattr(current, "test", None)
        if (
            isinstance(current, n.WhileStatement)
            and isinstance(test, n.BooleanLiteral)
            and test.value
        ) or (isinstance(current, n.ForStatement) and test is None):
            return not _leaves(current)
        current = scopes.parents.get(current)
    return False


def _leaves(loop: n.Node) -> bool:
    stack = [loop]
    while stack:
        node = stack.pop()
        if isinstance(node, _LEAVING):
            return True
        if not isinstance(node, n.Function):
            stack += n.children(node)
    return False
