"""``x === null || x === undefined``: a test for both is ``x == null``.

Python has one word for the two, so that each test alone would say more than JavaScript's, and
both together say the same twice. Of ``x`` it is asked here only what the source shows: a name,
or a property that no getter gives (ECMA-262 sections 7.2.13 and 7.2.14).
"""

from __future__ import annotations

from ..parse import nodes as n
from .narrowing import is_undefined
from .scopes import Binding, Scopes

_STRICT = {"||": "===", "&&": "!=="}
_DEFINING = frozenset({"defineProperty", "defineProperties", "__defineGetter__"})
_LITERALS = (n.StringLiteral, n.NumberLiteral, n.BooleanLiteral, n.NullLiteral)
#: what a place is, to be compared with others: a binding or a name, and keys
Place = tuple[object, ...]


def join_null_tests(scopes: Scopes) -> bool:
    """Write tests for null and undefined as one; whether there was any.

    Changes the program: its scopes have to be resolved anew.
    """
    chains = [
        node
        for node in scopes.parents
        if isinstance(node, n.LogicalExpression)
        and node.operator in _STRICT
        and not _continues(scopes.parents[node], node.operator)
    ]
    if not chains:
        return False
    tests = _NullTests(scopes)
    return any([tests.join(chain) for chain in chains])


def _continues(node: n.Node, operator: str) -> bool:
    return isinstance(node, n.LogicalExpression) and node.operator == operator


class _NullTests:
    def __init__(self, scopes: Scopes) -> None:
        self.scopes = scopes
        #: names of properties that may be accessors; None where any name may be one
        self.accessors: set[str] | None = set()
        for node in scopes.parents:
            if isinstance(node, (n.Property, n.MethodDefinition)):
                if node.kind == "get":
                    self.add_accessor(node.key, node.computed)
            elif isinstance(node, n.Identifier) and node.name in _DEFINING:
                self.accessors = None
                break

    def add_accessor(self, key: n.Node, computed: bool) -> None:
        name = getattr(key, "name", None) or getattr(key, "value", None)
        if computed or not isinstance(name, str):
            self.accessors = None
        elif self.accessors is not None:
            self.accessors.add(name)

    def join(self, chain: n.LogicalExpression) -> bool:
        """Join the tests of one chain of ``||`` or ``&&``; whether there were any."""
        operands = _operands(chain, chain.operator)
        found = False
        #: tests with nothing but tests between them and here, by what they ask
        before: dict[Place, tuple[n.BinaryExpression, n.Expression, bool]] = {}
        for operand in operands:
            asked = self.asked(operand, _STRICT[chain.operator])
            place = None if asked is None else self.place(asked[1])
            if asked is None or place is None:
                if not self.compares_names(operand):
                    before.clear()
                continue
            test, _, null = asked
            if len(place) > 1:  # its object may be nothing, which raises an error
                before = {k: v for k, v in before.items() if k == place}
            first = before.get(place)
            if first is None:
                before[place] = asked
            elif first[2] != null:
                self.scopes.replace(first[0], _loose(first[0], first[1]))
                self.drop(test)
                del before[place]
                found = True
        return found

    def drop(self, operand: n.Node) -> None:
        """Take an operand out of its chain."""
        above = self.scopes.parents[operand]
        assert isinstance(above, n.LogicalExpression)
        kept = above.left if above.right is operand else above.right
        self.scopes.replace(above, kept)

    def asked(
        self, node: n.Node, operator: str
    ) -> tuple[n.BinaryExpression, n.Expression, bool] | None:
        """What a strict test for null or undefined asks of: the test, the value, whether it
        is for null."""
        if not isinstance(node, n.BinaryExpression):
            return None
        for value, other in ((node.left, node.right), (node.right, node.left)):
            if (
                node.operator[:2] == operator[:2]
                and isinstance(value, n.UnaryExpression)
                and value.operator == "typeof"
                and isinstance(other, n.StringLiteral)
                and other.value == "undefined"
                and self.has_value(value.argument)
            ):
                return node, value.argument, False
            if node.operator != operator:
                continue
            if isinstance(other, n.NullLiteral):
                return node, value, True
            if is_undefined(other, self.scopes.binding_of) and not (
                isinstance(other, n.UnaryExpression)
                and not isinstance(other.argument, n.NumberLiteral)
            ):
                return node, value, False
        return None

    def compares_names(self, node: n.Node) -> bool:
        """Whether an operand does nothing but compare variables and constants."""
        return (
            isinstance(node, n.BinaryExpression)
            and node.operator in ("===", "!==")
            and all(
                isinstance(side, _LITERALS)
                or (isinstance(side, n.Identifier) and self.has_value(side))
                for side in (node.left, node.right)
            )
        )

    def has_value(self, node: n.Node) -> bool:
        """Whether reading a value raises no error, which ``typeof`` would not raise."""
        return not isinstance(node, n.Identifier) or node in self.scopes.binding_of

    def place(self, node: n.Node) -> Place | None:
        """What is read, where reading it does nothing else."""
        if isinstance(node, n.ThisExpression):
            return ("this",)
        if isinstance(node, n.Identifier):
            binding: Binding | None = self.scopes.binding_of.get(node)
            return (binding if binding is not None else node.name,)
        if not isinstance(node, n.MemberExpression) or node.optional:
            return None
        owner = self.place(node.object)
        if owner is None or self.accessors is None:
            return None
        key = node.property
        if isinstance(key, n.PrivateIdentifier):
            return None if key.name in self.accessors else (*owner, "#" + key.name)
        if not node.computed:
            assert isinstance(key, n.Identifier)
            return None if key.name in self.accessors else (*owner, "." + key.name)
        if isinstance(key, (n.StringLiteral, n.NumberLiteral)):
            name = str(key.value)
            return None if name in self.accessors else (*owner, "." + name)
        inner = self.place(key) if isinstance(key, n.Identifier) else None
        return None if inner is None or self.accessors else (*owner, inner)


def _operands(node: n.Expression, operator: str) -> list[n.Expression]:
    """What a chain of one operator joins, from left to right."""
    found: list[n.Expression] = []
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, n.LogicalExpression) and current.operator == operator:
            waiting += [current.right, current.left]
        else:
            found.append(current)
    return found


def _loose(test: n.BinaryExpression, value: n.Expression) -> n.BinaryExpression:
    null = n.NullLiteral(start=test.end, end=test.end)
    return n.BinaryExpression(
        test.operator[:2], value, null, start=test.start, end=test.end
    )
