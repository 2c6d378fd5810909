"""Members that are assigned to or deleted."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.symbols import is_own_symbol, is_symbol, written
from ..parse import nodes as n
from ..pytree import build as b
from .attributes import OF_CLASSES
from .optional_chains import OptionalChains


class MemberTargets(OptionalChains):
    def member_target(self, node: n.MemberExpression) -> ast.expr:
        """The target of an assignment to a member (with Store context)."""
        if isinstance(node.object, n.Super):
            return self.super_target(node)
        if isinstance(node.property, n.PrivateIdentifier):
            self.check_private(node)
            self.check_brand(node)
            self.check_private_write(node)
            return b.store(
                b.attr(
                    self.expr(node.object), self.private_name(node.property.name, node)
                )
            )
        name = self.analysis.inference.property_name(node.property, node.computed)
        types = self.type_of(node.object)
        self.check_assigned(node, types, name)
        if name is None or (name.isdigit() and self.indexed(types, name)):
            obj, key = self.in_order(
                [
                    (node.object, lambda: self.expr(node.object)),
                    (node.property, lambda: self.element_key(node, types)),
                ]
            )
            known = types - t.NULLISH
            self.check_symbol_key(node, types)
            if any(isinstance(a, (t.InstanceAtom, t.ClassAtom)) for a in known) or any(
                isinstance(a, t.ObjectAtom) and self.representation.is_instance(a)
                for a in known
            ):
                return b.store(b.index(b.call("vars", obj), key))
            if any(isinstance(a, t.ArrayAtom) for a in known) and not self.in_bounds(
                node
            ):
                self.note(node, "writing behind the end of a list raises IndexError")
            return b.store(b.index(obj, key))
        obj = self.expr(node.object)
        if name == "length" and any(isinstance(a, t.ArrayAtom) for a in types):
            raise self.refuse(node, "an assignment to the length of an array")
        if any(isinstance(a, t.ObjectAtom) for a in types):
            # Texts and numbers take no property, and arrays hardly any.
            fields = frozenset(
                a for a in types - t.PRIMITIVES if not isinstance(a, t.ArrayAtom)
            )
            if fields != types - t.NULLISH:
                self.note(node, "assigning a key to a list or a text raises TypeError")
            types = fields
        held = self.holding(types, name)
        if held == "attribute" and not isinstance(node.property, n.PrivateIdentifier):
            self.check_public_name(node, name)
        if held == "either":
            raise self.refuse(
                node,
                f"{name!r} is assigned to a dict here, to an instance there",
                "give the two kinds of object different variables",
            )
        if held == "attribute":
            if name in OF_CLASSES and not t.only(types, (t.FunctionAtom, t.ClassAtom)):
                raise self.refuse(
                    node,
                    f"{written(name)} is assigned",
                    "write it into the object literal or the class",
                )
            return b.store(b.attr(obj, self.attribute(name)))
        return b.store(b.index(obj, self.key_of(name, node.property)))

    def check_assigned(
        self, node: n.MemberExpression, types: t.Type, name: str | None
    ) -> None:
        """Refuse writes that Python's own objects would not look at, or not take."""
        if any(isinstance(a, t.PromiseAtom) for a in types):
            raise self.refuse(node, "a property of a promise is assigned")
        if types & {t.REGEXP, t.MATCH}:
            raise self.refuse(
                node, "a property of a RegExp, or of a match, is assigned"
            )
        if t.SYMBOL in types:
            raise self.refuse(node, "a property of a symbol is assigned")
        if any(isinstance(a, t.BuiltinAtom) for a in types):
            raise self.refuse(node, "a property of a built-in function is assigned")
        if (
            name is not None
            and name != "length"
            and not name.isdigit()
            and t.only(types - t.NULLISH, t.ArrayAtom)
            and not t.only(types - t.NULLISH, t.ListInstanceAtom)
        ):
            raise self.refuse(node, f"a property {name!r} of an array is assigned")
        if name == "prototype" and any(
            isinstance(a, (t.FunctionAtom, t.ClassAtom)) for a in types
        ):
            raise self.refuse(node, "the prototype of a function is replaced")
        if name in ("caller", "arguments") and any(
            isinstance(a, (t.FunctionAtom, t.ClassAtom)) for a in types
        ):
            raise self.refuse(node, f"{name} of a function is assigned")
        if name is not None and is_symbol(name) and not is_own_symbol(name):
            raise self.refuse(
                node,
                "a method under a symbol is assigned",
                "write it into the object literal or the class",
            )

    def super_target(self, node: n.MemberExpression) -> ast.expr:
        """``super.x = value`` sets ``x`` of ``this``, but for setters of the base class."""
        name = self.analysis.inference.property_name(node.property, node.computed)
        context = self.fn
        while context.owner_class is None and context.parent is not None:
            context = context.parent
        atom = self.analysis.classes.get(context.owner_class)  # type: ignore[arg-type]
        if name is None or atom is None or context.this != "self":
            raise self.refuse(node, "an assignment to this member of super")
        if self.super_setter(node) is not None:
            raise self.refuse(node, "a setter of the base class, called by super")
        return b.store(b.attr("self", self.attribute(name)))

    def super_setter(self, node: n.MemberExpression) -> ast.expr | None:
        """``super.x = value`` where ``x`` has a setter: ``Base.x.fset``."""
        name = self.analysis.inference.property_name(node.property, node.computed)
        current: n.Node | None = node
        while current is not None and not isinstance(current, n.Class):
            current = self.scopes.parents.get(current)
        atom = self.analysis.classes.get(current) if current is not None else None
        if (
            name is None
            or atom is None
            or not isinstance(atom.node.super_class, n.Identifier)
        ):
            return None
        for base in self.ancestors(atom):
            if name in self.analysis.classes[base].setters:
                holder = self.expr(atom.node.super_class)
                return b.attr(b.attr(holder, self.attribute(name)), "fset")
        return None

    def delete(self, node: n.UnaryExpression, value: bool) -> ast.expr:
        target = node.argument
        if isinstance(target, n.ChainExpression):
            target = target.expression
        if not isinstance(target, n.MemberExpression):
            raise self.refuse(node, "delete of something that is no property")
        types = self.type_of(target.object)
        if isinstance(target.object, n.Super) or any(
            isinstance(a, (t.BuiltinAtom, t.FunctionAtom)) for a in types
        ):
            raise self.refuse(node, "delete of a property of a function, or of super")
        obj = self.expr(target.object)
        name = self.analysis.inference.property_name(target.property, target.computed)
        if any(isinstance(a, t.ArrayAtom) for a in types):
            raise self.refuse(node, "delete of an array element leaves a hole")
        if any(isinstance(a, t.PromiseAtom) for a in types):
            raise self.refuse(node, "delete of a property of a promise")
        if name is None:
            self.check_symbol_key(target, types)
            key = self.key(target.property)
        else:
            key = self.key_of(name, target.property)
        held = self.holding(types, name or "")
        if held == "attribute":
            if name is not None:
                key = b.const(self.attribute(name))
            obj = b.call("vars", obj)
        popped = b.call(b.attr(obj, "pop"), key, b.const(None))
        if not value:
            return popped
        self.emit(b.expr(popped))
        return b.const(True)
