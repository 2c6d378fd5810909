"""Which mapping a program gets, by its options."""

from __future__ import annotations

from ..analyse import Analysis
from ..options import Options, Order
from ..parse import nodes as n
from ..rules import RuleBook
from ..source import SourceText
from .eager import EagerProgramMapper
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
    mapper: type[ProgramMapper] = ProgramMapper
    if options.order is Order.EXACT:
        mapper = ExactProgramMapper
    elif options.target.version >= (3, 12):
        mapper = EagerProgramMapper
    return mapper(analysis, rulebook, source, options).map()
