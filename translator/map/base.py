"""What all parts of the mapping share: state, diagnostics, statements before expressions."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property

from ..analyse import Analysis
from ..analyse import types as t
from ..analyse.cancellation import Plan
from ..analyse.scopes import Binding, Scope
from ..analyse.types import Type
from ..diagnostics import Diagnostic, Level
from ..options import Options, Order
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import bind
from ..rules import RuleBook
from ..rules.substitute import copied
from ..source import SourceText
from .context import FunctionContext, RuleUse
from .given import Given

_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


class Refused(Exception):
    """Raised while a construct is mapped that has no counterpart; caught by its statement."""

    def __init__(self, node: n.Node, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.node = node
        self.message = message
        self.hint = hint


class Base(Given):
    def __init__(
        self,
        analysis: Analysis,
        rulebook: RuleBook,
        source: SourceText,
        options: Options,
    ) -> None:
        self.analysis = analysis
        self.scopes = analysis.scopes
        self.flow = analysis.flow
        self.effects = analysis.effects
        self.representation = analysis.representation
        self.rulebook = rulebook
        self.source = source
        self.options = options
        self.style = options.style.value
        self.version = options.target.version
        self.diagnostics: list[Diagnostic] = []
        self.reported: set[tuple[str, int, str]] = set()
        self.rule_uses: list[RuleUse] = []
        #: the line of the statement or member that is being made
        self.statement_line = 1
        #: ids of decisions, by what they are about
        self.decided: dict[n.Node, str] = {}
        self.imports: set[str] = set()
        self.helpers: set[str] = set()
        self.block: list[ast.stmt] = []
        #: statements that run behind the one that is being made, and that one
        self.later: list[ast.stmt] = []
        self.later_of: n.Node | None = None
        self.module_context = FunctionContext("module", analysis.program, None)
        self.fn = self.module_context
        self.contexts: list[FunctionContext] = [self.module_context]
        #: the context that holds the names of a JavaScript function
        self.homes: dict[n.Node, FunctionContext] = {}
        #: bindings that live in another context than their scope says
        self.placed: dict[Binding, FunctionContext] = {}
        #: parameters that a comprehension binds
        self.comprehended: dict[Binding, None] = {}
        #: names set in the middle of an expression, with the source that is mapped while
        #: they are needed: what a reduction fills, functions with a name of their own
        self.spans: dict[Binding, n.Node] = {}
        #: Python expressions that stand for a binding (inlined parameters)
        self.replaced: dict[Binding, ast.expr] = {}
        self.temps: dict[FunctionContext, Scope] = {}
        self.leaves_running = False
        #: whether any ``:=`` has been made
        self.has_walruses = False

    # -- the program -----------------------------------------------------------------

    @cached_property
    def catches(self) -> bool:
        """Whether the program catches errors anywhere."""
        return any(
            (isinstance(x, n.TryStatement) and x.handler is not None)
            or (
                isinstance(x, n.MemberExpression)
                and getattr(x.property, "name", None) in ("catch", "then")
            )
            for x in n.walk(self.analysis.program)
        )

    # -- types -----------------------------------------------------------------------

    def type_of(self, node: n.Node) -> Type:
        return self.analysis.type_of(node)

    def is_kind(self, node: n.Node, allowed: frozenset[t.Atom]) -> bool:
        """Whether a value surely is one of the atoms (``undefined``, ``null`` aside)."""
        types = self.type_of(node) - t.NULLISH
        return bool(types) and types <= allowed

    def is_string(self, node: n.Node) -> bool:
        return self.is_kind(node, t.T_STRING)

    def is_number(self, node: n.Node) -> bool:
        return self.is_kind(node, t.NUMBERS)

    def is_integer(self, node: n.Node) -> bool:
        return self.is_kind(node, t.INTEGERS)

    def check_stand_in(self, node: n.Node, types: Type, what: str) -> None:
        """Refuse to tell what stands for a built-in function from that function."""
        if any(
            isinstance(a, t.FunctionAtom) and getattr(a.node, "stands_in", False)
            for a in types
        ):
            raise self.refuse(node, f"{what} of a built-in function that is kept")

    def is_exactly(self, node: n.Node, allowed: frozenset[t.Atom]) -> bool:
        types = self.type_of(node)
        return bool(types) and types <= allowed

    # -- diagnostics -----------------------------------------------------------------

    def report(
        self,
        code: str,
        level: Level,
        node: n.Node,
        message: str,
        hint: str | None = None,
    ) -> None:
        """Say something about a place, once."""
        key = (code, node.start, message)
        if key in self.reported:
            return
        self.reported.add(key)
        line, column = self.source.position(node.start)
        end_line, end_column = self.source.position(max(node.end, node.start))
        self.diagnostics.append(
            Diagnostic(
                code,
                level,
                message,
                self.source.filename,
                line,
                column,
                end_line,
                end_column,
                hint,
            )
        )

    @cached_property
    def cancelling(self) -> Plan:
        """Controllers whose abort is the cancelling of tasks; none with --order exact."""
        timers = self.options.order is Order.TIMERS
        return self.flow.cancellation.plan if timers else Plan()

    def refuse(self, node: n.Node, message: str, hint: str | None = None) -> Refused:
        return Refused(node, message, hint)

    def report_refusal(self, refused: Refused) -> ast.stmt:
        """The error of a refusal, and the statement that stands in its place."""
        self.report("J2A001", Level.ERROR, refused.node, refused.message, refused.hint)
        return ast.Raise(
            b.call("NotImplementedError", b.const(f"js2aio: {refused.message}")), None
        )

    def decide(self, node: n.Node, decision: str) -> None:
        """Note which decision of ``mappings/decisions`` was taken, for ``--explain``."""
        self.decided[node] = decision

    def warn(self, node: n.Node, message: str, hint: str | None = None) -> None:
        self.report("J2A101", Level.WARNING, node, message, hint)

    def note(self, node: n.Node, message: str) -> None:
        """Say that Python raises where JavaScript carries on. Where a ``catch`` of the
        program would take that error for one of its own, nobody sees it: a warning."""
        if " raises " in f" {message}" and self.is_caught(node):
            self.warn(node, f"{message}, and `catch` takes it")
        else:
            self.report("J2A201", Level.NOTE, node, message)

    def is_caught(self, node: n.Node) -> bool:
        """Whether a node stands in a ``try`` that has a ``catch``."""
        current, parent = node, self.scopes.parents.get(node)
        while parent is not None:
            if (
                isinstance(parent, n.TryStatement)
                and parent.handler is not None
                and parent.block is current
            ):
                return True
            current, parent = parent, self.scopes.parents.get(parent)
        return False

    # -- imports and helpers -----------------------------------------------------------

    def use(self, *statements: str) -> None:
        """Note import statements (``"asyncio"`` is short for ``"import asyncio"``)."""
        for statement in statements:
            if not statement.startswith(("import ", "from ")):
                statement = f"import {statement}"
            self.imports.add(statement)

    def helper(self, name: str, *args: ast.expr, **kw: ast.expr) -> ast.Call:
        """A call of a helper, which will be written into the output."""
        self.helpers.add(name)
        return b.call(name, *args, **kw)

    def helper_name(self, name: str) -> ast.Name:
        self.helpers.add(name)
        return b.name(name)

    def asyncio(self, path: str, *args: ast.expr, **kw: ast.expr) -> ast.Call:
        self.use("asyncio")
        return b.call(f"asyncio.{path}", *args, **kw)

    # -- statements before an expression -------------------------------------------------

    def emit(self, *statements: ast.stmt) -> None:
        """Put statements before the one that is being made."""
        self.block.extend(statements)

    @contextmanager
    def into(self, block: list[ast.stmt]) -> Iterator[list[ast.stmt]]:
        """Statements made inside go to ``block``."""
        outer, self.block = self.block, block
        try:
            yield block
        finally:
            self.block = outer

    @contextmanager
    def entering(self, context: FunctionContext) -> Iterator[FunctionContext]:
        outer, self.fn = self.fn, context
        self.contexts.append(context)
        try:
            yield context
        finally:
            self.fn = outer

    # -- names -----------------------------------------------------------------------

    def home(self, binding: Binding) -> FunctionContext:
        """The function of the output that a binding belongs to."""
        placed = self.placed.get(binding)
        if placed is not None:
            return placed
        return self.homes.get(binding.function, self.module_context)

    def load(self, binding: Binding) -> ast.expr:
        replaced = self.replaced.get(binding)
        if replaced is not None:
            return copied(replaced)
        return bind(ast.Name(binding.name, ast.Load()), binding)

    def target(self, binding: Binding) -> ast.Name:
        """The name as the target of an assignment by the current function."""
        self.fn.assigned.add(binding)
        return bind(ast.Name(binding.name, ast.Store()), binding)

    def walrus(self, binding: Binding, value: ast.expr) -> ast.NamedExpr:
        self.has_walruses = True
        return ast.NamedExpr(self.target(binding), value)

    def param(self, binding: Binding) -> ast.arg:
        return bind(ast.arg(binding.name), binding)

    def temp(self, name: str, kind: str = "temp") -> Binding:
        """A new name of the current function; a clash gets a number in the naming."""
        context = self.fn
        while context.kind in ("lambda", "class") and context.parent is not None:
            context = context.parent
        scope = self.temps.get(context)
        node = context.node if context.node is not None else self.analysis.program
        if scope is None:
            scope = self.temps[context] = Scope(node, None, node, None)  # type: ignore[arg-type]
        binding = Binding(name, kind, scope, node, temporary=True)
        self.placed[binding] = context
        return binding

    def spill(self, value: ast.expr, name: str = "value") -> ast.expr:
        """Evaluate now, into a temporary name; what is returned reads it."""
        binding = self.temp(name)
        self.emit(b.assign(self.target(binding), value))
        return self.load(binding)

    def in_order(
        self, makers: Sequence[tuple[n.Node | None, Callable[[], ast.expr]]]
    ) -> list[ast.expr]:
        """Make expressions that are evaluated one after the other.

        Where one of them needs statements before it, those made earlier are evaluated
        into names first, so that the order of effects stays.
        """
        if len(makers) == 1:
            return [makers[0][1]()]
        made: list[ast.expr] = []
        for position, (_, maker) in enumerate(makers):
            before = len(self.block)
            value = maker()
            if len(self.block) > before:
                tail = self.block[before:]
                if all(isinstance(s, _DEFINITIONS) for s in tail):
                    made.append(value)
                    continue  # a definition changes nothing that was looked at
                del self.block[before:]
                for earlier in range(position):
                    node = makers[earlier][0]
                    tree = made[earlier]
                    if isinstance(tree, ast.Constant) or self.effects.stable(node):
                        continue
                    if isinstance(tree, ast.Starred):
                        spilled = self.spill(b.call("list", tree.value), "items")
                        made[earlier] = b.star(spilled)
                    else:
                        made[earlier] = self.spill(tree, name_for(node))
                self.block.extend(tail)
            made.append(value)
        return made


def name_for(node: n.Node | None, default: str = "value") -> str:
    """A telling name for the value of an expression."""
    if isinstance(node, n.Identifier):
        return node.name
    if isinstance(node, n.MemberExpression) and isinstance(node.property, n.Identifier):
        return default if node.computed else node.property.name
    if isinstance(node, n.AwaitExpression):
        return name_for(node.argument, "result")
    if isinstance(node, n.CallExpression):
        callee = node.callee
        if isinstance(callee, n.MemberExpression):
            callee = callee.property  # type: ignore[assignment]
        if isinstance(callee, n.Identifier):
            for prefix in ("get", "fetch", "load", "create", "make", "read", "find"):
                rest = callee.name[len(prefix) :]
                if callee.name.startswith(prefix) and rest[:1].isupper():
                    return rest[0].lower() + rest[1:]
        return "result"
    return default
