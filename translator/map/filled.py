"""Indexes that are negative only where there is no element at all: Python raises then, too."""

from __future__ import annotations

import math

from ..analyse import types as t
from ..parse import nodes as n
from .bounds import Bounds
from .sums import Key

_DEPTH = 6


class FilledIndexes(Bounds):
    def raises_if_negative(self, node: n.MemberExpression) -> bool:
        """``xs[xs.length / 2 - 1]``, where the length is even: -1 only of an empty array."""
        index, owner = node.property, node.object
        key = self.path(owner)
        if (
            key is None
            or node not in self.scopes.parents
            or not self.is_integer(index)
            or not self.has_same_length(owner)
        ):
            return False
        least = 2 if self.has_even_length(owner, node) else 1
        return self.low_if_filled(index, key, least, _DEPTH) >= 0

    def has_same_length(self, owner: n.Node) -> bool:
        """Whether a function puts no other array in place of one, and does not resize it."""
        if not isinstance(owner, n.Identifier):
            return False
        binding = self.scopes.binding_of.get(owner)
        if binding is None or binding.reassigned:
            return False
        function = self.scopes.enclosing_function(owner)
        body = self.scopes.facts[function]
        if body.awaits or body.yields:
            return False
        facts = self.changes.during([function])
        types = self.type_of(owner) - t.NULLISH
        return not self.changes.hits(types - t.PRIMITIVES, facts.resized, facts)

    def has_even_length(self, owner: n.Node, place: n.Node) -> bool:
        quotients = self.analysis.inference.quotients
        return any(
            quotients.says_divisible(test, truth, length, 2)
            for test, truth, *_ in quotients.tests_before(place)
            for length in self.lengths_in(test, owner)
        )

    def lengths_in(self, test: n.Node, owner: n.Node) -> list[n.Node]:
        key = self.path(owner)
        return [
            part
            for part in n.walk(test)
            if self.is_length_of(part) and self.path(part.object) == key  # type: ignore[attr-defined]
        ]

    def is_length_of(self, node: n.Node) -> bool:
        return self.analysis.inference.quotients.is_length(node)

    def low_if_filled(self, node: n.Node, key: Key, least: int, depth: int) -> float:
        """A bound that a number is not below, if an array has so many elements at least."""
        if depth == 0:
            return -math.inf
        if isinstance(node, n.MemberExpression):
            if self.is_length_of(node) and self.path(node.object) == key:
                return least
        elif isinstance(node, n.Identifier):
            binding = self.scopes.binding_of.get(node)
            if (
                binding is not None
                and binding.held is not None
                and binding.function is self.scopes.enclosing_function(node)
            ):
                return self.low_if_filled(binding.held, key, least, depth - 1)
        elif isinstance(node, n.BinaryExpression):
            number = self.constant_number(node.right)
            if number is not None:
                left = self.low_if_filled(node.left, key, least, depth - 1)
                if node.operator in ("+", "-"):
                    return left + number if node.operator == "+" else left - number
                if node.operator == "/" and number > 0:
                    low = left / number
                    return self.rounded_up(low) if self.is_integer(node) else low
                if node.operator == ">>" and number == 1 and left >= 0:
                    return left // 2
        elif isinstance(node, n.CallExpression) and node.arguments:
            name = self.analysis.inference.quotients.function_of_math(node)
            if name in ("floor", "trunc", "ceil"):
                low = self.low_if_filled(node.arguments[0], key, least, depth - 1)
                if not math.isfinite(low):
                    return low
                return math.ceil(low) if name == "ceil" else math.floor(low)
        return self.range_of(node).low

    def rounded_up(self, low: float) -> float:
        return math.ceil(low) if math.isfinite(low) else low
