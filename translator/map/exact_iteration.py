"""``--order exact``: ``for await``, async generators, iterators written by hand."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from ..analyse import types as t
from ..parse import nodes as n
from ..pytree import build as b
from .context import Loop
from .methods import own_returns
from .program import ProgramMapper


class ExactIteration(ProgramMapper):
    if TYPE_CHECKING:
        # -- by exact.py
        def awaited(self, node: n.Node) -> ast.expr: ...

    # -- for await -------------------------------------------------------------------------

    def for_of(self, node: n.ForOfStatement) -> None:
        """``for await`` (14.7.5.6): what is iterated at once has each item awaited."""
        if not node.is_await:
            super().for_of(node)
            return
        label = self.take_label()
        loop = Loop(node, label, is_loop=True)
        types = self.type_of(node.right) - t.NULLISH
        source = self.loop_source(node, types)
        known = bool(types) and all(map(self.gives_async_iterator, types))
        if not known:
            source = self.helper("async_iterator", source)
        target, prologue = self.loop_target(node)
        body = self.with_flags(loop, prologue + self.loop_body(loop, node.body))
        if not self.leaves_early(node):
            self.emit(b.for_(target, source, body, is_async=True))
        else:
            if known and not t.only(types, t.GeneratorAtom):
                source = b.call("aiter", source)
            items = self.temp("items")
            self.use("from contextlib import aclosing")
            self.emit(
                b.with_(
                    [(b.call("aclosing", source), self.target(items))],
                    [b.for_(target, self.load(items), body, is_async=True)],
                    is_async=True,
                )
            )
        self.after_loop(loop)

    def gives_async_iterator(self, atom: t.Atom) -> bool:
        if isinstance(atom, t.GeneratorAtom):
            return atom.is_async
        inference = self.analysis.inference
        return (
            isinstance(atom, t.InstanceAtom)
            and inference.has_method(atom, "@@asyncIterator")
        ) or (isinstance(atom, t.ObjectAtom) and "@@asyncIterator" in atom.props)

    def iterator_method(
        self,
        function: n.Function,
        name: str,
        this: str | None,
        node: n.Class | n.ObjectExpression,
    ) -> ast.stmt:
        if name != "__aiter__":
            return super().iterator_method(function, name, this, node)
        tree = self.define(function, None, name=name, this=this, method=True)
        if self.result_has_next(function):
            for inner in own_returns(tree):
                inner.value = self.helper("OwnIterator", inner.value or b.const(None))
        return tree

    # -- async generators ------------------------------------------------------------------

    def yield_expression(self, node: n.YieldExpression) -> ast.expr:
        """``yield`` of an async generator: its helper awaits the value (27.6.3.8)."""
        if not self.fn.is_async:
            return super().yield_expression(node)
        if node.argument is None:
            return b.yield_()
        if node.delegate:
            return b.yield_(self.helper("Delegate", self.expr(node.argument)))
        return b.yield_(self.expr(node.argument))

    def return_value(self, node: n.Node) -> None:
        """``return`` with a value, of an async generator: Python's own give none."""
        if not (self.fn.is_async and self.fn.is_generator):
            super().return_value(node)
            return
        value = b.await_(self.awaited(node))
        self.emit(ast.Raise(self.helper("Returned", value), None))
