"""Writes that may leave a gap in an array: places between its end and the one written to.

They are None in Python. What reads one element by its index has to look whether there is one
in any case; what goes through the whole array would take the gaps for elements.
"""

from __future__ import annotations

from functools import cached_property

from ..analyse import types as t
from ..parse import nodes as n
from .hidden_accessors import HiddenAccessors


class ArrayGaps(HiddenAccessors):
    def check_gap(self, target: n.MemberExpression) -> None:
        """Warn of a write that may leave a gap that something takes for an element."""
        arrays = [a for a in self.type_of(target.object) if isinstance(a, t.ArrayAtom)]
        if (
            not t.only(self.type_of(target.object) - t.NULLISH, t.ArrayAtom)
            or any(a.elem.types & {t.UNDEFINED, t.ANY} for a in arrays)
            or self.follows(target, arrays)
            or self.only_by_index(target.object)
            or self.is_swapped(target)
        ):
            return
        self.warn(
            target,
            "writing further behind the end of an array leaves empty places: they are "
            "None here, and taken for elements",
        )

    def follows(self, target: n.MemberExpression, arrays: list[t.ArrayAtom]) -> bool:
        """Whether an index goes up by one, or has the one before it written to, too."""
        index: n.Node = target.property
        if isinstance(index, n.MemberExpression):
            return getattr(index.property, "name", None) == "length"
        constant = self.analysis.inference.constant_number(index)
        if constant is not None:
            least = min(
                len(a.site.elements) if isinstance(a.site, n.ArrayExpression) else 0
                for a in arrays
            )
            return constant <= least or any(
                self.analysis.inference.constant_number(other.property) == constant - 1
                and self.same_name(other.object, target.object)
                for other in self.element_targets
            )
        return self.counts(index)

    def counts(self, index: n.Node | None) -> bool:
        """Whether a value is a variable, before or after it goes up by one, that starts with
        0 or the length of something."""
        if isinstance(index, n.UpdateExpression):
            index = index.argument
        binding = (
            self.scopes.binding_of.get(index)
            if isinstance(index, n.Identifier)
            else None
        )
        return (
            binding is not None
            and bool(binding.assignments)
            and all(
                isinstance(self.scopes.parents.get(a), n.UpdateExpression)
                or self.starts_at_end(a)
                for a in binding.assignments
            )
        )

    def starts_at_end(self, node: n.Node) -> bool:
        if isinstance(node, n.VariableDeclarator):
            value: n.Node | None = node.init
        else:
            value = getattr(self.scopes.parents.get(node), "right", None)
        return (
            value is None
            or (isinstance(value, n.NumberLiteral) and value.value == 0)
            or getattr(getattr(value, "property", None), "name", "") == "length"
            or (isinstance(value, n.UpdateExpression) and self.counts(value))
        )

    @cached_property
    def element_targets(self) -> list[n.MemberExpression]:
        """The elements that the program assigns to."""
        return [
            node.left
            for node in self.scopes.parents
            if isinstance(node, n.AssignmentExpression)
            and isinstance(node.left, n.MemberExpression)
            and node.left.computed
        ]

    def only_by_index(self, array: n.Node) -> bool:
        """Whether an array is only asked for single elements and its length."""
        uses: list[n.Node] = []
        if isinstance(array, n.Identifier):
            binding = self.scopes.binding_of.get(array)
            uses = list(binding.references) if binding is not None else []
        elif isinstance(array, n.MemberExpression) and not array.computed:
            name = getattr(array.property, "name", None)
            uses = [
                node
                for node in self.scopes.parents
                if isinstance(node, n.MemberExpression)
                and getattr(node.property, "name", None) == name
            ]
        return bool(uses) and all(self.is_index_use(use) for use in uses)

    def is_index_use(self, use: n.Node) -> bool:
        parent = self.scopes.parents.get(use)
        if isinstance(parent, n.MemberExpression) and parent.object is use:
            return parent.computed or getattr(parent.property, "name", "") == "length"
        if isinstance(parent, n.AssignmentExpression) and parent.left is use:
            return True
        # Handed on by a function that calls itself.
        return (
            isinstance(parent, n.CallExpression)
            and use in parent.arguments
            and any(
                f.node is self.scopes.enclosing_function(use)
                for f in self.analysis.inference.targets.get(parent, ())
            )
        )

    def is_swapped(self, target: n.MemberExpression) -> bool:
        """Whether the function takes the same element, too, as when two are swapped."""
        function = self.scopes.enclosing_function(target)
        return any(
            isinstance(node, n.MemberExpression)
            and node is not target
            and node.computed
            and node
            in (
                getattr(self.scopes.parents.get(node), "right", None),
                getattr(self.scopes.parents.get(node), "init", None),
            )
            and self.same_name(node.object, target.object)
            and self.same_name(node.property, target.property)
            for node in n.walk_own(function)
        )
