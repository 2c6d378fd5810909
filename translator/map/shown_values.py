"""What console.log shows of a value."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.types import Type
from ..parse import nodes as n
from ..pytree import build as b
from .conversions import host_names, is_bytes, may_find_nothing, unwrapped
from .symbol_keys import SymbolKeys
from .typed_kinds import SHOWN, class_of

#: what console.log shows without asking what it is
_PLAIN = t.NUMBERS | t.NULLISH | {t.STRING, t.BOOLEAN}
_MANY_ATOMS = 40


class ShownValues(SymbolKeys):
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
        self.check_stand_in(node, types, "what console.log shows")
        shown = class_of(types)
        if types and all(is_bytes(a, "node.Uint8Array") for a in types):
            shown = "Uint8Array"
        if shown is not None and shown in SHOWN and not types & t.NULLISH:
            return self.helper("inspect_typed", value, b.const(shown))
        deep = self.deep_atoms(types)
        if unshown := [a for a in deep if isinstance(a, t.HostAtom) and a.of_library]:
            raise self.refuse(node, f"what console.log shows of {host_names(unshown)}")
        inside = frozenset(deep) if deep - types else types
        if t.BIGINT in inside:
            self.warn(node, "a BigInt inside of what is printed is shown without its n")
        if any(is_arrow(a) for a in deep - types):
            self.warn(
                node, "a function inside of what is printed is shown without name"
            )
        none = self.none_name(inside, node)
        if (t.ANY in inside or not types) and not none and self.parses_json:
            self.__dict__["_parses_json"] = False
            self.warn(
                node,
                "null in parsed JSON is None in Python, and is shown as undefined here",
            )
        symbols = self.shown_symbols(types, node)
        if symbols is not None:
            return self.shown_with_symbols(value, types, none | symbols)
        if t.only(types, t.MapAtom):
            return self.helper("inspect_map", value, **none)
        if t.only(types, t.SetAtom):
            return self.helper("inspect_set", value, **none)
        for said in dict.fromkeys(map(self.shown_otherwise, deep)):
            if said is not None:
                self.warn(node, said)
        if any(isinstance(a, (t.MapAtom, t.SetAtom)) for a in deep):
            self.warn(
                node,
                "a Map or Set inside of what is printed is a dict in Python, and is "
                "shown as an object",
            )
        simple = types - t.NULLISH
        if simple and simple <= t.T_STRING | t.INTEGERS:
            # A text alone is shown without quotes, the others as inspect does.
            return self.helper("optional_text", value, **self.none_name(types, node))
        few = len(deep) <= _MANY_ATOMS
        form = "_data" if few and self.is_plain_data(types, ()) else ""
        if t.STRING in types or t.ANY in types or not types:
            return self.helper(f"show{form}", value, **none)
        return self.helper(f"inspect{form}", value, **none)

    def shown_otherwise(self, atom: t.Atom) -> str | None:
        """What Node shows of such a value, and the output does not."""
        inference = self.analysis.inference
        if isinstance(atom, t.InstanceAtom):
            if any(cls.node.held for cls in inference.ancestors(atom.cls)):
                return "what a class that extends Map or Set holds is not shown"
        elif isinstance(atom, t.ListInstanceAtom):
            if self.has_fields(atom):
                return "the fields of a class that extends Array are not shown"
        elif isinstance(atom, t.FunctionAtom):
            if any(
                cell.types and not name.startswith("prototype")
                for name, cell in inference.statics_of(atom).items()
            ):
                return "the properties of a function are not shown"
        elif isinstance(atom, t.ObjectAtom):
            if self.representation.is_instance(atom):
                return (
                    "an object with methods that use `this` is shown as an instance, "
                    "without its methods"
                )
            if self.has_no_prototype(atom):
                return "an object without a prototype is shown as any other one"
        return None

    def has_no_prototype(self, atom: t.ObjectAtom) -> bool:
        """Whether Node shows an object as ``[Object: null prototype]``."""
        site = atom.site
        if isinstance(site, n.MemberExpression):
            return getattr(site.property, "name", "") == "groups"
        if not isinstance(site, n.CallExpression):
            return False
        for called in self.type_of(site.callee):
            if isinstance(called, t.BuiltinAtom) and called.name == "Object.create":
                return isinstance(site.arguments[0], n.NullLiteral)
            name = getattr(called, "name", "")
            if name == "Object.groupBy" or name.endswith("querystring:parse"):
                return True
        return False

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

    def deep_atoms(self, types: Type) -> set[t.Atom]:
        """The atoms of a type and of what its values hold."""
        return set(t.reached(types, set()))


def is_arrow(atom: t.Atom) -> bool:
    """Whether a function becomes a lambda, which has no name."""
    return isinstance(atom, t.FunctionAtom) and isinstance(
        atom.node, n.ArrowFunctionExpression
    )
