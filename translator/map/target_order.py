"""In which order the parts of a member that is assigned and its value are evaluated.

JavaScript evaluates ``object`` and ``key`` of ``object[key] = value`` before the value,
Python behind it. Where that can be seen, they get names before the value is evaluated.
"""

from __future__ import annotations

from ..parse import nodes as n
from ..pytree.trivia import binding_of
from .base import name_for
from .filled import FilledIndexes


class TargetOrder(FilledIndexes):
    def fix_target(self, node: n.MemberExpression) -> None:
        """Evaluate the parts of a target once, where they have effects."""
        for part in parts_of(node):
            if not self.effects.pure(part):
                self.preset[part] = self.spill(self.expr(part))

    def fix_before(self, node: n.MemberExpression, right: n.Node) -> None:
        """Evaluate the parts of a target now, where they may not wait for ``right``."""
        fixed: list[n.Node] = []
        later = [right]
        for part in reversed(parts_of(node)):
            if part not in self.preset and not self.may_follow(part, later):
                fixed.insert(0, part)
                later.append(part)
        for part in fixed:
            value = self.expr(part)
            held = binding_of(value)
            if held is None or not held.temporary:
                value = self.spill(value, name_for(part, "target"))
            self.preset[part] = value

    def unfix(self, node: n.Node) -> None:
        if isinstance(node, n.MemberExpression):
            for part in parts_of(node):
                self.preset.pop(part, None)

    def may_follow(self, part: n.Node, others: list[n.Node]) -> bool:
        """Whether it makes no difference that a part is evaluated after the others."""
        if self.effects.stable(part):
            return True
        if not self.effects.pure(part):
            facts = self.changes.during([part])
            return all(
                self.effects.stable(x)
                or (self.effects.pure(x) and self.changes.unaffected(x, facts))
                for x in others
            )
        active = [x for x in others if not self.effects.pure(x)]
        if not active:
            return True
        facts = self.changes.during(active)
        return self.changes.unaffected(part, facts, lambda x: self.stays(x, active))

    def leaves_receiver(self, node: n.Node) -> bool:
        """Whether evaluating an argument changes nothing of what the method is called of,
        so that its items may be copied before."""
        call = self.scopes.parents.get(node)
        if self.effects.pure(node) or not (
            isinstance(call, n.CallExpression)
            and isinstance(call.callee, n.MemberExpression)
        ):
            return True
        facts = self.changes.during([node])
        receivers = self.type_of(call.callee.object)
        return not self.changes.hits(receivers, facts.written, facts)

    def may_precede_key(self, value: n.Node) -> bool:
        """Whether a value that is assigned may be evaluated before the key of its target."""
        holder = self.scopes.parents.get(value)
        return (
            isinstance(holder, n.AssignmentExpression)
            and isinstance(holder.left, n.MemberExpression)
            and self.may_follow(holder.left.property, [value])
        )

    def stays(
        self, part: n.Identifier | n.MemberExpression, others: list[n.Node]
    ) -> bool:
        """Whether a variable or field surely is what it was, whatever the others call."""
        if isinstance(part, n.MemberExpression):
            return self.effects.lasting.is_lasting(part)
        binding = self.scopes.binding_of.get(part)
        if binding is None:
            return False
        function = self.scopes.enclosing_function(part)
        return (
            binding.function is function
            and not binding.assigned_in_closure
            and not any(
                binding in self.scopes.assigned_within(function, x) for x in others
            )
        )


def parts_of(node: n.MemberExpression) -> list[n.Node]:
    """The object and the computed key of a member."""
    parts = [node.object, node.property] if node.computed else [node.object]
    return [part for part in parts if not isinstance(part, n.Super)]
