"""Who uses the value of an expression, and what runs meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from ..analyse import types as t
from ..analyse.changes import Facts
from ..analyse.scopes import Binding
from ..parse import nodes as n
from .target_order import TargetOrder

#: methods of arrays and iterators whose result may be as lazy as what they are called on
_LAZY = frozenset(
    {"map", "filter", "flatMap", "values", "keys", "entries", "take", "drop"}
)
_CONSUMING = frozenset({"Array", "Object", "Map", "Promise", "Math", "String"})
#: methods that only read the pairs of an array and give something else
_READING = frozenset(
    {"map", "forEach", "some", "every", "flatMap", "findIndex", "reduce"}
)
_SELECTING = frozenset({"filter", "slice", "sort", "reverse", "toSorted", "toReversed"})
_ONE = frozenset({"find", "findLast", "pop", "shift", "at"})


class Consumers(TargetOrder):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: variables whose uses are being looked at
        self._followed: set[Binding] = set()

    # -- lazily evaluated values ---------------------------------------------------------

    def consumers(self, node: n.Node) -> list[n.Node] | None:
        """The code that runs while a value is iterated that is made item by item.

        None where it is not known who iterates it.
        """
        region: list[n.Node] = []
        first = True
        while True:
            parent = self.scopes.parents.get(node)
            if isinstance(parent, n.ForOfStatement) and parent.right is node:
                return [*region, parent.left, parent.body]
            if isinstance(parent, n.SpreadElement):
                call = self.scopes.parents.get(parent)
                if isinstance(call, n.CallExpression) and is_push(call):
                    return [*region, call]  # xs.extend(...), which grows meanwhile
                return region  # taken at once
            if isinstance(parent, n.MemberExpression) and parent.object is node:
                call = self.scopes.parents.get(parent)
                if isinstance(call, n.CallExpression) and call.callee is parent:
                    region += self.called_by(call, node)
                    name = getattr(parent.property, "name", None)
                    if name not in _LAZY or parent.computed:
                        return region
                    node, first = call, False
                    continue
            if (
                isinstance(parent, (n.CallExpression, n.NewExpression))
                and node in parent.arguments
                and self.is_consuming(parent)
            ):
                return region + self.called_by(parent, node)
            if isinstance(parent, n.YieldExpression) and parent.delegate:
                return None
            if isinstance(parent, (n.CallExpression, n.NewExpression)) or first:
                return None
            return region

    def is_consuming(self, node: n.CallExpression | n.NewExpression) -> bool:
        """``new Set(...)``, ``Array.from(...)``: takes all items before it returns."""
        callee = node.callee
        if isinstance(node, n.NewExpression):
            return (
                isinstance(callee, n.Identifier)
                and callee not in self.scopes.binding_of
                and callee.name in ("Set", "Map", "WeakSet", "WeakMap")
            )
        return (
            isinstance(callee, n.MemberExpression)
            and isinstance(callee.object, n.Identifier)
            and callee.object not in self.scopes.binding_of
            and callee.object.name in _CONSUMING
        )

    def called_by(
        self, call: n.CallExpression | n.NewExpression, but: n.Node
    ) -> list[n.Node]:
        """The other arguments, and the callbacks that the call calls."""
        found: list[n.Node] = [a for a in call.arguments if a is not but]
        targets = self.analysis.inference.targets.get((call, "callback"), ())  # type: ignore[call-overload]
        found += sorted((f.node for f in targets), key=lambda f: f.start)
        return found

    def meanwhile(self, node: n.Node) -> Facts | None:
        """What changes while the value of a call is iterated; None if that is not known."""
        region = self.consumers(node)
        return None if region is None else self.changes.during(region)

    def enclosing_call(self, node: n.Node) -> n.CallExpression | None:
        """The call that an expression is the receiver or an argument of."""
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.MemberExpression) and parent.object is node:
            parent = self.scopes.parents.get(parent)
        return parent if isinstance(parent, n.CallExpression) else None

    def is_settled(self, node: n.Node) -> bool:
        """Whether nobody changes a collection while what is made of it is iterated."""
        made: n.Node | None = self.enclosing_call(node)
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.SpreadElement):  # [...xs]
            made = self.scopes.parents.get(parent)
        facts = self.meanwhile(made) if made is not None else None
        if made is None or facts is None:
            return False
        changed = facts.written
        if isinstance(made, n.CallExpression) and node in made.arguments:
            callee = made.callee
            name = callee.property if isinstance(callee, n.MemberExpression) else None
            if isinstance(name, n.Identifier) and name.name == "keys":
                changed = facts.resized
        return not self.changes.hits(self.type_of(node), changed, facts)

    def may_wait(self, function: n.Node, result: n.Node) -> bool:
        """Whether a callback may be called later, one item after the other."""
        call = self.scopes.parents.get(function)
        if not isinstance(call, n.CallExpression):
            return False
        facts = self.meanwhile(call)
        return facts is not None and self.changes.unaffected(result, facts)

    # -- pairs -----------------------------------------------------------------------------

    def pairs_are_read(self, node: n.Node) -> bool:
        """Whether of an array of pairs (and of the pairs) nothing but the items is used."""
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.ForOfStatement) and parent.right is node:
            left = parent.left
            if isinstance(left, n.VariableDeclaration):
                return self.target_reads_pair(left.declarations[0].id)
            return False
        if isinstance(parent, n.VariableDeclarator) and parent.init is node:
            if isinstance(parent.id, n.Identifier):
                return self.all_uses(parent.id, self.pairs_are_read)
            return isinstance(parent.id, n.ArrayPattern) and all(
                e is None or self.target_reads_pair(e) for e in parent.id.elements
            )
        if isinstance(parent, n.SpreadElement):
            above = self.scopes.parents.get(parent)
            return (
                isinstance(above, n.ArrayExpression)
                and len(above.elements) == 1
                and self.pairs_are_read(above)
            )
        if isinstance(parent, n.MemberExpression) and parent.object is node:
            return self.member_reads_pairs(parent)
        if isinstance(parent, n.CallExpression) and node in parent.arguments:
            callee = parent.callee
            return (
                self.is_consuming(parent)
                and isinstance(callee, n.MemberExpression)
                and getattr(callee.property, "name", None) == "fromEntries"
            )
        if isinstance(parent, n.NewExpression) and node in parent.arguments:
            return isinstance(parent.callee, n.Identifier) and (
                parent.callee.name == "Map" and self.is_consuming(parent)
            )
        return False

    def member_reads_pairs(self, member: n.MemberExpression) -> bool:
        if member.computed:
            types = self.type_of(member.property)
            return bool(types) and types <= t.NUMBERS and self.pair_is_read(member)
        name = getattr(member.property, "name", None)
        if name == "length":
            return not self.is_target_of_assignment(member)
        call = self.scopes.parents.get(member)
        if not (isinstance(call, n.CallExpression) and call.callee is member):
            return False
        position = 1 if name == "reduce" else 0
        for argument in call.arguments[:1]:
            if isinstance(argument, n.Function):
                count = 2 if name in ("sort", "toSorted") else 1
                if not self.params_read_pairs(argument, position, count):
                    return False
            elif name not in ("slice", "at"):
                return False
        if name in _READING:
            return bool(call.arguments) and (
                name != "reduce" or len(call.arguments) == 2
            )
        if name in _SELECTING:
            above = self.scopes.parents.get(call)
            return isinstance(above, n.ExpressionStatement) or self.pairs_are_read(call)
        return name in _ONE and self.pair_is_read(call)

    def params_read_pairs(self, function: n.Function, start: int, count: int) -> bool:
        """Whether a callback only reads the pairs that it is given."""
        if self.scopes.facts[function].uses_arguments:
            return False
        for position, param in enumerate(function.params):
            if start <= position < start + count:
                if not self.target_reads_pair(param):
                    return False
            elif position > start + 1 or isinstance(param, n.RestElement):
                return False  # the whole array
        return True

    def target_reads_pair(self, target: n.Node) -> bool:
        """A pair flows into a name or pattern."""
        if isinstance(target, n.Identifier):
            return self.all_uses(target, self.pair_is_read)
        return isinstance(target, n.ArrayPattern) and not any(
            isinstance(e, n.RestElement) for e in target.elements
        )

    def all_uses(self, name: n.Identifier, check: Callable[[n.Node], bool]) -> bool:
        binding = self.scopes.binding_of.get(name)
        if binding is None or binding.reassigned or binding in self._followed:
            return False
        self._followed.add(binding)
        try:
            return all(check(reference) for reference in binding.references)
        finally:
            self._followed.discard(binding)

    def pair_is_read(self, node: n.Node) -> bool:
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.MemberExpression) and parent.object is node:
            if self.is_target_of_assignment(parent):
                return False
            if parent.computed:
                return isinstance(parent.property, n.NumberLiteral)
            return getattr(parent.property, "name", None) == "length"
        if isinstance(parent, n.VariableDeclarator) and parent.init is node:
            return self.target_reads_pair(parent.id)
        if isinstance(parent, n.AssignmentExpression) and parent.right is node:
            return isinstance(parent.left, n.ArrayPattern) and self.target_reads_pair(
                parent.left
            )
        return isinstance(parent, n.ForOfStatement) and parent.right is node

    def is_target_of_assignment(self, node: n.Node) -> bool:
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.AssignmentExpression):
            return parent.left is node
        if isinstance(parent, (n.ForOfStatement, n.ForInStatement)):
            return parent.left is node
        if isinstance(parent, n.Property):
            return isinstance(self.scopes.parents.get(parent), n.ObjectPattern)
        if isinstance(parent, n.AssignmentPattern):
            return parent.left is node
        return isinstance(
            parent, (n.UpdateExpression, n.ArrayPattern, n.RestElement)
        ) or (isinstance(parent, n.UnaryExpression) and parent.operator == "delete")


def is_push(call: n.CallExpression) -> bool:
    """``xs.push(...)``"""
    callee = call.callee
    return (
        isinstance(callee, n.MemberExpression)
        and getattr(callee.property, "name", None) == "push"
    )
