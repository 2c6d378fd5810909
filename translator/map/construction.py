"""``new``: instances, by rules and of the classes of the program."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..parse import nodes as n
from ..pytree import build as b
from .calls import kept
from .error_construction import ErrorConstruction


class Construction(ErrorConstruction):
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
        self.check_entries(node)
        self.check_patterns_kept(node)
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
