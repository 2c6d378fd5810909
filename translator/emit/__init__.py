"""Python tree -> text -> black -> code and line map."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from ..options import Options
from ..pytree.literals import comment_lines, docstring, without_coding
from ..pytree.module import PythonModule
from ..pytree.printer import Ready, block_lines, print_module, starts_definition
from .format import EmitError, check_syntax, format_code
from .imports import sort_imports
from .layout import arrange
from .line_map import Entry, LineMap, expected, map_lines
from .stand_ins import StandIns

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["EmitError", "Emitted", "LineMap", "emit"]


@dataclass(frozen=True, slots=True)
class Emitted:
    """The text of a Python file, and the line of the JavaScript that each line came from."""

    code: str
    line_map: LineMap


def emit(module: PythonModule, options: Options, *, formatted: bool = True) -> Emitted:
    """Write a module; ``formatted=False`` leaves black out.

    Raises ``EmitError`` where the tree does not print as Python for the target.
    """
    arranged, ready = arrange(module.body, module.helpers, module.entry)
    sections = sort_imports(module.imports)
    stand_ins = StandIns()
    while True:
        body = stand_ins.put(arranged)
        text = _rendered(module, sections, body, ready)
        if stand_ins.hold(text):
            break
        stand_ins = StandIns(f"_{stand_ins.prefix}")
    # Twice: black may take away lines before a comment.
    text = without_coding(text.lstrip("\n"))
    if formatted:
        text = without_coding(format_code(text, options.target))
    parsed = check_syntax(text, options.target)
    lines = map_lines(_entries(module, sections, body), parsed)
    code, lines = stand_ins.expand(text, lines, options.target, formatted=formatted)
    return Emitted(code, lines)


def _rendered(
    module: PythonModule,
    sections: list[list[str]],
    body: list[ast.stmt],
    ready: Ready,
) -> str:
    printed = print_module(body, documented=False, ready=ready).text.removesuffix("\n")
    return _template().render(
        header=[line for comment in module.header for line in comment_lines(comment)],
        docstring=docstring(module.docstring) if module.docstring else "",
        imports=["\n".join(section) for section in sections],
        body=printed,
        gap=int(bool(printed)) + int(starts_definition(body)),
        entry="" if module.entry is None else "\n".join(block_lines(module.entry)),
    )


def _entries(
    module: PythonModule, sections: list[list[str]], body: list[ast.stmt]
) -> list[Entry]:
    entries: list[Entry] = []
    if module.docstring:
        entries.append((ast.Expr, 0))
    for section in sections:
        for line in section:
            kind = ast.ImportFrom if line.startswith("from ") else ast.Import
            entries.append((kind, 0))
    entries += expected(body)
    if module.entry is not None:
        guard = ast.If(ast.Constant(True), module.entry, [])
        entries += expected([guard])
    return entries


@cache
def _template() -> Template:
    from jinja2 import Environment

    source = files(__package__).joinpath("module.py.jinja").read_text(encoding="utf-8")
    environment = Environment(trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(source)
