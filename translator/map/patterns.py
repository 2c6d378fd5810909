"""Targets of all kinds: names, members, patterns and their defaults."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.initialization import (
    in_dead_zone,
    is_constant,
    is_fixed,
    is_undeclared,
)
from ..analyse.types import Type
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import binding_of
from .object_patterns import ObjectPatterns


class Patterns(ObjectPatterns):
    def pattern_type(self, node: n.Node) -> Type:
        return self.analysis.types.get(node) or t.T_ANY

    def assign_pattern(self, pattern: n.Node, value: ast.expr, declare: bool) -> None:
        """Let a value flow into a pattern: emits the statements."""
        if isinstance(pattern, n.Identifier):
            if not self.fails_to_assign(pattern, value):
                self.emit(b.assign(self.name_target(pattern), value))
        elif isinstance(pattern, n.MemberExpression):
            self.emit(b.assign(self.member_target(pattern), value))
        elif isinstance(pattern, n.ArrayPattern):
            self.assign_array(pattern, value, declare)
        elif isinstance(pattern, n.ObjectPattern):
            self.assign_object(pattern, value, declare)
        elif isinstance(pattern, n.AssignmentPattern):
            self.assign_default(pattern, value, declare)
        else:
            raise self.refuse(pattern, f"{pattern.type} as a target")

    def name_target(self, node: n.Identifier) -> ast.expr:
        binding = self.scopes.binding_of.get(node)
        if binding is None:
            raise self.refuse(node, f"an assignment to the global {node.name}")
        return self.target(binding)

    def fails_to_assign(self, node: n.Node, value: ast.expr | None) -> bool:
        """Whether a name cannot be assigned; the value is evaluated, and it raises then."""
        if not isinstance(node, n.Identifier):
            return False
        binding = self.scopes.binding_of.get(node)
        if binding is None:
            return False
        if in_dead_zone(self.scopes, node, binding):
            kind = "NameError"
            message = f"Cannot access {node.name!r} before initialization"
        elif is_constant(self.scopes, node, binding):
            kind, message = "TypeError", "Assignment to constant variable."
        elif is_undeclared(self.scopes, node, binding):
            kind, message = "NameError", f"{node.name} is not defined"
        elif is_fixed(self.scopes, node, binding):
            kind = message = ""
        else:
            return False
        if value is not None and not isinstance(value, (ast.Constant, ast.Name)):
            self.emit(b.expr(value))
        if kind:
            self.emit(ast.Raise(b.call(kind, b.const(message)), None))
        return True

    def assign_default(
        self, pattern: n.AssignmentPattern, value: ast.expr, declare: bool
    ) -> None:
        """``target = default``: taken where the value is undefined (not null)."""
        left = pattern.left
        types = self.pattern_type(pattern)
        if t.NULL in types:
            self.warn(
                pattern,
                "null and undefined are both None in Python: null takes the default too",
            )
        if isinstance(left, n.Identifier) and not self.is_unassignable(left):
            self.emit(b.assign(self.name_target(left), value))
            read = self.load(self.scopes.binding_of[left])
        else:
            read = self.spill(value)
        block: list[ast.stmt] = []
        with self.into(block):
            default = self.expr(pattern.right)
            if isinstance(left, n.Identifier) and not self.is_unassignable(left):
                block.append(b.assign(self.name_target(left), default))
            else:
                assert isinstance(read, ast.Name)
                block.append(b.assign(self.target(binding_of(read)), default))
        self.emit(b.if_(b.compare(read, "is", b.const(None)), block))
        if not isinstance(left, n.Identifier) or self.is_unassignable(left):
            self.assign_pattern(left, read, declare)

    def is_unassignable(self, node: n.Identifier) -> bool:
        """Whether ``fails_to_assign`` has to deal with a name."""
        binding = self.scopes.binding_of.get(node)
        return binding is not None and (
            in_dead_zone(self.scopes, node, binding)
            or is_constant(self.scopes, node, binding)
            or is_undeclared(self.scopes, node, binding)
            or is_fixed(self.scopes, node, binding)
        )
