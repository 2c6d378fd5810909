"""The ESTree of one JavaScript file, as typed, slotted classes.

Names and fields follow the ESTree specification (https://github.com/estree/estree,
es2025), with three differences that make later stages simpler:

* ``Literal`` is split by the kind of value, so that a match on the class is enough:
  ``StringLiteral``, ``NumberLiteral``, ``BigIntLiteral``, ``BooleanLiteral``,
  ``NullLiteral``, ``RegExpLiteral``.
* ``ParenthesizedExpression`` does not exist; ``ChainExpression`` does, as in ESTree.
* positions are offsets into the source text (``start``, ``end``); a line and a column
  come from ``SourceText.position``.

Comments are attached where they stood: ``leading`` holds the comments before a node
(statements, class members, properties, array elements, switch cases), ``trailing`` the
one on the same line after it, ``inner`` those of an otherwise empty block or list.
``blank_before`` says that at least one empty line stood before the node and its comments.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import ClassVar


@dataclass(slots=True, eq=False)
class Comment:
    """A comment: ``text`` without its marks; ``block`` for ``/* */``."""

    text: str
    block: bool
    start: int
    end: int
    blank_before: bool = False

    @property
    def is_jsdoc(self) -> bool:
        return self.block and self.text.startswith("*")


@dataclass(slots=True, eq=False, repr=False)
class Node:
    """What all nodes share: the half-open range ``start``..``end`` of the source."""

    start: int = field(kw_only=True, default=0)
    end: int = field(kw_only=True, default=0)

    child_fields: ClassVar[tuple[str, ...]] = ()

    @property
    def type(self) -> str:
        """The ESTree name of the node."""
        return type(self).__name__

    def __repr__(self) -> str:
        shown = ", ".join(
            f"{f.name}={getattr(self, f.name)!r}"
            for f in fields(self)
            if f.name not in {"start", "end", "leading", "trailing", "inner"}
        )
        return f"{self.type}({shown})"


@dataclass(slots=True, eq=False, repr=False)
class Commented(Node):
    """A node that may carry comments and a blank line before it."""

    leading: list[Comment] = field(kw_only=True, default_factory=list)
    trailing: list[Comment] = field(kw_only=True, default_factory=list)
    inner: list[Comment] = field(kw_only=True, default_factory=list)
    blank_before: bool = field(kw_only=True, default=False)


class Expression(Node):
    __slots__ = ()


class Pattern(Node):
    __slots__ = ()


class Statement(Commented):
    __slots__ = ()


# --- leaves -----------------------------------------------------------------------


@dataclass(slots=True, eq=False, repr=False)
class Identifier(Expression, Pattern):
    name: str


@dataclass(slots=True, eq=False, repr=False)
class PrivateIdentifier(Node):
    """``#name``; ``name`` is without the ``#``."""

    name: str


@dataclass(slots=True, eq=False, repr=False)
class StringLiteral(Expression):
    value: str


@dataclass(slots=True, eq=False, repr=False)
class NumberLiteral(Expression):
    """``value`` is an ``int`` where the number is an integer (``1.0`` too), else a ``float``."""

    value: int | float
    raw: str


@dataclass(slots=True, eq=False, repr=False)
class BigIntLiteral(Expression):
    value: int


@dataclass(slots=True, eq=False, repr=False)
class BooleanLiteral(Expression):
    value: bool


@dataclass(slots=True, eq=False, repr=False)
class NullLiteral(Expression):
    pass


@dataclass(slots=True, eq=False, repr=False)
class RegExpLiteral(Expression):
    pattern: str
    flags: str


@dataclass(slots=True, eq=False, repr=False)
class ThisExpression(Expression):
    pass


@dataclass(slots=True, eq=False, repr=False)
class Super(Expression):
    pass


@dataclass(slots=True, eq=False, repr=False)
class MetaProperty(Expression):
    """``new.target`` and ``import.meta``; both fields are plain names."""

    meta: str
    property: str


@dataclass(slots=True, eq=False, repr=False)
class TemplateElement(Node):
    """``cooked`` is None where an escape is invalid (allowed in tagged templates only)."""

    raw: str
    cooked: str | None


