"""``===`` and ``==``, ``!==`` and ``!=`` (ECMA-262 sections 7.2.13 and 7.2.14)."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.narrowing import is_undefined
from ..analyse.types import Type
from ..parse import nodes as n
from ..pytree import build as b
from .arithmetic import NUMERIC
from .conversions import may_find_nothing
from .pattern_identity import PatternIdentity

_IDENTITY = (
    t.ArrayAtom,
    t.ObjectAtom,
    t.InstanceAtom,
    t.MapAtom,
    t.SetAtom,
    t.ErrorAtom,
    t.PromiseAtom,
    t.GeneratorAtom,
    t.ClassAtom,
    t.HostAtom,
)

_LITERALS = (
    n.StringLiteral,
    n.NumberLiteral,
    n.BooleanLiteral,
    n.BigIntLiteral,
)

_KINDS = (t.NUMBERS, t.T_STRING, t.T_BOOLEAN, t.T_BIGINT)


def identity(types: Type) -> bool:
    """Whether all values (but null and undefined) are compared by identity."""
    known = types - t.NULLISH
    return bool(known) and all(
        isinstance(a, _IDENTITY) or a in (t.REGEXP, t.DATE, t.SYMBOL) for a in known
    )


def plainly_equal(left: Type, right: Type) -> bool:
    """Whether Python's ``==`` decides as ``===`` does (ECMA-262 section 7.2.14)."""
    if not left or not right:
        return False
    a, c = left - t.NULLISH, right - t.NULLISH
    if t.ANY in a or t.ANY in c:
        return False
    numbers_a, numbers_c = a & t.NUMBERS, c & t.NUMBERS
    for one, other in ((a, numbers_c), (c, numbers_a)):
        if other and one & frozenset({t.BOOLEAN, t.BIGINT}):
            return False
    if t.BIGINT in a and t.BOOLEAN in c or t.BIGINT in c and t.BOOLEAN in a:
        return False
    objects_a = any(isinstance(x, _IDENTITY) for x in a)
    objects_c = any(isinstance(x, _IDENTITY) for x in c)
    return not (objects_a and objects_c)


