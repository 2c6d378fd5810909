"""Empty places of arrays: which methods would not visit them, though they are None here."""

from __future__ import annotations

from ..analyse import types as t
from ..parse import nodes as n
from .rule_use import RuleApplication

#: Methods of Array.prototype that leave out the places where there is no element.
_SKIPPING = frozenset(
    {"forEach", "map", "filter", "some", "every", "reduce", "reduceRight", "flatMap",
     "flat", "indexOf", "lastIndexOf"}
)  # fmt: skip


#: What shows, or lists, such places otherwise than undefined.
_SHOWING = {
    "console": frozenset({"log", "info", "debug", "error", "warn", "dir"}),
    "Object": frozenset({"keys", "values", "entries"}),
}


class ArrayHoles(RuleApplication):
    _filled: set[t.Atom] | None = None

    def check_holes(self, node: n.CallExpression) -> None:
        """Warn where a method would leave out what ``new Array(n)`` has not, or show that it
        is not there."""
        callee = node.callee
        if self.names_global(callee, _SHOWING):
            given = t.join(map(self.type_of, node.arguments))
            if any(map(self.has_empty_places, t.reached(given, set()))):
                self.warn(
                    node,
                    "tells the places of `new Array(n)` that were never written to from "
                    "undefined; in Python both are None",
                )
            return
        if (
            not isinstance(callee, n.MemberExpression)
            or callee.computed
            or getattr(callee.property, "name", None) not in _SKIPPING
        ):
            return
        if any(self.has_empty_places(a) for a in self.type_of(callee.object)):
            self.warn(
                node,
                "leaves out the places of `new Array(n)` that were never written to; in "
                "Python they are None, and visited",
            )

    def names_global(self, node: n.Node, members: dict[str, frozenset[str]]) -> bool:
        """Whether an expression is one of these members of these globals."""
        return (
            isinstance(node, n.MemberExpression)
            and isinstance(node.object, n.Identifier)
            and not node.computed
            and node.object not in self.scopes.binding_of
            and getattr(node.property, "name", None)
            in members.get(node.object.name, ())
        )

    def has_empty_places(self, atom: t.Atom) -> bool:
        """Whether an array was made by its length and is not written to place by place."""
        if not isinstance(atom, t.ArrayAtom) or not self.made_by_length(atom.site):
            return False
        if self._filled is None:
            self._filled = self._find_filled()
        return atom not in self._filled

    def made_by_length(self, site: n.Node) -> bool:
        """``new Array(n)``, ``Array(n)``"""
        if not isinstance(site, (n.NewExpression, n.CallExpression)):
            return False
        callee = site.callee
        if (
            not isinstance(callee, n.Identifier)
            or callee.name != "Array"
            or callee in self.scopes.binding_of
            or len(site.arguments) != 1
        ):
            return False
        length = site.arguments[0]
        if isinstance(length, n.NumberLiteral) and length.value == 0:
            return False
        return bool(self.type_of(length) & (t.NUMBERS | t.T_ANY))

    def _find_filled(self) -> set[t.Atom]:
        """The arrays that are written to under an index that is no constant, or filled."""
        filled: set[t.Atom] = set()
        for part in n.walk(self.scopes.program):
            if isinstance(part, n.AssignmentExpression):
                place = part.left
                if (
                    isinstance(place, n.MemberExpression)
                    and place.computed
                    and not isinstance(
                        place.property, (n.NumberLiteral, n.StringLiteral)
                    )
                ):
                    filled |= self.type_of(place.object)
            elif (
                isinstance(part, n.MemberExpression)
                and getattr(part.property, "name", None) == "fill"
            ):
                filled |= self.type_of(part.object)
        return filled
