"""Names for what callbacks are given: of loops, or parts of an item in their place."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.scopes import Binding, Scope, pattern_names
from ..parse import nodes as n
from ..pytree import build as b
from .consumers import Consumers
from .inlined import Inlined

#: Names for the parameters of a function that is called by its name.
_PARAM_NAMES = ("item", "index", "items")


class StandIns(Consumers):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: the callbacks whose bodies are being made, from outside to inside
        self.bodies: list[Inlined] = []

    def is_taken_apart(self, param: n.Node, function: n.Function) -> bool:
        """``({ a, b }) =>``: names that are read from the item where they are used."""
        if isinstance(param, n.ObjectPattern):
            parts = [
                (p, p.value) for p in param.properties if isinstance(p, n.Property)
            ]
            if len(parts) != len(param.properties):
                return False
            for item, value in parts:
                name = self.analysis.inference.property_name(item.key, item.computed)
                if name is None or not isinstance(value, n.Identifier):
                    return False
        elif isinstance(param, n.ArrayPattern):
            if not all(
                e is None or isinstance(e, n.Identifier) for e in param.elements
            ):
                return False
        else:
            return False
        if any(self.scopes.binding_of[x].reassigned for x in pattern_names(param)):
            return False
        types = self.analysis.types.get(param, t.NEVER) - t.NULLISH
        if isinstance(param, n.ArrayPattern):
            if not types or not all(
                isinstance(a, t.ArrayAtom) or a is t.ANY for a in types
            ):
                return False
        elif any(isinstance(a, t.ObjectAtom) and a.accessors for a in types) or any(
            isinstance(a, t.InstanceAtom) for a in types
        ):
            return False
        return not types & self.changes.during([function]).written

    def stand_in(self, param: n.Node, value: ast.expr) -> None:
        """Reading the names of a parameter becomes reading parts of a value."""
        if isinstance(param, n.Identifier):
            self.replaced[self.scopes.binding_of[param]] = value
        elif isinstance(param, n.ArrayPattern):
            types = self.analysis.types.get(param, t.NEVER) - t.NULLISH
            if not all(isinstance(a, t.ArrayAtom) and a.items for a in types):
                self.note(param, "too few items raise IndexError in Python")
            for position, element in enumerate(param.elements):
                if element is not None:
                    self.stand_in(element, b.index(value, position))
        elif isinstance(param, n.ObjectPattern):
            types = self.analysis.types.get(param) or t.T_ANY
            for item in param.properties:
                assert isinstance(item, n.Property)
                name = self.analysis.inference.property_name(item.key, item.computed)
                assert name is not None
                self.stand_in(item.value, self.read_named(item, value, types, name))

    def stand_out(self, param: n.Node) -> None:
        for name in pattern_names(param):
            self.replaced.pop(self.scopes.binding_of[name], None)

    def comprehended_temp(self, name: str, node: n.Node) -> Binding:
        """A name that a comprehension binds: others beside it may have the same one."""
        binding = self.temp(name, "param")
        binding.node = node
        around = [x for body in self.bodies for x in body.bound if x.name == name]
        if not around:
            scope = binding.scope
            binding.scope = Scope(scope.node, None, scope.function, None)
        else:
            binding.scope = around[0].scope
        self.comprehended[binding] = None
        return binding

    def param_name(self, node: n.Node, position: int) -> str:
        """What a function that is called by its name calls a parameter."""
        for function in self.functions_of(node):
            if position < len(function.params):
                param = function.params[position]
                if isinstance(param, n.Identifier):
                    return param.name
        return _PARAM_NAMES[min(position, 2)]

    def functions_of(self, node: n.Node) -> list[n.Function]:
        """The functions that a callback may be, in the order of the source."""
        if isinstance(node, n.Function):
            return [node]
        atoms = self.type_of(node)
        nodes = [a.node for a in atoms if isinstance(a, t.FunctionAtom)]
        return sorted(nodes, key=lambda function: function.start)

    def item_name(self, function: n.Function, position: int) -> str:
        """A name for an item: of ``users.map(...)`` it is ``user``."""
        call = self.scopes.parents.get(function)
        if position > 1 or not (
            isinstance(call, n.CallExpression)
            and isinstance(call.callee, n.MemberExpression)
        ):
            return _PARAM_NAMES[min(position, 2)]
        owner: n.Node = call.callee.object
        while isinstance(owner, n.CallExpression) and isinstance(
            owner.callee, n.MemberExpression
        ):
            method = getattr(owner.callee.property, "name", None)
            if method == "entries":
                return "entry"
            if method not in (
                "filter",
                "slice",
                "sort",
                "toSorted",
                "reverse",
                "values",
            ):
                return "item"
            owner = owner.callee.object
        if isinstance(owner, n.MemberExpression) and not owner.computed:
            owner = owner.property
        return singular(owner.name) if isinstance(owner, n.Identifier) else "item"


def singular(name: str) -> str:
    """The name for one of many: users, entries, boxes; else ``item``."""
    lower = name.lower()
    if lower.endswith("ies") and len(name) > 4:
        return f"{name[:-3]}y"
    if lower.endswith(("sses", "xes", "ches", "shes")):
        return name[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(name) > 3:
        return name[:-1]
    return "item"
