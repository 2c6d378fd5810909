"""A whole Python file, as the mapping stage hands it to the emitting one."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from .trivia import Verbatim


@dataclass(slots=True)
class PythonModule:
    """The parts of a file, in the order in which they are written.

    ``header``    comments at the very top (a licence), one string a comment, without ``#``
    ``docstring`` of the module
    ``imports``   import statements, in any order and form: ``import asyncio``,
                  ``from functools import partial``; they are merged and sorted by sections
    ``body``      the program
    ``helpers``   functions and classes that the program needs; where each goes is told in
                  ``emit/layout.py``. A helper may use another one.
    ``entry``     the statements under ``if __name__ == "__main__":``; None: no such block
    """

    docstring: str | None = None
    header: list[str] = field(default_factory=list)
    imports: set[str] = field(default_factory=set)
    body: list[ast.stmt] = field(default_factory=list)
    helpers: list[Verbatim] = field(default_factory=list)
    entry: list[ast.stmt] | None = None
