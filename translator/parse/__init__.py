"""The first stage: the text of a JavaScript file -> its tree, with the comments attached.

``parse`` is all that the other stages need; the tree's classes are in ``nodes.py``.
"""

from __future__ import annotations

from ..deep import run_deep
from ..source import SourceText
from .comments import attach_comments
from .nodes import Program
from .reader import read

__all__ = ["parse"]


def parse(source: SourceText) -> Program:
    """The tree of a source text.

    Raises JavaScriptSyntaxError where the text is not JavaScript, and SourceTooDeepError
    where it nests too deeply; nothing else.
    """
    return run_deep(_parse, source)


def _parse(source: SourceText) -> Program:
    program, comments = read(source)
    attach_comments(program, comments, source)
    return program
