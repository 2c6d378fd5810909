"""What templates of rules for libraries ask of callbacks and of options."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.types import is_promise
from ..parse import nodes as n
from .text_parts import TextParts


class LibraryParts(TextParts):
    def only_promise(self, node: n.Node) -> n.Node | None:
        """``async () => promise``: the promise, which the function only passes on."""
        if (
            isinstance(node, n.ArrowFunctionExpression)
            and node.is_async
            and not node.params
            and not isinstance(node.body, n.BlockStatement)
            and is_promise(self.type_of(node.body))
        ):
            return node.body
        return None

    def is_quiet(self, callback: n.Node) -> bool:
        """Whether nobody sees when the coroutines that a callback gives start."""
        functions = [a for a in self.type_of(callback) if isinstance(a, t.FunctionAtom)]
        return bool(functions) and all(
            self.flow.is_coroutine(f.node) and self.effects.quiet_start(f.node)
            for f in functions
        )

    def starts_all(self, callback: n.Node) -> bool:
        """``await Promise.all(xs.map(f))``: all are started in order, and at once."""
        functions = [a for a in self.type_of(callback) if isinstance(a, t.FunctionAtom)]
        mapping = self.scopes.parents.get(callback)
        if isinstance(mapping, n.CallExpression) and self.is_library_call(mapping):
            return bool(functions)
        combinator = self.scopes.parents.get(mapping) if mapping is not None else None
        if isinstance(combinator, n.CallExpression) and self.is_library_call(
            combinator
        ):
            return bool(functions)
        return (
            isinstance(combinator, n.CallExpression)
            and self.flow.is_combinator(combinator)
            and self.flow.is_cold(combinator)
            and bool(functions)
            and all(self.flow.is_coroutine(f.node) for f in functions)
        )

    def given_option(self, node: n.Node, quoted: str) -> n.Node:
        found = self.option(node, ast.literal_eval(quoted))
        assert found is not None
        return found

    def is_library_call(self, node: n.CallExpression) -> bool:
        """``await async.parallel([f, g])``: what a library calls in order, and at once."""
        return self.flow.is_cold(node) and t.only(
            self.type_of(node.callee), t.ModuleAtom
        )
