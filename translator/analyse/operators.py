"""Types of operators, of what they assign, and what is known behind them."""

from __future__ import annotations

from ..parse import nodes as n
from . import types as t
from .arithmetic import arithmetic, numeric, plus
from .constants import constant_number, is_exact_integer, is_infinite
from .digits import Digits
from .env import merge
from .infinities import UNKNOWN, negated, of_constant
from .magnitude import Magnitude
from .products import Products
from .quotients import Quotients
from .scopes import Scopes
from .signatures import Signatures
from .types import Atom, Type

_COMPARISONS = frozenset(
    {"==", "!=", "===", "!==", "<", "<=", ">", ">=", "in", "instanceof"}
)
_ARITHMETIC = frozenset({"-", "*", "/", "%", "**"})
_CONVERSIONS = ("valueOf", "@@toPrimitive")
_GROWING = frozenset({"+", "-", "*", "%", "**"})


class Operators(Products):
    def __init__(self, scopes: Scopes, signatures: Signatures) -> None:
        super().__init__(scopes, signatures)
        self.magnitude = Magnitude(self)
        self.quotients = Quotients(self)
        self.digits = Digits(self)

    def chain(self, node: n.ChainExpression) -> Type:
        before = self.env
        types = self.evaluate(node.expression)
        self.env = merge(before, self.env)
        return types | t.T_UNDEFINED if self.may_short(node.expression) else types

    def may_short(self, node: n.Node) -> bool:
        """Whether a link of an optional chain may find null or undefined."""
        while isinstance(node, (n.MemberExpression, n.CallExpression)):
            inner = node.object if isinstance(node, n.MemberExpression) else node.callee
            if node.optional:
                types = self.types.get(inner, t.NEVER)
                if types & t.NULLISH or t.ANY in types or not types:
                    return True
                if isinstance(inner, n.MemberExpression) and inner.computed:
                    # There may be no such element.
                    return True
            node = inner
        return False

    def unary(self, node: n.UnaryExpression) -> Type:
        operator = node.operator
        types = self.evaluate(node.argument)
        if operator in ("!", "delete"):
            if operator == "delete":
                self.deleted(node.argument)
            return t.T_BOOLEAN
        if operator == "typeof":
            return t.T_STRING
        if operator == "void":
            return t.T_UNDEFINED
        if not types:
            return t.NEVER
        if operator == "~":
            return t.T_BIGINT if types <= t.T_BIGINT else t.T_INT
        if types <= t.T_BIGINT:
            return t.T_BIGINT
        widest = numeric(types)
        if operator == "-":
            value = constant_number(node, self.scopes)
            if value is not None:
                # A quotient is a float in Python, whole or not.
                if is_exact_integer(value) and widest in t.INTEGERS:
                    return t.T_INT
                return t.T_NUMBER | of_constant(value)
            if widest in t.INTEGERS:
                return t.T_INT
            return frozenset({widest}) | (
                negated(types) if widest is t.NUMBER else t.NEVER
            )
        if types <= t.NUMBERS or types <= {t.BOOLEAN}:
            return frozenset({widest}) | (types & t.INFINITIES)
        if types == t.T_STRING and self.digits.most(node.argument) is not None:
            return t.T_NAT
        return t.T_NAN if types != frozenset({t.DATE}) else t.T_INT

    def deleted(self, node: n.Node) -> None:
        if isinstance(node, n.ChainExpression):
            node = node.expression
        if not isinstance(node, n.MemberExpression):
            return
        name = self.property_name(node.property, node.computed)
        for atom in self.types.get(node.object, t.NEVER):
            if isinstance(atom, (t.ObjectAtom, t.InstanceAtom)):
                self.deleted_keys.setdefault(atom, set()).add(name)
                self.lose_keys(atom, set(atom.present) if name is None else {name})

    def update(self, node: n.UpdateExpression) -> Type:
        old = self.evaluate(node.argument)
        if not old:
            return t.NEVER
        if old <= t.T_BIGINT:
            new = old
        else:
            new = arithmetic("+" if node.operator == "++" else "-", old, t.T_NAT)
        self.assign(node.argument, new)
        self.types[node.argument] = old
        if node.prefix:
            return new
        return old if old <= t.NUMBERS | t.T_BIGINT else frozenset({numeric(old)})

    def binary(self, node: n.BinaryExpression) -> Type:
        if isinstance(node.left, n.PrivateIdentifier):
            self.evaluate(node.right)
            return t.T_BOOLEAN
        left, right = self.evaluate(node.left), self.evaluate(node.right)
        if node.operator in _ARITHMETIC and t.T_STRING in (left, right):
            left, right = self.as_digits(node.left, left), self.as_digits(
                node.right, right
            )
        result = self.operate(node, node.operator, left, right)
        if result and result <= t.NUMBERS and self.may_be_nan(node):
            return t.T_NAN
        if node.operator == "/" and left | right <= t.INTEGERS and left and right:
            return self.quotient(node, left, right, result)
        if self.may_turn_negative(node, result):
            return t.T_INT
        if result and result <= t.NUMBERS and node.operator in _GROWING:
            value = constant_number(node, self.scopes)
            if not result <= t.INTEGERS:
                return result if value is None else result | of_constant(value)
            if value is not None and not is_exact_integer(value):
                return t.T_NUMBER | of_constant(value)
            if self.may_round(node) or (
                node.operator in ("*", "**") and self.multiplies_itself(node)
            ):
                return t.T_NUMBER
        return result

    def as_digits(self, node: n.Node, types: Type) -> Type:
        """``String(n)[0] % 2``: a text of digits is an integer there."""
        if types == t.T_STRING and self.digits.surely(node):
            return t.T_NAT
        return types

    def may_be_nan(self, node: n.BinaryExpression) -> bool:
        """A constant that makes NaN of / and %: Python's own operators would raise."""
        if node.operator not in ("/", "%"):
            return False
        divisor = constant_number(node.right, self.scopes)
        return divisor == 0 or (node.operator == "%" and is_infinite(node.left))

    def roots_negative(self, node: n.BinaryExpression | n.AssignmentExpression) -> bool:
        """``(-8) ** (1 / 3)`` is NaN (ECMA-262 6.1.6.1.3)."""
        exponent = constant_number(node.right, self.scopes)
        whole = self.types.get(node.right, t.NEVER) <= t.INTEGERS
        if whole or exponent is not None and exponent.is_integer():
            return False
        return not self.quotients.never_negative(node.left)

    def quotient(
        self,
        node: n.BinaryExpression | n.AssignmentExpression,
        left: Type,
        right: Type,
        otherwise: Type,
    ) -> Type:
        """The type of a quotient of integers: ``n / 2`` where ``n % 2 === 0`` is one."""
        if not self.quotients.is_whole(node):
            return otherwise
        if isinstance(node.left, n.BinaryExpression):
            # (n - n % 10) / 10 has the sign of n.
            left = self.types.get(node.left.left, t.T_INT)
        return t.T_NAT if left | right == t.T_NAT else t.T_INT

    def may_turn_negative(
        self, node: n.BinaryExpression | n.AssignmentExpression, result: Type
    ) -> bool:
        """Whether an operator on 32 bits may make wide operands negative."""
        operator = node.operator.removesuffix("=")
        if result != t.T_NAT or operator not in ("|", "^", ">>", "&"):
            return False
        if operator == ">>":
            return self.magnitude.wide(node.left)
        sides = (node.left, node.right)
        if operator != "&":
            return any(self.magnitude.wide(side) for side in sides)
        # One side that is not negative, and not wide, has no sign to give.
        return all(
            self.types.get(side, t.NEVER) != t.T_NAT or self.magnitude.wide(side)
            for side in sides
        )

    def operate(
        self,
        node: n.BinaryExpression | n.AssignmentExpression,
        operator: str,
        left: Type,
        right: Type,
    ) -> Type:
        if operator in _COMPARISONS:
            return t.T_BOOLEAN
        if self.is_missing(node.left, left, right) or (
            self.is_missing(node.right, right, left)
        ):
            return t.NEVER
        if operator == "+":
            if left and right and any(map(self.converts, left | right)):
                return t.T_ANY
            return plus(left, right)
        values = UNKNOWN
        if operator == "**" or (left | right) & t.INFINITIES:
            values = (
                constant_number(node.left, self.scopes),
                constant_number(node.right, self.scopes),
            )
        result = arithmetic(operator, left, right, values)
        if operator == "**" and t.NUMBER in result and self.roots_negative(node):
            return t.T_NAN
        return result

    def is_missing(self, node: n.Node, types: Type, other: Type) -> bool:
        """``counts[key] + 1`` while nothing is known to be counted: what is looked up is no
        number yet. (Where it never is one, Python raises TypeError.)"""
        if types != t.T_UNDEFINED or not other <= t.NUMBERS | t.T_BOOLEAN:
            return False
        if isinstance(node, n.MemberExpression):
            return node.computed
        callee = node.callee if isinstance(node, n.CallExpression) else None
        return isinstance(callee, n.MemberExpression) and any(
            isinstance(a, t.MapAtom) for a in self.types.get(callee.object, t.NEVER)
        )

    def converts(self, atom: Atom) -> bool:
        """Whether an object says itself what it is as a primitive (ECMA-262 7.1.1)."""
        if isinstance(atom, t.ObjectAtom):
            return not atom.props.keys().isdisjoint(_CONVERSIONS)
        return isinstance(atom, t.InstanceAtom) and any(
            self.has_method(atom, name) for name in _CONVERSIONS
        )

    def plus(self, left: Type, right: Type) -> Type:
        return plus(left, right)

    def logical(self, node: n.LogicalExpression) -> Type:
        left = self.evaluate(node.left)
        before = self.env
        operator = node.operator
        if operator == "??":
            self.env = before
            right = self.evaluate(node.right)
            self.env = merge(before, self.env)
            # Types of elements do not say that there may be none: `array[i] ?? other`.
            return t.without_nullish(left) | right
        self.env = self.narrow(node.left, before, operator == "&&")
        right = self.evaluate(node.right)
        after_right = self.env
        self.env = merge(before, after_right)
        if self.env is not None:
            self.came_out[node] = self.env, after_right
        if operator == "&&":
            if isinstance(node.left, n.MemberExpression) and node.left.computed:
                left |= t.T_UNDEFINED
            return self.falsy_part(left) | right
        return self.truthy_part(left) | right

    def falsy_part(self, types: Type) -> Type:
        return types & (t.NULLISH | t.NUMBERS | {t.BOOLEAN, t.STRING, t.BIGINT, t.ANY})

    def truthy_part(self, types: Type) -> Type:
        return types - t.NULLISH

    def conditional(self, node: n.ConditionalExpression) -> Type:
        self.evaluate(node.test)
        before = self.env
        self.env = self.narrow(node.test, before, True)
        first = self.evaluate(node.consequent)
        after_first = self.env
        self.env = self.narrow(node.test, before, False)
        second = self.evaluate(node.alternate)
        self.env = merge(after_first, self.env)
        return first | second

    def assignment(self, node: n.AssignmentExpression) -> Type:
        operator = node.operator
        if operator == "=":
            types = self.evaluate(node.right)
            self.assign(node.left, types)
            return types
        old = self.evaluate(node.left)
        if operator in ("&&=", "||=", "??="):
            before = self.env
            right = self.evaluate(node.right)
            self.env = merge(before, self.env)
            if operator == "&&=":
                new = self.falsy_part(old) | right
            elif operator == "||=":
                new = self.truthy_part(old) | right
            else:
                new = t.without_nullish(old) | right
        else:
            right = self.evaluate(node.right)
            new = self.operate(node, operator[:-1], old, right)
            if operator == "/=" and old | right <= t.INTEGERS and old and right:
                new = self.quotient(node, old, right, new)
            elif (
                operator in ("*=", "**=")
                and new
                and new <= t.INTEGERS
                and self.in_loop(node)
            ):
                new = t.T_NUMBER
            elif self.may_turn_negative(node, new):
                new = t.T_INT
        self.assign(node.left, new)
        self.types[node.left] = old
        return new
