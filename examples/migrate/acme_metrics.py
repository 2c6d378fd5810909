"""The Python counterpart of acme-metrics, written by hand, as its users want it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")

_counts: Counter[str] = Counter()


def increment(name: str, by: int = 1) -> None:
    """Add to a counter."""
    _counts[name] += by


async def timed(name: str, work: Callable[[], Awaitable[T]]) -> T:
    """Do some work, and count that it was done, or that it failed."""
    try:
        value = await work()
    except Exception:
        increment(f"{name}.failed")
        raise
    increment(f"{name}.ok")
    return value


def snapshot() -> dict[str, int]:
    """All counters, by name."""
    return dict(sorted(_counts.items()))
