"""``--target py312`` and later: what runs at the call is an eager task of asyncio.

A task that ``asyncio.eager_task_factory`` makes runs up to its first wait when it is made,
as an async function of JavaScript does when it is called. Where nobody sees when its first
part runs, it stays a plain task.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from functools import cached_property

from ..analyse.types import is_promise
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import Comment
from .placement import Placement
from .program import ProgramMapper


class EagerProgramMapper(ProgramMapper):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: whether main sets the factory, since a task was made that has to be eager
        self.sets_factory = False

    @cached_property
    def needs_plain_tasks(self) -> bool:
        """Whether some tasks of the program must not be eager.

        A handler of ``then`` never runs at once, also where the promise is settled; and
        what ``asyncio.gather`` starts by itself could be done at once, so that waiting for
        it would not give way.
        """
        return any(
            isinstance(node, n.CallExpression)
            and (
                (self.is_chain(node) and not self.flow.is_cold(node))
                or (self.flow.is_combinator(node) and not only_names(node.arguments))
            )
            for node in list(self.analysis.types)
        )

    def started(self, coroutine: ast.expr, node: n.Node, quiet: bool) -> ast.expr:
        if quiet:
            return super().started(coroutine, node, quiet)
        self.leaves_running = True
        self.decide(node, "task-eager")
        if self.needs_plain_tasks or not is_promise(self.type_of(node)):
            return self.helper("eager_task", coroutine)
        self.sets_factory = True
        return self.asyncio("create_task", coroutine)

    def helper(self, name: str, *args: ast.expr, **kw: ast.expr) -> ast.Call:
        if name == "background":
            name = "run_in_background"
        return super().helper(name, *args, **kw)

    # -- main --------------------------------------------------------------------------------

    def sole_entry(
        self, placement: Placement, body: list[ast.stmt]
    ) -> list[ast.stmt] | None:
        entry = super().sole_entry(placement, body)
        if entry is not None and self.sets_factory:
            only = self.sole_call(placement)
            assert only is not None
            function = self.user_main(only, body)
            assert function is not None
            first = 1 if ast.get_docstring(function) is not None else 0
            function.body[first:first] = self.factory()
        return entry

    def entry(self, body: list[ast.stmt], main: list[ast.stmt]) -> list[ast.stmt]:
        if self.sets_factory and self.main_context is not None:
            main[:0] = self.factory()
        return super().entry(body, main)

    def factory(self) -> list[ast.stmt]:
        self.use("asyncio")
        loop = b.call("asyncio.get_running_loop")
        return [
            Comment(
                "A task runs up to its first wait at once, as a call of JavaScript."
            ),
            b.expr(
                b.call(
                    b.attr(loop, "set_task_factory"),
                    b.dotted("asyncio.eager_task_factory"),
                )
            ),
        ]


def only_names(arguments: Sequence[n.Node]) -> bool:
    """``jobs`` or ``[first, second]``: promises that are under way already."""
    items: list[n.Node | None] = []
    for argument in arguments:
        if isinstance(argument, n.ArrayExpression):
            items += argument.elements
        else:
            items.append(argument)
    return all(isinstance(item, n.Identifier) for item in items)
