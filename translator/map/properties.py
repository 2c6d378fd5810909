"""Properties: ``a.name``, by what ``a`` is."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.symbols import written
from ..analyse.types import Type
from ..parse import nodes as n
from ..pytree import build as b
from .attributes import OBJECT_METHODS
from .elements import Elements

#: what each object has from Object.prototype
_LEGACY = frozenset(
    {"__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__"}
)

#: What has no properties but those that rules are about.
_WITHOUT_PROPERTIES = (t.GeneratorAtom, t.MapAtom, t.SetAtom, t.PromiseAtom)
_PRIMS_WITHOUT = t.PRIMITIVES - t.NULLISH | {t.REGEXP, t.MATCH, t.DATE}


class Properties(Elements):
    def property_of(
        self, node: n.Node, obj: ast.expr, types: Type, name: str, maybe: bool
    ) -> ast.expr:
        """``obj.name``, by how the object is held."""
        known = types - t.NULLISH
        if t.only(known, t.SettledAtom):
            return self.settled_property(obj, name)
        if name in _LEGACY and name not in self.analysis.inference.own_names:
            raise self.refuse(node, f"{name} of an object")
        if any(isinstance(a, t.PromiseAtom) for a in known):
            raise self.refuse(node, f"{name!r} of a promise as a value")
        if name == "constructor":
            return self.constructor_of(node, obj, known)
        if (
            t.only(known, t.ClassAtom)
            and name in ("name", "prototype")
            and not any(self.has_static(a, name) for a in known)
        ):
            if name == "name":
                return self.class_name_of(node, obj, known)
            raise self.refuse(node, "the prototype of a class as a value")
        if t.only(known, t.FunctionAtom):
            value = self.function_property(node, known, name)
            if value is not None:
                return value
        if name in ("length", "name") and any(
            isinstance(a, (t.FunctionAtom, t.ClassAtom))
            and not self.has_static(a, name)
            for a in known
        ):
            if not t.only(known, t.ClassAtom) and not t.only(known, t.FunctionAtom):
                raise self.refuse(node, f"the {name} of what may be a function")
        if t.only(known, t.ResolverAtom) and name in ("length", "name"):
            # ECMA-262 27.2.1.3: they take one argument, and have no name.
            return b.const(1 if name == "length" else "")
        held = self.holding(types, name)
        if held == "attribute":
            self.check_public_name(node, name)

        def key_of() -> ast.expr:
            spelled = getattr(node, "property", getattr(node, "key", node))
            return self.key_of(name, spelled)

        if t.MATCH in known:
            raise self.refuse(node, f"{name} of a match is not translated")
        if (
            name == "length"
            and held != "item"
            and any(isinstance(a, t.ArrayAtom) or a is t.STRING for a in known)
        ):
            return self.helper("length_of", obj)
        if (
            held == "item"
            and name in OBJECT_METHODS
            and not any(
                isinstance(a, t.ObjectAtom) and name in a.props and a.props[name].types
                for a in known
            )
        ):
            raise self.refuse(node, f"{name} of an object as a value")
        if (
            name.isdecimal()
            and name == str(int(name))
            and any(isinstance(a, t.ArrayAtom) or a is t.STRING for a in known)
        ):
            return self.helper("get_item", obj, b.const(int(name)))
        if known and all(
            isinstance(a, (t.MapAtom, t.SetAtom)) or a is t.REGEXP for a in known
        ):
            raise self.refuse(node, f"{name} of a Map, Set or RegExp is not translated")
        self.check_keyed(node, known)
        self.note_missing(node, known, name)
        if held == "either":
            return self.helper(
                "get_property", obj, key_of(), b.const(self.attribute(name))
            )
        if held == "attribute":
            primitive = known and known <= t.PRIMITIVES - t.T_SYMBOL
            if primitive and not self.fails_in_both(node):
                raise self.refuse(node, f"{name!r} of a text or number")
            if (
                t.only(known, t.ArrayAtom)
                and name.isidentifier()
                and name != "raw"
                and not all(self.is_own_of_list(a, name) for a in known)
            ):
                raise self.refuse(node, f"{name!r} of an array")
            attribute = self.attribute(name)
            if self.may_lack(types, name):
                if types & t.NULLISH and not self.is_guarded(node):
                    self.warn(
                        node,
                        f"{name!r} of null or undefined is None in Python, where "
                        "JavaScript throws a TypeError",
                    )
                return b.call("getattr", obj, b.const(attribute), b.const(None))
            return b.attr(obj, attribute)
        if self.always_there(types, name):
            return b.index(obj, key_of())
        if t.ANY in types or not types:
            if maybe or not self.needed(node):
                return b.call(b.attr(obj, "get"), key_of())
            self.note(node, f"a missing key {written(name)} raises KeyError in Python")
            return b.index(obj, key_of())
        return b.call(b.attr(obj, "get"), key_of())

    def note_missing(self, node: n.Node, known: Type, name: str) -> None:
        """Note where a value may be of a kind that surely does not have a property. That it
        is called raises in JavaScript, too."""
        above = self.scopes.parents.get(node)
        if isinstance(above, n.CallExpression) and above.callee is node:
            return
        if any(self.surely_lacks(a, name) for a in known):
            self.note(
                node, f"a property {written(name)} that is not there is AttributeError"
            )

    def surely_lacks(self, atom: t.Atom, name: str) -> bool:
        """Whether a value is of a kind that has no such property, and is asked for it."""
        if isinstance(atom, (t.FunctionAtom, t.ClassAtom)):
            cell = self.statics(atom).get(name)
            return not self.has_static(atom, name) and not (cell and cell.types)
        return isinstance(atom, _WITHOUT_PROPERTIES) or atom in _PRIMS_WITHOUT

    def is_guarded(self, node: n.Node) -> bool:
        """Whether a member is read in an optional chain, which ends at None before."""
        while isinstance(node, (n.MemberExpression, n.CallExpression)):
            if node.optional:
                return True
            node = node.callee if isinstance(node, n.CallExpression) else node.object
        return not isinstance(node, n.Expression)

    def fails_in_both(self, node: n.Node) -> bool:
        """Whether a member that texts and numbers have not raises in JavaScript, too: it
        is called, or it is one of an element that may not be there."""
        source = node.object if isinstance(node, n.MemberExpression) else None
        around = self.scopes.parents.get(node)
        return (isinstance(source, n.MemberExpression) and source.computed) or (
            isinstance(around, n.CallExpression) and around.callee is node
        )

    def settled_property(self, obj: ast.expr, name: str) -> ast.expr:
        """``status``, ``value``, ``reason`` of what gather(return_exceptions=True) gives."""
        if self.representation.settled_objects:
            return b.call(b.attr(obj, "get"), b.const(name))
        if name == "status":
            return b.cond(
                b.call("isinstance", obj, b.name("BaseException")),
                b.const("rejected"),
                b.const("fulfilled"),
            )
        if name == "reason" and self.throws_values():
            return self.helper("thrown_value", obj)
        return obj

    # -- functions ------------------------------------------------------------------

    def function_property(
        self, node: n.Node, types: Type, name: str
    ) -> ast.expr | None:
        """``length`` and ``name`` of a function: what the source says."""
        if any(
            name in self.analysis.inference.statics_of(a)  # type: ignore[arg-type]
            for a in types
        ):
            return None
        if name in ("caller", "arguments", "prototype"):
            raise self.refuse(node, f"{name} of a function")
        self.check_stand_in(node, types, name)
        values: set[int | str] = set()
        for atom in types:
            assert isinstance(atom, t.FunctionAtom)
            if name == "length":
                values.add(declared_length(atom.node))
            elif name == "name":
                values.add(self.function_name(atom.node))
        if name in ("length", "name") and len(values) != 1:
            raise self.refuse(node, f"the {name} of one of several functions")
        return b.const(values.pop()) if values else None

    def constructor_of(self, node: n.Node, obj: ast.expr, types: Type) -> ast.expr:
        """``x.constructor``: the class of an instance. What is no instance of a class of
        the program has another one in Python, and errors have other names there."""
        parent = self.scopes.parents.get(node)
        named = isinstance(parent, n.MemberExpression) and (
            getattr(parent.property, "name", "") == "name"
        )
        if t.only(types, t.InstanceAtom) or (
            not named
            and all(
                isinstance(a, (t.InstanceAtom, t.ErrorAtom)) or a is t.ANY
                for a in types
            )
        ):
            return b.call("type", obj)
        raise self.refuse(
            node,
            "the constructor of what may be no instance of a class of the program",
            "errors have a name: error.name" if named else None,
        )

    def class_name_of(self, node: n.Node, obj: ast.expr, types: Type) -> ast.expr:
        """``name`` of a class: what the source says, where Python's name is another."""
        if isinstance(obj, ast.Call) or all(
            isinstance(a, t.ClassAtom) and self.keeps_class_name(a.node) for a in types
        ):
            return b.attr(obj, "__name__")
        names = {
            self.function_name(a.node) for a in types if isinstance(a, t.ClassAtom)
        }
        if len(names) != 1:
            raise self.refuse(node, "the name of one of several classes")
        return b.const(names.pop())


def declared_length(node: n.Function) -> int:
    """The ``length`` of a function: its parameters before the first default or rest."""
    count = 0
    for param in node.params:
        if isinstance(param, (n.AssignmentPattern, n.RestElement)):
            break
        count += 1
    return count
