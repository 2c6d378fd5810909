"""Declarations of variables and functions."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.scopes import Binding, pattern_names
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import binding_of
from .annotations import optional
from .assignments import Assignments
from .first_values import mark


class Declarations(Assignments):
    def variables(self, node: n.VariableDeclaration) -> None:
        for declarator in node.declarations:
            self.declarator(node, declarator)

    def check_early_writes(self, binding: Binding) -> None:
        """Warn of a call before a declaration that assigns what is declared."""
        call = self.effects.early_writes.call_before(binding)
        if call is not None:
            self.warn(
                call,
                f"{binding.name!r} may be assigned before it is declared: a "
                "ReferenceError in JavaScript",
            )

    def declarator(
        self, node: n.VariableDeclaration, declarator: n.VariableDeclarator
    ) -> None:
        if declarator in self.cancelling.controllers:
            return  # tasks are cancelled in its place
        target, init = declarator.id, declarator.init
        for bound in pattern_names(target):
            self.check_early_writes(self.scopes.binding_of[bound])
        if init is None:
            assert isinstance(target, n.Identifier)
            binding = self.scopes.binding_of[target]
            if node.kind == "var" and not self.scopes.first_var(declarator):
                return
            annotation = self.variable_annotation(node)
            if annotation is not None:
                annotation = optional(annotation)
                self.emit(
                    b.ann_assign(self.name_target(target), annotation, b.const(None))
                )
                return
            self.emit(mark(b.assign(self.name_target(target), b.const(None))))
            return
        if self.is_import(declarator):
            self.note_promises(declarator)
            return
        if isinstance(target, n.Identifier):
            binding = self.scopes.binding_of[target]
            if isinstance(init, n.Function):
                self.declare_function(binding, init)
                return
            if isinstance(init, n.ClassExpression) and (
                init.id is None or init.id.name == target.name
            ):
                self.emit(*self.class_definition(init, binding))
                return
            if isinstance(init, n.AwaitExpression) and self.wrap_into(
                init.argument, binding
            ):
                return
            value = self.expr(init)
            if binding_of(value) is not binding:
                name = self.name_target(target)
                annotation = self.variable_annotation(node)
                if annotation is not None:
                    self.emit(b.ann_assign(name, annotation, value))
                else:
                    self.emit(b.assign(name, value))
            return
        if (
            isinstance(target, n.ArrayPattern)
            and isinstance(init, n.ArrayExpression)
            and self.swap(target, init)
        ):
            return
        if self.resolvers_apart(target, init):
            return
        self.assign_pattern(target, self.expr(init), declare=True)

    def early_names(self, function: n.Node) -> list[ast.stmt]:
        """``var`` names that may be read before they are assigned: None at first."""
        return [
            b.assign(self.target(binding), b.const(None))
            for binding in self.scopes.early.get(function, ())
            if self.home(binding) is self.fn
        ]

    def is_import(self, declarator: n.VariableDeclarator) -> bool:
        """``const x = require("...")``: rules map what is used of it."""
        init: n.Node | None = declarator.init
        while isinstance(init, n.MemberExpression):
            init = init.object
        if not isinstance(init, (n.CallExpression, n.Identifier)):
            return False
        types = (
            self.type_of(declarator.init) if declarator.init is not None else t.NEVER
        )
        return bool(types) and all(isinstance(a, t.ModuleAtom) for a in types)

    # -- functions -----------------------------------------------------------------------

    def declare_function(self, binding: Binding, init: n.Function) -> None:
        """``const f = (...) => ...`` is a ``def``."""
        if binding.reassigned:
            # The name changes later: the function needs a name of its own no more.
            self.fn.assigned.add(binding)
        own = self.scopes.binding_of.get(init.id) if init.id is not None else None
        if own is not None and own is not binding:
            if binding.reassigned:
                self.placed[own] = self.fn
                self.emit(self.define(init, own))
                self.emit(b.assign(self.target(binding), self.load(own)))
                return
            self.replaced[own] = self.load(binding)
        self.emit(self.define(init, binding))

    def function_declaration(self, node: n.FunctionDeclaration) -> None:
        if node.id is None:
            raise self.refuse(node, "a function without a name")
        binding = self.scopes.binding_of[node.id]
        if binding.node is not node:
            return  # another declaration of the same name wins
        self.emit(self.define(node, binding))
