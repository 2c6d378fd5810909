"""Types of the string methods that take a pattern: what they give depends on its flags."""

from __future__ import annotations

from functools import cached_property

from ..parse import nodes as n
from . import types as t
from .instantiation import Instantiation
from .regexp_tree import Regexp
from .regexp_uses import RegexpUses
from .types import Type

_CALLABLE = (t.FunctionAtom, t.BuiltinAtom)


class RegexpCalls(Instantiation):
    @cached_property
    def regexps(self) -> RegexpUses:
        return RegexpUses(self.scopes)

    def pattern_method(
        self, method: str, arguments: list[Type], node: n.Node
    ) -> Type | None:
        """``match``, ``replace``, ``replaceAll``, ``split``; None for what the signature says."""
        if (
            not isinstance(node, n.CallExpression)
            or not node.arguments
            or not arguments
        ):
            return None
        pattern = node.arguments[0]
        if isinstance(pattern, n.SpreadElement):
            return None
        if method == "match":
            return self.match_result(pattern, arguments[0], node)
        if method == "split":
            return self.split_result(pattern, arguments[0], node)
        callback = frozenset(
            a
            for a in (arguments[1] if len(arguments) > 1 else ())
            if isinstance(a, _CALLABLE)
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

    def split_result(self, pattern: n.Node, types: Type, node: n.Node) -> Type | None:
        """Groups are among the parts: undefined where they take no part in a match."""
        if t.REGEXP not in types:
            return None
        parsed = self.regexps.parsed(pattern)
        patterns = self.patterns_anywhere if parsed is None else [parsed]
        if not any(p.groups > len(p.sure) for p in patterns or ()):
            return None
        array = self.array_at((node, "split"), node)
        self.widen(array.elem, t.T_STRING | t.T_UNDEFINED)
        return frozenset({array})

    def replaced_parts(self, pattern: n.Node, types: Type) -> list[Type] | None:
        """What the function is called with: match, groups, place, text, named groups."""
        place: list[Type] = [t.T_NAT, t.T_STRING]
        if types and types <= t.T_STRING:
            return [t.T_STRING, *place]
        parsed = (
            self.regexps.parsed(pattern) if types == frozenset({t.REGEXP}) else None
        )
        if parsed is None:
            return None
        groups = [
            t.T_STRING if index in parsed.sure else t.T_STRING | t.T_UNDEFINED
            for index in range(1, parsed.groups + 1)
        ]
        return [t.T_STRING, *groups, *place, *([t.T_ANY] if parsed.names else [])]

    # -- what a match holds ----------------------------------------------------------------

    def match_item(self, source: n.Node | None, index: int | None) -> Type:
        """The type of the text of a group: undefined where it may take no part."""
        if index == 0:
            return t.T_STRING
        patterns = self.match_patterns(source) if source is not None else None
        if patterns is None:
            patterns = self.patterns_anywhere
        if patterns is None:
            return t.T_STRING | t.T_UNDEFINED
        found: Type = t.NEVER
        for parsed in patterns:
            groups = range(1, parsed.groups + 1) if index is None else (index,)
            for group in groups:
                if group > parsed.groups:
                    found |= t.T_UNDEFINED
                else:
                    found |= t.T_STRING
                    if group not in parsed.sure:
                        found |= t.T_UNDEFINED
        return found or t.T_STRING

    def match_groups(self, node: n.Node) -> Type | None:
        """The type of ``match.groups`` where the names are known."""
        source = node.object if isinstance(node, n.MemberExpression) else None
        patterns = self.match_patterns(source) if source is not None else None
        if patterns is None:
            patterns = self.patterns_anywhere
        if not patterns or not all(parsed.names for parsed in patterns):
            return None
        groups = self.object_at((node, "groups"), node)
        for parsed in patterns:
            for name, index in parsed.names:
                text = t.T_STRING
                if index not in parsed.sure or len(patterns) > 1:
                    text |= t.T_UNDEFINED
                self.widen(groups.prop(name), text)
                groups.present.add(name)
        return frozenset({groups})

    @cached_property
    def patterns_anywhere(self) -> list[Regexp] | None:
        """All patterns of the program; None where one of them is not known."""
        found: list[Regexp] = []
        for site in self.regexps.sites:
            parsed = self.regexps.parsed(site)
            if parsed is None:
                return None
            found.append(parsed)
        return found

    def match_patterns(self, node: n.Node, depth: int = 4) -> list[Regexp] | None:
        """The patterns of which an expression is a match."""
        if depth == 0:
            return None
        if isinstance(node, n.ChainExpression):
            node = node.expression
        if isinstance(node, n.CallExpression):
            pattern = pattern_of(node)
            parsed = self.regexps.parsed(pattern) if pattern is not None else None
            return None if parsed is None else [parsed]
        if isinstance(node, n.AssignmentExpression):
            return self.match_patterns(node.right, depth - 1)
        if not isinstance(node, n.Identifier):
            return None
        binding = self.scopes.binding_of.get(node)
        if binding is None or binding.kind not in ("const", "let", "var"):
            return None
        found: list[Regexp] = []
        for assignment in binding.assignments:
            value = self.assigned_value(assignment)
            if value is assignment or isinstance(value, n.NullLiteral):
                continue  # declared without a value
            patterns = (
                self.match_patterns(value, depth - 1) if value is not None else None
            )
            if patterns is None:
                return None
            found += patterns
        return found or None

    def assigned_value(self, assignment: n.Node) -> n.Node | None:
        """What a variable is given; the assignment itself where it is nothing at all."""
        parent = self.scopes.parents.get(assignment)
        if isinstance(assignment, n.VariableDeclarator):
            if not isinstance(assignment.id, n.Identifier):
                return None
            if assignment.init is not None:
                return assignment.init
            above = self.scopes.parents.get(parent) if parent is not None else None
            if isinstance(above, n.ForOfStatement) and above.left is parent:
                return above.right
            return assignment
        if isinstance(parent, n.AssignmentExpression) and parent.left is assignment:
            return parent.right
        return None

    def taken_from(self, target: n.Node) -> n.Node | None:
        """What a pattern takes apart."""
        parent = self.scopes.parents.get(target)
        if isinstance(parent, n.AssignmentExpression):
            return parent.right
        if not isinstance(parent, n.VariableDeclarator):
            return None
        if parent.init is not None:
            return parent.init
        declaration = self.scopes.parents.get(parent)
        loop = self.scopes.parents.get(declaration) if declaration is not None else None
        return loop.right if isinstance(loop, n.ForOfStatement) else None


def pattern_of(call: n.CallExpression) -> n.Node | None:
    """The pattern of ``pattern.exec(text)``, ``text.match(pattern)`` and ``matchAll``."""
    callee = call.callee
    if not isinstance(callee, n.MemberExpression):
        return None
    name = getattr(callee.property, "name", "")
    if name == "exec":
        return callee.object
    return (
        call.arguments[0] if name in ("match", "matchAll") and call.arguments else None
    )
