"""Guard words about text, numbers, JSON and dates (mappings/README.md)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from ..analyse import types as t
from ..analyse.scopes import Binding
from ..analyse.types import Type
from ..parse import nodes as n
from .patterns_used import PatternsUsed

_FORMAT = re.compile(r"%[sdifjoOc%]")
_MARK = re.compile(r"\$(?:[$&`']|\d\d?|<[^>]*>)")
_BIG = 0x10000
#: What of a Date gives a plain value and keeps nothing.
_READERS = frozenset({"console", "JSON", "Math", "Number", "String", "Boolean", "Date"})


class TextWords(PatternsUsed):
    def text_words(self) -> dict[str, Callable[[n.Node], bool]]:
        return {
            # values
            "@exactly": self.is_there,
            "@positive": self.is_positive,
            "@smallint": lambda node: self.is_literal_int(node, 1, 10**6),
            "@upto10": lambda node: self.is_literal_int(node, 1, 10),
            "@unshared": self.is_unshared,
            "@nameread": self.name_is_read,
            # text
            "@nonempty": lambda node: self.is_filled(node) or self.nonempty(node),
            "@char": self.is_char,
            "@inbounds": self.is_inside,
            "@ordered_bounds": self.bounds_are_ordered,
            "@format": self.is_format,
            "@nodollar": self.has_no_dollar,
            "@plainreplacement": lambda node: self.is_literal_without(node, "$\\"),
            "@replacement": self.is_replacement,
            "@replacer": lambda node: self.given_to_replacer(node) is not None,
            # patterns
            "@global": lambda node: self.flag(node, "g") is True
            and self.not_sticky(node),
            "@notglobal": lambda node: self.flag(node, "g") is False
            and self.not_sticky(node),
            "@notsticky": self.not_sticky,
            "@stateless": self.is_stateless,
            "@stateful": self.is_stateful,
            "@stickyflags": lambda node: "y" in (self.regexps.text(node) or ""),
            "@knownpattern": self.is_known_pattern,
            "@groups": lambda node: (self.groups(node) or 0) > 0,
            "@nogroups": lambda node: self.groups(node) == 0,
            "@nonemptymatch": self.matches_something,
            # JSON
            "@jsonplain": self.is_plain_json,
            "@holdsundefined": lambda node: self.held_nothing(node) == t.T_UNDEFINED,
        }

    # -- values ------------------------------------------------------------------------------

    def is_there(self, node: n.Node) -> bool:
        """Whether a value is neither undefined nor null."""
        types = self.type_of(node)
        return bool(types) and not types & t.NULLISH and t.ANY not in types

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

    # -- errors ------------------------------------------------------------------------------

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

    # -- Dates that one variable holds -----------------------------------------------------

    def is_unshared(self, node: n.Node) -> bool:
        """Whether a variable alone holds its Date: changing that is assigning the variable."""
        if not isinstance(node, n.Identifier):
            return False
        binding = self.scopes.binding_of.get(node)
        if binding is None:
            return False
        found = self._unshared.get(binding)
        if found is None:
            found = self._unshared[binding] = self.holds_alone(binding)
        return found

    @cached_property
    def _unshared(self) -> dict[Binding, bool]:
        return {}

    def holds_alone(self, binding: Binding) -> bool:
        if binding.kind not in ("const", "let", "var") or not binding.assignments:
            return False
        if binding.captured_by and binding.scope.loop is not None:
            return False
        for assignment in binding.assignments:
            value: n.Node | None = None
            if isinstance(assignment, n.VariableDeclarator):
                if not isinstance(assignment.id, n.Identifier):
                    return False
                value = assignment.init
                if value is None:
                    continue
            else:
                parent = self.scopes.parents.get(assignment)
                if (
                    isinstance(parent, n.AssignmentExpression)
                    and parent.operator == "="
                ):
                    value = parent.right
            if not self.is_new_date(value):
                return False
        return all(
            self.only_reads(reference, binding, set())
            for reference in binding.references
        )

    def is_new_date(self, node: n.Node | None) -> bool:
        return (
            isinstance(node, n.NewExpression)
            and isinstance(node.callee, n.Identifier)
            and node.callee.name == "Date"
            and node.callee not in self.scopes.binding_of
        )

    def only_reads(self, node: n.Node, binding: Binding, seen: set[n.Node]) -> bool:
        """Whether a use of a Date leaves no second holder behind."""
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.MemberExpression):
            return parent.object is node
        if isinstance(parent, (n.TemplateLiteral, n.UnaryExpression)):
            return True
        if isinstance(parent, n.BinaryExpression):
            return parent.operator not in ("===", "!==", "==", "!=")
        if isinstance(parent, n.AssignmentExpression):
            return parent.left is node
        if isinstance(parent, n.ReturnStatement):
            return not binding.captured_by and binding.kind != "param"
        if isinstance(parent, n.NewExpression):
            return self.is_new_date(parent)
        if isinstance(parent, n.CallExpression) and node in parent.arguments:
            callee = parent.callee
            if isinstance(callee, n.MemberExpression):
                callee = callee.object
            if (
                isinstance(callee, n.Identifier)
                and callee not in self.scopes.binding_of
            ):
                return callee.name in _READERS
            return self.callee_only_reads(parent, parent.arguments.index(node), seen)
        return False

    def callee_only_reads(
        self, call: n.CallExpression, position: int, seen: set[n.Node]
    ) -> bool:
        inference = self.analysis.inference
        targets = inference.targets.get(call)
        if not targets or call in inference.unknown_calls:
            return False
        for target in targets:
            function = target.node
            if (
                function.is_async
                or function.generator
                or position >= len(function.params)
            ):
                return False
            param = function.params[position]
            if function in seen:
                continue
            seen.add(function)
            if not isinstance(param, n.Identifier):
                return False
            binding = self.scopes.binding_of[param]
            if binding.captured_by or self.scopes.facts[function].uses_arguments:
                return False
            if not all(self.only_reads(r, binding, seen) for r in binding.references):
                return False
        return True

    # -- text ----------------------------------------------------------------------------------

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

    def is_format(self, node: n.Node) -> bool:
        text = self.literal_text(node)
        return text is not None and _FORMAT.search(text) is not None

    # -- replacements ------------------------------------------------------------------------

    def has_no_dollar(self, node: n.Node) -> bool:
        types = self.type_of(node)
        if types and types <= t.NUMBERS | t.T_BOOLEAN:
            return True
        return self.is_literal_without(node, "$")

    def is_replacement(self, node: n.Node) -> bool:
        """Whether a replacement in the source can be one of ``re.sub``."""
        return self.replacement(node) is not None

    def replacement(self, node: n.Node) -> str | None:
        """A replacement of JavaScript as one of ``re.sub``; None where there is none."""
        text = self.literal_text(node)
        call = self.scopes.parents.get(node)
        if text is None or not isinstance(call, n.CallExpression):
            return None
        parsed = self.regexps.parsed(call.arguments[0])
        if parsed is None:
            return None
        names = dict(parsed.names)
        parts: list[str] = []
        at = 0
        for mark in _MARK.finditer(text):
            parts.append(text[at : mark.start()].replace("\\", "\\\\"))
            at = mark.end()
            what = mark[0][1:]
            if what == "$":
                parts.append("$")
            elif what == "&":
                parts.append("\\g<0>")
            elif what in "`'":
                return None
            elif what[0] == "<":
                if what[1:-1] not in names:
                    return None
                parts.append(f"\\g{what}")
            else:
                digits = what if 1 <= int(what) <= parsed.groups else what[0]
                number = int(digits)
                if not 1 <= number <= parsed.groups:
                    parts.append(mark[0])
                    continue
                at -= len(what) - len(digits)
                following = text[at : at + 1]
                parts.append(f"\\g<{number}>" if following.isdigit() else f"\\{number}")
        parts.append(text[at:].replace("\\", "\\\\"))
        return "".join(parts)

    def given_to_replacer(self, node: n.Node) -> list[str] | None:
        """What a callback of ``replace`` looks at, of a match; None where that varies."""
        arity = self.callback_arity(node)
        call = self.scopes.parents.get(node)
        if arity is None or not isinstance(call, n.CallExpression):
            return None
        for function in self.functions_of(node):
            if any(isinstance(p, n.RestElement) for p in function.params):
                return None
            if self.scopes.facts[function].uses_arguments:
                return None
        groups = self.groups(call.arguments[0])
        if groups is None:
            return ["match[0]"] if arity <= 1 else None
        given = [f"match[{group}]" for group in range(groups + 1)]
        given += ["match.start()", "match.string"]
        return given[:arity] if arity <= len(given) else None

    # -- JSON ------------------------------------------------------------------------------------

    def is_plain_json(self, node: n.Node) -> bool:
        """Whether ``json.dumps`` writes a value as JSON.stringify does."""
        types = self.type_of(node)
        return (
            bool(types) and self.plain_json(types, set()) and not self.makes_surrogates
        )

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
