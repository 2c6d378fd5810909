"""Guards of rules: type expressions proved by the analysis, and words."""

from __future__ import annotations

from collections.abc import Sequence

from ..analyse import types as t
from ..analyse.types import Type
from ..parse import nodes as n
from ..rules import Captures, Rule
from ..rules import type_expr as x
from ..rules.type_parser import parse_type
from .typed_arrays import only_reads
from .words import Words

_ITEMS = t.TYPED_ARRAYS | {"node.Buffer"}
_NUMERIC = {
    "nat": frozenset({t.NAT}),
    "int": t.INTEGERS,
    "number": t.NUMBERS - {t.NAN},
    "nan": t.NUMBERS,
}
_ERRORS = frozenset(
    {"Error", "TypeError", "RangeError", "SyntaxError", "ReferenceError", "EvalError",
     "URIError", "AggregateError"}
)  # fmt: skip


class Guards(Words):
    #: the rule, and the capture of it, whose guards are looked at
    guarded: tuple[Rule, str] | None = None

    def guards_hold(self, rule: Rule, captures: Captures, node: n.Node) -> bool:
        for name, guards in rule.guards.items():
            captured = node if name == "_" else captures.get(name)
            if captured is None:
                return False
            if isinstance(captured, list):
                if not self.hold_for_all(guards, captured, captures):
                    return False
                continue
            self.guarded = rule, name
            for guard in guards:
                if not self.holds(guard, captured, captures):
                    return False
        return True

    def hold_for_all(
        self,
        guards: Sequence[str | x.TypeExpr],
        items: list[n.Node],
        captures: Captures,
    ) -> bool:
        """Guards of a list hold for each of its items."""
        for guard in guards:
            if guard == "@nonempty":
                if not items:
                    return False
                continue
            if not all(self.holds(guard, item, captures) for item in items):
                return False
        return True

    def fact(self, node: n.Node, predicate: str) -> bool:
        """``X is type("...")`` in a template."""
        self.guarded = None
        if predicate.startswith("@"):
            return self.holds(predicate, node, {})
        return self.holds(parse_type(predicate), node, {})

    def holds(self, guard: str | x.TypeExpr, node: n.Node, captures: Captures) -> bool:
        if isinstance(node, n.SpreadElement):
            if isinstance(guard, str):
                return guard == "@spread"
            types = self.analysis.inference.iterated(self.type_of(node.argument))
            return self.fits(types - t.NULLISH, guard)
        if isinstance(guard, str):
            check = self.words.get(guard)
            if check is not None:
                return check(self, node)
            return self.word_with_names(guard, node, captures)
        types = self.with_method(node, self.type_of(node) - t.NULLISH)
        if t.ANY in types:
            table = self.analysis.inference.resolved.get(node)
            if table is not None:
                if not self.resolved_fits(table, guard):
                    return False
                types -= t.T_ANY
                if not types:
                    return True
        return self.fits(types, guard)

    def word_with_names(self, guard: str, node: n.Node, captures: Captures) -> bool:
        """A word that takes names in parentheses: captures, options or modules."""
        word, _, argument = guard.partition("(")
        about = self.words_about.get(word)
        if about is not None:
            others = [captures.get(a.strip()) for a in argument[:-1].split(",")]
            return about(node, [o for o in others if isinstance(o, n.Node)])
        return bool(self.library_word(word, argument[:-1].split(", "), node))

    def with_method(self, node: n.Node, types: Type) -> Type:
        """Of a receiver, the kinds of value that have the method: others throw."""
        if len(types) < 2:
            return types
        parent = self.scopes.parents.get(node)
        if not (isinstance(parent, n.MemberExpression) and parent.object is node):
            return types
        call = self.scopes.parents.get(parent)
        if not (isinstance(call, n.CallExpression) and call.callee is parent):
            return types
        name = self.analysis.inference.property_name(parent.property, parent.computed)
        if name is None:
            return types
        kept = frozenset(
            a
            for a in types
            if a is t.ANY
            or isinstance(a, (t.InstanceAtom, t.ClassAtom, t.FunctionAtom))
            or (
                isinstance(a, t.ObjectAtom)
                and any(
                    isinstance(v, (t.FunctionAtom, t.BuiltinAtom))
                    for cell in (a.dynamic, a.props.get(name))
                    if cell is not None
                    for v in cell.types
                )
            )
            or self.analysis.inference.signature_property(a, name) is not None
        )
        return kept or types

    def resolved_fits(self, table: str, guard: x.TypeExpr) -> bool:
        """A receiver of unknown type that the method's name proves to be of a type."""
        if isinstance(guard, x.ArrayOf):
            return table == "Array" and guard.item == x.Prim("any")
        if isinstance(guard, x.Prim):
            # Of a number it is not known whether it is NaN.
            names = (table, "any", "nan") if table == "number" else (table, "any")
            return guard.name in names
        if isinstance(guard, x.Name):
            return guard.name == table
        if isinstance(guard, x.Generic):
            return guard.name == table and all(a == x.Prim("any") for a in guard.args)
        if isinstance(guard, x.Union):
            return any(self.resolved_fits(table, option) for option in guard.options)
        return False

    def fits(self, types: Type, guard: x.TypeExpr) -> bool:
        """Whether each value of a type is one of the type expression."""
        if isinstance(guard, x.Prim):
            if guard.name in ("any", "unknown"):
                return True
            if guard.name == "object":
                return bool(types) and all(
                    isinstance(a, t.ObjectAtom)
                    and not self.representation.is_instance(a)
                    for a in types
                )
            allowed = _NUMERIC.get(guard.name)
            if allowed is None:
                allowed = (
                    frozenset({t.PRIMS[guard.name]}) if guard.name in t.PRIMS else None
                )
            return allowed is not None and bool(types) and types <= allowed
        if isinstance(guard, x.Union):
            return bool(types) and all(
                any(self.fits(frozenset({a}), option) for option in guard.options)
                for a in types
            )
        if not types:
            return False
        return all(self.atom_fits(a, guard) for a in types)

    def atom_fits(self, atom: t.Atom, guard: x.TypeExpr) -> bool:
        if isinstance(guard, x.ArrayOf):
            if isinstance(atom, t.HostAtom) and atom.name in _ITEMS:
                items = self.analysis.inference.iterated(frozenset({atom}))
                reads = self.guarded is not None and only_reads(
                    *self.guarded, self.other_methods(atom)
                )
                return reads and self.inside(items, guard.item)
            return isinstance(atom, t.ArrayAtom) and self.inside(
                atom.elem.types, guard.item
            )
        if isinstance(guard, x.TupleOf):
            return (
                isinstance(atom, t.ArrayAtom)
                and atom.items is not None
                and len(atom.items) == len(guard.items)
                and all(
                    self.inside(cell.types, item)
                    for cell, item in zip(atom.items, guard.items)
                )
            )
        if isinstance(guard, x.Record):
            return (
                isinstance(atom, t.ObjectAtom)
                and not self.representation.is_instance(atom)
                and all(
                    self.inside(cell.types, guard.value)
                    for cell in (*atom.props.values(), atom.dynamic)
                )
            )
        if isinstance(guard, x.Generic):
            return self.generic_fits(atom, guard)
        if isinstance(guard, x.Name):
            return self.name_fits(atom, guard.name)
        if isinstance(guard, x.Func):
            return isinstance(atom, (t.FunctionAtom, t.BuiltinAtom, t.ResolverAtom))
        if isinstance(guard, x.Obj):
            return isinstance(atom, t.ObjectAtom) and all(
                field.name in atom.props for field in guard.fields
            )
        return False

    def inside(self, types: Type, guard: x.TypeExpr) -> bool:
        """Elements: an empty array fits whatever its elements should be."""
        if not types or guard == x.Prim("any"):
            return True
        return self.fits(types, guard) and not types & t.NULLISH

    def generic_fits(self, atom: t.Atom, guard: x.Generic) -> bool:
        name, args = guard.name, guard.args
        if name == "Array" and isinstance(atom, t.ArrayAtom):
            return self.inside(atom.elem.types, args[0])
        if name in ("Map", "WeakMap") and isinstance(atom, t.MapAtom):
            return self.inside(atom.key.types, args[0]) and self.inside(
                atom.value.types, args[1]
            )
        if name in ("Set", "WeakSet") and isinstance(atom, t.SetAtom):
            return self.inside(atom.elem.types, args[0])
        if name == "Promise" and isinstance(atom, t.PromiseAtom):
            return self.inside(atom.value.types, args[0])
        if name in ("Iterator", "Generator") and isinstance(atom, t.GeneratorAtom):
            return not atom.is_async and self.inside(atom.elem.types, args[0])
        if name == "AsyncIterator" and isinstance(atom, t.GeneratorAtom):
            return atom.is_async and self.inside(atom.elem.types, args[0])
        if name == "Iterable":
            return isinstance(
                atom, (t.ArrayAtom, t.SetAtom, t.GeneratorAtom, t.MapAtom)
            ) or (atom is t.STRING)
        return False

    def name_fits(self, atom: t.Atom, name: str) -> bool:
        if name == "RegExp":
            return atom is t.REGEXP
        if name == "RegExpMatch":
            return atom is t.MATCH
        if name == "Date":
            return atom is t.DATE
        if name in _ERRORS:
            if isinstance(atom, t.ErrorAtom):
                return name in ("Error", atom.name)
            return isinstance(
                atom, t.InstanceAtom
            ) and self.analysis.inference.extends_error(atom, name)
        if name == "Function":
            return isinstance(atom, (t.FunctionAtom, t.BuiltinAtom, t.ResolverAtom))
        if name == "Map":
            return isinstance(atom, t.MapAtom)
        if name == "Set":
            return isinstance(atom, t.SetAtom)
        if name == "Promise":
            return isinstance(atom, t.PromiseAtom)
        if "." in name and isinstance(atom, t.InstanceAtom):
            return self.analysis.inference.extends_host(atom, name)
        if isinstance(atom, t.HostAtom):
            return self.analysis.inference.signatures.is_a(atom.name, name)
        return isinstance(atom, t.InstanceAtom) and atom.name == name
