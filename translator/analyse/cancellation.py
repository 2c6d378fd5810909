"""AbortControllers that do no more than to stop functions of the program.

There an abort is the cancelling of a task: the signal goes nowhere but into sleeps and into
functions that do the same with it, each wait of theirs is such a one, and what they do when
they are aborted is in a ``catch`` that tests for it. Two forms are known: a task that is stored
and stopped later, and a group whose first failure stops the others.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ..parse import nodes as n
from . import types as t
from .scopes import Binding

if TYPE_CHECKING:
    from .flow import Flow


@dataclass(slots=True)
class Plan:
    """What becomes of the parts of such a program; all empty for others."""

    #: variables, parameters and arguments that are left out
    controllers: set[n.Node] = field(default_factory=set)
    params: set[n.Node] = field(default_factory=set)
    arguments: set[n.Node] = field(default_factory=set)
    #: the functions that are cancelled, and their sleeps
    functions: set[n.Node] = field(default_factory=set)
    sleeps: set[n.Node] = field(default_factory=set)
    #: what a ``catch`` does when it is aborted
    clauses: dict[n.Node, list[n.Node]] = field(default_factory=dict)
    #: calls of ``abort()``, with the names of the tasks
    aborts: dict[n.Node, n.Identifier] = field(default_factory=dict)
    #: ``try`` statements that are groups, and what they wait for
    groups: dict[n.Node, n.Node] = field(default_factory=dict)


class _NotSo(Exception):
    """A controller is used in another way."""


class Cancellation:
    """``plan`` is the answer."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.scopes = flow.scopes
        self.inference = flow.inference

    @cached_property
    def plan(self) -> Plan:
        uses = self.scopes.globals.get("AbortController", ())
        if not uses or "AbortSignal" in self.scopes.globals:
            return Plan()
        plan = Plan()
        try:
            for use in uses:
                self._controller(use, plan)
            for function in plan.functions:
                self._function(function, plan)
            self._all_signals_are_known(plan)
        except _NotSo:
            return Plan()
        return plan

    def _controller(self, use: n.Node, plan: Plan) -> None:
        made = self.scopes.parents.get(use)
        declarator = self.scopes.parents.get(made) if made is not None else None
        if not (
            isinstance(made, n.NewExpression)
            and made.callee is use
            and isinstance(declarator, n.VariableDeclarator)
            and isinstance(declarator.id, n.Identifier)
        ):
            raise _NotSo
        binding = self.scopes.binding_of[declarator.id]
        if binding.reassigned:
            raise _NotSo
        signals: list[n.MemberExpression] = []
        aborts: list[n.CallExpression] = []
        for reference in binding.references:
            if reference is declarator.id:
                continue
            member = self.scopes.parents.get(reference)
            if not isinstance(member, n.MemberExpression) or member.computed:
                raise _NotSo
            above = self.scopes.parents.get(member)
            name = getattr(member.property, "name", None)
            if name == "signal" and isinstance(above, n.CallExpression):
                signals.append(member)
            elif (
                name == "abort"
                and isinstance(above, n.CallExpression)
                and above.callee is member
                and not above.arguments
            ):
                aborts.append(above)
            else:
                raise _NotSo
        plan.controllers.add(declarator)
        for signal in signals:
            self._passed(signal, plan)
        if not aborts:
            raise _NotSo
        if not self._is_group(signals, aborts, plan):
            self._is_task(signals, aborts, plan)

    # -- where a signal goes -----------------------------------------------------------------

    def _passed(self, signal: n.Node, plan: Plan) -> None:
        """A signal as an argument: the functions that take it."""
        call = self.scopes.parents.get(signal)
        if not isinstance(call, n.CallExpression) or signal not in call.arguments:
            raise _NotSo
        targets = self.inference.targets.get(call)
        if not targets or call in self.inference.unknown_calls:
            raise _NotSo
        if any(isinstance(a, n.SpreadElement) for a in call.arguments):
            raise _NotSo
        plan.arguments.add(signal)
        position = call.arguments.index(signal)
        for atom in targets:
            function = atom.node
            if position >= len(function.params) or atom.escapes:
                raise _NotSo
            self._taken(function, function.params[position], plan)
            for other in atom.calls:
                arguments = getattr(other, "arguments", ())
                if position >= len(arguments):
                    raise _NotSo

    def _taken(self, function: n.Function, param: n.Node, plan: Plan) -> None:
        if param in plan.params:
            return
        facts = self.scopes.facts[function]
        if (
            not isinstance(param, n.Identifier)
            or not function.is_async
            or function.generator
            or facts.uses_arguments
        ):
            raise _NotSo
        binding = self.scopes.binding_of[param]
        if binding.reassigned:
            raise _NotSo
        plan.params.add(param)
        plan.functions.add(function)
        for reference in binding.references:
            if reference is param:
                continue
            if self.scopes.enclosing_function(reference) is not function:
                raise _NotSo
            sleep = self._sleep_with(reference)
            if sleep is not None:
                plan.sleeps.add(sleep)
                continue
            call = self.scopes.parents.get(reference)
            if call is None or not isinstance(
                self.scopes.parents.get(call), n.AwaitExpression
            ):
                raise _NotSo
            self._passed(reference, plan)

    def _sleep_with(self, reference: n.Node) -> n.CallExpression | None:
        """``await delay(ms, value, { signal })``"""
        item = self.scopes.parents.get(reference)
        options = self.scopes.parents.get(item) if item is not None else None
        call = self.scopes.parents.get(options) if options is not None else None
        if not (
            isinstance(item, n.Property)
            and item.value is reference
            and getattr(item.key, "name", None) == "signal"
            and isinstance(options, n.ObjectExpression)
            and len(options.properties) == 1
            and isinstance(call, n.CallExpression)
            and len(call.arguments) == 3
            and call.arguments[2] is options
            and isinstance(self.scopes.parents.get(call), n.AwaitExpression)
        ):
            return None
        types = self.inference.types.get(call.callee, t.NEVER)
        sleeps = types and all(
            isinstance(a, t.ModuleAtom)
            and a.name.endswith("timers/promises:setTimeout")
            for a in types
        )
        return call if sleeps else None

    def _all_signals_are_known(self, plan: Plan) -> None:
        """Each expression whose value may be a signal has been looked at."""
        signal = self.inference.host("AbortSignal")
        for node, types in self.inference.types.items():
            if signal not in types:
                continue
            if node in plan.arguments or node in plan.params:
                continue
            binding = (
                self.scopes.binding_of.get(node)
                if isinstance(node, n.Identifier)
                else None
            )
            if binding is None or not any(
                self.scopes.binding_of.get(p) is binding  # type: ignore[call-overload]
                for p in plan.params
            ):
                raise _NotSo

    # -- what is cancelled -------------------------------------------------------------------

    def _function(self, function: n.Node, plan: Plan) -> None:
        """Each wait of a function ends with its task; its handlers test for the abort."""
        assert isinstance(function, n.Function)
        for node in n.walk_own(function.body):
            if isinstance(node, n.AwaitExpression):
                if not self._ends_with_task(node, plan):
                    raise _NotSo
            elif isinstance(node, n.ForOfStatement) and node.is_await:
                raise _NotSo
            elif isinstance(node, n.TryStatement):
                self._try(node, plan)

    def _ends_with_task(self, node: n.AwaitExpression, plan: Plan) -> bool:
        argument = node.argument
        return argument in plan.sleeps or (
            isinstance(argument, n.CallExpression)
            and any(a in plan.arguments for a in argument.arguments)
        )

    def _waits(self, node: n.Node | None) -> bool:
        return node is not None and any(
            isinstance(part, n.AwaitExpression) for part in n.walk_own(node)
        )

    def _try(self, node: n.TryStatement, plan: Plan) -> None:
        if not self._waits(node):
            return
        if self._waits(node.finalizer) or (node.handler and self._waits(node.handler)):
            raise _NotSo
        if node.handler is not None:
            body = self._on_abort(node.handler)
            if body is None:
                raise _NotSo
            plan.clauses[node.handler] = body

    def _on_abort(self, clause: n.CatchClause) -> list[n.Node] | None:
        """What a clause does for an AbortError, where it throws all others again."""
        param, body = clause.param, clause.body.body
        if not isinstance(param, n.Identifier) or not body:
            return None
        binding = self.scopes.binding_of[param]
        first, rest = body[0], list(body[1:])
        if not isinstance(first, n.IfStatement):
            return None
        operator = self._tests_name(first.test, binding)
        others: n.Node | None
        if operator == "!==" and first.alternate is None:
            others, handled = first.consequent, rest
        elif operator == "===" and first.alternate is not None and not rest:
            others, handled = first.alternate, _statements(first.consequent)
        elif operator == "===" and len(rest) == 1:
            others, handled = rest[0], _statements(first.consequent)
            if not (handled and isinstance(handled[-1], n.ReturnStatement)):
                return None
        else:
            return None
        if not self._throws_again(others, binding):
            return None
        mentions = [
            r for part in handled for r in n.walk(part) if r in binding.references
        ]
        return None if mentions else handled

    def _tests_name(self, test: n.Node, binding: Binding) -> str | None:
        if (
            isinstance(test, n.BinaryExpression)
            and isinstance(test.left, n.MemberExpression)
            and isinstance(test.left.object, n.Identifier)
            and self.scopes.binding_of.get(test.left.object) is binding
            and getattr(test.left.property, "name", None) == "name"
            and isinstance(test.right, n.StringLiteral)
            and test.right.value == "AbortError"
        ):
            return test.operator
        return None

    def _throws_again(self, node: n.Node | None, binding: Binding) -> bool:
        statements = _statements(node)
        return (
            len(statements) == 1
            and isinstance(statements[0], n.ThrowStatement)
            and isinstance(statements[0].argument, n.Identifier)
            and self.scopes.binding_of.get(statements[0].argument) is binding
        )

    # -- a task that is stopped ----------------------------------------------------------------

    def _is_task(
        self,
        signals: list[n.MemberExpression],
        aborts: list[n.CallExpression],
        plan: Plan,
    ) -> None:
        """``const task = run(controller.signal); ... controller.abort(); await task``"""
        if len(signals) != 1:
            raise _NotSo
        call = self.scopes.parents.get(signals[0])
        declarator = self.scopes.parents.get(call) if call is not None else None
        if not (
            isinstance(declarator, n.VariableDeclarator)
            and declarator.init is call
            and isinstance(declarator.id, n.Identifier)
        ):
            raise _NotSo
        binding = self.scopes.binding_of[declarator.id]
        if binding.reassigned or binding.kind == "var":
            raise _NotSo
        assert call is not None
        if not self.flow.starts_quietly(call) or not all(
            self._ends_well(atom.node) for atom in self.inference.targets.get(call, ())
        ):
            raise _NotSo
        for abort in aborts:
            if not self._is_under_way(declarator, abort):
                raise _NotSo
            plan.aborts[abort] = declarator.id

    def _ends_well(self, function: n.Function) -> bool:
        """Whether a function that is aborted gives a value: all that it waits for stands in
        a ``try`` that catches the abort, and nothing is waited for behind it."""
        body = function.body
        if not isinstance(body, n.BlockStatement):
            return False
        waiting = [s for s in body.body if self._waits(s)]
        return (
            len(waiting) == 1
            and isinstance(waiting[0], n.TryStatement)
            and waiting[0].handler is not None
            and self._on_abort(waiting[0].handler) is not None
        )

    def _is_under_way(self, declarator: n.Node, abort: n.Node) -> bool:
        """Whether the task has begun where it is stopped: its maker has waited, or a timer."""
        function = self.scopes.enclosing_function(declarator)
        if abort.start < declarator.end:
            return False
        if self.scopes.enclosing_function(abort) is not function:
            called = self.scopes.parents.get(self.scopes.enclosing_function(abort))
            return (
                isinstance(called, n.CallExpression)
                and getattr(called.callee, "name", None) == "setTimeout"
            )
        return any(
            declarator.end < wait.start and wait.end < abort.start
            and self._surely_waits(wait, abort)
            for wait in self.flow.waits.get(function, ())
        )  # fmt: skip

    def _surely_waits(self, wait: n.Node, abort: n.Node) -> bool:
        """Whether a wait stands in a block around the abort, under no condition."""
        statement = self.scopes.parents.get(wait)
        while statement is not None and not isinstance(
            statement, (n.ExpressionStatement, n.VariableDeclaration)
        ):
            if isinstance(statement, (n.ConditionalExpression, n.LogicalExpression)):
                return False
            statement = self.scopes.parents.get(statement)
        block = self.scopes.parents.get(statement) if statement is not None else None
        return (
            block is not None
            and block.start <= abort.start < block.end
            and not self.flow.first_waits.may_be_done(wait.argument)  # type: ignore[attr-defined]
        )

    # -- a group that the first failure stops ------------------------------------------------

    def _is_group(
        self,
        signals: list[n.MemberExpression],
        aborts: list[n.CallExpression],
        plan: Plan,
    ) -> bool:
        """``try { return await Promise.all(...); } catch (err) { abort(); throw err; }``"""
        if len(aborts) != 1:
            return False
        statement = self.scopes.parents.get(aborts[0])
        block = self.scopes.parents.get(statement) if statement is not None else None
        clause = self.scopes.parents.get(block) if block is not None else None
        around = self.scopes.parents.get(clause) if clause is not None else None
        if not (
            isinstance(clause, n.CatchClause)
            and isinstance(around, n.TryStatement)
            and around.finalizer is None
            and isinstance(clause.param, n.Identifier)
            and len(clause.body.body) == 2
            and clause.body.body[0] is statement
            and self._throws_again(
                clause.body.body[1], self.scopes.binding_of[clause.param]
            )
            and len(around.block.body) == 1
        ):
            return False
        only = around.block.body[0]
        value = getattr(only, "argument", None) or getattr(only, "expression", None)
        if not isinstance(value, n.AwaitExpression):
            return False
        group = value.argument
        if not (
            isinstance(group, n.CallExpression)
            and self.flow.is_combinator(group)
            and getattr(getattr(group.callee, "property", None), "name", None) == "all"
            and all(group.start <= s.start < group.end for s in signals)
            and self._makes_all(group, signals)
        ):
            return False
        plan.groups[around] = group
        return True

    def _makes_all(
        self, group: n.CallExpression, signals: list[n.MemberExpression]
    ) -> bool:
        """Whether each promise of a group is a call that takes the signal, and shows
        nobody where it was stopped."""
        items = group.arguments[0] if len(group.arguments) == 1 else None
        calls: list[n.Node | None]
        if isinstance(items, n.ArrayExpression):
            calls = list(items.elements)
        elif (
            isinstance(items, n.CallExpression)
            and isinstance(items.callee, n.MemberExpression)
            and getattr(items.callee.property, "name", None) == "map"
            and len(items.arguments) == 1
            and isinstance(items.arguments[0], n.ArrowFunctionExpression)
        ):
            array = self.inference.types.get(items.callee.object, t.NEVER)
            if not t.only(array, t.ArrayAtom):
                return False
            calls = [items.arguments[0].body]
        else:
            return False
        taking = {self.scopes.parents.get(signal) for signal in signals}
        if set(calls) != taking:
            return False
        return all(
            not self._cleans_up(function)
            for call in taking
            if call is not None
            for function in self._reached(call)
        )

    def _reached(self, call: n.Node) -> set[n.Function]:
        """The functions that a call hands the signal to, and they to others."""
        found: set[n.Function] = set()
        stack = [atom.node for atom in self.inference.targets.get(call, ())]
        while stack:
            function = stack.pop()
            if function in found:
                continue
            found.add(function)
            for node in n.walk_own(function.body):
                if isinstance(node, n.CallExpression):
                    stack += [a.node for a in self.inference.targets.get(node, ())]
        return found

    def _cleans_up(self, function: n.Function) -> bool:
        """Whether a function does something when it is aborted: in JavaScript what threw
        first may be caught before."""
        return any(
            isinstance(node, n.TryStatement) for node in n.walk_own(function.body)
        )


def _statements(node: n.Node | None) -> list[n.Node]:
    if node is None:
        return []
    return list(node.body) if isinstance(node, n.BlockStatement) else [node]
