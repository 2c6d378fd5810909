"""The book of all rules, and how those that may fit a node are found in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from operator import itemgetter
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from ..parse import nodes
from .helpers import HelperLibrary
from .keys import Imports, node_keys, shape_of, type_key
from .loading import (
    Entry,
    Rank,
    RuleFile,
    all_modules,
    built_in_entries,
    entries_of_module,
    file_of_module,
    user_file,
)
from .outline import Outline, depth_of, fits, outline, words_of
from .schema import Rule

_MAY_BE_IMPORTED = (
    nodes.CallExpression,
    nodes.NewExpression,
    nodes.MemberExpression,
    nodes.Identifier,
)


#: How many outlines, and shapes of nodes, are remembered.
_KEPT = 4096


class Place(NamedTuple):
    """Where a rule is asked for: what the place allows, and what output is wanted."""

    contexts: tuple[str, ...]
    style: str
    target: tuple[int, int]
    order: str

    def allows(self, rule: Rule) -> bool:
        if self.contexts in _WAITING and not rule.context:
            return False  # only rules that say so do the waiting themselves
        return rule.allows(
            context=self.contexts,
            style=self.style,
            target=self.target,
            order=self.order,
        )


_WAITING = (("awaited",), ("wrap",))


class RuleBook:
    """Rules in rank order. Safe to share between threads; it only ever grows.

    Of two rules with the same id, in different files, only the first in rank is in it.
    """

    def __init__(self, entries: Iterable[Entry], library: HelperLibrary) -> None:
        self._entries: dict[str, tuple[Rank, Entry]] = {}
        #: what is not in the index yet
        self._waiting: list[tuple[Rank, Entry]] = []
        #: keys with their entries, each with its rank
        self._index: Mapping[str, list[tuple[Rank, Entry]]] = {}
        self._merged: dict[tuple[str, ...], _Candidates] = {}
        self._by_shape: dict[object, _Candidates] = {}
        self._served: set[str] = set()
        self._lock = Lock()
        self.helpers = library
        self._add(entries)

    def serve(self, modules: Iterable[str]) -> None:
        """Take in the rules for what a program imports, where we have some.

        The rules of ``mappings/modules`` say nothing of programs that do not import their
        module, so which of them were taken in for other programs changes no translation.
        """
        wanted = {file_of_module(module) for module in modules}
        if wanted <= self._served:
            return
        with self._lock:
            for name in sorted(wanted - self._served):
                self._add(entries_of_module(name))
                self._served.add(name)

    def _add(self, entries: Iterable[Entry]) -> None:
        for place, entry in enumerate(entries):
            ranked = (entry.rank(place), entry)
            if self._entries.setdefault(entry.id, ranked) is ranked:
                self._waiting.append(ranked)

    def _take_in(self) -> None:
        """Put what waits into the index; readers see the old one or the new one."""
        with self._lock:
            index = dict(self._index)
            touched: set[str] = set()
            for ranked in self._waiting:
                entry = ranked[1]
                key = entry.key
                if key is None:
                    key = type_key(entry.rule.pattern)
                if key in touched:
                    index[key].append(ranked)
                else:
                    touched.add(key)
                    index[key] = [*index.get(key, ()), ranked]
            self._index = index
            # Whoever holds an old dict writes into that one what the old index gave.
            self._by_shape = {}
            self._merged = {
                keys: found
                for keys, found in self._merged.items()
                if touched.isdisjoint(keys)
            }
            self._waiting = []

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """All rules in rank order."""
        self.serve(all_modules())
        ranked = sorted(self._entries.values(), key=itemgetter(0))
        return tuple(entry.rule for _, entry in ranked)

    def get(self, rule_id: str) -> Rule | None:
        """The rule of that id."""
        if rule_id not in self._entries:
            self.serve(all_modules())
        found = self._entries.get(rule_id)
        return None if found is None else found[1].rule

    def key_of(self, rule: Rule) -> str | None:
        """The key under which the rule stands; None where its pattern was parsed."""
        return self._entries[rule.id][1].key

    def __len__(self) -> int:
        return len(self.rules)

    def candidates(
        self, node: nodes.Node, imports: Imports | None = None
    ) -> Sequence[Rule]:
        """The rules whose pattern may match ``node``: the user's in rank order, then ours.

        The built-in ones of a file keep their order; between files the longer pattern
        comes first: ``$S.split("").reverse().join("")`` before ``$XS.join($S)``.

        ``imports`` says which import an identifier stands for, as for ``match``; without
        it, rules of all imported names are among the candidates of any call, ``new``,
        member and identifier.
        """
        return self._candidates(node, imports).rules

    def _candidates(self, node: nodes.Node, imports: Imports | None) -> _Candidates:
        if self._waiting:
            self._take_in()
        by_shape, merged = self._by_shape, self._merged
        shape = None if imports is None else shape_of(node, imports)
        found = by_shape.get(shape)
        if found is not None:
            return found
        index = self._index
        keys = tuple([key for key in node_keys(node, imports) if key in index])
        if imports is None and isinstance(node, _MAY_BE_IMPORTED):
            imported = (k for k in index if k.startswith(("import ", "new import ")))
            keys = (*keys, *imported)
        found = merged.get(keys)
        if found is None:
            ranked = {rank: entry for key in keys for rank, entry in index[key]}
            rules = _in_order([ranked[rank] for rank in sorted(ranked)])
            found = merged[keys] = _Candidates(rules)
        if shape is not None:
            if len(by_shape) >= _KEPT:
                by_shape.clear()
            by_shape[shape] = found
        return found

    def fitting(
        self, node: nodes.Node, imports: Imports, place: Place
    ) -> Sequence[Rule]:
        """The candidates that a place allows and whose outline is that of the node.

        What is found is kept by outline, so that few patterns are left to be compared in
        full.
        """
        allowed = self._candidates(node, imports).at(place)
        if not allowed.rules:
            return ()
        seen = outline(node, allowed.words, allowed.depth)
        found = allowed.fitting.get(seen)
        if found is None:
            if len(allowed.fitting) >= _KEPT:
                allowed.fitting.clear()
            found = allowed.fitting[seen] = tuple(
                rule for rule in allowed.rules if fits(rule, seen)
            )
        return found


class _Candidates:
    """The rules of some keys, and those among them that a place allows."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        self._allowed: dict[Place, _Allowed] = {}

    def at(self, place: Place) -> _Allowed:
        found = self._allowed.get(place)
        if found is None:
            found = _Allowed(tuple([rule for rule in self.rules if place.allows(rule)]))
            self._allowed[place] = found
        return found


