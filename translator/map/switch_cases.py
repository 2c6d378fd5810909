"""The cases of a ``switch`` as branches, where no ``break`` stands in the way."""

from __future__ import annotations

from ..parse import nodes as n
from .iteration import Iteration
from .syntax import is_break, leaves


class SwitchCases(Iteration):
    def case_chains(
        self, node: n.SwitchStatement
    ) -> list[list[tuple[list[n.Node | None], list[n.Node]]]] | None:
        """The cases as branches: each a chain of cases of which one falls into the next.

        None where a ``break`` in the middle needs a loop that it can leave.
        """
        chains: list[list[tuple[list[n.Node | None], list[n.Node]]]] = []
        chain: list[tuple[list[n.Node | None], list[n.Node]]] = []
        tests: list[n.Node | None] = []
        for position, case in enumerate(node.cases):
            tests.append(case.test)
            last = position == len(node.cases) - 1
            body = case.consequent
            if not body and not last:
                continue
            if len(body) == 1 and isinstance(body[0], n.BlockStatement):
                body = body[0].body
            ends = last or bool(body) and leaves(body[-1])
            if body and is_break(body[-1]):
                body = body[:-1]
            elif (
                body
                and isinstance(body[-1], n.BlockStatement)
                and body[-1].body
                and is_break(body[-1].body[-1])
            ):
                body = [*body[:-1], *body[-1].body[:-1]]
            kept = self.without_breaks(body, ends)
            if kept is None:
                return None
            chain.append((tests, kept))
            tests = []
            if ends:
                chains.append(chain)
                chain = []
        defaults = [c for c in chains if any(None in group[0] for group in c)]
        if (
            defaults
            and defaults[0] is not chains[-1]
            or any(len(c) > 1 for c in chains)
        ) and not all(c.test is None or self.effects.pure(c.test) for c in node.cases):
            return None
        return [c for c in chains if c not in defaults] + defaults

    def without_breaks(self, body: list[n.Node], ends: bool) -> list[n.Node] | None:
        """``if (a) break; rest`` as ``if (a) {} else { rest }``; None where that is no help."""
        for position, statement in enumerate(body):
            if not self.breaks_switch(statement):
                continue
            if not (
                ends
                and isinstance(statement, n.IfStatement)
                and statement.alternate is None
            ):
                return None
            inner = statement.consequent
            first = inner.body if isinstance(inner, n.BlockStatement) else [inner]
            if not first or not is_break(first[-1]):
                return None
            rest = self.without_breaks(body[position + 1 :], ends)
            if rest is None or any(self.breaks_switch(s) for s in first[:-1]):
                return None
            parents = self.scopes.parents
            start, end = statement.start, body[-1].end
            test = statement.test
            empty = not first[:-1]
            made: n.Statement
            if empty and not rest:
                made = n.ExpressionStatement(test, None, start=start, end=end)
                parents[test] = made
            else:
                if empty:
                    test = n.UnaryExpression("!", test, start=test.start, end=test.end)
                    parents[statement.test] = test
                inside = rest if empty else first[:-1]
                then = n.BlockStatement(inside, start=start, end=end)
                blocks = [then]
                if rest and not empty:
                    blocks.append(n.BlockStatement(rest, start=start, end=end))
                other = blocks[1] if len(blocks) > 1 else None
                made = n.IfStatement(test, then, other, start=start, end=end)
                parents[test] = made
                for block in blocks:
                    parents[block] = made
                    for child in block.body:
                        parents[child] = block
            made.leading = statement.leading
            made.blank_before = statement.blank_before
            parents[made] = parents[statement]
            return [*body[:position], made]
        return body

    def breaks_switch(self, node: n.Node) -> bool:
        """Whether a statement holds a ``break`` that leaves the switch."""
        stack = [node]
        while stack:
            current = stack.pop()
            if isinstance(current, n.BreakStatement) and current.label is None:
                return True
            if isinstance(
                current,
                (
                    n.Function,
                    n.ForStatement,
                    n.ForOfStatement,
                    n.ForInStatement,
                    n.WhileStatement,
                    n.DoWhileStatement,
                    n.SwitchStatement,
                    n.Expression,
                ),
            ):
                continue
            stack.extend(n.children(current))
        return False
