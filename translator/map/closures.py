"""Closures over the variables of loops, which JavaScript makes anew for each round."""

from __future__ import annotations

import ast
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from ..analyse import types as t
from ..analyse.scopes import LOOPS, Binding
from ..parse import nodes as n
from ..pytree.trivia import bind
from .context import FunctionContext
from .parameters import Parameters

_IMMEDIATE_OWNERS = ("Array", "string", "Map", "Set", "Iterator", "Generator")


def within(inner: n.Node, outer: n.Node) -> bool:
    """Whether a node stands inside another, or is the same."""
    return outer.start <= inner.start and inner.end <= outer.end


class Closures(Parameters):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: variables of loops whose rounds are calls of a function
        self.fresh: set[Binding] = set()

    def bind_iteration(self, node: n.Function, args: ast.arguments) -> None:
        """Give a closure the loop's variables of its own round, as default arguments.

        JavaScript makes ``let`` anew for each round (ECMA-262 14.7.4.4), Python does not.
        """
        if self.called_at_once(node):
            return
        for binding in self.iteration_bindings(node):
            args.args.append(self.param_like(binding))
            args.defaults.append(self.load(binding))

    def param_like(self, binding: Binding) -> ast.arg:
        return bind(ast.arg(binding.name), binding)

    @cached_property
    def loop_bindings(self) -> dict[Binding, int]:
        """What loops declare anew in each round, in the order of the declarations."""
        declared = (b for b in self.scopes.bindings if b.scope.loop is not None)
        return {binding: position for position, binding in enumerate(declared)}

    @cached_property
    def mentions(self) -> tuple[list[int], list[tuple[n.Identifier, Binding]]]:
        """The places where names are read or assigned, by their offsets."""
        found = [
            (reference, binding)
            for binding in self.scopes.bindings
            for reference in binding.references
        ]
        found.sort(key=lambda mention: mention[0].start)
        return [reference.start for reference, _ in found], found

    def fresh_in_rounds(self, node: n.Node, apart: Sequence[n.Node]) -> list[Binding]:
        """The variables of rounds that a part of the program mentions."""
        offsets, mentions = self.mentions
        low, high = bisect_left(offsets, node.start), bisect_left(offsets, node.end)
        mentioned = {
            binding
            for reference, binding in mentions[low:high]
            if not any(within(reference, part) for part in apart)
        }
        found = sorted(
            (b for b in mentioned if b in self.loop_bindings),
            key=self.loop_bindings.__getitem__,
        )
        if not mentioned.isdisjoint(self.comprehended):
            found += [
                binding
                for binding in self.comprehended
                if binding in mentioned and binding not in self.loop_bindings
            ]
        return found

    def iteration_bindings(
        self, node: n.Node, apart: Sequence[n.Node] = ()
    ) -> list[Binding]:
        """What a closure has to hold of its round.

        The closure is a function, or an expression that is evaluated later, but for what
        stands ``apart``.
        """
        found: list[Binding] = []
        for binding in self.fresh_in_rounds(node, apart):
            if within(binding.function, node):
                continue
            if binding.kind in ("function", "class", "import"):
                continue
            if binding in self.fresh or binding in self.resolvers:
                continue  # (of the latter the future is held)
            if self.home(binding) is not self.outer_function():
                continue
            loop = binding.scope.node
            if isinstance(loop, (n.ForInStatement, n.ForOfStatement)) and within(
                node, loop.right
            ):
                continue  # has no value there
            if (
                isinstance(loop, n.ForStatement)
                and loop.update is not None
                and within(node, loop.update)
            ):
                raise self.refuse(
                    node, f"a closure over {binding.name!r} of the next round of a loop"
                )
            if self.assigned_in_body(binding) and not self.settled_before(
                binding, node
            ):
                raise self.refuse(
                    node,
                    f"a closure over {binding.name!r}, which a loop declares anew in "
                    "each round and which is assigned later",
                    "move the body of the loop into a function",
                )
            found.append(binding)
        return found

    def settled_before(self, binding: Binding, node: n.Node) -> bool:
        """Whether a loop variable changes no more, in its round, once a closure is made."""
        if binding.assigned_in_closure or self.made_before(binding, node):
            return False
        loop = binding.scope.node
        update = loop.update if isinstance(loop, n.ForStatement) else None
        later = [
            a
            for a in binding.assignments
            if not isinstance(a, n.VariableDeclarator)
            and not (update is not None and update.start <= a.start < update.end)
        ]
        if any(a.start >= node.start for a in later):
            return False
        current = self.scopes.parents.get(node)
        while current is not None and current is not binding.scope.loop:
            if isinstance(current, LOOPS) and any(
                current.start <= a.start < current.end for a in later
            ):
                return False
            current = self.scopes.parents.get(current)
        return True

    def made_before(self, binding: Binding, node: n.Node) -> bool:
        """Whether a closure is made before the variable that it knows has its value."""
        declarator = binding.node
        if not isinstance(declarator, n.VariableDeclarator) or declarator.init is None:
            return False
        declaration = self.scopes.parents[declarator]
        if isinstance(self.scopes.parents.get(declaration), LOOPS):
            return False  # of the head of a loop: another kind of variable
        return node.start < declarator.end

    def assigned_in_body(self, binding: Binding) -> bool:
        """Whether a loop variable is assigned besides by the loop's own update.

        Or gets its value behind a closure that knows it.
        """
        if any(self.made_before(binding, f) for f in binding.captured_by):
            return True
        loop = binding.scope.node
        update = loop.update if isinstance(loop, n.ForStatement) else None
        for assignment in binding.assignments:
            if isinstance(assignment, n.VariableDeclarator):
                continue
            if update is not None and update.start <= assignment.start < update.end:
                continue
            return True
        return False

    def outer_function(self) -> FunctionContext:
        context = self.fn
        while context.kind == "lambda" and context.parent is not None:
            context = context.parent
        return context

    def called_at_once(self, node: n.Function) -> bool:
        """Whether a callback is done with when the call that it is given to returns."""
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.CallExpression):
            callee: n.Node = parent.callee
            if callee is node:
                return not node.is_async
            for atom in self.type_of(parent.callee):
                if not isinstance(atom, t.BuiltinAtom):
                    return False
                owner, _, method = atom.name.partition("#")
                if not method or owner not in _IMMEDIATE_OWNERS:
                    return False
                if method in ("push", "unshift", "set", "add", "fill", "splice"):
                    return False
            return not node.is_async
        return False