class _Allowed:
    """The rules that a place allows, and those among them that were found to fit outlines."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        #: what their patterns mention, and how deep they look
        self.words = words_of(rules)
        self.depth = depth_of(rules)
        self.fitting: dict[Outline, tuple[Rule, ...]] = {}


def _in_order(entries: Sequence[Entry]) -> tuple[Rule, ...]:
    """Rules of one key, from those that stand in rank order."""
    first = [entry.rule for entry in entries if not entry.built_in]
    files: dict[str, list[tuple[int, Rule]]] = {}
    for rank, entry in enumerate(entries):
        if entry.built_in:
            files.setdefault(entry.rule.source_file, []).append((rank, entry.rule))
    ordered: list[tuple[int, int, Rule]] = []
    for ranked in files.values():
        length = 0
        for rank, rule in reversed(ranked):
            length = max(length, _length(rule.js))
            ordered.append((-length, rank, rule))
    ordered.sort(key=lambda item: item[:2])
    return (*first, *(rule for _, _, rule in ordered))


_PART = re.compile(r"\"[^\"]*\"|'[^']*'|(?<![\w$])\w+|[\[{]|=>")


def _length(js: str) -> int:
    """How many things a pattern asks for, metavariables aside."""
    return len(_PART.findall(js))


@lru_cache(maxsize=8)
def _book(files: tuple[RuleFile, ...]) -> RuleBook:
    library = HelperLibrary.built_in()
    entries: list[Entry] = []
    for file in reversed(files):
        entries += file.entries
        library = library.extended(file.pack.helpers)
    return RuleBook([*entries, *built_in_entries()], library)


def load_rules(user_files: tuple[Path, ...] = ()) -> RuleBook:
    """The built-in rules and, before them in rank, those of the user's files.

    Later files come before earlier ones. The result is kept for the same, unchanged
    files. Raises MappingError for what is wrong with a file of the user's; what needs a
    parser (patterns, templates, types) is checked by ``check_rules``.
    """
    return _book(tuple(user_file(path) for path in user_files))
