"""Function declarations that are used above themselves move up."""

from __future__ import annotations

from ..analyse.scopes import Binding
from ..parse import nodes as n
from .object_classes import ObjectClasses


class Hoisting(ObjectClasses):
    def hoisted(self, nodes: list[n.Node]) -> list[n.Node]:
        """Function declarations that are used above themselves move up to the first use."""
        result = list(nodes)
        for node in nodes:
            declaration = node
            if isinstance(node, n.ExportNamedDeclaration) and node.declaration:
                declaration = node.declaration
            if not isinstance(declaration, n.FunctionDeclaration) or not declaration.id:
                continue
            binding = self.scopes.binding_of[declaration.id]
            position = result.index(node)
            first = self.first_use(binding, result[:position])
            if first is not None:
                result.remove(node)
                result.insert(first, node)
        return result

    def first_use(self, binding: Binding, nodes: list[n.Node]) -> int | None:
        """The first statement that runs code which needs the function."""
        needed = self.needed_by(binding)
        for position, node in enumerate(nodes):
            if isinstance(node, (n.FunctionDeclaration, n.ImportDeclaration)):
                continue
            if self.only_exports(node):
                continue
            for reference in needed:
                if node.start <= reference < node.end:
                    return position
        return None

    def needed_by(self, binding: Binding) -> list[int]:
        """Offsets at which a function may be called, directly or by hoisted functions."""
        seen: set[Binding] = set()
        offsets: list[int] = []
        stack = [binding]
        while stack:
            current = stack.pop()
            if current in seen:
                continue
            seen.add(current)
            for reference in current.references:
                offsets.append(reference.start)
                function = self.scopes.enclosing_function(reference)
                if isinstance(function, n.FunctionDeclaration) and function.id:
                    stack.append(self.scopes.binding_of[function.id])
        return offsets

    def only_exports(self, node: n.Node) -> bool:
        """``module.exports = { a, b }``: nothing is evaluated in Python."""
        if isinstance(node, n.ExportNamedDeclaration):
            return node.declaration is None
        if not isinstance(node, n.ExpressionStatement):
            return False
        assignment = node.expression
        if not (
            isinstance(assignment, n.AssignmentExpression)
            and isinstance(assignment.left, n.MemberExpression)
            and self.analysis.inference.is_exports(assignment.left)
        ):
            return False
        value = assignment.right
        return isinstance(value, n.Identifier) or (
            isinstance(value, n.ObjectExpression)
            and all(
                isinstance(p, n.Property) and isinstance(p.value, n.Identifier)
                for p in value.properties
            )
        )
