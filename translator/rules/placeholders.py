"""The names that stand in a rendered template for what was captured.

``{{ X }}`` renders as ``J2A__X``, the first item of ``$$$XS`` as ``J2A__XS_i0``, and what
the template derives from a capture (``{{ F.params[0] }}``) as ``J2A__F_params_0_d3``,
with a number that no other has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Facts = Callable[[str, str], bool]
Render = Callable[[Mapping[str, Any], Facts], str]

PREFIX = "J2A__"
# Filters that are another way to write a path: {{ X | shown }} is {{ X.shown }}.
PATH_FILTERS = (
    "formatted", "inspected", "message", "number", "showable", "shown", "text", "truth", "whole",
)  # fmt: skip


class TemplateProblem(Exception):
    """The template does not compile or does not render; ``str()`` says why."""


class Placeholder:
    """A capture, or an item of one, or what ``path`` derives from it.

    ``capture`` is what facts are asked of, ``text`` the placeholder as templates write
    it, ``use`` the same without the index of the item. ``str()`` is its identifier.
    """

    __slots__ = ("_all", "capture", "identifier", "index", "name", "path", "spread")

    def __init__(
        self,
        placeholders: Placeholders,
        name: str,
        index: int | None,
        path: str = "",
        spread: bool = False,
    ) -> None:
        self._all = placeholders
        self.name = name
        self.index = index
        self.path = path
        self.spread = spread
        self.capture = name if index is None else f"{name}[{index}]"
        self.identifier = f"{PREFIX}{name}" + ("" if index is None else f"_i{index}")
        if path:
            words = re.sub(r"\W+", "_", path).strip("_")
            self.identifier += f"_{words}_d{len(placeholders.by_identifier)}"

    def __str__(self) -> str:
        return self.identifier

    @property
    def text(self) -> str:
        return f"{self.capture}.{self.path}" if self.path else self.capture

    @property
    def use(self) -> str:
        return f"{self.name}.{self.path}" if self.path else self.name

    def derived(self, path: str) -> Placeholder:
        """What a path leads to from here."""
        return self._all.get(self.name, self.index, path)

    def attribute(self, word: str) -> Placeholder:
        return self.derived(f"{self.path}.{word}" if self.path else word)

    def item(self, index: int) -> Placeholder:
        if not self.path:
            raise TemplateProblem(f"{self.capture} is no list, so it has no items")
        return self.derived(f"{self.path}[{index}]")

    def called(self, arguments: Sequence[object]) -> Placeholder:
        if not self.path:
            raise TemplateProblem(f"write {{{{ {self.capture} }}}}(...) for a call")
        texts: list[str] = []
        for argument in arguments:
            if isinstance(argument, Placeholder):
                texts.append(argument.text)
            elif isinstance(argument, (int, str)):
                texts.append(repr(argument))
            else:
                raise TemplateProblem(f"{self.text}(...) cannot take {argument}")
        return self.derived(f"{self.path}({', '.join(texts)})")


class Placeholders:
    """All placeholders of one rendering, each distinct one once."""

    def __init__(self) -> None:
        self.by_identifier: dict[str, Placeholder] = {}
        self._found: dict[tuple[str, int | None, str], Placeholder] = {}

    def get(
        self, name: str, index: int | None, path: str = "", spread: bool = False
    ) -> Placeholder:
        key = (name, index, path)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = Placeholder(self, name, index, path, spread)
            self.by_identifier[found.identifier] = found
        return found
