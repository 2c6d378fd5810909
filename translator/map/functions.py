"""Functions: values, lambdas and local definitions."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import contextmanager

from ..analyse import types as t
from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import BlankLine, Comment, bind
from ..pytree.walk import children
from .annotations import Annotations
from .base import Refused
from .context import FunctionContext
from .docs import docstring_of
from .ignored_results import IgnoredResults

_CALLBACK_NAMES = {
    "setTimeout": "fire",
    "setInterval": "tick",
    "setImmediate": "run",
    "queueMicrotask": "run",
    "then": "on_fulfilled",
    "catch": "on_rejected",
    "finally": "on_settled",
    "map": "transform",
    "filter": "keep",
    "forEach": "visit",
    "reduce": "combine",
    "sort": "compare",
    "toSorted": "compare",
    "replace": "replace",
    "on": "handler",
    "addEventListener": "handler",
}

_TIMERS = frozenset({"setTimeout", "setInterval", "setImmediate", "queueMicrotask"})
_NO_CODE = (Comment, BlankLine)


class Functions(IgnoredResults, Annotations):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: functions that take statements: what holds them is mapped more than once
        self.no_lambdas: set[n.Function] = set()

    def function_value(self, node: n.Function, name: str | None = None) -> ast.expr:
        """A function as a value: a lambda where one expression does, else a local ``def``."""
        lambda_ = self.as_lambda(node)
        if lambda_ is not None:
            return lambda_
        binding = self.function_binding(node, name)
        with self.before_loops(self.is_same_each_round(node)):
            self.emit(self.define(node, binding))
        return self.load(binding)

    @contextmanager
    def before_loops(self, allowed: bool) -> Iterator[None]:
        """Emit statements before the loops of the function that goes on here."""
        loops = self.fn.loops
        if not allowed or not loops or any(loop.is_call for loop in loops):
            yield
            return
        made: list[ast.stmt] = []
        with self.into(made):
            yield
        for statement in made:
            statement.lineno = self.statement_line
        self.fn.before_loops += made

    def is_same_each_round(self, node: n.Function) -> bool:
        """Whether a callback of a timer knows nothing of the round of a loop it is made in.

        Nobody can tell such functions from one another: one is enough.
        """
        call = self.scopes.parents.get(node)
        if not (
            isinstance(call, n.CallExpression)
            and isinstance(call.callee, n.Identifier)
            and call.callee.name in _TIMERS
            and call.callee not in self.scopes.binding_of
        ):
            return False
        for part in n.walk(node):
            if isinstance(part, n.Identifier):
                binding = self.scopes.binding_of.get(part)
                if (
                    binding is not None
                    and binding.scope.loop is not None
                    and not node.start <= binding.scope.node.start < node.end
                ):
                    return False
        return True

    def function_binding(self, node: n.Function, name: str | None) -> Binding:
        if node.id is not None:
            own = self.scopes.binding_of.get(node.id)
            if own is not None:
                self.place_own_name(own, node)
                return own
        return self.temp(name or self.callback_name(node), "function")

    def place_own_name(self, own: Binding, node: n.Function | n.Class) -> None:
        """The own name of a function or class expression becomes one of the function that
        goes on here; others in the same statement have names of their own."""
        self.placed[own] = self.fn
        statement: n.Node | None = node
        while statement is not None and not isinstance(statement, n.Statement):
            statement = self.scopes.parents.get(statement)
        self.spans[own] = statement or self.analysis.program

    def callback_name(self, node: n.Function) -> str:
        """A telling name for a function literal, by the place where it stands."""
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.VariableDeclarator) and isinstance(
            parent.id, n.Identifier
        ):
            return parent.id.name
        if (
            isinstance(parent, n.AssignmentExpression)
            and isinstance(parent.left, n.MemberExpression)
            and isinstance(parent.left.property, (n.Identifier, n.PrivateIdentifier))
        ):
            return parent.left.property.name
        if isinstance(parent, (n.CallExpression, n.NewExpression)):
            arguments: list[n.Node] = [*parent.arguments]
            position = arguments.index(node) if node in arguments else 0
            for target in self.analysis.inference.targets.get(parent, ()):
                if position < len(target.node.params):
                    param = target.node.params[position]
                    if isinstance(param, n.Identifier) and len(param.name) > 2:
                        return (
                            f"on_{param.name}" if param.name == "event" else param.name
                        )
            callee: n.Node = parent.callee
            if isinstance(callee, n.MemberExpression):
                callee = callee.property
            if isinstance(callee, n.Identifier):
                return _CALLBACK_NAMES.get(callee.name, "callback")
        if isinstance(parent, (n.ReturnStatement, n.ArrowFunctionExpression)):
            return "inner"
        return "callback"

    def as_lambda(self, node: n.Function) -> ast.expr | None:
        """The function as a ``lambda``, None where it takes statements."""
        if node.generator or isinstance(node, n.FunctionDeclaration):
            return None
        if node.is_async or node in self.no_lambdas:
            return None
        facts = self.scopes.facts[node]
        if isinstance(node, n.FunctionExpression) and (
            facts.uses_this or facts.uses_arguments or node.id is not None
        ):
            return None
        for param in node.params:
            if (
                isinstance(param, n.RestElement)
                and isinstance(param.argument, n.Identifier)
                and self.only_read(self.scopes.binding_of[param.argument])
            ):
                continue
            if not isinstance(param, n.Identifier) and not (
                isinstance(param, n.AssignmentPattern)
                and isinstance(param.left, n.Identifier)
                and self.is_constant(param.right)
                and not self.needs_default_test(node, node.params.index(param))
            ):
                return None
        body = node.body
        if isinstance(body, n.BlockStatement):
            if len(body.body) != 1 or body.inner:
                return None
            only = body.body[0]
            if isinstance(only, n.ReturnStatement) and only.argument is not None:
                body = only.argument
            elif isinstance(only, n.ExpressionStatement):
                body = only.expression
                if not isinstance(body, (n.CallExpression,)):
                    return None
                if any(isinstance(a, t.PromiseAtom) for a in self.type_of(body)):
                    return None
            else:
                return None
            if isinstance(only, n.Commented) and (only.leading or only.trailing):
                return None
        if isinstance(body, (n.AssignmentExpression, n.UpdateExpression)):
            return None
        if self.settles_in_place(body) or (
            isinstance(body, n.ConditionalExpression)
            and self.settles_in_place(body.consequent)
            and self.settles_in_place(body.alternate)
        ):
            return None
        state = self.saved_state()
        context = FunctionContext("lambda", node, self.fn)
        self.homes[node] = context
        block: list[ast.stmt] = []
        try:
            with self.entering(context), self.into(block):
                args = self.simple_arguments(node)
                if any(isinstance(a, t.PromiseAtom) for a in self.type_of(body)):
                    value = self.awaitable(body)
                else:
                    value = self.expr(body)
            made = not block and not suspends(value)
        except Refused:
            if not self.ignores_result(node):
                raise
            made = False  # it has no value, but may be a statement
        if not made:
            self.restore_state(state)
            self._inlined.clear()
            self.no_lambdas.add(node)
            return None
        self.bind_iteration(node, args)
        result = b.lambda_(args, value)
        context.tree = result
        return result

    # -- definitions ---------------------------------------------------------------------

    def define(
        self,
        node: n.Function,
        binding: Binding | None,
        *,
        name: str = "",
        this: str | None = None,
        method: bool = False,
        decorators: list[ast.expr] | None = None,
        owner: n.Class | None = None,
        static: bool = False,
    ) -> ast.stmt:
        """A ``def`` or ``async def`` of a function; ``binding`` names it."""
        if this is None and not method and self.takes_this(node):
            this = "self"
        coroutine = self.flow.is_coroutine(node)
        is_async = coroutine or (node.is_async and node.generator)
        early = self.binds_at_call(node)
        context = FunctionContext(
            "function",
            node,
            self.fn,
            is_async=is_async and not early,
            is_generator=node.generator and not early,
            this=this,
            owner_class=owner,
            static=static,
        )
        self.homes[node] = context
        body: list[ast.stmt] = []
        with self.entering(context), self.into(body):
            args = self.arguments_of(node, this)
            doc = docstring_of(self, node)
            if doc is not None:
                body.insert(0, b.docstring(doc))
            if early:
                inner, made = self.bound_first(node, context, is_async)
                with self.entering(inner):
                    made[0].body = self.body_of(node)  # type: ignore[attr-defined]
                body.extend(made)
            else:
                self.emit(*self.body_of(node))
        code = [s for s in body if not isinstance(s, _NO_CODE)]
        if not code:
            body.append(ast.Pass())
        outer = self.fn
        if (
            binding is not None
            and outer.kind in ("function", "main", "module")
            and not method
        ):
            self.bind_iteration(node, args)
        tree = b.function(
            name or (binding.name if binding is not None else "_"),
            args,
            body,
            is_async=context.is_async,
            decorators=decorators or [],
        )
        if binding is not None:
            bind(tree, binding)
        tree.lineno = self.source.position(node.start)[0]
        self.annotate(node, tree)
        context.tree = tree
        return tree

    def has_slept(self, node: n.Function) -> bool:
        """Whether a function that is cancelled in its waits begins with one."""
        return node in self.cancelling.functions and self.effects.waits_at_once(node)

    def body_of(self, node: n.Function) -> list[ast.stmt]:
        """The statements of a function, without what binds its parameters."""
        body: list[ast.stmt] = []
        with self.into(body):
            body.extend(self.early_names(node))
            if isinstance(node.body, n.BlockStatement):
                body.extend(self.body_statements(node.body))
                if (
                    self.flow.is_coroutine(node)
                    and self.flow.concurrent
                    and not self.has_slept(node)
                    and node.body in self.flow.sudden_exits(node)
                ) or (node.generator and self.flow.first_waits.rushes(node)):
                    # Node gives way at the end of an async function that never waits.
                    body.append(b.expr(b.await_(self.asyncio("sleep", b.const(0)))))
            elif self.ignores_result(node) and not self.flow.is_coroutine(node):
                body.extend(self.effect_block(node.body))
            else:
                self.return_value(node.body)
        if node.generator and not self.scopes.facts[node].yields:
            # It is a yield, though never reached, that makes a generator in Python.
            body += [b.ret(), b.expr(b.yield_())]
        return body


def suspends(tree: ast.expr) -> bool:
    """Whether an expression waits or yields; the body of a ``lambda`` in it cannot."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, (ast.Await, ast.Yield)):
            return True
        if not isinstance(node, ast.Lambda):
            waiting += children(node)
    return False
