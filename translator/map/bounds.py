"""Whether an index is inside of its array or text: small proofs from tests around a place.

A number is seen as a sum: variables and lengths, each with a factor, and a constant. A test
like ``i < xs.length`` gives such a sum that is not negative; a sum is proved by taking
away one or two known ones, so that what is left is made of what is never negative.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..analyse import types as t
from ..analyse.changes import Facts
from ..analyse.scopes import Binding
from ..parse import nodes as n
from .sums import DEPTH, Key, Sum, Sums

_NEGATED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "===": "!==", "!==": "===",
            "==": "!=", "!=": "=="}  # fmt: skip


class Bounds(Sums):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        self._known: dict[n.Node, tuple[list[Sum], list[Sum]]] = {}
        self._in_bounds: dict[n.Node, bool] = {}
        self._looked_at: set[object] = set()

    # -- questions -------------------------------------------------------------------------

    def nonneg(self, node: n.Node) -> bool:
        if super().nonneg(node):
            return True
        if not self.is_integer(node):
            return False
        total = self.sum_of(node)
        return total is not None and self.proves(total, node)

    def in_bounds(self, node: n.MemberExpression) -> bool:
        if super().in_bounds(node):
            return True
        if node not in self.scopes.parents or not node.computed:
            return False
        known = self._in_bounds.get(node)
        if known is None:
            self._in_bounds[node] = False
            known = self._in_bounds[node] = self.is_below(
                node.property, node.object, node
            )
        return known

    def is_below(self, index: n.Node, owner: n.Node, place: n.Node) -> bool:
        """Whether an index surely is at least 0 and less than the length of its owner."""
        if not self.is_integer(index) or not self.nonneg(index):
            return False
        length, total = self.length_of_node(owner), self.sum_of(index)
        if length is None or total is None:
            return False
        for size in (length, self.made_length(owner)):
            if size is not None:
                rest = size.plus(total, -1)
                rest.const -= 1
                if self.proves(rest, place):
                    return True
        return isinstance(index, n.Identifier) and self.assigned_below(index, owner)

    def assigned_below(self, index: n.Identifier, owner: n.Node) -> bool:
        """A variable that only gets what is a good index where it is assigned."""
        binding = self.scopes.binding_of.get(index)
        if binding is None or binding in self._looked_at or binding.assigned_in_closure:
            return False
        function = binding.function
        if not self.stays_long(owner, function):
            return False
        self._looked_at.add(binding)
        try:
            values = [self.assigned_value(a) for a in binding.assignments]
            return bool(values) and all(
                value is not None and self.is_below(value, owner, value)
                for value in values
            )
        finally:
            self._looked_at.discard(binding)

    def assigned_value(self, assignment: n.Node) -> n.Node | None:
        if isinstance(assignment, n.VariableDeclarator):
            return assignment.init if isinstance(assignment.id, n.Identifier) else None
        parent = self.scopes.parents.get(assignment)
        if isinstance(parent, n.AssignmentExpression) and parent.operator == "=":
            return parent.right if parent.left is assignment else None
        if isinstance(parent, n.VariableDeclarator) and parent.id is assignment:
            return parent.init
        return None

    def stays_long(self, owner: n.Node, function: n.Node) -> bool:
        """Whether a function neither shortens an array nor puts another one in its place."""
        if not isinstance(owner, n.Identifier):
            return False
        binding = self.scopes.binding_of.get(owner)
        if binding is None or binding.reassigned:
            return False
        types = self.type_of(owner) - t.NULLISH
        if types <= t.T_STRING:
            return True
        facts = self.changes.during([function])
        return not self.changes.hits(types, facts.shrunk, facts)

    # -- proofs ------------------------------------------------------------------------------

    def proves(self, total: Sum, place: n.Node) -> bool:
        """Whether a sum surely is not negative at a place."""
        if self.evidently(total):
            return True
        if place not in self.scopes.parents:
            return False
        known = self.known_at(place)
        known = [*known, *self.monotone([total, *known])]
        firsts = [total.plus(fact, -1) for fact in known]
        if any(self.evidently(rest) for rest in firsts):
            return True
        return any(
            self.evidently(rest.plus(fact, -1)) for rest in firsts for fact in known
        )

    def evidently(self, total: Sum) -> bool:
        least = total.const
        for key, count in total.terms.items():
            if count < 0:
                return False
            if key[0] == "length":
                continue
            low = super().lower_bound(total.nodes[key], DEPTH)
            if low is None:
                return False
            least += count * low
        return least >= 0

    def known_at(self, place: n.Node) -> list[Sum]:
        """Sums that tests before a place prove not to be negative there."""
        found = self._known.get(place)
        if found is None:
            positive: list[Sum] = []
            unequal: list[Sum] = []
            self._known[place] = (positive, unequal)
            for facts, tests in self.tests_before(place):
                for test, truth in tests:
                    for kind, total in self.facts_of(test, truth):
                        if self.lasts(total, facts):
                            (positive if kind == ">=" else unequal).append(total)
            self.sharpen(positive, unequal)
            found = self._known[place]
        return found[0][:12]

    def tests_before(
        self, place: n.Node
    ) -> Iterator[tuple[Facts, list[tuple[n.Node, bool]]]]:
        seen: list[tuple[n.Node, bool]] = []

        def says(test: n.Node, truth: bool) -> bool:
            seen[:] = list(self.simple_tests(test, truth))
            return bool(seen)

        for nodes in self.dominators(place, says, lambda statement: False):
            yield self.changes.during(nodes), list(seen)

    def simple_tests(self, test: n.Node, truth: bool) -> Iterator[tuple[n.Node, bool]]:
        if isinstance(test, n.UnaryExpression) and test.operator == "!":
            yield from self.simple_tests(test.argument, not truth)
        elif isinstance(test, n.LogicalExpression):
            if test.operator == ("&&" if truth else "||"):
                yield from self.simple_tests(test.left, truth)
                yield from self.simple_tests(test.right, truth)
        elif isinstance(test, (n.BinaryExpression, n.MemberExpression, n.Identifier)):
            yield test, truth

    def facts_of(self, test: n.Node, truth: bool) -> Iterator[tuple[str, Sum]]:
        """What a test says: sums that are ``>=`` 0, or not 0."""
        if not isinstance(test, n.BinaryExpression):
            total = self.sum_of(test) if self.is_integer(test) else None
            if total is not None and truth:
                yield "!=", total
            return
        operator = test.operator
        if operator not in _NEGATED:
            return
        if not truth:
            operator = _NEGATED[operator]
        small, large = test.left, test.right
        if operator in (">", ">="):
            small, large = large, small
        if operator not in ("===", "==", "!==", "!="):
            limit = self.at_most(large)
            if limit is not None and self.is_integer(small):
                low = self.sum_of(small)
                if low is not None:
                    limit.const -= 1 if operator in ("<", ">") else 0
                    yield ">=", limit.plus(low, -1)
                return
        if not (self.is_integer(test.left) and self.is_integer(test.right)):
            return
        left, right = self.sum_of(test.left), self.sum_of(test.right)
        if left is None or right is None:
            return
        if operator in ("<", "<="):
            left, right = right, left
        difference = left.plus(right, -1)
        if operator in ("<", ">"):
            difference.const -= 1
        if operator in ("!==", "!="):
            yield "!=", difference
            return
        yield ">=", difference
        if operator in ("===", "=="):
            yield ">=", right.plus(left, -1)

    def at_most(self, node: n.Node) -> Sum | None:
        """``xs.length`` for ``Math.floor(xs.length / 2)``: what a number is not above."""
        if isinstance(node, n.CallExpression) and len(node.arguments) == 1:
            name = self.analysis.inference.quotients.function_of_math(node)
            if name not in ("floor", "trunc"):
                return None
            node = node.arguments[0]
        if isinstance(node, n.BinaryExpression) and node.operator in ("/", ">>"):
            divisor = self.constant_number(node.right)
            if divisor is None or divisor < (1 if node.operator == "/" else 0):
                return None
            whole = self.sum_of(node.left)
            if whole is not None and whole.terms and self.evidently(whole):
                return whole
        return None

    def at_inside(self, node: n.Node) -> bool:
        """Whether ``xs.at(i)`` surely finds an item, counted from either end."""
        if not (
            isinstance(node, n.CallExpression)
            and isinstance(node.callee, n.MemberExpression)
            and len(node.arguments) == 1
        ):
            return False
        owner, index = node.callee.object, node.arguments[0]
        if self.is_below(index, owner, index):
            return True
        if not self.is_integer(index) or self.range_of(index).high >= 0:
            return False
        length, total = self.length_of_node(owner), self.sum_of(index)
        return (
            length is not None
            and total is not None
            and self.proves(length.plus(total), index)
        )

    def lasts(self, total: Sum, facts: Facts) -> bool:
        """Whether a fact still holds after the changes."""
        for key, node in total.nodes.items():
            if key not in total.terms:
                continue
            if key[0] != "length":
                if not self.changes.unaffected(node, facts):
                    return False
                continue
            assert isinstance(node, n.MemberExpression)
            owner = node.object
            if not self.changes.unaffected(owner, facts):
                return False
            changed = facts.shrunk if total.terms[key] > 0 else facts.resized
            if self.changes.hits(self.type_of(owner) - t.PRIMITIVES, changed, facts):
                return False
        return True

    def sharpen(self, positive: list[Sum], unequal: list[Sum]) -> None:
        """What is at least 0 and not 0 is at least 1."""
        for _ in range(3):
            grown = False
            for total in list(unequal):
                for candidate in (total, Sum().plus(total, -1)):
                    if self.evidently(candidate) or any(
                        self.evidently(candidate.plus(fact, -1)) for fact in positive
                    ):
                        candidate.const -= 1
                        positive.append(candidate)
                        unequal.remove(total)
                        grown = True
                        break
            if not grown:
                return

    def monotone(self, sums: list[Sum]) -> list[Sum]:
        """What variables that only grow (or only shrink) keep from their first value."""
        found: list[Sum] = []
        seen: set[Key] = set()
        for total in sums:
            for key, node in total.nodes.items():
                if key in seen or key[0] == "length" or key not in total.terms:
                    continue
                seen.add(key)
                binding = key[0]
                assert isinstance(binding, Binding)
                first = self.first_value(binding)
                way = self.direction(binding)
                if first is None or way == 0:
                    continue
                own = Sum(0, {key: 1}, {key: node})
                fact = own.plus(first, -1) if way > 0 else first.plus(own, -1)
                if all(self.keeps(k, fact, binding) for k in fact.nodes):
                    found.append(fact)
        return found

    def first_value(self, binding: Binding) -> Sum | None:
        declarator = binding.node
        if (
            not isinstance(declarator, n.VariableDeclarator)
            or not isinstance(declarator.id, n.Identifier)
            or declarator.init is None
            or binding.assigned_in_closure
        ):
            return None
        return self.sum_of(declarator.init)

    def direction(self, binding: Binding) -> int:
        """1 for a variable that only grows after its declaration, -1 if it only shrinks."""
        ways: set[int] = set()
        for assignment in binding.assignments:
            parent = self.scopes.parents.get(assignment)
            if isinstance(parent, n.UpdateExpression):
                ways.add(1 if parent.operator == "++" else -1)
            elif isinstance(parent, n.AssignmentExpression) and parent.operator in (
                "+=",
                "-=",
            ):
                step = super().lower_bound(parent.right, DEPTH)
                if step is None or step < 0:
                    return 0
                ways.add(1 if parent.operator == "+=" else -1)
            elif assignment is not binding.node and not (
                isinstance(parent, n.VariableDeclarator) and parent is binding.node
            ):
                return 0
        return ways.pop() if len(ways) == 1 else 0

    def keeps(self, key: Key, fact: Sum, binding: Binding) -> bool:
        """Whether a part of a first value stays what it was."""
        if key == (binding,) or key not in fact.terms:
            return True
        node = fact.nodes[key]
        if key[0] == "length":
            assert isinstance(node, n.MemberExpression)
            return fact.terms[key] > 0 and (
                self.stays_long(node.object, binding.function)
                or self.stays_long_in_loop(node.object, binding)
            )
        return self.declared_inside(key[0], binding) or self.is_steady(node)

    def declared_inside(self, outer: object, inner: Binding) -> bool:
        """``for (i...) for (j = i + 1...)``: the inner loop leaves the outer variable alone."""
        facts = self.loop_facts(inner)
        return facts is not None and outer not in facts.assigned

    def stays_long_in_loop(self, owner: n.Node, counter: Binding) -> bool:
        """``for (let j = grid[i].length - 1; ...)``: the loop leaves that array as long."""
        facts = self.loop_facts(counter)
        return (
            facts is not None
            and self.changes.unaffected(owner, facts)
            and not self.changes.hits(
                self.type_of(owner) - t.PRIMITIVES, facts.shrunk, facts
            )
        )

    def loop_facts(self, counter: Binding) -> Facts | None:
        """What the rounds of a ``for`` change that declares a variable."""
        declaration = self.scopes.parents.get(counter.node)
        loop = self.scopes.parents.get(declaration) if declaration is not None else None
        if not isinstance(loop, n.ForStatement) or loop.init is not declaration:
            return None
        return self.changes.during(
            [p for p in (loop.test, loop.update, loop.body) if p]
        )
