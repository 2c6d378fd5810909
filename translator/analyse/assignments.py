"""How values flow into names and patterns."""

from __future__ import annotations

from bisect import bisect_left, insort

from ..parse import nodes as n
from . import types as t
from .classes import Classes
from .env import merge
from .scopes import Binding, Scopes
from .signatures import Signatures
from .types import Type


class Flowed:
    """What the assignments of one name give it, by the offsets of their targets."""

    def __init__(self) -> None:
        self.offsets: list[int] = []
        self.types: dict[int, Type] = {}

    def add(self, offset: int, types: Type) -> bool:
        """Whether that is more than was known of the assignment."""
        old = self.types.get(offset)
        if old is None:
            insort(self.offsets, offset)
            old = t.NEVER
        self.types[offset] = old | types
        return not types <= old

    def within(self, node: n.Node) -> Type:
        """What the assignments inside of a node give."""
        low = bisect_left(self.offsets, node.start)
        high = bisect_left(self.offsets, node.end)
        return t.NEVER.union(*(self.types[at] for at in self.offsets[low:high]))


class Assignments(Classes):
    def __init__(self, scopes: Scopes, signatures: Signatures) -> None:
        super().__init__(scopes, signatures)
        #: what each assignment of a name gives it
        self.flowed: dict[Binding, Flowed] = {}
        #: names whose types at the head of a loop come from the assignments in it
        self.rejoined: set[Binding] = set()

    def variables(self, node: n.VariableDeclaration) -> None:
        for declarator in node.declarations:
            if declarator.init is not None:
                documented = self.documented_variable(node, declarator)
                types = self.evaluate(declarator.init)
                self.assign(declarator.id, documented or types)
            elif node.kind != "var" or self.scopes.first_var(declarator):
                self.assign(declarator.id, t.T_UNDEFINED)

    def documented_variable(
        self, node: n.VariableDeclaration, declarator: n.VariableDeclarator
    ) -> Type | None:
        return None

    def assign(self, target: n.Node, types: Type) -> None:
        """Let a value flow into an assignment target or a pattern."""
        if isinstance(target, n.Identifier):
            self.types[target] = types
            binding = self.scopes.binding_of.get(target)
            if binding is None:
                return
            self.widen(self.cell(binding), types)
            if binding.reassigned:
                self.note_flow(binding, target, types)
            if self.env is not None:
                if self.eligible(binding) and binding.kind != "import":
                    self.env = self.env.with_type(binding, types)
                elif self.env.get(binding) is not None:
                    self.env = self.env.with_type(binding, None)
        elif isinstance(target, n.MemberExpression):
            self.assign_member(target, types)
            self.types[target] = types
        elif isinstance(target, n.AssignmentPattern):
            before = self.env
            default = self.evaluate(target.right)
            self.env = merge(before, self.env)
            # Only undefined takes the default (ECMA-262 section 8.6.2).
            kept = types - {t.UNDEFINED}
            if t.UNDEFINED in types or t.ANY in types or not types:
                kept |= default
            self.types[target] = kept
            self.assign(target.left, kept)
        elif isinstance(target, n.ArrayPattern):
            self.types[target] = types
            self.assign_array(target, types)
        elif isinstance(target, n.ObjectPattern):
            self.types[target] = types
            self.assign_object(target, types)
        elif isinstance(target, n.RestElement):
            self.assign(target.argument, types)

    def assign_array(self, target: n.ArrayPattern, types: Type) -> None:
        items = self.known_items(types)
        for position, element in enumerate(target.elements):
            if element is None:
                continue
            if isinstance(element, n.RestElement):
                rest = self.array_at((element, "rest"), element)
                if items is not None:
                    for item in items[position:]:
                        self.widen(rest.elem, item)
                else:
                    self.widen(rest.elem, self.iterated(types))
                self.assign(element.argument, frozenset({rest}))
                continue
            if items is not None:
                value = items[position] if position < len(items) else t.T_UNDEFINED
            else:
                value = t.NEVER
                for atom in t.ordered(types):
                    if isinstance(atom, t.ArrayAtom) and atom.items is not None:
                        value |= (
                            self.read(atom.items[position])
                            if position < len(atom.items)
                            else t.T_UNDEFINED
                        )
                    elif atom is t.MATCH:
                        value |= self.match_item(self.taken_from(target), position)
                    else:
                        value |= self.iterated(frozenset({atom}))
                if isinstance(element, n.AssignmentPattern):
                    value |= t.T_UNDEFINED
            self.assign(element, value)

    def assign_object(self, target: n.ObjectPattern, types: Type) -> None:
        taken: set[str] = set()
        for item in target.properties:
            if isinstance(item, n.RestElement):
                rest = self.object_at((item, "rest"), item)
                self.keep_keys(rest, "rest", self.common_keys(types) - taken)
                self.copy_properties(types, rest, taken)
                self.assign(item.argument, frozenset({rest}))
                continue
            key = self.property_name(item.key, item.computed)
            if key is None:
                value = self.element(types, self.evaluate(item.key), item)
                if t.indexed(types):
                    value |= t.T_UNDEFINED  # there may be no such place
            else:
                taken.add(key)
                if item.computed:
                    self.evaluate(item.key)
                value = self.property_types(types, key, item)
                if key.isdigit() and (rows := t.indexed(types)):
                    # An item of an array or of text, which may be shorter.
                    value |= self.element(rows, t.T_NAT, item, int(key))
            self.assign(item.value, value)

    def note_flow(self, binding: Binding, target: n.Identifier, types: Type) -> None:
        """Keep what an assignment gives; loops around it are looked at again."""
        flowed = self.flowed.get(binding)
        if flowed is None:
            flowed = self.flowed[binding] = Flowed()
        if flowed.add(target.start, types) and binding in self.rejoined:
            self.enqueue(self.unit)
