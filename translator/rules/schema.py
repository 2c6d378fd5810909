"""A rule: what its TOML table holds, checked, and what is derived from it when needed."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import MappingError
from ..options import Order, Style, Target

if TYPE_CHECKING:
    from ..parse import nodes
    from .helpers import HelperLibrary
    from .pattern import PatternInfo
    from .template import Template
    from .type_expr import TypeExpr

# $NAME stands for one node, $$$NAME for any number; those that start with _ are not kept.
METAVARIABLE = re.compile(r"(?<![\w$])(\$\$\$|\$)([A-Z_][A-Z0-9_]*)(?![\w$])")
CONTEXTS = frozenset(
    {"await", "awaited", "iterate", "statement", "test", "value", "wrap"}
)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WORD = re.compile(r"@[a-z][a-z0-9_-]*(\(.*\))?")

_TEXT = (str,)
_LIST = (list,)
_TEXT_OR_LIST = (str, list)
_KEYS: dict[str, tuple[type, ...]] = {
    "id": _TEXT,
    "js": _TEXT,
    "where": (dict,),
    "context": _TEXT_OR_LIST,
    "style": _TEXT,
    "order": _TEXT,
    "target": _TEXT,
    "from": (dict,),
    "python": _TEXT,
    "gives": _TEXT,
    "imports": _LIST,
    "helpers": _LIST,
    "requires": _LIST,
    "note": _TEXT,
    "warning": _TEXT,
    "refuse": _TEXT,
    "doc": _TEXT,
    "example": _LIST,
}


@dataclass(frozen=True, slots=True)
class Example:
    """A snippet and what the whole of it translates to."""

    js: str
    python: str


@dataclass(frozen=True, slots=True)
class Pack:
    """The top table of a file: ``helpers`` are the Python files that it brings along,
    ``order`` is that of its rules which do not name one."""

    name: str
    doc: str = ""
    helpers: tuple[Path, ...] = ()
    order: str | None = None


@dataclass(frozen=True, eq=False)
class Rule:
    """One rule; the fields are those of its table (``from`` is ``from_``).

    Exactly one of ``python`` and ``refuse`` is set. Rules compare by identity.
    """

    id: str
    js: str
    doc: str
    examples: tuple[Example, ...]
    source_file: str
    pack: Pack
    library: HelperLibrary = field(repr=False)
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    context: tuple[str, ...] = ()
    style: str | None = None
    order: str | None = None
    target: str | None = None
    from_: Mapping[str, str] = field(default_factory=dict)
    python: str | None = None
    gives: str | None = None
    imports: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    note: str | None = None
    warning: str | None = None
    refuse: str | None = None

    @cached_property
    def pattern(self) -> nodes.Node:
        """``js``, parsed: an expression or a statement. MappingError if it is neither."""
        return self.pattern_info.node

    @cached_property
    def pattern_info(self) -> PatternInfo:
        """The pattern with what matching needs to know of it."""
        from .pattern import PatternInfo

        return PatternInfo.of(self)

    @cached_property
    def template(self) -> Template:
        """``python``, compiled. MappingError if Jinja does not take it."""
        from .template import Template

        return Template(self)

    @cached_property
    def metavariables(self) -> Mapping[str, bool]:
        """The names that the pattern captures; True for ``$$$NAME``."""
        return {
            match[2]: match[1] == "$$$"
            for match in METAVARIABLE.finditer(self.js)
            if not match[2].startswith("_")
        }

    @cached_property
    def used(self) -> frozenset[str]:
        """The metavariables that the template mentions; ``build`` needs only these."""
        words = set(re.findall(r"\w+", self.python or ""))
        return frozenset(words.intersection(self.metavariables))

    @cached_property
    def guards(self) -> Mapping[str, tuple[str | TypeExpr, ...]]:
        """``where``, parsed: type expressions, and words as text with their ``@``."""
        from .type_parser import parse_type

        try:
            return {
                name: tuple(g if g[:1] == "@" else parse_type(g) for g in guards)
                for name, guards in self.where.items()
            }
        except ValueError as error:
            raise self.error(f"in 'where': {error}") from error

    @cached_property
    def gives_type(self) -> TypeExpr | None:
        """``gives``, parsed."""
        from .type_parser import parse_type

        try:
            return None if self.gives is None else parse_type(self.gives)
        except ValueError as error:
            raise self.error(f"in 'gives': {error}") from error

    def allows(
        self,
        *,
        context: str | Collection[str],
        style: str,
        target: tuple[int, int],
        order: str = Order.TIMERS.value,
    ) -> bool:
        """Whether the rule may be used there: ``context`` is one of ``CONTEXTS``, or all
        of them that the place is, ``target`` the Python version of the output."""
        contexts = (context,) if isinstance(context, str) else context
        return (
            (not self.context or any(known in self.context for known in contexts))
            and self.style in (None, style)
            and self.order in (None, order)
            and (self.target is None or target >= Target(self.target).version)
        )

    def error(self, message: str) -> MappingError:
        """The MappingError that says ``message`` of this rule."""
        return MappingError(f"{self.source_file}: rule {self.id!r}: {message}")


def _check_types(table: Mapping[str, Any], fail: Any) -> None:
    for key, value in table.items():
        expected = _KEYS.get(key)
        if expected is None:
            raise fail(f"unknown key {key!r}; known are {', '.join(_KEYS)}")
        if not isinstance(value, expected):
            names = " or ".join("text" if t is str else t.__name__ for t in expected)
            raise fail(f"{key!r} must be {names}")
    for key in ("id", "js", "doc", "example"):
        if not table.get(key):
            what = "at least one [[rule.example]]" if key == "example" else repr(key)
            raise fail(f"{what} is missing; add it")
    if ("python" in table) == ("refuse" in table):
        raise fail("give either 'python' (a template) or 'refuse' (a message)")


def _texts(value: Any, key: str, fail: Any) -> tuple[str, ...]:
    """A text or a list of texts as a tuple."""
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(i, str) for i in items):
        raise fail(f"{key!r} must hold only text")
    return tuple(items)


def _examples(tables: list[Any], fail: Any) -> tuple[Example, ...]:
    found = []
    for table in tables:
        if not isinstance(table, dict) or set(table) != {"js", "python"}:
            raise fail("an example holds 'js' and 'python', and nothing else")
        if not all(isinstance(text, str) for text in table.values()):
            raise fail("'js' and 'python' of an example must be text")
        found.append(Example(table["js"], table["python"]))
    return tuple(found)


def make_rule(
    table: Mapping[str, Any], source_file: str, pack: Pack, library: HelperLibrary
) -> Rule:
    """The rule of one ``[[rule]]`` table; MappingError for what is not allowed in it.

    Light: neither the pattern nor the template nor a type is parsed.
    """
    rule_id = table.get("id")

    def fail(message: str) -> MappingError:
        shown = repr(rule_id) if rule_id else "without id"
        return MappingError(f"{source_file}: rule {shown}: {message}")

    _check_types(table, fail)
    if not _ID.fullmatch(str(rule_id)):
        raise fail("'id' must be in kebab-case, like \"array-push\"")
    where = {n: _texts(g, "where", fail) for n, g in table.get("where", {}).items()}
    for guards in where.values():
        for guard in guards:
            if guard.startswith("@") and not _WORD.fullmatch(guard):
                raise fail(f"guard {guard!r} is no @word")
    origins: dict[str, str] = {}
    for name, origin in table.get("from", {}).items():
        if not isinstance(origin, str) or not re.fullmatch(r".+:[\w$*]+", origin):
            raise fail(f"'from' of {name} must be like \"module:name\"")
        origins[name] = origin.removeprefix("node:")
    context = _texts(table.get("context", []), "context", fail)
    if not CONTEXTS.issuperset(context):
        raise fail(f"'context' must be of {', '.join(sorted(CONTEXTS))}")
    for key, allowed in (("style", Style), ("order", Order), ("target", Target)):
        known = [member.value for member in allowed]
        if key in table and table[key] not in known:
            raise fail(f"{key!r} must be of {', '.join(known)}")
    return Rule(
        id=str(rule_id),
        js=table["js"],
        doc=table["doc"].strip(),
        examples=_examples(table["example"], fail),
        source_file=source_file,
        pack=pack,
        library=library,
        where=where,
        context=context,
        style=table.get("style"),
        order=table.get("order", pack.order),
        target=table.get("target"),
        from_=origins,
        python=table.get("python"),
        gives=table.get("gives"),
        imports=_texts(table.get("imports", []), "imports", fail),
        helpers=_texts(table.get("helpers", []), "helpers", fail),
        requires=_texts(table.get("requires", []), "requires", fail),
        note=table.get("note"),
        warning=table.get("warning"),
        refuse=table.get("refuse"),
    )
