"""Limits written by hand: a counter, and a queue of those who wait for a slot.

    if (active >= max) await new Promise((resolve) => waiting.push(resolve));
    active++;
    ...
    active--;
    if (waiting.length > 0) waiting.shift()();

That is a semaphore, whatever the names are, where the program does nothing else with the
counter and the queue: every mention of either stands in a part that acquires or in one that
releases, all of which work alike, and the limit is an integer that never changes. The one
who waits longest goes first, as in ``asyncio.Semaphore``. What is not kept: between the
wake of one who waits and its going on (a microtask) nobody else can take the slot.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..parse import nodes as n
from .flow import Flow
from .inference import Inference
from .limiter_parts import Limiter, LimiterParts, is_number, only
from .scopes import Binding, Scopes


def find_limiters(scopes: Scopes, inference: Inference, flow: Flow) -> list[Limiter]:
    """The limits of a program, each proved to be a semaphore."""
    waits: dict[Binding, list[n.NewExpression]] = {}
    finder = _Finder(scopes, inference, flow)
    for node in scopes.parents:
        if isinstance(node, n.NewExpression):
            queue = finder.queue_waited_in(node)
            if queue is not None:
                waits.setdefault(queue, []).append(node)
    if not waits:
        return []
    mentions: dict[Binding, list[n.Identifier]] = {}
    for identifier, binding in scopes.binding_of.items():
        mentions.setdefault(binding, []).append(identifier)
    found = (finder.limiter(queue, nodes, mentions) for queue, nodes in waits.items())
    return [limiter for limiter in found if limiter is not None]


class _Finder(LimiterParts):
    # -- waiting ---------------------------------------------------------------------------

    def queue_waited_in(self, node: n.NewExpression) -> Binding | None:
        """``new Promise((resolve) => queue.push(resolve))``: the queue."""
        if not (
            isinstance(node.callee, n.Identifier)
            and node.callee.name == "Promise"
            and node.callee not in self.scopes.binding_of
            and len(node.arguments) == 1
        ):
            return None
        executor = node.arguments[0]
        if not isinstance(executor, n.Function) or len(executor.params) != 1:
            return None
        body = only(executor.body)
        if isinstance(body, n.ExpressionStatement):
            body = body.expression
        if not (
            isinstance(body, n.CallExpression)
            and isinstance(body.callee, n.MemberExpression)
            and not body.callee.computed
            and getattr(body.callee.property, "name", "") == "push"
            and isinstance(body.callee.object, n.Identifier)
            and len(body.arguments) == 1
        ):
            return None
        resolve, given = executor.params[0], body.arguments[0]
        if not isinstance(resolve, n.Identifier) or not isinstance(given, n.Identifier):
            return None
        if self.scopes.binding_of.get(given) is not self.scopes.binding_of.get(resolve):
            return None
        queue = self.scopes.binding_of.get(body.callee.object)
        if queue is None or queue.reassigned:
            return None
        declarator = queue.node
        if queue.name in self.exported:
            return None
        if (
            isinstance(declarator, n.VariableDeclarator)
            and isinstance(declarator.init, n.ArrayExpression)
            and not declarator.init.elements
        ):
            return queue
        return None

    def limiter(
        self,
        queue: Binding,
        waits: list[n.NewExpression],
        mentions: dict[Binding, list[n.Identifier]],
    ) -> Limiter | None:
        found: Limiter | None = None
        for node in waits:
            statement = self.scopes.parents.get(node)
            if isinstance(statement, n.AwaitExpression):
                statement = self.scopes.parents.get(statement)
                if not isinstance(statement, n.ExpressionStatement):
                    return None
            elif not isinstance(statement, n.ReturnStatement):
                return None
            tested = self.conditional(statement)
            if tested is None:
                return None
            if found is None:
                found = self.counted(tested.test, queue)
            if found is None or not self.acquire(found, tested, statement):
                return None
        if found is None or not self.all_releases(found, mentions[found.counter]):
            return None
        parts = [
            statement
            for statements in (*found.acquires.values(), *found.releases.values())
            for statement in statements
        ]
        if not found.releases or not all(
            any(part.start <= mention.start < part.end for part in parts)
            for binding in (found.counter, queue)
            for mention in mentions[binding]
            if mention is not getattr(binding.node, "id", None)
        ):
            return None
        return found

    # -- the counter -----------------------------------------------------------------------

    def conditional(self, statement: n.Node) -> n.IfStatement | n.WhileStatement | None:
        """The ``if`` or ``while`` that decides whether to wait."""
        parent = self.scopes.parents.get(statement)
        if isinstance(parent, n.BlockStatement) and len(parent.body) == 1:
            parent = self.scopes.parents.get(parent)
        if isinstance(parent, (n.IfStatement, n.WhileStatement)):
            return parent
        # `if (active < max) { active++; return; } await ...`
        siblings = self.siblings(statement)
        position = siblings.index(statement) if statement in siblings else 0
        before = siblings[position - 1] if position else None
        return before if isinstance(before, n.IfStatement) else None

    def counted(self, test: n.Node, queue: Binding) -> Limiter | None:
        """The counter that a test compares with the limit."""
        operands: list[n.Node] = [test]
        if isinstance(test, n.BinaryExpression):
            operands = [test.left, test.right]
        elif isinstance(test, n.UnaryExpression):
            operands = [test.argument]
        for operand in operands:
            counter = (
                self.scopes.binding_of.get(operand)
                if isinstance(operand, n.Identifier)
                else None
            )
            if (
                counter is None
                or counter is queue
                or not counter.reassigned
                or counter.scope is not queue.scope
                or counter.scope.loop is not None
                or counter.name in self.exported
                or not isinstance(counter.node, n.VariableDeclarator)
            ):
                continue
            init = counter.node.init
            other = next((x for x in operands if x is not operand), None)
            if is_number(init, 0) and other is not None and not is_number(other, 0):
                size, counts_up = other, True
            elif init is not None and not is_number(init, 0):
                size, counts_up = init, False
            else:
                continue
            if self.stays(size, counter):
                return Limiter(counter, queue, size, counts_up)
        return None

    # -- acquire ---------------------------------------------------------------------------

    def acquire(
        self,
        found: Limiter,
        tested: n.IfStatement | n.WhileStatement,
        wait: n.Node,
    ) -> bool:
        state = self.state(found, tested.test)
        siblings = self.siblings(tested)
        if tested not in siblings:
            return False
        following = siblings[siblings.index(tested) + 1 :]
        if isinstance(tested, n.WhileStatement) or (
            state == "taken" and tested.alternate is None
        ):
            # if (all are taken) wait; take one
            if state != "taken" or not isinstance(wait, n.ExpressionStatement):
                return False
            if not following or not self.steps(following[0], found, True):
                return False
            parts, hands_over = [tested, following[0]], False
        elif state == "free" and tested.alternate is not None:
            # if (one is free) take it; else wait
            if (
                only(tested.alternate) is not wait
                or not isinstance(wait, n.ExpressionStatement)
                or not self.steps(tested.consequent, found, True)
            ):
                return False
            parts, hands_over = [tested], True
        elif state == "free" and following and following[0] is wait:
            # if (one is free) { take it; return; } wait; [take it]
            parts = [tested, *following]
            hands_over = len(following) == 1
            if not self.takes_and_returns(found, tested, siblings):
                return False
            if not hands_over and not (
                len(following) == 2 and self.steps(following[1], found, True)
            ):
                return False
        else:
            return False
        if found.hands_over not in (None, hands_over):
            return False
        found.hands_over = hands_over
        found.acquires[tested] = parts
        return True

    def takes_and_returns(
        self, found: Limiter, tested: n.IfStatement, siblings: Sequence[n.Node]
    ) -> bool:
        function = self.scopes.enclosing_function(tested)
        branch = tested.consequent
        if not (
            isinstance(function, n.Function)
            and self.flow.is_coroutine(function)
            and isinstance(function.body, n.BlockStatement)
            and siblings is function.body.body
            and tested.alternate is None
            and isinstance(branch, n.BlockStatement)
            and len(branch.body) == 2
            and isinstance(branch.body[1], n.ReturnStatement)
        ):
            return False
        value = branch.body[1].argument
        nothing = value is None or (
            isinstance(value, n.CallExpression)
            and not value.arguments
            and self.scopes.static_of(value, "Promise") == "resolve"
        )
        return nothing and self.steps(branch.body[0], found, True)

    # -- release ---------------------------------------------------------------------------

    def all_releases(self, found: Limiter, mentions: list[n.Identifier]) -> bool:
        """Whether all that is done with the counter besides is giving a slot back."""
        parts = [p for statements in found.acquires.values() for p in statements]
        for mention in mentions:
            if mention is getattr(found.counter.node, "id", None) or any(
                part.start <= mention.start < part.end for part in parts
            ):
                continue
            step = self.scopes.parents.get(mention)
            statement = self.scopes.parents.get(step) if step is not None else None
            if statement is None or not self.release(found, statement):
                return False
        return True

    def release(self, found: Limiter, step: n.Node) -> bool:
        """The part around the statement that gives a slot back."""
        if not self.steps(step, found, False):
            return False
        first: n.Node = step
        if found.hands_over:
            parent = self.scopes.parents.get(step)
            if isinstance(parent, n.BlockStatement) and len(parent.body) == 1:
                parent = self.scopes.parents.get(parent)
            if (
                not isinstance(parent, n.IfStatement)
                or only(parent.alternate) is not step
            ):
                return False
            first = parent
        siblings = self.siblings(first)
        if first not in siblings:
            return False
        at = siblings.index(first)
        if found.hands_over:
            starts = (at, at - 1)
            tries = [(s, siblings[max(s, 0) : at + 1]) for s in starts if s >= 0]
        else:
            tries = [(at, siblings[at + 1 : at + 2]), (at, siblings[at + 1 : at + 3])]
        for start, waking in tries:
            if self.wakes(found, waking):
                parts = waking if found.hands_over else [first, *waking]
                found.releases[siblings[start]] = parts
                return True
        return False
