"""``+`` and template literals: sums, and text that is put together."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from ..analyse import types as t
from ..analyse.arithmetic import plus
from ..analyse.types import Type
from ..parse import nodes as n
from ..pytree import build as b
from .arithmetic import NUMERIC, operands_of
from .equality import Equality


class Concatenation(Equality):
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
        self.check_told(left_type | right_type, node)
        self.note_converted(left_type | right_type, node)
        self.check_mixed_bigint(left_type, node)
        self.check_mixed_bigint(right_type, node)
        return self.helper(
            "add", left, right, **self.number_of_none(left_type | right_type, node)
        )

    def adds_as_numbers(self, left: Type, right: Type) -> bool:
        """Whether ``+`` is a sum; text beside a number raises in Python."""
        simple = NUMERIC | t.NULLISH
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
