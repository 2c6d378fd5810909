"""``switch``: a chain of ``if``, or a loop of one round."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import binding_of, is_code
from .context import Loop
from .switch_cases import SwitchCases


class Switch(SwitchCases):
    def switch(self, node: n.SwitchStatement) -> None:
        chains = self.case_chains(node)
        if chains is None:
            self.switch_by_flags(node)
            return
        loop = Loop(node, None, is_loop=False, python_loop=False)
        subject = self.expr(node.discriminant)
        is_true = isinstance(subject, ast.Constant) and subject.value is True
        if not is_true and not self.repeats(node, any(len(c) > 1 for c in chains)):
            subject = self.spill(subject, "subject")
        made: list[tuple[ast.expr | None, list[ast.stmt]]] = []
        self.fn.loops.append(loop)
        try:
            for chain in chains:
                tests = [test for group in chain for test in group[0]]
                body: list[ast.stmt] = []
                for position, (own, statements) in enumerate(chain):
                    part: list[ast.stmt] = []
                    case = (
                        self.scopes.parents.get(own[0]) if own[0] is not None else None
                    )
                    for wanted in (
                        [case] if case is not None else self.default_of(node, own)
                    ):
                        with self.into(part):
                            self.comments_before(wanted)
                    part = [*part, *self.statements(statements)]
                    if position < len(chain) - 1:
                        reached = self.reaches(node, subject, chain, position)
                        part = (
                            [b.if_(reached, part)]
                            if any(is_code(s) for s in part)
                            else part
                        )
                    body.extend(part)
                if not any(is_code(s) for s in body):
                    body.append(ast.Pass())
                made.append((self.case_test(node, subject, tests), body))
        finally:
            self.fn.loops.pop()
        orelse: list[ast.stmt] = []
        for test, body in reversed(made):
            if test is None and all(isinstance(s, ast.Pass) for s in body):
                continue
            orelse = body if test is None else [b.if_(test, body, orelse)]
        self.emit(*orelse)

    def default_of(
        self, node: n.SwitchStatement, tests: list[n.Node | None]
    ) -> list[n.Node]:
        return (
            [case for case in node.cases if case.test is None] if None in tests else []
        )

    def reaches(
        self,
        node: n.SwitchStatement,
        subject: ast.expr,
        chain: list[tuple[list[n.Node | None], list[n.Node]]],
        position: int,
    ) -> ast.expr:
        """Within cases that fall through: whether one of them is among those that run."""
        before = [test for group in chain[: position + 1] for test in group[0]]
        test = self.case_test(node, subject, before)
        if test is not None:
            return test
        behind = [test for group in chain[position + 1 :] for test in group[0]]
        later = self.case_test(node, subject, behind)
        assert later is not None
        return b.negate(later)

    # -- tests ---------------------------------------------------------------------------

    def repeats(self, node: n.SwitchStatement, falls: bool) -> bool:
        """Whether the value that is switched on may be read for each test anew."""
        value = node.discriminant
        if not isinstance(value, (n.Identifier, n.MemberExpression)):
            return False
        if falls and not self.effects.stable(value):
            if not isinstance(value, n.Identifier):
                return False
            binding = self.scopes.binding_of.get(value)
            return (
                binding is not None
                and not binding.assigned_in_closure
                and not any(
                    node.start <= a.start < node.end for a in binding.assignments
                )
            )
        return self.effects.pure(value)

    def case_test(
        self, node: n.SwitchStatement, subject: ast.expr, tests: list[n.Node | None]
    ) -> ast.expr | None:
        if any(test is None for test in tests):
            return None
        types = self.type_of(node.discriminant)
        is_true = isinstance(subject, ast.Constant) and subject.value is True
        if is_true and all(
            self.is_exactly(test, t.T_BOOLEAN) for test in tests if test is not None
        ):
            return b.or_(*(self.test(test) for test in tests if test is not None))
        if len(tests) > 1 and all(isinstance(x, n.StringLiteral) for x in tests):
            return b.compare(
                subject, "in", b.tuple_([self.expr(x) for x in tests if x is not None])
            )
        tested = [
            self.compare_equal(
                subject,
                self.expr(test),
                types,
                self.type_of(test),
                True,
                True,
                (node.discriminant, test),
            )
            for test in tests
            if test is not None
        ]
        return self.one_of(tested) or b.or_(*tested)

    def one_of(self, tests: list[ast.expr]) -> ast.expr | None:
        """``x == a or x == b`` as ``x in (a, b)``, for names and constants."""
        values: list[ast.expr] = []
        first: ast.expr | None = None
        for test in tests:
            if not (
                isinstance(test, ast.Compare)
                and len(test.ops) == 1
                and isinstance(test.ops[0], ast.Eq)
                and isinstance(test.left, ast.Name)
                and isinstance(test.comparators[0], (ast.Constant, ast.Name))
            ):
                return None
            if first is None:
                first = test.left
            elif binding_of(first) is not binding_of(test.left):
                return None
            values.append(test.comparators[0])
        if first is None or len(values) < 2 or binding_of(first) is None:
            return None
        return b.compare(first, "in", b.tuple_(values))

    # -- fall through --------------------------------------------------------------------

    def switch_by_flags(self, node: n.SwitchStatement) -> None:
        """Cases that fall through: one loop of one round, and a flag that says "in"."""
        subject = self.spill(self.expr(node.discriminant), "subject")
        matched = self.temp("matched")
        if any(c.test is None for c in node.cases[:-1]):
            raise self.refuse(node, "a default above other cases, with fall-through")
        if self.continues(node):
            raise self.refuse(node, "continue inside of a switch with fall-through")
        loop = Loop(node, None, is_loop=False)
        body: list[ast.stmt] = [b.assign(self.target(matched), b.const(False))]
        self.fn.loops.append(loop)
        try:
            for case in node.cases:
                made = self.statements(case.consequent)
                if case.test is None:
                    body.extend(made)
                    continue
                test = self.case_test(node, subject, [case.test])
                assert test is not None
                body.append(
                    b.if_(
                        b.or_(self.load(matched), test),
                        [b.assign(self.target(matched), b.const(True)), *made],
                    )
                )
        finally:
            self.fn.loops.pop()
        self.emit(b.while_(b.const(True), [*body, ast.Break()]))
        self.after_loop(loop)

    def continues(self, node: n.Node) -> bool:
        stack: list[n.Node] = list(n.children(node))
        while stack:
            current = stack.pop()
            if isinstance(current, n.ContinueStatement):
                return True
            if isinstance(
                current,
                (n.Function, n.ForStatement, n.ForOfStatement, n.ForInStatement,
                 n.WhileStatement, n.DoWhileStatement, n.Expression),
            ):  # fmt: skip
                continue
            stack.extend(n.children(current))
        return False
