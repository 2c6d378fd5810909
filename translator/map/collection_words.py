"""Guard words about arrays, objects, Maps, Sets and iterators."""

from __future__ import annotations

from collections.abc import Callable

from ..analyse import types as t
from ..analyse.symbols import is_own_symbol
from ..analyse.types import Type
from ..parse import nodes as n
from .text_words import TextWords

_KINDS = (
    t.T_STRING,
    t.NUMBERS - {t.NAN},
    t.T_BOOLEAN,
    t.T_BIGINT,
)
_BY_IDENTITY = (t.InstanceAtom, t.FunctionAtom, t.ClassAtom, t.PromiseAtom, t.ErrorAtom)
#: methods that give a new array, or a new iterator over what they are called on
_MAKING = frozenset(
    {"map", "filter", "slice", "concat", "split", "flat", "flatMap", "toSorted",
     "toReversed", "toSpliced", "with", "toArray", "splice", "matchAll"}
)  # fmt: skip
_ITERATING = frozenset({"values", "keys", "entries", "@@iterator"})
_SAME_ARRAY = frozenset({"sort", "reverse", "fill", "copyWithin"})
_MAKING_STATICS = {
    "Object": frozenset({"keys", "values", "entries"}),
    "Array": frozenset({"from", "of"}),
}


