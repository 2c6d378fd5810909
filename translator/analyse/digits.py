"""Which texts surely are digits: what Number makes of them is what Python's ``int`` does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..parse import nodes as n
from . import types as t
from .regexp_tree import (
    CharClass,
    Group,
    Kind,
    Part,
    Regexp,
    Repeat,
    Sequence,
    captured,
)
from .regexp_tree import width as width_of

if TYPE_CHECKING:
    from .products import Products

_DEPTH = 8
#: So many digits a 64-bit float holds exactly.
EXACT = 15
_KEEPING = frozenset({"reverse", "sort", "slice", "filter", "toReversed", "toSorted"})
_WITH_ITEM = {"map": 0, "forEach": 0, "filter": 0, "every": 0, "some": 0, "find": 0,
              "flatMap": 0, "reduce": 1, "reduceRight": 1}  # fmt: skip


class Digits:
    """Asked while types are inferred; the answer is how many digits there are at most.

    0 is "any number of digits", None "it is not known to be digits".
    """

    def __init__(self, engine: Products) -> None:
        self.engine = engine
        self.scopes = engine.scopes

    def surely(self, node: n.Node) -> bool:
        """Whether a text is digits, and not more than a number holds exactly."""
        most = self.most(node)
        return most is not None and 0 < most <= EXACT

    def most(self, node: n.Node, depth: int = _DEPTH) -> int | None:
        if depth == 0:
            return None
        if isinstance(node, n.TemplateLiteral):
            if len(node.expressions) == 1 and not any(q.cooked for q in node.quasis):
                return self.of_number(node.expressions[0], depth)
            return None
        if isinstance(node, n.CallExpression):
            return self.of_call(node, depth)
        if isinstance(node, n.Identifier):
            return self.of_name(node, depth)
        if isinstance(node, n.MemberExpression):
            return self.of_member(node, depth)
        return None

    def of_number(self, node: n.Node, depth: int) -> int | None:
        """Of the text of a number: an integer that is not negative is nothing but digits."""
        types = self.engine.types.get(node, t.NEVER)
        if t.is_subset(types, t.T_NAT):
            return EXACT
        return self.most(node, depth - 1)

    def of_call(self, node: n.CallExpression, depth: int) -> int | None:
        callee = node.callee
        if isinstance(callee, n.Identifier):
            if callee.name == "String" and callee not in self.scopes.binding_of:
                if len(node.arguments) == 1:
                    return self.of_number(node.arguments[0], depth)
            return None
        if isinstance(callee, n.MemberExpression) and not callee.computed:
            name = getattr(callee.property, "name", "")
            if name == "toString" and not node.arguments:
                return self.of_number(callee.object, depth)
            if name == "trim":
                return self.most(callee.object, depth - 1)
        return None

    # -- names -----------------------------------------------------------------------------

    def of_name(self, node: n.Identifier, depth: int) -> int | None:
        binding = self.scopes.binding_of.get(node)
        if binding is None or binding.reassigned:
            return None
        declared = binding.node
        if binding.kind == "param":
            return 1 if self.is_item_of_digits(declared, depth) else None
        if not isinstance(declared, n.VariableDeclarator):
            return None
        value = self.engine.taken_from(declared.id)
        if value is None:
            return None
        if isinstance(declared.id, n.Identifier):
            if declared.init is not None:
                return self.most(declared.init, depth - 1)
            declaration = self.scopes.parents.get(declared)
            loop = self.scopes.parents.get(declaration) if declaration else None
            if isinstance(loop, n.ForOfStatement):
                text = self.most(loop.right, depth - 1) is not None
                return 1 if text or self.items(loop.right, depth - 1) else None
            return None
        return self.of_pattern(declared.id, value, node.name)

    def of_pattern(self, pattern: n.Node, value: n.Node, name: str) -> int | None:
        """A group of a match that is taken apart: ``const { year } = match.groups``."""
        if isinstance(pattern, n.ObjectPattern):
            if not self.is_groups(value):
                return None
            for item in pattern.properties:
                if (
                    isinstance(item, n.Property)
                    and isinstance(item.value, n.Identifier)
                    and item.value.name == name
                ):
                    key = self.engine.property_name(item.key, item.computed)
                    return self.of_group(value.object, key)  # type: ignore[attr-defined]
        elif isinstance(pattern, n.ArrayPattern):
            for position, element in enumerate(pattern.elements):
                if isinstance(element, n.Identifier) and element.name == name:
                    return self.of_group(value, position)
        return None

    def is_item_of_digits(self, param: n.Node, depth: int) -> bool:
        """``[...text].map((digit) => ...)``."""
        function = self.scopes.parents.get(param)
        call = self.scopes.parents.get(function) if function is not None else None
        if not (
            isinstance(function, n.Function)
            and isinstance(call, n.CallExpression)
            and isinstance(call.callee, n.MemberExpression)
            and is_first(function, call)
        ):
            return False
        at = _WITH_ITEM.get(getattr(call.callee.property, "name", ""))
        if at is None or at >= len(function.params) or function.params[at] is not param:
            return False
        return (at == 0 or len(call.arguments) > 1) and self.items(
            call.callee.object, depth - 1
        )

    # -- characters ------------------------------------------------------------------------

    def items(self, node: n.Node, depth: int = _DEPTH) -> bool:
        """Whether an array holds single digits: ``String(n).split("")``."""
        if depth == 0:
            return False
        if isinstance(node, n.ArrayExpression):
            return (
                len(node.elements) == 1
                and isinstance(spread := node.elements[0], n.SpreadElement)
                and self.spread(spread.argument, depth)
            )
        if isinstance(node, n.CallExpression) and isinstance(
            node.callee, n.MemberExpression
        ):
            owner = node.callee.object
            name = getattr(node.callee.property, "name", "")
            if name == "split":
                return (
                    len(node.arguments) == 1
                    and isinstance(between := node.arguments[0], n.StringLiteral)
                    and between.value == ""
                    and self.most(owner, depth - 1) is not None
                )
            if name == "from" and getattr(owner, "name", "") == "Array":
                return (
                    owner not in self.scopes.binding_of
                    and len(node.arguments) == 1
                    and self.spread(node.arguments[0], depth)
                )
            return name in _KEEPING and self.items(owner, depth - 1)
        return False

    def spread(self, node: n.Node, depth: int) -> bool:
        return self.most(node, depth - 1) is not None or self.items(node, depth - 1)

    # -- groups of matches -----------------------------------------------------------------

    def of_member(self, node: n.MemberExpression, depth: int) -> int | None:
        if not node.computed:
            if self.is_groups(node.object):
                name = getattr(node.property, "name", None)
                return self.of_group(node.object.object, name)  # type: ignore[attr-defined]
            return None
        index = node.property
        if isinstance(index, n.NumberLiteral) and isinstance(index.value, int):
            if self.engine.types.get(node.object, t.NEVER) - t.NULLISH == {t.MATCH}:
                return self.of_group(node.object, index.value)
        # Where there is no such character, Python raises.
        return 1 if self.most(node.object, depth - 1) is not None else None

    def is_groups(self, node: n.Node) -> bool:
        return (
            isinstance(node, n.MemberExpression)
            and not node.computed
            and getattr(node.property, "name", "") == "groups"
        )

    def of_group(self, source: n.Node, which: int | str | None) -> int | None:
        patterns = self.engine.match_patterns(source)
        if not patterns or which is None:
            return None
        found = [self.digits_of(pattern, which) for pattern in patterns]
        known = [most for most in found if most is not None]
        if len(known) < len(found):
            return None
        return 0 if 0 in known else max(known)

    def digits_of(self, pattern: Regexp, which: int | str) -> int | None:
        index = dict(pattern.names).get(which) if isinstance(which, str) else which
        if index is None or index not in pattern.sure:
            return None
        group = captured(pattern.body, index)
        if group is None or not only_digits(group.body):
            return None
        low, high = width_of(group.body)
        return None if low == 0 else high or 0


def is_first(argument: n.Node, call: n.CallExpression) -> bool:
    return bool(call.arguments) and call.arguments[0].start == argument.start


def only_digits(part: Part) -> bool:
    """Whether a part of a pattern matches nothing but digits from 0 to 9."""
    if isinstance(part, Kind):
        return part.letter == "d"
    if isinstance(part, CharClass):
        return not part.negated and all(
            (isinstance(item, Kind) and item.letter == "d")
            or (isinstance(item, tuple) and 48 <= item[0] and item[1] <= 57)
            or (isinstance(item, int) and 48 <= item <= 57)
            for item in part.items
        )
    if isinstance(part, (Repeat, Group)):
        return only_digits(part.body)
    return isinstance(part, Sequence) and all(map(only_digits, part.parts))
