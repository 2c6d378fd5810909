"""Expressions without parts of their own: names, constants, ``this``; templates with a tag."""

from __future__ import annotations

import ast
from functools import cached_property

from ..analyse import types as t
from ..analyse.initialization import in_dead_zone
from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..pytree import build as b
from .construction import Construction


class Leaves(Construction):
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

    # -- templates -----------------------------------------------------------------------

    def tagged_template(self, node: n.TaggedTemplateExpression) -> ast.expr:
        value = self.rule_value(node, "value")
        if value is not None:
            return value
        quasis, tag_node = node.quasi.quasis, node.tag
        if (
            isinstance(tag_node, n.MemberExpression)
            and isinstance(tag_node.object, n.Identifier)
            and tag_node.object.name == "String"
            and tag_node.object not in self.scopes.binding_of
            and self.analysis.inference.property_name(
                tag_node.property, tag_node.computed
            ) == "raw"
        ):  # fmt: skip
            return self.template_of(node.quasi, [q.raw for q in quasis])
        if any(q.cooked is None for q in quasis):
            raise self.refuse(node, "an escape that is none, in a tagged template")
        strings: ast.expr = b.list_([b.const(q.cooked) for q in quasis])
        if self.reads_raw:
            raw = b.list_([b.const(q.raw) for q in quasis])
            strings = self.helper("TemplateStrings", strings, raw)
        taken = self.taken_by_tag(node)
        tag, *values = self.in_order(
            [(node.tag, lambda: self.expr(node.tag))]
            + [(e, lambda e=e: self.expr(e)) for e in node.quasi.expressions[: max(taken, 0)]]  # type: ignore[misc]
        )
        return b.call(tag, *[strings, *values][: taken + 1])

    @cached_property
    def reads_raw(self) -> bool:
        """Whether the program looks at the ``raw`` of anything."""
        return any(
            (isinstance(x, n.MemberExpression) and not x.computed
             and getattr(x.property, "name", "") == "raw")
            or (isinstance(x, n.Property) and getattr(x.key, "name", "") == "raw")
            for x in n.walk(self.analysis.program)
        )  # fmt: skip

    def taken_by_tag(self, node: n.TaggedTemplateExpression) -> int:
        """How many values the tag takes behind the texts; the others are dropped, as
        Python's functions take no surplus. -1: the texts neither."""
        values = node.quasi.expressions
        most = len(values)
        for atom in self.type_of(node.tag):
            if not isinstance(atom, t.FunctionAtom):
                return most
            params = atom.node.params
            rest = bool(params) and isinstance(params[-1], n.RestElement)
            if rest or self.scopes.facts[atom.node].uses_arguments:
                continue
            if len(params) - 1 < most:
                most = len(params) - 1
        if not all(self.effects.pure(e) for e in values[max(most, 0) :]):
            raise self.refuse(node, "a value with effects that the tag does not take")
        return most
