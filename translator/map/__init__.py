"""The mapping stage: a program and its analysis in, a Python tree out."""

from __future__ import annotations

from .context import DecisionUse, RuleUse
from .mapping import map_program
from .program import Mapped

__all__ = ["DecisionUse", "Mapped", "RuleUse", "map_program"]
