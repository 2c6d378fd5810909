"""Function declarations that are used above themselves move up."""

from __future__ import annotations

from bisect import bisect_right

from ..analyse.scopes import Binding
from ..parse import nodes as n
from .object_classes import ObjectClasses


class Hoisting(ObjectClasses):
    def hoisted(self, nodes: list[n.Node]) -> list[n.Node]:
        """Function declarations that are used above themselves move up to the first use."""
        result = list(nodes)
        declared: list[tuple[n.Node, Binding]] = []
        for node in nodes:
            declaration = node
            if isinstance(node, n.ExportNamedDeclaration) and node.declaration:
                declaration = node.declaration
            if isinstance(declaration, n.FunctionDeclaration) and declaration.id:
                declared.append((node, self.scopes.binding_of[declaration.id]))
        if not declared:
            return result
        users = self.first_users([binding for _, binding in declared], nodes)
        for node, binding in declared:
            user = users.get(binding)
            if user is not None and result.index(user) < result.index(node):
                result.remove(node)
                result.insert(result.index(user), node)
        return result

    def first_users(
        self, bindings: list[Binding], nodes: list[n.Node]
    ) -> dict[Binding, n.Node]:
        """The first statement that runs code which needs a function, directly or by way of
        other declared functions."""
        executed = [
            node
            for node in nodes
            if not isinstance(node, (n.FunctionDeclaration, n.ImportDeclaration))
            and not self.only_exports(node)
        ]
        starts = [node.start for node in executed]
        first: dict[Binding, int] = {}
        #: by a declared function: those that it mentions
        mentions: dict[Binding, list[Binding]] = {}
        seen = set(bindings)
        stack = list(bindings)
        while stack:
            current = stack.pop()
            for reference in current.references:
                at = bisect_right(starts, reference.start) - 1
                if at >= 0 and reference.start < executed[at].end:
                    first[current] = min(at, first.get(current, at))
                function = self.scopes.enclosing_function(reference)
                if isinstance(function, n.FunctionDeclaration) and function.id:
                    user = self.scopes.binding_of[function.id]
                    mentions.setdefault(user, []).append(current)
                    if user not in seen:
                        seen.add(user)
                        stack.append(user)
        users: dict[Binding, n.Node] = {}
        for origin in sorted(first, key=first.__getitem__):
            stack = [origin]
            while stack:
                current = stack.pop()
                if current not in users:
                    users[current] = executed[first[origin]]
                    stack += mentions.get(current, ())
        return users

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
