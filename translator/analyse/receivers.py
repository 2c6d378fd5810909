"""What ``this``, ``super`` and ``new.target`` stand for."""

from __future__ import annotations

from ..parse import nodes as n
from . import types as t
from .narrowing import Narrowing
from .scopes import Scopes
from .signatures import Signatures
from .types import Atom, Type

#: What ``this`` belongs to.
_HOMES = (
    n.FunctionDeclaration,
    n.FunctionExpression,
    n.PropertyDefinition,
    n.StaticBlock,
    n.Program,
)


class Receivers(Narrowing):
    def __init__(self, scopes: Scopes, signatures: Signatures) -> None:
        super().__init__(scopes, signatures)
        #: the field whose value is being evaluated
        self.field: n.PropertyDefinition | None = None
        self._homes: dict[n.Node, n.Node] = {}

    def home(self) -> n.Node:
        """What ``this`` belongs to: a function that is no arrow, a field, the program.

        Arrows have the ``this`` around them (ECMA-262 section 10.2.1.1), in the value of a
        field that is the instance.
        """
        if self.field is not None:
            return self.field
        found = self._homes.get(self.unit)
        if found is None:
            current: n.Node = self.unit
            while not isinstance(current, _HOMES):
                current = self.scopes.parents.get(current, self.scopes.program)
            found = self._homes[self.unit] = current
        return found

    def in_instance_field(self) -> bool:
        return self.field is not None and not self.field.static

    def class_around(self, node: n.Node) -> t.ClassAtom | None:
        current: n.Node | None = node
        while current is not None:
            if isinstance(current, n.Class):
                return self.classes.get(current)
            current = self.scopes.parents.get(current)
        return None

    def this_types(self) -> Type:
        home = self.home()
        if isinstance(home, n.Function):
            return self.read(self.function(home).this)
        if isinstance(home, (n.PropertyDefinition, n.StaticBlock)):
            cls = self.class_around(home)
            if cls is None:
                return t.T_ANY
            if isinstance(home, n.StaticBlock) or home.static:
                return frozenset({cls})
            return frozenset(
                c.instance for c in self.read(cls.family) if isinstance(c, t.ClassAtom)
            )
        return t.T_UNDEFINED

    def super_types(self) -> Type:
        """What ``super`` stands for: the prototype (or class) above the current one."""
        node: n.Node | None = self.home()
        static = False
        while node is not None and not isinstance(node, n.Class):
            if isinstance(node, (n.MethodDefinition, n.PropertyDefinition)):
                static = node.static
            elif isinstance(node, n.StaticBlock):
                static = True
            node = self.scopes.parents.get(node)
        cls = self.classes.get(node) if node is not None else None
        if cls is None:
            return t.T_ANY
        bases = self.read(cls.bases)
        if static:
            return bases
        return frozenset(
            base.instance if isinstance(base, t.ClassAtom) else base for base in bases
        )

    def new_target(self, node: n.MetaProperty) -> Type:
        """``new.target`` in a constructor: its class, or one that extends it."""
        cls = self.class_around(node)
        return self.read(cls.family) if cls is not None else t.T_ANY

    def base_class(self, cls: t.ClassAtom) -> t.ClassAtom | None:
        """The class of the program that a class extends."""
        for base in self.read(cls.bases):
            if isinstance(base, t.ClassAtom):
                return base
        return None

    def ancestors(self, cls: Atom | None) -> list[t.ClassAtom]:
        """A class of the program and those above it, itself first."""
        found: list[t.ClassAtom] = []
        while isinstance(cls, t.ClassAtom) and cls not in found:
            found.append(cls)
            cls = self.base_class(cls)
        return found
