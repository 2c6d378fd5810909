"""Limits written by hand as a semaphore: see ``analyse/limiters.py`` for the proof."""

from __future__ import annotations

from functools import cached_property

from ..analyse.limiter_parts import Limiter
from ..analyse.limiters import find_limiters
from ..analyse.scopes import Binding
from ..options import Order
from ..parse import nodes as n
from ..pytree import build as b
from .locks import Locks


class Limits(Locks):
    @cached_property
    def limiters(self) -> list[Limiter]:
        """The limits of the program; from here on a counter names its semaphore.

        None where each tick counts: a semaphore wakes those who wait in its own time.
        """
        if self.options.order is Order.EXACT:
            return []
        found = find_limiters(self.scopes, self.analysis.inference, self.flow)
        for limiter in found:
            limiter.counter.name = "semaphore"
        return found

    @cached_property
    def acquire_parts(self) -> dict[n.Node, tuple[Limiter, list[n.Node]]]:
        """The parts that acquire and release, by their first statements."""
        return {
            first: (limiter, parts)
            for limiter in self.limiters
            for first, parts in limiter.acquires.items()
        }

    @cached_property
    def release_parts(self) -> dict[n.Node, tuple[Limiter, list[n.Node]]]:
        return {
            first: (limiter, parts)
            for limiter in self.limiters
            for first, parts in limiter.releases.items()
        }

    @cached_property
    def release_functions(self) -> dict[Binding, Limiter]:
        """Functions that do nothing but release."""
        found: dict[Binding, Limiter] = {}
        for first, (limiter, parts) in self.release_parts.items():
            block = self.scopes.parents.get(first)
            function = self.scopes.parents.get(block) if block is not None else None
            if (
                isinstance(function, n.Function)
                and isinstance(function.body, n.BlockStatement)
                and function.body.body == parts
                and not function.params
                and not function.is_async
                and not function.generator
            ):
                holder: n.Node | None = function
                if not isinstance(function, n.FunctionDeclaration):
                    holder = self.scopes.parents.get(function)
                name = getattr(holder, "id", None)
                binding = (
                    self.scopes.binding_of.get(name)
                    if isinstance(name, n.Identifier)
                    else None
                )
                if binding is not None and not binding.reassigned:
                    found[binding] = limiter
        return found

    @cached_property
    def guarded_tries(self) -> dict[n.Node, n.TryStatement]:
        """Parts that acquire, with the ``try`` behind them whose ``finally`` releases."""
        found: dict[n.Node, n.TryStatement] = {}
        for first, (limiter, parts) in self.acquire_parts.items():
            block = self.scopes.parents.get(first)
            if not isinstance(block, (n.BlockStatement, n.Program)):
                continue
            at = block.body.index(parts[-1])
            following = block.body[at + 1] if at + 1 < len(block.body) else None
            if (
                isinstance(following, n.TryStatement)
                and following.finalizer is not None
                and self.gives_back(following.finalizer.body, limiter)
            ):
                found[first] = following
        return found

    def gives_back(self, statements: list[n.Node], limiter: Limiter) -> bool:
        """Whether statements release a limit, and do nothing else."""
        if not statements:
            return False
        part = self.release_parts.get(statements[0])
        if part is not None:
            return part[0] is limiter and part[1] == statements
        only = statements[0]
        call = only.expression if isinstance(only, n.ExpressionStatement) else None
        binding = (
            self.scopes.binding_of.get(call.callee)
            if isinstance(call, n.CallExpression)
            and isinstance(call.callee, n.Identifier)
            and not call.arguments
            else None
        )
        return (
            len(statements) == 1
            and binding is not None
            and self.release_functions.get(binding) is limiter
        )

    @cached_property
    def needless(self) -> set[n.Node]:
        """What nobody needs any more: queues, and functions that only released."""
        found: set[n.Node] = {limiter.queue.node for limiter in self.limiters}
        ends = [guarded.finalizer for guarded in self.guarded_tries.values()]
        for binding in self.release_functions:
            if all(
                any(
                    end is not None and end.start <= reference.start < end.end
                    for end in ends
                )
                for reference in binding.references
            ):
                found.add(binding.node)
        return found

    # -- statements ------------------------------------------------------------------------

    def find_held(self, nodes: list[n.Node]) -> None:
        super().find_held(nodes)
        if not self.limiters:
            return
        for node in nodes:
            for parts in (self.acquire_parts, self.release_parts):
                if node in parts:
                    self.held.update(parts[node][1][1:])
            if node in self.guarded_tries:
                self.held.add(self.guarded_tries[node])

    def limit_statement(self, node: n.Node) -> bool:
        """Whether a statement acquires or releases a limit; then it is made."""
        if node in self.acquire_parts:
            semaphore = self.load(self.acquire_parts[node][0].counter)
            guarded = self.guarded_tries.get(node)
            if guarded is not None:
                self.hold_while(semaphore, guarded)
            else:
                self.emit(b.expr(b.await_(b.call(b.attr(semaphore, "acquire")))))
            return True
        if node in self.release_parts:
            semaphore = self.load(self.release_parts[node][0].counter)
            self.emit(b.expr(b.call(b.attr(semaphore, "release"))))
            return True
        return False

    def declarator(
        self, node: n.VariableDeclaration, declarator: n.VariableDeclarator
    ) -> None:
        if self.limiters:
            if declarator in self.needless:
                return
            for limiter in self.limiters:
                if limiter.counter.node is declarator:
                    size = self.expr(limiter.size)
                    made = self.asyncio("Semaphore", size)
                    self.emit(b.assign(self.target(limiter.counter), made))
                    return
        super().declarator(node, declarator)

    def function_declaration(self, node: n.FunctionDeclaration) -> None:
        if not self.limiters or node not in self.needless:
            super().function_declaration(node)
