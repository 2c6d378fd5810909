"""Errors: ``super(...)`` in classes that extend one, and the cause they are given."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.types import Type
from ..parse import nodes as n
from ..pytree import build as b
from .bound_calls import BoundCalls
from .logic import second_use


class ErrorConstruction(BoundCalls):
    def super_call(self, node: n.CallExpression) -> ast.expr:
        if self.super_is_error(node) and node.arguments:
            return self.error_super(node)
        makers = self.argument_makers(node, self.targets_of(node))
        return b.call(b.attr(b.call("super"), "__init__"), *self.in_order(makers))

    def error_super(self, node: n.CallExpression) -> ast.expr:
        """``super(message, options)`` of an error: Python's takes what is shown, the cause
        is set on it."""
        called = b.attr(b.call("super"), "__init__")
        spread = [i for i, a in enumerate(node.arguments) if is_spread(a)]
        if spread:
            return b.call(called, *self.spread_message(node, spread[0]))
        makers = self.argument_makers(node, self.targets_of(node))
        if len(node.arguments) > 1:
            self.set_cause(self.cause_option(node.arguments[1]))
        (message,) = self.in_order(makers[:1])
        types = self.type_of(node.arguments[0])
        if types and t.ANY not in types:
            message = self.message_text(message, types, node.arguments[0])
        return b.call(called, message)

    def message_text(self, value: ast.expr, types: Type, node: n.Node) -> ast.expr:
        """The message that an error is made with: undefined is none at all, anything else
        becomes text (ECMA-262 20.5.1.1)."""
        rest = types - t.T_UNDEFINED
        if rest == types or types & t.T_NULL:
            return self.text_of(value, types, node)
        if rest <= t.T_STRING:
            return b.or_(value, b.const("")) if rest else b.const("")
        value = self.repeatable(value, node)
        return b.cond(
            b.compare(value, "is", b.const(None)),
            b.const(""),
            self.text_of(second_use(value), rest, node),
        )

    def spread_message(self, node: n.CallExpression, place: int) -> list[ast.expr]:
        """The message in ``super(...args)`` or ``super(message, ...rest)``: what stands
        behind it are the options, of which there may be none."""
        last = node.arguments[place]
        assert isinstance(last, n.SpreadElement)
        array = last.argument
        if (
            place > 1
            or place != len(node.arguments) - 1
            or not isinstance(array, n.Identifier)
            or not t.only(self.type_of(array), t.ArrayAtom)
        ):
            raise self.refuse(node, "super() of an error with a spread")

        def part(first: int) -> ast.expr:
            stop = b.const(first + 1)
            return b.slice_(self.expr(array), b.const(first) if first else None, stop)

        options = self.analysis.inference.iterated(self.type_of(array))
        if not options <= t.PRIMITIVES:
            self.check_options(node, options - t.PRIMITIVES)
            self.set_cause(self.helper("cause_among", part(1 - place)))
        if place:
            return [self.expr(node.arguments[0])]
        return [ast.Starred(part(0), ast.Load())]

    def check_options(self, node: n.Node, types: Type) -> None:
        if self.holding(types, "cause") != "item":
            raise self.refuse(node, "these options of an error")

    def set_cause(self, cause: ast.expr) -> None:
        if not (isinstance(cause, ast.Constant) and cause.value is None):
            self.later.append(b.assign(b.attr("self", "__cause__"), cause))

    def is_own_class(self, node: n.Node) -> bool:
        """Whether a name is that of the class whose constructor it stands in, and no other
        class extends it: ``this`` is an instance of it, then."""
        constructor = self.scopes.parents.get(self.scopes.enclosing_function(node))
        atoms = list(self.type_of(node))
        if (
            len(atoms) != 1
            or not isinstance(constructor, n.MethodDefinition)
            or constructor.kind != "constructor"
        ):
            return False
        (atom,) = atoms
        return (
            isinstance(atom, t.ClassAtom)
            and constructor in atom.node.body.body
            and self.analysis.inference.read(atom.family) <= {atom}
        )

    def super_is_error(self, node: n.CallExpression) -> bool:
        """Whether ``super(...)`` reaches the constructor of a built-in error."""
        current: n.Node | None = node
        while current is not None and not isinstance(current, n.Class):
            current = self.scopes.parents.get(current)
        atom = self.analysis.classes.get(current) if current is not None else None
        return atom is not None and self.error_without_constructor(
            [a for a in atom.bases.types]
        )

    def error_without_constructor(self, bases: list[t.Atom]) -> bool:
        for _ in range(50):
            following: list[t.Atom] = []
            for base in bases:
                if isinstance(base, t.BuiltinAtom):
                    if base.name.endswith("Error") and base.name != "AggregateError":
                        return True
                elif (
                    isinstance(base, t.ClassAtom) and "constructor" not in base.members
                ):
                    following += base.bases.types
            bases = following
        return False

    def check_message(self, node: n.Node) -> None:
        if isinstance(node, n.SpreadElement):
            raise self.refuse(node, "the message of an error as a spread")

    def cause_option(self, node: n.Node) -> ast.expr:
        """What ``{ cause }`` says, as a second argument of an error."""
        if isinstance(node, n.ObjectExpression) and len(node.properties) == 1:
            item = node.properties[0]
            if (
                isinstance(item, n.Property)
                and getattr(item.key, "name", "") == "cause"
            ):
                return self.as_cause(self.expr(item.value), item.value)
        types = self.type_of(node)
        if types and types <= t.NULLISH:
            return b.const(None)
        self.check_options(node, types)
        read = self.expr(node)
        if types & (t.NULLISH | t.T_ANY) or not types:
            read = b.or_(read, b.dict_())
        return self.as_cause(b.call(b.attr(read, "get"), b.const("cause")), None)

    def as_cause(self, value: ast.expr, node: n.Node | None) -> ast.expr:
        """Python takes exceptions only as the cause of another one."""
        types = self.type_of(node) if node is not None else t.T_ANY
        if types and all(
            isinstance(a, t.ErrorAtom)
            or a is t.UNDEFINED
            or (
                isinstance(a, t.InstanceAtom) and self.analysis.inference.error_bases(a)
            )
            for a in types
        ):
            return value
        return self.helper("as_cause", value)


def is_spread(node: n.Node) -> bool:
    return isinstance(node, n.SpreadElement)
