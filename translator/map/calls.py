"""Calls: rules first, then functions of the program, then what is unknown."""

from __future__ import annotations

import ast
from collections.abc import Callable

from ..analyse import types as t
from ..parse import nodes as n
from ..pytree import build as b
from .argument_checks import ArgumentChecks
from .syntax import is_static_accessor

_MAXIMUM = 10_000
#: Stands for an argument that is evaluated before the call and not passed.
_DROPPED = b.const(None)

_WITH_TEXT = (
    t.InstanceAtom, t.FunctionAtom, t.ClassAtom, t.GeneratorAtom, t.PromiseAtom, t.HostAtom,
)  # fmt: skip
_WITH_METHODS = (t.ArrayAtom, t.MapAtom, t.SetAtom, t.GeneratorAtom, t.PromiseAtom)


class Calls(ArgumentChecks):
    def call(self, node: n.CallExpression) -> ast.expr:
        """A call as a value: of a promise, one that is under way."""
        self.check_combinator(node)
        promise = self.promise_value(node)
        if promise is not None:
            return promise
        constant = self.analysis.inference.constant_number(node)
        if constant is not None and str(constant) in ("0.0", "-0.0"):
            return b.const(0) if str(constant) == "0.0" else b.unary("-", b.const(0.0))
        if self.raises_instead(node):
            return b.const(None)
        value = self.rule_value(node, "value")
        if value is not None:
            return value
        return self.plain_call(node)

    def plain_call(self, node: n.CallExpression) -> ast.expr:
        """A call as it stands: a coroutine function gives a coroutine."""
        callee = node.callee
        if isinstance(callee, n.Super):
            return self.super_call(node)
        if isinstance(callee, n.Function) and not node.arguments:
            return self.call_at_once(node, callee)
        called = self.called_with_this(node)
        if called is not None:
            return called
        for atom in self.type_of(callee):
            if isinstance(atom, t.ClassAtom) and not atom.node.makes_when_called:
                raise self.refuse(node, "a class that is called without new")
        text = self.text_of_call(node)
        if text is not None:
            return text
        targets = self.targets_of(node)
        if targets is None:
            self.check_unknown(node)
        results = self.in_order(
            [(callee, lambda: self.callee(node)), *self.argument_makers(node, targets)]
        )
        return b.call(results[0], *kept(results[1:]))

    def text_of_call(self, node: n.CallExpression) -> ast.expr | None:
        """``value.toString()`` of what may have no such method of its own."""
        callee = node.callee
        if (
            not isinstance(callee, n.MemberExpression)
            or callee.computed
            or getattr(callee.property, "name", "") != "toString"
            or node.arguments
        ):
            return None
        types = self.type_of(callee.object)
        find = self.analysis.inference.find_member
        if not t.only(types, _WITH_TEXT) or not any(
            not isinstance(a, t.InstanceAtom) or find(a.cls, "toString") is None
            for a in types
        ):
            return None
        return self.text_of(self.expr(callee.object), types, callee.object)

    def check_unknown(self, node: n.CallExpression) -> None:
        """Refuse calls of JavaScript's own functions for which there is no rule."""
        callee = node.callee
        types = self.type_of(callee)
        for atom in types:
            if isinstance(atom, t.HostAtom) and atom.of_library:
                raise self.refuse(node, f"this call of {atom.name} is not translated")
            if isinstance(atom, t.BuiltinAtom) and not self.held_builtin(node, atom):
                name = atom.name.replace("#", ".prototype.")
                raise self.refuse(node, f"{name}() is not translated yet")
            if isinstance(atom, t.ModuleAtom):
                raise self.refuse(
                    node,
                    f"{atom.name.replace(':', ' ')}: there is no rule for this import",
                    "add a rule for it with --mappings",
                )

    def held_builtin(self, node: n.CallExpression, atom: t.BuiltinAtom) -> bool:
        """Whether one of JavaScript's own functions is called by a name of the program.

        As a value it is a Python function of one argument.
        """
        callee = node.callee
        if len(node.arguments) != 1 or isinstance(node.arguments[0], n.SpreadElement):
            return False
        if "#" in atom.name or self.builtin_reference(callee) is not None:
            return False
        if isinstance(callee, n.Identifier):
            return callee in self.scopes.binding_of
        return not isinstance(callee, n.MemberExpression) or any(
            isinstance(a, t.ObjectAtom) for a in self.type_of(callee.object)
        )

    def callee(self, node: n.CallExpression) -> ast.expr:
        callee = node.callee
        preset = self.preset.get(callee)
        if preset is not None:
            return preset
        if isinstance(callee, n.MemberExpression):
            if callee.computed and self.is_exactly(callee.property, t.T_STRING):
                known = self.type_of(callee.object) - t.NULLISH
                if any(isinstance(a, _WITH_METHODS) or a is t.STRING for a in known):
                    raise self.refuse(callee, "a built-in method under a computed name")
            return self.method_reference(callee)
        return self.expr(callee)

    def super_member(self, node: n.MemberExpression) -> ast.expr:
        name = self.analysis.inference.property_name(node.property, node.computed)
        if name is None:
            raise self.refuse(node, "a member of super under a computed name")
        if self.reaches_static_accessor(node, name):
            raise self.refuse(node, f"{name}, a static accessor, of super")
        return b.attr(b.call("super"), self.attribute(name))

    def reaches_static_accessor(self, node: n.MemberExpression, name: str) -> bool:
        """Whether ``super.name`` of a class is a property of its metaclass."""
        inference = self.analysis.inference
        for atom in self.type_of(node.object):
            found = inference.find_member(atom, f"static {name}")
            if found is not None and is_static_accessor(found[1]):
                return True
        return False

    def method_reference(self, node: n.MemberExpression) -> ast.expr:
        """``object.method`` in a call: an attribute, or the item of a dict."""
        if isinstance(node.object, n.Super):
            return self.super_member(node)
        name = self.analysis.inference.property_name(node.property, node.computed)
        types = self.type_of(node.object)
        if (
            name is not None
            and not node.computed
            and isinstance(node.property, n.Identifier)
            and self.holding(types, name) == "item"
            and t.ANY in types
            and not any(isinstance(a, t.ObjectAtom) for a in types)
            and name not in self.literal_keys
        ):
            # An object from outside: its methods are attributes.
            return b.attr(self.expr(node.object), self.attribute(name))
        return self.read_member(node, maybe=False)

    def call_at_once(self, node: n.CallExpression, callee: n.Function) -> ast.expr:
        """``(function () { ... })()``: a local function, called."""
        function = self.function_value(callee, "run")
        return b.call(function)

    # -- arguments -----------------------------------------------------------------------

    def targets_of(self, node: n.Node) -> list[t.FunctionAtom] | None:
        """The functions a call may reach; None where it may reach others too."""
        if node in self.analysis.inference.unknown_calls:
            return None
        found = self.analysis.inference.targets.get(node)
        return list(found) if found else None

    def argument_makers(
        self,
        node: n.CallExpression | n.NewExpression,
        targets: list[t.FunctionAtom] | None,
    ) -> list[tuple[n.Node | None, Callable[[], ast.expr]]]:
        """The arguments that the called function takes; surplus ones are evaluated and
        dropped: of what comes out, ``kept`` gives those that are passed."""
        most = _MAXIMUM
        if targets is not None:
            most = max(self.capacity(f) for f in targets)
        makers: list[tuple[n.Node | None, Callable[[], ast.expr]]] = []
        for position, argument in enumerate(node.arguments):
            if isinstance(argument, n.SpreadElement):
                makers.append(
                    (argument, lambda a=argument: b.star(self.iterable(a.argument)))  # type: ignore[misc]
                )
            elif argument in self.cancelling.arguments:
                continue
            elif position >= most:
                if not self.effects.pure(argument) or self.may_fail_by_name(argument):
                    makers.append((argument, lambda a=argument: self.only_evaluated(a)))  # type: ignore[misc]
            else:
                makers.append((argument, lambda a=argument: self.argument(node, a)))  # type: ignore[misc]
        return makers

    def only_evaluated(self, argument: n.Node) -> ast.expr:
        """An argument that the function does not take, for what evaluating it does."""
        self.effect(argument)
        return _DROPPED

    def capacity(self, atom: t.FunctionAtom) -> int:
        """How many arguments the Python function takes."""
        if atom.rest is not None or atom.given is not None:
            return _MAXIMUM
        if self.takes_surplus(atom):
            return _MAXIMUM
        return len(atom.node.params)

    def takes_surplus(self, atom: t.FunctionAtom) -> bool:
        """Whether some call gives more arguments than others: the rest is swallowed."""
        return atom.max_args > len(atom.node.params) and any(
            self.mixed_call(call, atom) for call in atom.calls
        )

    def mixed_call(self, call: n.Node, atom: t.FunctionAtom) -> bool:
        if isinstance(call, tuple):  # by a built-in function, of what it was given
            arguments = getattr(call[0], "arguments", ())
            given = (self.type_of(argument) for argument in arguments)
            return any(
                isinstance(f, t.FunctionAtom)
                and (len(f.node.params) > len(atom.node.params) or f.rest or f.given)
                for types in given
                if atom in types
                for f in types
            )
        if not isinstance(call, (n.CallExpression, n.NewExpression)):
            return False
        if len(call.arguments) <= len(atom.node.params):
            return False
        targets = self.analysis.inference.targets.get(call, set())
        if call in self.analysis.inference.unknown_calls:
            return True
        return any(
            len(f.node.params) >= len(call.arguments)
            or f.rest is not None
            or f.given is not None
            for f in targets
        ) or any(isinstance(a, n.SpreadElement) for a in call.arguments)

    def argument(self, call: n.Node, node: n.Node) -> ast.expr:
        types = self.type_of(node)
        if (
            types
            and all(isinstance(a, t.PromiseAtom) for a in types)
            and self.flow.is_cold(node)
        ):
            return self.awaitable(node)
        return self.expr(node)


def kept(arguments: list[ast.expr]) -> list[ast.expr]:
    """The arguments of a call without those that were only evaluated."""
    return [value for value in arguments if value is not _DROPPED]
