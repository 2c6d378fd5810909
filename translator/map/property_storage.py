"""How an object holds its properties, as items or as attributes, and which it may lack."""

from __future__ import annotations

from ..analyse import types as t
from ..analyse.types import Type
from ..parse import nodes as n
from .attributes import Attributes
from .operators import Operators


class PropertyStorage(Attributes, Operators):
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

    def is_own_of_list(self, atom: t.Atom, name: str) -> bool:
        """Whether a class that extends Array has a member of that name."""
        return isinstance(atom, t.ListInstanceAtom) and (
            self.analysis.inference.find_member(atom.cls, name) is not None
            or bool((cell := atom.props.get(name)) and cell.types)
        )

    def check_public_name(self, node: n.Node, name: str | None) -> None:
        """Refuse a text like "#x" as the name of an attribute: those are private names."""
        if name is not None and name.startswith("#"):
            raise self.refuse(node, f"{name!r} as a public name")

    # -- what may be missing --------------------------------------------------------

    def always_there(self, types: Type, name: str) -> bool:
        """Whether each object of the type has the key from the start, and keeps it."""
        objects = [a for a in types if a not in t.NULLISH]
        return bool(objects) and all(
            isinstance(a, t.ObjectAtom)
            and name in a.present
            and not self.analysis.inference.deleted_keys.get(a)
            for a in objects
        )

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
            elif isinstance(atom, (t.InstanceAtom, t.ListInstanceAtom)):
                if {name, None} & self.analysis.inference.deleted_keys.get(atom, set()):
                    return True
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

    def all_props(self, atom: t.InstanceAtom | t.ListInstanceAtom) -> set[str]:
        names = {p for p in atom.props if self.is_set(atom, p)}
        cls = atom.cls
        for _ in range(50):
            if not isinstance(cls, t.ClassAtom):
                break
            names |= cls.instance.present
            cls = next((a for a in cls.bases.types if isinstance(a, t.ClassAtom)), None)
        return names

    def is_set(self, atom: t.InstanceAtom | t.ListInstanceAtom, name: str) -> bool:
        cell = atom.props.get(name)
        if name in atom.present or cell is None:
            return True
        return bool(cell.types) and self.is_preset(atom, name)

    def is_preset(self, atom: t.InstanceAtom | t.ListInstanceAtom, name: str) -> bool:
        """Whether an attribute that is set late is None from the start; nobody sees that
        it is there, as private names are not listed."""
        family = atom.cls.family.types if isinstance(atom.cls, t.ClassAtom) else ()
        instances = {c.instance for c in family if isinstance(c, t.ClassAtom)}
        return name.startswith("#") or not (
            self.representation.listed & {atom, *instances}
        )

    def has_static(self, atom: t.Atom, name: str) -> bool:
        """Whether a class has a static member of its own with the name."""
        if not isinstance(atom, t.ClassAtom):
            return False
        cell = atom.statics.get(name)
        return f"static {name}" in atom.members or (
            cell is not None and bool(cell.types)
        )


_ERROR_ATTRIBUTES = {"message", "name", "stack", "cause", "errors"}
