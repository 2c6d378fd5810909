"""Why a translation's concurrency looks as it does: ``explain``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .rules.decisions import Alternative, decision_for, load_decisions

if TYPE_CHECKING:
    from .api import Translation


@dataclass(frozen=True, slots=True)
class Explanation:
    """One decision: which construct stands for a piece of the source, and why.

    ``rule``: the id of the mapping rule, None where the translator decided by itself.
    ``instead``: what else might have been taken. Lines and columns count from 1.
    """

    takes: str
    why: str
    instead: tuple[Alternative, ...]
    rule: str | None
    line: int
    column: int
    end_line: int
    end_column: int


def explain(translation: Translation) -> tuple[Explanation, ...]:
    """The decisions about concurrency in a translation, in the order of the source."""
    found = [*_of_rules(translation), *_of_the_translator(translation)]
    return tuple(sorted(found, key=lambda e: (e.line, e.column, -e.end_line)))


def _of_rules(translation: Translation) -> Iterator[Explanation]:
    for use in translation.rules:
        decision = decision_for(use.id)
        if decision is not None:
            yield Explanation(
                decision.takes, decision.why, decision.instead, use.id,
                use.line, use.column, use.end_line, use.end_column,
            )  # fmt: skip


def _of_the_translator(translation: Translation) -> Iterator[Explanation]:
    decisions = load_decisions()
    for use in translation.decisions:
        decision = decisions[use.id]
        yield Explanation(
            decision.takes, decision.why, decision.instead, None,
            use.line, use.column, use.end_line, use.end_column,
        )  # fmt: skip
