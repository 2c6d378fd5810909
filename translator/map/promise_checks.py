"""What asyncio has no counterpart for: classes of promises, odd arguments."""

from __future__ import annotations

from ..analyse import types as t
from ..options import Order
from ..parse import nodes as n
from .calls import Calls

_COMBINATORS = frozenset({"all", "allSettled", "any", "race"})


class PromiseChecks(Calls):
    def check_promise_class(
        self, node: n.CallExpression, function: n.Node, method: str
    ) -> None:
        """Refuse ``Promise.all.call(C, items)``: C would make the promise.

        The functions of Promise take the class from ``this`` (ECMA-262 27.2.4).
        """
        names = {getattr(a, "name", "") for a in self.type_of(function)}
        if not any(name.startswith("Promise.") for name in names):
            return
        given = node.arguments[0] if node.arguments else None
        if given is None or not self.is_global_promise(given):
            raise self.refuse(
                node,
                f"{method}() of a function of Promise, with another class",
                "call it as a member of Promise",
            )

    def is_global_promise(self, node: n.Node) -> bool:
        return (
            isinstance(node, n.Identifier)
            and node.name == "Promise"
            and node not in self.scopes.binding_of
        )

    def check_combinator(self, node: n.CallExpression) -> None:
        """``Promise.all(x)`` of what is not iterable rejects; Python raises at the call.

        ECMA-262 27.2.4.1: what GetIterator and the iterator throw rejects the promise.
        """
        if self.options.order is Order.EXACT:
            return
        name = self.promise_static(node)
        if name not in _COMBINATORS or len(node.arguments) > 1:
            return
        types = self.type_of(node.arguments[0]) if node.arguments else t.T_UNDEFINED
        elements = self.analysis.inference.iterated(types)
        if self.is_thenable(elements):
            raise self.refuse(
                node,
                f"Promise.{name}() of an object with a then",
                "--order exact translates it",
            )
        if node.arguments and isinstance(
            node.arguments[0], (n.ArrayExpression, n.SpreadElement)
        ):
            return
        if types and types <= t.PRIMITIVES - t.T_STRING:
            raise self.refuse(node, f"Promise.{name}() of what is not iterable")
        if any(
            isinstance(a, (t.ObjectAtom, t.InstanceAtom, t.ErrorAtom, t.FunctionAtom))
            or (a in t.PRIMITIVES and a is not t.STRING)
            for a in types
        ):
            self.note(
                node,
                f"an error of the argument's iterator is raised at the call, "
                f"it does not reject the promise of Promise.{name}",
            )

    def may_be_called(self, node: n.Node) -> bool:
        """Whether a handler may be a function: ``then`` ignores anything else."""
        types = self.type_of(node)
        return not types or not types <= t.PRIMITIVES - t.T_ANY
