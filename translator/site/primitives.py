"""The page of asyncio's primitives, each beside the JavaScript that leads to it.

The data is in the folder ``primitives``: the programs, and ``primitives.toml``.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from importlib.resources import files

from ..options import Options, Style, Target
from .outcomes import run_snippets
from .rule_pages import Snippet, translate_snippet


@dataclass(slots=True)
class Primitive:
    """One program: ``options`` as on the command line, ``takes`` what its translation has to
    contain, as Python source (the tests look for it in the tree)."""

    file: str
    title: str
    text: str
    takes: tuple[str, ...]
    source: str = field(repr=False)
    options: str = ""
    snippet: Snippet | None = field(default=None, repr=False)

    @property
    def id(self) -> str:
        return self.file.rpartition(".")[0]

    @property
    def chosen(self) -> Options:
        """``options`` as the library takes them."""
        words = self.options.split()
        values = dict(zip(words[::2], words[1::2]))
        flags = "--task-names" in words
        return Options(
            style=Style(values.get("--style", Style.GATHER)),
            target=Target(values.get("--target", Target.PY311)),
            task_names=flags,
        )


@dataclass(slots=True)
class Part:
    id: str
    title: str
    text: str
    items: list[Primitive]


@dataclass(slots=True)
class Choice:
    """A table: the first cell of a row is its heading."""

    head: list[str]
    rows: list[list[str]]


@dataclass(slots=True)
class Primitives:
    parts: list[Part]
    choice: Choice

    @property
    def items(self) -> list[Primitive]:
        return [item for part in self.parts for item in part.items]


def read_primitives() -> Primitives:
    """The page, before anything on it is translated."""
    folder = files(__package__) / "primitives"
    document = tomllib.loads((folder / "primitives.toml").read_text("utf-8"))
    parts = []
    for part in document["part"]:
        items = [
            Primitive(
                file=item["file"],
                title=item["title"],
                text=item["text"],
                takes=tuple(item["takes"]),
                source=(folder / item["file"]).read_text("utf-8"),
                options=item.get("options", ""),
            )
            for item in part["item"]
        ]
        parts.append(Part(part["id"], part["title"], part["text"], items))
    return Primitives(parts, Choice(**document["choice"]))


def primitives(timeout: float) -> Primitives:
    """The page, translated and executed."""
    page = read_primitives()
    for item in page.items:
        item.snippet = translate_snippet(item.source, item.chosen)
    snippets = [item.snippet for item in page.items if item.snippet is not None]
    translated = [each for each in snippets if not each.failure]
    outcomes = run_snippets([(each.script, each.code) for each in translated], timeout)
    for snippet, outcome in zip(translated, outcomes):
        snippet.outcome = outcome
    return page
