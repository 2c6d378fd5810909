"""The programs of a site: read, translated, and what their pages tell of them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..api import read_source, translate
from ..diagnostics import Diagnostic
from ..errors import JavaScriptSyntaxError, Js2aioError
from ..explanations import explain
from ..files import SUFFIXES, sources_in
from ..options import Options
from ..parse import nodes, parse
from ..rules import RuleBook, load_rules
from ..source import SourceText
from .outcomes import Outcome, verdict_on
from .sides import Sides, sides

if TYPE_CHECKING:
    from ..api import Translation


@dataclass(slots=True)
class Program:
    """One JavaScript file of a site.

    ``name``: how it is called there, with ``/``; ``page``: the path of its page without a
    suffix, below ``programs/``. Where it could not be translated, ``failure`` says why and
    ``sides`` is None. ``outcome`` is None where it was not run.
    """

    path: Path
    name: str
    page: str
    source: str
    description: str = ""
    libraries: tuple[str, ...] = ()
    code: str = ""
    sides: Sides | None = None
    constructs: tuple[str, ...] = ()
    failure: str = ""
    frame: str = ""
    outcome: Outcome | None = None

    @property
    def rules(self) -> list[str]:
        """The ids of the rules used, in order of the source, each once."""
        uses = self.sides.uses if self.sides else ()
        return list(dict.fromkeys(use.rule for use in uses))

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return self.sides.diagnostics if self.sides else ()

    @property
    def status(self) -> str:
        """``failed`` where there is no translation, else the verdict on it."""
        if self.failure:
            return "failed"
        return verdict_on(self.outcome, self.diagnostics)

    @property
    def short_constructs(self) -> list[str]:
        """The constructs of asyncio that are called by a name, for the index."""
        return [name for name in self.constructs if re.match(r"(asyncio|loop)\.", name)]

    @property
    def words(self) -> str:
        """What the search of the index finds it by, beside what its entry shows."""
        return " ".join(sorted(set(re.findall(r"[A-Za-z_]\w{2,}", self.source))))


def find_programs(paths: Sequence[str | os.PathLike[str]]) -> list[tuple[Path, str]]:
    """The JavaScript files of files and folders, with the names that a site gives them.

    A file of a folder is called by its path in it. Left out are ``node_modules`` and folders
    whose name begins with a dot. Raises ``FileNotFoundError``.
    """
    found: dict[Path, str] = {}
    for given in map(Path, paths):
        if given.is_dir():
            for path in sources_in(given):
                found.setdefault(path, path.relative_to(given).as_posix())
        elif given.exists():
            found.setdefault(given, given.name)
        else:
            raise FileNotFoundError(f"{given}: no such file or folder")
    return list(found.items())


def page_names(names: Iterable[str]) -> list[str]:
    """For each name of a program, a path of its page that is safe as a file and a URL."""
    taken: set[str] = set()
    pages = []
    for name in names:
        stem = name
        for suffix in SUFFIXES:
            stem = stem.removesuffix(suffix)
        parts = [re.sub(r"[^\w.-]+", "-", part).strip(".-") for part in stem.split("/")]
        base = page = "/".join(part.lower() or "program" for part in parts)
        number = 2
        while page in taken:
            page = f"{base}-{number}"
            number += 1
        taken.add(page)
        pages.append(page)
    return pages


def read_program(path: Path, name: str, page: str, options: Options) -> Program:
    """Read and translate one file; what cannot be translated is a Program all the same."""
    try:
        source = read_source(path)
    except Js2aioError as error:
        return Program(path, name, page, "", failure=str(error))
    program = Program(path, name, page, source)
    text = SourceText(source, name)
    try:
        tree = parse(text)
        program.description = description(tree)
        program.libraries = tuple(libraries(tree))
        translation = translate(source, filename=name, options=options)
        add_translation(program, translation, text, load_rules(options.mappings))
    except JavaScriptSyntaxError as error:
        program.failure, program.frame = str(error.diagnostic), error.frame
    except Js2aioError as error:
        program.failure = str(error)
    return program


def add_translation(
    program: Program, translation: Translation, source: SourceText, book: RuleBook
) -> None:
    """Fill in what a program became."""
    program.code = translation.code
    program.sides = sides(translation, source, book)
    program.constructs = tuple(
        dict.fromkeys(each.takes for each in explain(translation))
    )


def description(tree: nodes.Program) -> str:
    """The first sentence of the comment at the top of a file, or nothing."""
    comments = list(tree.header)
    for node in tree.body:
        if comments:
            break
        comments = getattr(node, "leading", [])
        if not isinstance(node, nodes.ExpressionStatement):
            break
    text: list[str] = []
    for comment in comments:
        if text and comment.blank_before:
            break
        lines = [line.strip().lstrip("*").strip() for line in comment.text.split("\n")]
        text += [line for line in lines if not line.startswith("@")]
    joined = " ".join(" ".join(text).split())
    sentence = re.match(r".*?[.!?](?=\s|$)", joined)
    return sentence[0] if sentence else joined


def libraries(tree: nodes.Program) -> Iterator[str]:
    """The modules that a program imports, each once; none of its own files."""
    seen = set()
    for node in nodes.walk(tree):
        name: str | None = None
        match node:
            case (
                nodes.ImportDeclaration(source=str(text))
                | nodes.ExportNamedDeclaration(source=str(text))
                | nodes.ExportAllDeclaration(source=str(text))
                | nodes.ImportExpression(source=nodes.StringLiteral(value=text))
            ):
                name = text
            case nodes.CallExpression(
                callee=nodes.Identifier(name="require"),
                arguments=[nodes.StringLiteral(value=text)],
            ):
                name = text
        if name and not name.startswith((".", "/")) and name not in seen:
            seen.add(name)
            yield name
