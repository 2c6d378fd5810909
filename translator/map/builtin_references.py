"""Built-in functions as values: ``xs.map(Number)``, ``xs.reduce(Math.max)``."""

from __future__ import annotations

import ast

from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import bind, binding_of
from ..rules.type_expr import Func
from .attempts import Attempts


class BuiltinReferences(Attempts):
    def builtin_reference(self, node: n.Node) -> str | None:
        """The name of a built-in function used as a value: ``Number``, ``Math.max``."""
        if (
            isinstance(node, n.Identifier)
            and node not in self.scopes.binding_of
            and node.name in _FUNCTIONS
        ):
            return node.name
        if (
            isinstance(node, n.MemberExpression)
            and isinstance(node.object, n.Identifier)
            and node.object not in self.scopes.binding_of
            and isinstance(node.property, n.Identifier)
            and not node.computed
            and node.object.name in _NAMESPACES
        ):
            return f"{node.object.name}.{node.property.name}"
        return None

    def takes_one(self, node: n.MemberExpression) -> bool:
        """Whether a built-in function is one of a single argument, as Array.isArray."""
        found = (self.builtin_reference(node) or "").split(".")
        if len(found) != 2:
            return False
        known = self.analysis.inference.signatures.find(found[0], found[1])
        return (
            known is not None
            and len(known) == 1
            and isinstance(known[0], Func)
            and len(known[0].params) == 1
            and not known[0].params[0].rest
        )

    def builtin_function(self, node: n.Node) -> ast.expr | None:
        """A built-in function as a value: a lambda around what a call of it becomes."""
        name = self.builtin_reference(node)
        if name is None:
            return None
        inlined = self.inlined(node)
        param = inlined.param(0)
        body = inlined.body()
        if (
            isinstance(body, ast.Call)
            and len(body.args) == 1
            and not body.keywords
            and body.args[0] is param
        ):
            return body.func
        assert isinstance(param, ast.Name)
        arg = ast.arg(param.id)
        binding: Binding = binding_of(param)
        bind(arg, binding)
        return b.lambda_([arg], body)


_NAMESPACES = frozenset({"Array", "JSON", "Math", "Number", "Object", "String"})
_FUNCTIONS = frozenset(
    {"Number", "String", "Boolean", "BigInt", "parseInt", "parseFloat", "isNaN",
     "isFinite", "encodeURIComponent", "decodeURIComponent", "encodeURI", "decodeURI",
     "structuredClone", "Symbol"}
)  # fmt: skip
