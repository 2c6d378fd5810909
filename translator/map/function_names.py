"""The names of functions and classes."""

from __future__ import annotations

from functools import cached_property

from ..analyse import types as t
from ..analyse.symbols import is_symbol
from ..parse import nodes as n
from .symbol_keys import SymbolKeys


class FunctionNames(SymbolKeys):
    def sees_class_name(self, node: n.Class) -> bool:
        """Whether the program may ask for, or show, the name of a class."""
        atom = self.analysis.classes.get(node)
        shown = self.representation.printed
        return (
            self.tells_classes
            or t.ANY in shown
            or (atom is not None and atom.instance in shown)
            or any(isinstance(a, t.ClassAtom) for a in shown)
        )

    @cached_property
    def tells_classes(self) -> bool:
        """Whether the program asks values for the names of their classes."""
        return any(
            isinstance(x, n.MemberExpression)
            and getattr(x.property, "name", "") == "name"
            and (
                isinstance(x.object, n.MetaProperty)
                or isinstance(x.object, n.ThisExpression)
                and any(isinstance(a, t.ClassAtom) for a in self.type_of(x.object))
                or getattr(getattr(x.object, "property", None), "name", "")
                == "constructor"
            )
            for x in n.walk(self.analysis.program)
        )

    def statics(self, atom: t.FunctionAtom | t.ClassAtom) -> dict[str, t.Cell]:
        """The properties that a function or class itself has, by name."""
        if isinstance(atom, t.ClassAtom):
            return atom.statics
        return self.analysis.inference.statics_of(atom)

    def keeps_class_name(self, node: n.Class) -> bool:
        """Whether a class has a name of its own, which is one by PEP 8, too."""
        return node.id is not None and keeps_name(node.id.name, node.id.name)

    def function_name(self, node: n.Function | n.Class) -> str:
        """The ``name`` of a function or class (ECMA-262 section 8.4, NamedEvaluation)."""
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
            if name is None or kind in ("get", "set") or is_symbol(name):
                raise self.refuse(node, "the name of this function")
            return name
        return ""


def keeps_name(python: str, name: str) -> bool:
    """Whether a class that is to be called ``python`` gets the name that it has."""
    return python == name and name[:1].isupper() and "_" not in name
