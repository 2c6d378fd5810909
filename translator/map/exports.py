"""Modules: what is exported stands at the top of the module under its name."""

from __future__ import annotations

import ast

from ..parse import nodes as n
from ..pytree import build as b
from .attributes import snake_case
from .compound_assignments import CompoundAssignments


class Exports(CompoundAssignments):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: what is exported under other names, at the end of the module
        self.export_aliases: list[ast.stmt] = []

    def exports(self, node: n.AssignmentExpression) -> None:
        """``module.exports = ...``: Python exports what stands at the top of a module."""
        left, value = node.left, node.right
        assert isinstance(left, n.MemberExpression)
        name = getattr(left.property, "name", "")
        if self.scopes.enclosing_function(node) is not self.analysis.program:
            raise self.refuse(
                node,
                "an export inside of a function",
                "assign to module.exports at the top of the file",
            )
        if isinstance(value, n.AssignmentExpression):
            raise self.refuse(node, "several exports in one assignment")
        if not isinstance(left.object, n.Identifier) or left.object.name == "exports":
            self.export_as(node, name, value)
        elif isinstance(value, n.ObjectExpression):
            for item in value.properties:
                if isinstance(item, n.SpreadElement) or item.kind != "init":
                    raise self.refuse(item, "this member of module.exports")
                key = self.analysis.inference.property_name(item.key, item.computed)
                if key is None:
                    raise self.refuse(item, "a computed name in module.exports")
                if isinstance(item.value, n.FunctionExpression) and (
                    self.scopes.facts[item.value].uses_this
                ):
                    raise self.refuse(item, "a method with `this` in module.exports")
                self.comments_before(item)
                self.export_as(item, key, item.value)
        elif not isinstance(value, n.Identifier):
            self.export_as(
                node, getattr(getattr(value, "id", None), "name", "default"), value
            )

    def export_as(self, node: n.Node, name: str, value: n.Node) -> None:
        """What is exported under a name stands under that name in the module."""
        binding = (
            self.scopes.binding_of.get(value)
            if isinstance(value, n.Identifier)
            else None
        )
        if binding is not None:
            if snake_case(binding.name) != snake_case(name) and binding.name != name:
                if name in self.scopes.module.bindings or binding.reassigned:
                    raise self.refuse(node, f"an export under another name, {name!r}")
                alias = self.temp(name, "class" if binding.kind == "class" else "temp")
                self.placed[alias] = self.module_context
                self.export_aliases.append(
                    b.assign(self.target(alias), self.load(binding))
                )
            return
        if name in self.scopes.module.bindings:
            raise self.refuse(
                node, f"an export under the name of another variable, {name!r}"
            )
        if isinstance(value, n.Function):
            self.emit(self.define(value, self.temp(name, "function")))
        elif isinstance(value, n.ClassExpression):
            made = self.temp(name, "class")
            self.emit(*self.class_definition(value, made))
        else:
            self.emit(b.assign(self.target(self.temp(name)), self.expr(value)))

    # -- import and export ---------------------------------------------------------------

    def import_declaration(self, node: n.ImportDeclaration) -> None:
        if not node.specifiers:
            found = self.find_rule(node, ("statement",))
            if found is not None:
                value = self.apply_rule(*found, node)
                if value is not None:
                    self.emit(b.expr(value))
                return
            if node.source.startswith("node:"):
                return
            self.warn_unloaded(node)
        elif node.source.startswith(".") and not any(
            self.scopes.binding_of[s.local].references for s in node.specifiers
        ):
            self.warn_unloaded(node)
        for specifier in node.specifiers:  # what is imported is mapped where it is used
            self.note_promises(specifier)

    def warn_unloaded(self, node: n.ImportDeclaration) -> None:
        self.warn(
            node,
            f"what {node.source!r} does when it is loaded is left out: nothing is "
            "imported from it",
        )

    def export_named(self, node: n.ExportNamedDeclaration) -> None:
        if node.declaration is not None:
            self.statement_of_export(node, node.declaration)
        elif node.source is not None:
            raise self.refuse(node, "a re-export from another module")
        for specifier in node.specifiers:
            binding = self.scopes.module.bindings.get(specifier.local)
            if specifier.local == specifier.exported or specifier.exported == "default":
                continue
            if binding is None:
                raise self.refuse(node, "an export of something that is not declared")
            local = n.Identifier(specifier.local, start=node.start, end=node.end)
            self.scopes.binding_of[local] = binding
            self.export_as(node, specifier.exported, local)

    def statement_of_export(self, node: n.Node, declaration: n.Node) -> None:
        handler = self.statement_handlers[type(declaration)]
        handler(self, declaration)

    def export_default(self, node: n.ExportDefaultDeclaration) -> None:
        declaration = node.declaration
        if isinstance(declaration, (n.FunctionDeclaration, n.ClassDeclaration)):
            if declaration.id is not None:
                self.statement_of_export(node, declaration)
                return
            binding = self.temp("default", "function")
            if isinstance(declaration, n.FunctionDeclaration):
                self.emit(self.define(declaration, binding))
                return
        if isinstance(declaration, n.Identifier):
            if self.may_be_no_name(declaration):
                self.effect(declaration)
            return
        if isinstance(declaration, n.Expression):
            binding = self.temp("default")
            self.emit(b.assign(self.target(binding), self.expr(declaration)))
            return
        raise self.refuse(node, "this default export")

    def export_all(self, node: n.ExportAllDeclaration) -> None:
        raise self.refuse(node, "a re-export from another module")
