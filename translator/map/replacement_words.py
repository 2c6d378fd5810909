"""Words of rules about replacements: the second argument of ``replace``."""

from __future__ import annotations

import re

from ..analyse import types as t
from ..parse import nodes as n
from .date_words import DateWords

_MARK = re.compile(r"\$(?:[$&`']|\d\d?|<[^>]*>)")


class ReplacementWords(DateWords):
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
