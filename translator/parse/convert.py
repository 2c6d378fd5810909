"""The tree that esprima built -> the tree of ``nodes.py``.

In: the untyped objects of esprima, each with ``type`` and ``range``. Out: our nodes, which
own all they hold, so that esprima's tree can go. One dictionary look-up by ``type`` leads
from a node to the function that converts it; nothing else is looked up, since this pass
runs over every node of every file. Only this module and the ones it is made of
(dispatch.py, expressions.py, statements.py) know esprima's shapes.
"""

from __future__ import annotations

from typing import Any

from . import expressions, statements
from . import nodes as N
from .dispatch import EarlyError, many
from .early_errors import EarlyErrors

__all__ = ["EarlyError", "convert_program"]

# Imported for what they put into the table.
_ = expressions, statements


def convert_program(tree: Any, length: int) -> N.Program:
    """esprima's ``Program`` of a source text of ``length`` characters -> ours.

    Raises EarlyError where the tree shows what esprima let pass.
    """
    body = many(tree.body)
    statements.check_declarations(body)
    program = N.Program(body, tree.sourceType, start=0, end=length)
    EarlyErrors(program)
    return program
