"""Guard words about callbacks: what they look at, what they give, how they compare."""

from __future__ import annotations

from collections.abc import Callable

from ..analyse import types as t
from ..analyse.types import Type
from ..parse import nodes as n
from .comparators import Comparators
from .inlined import result_expression


class Callbacks(Comparators):
    # -- @callbackN, @reducerN -----------------------------------------------------------

    def is_callback_of(self, node: n.Node, count: int) -> bool:
        """Looks at no more than so many parameters, and leaves the receiver's length.

        Of what may be no function, a helper says so, even where there is nothing to call it
        with.
        """
        return (
            t.is_callable(self.type_of(node))
            and self.looks_at(node, count)
            and self.keeps_length(node)
        )

    def takes_as_many(self, node: n.Node, count: int) -> bool:
        """Whether a function of the program, given by name, has so many parameters."""
        return isinstance(node, n.Function) or all(
            len(atom.node.params) >= count
            or any(isinstance(p, n.RestElement) for p in atom.node.params)
            for atom in self.type_of(node)
            if isinstance(atom, t.FunctionAtom)
        )

    def keeps_length(self, node: n.Node) -> bool:
        """Whether a callback leaves the length of what is iterated as it is.

        What is called but stands in no file that is known is taken not to; a note says so.
        """
        functions = self.functions_of(node)
        if any(
            self.scopes.facts[f].uses_this
            and not isinstance(f, n.ArrowFunctionExpression)
            and not isinstance(self.scopes.parents.get(f), n.MethodDefinition)
            for f in functions
        ):
            return False
        call = self.scopes.parents.get(node)
        if not functions or not isinstance(call, n.CallExpression):
            return True
        callee = call.callee
        if node in call.arguments and call.arguments[0] is not node:
            receiver: n.Node = call.arguments[0]
        elif isinstance(callee, n.MemberExpression):
            receiver = callee.object
        else:
            return True
        if isinstance(receiver, n.SpreadElement) or self.is_fresh(receiver):
            return True
        facts = self.changes.during(functions)
        types = self.type_of(receiver) - t.PRIMITIVES
        if types & facts.resized or self.resizes_by_name(functions, receiver):
            return False
        if self.changes.hits(types, facts.resized, facts):
            self.note(
                call,
                "the callback is taken not to change the length of what is iterated",
            )
        return True

    def resizes_by_name(self, functions: list[n.Function], receiver: n.Node) -> bool:
        """``items.forEach(() => items.push(...))`` of an array of which nothing is known."""
        if t.ANY not in self.type_of(receiver):
            return False
        for function in functions:
            for part in n.walk(function.body):
                if (
                    isinstance(part, n.CallExpression)
                    and isinstance(part.callee, n.MemberExpression)
                    and getattr(part.callee.property, "name", None)
                    in ("push", "pop", "shift", "unshift", "splice", "add", "set", "delete",
                        "clear")
                    and self.same_name(part.callee.object, receiver)
                ):  # fmt: skip
                    return True
        return False

    # -- what it looks at ------------------------------------------------------------------

    def index_only(self, node: n.Node) -> bool:
        """``(_, i) => ...``: a callback that looks at the index alone."""
        if not isinstance(node, n.Function) or len(node.params) > 2:
            return False
        if self.scopes.facts[node].uses_arguments:
            return False
        if not node.params:
            return True
        first = node.params[0]
        if not isinstance(first, n.Identifier):
            return False
        binding = self.scopes.binding_of[first]
        return not binding.references and not binding.reassigned

    def is_destructured(self, node: n.Node) -> bool:
        """``([a, b]) =>``, where a loop can take the item apart."""
        return (
            isinstance(node, n.Function)
            and bool(node.params)
            and isinstance(node.params[0], n.ArrayPattern)
            and self.is_inline(node)
            and self.is_target(node.params[0])
        )

    def takes_pair(self, node: n.Node) -> bool:
        """``([key, value]) =>``"""
        if not isinstance(node, n.Function) or not self.is_inline(node):
            return False
        if not node.params or not isinstance(node.params[0], n.ArrayPattern):
            return False
        pattern = node.params[0]
        return len(pattern.elements) <= 2 and all(
            e is None
            or (
                isinstance(e, n.Identifier) and not self.scopes.binding_of[e].reassigned
            )
            for e in pattern.elements
        )

    def is_pure_call(self, node: n.Node) -> bool:
        """Whether calling changes nothing, and may happen later or not at all."""
        reference = self.builtin_reference(node)
        if reference is not None:
            return reference not in ("Math.random", "Symbol", "Object.assign")
        if not isinstance(node, n.Function) or not self.is_inline(node):
            return False
        result = result_expression(node)
        return self.effects.pure(result) and self.may_wait(node, result)

    # -- what it gives ---------------------------------------------------------------------

    def gives_only(self, node: n.Node, allowed: Callable[[t.Atom], bool]) -> bool:
        """Whether a callback gives only values of a kind."""
        found: Type = t.NEVER
        for atom in self.type_of(node):
            if not isinstance(atom, t.FunctionAtom):
                return False
            found |= self.analysis.inference.result_of(atom)
        return bool(found) and all(allowed(a) for a in found)

    def gives_pair(self, node: n.Node) -> bool:
        """``(x) => [key, value]``"""
        return (
            isinstance(node, n.Function)
            and self.is_inline(node)
            and is_pair(result_expression(node))
        )

    def gives_text_pair(self, node: n.Node) -> bool:
        if not self.gives_pair(node):
            return False
        assert isinstance(node, n.Function)
        array = result_expression(node)
        assert isinstance(array, n.ArrayExpression)
        first = array.elements[0]
        return first is not None and self.is_exactly(first, t.T_STRING)


def is_pair(node: n.Node) -> bool:
    """An array literal of two items."""
    return (
        isinstance(node, n.ArrayExpression)
        and len(node.elements) == 2
        and not any(e is None or isinstance(e, n.SpreadElement) for e in node.elements)
    )
