"""Typed arrays: ``array.array``, or a ``memoryview`` of one (ECMA-262 section 23.2).

What they may not hold raises in Python, where JavaScript takes its lower bits; so a value
that is not known to be in range is cut off where it is stored.
"""

from __future__ import annotations

import ast
import math
from collections.abc import Callable
from functools import cache
from typing import Any

from ..analyse import types as t
from ..analyse.written_buffers import is_buffer
from ..parse import nodes as n
from ..pytree import build as b
from ..rules import Rule
from ..rules.pattern import metavariable
from .intervals import Interval
from .path_words import PathWords
from .typed_kinds import BITS, CODES, class_of

#: Methods that only read: what is right for a list is right for an array.
_READING = frozenset(
    "at entries every find findIndex findLast findLastIndex forEach includes indexOf "
    "join keys lastIndexOf length reduce reduceRight some values".split()
)


#: A memoryview has no method ``index``.
_OF_VIEWS = frozenset({"indexOf", "lastIndexOf"})
#: Those of a Buffer look for bytes and texts, too.
_OF_BUFFERS = _OF_VIEWS | {"includes", "length"}


class TypedArrays(PathWords):
    @classmethod
    def typed_words(cls) -> dict[str, Callable[[Any, n.Node], bool]]:
        return {
            **cls.path_words(),
            "@typed": lambda self, node: self.typed_class(node) is not None,
            "@typed_integers": lambda self, node: self.typed_class(node)
            not in (None, "Float32Array", "Float64Array"),
            "@typedclass": lambda self, node: isinstance(node, n.Identifier)
            and node.name in CODES
            and node not in self.scopes.binding_of,
            "@written": lambda self, node: self.representation.buffers.is_written(node),
            "@view": lambda self, node: self.representation.buffers.is_view(node),
            "@noview": lambda self, node: not self.representation.buffers.is_view(node),
            "@bytevalue": lambda self, node: Interval(0, 255).covers(
                self.range_of(node)
            ),
            "@unit": lambda self, node: Interval(0, 0xFFFF).covers(self.range_of(node)),
            "@writable": lambda self, node: self.representation.buffers.takes_writes(
                node
            ),
            "@views": lambda self, node: self.makes_views,
        }

    def typed_class(self, node: n.Node) -> str | None:
        """Which one class of typed arrays a value surely is an instance of."""
        return class_of(self.type_of(node))

    def element_class(self, node: n.Node) -> str | None:
        """As ``typed_class``; what is written into a Buffer is cut off as in a Uint8Array."""
        if self.representation.buffers.takes_writes(node):
            return "Uint8Array"
        return self.typed_class(node)

    @property
    def makes_views(self) -> bool:
        """Whether two typed arrays of the program may share a buffer."""
        found: bool | None = self.__dict__.get("_makes_views")
        if found is None:
            found = self.__dict__["_makes_views"] = any(
                isinstance(atom, t.HostAtom)
                and atom.name in ("typed.ArrayBuffer", "typed.DataView")
                for atom in self.analysis.inference.sites.values()
            ) or any(
                "subarray" in used
                for name, used in self.analysis.inference.members_used.items()
                if name.startswith("typed.")
            )
        return found

    def typed_part(self, node: n.Node, path: str) -> ast.expr | None:
        """``XS.typecode``: of a typed array, or of its class."""
        if path != "typecode":
            return None
        name = self.typed_class(node)
        if name is None:
            assert isinstance(node, n.Identifier)
            name = node.name
        return b.const(CODES[name])

    def other_methods(self, atom: t.Atom) -> frozenset[str]:
        """Methods for which the rules of lists are not right."""
        if is_buffer(atom):
            return _OF_BUFFERS
        return _OF_VIEWS if self.makes_views else frozenset()

    # -- what is stored ------------------------------------------------------------------

    def stored_in(
        self, target: n.MemberExpression, value: ast.expr, node: n.Node
    ) -> ast.expr:
        """A value as the typed array holds it that ``target`` is an element of."""
        name = self.element_class(target.object)
        if name is None or not target.computed:
            return value
        self.note(target, "an index out of range raises IndexError in Python")
        types = self.type_of(node)
        return self.cut_off(name, value, types, self.range_of(node), node)

    def added_to(self, target: n.Node, node: n.Node) -> str | None:
        """The class of which ``target`` is an element, where a sum is cut off in it.

        The wide ones take a sum as it is: what they cannot hold raises.
        """
        if not isinstance(target, n.MemberExpression) or not target.computed:
            return None
        name = self.element_class(target.object)
        if name is None or BITS.get(CODES[name], 32) < 32:
            return name
        self.note(node, "what such an array cannot hold raises in Python")
        return None

    def cut_off(
        self,
        name: str,
        value: ast.expr,
        types: t.Type,
        held: Interval,
        node: n.Node,
    ) -> ast.expr:
        """The lower bits of a value, as many as an element has (ToInt8 and its kin)."""
        code = CODES[name]
        bits = BITS.get(code)
        number = self.analysis.inference.constant_number(node)
        if bits and number is not None and isinstance(value, ast.Constant):
            return b.const(held_of(number, bits, code.islower(), name))
        if bits is None or not types <= t.NUMBERS:
            self.note(node, "what such an array cannot hold raises in Python")
            return value
        signed = code.islower()
        low = -(2 ** (bits - 1)) if signed else 0
        whole = types <= t.INTEGERS
        if whole and Interval(low, low + 2**bits - 1).covers(held):
            return value
        if name == "Uint8ClampedArray":
            return self.helper("clamp_byte", value)
        if not whole:
            value = self.helper("to_int32" if signed else "to_uint32", value)
            if bits == 32:
                return value
        if signed:
            return self.helper("wrap_signed", b.const(bits), value)
        return b.binop(value, "&", b.const(2**bits - 1))


def held_of(number: float, bits: int, signed: bool, name: str) -> int:
    """What is stored of a number (ECMA-262 section 7.1.6 and those behind it)."""
    if name == "Uint8ClampedArray":
        return 0 if math.isnan(number) else round(min(max(number, 0.0), 255.0))
    lower = int(number) % 2 ** bits if math.isfinite(number) else 0
    return lower - 2**bits if signed and lower >= 2 ** (bits - 1) else lower


@cache
def only_reads(rule: Rule, name: str, without: frozenset[str]) -> bool:
    """Whether a rule for arrays does nothing with a capture but look at its elements.

    ``without``: methods that are others there.
    """
    methods = _READING - without
    parents = {
        child: node for node in n.walk(rule.pattern) for child in n.children(node)
    }
    for node, parent in parents.items():
        if metavariable(node) != name:
            continue
        above = parents.get(parent)
        if isinstance(parent, n.SpreadElement) and isinstance(above, n.CallExpression):
            continue
        if isinstance(parent, n.MemberExpression) and parent.object is node:
            if isinstance(above, n.AssignmentExpression) and above.left is parent:
                return False
            if parent.computed or getattr(parent.property, "name", "") in methods:
                continue
        return False
    return True
