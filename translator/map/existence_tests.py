"""Whether the code asks if there is a value, so that None may stand for undefined."""

from __future__ import annotations

from ..analyse.narrowing import is_undefined
from ..parse import nodes as n
from .promise_words import PromiseWords


class ExistenceTests(PromiseWords):
    def is_tested(self, node: n.Node) -> bool:
        """Whether the code asks at once whether there is a value."""
        if node in self.analysis.inference.asked_reads:
            return True
        parent = self.scopes.parents.get(node)
        if isinstance(node, n.CallExpression) and isinstance(
            parent, n.VariableDeclarator
        ):
            return self.is_asked_later(parent)
        if isinstance(parent, n.LogicalExpression):
            return True
        if isinstance(
            parent, (n.IfStatement, n.WhileStatement, n.ConditionalExpression)
        ):
            return parent.test is node
        if isinstance(parent, n.UnaryExpression):
            return parent.operator in ("!", "typeof")
        if isinstance(parent, n.BinaryExpression):
            if parent.operator not in ("===", "!==", "==", "!="):
                return False
            other = parent.right if parent.left is node else parent.left
            if isinstance(other, n.NullLiteral) or is_undefined(
                other, self.scopes.binding_of
            ):
                return True
            return not (
                isinstance(node, n.MemberExpression) and self.nonempty(node.object)
            )
        return self.is_optional_on(parent, node)

    def is_optional_on(self, parent: n.Node | None, node: n.Node) -> bool:
        """``node?.name``, ``node?.()``."""
        if isinstance(parent, n.MemberExpression):
            on = parent.object
        elif isinstance(parent, n.CallExpression):
            on = parent.callee
        else:
            return False
        return on is node and (parent.optional or parent in self.opened)

    def is_asked_later(self, declarator: n.VariableDeclarator) -> bool:
        """Whether the code asks of the variable whether it has a value."""
        if not isinstance(declarator.id, n.Identifier):
            return False
        binding = self.scopes.binding_of[declarator.id]
        return not binding.reassigned and any(map(self.is_tested, binding.references))
