"""Statements: one method for each kind of node; sequences and blocks."""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import cache
from typing import Any

from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import Comment, is_code, set_trailing
from .base import Refused
from .docs import comment_text
from .limits import Limits


class Statements(Limits):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: what is exported under other names, at the end of the module
        self.export_aliases: list[ast.stmt] = []
        self.statement_handlers = statement_handlers(type(self))  # type: ignore[arg-type]

    # -- sequences -----------------------------------------------------------------------

    def statements(self, nodes: list[n.Node]) -> list[ast.stmt]:
        """The Python of some statements, with their comments; hoisted functions first."""
        made: list[ast.stmt] = []
        with self.into(made):
            ordered = self.hoisted(nodes)
            self.find_held(ordered)
            for node in ordered:
                if node not in self.held:
                    self.statement(node)
        return made

    def statement(self, node: n.Node) -> None:
        """One statement: its comments, its code; a refusal leaves an error in its place."""
        start, kept = len(self.block), len(self.fn.before_loops)
        if isinstance(node, n.Commented) or hasattr(node, "leading"):
            self.comments_before(node)
        first = len(self.block)
        line = self.source.position(node.start)[0]
        outer_line, self.statement_line = self.statement_line, line
        handler = self.statement_handlers.get(type(node))
        block, context = self.block, self.fn
        helpers, imports = set(self.helpers), set(self.imports)
        later, self.later = self.later, []
        self.later_of = node
        try:
            if handler is None:
                raise self.refuse(node, f"{node.type} is not translated yet")
            guarded = self.acquiring.get(node)
            if guarded is not None:
                self.hold(node, guarded)
            elif not self.limiters or not self.limit_statement(node):
                handler(self, node)
            self.block.extend(self.later)
        except Refused as refused:
            self.block, self.fn = block, context
            self.helpers, self.imports = helpers, imports
            del self.block[first:], self.fn.before_loops[kept:]
            self.emit(self.report_refusal(refused))
        self.later, self.statement_line = later, outer_line
        for made in self.block[first:]:
            if not getattr(made, "lineno", 0):
                made.lineno = line
        trailing = getattr(node, "trailing", None)
        if trailing:
            code = [s for s in self.block[first:] if is_code(s)]
            text = " ".join(comment_text(c) for c in trailing)
            if code:
                target = code[-1] if not hasattr(code[-1], "body") else code[0]
                set_trailing(target, text)
            else:
                self.emit(Comment(text))
        if self.fn.before_loops and not self.fn.loops:
            self.block[start:start], self.fn.before_loops = self.fn.before_loops, []

    # -- blocks --------------------------------------------------------------------------

    def body(self, node: n.Node) -> list[ast.stmt]:
        """The statements of a branch or loop body; never empty."""
        made = (
            self.body_statements(node)
            if isinstance(node, n.BlockStatement)
            else self.statements([node])
        )
        if not any(is_code(s) for s in made):
            made.append(ast.Pass())
        return made

    def body_statements(self, body: n.BlockStatement) -> list[ast.stmt]:
        return self.statements(body.body) + self.inner_comments(body)

    def block_statement(self, node: n.BlockStatement) -> None:
        self.emit(*self.body_statements(node))

    def inlined_statements(self, function: n.Function) -> list[ast.stmt]:
        self.adopt_all(function)
        body = function.body
        if isinstance(body, n.BlockStatement):
            made = self.body_statements(body)
        else:
            made = self.effect_block(body)
        return made or [ast.Pass()]

    # -- if, with ------------------------------------------------------------------------

    def if_statement(self, node: n.IfStatement) -> None:
        if self.rule_statement(node, unless=self.holds_comments):
            return
        test = self.test(node.test)
        body = self.body(node.consequent)
        orelse = self.body(node.alternate) if node.alternate is not None else []
        if orelse and all(isinstance(s, ast.Pass) for s in orelse):
            orelse = []
        self.emit(b.if_(test, body, orelse))

    def holds_comments(self, node: n.Node) -> bool:
        """Whether a comment inside would be lost where a rule makes one statement of it."""
        return any(
            part is not node
            and isinstance(part, n.Commented)
            and bool(part.leading or part.trailing or part.inner)
            for part in n.walk(node)
        )

    def with_statement(self, node: n.WithStatement) -> None:
        raise self.refuse(node, "`with` has no counterpart")


@cache
def statement_handlers(
    cls: type[Any],
) -> dict[type[n.Node], Callable[..., None]]:
    """What is called for each kind of node, with the one who asks; made once."""
    return {
        n.ExpressionStatement: cls.expression_statement,
        n.VariableDeclaration: cls.variables,
        n.FunctionDeclaration: cls.function_declaration,
        n.ClassDeclaration: cls.class_declaration,
        n.ReturnStatement: cls.return_statement,
        n.IfStatement: cls.if_statement,
        n.ForStatement: cls.for_statement,
        n.ForOfStatement: cls.for_of,
        n.ForInStatement: cls.for_in,
        n.WhileStatement: cls.while_statement,
        n.DoWhileStatement: cls.do_while,
        n.BlockStatement: cls.block_statement,
        n.BreakStatement: cls.break_statement,
        n.ContinueStatement: cls.continue_statement,
        n.ThrowStatement: cls.throw,
        n.TryStatement: cls.try_statement,
        n.SwitchStatement: cls.switch,
        n.LabeledStatement: cls.labeled,
        n.EmptyStatement: lambda self, node: None,
        n.DebuggerStatement: lambda self, node: self.emit(b.expr(b.call("breakpoint"))),
        n.ImportDeclaration: cls.import_declaration,
        n.ExportNamedDeclaration: cls.export_named,
        n.ExportDefaultDeclaration: cls.export_default,
        n.ExportAllDeclaration: cls.export_all,
        n.WithStatement: cls.with_statement,
    }
