"""Whether a node is what the pattern of a rule describes, and what it captures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any

from ..parse import nodes
from .keys import Imports, member_of, normalised, origin_of
from .pattern import many, metavariable
from .schema import Rule

Captures = dict[str, nodes.Node | list[nodes.Node]]
IsGlobal = Callable[[nodes.Identifier], bool]

_NOT_COMPARED = frozenset(
    {"start", "end", "leading", "trailing", "inner", "blank_before", "raw", "directive"}
)
# What stands in a list with its own syntax is no single expression.
_NOT_ONE = (nodes.SpreadElement, nodes.RestElement, nodes.Property)


def match(
    rule: Rule, node: nodes.Node, imports: Imports, is_global: IsGlobal
) -> Captures | None:
    """What the rule's metavariables stand for in ``node``; None where it does not match.

    ``imports`` gives the import that an identifier is bound to as ``"module:name"``
    (``default`` and ``*`` as names too), ``is_global`` whether it refers to a global.
    Guards and contexts are not looked at. ``$X`` never captures a spread or a hole;
    ``$$$XS`` captures spreads as they are.
    """
    matcher = _Matcher(rule, imports, is_global)
    pattern = rule.pattern
    if not matcher.matches(pattern, node):
        return None
    return {n: c for n, c in matcher.captured.items() if n[0] not in "_."}


_FIELDS: dict[type[nodes.Node], tuple[str, ...]] = {}


def _compared(kind: type[nodes.Node]) -> tuple[str, ...]:
    """The fields of a kind of node that say what code it is."""
    found = _FIELDS.get(kind)
    if found is None:
        names = (f.name for f in fields(kind))
        found = _FIELDS[kind] = tuple(n for n in names if n not in _NOT_COMPARED)
    return found


class _Matcher:
    """One attempt. Plain names bound in the pattern are kept as ``.name``."""

    def __init__(self, rule: Rule, imports: Imports, is_global: IsGlobal) -> None:
        self.captured: Captures = {}
        self.origins = rule.from_
        self.imports = imports
        self.is_global = is_global
        self.info = rule.pattern_info

    def capture(self, name: str, found: nodes.Node | list[nodes.Node]) -> bool:
        if name == "_":
            return True
        earlier = self.captured.setdefault(name, found)
        return earlier is found or same(earlier, found)

    def matches(self, pattern: nodes.Node | None, node: nodes.Node | None) -> bool:
        if pattern is None or node is None:
            return pattern is node
        if (name := metavariable(pattern)) is not None:
            return self.one(name, pattern, node)
        if self.origins and (origin := self.origin(pattern)) is not None:
            return origin_of(node, self.imports) == origin
        if isinstance(pattern, nodes.Function):
            return self.function(pattern, node)
        if type(pattern) is not type(node):
            return _same_text(pattern, node)
        if isinstance(pattern, nodes.Identifier):
            return self.identifier(pattern, node)
        if isinstance(pattern, nodes.MemberExpression):
            return self.member(pattern, node)
        if isinstance(pattern, (nodes.ObjectExpression, nodes.ObjectPattern)):
            assert isinstance(node, (nodes.ObjectExpression, nodes.ObjectPattern))
            return self.object(pattern.properties, node.properties)
        if isinstance(pattern, nodes.Property):
            return self.property(pattern, node)
        return all(
            self.value(getattr(pattern, name), getattr(node, name))
            for name in _compared(type(pattern))
        )

    def value(self, pattern: Any, value: Any) -> bool:
        if isinstance(pattern, nodes.Node):
            return isinstance(value, nodes.Node) and self.matches(pattern, value)
        if isinstance(pattern, list):
            return self.list(pattern, value)
        return bool(pattern == value)

    def one(self, name: str, pattern: nodes.Node, node: nodes.Node) -> bool:
        if isinstance(pattern, nodes.ExpressionStatement):
            if isinstance(node, nodes.ExpressionStatement):
                node = node.expression
        elif isinstance(node, _NOT_ONE):
            return False
        return self.capture(name, node)

    def list(
        self, pattern: Sequence[nodes.Node | None], found: Sequence[nodes.Node | None]
    ) -> bool:
        at = next((i for i, item in enumerate(pattern) if many(item)), None)
        if at is None:
            return len(pattern) == len(found) and all(map(self.matches, pattern, found))
        after = len(pattern) - at - 1
        end = len(found) - after
        if end < at:
            return False
        middle = [item for item in found[at:end] if item is not None]
        name = many(pattern[at])
        assert name is not None
        return (
            len(middle) == end - at
            and all(map(self.matches, pattern[:at], found[:at]))
            and self.capture(name, middle)
            and all(map(self.matches, pattern[at + 1 :], found[end:]))
        )

    def origin(self, pattern: nodes.Node) -> str | None:
        """The import that stands in the pattern at this place."""
        if isinstance(pattern, nodes.Identifier):
            origin = self.origins.get(pattern.name)
            return None if origin is None else normalised(origin)
        if isinstance(pattern, nodes.MemberExpression) and not pattern.computed:
            origin = self.origin(pattern.object)
            name = key_name(pattern.property)
            if origin is not None and name is not None and name[0] != "$":
                return member_of(origin, name)
        return None

    def identifier(self, pattern: nodes.Identifier, node: nodes.Node) -> bool:
        assert isinstance(node, nodes.Identifier)
        if pattern.name in self.info.bound:
            return self.capture("." + pattern.name, node)
        return pattern.name == node.name and self.is_global(node)

    def member(self, pattern: nodes.MemberExpression, node: nodes.Node) -> bool:
        assert isinstance(node, nodes.MemberExpression)
        if pattern.computed != node.computed or pattern.optional != node.optional:
            return False
        if pattern.computed:
            return self.matches(pattern.object, node.object) and self.matches(
                pattern.property, node.property
            )
        return self.name(pattern.property, node.property) and self.matches(
            pattern.object, node.object
        )

    def name(self, pattern: nodes.Node, node: nodes.Node) -> bool:
        """The name of a property that is not computed."""
        if (name := metavariable(pattern)) is not None:
            return self.capture(name, node)
        return key_name(pattern) == key_name(node) is not None

    def object(
        self, pattern: Sequence[nodes.Node], found: Sequence[nodes.Node]
    ) -> bool:
        """Properties in any order, where all of the pattern's have plain names."""
        rest = next((name for item in pattern if (name := many(item))), None)
        wanted = [item for item in pattern if not many(item)]
        if not all(_key_of(item) for item in wanted):
            return self.list(pattern, found)
        left = list(found)
        for item in wanted:
            key = _key_of(item)
            at = [i for i, other in enumerate(left) if _key_of(other) == key]
            if len(at) != 1 or not self.property(item, left.pop(at[0])):
                return False
        if rest is not None:
            return self.capture(rest, left)
        return not left

    def property(self, pattern: nodes.Node, node: nodes.Node) -> bool:
        if not isinstance(pattern, nodes.Property):
            return self.matches(pattern, node)
        if not isinstance(node, nodes.Property):
            return False
        if (pattern.kind, pattern.method) != (node.kind, node.method):
            return False
        if pattern.computed != node.computed:
            return False
        match_key = self.matches if pattern.computed else self.name
        return match_key(pattern.key, node.key) and self.matches(
            pattern.value, node.value
        )

    def function(self, pattern: nodes.Function, node: nodes.Node) -> bool:
        """A function; an arrow in the pattern stands also for a ``function`` that does
        not look at its own ``this``, ``arguments`` or name."""
        if not isinstance(node, nodes.Function):
            return False
        if type(pattern) is not type(node):
            if not isinstance(pattern, nodes.ArrowFunctionExpression):
                return False
            if not isinstance(node, nodes.FunctionExpression) or _uses_own(node):
                return False
        if (pattern.is_async, pattern.generator) != (node.is_async, node.generator):
            return False
        if pattern.id is not None:
            if node.id is None or not self.name(pattern.id, node.id):
                return False
        elif node.id is not None:  # by which it may call itself
            return False
        return self.list(pattern.params, node.params) and self.body(pattern, node)

    def body(self, pattern: nodes.Function, node: nodes.Function) -> bool:
        wanted, found = pattern.body, node.body
        if not isinstance(wanted, nodes.BlockStatement):
            result = result_of(node)
            if result is None and id(pattern) in self.info.ignored:
                result = _only_effect(found)
            return result is not None and self.matches(wanted, result)
        if isinstance(found, nodes.BlockStatement) and self.list(
            wanted.body, found.body
        ):
            return True
        # `{ E; }` in a pattern says that the result does not matter.
        if len(wanted.body) == 1 and isinstance(
            statement := wanted.body[0], nodes.ExpressionStatement
        ):
            result = result_of(node)
            return result is not None and self.matches(statement.expression, result)
        return False


