"""Regular expressions of a program: made of literals, and held with or without a place.

A RegExp with the flag g or y keeps in ``lastIndex`` where ``exec`` and ``test`` go on. Where
the program asks for that, the pattern is held as a StatefulRegex (mappings/helpers/regex.py).
"""

from __future__ import annotations

import ast
import re
from functools import cached_property

from ..analyse import types as t
from ..analyse.regexp_uses import RegexpUses
from ..analyse.regexps import RegexError
from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..pytree import build as b
from ..rules import Rule
from .callbacks import Callbacks
from .regexes import Texts, Translated, translate_regex

_PLACED = frozenset({"exec", "test", "lastIndex"})
_TAKING = frozenset({"match", "matchAll", "replace", "replaceAll", "search", "split"})
_RESTARTING = frozenset({"match", "replace", "replaceAll"})
#: Modules of Node that bring no text from outside.
_CLOSED = frozenset(
    {"assert", "util", "events", "timers", "timers/promises", "perf_hooks", "path", "test",
     "async_hooks"}
)  # fmt: skip
_BRINGING = frozenset(
    {"fetch", "prompt", "module", "exports", "document", "window", "WebSocket", "Deno",
     "Bun", "localStorage", "XMLHttpRequest", "TextDecoder", "Buffer", "atob", "Intl",
     "decodeURI", "decodeURIComponent"}
)  # fmt: skip
_LINE_ENDS = re.compile(
    r"\\r|\\x0d|\\u000d|\\u202[89]|\\u\{0*(?:d|202[89])\}|[\u2028\u2029]|fromCharCode"
    r"|fromCodePoint",
    re.IGNORECASE,
)
_SPACES = re.compile(
    r"\\ufeff|\\u\{0*feff\}|\\x1[c-f]|\\u001[c-f]|\\x85|\\u0085|[\ufeff\x1c-\x1f\x85]",
    re.IGNORECASE,
)
_BEYOND_ASCII = re.compile(
    r"\\u|\\x[89a-f]|fromCharCode|fromCodePoint|normalize|toLocale", re.IGNORECASE
)


