"""What console.log shows of a value."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.types import Type
from ..parse import nodes as n
from ..pytree import build as b
from .conversions import is_bytes, may_find_nothing, unwrapped
from .shown_checks import ShownChecks
from .typed_kinds import SHOWN, class_of

#: what console.log shows without asking what it is
_PLAIN = t.NUMBERS | t.NULLISH | {t.STRING, t.BOOLEAN}
_MANY_ATOMS = 40


class ShownValues(ShownChecks):
    def shown_of(self, value: ast.expr, types: Type, node: n.Node) -> ast.expr:
        """A value as console.log shows it; text and integers are printed as they are."""
        if may_find_nothing(value):
            types |= t.T_UNDEFINED
        if types and types <= t.T_STRING | (self.exact_text & t.INTEGERS):
            return unwrapped(value)
        if types and types <= t.T_BOOLEAN:
            return self.field_of(value, types, node)
        if types and types <= t.NUMBERS:
            if self.may_be_minus_zero(node):
                return self.helper("show_number", value)
            return self.field_of(value, types, node)
        if types and types <= t.T_BIGINT:
            return b.fstring([value, "n"])
        if types == t.T_UNDEFINED and isinstance(value, ast.Constant):
            return b.const("undefined")
        if types == t.T_NULL:
            return b.const("null")
        if types and all(is_bytes(a, "node.Buffer") for a in types):
            return self.helper("inspect_buffer", value)
        if types == t.T_SYMBOL:
            return b.call("repr", value)
        pattern = self.pattern_text(types, node)
        if pattern is not None:
            return pattern
        self.check_shown(node, types)
        shown = class_of(types)
        if types and all(is_bytes(a, "node.Uint8Array") for a in types):
            shown = "Uint8Array"
        if shown is not None and shown in SHOWN and not types & t.NULLISH:
            return self.helper("inspect_typed", value, b.const(shown))
        none = self.shown_none(types, node)
        symbols = self.shown_symbols(types, node)
        if symbols is not None:
            return self.shown_with_symbols(value, types, none | symbols)
        if t.only(types, t.MapAtom):
            return self.helper("inspect_map", value, **none)
        if t.only(types, t.SetAtom):
            return self.helper("inspect_set", value, **none)
        simple = types - t.NULLISH
        if simple and simple <= t.T_STRING | t.INTEGERS:
            # A text alone is shown without quotes, the others as inspect does.
            return self.helper("optional_text", value, **self.none_name(types, node))
        return self.helper(self.inspector(types), value, **none)

    def inspector(self, types: Type) -> str:
        """The smallest helper that shows each value of a type."""
        deep = self.deep_atoms(types)
        verb = "show" if t.STRING in types or t.ANY in types or not types else "inspect"
        if t.MATCH in deep:
            return f"{verb}_matches"
        few = len(deep) <= _MANY_ATOMS
        return f"{verb}_data" if few and self.is_plain_data(types, ()) else verb

    def shown_none(self, types: Type, node: n.Node) -> dict[str, ast.expr]:
        """The keyword for helpers that show None, which may be inside of a value, too."""
        inside = types | self.held_atoms(types)
        none = self.none_name(inside, node)
        if (t.ANY in inside or not types) and not none and self.parses_json:
            self.__dict__["_parses_json"] = False
            self.warn(
                node,
                "null in parsed JSON is None in Python, and is shown as undefined here",
            )
        return none

    def inspected(self, value: ast.expr, types: Type, node: n.Node) -> ast.expr:
        """A value as util.inspect shows it: as console.log does, but for text in quotes."""
        if types and not types & (t.T_STRING | t.T_ANY):
            return self.shown_of(value, types, node)
        self.check_shown(node, types)
        return self.helper("inspect", value, **self.shown_none(types, node))

    def showable(self, value: ast.expr, types: Type, node: n.Node) -> ast.expr:
        """A value for a helper that shows it, and knows nothing else of it."""
        self.check_shown(node, types)
        if any(isinstance(a, (t.MapAtom, t.SetAtom)) for a in types):
            self.warn(
                node, "a Map or Set is a dict in Python, and is shown as an object"
            )
        if types & {t.REGEXP, t.MATCH, t.BIGINT}:
            self.warn(node, "this value is shown as Python's own")
        return value

    def shown_with_symbols(
        self, value: ast.expr, types: Type, options: dict[str, ast.expr]
    ) -> ast.expr:
        """The helper that shows what may be a symbol, or hold some."""
        for kind, atom in (("Map", t.MapAtom), ("Set", t.SetAtom)):
            if t.only(types, atom):
                options["kind"] = b.const(kind)
        if t.STRING in types or t.ANY in types or not types:
            return self.helper("show_symbols", value, **options)
        return self.helper("inspect_symbols", value, **options)

    def is_plain_data(self, types: Type, around: tuple[t.Atom, ...]) -> bool:
        """Whether a value is made of numbers, texts, arrays and objects, none in itself."""
        if not types or len(around) > 8:
            return False
        for atom in types - _PLAIN:
            if atom in around:
                return False
            inner = (*around, atom)
            if isinstance(atom, t.ListInstanceAtom):
                return False
            if isinstance(atom, t.ArrayAtom):
                held = [atom.elem]
            elif (
                isinstance(atom, t.ObjectAtom)
                and not atom.accessors
                and not self.representation.is_instance(atom)
            ):
                held = [*atom.props.values(), atom.dynamic]
            else:
                return False
            if not all(
                self.is_plain_data(cell.types, inner) for cell in held if cell.types
            ):
                return False
        return True

    @property
    def parses_json(self) -> bool:
        """Whether the program parses JSON, and nothing was said yet about null in it."""
        found: bool | None = self.__dict__.get("_parses_json")
        if found is None:
            found = self.__dict__["_parses_json"] = any(
                isinstance(atom, t.BuiltinAtom) and atom.name == "JSON.parse"
                for atom in self.analysis.inference.sites.values()
            )
        return found

    def may_lose_sign(self, node: n.Node) -> bool:
        """Whether a number may be -0 in JavaScript and the integer 0 in Python: one that is
        an integer, the negative of any, or a remainder of what may be anything (helper
        ``remainder``)."""
        if self.is_exactly(node, t.T_NAT) or (
            self.analysis.inference.constant_number(node) is not None
        ):
            return False
        if self.is_exactly(node, t.INTEGERS):
            return True
        binding = self.scopes.binding_of.get(node)  # type: ignore[call-overload]
        value = (binding.held if binding is not None else None) or node
        if isinstance(value, n.UnaryExpression) and value.operator == "-":
            return True
        return (
            isinstance(value, n.BinaryExpression)
            and value.operator == "%"
            and not self.is_exactly(value.left, t.T_NAT)
            and bool(self.type_of(value) & (t.T_NAN | t.T_ANY))
        )

    def may_be_minus_zero(self, node: n.Node, depth: int = 6) -> bool:
        """Whether a number may be -0, which console.log alone writes with its sign."""
        types = self.type_of(node)
        if types <= t.INTEGERS:
            return False
        constant = self.analysis.inference.constant_number(node)
        if constant is not None:
            return str(constant) == "-0.0"
        if depth == 0 or not isinstance(node, n.BinaryExpression):
            return True
        left, right = node.left, node.right
        if node.operator == "+":
            return self.may_be_minus_zero(left, depth - 1) and self.may_be_minus_zero(
                right, depth - 1
            )
        if node.operator == "-":
            # Only -0 - 0 is -0.
            return self.may_be_minus_zero(left, depth - 1)
        if node.operator in ("*", "/"):
            return not (
                self.never_negative(left, depth - 1)
                and self.never_negative(right, depth - 1)
            )
        return True

    def never_negative(self, node: n.Node, depth: int) -> bool:
        """Whether a number surely is 0 or above, and not -0."""
        if self.type_of(node) <= t.T_NAT:
            return True
        constant = self.analysis.inference.constant_number(node)
        if constant is not None:
            return not str(constant).startswith("-")
        return (
            depth > 0
            and isinstance(node, n.BinaryExpression)
            and node.operator in ("+", "*", "/")
            and self.never_negative(node.left, depth - 1)
            and self.never_negative(node.right, depth - 1)
        )
