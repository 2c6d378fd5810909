"""What a user may choose for a translation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Target(str, Enum):
    """The oldest Python that the output has to run on."""

    PY311 = "py311"
    PY312 = "py312"
    PY313 = "py313"
    PY314 = "py314"

    @property
    def version(self) -> tuple[int, int]:
        return 3, int(self.value[3:])


class Style(str, Enum):
    """What ``Promise.all`` becomes."""

    GATHER = "gather"
    TASKGROUP = "taskgroup"


class Order(str, Enum):
    """Which order of things is kept: that of timers, awaits and calls, or every tick."""

    TIMERS = "timers"
    EXACT = "exact"


class Naming(str, Enum):
    """``pep8`` renames to Python's customs, ``keep`` renames only where it must."""

    PEP8 = "pep8"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Options:
    """The options of one translation; hashable, so that a cache can key on them.

    ``mappings``: files of the user's own rules (TOML), which win over the built-in ones,
    later files over earlier ones. ``task_names``: tasks are named by what they do.
    """

    target: Target = Target.PY311
    style: Style = Style.GATHER
    naming: Naming = Naming.PEP8
    mappings: tuple[Path, ...] = ()
    order: Order = Order.TIMERS
    task_names: bool = False
