"""From the text of a template and placeholders to text.

A template that holds only the likes of ``{{ X }}``, ``{{ F.params[0] }}`` and
``{{ XS | join(', ') }}`` is what most are; it is put together here, and Jinja is imported
when another kind is met.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from .placeholders import (
    PATH_FILTERS,
    Facts,
    Placeholder,
    Render,
    TemplateProblem,
)

_Part = Callable[[Mapping[str, Any]], str]

_NAME = r"[A-Z_][A-Z0-9_]*"
_WORD = r"\.[A-Za-z]\w*"
_INDEX = r"\[(?:0|[1-9]\d*)\]"
_ARGUMENT = rf"(?:{_NAME}(?:{_WORD}(?:{_INDEX})*)*|0|[1-9]\d*)"
_CALL = rf"\((?:{_ARGUMENT}(?:, {_ARGUMENT})*)?\)"
_PLAIN = re.compile(
    r"\{\{\s*"
    rf"(?P<name>{_NAME})(?P<path>(?:{_WORD}(?:{_INDEX}|{_CALL})*)*)"
    rf"(?:\s*\|\s*(?P<filter>{'|'.join(PATH_FILTERS)}))?"
    r"(?P<many>\s*\|\s*join\(\s*(?:', '|\", \")\s*\))?"
    r"\s*\}\}",
    re.ASCII,
)
_NAMES_OF_ARGUMENTS = re.compile(rf"(?<=[( ]){_NAME}")


def compiled(
    source: str, metavariables: Mapping[str, bool]
) -> tuple[Render, frozenset[str]]:
    """The function that renders ``source``, and the other names that it reads.

    ``metavariables``: name to whether it is a list. Raises TemplateProblem, as the
    function does.
    """
    parts = _plain_parts(source, metavariables)
    if parts is None:
        from .sandbox import compiled_by_jinja

        return compiled_by_jinja(source, metavariables)

    def render(values: Mapping[str, Any], facts: Facts) -> str:
        try:
            return "".join(
                part if isinstance(part, str) else part(values) for part in parts
            )
        except KeyError as error:
            raise TemplateProblem(f"{error} is not captured") from None

    return render, frozenset()


def _plain_parts(
    source: str, metavariables: Mapping[str, bool]
) -> list[str | _Part] | None:
    """Texts and what renders to text; None where it takes Jinja."""
    parts: list[str | _Part] = []
    at = 0
    for match in _PLAIN.finditer(source):
        part = _plain_part(match, metavariables)
        if part is None:
            return None
        parts += [source[at : match.start()], part]
        at = match.end()
    parts.append(source[at:])
    texts = [part for part in parts if isinstance(part, str)]
    if any(mark in text for text in texts for mark in ("{{", "{%", "{#")):
        return None
    return parts


def _plain_part(
    match: re.Match[str], metavariables: Mapping[str, bool]
) -> _Part | None:
    name, path, many = match["name"], match["path"], match["many"] is not None
    if metavariables.get(name) is not many or (many and path):
        return None
    if any(metavariables.get(n, True) for n in _NAMES_OF_ARGUMENTS.findall(path)):
        return None
    if match["filter"] is not None:
        path += "." + match["filter"]
    path = path.removeprefix(".")

    def one(value: Placeholder) -> str:
        return str(value.derived(path) if path else value)

    if many:
        return lambda values: ", ".join(map(one, values[name]))
    return lambda values: one(values[name])
