"""Members: properties, elements, keys; reading, writing and deleting them."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.types import Type
from ..parse import nodes as n
from ..pytree import build as b
from .attributes import Attributes
from .logic import second_use
from .operators import Operators

#: what each object has from Object.prototype
_OBJECT_METHODS = frozenset(
    {"toString", "hasOwnProperty", "valueOf", "isPrototypeOf", "toLocaleString",
     "propertyIsEnumerable", "constructor", "__proto__"}
)  # fmt: skip
_ERROR_ATTRIBUTES = {"message", "name", "stack", "cause", "errors"}


class Members(Attributes, Operators):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: expressions that were made already (links of optional chains)
        self.preset: dict[n.Node, ast.expr] = {}

    # -- how a property is held ----------------------------------------------------------

    def holding(self, types: Type, name: str) -> str:
        """``item`` (a dict), ``attribute``, or ``either`` where it differs by value."""
        found: set[str] = set()
        for atom in types:
            if atom in t.NULLISH:
                continue
            if isinstance(atom, t.ObjectAtom):
                held = "attribute" if self.representation.is_instance(atom) else "item"
                found.add(held)
            elif isinstance(
                atom, (t.InstanceAtom, t.ClassAtom, t.ErrorAtom, t.FunctionAtom)
            ):
                found.add("attribute")
            elif atom is t.ANY:
                found.add("unknown")
            else:
                found.add("attribute")
        if not found or found == {"unknown"}:
            return self.unknown_holding(name)
        found.discard("unknown")
        return found.pop() if len(found) == 1 else "either"

    def unknown_holding(self, name: str) -> str:
        """Of a value of which nothing is known: what the program's own classes say.

        A wrong choice raises (a dict has no such attribute, an instance no items).
        """
        in_classes = any(
            name in cls.instance.props or name in cls.members or name in cls.setters
            for cls in self.analysis.classes.values()
        )
        if not in_classes:
            return "item"
        in_objects = name in self.literal_keys
        return "either" if in_objects else "attribute"

    @property
    def literal_keys(self) -> set[str]:
        """The property names of all object literals of the program."""
        found: set[str] | None = self.__dict__.get("_literal_keys")
        if found is None:
            found = set()
            for atom in self.analysis.inference.sites.values():
                if isinstance(atom, t.ObjectAtom):
                    found.update(atom.props)
            self.__dict__["_literal_keys"] = found
        return found

    def always_there(self, types: Type, name: str) -> bool:
        """Whether each object of the type has the key from the start, and keeps it."""
        objects = [a for a in types if a not in t.NULLISH]
        return bool(objects) and all(
            isinstance(a, t.ObjectAtom)
            and name in a.present
            and not self.analysis.inference.deleted_keys.get(a)
            for a in objects
        )

    # -- reading -----------------------------------------------------------------------

    def member(self, node: n.MemberExpression) -> ast.expr:
        preset = self.preset.get(node)
        if preset is not None:
            return preset
        value = self.rule_value(node, "value")
        if value is not None:
            return value
        self.check_detached(node)
        return self.read_member(node, maybe=False)

    def check_detached(self, node: n.Node) -> None:
        """Warn of a method that is taken from its object: it keeps ``self`` in Python."""
        parent = self.scopes.parents.get(node)
        if isinstance(
            parent,
            (n.MemberExpression, n.UnaryExpression, n.BinaryExpression, n.IfStatement,
             n.AwaitExpression, n.ChainExpression),
        ):  # fmt: skip
            return
        if isinstance(parent, (n.CallExpression, n.TaggedTemplateExpression)) and node in (
            getattr(parent, "callee", None), getattr(parent, "tag", None),
        ):  # fmt: skip
            return
        if isinstance(node, n.MemberExpression):
            self.warn_detached(node, self.type_of(node), self.type_of(node.object))

    def warn_detached(self, node: n.Node, types: Type, objects: Type) -> None:
        bound = {  # what a constructor put there: this.f = this.f.bind(this)
            name
            for holder in objects
            if isinstance(holder, t.InstanceAtom)
            for name, cell in holder.props.items()
            if cell.types
        }
        for atom in types:
            if isinstance(atom, t.FunctionAtom):
                method = self.scopes.parents.get(atom.node)
                if (
                    isinstance(method, n.MethodDefinition)
                    and method.kind == "method"
                    and self.scopes.facts[atom.node].uses_this
                    and self.analysis.inference.property_name(
                        method.key, method.computed
                    )
                    not in bound
                ):
                    self.warn(
                        node,
                        "a method taken from its object: `this` is lost in JavaScript, "
                        "Python keeps it",
                    )

    def maybe(self, node: n.Node) -> ast.expr:
        """A value that may be missing: a lookup that gives None rather than raising."""
        if isinstance(node, n.MemberExpression) and node not in self.preset:
            value = self.rule_value(node, "value")
            if value is not None:
                return value
            return self.read_member(node, maybe=True)
        return self.expr(node)

    def check_library(self, node: n.MemberExpression) -> None:
        """Refuse what there is no rule for of an object that a library made."""
        for atom in self.type_of(node.object):
            if isinstance(atom, t.HostAtom) and atom.of_library:
                name = getattr(node.property, "name", "[...]")
                raise self.refuse(
                    node,
                    f"{atom.name.replace('_', '-', 1)}: {name} is not translated yet",
                )

    def read_member(self, node: n.MemberExpression, maybe: bool) -> ast.expr:
        self.check_library(node)
        if isinstance(node.object, n.Super):
            return b.attr(b.call("super"), self.member_name(node.property))
        if isinstance(node.property, n.PrivateIdentifier):
            return b.attr(
                self.expr(node.object), self.private_name(node.property.name, node)
            )
        name = self.analysis.inference.property_name(node.property, node.computed)
        types = self.type_of(node.object)
        if node.computed and name is not None and name.isidentifier():
            plain = self.uncomputed(node, name)
            if plain is not None:
                return plain
        self.check_builtin(node, types, name)
        if name is None or (name.isdigit() and self.indexed(types)):
            obj, key = self.in_order(
                [
                    (node.object, lambda: self.expr(node.object)),
                    (node.property, lambda: self.element_key(node, types)),
                ]
            )
            return self.element(node, obj, key, types, maybe)
        return self.property_of(node, self.expr(node.object), types, name, maybe)

    def uncomputed(self, node: n.MemberExpression, name: str) -> ast.expr | None:
        """``text["length"]``: what the rules make of ``text.length``."""
        key = n.Identifier(name, start=node.property.start, end=node.property.end)
        plain = n.MemberExpression(
            node.object, key, False, node.optional, start=node.start, end=node.end
        )
        self.analysis.types[plain] = self.type_of(node)
        return self.rule_value(plain, "value")

    def check_builtin(
        self, node: n.MemberExpression, types: Type, name: str | None
    ) -> None:
        """Refuse members of JavaScript's own functions for which there is no rule."""
        if types and all(isinstance(a, t.BuiltinAtom) for a in types):
            owner = next(a.name for a in types if isinstance(a, t.BuiltinAtom))
            owner = owner.replace("#", ".prototype.")
            raise self.refuse(node, f"{owner}.{name or '[...]'} is not translated yet")

    def indexed(self, types: Type) -> bool:
        """Whether a numeric key means a position, not a name."""
        return not any(isinstance(a, t.ObjectAtom) for a in types)

    def property_of(
        self, node: n.Node, obj: ast.expr, types: Type, name: str, maybe: bool
    ) -> ast.expr:
        """``obj.name``, by how the object is held."""
        known = types - t.NULLISH
        if t.only(known, t.SettledAtom):
            return self.settled_property(obj, name)
        if any(isinstance(a, t.PromiseAtom) for a in known):
            raise self.refuse(node, f"{name!r} of a promise as a value")
        if name == "constructor" and t.only(known, t.InstanceAtom):
            return b.call("type", obj)
        if (
            t.only(known, t.ClassAtom)
            and name in ("name", "prototype")
            and not any(self.has_static(a, name) for a in known)
        ):
            if name == "name":
                return b.attr(obj, "__name__")
            raise self.refuse(node, "the prototype of a class as a value")
        if t.only(known, t.FunctionAtom):
            value = self.function_property(node, known, name)
            if value is not None:
                return value
        held = self.holding(types, name)
        if (
            name == "length"
            and held != "item"
            and any(isinstance(a, t.ArrayAtom) or a is t.STRING for a in known)
        ):
            return self.helper("length_of", obj)
        if (
            held == "item"
            and name in _OBJECT_METHODS
            and not any(
                isinstance(a, t.ObjectAtom) and name in a.props and a.props[name].types
                for a in known
            )
        ):
            raise self.refuse(node, f"{name} of an object as a value")
        if held == "either":
            return self.helper(
                "get_property", obj, b.const(name), b.const(self.attribute(name))
            )
        if held == "attribute":
            attribute = self.attribute(name)
            if self.may_lack(types, name):
                return b.call("getattr", obj, b.const(attribute), b.const(None))
            return b.attr(obj, attribute)
        if self.always_there(types, name):
            return b.index(obj, name)
        if t.ANY in types or not types:
            if maybe or not self.needed(node):
                return b.call(b.attr(obj, "get"), b.const(name))
            self.note(node, f"a missing key {name!r} raises KeyError in Python")
            return b.index(obj, name)
        return b.call(b.attr(obj, "get"), b.const(name))

    def function_property(
        self, node: n.Node, types: Type, name: str
    ) -> ast.expr | None:
        """``length`` and ``name`` of a function: what the source says."""
        if any(
            name in self.analysis.inference.statics_of(a)  # type: ignore[arg-type]
            for a in types
        ):
            return None
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

    def function_name(self, node: n.Function) -> str:
        """The ``name`` of a function (ECMA-262 section 8.4, NamedEvaluation)."""
        parent = self.scopes.parents.get(node)
        if node.id is not None:
            return node.id.name
        if isinstance(
            parent, (n.VariableDeclarator, n.AssignmentPattern, n.AssignmentExpression)
        ):
            target = (
                parent.id if isinstance(parent, n.VariableDeclarator) else parent.left
            )
            return target.name if isinstance(target, n.Identifier) else ""
        if isinstance(parent, (n.Property, n.MethodDefinition, n.PropertyDefinition)):
            name = self.analysis.inference.property_name(parent.key, parent.computed)
            kind = getattr(parent, "kind", "init")
            if name is None or kind in ("get", "set"):
                raise self.refuse(node, "the name of this function")
            return name
        return ""

    def needed(self, node: n.Node) -> bool:
        """Whether JavaScript would fail too if the value were undefined, or go wrong."""
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.MemberExpression) and parent.object is node:
            return not parent.optional
        if isinstance(parent, n.CallExpression) and parent.callee is node:
            return not parent.optional
        if isinstance(parent, n.BinaryExpression):
            return parent.operator not in ("===", "!==", "==", "!=")
        return isinstance(parent, (n.ForOfStatement, n.SpreadElement))

    def may_lack(self, types: Type, name: str) -> bool:
        """Whether an instance may be without the attribute (JavaScript gives undefined)."""
        for atom in types - t.NULLISH:
            if isinstance(atom, t.ErrorAtom):
                if name not in _ERROR_ATTRIBUTES:
                    return True
            elif isinstance(atom, t.InstanceAtom):
                found = self.analysis.inference.find_member(atom.cls, name)
                if found is None and name not in self.all_props(atom):
                    return True
            elif (
                isinstance(atom, t.FunctionAtom)
                or isinstance(atom, t.ObjectAtom)
                and name not in atom.present
            ):
                return True
        return False

    def all_props(self, atom: t.InstanceAtom) -> set[str]:
        names = {p for p in atom.props if self.is_set(atom, p)}
        cls = atom.cls
        for _ in range(50):
            if not isinstance(cls, t.ClassAtom):
                break
            names |= cls.instance.present
            cls = next((a for a in cls.bases.types if isinstance(a, t.ClassAtom)), None)
        return names

    def is_set(self, atom: t.InstanceAtom, name: str) -> bool:
        cell = atom.props.get(name)
        return name in atom.present or cell is None or bool(cell.types)

    def has_static(self, atom: t.Atom, name: str) -> bool:
        """Whether a class has a static member of its own with the name."""
        if not isinstance(atom, t.ClassAtom):
            return False
        cell = atom.statics.get(name)
        return f"static {name}" in atom.members or (
            cell is not None and bool(cell.types)
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

    # -- elements ------------------------------------------------------------------------

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
            raise self.refuse(node, "a symbol as a property key")
        return self.text(node)

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
            isinstance(a, t.ArrayAtom) or a in (t.STRING, t.MATCH) for a in known
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
        return self.helper("get_item", obj, key)

    def in_equality(self, node: n.Node) -> bool:
        """``text[i] === c``: undefined is just another value there."""
        parent = self.scopes.parents.get(node)
        return isinstance(parent, n.BinaryExpression) and parent.operator in (
            "===", "!==", "==", "!=",
        )  # fmt: skip

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

    def nonneg(self, node: n.Node) -> bool:
        """Whether a number surely is an integer of at least zero."""
        if self.is_exactly(node, t.T_NAT):
            return True
        bound = self.lower_bound(node, 8)
        return bound is not None and bound >= 0 and self.is_integer(node)

    def is_nonneg(self, node: n.Node) -> bool:
        return self.nonneg(node)

    def lower_bound(self, node: n.Node, depth: int) -> int | None:
        """A number that an expression is never below, where one can be seen."""
        if depth == 0:
            return None
        constant = self.analysis.inference.constant_number(node)
        if constant is not None:
            return int(constant) if constant.is_integer() else None
        if isinstance(node, n.Identifier):
            binding = self.scopes.binding_of.get(node)
            if binding is not None and self.replaced.get(binding) is None:
                known = self.binding_bound(binding, depth - 1)
                if known is not None:
                    return known
        elif isinstance(node, n.BinaryExpression) and node.operator in ("+", "-"):
            left = self.lower_bound(node.left, depth - 1)
            if left is not None:
                if node.operator == "+":
                    right = self.lower_bound(node.right, depth - 1)
                    if right is not None:
                        return left + right
                elif isinstance(node.right, n.NumberLiteral) and isinstance(
                    node.right.value, int
                ):
                    return left - node.right.value
        if self.is_exactly(node, t.T_NAT):
            return 0
        return None

    def binding_bound(self, binding: t.Cell | object, depth: int) -> int | None:
        """The least value of a variable that starts at a literal and only grows."""
        from ..analyse.scopes import Binding

        assert isinstance(binding, Binding)
        lowest: int | None = None
        for assignment in binding.assignments:
            parent = self.scopes.parents.get(assignment)
            value: int | None
            if isinstance(assignment, n.VariableDeclarator):
                if assignment.init is None or not isinstance(
                    assignment.id, n.Identifier
                ):
                    return None
                value = self.lower_bound(assignment.init, depth)
            elif isinstance(parent, n.UpdateExpression):
                if parent.operator == "--":
                    return None
                continue
            elif isinstance(parent, n.AssignmentExpression):
                if parent.operator == "+=":
                    step = self.lower_bound(parent.right, depth)
                    if step is None or step < 0:
                        return None
                    continue
                if parent.operator != "=":
                    return None
                value = self.lower_bound(parent.right, depth)
            else:
                return None
            if value is None:
                return None
            lowest = value if lowest is None else min(lowest, value)
        return lowest

    def in_bounds(self, node: n.MemberExpression) -> bool:
        """Whether a loop's test keeps the index below the length of the same array."""
        if not isinstance(node.property, n.Identifier):
            return False
        index = self.scopes.binding_of.get(node.property)
        obj = node.object
        current: n.Node | None = node
        while current is not None and not isinstance(current, n.Function):
            parent = self.scopes.parents.get(current)
            if isinstance(parent, n.ForStatement) and current is parent.body:
                test = parent.test
                if (
                    isinstance(test, n.BinaryExpression)
                    and test.operator == "<"
                    and isinstance(test.left, n.Identifier)
                    and self.scopes.binding_of.get(test.left) is index
                    and isinstance(test.right, n.MemberExpression)
                    and isinstance(test.right.property, n.Identifier)
                    and test.right.property.name == "length"
                    and self.same_name(test.right.object, obj)
                ):
                    return True
            current = parent
        return False

    def same_name(self, a: n.Node, c: n.Node) -> bool:
        if isinstance(a, n.Identifier) and isinstance(c, n.Identifier):
            first = self.scopes.binding_of.get(a)
            return first is not None and first is self.scopes.binding_of.get(c)
        if isinstance(a, n.ThisExpression) and isinstance(c, n.ThisExpression):
            return True
        if isinstance(a, n.MemberExpression) and isinstance(c, n.MemberExpression):
            return (
                not a.computed
                and not c.computed
                and isinstance(a.property, (n.Identifier, n.PrivateIdentifier))
                and isinstance(c.property, (n.Identifier, n.PrivateIdentifier))
                and a.property.name == c.property.name
                and self.same_name(a.object, c.object)
            )
        return False

    def fits_literal(self, node: n.MemberExpression) -> bool:
        """A literal index inside of an array literal that keeps its length."""
        if not isinstance(node.property, n.NumberLiteral):
            return False
        return all(
            isinstance(a, t.ArrayAtom)
            and a.items is not None
            and node.property.value < len(a.items)
            for a in self.type_of(node.object) - t.NULLISH
        )

    # -- optional chains -----------------------------------------------------------------

    def chain(self, node: n.ChainExpression) -> ast.expr:
        return self.chain_link(node.expression, test=False)

    def chain_link(self, node: n.Node, test: bool) -> ast.expr:
        """A chain: None as soon as an optional link finds nothing."""
        link = self.innermost_optional(node)
        if link is None:
            return self.test(node) if test else self.maybe(node)
        inner = link.object if isinstance(link, n.MemberExpression) else link.callee
        types = self.type_of(inner)
        link.optional = False
        try:
            if isinstance(link, n.CallExpression) and isinstance(
                inner, n.MemberExpression
            ):
                obj = self.repeatable(self.expr(inner.object), inner.object)
                self.preset[inner.object] = obj
                value = self.maybe(inner)
                self.preset[inner.object] = second_use(obj)
            else:
                value = self.repeatable(self.maybe(inner), inner)
                self.preset[inner] = second_use(value)
            element = isinstance(inner, n.MemberExpression) and inner.computed
            if types and not types & t.NULLISH and t.ANY not in types and not element:
                # It is always there: the `?.` does nothing.
                if isinstance(value, ast.NamedExpr):
                    self.preset[inner] = value.value
                return self.chain_link(node, test)
            block: list[ast.stmt] = []
            with self.into(block):
                rest = self.chain_link(node, test)
            present = b.compare(value, "is not", b.const(None))
            if block:
                binding = self.temp("value")
                self.emit(b.assign(self.target(binding), b.const(None)))
                block.append(b.assign(self.target(binding), rest))
                self.emit(b.if_(present, block))
                return self.load(binding)
            if test:
                return b.and_(present, rest)
            return b.cond(present, rest, b.const(None))
        finally:
            link.optional = True
            self.preset.pop(inner, None)
            if isinstance(inner, n.MemberExpression):
                self.preset.pop(inner.object, None)

    def innermost_optional(
        self, node: n.Node
    ) -> n.MemberExpression | n.CallExpression | None:
        found: n.MemberExpression | n.CallExpression | None = None
        while isinstance(node, (n.MemberExpression, n.CallExpression)):
            if node in self.preset:
                break
            if node.optional:
                found = node
            node = node.object if isinstance(node, n.MemberExpression) else node.callee
        return found

    # -- writing -------------------------------------------------------------------------

    def member_target(self, node: n.MemberExpression) -> ast.expr:
        """The target of an assignment to a member (with Store context)."""
        if isinstance(node.object, n.Super):
            return self.super_target(node)
        if isinstance(node.property, n.PrivateIdentifier):
            return b.store(
                b.attr(
                    self.expr(node.object), self.private_name(node.property.name, node)
                )
            )
        name = self.analysis.inference.property_name(node.property, node.computed)
        types = self.type_of(node.object)
        if name is None or (name.isdigit() and self.indexed(types)):
            obj, key = self.in_order(
                [
                    (node.object, lambda: self.expr(node.object)),
                    (node.property, lambda: self.element_key(node, types)),
                ]
            )
            known = types - t.NULLISH
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
        if held == "either":
            raise self.refuse(
                node,
                f"{name!r} is assigned to a dict here, to an instance there",
                "give the two kinds of object different variables",
            )
        if held == "attribute":
            return b.store(b.attr(obj, self.attribute(name)))
        return b.store(b.index(obj, name))

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
        return any(
            isinstance(a.site, n.ArrayExpression)
            and (
                not a.site.elements
                or (constant is not None and constant >= len(a.site.elements))
            )
            for a in arrays
        )

    def appends(self, node: n.MemberExpression) -> bool:
        """``array[array.length] = value``."""
        index = node.property
        return (
            isinstance(index, n.MemberExpression)
            and not index.computed
            and getattr(index.property, "name", None) == "length"
            and self.same_name(index.object, node.object)
            and t.only(self.type_of(node.object) - t.NULLISH, t.ArrayAtom)
        )

    def delete(self, node: n.UnaryExpression, value: bool) -> ast.expr:
        target = node.argument
        if isinstance(target, n.ChainExpression):
            target = target.expression
        if not isinstance(target, n.MemberExpression):
            raise self.refuse(node, "delete of something that is no property")
        types = self.type_of(target.object)
        obj = self.expr(target.object)
        name = self.analysis.inference.property_name(target.property, target.computed)
        if any(isinstance(a, t.ArrayAtom) for a in types):
            raise self.refuse(node, "delete of an array element leaves a hole")
        key = b.const(name) if name is not None else self.key(target.property)
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


def declared_length(node: n.Function) -> int:
    """The ``length`` of a function: its parameters before the first default or rest."""
    count = 0
    for param in node.params:
        if isinstance(param, (n.AssignmentPattern, n.RestElement)):
            break
        count += 1
    return count
