"""Classes that make what a built-in function gives; odd arguments of those of Promise."""

from __future__ import annotations

from ..analyse import types as t
from ..options import Order
from ..parse import nodes as n
from .calls import Calls

#: What makes instances of the class that it is called with, "of" and "from" of "Array".
_MAKING = frozenset({"of", "from", "fromAsync"})
_COMBINATORS = frozenset({"all", "allSettled", "any", "race"})


class PromiseChecks(Calls):
    def check_making_class(
        self, node: n.CallExpression, function: n.Node, method: str
    ) -> None:
        """Refuse ``Promise.all.call(C, items)`` and ``Array.of.call(C, 1)``: C would make the
        promise, or the array.

        These functions take the class from ``this`` (ECMA-262 27.2.4, 23.1.2, 23.2.2).
        """
        names = {getattr(a, "name", "") for a in self.type_of(function)}
        given = node.arguments[0] if node.arguments else None
        for name in names:
            owner, _, function_name = name.rpartition(".")
            if owner != "Promise" and function_name not in _MAKING:
                continue
            if given is not None and self.is_global_named(given, owner):
                continue
            if owner == "Array":
                # What is no constructor is not asked to make it.
                types = t.T_UNDEFINED if given is None else self.type_of(given)
                if types and not any(map(t.may_be_function, types)):
                    continue
            raise self.refuse(
                node,
                f"{method}() of a function of {owner}, with another class",
                f"call it as a member of {owner}",
            )

    def is_global_named(self, node: n.Node, name: str) -> bool:
        return (
            isinstance(node, n.Identifier)
            and node.name == name
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
