"""Templates with a tag: a call with the texts, and with the values between them."""

from __future__ import annotations

import ast
from functools import cached_property

from ..analyse import types as t
from ..analyse.narrowing import EQUALITY
from ..analyse.types import Type
from ..parse import nodes as n
from ..pytree import build as b
from .construction import Construction

#: methods that look for an object by what it is, not by what is in it
_SEARCHES = frozenset({"add", "delete", "get", "has", "includes", "indexOf", "is",
                       "lastIndexOf", "set"})  # fmt: skip


class TaggedTemplates(Construction):
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
        self.check_texts(node)
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

    def check_texts(self, node: n.TaggedTemplateExpression) -> None:
        """Warn where the program asks whether two arrays of texts are the same: each place
        has one in JavaScript (ECMA-262 13.2.8.4, GetTemplateObject), in Python each
        evaluation makes a list."""
        texts = self.analysis.inference.sites.get(((node, "strings"), "array"))
        if texts is not None and texts in self.identified:
            self.warn(
                node,
                "the texts of a template with a tag are one array for each place in "
                "JavaScript; Python makes a new list each time",
            )

    @cached_property
    def identified(self) -> Type:
        """What the program compares with another object, or looks for among others."""
        found: set[t.Atom] = set()
        for node in n.walk(self.analysis.program):
            if isinstance(node, n.BinaryExpression) and node.operator in EQUALITY:
                found |= self.type_of(node.left) & self.type_of(node.right)
            elif (
                isinstance(node, n.CallExpression)
                and isinstance(node.callee, n.MemberExpression)
                and getattr(node.callee.property, "name", None) in _SEARCHES
            ):
                for argument in node.arguments:
                    found |= self.type_of(argument)
        return frozenset(found)
