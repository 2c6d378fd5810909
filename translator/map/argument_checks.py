"""What JavaScript's own functions do with arguments of another kind than they are made for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import zip_longest

from ..analyse import types as t
from ..analyse.literal_arguments import arguments_of
from ..analyse.signatures import overload
from ..parse import nodes as n
from ..parse.regexp import regexp_error
from ..pytree import build as b
from ..rules import type_expr as x
from .held_otherwise import HeldOtherwise

#: Beginnings of the names of functions that take numbers and nothing else.
_NUMERIC = ("Math.", "String.from", "isNaN", "isFinite")
#: Those to which null is no number, as None is none.
_NULL_IS_NONE = frozenset({"String.fromCodePoint"})
_MANY = frozenset({"Math.max", "Math.min", "Math.hypot"})
_SEARCHING = frozenset({"includes", "indexOf", "lastIndexOf"})
#: What throws a TypeError where it is given no function (ECMA-262 sections 22 to 27): the
#: beginnings of names.
_CALLING = (
    "Array#", "Array.from", "Iterator#", "Generator#", "Map#", "Map.groupBy", "Object.groupBy",
    "Set#", "typed.",
)  # fmt: skip


class ArgumentChecks(HeldOtherwise):
    def raises_instead(self, node: n.CallExpression) -> bool:
        """Whether a call surely throws, which is a statement; refuse or warn of what Python
        does otherwise with its arguments."""
        self.check_nullish_search(node)
        self.check_holes(node)
        self.check_accessors(node)
        self.check_numbers(node)
        self.check_held(node)
        self.check_entries(node)
        self.check_patterns_kept(node)
        return self.without_function(node) or self.invalid_pattern(node)

    def parameters_of(
        self, node: n.CallExpression, atom: t.BuiltinAtom
    ) -> Iterator[tuple[x.Param, n.Node | None]]:
        """What the signature of one of JavaScript's own functions says of its parameters, each
        with the argument that a call gives for it."""
        if any(isinstance(a, n.SpreadElement) for a in node.arguments):
            return
        owner, _, name = atom.name.rpartition("#" if "#" in atom.name else ".")
        found = self.analysis.inference.signatures.find(owner or "globals", name)
        if not found:
            return
        chosen = overload(found, len(node.arguments), arguments_of(node))
        if chosen is None:
            return
        for param, argument in zip_longest(chosen.params, node.arguments):
            if param is None or param.rest:
                return
            yield param, argument

    def check_numbers(self, node: n.CallExpression) -> None:
        """Refuse objects, texts and the like where a built-in function takes a number: what
        JavaScript converts, Python refuses when the program runs, or takes as it is."""
        if any(isinstance(a, n.SpreadElement) for a in node.arguments):
            return
        for atom in self.type_of(node.callee):
            if not isinstance(atom, t.BuiltinAtom):
                continue
            if atom.name.startswith(_NUMERIC):
                self.check_convertible(node, atom.name)
            if "#" not in atom.name:
                continue
            for param, argument in self.parameters_of(node, atom):
                numeric = getattr(param.type, "name", "") in ("int", "nat", "number")
                if argument is None or not numeric:
                    continue
                types = self.type_of(argument)
                if types - t.NUMBERS - t.T_ANY - t.NULLISH - t.T_BOOLEAN or (
                    t.NULL in types and (types == t.T_NULL or param.optional)
                ):
                    method = atom.name.rpartition("#")[2]
                    raise self.refuse(
                        argument,
                        f"what is no number as the {param.name} of {method}",
                        "convert it: Number(x)",
                    )

    def without_function(self, node: n.CallExpression) -> bool:
        """Whether a method is given something else in place of its callback, which throws
        before anything is called, also where there is nothing to call it with."""
        atoms = self.type_of(node.callee)
        if len(atoms) != 1 or not all(
            isinstance(a, t.BuiltinAtom) and a.name.startswith(_CALLING) for a in atoms
        ):
            return False
        wrong: list[str] = []
        for atom in atoms:
            assert isinstance(atom, t.BuiltinAtom)
            for param, argument in self.parameters_of(node, atom):
                types = t.T_UNDEFINED if argument is None else self.type_of(argument)
                if param.optional:
                    types -= t.T_UNDEFINED
                if (
                    isinstance(param.type, x.Func)
                    and types
                    and not any(map(t.may_be_function, types))
                ):
                    wrong.append(shown_by_v8(argument, types))
        if not wrong:
            return False
        callee = node.callee
        parts = [callee.object] if isinstance(callee, n.MemberExpression) else []
        for part in (*parts, *node.arguments):
            if not self.effects.pure(part) or self.may_fail_by_name(part):
                self.effect(part)
        error = b.call("TypeError", b.const(f"{wrong[0]} is not a function"))
        self.emit(ast.Raise(error, None))
        return True

    def check_convertible(self, node: n.CallExpression, name: str) -> None:
        """Refuse what is no number as JavaScript converts it: bigints, which throw a TypeError,
        and objects that say themselves what they are."""
        for argument in node.arguments:
            types = self.type_of(argument)
            if t.BIGINT in types:
                raise self.refuse(
                    argument, "a bigint in place of a number", "convert it: Number(x)"
                )
            self.check_converts(types, argument)
            self.note_converted(types, argument)
            mixed = not types & t.T_ANY and not types & t.NUMBERS
            if t.NULL in types and (name in _NULL_IS_NONE or (mixed and name in _MANY)):
                raise self.refuse(argument, "null in place of a number")

    def invalid_pattern(self, node: n.CallExpression | n.NewExpression) -> bool:
        """Whether ``RegExp`` is called with a pattern that is none, which raises."""
        callee, arguments = node.callee, node.arguments
        if (
            not isinstance(callee, n.Identifier)
            or callee.name != "RegExp"
            or callee in self.scopes.binding_of
            or not 1 <= len(arguments) <= 2
            or not all(isinstance(a, n.StringLiteral) for a in arguments)
        ):
            return False
        source, *flags = (a.value for a in arguments if isinstance(a, n.StringLiteral))
        wrong = regexp_error(source, flags[0] if flags else "")
        if wrong is None:
            return False
        told = f"Invalid regular expression: /{source}/: {wrong}"
        self.use("re")
        self.emit(ast.Raise(b.call("re.error", b.const(told)), None))
        return True

    def check_nullish_search(self, node: n.CallExpression) -> None:
        """Warn where a method tells null from undefined, both None in Python."""
        callee = node.callee
        if not (
            isinstance(callee, n.MemberExpression)
            and isinstance(callee.property, n.Identifier)
            and not callee.computed
        ):
            return
        name = callee.property.name
        if name in _SEARCHING and node.arguments:
            elements = self.analysis.inference.iterated(self.type_of(callee.object))
            wanted = self.type_of(node.arguments[0])
            if (
                t.NULL in elements
                and t.UNDEFINED in wanted
                or t.UNDEFINED in elements
                and t.NULL in wanted
            ):
                self.warn(node, "null and undefined are both None in Python")
        elif name in ("sort", "toSorted") and not node.arguments:
            for atom in self.type_of(callee.object):
                if isinstance(atom, t.ArrayAtom) and t.NULL in atom.elem.types:
                    self.warn(node, "null is None in Python, sorted behind all others")


def shown_by_v8(node: n.Node | None, types: t.Type) -> str:
    """How messages of V8 show a value: exactly, if it is a constant."""
    if node is None or types == t.T_UNDEFINED:
        return "undefined"
    if isinstance(node, n.StringLiteral):
        return node.value
    if isinstance(node, n.BooleanLiteral):
        return str(node.value).lower()
    if types == t.T_NULL:
        return "null"
    return getattr(node, "raw", None) or "#<Object>"
