"""What the analysis found out about the names of a program, and what helpers came of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .api import Translation, translate
from .deep import run_deep
from .options import Options
from .source import SourceText

if TYPE_CHECKING:
    from .analyse import Analysis
    from .analyse.scopes import Binding


@dataclass(frozen=True, slots=True)
class InferredName:
    """A name of the program, the type of all that it may hold, and where it is declared.

    ``kind``: var, let, const, function, class, param, catch, import, self (the own name of
    a function or class expression) or global. ``type`` is written as in JSDoc
    (docs/architecture.md, Types). Lines and columns count from 1.
    """

    name: str
    kind: str
    type: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class HelperUse:
    """A helper that the Python of a line of the source calls.

    ``purpose`` is its docstring's first line; ``names`` are the names that the line mentions,
    by whose types plain Python was not proven to do the same.
    """

    name: str
    purpose: str
    line: int
    names: tuple[InferredName, ...]


@dataclass(frozen=True, slots=True)
class Inferred:
    """The names of a program in the order of its text, and the uses of helpers."""

    names: tuple[InferredName, ...]
    helpers: tuple[HelperUse, ...]


def infer_types(
    source: str, *, filename: str = "<string>", options: Options | None = None
) -> Inferred:
    """What is inferred of a JavaScript text; raises what ``translate`` raises."""
    chosen = Options() if options is None else options
    translation = translate(source, filename=filename, options=chosen)
    text = SourceText(source, filename)
    # The stages descend as deep as the text is nested.
    return run_deep(_inferred, text, chosen, translation)


def _inferred(
    source: SourceText, options: Options, translation: Translation
) -> Inferred:
    from .analyse import analyse
    from .analyse.show import show_type
    from .parse import parse
    from .rules import load_rules

    rulebook = load_rules(options.mappings)
    rulebook.serve(source.modules)
    analysis = analyse(parse(source), source, options, rulebook)
    places = _declared_at(analysis)
    known: dict[Binding, InferredName] = {}
    mentions: dict[int, set[Binding]] = {}
    for binding in analysis.scopes.bindings:
        if binding.temporary:
            continue
        types = analysis.inference.cell(binding).types
        place = source.position(places.get(binding, binding.node.start))
        known[binding] = InferredName(
            binding.name, binding.kind, show_type(types), *place
        )
        for reference in binding.references:
            line = source.position(reference.start)[0]
            mentions.setdefault(line, set()).add(binding)

    def names_in(line: int) -> tuple[InferredName, ...]:
        found = (known[b] for b in mentions.get(line, ()) if b in known)
        return tuple(
            sorted(
                (x for x in found if x.kind not in ("function", "class", "import")),
                key=lambda x: (x.line, x.column),
            )
        )

    helpers = [
        HelperUse(name, purpose, line, names_in(line))
        for name, purpose, line in _helper_uses(translation)
    ]
    ordered = sorted(known.values(), key=lambda x: (x.line, x.column))
    return Inferred(tuple(ordered), tuple(helpers))


def _declared_at(analysis: Analysis) -> dict[Binding, int]:
    """Where the name stands in what declares each binding."""
    places: dict[Binding, int] = {}
    for identifier, binding in analysis.scopes.binding_of.items():
        node = binding.node
        if node.start <= identifier.start < node.end:
            places[binding] = min(
                identifier.start, places.get(binding, identifier.start)
            )
    return places


def _helper_uses(translation: Translation) -> Iterator[tuple[str, str, int]]:
    """Each helper that code of the program calls: name, purpose, line of the source."""
    from .rules import HelperLibrary

    library = set(HelperLibrary.built_in().names)
    tree = ast.parse(translation.code)
    helpers = {
        node.name: node
        for node in tree.body
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        and node.name in library
    }
    lines = dict(translation.line_map.items())
    seen: set[tuple[str, int]] = set()
    for statement in tree.body:
        if statement in helpers.values():
            continue
        for node in ast.walk(statement):
            if not isinstance(node, ast.Name) or node.id not in helpers:
                continue
            line = lines.get(node.lineno)
            if line is None or (node.id, line) in seen:
                continue
            seen.add((node.id, line))
            purpose = ast.get_docstring(helpers[node.id]) or ""
            yield node.id, purpose.partition("\n")[0], line
