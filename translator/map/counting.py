"""``for (let i = a; i < b; i++)`` as ``for i in range(a, b)``."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..pytree import build as b
from .context import Loop
from .loop_limits import LoopLimits


class Counting(LoopLimits):
    def counting_loop(self, node: n.ForStatement, label: str | None) -> bool:
        """``for (let i = a; i < b; i++)`` as ``for i in range(a, b)``."""
        init, test, update = node.init, node.test, node.update
        if not (
            isinstance(init, n.VariableDeclaration)
            and len(init.declarations) == 1
            and isinstance(init.declarations[0].id, n.Identifier)
            and init.declarations[0].init is not None
            and isinstance(test, n.BinaryExpression)
            and isinstance(test.left, n.Identifier)
        ):
            return False
        binding = self.scopes.binding_of[init.declarations[0].id]
        start_node = init.declarations[0].init
        if self.scopes.binding_of.get(test.left) is not binding:
            return False
        step = self.step_of(update, binding)
        by = None if step is not None else self.variable_step(update, binding, node)
        if by is not None:
            step = 2  # any that is more than 1
        if step is None or step == 0:
            return False
        if test.operator not in (("<", "<=", "!==") if step > 0 else (">", ">=")):
            return False
        if test.operator == "!==" and step != 1:
            return False
        if not (self.is_integer(start_node) and self.is_bound(test.right, node)):
            return False
        if (
            any(
                a.start >= node.body.start and a.start < node.body.end
                for a in binding.assignments
            )
            or binding.assigned_in_closure
            or binding.kind == "const"
        ):
            return False
        # One variable for all rounds: who looks at it later sees where it ended.
        if init.kind == "var" and (
            any(r.start >= node.end or r.start < node.start for r in binding.references)
            or not all(
                isinstance(f, n.Function) and self.called_at_once(f)
                for f in binding.captured_by
            )
        ):
            return False
        loop = Loop(node, label, is_loop=True)
        start = self.expr(start_node)
        stop = self.expr(test.right)
        if not self.is_integer(test.right):
            self.use("math")
            stop = b.call(
                "math.ceil" if test.operator in ("<",) else "math.floor", stop
            )
        if test.operator == "<=":
            stop = shift(stop, 1)
        elif test.operator == ">=":
            stop = shift(stop, -1)
        target = self.target(binding)
        body = self.loop_body(loop, node.body)
        arguments = [stop]
        if not (isinstance(start, ast.Constant) and start.value == 0) or step != 1:
            arguments.insert(0, start)
        if by is not None:
            arguments.append(self.expr(by))
        elif step != 1:
            arguments.append(
                b.unary("-", b.const(-step)) if step < 0 else b.const(step)
            )
        body = self.with_flags(loop, body)
        self.emit(b.for_(target, b.call("range", *arguments), body))
        self.after_loop(loop)
        return True

    def variable_step(
        self, update: n.Node | None, binding: Binding, loop: n.ForStatement
    ) -> n.Node | None:
        """``j += i``, where ``i`` is an integer above 0 that the loop leaves alone."""
        if (
            isinstance(update, n.AssignmentExpression)
            and update.operator == "+="
            and isinstance(update.left, n.Identifier)
            and self.scopes.binding_of.get(update.left) is binding
            and self.is_exactly(update.right, t.INTEGERS)
            and self.unchanged(update.right, loop)
            and self.range_of(update.right).low > 0
        ):
            return update.right
        return None

    def step_of(self, update: n.Node | None, binding: Binding) -> int | None:
        target: n.Node
        if isinstance(update, n.UpdateExpression):
            target, step = update.argument, 1 if update.operator == "++" else -1
        elif isinstance(update, n.AssignmentExpression) and update.operator in (
            "+=",
            "-=",
        ):
            target = update.left
            if not isinstance(update.right, n.NumberLiteral) or not isinstance(
                update.right.value, int
            ):
                return None
            step = (
                update.right.value if update.operator == "+=" else -update.right.value
            )
        else:
            return None
        if not isinstance(target, n.Identifier):
            return None
        return step if self.scopes.binding_of.get(target) is binding else None


def shift(value: ast.expr, by: int) -> ast.expr:
    """``value + by``, folded where it is a number."""
    if isinstance(value, ast.Constant) and isinstance(value.value, int):
        return (
            b.const(value.value + by)
            if value.value + by >= 0
            else b.unary("-", b.const(-(value.value + by)))
        )
    if (
        isinstance(value, ast.BinOp)
        and isinstance(value.right, ast.Constant)
        and isinstance(value.op, ast.Sub)
        and value.right.value == by
    ):
        return value.left
    return b.binop(value, "+" if by > 0 else "-", b.const(abs(by)))
