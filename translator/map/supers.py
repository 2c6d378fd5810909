"""``super()`` where Python does not find its class and instance by itself.

A lambda, a function within a method and a comprehension are functions of their own, whose
first argument is not the instance: there ``super(Class, self)`` is written out.
"""

from __future__ import annotations

import ast
from collections.abc import Callable

from ..pytree import build as b
from ..pytree.walk import children

_METHODS = (ast.FunctionDef, ast.AsyncFunctionDef)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def qualify_supers(method: ast.stmt, cls: Callable[[], ast.expr]) -> None:
    """Give the calls of ``super()`` inside of a method's own functions their arguments."""
    if not isinstance(method, _METHODS) or not method.args.args:
        return
    this = method.args.args[0].arg
    stack: list[tuple[ast.AST, bool]] = [(part, False) for part in method.body]
    while stack:
        node, inside = stack.pop()
        if isinstance(node, ast.ClassDef):
            continue
        if inside and _is_super(node):
            node.args = [cls(), b.name(this)]  # type: ignore[attr-defined]
            continue
        if isinstance(node, (ast.Lambda, *_METHODS)):
            stack += [(part, True) for part in children(node)]
        elif isinstance(node, _COMPREHENSIONS):
            first = node.generators[0]
            stack.append((first.iter, inside))  # evaluated outside
            stack += [
                (part, True)
                for each in children(node)
                for part in (
                    [x for x in children(each) if x is not first.iter]
                    if each is first
                    else [each]
                )
            ]
        else:
            stack += [(part, inside) for part in children(node)]


def _is_super(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "super"
        and not node.args
    )
