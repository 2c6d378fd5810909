"""Overloads that are told apart by what stands in the call: ``on("data", f)``."""

from __future__ import annotations

from ..parse import nodes as n
from ..rules import type_expr as x


def accepts(expected: x.TypeExpr, argument: n.Node) -> bool:
    """Whether an argument is a literal that a parameter asks for, if it asks for one.

    ``"data"`` asks for that text, ``{encoding: "utf8"}`` for an object literal with it, and
    ``"utf8" | "hex"`` for one of several; a function literal has no more parameters than it is
    called with.
    """
    if isinstance(expected, x.Literal):
        return (
            isinstance(argument, (n.StringLiteral, n.BooleanLiteral))
            and argument.value == expected.value
        )
    if isinstance(expected, x.Union):
        return any(accepts(option, argument) for option in expected.options)
    if isinstance(expected, x.Obj):
        asked = [f for f in expected.fields if asks(f.type)]
        values = property_values(argument)
        return all(
            (value := values.get(f.name)) is not None and accepts(f.type, value)
            for f in asked
        )
    if isinstance(expected, x.Func) and isinstance(argument, n.Function):
        return len(argument.params) <= len(expected.params)
    return True


def asks(expected: x.TypeExpr) -> bool:
    """Whether a type stands for certain literals alone."""
    if isinstance(expected, x.Union):
        return all(map(asks, expected.options))
    return isinstance(expected, x.Literal)


def property_values(node: n.Node) -> dict[str, n.Node]:
    """The values of an object literal by their names; none of anything else."""
    if not isinstance(node, n.ObjectExpression):
        return {}
    return {
        str(
            getattr(item.key, "name", None) or getattr(item.key, "value", "")
        ): item.value
        for item in node.properties
        if isinstance(item, n.Property) and not item.computed
    }


def arguments_of(node: object) -> list[n.Node]:
    """The arguments of a call as far as their places are known."""
    found: list[n.Node] = []
    if isinstance(node, (n.CallExpression, n.NewExpression)):
        for argument in node.arguments:
            if isinstance(argument, n.SpreadElement):
                break
            found.append(argument)
    return found
