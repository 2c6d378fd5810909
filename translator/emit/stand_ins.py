"""Stand-ins for helpers: what black, the compiler and the line map need not see again.

A helper's text is the same in every output, and was formatted and checked once. Until the
program around it is formatted, a short definition (or an assignment, for a constant) stands
in its place, so that the blank lines come out as they have to.
"""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterable
from functools import lru_cache

from ..options import Target
from ..pytree.trivia import Verbatim
from .format import format_code
from .line_map import LineMap

#: A name that no program has; made longer where one has it all the same.
_PREFIX = "_js2aio_helper_"


class StandIns:
    """The helpers of one output, by the first line of what stands for them."""

    def __init__(self, prefix: str = _PREFIX) -> None:
        self.prefix = prefix
        self.helpers: dict[str, Verbatim] = {}

    def put(self, body: Iterable[ast.stmt]) -> list[ast.stmt]:
        """The statements, with a stand-in for each helper."""
        return [self._for(s) if isinstance(s, Verbatim) else s for s in body]

    def _for(self, helper: Verbatim) -> ast.stmt:
        name = f"{self.prefix}{len(self.helpers)}"
        if _is_definition(helper.source):
            self.helpers[f"def {name}():"] = helper
            nothing = ast.arguments([], [], None, [], [], None, [])
            return ast.FunctionDef(name, nothing, [ast.Pass()], [], None, None)
        self.helpers[f"{name} = None"] = helper
        return ast.Assign([ast.Name(name, ast.Store())], ast.Constant(None))

    def hold(self, text: str) -> bool:
        """Whether the text has the prefix in the stand-ins alone."""
        return text.count(self.prefix) == len(self.helpers)

    def expand(
        self, text: str, lines: LineMap, target: Target, *, formatted: bool
    ) -> tuple[str, LineMap]:
        """The text with the helpers themselves, and its line map."""
        if not self.helpers:
            return text, lines
        out: list[str] = []
        moved: LineMap = {}
        skip = False
        for number, line in enumerate(text.split("\n"), 1):
            if skip:
                skip = False
                continue
            helper = self.helpers.get(line)
            if helper is None:
                out.append(line)
                if number in lines:
                    moved[len(out)] = lines[number]
                continue
            source = helper.source
            if formatted and not helper.formatted:
                source = _formatted(source, target)
            out += source.split("\n")
            skip = line.startswith("def ")
        return "\n".join(out), moved


@lru_cache(maxsize=512)
def _formatted(source: str, target: Target) -> str:
    return format_code(textwrap.dedent(source).strip("\n") + "\n", target).rstrip("\n")


@lru_cache(maxsize=512)
def _is_definition(source: str) -> bool:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return any(isinstance(s, kinds) for s in ast.parse(textwrap.dedent(source)).body)
