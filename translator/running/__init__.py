"""Runs a program under Node and, translated, under Python, and compares what both did.

One piece of code for ``js2aio verify``, the pages of ``js2aio docs`` and the tests of js2aio
itself. Programs are executed as they are, with the rights of the caller: this is no sandbox.
"""

from ..files import SUFFIXES
from .comparing import Comparison, compare
from .process import Run, Stop
from .programs import Scratch, find_node, run_node, run_python
from .records import has_record, read_input, read_record, write_record

__all__ = [
    "SUFFIXES",
    "Comparison",
    "Run",
    "Scratch",
    "Stop",
    "compare",
    "find_node",
    "has_record",
    "read_input",
    "read_record",
    "run_node",
    "run_python",
    "write_record",
]
