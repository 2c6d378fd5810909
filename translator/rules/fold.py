"""What came together in a template and is simpler as one: arithmetic, copies of lists."""

from __future__ import annotations

import ast
import math

from ..pytree.trivia import binding_of
from ..pytree.walk import walk

_Number = int | float


#: What takes all items of an iterable before anything else happens.
_CONSUMING = frozenset({"frozenset", "list", "set", "sorted", "sum", "tuple"})
#: What may change, while a comprehension runs, the collection that it goes through.
_ACTING = (ast.Await, ast.Call, ast.NamedExpr, ast.Yield, ast.YieldFrom)


#: The kinds of expression that may be simpler.
FOLDED = frozenset({ast.BinOp, ast.Call, ast.GeneratorExp, ast.ListComp, ast.SetComp})


def fold(node: ast.expr) -> ast.expr:
    """The expression itself, or what is simpler and does the same."""
    if isinstance(node, ast.BinOp):
        return fold_arithmetic(node)
    if isinstance(node, ast.Call):
        if (
            isinstance(node.func, ast.Name)
            and node.func.id in _CONSUMING
            and len(node.args) == 1
            and (copied := copied_list(node.args[0])) is not None
        ):
            node.args[0] = copied
    elif isinstance(node, (ast.ListComp, ast.GeneratorExp, ast.SetComp)):
        first = node.generators[0]
        copied = copied_list(first.iter)
        if copied is not None and not any(
            isinstance(inner, _ACTING)
            for part in (node.elt, *first.ifs, *node.generators[1:])
            for inner in walk(part)
        ):
            first.iter = copied
    return node


def copied_list(node: ast.expr) -> ast.expr | None:
    """What ``list(x)`` copies, where ``list`` is Python's own."""
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "list"
        and binding_of(node.func) is None
        and len(node.args) == 1
        and not node.keywords
        and not isinstance(node.args[0], ast.Starred)
    ):
        return node.args[0]
    return None


def fold_arithmetic(node: ast.BinOp) -> ast.expr:
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
