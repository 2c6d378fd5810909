"""Names of attributes and methods: one Python name for each JavaScript property name."""

from __future__ import annotations

import keyword
import re
import unicodedata
from functools import cached_property

from ..analyse import types as t
from ..analyse.symbols import INSPECT, TAG, is_symbol, word_of
from ..options import Naming
from ..parse import nodes as n
from .base import Base
from .syntax import is_static_accessor

_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
#: What every object has from Object.prototype.
OBJECT_METHODS = frozenset(
    {"toString", "hasOwnProperty", "valueOf", "isPrototypeOf", "toLocaleString",
     "propertyIsEnumerable", "constructor", "__proto__"}
)  # fmt: skip
_SPECIAL = {
    "constructor": "__init__",
    "toString": "__str__",
    "@@iterator": "__iter__",
    "@@asyncIterator": "__aiter__",
    "@@toPrimitive": "to_primitive",
    "@@hasInstance": "has_instance",
    TAG: "to_string_tag",
    INSPECT: "inspect_custom",
}
#: What Python, or a method that is made of it, looks for in the class of an object alone.
OF_CLASSES = frozenset({"toString", "@@iterator", "@@asyncIterator", "@@toPrimitive"})


def snake_case(name: str) -> str:
    """``userName`` -> ``user_name``; ``parseURL`` -> ``parse_url``; ``$x`` -> ``x``."""
    if name.isupper():
        return name
    stripped = name.lstrip("_")
    lead = name[: len(name) - len(stripped)]
    return lead + _WORDS.sub("_", stripped).lower()


def _private_names(node: n.Class) -> set[str]:
    return {
        m.key.name
        for m in node.body.body
        if not isinstance(m, n.StaticBlock) and isinstance(m.key, n.PrivateIdentifier)
    }


def safe_identifier(name: str) -> str:
    """An identifier that Python takes: no ``$``, no keyword; as Python reads it (NFKC)."""
    name = unicodedata.normalize("NFKC", name)
    name = name.replace("$", "_" if name != "$" else "dollar")
    name = "".join(
        c if c.isidentifier() or c.isdigit() or c == "_" else "_" for c in name
    )
    if not name or not name[0].isidentifier():
        name = f"_{name}"
    if keyword.iskeyword(name) or name in ("None", "True", "False"):
        return f"{name}_"
    return name


_LIST_METHODS = frozenset(name for name in dir(list) if not name.startswith("_"))


class Attributes(Base):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        self._attributes: dict[str, str] = {}
        self._taken: dict[str, str] = {}

    def attribute(self, name: str) -> str:
        """The Python attribute for a property name; different names stay different."""
        found = self._attributes.get(name)
        if found is not None:
            return found
        if name in _SPECIAL:
            result = _SPECIAL[name]
        elif is_symbol(name):
            result = f"_{safe_identifier(snake_case(word_of(name)).lstrip('_'))}"
        elif name.startswith("#"):
            result = safe_identifier(snake_case(name.replace("#", "").lstrip("_")))
            # Python's own mangling keeps private members from what lists properties.
            own = name.rpartition("#")[2]
            listed = f"#{own}" in self.kept_attributes
            hidden = listed and own not in self.of_metaclasses
            result = f"{'__' if hidden else '_'}{result}"
        elif self.options.naming is Naming.PEP8 and name not in self.kept_attributes:
            result = safe_identifier(snake_case(name))
        else:
            result = safe_identifier(name)
        mangled = name.startswith("#") and not result.endswith("__")
        if result.startswith("__") and not result.endswith("__") and not mangled:
            result = result[1:]
        if result in ("args", "add_note", "with_traceback") and self.has_own_errors:
            result += "_"
        if self.has_lists and result in _LIST_METHODS:
            result += "_"
        kept = self.kept_attributes - {name}
        while self._taken.get(result, name) != name or result in kept:
            result += "_"
        self._attributes[name] = result
        self._taken[result] = name
        return result

    @property
    def kept_attributes(self) -> set[str]:
        """Properties whose names can be seen at run time, and so stay as they are."""
        found: set[str] | None = self.__dict__.get("_kept")
        if found is None:
            found = self.__dict__["_kept"] = set(self.representation.visible_names())
        return found

    @cached_property
    def has_lists(self) -> bool:
        """Whether a class of the program becomes one that extends ``list``."""
        return any(
            isinstance(cls.instance, t.ListInstanceAtom)
            for cls in self.analysis.classes.values()
        )

    @property
    def has_own_errors(self) -> bool:
        return any(
            self.analysis.inference.error_bases(cls.instance)
            for cls in self.analysis.classes.values()
        )

    def private_name(self, name: str, node: n.Node | None = None) -> str:
        """``#name``: an attribute that starts with an underscore.

        Where a class and one that it extends, or stands in, have private members of the
        same name, the attribute of the lower one has the name of its class too.
        """
        owner = self.private_owners.get(name, {})
        while owner and node is not None:
            if node in owner:
                name = f"{owner[node]}#{name}"
                break
            node = self.scopes.parents.get(node)
        return self.attribute(f"#{name}")

    @cached_property
    def of_metaclasses(self) -> set[str]:
        """The private names that static accessors mention. These become accessors of a
        metaclass, where Python would mangle the names otherwise than in the class."""
        return {
            part.name
            for node in self.analysis.classes
            if isinstance(node, n.Class)
            for member in node.body.body
            if is_static_accessor(member)
            for part in n.walk(member)
            if isinstance(part, n.PrivateIdentifier)
        }

    @property
    def private_owners(self) -> dict[str, dict[n.Node, str]]:
        """Private names that a class shares with one above or around it, and those classes."""
        found: dict[str, dict[n.Node, str]] | None = self.__dict__.get(
            "_private_owners"
        )
        if found is None:
            found = self.__dict__["_private_owners"] = {}
            for node, atom in self.analysis.classes.items():
                assert isinstance(node, n.Class)
                above = [*self.ancestors(atom), *self.classes_around(node)]
                for name in _private_names(node):
                    if any(name in _private_names(base) for base in above):
                        found.setdefault(name, {})[node.body] = (
                            atom.instance.name or "own"
                        )
        return found

    def classes_around(self, node: n.Node) -> list[n.Class]:
        """The classes in whose text a class stands."""
        found: list[n.Class] = []
        current = self.scopes.parents.get(node)
        while current is not None:
            if isinstance(current, n.Class):
                found.append(current)
            current = self.scopes.parents.get(current)
        return found

    def ancestors(self, atom: t.ClassAtom) -> list[n.Class]:
        """The classes of the program that a class extends, near ones first."""
        result: list[n.Class] = []
        stack: list[t.Atom] = [*atom.bases.types]
        while stack and len(result) < 50:
            base = stack.pop()
            if isinstance(base, t.ClassAtom):
                result.append(base.node)
                stack.extend(base.bases.types)
        return result

    def member_name(self, node: n.Node) -> str:
        if isinstance(node, n.PrivateIdentifier):
            return self.private_name(node.name, node)
        assert isinstance(node, n.Identifier)
        return self.attribute(node.name)
