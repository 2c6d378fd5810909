"""Words of rules about JSON: what ``json.dumps`` writes as JSON.stringify does."""

from __future__ import annotations

import re
from functools import cached_property

from ..analyse import types as t
from ..analyse.types import Type
from ..parse import nodes as n
from .replacement_words import ReplacementWords

#: Characters that only one of both languages takes for white space, or their escapes.
_ODD_SPACES = re.compile(
    "[\ufeff\x1c-\x1f\x85]|\\\\u(?:[fF][eE][fF][fF]|001[c-fC-F]|0085)|\\\\x(?:1[c-fC-F]|85)"
)


class JsonWords(ReplacementWords):
    def is_plain_json(self, node: n.Node) -> bool:
        """Whether ``json.dumps`` writes a value as JSON.stringify does."""
        types = self.type_of(node)
        return (
            bool(types)
            and self.plain_json(types, set())
            and not self.finds_nothing(node)
            and not self.makes_surrogates
            # (Where nobody catches it, one error is as good as the other.)
            and not (self.catches and self.may_hold_itself(types))
        )

    def may_hold_itself(self, types: Type) -> bool:
        """Whether an object may be among what it holds: JSON.stringify throws a TypeError
        (ECMA-262 25.5.2.4), where Python's encoder raises a ValueError."""
        done: set[t.Atom] = set()

        def held(atom: t.Atom) -> Type:
            cells = list(getattr(atom, "props", {}).values())
            cells += [getattr(atom, "elem", None), getattr(atom, "dynamic", None)]
            return frozenset().union(*(c.types for c in cells if c is not None))

        def returns(atom: t.Atom, around: frozenset[t.Atom]) -> bool:
            if atom in around:
                return True
            if atom in done or not isinstance(atom, (t.ArrayAtom, t.ObjectAtom)):
                return False
            done.add(atom)
            return any(returns(inner, around | {atom}) for inner in held(atom))

        return any(returns(atom, frozenset()) for atom in types)

    def plain_json(self, types: Type, seen: set[t.Atom]) -> bool:
        for atom in types:
            if atom in seen or atom in (t.STRING, t.BOOLEAN, t.NULL, t.NAT, t.INT):
                continue
            seen.add(atom)
            if isinstance(atom, t.ArrayAtom):
                # An element that is undefined is null in JSON.
                if not self.plain_json(atom.elem.types - t.T_UNDEFINED, seen):
                    return False
            elif isinstance(atom, t.ObjectAtom):
                if self.representation.is_instance(atom) or "toJSON" in atom.props:
                    return False
                if atom.dynamic.types or any(name.isdigit() for name in atom.props):
                    return False
                if not all(self.plain_json(c.types, seen) for c in atom.props.values()):
                    return False
            else:
                return False
        return True

    def holds_collection(self, node: n.Node) -> bool:
        """Whether a value is, or holds, a Map or Set that is held as a dict."""
        return any(
            isinstance(a, t.MapAtom)
            or (isinstance(a, t.SetAtom) and self.representation.is_ordered(a))
            for a in self.deep_atoms(self.type_of(node))
        )

    @cached_property
    def has_odd_spaces(self) -> bool:
        """Whether the program writes characters that are white space in one language only."""
        return bool(_ODD_SPACES.search(self.source.text))

    @cached_property
    def makes_surrogates(self) -> bool:
        """Whether halves of characters may stand alone in texts of the program."""
        if not re.search(r"\\u[dD][89a-fA-F]|fromCharCode", self.source.text):
            return False
        return self.has_astral

    def held_nothing(self, node: n.Node) -> Type:
        """Which of undefined and null the properties of a value may be."""
        found: Type = t.NEVER
        seen: set[t.Atom] = set()
        stack: list[t.Atom] = list(self.type_of(node))
        if stack and t.ANY not in stack:
            found |= frozenset(stack) & t.T_NULL
        while stack:
            atom = stack.pop()
            if atom in seen:
                continue
            seen.add(atom)
            if atom is t.ANY:
                found |= t.T_NULL
            elif isinstance(atom, t.ArrayAtom):
                stack.extend(atom.elem.types - t.NULLISH)
            elif isinstance(atom, (t.ObjectAtom, t.InstanceAtom)):
                cells = list(atom.props.values())
                if isinstance(atom, t.ObjectAtom):
                    cells.append(atom.dynamic)
                for cell in cells:
                    found |= cell.types & t.NULLISH
                    stack.extend(cell.types - t.NULLISH)
        return found
