"""Whether the limit of a counting loop stays the same while it runs."""

from __future__ import annotations

from ..analyse import types as t
from ..parse import nodes as n
from .conversions import is_sized
from .rounds import Rounds

_CHANGING = frozenset(
    {
        "push", "pop", "shift", "unshift", "splice", "sort", "reverse", "fill",
        "copyWithin", "delete", "clear",
    }
)  # fmt: skip


class LoopLimits(Rounds):
    def is_bound(self, node: n.Node, loop: n.ForStatement) -> bool:
        """Whether a loop's limit stays the same while it runs."""
        types = self.type_of(node)
        if not types or not types <= t.NUMBERS - {t.NAN}:
            return False
        return self.unchanged(node, loop)

    def unchanged(self, node: n.Node, loop: n.ForStatement) -> bool:
        if isinstance(node, n.NumberLiteral):
            return True
        if isinstance(node, n.Identifier):
            binding = self.scopes.binding_of.get(node)
            if binding is None:
                return False
            return not binding.reassigned or (
                not binding.assigned_in_closure
                and not any(
                    loop.body.start <= a.start < loop.body.end
                    for a in binding.assignments
                )
            )
        if isinstance(node, n.BinaryExpression):
            return self.unchanged(node.left, loop) and self.unchanged(node.right, loop)
        if isinstance(node, n.UnaryExpression) and node.operator == "-":
            return self.unchanged(node.argument, loop)
        if isinstance(node, n.MemberExpression) and not node.computed:
            if (
                isinstance(node.property, n.Identifier)
                and node.property.name == "length"
            ):
                obj = node.object
                if self.is_string(obj):
                    return self.unchanged_value(obj, loop)
                return self.unchanged_value(obj, loop) and not self.resized_in(
                    obj, loop
                )
            return False
        if isinstance(node, n.CallExpression):
            callee = node.callee
            return (
                isinstance(callee, n.MemberExpression)
                and isinstance(callee.object, n.Identifier)
                and callee.object.name == "Math"
                and callee.object not in self.scopes.binding_of
                and all(self.unchanged(a, loop) for a in node.arguments)
            )
        return False

    def unchanged_value(self, node: n.Node, loop: n.ForStatement) -> bool:
        if isinstance(node, n.Identifier):
            binding = self.scopes.binding_of.get(node)
            if binding is None and node.name == "arguments":
                return True
            return binding is not None and (
                not binding.reassigned
                or (
                    not binding.assigned_in_closure
                    and not any(
                        loop.body.start <= a.start < loop.body.end
                        for a in binding.assignments
                    )
                )
            )
        if isinstance(node, n.ThisExpression):
            return True
        if isinstance(node, n.MemberExpression):
            key_ok = self.unchanged_key(node.property, loop) if node.computed else True
            if not key_ok or not self.unchanged_value(node.object, loop):
                return False
            return not self.member_assigned(node, loop)
        return False

    def unchanged_key(self, node: n.Node, loop: n.ForStatement) -> bool:
        return isinstance(node, n.NumberLiteral) or (
            isinstance(node, n.Identifier) and self.unchanged_value(node, loop)
        )

    def member_assigned(self, node: n.MemberExpression, loop: n.ForStatement) -> bool:
        """Whether the loop assigns a member of that name, or calls what might."""
        name = getattr(node.property, "name", None)
        for inner in n.walk(loop.body):
            if isinstance(inner, n.AssignmentExpression) and isinstance(
                inner.left, n.MemberExpression
            ):
                if node.computed or inner.left.computed:
                    if node.computed and inner.left.computed:
                        # `grid[i][j] = x` does not change which array `grid[i]` is.
                        return not isinstance(inner.left.object, n.MemberExpression)
                    continue
                if getattr(inner.left.property, "name", None) == name:
                    return True
            if (
                isinstance(inner, (n.CallExpression, n.AwaitExpression))
                and not node.computed
            ):
                targets = self.analysis.inference.targets.get(inner)
                if targets or isinstance(inner, n.AwaitExpression):
                    return True
        return False

    # -- lengths -------------------------------------------------------------------------

    def resized_in(self, node: n.Node, loop: n.ForStatement) -> bool:
        """Whether the loop may change the length of an array."""
        types = self.type_of(node)
        if types and all(map(is_sized, types)):
            return False  # typed arrays and Buffers keep their length
        arrays = {a for a in types if isinstance(a, t.ArrayAtom)}
        if not arrays:
            return True
        for inner in n.walk(loop.body):
            if isinstance(inner, n.CallExpression):
                callee = inner.callee
                if (
                    isinstance(callee, n.MemberExpression)
                    and isinstance(callee.property, n.Identifier)
                    and callee.property.name in _CHANGING
                ):
                    touched = self.type_of(callee.object)
                    if t.ANY in touched or touched & arrays:
                        return True
                targets = self.analysis.inference.targets.get(inner)
                if targets and any(
                    self.function_resizes(f.node, arrays) for f in targets
                ):
                    return True
            elif isinstance(inner, n.AssignmentExpression):
                left = inner.left
                if isinstance(left, n.MemberExpression):
                    name = getattr(left.property, "name", None)
                    if name == "length" and self.type_of(left.object) & arrays:
                        return True
                    if (
                        left.computed
                        and self.type_of(left.object) & arrays
                        and self.grows_array(left)
                    ):
                        return True
            elif isinstance(inner, n.AwaitExpression) and any(
                a.site in self.analysis.inference.resized for a in arrays
            ):
                return True
        return False

    def function_resizes(self, node: n.Function, arrays: set[t.ArrayAtom]) -> bool:
        for inner in n.walk(node.body):
            if isinstance(inner, n.CallExpression) and isinstance(
                inner.callee, n.MemberExpression
            ):
                name = getattr(inner.callee.property, "name", None)
                if name in _CHANGING and self.type_of(inner.callee.object) & (
                    arrays | {t.ANY}
                ):
                    return True
        return False
