"""Guards of rules: type expressions proved by the analysis, and words."""

from __future__ import annotations

from collections.abc import Callable

from ..analyse import types as t
from ..analyse.flow import may_be_promise
from ..analyse.types import Type
from ..parse import nodes as n
from ..rules import Captures, Rule
from ..rules import type_expr as x
from ..rules.type_parser import parse_type
from .inlining import Inlining, result_expression

_NUMERIC = {
    "nat": frozenset({t.NAT}),
    "int": t.INTEGERS,
    "number": frozenset({t.NAT, t.INT, t.NUMBER}),
    "nan": t.NUMBERS,
}
_ERRORS = frozenset(
    {"Error", "TypeError", "RangeError", "SyntaxError", "ReferenceError", "EvalError",
     "URIError", "AggregateError"}
)  # fmt: skip


class Guards(Inlining):
    def guards_hold(self, rule: Rule, captures: Captures, node: n.Node) -> bool:
        for name, guards in rule.guards.items():
            captured = node if name == "_" else captures.get(name)
            if captured is None:
                return False
            items = captured if isinstance(captured, list) else [captured]
            for guard in guards:
                if not all(self.holds(guard, item, captures) for item in items):
                    return False
        return True

    def fact(self, node: n.Node, predicate: str) -> bool:
        """``X is type("...")`` in a template."""
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
            word, _, argument = guard.partition("(")
            about = self.words_about.get(word)
            if about is not None:
                others = [captures.get(a.strip()) for a in argument[:-1].split(",")]
                return about(node, [o for o in others if isinstance(o, n.Node)])
            check = self.words.get(word)
            return check is not None and check(node)
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
            or isinstance(a, (t.ObjectAtom, t.InstanceAtom, t.ClassAtom, t.FunctionAtom))
            or self.analysis.inference.signature_property(a, name) is not None
        )
        return kept or types

    def resolved_fits(self, table: str, guard: x.TypeExpr) -> bool:
        """A receiver of unknown type that the method's name proves to be of a type."""
        if isinstance(guard, x.ArrayOf):
            return table == "Array" and guard.item == x.Prim("any")
        if isinstance(guard, x.Prim):
            return guard.name == table or guard.name == "any"
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
                allowed = frozenset({t.PRIMS[guard.name]}) if guard.name in t.PRIMS else None
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
            return isinstance(atom, t.InstanceAtom) and self.analysis.inference.extends_error(
                atom, name
            )
        if name == "Function":
            return isinstance(atom, (t.FunctionAtom, t.BuiltinAtom, t.ResolverAtom))
        if name == "Map":
            return isinstance(atom, t.MapAtom)
        if name == "Set":
            return isinstance(atom, t.SetAtom)
        if name == "Promise":
            return isinstance(atom, t.PromiseAtom)
        return isinstance(atom, (t.InstanceAtom, t.HostAtom)) and atom.name == name

    # -- words ---------------------------------------------------------------------------

    @property
    def words(self) -> dict[str, Callable[[n.Node], bool]]:
        found: dict[str, Callable[[n.Node], bool]] | None = self.__dict__.get("_words")
        if found is None:
            found = self.__dict__["_words"] = self.make_words()
        return found

    @property
    def words_about(self) -> dict[str, Callable[[n.Node, list[n.Node]], bool]]:
        """Words that look at other captures too."""
        return {"@samekind": self.same_kind}

    def same_kind(self, node: n.Node, others: list[n.Node]) -> bool:
        """Whether elements of arrays and values are all of one primitive kind."""
        types: Type = t.NEVER
        for place in [node, *others]:
            known = self.type_of(place)
            for atom in known:
                if isinstance(atom, (t.ArrayAtom, t.SetAtom)):
                    types |= atom.elem.types
                elif isinstance(atom, t.MapAtom):
                    types |= atom.key.types
                else:
                    types |= {atom}
        return self.one_kind(types - t.NULLISH)

    def tested(self, node: n.Node) -> bool:
        """Whether a place only looks at whether there is a value."""
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.LogicalExpression):
            return True
        if isinstance(parent, (n.IfStatement, n.WhileStatement, n.ConditionalExpression)):
            return parent.test is node
        if isinstance(parent, n.UnaryExpression):
            return parent.operator in ("!", "typeof")
        if isinstance(parent, n.BinaryExpression):
            return parent.operator in ("===", "!==", "==", "!=")
        return isinstance(parent, n.MemberExpression) and parent.optional

    def may_have_length(self, node: n.Node) -> bool:
        """Whether a value of several kinds may be text or an array."""
        types = self.type_of(node)
        return any(
            isinstance(a, t.ArrayAtom) or a in (t.STRING, t.ANY) for a in types
        ) and "length" not in self.analysis.inference.own_names

    def milliseconds(self, node: n.Node) -> bool:
        """Whether a delay surely is a number (or left out)."""
        return bool(self.type_of(node))

    def gives_only(self, node: n.Node, allowed: Callable[[t.Atom], bool]) -> bool:
        """Whether a callback gives only values of a kind."""
        found: Type = t.NEVER
        for atom in self.type_of(node):
            if not isinstance(atom, t.FunctionAtom):
                return False
            found |= self.analysis.inference.result_of(atom)
        return bool(found) and all(allowed(a) for a in found)

    def make_words(self) -> dict[str, Callable[[n.Node], bool]]:
        return {
            "@pure": self.effects.pure,
            "@stable": self.effects.stable,
            "@literal": lambda node: isinstance(
                node,
                (n.StringLiteral, n.NumberLiteral, n.BooleanLiteral, n.NullLiteral),
            ),
            "@name": lambda node: isinstance(node, n.Identifier),
            "@nonneg": self.is_nonneg,
            "@nonzero": lambda node: isinstance(node, n.NumberLiteral)
            and node.value != 0,
            "@instance": lambda node: self.all_atoms(node, self.is_instance_atom),
            "@class": lambda node: self.all_atoms(
                node, lambda a: isinstance(a, t.ClassAtom)
            ),
            "@ordered": lambda node: self.all_atoms(
                node,
                lambda a: isinstance(a, t.SetAtom) and self.representation.is_ordered(a),
            )
            or self.analysis.inference.resolved.get(node) == "Set",
            "@unordered": lambda node: self.all_atoms(
                node,
                lambda a: isinstance(a, t.SetAtom)
                and not self.representation.is_ordered(a),
            ),
            "@primitive": lambda node: self.is_exactly(node, t.PRIMITIVES),
            "@onekind": self.one_kind_elements,
            "@plainkeys": self.plain_keys,
            "@function": lambda node: self.callback_arity(node) is not None,
            "@callback0": lambda node: self.looks_at(node, 0),
            "@callback1": lambda node: self.looks_at(node, 1),
            "@callback2": lambda node: self.looks_at(node, 2),
            "@callback3": lambda node: self.looks_at(node, 3),
            "@reducer2": lambda node: self.looks_at(node, 2),
            "@reducer3": lambda node: self.looks_at(node, 3),
            "@reducer4": lambda node: self.looks_at(node, 4),
            "@plainparam": self.plain_param,
            "@inline": self.is_inline,
            "@inlinebody": self.is_inline_body,
            "@sync": lambda node: not self.gives_promise(node),
            "@async": self.gives_promise,
            "@spread": lambda node: False,
            "@bmp": lambda node: True,
            "@tested": self.tested,
            "@hot": lambda node: not self.flow.is_cold(node),
            "@lengthy": self.may_have_length,
            "@settled_value": lambda node: not may_be_promise(self.type_of(node)),
            "@milliseconds": self.milliseconds,
            "@purecall": self.pure_callback,
            "@nospread": lambda node: not isinstance(node, n.SpreadElement),
            "@gives_array": lambda node: self.gives_only(
                node, lambda a: isinstance(a, t.ArrayAtom)
            ),
            "@gives_int": lambda node: self.gives_only(
                node, lambda a: a in t.INTEGERS
            ),
            "@fresh": self.is_fresh,
            "@indexonly": self.index_only,
        }

    def pure_callback(self, node: n.Node) -> bool:
        """Whether calling a callback changes nothing."""
        if not isinstance(node, n.Function) or not self.is_inline(node):
            return False
        return self.effects.pure(result_expression(node))

    def is_fresh(self, node: n.Node) -> bool:
        """Whether an array was just made and nobody else holds it."""
        if isinstance(node, n.ArrayExpression):
            return True
        if isinstance(node, n.CallExpression) and isinstance(
            node.callee, n.MemberExpression
        ):
            name = getattr(node.callee.property, "name", None)
            owner = node.callee.object
            if isinstance(owner, n.Identifier) and owner not in self.scopes.binding_of:
                return owner.name in ("Object", "Array") and name in (
                    "keys", "values", "entries", "from", "of",
                )  # fmt: skip
            return name in (
                "map", "filter", "slice", "concat", "split", "flat", "flatMap",
                "toSorted", "toReversed", "toSpliced",
            ) and name not in self.analysis.inference.own_names  # fmt: skip
        return False

    def index_only(self, node: n.Node) -> bool:
        """``(_, i) => ...``: a callback that looks at the index alone."""
        return (
            isinstance(node, n.Function)
            and len(node.params) <= 2
            and (
                not node.params
                or isinstance(node.params[0], n.Identifier)
                and not self.scopes.binding_of[node.params[0]].references
            )
        )

    def all_atoms(self, node: n.Node, check: Callable[[t.Atom], bool]) -> bool:
        types = self.type_of(node) - t.NULLISH
        return bool(types) and all(check(a) for a in types)

    def is_instance_atom(self, atom: t.Atom) -> bool:
        return (
            isinstance(atom, (t.InstanceAtom, t.ErrorAtom))
            or isinstance(atom, t.ObjectAtom)
            and self.representation.is_instance(atom)
        )

    def one_kind(self, types: Type) -> bool:
        """Values of one primitive kind without NaN: Python's == is JavaScript's ===."""
        if not types:
            return True
        return any(
            types <= kind
            for kind in (
                t.T_STRING,
                frozenset({t.NAT, t.INT, t.NUMBER}),
                t.T_BOOLEAN,
                t.T_BIGINT,
            )
        ) or all(
            isinstance(a, (t.InstanceAtom, t.FunctionAtom, t.ClassAtom, t.PromiseAtom))
            for a in types
        )

    def one_kind_elements(self, node: n.Node) -> bool:
        types = self.type_of(node) - t.NULLISH
        return bool(types) and all(
            isinstance(a, (t.ArrayAtom, t.SetAtom)) and self.one_kind(a.elem.types)
            or isinstance(a, t.MapAtom) and self.one_kind(a.key.types)
            for a in types
        )

    def plain_keys(self, node: n.Node) -> bool:
        """Whether no key of an object looks like an array index (those come first)."""
        types = self.type_of(node) - t.NULLISH
        if not types:
            return False
        for atom in types:
            if not isinstance(atom, t.ObjectAtom):
                return False
            if any(name.isdigit() for name in atom.props):
                return False
            if atom.dynamic.types or atom.keys.types:
                return False
        return True

    def gives_promise(self, node: n.Node) -> bool:
        types = self.type_of(node)
        for atom in types:
            if isinstance(atom, t.FunctionAtom):
                result = self.analysis.inference.result_of(atom)
                if any(isinstance(a, t.PromiseAtom) for a in result):
                    return True
        return False
