"""Words of rules about values of any kind: literals, and errors that are looked at."""

from __future__ import annotations

from functools import cached_property

from ..analyse import types as t
from ..parse import nodes as n
from .patterns_used import PatternsUsed


class ValueWords(PatternsUsed):
    # -- literals -------------------------------------------------------------------

    def is_there(self, node: n.Node) -> bool:
        """Whether a value is neither undefined nor null."""
        types = self.type_of(node)
        return bool(types) and not types & t.NULLISH and t.ANY not in types

    def may_be_no_error(self, node: n.Node) -> bool:
        """Whether what is taken for an error may be null or undefined. The reason of what
        allSettled gives is an error where it is asked for."""
        settled = isinstance(node, n.MemberExpression) and t.only(
            self.type_of(node.object), t.SettledAtom
        )
        return bool(self.type_of(node) & t.NULLISH) and not settled

    def is_positive(self, node: n.Node) -> bool:
        bound = self.lower_bound(node, 8)
        return bound is not None and bound > 0 and self.is_integer(node)

    def is_literal_int(self, node: n.Node, low: int, high: int) -> bool:
        return (
            isinstance(node, n.NumberLiteral)
            and isinstance(node.value, int)
            and low <= node.value <= high
        )

    def literal_text(self, node: n.Node) -> str | None:
        """The text that an expression is in the source."""
        return self.regexps.text(node)

    def is_literal_without(self, node: n.Node, chars: str) -> bool:
        text = self.literal_text(node)
        return text is not None and not any(char in text for char in chars)

    # -- of which kind a value is ---------------------------------------------------

    def may_be_sequence(self, node: n.Node) -> bool:
        """The receiver of a method that may be text as well as an array.

        Not where the program has a method of that name itself.
        """
        types = self.type_of(node) - t.NULLISH
        kinds = {t.ArrayAtom if isinstance(a, t.ArrayAtom) else a for a in types}
        if t.ANY not in kinds and kinds != {t.STRING, t.ArrayAtom}:
            return False
        member = self.scopes.parents.get(node)
        return (
            kinds <= {t.ANY, t.STRING, t.ArrayAtom}
            and isinstance(member, n.MemberExpression)
            and getattr(member.property, "name", None)
            not in self.analysis.inference.own_names
        )

    # -- where a value goes ---------------------------------------------------------

    def is_returned(self, node: n.Node) -> bool:
        """Whether it is what statements return: a function's, or a handler's of a promise."""
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.ReturnStatement):
            return True
        call = self.scopes.parents.get(parent) if parent is not None else None
        return (
            isinstance(parent, n.ArrowFunctionExpression)
            and parent.body is node
            and call is not None
            and self.has_handlers(call)
        )

    # -- errors ---------------------------------------------------------------------

    def name_is_read(self, node: n.Node) -> bool:
        """Whether the program looks at the name of an error, or at one as text."""
        return any(self.shows_error(user, node) for user in self.users_of_errors)

    @cached_property
    def users_of_errors(self) -> list[n.Node]:
        """Expressions that are looked at in a way which shows an error's name."""
        found: list[n.Node] = []
        for node in self.scopes.parents:
            if isinstance(node, n.MemberExpression) and not node.computed:
                if getattr(node.property, "name", "") in ("name", "stack", "toString"):
                    found.append(node.object)
            elif isinstance(node, n.TemplateLiteral):
                found += node.expressions
            elif isinstance(node, n.BinaryExpression) and node.operator == "+":
                found += [node.left, node.right]
            elif isinstance(node, n.BinaryExpression):
                if node.operator == "instanceof" and getattr(
                    node.right, "name", ""
                ) in ("RangeError", "SyntaxError"):
                    found.append(node.left)
            elif isinstance(node, n.CallExpression):
                callee = node.callee
                if isinstance(callee, n.MemberExpression):
                    callee = callee.object
                if isinstance(callee, n.Identifier) and callee.name in (
                    "console",
                    "String",
                ):
                    found += node.arguments
        return found

    def shows_error(self, user: n.Node, error: n.Node) -> bool:
        return bool(self.type_of(user) & self.type_of(error))
