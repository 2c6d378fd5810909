"""What running a piece of code may change: arrays, objects, Maps, Sets, variables.

A question is asked of some nodes of the tree. The answer covers them, the functions that
they may call, and, where they wait, all of the program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..parse import nodes as n
from . import types as t
from .inference import Inference
from .scopes import Binding, Scopes, pattern_names
from .types import Atom, Type
from .written_buffers import writes_bytes

_GROWING = frozenset({"push", "unshift", "set", "add"})
_SHRINKING = frozenset({"pop", "shift", "splice", "delete", "clear"})
_REORDERING = frozenset({"sort", "reverse", "fill", "copyWithin"})
_ASSIGNING = frozenset({"assign", "defineProperty", "defineProperties", "set"})
#: methods that JavaScript calls by itself
_IMPLICIT = frozenset(
    {"toString", "valueOf", "toJSON", "@@iterator", "@@toPrimitive", "next"}
)
_HELD = (t.ArrayAtom, t.ObjectAtom, t.MapAtom, t.SetAtom, t.InstanceAtom)
_NUMBERS = t.BYTES | t.TYPED_ARRAYS


@dataclass(slots=True, eq=False)
class Facts:
    """``shrunk`` is part of ``resized``, that of ``written``.

    ``fields``: properties that are written by name; ``dynamic``: what is written otherwise.
    ``outside``: code is called that is not in the file.
    """

    written: set[Atom] = field(default_factory=set)
    dynamic: set[Atom] = field(default_factory=set)
    resized: set[Atom] = field(default_factory=set)
    shrunk: set[Atom] = field(default_factory=set)
    fields: set[tuple[Atom, str]] = field(default_factory=set)
    assigned: set[Binding] = field(default_factory=set)
    outside: bool = False
    unknown: bool = False
    waits: bool = False
    callees: set[n.Node] = field(default_factory=set)

    def add(self, other: Facts) -> None:
        self.written |= other.written
        self.dynamic |= other.dynamic
        self.resized |= other.resized
        self.shrunk |= other.shrunk
        self.fields |= other.fields
        self.assigned |= other.assigned
        self.outside |= other.outside
        self.unknown |= other.unknown


class Changes:
    """``in_bounds`` says whether ``array[i]`` surely is an element that is there."""

    def __init__(
        self,
        scopes: Scopes,
        inference: Inference,
        in_bounds: Callable[[n.MemberExpression], bool],
    ) -> None:
        self.scopes = scopes
        self.inference = inference
        self.in_bounds = in_bounds
        self._direct: dict[n.Node, Facts] = {}
        self._during: dict[tuple[n.Node, ...], Facts] = {}
        self._anywhere: Facts | None = None
        self._escaped: set[Atom] | None = None
        self._implicit: list[n.Node] | None = None

    # -- questions -----------------------------------------------------------------------

    def during(self, nodes: Sequence[n.Node]) -> Facts:
        """What evaluating the nodes may change; of a function, what a call of it may."""
        key = tuple(nodes)
        found = self._during.get(key)
        if found is None:
            found = self._during[key] = self._closure(key)
        return found

    def anywhere(self) -> Facts:
        """What the program changes at any place."""
        if self._anywhere is None:
            places = (self.scopes.program, *self.inference.functions)
            self._anywhere = self._closure(places, waiting=False)
        return self._anywhere

    def hits(self, types: Type, changed: set[Atom], facts: Facts) -> bool:
        """Whether one of the values may be among those that were changed."""
        for atom in types:
            if atom in changed:
                return True
            if atom is t.ANY:
                if facts.outside or facts.unknown or changed & self.escaped:
                    return True
            elif (facts.outside or facts.unknown) and atom in self.escaped:
                return True
        return False

    def unaffected(
        self,
        node: n.Node,
        facts: Facts,
        stays: Callable[[n.Identifier | n.MemberExpression], bool] | None = None,
    ) -> bool:
        """Whether an expression gives the same before and after.

        ``stays``: which variables and members do so for another reason.
        """
        for part in n.walk(node):
            if (
                stays is not None
                and isinstance(part, (n.Identifier, n.MemberExpression))
                and stays(part)
            ):
                continue
            if isinstance(part, n.Identifier):
                binding = self.scopes.binding_of.get(part)
                if binding is not None and binding in facts.assigned:
                    return False
            elif isinstance(part, n.MemberExpression):
                types = self.type_of(part.object) - t.PRIMITIVES
                name = self.inference.property_name(part.property, part.computed)
                if name is None:
                    if self.hits(types, facts.written, facts):
                        return False
                elif self.hits(types, facts.dynamic, facts) or any(
                    (atom, name) in facts.fields for atom in types
                ):
                    return False
            elif isinstance(part, n.SpreadElement) and self.hits(
                self.type_of(part.argument), facts.written, facts
            ):
                return False
        return True

    # -- functions that are reached ----------------------------------------------------------

    def _closure(self, nodes: tuple[n.Node, ...], waiting: bool = True) -> Facts:
        """``waiting``: where the nodes wait, all of the program may run."""
        total = Facts()
        seen: set[n.Node] = set()
        stack = [*nodes, *(self.implicit if nodes else ())]
        outside = False
        while stack:
            node = stack.pop()
            if node in seen:
                continue
            seen.add(node)
            facts = self._facts(node)
            total.add(facts)
            stack.extend(facts.callees)
            own = node in nodes and not isinstance(node, n.Function)
            if waiting and own and facts.waits:
                total.add(self.anywhere())
                return total
            if total.outside and not outside:
                outside = True
                stack.extend(self._callable_from_outside())
        return total

    def _callable_from_outside(self) -> list[n.Node]:
        found: list[n.Node] = [f.node for f in self.inference.called_from_outside]
        for atom in self.escaped:
            if isinstance(atom, t.InstanceAtom) and isinstance(atom.cls, t.ClassAtom):
                found += [m.value for m in atom.cls.members.values()]
        return found

    @property
    def implicit(self) -> list[n.Node]:
        """Functions that run without being called: accessors, ``toString`` and its kin."""
        if self._implicit is None:
            self._implicit = []
            for function in self.inference.functions:
                parent = self.scopes.parents.get(function)
                if not isinstance(parent, (n.Property, n.MethodDefinition)):
                    continue
                name = self.inference.property_name(parent.key, parent.computed)
                if parent.kind in ("get", "set") or name in _IMPLICIT:
                    self._implicit.append(function)
        return self._implicit

    @property
    def escaped(self) -> set[Atom]:
        """All values that code outside of the file may hold."""
        if self._escaped is None:
            roots: list[Atom] = list(self.inference.escaped)
            for function in self.inference.called_from_outside:
                roots.extend(function.result.types | function.yields.types)
            self._escaped = reachable(roots)
        return self._escaped

    # -- one piece of code -------------------------------------------------------------------

    def type_of(self, node: n.Node) -> Type:
        return self.inference.types.get(node) or t.T_ANY

    def _facts(self, root: n.Node) -> Facts:
        found = self._direct.get(root)
        if found is None:
            found = self._direct[root] = self._look(root)
        return found

    def _look(self, root: n.Node) -> Facts:
        facts = Facts()
        stack: list[n.Node] = (
            [*root.params, root.body] if isinstance(root, n.Function) else [root]
        )
        while stack:
            node = stack.pop()
            if isinstance(node, n.Function):
                continue
            if isinstance(node, (n.CallExpression, n.NewExpression)):
                self._call(node, facts)
            elif isinstance(
                node, (n.AssignmentExpression, n.ForOfStatement, n.ForInStatement)
            ):
                self._assigned(node.left, facts)
                if isinstance(node, n.ForOfStatement):
                    facts.waits |= node.is_await
                    self._iterated(node.right, facts)
            elif isinstance(node, n.UpdateExpression):
                self._assigned(node.argument, facts)
            elif isinstance(node, n.VariableDeclarator):
                if node.init is not None:
                    self._assigned(node.id, facts)
            elif isinstance(node, n.UnaryExpression) and node.operator == "delete":
                target = node.argument
                if isinstance(target, n.ChainExpression):
                    target = target.expression
                if isinstance(target, n.MemberExpression):
                    self._change(target.object, facts, "shrunk")
            elif isinstance(node, (n.AwaitExpression, n.YieldExpression)):
                facts.waits = True
            elif isinstance(node, (n.TaggedTemplateExpression, n.ImportExpression)):
                facts.callees |= {f.node for f in self.inference.targets.get(node, ())}
                facts.outside = True
            elif isinstance(node, n.SpreadElement):
                self._iterated(node.argument, facts)
            stack.extend(n.children(node))
        return facts

    def _iterated(self, node: n.Node, facts: Facts) -> None:
        for atom in self.type_of(node):
            if isinstance(atom, t.GeneratorAtom) and isinstance(atom.site, n.Function):
                facts.callees.add(atom.site)

    def _call(self, node: n.CallExpression | n.NewExpression, facts: Facts) -> None:
        inference = self.inference
        keys: tuple[Any, ...] = (node, (node, "callback"))
        for key in keys:
            facts.callees |= {f.node for f in inference.targets.get(key, ())}
            if key in inference.unknown_calls:
                facts.outside = True
        callee = node.callee
        for argument in node.arguments:
            self._iterated(argument, facts)
        if isinstance(node, n.NewExpression):
            for atom in self.type_of(callee):
                if isinstance(atom, t.ClassAtom):
                    facts.callees |= {
                        member.value
                        for member in atom.node.body.body
                        if isinstance(member, n.PropertyDefinition)
                        and member.value is not None
                    }
            return
        if not isinstance(callee, n.MemberExpression):
            return
        self._iterated(callee.object, facts)
        name = inference.property_name(callee.property, callee.computed)
        if name is None:
            return
        if name in _GROWING or name in _SHRINKING or name in _REORDERING:
            how = (
                "shrunk"
                if name in _SHRINKING
                else "resized" if name in _GROWING else "written"
            )
            self._change(callee.object, facts, how)
        elif writes_bytes(name):
            self._change(callee.object, facts, "written")
        if name == "copy":
            for argument in node.arguments[:1]:
                self._change(argument, facts, "written")
        if (
            isinstance(callee.object, n.Identifier)
            and callee.object.name in ("Object", "Reflect")
            and callee.object not in self.scopes.binding_of
            and (name in _ASSIGNING or name == "deleteProperty")
            and node.arguments
        ):
            self._change(node.arguments[0], facts, "shrunk")
        called = self.type_of(callee.object)
        if (
            name in ("call", "apply", "bind")
            and node.arguments
            and any(isinstance(a, t.BuiltinAtom) for a in called)
        ):
            # Array.prototype.push.apply(array, items)
            self._change(node.arguments[0], facts, "shrunk")

    @cached_property
    def numbers(self) -> set[Atom]:
        """The typed arrays and Buffers of the program."""
        return {a for a in self.inference.sites.values() if is_numbers(a)}

    def _change(self, node: n.Node, facts: Facts, how: str) -> None:
        types = self.type_of(node)
        if t.ANY in types:
            facts.unknown = True
        held = {a for a in types if isinstance(a, _HELD) or is_numbers(a)}
        if any(map(is_numbers, held)):
            held |= self.numbers  # they may share their memory
        facts.written |= held
        facts.dynamic |= held
        if how != "written":
            facts.resized |= held
        if how == "shrunk":
            facts.shrunk |= held

    def _assigned(self, target: n.Node, facts: Facts) -> None:
        """A target of an assignment: names and members, also inside of a pattern."""
        if isinstance(target, n.VariableDeclaration):
            for declarator in target.declarations:
                self._assigned(declarator.id, facts)
            return
        if isinstance(target, n.MemberExpression):
            self._member(target, facts)
            return
        for name in pattern_names(target):
            binding = self.scopes.binding_of.get(name)
            if binding is not None:
                facts.assigned.add(binding)
        if not isinstance(target, n.Identifier):
            for part in n.walk(target):
                if isinstance(part, n.MemberExpression):
                    self._member(part, facts)

    def _member(self, target: n.MemberExpression, facts: Facts) -> None:
        types = self.type_of(target.object)
        if t.ANY in types:
            facts.unknown = True
        name = self.inference.property_name(target.property, target.computed)
        if any(map(is_numbers, types)):
            facts.written |= self.numbers
            facts.dynamic |= self.numbers
        for atom in types:
            if not isinstance(atom, _HELD):
                continue
            facts.written.add(atom)
            if name is not None and not isinstance(atom, t.ArrayAtom):
                facts.fields.add((atom, name))
                if not (isinstance(atom, t.ObjectAtom) and name in atom.present):
                    facts.resized.add(atom)
                continue
            facts.dynamic.add(atom)
            if not isinstance(atom, t.ArrayAtom):
                facts.resized.add(atom)
            elif name == "length":
                facts.resized.add(atom)
                facts.shrunk.add(atom)
            elif not self.in_bounds(target):
                facts.resized.add(atom)


def reachable(roots: Iterable[Atom]) -> set[Atom]:
    """The atoms, and all that they hold."""
    found: set[Atom] = set()
    stack = list(roots)
    while stack:
        atom = stack.pop()
        if atom in found or isinstance(atom, t.Prim):
            continue
        found.add(atom)
        for cell in _cells(atom):
            stack.extend(cell.types)
    return found


def _cells(atom: Atom) -> Iterable[t.Cell]:
    if isinstance(atom, t.ArrayAtom):
        return (atom.elem, *(atom.items or ()))
    if isinstance(atom, (t.SetAtom, t.GeneratorAtom)):
        return (atom.elem,)
    if isinstance(atom, t.MapAtom):
        return (atom.key, atom.value)
    if isinstance(atom, t.ObjectAtom):
        return (*atom.props.values(), atom.dynamic)
    if isinstance(atom, (t.InstanceAtom, t.ErrorAtom)):
        return atom.props.values()
    if isinstance(atom, (t.PromiseAtom, t.SettledAtom)):
        return (atom.value,)
    return ()


def is_numbers(atom: Atom) -> bool:
    """Whether it is a typed array or a Buffer."""
    return isinstance(atom, t.HostAtom) and atom.name in _NUMBERS
