"""Names of attributes and methods: one Python name for each JavaScript property name."""

from __future__ import annotations

import keyword
import re

from ..options import Naming
from ..parse import nodes as n
from .base import Base

_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SPECIAL = {
    "constructor": "__init__",
    "toString": "__str__",
    "@@iterator": "__iter__",
    "@@asyncIterator": "__aiter__",
}


def snake_case(name: str) -> str:
    """``userName`` -> ``user_name``; ``parseURL`` -> ``parse_url``; ``$x`` -> ``x``."""
    if name.isupper():
        return name
    stripped = name.lstrip("_")
    lead = name[: len(name) - len(stripped)]
    return lead + _WORDS.sub("_", stripped).lower()


def safe_identifier(name: str) -> str:
    """An identifier that Python takes: no ``$``, no keyword."""
    name = name.replace("$", "_" if name != "$" else "dollar")
    name = "".join(c if c.isidentifier() or c.isdigit() or c == "_" else "_" for c in name)
    if not name or not (name[0].isalpha() or name[0] == "_"):
        name = f"_{name}"
    if keyword.iskeyword(name) or name in ("None", "True", "False"):
        return f"{name}_"
    return name


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
        elif self.options.naming is Naming.PEP8 and name not in self.kept_attributes:
            result = safe_identifier(snake_case(name))
        else:
            result = safe_identifier(name)
        if result.startswith("__") and not result.endswith("__"):
            result = result[1:]
        if result in ("args", "add_note", "with_traceback") and self.has_own_errors:
            result += "_"
        while self._taken.get(result, name) != name:
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

    @property
    def has_own_errors(self) -> bool:
        return any(
            self.analysis.inference.error_bases(cls.instance)
            for cls in self.analysis.classes.values()
        )

    def private_name(self, name: str) -> str:
        """``#name``: an attribute that starts with an underscore."""
        return self.attribute(f"_{name}" if not name.startswith("_") else name)

    def member_name(self, node: n.Node) -> str:
        if isinstance(node, n.PrivateIdentifier):
            return self.private_name(node.name)
        assert isinstance(node, n.Identifier)
        return self.attribute(node.name)
