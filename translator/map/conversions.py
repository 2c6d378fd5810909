"""Values seen as conditions and as text: JavaScript's truthiness and ToString by type."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from ..analyse import types as t
from ..analyse.initialization import may_lack_value
from ..analyse.symbols import TAG
from ..analyse.types import Type
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import binding_of
from .odd_kinds import TAGGED, OddKinds, is_weak

#: Atoms that are false in Python exactly where they are in JavaScript.
_SAME_TRUTH = frozenset(
    (t.NUMBERS - {t.NAN}) | {t.BOOLEAN, t.BIGINT, t.STRING, t.UNDEFINED, t.NULL}
)
#: Atoms that are always true in JavaScript and in Python.
_ALWAYS_TRUE = (
    t.InstanceAtom,
    t.ClassAtom,
    t.FunctionAtom,
    t.BuiltinAtom,
    t.PromiseAtom,
    t.ErrorAtom,
    t.GeneratorAtom,
    t.ResolverAtom,
    t.HostAtom,
)
#: Atoms whose text is what ``str()`` gives.
_STR_IS_EXACT = t.INTEGERS | {t.STRING, t.BIGINT}
#: From here on, numbers are written with an exponent (ECMA-262 section 6.1.6.1.20).
_EXPONENT_FROM = 1e21
_CONTAINERS = (t.ArrayAtom, t.ObjectAtom, t.MapAtom, t.SetAtom)


class Conversions(OddKinds):
    # -- characters beyond U+FFFF --------------------------------------------------------

    @property
    def has_astral(self) -> bool:
        """Whether texts of the program, other than those only printed, have such ones."""
        found: bool | None = self.__dict__.get("_has_astral")
        if found is None:
            found = self.__dict__["_has_astral"] = any(
                is_astral(node) and not self.only_printed(node)
                for node in self.analysis.types
                if isinstance(node, (n.StringLiteral, n.TemplateLiteral))
            )
        return found

    def check_halves(self, node: n.Node, text: str) -> None:
        """Warn of halves of surrogate pairs: Python neither joins nor prints them."""
        if not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text):
            self.warn(
                node,
                "half of a surrogate pair: Python does not join two of them, and "
                "cannot print one",
            )

    def only_printed(self, node: n.Node) -> bool:
        parent = self.scopes.parents.get(node)
        while (
            isinstance(
                parent, (n.BinaryExpression, n.TemplateLiteral, n.ConditionalExpression)
            )
            and getattr(parent, "operator", "+") == "+"
        ):
            parent = self.scopes.parents.get(parent)
        if not isinstance(parent, (n.CallExpression, n.NewExpression)):
            return False
        callee = parent.callee
        if isinstance(callee, n.MemberExpression):
            callee = callee.object
        return (
            isinstance(callee, n.Identifier)
            and callee not in self.scopes.binding_of
            and (callee.name == "console" or callee.name.endswith("Error"))
        )

    def is_bmp(self, node: n.Node, depth: int = 6) -> bool:
        """Whether a text counts as many characters in Python as units in JavaScript.

        What comes from outside of the program is taken to do so.
        """
        if not self.has_astral:
            return True
        if isinstance(node, (n.StringLiteral, n.TemplateLiteral)):
            return not is_astral(node) and all(
                self.is_bmp(e, depth - 1) for e in getattr(node, "expressions", ())
            )
        types = self.type_of(node)
        if types <= t.PRIMITIVES - t.T_STRING:
            return True
        if depth and isinstance(node, n.Identifier):
            binding = self.scopes.binding_of.get(node)
            if binding is not None and not binding.reassigned:
                value = binding.held
                return value is not None and self.is_bmp(value, depth - 1)
        if depth and isinstance(node, n.BinaryExpression):
            return self.is_bmp(node.left, depth - 1) and self.is_bmp(
                node.right, depth - 1
            )
        return False

    # -- truth -----------------------------------------------------------------------

    def truth(self, types: Type) -> str:
        """How a value of the type is tested: plain, not_none, true or helper."""
        if not types or t.ANY in types or t.NAN in types:
            return "helper"
        containers = objects = False
        for atom in types:
            if atom in _SAME_TRUTH:
                continue
            if (
                isinstance(atom, _ALWAYS_TRUE)
                and not is_sized(atom)
                or atom in (t.REGEXP, t.DATE, t.MATCH, t.SYMBOL)
                or isinstance(atom, t.ObjectAtom)
                and self.representation.is_instance(atom)
            ):
                objects = True
            elif isinstance(atom, _CONTAINERS) or is_sized(atom):
                containers = True
            else:
                return "helper"
        if containers:
            rest = frozenset(
                a for a in types if not isinstance(a, (*_CONTAINERS, *_ALWAYS_TRUE))
            )
            if rest <= t.NULLISH:
                return "not_none" if rest else "true"
            return "helper"
        if objects and not types & _SAME_TRUTH:
            return "true"
        return "plain"

    def as_test(self, value: ast.expr, types: Type) -> ast.expr:
        """A value as a condition, with JavaScript's truthiness (ECMA-262 7.1.2)."""
        how = self.truth(types)
        if how == "plain":
            return value
        if how == "not_none":
            return b.compare(value, "is not", b.const(None))
        if how == "true" and self.surely_has_value(value):
            return b.const(True)
        if how == "true":
            # Evaluated for its effects; it cannot be false.
            return b.compare(value, "is not", b.const(None))
        return self.helper("truthy", value)

    def surely_has_value(self, value: ast.expr) -> bool:
        """Whether reading a name or constant gives a value and does nothing else."""
        if isinstance(value, ast.Constant):
            return True
        binding = binding_of(value)
        return isinstance(value, ast.Name) and (
            binding is None or not may_lack_value(self.scopes, binding)
        )

    # -- text ------------------------------------------------------------------------

    def text_of(self, value: ast.expr, types: Type, node: n.Node) -> ast.expr:
        """A value as ``String(value)`` gives it; an integer stays one where str() does."""
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            return value
        if types and types <= t.T_STRING and not may_find_nothing(value):
            return value
        part = self.field_of(value, types, node)
        if (
            isinstance(part, ast.Constant)
            and isinstance(part.value, int)
            or (types and types <= self.exact_text and not may_find_nothing(value))
            or types == t.T_SYMBOL
        ):
            return b.call("str", part)
        if self.prints_itself(types):
            return b.call("str", part)
        return part

    @cached_property
    def exact_text(self) -> Type:
        """The kinds of value that ``str()`` writes as JavaScript does: integers are among
        them unless the program has numbers that are written with an exponent."""
        for node in n.walk(self.scopes.program):
            if isinstance(node, n.NumberLiteral) and abs(node.value) >= _EXPONENT_FROM:
                return _STR_IS_EXACT - t.INTEGERS
        return _STR_IS_EXACT

    def prints_itself(self, types: Type) -> bool:
        """Whether ``str()`` of each value is what JavaScript's ToString gives."""
        return bool(types) and all(
            isinstance(a, t.InstanceAtom)
            and any(
                self.analysis.inference.find_member(a.cls, name) is not None
                for name in ("toString", TAG)
            )
            for a in types
        )

    def field_of(self, value: ast.expr, types: Type, node: n.Node) -> ast.expr:
        """A value for the replacement field of an f-string, where ``str()`` is implied."""
        if may_find_nothing(value):
            types |= t.T_UNDEFINED
        if types <= t.T_STRING and types:
            return unwrapped(value)
        if types and types <= self.exact_text:
            return value
        if self.prints_itself(types):
            return value
        if types and types <= t.T_BOOLEAN:
            if isinstance(value, ast.Constant):
                return b.const(str(value.value).lower())
            return b.call(b.attr(b.call("str", value), "lower"))
        if types and types <= t.NUMBERS:
            if isinstance(value, ast.Constant) and isinstance(value.value, int):
                return value
            return self.helper("number_to_string", value)
        if types == t.T_UNDEFINED and isinstance(value, ast.Constant):
            return b.const("undefined")
        if types == t.T_NULL:
            return b.const("null")
        if t.only(types, t.HostAtom):
            return self.host_text(value, types, node)
        if t.MATCH in types:
            if types - {t.MATCH, t.NULL}:
                raise self.refuse(node, "the text of what may be a match")
            return self.helper("match_to_string", value)
        if types == t.T_SYMBOL:
            return value  # no text is made of it: that raises, as in JavaScript
        pattern = self.pattern_text(types, node)
        if pattern is not None:
            return pattern
        if any(isinstance(a, tuple(TAGGED)) for a in types):
            return self.tagged_text(types, node)
        self.check_told(types, node)
        self.note_converted(types, node, as_text=True)
        if any(isinstance(a, (t.FunctionAtom, t.ClassAtom)) for a in types):
            self.warn(node, "the text of a function is its source in JavaScript")
        return self.helper(
            self.text_helper(types), value, **self.none_name(types, node)
        )

    def pattern_text(self, types: Type, node: n.Node) -> ast.expr | None:
        """The text of a RegExp that stands here, or that a constant holds: its source."""
        if types != {t.REGEXP}:
            return None
        binding = self.scopes.binding_of.get(node)  # type: ignore[call-overload]
        literal = node if binding is None or binding.reassigned else binding.held
        if isinstance(literal, n.RegExpLiteral):
            return b.const(f"/{literal.pattern}/{''.join(sorted(literal.flags))}")
        return None

    def tagged_text(self, types: Type, node: n.Node) -> ast.expr:
        """The text of a Map, Set or promise, which tells nothing but what it is."""
        for kind, text in TAGGED.items():
            weak = any(is_weak(a) for a in types)
            if t.only(types, kind) and self.effects.pure(node) and not weak:
                return b.const(text)
        raise self.refuse(node, "the text of what may be a Map or Set, or a promise")

    def text_helper(self, types: Type) -> str:
        """The smallest helper that writes each value of a type as ToString does."""
        if types and types <= self.exact_text | t.NULLISH:
            return "optional_text"
        if types and types <= t.PRIMITIVES - t.T_SYMBOL:
            return "primitive_to_string"
        return "to_string"

    def none_name(self, types: Type, node: n.Node) -> dict[str, ast.expr]:
        """The keyword for helpers that write None: which of the two words it is."""
        if t.ANY in types and self.from_json(node):
            return {"none": b.const("null")}
        if t.NULL in types and t.UNDEFINED not in types and t.ANY not in types:
            return {"none": b.const("null")}
        if t.NULL in types and t.ANY in types and t.UNDEFINED not in types:
            self.warn(
                node,
                "null and undefined are both None in Python: the text of either is "
                "written as 'null' here",
            )
            return {"none": b.const("null")}
        if t.NULL in types and t.UNDEFINED in types:
            self.warn(
                node,
                "null and undefined are both None in Python: the text of either is "
                "written as 'undefined' here",
            )
        return {}

    def is_within_json(self, node: n.Node) -> bool:
        while isinstance(node, n.MemberExpression):
            node = node.object
        return self.from_json(node)

    def from_json(self, node: n.Node) -> bool:
        """Whether a value comes out of JSON.parse, so that None is null there."""
        if isinstance(node, n.MemberExpression):
            return (
                node.computed
                and self.is_exactly(node.property, t.T_NAT)
                and self.is_within_json(node.object)
            )
        if isinstance(node, n.Identifier):
            binding = self.scopes.binding_of.get(node)
            value = binding.held if binding is not None else None
            return value is not None and self.from_json(value)
        return self.scopes.static_of(node, "JSON") == "parse"

    def host_text(self, value: ast.expr, types: Type, node: n.Node) -> ast.expr:
        """The text of an object that a library made: what the rules make of toString()."""
        text = self.host_call(value, types, node, "toString")
        if text is None:
            raise self.refuse(node, f"the text of {host_names(types)}")
        return text

    def host_call(
        self, value: ast.expr, types: Type, node: n.Node, method: str
    ) -> ast.expr | None:
        """What the rules make of a method of an object of a library, called without more."""
        place = {"start": node.start, "end": node.end}
        holder = n.Identifier("value", **place)
        name = n.Identifier(method, **place)
        callee = n.MemberExpression(holder, name, False, False, **place)
        self.analysis.types[holder] = types
        self.preset[holder] = value
        return self.rule_value(n.CallExpression(callee, [], False, **place), "value")

    def text(self, node: n.Node) -> ast.expr:
        return self.text_of(self.expr(node), self.type_of(node), node)


