"""The values that fill in ``%s``, ``%d`` and so on in what console.log is given."""

from __future__ import annotations

import ast
import re

from ..analyse import types as t
from ..analyse.types import Type
from ..parse import nodes as n
from ..pytree import build as b
from .shown_values import ShownValues

#: https://nodejs.org/api/util.html#utilformatformat-args
DIRECTIVE = re.compile(r"%[sdifjoOc%]")

#: NaN as numbers, as the helper takes them
_NO_NUMBERS = (t.ObjectAtom, t.FunctionAtom)
_PLAIN = (t.ObjectAtom, t.ArrayAtom)
_SHOWN = (*_PLAIN, t.InstanceAtom, t.ErrorAtom)
_PRIMITIVES = t.NUMBERS | {t.STRING, t.BOOLEAN, t.UNDEFINED}


class ShownFormats(ShownValues):
    def formatted(self, value: ast.expr, types: Type, node: n.Node) -> ast.expr:
        """A value as the helper that fills in a format takes it."""
        if isinstance(node, n.SpreadElement):
            given = self.analysis.inference.iterated(self.type_of(node.argument))
            self.check_filled_in(given, node, "s")
            return value
        letter = self.directive_of(node)
        if letter == "":
            return self.shown_of(value, types, node)
        if letter == "s" and types == t.T_NULL:
            return b.const("null")
        if letter == "s" and types == t.T_BIGINT:
            return b.fstring([value, "n"])
        self.check_filled_in(types, node, letter)
        return value

    def directive_of(self, node: n.Node) -> str:
        """The letter of the directive that an argument fills in; empty where there is none
        left, ``s`` where the format is not known."""
        call = self.scopes.parents.get(node)
        if not isinstance(call, n.CallExpression) or node not in call.arguments:
            return "s"
        at = call.arguments.index(node)
        template = self.analysis.inference.regexps.text(call.arguments[0])
        if template is None or any(
            isinstance(a, n.SpreadElement) for a in call.arguments[:at]
        ):
            return "s"
        letters = [x[1] for x in DIRECTIVE.findall(template) if x != "%%"]
        return letters[at - 1] if at <= len(letters) else ""

    def check_filled_in(self, types: Type, node: n.Node, letter: str) -> None:
        """Warn of what the helper writes otherwise than Node."""
        if letter == "c" or types <= _PRIMITIVES | t.T_ANY:
            return
        if any(isinstance(a, t.ObjectAtom) and self.has_no_prototype(a) for a in types):
            raise self.refuse(node, "an object without a prototype in a format")
        deep = self.deep_atoms(types)
        if letter in "dif":
            told = all(a in _PRIMITIVES or isinstance(a, _NO_NUMBERS) for a in types)
        elif letter == "j":
            told = all(a in _PRIMITIVES or isinstance(a, _PLAIN) for a in deep)
        elif letter == "o":
            told = all(a in _PRIMITIVES or type(a) is t.ObjectAtom for a in deep)
        else:
            self.check_shown(node, types)
            told = all(a in _PRIMITIVES or isinstance(a, _SHOWN) for a in deep) or (
                types == {t.DATE}
            )
        if not told:
            self.warn(
                node, f"Node fills in %{letter} with another text for some such values"
            )
