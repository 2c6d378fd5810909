"""A passage of a page: JavaScript, its translation and, where that is wanted, what both print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from enum import Enum
from typing import Any

from ..api import translate
from ..diagnostics import Diagnostic, Level
from ..errors import Js2aioError
from ..options import Naming, Options, Order, Style, Target

_CHOICES: dict[str, type[Enum]] = {
    "target": Target,
    "style": Style,
    "order": Order,
    "naming": Naming,
}
_FLAGS = ("task-names", "run", "notes")
OPTIONS = (*_CHOICES, *_FLAGS)
"""The options of a passage, in any of the tools; those of a translation, and ``run``:
execute both and show what they print; ``notes``: show the notes, too."""


class PassageError(Js2aioError):
    """A passage that cannot be shown; the message says why."""


@dataclass(frozen=True, slots=True)
class Output:
    """What a program printed, and under what."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """``outputs``: none where it was not executed; one where both printed the same."""

    javascript: str
    python: str
    diagnostics: tuple[Diagnostic, ...]
    outputs: tuple[Output, ...] = ()


def passage(
    source: str, filename: str, options: Mapping[str, str | None], *, may_run: bool
) -> Passage:
    """Translate a passage.

    ``options``: by their names, flags with None or an empty text. ``may_run``: whether those
    who build the page allow that what stands in it is executed. Raises ``PassageError`` for
    an option that is not known or allowed, and ``Js2aioError`` where nothing can be shown.
    """
    chosen, flags = _options(options)
    if "run" in flags and not may_run:
        raise PassageError(
            "the option run executes what stands in the page; it has to be allowed in the "
            "configuration first"
        )
    translation = translate(source, filename=filename, options=chosen)
    shown = tuple(
        item
        for item in translation.diagnostics
        if item.level is not Level.NOTE or "notes" in flags
    )
    code = translation.code
    outputs = _outputs(source, code) if "run" in flags else ()
    return Passage(source.strip("\n"), code.strip("\n"), shown, outputs)


def _options(options: Mapping[str, str | None]) -> tuple[Options, set[str]]:
    values: dict[str, Any] = {}
    flags = set()
    for name, value in options.items():
        if name in _FLAGS:
            if value:
                raise PassageError(f"the option {name} takes no value")
            flags.add(name)
        elif name in _CHOICES:
            try:
                values[name] = _CHOICES[name](value)
            except ValueError:
                allowed = ", ".join(item.value for item in _CHOICES[name])
                raise PassageError(
                    f"the option {name} is one of {allowed}, not {value!r}"
                ) from None
        else:
            close = get_close_matches(name, OPTIONS, n=1)
            hint = f"; did you mean {close[0]}?" if close else ""
            raise PassageError(f"there is no option {name!r}{hint}")
    if "task-names" in flags:
        values["task_names"] = True
    assert values.keys() <= {field.name for field in fields(Options)}
    return Options(**values), flags


def _outputs(source: str, code: str) -> tuple[Output, ...]:
    from ..parse import parse
    from ..running import find_node, run_node, run_python
    from ..source import SourceText

    python = run_python(code)
    if find_node() is None:
        return (Output("Python", python.stdout),)
    module = parse(SourceText(source)).source_type == "module"
    node = run_node(source, suffix=".mjs" if module else ".js")
    if (node.stdout, node.exit_code) == (python.stdout, python.exit_code):
        return (Output("Node and Python", python.stdout),)
    return Output("Node", node.stdout), Output("Python", python.stdout)
