"""Which products of integers leave those that a 64-bit float holds exactly."""

from __future__ import annotations

import math

from ..parse import nodes as n
from .calls import Calls
from .constants import constant_number
from .scopes import LOOPS, Binding, Scopes


class Products(Calls):
    def multiplies_itself(self, node: n.BinaryExpression) -> bool:
        """``n * factorial(n - 1)``, ``x = x * y`` in a loop, ``(a, x) => a * x`` to reduce.

        Such a product soon leaves the integers that JavaScript holds exactly.
        """
        parent = self.scopes.parents.get(node)
        for operand in (node.left, node.right):
            if isinstance(operand, n.CallExpression):
                unit = self.functions.get(self.unit)
                if unit is not None and unit in self.targets.get(operand, ()):
                    return True
            elif isinstance(operand, n.Identifier):
                binding = self.scopes.binding_of.get(operand)
                if binding is None:
                    continue
                if (
                    isinstance(parent, n.AssignmentExpression)
                    and isinstance(parent.left, n.Identifier)
                    and self.scopes.binding_of.get(parent.left) is binding
                    and self.in_loop(parent)
                ):
                    return True
                if isinstance(self.unit, n.Function) and parent in (
                    self.unit,
                    *self.scopes.facts[self.unit].returns,
                ):
                    params = self.unit.params
                    if params and operand_of(
                        params[0], binding, self.scopes.binding_of
                    ):
                        return self.is_reducer(self.unit)
        return False

    def may_round(self, node: n.Node) -> bool:
        """Whether a product of integers may be too large for JavaScript to be exact.

        ``(seed * 1103515245 + 12345) % 2 ** 31``: such a product is computed with floats in
        Python too. Without a modulus factors of up to 25 bits are taken for granted.
        """
        if isinstance(node, n.AssignmentExpression):
            if node.operator != "*=":
                return False
            constant = constant_number(node.right, self.scopes)
            return (
                constant is not None and abs(constant) >= 2**22 and self.in_loop(node)
            )
        if not isinstance(node, n.BinaryExpression):
            return False
        if node.operator == "**":
            exponent = constant_number(node.right, self.scopes)
            largest = self.largest_constant(node.left)
            return (
                exponent is not None
                and largest > 1
                and (exponent * math.log2(largest) >= 53)
            )
        if node.operator != "*":
            return False
        modulus = self.modulus_around(node)
        factors = [
            abs(value)
            for value in (
                constant_number(node.left, self.scopes),
                constant_number(node.right, self.scopes),
            )
            if value is not None
        ]
        if len(factors) == 2:
            return False
        if factors:
            return factors[0] * (modulus or 2.0**25) >= 2**53
        return modulus is not None and modulus**2 > 2**53

    def largest_constant(self, node: n.Node, depth: int = 4) -> float:
        """The largest size of the constants that a value may be, 0 where none is seen."""
        if isinstance(node, (n.ConditionalExpression, n.LogicalExpression)):
            parts = n.children(node)[-2:]
            return max(self.largest_constant(part, depth) for part in parts)
        if isinstance(node, n.Identifier) and depth:
            binding = self.scopes.binding_of.get(node)
            values = assigned_values(binding, self.scopes) if binding else []
            return max(
                (self.largest_constant(value, depth - 1) for value in values), default=0
            )
        value = constant_number(node, self.scopes)
        return abs(value) if value is not None and math.isfinite(value) else 0

    def modulus_around(self, node: n.Node) -> float | None:
        """``m`` of ``(... node ...) % m``, and what the operators on 32 bits leave."""
        parent = self.scopes.parents.get(node)
        while isinstance(parent, n.BinaryExpression) and parent.operator in ("+", "-"):
            node, parent = parent, self.scopes.parents.get(parent)
        if not isinstance(parent, n.BinaryExpression) or parent.left is not node:
            return None
        constant = constant_number(parent.right, self.scopes)
        if constant is None:
            return None
        if parent.operator == "%":
            return abs(constant)
        if parent.operator in (">>>", "|", "&", "^"):
            return 2.0**31 if constant == 0 or parent.operator == "&" else None
        return None

    def is_reducer(self, node: n.Function) -> bool:
        call = self.scopes.parents.get(node)
        return (
            isinstance(call, n.CallExpression)
            and any(a is node for a in n.children(call))
            and isinstance(call.callee, n.MemberExpression)
            and isinstance(call.callee.property, n.Identifier)
            and call.callee.property.name in ("reduce", "reduceRight")
        )

    def in_loop(self, node: n.Node) -> bool:
        current: n.Node | None = node
        while current is not None and not isinstance(current, n.Function):
            if isinstance(current, LOOPS):
                return True
            current = self.scopes.parents.get(current)
        return False

    def constant_number(self, node: n.Node, depth: int = 8) -> float | None:
        return constant_number(node, self.scopes, depth)


def operand_of(
    param: n.Node, binding: Binding, binding_of: dict[n.Identifier, Binding]
) -> bool:
    """Whether a binding is the one of a parameter that is a name."""
    return isinstance(param, n.Identifier) and binding_of.get(param) is binding


def assigned_values(binding: Binding, scopes: Scopes) -> list[n.Node]:
    """What a variable is declared with, and what is assigned to it."""
    values: list[n.Node] = []
    for assignment in binding.assignments:
        parent = scopes.parents.get(assignment)
        if isinstance(assignment, n.VariableDeclarator):
            if assignment.init is not None and isinstance(assignment.id, n.Identifier):
                values.append(assignment.init)
        elif isinstance(parent, n.AssignmentExpression) and parent.operator == "=":
            values.append(parent.right)
    return values
