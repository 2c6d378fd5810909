"""Why a construct of concurrency became what it is: the texts of ``--explain``.

They are data, in ``mappings/decisions``: for the ids of mapping rules, and for what the
translator decides itself.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache

from .resources import mappings_directory


@dataclass(frozen=True, slots=True)
class Alternative:
    """What might have been taken instead, and why it was not."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Decision:
    """``takes``: the construct of asyncio; ``rules``: patterns of the ids it is for."""

    id: str
    takes: str
    why: str
    instead: tuple[Alternative, ...] = ()
    rules: tuple[str, ...] = ()


@cache
def load_decisions() -> Mapping[str, Decision]:
    """All decisions, by id."""
    return {decision.id: decision for decision in _read()}


@cache
def decision_for(rule_id: str) -> Decision | None:
    """The decision that a mapping rule stands for; None for a rule of something else."""
    for decision in load_decisions().values():
        if any(fnmatchcase(rule_id, pattern) for pattern in decision.rules):
            return decision
    return None


def _read() -> Iterator[Decision]:
    for path in sorted((mappings_directory() / "decisions").glob("*.toml")):
        for table in tomllib.loads(path.read_text(encoding="utf-8"))["decision"]:
            yield Decision(
                id=table["id"],
                takes=table["takes"],
                why=table["why"],
                instead=tuple(Alternative(**each) for each in table.get("instead", ())),
                rules=tuple(table.get("rules", ())),
            )
