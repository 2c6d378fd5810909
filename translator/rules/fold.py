"""Arithmetic on number constants that came together in a template."""

from __future__ import annotations

import ast
import math

_Number = int | float


def fold(node: ast.BinOp) -> ast.expr:
    """The constant that ``+ - * /`` of two constants is, else the node itself.

    A quotient that is whole becomes an ``int``: ``2000 / 1000`` is ``2``.
    """
    left, right = number(node.left), number(node.right)
    if left is None or right is None:
        return node
    result: _Number
    match node.op:
        case ast.Add():
            result = left + right
        case ast.Sub():
            result = left - right
        case ast.Mult():
            result = left * right
        case ast.Div() if right:
            whole = isinstance(left, int) and isinstance(right, int)
            try:
                result = left // right if whole and left % right == 0 else left / right
            except OverflowError:
                return node
        case _:
            return node
    if not math.isfinite(result):
        return node
    if result < 0:
        return ast.UnaryOp(ast.USub(), ast.Constant(-result))
    return ast.Constant(result)


def number(node: ast.expr) -> _Number | None:
    """The value of a number constant, with or without a sign."""
    sign = 1
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        node, sign = node.operand, -1
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        assert isinstance(node.value, (int, float))
        return sign * node.value
    return None
