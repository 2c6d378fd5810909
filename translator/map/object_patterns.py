"""Object patterns: reads of members, ``get`` with a default, a comprehension for the rest."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.types import Type
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.walk import walk
from .array_patterns import ArrayPatterns
from .base import name_for
from .logic import is_cheap


class ObjectPatterns(ArrayPatterns):
    def assign_object(
        self, pattern: n.ObjectPattern, value: ast.expr, declare: bool
    ) -> None:
        types = self.pattern_type(pattern)
        first = pattern.properties[0] if pattern.properties else None
        if first is None or isinstance(first, n.RestElement):
            if not types or types & (t.NULLISH | t.T_ANY):
                # Nothing is read, so nothing would raise.
                value = self.helper("require_object", value)
            if first is None:
                self.emit(b.expr(value))
                return
        match = self.match_of(pattern, value, types)
        if match is not None:
            value = match
        elif len(pattern.properties) > 1 and not is_cheap(value):
            value = self.spill(value, self.object_name(pattern))
        plain_targets: list[ast.expr] = []
        plain_values: list[ast.expr] = []

        def flush() -> None:
            if 1 < len(plain_targets) <= 3 and fits_a_line(plain_targets, plain_values):
                self.emit(b.assign(b.tuple_(plain_targets), b.tuple_(plain_values)))
            else:
                for target, read in zip(plain_targets, plain_values):
                    self.emit(b.assign(target, read))
            plain_targets.clear()
            plain_values.clear()

        taken: list[ast.expr] = []
        for item in pattern.properties:
            if isinstance(item, n.RestElement):
                flush()
                self.assign_rest(item, value, types, taken, declare)
                continue
            name = self.analysis.inference.property_name(item.key, item.computed)
            target = item.value
            if name is None:
                flush()
                read: ast.expr = self.read_computed(item, value, types)
            else:
                taken.append(self.key_of(name, item.key))
                read = (
                    self.read_named(item, value, types, name)
                    if match is None
                    else b.index(value, self.key_of(name, item.key))
                )
            if isinstance(target, n.AssignmentPattern):
                default = self.with_default(item, target, value, types, name)
                if default is not None:
                    read, target = default, target.left
            if isinstance(target, n.MemberExpression) or (
                isinstance(target, n.Identifier) and not self.is_unassignable(target)
            ):
                plain_targets.append(
                    self.name_target(target)
                    if isinstance(target, n.Identifier)
                    else self.member_target(target)
                )
                plain_values.append(read)
            else:
                flush()
                self.assign_pattern(target, read, declare)
        flush()

    def read_computed(self, item: n.Property, value: ast.expr, types: Type) -> ast.expr:
        """``{ [i]: char } = text``: an element by its place, a property by a key."""
        known = types - t.NULLISH - t.T_ANY
        if not known or not self.indexable(known):
            return b.call(b.attr(value, "get"), self.key(item.key))
        if not self.is_exactly(item.key, t.INTEGERS):
            raise self.refuse(item, "a pattern's key of what may be no place")
        return self.helper("get_item", value, self.expr(item.key))

    def match_of(
        self, pattern: n.ObjectPattern, value: ast.expr, types: Type
    ) -> ast.expr | None:
        """``m`` for ``const { year, month } = m.groups``: it gives a group by its name."""
        if not (
            isinstance(value, ast.Call)
            and isinstance(value.func, ast.Attribute)
            and value.func.attr == "groupdict"
            and is_cheap(value.func.value)
        ):
            return None
        for item in pattern.properties:
            if not isinstance(item, n.Property) or not isinstance(
                item.value, n.Identifier
            ):
                return None
            name = self.analysis.inference.property_name(item.key, item.computed)
            if name is None or not all(
                isinstance(a, t.ObjectAtom) and name in a.present for a in types
            ):
                return None
        return value.func.value

    def object_name(self, pattern: n.ObjectPattern) -> str:
        parent = self.scopes.parents.get(pattern)
        init = parent.init if isinstance(parent, n.VariableDeclarator) else None
        return name_for(init, "options")

    def read_named(
        self, item: n.Property, value: ast.expr, types: Type, name: str
    ) -> ast.expr:
        known = types - t.NULLISH
        if name.isdecimal() and known and self.indexable(known - t.T_ANY):
            if known != t.T_ANY:
                if all(self.longer(atom, int(name) + 1) for atom in known):
                    return b.index(value, int(name))
                return self.helper("get_item", value, b.const(int(name)))
        # What the rules make of ``value.name`` (an error's message, a length).
        member = n.MemberExpression(
            n.Identifier("value", start=item.start, end=item.end),
            item.key,
            item.computed or not isinstance(item.key, n.Identifier),
            False,
            start=item.start,
            end=item.end,
        )
        assert isinstance(member.object, n.Identifier)
        self.preset[member.object] = value
        self.analysis.types[member.object] = types
        self.scopes.binding_of[member.object] = self.temp("value")
        found = self.rule_value(member, "value")
        if found is not None:
            return found
        held = self.analysis.inference.property_types(types, name, item)
        self.warn_detached(item, held, types)
        maybe = isinstance(item.value, n.AssignmentPattern) or t.ANY in types
        nested = isinstance(item.value, (n.ObjectPattern, n.ArrayPattern))
        return self.property_of(item, value, types, name, maybe and not nested)

    def with_default(
        self,
        item: n.Property,
        target: n.AssignmentPattern,
        value: ast.expr,
        types: Type,
        name: str | None,
    ) -> ast.expr | None:
        """``d.get("key", default)`` where the key is missing or has a value of its own."""
        if name is None or self.holding(types, name) != "item":
            return None
        if not self.is_plain_default(target.right):
            return None
        for atom in types - t.NULLISH:
            if not isinstance(atom, t.ObjectAtom):
                return None
            cell = atom.props.get(name)
            if cell is not None and cell.types & (t.NULLISH | t.T_ANY):
                return None
            if atom.dynamic.types & (t.NULLISH | t.T_ANY):
                return None
        default = self.expr(target.right)
        key = self.key_of(name, item.key)
        return b.call(b.attr(value, "get"), key, default)

    def is_plain_default(self, node: n.Node) -> bool:
        if isinstance(node, (n.ArrayExpression, n.ObjectExpression)):
            return not getattr(node, "elements", getattr(node, "properties", None))
        return isinstance(
            node, (n.StringLiteral, n.NumberLiteral, n.BooleanLiteral, n.NullLiteral)
        )

    def assign_rest(
        self,
        item: n.RestElement,
        value: ast.expr,
        types: Type,
        taken: list[ast.expr],
        declare: bool,
    ) -> None:
        known = types - t.NULLISH
        if any(isinstance(a, (t.MapAtom, t.SetAtom)) for a in known):
            raise self.refuse(item, "the rest of this kind of value")
        self.check_listed(item, types)
        self.check_symbol_fields(item, types)
        if known & t.PRIMITIVES or any(isinstance(a, t.ArrayAtom) for a in known):
            # Numbers have no fields, arrays and texts have their indexes.
            pairs: ast.expr = self.helper("own_entries", value)
        elif self.holding(types, "") == "attribute":
            pairs = b.call(b.attr(b.call("vars", value), "items"))
        else:
            pairs = b.call(b.attr(value, "items"))
        key, held = self.temp("key"), self.temp("value")
        self.comprehended |= {key: None, held: None}
        test = b.compare(self.load(key), "not in", b.tuple_(taken))
        if len(taken) == 1:
            test = b.compare(self.load(key), "!=", taken[0])
        rest = b.dict_comp(
            self.load(key),
            self.load(held),
            b.for_clause(
                b.tuple_([self.load(key), self.load(held)]),
                pairs,
                [test] if taken else [],
            ),
        )
        self.assign_pattern(item.argument, rest, declare)


def fits_a_line(targets: list[ast.expr], values: list[ast.expr]) -> bool:
    """Whether one assignment of several values is short enough to be read."""
    size = 0
    for tree in (*targets, *values):
        for part in walk(tree):
            if isinstance(part, ast.Name):
                size += len(part.id)
            elif isinstance(part, ast.Attribute):
                size += len(part.attr) + 1
            elif isinstance(part, ast.Constant):
                size += len(repr(part.value))
            elif isinstance(part, (ast.Call, ast.Subscript)):
                size += 2
        size += 2
    return size <= 76
