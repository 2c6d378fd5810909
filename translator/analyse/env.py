"""What is known of names at one place of a function.

An ``Env`` is never changed: assigning a name gives another one. Both share what they agree
upon, so that a program with many names does not pay for all of them at each assignment,
and two branches are compared by what they changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isqrt
from typing import TYPE_CHECKING

from .types import Type

if TYPE_CHECKING:
    from .scopes import Binding

_Known = dict["Binding", Type | None]
#: How many changes are kept beside the shared part at least, before a new one is made.
_CHANGES = 16


class Env:
    """The types of some names; ``changes`` go before ``shared``, None is "not known"."""

    __slots__ = ("shared", "changes")

    def __init__(
        self, shared: Mapping[Binding, Type], changes: _Known | None = None
    ) -> None:
        self.shared = shared
        self.changes: _Known = changes if changes is not None else {}

    def get(self, binding: Binding) -> Type | None:
        if binding in self.changes:
            return self.changes[binding]
        return self.shared.get(binding)

    def with_type(self, binding: Binding, types: Type | None) -> Env:
        """The same, but for one name; None: nothing is known of it."""
        changes = {**self.changes, binding: types}
        if len(changes) <= max(_CHANGES, isqrt(len(self.shared))):
            return Env(self.shared, changes)
        return Env(dict(Env(self.shared, changes)))

    def __iter__(self) -> Iterator[tuple[Binding, Type]]:
        for binding, types in self.shared.items():
            if binding not in self.changes:
                yield binding, types
        for binding, changed in self.changes.items():
            if changed is not None:
                yield binding, changed


def merge(first: Env | None, second: Env | None) -> Env | None:
    """What is known where two ways meet; None is a way that does not arrive."""
    if first is None:
        return second
    if second is None or first is second:
        return first
    if first.shared is second.shared:
        changes: _Known = {}
        for binding in first.changes.keys() | second.changes.keys():
            one, other = first.get(binding), second.get(binding)
            if one is None or other is None:
                changes[binding] = None
            else:
                changes[binding] = one if one is other else one | other
        return Env(first.shared, changes)
    merged: dict[Binding, Type] = {}
    for binding, types in first:
        same = second.get(binding)
        if same is not None:
            merged[binding] = types if same is types else types | same
    return Env(merged)
