"""What is known at a place because of tests and calls that come before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..analyse import types as t
from ..analyse.changes import Changes, Facts
from ..analyse.scopes import LOOPS
from ..parse import nodes as n
from ..rules.matching import same
from .indexes import Indexes
from .member_targets import MemberTargets

_FLIPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "===": "===", "!==": "!==",
            "==": "==", "!=": "!="}  # fmt: skip
#: whether a test, by being true (or false), says what is asked for
_Says = Callable[[n.Node, bool], bool]


class Dominance(MemberTargets):
    @property
    def changes(self) -> Changes:
        found: Changes | None = self.__dict__.get("_changes")
        if found is None:
            found = self.__dict__["_changes"] = Changes(
                self.scopes, self.analysis.inference, self.stays_in_bounds
            )
        return found

    def stays_in_bounds(self, node: n.MemberExpression) -> bool:
        """Whether ``array[i] = x`` surely writes to an element that is there."""
        # Not by proofs that ask for changes themselves.
        if Indexes.in_bounds(self, node) or self.fits_literal(node):
            return True
        if not isinstance(node.property, n.Identifier):
            return False
        # The index that a callback is given: array.forEach((x, i) => ... array[i] ...)
        binding = self.scopes.binding_of.get(node.property)
        if binding is None or binding.reassigned:
            return False
        function = binding.function
        call = self.scopes.parents.get(function)
        return (
            isinstance(function, n.Function)
            and len(function.params) > 1
            and isinstance(second := function.params[1], n.Identifier)
            and self.scopes.binding_of[second] is binding
            and isinstance(call, n.CallExpression)
            and isinstance(call.callee, n.MemberExpression)
            and self.same_name(call.callee.object, node.object)
        )

    # -- places before a node --------------------------------------------------------------

    def dominators(
        self, node: n.Node, says: _Says, does: Callable[[n.Node], bool]
    ) -> Iterator[list[n.Node]]:
        """For each place before that settles the question, the code from there to the node."""
        child: n.Node = node
        parent = self.scopes.parents.get(child)
        while parent is not None and not isinstance(parent, n.Function):
            test: n.Node | None = None
            wanted = True
            if isinstance(parent, (n.IfStatement, n.ConditionalExpression)):
                if child is not parent.test:
                    test, wanted = parent.test, child is parent.consequent
            elif isinstance(parent, n.LogicalExpression):
                if child is parent.right and parent.operator != "??":
                    test, wanted = parent.left, parent.operator == "&&"
            elif (
                isinstance(parent, (n.WhileStatement, n.ForStatement))
                and child is parent.body
            ):
                test = parent.test
            elif isinstance(parent, n.ForStatement) and child is parent.update:
                test = parent.test
            if test is not None and says(test, wanted):
                between = self.earlier(child, node)
                if between is not None:
                    if child is getattr(parent, "update", None):
                        assert isinstance(parent, n.ForStatement)
                        between.insert(0, parent.body)
                    yield [test, *between]
            yield from self.siblings(parent, child, node, says, does)
            child, parent = parent, self.scopes.parents.get(parent)

    def siblings(
        self,
        parent: n.Node,
        child: n.Node,
        node: n.Node,
        says: _Says,
        does: Callable[[n.Node], bool],
    ) -> Iterator[list[n.Node]]:
        if isinstance(parent, (n.BlockStatement, n.Program)):
            statements = parent.body
        elif isinstance(parent, n.SwitchCase):
            statements = parent.consequent
        else:
            return
        if child not in statements:
            return
        at = statements.index(child)
        for position in range(at - 1, -1, -1):
            statement = statements[position]
            settles = does(statement)
            if (
                isinstance(statement, n.IfStatement)
                and statement.alternate is None
                and jumps(statement.consequent)
            ):
                settles |= says(statement.test, False)
            if settles:
                between = self.earlier(child, node)
                if between is not None:
                    yield [*statements[position + 1 : at], *between]

    def earlier(self, root: n.Node, node: n.Node) -> list[n.Node] | None:
        """The code in ``root`` that may run before ``node``; of a loop around it, all."""
        found: list[n.Node] = []
        current = root
        while current is not node:
            if isinstance(current, n.Function):
                return None
            if isinstance(current, LOOPS):
                found.append(current)
                return found
            inner: n.Node | None = None
            for child in n.children(current):
                if child.start <= node.start and node.end <= child.end:
                    inner = child
                    break
                if child.end <= node.start:
                    found.append(child)
            if inner is None:
                return None
            current = inner
        return found

    # -- not empty -------------------------------------------------------------------------

    def nonempty(self, node: n.Node) -> bool:
        """Whether an array (Map, Set) surely has an element at this place."""
        types = self.type_of(node) - t.NULLISH
        if types and all(
            isinstance(a, t.ArrayAtom) and (a.items or self.mapped_nonempty(a))
            for a in types
        ):
            return True
        if isinstance(node, n.StringLiteral):
            return bool(node.value)
        if not self.effects.pure(node):
            return False

        def says(test: n.Node, truth: bool) -> bool:
            return self.combined_says(
                test, truth, lambda x, y: self.says_filled(x, y, node)
            )

        def does(statement: n.Node) -> bool:
            call = statement_call(statement, ("push", "unshift", "set", "add"))
            return (
                call is not None
                and bool(call.arguments)
                and not isinstance(call.arguments[0], n.SpreadElement)
                and same(call.callee.object, node)  # type: ignore[attr-defined]
            )

        return any(
            self.still(facts, [node])
            and not self.changes.hits(types, facts.shrunk, facts)
            for facts in map(self.changes.during, self.dominators(node, says, does))
        )

    def mapped_nonempty(self, atom: t.ArrayAtom) -> bool:
        """Whether an array is what ``map`` made of one that has elements, and kept so."""
        site = atom.site
        return (
            isinstance(site, n.CallExpression)
            and isinstance(site.callee, n.MemberExpression)
            and getattr(site.callee.property, "name", None) == "map"
            and site not in self.analysis.inference.resized
            and self.nonempty(site.callee.object)
        )

    def still(self, facts: Facts, nodes: list[n.Node]) -> bool:
        return all(self.changes.unaffected(node, facts) for node in nodes)

    def combined_says(self, test: n.Node, truth: bool, simple: _Says) -> bool:
        """Through ``!``, ``&&`` and ``||``."""
        if isinstance(test, n.UnaryExpression) and test.operator == "!":
            return self.combined_says(test.argument, not truth, simple)
        if isinstance(test, n.LogicalExpression) and test.operator == (
            "&&" if truth else "||"
        ):
            return self.combined_says(test.left, truth, simple) or self.combined_says(
                test.right, truth, simple
            )
        return simple(test, truth)

    def says_filled(self, test: n.Node, truth: bool, node: n.Node) -> bool:
        """``xs.length``, ``xs.length > 0`` and their kin."""
        if self.is_size_of(test, node):
            return truth
        if not isinstance(test, n.BinaryExpression):
            return False
        left, operator, right = test.left, test.operator, test.right
        if self.is_size_of(right, node):
            left, right = right, left
            operator = _FLIPPED.get(operator, operator)
        if not self.is_size_of(left, node) or not isinstance(right, n.NumberLiteral):
            return False
        number = right.value
        if truth:
            return (
                (operator == ">" and number >= 0)
                or (operator == ">=" and number > 0)
                or (operator in ("!==", "!=") and number == 0)
                or (operator in ("===", "==") and number > 0)
            )
        return (
            (operator in ("===", "==") and number == 0)
            or (operator == "<" and number >= 1)
            or (operator == "<=" and number >= 0)
        )

    def is_size_of(self, test: n.Node, node: n.Node) -> bool:
        return (
            isinstance(test, n.MemberExpression)
            and not test.computed
            and isinstance(test.property, n.Identifier)
            and test.property.name in ("length", "size")
            and same(test.object, node)
        )

    # -- a key that is there -----------------------------------------------------------------

    def has_key(self, key: n.Node) -> bool:
        """Whether ``map.get(key)`` surely finds the key."""
        call = self.scopes.parents.get(key)
        if not (
            isinstance(call, n.CallExpression)
            and isinstance(call.callee, n.MemberExpression)
        ):
            return False
        owner = call.callee.object
        if not (self.effects.pure(owner) and self.effects.pure(key)):
            return False

        def about(node: n.Node, names: tuple[str, ...]) -> bool:
            return (
                isinstance(node, n.CallExpression)
                and isinstance(node.callee, n.MemberExpression)
                and isinstance(node.callee.property, n.Identifier)
                and not node.callee.computed
                and node.callee.property.name in names
                and bool(node.arguments)
                and same(node.callee.object, owner)
                and same(node.arguments[0], key)
            )

        def says(test: n.Node, truth: bool) -> bool:
            return self.combined_says(
                test, truth, lambda x, y: y and about(x, ("has", "get"))
            )

        def does(statement: n.Node) -> bool:
            if isinstance(statement, n.IfStatement) and statement.alternate is None:
                inner = inner_statements(statement.consequent)
                return says(statement.test, False) and bool(inner) and does(inner[-1])
            setting = statement_call(statement, ("set",))
            return setting is not None and about(setting, ("set",))

        types = self.type_of(owner)
        return any(
            self.still(facts, [owner, key])
            and not self.changes.hits(types, facts.shrunk, facts)
            for facts in map(self.changes.during, self.dominators(call, says, does))
        )


def inner_statements(node: n.Node) -> list[n.Node]:
    return node.body if isinstance(node, n.BlockStatement) else [node]


def statement_call(
    statement: n.Node, names: tuple[str, ...]
) -> n.CallExpression | None:
    """The call of a method of one of these names that is all of a statement."""
    call = statement
    if isinstance(call, n.ExpressionStatement):
        call = call.expression
    if (
        isinstance(call, n.CallExpression)
        and isinstance(call.callee, n.MemberExpression)
        and not call.callee.computed
        and isinstance(call.callee.property, n.Identifier)
        and call.callee.property.name in names
    ):
        return call
    return None


def jumps(node: n.Node) -> bool:
    """Whether a statement surely ends in return, throw, break or continue."""
    if isinstance(node, n.BlockStatement):
        return bool(node.body) and jumps(node.body[-1])
    return isinstance(
        node,
        (n.ReturnStatement, n.ThrowStatement, n.BreakStatement, n.ContinueStatement),
    )
