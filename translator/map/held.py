"""What a function that is made in a loop holds of its round.

A name of Python belongs to the whole function: a closure that runs after the next round has
begun sees the next round's value. Closures of the source hold the variables that JavaScript
makes anew in each round (``closures.py``). Here the functions follow that the translation
itself makes, and the names that it gives to values in between: they become parameters with
a default.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable

from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..pytree.trivia import bind, binding_of
from ..pytree.walk import children
from .context import FunctionContext

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
#: Where statements stand in statements, handlers and cases.
_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")
_LOOPS = (ast.For, ast.AsyncFor, ast.While)


class Held:
    """``hold`` adds the parameters.

    ``called_at_once``: a callback that needs none. ``changes``: a variable of a round that
    is assigned again in it, which a closure has to see.
    """

    def __init__(
        self,
        contexts: Iterable[FunctionContext],
        called_at_once: Callable[[n.Function], bool],
        changes: Callable[[Binding], bool],
    ) -> None:
        self.contexts = {id(c.tree): c for c in contexts if c.tree is not None}
        self.called_at_once = called_at_once
        self.changes = changes

    def hold(self, body: Iterable[ast.AST]) -> None:
        """Look through the statements of a module or function, and all that is in them."""
        statements = [*body]
        while statements:
            statement = statements.pop()
            if isinstance(statement, _LOOPS):
                self.hold_in(statement)
                continue
            for field in _BLOCKS:
                statements += getattr(statement, field, ())

    def hold_in(self, loop: ast.AST) -> None:
        waiting: list[tuple[ast.AST, frozenset[Binding]]] = [(loop, frozenset())]
        while waiting:
            node, changing = waiting.pop()
            below = children(node)
            if isinstance(node, _FUNCTIONS):
                if changing:
                    self.add_parameters(node, changing)
                changing = frozenset()
            elif isinstance(node, _LOOPS):
                changing |= self.stored(node)
            waiting += [(child, changing) for child in below]

    def add_parameters(
        self,
        function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda,
        changing: frozenset[Binding],
    ) -> None:
        context = self.contexts.get(id(function))
        if context is None or context.kind == "class":
            return
        if isinstance(context.node, n.Function) and self.called_at_once(context.node):
            return
        args = function.args
        plain = [*args.posonlyargs, *args.args, *args.kwonlyargs]
        own = {binding_of(arg) for arg in plain}
        by_name = args.vararg is not None or bool(args.kwonlyargs)
        body = function.body if isinstance(function.body, list) else [function.body]
        loaded, stored = _names(body)
        for binding in loaded:
            if binding in changing and binding not in own and binding not in stored:
                argument = bind(ast.arg(binding.name), binding)
                value = bind(ast.Name(binding.name, ast.Load()), binding)
                if by_name:
                    args.kwonlyargs.append(argument)
                    args.kw_defaults.append(value)
                else:
                    args.args.append(argument)
                    args.defaults.append(value)

    def stored(self, loop: ast.AST) -> frozenset[Binding]:
        """The names that each round of a loop gives anew, its inner functions aside."""
        found: set[Binding] = set()
        stack = [loop]
        while stack:
            node = stack.pop()
            if isinstance(node, ast.Name):
                binding = binding_of(node)
                if isinstance(node.ctx, ast.Store) and self.is_of_round(binding):
                    found.add(binding)
            elif not isinstance(node, _FUNCTIONS):
                stack += children(node)
        return frozenset(found)

    def is_of_round(self, binding: Binding | None) -> bool:
        if binding is None or binding.temporary:
            return binding is not None
        return binding.scope.loop is not None and not self.changes(binding)


def _names(body: Iterable[ast.AST]) -> tuple[dict[Binding, None], set[Binding]]:
    """The variables that are read in a function, in order, and those assigned there."""
    loaded: dict[Binding, None] = {}
    stored: set[Binding] = set()
    stack = [*body][::-1]
    while stack:
        node = stack.pop()
        binding = binding_of(node)
        if isinstance(node, ast.Name) and binding is not None:
            if isinstance(node.ctx, ast.Load):
                loaded[binding] = None
            else:
                stored.add(binding)
        elif isinstance(node, ast.arg) and binding is not None:
            stored.add(binding)
        stack += children(node)[::-1]
    return loaded, stored
