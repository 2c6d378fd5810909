"""Words of rules about Dates: which one variable alone holds."""

from __future__ import annotations

from functools import cached_property

from ..analyse.scopes import Binding
from ..parse import nodes as n
from .value_words import ValueWords

#: What of a Date gives a plain value and keeps nothing.
_READERS = frozenset({"console", "JSON", "Math", "Number", "String", "Boolean", "Date"})


class DateWords(ValueWords):
    def is_unshared(self, node: n.Node) -> bool:
        """Whether a variable alone holds its Date: changing that is assigning the variable."""
        if not isinstance(node, n.Identifier):
            return False
        binding = self.scopes.binding_of.get(node)
        if binding is None:
            return False
        found = self._unshared.get(binding)
        if found is None:
            found = self._unshared[binding] = self.holds_alone(binding)
        return found

    @cached_property
    def _unshared(self) -> dict[Binding, bool]:
        return {}

    def holds_alone(self, binding: Binding) -> bool:
        if binding.kind not in ("const", "let", "var") or not binding.assignments:
            return False
        if binding.captured_by and binding.scope.loop is not None:
            return False
        for assignment in binding.assignments:
            value: n.Node | None = None
            if isinstance(assignment, n.VariableDeclarator):
                if not isinstance(assignment.id, n.Identifier):
                    return False
                value = assignment.init
                if value is None:
                    continue
            else:
                parent = self.scopes.parents.get(assignment)
                if (
                    isinstance(parent, n.AssignmentExpression)
                    and parent.operator == "="
                ):
                    value = parent.right
            if not self.is_new_date(value):
                return False
        return all(
            self.only_reads(reference, binding, set())
            for reference in binding.references
        )

    def is_new_date(self, node: n.Node | None) -> bool:
        return (
            isinstance(node, n.NewExpression)
            and isinstance(node.callee, n.Identifier)
            and node.callee.name == "Date"
            and node.callee not in self.scopes.binding_of
        )

    def only_reads(self, node: n.Node, binding: Binding, seen: set[n.Node]) -> bool:
        """Whether a use of a Date leaves no second holder behind."""
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.MemberExpression):
            return parent.object is node
        if isinstance(parent, (n.TemplateLiteral, n.UnaryExpression)):
            return True
        if isinstance(parent, n.BinaryExpression):
            return parent.operator not in ("===", "!==", "==", "!=")
        if isinstance(parent, n.AssignmentExpression):
            return parent.left is node
        if isinstance(parent, n.ReturnStatement):
            return not binding.captured_by and binding.kind != "param"
        if isinstance(parent, n.NewExpression):
            return self.is_new_date(parent)
        if isinstance(parent, n.CallExpression) and node in parent.arguments:
            callee = parent.callee
            if isinstance(callee, n.MemberExpression):
                callee = callee.object
            if (
                isinstance(callee, n.Identifier)
                and callee not in self.scopes.binding_of
            ):
                return callee.name in _READERS
            return self.callee_only_reads(parent, parent.arguments.index(node), seen)
        return False

    def callee_only_reads(
        self, call: n.CallExpression, position: int, seen: set[n.Node]
    ) -> bool:
        inference = self.analysis.inference
        targets = inference.targets.get(call)
        if not targets or call in inference.unknown_calls:
            return False
        for target in targets:
            function = target.node
            if (
                function.is_async
                or function.generator
                or position >= len(function.params)
            ):
                return False
            param = function.params[position]
            if function in seen:
                continue
            seen.add(function)
            if not isinstance(param, n.Identifier):
                return False
            binding = self.scopes.binding_of[param]
            if binding.captured_by or self.scopes.facts[function].uses_arguments:
                return False
            if not all(self.only_reads(r, binding, seen) for r in binding.references):
                return False
        return True
