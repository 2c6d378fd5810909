"""Words of rules about text, and all those of values, patterns, Dates and JSON by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from ..analyse import types as t
from ..parse import nodes as n
from .json_words import JsonWords
from .shown_formats import DIRECTIVE

_BIG = 0x10000


class TextWords(JsonWords):
    @classmethod
    def text_words(cls) -> dict[str, Callable[[Any, n.Node], bool]]:
        return {
            # values
            "@exactly": cls.is_there,
            "@positive": cls.is_positive,
            "@smallint": lambda self, node: self.is_literal_int(node, 1, 10**6),
            "@upto10": lambda self, node: self.is_literal_int(node, 1, 10),
            "@unshared": cls.is_unshared,
            "@nameread": cls.name_is_read,
            # text
            "@nonempty": lambda self, node: self.is_filled(node) or self.nonempty(node),
            "@char": cls.is_char,
            "@oddspaces": lambda self, node: self.has_odd_spaces,
            "@inbounds": cls.is_inside,
            "@ordered_bounds": cls.bounds_are_ordered,
            "@format": cls.is_format,
            "@nodollar": cls.has_no_dollar,
            "@plainreplacement": lambda self, node: self.is_literal_without(
                node, "$\\"
            ),
            "@replacement": cls.is_replacement,
            "@replacer": lambda self, node: self.given_to_replacer(node) is not None,
            # patterns
            "@global": lambda self, node: self.flag(node, "g") is True
            and self.not_sticky(node),
            "@notglobal": lambda self, node: self.flag(node, "g") is False
            and self.not_sticky(node),
            "@notsticky": cls.not_sticky,
            "@stateless": cls.is_stateless,
            "@stateful": cls.is_stateful,
            "@stickyflags": lambda self, node: "y" in (self.regexps.text(node) or ""),
            "@knownpattern": cls.is_known_pattern,
            "@groups": lambda self, node: (self.groups(node) or 0) > 0,
            "@nogroups": lambda self, node: self.groups(node) == 0,
            "@nonemptymatch": cls.matches_something,
            # JSON
            "@jsonplain": cls.is_plain_json,
            "@holdscollection": cls.holds_collection,
            "@holdsbigint": lambda self, node: t.BIGINT
            in self.deep_atoms(self.type_of(node)),
            "@holdsundefined": lambda self, node: self.held_nothing(node)
            == t.T_UNDEFINED,
        }

    # -- characters -----------------------------------------------------------------

    @property
    def has_astral(self) -> bool:
        """Whether the program itself makes text beyond U+FFFF; input may hold some."""
        found: bool | None = self.__dict__.get("_astral")
        if found is None:
            found = super().has_astral or self.makes_characters
            self.__dict__["_astral"] = found
        return found

    @cached_property
    def makes_characters(self) -> bool:
        """Whether characters beyond U+FFFF may be made of their numbers."""
        text = self.source.text
        if "fromCodePoint" not in text and "fromCharCode" not in text:
            return False
        return any(map(self.makes_astral, self.scopes.parents))

    def makes_astral(self, node: n.Node) -> bool:
        """``String.fromCodePoint`` of what may be beyond U+FFFF."""
        if not isinstance(node, n.MemberExpression):
            return False
        name = getattr(node.property, "name", None)
        if name not in ("fromCodePoint", "fromCharCode"):
            return False
        call = self.scopes.parents.get(node)
        if not isinstance(call, n.CallExpression) or call.callee is not node:
            return True
        if name == "fromCharCode" and len(call.arguments) == 1:
            # One unit is never more than half of such a character.
            return isinstance(call.arguments[0], n.SpreadElement)
        return not all(
            isinstance(a, n.NumberLiteral) and a.value < 0xD800 for a in call.arguments
        )

    def is_filled(self, node: n.Node) -> bool:
        """Whether a text surely is not empty."""
        text = self.literal_text(node)
        if text is not None:
            return bool(text)
        if isinstance(node, n.TemplateLiteral):
            return any(q.cooked for q in node.quasis)
        if isinstance(node, n.BinaryExpression) and node.operator == "+":
            return (self.is_string(node.left) or self.is_string(node.right)) and (
                self.is_filled(node.left) or self.is_filled(node.right)
            )
        return False

    def is_char(self, node: n.Node) -> bool:
        text = self.literal_text(node)
        return text is not None and len(text) == 1 and text < chr(_BIG)

    def is_format(self, node: n.Node) -> bool:
        text = self.literal_text(node)
        return text is not None and DIRECTIVE.search(text) is not None

    # -- positions ------------------------------------------------------------------

    def receiver(self, node: n.Node) -> n.Node | None:
        """What the method is called on whose argument a node is."""
        call = self.scopes.parents.get(node)
        if isinstance(call, n.CallExpression) and isinstance(
            call.callee, n.MemberExpression
        ):
            return call.callee.object
        return None

    def is_inside(self, node: n.Node) -> bool:
        """Whether an index is one of the text that the method is called on."""
        owner = self.receiver(node)
        if owner is None or not isinstance(node, n.Identifier):
            return False
        probe = self._probes.get(node)
        if probe is None:
            assert isinstance(owner, n.Expression)
            probe = n.MemberExpression(
                owner, node, True, False, start=owner.start, end=node.end
            )
            self._probes[node] = probe
        call = self.scopes.parents[node]
        self.scopes.parents[probe] = call
        try:
            return self.in_bounds(probe)
        finally:
            del self.scopes.parents[probe]

    @cached_property
    def _probes(self) -> dict[n.Node, n.MemberExpression]:
        return {}

    def bounds_are_ordered(self, node: n.Node) -> bool:
        """Whether of the arguments of ``substring`` the first is not the greater one."""
        call = self.scopes.parents.get(node)
        if not isinstance(call, n.CallExpression) or len(call.arguments) != 2:
            return False
        start, end = call.arguments
        if isinstance(start, n.NumberLiteral):
            bound = self.lower_bound(end, 8)
            return bound is not None and start.value <= bound
        return (
            isinstance(start, n.Identifier)
            and isinstance(end, n.BinaryExpression)
            and end.operator == "+"
            and isinstance(end.left, n.Identifier)
            and self.same_name(start, end.left)
            and self.nonneg(end.right)
        )
