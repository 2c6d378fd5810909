"""What making an instance of a class of the program does besides."""

from __future__ import annotations

from ..parse import nodes as n
from . import types as t
from .inference import Inference
from .scopes import Binding, Scopes


class Making:
    """``only_sets_fields`` is the question."""

    def __init__(self, scopes: Scopes, inference: Inference) -> None:
        self.scopes = scopes
        self.inference = inference
        #: of each name the reads that come before it has a value
        self._read_early: dict[Binding, set[n.Identifier]] = {}
        self._fieldwise: dict[n.Node, bool] = {}
        #: what is known of calls: a chain of them is asked about at each of its links
        self._pure_calls: dict[n.Node, bool] = {}

    def pure(self, node: n.Node | None) -> bool:
        raise NotImplementedError

    def only_sets_fields(self, node: n.NewExpression) -> bool:
        """Whether all that making an instance does is to set fields of its own."""
        types = self.inference.types.get(node.callee, t.NEVER)
        return (
            bool(types)
            and all(map(self.pure, node.arguments))
            and all(
                isinstance(a, t.ClassAtom) and self._class_sets_fields(a.node)
                for a in types
            )
        )

    def _class_sets_fields(self, cls: n.Class) -> bool:
        known = self._fieldwise.get(cls)
        if known is None:
            self._fieldwise[cls] = False
            known = self._fieldwise[cls] = self._base_sets_fields(cls) and all(
                map(self._member_sets_fields, cls.body.body)
            )
        return known

    def _base_sets_fields(self, cls: n.Class) -> bool:
        base = cls.super_class
        if base is None:
            return True
        if not isinstance(base, n.Identifier):
            return False
        if base not in self.scopes.binding_of:
            return base.name.endswith("Error")
        types = self.inference.types.get(base, t.NEVER)
        return bool(types) and all(
            isinstance(a, t.ClassAtom) and self._class_sets_fields(a.node)
            for a in types
        )

    def _member_sets_fields(self, member: n.Node) -> bool:
        if isinstance(member, n.PropertyDefinition):
            return member.static or self.pure(member.value)
        if not isinstance(member, n.MethodDefinition):
            return True  # a static block has run
        if member.kind == "set":
            return False  # a field may be an accessor, then
        if member.kind != "constructor":
            return True
        body = member.value.body
        return isinstance(body, n.BlockStatement) and all(
            isinstance(s, n.ExpressionStatement) and self._sets_field(s.expression)
            for s in body.body
        )

    def _sets_field(self, node: n.Node) -> bool:
        """``super(message)`` or ``this.field = value``."""
        if isinstance(node, n.CallExpression):
            return isinstance(node.callee, n.Super) and all(
                map(self.pure, node.arguments)
            )
        return (
            isinstance(node, n.AssignmentExpression)
            and node.operator == "="
            and isinstance(node.left, n.MemberExpression)
            and isinstance(node.left.object, n.ThisExpression)
            and not node.left.computed
            and self.pure(node.right)
        )
