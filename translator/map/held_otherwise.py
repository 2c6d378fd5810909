"""Values that Python holds as an object of another kind, where a function looks at the kind:
the matches of patterns, collections, objects of the host."""

from __future__ import annotations

from ..analyse import types as t
from ..parse import nodes as n
from .entry_checks import EntryChecks

#: Functions that ask, of an argument, whether it is an array, or take one apart.
_OF_ARRAYS = frozenset({"Array.isArray", "Array#concat", "Array#flat"})
#: Functions that make texts of the elements of what they are called on.
_JOINING = frozenset({"Array#join", "Array#toString", "Array#toLocaleString"})


class HeldOtherwise(EntryChecks):
    def check_held(self, node: n.CallExpression) -> None:
        """Refuse a call of a function of JavaScript that would see another kind of value."""
        names = self.builtins_called(node)
        if not names:
            return
        given = t.join(map(self.type_of, node.arguments))
        receiver = (
            self.type_of(node.callee.object)
            if isinstance(node.callee, n.MemberExpression)
            else t.NEVER
        )
        if names & _OF_ARRAYS:
            held = t.join(a.elem.types for a in receiver if isinstance(a, t.ArrayAtom))
            if t.MATCH in given | (held if "Array#flat" in names else t.NEVER):
                raise self.refuse(
                    node, "a match as an array: make one of it first, [...match]"
                )
        if any(name.startswith("Number.is") for name in names) and t.BIGINT in given:
            raise self.refuse(node, "a BigInt is no number: it is an int in Python")
        if names & _JOINING or any(
            isinstance(a, t.BuiltinAtom) and a.name == "String" for a in given
        ):
            arrays = frozenset(a for a in receiver if isinstance(a, t.ArrayAtom))
            self.check_told(arrays, node)
            self.note_converted(arrays, node, as_text=True)
        if names & {"Array#sort", "Array#toSorted"} and not node.arguments:
            self.note_converted(receiver, node, as_text=True)
        if "String" in names and t.SYMBOL in given and given != t.T_SYMBOL:
            raise self.refuse(node, "the text of what may be a symbol")
        if "Object.assign" in names and any(
            isinstance(a, t.ArrayAtom) for a in self.type_of(node.arguments[0])
        ):
            raise self.refuse(node, "properties of an array")
        if "Object.freeze" in names and any(isinstance(a, t.HostAtom) for a in given):
            raise self.refuse(node, "freezing what Python cannot freeze")
