"""Values that have no text, number or properties in Python, or others than in JavaScript."""

from __future__ import annotations

from ..analyse import types as t
from ..analyse.types import Type
from ..parse import nodes as n
from .base import Base

#: What has a tag for a text.
TAGGED: dict[type[t.Atom], str] = {
    t.MapAtom: "[object Map]",
    t.SetAtom: "[object Set]",
    t.PromiseAtom: "[object Promise]",
}
#: What has a text and a number that no helper knows.
_UNCONVERTED = (
    *t.CALLABLES,
    t.GeneratorAtom,
    t.HostAtom,
    t.PromiseAtom,
)
#: What has another text in Python.
_UNTOLD = (*TAGGED, t.GeneratorAtom, t.HostAtom)


class OddKinds(Base):
    def note_converted(self, types: Type, node: n.Node, as_text: bool = False) -> None:
        """Note where the helpers that make a text or number of an object (ECMA-262 7.1.1,
        ToPrimitive) may raise, because they do not know the object."""
        if any(self.is_unconverted(a, as_text) for a in t.elements(types)):
            self.note(
                node,
                "an object that is made a text or number, but is no plain one, raises "
                "TypeError",
            )

    def is_unconverted(self, atom: t.Atom, as_text: bool) -> bool:
        """Whether the helpers may raise for a value in place of a text or number; an
        instance has a text."""
        if isinstance(atom, (t.ObjectAtom, t.InstanceAtom)):
            held = self.representation.is_instance(atom)
            return not as_text and (held or isinstance(atom, t.InstanceAtom))
        if isinstance(atom, (t.MapAtom, t.SetAtom)):
            return self.representation.has_object_keys(atom)
        return atom in (t.REGEXP, t.MATCH) or isinstance(atom, _UNCONVERTED)

    def check_told(self, types: Type, node: n.Node) -> None:
        """Refuse to make a text of what is none in Python, or another one; an array has the
        texts of its elements."""
        for atom in t.elements(types):
            if isinstance(atom, _UNTOLD):
                raise self.refuse(node, f"the text of what may hold {named(atom)}")
            if isinstance(atom, t.ObjectAtom) and self.has_no_prototype(atom):
                raise self.refuse(
                    node, "the text of an object without a prototype is a TypeError"
                )

    def check_keyed(self, node: n.Node, types: Type) -> None:
        """Refuse to ask a Map or Set, which is a dict, for properties by name."""
        if any(isinstance(a, (t.MapAtom, t.SetAtom)) for a in types):
            raise self.refuse(
                node, "the properties of a Map or Set, which are not what it holds"
            )

    def has_no_prototype(self, atom: t.ObjectAtom) -> bool:
        """Whether an object inherits nothing: Node shows it as ``[Object: null prototype]``."""
        site = atom.site
        if isinstance(site, n.MemberExpression):
            return getattr(site.property, "name", "") == "groups"
        if not isinstance(site, n.CallExpression):
            return False
        for called in self.type_of(site.callee):
            if isinstance(called, t.BuiltinAtom) and called.name == "Object.create":
                return isinstance(site.arguments[0], n.NullLiteral)
            name = getattr(called, "name", "")
            if name == "Object.groupBy" or name.endswith("querystring:parse"):
                return True
        return False


def named(atom: t.Atom) -> str:
    """What to call a value that is no plain one, in a message."""
    if isinstance(atom, t.GeneratorAtom):
        return "an iterator"
    if isinstance(atom, t.PromiseAtom):
        return "a promise"
    return "a Map or Set" if isinstance(atom, (t.MapAtom, t.SetAtom)) else repr(atom)


def is_weak(atom: t.Atom) -> bool:
    """Whether a map or set was made as a weak one."""
    callee = getattr(getattr(atom, "site", None), "callee", None)
    return isinstance(callee, n.Identifier) and callee.name.startswith("Weak")
