"""Array patterns: unpacking, subscripts, the groups of a match."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.host_iteration import iterates_entries
from ..analyse.scopes import pattern_names
from ..analyse.types import Type
from ..parse import nodes as n
from ..pytree import build as b
from .expressions import Expressions
from .logic import is_cheap


class ArrayPatterns(Expressions):
    def assign_array(
        self, pattern: n.ArrayPattern, value: ast.expr, declare: bool
    ) -> None:
        types = self.pattern_type(pattern)
        if any(iterates_entries(self.analysis.inference, a) for a in types):
            raise self.refuse(
                pattern,
                "an array pattern here that takes apart what iterates as its entries()",
                "take apart the entries().",
            )
        elements = pattern.elements
        self.check_iterable(pattern, types)
        value = self.entries_taken(pattern, value, types)
        if not elements:
            if not self.iterates(types):
                value = self.helper("unpack", value, b.const(0))
            self.emit(b.expr(value))
            return
        simple = all(
            e is None
            or isinstance(e, (n.Identifier, n.MemberExpression))
            or (isinstance(e, n.RestElement) and isinstance(e.argument, n.Identifier))
            for e in elements
        ) and not any(self.is_unassignable(x) for x in pattern_names(pattern))
        if t.only(types - t.NULLISH, t.Prim) and types - t.NULLISH == frozenset(
            {t.MATCH}
        ):
            self.assign_match(pattern, value, declare)
            return
        if self.surely_short(elements, types):
            simple = False
        rest = isinstance(elements[-1], n.RestElement)
        if simple and not rest and self.is_endless_pattern(pattern):
            self.use("from itertools import islice")
            value = b.call("islice", value, b.const(len(elements)))
            targets = [self.array_target(e) for e in elements]
            self.emit(b.assign(b.tuple_(targets), value))
            return
        if not rest and self.stepped(types):
            value = self.helper("unpack", value, b.const(len(elements)))
            if simple:
                targets = [self.array_target(e) for e in elements]
                self.emit(b.assign(b.tuple_(targets), value))
            else:
                items = self.spill(value, "items")
                for position, element in enumerate(elements):
                    if element is not None:
                        self.assign_pattern(element, b.index(items, position), declare)
            return
        if simple and bool(types - t.NULLISH):
            targets = [self.array_target(e) for e in elements]
            if not rest and not self.exact_length(types, len(elements)):
                targets.append(b.star(b.name("_")))
                if not all(self.longer(a, len(elements)) for a in types - t.NULLISH):
                    self.note(pattern, "too few items raise ValueError in Python")
            if (
                len(targets) == 2
                and isinstance(targets[1], ast.Starred)
                and not rest
                and self.indexable(types)
            ):
                self.emit(b.assign(targets[0], b.index(value, 0)))
                return
            self.emit(b.assign(b.tuple_(targets), value))
            return
        if not self.indexable(types):
            value = b.call("list", value)
        if not is_cheap(value) or isinstance(value, ast.Constant):
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
                if not all(self.longer(a, position + 1) for a in known):
                    self.note(pattern, "too few items raise IndexError in Python")
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

    def entries_taken(
        self, pattern: n.ArrayPattern, value: ast.expr, types: t.Type
    ) -> ast.expr:
        """Of a Map, its entries: as lists where a name gets one whole."""
        known = types - t.NULLISH
        if not any(isinstance(a, t.MapAtom) for a in known):
            return value
        if not t.only(known, t.MapAtom):
            raise self.refuse(pattern, "a value that is a Map here, another one there")
        entries = b.call(b.attr(value, "items"))
        apart = all(
            e is None or isinstance(e, n.ArrayPattern) for e in pattern.elements
        )
        return entries if apart else b.call("map", b.name("list"), entries)

    def assign_match(
        self, pattern: n.ArrayPattern, value: ast.expr, declare: bool
    ) -> None:
        """``const [, year, month] = text.match(...)``: the groups of a match."""
        if not is_cheap(value):
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

    # -- how long is what is taken apart? ------------------------------------------------

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

    def longer(self, atom: t.Atom, count: int) -> bool:
        return (
            isinstance(atom, t.ArrayAtom)
            and atom.items is not None
            and len(atom.items) >= count
        )

    def is_endless_pattern(self, pattern: n.ArrayPattern) -> bool:
        """Whether it takes apart a generator that is made there, and never ends."""
        parent = self.scopes.parents.get(pattern)
        init = parent.init if isinstance(parent, n.VariableDeclarator) else None
        return isinstance(init, n.CallExpression) and self.is_endless(init)

    def stepped(self, types: Type) -> bool:
        """Whether an iterator may be taken apart, or nothing iterable: no more of it is
        run than the pattern needs, and what it has not is undefined."""
        return not self.iterates(types) and not all(a is t.ANY for a in types)

    def iterates(self, types: Type) -> bool:
        """Whether it surely is an array, a text, a Map or a Set."""
        known = types - t.NULLISH
        return bool(known) and all(
            isinstance(a, (t.ArrayAtom, t.MapAtom, t.SetAtom))
            or a in (t.STRING, t.MATCH)
            for a in known
        )

    def indexable(self, types: Type) -> bool:
        return all(
            isinstance(a, t.ArrayAtom) or a in (t.STRING, t.MATCH, t.ANY)
            for a in types - t.NULLISH
        )
