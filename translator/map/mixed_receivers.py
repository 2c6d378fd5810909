"""Methods called on what may be of several kinds, of which some have no such method.

JavaScript throws a TypeError for those. A rule is about the kinds that have the method; what
it makes of the others mostly raises in Python, too: ``(5).upper()``. Where it would not,
because a dict is gone through as a list is, the receiver is checked.
"""

from __future__ import annotations

import ast
import re
from functools import cache
from types import GeneratorType

from ..analyse import types as t
from ..parse import nodes as n
from ..rules import Rule
from .listed_symbols import ListedSymbols

#: What holds such values in Python.
_HELD: dict[type[t.Atom], type] = {
    t.ArrayAtom: list,
    t.ObjectAtom: dict,
    t.MapAtom: dict,
    t.SetAtom: dict,
    # A future can be gone through, too.
    t.GeneratorAtom: GeneratorType,
    t.PromiseAtom: GeneratorType,
}
_NUMBERS = t.NUMBERS | {t.BOOLEAN, t.BIGINT}


class MixedReceivers(ListedSymbols):
    def checked_receiver(
        self, rule: Rule, name: str, node: n.Node, value: ast.expr
    ) -> ast.expr:
        """What a rule captured, checked for its kind where Python would take another one."""
        types = self.type_of(node)
        if len(types) < 2 or isinstance(node, n.SpreadElement):
            return value
        types -= t.NULLISH
        kept = self.with_method(node, types)
        others = types - kept - t.T_ANY
        if not others or not any(takes(rule, name, _held_as(a)) for a in others):
            return value
        kept -= t.T_ANY
        if kept == t.T_STRING:
            return self.helper("only_text", value)
        if t.only(kept, t.ArrayAtom):
            return self.helper("only_list", value)
        raise self.refuse(
            node, "a method of what may be of a kind that does not have it"
        )


def _held_as(atom: t.Atom) -> type:
    if atom is t.STRING:
        return str
    if atom in _NUMBERS:
        return int
    return next(
        (held for kind, held in _HELD.items() if isinstance(atom, kind)), object
    )


@cache
def takes(rule: Rule, name: str, held: type) -> bool:
    """Whether the template of a rule may give a result for a value that is held so, too."""
    text = f" {rule.python}"
    for use in re.finditer(
        r"(\w*)(\W)\{\{\s*" + name + r"\b[^}]*\}\}(\.\w+|\[)?", text
    ):
        word, mark, after = use.groups()
        after = after or ""
        if after.startswith(".") and not hasattr(held, after[1:]):
            continue
        if held in (int, object) and (
            after == "[" or (word, mark) in (("len", "("), ("in", " "))
        ):
            continue
        return True
    return False
