"""The analysis: what a program's names, values and promises are. No Python appears here."""

from __future__ import annotations

from .program import Analysis, analyse

__all__ = ["Analysis", "analyse"]