class CollectionWords(TextWords):
    def all_atoms(self, node: n.Node, check: Callable[[t.Atom], bool]) -> bool:
        types = self.type_of(node) - t.NULLISH
        return bool(types) and all(check(a) for a in types)

    def is_global_name(self, node: n.Node, name: str) -> bool:
        return (
            isinstance(node, n.Identifier)
            and node.name == name
            and node not in self.scopes.binding_of
        )

    # -- made on the spot ---------------------------------------------------------------

    def is_fresh(self, node: n.Node) -> bool:
        """Whether an array or iterator was just made and nobody else holds it."""
        if isinstance(node, n.ArrayExpression):
            return True
        if isinstance(node, n.AwaitExpression):
            return self.flow.is_combinator(node.argument)
        if isinstance(node, n.NewExpression):
            return self.is_global_name(node.callee, "Array")
        if not isinstance(node, n.CallExpression):
            return False
        callee = node.callee
        if self.is_global_name(callee, "Array"):
            return True
        if not isinstance(callee, n.MemberExpression):
            return self.makes_generator(node)
        owner = callee.object
        name = self.analysis.inference.property_name(callee.property, callee.computed)
        if isinstance(owner, n.Identifier) and owner not in self.scopes.binding_of:
            return name in _MAKING_STATICS.get(owner.name, ())
        types = self.type_of(owner) - t.NULLISH
        if t.only(types, t.GeneratorAtom):
            # An iterator over the same source: fresh if that one is.
            return name in ("map", "filter", "flatMap", "drop") and self.is_fresh(owner)
        known = bool(types) and all(
            isinstance(a, (t.ArrayAtom, t.SetAtom, t.MapAtom)) or a is t.STRING
            for a in types
        )
        if not known and name in self.analysis.inference.own_names:
            return False
        if name in _SAME_ARRAY:
            return self.is_fresh(owner)
        if name in _MAKING or name in _ITERATING:
            return known or name in _MAKING
        return self.makes_generator(node)

    def makes_generator(self, node: n.CallExpression) -> bool:
        """A call of a generator function that has nothing to clean up at its end."""
        targets = self.analysis.inference.targets.get(node)
        if not targets or node in self.analysis.inference.unknown_calls:
            return False
        return all(
            f.node.generator
            and not any(isinstance(x, n.TryStatement) for x in n.walk(f.node.body))
            for f in targets
        )

    # -- kinds of elements --------------------------------------------------------------

    def one_kind(self, types: Type) -> bool:
        """Values of one primitive kind without NaN: Python's == is JavaScript's ===."""
        if not types or any(types <= kind for kind in _KINDS):
            return True
        return all(
            isinstance(a, _BY_IDENTITY)
            or isinstance(a, t.ObjectAtom)
            and self.representation.is_instance(a)
            for a in types
        )

    def element_kinds(self, types: Type) -> Type | None:
        """The types of elements, keys and members; None of anything else."""
        found: Type = t.NEVER
        for atom in types - t.NULLISH:
            if isinstance(atom, (t.ArrayAtom, t.SetAtom)):
                found |= atom.elem.types
            elif isinstance(atom, t.MapAtom):
                found |= atom.key.types
            else:
                return None
        return found

    def one_kind_elements(self, node: n.Node) -> bool:
        known = self.type_of(node) - t.NULLISH
        types = self.element_kinds(known)
        return bool(known) and types is not None and self.one_kind(types)

    def same_kind(self, node: n.Node, others: list[n.Node]) -> bool:
        """Whether a value and the elements of the receiver are of one kind."""
        if not others:
            call = self.scopes.parents.get(node)
            if not (
                isinstance(call, n.CallExpression)
                and isinstance(call.callee, n.MemberExpression)
            ):
                return False
            others = [call.callee.object]
        types = self.type_of(node)
        for other in others:
            elements = self.element_kinds(self.type_of(other))
            if elements is None:
                return False
            types = types | elements
        if types >= t.NULLISH:
            return False  # both are None in Python
        return self.one_kind(types - t.NULLISH)

    # -- Maps and Sets ------------------------------------------------------------------

    def set_form(self, atom: t.Atom) -> str:
        """How a Set is held: ``object`` (an ObjectMap), ``dict`` or ``set``."""
        if self.representation.has_object_keys(atom):
            return "object"
        return "dict" if self.representation.is_ordered(atom) else "set"

    def same_collection(self, node: n.Node) -> bool:
        """Whether the argument of a set method is held as the receiver is."""
        call = self.enclosing_call(node)
        if call is None or not isinstance(call.callee, n.MemberExpression):
            return False
        types = (self.type_of(node) | self.type_of(call.callee.object)) - t.NULLISH
        return (
            t.only(types, t.SetAtom)
            and len({self.set_form(atom) for atom in types}) == 1
        )

    def has_object_keys(self, node: n.Node) -> bool:
        return any(
            isinstance(a, (t.MapAtom, t.SetAtom))
            and self.representation.has_object_keys(a)
            for a in self.type_of(node)
        )

    def has_unknown_keys(self, node: n.Node) -> bool:
        return any(
            isinstance(a, (t.MapAtom, t.SetAtom))
            and self.representation.has_unknown_keys(a)
            for a in self.type_of(node)
        )

    def has_object_entries(self, node: n.Node) -> bool:
        """Whether among the entries that a Map is made of may be one that is no array."""
        types = self.type_of(node)
        if not any(isinstance(a, t.ArrayAtom) for a in types):
            return False
        entries = self.analysis.inference.iterated(types)
        return any(isinstance(a, (t.ObjectAtom, t.InstanceAtom)) for a in entries)

    def has_weak_keys(self, node: n.Node) -> bool:
        """Whether all keys are instances of classes of the program."""
        types = self.type_of(node) - t.NULLISH
        keys = self.element_kinds(types)
        return (
            bool(types) and bool(keys) and all(map(self.is_plain_instance, keys or ()))
        )

    def is_plain_instance(self, atom: t.Atom) -> bool:
        """An instance whose class has no base but classes of the program."""
        if not isinstance(atom, t.InstanceAtom):
            return False
        cls = atom.cls
        for _ in range(50):
            if not isinstance(cls, t.ClassAtom):
                return False
            if not cls.bases.types:
                return True
            if len(cls.bases.types) > 1:
                return False
            (cls,) = cls.bases.types  # type: ignore[assignment]
        return False

    # -- objects ------------------------------------------------------------------------

    def is_instance_atom(self, atom: t.Atom) -> bool:
        return (
            isinstance(atom, (t.InstanceAtom, t.ErrorAtom))
            or isinstance(atom, t.ObjectAtom)
            and self.representation.is_instance(atom)
        )

    def plain_keys(self, node: n.Node) -> bool:
        """Whether no key of an object looks like an array index (those come first)."""
        types = self.type_of(node) - t.NULLISH
        return bool(types) and all(
            isinstance(atom, t.ObjectAtom)
            and not any(name.isdigit() for name in atom.props)
            and not atom.dynamic.types
            and not atom.keys.types
            for atom in types
        )

    def plain_fields(self, node: n.Node) -> bool:
        """Whether the fields of an instance are public and have the same names in Python."""
        return self.all_atoms(node, self.has_plain_fields)

    def plain_public_fields(self, node: n.Node) -> bool:
        """The same for the public fields alone; there may be private ones."""
        return self.all_atoms(node, lambda a: self.has_plain_fields(a, private=True))

    def has_plain_fields(self, atom: t.Atom, private: bool = False) -> bool:
        names: set[str] = set()
        if isinstance(atom, t.ObjectAtom):
            if atom.accessors:  # they are among the keys in JavaScript
                return False
            names |= set(atom.props)
        elif not isinstance(atom, t.InstanceAtom) or not self.is_plain_instance(atom):
            return False
        else:
            cls: t.Atom | None = atom.cls
            while isinstance(cls, t.ClassAtom):
                names |= set(cls.instance.props)
                cls = next(iter(cls.bases.types), None)
        return all(
            private if name.startswith("#") else self.attribute(name) == name
            for name in names
            if not is_own_symbol(name)  # left out
        )

    # -- iterators ----------------------------------------------------------------------

    def is_endless(self, node: n.Node) -> bool:
        """A generator that never ends, and that nobody ends."""
        return self.all_atoms(
            node,
            lambda a: isinstance(a, t.GeneratorAtom)
            and isinstance(a.site, n.Function)
            and never_ends(a.site),
        ) and self.is_only_stepped(node)

    def is_only_stepped(self, node: n.Node) -> bool:
        if not isinstance(node, n.Identifier):
            return isinstance(node, n.CallExpression)
        binding = self.scopes.binding_of.get(node)
        if binding is None or binding.reassigned:
            return False
        for reference in binding.references:
            member = self.scopes.parents.get(reference)
            if not (
                isinstance(member, n.MemberExpression)
                and member.object is reference
                and getattr(member.property, "name", None) == "next"
            ):
                return False
        return True

    def has_no_result(self, node: n.Node) -> bool:
        """An iterator that returns no value at its end."""
        return self.all_atoms(
            node,
            lambda a: isinstance(a, t.GeneratorAtom)
            and not a.is_async
            and a.result.types <= t.T_UNDEFINED,
        )


def never_ends(function: n.Function) -> bool:
    """Whether the body comes to a loop that only an error leaves."""
    body = function.body
    if not isinstance(body, n.BlockStatement):
        return False
    if any(isinstance(x, n.ReturnStatement) for x in n.walk_own(body)):
        return False
    for statement in body.body:
        if isinstance(statement, n.WhileStatement):
            test: n.Node | None = statement.test
        elif isinstance(statement, n.ForStatement):
            test = statement.test
        else:
            continue
        endless = test is None or (isinstance(test, n.BooleanLiteral) and test.value)
        inside = n.walk_own(statement.body)
        if endless and not any(isinstance(x, n.BreakStatement) for x in inside):
            return True
    return False
