"""Operators: arithmetic, comparison, logic, text concatenation."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence

from ..analyse import types as t
from ..analyse.arithmetic import plus
from ..analyse.narrowing import is_undefined
from ..analyse.types import Type
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import bind, binding_of
from .base import name_for
from .conversions import Conversions

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
_NUMERIC = t.NUMBERS | t.T_BOOLEAN


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


class Operators(Conversions):
    # -- equality --------------------------------------------------------------------

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
        self.check_nullish(left, right, strict, nodes)
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
        if strict:
            result = self.helper("strict_equals", a, c)
        elif (
            left
            and right
            and (left <= _NUMERIC or right <= _NUMERIC)
            and not ((left | right) & {t.ANY, t.BIGINT, t.UNDEFINED, t.NULL})
        ):
            # Beside a number (or a boolean), the other side is compared as a number.
            return b.compare(
                self.numeric(a, left, nodes[0]),
                equal if positive else unequal,
                self.numeric(c, right, nodes[1]),
            )
        else:
            result = self.helper("loose_equals", a, c)
        return result if positive else b.not_(result)

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

    def none_test(
        self,
        node: n.BinaryExpression,
        value: n.Node,
        literal: n.Node,
        positive: bool,
        strict: bool,
    ) -> ast.expr:
        """``x === null``, ``x === undefined``, ``x == null``."""
        types = self.type_of(value)
        if strict:
            other = t.UNDEFINED if isinstance(literal, n.NullLiteral) else t.NULL
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
        operand = self.maybe(value)
        return b.compare(operand, "is" if positive else "is not", b.const(None))

    @property
    def program_has_both(self) -> bool:
        """Whether values of unknown type may be null as well as undefined."""
        return False

    def settled_test(
        self, one: n.Node, other: n.Node, positive: bool
    ) -> ast.expr | None:
        """``result.status === "fulfilled"`` of what allSettled gave: is it an exception?"""
        if (
            not (
                isinstance(one, n.MemberExpression)
                and isinstance(one.property, n.Identifier)
                and one.property.name == "status"
                and isinstance(other, n.StringLiteral)
                and other.value in ("fulfilled", "rejected")
                and t.only(self.type_of(one.object), t.SettledAtom)
            )
            or self.representation.settled_objects
        ):
            return None
        failed = b.call("isinstance", self.expr(one.object), b.name("BaseException"))
        return failed if (other.value == "rejected") == positive else b.not_(failed)

    def typeof_test(
        self, one: n.Node, other: n.Node, positive: bool
    ) -> ast.expr | None:
        if not (
            isinstance(one, n.UnaryExpression)
            and one.operator == "typeof"
            and isinstance(other, n.StringLiteral)
        ):
            return None
        if (
            isinstance(one.argument, n.Identifier)
            and one.argument not in self.scopes.binding_of
        ):
            known = one.argument.name in _BUILTIN_GLOBALS
            return b.const((other.value == "undefined") != known == positive)
        value = self.maybe(one.argument)
        types = self.type_of(one.argument)
        name = other.value
        test: ast.expr
        if name == "undefined":
            if t.NULL in types and t.UNDEFINED in types:
                self.warn(one, "null and undefined are both None in Python here")
            test = b.compare(value, "is", b.const(None))
            return test if positive else b.negate(test)
        if name == "string":
            test = b.call("isinstance", value, b.name("str"))
        elif name == "boolean":
            test = b.call("isinstance", value, b.name("bool"))
        elif name == "number" and not (
            t.ANY in types or t.BOOLEAN in types or t.BIGINT in types
        ):
            test = b.call(
                "isinstance", value, b.tuple_([b.name("int"), b.name("float")])
            )
        elif name == "function":
            test = b.call("callable", value)
        elif name == "bigint" and not (t.ANY in types or types & t.NUMBERS):
            test = b.call("isinstance", value, b.name("int"))
        else:
            test = b.compare(
                self.helper("typeof", value), "==" if positive else "!=", b.const(name)
            )
            return test
        return test if positive else b.not_(test)

    # -- arithmetic --------------------------------------------------------------------

    def binary(self, node: n.BinaryExpression) -> ast.expr:
        operator = node.operator
        if operator in ("===", "!==", "==", "!="):
            return self.equality(node)
        if operator == "+":
            return self.plus(node)
        if operator == "instanceof":
            return self.instance_of(node)
        if operator == "in":
            return self.in_operator(node)
        left, right = self.in_order(
            [
                (node.left, lambda: self.expr(node.left)),
                (node.right, lambda: self.expr(node.right)),
            ]
        )
        if operator in ("<", "<=", ">", ">="):
            return self.order(node, left, right)
        return self.arithmetic(
            operator,
            left,
            right,
            self.type_of(node.left),
            self.type_of(node.right),
            node,
        )

    def order(
        self, node: n.BinaryExpression, left: ast.expr, right: ast.expr
    ) -> ast.expr:
        one, other = self.type_of(node.left), self.type_of(node.right)
        if one and other and one | other <= t.T_STRING:
            if not (self.is_bmp(node.left) and self.is_bmp(node.right)):
                return self.helper(
                    _ORDER_HELPERS[node.operator],
                    left,
                    right,
                    **self.number_of_none(one | other, node),
                )
            return b.compare(left, node.operator, right)
        if one <= _NUMERIC or other <= _NUMERIC:
            # One side is a number, so both are compared as numbers.
            left = self.numeric(left, one, node.left)
            right = self.numeric(right, other, node.right)
            return b.compare(left, node.operator, right)
        for types in (one, other):
            known = types - t.NULLISH - t.T_ANY
            if not (known <= _NUMERIC or known <= t.T_STRING or known <= {t.DATE}):
                return self.helper(
                    _ORDER_HELPERS[node.operator],
                    left,
                    right,
                    **self.number_of_none(one | other, node),
                )
        known = (one | other) - t.NULLISH - t.T_ANY
        if known & t.T_STRING and known - t.T_STRING:
            return self.helper(
                _ORDER_HELPERS[node.operator],
                left,
                right,
                **self.number_of_none(one | other, node),
            )
        self.note(
            node, "comparing values of different kinds raises TypeError in Python"
        )
        return b.compare(left, node.operator, right)

    def numeric(
        self, value: ast.expr, types: Type, node: n.Node, *, exact: bool = True
    ) -> ast.expr:
        """A value as a number (ECMA-262 section 7.1.4) where an operator needs one.

        ``exact``: Python raises for what is no number, so that what is not known need not
        be converted.
        """
        if types and types <= _NUMERIC | t.T_BIGINT:
            return value
        if types == t.T_NULL and isinstance(value, ast.Constant):
            return b.const(0)
        if types == t.T_UNDEFINED and isinstance(value, ast.Constant):
            self.use("math")
            return b.dotted("math.nan")
        known = types - t.NULLISH - t.T_ANY - {t.DATE}
        if known <= _NUMERIC | t.T_BIGINT and (exact or t.ANY not in types):
            self.note(node, "what is no number raises TypeError in Python's arithmetic")
            return value
        return self.helper("to_number", value, **self.number_of_none(types, node))

    def number_of_none(self, types: Type, node: n.Node) -> dict[str, ast.expr]:
        """The keyword for helpers that make a number of None: null is 0."""
        if t.NULL not in types:
            return {}
        if t.UNDEFINED in types:
            self.warn(
                node, "null and undefined are both None in Python: neither is a number"
            )
            return {}
        return {"none": b.const("null")}

    def constant_number(self, node: n.Node, depth: int = 8) -> float | None:
        """The value of an expression of number literals, as JavaScript computes it."""
        return self.analysis.inference.constant_number(node, depth)

    def arithmetic(
        self,
        operator: str,
        left: ast.expr,
        right: ast.expr,
        left_type: Type,
        right_type: Type,
        node: n.Node,
    ) -> ast.expr:
        """A numeric operator on values that were made already."""
        bigint = (
            left_type <= t.T_BIGINT and right_type <= t.T_BIGINT and bool(left_type)
        )
        self.check_bigint(left_type, right_type, node)
        left_node, right_node = operands_of(node)
        # Text times a number, or % of it, is something else in Python.
        exact = operator not in ("*", "%")
        left = self.numeric(left, left_type, left_node, exact=exact)
        right = self.numeric(right, right_type, right_node, exact=exact)
        left_type, right_type = as_numbers(left_type), as_numbers(right_type)
        types = left_type | right_type
        integers = bool(types) and types <= t.INTEGERS
        if integers and not bigint and self.needs_float(node):
            left, integers = self.floated(left), False
            if operator in ("-", "*", "**"):
                return b.binop(left, operator, right)
        if operator in ("-", "*"):
            return b.binop(left, operator, right)
        divisor = self.constant_number(right_node) if right_node is not node else 1.0
        if operator == "/":
            if bigint:
                return self.helper("bigint_divide", left, right)
            if divisor == 0:
                return self.helper("divide", left, right)
            if divisor is None:
                self.note(node, "division by zero raises ZeroDivisionError in Python")
            return b.binop(left, "/", right)
        if operator == "%":
            if bigint:
                return self.helper("bigint_remainder", left, right)
            if divisor == 0:
                return self.helper("remainder", left, right)
            if divisor is None and types <= t.NUMBERS:
                self.note(node, "% by zero raises an error in Python")
            if left_type <= t.T_NAT and right_type <= t.T_NAT and types:
                return b.binop(left, "%", right)
            if integers:
                if self.compared_with_zero(node, self.scopes.parents.get(node)):
                    return b.binop(left, "%", right)
                self.use("math")
                return b.call("int", b.call("math.fmod", left, right))
            if t.BIGINT in types or t.ANY in types:
                return self.helper("remainder", left, right)
            self.use("math")
            return b.call("math.fmod", left, right)
        if operator == "**":
            if bigint or integers and right_type <= t.T_NAT:
                return b.binop(left, "**", right)
            return self.helper("power", left, right)
        return self.bitwise(operator, left, right, left_type, right_type, bigint)

    def needs_float(self, node: n.Node) -> bool:
        """Whether a result of integers is no integer that JavaScript holds exactly."""
        if self.analysis.inference.may_round(node):
            return True
        value = self.constant_number(node)
        return value is not None and t.NUMBER in self.type_of(node)

    def floated(self, value: ast.expr) -> ast.expr:
        if isinstance(value, ast.Constant) and isinstance(value.value, int):
            return b.const(float(value.value))
        if (
            isinstance(value, ast.UnaryOp)
            and isinstance(value.op, ast.USub)
            and isinstance(value.operand, ast.Constant)
        ):
            return b.unary("-", self.floated(value.operand))
        return b.call("float", value)

    def check_bigint(self, left: Type, right: Type, node: n.Node) -> None:
        """Arithmetic of a BigInt and something else throws a TypeError in JavaScript."""
        for one, other in ((left, right), (right, left)):
            if (
                one
                and one <= t.T_BIGINT
                and other
                and not other & {t.BIGINT, t.ANY}
                and not (t.STRING in other and isinstance(node, n.BinaryExpression))
            ):
                raise self.refuse(
                    node, "a BigInt with another kind of number throws a TypeError"
                )

    def compared_with_zero(self, node: n.Node, parent: n.Node | None) -> bool:
        """``a % b === 0``: the sign of the remainder does not matter."""
        if not isinstance(parent, n.BinaryExpression):
            return False
        if parent.operator not in ("===", "!==", "==", "!="):
            return False
        other = parent.right if parent.left is node else parent.left
        return isinstance(other, n.NumberLiteral) and other.value == 0

    def bitwise(
        self,
        operator: str,
        left: ast.expr,
        right: ast.expr,
        left_type: Type,
        right_type: Type,
        bigint: bool,
    ) -> ast.expr:
        """Operators on 32 bits (ECMA-262 section 6.1.6.1.16)."""
        if bigint:
            return b.binop(left, operator, right)
        integers = bool(left_type | right_type) and left_type | right_type <= t.INTEGERS
        if operator == "&" and integers:
            for side in (left, right):
                if (
                    isinstance(side, ast.Constant)
                    and isinstance(side.value, int)
                    and 0 <= side.value <= 0x7FFFFFFF
                ):
                    return b.binop(left, "&", right)
        if operator == "|" and isinstance(right, ast.Constant) and right.value == 0:
            return self.helper("to_int32", left)
        if operator in ("&", "|", "^"):
            if integers:
                return self.helper("to_int32", b.binop(left, operator, right))
            return b.binop(
                self.helper("to_int32", left), operator, self.helper("to_int32", right)
            )
        if isinstance(right, ast.Constant) and isinstance(right.value, int):
            if right.value & 31 == 0:
                name = "to_uint32" if operator == ">>>" else "to_int32"
                return self.helper(name, left)
            count: ast.expr = b.const(right.value & 31)
        else:
            count = b.binop(right, "&", b.const(31))
        if operator == ">>>":
            return b.binop(self.helper("to_uint32", left), ">>", count)
        if operator == ">>":
            return b.binop(self.helper("to_int32", left), ">>", count)
        return self.helper(
            "to_int32", b.binop(self.helper("to_int32", left), "<<", count)
        )

    # -- addition and text -------------------------------------------------------------

    def plus(self, node: n.BinaryExpression) -> ast.expr:
        operands = self.plus_chain(node)
        values = self.in_order(
            [(operand, lambda operand=operand: self.expr(operand)) for operand in operands]  # type: ignore[misc]
        )
        return self.add_all(operands, values, [self.type_of(o) for o in operands])

    def plus_chain(self, node: n.BinaryExpression) -> list[n.Node]:
        """The operands of ``a + b + c``, from the left."""
        operands: list[n.Node] = []
        current: n.Node = node
        while isinstance(current, n.BinaryExpression) and current.operator == "+":
            operands.append(current.right)
            current = current.left
        operands.append(current)
        operands.reverse()
        return operands

    def add_all(
        self, nodes: list[n.Node], values: list[ast.expr], types: list[Type]
    ) -> ast.expr:
        """``+`` from the left: numbers until the first text, text from there on."""
        result, known = values[0], types[0]
        position = 1
        while position < len(values):
            if self.becomes_text(known, types[position]):
                break
            following = types[position]
            sum_ = self.scopes.parents.get(nodes[position], nodes[position])
            result = self.add_two(result, values[position], known, following, sum_)
            known = plus(known, following)
            position += 1
        if position == len(values):
            return result
        parts: list[tuple[ast.expr, Type, n.Node]] = [(result, known, nodes[0])]
        parts += [(values[i], types[i], nodes[i]) for i in range(position, len(values))]
        if all(kind and kind <= t.T_STRING for _, kind, _ in parts) and (
            len(parts) == 2
            and not any(
                isinstance(v, (ast.Constant, ast.JoinedStr)) for v, _, _ in parts
            )
        ):
            return b.binop(parts[0][0], "+", parts[1][0])
        return b.fstring([self.field_of(v, kind, node) for v, kind, node in parts])

    def becomes_text(self, left: Type, right: Type) -> bool:
        return (bool(left) and left <= t.T_STRING) or (
            bool(right) and right <= t.T_STRING
        )

    def add_two(
        self,
        left: ast.expr,
        right: ast.expr,
        left_type: Type,
        right_type: Type,
        node: n.Node,
    ) -> ast.expr:
        if left_type | right_type <= t.T_BIGINT and left_type:
            return b.binop(left, "+", right)
        self.check_bigint(left_type, right_type, node)
        if self.adds_as_numbers(left_type, right_type):
            left_node, right_node = operands_of(node)
            left = self.numeric(left, left_type, left_node)
            right = self.numeric(right, right_type, right_node)
            if left_type | right_type <= t.INTEGERS and self.needs_float(node):
                left = self.floated(left)
            return b.binop(left, "+", right)
        return self.helper(
            "add", left, right, **self.number_of_none(left_type | right_type, node)
        )

    def adds_as_numbers(self, left: Type, right: Type) -> bool:
        """Whether ``+`` is a sum; text beside a number raises in Python."""
        simple = _NUMERIC | t.NULLISH
        if left and right and left | right <= simple | t.T_BIGINT:
            return True
        return any(
            bool(one) and one <= simple and other <= simple | t.T_ANY
            for one, other in ((left, right), (right, left))
        )

    def template(self, node: n.TemplateLiteral) -> ast.expr:
        made = self.template_of(node, [quasi.cooked for quasi in node.quasis])
        if (
            isinstance(made, ast.Constant)
            and isinstance(made.value, str)
            and made.value.count("\n") > 1
        ):
            made.kind = "long"
        return made

    def template_of(
        self, node: n.TemplateLiteral, texts: Sequence[str | None]
    ) -> ast.expr:
        values = self.in_order(
            [(e, lambda e=e: self.expr(e)) for e in node.expressions]  # type: ignore[misc]
        )
        parts: list[str | ast.expr] = []
        for position, text in enumerate(texts):
            if text:
                self.check_halves(node, text)
                parts.append(text)
            if position < len(values):
                expression = node.expressions[position]
                parts.append(
                    self.field_of(
                        values[position], self.type_of(expression), expression
                    )
                )
        return b.fstring(parts)

    # -- unary -------------------------------------------------------------------------

    def unary(self, node: n.UnaryExpression) -> ast.expr:
        operator, argument = node.operator, node.argument
        if operator == "!":
            return as_boolean(self.negated(argument))
        if operator == "typeof":
            return self.typeof(node)
        if operator == "delete":
            return self.delete(node, value=True)
        if operator == "void":
            if not self.effects.pure(argument):
                self.emit(b.expr(self.expr(argument)))
            return b.const(None)
        value = self.expr(argument)
        types = self.type_of(argument)
        if operator == "-":
            if self.constant_number(argument) == 0 and types <= t.NUMBERS:
                return b.unary("-", self.floated(value))
            return b.unary("-", self.numeric(value, types, argument))
        if operator == "+":
            if types and types <= t.T_BIGINT:
                raise self.refuse(node, "+ of a BigInt throws a TypeError")
            if types and types <= t.NUMBERS:
                return value
            return self.helper("to_number", value, **self.number_of_none(types, node))
        if types <= t.T_BIGINT and types:
            return b.unary("~", value)
        if isinstance(argument, n.UnaryExpression) and argument.operator == "~":
            inner = self.expr(argument.argument)
            return self.helper("to_int32", inner)
        return b.unary("~", self.helper("to_int32", value))

    def negated(self, node: n.Node) -> ast.expr:
        """``!node``."""
        test = self.test(node)
        ordered = False
        if isinstance(test, ast.Compare) and isinstance(node, n.BinaryExpression):
            both = self.type_of(node.left) | self.type_of(node.right)
            ordered = bool(both) and both <= t.NUMBERS - {t.NAN} | t.T_STRING
        return b.negate(test, ordered=ordered)

    def typeof(self, node: n.UnaryExpression) -> ast.expr:
        types = self.type_of(node.argument)
        if (
            isinstance(node.argument, n.Identifier)
            and node.argument not in self.scopes.binding_of
            and node.argument.name not in _BUILTIN_GLOBALS
            and not types & (t.NUMBERS | t.NULLISH)
        ):
            return b.const("undefined")
        for name, atoms in _TYPEOF_NAMES.items():
            if types and types <= atoms:
                if not self.effects.pure(node.argument):
                    self.emit(b.expr(self.expr(node.argument)))
                return b.const(name)
        none: dict[str, ast.expr] = {}
        if t.NULL in types:
            none = {"none": b.const("object")}
            if t.UNDEFINED in types:
                self.warn(
                    node,
                    "null and undefined are both None in Python: their typeof is "
                    "'object' here",
                )
        if t.BIGINT in types and types & t.NUMBERS:
            self.warn(
                node, "BigInts and whole numbers are both int: typeof is 'number' here"
            )
        if t.SYMBOL in types:
            self.warn(node, "symbols have no counterpart: typeof is 'object' here")
        return self.helper("typeof", self.maybe(node.argument), **none)

    # -- instanceof, in ------------------------------------------------------------------

    def instance_of(self, node: n.BinaryExpression) -> ast.expr:
        right = node.right
        value = self.expr(node.left)
        if isinstance(right, n.Identifier) and right not in self.scopes.binding_of:
            name = right.name
            if name in _PYTHON_CLASSES:
                module, _, _ = _PYTHON_CLASSES[name].partition(".")
                if module != _PYTHON_CLASSES[name]:
                    self.use(module)
                if name == "TypeError" and not self.only_own_errors(node.left):
                    kinds = b.tuple_([b.name("TypeError"), b.name("AttributeError")])
                    return b.call("isinstance", value, kinds)
                return b.call("isinstance", value, b.dotted(_PYTHON_CLASSES[name]))
            if name == "Function":
                return b.call("callable", value)
            if name in ("Map", "Set", "Object", "WeakMap", "WeakSet"):
                types = self.type_of(node.left)
                wanted = {"Map": t.MapAtom, "Set": t.SetAtom}.get(name)
                if wanted is not None and types and t.ANY not in types:
                    if all(isinstance(a, wanted) for a in types):
                        return b.const(True)
                    if not any(isinstance(a, wanted) for a in types):
                        return b.const(False)
                if name == "Object":
                    return b.compare(
                        self.helper("typeof", value), "==", b.const("object")
                    )
                raise self.refuse(
                    node, f"a {name} cannot be told from other dicts at run time"
                )
            raise self.refuse(node, f"instanceof {name} has no counterpart")
        return b.call("isinstance", value, self.expr(right))

    def only_own_errors(self, node: n.Node) -> bool:
        """Whether a value is no error that Python itself may have raised."""
        binding = (
            self.scopes.binding_of.get(node) if isinstance(node, n.Identifier) else None
        )
        return binding is None or binding.kind != "catch"

    def in_operator(self, node: n.BinaryExpression) -> ast.expr:
        if isinstance(node.left, n.PrivateIdentifier):
            # An object of the class has it, others have not (ECMA-262 13.10.1).
            return b.call(
                "isinstance", self.expr(node.right), self.private_class(node.left)
            )
        types = self.type_of(node.right)
        key_name = self.analysis.inference.property_name(node.left, True)
        if any(
            isinstance(a, (t.InstanceAtom, t.ClassAtom, t.ErrorAtom))
            or (isinstance(a, t.ObjectAtom) and self.representation.is_instance(a))
            for a in types
        ):
            if isinstance(node.left, n.StringLiteral):
                return b.call(
                    "hasattr",
                    self.expr(node.right),
                    b.const(self.attribute(node.left.value)),
                )
            raise self.refuse(node, "a computed name with `in` on an instance")
        if any(isinstance(a, t.ArrayAtom) for a in types):
            left, right = self.in_order(
                [
                    (node.left, lambda: self.expr(node.left)),
                    (node.right, lambda: self.expr(node.right)),
                ]
            )
            return b.compare(left, "in", b.call("range", b.call("len", right)))
        del key_name
        left, right = self.in_order(
            [
                (node.left, lambda: self.key(node.left)),
                (node.right, lambda: self.expr(node.right)),
            ]
        )
        return b.compare(left, "in", right)

    # -- logic -------------------------------------------------------------------------

    def logical_value(self, node: n.LogicalExpression) -> ast.expr:
        """``a && b``, ``a || b`` and ``a ?? b`` as values."""
        left_node, right_node = node.left, node.right
        left_type = self.type_of(left_node)
        maybe = node.operator in ("||", "??")
        left = self.maybe(left_node) if maybe else self.expr(left_node)
        block: list[ast.stmt] = []
        with self.into(block):
            right = self.expr(right_node)
        if block:
            return self.logical_by_statements(node, left, left_type, block, right)
        if node.operator == "??":
            if isinstance(left, ast.Constant) and left.value is not None:
                return left
            return self.coalesce(left, left_node, right)
        how = self.truth(left_type)
        if how == "plain":
            return b.and_(left, right) if node.operator == "&&" else b.or_(left, right)
        if how == "true":
            return right if node.operator == "&&" else left
        left = self.repeatable(left, left_node)
        again = _again(left)
        test = self.as_test(left, left_type)
        if node.operator == "&&":
            return b.cond(test, right, again)
        return b.cond(test, again, right)

    def coalesce(self, left: ast.expr, node: n.Node, right: ast.expr) -> ast.expr:
        left = self.repeatable(left, node)
        return b.cond(b.compare(left, "is not", b.const(None)), _again(left), right)

    def repeatable(self, value: ast.expr, node: n.Node) -> ast.expr:
        """A value that is looked at twice: as it is where that is cheap, else named."""
        if _cheap(value):
            return value
        binding = self.temp(name_for(node))
        return ast.NamedExpr(self.target(binding), value)

    def logical_by_statements(
        self,
        node: n.LogicalExpression,
        left: ast.expr,
        left_type: Type,
        block: list[ast.stmt],
        right: ast.expr,
    ) -> ast.expr:
        """The right side needs statements: an ``if`` does what the operator does."""
        binding = self.temp(name_for(node.left))
        self.emit(b.assign(self.target(binding), left))
        loaded = self.load(binding)
        test: ast.expr
        if node.operator == "??":
            test = b.compare(loaded, "is", b.const(None))
        else:
            test = self.as_test(loaded, left_type)
            if node.operator == "||":
                test = b.negate(test)
        block.append(b.assign(self.target(binding), right))
        self.emit(b.if_(test, block))
        return self.load(binding)

    def conditional(self, node: n.ConditionalExpression) -> ast.expr:
        return self.either(node, self.expr)

    def either(
        self, node: n.ConditionalExpression, made: Callable[[n.Node], ast.expr]
    ) -> ast.expr:
        """``a ? b : c`` of what is made of ``b`` and ``c``; an ``if`` for its statements."""
        test = self.test(node.test)
        first: list[ast.stmt] = []
        second: list[ast.stmt] = []
        with self.into(first):
            a = made(node.consequent)
        with self.into(second):
            c = made(node.alternate)
        if not first and not second:
            return b.cond(test, a, c)
        binding = self.temp("value")
        first.append(b.assign(self.target(binding), a))
        second.append(b.assign(self.target(binding), c))
        self.emit(b.if_(test, first, second))
        return self.load(binding)


def as_boolean(value: ast.expr) -> ast.expr:
    """A condition as a value: True or False."""
    if is_boolean(value):
        return value
    if isinstance(value, ast.Constant):
        return b.const(bool(value.value))
    return b.call("bool", value)


def is_boolean(value: ast.expr) -> bool:
    """Whether an expression surely gives True or False."""
    if isinstance(value, ast.Constant):
        return isinstance(value.value, bool)
    if isinstance(value, ast.UnaryOp):
        return isinstance(value.op, ast.Not)
    if isinstance(value, ast.BoolOp):
        return all(is_boolean(item) for item in value.values)
    if isinstance(value, ast.Call):
        name = value.func.id if isinstance(value.func, ast.Name) else ""
        return name in _BOOLEAN_CALLS
    return isinstance(value, ast.Compare)


def operands_of(node: n.Node) -> tuple[n.Node, n.Node]:
    """The operands of an operator or an assignment, else the node itself twice."""
    if isinstance(node, (n.BinaryExpression, n.AssignmentExpression)):
        return node.left, node.right
    return node, node


def as_numbers(types: Type) -> Type:
    """The numbers that values of a type are converted to."""
    if types <= t.NUMBERS | {t.BIGINT, t.ANY}:
        return types
    return (types & (t.NUMBERS | {t.BIGINT, t.ANY})) | frozenset(
        t.NAT if a is t.BOOLEAN else t.NAN
        for a in types - t.NUMBERS - {t.BIGINT, t.ANY} - t.NULLISH
    )


def _cheap(value: ast.expr) -> bool:
    """Whether an expression may stand twice: a name, or attributes and keys of one."""
    while isinstance(value, (ast.Attribute, ast.Subscript)):
        if isinstance(value, ast.Subscript) and not isinstance(
            value.slice, (ast.Constant, ast.Name)
        ):
            return False
        value = value.value
    return isinstance(value, (ast.Name, ast.Constant))


def _again(value: ast.expr) -> ast.expr:
    """The value for its second use: of a walrus, the name that it binds."""
    if isinstance(value, ast.NamedExpr):
        return bind(ast.Name(value.target.id, ast.Load()), binding_of(value.target))
    return value


_ORDER_HELPERS = {
    "<": "less_than",
    "<=": "less_equal",
    ">": "greater_than",
    ">=": "greater_equal",
}
_TYPEOF_NAMES: dict[str, Type] = {
    "string": t.T_STRING,
    "number": t.NUMBERS,
    "boolean": t.T_BOOLEAN,
    "bigint": t.T_BIGINT,
    "undefined": t.T_UNDEFINED,
}
_BOOLEAN_CALLS = frozenset(
    [
        "all",
        "any",
        "bool",
        "callable",
        "hasattr",
        "isinstance",
        "has_own",
        "includes",
        "loose_equals",
        "same_value",
        "same_value_zero",
        "strict_equals",
        "truthy",
        "is_integer",
        "is_nan",
        "is_finite",
    ]
)
_PYTHON_CLASSES = {
    "Array": "list",
    "Error": "Exception",
    "TypeError": "TypeError",
    "RangeError": "ValueError",
    "SyntaxError": "ValueError",
    "ReferenceError": "NameError",
    "AggregateError": "ExceptionGroup",
    "Promise": "asyncio.Future",
    "RegExp": "re.Pattern",
    "Date": "datetime.datetime",
}
_BUILTIN_GLOBALS = frozenset(
    [
        "Array",
        "Object",
        "String",
        "Number",
        "Boolean",
        "Promise",
        "Map",
        "Set",
        "Math",
        "JSON",
        "Symbol",
        "BigInt",
        "Date",
        "RegExp",
        "Error",
        "console",
        "setTimeout",
        "setInterval",
        "clearTimeout",
        "clearInterval",
        "process",
        "require",
        "module",
        "exports",
        "globalThis",
        "queueMicrotask",
        "setImmediate",
        "structuredClone",
        "AbortController",
        "URL",
        "fetch",
        "Buffer",
    ]
)
