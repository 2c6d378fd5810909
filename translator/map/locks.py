"""``async with`` for what is acquired, used in a ``try``, and released in its ``finally``."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..options import Order
from ..parse import nodes as n
from ..pytree import build as b
from .hoisting import Hoisting

_LOCKS = frozenset({"async_mutex.Mutex", "async_mutex.Semaphore"})


class Locks(Hoisting):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: statements that acquire a lock, with the ``try`` behind them; and the latter
        self.acquiring: dict[n.Node, n.TryStatement] = {}
        self.held: set[n.Node] = set()

    def find_held(self, nodes: list[n.Node]) -> None:
        """Notes where a lock is held just for the ``try`` that follows."""
        if self.options.order is Order.EXACT:
            return
        for node, following in zip(nodes, nodes[1:]):
            if isinstance(following, n.TryStatement) and self.releases(node, following):
                self.acquiring[node] = following
                self.held.add(following)

    def releases(self, node: n.Node, following: n.TryStatement) -> bool:
        call = self.acquire_call(node)
        final = following.finalizer
        if call is None or final is None or len(final.body) != 1 or final.inner:
            return False
        only = final.body[0]
        release = only.expression if isinstance(only, n.ExpressionStatement) else None
        if not isinstance(release, n.CallExpression) or release.arguments:
            return False
        callee = release.callee
        if isinstance(node, n.ExpressionStatement):  # lock.acquire() .. lock.release()
            lock = (
                call.callee.object
                if isinstance(call.callee, n.MemberExpression)
                else None
            )
            return (
                isinstance(callee, n.MemberExpression)
                and getattr(callee.property, "name", "") == "release"
                and isinstance(lock, n.Identifier)
                and isinstance(callee.object, n.Identifier)
                and (binding := self.scopes.binding_of.get(lock)) is not None
                and binding is self.scopes.binding_of.get(callee.object)
                and not binding.reassigned
            )
        name = self.released_by(node)
        if name is None or not isinstance(callee, n.Identifier):
            return False
        binding = self.scopes.binding_of[name]
        return (
            self.scopes.binding_of.get(callee) is binding
            and binding.references == [callee]
            and not binding.reassigned
        )

    def acquire_call(self, node: n.Node) -> n.CallExpression | None:
        """``await lock.acquire()``: as a statement, or what a declaration holds."""
        value: n.Node | None = None
        if isinstance(node, n.ExpressionStatement):
            value = node.expression
        elif isinstance(node, n.VariableDeclaration) and len(node.declarations) == 1:
            value = node.declarations[0].init
        call = value.argument if isinstance(value, n.AwaitExpression) else None
        if not isinstance(call, n.CallExpression) or call.arguments:
            return None
        callee = call.callee
        if (
            isinstance(callee, n.MemberExpression)
            and getattr(callee.property, "name", "") == "acquire"
            and self.all_atoms(
                callee.object,
                lambda a: isinstance(a, t.HostAtom) and a.name in _LOCKS,
            )
        ):
            return call
        return None

    def released_by(self, node: n.Node) -> n.Identifier | None:
        """The name of the function that releases what a declaration acquires."""
        assert isinstance(node, n.VariableDeclaration)
        target = node.declarations[0].id
        if isinstance(target, n.Identifier):
            return target
        if isinstance(target, n.ArrayPattern) and len(target.elements) == 2:
            value, release = target.elements
            unused = value is None or (
                isinstance(value, n.Identifier)
                and not self.scopes.binding_of[value].references
            )
            if unused and isinstance(release, n.Identifier):
                return release
        return None

    def hold(self, node: n.Node, guarded: n.TryStatement) -> None:
        call = self.acquire_call(node)
        assert call is not None and isinstance(call.callee, n.MemberExpression)
        self.hold_while(self.expr(call.callee.object), guarded)

    def hold_while(self, lock: ast.expr, guarded: n.TryStatement) -> None:
        """``async with`` around the body of a ``try`` whose ``finally`` only releases."""
        if guarded.handler is None:
            body = self.body(guarded.block)
        else:
            final, guarded.finalizer = guarded.finalizer, None
            self.held.discard(guarded)
            try:
                body = self.statements([guarded])
            finally:
                guarded.finalizer = final
                self.held.add(guarded)
        self.emit(b.with_([(lock, None)], body, is_async=True))
