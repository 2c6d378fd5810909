"""Nodes of expressions, and of the patterns that take values apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeGuard

from .node_base import Comment, Commented, Expression, Node, Pattern, walk

__all__ = [
    "Identifier", "PrivateIdentifier", "StringLiteral", "NumberLiteral",
    "BigIntLiteral", "BooleanLiteral", "NullLiteral", "RegExpLiteral",
    "ThisExpression", "Super", "MetaProperty", "TemplateElement", "ArrayExpression",
    "SpreadElement", "Property", "ObjectExpression", "TemplateLiteral",
    "TaggedTemplateExpression", "MemberExpression", "CallExpression", "NewExpression",
    "ImportExpression", "ChainExpression", "UnaryExpression", "UpdateExpression",
    "BinaryExpression", "LogicalExpression", "AssignmentExpression",
    "ConditionalExpression", "SequenceExpression", "AwaitExpression",
    "YieldExpression", "ArrayPattern", "ObjectPattern", "RestElement",
    "AssignmentPattern", "is_member", "may_act",
]  # fmt: skip


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


def is_member(node: Node | None, name: str) -> TypeGuard[MemberExpression]:
    """Whether a node is ``x.name``."""
    return (
        isinstance(node, MemberExpression)
        and not node.computed
        and not node.optional
        and isinstance(node.property, Identifier)
        and node.property.name == name
    )


_ACTING = (
    CallExpression,
    NewExpression,
    AssignmentExpression,
    UpdateExpression,
    AwaitExpression,
    YieldExpression,
)


def may_act(node: Node) -> bool:
    """Whether evaluating an expression may do anything but read."""
    return any(isinstance(part, _ACTING) for part in walk(node))
