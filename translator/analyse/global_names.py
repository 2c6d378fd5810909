"""The names that ECMAScript and Node give, and what ``typeof`` says of each."""

from __future__ import annotations

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
