"""The classes of typed arrays."""

from __future__ import annotations

from ..analyse import types as t

#: The type codes of the module ``array`` (and of ``struct``), by class.
CODES = {
    "Int8Array": "b",
    "Uint8Array": "B",
    "Uint8ClampedArray": "B",
    "Int16Array": "h",
    "Uint16Array": "H",
    "Int32Array": "i",
    "Uint32Array": "I",
    "Float32Array": "f",
    "Float64Array": "d",
    "BigInt64Array": "q",
    "BigUint64Array": "Q",
}
#: How many bits an element has, of those for whole numbers.
BITS = {"b": 8, "B": 8, "h": 16, "H": 16, "i": 32, "I": 32}
#: Classes whose instances console.log can be told to show.
SHOWN = frozenset(CODES) - {"BigInt64Array", "BigUint64Array"}


def class_of(types: t.Type) -> str | None:
    """The one class of typed arrays that a type stands for, beside null."""
    names = {
        a.name.removeprefix("typed.") if isinstance(a, t.HostAtom) else ""
        for a in types - t.NULLISH
    }
    name = names.pop() if len(names) == 1 else ""
    return name if name in CODES else None
