"""What goes through the keys of objects: where JavaScript leaves symbols out, so does this."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from ..analyse import types as t
from ..parse import nodes as n
from ..pytree import build as b
from ..rules.keys import normalised
from .type_tags import TypeTags

#: What gives the texts among the keys, or what is under them.
OF_TEXTS = frozenset(
    {"Object.keys", "Object.values", "Object.entries", "Object.getOwnPropertyNames"}
)
_PRINTING = frozenset(
    {"console.log", "console.error", "console.info", "console.warn", "console.debug"}
)


class ListedSymbols(TypeTags):
    def leave_out_symbols(self, captured: Iterable[object]) -> None:
        """Of what a rule captured, take the objects whose keys are gone through without
        the symbols among these."""
        if not self.makes_symbols:
            return
        for node in captured:
            call = self.scopes.parents.get(node) if isinstance(node, n.Node) else None
            if (
                not isinstance(call, n.CallExpression)
                or call.arguments[:1] != [node]
                or node in self.preset
            ):
                continue
            assert isinstance(node, n.Node)
            names = self.builtins_called(call)
            if names & OF_TEXTS:
                self.preset_without(node)
            elif "JSON.stringify" in names:
                self.leave_out_of_json(node)

    def preset_without(self, node: n.Node) -> None:
        """Take an object without its symbols, wherever rules put it."""
        types = self.type_of(node)
        fields = self.symbol_attributes(node, types)
        if fields or self.may_have_symbol_keys(types):
            value = self.expr(node)
            self.preset[node] = self.helper("without_symbols", value, *fields)

    def symbol_attributes(
        self, node: n.Node, types: Iterable[t.Atom]
    ) -> list[ast.expr]:
        """The attributes of instances that stand for symbols, as an argument."""
        names: set[str] = set()
        for atom in types:
            fields = self.symbol_fields(atom)
            if fields and not isinstance(atom, (t.InstanceAtom, t.ObjectAtom)):
                self.check_symbol_fields(node, frozenset({atom}))
            names |= {self.attribute(name) for name in fields}
        return [b.tuple_([b.const(name) for name in sorted(names)])] if names else []

    def builtins_called(self, call: n.CallExpression) -> set[str]:
        return {
            a.name for a in self.type_of(call.callee) if isinstance(a, t.BuiltinAtom)
        }

    def leave_out_of_json(self, node: n.Node) -> None:
        """JSON has no symbols, be they keys or values (ECMA-262 section 25.5.2)."""
        types = self.type_of(node)
        deep = self.deep_atoms(types)
        fields = self.symbol_attributes(node, deep)
        if not (
            fields
            or t.SYMBOL in deep
            or any(map(self.has_symbol_keys, deep))
            or (t.ANY in deep and self.any_symbol_keys)
        ):
            return
        if t.SYMBOL in types or "toJSON" in self.analysis.inference.own_names:
            raise self.refuse(node, "JSON of what may hold symbols")
        value = self.expr(node)
        self.preset[node] = self.helper("without_symbols_inside", value, *fields)

    def check_library_symbols(self, node: n.CallExpression) -> None:
        """Refuse symbols as keys of what a library is given: it may list or show them."""
        names = {
            normalised(a.name)
            for a in self.type_of(node.callee)
            if isinstance(a, t.ModuleAtom)
        }
        if not names or not self.makes_symbols and not self.analysis.classes:
            return
        for argument in node.arguments:
            types = self.type_of(argument) - t.T_ANY
            if types == t.T_SYMBOL or isinstance(argument, n.SpreadElement):
                continue
            if names == {"util:inspect"} and len(node.arguments) == 1:
                if t.STRING not in types:
                    continue
            if any(name.startswith(("util:", "assert:")) for name in names):
                if self.shown_symbols(types, argument) is not None:
                    raise self.refuse(argument, "what may hold symbols here")
            elif any(map(self.has_symbol_keys, self.deep_atoms(types))):
                raise self.refuse(
                    argument, "symbols as keys of what a library is given"
                )

    def check_shown_symbols(
        self, node: n.CallExpression, argument: n.Node, names: set[str]
    ) -> None:
        """Refuse what may hold symbols where nothing is known to do with them."""
        if "JSON.stringify" in names:
            return
        types = self.type_of(argument)
        first = node.arguments[0]
        formatted = "%" in str(getattr(first, "value", "")) and argument is not first
        if not names & _PRINTING or formatted:
            if self.shown_symbols(types - t.T_ANY, argument) is not None:
                raise self.refuse(argument, "what may hold symbols here")
