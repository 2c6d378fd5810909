"""Mapping files: TOML text in, rules out.

The files of the user are read and checked at once. Of a built-in file only the text is
cut into its ``[[rule]]`` tables at first, which is enough to know under which key each
stands; a table is read when its rule becomes a candidate. The tests read them all.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from ..errors import MappingError
from ..options import Order
from .helpers import HelperLibrary
from .keys import pattern_key
from .resources import mappings_directory
from .schema import Pack, Rule, make_rule

_RULE_START = re.compile(r"^\[\[rule\]\][ \t]*(?:#.*)?$", re.MULTILINE)
_TEXT = r"(\"(?!\"\")(?:[^\"\\\n]|\\.)*\"|'(?!'')[^'\n]*')[ \t]*(?:#.*)?$"
_ID_LINE = re.compile(rf"^id[ \t]*=[ \t]*{_TEXT}", re.MULTILINE)
_JS_LINE = re.compile(rf"^js[ \t]*=[ \t]*{_TEXT}", re.MULTILINE)
_FROM_LINE = re.compile(r"^(?:from\b|\[rule\.from)", re.MULTILINE)
_PARSE_LOCK = Lock()
#: The folder of the rules for what a program imports, a file for each module.
_MODULES = "modules"


#: A user's rule or ours, the file (of ours), the place.
Rank = tuple[bool, str, int]


class Entry:
    """A place in the order of rules; ``rule`` reads its table at the first use."""

    __slots__ = ("_file", "_key", "_key_known", "_rule", "_text", "id")

    def __init__(
        self, file: RuleFile, rule_id: str, text: str = "", rule: Rule | None = None
    ) -> None:
        self.id = rule_id
        self._file = file
        self._text = text
        self._rule = rule
        self._key: str | None = None
        self._key_known = False

    @property
    def built_in(self) -> bool:
        return self._file.built_in

    def rank(self, place: int) -> Rank:
        """Where it stands among all others: the user's first, then ours by file.

        ``place`` is its place among those that are taken in together.
        """
        return (self.built_in, self._file.name if self.built_in else "", place)

    @property
    def rule(self) -> Rule:
        if self._rule is None:
            with _PARSE_LOCK:
                if self._rule is None:
                    (self._rule,) = self._file.make(_read(self._text, self._file.name))
        return self._rule

    @property
    def key(self) -> str | None:
        """As ``pattern_key``; None where only the pattern can tell."""
        if not self._key_known:
            own = _own_lines(self._text) if self._rule is None else ""
            js = _JS_LINE.search(own)
            if js is not None and not _FROM_LINE.search(self._text):
                self._key = pattern_key(_unquote(js[1]), {})
            else:
                self._key = pattern_key(self.rule.js, self.rule.from_)
            self._key_known = True
        return self._key


def _own_lines(text: str) -> str:
    """The lines of a ``[[rule]]`` table before those of its examples."""
    return text[: text.find("\n[", 1) + 1] or text


def _unquote(text: str) -> str:
    """The value of a one-line TOML string."""
    if text[0] == "'" or "\\" not in text:
        return text[1:-1]
    value = tomllib.loads(f"x = {text}")["x"]
    assert isinstance(value, str)
    return value


def _read(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise MappingError(f"{name}: not valid TOML: {error}") from error


class RuleFile:
    """One mapping file: ``entries`` in the order of the file."""

    def __init__(self, path: Path, library: HelperLibrary | None, lazy: bool) -> None:
        folder = f"{_MODULES}/" if path.parent.name == _MODULES else ""
        self.name = folder + path.name if lazy else str(path)
        self.built_in = lazy
        text = _file_text(path)
        starts = [match.start() for match in _RULE_START.finditer(text)]
        head = text[: starts[0]] if lazy and starts else text
        table = _read(head, self.name)
        self.pack = self._pack(table.pop("pack", {}), path)
        self.library = library or HelperLibrary.built_in().extended(self.pack.helpers)
        if lazy:
            tables = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)])]
            self.entries = [self._entry(table) for table in tables]
        else:
            self.entries = [Entry(self, r.id, rule=r) for r in self.make(table)]
        _check_unique(self.entries, self.name)

    def _entry(self, text: str) -> Entry:
        rule_id = _ID_LINE.search(_own_lines(text))
        if rule_id is not None:
            return Entry(self, _unquote(rule_id[1]), text)
        (rule,) = self.make(_read(text, self.name))
        return Entry(self, rule.id, rule=rule)

    def make(self, table: dict[str, Any]) -> list[Rule]:
        """The rules of a TOML document."""
        rules = table.get("rule", [])
        unknown = sorted(set(table) - {"rule"})
        if unknown or not isinstance(rules, list):
            what = f"unknown key {unknown[0]!r}" if unknown else "'rule' is no list"
            raise MappingError(
                f"{self.name}: {what}; a file holds [[rule]] and [pack] tables"
            )
        if not all(isinstance(rule, dict) for rule in rules):
            raise MappingError(f"{self.name}: write each rule as a [[rule]] table")
        return [make_rule(rule, self.name, self.pack, self.library) for rule in rules]

    def _pack(self, table: Any, path: Path) -> Pack:
        known = ("name", "doc", "helpers", "order")
        if not isinstance(table, dict) or not set(known).issuperset(table):
            raise MappingError(f"{self.name}: [pack] holds only {', '.join(known)}")
        helpers = table.get("helpers", [])
        texts = [table.get("name", path.stem), table.get("doc", "")]
        if not isinstance(helpers, list) or not all(
            isinstance(text, str) for text in [*texts, *helpers]
        ):
            raise MappingError(
                f"{self.name}: 'name' and 'doc' of [pack] are text, "
                "'helpers' is a list of Python files"
            )
        order = table.get("order")
        if order not in (None, *(member.value for member in Order)):
            raise MappingError(
                f"{self.name}: 'order' of [pack] must be of "
                f"{', '.join(member.value for member in Order)}"
            )
        files = tuple(path.parent / helper for helper in helpers)
        return Pack(texts[0], texts[1], files, order)


def _file_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        reason = error.strerror or error
        raise MappingError(f"{path}: cannot read the mapping file: {reason}") from error
    except UnicodeDecodeError as error:
        raise MappingError(f"{path}: the mapping file is not UTF-8") from error


def _check_unique(entries: Sequence[Entry], where: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise MappingError(
                f"{where}: rule {entry.id!r}: the id is used twice; rename one of them"
            )
        seen.add(entry.id)


@cache
def built_in_entries() -> tuple[Entry, ...]:
    """The rules of ``mappings/`` for what needs no import: files by name, in their order."""
    library = HelperLibrary.built_in()
    entries = tuple(
        entry
        for path in sorted(mappings_directory().glob("*.toml"))
        for entry in RuleFile(path, library, lazy=True).entries
    )
    _check_unique(entries, "the built-in mappings")
    return entries


def file_of_module(module: str) -> str:
    """The name of the file in ``mappings/modules`` that has the rules for a module.

    ``node:fs/promises`` is in that of ``fs``, ``@scope/name`` in ``scope-name``, and each
    function of lodash that is a package of its own in ``lodash``.
    """
    parts = module.removeprefix("node:").split("/")
    if module[:1] == "@":
        return "-".join(parts[:2])[1:]
    return "lodash" if parts[0].startswith(("lodash-es", "lodash.")) else parts[0]


@cache
def all_modules() -> tuple[str, ...]:
    """The names of all files in ``mappings/modules``."""
    return tuple(
        sorted(p.stem for p in (mappings_directory() / _MODULES).glob("*.toml"))
    )


@cache
def entries_of_module(name: str) -> tuple[Entry, ...]:
    """The rules of one file of ``mappings/modules``; none where there is no such file."""
    if name not in all_modules():
        return ()
    path = mappings_directory() / _MODULES / f"{name}.toml"
    return tuple(RuleFile(path, HelperLibrary.built_in(), lazy=True).entries)


@lru_cache(maxsize=16)
def _user_file(path: Path, stamp: tuple[int, int]) -> RuleFile:
    return RuleFile(path, None, lazy=False)


def user_file(path: Path) -> RuleFile:
    """A file of the user's, read anew when it has changed; MappingError if it is bad."""
    try:
        stat = path.stat()
    except OSError as error:
        reason = error.strerror or error
        raise MappingError(f"{path}: cannot read the mapping file: {reason}") from error
    return _user_file(path, (stat.st_mtime_ns, stat.st_size))
