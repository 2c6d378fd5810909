"""``break`` and ``continue``, with labels too: what Python has not is done by flags."""

from __future__ import annotations

import ast
import copy

from ..parse import nodes as n
from ..pytree import build as b
from .context import Loop
from .errors import Errors


class Jumps(Errors):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: the label before the loop that comes next
        self._label: str | None = None

    # -- labels --------------------------------------------------------------------------

    def labeled(self, node: n.LabeledStatement) -> None:
        body = node.body
        if isinstance(
            body,
            (
                n.ForStatement,
                n.ForOfStatement,
                n.ForInStatement,
                n.WhileStatement,
                n.DoWhileStatement,
            ),
        ):
            self._label = node.label
            self.statement(body)
            return
        # A labelled block: a loop of one round, which `break` leaves.
        loop = Loop(node, node.label, is_loop=False)
        self.fn.loops.append(loop)
        made = self.body(body)
        self.fn.loops.pop()
        self.emit(b.while_(b.const(True), [*made, ast.Break()]))
        self.after_loop(loop)

    def take_label(self) -> str | None:
        label, self._label = self._label, None
        return label

    # -- jumps ---------------------------------------------------------------------------

    def break_statement(self, node: n.BreakStatement) -> None:
        target = self.jump_target(node, node.label, "break")
        if target.is_call:
            target.is_left = True
            self.emit(b.ret(b.const(True)))
            return
        innermost = self.innermost_python_loop()
        if target is innermost:
            self.emit(ast.Break())
            return
        if target.break_flag is None:
            target.break_flag = self.temp(f"{target.label or 'loop'}_done")
        self.emit(b.assign(self.target(target.break_flag), b.const(True)))
        self.emit(ast.Break())
        self.mark_between(target, "break")

    def continue_statement(self, node: n.ContinueStatement) -> None:
        target = self.jump_target(node, node.label, "continue")
        innermost = self.innermost_python_loop()
        if target.is_call:
            self.emit(b.ret())
            return
        if target is innermost:
            self.emit(*self.copies(target.update or []))
            self.emit(ast.Continue())
            return
        if target.continue_flag is None:
            target.continue_flag = self.temp(f"{target.label or 'loop'}_next")
        self.emit(b.assign(self.target(target.continue_flag), b.const(True)))
        self.emit(ast.Break())
        self.mark_between(target, "continue")

    def jump_target(self, node: n.Node, label: str | None, kind: str) -> Loop:
        for loop in reversed(self.fn.loops):
            if label is not None:
                if loop.label == label:
                    return loop
            elif loop.is_loop or (
                kind == "break" and isinstance(loop.node, n.SwitchStatement)
            ):
                return loop
        raise self.refuse(node, f"{kind} outside of what this translation knows")

    def innermost_python_loop(self) -> Loop | None:
        for loop in reversed(self.fn.loops):
            if loop.python_loop:
                return loop
        return None

    def copies(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        return [copy.deepcopy(s) for s in statements]

    # -- flags ---------------------------------------------------------------------------

    def mark_between(self, target: Loop, kind: str) -> None:
        """Loops between the jump and its target are left by flags, one after the other."""
        for loop in reversed(self.fn.loops):
            if loop is target:
                break
            if loop.passes is None:
                loop.passes = []
            if (target, kind) not in loop.passes:
                loop.passes.append((target, kind))

    def after_loop(self, loop: Loop) -> None:
        """Behind an inner loop: go on leaving the outer ones whose flags are set."""
        for target, kind in loop.passes or ():
            innermost = self.innermost_python_loop()
            flag = target.break_flag if kind == "break" else target.continue_flag
            assert flag is not None
            jump: list[ast.stmt]
            if kind == "break" or target is not innermost:
                jump = [ast.Break()]
            else:
                jump = [*self.copies(target.update or []), ast.Continue()]
            self.emit(b.if_(self.load(flag), jump))

    def with_flags(self, loop: Loop, body: list[ast.stmt]) -> list[ast.stmt]:
        """The flags of a loop that inner loops set, reset where they have to be."""
        if loop.continue_flag is not None:
            body = [b.assign(self.target(loop.continue_flag), b.const(False)), *body]
        if loop.break_flag is not None:
            self.emit(b.assign(self.target(loop.break_flag), b.const(False)))
        return body
