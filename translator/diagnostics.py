"""What the translator has to say about a source text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Level(str, Enum):
    """``error``: refused; ``warning``: behaves differently, as the message says;
    ``note``: differs only by raising where JavaScript carries on."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding, at a half-open range of the source.

    ``code`` is ``J2A`` and three digits: 0xx refused, 1xx warnings, 2xx notes, 9xx syntax.
    Lines and columns count from 1; ``end_line`` and ``end_column`` point behind the range.
    ``hint`` says what to do next.
    """

    code: str
    level: Level
    message: str
    filename: str
    line: int
    column: int
    end_line: int
    end_column: int
    hint: str | None = None

    def __str__(self) -> str:
        return (
            f"{self.filename}:{self.line}:{self.column}: "
            f"{self.level.value}[{self.code}]: {self.message}"
        )
