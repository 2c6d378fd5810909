"""Private members: who has them, where Python's underscore would find another's."""

from __future__ import annotations

from functools import cached_property

from ..analyse import types as t
from ..analyse.scopes import LOOPS
from ..parse import nodes as n
from .properties import Properties


class PrivateMembers(Properties):
    def check_identity(self, node: n.MemberExpression) -> None:
        """Warn of a private method that is given away: Python binds it anew each time."""
        assert isinstance(node.property, n.PrivateIdentifier)
        if self.effects.private_kind(node.property) == "method" and isinstance(
            self.scopes.parents.get(node), (n.ReturnStatement, n.BinaryExpression)
        ):
            self.warn(
                node,
                "a private method as a value is another object for each instance and each "
                "time it is read",
            )

    def check_private(self, node: n.MemberExpression) -> None:
        """Refuse a private name of the class around on the ``this`` of a class within it,
        whose instances have no such member."""
        name = _private(node)
        if not isinstance(node.object, n.ThisExpression):
            return
        current = self.scopes.parents.get(node)
        while current is not None and not isinstance(current, n.Class):
            current = self.scopes.parents.get(current)
        if current is None or current.super_class is not None:
            return
        if not _declares(current, name):
            raise self.refuse(
                node, f"#{name} of the class around, on another one's this"
            )

    def check_brand(self, node: n.MemberExpression) -> None:
        """Warn of a private member that is read or set on what may not have it.

        JavaScript throws a TypeError (ECMA-262 7.3.30, PrivateGet, and 7.3.31, PrivateSet),
        where Python finds the attribute of a class that extends this one, of another class
        with the same name, or of another evaluation of the class.
        """
        owner = self.declaring_class(node)
        if owner is None:
            return
        name = f"#{_private(node)}"
        for atom in self.type_of(node.object):
            if self.is_of_another(atom, owner, node):
                self.warn(
                    node,
                    f"{name} of what may have none throws a TypeError in JavaScript; "
                    "Python may find an attribute",
                )
                return
        if not isinstance(node.object, n.ThisExpression) and self.is_made_again(owner):
            self.warn(
                node,
                f"{name} of an object of another evaluation of the class throws a "
                "TypeError in JavaScript; Python finds it",
            )

    def is_of_another(
        self, atom: t.Atom, owner: n.Class, node: n.MemberExpression
    ) -> bool:
        """Whether an object has no such member, and Python finds an attribute of it."""
        if isinstance(atom, t.ClassAtom):
            if atom.node is not owner:
                return owner in self.ancestors(atom) and not isinstance(
                    node.object, n.ThisExpression
                )
            return isinstance(node.object, n.ThisExpression) and self.is_inherited(
                self.scopes.enclosing_function(node), atom
            )
        if not isinstance(atom, t.InstanceAtom) or not isinstance(
            atom.cls, t.ClassAtom
        ):
            return False
        if atom.cls.node is owner or owner in self.ancestors(atom.cls):
            return False
        attribute = self.private_name(_private(node), node)
        return any(
            (
                attribute == self.private_name(name[1:], atom.cls.node.body)
                if name.startswith("#")
                else attribute == self.attribute(name)
            )
            for name in {*atom.props, *atom.cls.members, *atom.cls.setters}
            if not name.startswith("static ")
        )

    def is_inherited(self, function: n.Node, atom: t.ClassAtom) -> bool:
        """Whether a static member may be used by a class that extends its own."""
        member = self.scopes.parents.get(function)
        if not isinstance(member, n.MethodDefinition):
            return False
        name = self.analysis.inference.property_name(member.key, member.computed)
        heirs = self.analysis.inference.read(atom.family) - {atom}
        used = self.used_statics
        return any(
            each in used.get(name, ()) or each in used.get(None, ()) for each in heirs
        )

    @cached_property
    def used_statics(self) -> dict[str | None, set[t.Atom]]:
        """The classes of which a property is read, by its name; None: of any name."""
        found: dict[str | None, set[t.Atom]] = {}
        for node in n.walk(self.analysis.program):
            if isinstance(node, n.MemberExpression) and not isinstance(
                node.property, n.PrivateIdentifier
            ):
                classes = {
                    a for a in self.type_of(node.object) if isinstance(a, t.ClassAtom)
                }
                if classes:
                    name = self.analysis.inference.property_name(
                        node.property, node.computed
                    )
                    found.setdefault(name, set()).update(classes)
        return found

    def is_made_again(self, cls: n.Class) -> bool:
        """Whether a class stands where it may be evaluated more than once."""
        current = self.scopes.parents.get(cls)
        while current is not None:
            if isinstance(current, (n.Function, *LOOPS)):
                return True
            current = self.scopes.parents.get(current)
        return False

    def declaring_class(self, node: n.MemberExpression) -> n.Class | None:
        """The class around that declares the private name of a member."""
        name = _private(node)
        owner: n.Node | None = node
        while owner is not None:
            if isinstance(owner, n.Class) and _declares(owner, name):
                return owner
            owner = self.scopes.parents.get(owner)
        return None

    def check_private_write(self, node: n.MemberExpression) -> None:
        """Refuse a write to what has no such private member: Python would add it."""
        if isinstance(node.object, n.ThisExpression):
            return
        owner = self.declaring_class(node)
        for atom in self.type_of(node.object) - t.T_ANY:
            cls = atom.cls if isinstance(atom, t.InstanceAtom) else atom
            if not isinstance(cls, t.ClassAtom) or (
                cls.node is not owner and owner not in self.ancestors(cls)
            ):
                raise self.refuse(
                    node, f"#{_private(node)} is assigned to what may not have it"
                )


def _private(node: n.MemberExpression) -> str:
    assert isinstance(node.property, n.PrivateIdentifier)
    return node.property.name


def _declares(cls: n.Class, name: str) -> bool:
    return any(
        not isinstance(member, n.StaticBlock)
        and isinstance(member.key, n.PrivateIdentifier)
        and member.key.name == name
        for member in cls.body.body
    )
