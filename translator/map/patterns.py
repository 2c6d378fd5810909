"""Destructuring: patterns as unpacking, subscripts and ``get``."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.types import Type
from ..parse import nodes as n
from ..pytree import build as b
from .base import name_for
from .expressions import Expressions
from .operators import _cheap


class Patterns(Expressions):
    def pattern_type(self, node: n.Node) -> Type:
        return self.analysis.types.get(node) or t.T_ANY

    def assign_pattern(self, pattern: n.Node, value: ast.expr, declare: bool) -> None:
        """Let a value flow into a pattern: emits the statements."""
        if isinstance(pattern, n.Identifier):
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
        if isinstance(left, n.Identifier):
            self.emit(b.assign(self.name_target(left), value))
            read = self.expr(left)
        else:
            read = self.spill(value)
        block: list[ast.stmt] = []
        with self.into(block):
            default = self.expr(pattern.right)
            if isinstance(left, n.Identifier):
                block.append(b.assign(self.name_target(left), default))
            else:
                assert isinstance(read, ast.Name)
                block.append(b.assign(self.target(read.binding), default))  # type: ignore[attr-defined]
        self.emit(b.if_(b.compare(read, "is", b.const(None)), block))
        if not isinstance(left, n.Identifier):
            self.assign_pattern(left, read, declare)

    # -- arrays ----------------------------------------------------------------------

    def assign_array(
        self, pattern: n.ArrayPattern, value: ast.expr, declare: bool
    ) -> None:
        types = self.pattern_type(pattern)
        elements = pattern.elements
        if not elements:
            self.emit(b.expr(value))
            return
        simple = all(
            e is None
            or isinstance(e, (n.Identifier, n.MemberExpression))
            or (isinstance(e, n.RestElement) and isinstance(e.argument, n.Identifier))
            for e in elements
        )
        if t.only(types - t.NULLISH, t.Prim) and types - t.NULLISH == frozenset({t.MATCH}):
            self.assign_match(pattern, value, declare)
            return
        if self.surely_short(elements, types):
            simple = False
        if simple and self.endless(types) and not isinstance(elements[-1], n.RestElement):
            self.use("from itertools import islice")
            value = b.call("islice", value, b.const(len(elements)))
            targets = [self.array_target(e) for e in elements]
            self.emit(b.assign(b.tuple_(targets), value))
            return
        if simple and self.unpacks(pattern, types):
            targets = [self.array_target(e) for e in elements]
            rest = isinstance(elements[-1], n.RestElement)
            if not rest and not self.exact_length(types, len(elements)):
                targets.append(b.star(b.name("_")))
                if not all(self.longer(a, len(elements)) for a in types - t.NULLISH):
                    self.note(pattern, "too few items raise ValueError in Python")
            if len(targets) == 2 and isinstance(targets[1], ast.Starred) and not rest:
                if self.indexable(types):
                    self.emit(b.assign(targets[0], b.index(value, 0)))
                    return
            self.emit(b.assign(b.tuple_(targets), value))
            return
        if not self.indexable(types):
            value = b.call("list", value)
        if not _cheap(value) or isinstance(value, ast.Constant):
            value = self.spill(value, "items")
        for position, element in enumerate(elements):
            if element is None:
                continue
            if isinstance(element, n.RestElement):
                self.assign_pattern(
                    element.argument, b.slice_(value, b.const(position)), declare
                )
                continue
            item: ast.expr
            known = types - t.NULLISH
            if known and all(self.shorter(a, position + 1) for a in known):
                item = b.const(None)
            elif (
                isinstance(element, n.AssignmentPattern)
                or any(self.shorter(a, position + 1) for a in known)
            ) and not all(self.longer(a, position + 1) for a in known):
                item = self.helper("get_item", value, b.const(position))
            else:
                item = b.index(value, position)
            self.assign_pattern(element, item, declare)

    def array_target(self, element: n.Node | None) -> ast.expr:
        if element is None:
            return b.store(b.name("_"))
        if isinstance(element, n.RestElement):
            return b.star(self.array_target(element.argument))
        if isinstance(element, n.Identifier):
            return self.name_target(element)
        assert isinstance(element, n.MemberExpression)
        return self.member_target(element)

    def unpacks(self, pattern: n.ArrayPattern, types: Type) -> bool:
        known = types - t.NULLISH
        return bool(known)

    def exact_length(self, types: Type, count: int) -> bool:
        return all(
            isinstance(a, t.ArrayAtom) and a.items is not None and len(a.items) == count
            for a in types - t.NULLISH
        )

    def surely_short(self, elements: list[n.Node | None], types: Type) -> bool:
        """Whether some array that is taken apart is known to have too few items."""
        count = len(elements)
        if isinstance(elements[-1], n.RestElement):
            count -= 1
        return any(self.shorter(a, count) for a in types - t.NULLISH)

    def shorter(self, atom: t.Atom, count: int) -> bool:
        return (
            isinstance(atom, t.ArrayAtom)
            and atom.items is not None
            and len(atom.items) < count
        )

    def endless(self, types: Type) -> bool:
        """Whether a generator is taken apart: no more of it is run than is needed."""
        return any(isinstance(a, t.GeneratorAtom) for a in types)

    def longer(self, atom: t.Atom, count: int) -> bool:
        return (
            isinstance(atom, t.ArrayAtom)
            and atom.items is not None
            and len(atom.items) >= count
        )

    def indexable(self, types: Type) -> bool:
        return all(
            isinstance(a, t.ArrayAtom) or a in (t.STRING, t.MATCH, t.ANY)
            for a in types - t.NULLISH
        )

    def assign_match(
        self, pattern: n.ArrayPattern, value: ast.expr, declare: bool
    ) -> None:
        """``const [, year, month] = text.match(...)``: the groups of a match."""
        if not _cheap(value):
            value = self.spill(value, "match")
        targets: list[ast.expr] = []
        groups: list[ast.expr] = []
        for position, element in enumerate(pattern.elements):
            if element is None:
                continue
            if not isinstance(element, (n.Identifier, n.MemberExpression)):
                if isinstance(element, n.AssignmentPattern):
                    self.assign_pattern(element, b.index(value, position), declare)
                    continue
                raise self.refuse(element, "this pattern for the groups of a match")
            targets.append(self.array_target(element))
            groups.append(b.index(value, position))
        if len(targets) == 1:
            self.emit(b.assign(targets[0], groups[0]))
        elif targets:
            self.emit(b.assign(b.tuple_(targets), b.tuple_(groups)))

    # -- objects -----------------------------------------------------------------------

    def assign_object(
        self, pattern: n.ObjectPattern, value: ast.expr, declare: bool
    ) -> None:
        types = self.pattern_type(pattern)
        items = [p for p in pattern.properties if isinstance(p, n.Property)]
        if not pattern.properties:
            return
        if len(pattern.properties) > 1 and not _cheap(value):
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

        taken: list[str] = []
        for item in pattern.properties:
            if isinstance(item, n.RestElement):
                flush()
                self.assign_rest(item, value, types, taken, declare)
                continue
            name = self.analysis.inference.property_name(item.key, item.computed)
            target = item.value
            if name is None:
                flush()
                read: ast.expr = b.call(b.attr(value, "get"), self.key(item.key))
            else:
                taken.append(name)
                read = self.read_named(item, value, types, name)
            if isinstance(target, n.AssignmentPattern):
                default = self.with_default(item, target, value, types, name)
                if default is not None:
                    read, target = default, target.left
            if isinstance(target, (n.Identifier, n.MemberExpression)):
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
        del items

    def object_name(self, pattern: n.ObjectPattern) -> str:
        parent = self.scopes.parents.get(pattern)
        init = parent.init if isinstance(parent, n.VariableDeclarator) else None
        return name_for(init, "options")

    def read_named(
        self, item: n.Property, value: ast.expr, types: Type, name: str
    ) -> ast.expr:
        # What the rules make of ``value.name`` (an error's message, a length).
        member = n.MemberExpression(
            n.Identifier("value", start=item.start, end=item.end),
            item.key,
            False,
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
        return b.call(b.attr(value, "get"), b.const(name), default)

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
        taken: list[str],
        declare: bool,
    ) -> None:
        if self.holding(types, "") == "attribute":
            value = b.call("vars", value)
        key, held = self.temp("key"), self.temp("value")
        self.comprehended.update((key, held))
        test = b.compare(
            self.load(key), "not in", b.tuple_([b.const(name) for name in taken])
        )
        if len(taken) == 1:
            test = b.compare(self.load(key), "!=", b.const(taken[0]))
        rest = b.dict_comp(
            self.load(key),
            self.load(held),
            b.for_clause(
                b.tuple_([self.load(key), self.load(held)]),
                b.call(b.attr(value, "items")),
                [test] if taken else [],
            ),
        )
        self.assign_pattern(item.argument, rest, declare)


def fits_a_line(targets: list[ast.expr], values: list[ast.expr]) -> bool:
    """Whether one assignment of several values is short enough to be read."""
    size = 0
    for tree in (*targets, *values):
        for part in ast.walk(tree):
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