def result_of(function: nodes.Function) -> nodes.Node | None:
    """The expression that is all of the function: ``=> E`` or ``{ return E; }``."""
    body = function.body
    if not isinstance(body, nodes.BlockStatement):
        return body
    if len(body.body) == 1 and isinstance(only := body.body[0], nodes.ReturnStatement):
        return only.argument
    return None


def _only_effect(body: nodes.Node) -> nodes.Node | None:
    """The expression of a block ``{ E; }``."""
    if isinstance(body, nodes.BlockStatement) and len(body.body) == 1:
        only = body.body[0]
        return only.expression if isinstance(only, nodes.ExpressionStatement) else None
    return None


def key_name(node: nodes.Node) -> str | None:
    """The name that a key which is not computed has."""
    if isinstance(node, nodes.Identifier):
        return node.name
    if isinstance(node, nodes.PrivateIdentifier):
        return "#" + node.name
    if isinstance(node, nodes.StringLiteral):
        return node.value
    if isinstance(node, nodes.NumberLiteral) and isinstance(node.value, int):
        return str(node.value)
    return None


def _key_of(node: nodes.Node) -> str | None:
    """The name of a property; None for a spread, a computed or a captured one."""
    if isinstance(node, nodes.Property) and not node.computed:
        return None if metavariable(node.key) else key_name(node.key)
    return None


