"""How a translation stands to the program that it was made from."""

from __future__ import annotations

from enum import Enum


class Status(str, Enum):
    """By the promise of the project: the same, or said that it is not.

    ``SAME``: prints the same, writes the same files, ends with the same exit code.
    ``REFUSED``: an error among the diagnostics says that something has no counterpart.
    ``WARNED``: does something else, and a warning says so. ``LOUD``: did the same until it
    raised where JavaScript carries on, and a note says so. ``DIFFERENT``: does something else,
    and nothing was said. ``BROKEN``: the translator failed, or its output does not compile.
    ``VARIES``: Node itself, or the translation, does not do the same twice, so that one run
    shows nothing. ``UNDECIDED``: Node gave nothing to compare with.
    """

    SAME = "same"
    REFUSED = "refused"
    WARNED = "warned"
    LOUD = "loud"
    DIFFERENT = "different"
    BROKEN = "broken"
    VARIES = "varies"
    UNDECIDED = "undecided"

    @property
    def honest(self) -> bool:
        """Whether js2aio kept its promise, as far as this shows."""
        return self not in (Status.DIFFERENT, Status.BROKEN)