def is_astral(node: n.Node) -> bool:
    """Whether a literal has characters that are two units in JavaScript, or halves."""
    if isinstance(node, n.StringLiteral):
        texts: list[str | None] = [node.value]
    elif isinstance(node, n.TemplateLiteral):
        texts = [quasi.cooked for quasi in node.quasis]
    else:
        return False
    return any(
        text is not None
        and not text.isascii()
        and any(c > "\uffff" or "\ud800" <= c <= "\udfff" for c in text)
        for text in texts
    )


def may_find_nothing(value: ast.expr) -> bool:
    """Whether an expression is a lookup that gives None where nothing is found."""
    return (
        isinstance(value, ast.Call)
        and isinstance(value.func, ast.Name)
        and value.func.id in ("get_item", "length_of")
    )


def unwrapped(value: ast.expr) -> ast.expr:
    """``x`` for ``str(x)``, where print or an f-string make it text anyway."""
    if (
        isinstance(value, ast.Call)
        and isinstance(value.func, ast.Name)
        and value.func.id == "str"
        and len(value.args) == 1
        and not value.keywords
        and not isinstance(value.args[0], ast.Starred)
    ):
        return value.args[0]
    return value


def is_bytes(atom: t.Atom, name: str | None = None) -> bool:
    """What is held as bytes: a Buffer of Node, what a TextEncoder gives."""
    return (
        isinstance(atom, t.HostAtom)
        and atom.name in t.BYTES
        and name in (None, atom.name)
    )


def is_sized(atom: t.Atom) -> bool:
    """What is false in Python where it is empty, though it is no list: bytes, arrays."""
    return isinstance(atom, t.HostAtom) and atom.name in t.BYTES | t.TYPED_ARRAYS


def host_names(types: Iterable[t.Atom]) -> str:
    names = (a.name.rpartition(".")[2] for a in types if isinstance(a, t.HostAtom))
    return " or ".join(sorted(set(names)))
