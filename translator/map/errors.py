"""``throw``, ``try`` and ``catch``."""

from __future__ import annotations

import ast
from collections.abc import Callable

from ..analyse import types as t
from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import BlankLine, bind, binding_of, is_code
from ..pytree.walk import walk
from .returns import Returns
from .syntax import leaves


class Errors(Returns):
    def throw(self, node: n.ThrowStatement) -> None:
        argument = node.argument
        if isinstance(argument, n.Identifier) and self.rethrows(node, argument):
            self.emit(b.raise_())
            return
        self.raise_value(argument)

    def rethrows(self, node: n.ThrowStatement, argument: n.Identifier) -> bool:
        """``throw err`` straight in the clause that caught it."""
        binding = self.scopes.binding_of.get(argument)
        if binding is None or binding.kind != "catch" or binding.reassigned:
            return False
        current: n.Node | None = node
        while current is not None and current is not binding.scope.node:
            if isinstance(current, (n.Function, n.TryStatement)):
                return False
            current = self.scopes.parents.get(current)
        return current is not None

    def raise_value(self, node: n.Node) -> None:
        """``throw value``: an exception as it is, anything else inside of one."""
        types = self.type_of(node)
        value = self.expr(node)
        if types and all(self.is_error(a) for a in types):
            self.emit(b.raise_(value))
        elif types and not any(self.is_error(a) or a is t.ANY for a in types):
            self.emit(b.raise_(self.helper("Thrown", value)))
        else:
            self.emit(b.raise_(self.helper("as_exception", value)))

    def is_error(self, atom: t.Atom) -> bool:
        if isinstance(atom, t.ErrorAtom):
            return True
        return isinstance(atom, t.InstanceAtom) and bool(
            self.analysis.inference.error_bases(atom)
        )

    def throws_values(self) -> bool:
        """Whether the program throws anything that is no error."""
        return any(not self.is_error(a) for a in self.analysis.inference.thrown.types)

    # -- try -----------------------------------------------------------------------------

    def try_statement(self, node: n.TryStatement) -> None:
        if node in self.cancelling.groups:
            # The group stops the others itself.
            made = self.body_statements(node.block)
            if not any(isinstance(s, ast.Try) for s in made):
                raise self.refuse(node, "an abort of what Promise.all waits for, here")
            self.block.extend(made)
            return
        if node.handler is not None:
            self.fn.tries.append(node)
        try:
            body = self.body(node.block)
        finally:
            if node.handler is not None:
                self.fn.tries.pop()
        handlers: list[ast.ExceptHandler] = []
        if node.handler is not None:
            handlers = self.catch_clauses(node.handler)
        final = self.body(node.finalizer) if node.finalizer is not None else []
        self.emit(b.try_(body, handlers, None, final))

    def catch_clauses(self, node: n.CatchClause) -> list[ast.ExceptHandler]:
        aborted = self.cancelling.clauses.get(node)
        if aborted is not None:
            return [self.cancelled_clause(node, aborted)]
        special = self.typed_clauses(node.param, node.body, node)
        if special is not None:
            return special

        def body() -> None:
            self.emit(*self.comments_of(node))
            self.block.extend(self.body_statements(node.body))

        return self.except_clauses(node.param, node, body)

    def cancelled_clause(
        self, node: n.CatchClause, statements: list[n.Node]
    ) -> ast.ExceptHandler:
        """What is done when the task is cancelled; other errors go on."""
        body: list[ast.stmt] = []
        with self.into(body):
            self.emit(*self.comments_of(node))
            self.block.extend(self.statements(statements))
        if body and isinstance(body[0], BlankLine):
            body = body[1:]
        if not any(is_code(s) for s in body):
            body.append(ast.Pass())
        return b.handler(self.asyncio_error("CancelledError"), None, body)

    def asyncio_error(self, name: str) -> ast.expr:
        self.use("asyncio")
        return b.dotted(f"asyncio.{name}")

    def except_clauses(
        self, param: n.Node | Binding | None, node: n.Node, body: Callable[[], None]
    ) -> list[ast.ExceptHandler]:
        """``except Exception``; the value caught is what was thrown."""
        made: list[ast.stmt] = []
        binding: Binding | None = None
        caught: Binding | None = None
        pattern: n.Node | None = None
        if isinstance(param, Binding):
            binding = param
            used = True
        elif isinstance(param, n.Identifier):
            binding = self.scopes.binding_of[param]
            used = bool(binding.references)
        else:
            pattern = param
            used = pattern is not None
        if used and binding is not None:
            self.placed[binding] = self.fn
            rebound = binding.reassigned or any(
                not (isinstance(f, n.Function) and self.called_at_once(f))
                for f in binding.captured_by
            )
            if self.throws_values() or rebound:
                caught = self.temp("error" if binding.name != "error" else "caught")
                value: ast.expr = self.load(caught)
                if self.throws_values():
                    value = self.helper("thrown_value", value)
                made.append(b.assign(self.target(binding), value))
            else:
                caught = binding
        elif used:
            caught = self.temp("error")
            assert pattern is not None
            with self.into(made):
                value = self.load(caught)
                if self.throws_values():
                    value = self.helper("thrown_value", value)
                self.assign_pattern(pattern, value, declare=True)
        with self.into(made):
            body()
        if not any(is_code(s) for s in made):
            made.append(ast.Pass())
        if caught is not None and not any(
            binding_of(x) is caught for s in made for x in walk(s)
        ):
            caught = None
        handler = b.handler(
            b.name("Exception"), caught.name if caught is not None else None, made
        )
        if caught is not None:
            bind(handler, caught)
        return [handler]

    # -- one clause for each class -------------------------------------------------------

    def typed_clauses(
        self, param: n.Node | None, block: n.BlockStatement, node: n.Node
    ) -> list[ast.ExceptHandler] | None:
        """``if (err instanceof C) {...} else if ...`` is ``except C``, one for each class.

        What comes last is ``except Exception``, or nothing where it throws err again.
        """
        statements = block.body
        if not isinstance(param, n.Identifier) or not statements:
            return None
        binding = self.scopes.binding_of[param]
        if binding.captured_by or binding.reassigned:
            return None
        branches: list[n.IfStatement] = []
        rest: list[n.Node] = statements
        while rest and isinstance(rest[0], n.IfStatement):
            first = rest[0]
            if self.tested_class(first.test, binding) is None:
                break
            if first.alternate is not None and len(rest) > 1:
                break
            if (
                first.alternate is None
                and len(rest) > 1
                and not leaves(first.consequent)
            ):
                break
            branches.append(first)
            rest = rest[1:] if first.alternate is None else [first.alternate]
            if (
                len(rest) == 1
                and isinstance(rest[0], n.BlockStatement)
                and not getattr(rest[0], "inner", None)
            ):
                rest = rest[0].body
        if not branches:
            return None
        rethrown = len(rest) == 1 and self.is_rethrow(rest[0], binding)
        if not rethrown and (len(branches) < 2 or block.inner):
            return None
        handlers = [
            self.typed_clause(branch, binding, node if branch is branches[0] else None)
            for branch in branches
        ]
        if rethrown:
            return handlers

        def body() -> None:
            self.block.extend(self.statements(rest))

        if not rest:
            handlers.append(b.handler(b.name("Exception"), None, [ast.Pass()]))
            return handlers
        return handlers + self.except_clauses(param, node, body)

    def typed_clause(
        self, branch: n.IfStatement, binding: Binding, clause: n.Node | None
    ) -> ast.ExceptHandler:
        cls = self.tested_class(branch.test, binding)
        assert cls is not None
        used = any(
            branch.consequent.start <= r.start < branch.consequent.end
            for r in binding.references
        )
        body: list[ast.stmt] = []
        with self.into(body):
            if isinstance(clause, n.CatchClause):
                self.emit(*self.comments_of(clause))
            self.comments_before(branch)
            body.extend(self.body(branch.consequent))
        body = body[1:] if isinstance(body[0], BlankLine) else body
        handler = b.handler(cls, binding.name if used else None, body)
        if used:
            self.placed[binding] = self.fn
            bind(handler, binding)
        return handler

    def tested_class(self, test: n.Node, binding: Binding) -> ast.expr | None:
        if not isinstance(test, n.BinaryExpression):
            return None
        tested = test.left
        if test.operator == "===" and isinstance(tested, n.MemberExpression):
            tested = tested.object  # err.code === "ENOENT" is a FileNotFoundError
        elif test.operator != "instanceof":
            return None
        if not (
            isinstance(tested, n.Identifier)
            and self.scopes.binding_of.get(tested) is binding
        ):
            return None
        check: ast.expr | None
        if test.operator == "===":
            check = self.rule_value(test, "test", "value")
        else:
            check = self.instance_of(test)
        if (
            isinstance(check, ast.Call)
            and isinstance(check.func, ast.Name)
            and check.func.id == "isinstance"
        ):
            return check.args[1]
        return None

    def is_rethrow(self, node: n.Node, binding: Binding) -> bool:
        if isinstance(node, n.BlockStatement):
            return len(node.body) == 1 and self.is_rethrow(node.body[0], binding)
        return (
            isinstance(node, n.ThrowStatement)
            and isinstance(node.argument, n.Identifier)
            and self.scopes.binding_of.get(node.argument) is binding
        )
