"""Promises that are kept in arrays, Maps, fields, and who attaches to them in time.

ECMA-262 27.2.1.9 (HostPromiseRejectionTracker): Node ends the program for a rejection that
nobody handles by the time the jobs are done. Where it cannot be shown that somebody attaches
to a promise that is kept before anything else is waited for, the output has to look.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..parse import nodes as n
from . import types as t
from .scopes import Binding

if TYPE_CHECKING:
    from .flow import Flow

#: methods that keep their arguments
_KEEPING = frozenset({"push", "unshift", "set", "add", "splice", "concat", "fill"})
#: methods of arrays whose callback is called with each element, at once
_EACH = frozenset({"map", "forEach", "flatMap", "filter"})
_LOOPS = (
    n.DoWhileStatement,
    n.ForInStatement,
    n.ForOfStatement,
    n.ForStatement,
    n.WhileStatement,
)
#: How far a promise is followed from name to name.
_DEPTH = 8


class KeptPromises:
    """``late`` is the question: asked of the expression that makes the promise."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.scopes = flow.scopes
        self.types = flow.inference.types

    def late(self, node: n.Node) -> bool:
        """Whether a promise is kept where nobody surely attaches to it in time."""
        return self._is_kept(node, node, _DEPTH)

    # -- a promise -------------------------------------------------------------------------

    def _is_kept(self, node: n.Node, made: n.Node, depth: int) -> bool:
        """What becomes of the value of an expression."""
        parent = self.scopes.parents.get(node)
        if parent is None or depth == 0:
            return False
        if _passes(parent, node):
            return self._is_kept(parent, made, depth)
        if isinstance(parent, n.VariableDeclarator):
            return isinstance(parent.id, n.Identifier) and self._is_name_kept(
                parent.id, made, depth
            )
        if isinstance(parent, n.AssignmentExpression) and parent.right is node:
            if not isinstance(
                self.scopes.parents.get(parent), n.ExpressionStatement
            ) and not self._is_kept(parent, made, depth):
                return False
            left = parent.left
            if isinstance(left, n.Identifier):
                return self._is_name_kept(left, made, depth)
            return isinstance(left, n.MemberExpression)
        if isinstance(parent, n.PropertyDefinition):
            return True
        if isinstance(parent, n.Property) and parent.value is node:
            literal = self.scopes.parents.get(parent)
            holder = self.scopes.parents.get(literal) if literal is not None else None
            return not (
                isinstance(holder, n.CallExpression) and self.flow.is_combinator(holder)
            )
        if isinstance(parent, n.ArrayExpression):
            return self._is_array_late(parent, made, depth)
        if isinstance(parent, n.CallExpression) and node in parent.arguments:
            return self._is_argument_kept(parent, node, made, depth)
        if isinstance(parent, n.Function) or isinstance(parent, n.ReturnStatement):
            return self._is_result_kept(node, made, depth)
        return False

    def _is_name_kept(self, name: n.Identifier, made: n.Node, depth: int) -> bool:
        """Whether all that is done with a variable is to keep its value elsewhere."""
        binding = self.scopes.binding_of.get(name)
        if binding is None or not self._uses(binding):
            return False
        return all(
            self._is_kept(use, made, depth - 1) if self._stores(use) else False
            for use in self._uses(binding)
        )

    def _uses(self, binding: Binding) -> list[n.Node]:
        """Where a variable is read."""
        return [
            r
            for r in binding.references
            if not isinstance(
                parent := self.scopes.parents.get(r), n.VariableDeclarator
            )
            or parent.id is not r
            if not (isinstance(parent, n.AssignmentExpression) and parent.left is r)
        ]

    def _stores(self, node: n.Node) -> bool:
        """Whether a place keeps the value, and does nothing else with it."""
        parent = self.scopes.parents.get(node)
        return isinstance(
            parent,
            (
                n.ArrayExpression,
                n.AssignmentExpression,
                n.CallExpression,
                n.ConditionalExpression,
                n.LogicalExpression,
                n.Property,
                n.VariableDeclarator,
            ),
        )

    def _is_argument_kept(
        self, call: n.CallExpression, node: n.Node, made: n.Node, depth: int
    ) -> bool:
        if self.flow.is_combinator(call):
            return False
        callee = call.callee
        if isinstance(callee, n.MemberExpression):
            receiver = self.types.get(callee.object, t.NEVER)
            method = getattr(callee.property, "name", None)
            if method in _KEEPING and _are_collections(receiver):
                if t.only(receiver, t.ArrayAtom):
                    return self._is_array_late(callee.object, made, depth)
                return True
        targets = self.flow.inference.targets.get(call)
        if not targets or call in self.flow.inference.unknown_calls:
            return False
        place = next(i for i, a in enumerate(call.arguments) if a is node)
        params = [f.node.params[place] for f in targets if place < len(f.node.params)]
        return any(
            isinstance(param, n.Identifier)
            and self._is_name_kept(param, made, depth - 1)
            for param in params
        )

    def _is_result_kept(self, node: n.Node, made: n.Node, depth: int) -> bool:
        """What a callback of ``map`` returns stands in an array; other calls are seen alone."""
        parent = self.scopes.parents.get(node)
        function = (
            parent
            if isinstance(parent, n.Function)
            else self.scopes.enclosing_function(node)
        )
        return isinstance(function, n.Function) and self.is_callback_late(
            function, made, depth
        )

    def is_callback_late(
        self, callback: n.Node, made: n.Node | None = None, depth: int = _DEPTH
    ) -> bool:
        """The same of the promises that a callback of ``map`` or ``from`` gives."""
        call = self.scopes.parents.get(callback)
        if (
            not isinstance(call, n.CallExpression)
            or callback not in call.arguments
            or not isinstance(call.callee, n.MemberExpression)
        ):
            return False
        if isinstance(callback, n.Function) and callback.is_async and made is not None:
            if made is not callback:
                return False  # a coroutine waits for what it returns
        method = getattr(call.callee.property, "name", None)
        return method in ("map", "flatMap", "from") and self._is_array_late(
            call, call, depth
        )

    # -- an array of promises --------------------------------------------------------------

    def _is_array_late(self, array: n.Node, made: n.Node, depth: int) -> bool:
        """Whether nobody surely attaches to the elements before something is waited for."""
        if depth == 0:
            return True
        if isinstance(array, n.Identifier):
            binding = self.scopes.binding_of.get(array)
            return binding is None or self._is_held_late(binding, made, depth)
        if isinstance(array, n.MemberExpression):
            return True
        parent = self.scopes.parents.get(array)
        if parent is None:
            return True
        if _passes(parent, array):
            return self._is_array_late(parent, made, depth)
        if isinstance(parent, n.VariableDeclarator):
            if isinstance(parent.id, n.Identifier):
                binding = self.scopes.binding_of.get(parent.id)
                return binding is None or self._is_held_late(binding, made, depth)
            return False
        if isinstance(parent, n.AssignmentExpression):
            return self._is_array_late(parent.left, made, depth)
        if isinstance(parent, (n.ReturnStatement, n.Function, n.SpreadElement)):
            return False
        return not self._attaches(array, depth)

    def _is_held_late(self, binding: Binding, made: n.Node, depth: int) -> bool:
        """An array by its name: what is the first to attach to its elements?"""
        attaching = [
            use for use in self._uses(binding) if self._attaches(use, depth - 1)
        ]
        if not attaching:
            return True
        function = self.scopes.enclosing_function(made)
        homes = {self.scopes.enclosing_function(use) for use in attaching}
        while function not in homes:
            if not self._is_called_at_once(function) or self._waits_in(function):
                return True
            made = function
            function = self.scopes.enclosing_function(function)
        first = min(
            (
                use.start
                for use in attaching
                if self.scopes.enclosing_function(use) is function
                and use.start > made.start
            ),
            default=None,
        )
        if first is None:
            return True
        start = made.end
        current: n.Node | None = made
        while current is not None and current is not function:
            if isinstance(current, _LOOPS) and not current.start <= first < current.end:
                start = min(start, current.start)
                if isinstance(current, n.ForOfStatement) and current.is_await:
                    return True
            current = self.scopes.parents.get(current)
        return any(
            start <= wait.start and wait.end <= first
            for wait in self._waits_of(function)
        )

    def _attaches(self, array: n.Node, depth: int) -> bool:
        """Whether a place attaches to all elements of an array at once, or gives them away."""
        parent = self.scopes.parents.get(array)
        if isinstance(parent, n.SpreadElement):
            literal = self.scopes.parents.get(parent)
            return literal is not None and self._attaches(literal, depth)
        if isinstance(parent, (n.ReturnStatement, n.ArrowFunctionExpression)):
            return True
        if isinstance(parent, n.CallExpression) and array in parent.arguments:
            callee = parent.callee
            if isinstance(callee, n.MemberExpression) and (
                getattr(callee.property, "name", None) in _KEEPING
            ):
                return False
            return True
        if isinstance(parent, n.MemberExpression) and parent.object is array:
            call = self.scopes.parents.get(parent)
            if not isinstance(call, n.CallExpression) or call.callee is not parent:
                return False
            method = getattr(parent.property, "name", None)
            if method in ("slice", "concat", "values", "toReversed", "reverse"):
                return depth > 0 and self._attaches(call, depth - 1)
            return method in _EACH and any(
                self._callback_attaches(a, call, depth) for a in call.arguments[:1]
            )
        return False

    def _callback_attaches(
        self, callback: n.Node, call: n.CallExpression, depth: int
    ) -> bool:
        """Whether a callback attaches to its first parameter before it waits."""
        if not isinstance(callback, n.Function) or not callback.params:
            return False
        param = callback.params[0]
        if not isinstance(param, n.Identifier):
            return False
        binding = self.scopes.binding_of.get(param)
        uses = self._uses(binding) if binding is not None else []
        return any(self.scopes.enclosing_function(use) is callback for use in uses)

    # -- waiting ---------------------------------------------------------------------------

    def _is_called_at_once(self, function: n.Node) -> bool:
        """A callback that is no coroutine and does not outlive the call that it is given to."""
        call = self.scopes.parents.get(function)
        return (
            isinstance(function, n.Function)
            and not function.is_async
            and not function.generator
            and isinstance(call, n.CallExpression)
            and isinstance(call.callee, n.MemberExpression)
            and getattr(call.callee.property, "name", None)
            in _EACH | {"from", "reduce", "some", "every", "find"}
        )

    def _waits_in(self, function: n.Node) -> bool:
        return any(True for _ in self._waits_of(function))

    def _waits_of(self, function: n.Node) -> Iterable[n.Node]:
        """The places of a function, or of the program, that wait."""
        return self.flow.waits.get(function, ())


def _passes(parent: n.Node, node: n.Node) -> bool:
    """Whether an expression has the value of one of its parts."""
    if isinstance(parent, n.ConditionalExpression):
        return parent.test is not node
    if isinstance(parent, n.SequenceExpression):
        return parent.expressions[-1] is node
    return isinstance(parent, (n.ChainExpression, n.LogicalExpression))


def _are_collections(types: t.Type) -> bool:
    return bool(types) and all(
        isinstance(a, (t.ArrayAtom, t.MapAtom, t.SetAtom)) for a in types - t.NULLISH
    )
