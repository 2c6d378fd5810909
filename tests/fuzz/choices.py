"""Where a grammar's choices come from.

A program is made by a sequence of small numbers. Each choice takes the next one; behind
the end all choices are 0, for which grammars keep their simplest alternative. So every
sequence gives a valid program, and a shorter or smaller sequence a simpler one.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

#: One more than the largest number of a sequence.
LIMIT = 1 << 16


class Choices:
    """Gives choices from a sequence, or random ones; ``taken`` is what was given."""

    def __init__(self, source: Random | Sequence[int]) -> None:
        self._random = source if isinstance(source, Random) else None
        self._given = () if isinstance(source, Random) else source
        self.taken: list[int] = []

    def below(self, limit: int) -> int:
        """A number from 0 to ``limit - 1``."""
        if self._random is not None:
            number = self._random.randrange(limit)
        elif len(self.taken) < len(self._given):
            number = self._given[len(self.taken)] % limit
        else:
            number = 0
        self.taken.append(number)
        return number
