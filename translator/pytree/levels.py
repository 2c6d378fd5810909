"""Precedence, and the table of what prints an expression.

A printing function takes the node, the *level* and the quotes, and returns text. The level says
what may stand at that place without parentheses: a node of a lower level gets them. ``quotes``
is empty outside of f-strings; in a replacement field it holds the quotes that strings may use
there, and what needs another one, or a backslash, raises ``Unprintable`` (Python 3.11).
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

YIELD = 0  # the right side of an assignment, a statement: a bare yield, a bare tuple
TUPLE = 1  # return, for: a bare tuple
NAMED = 2  # an argument, an element, the test of an if: a bare walrus
TEST = 3  # lambda, conditional
OR = 4
AND = 5
NOT = 6
COMPARE = 7
BIT_OR = 8
BIT_XOR = 9
BIT_AND = 10
SHIFT = 11
SUM = 12
PRODUCT = 13
UNARY = 14
POWER = 15
AWAIT = 16
ATOM = 17

PrintExpr = Callable[[Any, int, str], str]

EXPR: dict[type[ast.AST], PrintExpr] = {}


# For ``quotes``: in a field of an f-string, where no quote is left.
NO_QUOTES = "\0"


class Unprintable(Exception):
    """An expression that cannot stand in a replacement field of an f-string."""
