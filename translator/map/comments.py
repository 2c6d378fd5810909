"""Comments of statements; which of them are docstrings."""

from __future__ import annotations

import ast

from ..parse import nodes as n
from ..pytree.trivia import BlankLine, Comment
from .docs import comment_text
from .new_promise import NewPromise


class Comments(NewPromise):
    def comments_before(self, node: n.Node) -> None:
        leading: list[n.Comment] = getattr(node, "leading", [])
        if getattr(node, "blank_before", False) and self.block:
            self.emit(BlankLine())
        documented = self.documents(node)
        for position, comment in enumerate(leading):
            if position and comment.blank_before:
                self.emit(BlankLine())
            if comment.is_jsdoc and documented and comment is leading[-1]:
                continue  # it becomes the docstring
            self.emit(Comment(comment_text(comment)))

    def comments_of(self, node: n.Node) -> list[ast.stmt]:
        return [Comment(comment_text(c)) for c in getattr(node, "leading", [])]

    def inner_comments(self, node: n.Node) -> list[ast.stmt]:
        comments: list[n.Comment] = getattr(node, "inner", [])
        return [Comment(comment_text(c)) for c in comments]

    # -- docstrings ----------------------------------------------------------------------

    def documents(self, node: n.Node) -> bool:
        """Whether a JSDoc comment before the statement is a docstring in Python."""
        if isinstance(node, (n.ExportNamedDeclaration, n.ExportDefaultDeclaration)):
            if node.declaration is None:
                return False
            node = node.declaration
        if isinstance(
            node, (n.FunctionDeclaration, n.ClassDeclaration, n.MethodDefinition)
        ):
            return True
        if isinstance(node, n.VariableDeclaration) and len(node.declarations) == 1:
            if self.variable_annotation(node) is not None:
                return True
            init = node.declarations[0].init
            return isinstance(init, n.Function) and self.becomes_def(init)
        return False

    def becomes_def(self, node: n.Function) -> bool:
        parent = self.scopes.parents.get(node)
        return isinstance(parent, n.VariableDeclarator) and isinstance(
            parent.id, n.Identifier
        )
