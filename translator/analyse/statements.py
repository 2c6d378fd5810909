"""Types through statements: bindings, loops, branches, functions and classes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..parse import nodes as n
from . import types as t
from .assignments import Assignments
from .engine import MAX_ATOMS
from .env import Env, merge
from .scopes import Scopes
from .signatures import Signatures
from .types import Type


@dataclass(slots=True)
class _Frame:
    """A statement that ``break`` may leave, or a ``finally`` that it passes.

    ``env``: what is known where somebody left it so.
    """

    label: str | None = None
    plain: bool = False
    finalizer: n.Node | None = None
    env: Env | None = None


_Tested = n.ForStatement | n.WhileStatement | n.DoWhileStatement


class Statements(Assignments):
    def __init__(self, scopes: Scopes, signatures: Signatures) -> None:
        super().__init__(scopes, signatures)
        self.frames: list[_Frame] = []
        self.statement_handlers = statement_handlers(type(self))  # type: ignore[arg-type]

    def discard(self, node: n.Node) -> None:
        self.evaluate(node)

    def statement(self, node: n.Node) -> None:
        handler = self.statement_handlers.get(type(node))
        if handler is not None:
            handler(self, node)

    def block(self, body: list[n.Node]) -> None:
        self.hoist_functions(body)
        for statement in body:
            self.statement(statement)

    def hoist_functions(self, body: list[n.Node]) -> None:
        for statement in body:
            node: n.Node | None = statement
            if isinstance(node, (n.ExportNamedDeclaration, n.ExportDefaultDeclaration)):
                node = node.declaration
            while isinstance(node, n.LabeledStatement):
                node = node.body
            if isinstance(node, n.FunctionDeclaration) and node.id is not None:
                binding = self.scopes.binding_of[node.id]
                self.widen(self.cell(binding), frozenset({self.function(node)}))

    # -- control flow ------------------------------------------------------------------

    def forget(self, node: n.Node) -> None:
        """A name that ``node`` assigns, once or many times, may hold what it assigns."""
        self.forget_parts([node])

    def forget_parts(self, nodes: Sequence[n.Node]) -> None:
        env = self.env
        if env is None:
            return
        unit = self.unit
        for node in nodes:
            for binding in self.scopes.assigned_within(unit, node):
                known = env.get(binding)
                if known is None:
                    continue
                self.rejoined.add(binding)
                flowed = self.flowed.get(binding)
                if flowed is not None:
                    known |= flowed.within(node)
                env = env.with_type(binding, known if len(known) <= MAX_ATOMS else None)
        self.env = env

    def leave(self, node: n.Node) -> None:
        self.env = None

    def break_(self, node: n.BreakStatement) -> None:
        passed: list[n.Node] = []
        for frame in reversed(self.frames):
            if frame.finalizer is not None:
                passed.append(frame.finalizer)
            elif frame.plain if node.label is None else frame.label == node.label:
                self.forget_parts(passed)
                frame.env = merge(frame.env, self.env)
                break
        self.env = None

    @contextmanager
    def frame(self, frame: _Frame) -> Iterator[_Frame]:
        self.frames.append(frame)
        yield frame
        self.frames.pop()

    def return_statement(self, node: n.ReturnStatement) -> None:
        types = (
            self.evaluate(node.argument) if node.argument is not None else t.T_UNDEFINED
        )
        self.returned(types)
        self.env = None

    def returned(self, types: Type) -> None:
        function = self.functions.get(self.unit)
        if function is None:
            return
        if function.node.is_async:
            types = self.awaited(types)
        self.widen(function.result, types)

    def throw(self, node: n.ThrowStatement) -> None:
        thrown = self.evaluate(node.argument)
        if isinstance(node.argument, n.MemberExpression):
            # `throw signal.reason` comes to pass where there is a reason.
            if any(
                a is self.host("AbortSignal")
                for a in self.evaluate(node.argument.object)
            ):
                thrown -= t.T_UNDEFINED
        self.widen(self.thrown, thrown)
        self.env = None

    def if_statement(self, node: n.IfStatement) -> None:
        self.evaluate(node.test)
        before = self.env
        self.env = self.narrow(node.test, before, True)
        self.statement(node.consequent)
        after = self.env
        self.env = self.narrow(node.test, before, False)
        if node.alternate is not None:
            self.statement(node.alternate)
        self.env = merge(after, self.env)

    def labeled(self, node: n.LabeledStatement) -> None:
        """Behind a labelled block is also who left it by ``break label``."""
        with self.frame(_Frame(label=node.label)) as frame:
            self.statement(node.body)
        self.env = merge(frame.env, self.env)

    def loop_body(self, body: n.Node) -> Env | None:
        """What is known where ``break`` leaves the body."""
        with self.frame(_Frame(plain=True)) as frame:
            self.statement(body)
        return frame.env

    def loop_exit(self, node: _Tested, tested: Env | None, left: Env | None) -> None:
        """Behind a loop: its test came out false, or ``break`` left it."""
        if node.test is None:
            self.env = left
        else:
            self.env = merge(self.narrow(node.test, tested, False), left)

    def for_statement(self, node: n.ForStatement) -> None:
        if isinstance(node.init, n.VariableDeclaration):
            self.variables(node.init)
        elif node.init is not None:
            self.evaluate(node.init)
        self.forget_loop(node, node.init)
        head = self.env
        if node.test is not None:
            self.evaluate(node.test)
            self.env = self.narrow(node.test, self.env, True)
        left = self.loop_body(node.body)
        if node.update is not None:
            if self.env is None or _holds(node.body, n.ContinueStatement):
                self.env = head
            self.evaluate(node.update)
        self.loop_exit(node, head, left)

    def forget_loop(self, node: n.ForStatement, init: n.Node | None) -> None:
        """Like ``forget``, for the parts of a ``for`` that run again."""
        self.forget_parts(
            [p for p in (node.test, node.update, node.body) if p is not None]
        )

    def while_statement(self, node: n.WhileStatement) -> None:
        self.forget(node)
        head = self.env
        self.evaluate(node.test)
        self.env = self.narrow(node.test, self.env, True)
        left = self.loop_body(node.body)
        self.loop_exit(node, head, left)

    def do_while(self, node: n.DoWhileStatement) -> None:
        self.forget(node)
        head = self.env
        left = self.loop_body(node.body)
        if self.env is None or _holds(node.body, n.ContinueStatement):
            self.env = head
        self.evaluate(node.test)
        self.loop_exit(node, self.env, left)

    def for_of(self, node: n.ForOfStatement) -> None:
        source = self.evaluate(node.right)
        self.forget(node)
        head = self.env
        self.loop_target(node.left, self.iterated(source, node.is_await))
        self.env = merge(head, self.loop_body(node.body))

    def for_in(self, node: n.ForInStatement) -> None:
        self.evaluate(node.right)
        self.forget(node)
        head = self.env
        self.loop_target(node.left, t.T_STRING)
        self.env = merge(head, self.loop_body(node.body))

    def loop_target(self, left: n.Node, types: Type) -> None:
        if isinstance(left, n.VariableDeclaration):
            self.assign(left.declarations[0].id, types)
        else:
            self.assign(left, types)

    def try_statement(self, node: n.TryStatement) -> None:
        with self.frame(_Frame(finalizer=node.finalizer)):
            before, finished = self.env, self.try_and_catch(node)
        if node.finalizer is not None:
            # It is reached from anywhere: by a return, a break, an error.
            self.env = before
            self.forget(node.block)
            if node.handler is not None:
                self.forget(node.handler)
            self.statement(node.finalizer)
            if finished is None or self.env is None:
                self.env = None
            else:
                after, self.env = self.env, finished
                for binding in self.scopes.assigned_within(self.unit, node.finalizer):
                    self.env = self.env.with_type(binding, after.get(binding))

    def try_and_catch(self, node: n.TryStatement) -> Env | None:
        before = self.env
        self.statement(node.block)
        after = self.env
        if node.handler is not None:
            self.env = before
            self.forget(node.block)
            if node.handler.param is not None:
                caught = self.read(self.thrown) | {self.error("Error")}
                self.assign(node.handler.param, caught)
            self.statement(node.handler.body)
            self.env = merge(after, self.env)
        return self.env

    def switch(self, node: n.SwitchStatement) -> None:
        self.evaluate(node.discriminant)
        self.forget_parts([case.test for case in node.cases if case.test is not None])
        head = other = self.env
        for case in node.cases:
            if case.test is not None:
                self.env = head
                self.evaluate(case.test)
                other = self.narrow_case(node, case.test, other, False)
        self.hoist_functions([s for case in node.cases for s in case.consequent])
        self.env = None
        with self.frame(_Frame(plain=True)) as frame:
            for case in node.cases:
                start = other
                if case.test is not None:
                    start = self.narrow_case(node, case.test, head, True)
                self.env = merge(start, self.env)
                for statement in case.consequent:
                    self.statement(statement)
        self.env = merge(self.env, frame.env)
        if all(case.test is not None for case in node.cases):
            self.env = merge(self.env, other)

    def narrow_case(
        self, node: n.SwitchStatement, test: n.Node, env: Env | None, equal: bool
    ) -> Env | None:
        """What a case tells that was taken, or was not (``switch (true)`` among them)."""
        subject = node.discriminant
        if env is None or self.scopes.assigned_within(self.unit, node.discriminant):
            return env
        if isinstance(subject, n.BooleanLiteral):
            return self.narrow(test, env, True) if subject.value and equal else env
        return self.narrow_equality(subject, test, env, equal, loose=False) or env

    # -- modules -----------------------------------------------------------------------

    def import_declaration(self, node: n.ImportDeclaration) -> None:
        for specifier in node.specifiers:
            binding = self.scopes.binding_of[specifier.local]
            member = "*" if specifier.kind == "namespace" else specifier.imported
            atom = self.module(f"{node.source}:{member or 'default'}")
            self.widen(self.cell(binding), frozenset({atom}))

    def export_named(self, node: n.ExportNamedDeclaration) -> None:
        if node.declaration is not None:
            self.statement(node.declaration)
            for name in _declared(node.declaration):
                self.export(name)
        elif node.source is None:
            for specifier in node.specifiers:
                binding = self.scopes.module.bindings.get(specifier.local)
                if binding is not None:
                    self.escape(self.read(self.cell(binding)))

    def export(self, name: n.Identifier) -> None:
        binding = self.scopes.binding_of.get(name)
        if binding is not None:
            self.escape(self.read(self.cell(binding)))

    def export_default(self, node: n.ExportDefaultDeclaration) -> None:
        declaration = node.declaration
        if isinstance(declaration, n.FunctionDeclaration):
            self.escape(frozenset({self.function(declaration)}))
        elif isinstance(declaration, n.ClassDeclaration):
            self.escape(self.class_(declaration))
        else:
            self.escape(self.evaluate(declaration))


def _declared(node: n.Node) -> list[n.Identifier]:
    from .scopes import pattern_names

    if isinstance(node, n.VariableDeclaration):
        return [name for d in node.declarations for name in pattern_names(d.id)]
    if isinstance(node, (n.FunctionDeclaration, n.ClassDeclaration)) and node.id:
        return [node.id]
    return []


def _holds(node: n.Node, kind: type[n.Statement]) -> bool:
    """Whether there is such a statement in a statement, functions apart."""
    stack = [node]
    while stack:
        current = stack.pop()
        if isinstance(current, kind):
            return True
        if isinstance(current, (n.Statement, n.SwitchCase, n.CatchClause)):
            stack.extend(n.children(current))
    return False


@cache
def statement_handlers(
    cls: type[Any],
) -> dict[type[n.Node], Callable[..., None]]:
    """What is called for each kind of node, with the one who asks; made once."""
    return {
        n.ExpressionStatement: lambda self, node: self.discard(node.expression),
        n.VariableDeclaration: cls.variables,
        n.FunctionDeclaration: lambda self, node: None,
        n.ClassDeclaration: cls.class_statement,
        n.ReturnStatement: cls.return_statement,
        n.IfStatement: cls.if_statement,
        n.ForStatement: cls.for_statement,
        n.ForOfStatement: cls.for_of,
        n.ForInStatement: cls.for_in,
        n.WhileStatement: cls.while_statement,
        n.DoWhileStatement: cls.do_while,
        n.BlockStatement: lambda self, node: self.block(node.body),
        n.BreakStatement: cls.break_,
        n.ContinueStatement: cls.leave,
        n.ThrowStatement: cls.throw,
        n.TryStatement: cls.try_statement,
        n.SwitchStatement: cls.switch,
        n.LabeledStatement: cls.labeled,
        n.ImportDeclaration: cls.import_declaration,
        n.ExportNamedDeclaration: cls.export_named,
        n.ExportDefaultDeclaration: cls.export_default,
        n.WithStatement: lambda self, node: None,
    }
