"""Whether an AggregateError may hold another one.

``Promise.any`` is rejected with an AggregateError of what its promises were rejected with.
Where these come from functions of the program that use neither, what it holds are plain errors.
The answer needs no types: what cannot be followed by name counts as "it may".
"""

from __future__ import annotations

from ..parse import nodes as n
from .scopes import Binding, Scopes

_PLAIN_GLOBALS = frozenset(
    {"console", "Math", "JSON", "Number", "String", "Object", "Array"}
)
_PLAIN_FUNCTIONS = frozenset(
    {"setTimeout", "setInterval", "clearTimeout", "clearInterval", "String", "Number",
     "parseInt", "parseFloat", "Boolean"}
)  # fmt: skip
_VALUES = (n.StringLiteral, n.NumberLiteral, n.BooleanLiteral, n.NullLiteral,
           n.TemplateLiteral)  # fmt: skip


class Aggregates:
    """``may_nest`` is the question."""

    def __init__(self, scopes: Scopes) -> None:
        self.scopes = scopes
        self._followed: set[n.Node] = set()

    def may_nest(self) -> bool:
        for use in self.scopes.globals.get("AggregateError", ()):
            parent = self.scopes.parents.get(use)
            if not (
                isinstance(parent, n.BinaryExpression)
                and parent.operator == "instanceof"
            ):
                return True
        sites = [
            site
            for use in self.scopes.globals.get("Promise", ())
            if (site := self._site_of(use)) is not None
        ]
        return any(
            not self._is_plain(argument)
            for site in sites
            for argument in site.arguments
        )

    def _site_of(self, use: n.Node) -> n.CallExpression | None:
        """``Promise.any(...)``, of the name ``Promise``."""
        member = self.scopes.parents.get(use)
        call = self.scopes.parents.get(member) if member is not None else None
        if (
            isinstance(member, n.MemberExpression)
            and getattr(member.property, "name", None) == "any"
            and isinstance(call, n.CallExpression)
            and call.callee is member
        ):
            return call
        return None

    def _is_plain(self, node: n.Node) -> bool:
        """Whether nothing that a node runs throws or rejects with an AggregateError."""
        return all(
            self._call_is_plain(part)
            for part in n.walk(node)
            if isinstance(part, (n.CallExpression, n.AwaitExpression, n.YieldExpression,
                                 n.ThrowStatement, n.TaggedTemplateExpression))
        )  # fmt: skip

    def _call_is_plain(self, node: n.Node) -> bool:
        if isinstance(node, n.ThrowStatement):
            return isinstance(node.argument, n.NewExpression)
        if isinstance(node, n.AwaitExpression):
            return isinstance(node.argument, (n.CallExpression, n.NewExpression))
        if not isinstance(node, n.CallExpression):
            return False
        callee = node.callee
        if isinstance(callee, n.MemberExpression):
            owner = callee.object
            if isinstance(owner, n.Identifier) and owner not in self.scopes.binding_of:
                return owner.name in _PLAIN_GLOBALS
            # `names.map((name) => load(name))`: of a callback that stands there.
            return getattr(callee.property, "name", None) == "map" and all(
                isinstance(a, n.Function) for a in node.arguments
            )
        if not isinstance(callee, n.Identifier):
            return False
        binding = self.scopes.binding_of.get(callee)
        if binding is None:
            return callee.name in _PLAIN_FUNCTIONS
        made: n.Node | None = binding.node
        if isinstance(made, n.VariableDeclarator):
            made = made.init
        if binding.reassigned or not isinstance(made, n.Function):
            return isinstance(binding.scope.node, n.Function) and self._settles(binding)
        if made in self._followed:
            return True
        self._followed.add(made)
        return self._is_plain(made.body)

    def _settles(self, binding: Binding) -> bool:
        """``resolve`` and ``reject`` of an executor, given errors that are made there."""
        scope = binding.scope.node
        parent = self.scopes.parents.get(scope)
        return (
            isinstance(parent, n.NewExpression)
            and getattr(parent.callee, "name", None) == "Promise"
            and all(
                isinstance(call := self.scopes.parents.get(r), n.CallExpression)
                and all(
                    isinstance(a, (n.NewExpression, *_VALUES)) for a in call.arguments
                )
                for r in binding.references
                if r not in getattr(scope, "params", ())
            )
        )
