"""Which regular expression one is: Python gives the same object for the same text again.

``re.compile`` keeps what it has made, and each evaluation of a literal of JavaScript makes a
new RegExp (ECMA-262 section 13.2.7.3).
"""

from __future__ import annotations

from functools import cached_property

from ..analyse import types as t
from ..analyse.scopes import LOOPS
from ..analyse.types import Type
from ..parse import nodes as n
from .arithmetic import Arithmetic

_COLLECTIONS = ("Array#", "Map#", "Set#", "WeakMap#", "WeakSet#")
#: Methods that compare what they are given with what a collection holds.
_COMPARING = frozenset("add delete get has includes indexOf lastIndexOf set".split())
_MADE = frozenset({"Map", "Set", "WeakMap", "WeakSet"})


class PatternIdentity(Arithmetic):
    @cached_property
    def patterns_differ(self) -> bool:
        """Whether no text of a pattern is made one twice."""
        regexps = self.analysis.inference.regexps
        texts = [regexps.known(site) for site in regexps.sites]
        return (
            not regexps.made_elsewhere
            and all(text is not None and text[0] is not None for text in texts)
            and len(set(texts)) == len(texts)
            and all(map(self.is_made_once, regexps.sites))
        )

    @cached_property
    def patterns_are_given(self) -> bool:
        """Whether a function of the program is given a pattern, which it may compare."""
        parents, targets = self.scopes.parents, self.analysis.inference.targets
        return any(
            types == {t.REGEXP}
            and (call := parents.get(node)) in targets
            and node in getattr(call, "arguments", ())
            for node, types in self.analysis.inference.types.items()
        )

    def is_made_once(self, node: n.Node) -> bool:
        current: n.Node | None = node
        while current is not None:
            if isinstance(current, (n.Function, n.Class, *LOOPS)):
                return False
            current = self.scopes.parents.get(current)
        return True

    def check_patterns_compared(
        self, left: Type, right: Type, nodes: tuple[n.Node, n.Node]
    ) -> None:
        """Warn where two patterns may be compared that are equal in Python alone."""
        either = t.T_ANY | {t.REGEXP}
        if (
            (t.REGEXP in left | right or self.patterns_are_given)
            and left & either
            and right & either
            and not self.patterns_differ
            and not self.same_name(*nodes)
        ):
            self.warn_of_patterns(nodes[0])

    def check_patterns_kept(self, node: n.CallExpression | n.NewExpression) -> None:
        """Warn where a collection tells its members apart, and they may be patterns."""
        if isinstance(node, n.NewExpression):
            kept: Type = t.NEVER
            if getattr(node.callee, "name", "") in _MADE and node.arguments:
                for atom in self.type_of(node):
                    if isinstance(atom, t.MapAtom):
                        kept |= atom.key.types
                    elif isinstance(atom, t.SetAtom):
                        kept |= atom.elem.types
        else:
            compared = any(
                isinstance(a, t.BuiltinAtom)
                and a.name.startswith(_COLLECTIONS)
                and a.name.partition("#")[2] in _COMPARING
                for a in self.type_of(node.callee)
            )
            kept = (
                self.type_of(node.arguments[0])
                if compared and node.arguments
                else t.NEVER
            )
        if t.REGEXP in kept and not self.patterns_differ:
            self.warn_of_patterns(node)

    def warn_of_patterns(self, node: n.Node) -> None:
        self.warn(
            node,
            "two regular expressions of one text are two objects in JavaScript, and one "
            "in Python",
        )
