"""Fields that keep what their constructor gave them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from ..parse import nodes as n
from . import types as t
from .inference import Inference
from .scopes import Scopes

_PATTERNS = (
    n.ArrayPattern,
    n.ObjectPattern,
    n.Property,
    n.AssignmentPattern,
    n.RestElement,
)


class Lasting:
    """``is_lasting`` is the question: asked of a member that is read."""

    def __init__(self, scopes: Scopes, inference: Inference) -> None:
        self.scopes = scopes
        self.inference = inference

    def is_lasting(self, node: n.MemberExpression) -> bool:
        """Whether a field of an instance is the same whenever it is read."""
        types = self.inference.types.get(node.object, t.NEVER)
        if node.computed or not t.only(types, t.InstanceAtom):
            return False
        name = getattr(node.property, "name", None)
        if name is None or not {name, None}.isdisjoint(self.changed):
            return False
        return all(
            isinstance(a, t.InstanceAtom)
            and name in a.present
            and (found := self.inference.find_member(a.cls, name)) is None
            or found is not None
            and found[1].kind == "method"
            for a in types
        )

    @cached_property
    def changed(self) -> set[str | None]:
        """The names of members that change later; None where any may."""
        found: set[str | None] = set()
        for node in self.scopes.parents:
            if isinstance(node, n.AssignmentExpression):
                targets = list(_members(node.left))
            elif isinstance(node, n.UpdateExpression) or (
                isinstance(node, n.UnaryExpression) and node.operator == "delete"
            ):
                targets = list(_members(node.argument))
            elif isinstance(node, (n.ForInStatement, n.ForOfStatement)):
                targets = list(_members(node.left))
            elif isinstance(node, n.CallExpression) and _sets_by_name(node.callee):
                found.add(None)
                continue
            else:
                continue
            found.update(
                self._name(target) for target in targets if self._counts(target)
            )
        return found

    def _name(self, target: n.MemberExpression) -> str | None:
        return None if target.computed else getattr(target.property, "name", None)

    def _counts(self, target: n.MemberExpression) -> bool:
        if isinstance(target.object, n.ThisExpression):
            return not self._in_constructor(target)
        types = self.inference.types.get(target.object, t.NEVER)
        return not types or not t.only(types, t.ArrayAtom)

    def _in_constructor(self, node: n.Node) -> bool:
        """Also in what runs at once in it: the executor of a promise."""
        function = self.inference.runs_in(self.scopes.enclosing_function(node))
        method = self.scopes.parents.get(function)
        return isinstance(method, n.MethodDefinition) and method.kind == "constructor"


def _sets_by_name(callee: n.Node) -> bool:
    """``Object.assign`` and its kin."""
    return (
        isinstance(callee, n.MemberExpression)
        and getattr(callee.object, "name", None) in ("Object", "Reflect")
        and getattr(callee.property, "name", None)
        in ("assign", "defineProperty", "defineProperties", "set", "deleteProperty")
    )


def _members(node: n.Node | None) -> Iterator[n.MemberExpression]:
    """The members that a target or pattern writes to."""
    if isinstance(node, n.MemberExpression):
        yield node
    elif isinstance(node, _PATTERNS):
        for child in n.children(node):
            yield from _members(child)
