"""Which global names there are, what typeof says of them, and which may be missing."""

from __future__ import annotations

from functools import cached_property

from ..analyse.initialization import in_dead_zone
from ..parse import nodes as n
from .error_tests import ErrorTests

#: What the globals of ECMAScript and of Node are; any other is undefined.
GLOBALS: dict[str, str] = {
    **dict.fromkeys(
        "Array ArrayBuffer BigInt BigInt64Array BigUint64Array Boolean DataView Date Error "
        "AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError "
        "FinalizationRegistry Float32Array Float64Array Function Int16Array Int32Array "
        "Int8Array Map Number Object Promise Proxy RegExp Set SharedArrayBuffer String Symbol "
        "Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet "
        "decodeURI decodeURIComponent encodeURI encodeURIComponent escape eval isFinite isNaN "
        "parseFloat parseInt unescape AbortController AbortSignal Blob Buffer Event "
        "EventTarget FormData Headers MessageChannel ReadableStream Request Response "
        "TextDecoder TextEncoder URL URLSearchParams atob btoa clearImmediate clearInterval "
        "clearTimeout fetch queueMicrotask require setImmediate setInterval setTimeout "
        "structuredClone".split(),
        "function",
    ),
    **dict.fromkeys(
        "arguments Atomics Intl JSON Math Reflect WebAssembly console crypto exports global globalThis "
        "module performance process".split(),
        "object",
    ),
    **dict.fromkeys(("NaN", "Infinity"), "number"),
    **dict.fromkeys(("__filename", "__dirname"), "string"),
}


class KnownGlobals(ErrorTests):
    @cached_property
    def unresolved(self) -> set[n.Identifier]:
        """What stands for globals that Node does not have."""
        return {
            node
            for name, nodes in self.scopes.globals.items()
            if name not in GLOBALS and name != "undefined"
            for node in nodes
        }

    def may_be_no_name(self, node: n.Node) -> bool:
        """Whether a name may have no value, so that reading it is a ReferenceError."""
        if not isinstance(node, n.Identifier):
            return False
        binding = self.scopes.binding_of.get(node)
        return node in self.unresolved or (
            binding is not None and binding.kind == "global"
        )

    def may_fail_by_name(self, node: n.Node) -> bool:
        """Whether there is such a name in an expression, besides in its functions."""
        return any(self.may_be_no_name(part) for part in n.walk_own(node))

    def check_value_yet(self, node: n.Node) -> None:
        """What ``typeof`` is asked of: a name that has no value yet raises, one that is
        declared nowhere may be undefined."""
        binding = self.scopes.binding_of.get(node)  # type: ignore[call-overload]
        if binding is None:
            return
        assert isinstance(node, n.Identifier)
        if in_dead_zone(self.scopes, node, binding):
            self.expr(node)
        elif binding.kind == "global":
            self.warn(
                node,
                f"typeof of {node.name!r}, which is declared nowhere: before it is "
                "assigned, JavaScript gives 'undefined'",
                "declare it with let.",
            )
