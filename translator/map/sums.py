"""Numbers as sums: variables and lengths, each with a factor, and a constant."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..analyse import types as t
from ..analyse.scopes import Binding
from ..parse import nodes as n
from .ranges import Ranges

DEPTH = 6
Key = tuple[object, ...]


@dataclass(slots=True)
class Sum:
    """``nodes``: the variables and lengths in it, as they stand in the source."""

    const: int = 0
    terms: dict[Key, int] = field(default_factory=dict)
    nodes: dict[Key, n.Node] = field(default_factory=dict)

    def plus(self, other: Sum, factor: int = 1) -> Sum:
        terms = dict(self.terms)
        for key, count in other.terms.items():
            total = terms.get(key, 0) + factor * count
            if total:
                terms[key] = total
            else:
                terms.pop(key, None)
        return Sum(
            self.const + factor * other.const, terms, {**self.nodes, **other.nodes}
        )


class Sums(Ranges):

    def sum_of(self, node: n.Node, depth: int = DEPTH) -> Sum | None:
        if depth == 0:
            return None
        constant = self.analysis.inference.constant_number(node)
        if constant is not None:
            return Sum(int(constant)) if constant.is_integer() else None
        if isinstance(node, n.UnaryExpression) and node.operator == "-":
            inner = self.sum_of(node.argument, depth - 1)
            return None if inner is None else Sum().plus(inner, -1)
        if isinstance(node, n.BinaryExpression) and node.operator in ("+", "-"):
            left = self.sum_of(node.left, depth - 1)
            right = self.sum_of(node.right, depth - 1)
            if left is None or right is None:
                return None
            return left.plus(right, 1 if node.operator == "+" else -1)
        if isinstance(node, n.MemberExpression):
            if not node.computed and getattr(node.property, "name", "") == "length":
                return self.length_of_node(node.object)
            return None
        if isinstance(node, n.Identifier) and self.is_integer(node):
            binding = self.scopes.binding_of.get(node)
            if binding is None or binding in self.replaced:
                return None
            expanded = self.expanded(binding, depth)
            if expanded is not None:
                return expanded
            return Sum(0, {(binding,): 1}, {(binding,): node})
        return None

    def expanded(self, binding: Binding, depth: int) -> Sum | None:
        """``const last = text.length - 1``: what it stands for, where that stays so."""
        declarator = binding.node
        if (
            binding.reassigned
            or not isinstance(declarator, n.VariableDeclarator)
            or not isinstance(declarator.id, n.Identifier)
            or declarator.init is None
        ):
            return None
        total = self.sum_of(declarator.init, depth - 1)
        if total is None or not total.terms:
            return total
        for key, node in total.nodes.items():
            if key[0] == "length":
                assert isinstance(node, n.MemberExpression)
                if not (
                    self.type_of(node.object) <= t.T_STRING
                    and self.is_steady(node.object)
                ):
                    return None
            elif not self.is_steady(node):
                return None
        return total

    def is_steady(self, node: n.Node) -> bool:
        """A variable that is never assigned again."""
        binding = (
            self.scopes.binding_of.get(node) if isinstance(node, n.Identifier) else None
        )
        return binding is not None and not binding.reassigned

    def length_of_node(self, owner: n.Node) -> Sum | None:
        types = self.type_of(owner) - t.NULLISH
        if not types or not all(
            isinstance(a, t.ArrayAtom) or a is t.STRING for a in types
        ):
            return None
        path = self.path(owner)
        if path is None:
            return None
        key = ("length", *path)
        length = n.MemberExpression(
            owner,  # type: ignore[arg-type]
            n.Identifier("length", start=owner.end, end=owner.end),
            False,
            False,
            start=owner.start,
            end=owner.end,
        )
        return Sum(0, {key: 1}, {key: length})

    def made_length(self, owner: n.Node) -> Sum | None:
        """``size`` for ``const seen = new Array(size).fill(false)``, which stays as long."""
        binding = (
            self.scopes.binding_of.get(owner)
            if isinstance(owner, n.Identifier)
            else None
        )
        if (
            binding is None
            or binding.reassigned
            or not isinstance(binding.node, n.VariableDeclarator)
            or not isinstance(binding.node.id, n.Identifier)
        ):
            return None
        made = binding.node.init
        size = filled_size(made)
        if size is None or made is None or self.has_own_name(made, "Array"):
            return None
        if not self.is_exactly(size, t.INTEGERS):
            return None
        total = self.sum_of(size)
        if total is None or not all(map(self.is_steady, total.nodes.values())):
            return None
        facts = self.changes.anywhere()
        types = self.type_of(owner)
        return None if self.changes.hits(types, facts.shrunk, facts) else total

    def has_own_name(self, node: n.Node, name: str) -> bool:
        """Whether the program gives a name of JavaScript's another meaning there."""
        return any(
            isinstance(part, n.Identifier)
            and part.name == name
            and part in self.scopes.binding_of
            for part in n.walk(node)
        )

    def path(self, node: n.Node) -> Key | None:
        """``grid[i]`` and ``this.items`` as something to compare."""
        if isinstance(node, n.Identifier):
            binding = self.scopes.binding_of.get(node)
            return None if binding is None else (binding,)
        if isinstance(node, n.ThisExpression):
            return ("this",)
        if isinstance(node, n.NumberLiteral):
            return (node.value,)
        if isinstance(node, n.MemberExpression):
            inner = self.path(node.object)
            if inner is None:
                return None
            if node.computed:
                index = self.path(node.property)
                return None if index is None else (*inner, "[", *index, "]")
            return (*inner, ".", getattr(node.property, "name", None))
        return None


def filled_size(made: n.Node | None) -> n.Node | None:
    """``size`` of ``new Array(size).fill(x)`` and ``Array.from({ length: size }, f)``."""
    if not isinstance(made, n.CallExpression) or not isinstance(
        made.callee, n.MemberExpression
    ):
        return None
    owner, name = made.callee.object, getattr(made.callee.property, "name", "")
    if name in ("fill", "map") and isinstance(
        owner, (n.NewExpression, n.CallExpression)
    ):
        if name == "map":
            return filled_size(owner)
        if getattr(owner.callee, "name", "") == "Array" and len(owner.arguments) == 1:
            return owner.arguments[0]
    if name == "from" and getattr(owner, "name", "") == "Array" and made.arguments:
        given = made.arguments[0]
        if isinstance(given, n.ObjectExpression) and len(given.properties) == 1:
            item = given.properties[0]
            if (
                isinstance(item, n.Property)
                and getattr(item.key, "name", "") == "length"
                and not item.computed
            ):
                return item.value
    return None
