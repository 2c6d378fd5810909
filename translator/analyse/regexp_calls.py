"""Types of the string methods that take a pattern: what they give depends on its flags."""

from __future__ import annotations

from functools import cached_property

from ..parse import nodes as n
from . import types as t
from .instantiation import Instantiation
from .regexp_uses import RegexpUses
from .types import Type

_CALLABLE = (t.FunctionAtom, t.BuiltinAtom)


class RegexpCalls(Instantiation):
    @cached_property
    def regexps(self) -> RegexpUses:
        return RegexpUses(self.scopes)

    def call_all(self, functions: Type, arguments: list[Type], node: n.Node) -> Type:
        raise NotImplementedError

    def pattern_method(
        self, method: str, arguments: list[Type], node: n.Node
    ) -> Type | None:
        """``match``, ``replace`` and ``replaceAll``; None for what the signature says."""
        if not isinstance(node, n.CallExpression) or not node.arguments or not arguments:
            return None
        pattern = node.arguments[0]
        if isinstance(pattern, n.SpreadElement):
            return None
        if method == "match":
            return self.match_result(pattern, arguments[0], node)
        callback = frozenset(
            a for a in (arguments[1] if len(arguments) > 1 else ()) if isinstance(a, _CALLABLE)
        )
        if callback:
            given = self.replaced_parts(pattern, arguments[0])
            if given is None:
                return None
            self.call_all(callback, given, node)
        return t.T_STRING if callback else None

    def match_result(self, pattern: n.Node, types: Type, node: n.Node) -> Type | None:
        every = False if types and types <= t.T_STRING else None
        if types == frozenset({t.REGEXP}):
            every = self.regexps.has(pattern, "g")
        if every is None:
            return None
        if not every:
            return frozenset({t.MATCH, t.NULL})
        array = self.array_at((node, "match"), node)
        self.widen(array.elem, t.T_STRING)
        return frozenset({array, t.NULL})

    def replaced_parts(self, pattern: n.Node, types: Type) -> list[Type] | None:
        """What the function is called with: match, groups, place, text, named groups."""
        place: list[Type] = [t.T_NAT, t.T_STRING]
        if types and types <= t.T_STRING:
            return [t.T_STRING, *place]
        parsed = self.regexps.parsed(pattern) if types == frozenset({t.REGEXP}) else None
        if parsed is None:
            return None
        groups = [
            t.T_STRING if index in parsed.sure else t.T_STRING | t.T_UNDEFINED
            for index in range(1, parsed.groups + 1)
        ]
        return [t.T_STRING, *groups, *place, *([t.T_ANY] if parsed.names else [])]