# --- expressions --------------------------------------------------------------------


@dataclass(slots=True, eq=False, repr=False)
class ArrayExpression(Expression):
    """``None`` in ``elements`` is a hole."""

    elements: list[Expression | SpreadElement | None]
    child_fields = ("elements",)


@dataclass(slots=True, eq=False, repr=False)
class SpreadElement(Commented):
    argument: Expression
    child_fields = ("argument",)


@dataclass(slots=True, eq=False, repr=False)
class Property(Commented):
    """A member of an object literal (``value`` an expression) or of an object pattern.

    ``kind`` is ``init``, ``get`` or ``set``; ``key`` is Identifier, StringLiteral,
    NumberLiteral or, where ``computed``, any expression.
    """

    key: Expression
    value: Node
    kind: str
    computed: bool
    method: bool
    shorthand: bool
    child_fields = ("key", "value")


@dataclass(slots=True, eq=False, repr=False)
class ObjectExpression(Expression):
    properties: list[Property | SpreadElement]
    inner: list[Comment] = field(kw_only=True, default_factory=list)
    child_fields = ("properties",)


@dataclass(slots=True, eq=False, repr=False)
class TemplateLiteral(Expression):
    """``len(quasis) == len(expressions) + 1``."""

    quasis: list[TemplateElement]
    expressions: list[Expression]
    child_fields = ("expressions",)


@dataclass(slots=True, eq=False, repr=False)
class TaggedTemplateExpression(Expression):
    tag: Expression
    quasi: TemplateLiteral
    child_fields = ("tag", "quasi")


@dataclass(slots=True, eq=False, repr=False)
class MemberExpression(Expression):
    """``property`` is Identifier or PrivateIdentifier unless ``computed``."""

    object: Expression
    property: Node
    computed: bool
    optional: bool
    child_fields = ("object", "property")


@dataclass(slots=True, eq=False, repr=False)
class CallExpression(Expression):
    callee: Expression
    arguments: list[Expression | SpreadElement]
    optional: bool
    child_fields = ("callee", "arguments")


@dataclass(slots=True, eq=False, repr=False)
class NewExpression(Expression):
    callee: Expression
    arguments: list[Expression | SpreadElement]
    child_fields = ("callee", "arguments")


@dataclass(slots=True, eq=False, repr=False)
class ImportExpression(Expression):
    """``import(source)``."""

    source: Expression
    child_fields = ("source",)


@dataclass(slots=True, eq=False, repr=False)
class ChainExpression(Expression):
    """A whole optional chain; the links inside say ``optional`` where ``?.`` stands."""

    expression: Expression
    child_fields = ("expression",)


@dataclass(slots=True, eq=False, repr=False)
class UnaryExpression(Expression):
    """``operator``: - + ! ~ typeof void delete."""

    operator: str
    argument: Expression
    child_fields = ("argument",)


@dataclass(slots=True, eq=False, repr=False)
class UpdateExpression(Expression):
    """``operator``: ++ or --."""

    operator: str
    argument: Expression
    prefix: bool
    child_fields = ("argument",)


@dataclass(slots=True, eq=False, repr=False)
class BinaryExpression(Expression):
    """``left`` is a PrivateIdentifier in ``#name in object``."""

    operator: str
    left: Expression
    right: Expression
    child_fields = ("left", "right")


@dataclass(slots=True, eq=False, repr=False)
class LogicalExpression(Expression):
    """``operator``: && || ??."""

    operator: str
    left: Expression
    right: Expression
    child_fields = ("left", "right")


@dataclass(slots=True, eq=False, repr=False)
class AssignmentExpression(Expression):
    """``operator``: = += -= ... &&= ||= ??=; ``left`` a pattern or a member."""

    operator: str
    left: Node
    right: Expression
    child_fields = ("left", "right")


@dataclass(slots=True, eq=False, repr=False)
class ConditionalExpression(Expression):
    test: Expression
    consequent: Expression
    alternate: Expression
    child_fields = ("test", "consequent", "alternate")


@dataclass(slots=True, eq=False, repr=False)
class SequenceExpression(Expression):
    expressions: list[Expression]
    child_fields = ("expressions",)


