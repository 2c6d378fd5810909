"""What a program's regular expressions are, as far as the source says it."""

from __future__ import annotations

from functools import cached_property

from ..parse import nodes as n
from .regexp_tree import Regexp
from .regexps import RegexError, parse_regexp
from .scopes import Scopes

_DEPTH = 6


class RegexpUses:
    """Questions about expressions that give a RegExp. None: it is not known."""

    def __init__(self, scopes: Scopes) -> None:
        self.scopes = scopes
        self._known: dict[n.Node, tuple[str | None, str] | None] = {}

    # -- one expression --------------------------------------------------------------------

    def parsed(self, node: n.Node) -> Regexp | None:
        """The pattern that an expression surely is."""
        source, flags = self.known(node) or (None, "")
        if source is None:
            return None
        try:
            return parse_regexp(source, flags)
        except RegexError:
            return None

    def has(self, node: n.Node, flag: str) -> bool | None:
        """Whether a pattern has a flag."""
        known = self.known(node)
        if known is not None:
            return flag in known[1]
        flags = {self.site_has(site, flag) for site in self.sites}
        if len(flags) == 1 and not self.made_elsewhere:
            return flags.pop()
        return None

    def site_has(self, site: n.Node, flag: str) -> bool | None:
        known = self.known(site)
        return None if known is None else flag in known[1]

    def known(self, node: n.Node) -> tuple[str | None, str] | None:
        """The source and the flags; the source alone may be None."""
        if node not in self._known:
            self._known[node] = None
            self._known[node] = self._look_up(node)
        return self._known[node]

    def _look_up(self, node: n.Node) -> tuple[str | None, str] | None:
        if isinstance(node, n.RegExpLiteral):
            return node.pattern, node.flags
        if isinstance(node, n.Identifier):
            value = self.constant(node)
            return None if value is None else self.known(value)
        if isinstance(node, (n.NewExpression, n.CallExpression)):
            return self._made(node) if self.is_site(node) else None
        if isinstance(node, n.MemberExpression) and not node.computed:
            values = self.properties.get(getattr(node.property, "name", ""), [])
            if len(values) == 1 and values[0] is not None:
                return self.known(values[0])
        return None

    def _made(
        self, node: n.NewExpression | n.CallExpression
    ) -> tuple[str | None, str] | None:
        """``new RegExp(source, flags)``."""
        arguments = node.arguments
        if not arguments or any(isinstance(a, n.SpreadElement) for a in arguments):
            return None
        source = self.text(arguments[0])
        flags = ""
        if source is None:
            copied = self.known(arguments[0])
            if copied is not None:
                source, flags = copied
            elif not self.is_text(arguments[0]) and len(arguments) == 1:
                return None  # perhaps a copy, with its flags
        if len(arguments) > 1:
            given = self.text(arguments[1])
            if given is None:
                return None
            flags = given
        return source, flags

    def constant(self, node: n.Identifier) -> n.Node | None:
        """What a variable that is assigned once was given."""
        binding = self.scopes.binding_of.get(node)
        if (
            binding is None
            or binding.reassigned
            or binding.kind not in ("const", "let", "var")
        ):
            return None
        declarator = binding.node
        if isinstance(declarator, n.VariableDeclarator) and isinstance(
            declarator.id, n.Identifier
        ):
            return declarator.init
        return None

    def text(self, node: n.Node) -> str | None:
        """The text that an expression is."""
        for _ in range(_DEPTH):
            if isinstance(node, n.StringLiteral):
                return node.value
            if isinstance(node, n.TemplateLiteral) and not node.expressions:
                return node.quasis[0].cooked
            value = self.constant(node) if isinstance(node, n.Identifier) else None
            if value is None:
                return None
            node = value
        return None

    def is_text(self, node: n.Node) -> bool:
        """Whether an expression surely is text, as ``"^" + name``."""
        if isinstance(node, (n.StringLiteral, n.TemplateLiteral)):
            return True
        return (
            isinstance(node, n.BinaryExpression)
            and node.operator == "+"
            and (self.is_text(node.left) or self.is_text(node.right))
        )

    # -- the program -----------------------------------------------------------------------

    def is_site(self, node: n.Node) -> bool:
        """Whether an expression makes a RegExp."""
        if isinstance(node, n.RegExpLiteral):
            return True
        return (
            isinstance(node, (n.NewExpression, n.CallExpression))
            and isinstance(node.callee, n.Identifier)
            and node.callee.name == "RegExp"
            and node.callee not in self.scopes.binding_of
        )

    @cached_property
    def sites(self) -> list[n.Node]:
        """All expressions that make a RegExp."""
        found: list[n.Node] = []
        parents = self.scopes.parents
        for name in self.scopes.globals.get("RegExp", ()):
            parent = parents.get(name)
            if parent is not None and self.is_site(parent):
                found.append(parent)
        found += (node for node in parents if isinstance(node, n.RegExpLiteral))
        return found

    @cached_property
    def made_elsewhere(self) -> bool:
        """Whether the constructor itself is passed about."""
        for name in self.scopes.globals.get("RegExp", ()):
            parent = self.scopes.parents.get(name)
            if parent is None or self.is_site(parent):
                continue
            if isinstance(parent, n.MemberExpression) and parent.object is name:
                continue
            if isinstance(parent, n.BinaryExpression):
                continue
            return True
        return False

    @cached_property
    def properties(self) -> dict[str, list[n.Node | None]]:
        """What properties are given anywhere, by name; None where that cannot be seen."""
        found: dict[str, list[n.Node | None]] = {}
        for node, parent in self.scopes.parents.items():
            if isinstance(node, (n.Property, n.PropertyDefinition)):
                name = plain_name(node.key)
                if not (
                    name is None or node.computed or isinstance(parent, n.ObjectPattern)
                ):
                    found.setdefault(name, []).append(node.value)
            elif isinstance(node, n.MemberExpression) and not node.computed:
                name = plain_name(node.property)
                if name is None:
                    continue
                if isinstance(parent, n.AssignmentExpression) and parent.left is node:
                    plain = parent.operator == "="
                    found.setdefault(name, []).append(parent.right if plain else None)
                elif isinstance(parent, (n.UpdateExpression, n.ArrayPattern)) or (
                    isinstance(parent, n.Property)
                    and isinstance(self.scopes.parents.get(parent), n.ObjectPattern)
                ):
                    found.setdefault(name, []).append(None)
        return found


def plain_name(key: n.Node) -> str | None:
    """The name of a property that is written as one."""
    if isinstance(key, (n.Identifier, n.PrivateIdentifier)):
        return key.name
    return key.value if isinstance(key, n.StringLiteral) else None