class Equality(PatternIdentity):
    def equality(self, node: n.BinaryExpression) -> ast.expr:
        operator = node.operator
        positive = operator in ("===", "==")
        strict = len(operator) == 3
        left, right = node.left, node.right
        for one, other in ((left, right), (right, left)):
            special = self.typeof_test(one, other, positive)
            if special is None:
                special = self.settled_test(one, other, positive)
            if special is not None:
                return special
            if isinstance(other, n.NullLiteral) or is_undefined(
                other, self.scopes.binding_of
            ):
                if isinstance(one, _LITERALS):
                    return b.const(not positive)
                return self.none_test(node, one, other, positive, strict)
        a, c = self.in_order(
            [(left, lambda: self.expr(left)), (right, lambda: self.expr(right))]
        )
        return self.compare_equal(
            a,
            c,
            self.type_of(left),
            self.type_of(right),
            positive,
            strict,
            (left, right),
        )

    def compare_equal(
        self,
        a: ast.expr,
        c: ast.expr,
        left: Type,
        right: Type,
        positive: bool,
        strict: bool,
        nodes: tuple[n.Node, n.Node],
    ) -> ast.expr:
        equal, unequal = "==", "!="
        if strict and self.never_equal(left, right, nodes):
            return b.const(not positive)
        for node, value in ((nodes[0], c), (nodes[1], a)):
            if isinstance(node, n.BooleanLiteral) and strict:
                if isinstance(value, ast.Constant):
                    return b.const((value.value is node.value) == positive)
                return b.compare(
                    value, "is" if positive else "is not", b.const(node.value)
                )
        self.check_buffers(left & right, nodes[0])
        if left - t.NULLISH and right - t.NULLISH:
            self.check_stand_in(nodes[0], left | right, "the identity")
        self.check_nullish(left, right, strict, nodes)
        self.check_methods(left, right, nodes)
        self.check_patterns_compared(left, right, nodes)
        known_a, known_c = left - t.NULLISH, right - t.NULLISH
        if (
            strict
            or any(known_a <= k and known_c <= k for k in _KINDS)
            or (identity(left) and identity(right))
        ):
            if identity(left) and identity(right):
                return b.compare(a, "is" if positive else "is not", c)
            if plainly_equal(left, right) or self.literal_equal(left, right, nodes):
                return b.compare(a, equal if positive else unequal, c)
        result: ast.expr
        if not strict:
            self.check_bigint_text(left, right, nodes[0])
            for one, other, node in ((left, right, nodes[0]), (right, left, nodes[1])):
                if other & (t.NUMBERS | t.T_STRING | t.T_BOOLEAN | t.T_BIGINT):
                    self.check_converts(one, node)
        if strict:
            result = self.helper("strict_equals", a, c)
        elif (
            left
            and right
            and (left <= NUMERIC or right <= NUMERIC)
            and not ((left | right) & {t.ANY, t.BIGINT, t.UNDEFINED, t.NULL})
        ):
            # Beside a number (or a boolean), the other side is compared as a number.
            return b.compare(
                self.numeric(a, left, nodes[0]),
                equal if positive else unequal,
                self.numeric(c, right, nodes[1]),
            )
        else:
            if (left | right) & t.PRIMITIVES - t.NULLISH:
                for types, side in zip((left, right), nodes):
                    self.note_converted(types, side)
            result = self.helper("loose_equals", a, c)
        return result if positive else b.not_(result)

    def check_buffers(self, both: Type, node: n.Node) -> None:
        """Refuse to compare buffers of typed arrays, of which each asking makes a new view."""
        used = self.analysis.inference.members_used
        if any(getattr(a, "name", "") == "typed.ArrayBuffer" for a in both) and any(
            "buffer" in members
            for name, members in used.items()
            if name.startswith("typed.")
        ):
            raise self.refuse(node, "whether two typed arrays share a buffer")

    def literal_equal(
        self, left: Type, right: Type, nodes: tuple[n.Node, n.Node]
    ) -> bool:
        """Whether a literal on one side makes ``==`` safe whatever the other side is."""
        for literal in nodes:
            if isinstance(literal, (n.StringLiteral, n.TemplateLiteral)):
                return True
            if isinstance(literal, n.NumberLiteral) and literal.value not in (0, 1):
                return t.BIGINT not in left | right
        return False

    def never_equal(
        self, left: Type, right: Type, nodes: tuple[n.Node, n.Node]
    ) -> bool:
        """Literals of different kinds, or a BigInt and a number: never ``===``."""
        if not all(self.effects.pure(node) for node in nodes):
            return False
        if all(isinstance(node, _LITERALS) for node in nodes):
            return not any(left <= kind and right <= kind for kind in _KINDS)
        return any(
            one and one <= t.T_BIGINT and other and other <= t.NUMBERS
            for one, other in ((left, right), (right, left))
        )

    def check_nullish(
        self, left: Type, right: Type, strict: bool, nodes: tuple[n.Node, n.Node]
    ) -> None:
        """Warn where a comparison tells null from undefined."""
        if strict and (
            t.NULL in left
            and t.UNDEFINED in right
            or t.UNDEFINED in left
            and t.NULL in right
        ):
            self.warn(
                nodes[0],
                "null and undefined are both None in Python: they are equal here",
                "compare with == null where both are meant",
            )

    def check_methods(
        self, left: Type, right: Type, nodes: tuple[n.Node, n.Node]
    ) -> None:
        """Warn where methods are compared: Python makes a bound one for each object."""
        if any(
            isinstance(a, t.FunctionAtom)
            and isinstance(
                method := self.scopes.parents.get(a.node), n.MethodDefinition
            )
            and not method.static
            for a in left & right
        ):
            self.warn(
                nodes[0], "a method of one object is not that of another one in Python"
            )

    def none_test(
        self,
        node: n.BinaryExpression,
        value: n.Node,
        literal: n.Node,
        positive: bool,
        strict: bool,
    ) -> ast.expr:
        """``x === null``, ``x === undefined``, ``x == null``."""
        null = strict and isinstance(literal, n.NullLiteral)
        types = self.type_of(value) if null else self.type_asked(value)
        if strict:
            own, other = (t.NULL, t.UNDEFINED) if null else (t.UNDEFINED, t.NULL)
            if other in types and not types & {own, t.ANY}:
                return self.other_nothing(node, value, positive)
            if other in types and (t.T_NULL | t.T_UNDEFINED) <= types:
                self.warn(
                    node,
                    "null and undefined are both None in Python: this test is true for "
                    "either",
                    "compare with == null where both are meant",
                )
            elif t.ANY in types and self.program_has_both:
                self.warn(
                    node,
                    "null and undefined are both None in Python: this test is true for "
                    "either",
                    "a JSDoc type that excludes one of them removes this warning",
                )
        if null:
            return self.null_test(node, value, positive)
        operand = self.maybe(value)
        return b.compare(operand, "is" if positive else "is not", b.const(None))

    def null_test(
        self, node: n.BinaryExpression, value: n.Node, positive: bool
    ) -> ast.expr:
        """``x === null``: what is missing is undefined, and therefore looked up plainly."""
        types = self.type_of(value)
        if not types & {t.NULL, t.ANY} and self.finds_nothing(value):
            return self.other_nothing(node, value, positive)
        operand = self.expr(value)
        if may_find_nothing(operand) and t.UNDEFINED not in types:
            self.warn(
                node,
                "where there is no such element this test is true: undefined, which is not "
                "null, is None in Python, too",
                "compare with == null where both are meant",
            )
        return b.compare(operand, "is" if positive else "is not", b.const(None))

    def other_nothing(
        self, node: n.BinaryExpression, value: n.Node, positive: bool
    ) -> ast.expr:
        """``x === null`` of what may be undefined but never null: known beforehand."""
        if not self.effects.pure(value):
            made = self.expr(value)
            self.emit(b.expr(made))
        return b.const(not positive)

    @property
    def program_has_both(self) -> bool:
        """Whether values of unknown type may be null as well as undefined."""
        return False