@dataclass(slots=True, eq=False, repr=False)
class AwaitExpression(Expression):
    argument: Expression
    child_fields = ("argument",)


@dataclass(slots=True, eq=False, repr=False)
class YieldExpression(Expression):
    argument: Expression | None
    delegate: bool
    child_fields = ("argument",)


# --- functions and classes ------------------------------------------------------------


@dataclass(slots=True, eq=False, repr=False)
class Function(Node):
    """What function declarations, function expressions and arrows share.

    ``body`` is a BlockStatement, or an expression for an arrow with ``expression``.
    """

    id: Identifier | None
    params: list[Node]
    body: Node
    is_async: bool
    generator: bool
    child_fields = ("id", "params", "body")


@dataclass(slots=True, eq=False, repr=False)
class FunctionExpression(Function, Expression):
    pass


@dataclass(slots=True, eq=False, repr=False)
class ArrowFunctionExpression(Function, Expression):
    expression: bool = False


@dataclass(slots=True, eq=False, repr=False)
class FunctionDeclaration(Function):
    leading: list[Comment] = field(kw_only=True, default_factory=list)
    trailing: list[Comment] = field(kw_only=True, default_factory=list)
    inner: list[Comment] = field(kw_only=True, default_factory=list)
    blank_before: bool = field(kw_only=True, default=False)


@dataclass(slots=True, eq=False, repr=False)
class MethodDefinition(Commented):
    """``kind``: constructor, method, get or set; ``key`` as in Property, or private."""

    key: Node
    value: FunctionExpression
    kind: str
    computed: bool
    static: bool
    child_fields = ("key", "value")


@dataclass(slots=True, eq=False, repr=False)
class PropertyDefinition(Commented):
    """A class field."""

    key: Node
    value: Expression | None
    computed: bool
    static: bool
    child_fields = ("key", "value")


@dataclass(slots=True, eq=False, repr=False)
class StaticBlock(Commented):
    body: list[Node]
    child_fields = ("body",)


@dataclass(slots=True, eq=False, repr=False)
class ClassBody(Node):
    body: list[MethodDefinition | PropertyDefinition | StaticBlock]
    inner: list[Comment] = field(kw_only=True, default_factory=list)
    child_fields = ("body",)


@dataclass(slots=True, eq=False, repr=False)
class Class(Node):
    id: Identifier | None
    super_class: Expression | None
    body: ClassBody
    child_fields = ("id", "super_class", "body")


@dataclass(slots=True, eq=False, repr=False)
class ClassExpression(Class, Expression):
    pass


@dataclass(slots=True, eq=False, repr=False)
class ClassDeclaration(Class):
    leading: list[Comment] = field(kw_only=True, default_factory=list)
    trailing: list[Comment] = field(kw_only=True, default_factory=list)
    inner: list[Comment] = field(kw_only=True, default_factory=list)
    blank_before: bool = field(kw_only=True, default=False)


# --- patterns -------------------------------------------------------------------------


@dataclass(slots=True, eq=False, repr=False)
class ArrayPattern(Pattern):
    """``None`` in ``elements`` skips one."""

    elements: list[Node | None]
    child_fields = ("elements",)


@dataclass(slots=True, eq=False, repr=False)
class ObjectPattern(Pattern):
    properties: list[Property | RestElement]
    child_fields = ("properties",)


@dataclass(slots=True, eq=False, repr=False)
class RestElement(Pattern):
    argument: Node
    child_fields = ("argument",)


@dataclass(slots=True, eq=False, repr=False)
class AssignmentPattern(Pattern):
    left: Node
    right: Expression
    child_fields = ("left", "right")


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


def children(node: Node) -> list[Node]:
    """The child nodes in source order, holes left out."""
    found: list[Node] = []
    for name in node.child_fields:
        child = getattr(node, name)
        if child is None:
            continue
        if child.__class__ is list:
            found += [item for item in child if item is not None]
        else:
            found.append(child)
    return found


def walk(node: Node) -> Iterator[Node]:
    """The node and all that is below it, parents first, without recursion."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        stack += reversed(children(current))
