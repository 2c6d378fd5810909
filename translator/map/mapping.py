"""Which mapping a program gets: the usual one, or that of ``--order exact``."""

from __future__ import annotations

from ..analyse import Analysis
from ..options import Options, Order
from ..parse import nodes as n
from ..rules import RuleBook
from ..source import SourceText
from .exact import ExactProgramMapper
from .program import Mapped, ProgramMapper


def map_program(
    program: n.Program,
    analysis: Analysis,
    rulebook: RuleBook,
    source: SourceText,
    options: Options,
) -> Mapped:
    """Make the Python tree of a program. What has no counterpart becomes a diagnostic."""
    del program
    exact = options.order is Order.EXACT
    mapper = ExactProgramMapper if exact else ProgramMapper
    return mapper(analysis, rulebook, source, options).map()
