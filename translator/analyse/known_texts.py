"""Which texts an expression may be, where all of them stand in the source.

Literals and templates are followed through constants, parameters of functions whose calls
are all known, what such functions return, and promises: what they are fulfilled with.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import product

from ..parse import nodes as n
from .constants import constant_number, number_text
from .scopes import Scopes
from .sleeps import sleep_executor

#: How far a text is followed, and how many of them are kept apart.
_DEPTH = 12
_MOST = 16

#: None where a text is not known.
Texts = frozenset[str] | None
_NONE: frozenset[str] = frozenset()


class KnownTexts:
    def __init__(self, scopes: Scopes) -> None:
        self.scopes = scopes

    def of(self, node: n.Node | None, depth: int = _DEPTH) -> Texts:
        """The texts that an expression may be; what throws instead adds none."""
        if node is None or depth == 0:
            return None
        if isinstance(node, n.StringLiteral):
            return frozenset({node.value})
        if isinstance(node, n.TemplateLiteral):
            return self._template(node, depth)
        if isinstance(node, n.BinaryExpression) and node.operator == "+":
            sides = [self.of(side, depth - 1) for side in (node.left, node.right)]
            return joined(sides)
        if isinstance(node, n.ConditionalExpression):
            return union(
                self.of(part, depth - 1) for part in (node.consequent, node.alternate)
            )
        if isinstance(node, n.AwaitExpression):
            return self._fulfilled(node.argument, depth - 1)
        if isinstance(node, n.Identifier):
            return self._name(node, depth)
        if isinstance(node, n.CallExpression):
            function = self._called(node)
            if function is None or function.is_async or function.generator:
                return None
            return union(self.of(v, depth - 1) for v in self._returned(function))
        return None

    def _template(self, node: n.TemplateLiteral, depth: int) -> Texts:
        parts: list[Texts] = []
        for position, quasi in enumerate(node.quasis):
            parts.append(None if quasi.cooked is None else frozenset({quasi.cooked}))
            if position < len(node.expressions):
                hole = node.expressions[position]
                number = constant_number(hole, self.scopes)
                parts.append(
                    self.of(hole, depth - 1)
                    if number is None or not math.isfinite(number)
                    else frozenset({number_text(number)})
                )
        return joined(parts)

    def _name(self, node: n.Identifier, depth: int) -> Texts:
        binding = self.scopes.binding_of.get(node)
        if binding is None or binding.reassigned:
            return None
        if binding.kind in ("const", "let") and binding.held is not None:
            return self.of(binding.held, depth - 1)
        param = binding.node
        function = self.scopes.parents.get(param)
        if (
            not isinstance(param, n.Identifier)
            or not isinstance(function, n.Function)
            or param not in function.params
        ):
            return None
        if self.scopes.facts[function].uses_arguments:
            return None
        return self._given(function, function.params.index(param), depth)

    # -- functions -------------------------------------------------------------------------

    def _given(self, function: n.Function, position: int, depth: int) -> Texts:
        """What a parameter is given, at all calls."""
        promise = self._handles(function)
        if promise is not None:
            return self._fulfilled(promise, depth - 1) if position == 0 else None
        found: list[Texts] = []
        calls = self._calls(function)
        for call in calls or ():
            if position >= len(call.arguments) or any(
                isinstance(a, n.SpreadElement) for a in call.arguments
            ):
                return None
            found.append(self.of(call.arguments[position], depth - 1))
        return union(found) if calls else None

    def _handles(self, function: n.Function) -> n.Node | None:
        """The promise of ``promise.then(function)``."""
        node: n.Node = function
        call = self.scopes.parents.get(node)
        if not isinstance(call, n.CallExpression) or node not in call.arguments[:1]:
            return None
        return receiver_of(call, "then")

    def _name_of(self, function: n.Function) -> n.Node | None:
        """The declared name of a function."""
        if isinstance(function, n.FunctionDeclaration):
            return function.id
        node: n.Node = function
        declarator = self.scopes.parents.get(node)
        if isinstance(declarator, n.VariableDeclarator) and declarator.init is node:
            return declarator.id
        return None

    def _calls(self, function: n.Function) -> list[n.CallExpression] | None:
        """All calls of a function; None where they are not known."""
        name = self._name_of(function)
        if not isinstance(name, n.Identifier):
            return None
        binding = self.scopes.binding_of.get(name)
        if binding is None or binding.reassigned or self._is_exported(function):
            return None
        if getattr(function, "id", name) not in (None, name):
            return None  # it has a name of its own, too
        calls: list[n.CallExpression] = []
        for reference in binding.references:
            call = self.scopes.parents.get(reference)
            if not isinstance(call, n.CallExpression) or call.callee is not reference:
                return None
            calls.append(call)
        return calls

    def _is_exported(self, function: n.Function) -> bool:
        node: n.Node | None = function
        while node is not None and not isinstance(node, (n.Program, n.BlockStatement)):
            if isinstance(node, (n.ExportNamedDeclaration, n.ExportDefaultDeclaration)):
                return True
            node = self.scopes.parents.get(node)
        return False

    def _called(self, node: n.CallExpression) -> n.Function | None:
        """The function that a call by name reaches."""
        binding = (
            self.scopes.binding_of.get(node.callee)
            if isinstance(node.callee, n.Identifier)
            else None
        )
        if binding is None or binding.reassigned:
            return None
        made = binding.node
        if isinstance(made, n.FunctionDeclaration):
            return made
        held = binding.held
        return held if isinstance(held, n.Function) else None

    def _returned(self, function: n.Function) -> list[n.Node | None]:
        """What a function returns; None among it stands for undefined."""
        body = function.body
        if not isinstance(body, n.BlockStatement):
            return [body]
        found: list[n.Node | None] = [
            r.argument for r in self.scopes.facts[function].returns
        ]
        last = body.body[-1] if body.body else None
        if not isinstance(last, (n.ReturnStatement, n.ThrowStatement)):
            found.append(None)
        return found

    # -- promises --------------------------------------------------------------------------

    def _fulfilled(self, node: n.Node | None, depth: int) -> Texts:
        """What a promise, or a plain value, is fulfilled with."""
        if node is None or depth == 0:
            return None
        if isinstance(node, n.NewExpression):
            sleep = sleep_executor(node)
            return None if sleep is None else self.of(sleep[1], depth - 1)
        if isinstance(node, n.ConditionalExpression):
            return union(
                self._fulfilled(part, depth - 1)
                for part in (node.consequent, node.alternate)
            )
        if not isinstance(node, n.CallExpression):
            return self.of(node, depth)
        static = self.scopes.static_of(node, "Promise")
        if static == "reject":
            return _NONE
        if static == "resolve" and len(node.arguments) == 1:
            return self._fulfilled(node.arguments[0], depth - 1)
        function: n.Node | None = self._called(node)
        if receiver_of(node, "then") is not None and len(node.arguments) == 1:
            function = node.arguments[0]
        if not isinstance(function, n.Function) or function.generator:
            return None
        return union(self._fulfilled(v, depth - 1) for v in self._returned(function))


def receiver_of(call: n.CallExpression, method: str) -> n.Node | None:
    """``promise`` of the call ``promise.then(...)``."""
    callee = call.callee
    if (
        isinstance(callee, n.MemberExpression)
        and not callee.computed
        and getattr(callee.property, "name", None) == method
    ):
        return callee.object
    return None


def union(parts: Iterable[Texts]) -> Texts:
    """The texts of any of several expressions."""
    found: frozenset[str] = _NONE
    for part in parts:
        if part is None:
            return None
        found |= part
    return found if len(found) <= _MOST else None


def joined(parts: list[Texts]) -> Texts:
    """The texts of several expressions, one behind the other."""
    known = [part for part in parts if part is not None]
    count = 1
    for part in known:
        count *= len(part)
    if len(known) < len(parts) or count > _MOST:
        return None
    return frozenset("".join(texts) for texts in product(*known))
