"""Types of what is handed on: to the listeners of an EventEmitter, by a signal as its reason."""

from __future__ import annotations

from ..parse import nodes as n
from . import types as t
from .promise_calls import PromiseCalls
from .scopes import Scopes
from .signatures import Signatures
from .types import Type

_LISTENING = frozenset(
    "on once addListener prependListener prependOnceListener".split()
)
#: How many arguments of an event are told apart.
_EVENT_ARGUMENTS = 6


class EventCalls(PromiseCalls):
    def __init__(self, scopes: Scopes, signatures: Signatures) -> None:
        super().__init__(scopes, signatures)
        #: what is emitted, by the name of the event and the place of the argument
        self.events: dict[str, list[t.Cell]] = {}
        #: what signals are aborted with, besides errors of the host
        self.reasons = t.Cell()

    def event(
        self,
        emitters: Type,
        method: str,
        arguments: list[Type],
        spread: Type | None,
        node: n.CallExpression,
    ) -> Type | None:
        """Listeners are given what the program emits under the name of their event."""
        name = node.arguments[0] if node.arguments else None
        if not isinstance(name, n.StringLiteral) or spread is not None:
            return None
        if method == "emit":
            known = [t.T_BOOLEAN, *arguments[1:]]
            for cell, types in zip(self.event_cells(name.value), known):
                self.widen(cell, types)
            return t.T_BOOLEAN
        if method in _LISTENING and len(arguments) > 1:
            emitted, *given = map(self.read, self.event_cells(name.value))
            while given and not given[-1]:
                given.pop()
            if emitted:
                self.call_all(arguments[1], given, node)
            return emitters
        return None

    def event_cells(self, name: str) -> list[t.Cell]:
        """Whether an event is emitted at all, then what its arguments are."""
        cells = self.events.get(name)
        if cells is None:
            cells = self.events[name] = [t.Cell() for _ in range(1 + _EVENT_ARGUMENTS)]
        return cells

    # -- signals -------------------------------------------------------------------------

    def abort_reason(self) -> Type:
        """What an aborted signal has as its reason."""
        return self.read(self.reasons) | {self.error("Error")}

    def signalled(self, owner: str, method: str, arguments: list[Type]) -> None:
        """An abort gives the reason; ``throwIfAborted`` throws it."""
        if method == "abort" and arguments:
            self.widen(self.reasons, arguments[0] - t.T_UNDEFINED)
        elif method == "timeout" and owner == "AbortSignal":
            self.widen(self.reasons, frozenset({self.error("TimeoutError")}))
        elif method == "throwIfAborted":
            self.widen(self.thrown, self.abort_reason())
