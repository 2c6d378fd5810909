"""Nodes of functions and classes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .expression_nodes import Identifier
from .node_base import Comment, Commented, Expression, Node, children

__all__ = [
    "Function", "FunctionExpression", "ArrowFunctionExpression",
    "FunctionDeclaration", "MethodDefinition", "PropertyDefinition", "StaticBlock",
    "ClassBody", "Class", "ClassExpression", "ClassDeclaration", "walk_own",
]  # fmt: skip


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
    """``stands_in``: no function of the source, but one that calls a built-in one."""

    expression: bool = False
    stands_in: bool = False


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
    """A class field; ``shared``: one value on the prototype, that instances may hide."""

    key: Node
    value: Expression | None
    computed: bool
    static: bool
    shared: bool = field(kw_only=True, default=False)
    child_fields = ("key", "value")


@dataclass(slots=True, eq=False, repr=False)
class StaticBlock(Commented):
    body: list[Node]
    child_fields = ("body",)


@dataclass(slots=True, eq=False, repr=False)
class ClassBody(Node):
    """``aliases``: names under which methods can be found too, with the methods' own."""

    body: list[MethodDefinition | PropertyDefinition | StaticBlock]
    aliases: dict[str, str] = field(kw_only=True, default_factory=dict)
    inner: list[Comment] = field(kw_only=True, default_factory=list)
    child_fields = ("body",)


@dataclass(slots=True, eq=False, repr=False)
class Class(Node):
    """``of_function``: it is written as a function with a prototype; ``nameless``: nothing
    leads from an instance to its class; ``makes_when_called``: without ``new``, too;
    ``held``: the collection that it extends, and holds in a field instead."""

    id: Identifier | None
    super_class: Expression | None
    body: ClassBody
    of_function: bool = field(kw_only=True, default=False)
    nameless: bool = field(kw_only=True, default=False)
    makes_when_called: bool = field(kw_only=True, default=False)
    held: str = field(kw_only=True, default="")
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


def walk_own(node: Node, arrows: bool = False) -> Iterator[Node]:
    """The node and what is below it, parents first, without functions inside it.

    ``arrows``: arrow functions are gone into; they share ``this`` with what is around them.
    """
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        stack += [
            child
            for child in reversed(children(current))
            if not isinstance(child, Function)
            or (arrows and isinstance(child, ArrowFunctionExpression))
        ]
