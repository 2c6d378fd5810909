"""Generators whose parameters are bound when they are called, not at the first step."""

from __future__ import annotations

import ast

from ..analyse.scopes import pattern_names
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import bind
from .closures import Closures
from .context import FunctionContext


class EarlyParameters(Closures):
    """JavaScript evaluates defaults and patterns of a generator function at the call
    (ECMA-262 15.5.2, FunctionDeclarationInstantiation); all code of Python's runs later.
    """

    def binds_at_call(self, node: n.Function) -> bool:
        """Whether it could be seen that parameters are taken apart at the first step only:
        what they are made of may change until then, or the call itself has to raise."""
        if not node.generator or all(self.binds_quietly(p) for p in node.params):
            return False
        atom = self.analysis.functions.get(node)
        if atom is None or atom.escapes or not atom.calls:
            return True
        return not all(self.stepped_at_once(call) for call in atom.calls)

    def binds_quietly(self, param: n.Node) -> bool:
        if isinstance(param, n.RestElement):
            param = param.argument
        if isinstance(param, n.AssignmentPattern) and not any(
            isinstance(x, n.Identifier)
            or not (self.effects.stable(x) or self.is_plain_default(x))
            for x in n.walk(param.right)
        ):
            param = param.left
        return isinstance(param, n.Identifier)

    def stepped_at_once(self, call: n.Node) -> bool:
        """Whether nothing runs between a call of a generator function and its first step."""
        parent = self.scopes.parents.get(call)
        if isinstance(parent, n.ForOfStatement):
            return parent.right is call
        if isinstance(parent, n.VariableDeclarator):
            return isinstance(parent.id, n.ArrayPattern) and bool(parent.id.elements)
        if isinstance(parent, n.YieldExpression):
            return parent.delegate
        return isinstance(parent, n.SpreadElement) and isinstance(
            self.scopes.parents.get(parent), n.ArrayExpression
        )

    def bound_first(
        self, node: n.Function, outer: FunctionContext, is_async: bool
    ) -> tuple[FunctionContext, list[ast.stmt]]:
        """The context of a generator inside of the function that binds its parameters,
        and the statements there that make it, to be put behind those that bind."""
        for param in node.params:
            for name in pattern_names(param):
                binding = self.scopes.binding_of.get(name)
                if binding is not None:
                    self.placed[binding] = outer
        inner = FunctionContext(
            "function",
            node,
            outer,
            is_async=is_async,
            is_generator=True,
            this=outer.this,
            owner_class=outer.owner_class,
            static=outer.static,
        )
        self.homes[node] = inner
        binding = self.temp("steps", "function")
        tree = b.function(
            binding.name, b.arguments([]), [ast.Pass()], is_async=is_async
        )
        bind(tree, binding)
        inner.tree = tree
        return inner, [tree, b.ret(b.call(self.load(binding)))]
