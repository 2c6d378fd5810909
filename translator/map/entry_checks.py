"""Pairs of key and value that ``Object.fromEntries`` and ``new Map`` take out of an iterable."""

from __future__ import annotations

from ..analyse import types as t
from ..parse import nodes as n
from .array_gaps import ArrayGaps

_COLLECTIONS = frozenset({"Map", "WeakMap"})


class EntryChecks(ArrayGaps):
    def check_entries(self, node: n.CallExpression | n.NewExpression) -> None:
        """Refuse entries that Python would not take apart as JavaScript does (ECMA-262 section
        24.1.1.2, AddEntriesFromIterable)."""
        as_text = self.scopes.static_of(node, "Object") == "fromEntries"
        if not as_text and not (
            isinstance(node, n.NewExpression)
            and isinstance(node.callee, n.Identifier)
            and node.callee.name in _COLLECTIONS
            and node.callee not in self.scopes.binding_of
        ):
            return
        if not node.arguments or isinstance(node.arguments[0], n.SpreadElement):
            return
        source = node.arguments[0]
        if as_text:
            self.check_iterable(source, self.type_of(source))
        entries = self.analysis.inference.iterated(self.type_of(source))
        keys: set[t.Atom] = set()
        for entry in entries:
            if isinstance(entry, t.ArrayAtom):
                keys |= entry.items[0].types if entry.items else entry.elem.types
            elif isinstance(entry, t.InstanceAtom) or (
                isinstance(entry, t.ObjectAtom)
                and (self.representation.is_instance(entry) or entry.accessors)
            ):
                raise self.refuse(source, "entries that are instances")
            elif isinstance(entry, t.ObjectAtom) and "0" in entry.props:
                keys |= entry.props["0"].types
        if entries and entries <= t.PRIMITIVES:
            raise self.refuse(source, "entries that are no objects are a TypeError")
        if as_text and keys & {t.SYMBOL, t.NULL}:
            raise self.refuse(source, "a symbol, or null, as the key of an entry")
        if t.STRING in entries and not as_text:
            # A dict takes a text of two characters for an entry.
            raise self.refuse(source, "texts as the entries of a Map")
        if any(map(self.tells_iterator, self.type_of(source))) and not (
            t.only(entries, t.ArrayAtom)
            and (keys <= t.PRIMITIVES - t.T_SYMBOL or not as_text)
        ):
            raise self.refuse(
                source,
                "an iterator that is told by return() of an entry that is none",
                "make an array of it first: [...items]",
            )
