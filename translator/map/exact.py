"""``--order exact``: promises one to one, on a helper that keeps Node's order tick by tick.

An async function gets the decorator ``promised`` and stays what it is; ``then``, ``new
Promise`` and the combinators are calls of the helper's ``Promise`` (rules of
``mappings/exact_*.toml``), so that nothing here decides about order: ECMA-262 27.2 and
27.7 are followed by the helper.
"""

from __future__ import annotations

import ast
import re

from ..analyse import types as t
from ..analyse.flow import Flow
from ..analyse.types import is_promise
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import Comment, bind, is_code
from ..rules import Captures, Rule
from .captures import Trees
from .docs import comment_text
from .exact_iteration import ExactIteration
from .placement import Placement
from .program import strip_blank
from .text_parts import name_rounds, takes_all

#: what rules give that asyncio waits for
_ASYNCIO = ("future", "coroutine")
#: in templates: what needs a task of asyncio around it, and what waits by asyncio
_CANCELLING = re.compile(r"asyncio\.(timeout|TaskGroup|wait_for|current_task)\b")
_WAITING = re.compile(r"\basync (with|for)\b|\bawait\b")


class ExactFlow(Flow):
    """Coroutines are what JavaScript calls async functions; no promise is cold."""

    def _decide(self, node: n.Node) -> bool:
        return isinstance(node, n.Function) and node.is_async and not node.generator

    def is_cold(self, node: n.Node) -> bool:
        return False

    @property
    def concurrent(self) -> bool:
        return False


