"""Which variables of one function have a Python name, and whether another may have it too.

Variables that need one name each are many in real files (``x`` of each callback): they are
kept by the scopes that they stand in, so that another one is not compared with each of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ..analyse.scopes import Binding, Scope
from ..parse import nodes as n
from .context import FunctionContext


class Sharing:
    """Says which variables may have one name; the same for all names of a program."""

    def __init__(
        self,
        home: Mapping[Binding, FunctionContext],
        comprehended: Collection[Binding],
        spans: Mapping[Binding, n.Node],
        module: FunctionContext,
    ) -> None:
        self.home = home
        self.comprehended = frozenset(comprehended)
        self.spans = spans
        self.module = module
        #: what is assigned by a ``for`` statement
        self.looped: set[Binding] = set()

    def home_of(self, binding: Binding) -> FunctionContext:
        """The function of the output that holds a name."""
        return self.home.get(binding, self.module)

    def is_alone(self, binding: Binding) -> bool:
        """Whether none but what a comprehension binds may have its name, too."""
        return binding not in self.comprehended and bool(
            binding.temporary or binding.captured_by
        )

    def is_usual(self, binding: Binding) -> bool:
        """Whether scopes alone say which others may have its name."""
        if binding.temporary or binding in self.spans:
            return False
        if binding in self.comprehended:
            return binding not in self.looped
        return not binding.captured_by

    def may_share(self, a: Binding, c: Binding) -> bool:
        """Whether two variables of a function may have the same Python name."""
        if a.name != c.name:
            return False
        if self.home_of(a) is not self.home_of(c):
            return False
        if (a in self.looped or c in self.looped) and not (a.temporary and c.temporary):
            # A loop within the function that the other one is a parameter of.
            if _inside_of(a.scope, c.scope) or _inside_of(c.scope, a.scope):
                return False
        if (a.temporary or c.temporary) and self.comprehended.isdisjoint((a, c)):
            return False
        if a.temporary and not c.temporary:
            # What a template binds may not hide a name that is read inside of it.
            return c in self.comprehended and not _overlap(a.node, c.function)
        if a in self.comprehended or c in self.comprehended:
            return a.scope is not c.scope
        if a.captured_by or c.captured_by:
            return False
        if a in self.spans and c in self.spans:
            # One of them is set while the other is still needed.
            if _overlap(self.spans[a], self.spans[c]):
                return False
        return not (_inside_of(a.scope, c.scope) or _inside_of(c.scope, a.scope))


class Holders:
    """The variables that have one name, as one function of the output sees them."""

    def __init__(self, sharing: Sharing) -> None:
        self.sharing = sharing
        self.all: list[Binding] = []
        #: whether one of them shares with none but what a comprehension binds
        self.closed = False
        self._unusual: list[Binding] = []
        self._alike: set[tuple[str, FunctionContext]] = set()
        self._plain, self._looped, self._comprehended = _Scopes(), _Scopes(), _Scopes()

    def add(self, binding: Binding) -> None:
        """Let a variable have the name."""
        sharing = self.sharing
        self.all.append(binding)
        self.closed = self.closed or sharing.is_alone(binding)
        if not sharing.is_usual(binding):
            self._unusual.append(binding)
            return
        self._alike.add((binding.name, sharing.home_of(binding)))
        if binding in sharing.comprehended:
            self._comprehended.add(binding.scope)
        elif binding in sharing.looped:
            self._looped.add(binding.scope)
        else:
            self._plain.add(binding.scope)

    def admit(self, binding: Binding) -> bool:
        """Whether one more variable may have the name: ``may_share`` with each of them."""
        sharing = self.sharing
        comprehended = binding in sharing.comprehended
        if self.closed and not comprehended:
            return False
        if not sharing.is_usual(binding):
            return all(sharing.may_share(binding, other) for other in self.all)
        if not all(sharing.may_share(binding, other) for other in self._unusual):
            return False
        if not self._alike:
            return True
        if self._alike != {(binding.name, sharing.home_of(binding))}:
            return False
        scope = binding.scope
        if self._looped.nested_with(scope):
            return False
        if comprehended:
            return scope not in self._plain.own and scope not in self._comprehended.own
        if self._plain.nested_with(scope):
            return False
        if binding in sharing.looped:
            return not self._comprehended.nested_with(scope)
        return scope not in self._comprehended.own


class _Scopes:
    """Scopes, asked about whether one of them is around another, or inside."""

    def __init__(self) -> None:
        self.own: set[Scope] = set()
        self._around: set[Scope] = set()

    def add(self, scope: Scope) -> None:
        self.own.add(scope)
        for outer in _outward(scope):
            if outer in self._around:
                break
            self._around.add(outer)

    def nested_with(self, scope: Scope) -> bool:
        """Whether one of them is the scope, around it or inside of it."""
        if not self.own:
            return False
        return scope in self._around or not self.own.isdisjoint(_outward(scope))


def _outward(scope: Scope) -> Iterator[Scope]:
    """A scope and those around it."""
    current: Scope | None = scope
    while current is not None:
        yield current
        current = current.parent


def _overlap(a: n.Node, c: n.Node) -> bool:
    return a.start < c.end and c.start < a.end


def _inside_of(inner: Scope, outer: Scope) -> bool:
    return any(scope is outer for scope in _outward(inner))
