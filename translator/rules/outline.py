"""The outline of a node: what it looks like from afar, to tell which patterns may match.

Comparing a pattern with a node costs much more than looking up, under the node's outline,
the few patterns that were found to fit it before. An outline goes some levels deep and
holds kinds of nodes, operators, and those names and numbers that the patterns mention.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from ..parse import nodes
from .pattern import is_many, metavariable
from .schema import Rule

#: A kind of node, then what is said of its parts.
Outline = tuple[Any, ...]

_DEEPEST = 2
_WORD = re.compile(r"[A-Za-z_][\w$]*|\d+")


def words_of(rules: Iterable[Rule]) -> frozenset[str]:
    """The names and numbers that stand in the patterns."""
    return frozenset(word for rule in rules for word in _WORD.findall(rule.js))


def depth_of(rules: Iterable[Rule]) -> int:
    """How deep an outline has to go so that all of the patterns can be told apart."""
    return max((_depth(rule.pattern) for rule in rules), default=0)


def _depth(pattern: nodes.Node) -> int:
    if metavariable(pattern) is not None or is_many(pattern):
        return 0
    if isinstance(pattern, nodes.ExpressionStatement):
        return _depth(pattern.expression)
    if isinstance(pattern, (nodes.Identifier, nodes.NumberLiteral)):
        return 0
    below = max(map(_depth, nodes.children(pattern)), default=-1)
    return min(below + 1, _DEEPEST)


def outline(node: nodes.Node | None, words: frozenset[str], depth: int) -> Outline:
    """The outline of a node, for patterns that mention ``words``, so many levels deep."""
    kind = node.__class__
    if kind is nodes.Identifier:
        name = node.name  # type: ignore[union-attr]
        return kind, name if name in words else ""
    shallow = _LEAVES.get(kind)
    if shallow is not None:
        return shallow(node, words, depth)
    if depth == 0:
        return (kind,)
    make = _PARTS.get(kind)
    return (kind,) if make is None else make(node, words, depth)


def _number(node: nodes.NumberLiteral, words: frozenset[str], depth: int) -> Outline:
    text = str(node.value)
    return nodes.NumberLiteral, text if text in words else ""


def _effect(
    node: nodes.ExpressionStatement, words: frozenset[str], depth: int
) -> Outline:
    return nodes.ExpressionStatement, outline(node.expression, words, depth)


def _member(node: nodes.MemberExpression, words: frozenset[str], depth: int) -> Outline:
    return (
        nodes.MemberExpression,
        node.computed,
        node.optional,
        outline(node.property, words, depth - 1),
        outline(node.object, words, depth - 1),
    )


def _call(
    node: nodes.CallExpression | nodes.NewExpression, words: frozenset[str], depth: int
) -> Outline:
    below = depth - 1
    # The name of what is called counts as a part of the call.
    level = depth if node.callee.__class__ is nodes.MemberExpression else below
    return (
        node.__class__,
        outline(node.callee, words, level),
        *[outline(argument, words, below) for argument in node.arguments],
    )


def _binary(
    node: nodes.BinaryExpression | nodes.LogicalExpression | nodes.AssignmentExpression,
    words: frozenset[str],
    depth: int,
) -> Outline:
    return (
        node.__class__,
        node.operator,
        outline(node.left, words, depth - 1),
        outline(node.right, words, depth - 1),
    )


def _unary(node: nodes.UnaryExpression, words: frozenset[str], depth: int) -> Outline:
    argument = outline(node.argument, words, depth - 1)
    return nodes.UnaryExpression, node.operator, argument


def _await(node: nodes.AwaitExpression, words: frozenset[str], depth: int) -> Outline:
    return nodes.AwaitExpression, outline(node.argument, words, depth - 1)


def _if(node: nodes.IfStatement, words: frozenset[str], depth: int) -> Outline:
    test = outline(node.test, words, depth)
    return nodes.IfStatement, test, type(node.alternate)


_LEAVES: dict[type, Callable[..., Outline]] = {
    nodes.NumberLiteral: _number,
    nodes.ExpressionStatement: _effect,
}
_PARTS: dict[type, Callable[..., Outline]] = {
    nodes.MemberExpression: _member,
    nodes.CallExpression: _call,
    nodes.NewExpression: _call,
    nodes.BinaryExpression: _binary,
    nodes.LogicalExpression: _binary,
    nodes.AssignmentExpression: _binary,
    nodes.UnaryExpression: _unary,
    nodes.AwaitExpression: _await,
    nodes.IfStatement: _if,
}


def fits(rule: Rule, seen: Outline) -> bool:
    """Whether the rule's pattern may match a node of that outline; in doubt it may."""
    return _Fit(rule).fits(rule.pattern, seen)


class _Fit:
    def __init__(self, rule: Rule) -> None:
        self.origins = rule.from_
        self.bound = rule.pattern_info.bound

    def fits(self, pattern: nodes.Node | None, seen: Outline) -> bool:
        kind = seen[0]
        if pattern is None:
            return kind is type(None)
        if metavariable(pattern) is not None or self.is_imported(pattern):
            return True
        if isinstance(pattern, nodes.Function):
            return issubclass(kind, nodes.Function)
        if type(pattern) is not kind:
            return isinstance(pattern, nodes.StringLiteral) and (
                kind is nodes.TemplateLiteral
            )
        if isinstance(pattern, nodes.Identifier):
            return pattern.name in self.bound or pattern.name == seen[1]
        if isinstance(pattern, nodes.NumberLiteral):
            return seen[1] in ("", str(pattern.value))
        return len(seen) == 1 or self.parts_fit(pattern, seen)

    def parts_fit(self, pattern: nodes.Node, seen: Outline) -> bool:
        if isinstance(pattern, nodes.ExpressionStatement):
            return self.fits(pattern.expression, seen[1])
        if isinstance(pattern, nodes.MemberExpression):
            return (
                pattern.computed == seen[1]
                and pattern.optional == seen[2]
                and self.fits(pattern.property, seen[3])
                and self.fits(pattern.object, seen[4])
            )
        if isinstance(pattern, (nodes.CallExpression, nodes.NewExpression)):
            if not self.fits(pattern.callee, seen[1]):
                return False
            arguments = pattern.arguments
            if any(map(is_many, arguments)):
                return True
            return len(arguments) == len(seen) - 2 and all(
                map(self.fits, arguments, seen[2:])
            )
        if isinstance(
            pattern,
            (
                nodes.BinaryExpression,
                nodes.LogicalExpression,
                nodes.AssignmentExpression,
            ),
        ):
            return (
                pattern.operator == seen[1]
                and self.fits(pattern.left, seen[2])
                and self.fits(pattern.right, seen[3])
            )
        if isinstance(pattern, nodes.UnaryExpression):
            return pattern.operator == seen[1] and self.fits(pattern.argument, seen[2])
        if isinstance(pattern, nodes.AwaitExpression):
            return self.fits(pattern.argument, seen[1])
        if isinstance(pattern, nodes.IfStatement):
            return (pattern.alternate is None) == (seen[2] is type(None)) and self.fits(
                pattern.test, seen[1]
            )
        return True

    def is_imported(self, pattern: nodes.Node) -> bool:
        """Whether an import, or a property of one, stands at this place."""
        if not self.origins:
            return False
        while isinstance(pattern, nodes.MemberExpression):
            pattern = pattern.object
        return isinstance(pattern, nodes.Identifier) and pattern.name in self.origins