class ExactProgramMapper(ExactIteration):
    keeps_abandoned = True

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        analysis = self.analysis
        self.flow = ExactFlow(self.scopes, analysis.inference, self.effects)
        self.representation.hold_settled_objects()

    # -- promises as values ----------------------------------------------------------------

    def is_chain(self, node: n.Node) -> bool:
        return False

    def warn_of_unheard(self) -> None:
        """Nothing to say: the loop does with such an error what Node does."""

    def promise_value(self, node: n.CallExpression) -> ast.expr | None:
        return None  # a call like any other

    def awaitable(self, node: n.Node) -> ast.expr:
        return self.expr(node)

    def combined(self, node: n.Node) -> ast.expr:
        return self.expr(node)

    def awaitables(self, node: n.Node) -> ast.expr:
        return self.iterable(node)

    def awaitable_body(self, node: n.Node) -> ast.expr:
        return self.inlined(node).body()

    def hot_result(self, callback: n.Node, call: ast.expr) -> ast.expr:
        return call

    def detached_result(self, callback: n.Node, call: ast.expr) -> ast.expr:
        return call

    def detached(self, node: n.Node) -> None:
        self.emit(b.expr(self.expr(node)))

    def new_promise(self, node: n.NewExpression) -> ast.expr:
        value = self.rule_value(node, "value")
        if value is None:
            raise self.refuse(node, "new Promise without an executor")
        return value

    def make_rule(
        self, rule: Rule, captures: Captures, node: n.Node
    ) -> ast.expr | None:
        """What asyncio itself waits for becomes a promise; its ticks are not Node's."""
        template = rule.python or ""
        by_asyncio = rule.order is None and "asyncio" in rule.imports
        if by_asyncio and _CANCELLING.search(template):
            raise self.refuse(
                node,
                f"{rule.id}: asyncio cancels the task that runs this; there is none "
                "with --order exact",
            )
        if rule.order is None and "AsyncRetrying" in template:
            raise self.refuse(
                node,
                f"{rule.id}: tenacity tries coroutine functions again; with --order exact "
                "there are functions that give promises",
            )
        value = super().make_rule(rule, captures, node)
        gives_promise = (rule.gives or "").startswith(_ASYNCIO)
        if gives_promise or (by_asyncio and _WAITING.search(template)):
            self.warn(
                node, f"{rule.id}: asyncio decides in which tick this goes on, not Node"
            )
        return self.promise_of(value) if gives_promise and value is not None else value

    def promise_of(self, value: ast.expr) -> ast.expr:
        return b.call(b.attr(self.helper_name("Promise"), "resolve"), value)

    def instance_of(self, node: n.BinaryExpression) -> ast.expr:
        right = node.right
        if (
            isinstance(right, n.Identifier)
            and right.name == "Promise"
            and right not in self.scopes.binding_of
        ):
            return b.call(
                "isinstance", self.expr(node.left), self.helper_name("Promise")
            )
        return super().instance_of(node)

    def resolvers_apart(self, pattern: n.Node, init: n.Node) -> bool:
        return False  # the rule's helper makes the functions

    # -- await, return -----------------------------------------------------------------------

    def await_expression(self, node: n.AwaitExpression) -> ast.expr:
        by_rule = self.rule_value(node, "value")
        if by_rule is not None:
            return by_rule
        return b.await_(self.awaited(node.argument))

    def await_effect(self, node: n.AwaitExpression) -> None:
        self.emit(b.expr(self.await_expression(node)))

    def awaited(self, node: n.Node) -> ast.expr:
        """What ``await`` is given: a promise, for anything (27.7.5.3)."""
        if is_promise(self.type_of(node)):
            return self.expr(node)
        if isinstance(node, n.Identifier) and node.name == "undefined":
            return b.call(b.attr(self.helper_name("Promise"), "resolve"))
        return self.promise_of(self.expr(node))

    def return_from_coroutine(self, node: n.Node) -> None:
        if isinstance(node, n.ConditionalExpression):
            self.return_either(node)
            return
        types = self.type_of(node)
        if not types - t.T_UNDEFINED and types and not isinstance(node, n.Identifier):
            self.effect(node)
            if not self.ends_function(node):
                self.emit(b.ret())
            return
        self.emit(b.ret(self.expr(node)))

    # -- callbacks ---------------------------------------------------------------------------

    def is_lazy(self, node: n.Node) -> bool:
        return super().is_lazy(node) or self.is_builtin_method(node)

    def derive(
        self, name: str, path: str, trees: Trees, nodes: dict[str, n.Node]
    ) -> ast.expr | list[ast.stmt]:
        tree = self.captured_tree(name, trees) if path.startswith("of(") else None
        if tree is not None:
            return self.fitted(nodes[name], tree, int(path[3:-1]))
        return super().derive(name, path, trees, nodes)

    def fitted(self, node: n.Node, tree: ast.expr, count: int) -> ast.expr:
        """A function, evaluated now, as one that may be given so many arguments."""
        atoms = [a for a in self.type_of(node) if isinstance(a, t.FunctionAtom)]
        if not atoms or any(takes_all(a.node) for a in atoms):
            return tree
        most = max(len(a.node.params) for a in atoms)
        return tree if most >= count else self.helper("taking", tree, b.const(most))

    def taking(self, node: n.Node, count: int) -> ast.expr:
        if not isinstance(node, n.Function) and self.is_builtin_method(node):
            return self.calling_builtin(node)
        value = super().taking(node, count)
        if (
            isinstance(node, n.Function)
            and self.block
            and isinstance(tree := self.block[-1], ast.AsyncFunctionDef)
            and len(tree.args.args) < count
            and tree.args.vararg is None
        ):
            tree.args.vararg = self.swallowing(node)
        return value

    def bind_iteration(self, node: n.Function, args: ast.arguments) -> None:
        own = len(args.args)
        super().bind_iteration(node, args)
        name_rounds(args, own)

    def swallowing(self, node: n.Node) -> ast.arg:
        return self.param(self.comprehended_temp("_", node))

    def calling_builtin(self, node: n.Node) -> ast.expr:
        """``console.log`` as a handler: a lambda around what a call of it becomes."""
        value = self.comprehended_temp("value", node)
        argument = n.Identifier("value", start=node.start, end=node.end)
        call = n.CallExpression(
            node, [argument], False, start=node.start, end=node.end  # type: ignore[arg-type]
        )
        self.scopes.binding_of[argument] = value
        self.preset[argument] = self.load(value)
        self.analysis.types[argument] = t.T_ANY
        made = self.rule_value(call, "statement", "value")
        if made is None:
            raise self.refuse(node, "this built-in function as a value")
        return b.lambda_([self.param(value)], made)

    # -- functions ---------------------------------------------------------------------------

    def define(self, node: n.Function, *arguments: object, **named: object) -> ast.stmt:
        tree = super().define(node, *arguments, **named)  # type: ignore[arg-type]
        if node.is_async:
            assert isinstance(tree, ast.AsyncFunctionDef)
            name = "async_generator" if node.generator else "promised"
            tree.decorator_list.append(self.helper_name(name))
        return tree

    # -- the program -------------------------------------------------------------------------

    def sole_entry(
        self, placement: Placement, body: list[ast.stmt]
    ) -> list[ast.stmt] | None:
        if self.main_context is None:
            return None
        self.main_context.is_async = self.scopes.facts[self.analysis.program].awaits
        only = self.sole_call(placement)
        function = self.user_main(only, body) if only is not None else None
        if only is None or function is None:
            return None
        for statement in placement.in_main:
            for comment in getattr(statement, "leading", ()):
                body.append(Comment(comment_text(comment)))
        return [self.run(self.load(only))]

    def entry(self, body: list[ast.stmt], main: list[ast.stmt]) -> list[ast.stmt]:
        context = self.main_context
        if context is None or not any(is_code(s) for s in main):
            return []
        taken = {x.name for x in self.scopes.module.bindings.values()}
        outer, self.fn = self.fn, self.module_context
        name = self.temp("run" if "main" in taken else "main", "function")
        self.fn = outer
        tree = b.function(
            name.name,
            [],
            strip_blank(main),
            is_async=context.is_async,
            decorators=[self.helper_name("promised")] if context.is_async else [],
        )
        bind(tree, name)
        context.tree = tree
        body.append(tree)
        return [self.run(self.load(name))]

    def run(self, main: ast.expr) -> ast.stmt:
        """``LOOP.run(main)``; that it is a module matters to waiting and to nextTick."""
        named = {"module": b.const(True)} if self.is_module else {}
        run = b.attr(self.helper_name("LOOP"), "run")
        return b.expr(b.call(run, main, **named))

    @property
    def is_module(self) -> bool:
        program = self.analysis.program
        return self.scopes.facts[program].awaits or any(
            isinstance(
                statement,
                (n.ImportDeclaration, n.ExportNamedDeclaration, n.ExportDefaultDeclaration,
                 n.ExportAllDeclaration),
            )
            for statement in program.body
        )  # fmt: skip
