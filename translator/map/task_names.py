"""``--task-names``: tasks are called by what they do, for logs and debuggers.

A task that is made of a call gets the name of the function and its literal arguments:
``asyncio.create_task(fetch(1), name="fetch_1")``.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from ..pytree.walk import walk

_PARTS = re.compile(r"\W+")


def name_tasks(body: Iterable[ast.stmt]) -> None:
    """Give a name to each ``create_task`` of a call that has none, in place."""
    for statement in body:
        for node in walk(statement):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "create_task"
                and len(node.args) == 1
                and not node.keywords
            ):
                name = task_name(node.args[0])
                if name is not None:
                    node.keywords.append(ast.keyword("name", ast.Constant(name)))


def task_name(coroutine: ast.expr) -> str | None:
    """The name for a task of a coroutine; None where it is no call of something named."""
    if not isinstance(coroutine, ast.Call):
        return None
    function = coroutine.func
    if isinstance(function, ast.Name):
        parts = [function.id]
    elif isinstance(function, ast.Attribute):
        parts = [function.attr]
    else:
        return None
    for argument in coroutine.args:
        if isinstance(argument, ast.Constant) and isinstance(
            argument.value, (str, int, float)
        ):
            parts.append(_PARTS.sub("_", str(argument.value)).strip("_"))
    return "_".join(part for part in parts if part)
