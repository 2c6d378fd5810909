"""A whole program: the module, its ``main``, and the names of both."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from ..analyse.scopes import Binding
from ..analyse.types import is_promise
from ..analyse.unheard import unheard
from ..diagnostics import Diagnostic, Level
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.module import PythonModule
from ..pytree.trivia import BlankLine, Comment, Verbatim, bind, binding_of, is_code
from ..rules import Helper
from .context import DecisionUse, FunctionContext, RuleUse
from .docs import comment_text
from .first_values import drop_unused
from .held import Held
from .names import Naming_, declare
from .new_promise import only_call
from .placement import Placement
from .statements import Statements
from .task_names import name_tasks

#: Packages that no rule names, by the import. This one has Unicode 17, as Node 20 has.
_PACKAGES = {"import regex": "regex>=2025.11.3"}


@dataclass(slots=True)
class Mapped:
    """What the mapping stage gives. ``packages``: what the output needs beyond the rules."""

    module: PythonModule
    diagnostics: list[Diagnostic] = field(default_factory=list)
    rules: list[RuleUse] = field(default_factory=list)
    decisions: list[DecisionUse] = field(default_factory=list)
    packages: list[str] = field(default_factory=list)


class ProgramMapper(Statements):
    """All of the mapping, for one program."""

    def map(self) -> Mapped:
        program = self.analysis.program
        placement = Placement(self.analysis)
        module = PythonModule()
        self.header(program, module)
        self.warn_of_unheard()
        self.warn_of_abandoned()
        self.main_context: FunctionContext | None = None
        if placement.is_async:
            self.main_context = FunctionContext(
                "main", None, self.module_context, is_async=True
            )
            for binding in self.scopes.bindings:
                if binding.function is program:
                    self.placed[binding] = (
                        self.module_context
                        if placement.is_module_level(binding)
                        else self.main_context
                    )
        self.homes[program] = self.module_context
        body = self.early_names(program)
        body.extend(self.statements(placement.in_module))
        if self.export_aliases:
            body.extend([BlankLine(), *self.export_aliases])
        entry = self.sole_entry(placement, body)
        if entry is None:
            main: list[ast.stmt] = []
            if self.main_context is not None:
                self.last_effect = last_effect(placement.in_main)
                self.last_started = self.started_last(placement.in_main)
                with self.entering(self.main_context), self.into(main):
                    main.extend(self.early_names(program))
                    main.extend(self.statements(placement.in_main))
            entry = self.entry(body, main)
        body.extend(Comment(comment_text(c)) for c in program.inner)
        helpers = self.rulebook.helpers.closure(sorted(self.helpers))
        held = Held(self.contexts, self.called_at_once, self.assigned_in_body)
        held.hold([*body, *entry])
        drop_unused([body])
        self.name(body, entry, helpers)
        if self.options.task_names:
            name_tasks([*body, *entry])
        module.body = strip_blank(body)
        module.entry = entry or None
        module.helpers = [Verbatim(h.source, h.formatted) for h in helpers]
        module.imports = set(self.imports)
        for helper in helpers:
            module.imports.update(helper.imports)
        packages = [_PACKAGES[name] for name in module.imports if name in _PACKAGES]
        return Mapped(
            module, self.diagnostics, self.rule_uses, self.decisions(), packages
        )

    def warn_of_unheard(self) -> None:
        """Say where Node would end the program for an error that asyncio keeps."""
        for declarator, name in unheard(self.flow):
            self.warn(
                declarator,
                f"where {name} fails before anything waits for it, Node ends the program "
                "(an unhandled rejection); here the error waits until it is asked for",
                "attach a handler at once, as in `const job = start(); job.catch(() => {});`.",
            )

    def decisions(self) -> list[DecisionUse]:
        """What was decided, in the order of the source."""
        position = self.source.position
        return [
            DecisionUse(decision, *position(node.start), *position(node.end))
            for node, decision in sorted(
                self.decided.items(), key=lambda item: item[0].start
            )
        ]

    def header(self, program: n.Program, module: PythonModule) -> None:
        """Comments at the top: the first JSDoc is the module's docstring."""
        for comment in program.header:
            text = comment_text(comment)
            if comment.is_jsdoc and module.docstring is None and "@" not in text:
                module.docstring = text
            elif text:
                module.header.append(text)

    # -- main ----------------------------------------------------------------------------

    def sole_entry(
        self, placement: Placement, body: list[ast.stmt]
    ) -> list[ast.stmt] | None:
        """``main();`` as all that there is to run: ``asyncio.run(main())``."""
        only = self.sole_call(placement) if self.main_context is not None else None
        function = self.user_main(only, body) if only is not None else None
        if only is None or function is None:
            return None
        if (
            self.leaves_running
            and not self.analysis.may_wait_for_ever
            and self.exits_behind(placement) is None
        ):
            function.body.extend(self.wait_for_rest())
        self.use("asyncio")
        for statement in placement.in_main:
            for comment in getattr(statement, "leading", ()):
                body.append(Comment(comment_text(comment)))
        return [self.run_program(b.call(self.load(only)))]

    def entry(self, body: list[ast.stmt], main: list[ast.stmt]) -> list[ast.stmt]:
        """The statements under the main guard; ``main`` itself goes into the body."""
        context = self.main_context
        if context is None or not any(is_code(s) for s in main):
            return []
        if self.last_task is not None:
            outer, self.fn = self.fn, context
            main.append(b.expr(b.await_(self.load(self.last_task))))
            self.fn = outer
        ends = self.analysis.may_wait_for_ever or ends_program(main)
        if self.leaves_running and not ends:
            main.extend(self.wait_for_rest())
        taken = {x.name for x in self.scopes.module.bindings.values()}
        outer, self.fn = self.fn, self.module_context
        name = self.temp("run" if "main" in taken else "main", "function")
        self.fn = outer
        tree = b.function(name.name, [], strip_blank(main), is_async=True)
        bind(tree, name)
        context.tree = tree
        body.append(tree)
        self.use("asyncio")
        return [self.run_program(b.call(self.load(name)))]

    def started_last(self, statements: list[n.Node]) -> n.Node | None:
        """The promise behind which main does nothing but what is done at once."""
        for position in range(len(statements) - 1, -1, -1):
            statement = statements[position]
            if isinstance(statement, n.ExpressionStatement):
                expression = statement.expression
                if is_promise(self.type_of(expression)):
                    behind = statements[position + 1 :]
                    return expression if any(map(is_code_of_main, behind)) else None
            if not self.is_plain(statement):
                return None
        return None

    def is_plain(self, statement: n.Node) -> bool:
        """Whether a statement surely starts nothing and waits for nothing."""
        if isinstance(statement, (n.FunctionDeclaration, n.ClassDeclaration)):
            return True
        for part in n.walk(statement):
            if isinstance(part, (n.AwaitExpression, n.NewExpression, n.Function)):
                return False
            if isinstance(part, n.CallExpression) and not self.effects.pure(part):
                callee = part.callee
                if not (
                    isinstance(callee, n.MemberExpression)
                    and isinstance(callee.object, n.Identifier)
                    and callee.object.name == "console"
                    and callee.object not in self.scopes.binding_of
                ):
                    return False
        return True

    def run_program(self, main: ast.expr) -> ast.stmt:
        """``asyncio.run(main())``; a helper where it might wait for ever."""
        if not self.analysis.may_wait_for_ever:
            return b.expr(b.call("asyncio.run", main))
        self.decide(self.analysis.program, "run-to-end")
        # A top-level await that never goes on is an error of its own for Node.
        waits = self.scopes.facts[self.analysis.program].awaits
        code = [b.const(13)] if waits else []
        return b.expr(self.helper("run_to_end", main, *code))

    def sole_call(self, placement: Placement) -> Binding | None:
        """``main();`` as all that there is to run: the function's binding."""
        code = [s for s in placement.in_main if not isinstance(s, n.EmptyStatement)]
        if len(code) != 1 or not isinstance(code[0], n.ExpressionStatement):
            return None
        call: n.Node = code[0].expression
        if isinstance(call, n.AwaitExpression):
            call = call.argument
        exits = self.exits_behind(placement)
        call = call if exits is None else exits
        if not (
            isinstance(call, n.CallExpression)
            and isinstance(call.callee, n.Identifier)
            and not call.arguments
        ):
            return None
        binding = self.scopes.binding_of.get(call.callee)
        if binding is None or binding.reassigned or len(binding.references) != 1:
            return None
        targets = self.targets_of(call)
        if targets is None or len(targets) != 1:
            return None
        node = targets[0].node
        if not self.flow.is_coroutine(node) or node.params:
            return None
        if self.leaves_running and exits is None and self.scopes.facts[node].returns:
            return None
        return binding

    def exits_behind(self, placement: Placement) -> n.Node | None:
        """``main().then(() => process.exit(0))``: the call of main, at whose end
        ``asyncio.run`` cancels what is left."""
        code = [s for s in placement.in_main if not isinstance(s, n.EmptyStatement)]
        if len(code) != 1 or not isinstance(code[0], n.ExpressionStatement):
            return None
        parts = self.parts(code[0].expression)
        if parts is None or parts[1] != "then" or not self.sole_handler(parts[2]):
            return None
        handler = parts[2][0]
        call = only_call(handler) if isinstance(handler, n.Function) else None
        if call is None or not (
            isinstance(call.callee, n.MemberExpression)
            and isinstance(call.callee.object, n.Identifier)
            and call.callee.object.name == "process"
            and call.callee.object not in self.scopes.binding_of
            and getattr(call.callee.property, "name", None) == "exit"
            and len(call.arguments) == 1
            and isinstance(call.arguments[0], n.NumberLiteral)
            and call.arguments[0].value == 0
        ):
            return None
        return parts[0]

    def user_main(
        self, binding: Binding, body: list[ast.stmt]
    ) -> ast.AsyncFunctionDef | None:
        for statement in body:
            if (
                isinstance(statement, ast.AsyncFunctionDef)
                and binding_of(statement) is binding
            ):
                return statement
        return None

    def wait_for_rest(self) -> list[ast.stmt]:
        """Node lives until all that was started is done; ``asyncio.run`` would cancel it."""
        self.decide(self.analysis.program, "run-down")
        self.use("asyncio")
        outer = self.fn
        if self.main_context is not None:
            self.fn = self.main_context
        others = b.binop(
            b.call("asyncio.all_tasks"), "-", b.set_([b.call("asyncio.current_task")])
        )
        self.fn = outer
        loop = b.while_(
            ast.NamedExpr(ast.Name("pending", ast.Store()), others),
            [b.expr(b.await_(b.call("asyncio.wait", b.name("pending"))))],
        )
        return [
            BlankLine(),
            Comment("Node stays alive until all that was started is done."),
            loop,
        ]

    # -- names -----------------------------------------------------------------------------

    def name(
        self, body: list[ast.stmt], entry: list[ast.stmt], helpers: list[Helper]
    ) -> None:
        home = {binding: self.home(binding) for binding in self.scopes.bindings}
        home.update(self.placed)
        naming = Naming_(
            self.contexts,
            home,
            self.options.naming,
            self.comprehended,
            self.spans,
            self.module_context,
        )
        naming.look([*body, *entry])
        imports = set(self.imports).union(*(h.imports for h in helpers))
        naming.free |= {h.name for h in helpers}
        naming.free |= {i.split()[-1].split(".")[0] for i in imports}
        for helper in helpers:
            naming.helper_names |= helper.builtins
        naming.assign()
        declare(
            self.contexts,
            naming,
            refused=any(d.level is Level.ERROR for d in self.diagnostics),
        )


def last_effect(statements: list[n.Node]) -> n.Node | None:
    """The expression that the last statement of main is for."""
    code = [s for s in statements if not isinstance(s, n.EmptyStatement)]
    if code and isinstance(code[-1], n.ExpressionStatement):
        return code[-1].expression
    return None


def is_code_of_main(statement: n.Node) -> bool:
    return not isinstance(
        statement, (n.EmptyStatement, n.FunctionDeclaration, n.ClassDeclaration)
    )


def ends_program(body: list[ast.stmt]) -> bool:
    """Whether the last statement is a call of ``sys.exit``."""
    code = [s for s in body if is_code(s)]
    return (
        bool(code)
        and isinstance(last := code[-1], ast.Expr)
        and isinstance(last.value, ast.Call)
        and isinstance(last.value.func, ast.Attribute)
        and isinstance(last.value.func.value, ast.Name)
        and (last.value.func.value.id, last.value.func.attr) == ("sys", "exit")
    )


def strip_blank(body: list[ast.stmt]) -> list[ast.stmt]:
    while body and isinstance(body[0], BlankLine):
        body = body[1:]
    return body
