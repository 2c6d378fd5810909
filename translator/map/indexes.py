"""What is known of a number that is used as an index."""

from __future__ import annotations

from ..analyse import types as t
from ..analyse.scopes import Binding
from ..parse import nodes as n
from .property_storage import PropertyStorage


class Indexes(PropertyStorage):
    # -- at least zero --------------------------------------------------------------

    def nonneg(self, node: n.Node) -> bool:
        """Whether a number surely is an integer of at least zero."""
        if self.is_exactly(node, t.T_NAT):
            return True
        bound = self.lower_bound(node, 8)
        return bound is not None and bound >= 0 and self.is_integer(node)

    def raises_if_negative(self, node: n.MemberExpression) -> bool:
        """Whether an index that is negative is out of range in Python, too."""
        return False

    def finds_nothing(self, node: n.Node) -> bool:
        """Whether an element is looked up by an index that may be none: it is None then."""
        return (
            isinstance(node, n.MemberExpression)
            and node.computed
            and bool(t.indexed(self.type_of(node.object)))
            and not self.nonneg(node.property)
            and not self.raises_if_negative(node)
        )

    def is_nonneg(self, node: n.Node) -> bool:
        return self.nonneg(node)

    def may_be_length(self, node: n.Node) -> bool:
        """Whether a whole number is no constant that is too small or too large for the length
        of an array (ECMA-262 section 23.1.1.1)."""
        constant = self.analysis.inference.constant_number(node)
        return constant is None or 0 <= constant < 2**32

    def lower_bound(self, node: n.Node, depth: int) -> int | None:
        """A number that an expression is never below, where one can be seen."""
        if depth == 0:
            return None
        constant = self.analysis.inference.constant_number(node)
        if constant is not None:
            return int(constant) if constant.is_integer() else None
        if isinstance(node, n.Identifier):
            binding = self.scopes.binding_of.get(node)
            if binding is not None and self.replaced.get(binding) is None:
                known = self.binding_bound(binding, depth - 1)
                if known is not None:
                    return known
        elif isinstance(node, n.BinaryExpression) and node.operator in ("+", "-"):
            left = self.lower_bound(node.left, depth - 1)
            if left is not None:
                if node.operator == "+":
                    right = self.lower_bound(node.right, depth - 1)
                    if right is not None:
                        return left + right
                elif isinstance(node.right, n.NumberLiteral) and isinstance(
                    node.right.value, int
                ):
                    return left - node.right.value
        if self.is_exactly(node, t.T_NAT):
            return 0
        return None

    def binding_bound(self, binding: Binding, depth: int) -> int | None:
        """The least value of a variable that starts at a literal and only grows."""
        lowest: int | None = None
        for assignment in binding.assignments:
            parent = self.scopes.parents.get(assignment)
            value: int | None
            if isinstance(assignment, n.VariableDeclarator):
                if assignment.init is None or not isinstance(
                    assignment.id, n.Identifier
                ):
                    return None
                value = self.lower_bound(assignment.init, depth)
            elif isinstance(parent, n.UpdateExpression):
                if parent.operator == "--":
                    return None
                continue
            elif isinstance(parent, n.AssignmentExpression):
                if parent.operator == "+=":
                    step = self.lower_bound(parent.right, depth)
                    if step is None or step < 0:
                        return None
                    continue
                if parent.operator != "=":
                    return None
                value = self.lower_bound(parent.right, depth)
            else:
                return None
            if value is None:
                return None
            lowest = value if lowest is None else min(lowest, value)
        return lowest

    # -- within an array ------------------------------------------------------------

    def in_bounds(self, node: n.MemberExpression) -> bool:
        """Whether a loop's test keeps the index below the length of the same array."""
        if not isinstance(node.property, n.Identifier):
            return False
        index = self.scopes.binding_of.get(node.property)
        obj = node.object
        current: n.Node | None = node
        while current is not None and not isinstance(current, n.Function):
            parent = self.scopes.parents.get(current)
            if isinstance(parent, n.ForStatement) and current is parent.body:
                test = parent.test
                if (
                    isinstance(test, n.BinaryExpression)
                    and test.operator == "<"
                    and isinstance(test.left, n.Identifier)
                    and self.scopes.binding_of.get(test.left) is index
                    and isinstance(test.right, n.MemberExpression)
                    and isinstance(test.right.property, n.Identifier)
                    and test.right.property.name == "length"
                    and self.same_name(test.right.object, obj)
                ):
                    return True
            current = parent
        return False

    def same_name(self, a: n.Node, c: n.Node) -> bool:
        if isinstance(a, n.Identifier) and isinstance(c, n.Identifier):
            first = self.scopes.binding_of.get(a)
            return first is not None and first is self.scopes.binding_of.get(c)
        if isinstance(a, n.ThisExpression) and isinstance(c, n.ThisExpression):
            return True
        if isinstance(a, n.MemberExpression) and isinstance(c, n.MemberExpression):
            return (
                not a.computed
                and not c.computed
                and isinstance(a.property, (n.Identifier, n.PrivateIdentifier))
                and isinstance(c.property, (n.Identifier, n.PrivateIdentifier))
                and a.property.name == c.property.name
                and self.same_name(a.object, c.object)
            )
        return False

    def fits_literal(self, node: n.MemberExpression) -> bool:
        """A literal index inside of an array literal that keeps its length."""
        if not isinstance(node.property, n.NumberLiteral):
            return False
        return all(
            isinstance(a, t.ArrayAtom)
            and a.items is not None
            and node.property.value < len(a.items)
            for a in self.type_of(node.object) - t.NULLISH
        )
