"""Elements: ``a[i]`` and ``a[key]``, where the key is no fixed name."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.types import Type
from ..parse import nodes as n
from ..pytree import build as b
from .indexes import Indexes

#: An array that is longer by so many empty places is no list.
MOST_PLACES = 10_000_000
_INDEXED = t.TYPED_ARRAYS | {"node.Buffer"}


class Elements(Indexes):
    # -- keys -----------------------------------------------------------------------

    def element_key(self, node: n.MemberExpression, types: Type) -> ast.expr:
        if any(isinstance(a, t.ObjectAtom) for a in types):
            return self.key(node.property)
        if types - t.NULLISH and all(
            isinstance(a, (t.InstanceAtom, t.ClassAtom)) for a in types - t.NULLISH
        ):
            return self.key(node.property)
        return self.expr(node.property)

    def key(self, node: n.Node) -> ast.expr:
        """A computed property key: a text (ECMA-262 section 7.1.19, ToPropertyKey)."""
        if isinstance(node, n.NumberLiteral):
            return b.const(
                node.raw if isinstance(node.value, float) else str(node.value)
            )
        types = self.type_of(node)
        if t.SYMBOL in types:
            if types - t.T_SYMBOL - t.T_STRING:
                raise self.refuse(node, "a key that may be a symbol, or be made a text")
            return self.expr(node)
        return self.text(node)

    def check_symbol_key(self, node: n.MemberExpression, types: Type) -> None:
        """Refuse a symbol as a key of what may be no dict: attributes have names."""
        if t.SYMBOL in self.type_of(node.property) and not all(
            isinstance(a, t.ObjectAtom) and not self.representation.is_instance(a)
            for a in types - t.NULLISH
        ):
            raise self.refuse(
                node,
                "a symbol as a property key of what may be no plain object",
                "hold the symbol in a constant at the top of the program",
            )

    # -- reading --------------------------------------------------------------------

    def element(
        self,
        node: n.MemberExpression,
        obj: ast.expr,
        key: ast.expr,
        types: Type,
        maybe: bool,
    ) -> ast.expr:
        """``obj[key]`` for a key that is not a fixed name."""
        known = types - t.NULLISH
        self.check_symbol_key(node, types)
        if known and all(isinstance(a, t.ObjectAtom) for a in known):
            if any(self.representation.is_instance(a) for a in known):
                return b.call("getattr", obj, key, b.const(None))
            if not maybe and self.is_dereferenced(node):
                return b.index(obj, key)  # both raise where the key is missing
            return b.call(b.attr(obj, "get"), key)
        if known and all(isinstance(a, (t.InstanceAtom, t.ClassAtom)) for a in known):
            return b.call("getattr", obj, key, b.const(None))
        if any(isinstance(a, (t.ObjectAtom, t.InstanceAtom)) for a in known):
            return self.helper("get_item", obj, key)
        if known and all(
            isinstance(a, t.ArrayAtom)
            or a in (t.STRING, t.MATCH)
            or (isinstance(a, t.HostAtom) and a.name in _INDEXED)
            for a in known
        ):
            return self.indexed_value(node, obj, key, maybe)
        key_types = self.type_of(node.property)
        if (
            key_types
            and key_types <= t.NUMBERS
            and not maybe
            and self.nonneg(node.property)
        ):
            self.note(node, "an index out of range raises in Python")
            return b.index(obj, key)
        if key_types and key_types <= t.T_STRING and not maybe and self.needed(node):
            self.note(node, "a missing key raises KeyError in Python")
            return b.index(obj, key)
        return self.helper("get_item", obj, key)

    def indexed_value(
        self, node: n.MemberExpression, obj: ast.expr, key: ast.expr, maybe: bool
    ) -> ast.expr:
        """An element of an array or text by position."""
        if t.STRING in self.type_of(node.object) and not self.is_bmp(node.object):
            if self.is_exactly(node.object, t.T_STRING) and self.effects.pure(
                node.property
            ):
                return self.helper(
                    "utf16_slice", obj, key, b.binop(key, "+", b.const(1))
                )
        if not maybe and (
            self.analysis.inference.always_empty & self.type_of(node.object)
            or self.looks_ahead(node)
        ):
            maybe = True
        if maybe and self.in_equality(node) and not self.in_bounds(node):
            cut = self.cut_out(node, obj)
            if cut is not None:
                return cut
        if self.nonneg(node.property) and not (maybe and not self.in_bounds(node)):
            if not self.in_bounds(node) and not self.fits_literal(node):
                self.note(node, "an index out of range raises IndexError in Python")
            return b.index(obj, key)
        if not maybe and self.raises_if_negative(node):
            self.note(node, "an index out of range raises IndexError in Python")
            return b.index(obj, key)
        if self.is_kept(node) and t.UNDEFINED not in self.type_of(node):
            self.warn(
                node,
                "where there is no such element this is None, which nobody expects where "
                "it goes: what is shown of it is None, not undefined",
            )
        return self.helper("get_item", obj, key)

    def is_kept(self, node: n.Node) -> bool:
        """Whether a value goes on under another name, or as what a function gives."""
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.CallExpression):
            return node in parent.arguments and not isinstance(
                parent.callee, n.MemberExpression
            )
        if isinstance(parent, n.ArrowFunctionExpression):
            return parent.body is node
        return isinstance(
            parent, (n.ReturnStatement, n.VariableDeclarator, n.AssignmentExpression)
        )

    def in_equality(self, node: n.Node) -> bool:
        """``text[i] === c``: undefined is just another value there, if c is not null."""
        parent = self.scopes.parents.get(node)
        return (
            isinstance(parent, n.BinaryExpression)
            and parent.operator in ("===", "!==", "==", "!=")
            and not isinstance(parent.right, n.NullLiteral)
        )

    def looks_ahead(self, node: n.MemberExpression) -> bool:
        """``xs[i + 1] === x``: meant to be undefined behind the end."""
        index = node.property
        if isinstance(index, n.NumberLiteral):
            return self.is_exactly(node.object, t.T_STRING) and self.in_equality(node)
        return (
            isinstance(index, n.BinaryExpression)
            and index.operator == "+"
            and isinstance(index.right, n.NumberLiteral)
            and self.in_equality(node)
            and not self.in_bounds(node)
        )

    def cut_out(self, node: n.MemberExpression, obj: ast.expr) -> ast.expr | None:
        """A character as a slice: empty behind the end, and so equal to no character."""
        if not self.is_exactly(node.object, t.T_STRING) or not self.nonneg(
            node.property
        ):
            return None
        parent = self.scopes.parents[node]
        assert isinstance(parent, n.BinaryExpression)
        other = parent.right if parent.left is node else parent.left
        if not (isinstance(other, n.StringLiteral) and other.value):
            return None
        index = node.property
        if isinstance(index, n.NumberLiteral) and isinstance(index.value, int):
            low = b.const(index.value) if index.value else None
            return b.slice_(obj, low, b.const(index.value + 1))
        if (
            isinstance(index, n.BinaryExpression)
            and isinstance(index.right, n.NumberLiteral)
            and isinstance(index.right.value, int)
            and index.operator == "+"
            and isinstance(index.left, n.Identifier)
        ):
            upper = b.binop(self.expr(index.left), "+", b.const(index.right.value + 1))
            return b.slice_(obj, self.expr(index), upper)
        return None

    # -- writing --------------------------------------------------------------------

    def grows_array(self, node: n.MemberExpression) -> bool:
        """Whether ``array[i] = value`` may write behind the end of the array."""
        types = self.type_of(node.object) - t.NULLISH
        arrays = [a for a in types if isinstance(a, t.ArrayAtom)]
        if not arrays or not self.is_number(node.property):
            return False
        if self.in_bounds(node):
            return False
        if not self.nonneg(node.property):
            return True
        constant = self.analysis.inference.constant_number(node.property)
        if constant is not None and constant >= MOST_PLACES:
            raise self.refuse(node, "an array with so many empty places")
        return any(
            isinstance(a.site, n.ArrayExpression)
            and (
                not a.site.elements
                or (constant is not None and constant >= len(a.site.elements))
            )
            for a in arrays
        )

    def appends(self, node: n.MemberExpression) -> bool:
        """``array[array.length] = value``, or a write that is known to be there."""
        if node in self.analysis.filling_writes:
            return True
        index = node.property
        return (
            isinstance(index, n.MemberExpression)
            and not index.computed
            and getattr(index.property, "name", None) == "length"
            and self.same_name(index.object, node.object)
            and t.only(self.type_of(node.object) - t.NULLISH, t.ArrayAtom)
        )
