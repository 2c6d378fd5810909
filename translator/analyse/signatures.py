"""Signatures of JavaScript's own functions, read from ``mappings/signatures/*.toml``.

A table is a type (``["Array<T>"]``), a namespace (``[Math]``) or one of ``[globals]`` and
``[constructors]``; an entry is a type expression, or a list of overloads of a function.
``["import p-limit"]`` holds what a library exports: ``"*"`` the module itself, which is its
default export too, ``"new Mutex"`` a class; ``"()"`` of a type are calls of its values.
``"@static"`` lists those members of a table of values that are the constructor's own.
``"@extends" = "typed.Items<nat>"`` takes over the entries of another table; ``"@is"`` names
the class whose instances those of a class are, too. Of a class of the host, ``"@@index"`` is
what ``value[i]`` gives, ``"@@named"`` what any other property, ``"@encoded"`` the class that
a value is of where the program calls its ``setEncoding``. ``"@loop"`` lists what needs a
running event loop; ``"error.code"`` is a property of errors that a module raises.
What modules export stands in ``signatures/modules``, in a file for each.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from ..parse import nodes as n
from ..rules.loading import file_of_module
from ..rules.resources import mappings_directory
from ..rules.type_expr import Func, TypeExpr
from ..rules.type_parser import parse_type
from .literal_arguments import accepts

_HEAD = re.compile(r"(?:new )?([\w.]+)(?:<([\w, ]+)>)?$")
#: ``unknown``: looked at, not kept, not changed; ``any`` would be given away.
_UNKNOWN = re.compile(r"\bunknown\b")


@dataclass(slots=True)
class Table:
    """The members of one type; ``variables`` are its type parameters, ``["T"]``."""

    name: str
    variables: tuple[str, ...]
    entries: dict[str, str | list[str]]


class Signatures:
    """All tables. Texts are parsed when they are first asked for."""

    def __init__(self, tables: dict[str, Table]) -> None:
        self.tables = tables
        #: the modules that raise errors with properties of their own, "error.code"
        self.with_errors = tuple(
            name
            for name, table in tables.items()
            if any(entry.startswith("error.") for entry in table.entries)
        )
        self._parsed: dict[tuple[str, str], tuple[TypeExpr, ...] | None] = {}

    def find(self, table: str, name: str) -> tuple[TypeExpr, ...] | None:
        """The overloads (or the one type) of a member, None where there is none."""
        key = (table, name)
        try:
            return self._parsed[key]
        except KeyError:
            pass
        found = self.tables.get(table)
        entry = found.entries.get(name) if found is not None else None
        parsed: tuple[TypeExpr, ...] | None = None
        if entry is not None and self.alias(table, name) is None:
            texts = [entry] if isinstance(entry, str) else entry
            parsed = tuple(parse_type(_UNKNOWN.sub("Unknown", text)) for text in texts)
        elif entry is None and (base := self.word(table, "is")) is not None:
            parsed = self.find(base, name)
        self._parsed[key] = parsed
        return parsed

    def word(self, table: str, word: str) -> str | None:
        """What a table says of all that it holds, ``"@encoded" = "stream.Text"``."""
        found = self.tables.get(table)
        entry = found.entries.get(f"@{word}") if found is not None else None
        return entry if isinstance(entry, str) else None

    def is_a(self, table: str, base: str) -> bool:
        """Whether a class is that one, or has its members too."""
        current: str | None = table
        while current is not None and current != base:
            current = self.word(current, "is")
        return current is not None

    def variables(self, table: str) -> tuple[str, ...]:
        found = self.tables.get(table)
        return found.variables if found is not None else ()

    def alias(self, table: str, name: str) -> str | None:
        """``"*" = "= Promise.any"``: the built-in function that an export is the same as."""
        found = self.tables.get(table)
        entry = found.entries.get(name) if found is not None else None
        return entry[2:] if isinstance(entry, str) and entry[:2] == "= " else None

    def has_word(self, table: str, word: str, name: str = "") -> bool:
        """Whether a table says ``"@word" = "true"`` of all that it holds, or lists a name."""
        found = self.tables.get(table)
        entry = found.entries.get(f"@{word}") if found is not None else None
        if isinstance(entry, list):
            return name in entry
        if entry is None and (base := self.word(table, "is")) is not None:
            return self.has_word(base, word, name)
        return entry is not None

    def types_with(self, method: str) -> list[str]:
        """The types (not namespaces) that have a member of that name."""
        return [
            name
            for name, table in self.tables.items()
            if method in table.entries
            and name in INSTANCE_TABLES
            and method not in table.entries.get("@static", ())
        ]


#: The tables whose entries are members of values, not of namespaces.
INSTANCE_TABLES = frozenset(
    "Array string number bigint boolean Map Set WeakMap WeakSet RegExp RegExpMatch Date "
    "Error Iterator Generator AsyncGenerator AsyncIterator Promise".split()
)


#: Classes of the host whose instances are known by their members alone.
_HOST_TABLES = frozenset("AbortController AbortSignal".split())


def is_host_table(name: str) -> bool:
    """Whether a table is a class of the host, or of a library ("p_limit.Limit")."""
    library, _, member = name.rpartition(".")
    return name in _HOST_TABLES or bool(library) and member[:1].isupper()


def overload(
    candidates: tuple[TypeExpr, ...], count: int, arguments: Sequence[n.Node] = ()
) -> Func | None:
    """The first function type that takes ``count`` arguments, else the last one.

    Parameters that are literals, as in ``(name: "data", ...)``, take those ``arguments`` alone.
    """
    last: Func | None = None
    for candidate in candidates:
        if not isinstance(candidate, Func):
            continue
        last = candidate
        if not all(map(accepts, (p.type for p in candidate.params), arguments)):
            continue
        required = sum(1 for p in candidate.params if not p.optional and not p.rest)
        most = (
            len(candidate.params)
            if not any(p.rest for p in candidate.params)
            else count
        )
        if required <= count <= most:
            return candidate
    return last


def load_signatures(modules: Iterable[str] = ()) -> Signatures:
    """The built-in signatures, with those of the modules that a program imports.

    Those of modules are in ``signatures/modules``, in files called as those of the rules.
    """
    return _signatures(frozenset(map(file_of_module, modules)) & _files_of_modules())


@cache
def _files_of_modules() -> frozenset[str]:
    folder = mappings_directory() / "signatures" / "modules"
    return frozenset(path.stem for path in folder.glob("*.toml"))


@lru_cache(maxsize=64)
def _signatures(modules: frozenset[str]) -> Signatures:
    tables = dict(_built_in())
    for name in sorted(modules):
        tables |= _tables_of_module(name)
    return Signatures(tables)


@cache
def _built_in() -> dict[str, Table]:
    tables: dict[str, Table] = {}
    folder = mappings_directory() / "signatures"
    for path in sorted(folder.glob("*.toml")):
        _read(path, tables)
    for table in tables.values():
        _extend(table, tables)
    return tables


def _extend(table: Table, tables: dict[str, Table]) -> None:
    """Give a table what the one that it extends has, its variables filled in."""
    based = table.entries.pop("@extends", None)
    match = _HEAD.match(based) if isinstance(based, str) else None
    if match is None:
        return
    base = tables[match[1]]
    given = [v.strip() for v in (match[2] or "").split(",")]
    for name, entry in base.entries.items():
        filled = [entry] if isinstance(entry, str) else entry
        for variable, value in zip(base.variables, given):
            filled = [re.sub(rf"\b{variable}\b", value, text) for text in filled]
        table.entries.setdefault(name, filled[0] if isinstance(entry, str) else filled)


@cache
def _tables_of_module(name: str) -> dict[str, Table]:
    tables: dict[str, Table] = {}
    _read(mappings_directory() / "signatures" / "modules" / f"{name}.toml", tables)
    return tables


def _read(path: Path, tables: dict[str, Table]) -> None:
    with path.open("rb") as file:
        data = tomllib.load(file)
    for head, entries in data.items():
        match = _HEAD.match(head)
        name = match[1] if match else head
        variables = tuple(
            v.strip() for v in (match[2] or "").split(",") if v.strip()
        ) if match else ()  # fmt: skip
        table = tables.setdefault(name, Table(name, variables, {}))
        if variables:
            table.variables = variables
        table.entries.update(entries)
