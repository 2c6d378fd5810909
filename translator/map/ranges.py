"""Between which bounds a number is: from what variables are given, and from tests before.

The range of a variable covers all that is assigned to it, wherever that happens (a least
fixpoint over the variables that depend on each other); where it is read, the tests that
surely came before narrow it. A range says nothing of NaN.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ..analyse import types as t
from ..analyse.scopes import Binding
from ..analyse.written_buffers import is_buffer
from ..parse import nodes as n
from .argument_ranges import ArgumentRanges
from .intervals import ANY_NUMBER, NONE, Interval, compute
from .typed_kinds import BITS, CODES, class_of

_DEPTH = 12
#: rounds after which a bound that still moves makes larger steps, is given up, and the last
_STEPS, _WIDEN, _LAST = 3, 9, 15
_MOST = 60
#: V8 has no longer text (2**29 - 24), and no larger dense array, Map or Set
_LENGTH = Interval(0, 2.0**29)
_NEGATED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "===": "!==", "!==": "===",
            "==": "!=", "!=": "=="}  # fmt: skip
_FLIPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
#: methods by what they give
_METHODS = {
    "charCodeAt": Interval(0, 0xFFFF),
    "codePointAt": Interval(0, 0x10FFFF),
    "indexOf": Interval(-1, math.inf),
    "lastIndexOf": Interval(-1, math.inf),
    "search": Interval(-1, math.inf),
    "findIndex": Interval(-1, math.inf),
    "findLastIndex": Interval(-1, math.inf),
}


@dataclass(frozen=True, slots=True)
class _Test:
    """A test that came out so before a name is read, which has not changed since."""

    node: n.Node
    truth: bool


class Ranges(ArgumentRanges):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        self._solved: dict[Binding, Interval] = {}
        #: the variables that are being looked at, as far as they are known
        self._assumed: dict[Binding, Interval] = {}
        self._tests: dict[n.Identifier, list[_Test]] = {}
        self._found: dict[n.Node, Interval] = {}

    def lower_bound(self, node: n.Node, depth: int) -> int | None:
        known = super().lower_bound(node, depth)
        if known is not None and known >= 0:
            return known
        low = self.range_of(node).low
        if math.isfinite(low) and (known is None or low > known):
            return math.ceil(low)
        return known

    def range_of(self, node: n.Node, depth: int = _DEPTH) -> Interval:
        """The bounds of an expression that is a number."""
        found = self._found.get(node)
        if found is None:
            found = self.range_seen(node, depth)
            if not self._assumed:
                self._found[node] = found
        return found

    def range_seen(self, node: n.Node, depth: int) -> Interval:
        if depth == 0:
            return ANY_NUMBER
        constant = self.constant_number(node)
        if constant is not None:
            return Interval(constant, constant)
        if not self.is_exactly(node, t.NUMBERS):
            return ANY_NUMBER
        found = self.expression_range(node, depth - 1)
        return found & Interval(0) if self.is_exactly(node, t.T_NAT) else found

    def expression_range(self, node: n.Node, depth: int) -> Interval:
        if isinstance(node, n.Identifier):
            return self.name_range(node)
        if isinstance(node, n.BinaryExpression):
            return self.operator_range(
                node.operator, node.left, node.right, node, depth
            )
        if isinstance(node, n.UnaryExpression) and node.operator in ("-", "+"):
            inner = self.range_of(node.argument, depth)
            return -inner if node.operator == "-" else inner
        if isinstance(node, n.ConditionalExpression):
            return self.range_of(node.consequent, depth) | self.range_of(
                node.alternate, depth
            )
        if isinstance(node, n.LogicalExpression):
            return self.range_of(node.left, depth) | self.range_of(node.right, depth)
        if isinstance(node, n.SequenceExpression):
            return self.range_of(node.expressions[-1], depth)
        if isinstance(node, n.AssignmentExpression):
            return self.given_range(node, depth)
        if isinstance(node, n.UpdateExpression):
            return (
                self.update_range(node, depth)
                if node.prefix
                else self.range_of(node.argument, depth)
            )
        if isinstance(node, n.CallExpression):
            return self.call_range(node, depth)
        if isinstance(node, n.MemberExpression) and not node.computed:
            name = getattr(node.property, "name", "")
            if name in ("length", "size") and self.has_length(node.object):
                return _LENGTH
        if isinstance(node, n.MemberExpression) and node.computed:
            return self.element_range(node)
        return ANY_NUMBER

    def element_range(self, node: n.MemberExpression) -> Interval:
        """What an element of a typed array of whole numbers, or a Buffer, may be."""
        types = self.type_of(node.object) - t.NULLISH
        name = "Uint8Array" if types and all(map(is_buffer, types)) else class_of(types)
        bits = BITS.get(CODES.get(name or "", ""))
        if bits is None or not self.is_exactly(node, t.NUMBERS):
            return ANY_NUMBER
        low = -(2 ** (bits - 1)) if CODES[name or ""].islower() else 0
        return Interval(low, low + 2**bits - 1)

    def has_length(self, owner: n.Node) -> bool:
        types = self.type_of(owner) - t.NULLISH
        return bool(types) and all(
            a is t.STRING or isinstance(a, (t.ArrayAtom, t.MapAtom, t.SetAtom))
            for a in types
        )

    def operator_range(
        self, operator: str, left: n.Node, right: n.Node, node: n.Node, depth: int
    ) -> Interval:
        for side in (left, right):
            if not self.is_exactly(side, t.NUMBERS):
                return ANY_NUMBER
        return compute(
            operator,
            self.range_of(left, depth),
            self.range_of(right, depth),
            whole=self.is_integer(left) and self.is_integer(right),
        )

    def given_range(self, node: n.AssignmentExpression, depth: int) -> Interval:
        """What an assignment gives its target."""
        if node.operator == "=":
            return self.range_of(node.right, depth)
        if node.operator in ("||=", "&&=", "??="):
            return self.range_of(node.left, depth) | self.range_of(node.right, depth)
        return self.operator_range(
            node.operator[:-1], node.left, node.right, node, depth
        )

    def update_range(self, node: n.UpdateExpression, depth: int) -> Interval:
        step = Interval(1, 1)
        operator = "+" if node.operator == "++" else "-"
        return compute(operator, self.range_of(node.argument, depth), step, whole=True)

    def call_range(self, node: n.CallExpression, depth: int) -> Interval:
        callee = node.callee
        name = self.analysis.inference.quotients.function_of_math(node)
        if name is not None and not any(
            isinstance(a, n.SpreadElement) for a in node.arguments
        ):
            return self.math_range(name, node.arguments, depth)
        if isinstance(callee, n.MemberExpression) and not callee.computed:
            owner = self.type_of(callee.object) - t.NULLISH
            code = self.literal_code(callee, node.arguments)
            if code is not None:
                return Interval(code, code)
            if owner and t.indexed(owner) == owner:
                method = getattr(callee.property, "name", "")
                return _METHODS.get(method, ANY_NUMBER)
        return ANY_NUMBER

    def literal_code(
        self, callee: n.MemberExpression, arguments: Sequence[n.Node]
    ) -> int | None:
        """``"a".charCodeAt(0)``."""
        if (
            not isinstance(callee.object, n.StringLiteral)
            or getattr(callee.property, "name", "") != "charCodeAt"
        ):
            return None
        text = callee.object.value
        at = self.constant_number(arguments[0]) if arguments else 0.0
        if at is None or not at.is_integer() or not 0 <= at < len(text):
            return None
        return ord(text[int(at)]) if text.isascii() else None

    def math_range(
        self, name: str, arguments: Sequence[n.Node], depth: int
    ) -> Interval:
        if name == "random":
            return Interval(0, 1)
        if not arguments:
            return ANY_NUMBER
        ranges = [
            self.range_of(a, depth) if self.is_exactly(a, t.NUMBERS) else ANY_NUMBER
            for a in arguments
        ]
        first = ranges[0]
        if name in ("floor", "trunc", "ceil", "round"):
            return first.rounded()
        if name == "abs":
            return abs(first)
        if name == "sqrt":
            return Interval(0)
        if name == "max":
            return Interval(max(r.low for r in ranges), max(r.high for r in ranges))
        if name == "min":
            return Interval(min(r.low for r in ranges), min(r.high for r in ranges))
        return ANY_NUMBER

    # -- variables ---------------------------------------------------------------------------

    def name_range(self, node: n.Identifier) -> Interval:
        binding = self.scopes.binding_of.get(node)
        if binding is None or self.replaced.get(binding) is not None:
            return ANY_NUMBER
        found = self.binding_range(binding)
        for test in self.tests_about(node, binding):
            found = self.narrowed_range(test.node, test.truth, binding, found)
        return found

    def binding_range(self, binding: Binding) -> Interval:
        found = self._solved.get(binding)
        if found is None:
            found = self._assumed.get(binding)
        if found is not None:
            return found
        if self._assumed:
            # It is looked at in the next round.
            self._assumed[binding] = NONE
            return NONE
        self._assumed[binding] = NONE
        try:
            settled = self.solve_ranges()
            self._solved.update(self._assumed)
            if not settled:
                self._solved.update(dict.fromkeys(self._assumed, ANY_NUMBER))
        finally:
            self._assumed = {}
        return self._solved[binding]

    def solve_ranges(self) -> bool:
        """Let ranges grow until they cover all assignments; then take back what is too wide."""
        assumed = self._assumed
        for round_ in range(_LAST):
            before = len(assumed)
            changed = False
            for binding in list(assumed):
                old = assumed[binding]
                new = old | self.assigned_range(binding)
                if new != old:
                    changed = True
                    if round_ >= _STEPS:
                        new = old.widened(new, steps=round_ < _WIDEN)
                    assumed[binding] = new
            if len(assumed) > _MOST:
                return False
            if not changed and len(assumed) == before:
                break
        else:
            return False
        for _ in range(2):
            for binding in list(assumed):
                assumed[binding] &= self.assigned_range(binding)
        return True

    def assigned_range(self, binding: Binding) -> Interval:
        """What covers all that a variable is given."""
        if binding.kind == "param":
            total = self.argument_range(binding)
        elif binding.kind in ("var", "let", "const"):
            total = NONE
        else:
            return ANY_NUMBER
        for assignment in binding.assignments:
            total |= self.assignment_range(assignment)
        return total

    def assignment_range(self, assignment: n.Node) -> Interval:
        parent = self.scopes.parents.get(assignment)
        if isinstance(assignment, n.VariableDeclarator):
            if not isinstance(assignment.id, n.Identifier):
                return ANY_NUMBER
            if assignment.init is not None:
                return self.range_of(assignment.init)
            declaration = self.scopes.parents.get(assignment)
            loop = self.scopes.parents.get(declaration) if declaration else None
            if isinstance(loop, (n.ForOfStatement, n.ForInStatement)):
                return ANY_NUMBER
            return NONE  # undefined is no number
        if isinstance(parent, n.UpdateExpression):
            return self.update_range(parent, _DEPTH)
        if isinstance(parent, n.AssignmentExpression) and parent.left is assignment:
            return self.given_range(parent, _DEPTH)
        return ANY_NUMBER

    # -- tests -------------------------------------------------------------------------------

    def tests_about(self, node: n.Identifier, binding: Binding) -> list[_Test]:
        found = self._tests.get(node)
        if found is None:
            found = self._tests[node] = []
            if node in self.scopes.parents:
                found += self.tests_found(node, binding)
        return found

    def tests_found(self, node: n.Identifier, binding: Binding) -> list[_Test]:
        last: list[_Test] = []

        def says(test: n.Node, truth: bool) -> bool:
            last[:] = [_Test(test, truth)]
            return any(
                isinstance(part, n.Identifier)
                and self.scopes.binding_of.get(part) is binding
                for part in n.walk(test)
            )

        return [
            last[0]
            for nodes in self.dominators(node, says, lambda statement: False)
            if self.changes.unaffected(node, self.changes.during(nodes))
        ]

    def narrowed_range(
        self, test: n.Node, truth: bool, binding: Binding, known: Interval
    ) -> Interval:
        """What is left of a variable's range where a test came out so."""
        if isinstance(test, n.UnaryExpression) and test.operator == "!":
            return self.narrowed_range(test.argument, not truth, binding, known)
        if isinstance(test, n.LogicalExpression) and test.operator in ("&&", "||"):
            first = self.narrowed_range(test.left, truth, binding, known)
            if test.operator == ("&&" if truth else "||"):
                return self.narrowed_range(test.right, truth, binding, first)
            return first | self.narrowed_range(test.right, truth, binding, known)
        if self.is_name_of(test, binding):
            if self.is_integer(test):
                zero = Interval(0, 0)
                return known.without(0) if truth else known & zero
            return known
        if not isinstance(test, n.BinaryExpression) or test.operator not in _NEGATED:
            return known
        operator = test.operator if truth else _NEGATED[test.operator]
        for one, other in ((test.left, test.right), (test.right, test.left)):
            if (
                self.is_name_of(one, binding)
                and self.is_exactly(one, t.NUMBERS)
                and self.is_exactly(other, t.NUMBERS)
            ):
                whole = self.is_integer(one) and self.is_integer(other)
                known = self.narrowed_by(operator, known, self.range_of(other), whole)
            operator = _FLIPPED.get(operator, operator)
        return known

    def narrowed_by(
        self, operator: str, known: Interval, other: Interval, whole: bool
    ) -> Interval:
        if operator in ("===", "=="):
            return known & other
        if operator in ("!==", "!="):
            if whole and other.low == other.high:
                return known.without(other.low)
            return known
        strict = 1 if whole and operator in ("<", ">") else 0
        if operator in ("<", "<="):
            return known & Interval(-math.inf, other.high - strict)
        return known & Interval(other.low + strict)

    def is_name_of(self, node: n.Node, binding: Binding) -> bool:
        return (
            isinstance(node, n.Identifier)
            and self.scopes.binding_of.get(node) is binding
        )
