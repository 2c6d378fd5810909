"""``new`` and ``super(...)``: instances, and errors with a cause."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..parse import nodes as n
from ..pytree import build as b
from .bound_calls import BoundCalls
from .calls import kept


class Construction(BoundCalls):
    def new(self, node: n.NewExpression) -> ast.expr:
        if (
            isinstance(node.callee, n.Identifier)
            and node.callee.name == "Promise"
            and node.callee not in self.scopes.binding_of
        ):
            return self.new_promise(node)
        if self.invalid_pattern(node):
            return b.const(None)
        self.check_keys(node)
        value = self.rule_value(node, "value")
        if value is not None:
            return value
        types = self.type_of(node.callee)
        for atom in types:
            if isinstance(atom, t.BuiltinAtom):
                raise self.refuse(node, f"new {atom.name}() is not translated yet")
            if isinstance(atom, (t.FunctionAtom, t.ResolverAtom)):
                raise self.refuse(
                    node,
                    "a function used as a constructor is not translated yet",
                    "write it as a class",
                )
            if isinstance(atom, t.ModuleAtom):
                raise self.refuse(
                    node,
                    f"{atom.name.replace(':', ' ')}: there is no rule for this import",
                )
        targets = self.targets_of(node)
        if (
            targets is None
            and any(isinstance(a, t.ClassAtom) for a in types)
            and not self.extends_builtin(types)
        ):
            # No constructor anywhere: arguments are evaluated and dropped.
            callee = self.expr(node.callee)
            for argument in node.arguments:
                given: n.Node = argument
                if isinstance(argument, n.SpreadElement):
                    given = argument.argument
                if not self.effects.pure(given) or self.may_fail_by_name(given):
                    self.effect(given)
            return b.call(callee)
        if len(node.arguments) > 1 and self.error_without_constructor(list(types)):
            callee, message = self.in_order(
                [(x, lambda x=x: self.expr(x)) for x in (node.callee, node.arguments[0])]  # type: ignore[misc]
            )
            self.check_message(node.arguments[0])
            cause = self.cause_option(node.arguments[1])
            return self.helper("with_cause", b.call(callee, message), cause)
        results = self.in_order(
            [
                (node.callee, lambda: self.expr(node.callee)),
                *self.argument_makers(node, targets),
            ]
        )
        return b.call(results[0], *kept(results[1:]))

    def check_keys(self, node: n.NewExpression) -> None:
        """Warn where a Map or Set has keys that Python does not tell apart."""
        for atom in self.type_of(node):
            if not isinstance(atom, (t.MapAtom, t.SetAtom)) or atom.site is not node:
                continue
            keys = self.representation.keys_of(atom)
            if t.NULLISH <= keys:
                self.warn(
                    node, "null and undefined are both None in Python, as keys too"
                )
            if t.BIGINT in keys and keys & t.NUMBERS:
                self.warn(
                    node, "a number and a bigint are one and the same key in Python"
                )

    def extends_builtin(self, types: t.Type) -> bool:
        stack = [a for a in types if isinstance(a, t.ClassAtom)]
        for cls in stack:
            for base in cls.bases.types:
                if not isinstance(base, t.ClassAtom):
                    return True
                stack.append(base)
        return False

    # -- super ---------------------------------------------------------------------------

    def super_call(self, node: n.CallExpression) -> ast.expr:
        makers = self.argument_makers(node, self.targets_of(node))
        if self.super_is_error(node) and node.arguments:
            if any(isinstance(a, n.SpreadElement) for a in node.arguments):
                raise self.refuse(node, "super() of an error with a spread")
            if len(node.arguments) > 1:
                self.later.append(
                    b.assign(
                        b.attr("self", "__cause__"),
                        self.cause_option(node.arguments[1]),
                    )
                )
            makers = makers[:1]
        return b.call(b.attr(b.call("super"), "__init__"), *self.in_order(makers))

    def super_is_error(self, node: n.CallExpression) -> bool:
        """Whether ``super(...)`` reaches the constructor of a built-in error."""
        current: n.Node | None = node
        while current is not None and not isinstance(current, n.Class):
            current = self.scopes.parents.get(current)
        atom = self.analysis.classes.get(current) if current is not None else None
        return atom is not None and self.error_without_constructor(
            [a for a in atom.bases.types]
        )

    # -- errors --------------------------------------------------------------------------

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
        if self.holding(types, "cause") != "item":
            raise self.refuse(node, "these options of an error")
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
