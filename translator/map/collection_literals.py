"""Literals of arrays and objects, and what is spread in them."""

from __future__ import annotations

import ast
from collections.abc import Callable

from ..analyse import types as t
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import CommentedExpr
from .leaves import Leaves
from .odd_kinds import is_weak

#: Objects of the host that Python goes through all the same.
_NOT_ITERABLE = frozenset({"node.ArrayBuffer", "typed.DataView", "TextEncoder"})


class CollectionLiterals(Leaves):
    def array(self, node: n.ArrayExpression) -> ast.expr:
        if any(isinstance(e, n.SpreadElement) for e in node.elements):
            value = self.rule_value(node, "value")
            if value is not None:
                return value
        if any(e is None for e in node.elements):
            raise self.refuse(node, "an array with holes")
        elements = [e for e in node.elements if e is not None]
        return b.list_(self.in_order([(e, self.element_maker(e)) for e in elements]))

    def element_maker(self, node: n.Node) -> Callable[[], ast.expr]:
        if isinstance(node, n.SpreadElement):
            return lambda: self.with_comments(
                node, b.star(self.iterable(node.argument))
            )
        return lambda: self.expr(node)

    def with_comments(self, node: n.Commented, value: ast.expr) -> ast.expr:
        if not node.leading and not node.trailing:
            return value
        return CommentedExpr(
            value,
            [c.text.strip() for c in node.leading],
            " ".join(c.text.strip() for c in node.trailing) or None,
        )

    def iterable(self, node: n.Node) -> ast.expr:
        """A value that is iterated once, by a loop or a spread."""
        types = self.type_of(node)
        if not isinstance(self.scopes.parents.get(node), n.MemberExpression):
            self.check_iterable(node, types)
        value = self.rule_value(node, "iterate", "value")
        if value is not None:
            if t.only(self.type_of(node) - t.NULLISH, t.MapAtom):
                return b.call(b.attr(value, "items"))  # what a rule gives is a Map
            return value if t.MATCH not in types else self.match_items(node, value)
        value = self.expr(node)
        if t.only(types - t.NULLISH, t.MapAtom):
            return b.call(b.attr(value, "items"))
        if t.MATCH in types:
            return self.match_items(node, value)
        if any(isinstance(a, t.MapAtom) for a in types):
            raise self.refuse(
                node, "a value that is a Map here, another iterable there"
            )
        return value

    def is_no_mapping(self, atom: t.Atom) -> bool:
        """Whether a value, which has no properties of its own in JavaScript, is none that
        Python takes for a dict either."""
        return atom in (t.REGEXP, t.DATE) or isinstance(
            atom, (*t.CALLABLES, t.GeneratorAtom, t.PromiseAtom, t.HostAtom)
        )

    def match_items(self, node: n.Node, value: ast.expr) -> ast.expr:
        """A match as the array that it is, or what may stand in its place."""
        others = self.type_of(node) - t.NULLISH - {t.MATCH}
        if others and not t.only(others, t.ArrayAtom):
            raise self.refuse(node, "a value that is a match here, another one there")
        return self.helper("groups_or_items" if others else "match_groups", value)

    def check_iterable(self, node: n.Node, types: t.Type) -> None:
        """Objects without an iterator are TypeErrors (ECMA-262 7.4.3); a dict gives keys."""
        known = types - t.NULLISH
        plain = {a for a in known if self.is_never_iterable(a)}
        if plain and plain == known:
            raise self.refuse(node, "iterating an object that is not iterable")
        if plain:
            self.warn(
                node,
                "an object that is not iterable gives its keys here, where JavaScript "
                "throws a TypeError",
            )

    def is_never_iterable(self, atom: t.Atom) -> bool:
        """Whether it is an object that Python goes through, and surely has no iterator."""
        if isinstance(atom, t.PromiseAtom) or is_weak(atom):
            return True
        if isinstance(atom, t.HostAtom):
            return atom.name in _NOT_ITERABLE
        if not isinstance(atom, t.ObjectAtom) or self.representation.is_instance(atom):
            return False
        cells = (atom.props.get(f"@@{name}") for name in ("iterator", "asyncIterator"))
        return not atom.dynamic.types and not any(c and c.types for c in cells)

    # -- objects -------------------------------------------------------------------------

    def object_literal(self, node: n.ObjectExpression) -> ast.expr:
        atom = self.analysis.inference.object_at(node, node)
        if self.representation.is_instance(atom):
            return self.object_as_class(node, atom)
        makers: list[tuple[n.Node | None, Callable[[], ast.expr]]] = []
        for item in node.properties:
            if isinstance(item, n.SpreadElement):
                argument = item.argument
                makers.append((argument, lambda a=argument: self.spread_object(a)))  # type: ignore[misc]
                continue
            if item.kind != "init":
                raise self.refuse(item, "an accessor here is not translated yet")
            if (
                item.computed
                and self.analysis.inference.property_name(item.key, True) is None
            ):
                makers.append((item.key, lambda k=item.key: self.key(k)))  # type: ignore[misc]
            makers.append((item.value, lambda i=item: self.property_value(i)))  # type: ignore[misc]
        values = iter(self.in_order(makers))
        pairs: list[tuple[ast.expr | str | None, ast.expr]] = []
        for item in node.properties:
            if isinstance(item, n.SpreadElement):
                pairs.append((None, self.with_comments(item, next(values))))
                continue
            name = self.analysis.inference.property_name(item.key, item.computed)
            key: ast.expr | str
            if name is not None:
                if name == "__proto__" and not item.computed and not item.shorthand:
                    raise self.refuse(item, "__proto__ in an object literal")
                key = self.key_of(name, item.key)
            else:
                key = next(values)
            pairs.append((key, self.with_comments(item, next(values))))
        return b.dict_(pairs)

    def property_value(self, item: n.Property) -> ast.expr:
        name = self.analysis.inference.property_name(item.key, item.computed)
        if name == "toString":
            self.check_text(item.value, t.PRIMITIVES - t.T_NULL)
        if name == "valueOf":
            self.check_primitive(item.value)
        if name == "return":
            self.check_return(item)
        if isinstance(item.value, n.Function):
            return self.function_value(item.value, name)
        return self.expr(item.value)

    def check_return(self, item: n.Property) -> None:
        """Refuse an iterator whose ``return`` is no function: closing it throws, where
        nothing else was thrown."""
        holder = self.scopes.parents.get(item)
        names = [
            getattr(getattr(x, "key", None), "name", "")
            for x in getattr(holder, "properties", ())
        ]
        types = self.type_of(item.value) - t.NULLISH
        callable_atoms = (t.FunctionAtom, t.BuiltinAtom)
        if (
            types
            and "next" in names
            and not any(a is t.ANY or isinstance(a, callable_atoms) for a in types)
        ):
            raise self.refuse(item, "an iterator whose return is no function")

    def check_primitive(self, value_of: n.Node) -> None:
        """Warn of a ``valueOf`` that gives an object, which JavaScript does not take."""
        if any(
            isinstance(atom, t.FunctionAtom)
            and atom.result.types - t.PRIMITIVES - t.T_ANY
            for atom in self.type_of(value_of)
        ):
            self.warn(
                value_of,
                "a valueOf() that gives an object: JavaScript calls toString()",
            )

    def check_text(self, to_string: n.Node, taken: t.Type) -> None:
        """Warn of a ``toString`` whose result is not taken as the text of its object."""
        given = self.type_of(to_string) - t.T_ANY
        if any(
            not isinstance(atom, t.FunctionAtom) or atom.result.types - taken - t.T_ANY
            for atom in given
        ):
            self.warn(
                to_string,
                "a toString() that gives no text: where it gives an object, JavaScript "
                "calls valueOf(), and the text of another value is taken",
            )

    def spread_object(self, node: n.Node) -> ast.expr:
        """``{...node}``: what to put behind ``**``."""
        if (
            isinstance(node, n.LogicalExpression)
            and node.operator == "&&"
            and self.type_of(node.right)
        ):
            test = self.test(node.left)
            return b.cond(test, self.spread_object(node.right), b.dict_())
        value = self.expr(node)
        types = self.type_of(node)
        self.check_listed(node, types)
        if any(map(self.is_no_mapping, types)):
            self.note(node, "spreading what is no plain object raises TypeError")
        self.check_symbol_fields(node, types)
        known = types - t.NULLISH
        if known and all(
            isinstance(a, (t.InstanceAtom, t.ErrorAtom))
            or (isinstance(a, t.ObjectAtom) and self.representation.is_instance(a))
            for a in known
        ):
            if any(
                name.startswith("#")
                for a in known
                if isinstance(a, t.InstanceAtom)
                for name in self.all_props(a)
            ):
                return self.helper("fields_of", value)
            return b.call("vars", value)
        if t.only(known, t.ClassAtom):
            return self.helper("static_fields", value)
        if any(isinstance(a, (t.MapAtom, t.SetAtom)) for a in known):
            raise self.refuse(node, "a spread of this kind of value in an object")
        if known & t.PRIMITIVES or any(
            isinstance(a, (t.ArrayAtom, t.InstanceAtom)) for a in known
        ):
            # Numbers have no fields, arrays and texts have their indexes.
            if types & t.NULLISH or t.ANY in types:
                value = b.or_(value, b.dict_())
            return b.call("dict", self.helper("own_entries", value))
        if types & t.NULLISH:
            return b.or_(value, b.dict_())
        return value
