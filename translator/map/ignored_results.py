"""Functions whose results nobody looks at: what listeners and timers call."""

from __future__ import annotations

from ..analyse import types as t
from ..parse import nodes as n
from .early_parameters import EarlyParameters

_LISTENING = frozenset("on once addListener prependListener".split())
_CALLING = frozenset(
    {"setTimeout", "setInterval", "setImmediate", "queueMicrotask", "process.nextTick",
     "process.on", "process.once", "Array#forEach", "Map#forEach", "Set#forEach"}
)  # fmt: skip


class IgnoredResults(EarlyParameters):
    def ignores_result(self, node: n.Function) -> bool:
        """Whether nobody looks at what a function gives: it is a block without a ``return``,
        or a callback of which only the call counts."""
        if isinstance(node.body, n.BlockStatement):
            return not self.scopes.facts[node].returns
        call = self.scopes.parents.get(node)
        if not isinstance(call, n.CallExpression):
            return False
        given: list[n.Node] = [*call.arguments]
        if node not in given:
            return False
        called = self.type_of(call.callee)
        return bool(called) and all(map(self.drops_results, called))

    def drops_results(self, function: t.Atom) -> bool:
        if not isinstance(function, t.BuiltinAtom):
            return False
        owner, _, method = function.name.partition("#")
        return function.name in _CALLING or (
            method in _LISTENING
            and self.analysis.inference.signatures.is_a(owner, "events.EventEmitter")
        )