class PatternsUsed(Callbacks):
    version_said = False

    @cached_property
    def regexps(self) -> RegexpUses:
        return self.analysis.inference.regexps

    # -- the texts of the program ----------------------------------------------------------

    @cached_property
    def texts(self) -> Texts:
        """What is known of all texts that the program's patterns may meet."""
        source = self.source.text
        closed = self.is_closed
        return Texts(
            ascii=closed and source.isascii() and not _BEYOND_ASCII.search(source),
            lines=closed and not _LINE_ENDS.search(source),
            spaces=not _SPACES.search(source),
        )

    @cached_property
    def is_closed(self) -> bool:
        """Whether no text comes from outside: no input, nothing exported."""
        used = self.scopes.globals
        if any(name in used for name in _BRINGING):
            return False
        for name in used.get("process", ()):
            member = self.scopes.parents.get(name)
            if not isinstance(member, n.MemberExpression) or getattr(
                member.property, "name", ""
            ) in ("stdin", "argv", "env", "cwd", "on"):
                return False
        for statement in self.analysis.program.body:
            if isinstance(statement, n.ImportDeclaration):
                if statement.source.removeprefix("node:") not in _CLOSED:
                    return False
            elif isinstance(
                statement,
                (
                    n.ExportNamedDeclaration,
                    n.ExportDefaultDeclaration,
                    n.ExportAllDeclaration,
                ),
            ):
                return False
        for name in used.get("require", ()):
            call = self.scopes.parents.get(name)
            given = call.arguments[0] if isinstance(call, n.CallExpression) else None
            if not isinstance(given, n.StringLiteral) or (
                given.value.removeprefix("node:") not in _CLOSED
            ):
                return False
        return True

    # -- flags -----------------------------------------------------------------------------

    def flag(self, node: n.Node, flag: str) -> bool | None:
        """Whether a pattern has a flag; None where that is not known."""
        found = self.regexps.has(node, flag)
        if found is not None or self.regexps.made_elsewhere:
            return found
        if self.holder(node) is not None:
            return None
        flags = {self.regexps.site_has(site, flag) for site in self.passed_about}
        return flags.pop() if len(flags) == 1 else None

    def not_sticky(self, node: n.Node) -> bool:
        return self.flag(node, "y") is False

    def groups(self, node: n.Node) -> int | None:
        parsed = self.regexps.parsed(node)
        return None if parsed is None else parsed.groups

    def matches_something(self, node: n.Node) -> bool:
        """Whether no match of a pattern is empty."""
        parsed = self.regexps.parsed(node)
        return parsed is not None and parsed.shortest > 0

    def is_known_pattern(self, node: n.Node) -> bool:
        known = self.regexps.known(node)
        return known is not None and known[0] is not None

    # -- places ----------------------------------------------------------------------------

    def is_stateless(self, node: n.Node) -> bool:
        """Whether nobody can see where ``exec`` or ``test`` would go on."""
        if not self.not_sticky(node):
            return False
        if self.regexps.is_site(node) and self.is_used_at_once(node):
            return True
        return self.flag(node, "g") is False and not self.is_stateful(node)

    def is_stateful(self, node: n.Node) -> bool:
        """Whether a pattern is held as a StatefulRegex."""
        if self.regexps.is_site(node):
            if self.is_used_at_once(node):
                return self.flag(node, "y") is True
            return node in self.stateful_sites
        holder = self.holder(node)
        if holder is not None:
            return holder in self.stateful_holders
        return self.passed_have_places and t.REGEXP in self.type_of(node)

    def is_used_at_once(self, node: n.Node) -> bool:
        """``/a/.test(text)``, ``text.match(/a/)``."""
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.MemberExpression):
            return parent.object is node
        return self.is_taken(node, parent)

    def is_taken(self, node: n.Node, parent: n.Node | None) -> bool:
        """Whether a pattern is the argument of a method of strings."""
        return (
            isinstance(parent, n.CallExpression)
            and bool(parent.arguments)
            and parent.arguments[0] is node
            and (
                isinstance(parent.callee, n.MemberExpression)
                and getattr(parent.callee.property, "name", "") in _TAKING
            )
        )

    def holder(self, node: n.Node) -> Binding | None:
        """The variable that alone holds the pattern which an expression is."""
        if not isinstance(node, n.Identifier):
            return None
        binding = self.scopes.binding_of.get(node)
        return binding if binding in self.holders else None

    @cached_property
    def holders(self) -> dict[Binding, n.Node]:
        """Variables of which each is given one pattern, and does not pass it on."""
        found: dict[Binding, n.Node] = {}
        for site in self.regexps.sites:
            declarator = self.scopes.parents.get(site)
            if (
                isinstance(declarator, n.VariableDeclarator)
                and isinstance(declarator.id, n.Identifier)
                and declarator.init is site
            ):
                binding = self.scopes.binding_of[declarator.id]
                if not binding.reassigned and all(
                    map(self.is_plain_use, binding.references)
                ):
                    found[binding] = site
        return found

    def is_plain_use(self, node: n.Node) -> bool:
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.MemberExpression):
            return parent.object is node and not parent.computed
        if isinstance(parent, (n.TemplateLiteral, n.ExpressionStatement)):
            return True
        if parent is not None and self.regexps.is_site(parent):
            return True  # new RegExp(pattern) is a copy
        return self.is_taken(node, parent)

    @cached_property
    def stateful_holders(self) -> set[Binding]:
        return {
            binding
            for binding, site in self.holders.items()
            if self.moves(site) is True
            and any(self.asks_for_place(r) for r in binding.references)
        }

    def moves(self, site: n.Node) -> bool | None:
        """Whether a pattern has the flag g or y."""
        flags = {self.regexps.site_has(site, "g"), self.regexps.site_has(site, "y")}
        return True if True in flags else None if None in flags else False

    def asks_for_place(self, node: n.Node) -> bool:
        parent = self.scopes.parents.get(node)
        return (
            isinstance(parent, n.MemberExpression)
            and parent.object is node
            and getattr(parent.property, "name", "") in _PLACED
        )

    @cached_property
    def passed_about(self) -> list[n.Node]:
        """Where patterns are made that no one variable holds."""
        held = set(self.holders.values())
        return [
            site
            for site in self.regexps.sites
            if site not in held and not self.is_used_at_once(site)
        ]

    @cached_property
    def passed_have_places(self) -> bool:
        """Whether patterns that are passed about are all held as StatefulRegex."""
        if not self.passed_about or self.regexps.made_elsewhere:
            return False
        if any(self.moves(site) is not True for site in self.passed_about):
            return False
        return any(
            isinstance(node, n.MemberExpression)
            and self.asks_for_place(node.object)
            and not self.regexps.is_site(node.object)
            and self.holder(node.object) is None
            and bool(self.type_of(node.object) & {t.REGEXP, t.ANY})
            for node in self.scopes.parents
        )

    @cached_property
    def stateful_sites(self) -> set[n.Node]:
        found = {self.holders[holder] for holder in self.stateful_holders}
        if self.passed_have_places:
            found.update(self.passed_about)
        return found

    def bare_pattern(
        self, rule: Rule, name: str, node: n.Node, tree: ast.expr
    ) -> ast.expr:
        """What a rule works with that knows nothing of places."""
        if not self.regexps.sites or not self.is_stateful(node):
            return tree
        if "@stateful" in rule.where.get(name, ()):
            return tree
        parent = self.scopes.parents.get(node)
        method = ""
        if isinstance(parent, n.CallExpression) and isinstance(
            parent.callee, n.MemberExpression
        ):
            method = getattr(parent.callee.property, "name", "")
        if method in _RESTARTING:
            return b.call(b.attr(tree, "restarted"))
        return b.attr(tree, "pattern")

    # -- making ----------------------------------------------------------------------------

    def made_regexp(self, node: n.Node, source: str, flags: str) -> ast.expr:
        """``re.compile(...)`` of a pattern in the source."""
        try:
            found = translate_regex(source, flags, self.texts)
        except RegexError as error:
            raise self.refuse(node, f"the regular expression: {error}") from None
        if found.stale and self.groups_are_read(node):
            self.warn(
                node,
                "a group inside of a repetition keeps the text of an earlier round in "
                "Python, and is undefined in JavaScript",
            )
        self.use(found.package)
        if found.package != "re":
            self.say_version(node, found)
        arguments: list[ast.expr] = [ast.Constant(found.pattern, "r")]
        if found.flags:
            named = [b.dotted(f"{found.package}.{flag}") for flag in found.flags]
            whole = named[0]
            for flag in named[1:]:
                whole = b.binop(whole, "|", flag)
            arguments.append(whole)
        made = b.call(f"{found.package}.compile", *arguments)
        if not self.is_stateful(node):
            return made
        sticky = {"sticky": b.const(True)} if "y" in flags else {}
        return self.helper("StatefulRegex", made, **sticky)

    def say_version(self, node: n.Node, found: Translated) -> None:
        """Say once that characters newer than Node may belong to a property."""
        if not self.version_said and not self.texts.ascii and r"{" in found.pattern:
            properties = re.search(r"\\[pP]\{", found.pattern)
            if properties:
                self.version_said = True
                self.note(
                    node,
                    "the Unicode version is that of the package regex: characters that are "
                    "new in one of Node and the package have no properties in the other",
                )

    @cached_property
    def pattern_classes(self) -> list[str]:
        """The classes of the patterns of the program."""
        found = {"re.Pattern"}
        for site in self.regexps.sites:
            source, flags = self.regexps.known(site) or (None, "")
            try:
                if source is not None and (
                    translate_regex(source, flags, self.texts).package == "regex"
                ):
                    found.add("regex.Pattern")
            except RegexError:
                continue
        if self.stateful_sites:
            found.add("StatefulRegex")
        return sorted(found)

    def tested_for_pattern(self, value: ast.expr) -> ast.expr:
        """Whether a value is a pattern."""
        classes: list[ast.expr] = []
        for name in self.pattern_classes:
            module, dot, _ = name.partition(".")
            if dot:
                self.use(module)
            classes.append(b.dotted(name) if dot else self.helper_name(name))
        whole = classes[0]
        for each in classes[1:]:
            whole = b.binop(whole, "|", each)
        return b.call("isinstance", value, whole)

    def groups_are_read(self, site: n.Node) -> bool:
        """Whether somebody looks at the groups of a match, or may."""
        if self.is_used_at_once(site):
            return self.reads_groups(site)
        parent = self.scopes.parents.get(site)
        if isinstance(parent, n.VariableDeclarator) and isinstance(
            parent.id, n.Identifier
        ):
            binding = self.scopes.binding_of[parent.id]
            if binding in self.holders:
                return any(map(self.reads_groups, binding.references))
        return True

    def reads_groups(self, node: n.Node) -> bool:
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.MemberExpression):
            return getattr(parent.property, "name", "") in ("exec", "compile")
        if not isinstance(parent, n.CallExpression) or not isinstance(
            parent.callee, n.MemberExpression
        ):
            return False
        method = getattr(parent.callee.property, "name", "")
        if method == "search" or method == "match" and self.flag(node, "g") is True:
            return False
        if method in ("replace", "replaceAll") and len(parent.arguments) == 2:
            text = self.regexps.text(parent.arguments[1])
            return text is None or "$" in text
        return True
