"""Names that may have no value, or none yet."""

from __future__ import annotations

from functools import cached_property

from ..analyse.global_names import GLOBALS
from ..analyse.initialization import in_dead_zone, may_lack_value
from ..parse import nodes as n
from .error_tests import ErrorTests


class KnownGlobals(ErrorTests):
    @cached_property
    def unresolved(self) -> set[n.Identifier]:
        """What stands for globals that Node does not have."""
        return {
            node
            for name, nodes in self.scopes.globals.items()
            if name not in GLOBALS and name != "undefined"
            for node in nodes
        }

    def may_be_no_name(self, node: n.Node) -> bool:
        """Whether a name may have no value, so that reading it is a ReferenceError."""
        if not isinstance(node, n.Identifier):
            return False
        binding = self.scopes.binding_of.get(node)
        return node in self.unresolved or (
            binding is not None
            and (binding.kind == "global" or may_lack_value(self.scopes, binding))
        )

    def may_fail_by_name(self, node: n.Node) -> bool:
        """Whether there is such a name in an expression, besides in its functions."""
        return any(self.may_be_no_name(part) for part in n.walk_own(node))

    def check_value_yet(self, node: n.Node) -> None:
        """What ``typeof`` is asked of: a name that has no value yet raises, one that is
        declared nowhere may be undefined."""
        binding = self.scopes.binding_of.get(node)  # type: ignore[call-overload]
        if binding is None:
            return
        assert isinstance(node, n.Identifier)
        if in_dead_zone(self.scopes, node, binding):
            self.expr(node)
        elif binding.kind == "global":
            self.warn(
                node,
                f"typeof of {node.name!r}, which is declared nowhere: before it is "
                "assigned, JavaScript gives 'undefined'",
                "declare it with let.",
            )
