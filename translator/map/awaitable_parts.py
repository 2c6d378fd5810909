"""Parts of templates that gather and wait take: callbacks and elements as awaitables."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.types import is_promise
from ..parse import nodes as n
from ..pytree import build as b
from .captures import CaptureMakers
from .inlined import NotInline, result_expression


class AwaitableParts(CaptureMakers):
    def awaitable_body(self, node: n.Node) -> ast.expr:
        """What a callback gives, as something that gather and wait take."""
        inlined = self.inlined(node)
        if inlined.inline:
            assert isinstance(node, n.Function)
            result = result_expression(node)
            types = self.type_of(result)
            if is_promise(types):
                made = inlined.part(lambda: self.awaitable(result))
                if not self.flow.begins_quietly(result):
                    made = self.begun(node, made)
                return made
            return self.helper("awaited", inlined.part(lambda: self.expr(result)))
        promise = self.only_promise(node)
        if promise is not None:
            state = self.saved_state()
            try:
                made = inlined.part(lambda: self.awaitable(promise))
                if self.flow.begins_quietly(promise):
                    return made
                return self.begun(node, made)
            except NotInline:
                self.restore_state(state)
        results: t.Type = t.NEVER
        for atom in self.type_of(node):
            if isinstance(atom, t.FunctionAtom):
                results |= self.analysis.inference.result_of(atom)
            else:
                results |= t.T_ANY
        if is_promise(results) and (self.is_quiet(node) or self.starts_all(node)):
            # What takes an awaitable starts it.
            call = inlined.call()
            return call if self.is_quiet(node) else self.begun(node, call)
        body = inlined.body()
        return body if is_promise(results) else self.helper("awaited", body)

    def begun(self, callback: n.Node, made: ast.expr) -> ast.expr:
        """What a callback gives to a combinator, under way where somebody sees it."""
        mapping = self.scopes.parents.get(callback)
        combinator = self.scopes.parents.get(mapping) if mapping is not None else None
        if (
            combinator is not None
            and self.flow.is_combinator(combinator)
            and self.flow.first_waits.starts_late(callback)
        ):
            return self.started(made, callback, quiet=False)
        return made

    def combined(self, node: n.Node) -> ast.expr:
        """An element of a combinator: gather and wait take awaitables only."""
        types = self.type_of(node)
        if is_promise(types):
            return self.awaitable(node) if self.flow.is_cold(node) else self.expr(node)
        self.no_thenable(node)
        return self.helper(self.plain_helper(node), self.expr(node))

    def awaitables(self, node: n.Node) -> ast.expr:
        """A list of promises (or values) as something to spread into a combinator."""
        items = self.analysis.inference.iterated(self.type_of(node))
        value = self.iterable(node)
        if is_promise(items) or not items:
            return value
        return b.call("map", self.helper_name("awaited"), value)
