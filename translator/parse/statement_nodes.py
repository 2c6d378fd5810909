"""Nodes of statements, modules, and the whole program."""

from __future__ import annotations

from dataclasses import dataclass, field

from .expression_nodes import Identifier
from .node_base import Comment, Commented, Expression, Node, Statement

__all__ = [
    "ExpressionStatement", "BlockStatement", "EmptyStatement", "DebuggerStatement",
    "VariableDeclarator", "VariableDeclaration", "IfStatement", "ForStatement",
    "ForInStatement", "ForOfStatement", "WhileStatement", "DoWhileStatement",
    "BreakStatement", "ContinueStatement", "LabeledStatement", "SwitchCase",
    "SwitchStatement", "ReturnStatement", "ThrowStatement", "CatchClause",
    "TryStatement", "WithStatement", "ImportSpecifier", "ImportDeclaration",
    "ExportSpecifier", "ExportNamedDeclaration", "ExportDefaultDeclaration",
    "ExportAllDeclaration", "Program", "nothing_for",
]  # fmt: skip


# --- statements -----------------------------------------------------------------------


@dataclass(slots=True, eq=False, repr=False)
class ExpressionStatement(Statement):
    """``directive`` is set for ``"use strict"`` and the like."""

    expression: Expression
    directive: str | None = None
    child_fields = ("expression",)


@dataclass(slots=True, eq=False, repr=False)
class BlockStatement(Statement):
    body: list[Node]
    child_fields = ("body",)


@dataclass(slots=True, eq=False, repr=False)
class EmptyStatement(Statement):
    pass


def nothing_for(statement: Statement) -> EmptyStatement:
    """What stands where a statement was taken out, with the comments of it."""
    return EmptyStatement(
        start=statement.start,
        end=statement.end,
        leading=statement.leading,
        trailing=statement.trailing,
        blank_before=statement.blank_before,
    )


@dataclass(slots=True, eq=False, repr=False)
class DebuggerStatement(Statement):
    pass


@dataclass(slots=True, eq=False, repr=False)
class VariableDeclarator(Commented):
    id: Node
    init: Expression | None
    child_fields = ("id", "init")


@dataclass(slots=True, eq=False, repr=False)
class VariableDeclaration(Statement):
    """``kind``: var, let or const."""

    declarations: list[VariableDeclarator]
    kind: str
    child_fields = ("declarations",)


@dataclass(slots=True, eq=False, repr=False)
class IfStatement(Statement):
    test: Expression
    consequent: Node
    alternate: Node | None
    child_fields = ("test", "consequent", "alternate")


@dataclass(slots=True, eq=False, repr=False)
class ForStatement(Statement):
    init: Node | None
    test: Expression | None
    update: Expression | None
    body: Node
    child_fields = ("init", "test", "update", "body")


@dataclass(slots=True, eq=False, repr=False)
class ForInStatement(Statement):
    left: Node
    right: Expression
    body: Node
    child_fields = ("left", "right", "body")


@dataclass(slots=True, eq=False, repr=False)
class ForOfStatement(Statement):
    left: Node
    right: Expression
    body: Node
    is_await: bool
    child_fields = ("left", "right", "body")


@dataclass(slots=True, eq=False, repr=False)
class WhileStatement(Statement):
    test: Expression
    body: Node
    child_fields = ("test", "body")


@dataclass(slots=True, eq=False, repr=False)
class DoWhileStatement(Statement):
    body: Node
    test: Expression
    child_fields = ("body", "test")


@dataclass(slots=True, eq=False, repr=False)
class BreakStatement(Statement):
    label: str | None


@dataclass(slots=True, eq=False, repr=False)
class ContinueStatement(Statement):
    label: str | None


@dataclass(slots=True, eq=False, repr=False)
class LabeledStatement(Statement):
    label: str
    body: Node
    child_fields = ("body",)


@dataclass(slots=True, eq=False, repr=False)
class SwitchCase(Commented):
    """``test`` is None for ``default``."""

    test: Expression | None
    consequent: list[Node]
    child_fields = ("test", "consequent")


@dataclass(slots=True, eq=False, repr=False)
class SwitchStatement(Statement):
    discriminant: Expression
    cases: list[SwitchCase]
    child_fields = ("discriminant", "cases")


@dataclass(slots=True, eq=False, repr=False)
class ReturnStatement(Statement):
    argument: Expression | None
    child_fields = ("argument",)


@dataclass(slots=True, eq=False, repr=False)
class ThrowStatement(Statement):
    argument: Expression
    child_fields = ("argument",)


@dataclass(slots=True, eq=False, repr=False)
class CatchClause(Commented):
    param: Node | None
    body: BlockStatement
    child_fields = ("param", "body")


@dataclass(slots=True, eq=False, repr=False)
class TryStatement(Statement):
    block: BlockStatement
    handler: CatchClause | None
    finalizer: BlockStatement | None
    child_fields = ("block", "handler", "finalizer")


@dataclass(slots=True, eq=False, repr=False)
class WithStatement(Statement):
    object: Expression
    body: Node
    child_fields = ("object", "body")


# --- modules --------------------------------------------------------------------------


@dataclass(slots=True, eq=False, repr=False)
class ImportSpecifier(Node):
    """``kind``: named, default or namespace; ``imported`` is the name in the module."""

    local: Identifier
    imported: str | None
    kind: str


@dataclass(slots=True, eq=False, repr=False)
class ImportDeclaration(Statement):
    specifiers: list[ImportSpecifier]
    source: str
    child_fields = ("specifiers",)


@dataclass(slots=True, eq=False, repr=False)
class ExportSpecifier(Node):
    local: str
    exported: str


@dataclass(slots=True, eq=False, repr=False)
class ExportNamedDeclaration(Statement):
    declaration: Node | None
    specifiers: list[ExportSpecifier]
    source: str | None
    child_fields = ("declaration",)


@dataclass(slots=True, eq=False, repr=False)
class ExportDefaultDeclaration(Statement):
    declaration: Node
    child_fields = ("declaration",)


@dataclass(slots=True, eq=False, repr=False)
class ExportAllDeclaration(Statement):
    source: str
    exported: str | None


@dataclass(slots=True, eq=False, repr=False)
class Program(Node):
    """A whole file. ``header``: the comments at the top, apart from the first statement."""

    body: list[Node]
    source_type: str
    header: list[Comment] = field(kw_only=True, default_factory=list)
    inner: list[Comment] = field(kw_only=True, default_factory=list)
    hashbang: str | None = field(kw_only=True, default=None)
    child_fields = ("body",)