def _same_text(pattern: nodes.Node, node: nodes.Node) -> bool:
    """A string in the pattern stands also for a template without expressions."""
    return (
        isinstance(pattern, nodes.StringLiteral)
        and isinstance(node, nodes.TemplateLiteral)
        and not node.expressions
        and node.quasis[0].cooked == pattern.value
    )


def _uses_own(function: nodes.FunctionExpression) -> bool:
    """Whether a ``function`` looks at what an arrow has not of its own."""
    stack: list[nodes.Node] = [*function.params, function.body]
    while stack:
        node = stack.pop()
        if isinstance(node, (nodes.ThisExpression, nodes.Super, nodes.MetaProperty)):
            return True
        if isinstance(node, nodes.Identifier) and node.name in {"arguments", "eval"}:
            return True
        if isinstance(node, nodes.Function) and not isinstance(
            node, nodes.ArrowFunctionExpression
        ):
            continue
        stack += nodes.children(node)
    return False


def same(a: Any, b: Any) -> bool:
    """Whether two pieces of code are the same but for comments, blanks and positions."""
    stack: list[tuple[Any, Any]] = [(a, b)]
    while stack:
        a, b = stack.pop()
        if isinstance(a, nodes.Node):
            if type(a) is not type(b):
                return False
            stack += [(getattr(a, n), getattr(b, n)) for n in _compared(type(a))]
        elif isinstance(a, list):
            if not isinstance(b, list) or len(a) != len(b):
                return False
            stack += zip(a, b)
        elif a != b or type(a) is not type(b):
            return False
    return True
