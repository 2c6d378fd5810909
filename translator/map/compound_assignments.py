"""Assignments that read their target: ``a += b``, ``a ||= b``, ``a++``."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..parse import nodes as n
from ..pytree import build as b
from .effects import Effects
from .intervals import Interval

_OPERATORS: dict[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.BitXor: "^",
    ast.LShift: "<<",
    ast.RShift: ">>",
}


class CompoundAssignments(Effects):
    def assign_augmented(self, node: n.AssignmentExpression) -> None:
        left, operator = node.left, node.operator[:-1]
        if isinstance(left, n.MemberExpression):
            self.fix_target(left)
            self.fix_before(left, node.right)
        left_type, right_type = self.type_of(left), self.type_of(node.right)
        block_before = len(self.block)
        value = self.expr(node.right)
        if len(self.block) > block_before and not self.effects.stable(left):
            # The old value is read before the right side runs.
            tail = self.block[block_before:]
            del self.block[block_before:]
            old = self.spill(self.expr(left), "previous")
            self.block.extend(tail)
        else:
            old = None
        if old is None and (
            self.contains_await(node.right) and not self.is_own_local(left)
        ):
            old = self.spill(self.expr(left), "previous")
        held = self.valued.get(node)
        if held is not None or (
            isinstance(left, n.Identifier) and self.is_unassignable(left)
        ):
            old = old or self.expr(left)
        combined = self.combine(operator, left, node, value, left_type, right_type, old)
        if isinstance(combined, ast.expr) and self.fails_to_assign(left, combined):
            return
        if held is None and self.is_length(left):
            if isinstance(combined, tuple):
                combined = b.binop(self.expr(left), combined[0], combined[1])
            self.cut_length(left, combined)
            return
        target = (
            self.name_target(left)
            if isinstance(left, n.Identifier)
            else self.member_target(left)  # type: ignore[arg-type]
        )
        if held is not None:
            assert isinstance(combined, ast.expr)
            self.emit(b.assign(self.target(held), combined))
            combined = self.load(held)
        narrow = self.added_to(left, node)
        if narrow is not None:
            if isinstance(combined, tuple):
                combined = b.binop(self.expr(left), combined[0], combined[1])
            types, around = self.type_of(node), self.range_of(node)
            combined = self.cut_off(narrow, combined, types, around, node)
        if isinstance(combined, tuple):
            self.emit(b.aug(target, combined[0], combined[1]))
        else:
            self.emit(b.assign(target, combined))
        self.unfix(left)

    def combine(
        self,
        operator: str,
        left: n.Node,
        node: n.AssignmentExpression,
        value: ast.expr,
        left_type: t.Type,
        right_type: t.Type,
        old: ast.expr | None,
    ) -> ast.expr | tuple[str, ast.expr]:
        """What ``left op= value`` assigns: an operator and operand, or the whole value."""
        plain = old is None and not self.missing_key(left)
        if operator == "+":
            if self.becomes_text(left_type, right_type):
                part = self.text_of(value, right_type, node.right)
                if left_type <= t.T_STRING and left_type and plain:
                    return "+", part
                read = old or self.expr(left)
                return b.fstring([self.field_of(read, left_type, left), part])
            read = old or self.expr(left)
            combined = self.add_two(read, value, left_type, right_type, node)
            if (
                plain
                and isinstance(combined, ast.BinOp)
                and combined.left is read
                and combined.right is value
            ):
                return "+", value
            return combined
        read = old or self.expr(left)
        combined = self.arithmetic(operator, read, value, left_type, right_type, node)
        if plain and isinstance(combined, ast.BinOp) and combined.left is read:
            name = _OPERATORS.get(type(combined.op))
            if name is not None and combined.right is value:
                return name, value
        return combined

    def is_length(self, node: n.Node) -> bool:
        """Whether a target is the length of an array."""
        return n.is_member(node, "length") and t.only(
            self.type_of(node.object) - t.NULLISH, t.ArrayAtom
        )

    def cut_length(self, left: n.Node, size: ast.expr) -> None:
        """Give the array that ``left`` is the length of another length."""
        assert isinstance(left, n.MemberExpression)
        self.emit(b.expr(self.helper("set_length", self.expr(left.object), size)))
        self.unfix(left)

    def missing_key(self, left: n.Node) -> bool:
        """Whether the key read by ``d[k] += x`` may be missing (``d.get(k)`` then)."""
        if not isinstance(left, n.MemberExpression):
            return False
        return isinstance(self.expr(left), ast.Call)

    def is_own_local(self, node: n.Node) -> bool:
        if not isinstance(node, n.Identifier):
            return False
        binding = self.scopes.binding_of.get(node)
        return binding is not None and not binding.captured_by

    def contains_await(self, node: n.Node) -> bool:
        return any(
            isinstance(x, (n.AwaitExpression, n.YieldExpression)) for x in n.walk(node)
        )

    def update(self, node: n.UpdateExpression) -> None:
        argument = node.argument
        if isinstance(argument, n.MemberExpression):
            self.fix_target(argument)
        operator = "+" if node.operator == "++" else "-"
        missing = self.missing_key(argument)
        read = self.expr(argument)
        number = self.numeric(read, self.type_of(argument), argument)
        held = self.valued.get(node)
        if held is not None:
            self.emit(b.assign(self.target(held), number))
            number = self.load(held)
        if self.fails_to_assign(argument, number):
            return
        if self.is_length(argument):
            self.cut_length(argument, b.binop(number, operator, b.const(1)))
            return
        target = (
            self.name_target(argument)
            if isinstance(argument, n.Identifier)
            else self.member_target(argument)  # type: ignore[arg-type]
        )
        narrow = self.added_to(argument, node)
        if missing or number is not read or narrow is not None:
            value: ast.expr = b.binop(number, operator, b.const(1))
            if narrow is not None:
                value = self.cut_off(narrow, value, t.T_INT, Interval(), node)
            self.emit(b.assign(target, value))
        else:
            self.emit(b.aug(target, operator, b.const(1)))
        self.unfix(argument)

    # -- a ||= b -------------------------------------------------------------------------

    def assign_logical(self, node: n.AssignmentExpression) -> None:
        left = node.left
        if isinstance(left, n.MemberExpression):
            self.fix_target(left)
        read = self.maybe(left)
        test: ast.expr
        if node.operator == "??=":
            test = b.compare(read, "is", b.const(None))
        else:
            test = self.as_test(read, self.type_of(left))
            if node.operator == "||=":
                test = b.negate(test)
        block: list[ast.stmt] = []
        with self.into(block):
            if isinstance(left, n.Identifier):
                value = self.expr(node.right)
                if not self.fails_to_assign(left, value):
                    block.append(b.assign(self.name_target(left), value))
            else:
                assert isinstance(left, n.MemberExpression)
                self.assign_member(left, node.right)
        self.emit(b.if_(test, block))
        self.unfix(left)
