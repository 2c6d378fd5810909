"""Expressions without parts of their own: names, constants, ``this``."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.initialization import in_dead_zone
from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..pytree import build as b
from .tagged_templates import TaggedTemplates


class Leaves(TaggedTemplates):
    # -- names ---------------------------------------------------------------------------

    def identifier(self, node: n.Identifier) -> ast.expr:
        binding = self.scopes.binding_of.get(node)
        if binding is not None:
            if binding.kind == "import" or self.imports_of(node) is not None:
                return self.imported(node, binding)
            if in_dead_zone(self.scopes, node, binding):
                return self.not_yet(node)
            if node.name == "arguments":
                raise self.refuse(node, "a variable called arguments")
            return self.load(binding)
        value = self.rule_value(node, "value")
        if value is not None:
            return value
        if node.name == "undefined":
            return b.const(None)
        if node.name == "NaN":
            self.use("math")
            return b.dotted("math.nan")
        if node.name == "Infinity":
            self.use("math")
            return b.dotted("math.inf")
        if node.name == "arguments":
            return self.arguments_object(node)
        return self.global_value(node)

    def not_yet(self, node: n.Identifier) -> ast.expr:
        """What reading a name before its declaration comes to."""
        message = f"Cannot access {node.name!r} before initialization"
        self.emit(ast.Raise(b.call("NameError", b.const(message)), None))
        return b.const(None)

    def imported(self, node: n.Identifier, binding: Binding) -> ast.expr:
        value = self.rule_value(node, "value")
        if value is not None:
            return value
        types = self.type_of(node)
        names = sorted(a.name for a in types if isinstance(a, t.ModuleAtom))
        raise self.refuse(
            node,
            f"{(names or [binding.name])[0].replace(':', ' ')}: there is no rule for "
            "this import",
            "add a rule for it with --mappings",
        )

    def global_value(self, node: n.Identifier) -> ast.expr:
        function = self.builtin_function(node)
        if function is not None:
            return function
        raise self.refuse(node, f"{node.name} is not declared in this file")

    # -- constants -----------------------------------------------------------------------

    def string(self, node: n.StringLiteral) -> ast.expr:
        self.check_halves(node, node.value)
        return b.const(node.value)

    def number(self, node: n.NumberLiteral) -> ast.expr:
        if node.value == float("inf"):
            self.use("math")
            return b.dotted("math.inf")
        return b.const(node.value)

    def regexp(self, node: n.RegExpLiteral) -> ast.expr:
        return self.made_regexp(node, node.pattern, node.flags)

    # -- words with a meaning of their own -----------------------------------------------

    def meta_property(self, node: n.MetaProperty) -> ast.expr:
        if node.meta == "new" and self.fn.node is not None:
            method = self.scopes.parents.get(self.fn.node)
            if isinstance(method, n.MethodDefinition) and method.kind == "constructor":
                return b.call("type", b.name("self"))
        raise self.refuse(node, f"{node.meta}.{node.property} has no counterpart")

    def import_expression(self, node: n.ImportExpression) -> ast.expr:
        raise self.refuse(node, "import() at run time is not translated yet")

    def super_value(self, node: n.Super) -> ast.expr:
        return b.call("super")
