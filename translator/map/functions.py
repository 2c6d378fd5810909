"""Functions: parameters, bodies, lambdas and local definitions."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.scopes import Binding, pattern_names
from ..parse import nodes as n
from ..pytree import build as b
from .annotations import Annotations
from .context import FunctionContext
from .docs import docstring_of
from .patterns import Patterns

_IMMEDIATE_OWNERS = ("Array", "string", "Map", "Set", "Iterator", "Generator")


class Functions(Patterns, Annotations):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: the names of functions' ``arguments``
        self.arguments_names: dict[n.Node, Binding] = {}
        #: variables of loops whose rounds are calls of a function
        self.fresh: set[Binding] = set()

    def statements(self, nodes: list[n.Node]) -> list[ast.stmt]:
        raise NotImplementedError

    # -- function values -------------------------------------------------------------------

    def function_value(self, node: n.Function, name: str | None = None) -> ast.expr:
        """A function as a value: a lambda where one expression does, else a local ``def``."""
        lambda_ = self.as_lambda(node)
        if lambda_ is not None:
            return lambda_
        binding = self.function_binding(node, name)
        self.emit(self.define(node, binding))
        return self.load(binding)

    def function_binding(self, node: n.Function, name: str | None) -> Binding:
        if node.id is not None:
            own = self.scopes.binding_of.get(node.id)
            if own is not None:
                self.placed[own] = self.fn
                return own
        return self.temp(name or self.callback_name(node), "function")

    def callback_name(self, node: n.Function) -> str:
        """A telling name for a function literal, by the place where it stands."""
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.VariableDeclarator) and isinstance(
            parent.id, n.Identifier
        ):
            return parent.id.name
        if isinstance(parent, n.AssignmentExpression) and isinstance(
            parent.left, n.MemberExpression
        ):
            if isinstance(parent.left.property, (n.Identifier, n.PrivateIdentifier)):
                return parent.left.property.name
        if isinstance(parent, (n.CallExpression, n.NewExpression)):
            position = parent.arguments.index(node) if node in parent.arguments else 0  # type: ignore[arg-type]
            for target in self.analysis.inference.targets.get(parent, ()):
                if position < len(target.node.params):
                    param = target.node.params[position]
                    if isinstance(param, n.Identifier) and len(param.name) > 2:
                        return f"on_{param.name}" if param.name == "event" else param.name
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
        if node.is_async:
            return None
        facts = self.scopes.facts[node]
        if isinstance(node, n.FunctionExpression) and (
            facts.uses_this or facts.uses_arguments or node.id is not None
        ):
            return None
        for param in node.params:
            if isinstance(param, n.RestElement) and isinstance(param.argument, n.Identifier):
                if self.only_read(self.scopes.binding_of[param.argument]):
                    continue
            if not isinstance(param, n.Identifier):
                if not (
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
        state = (
            len(self.block), set(self.helpers), set(self.imports),
            len(self.diagnostics), len(self.rule_uses), set(self.reported),
        )  # fmt: skip
        context = FunctionContext("lambda", node, self.fn)
        self.homes[node] = context
        block: list[ast.stmt] = []
        with self.entering(context), self.into(block):
            args = self.simple_arguments(node)
            if any(isinstance(a, t.PromiseAtom) for a in self.type_of(body)):
                value = self.awaitable(body)
            else:
                value = self.expr(body)
        if block or any(isinstance(x, (ast.Await, ast.Yield)) for x in ast.walk(value)):
            _, self.helpers, self.imports, diagnostics, uses, self.reported = state
            del self.diagnostics[diagnostics:]
            del self.rule_uses[uses:]
            self._inlined.clear()
            return None
        self.bind_iteration(node, args)
        result = b.lambda_(args, value)
        context.tree = result
        return result

    def simple_arguments(self, node: n.Function) -> ast.arguments:
        args: list[ast.arg | str] = []
        defaults: list[ast.expr] = []
        vararg: str | ast.arg | None = self.surplus(node)
        for position, param in enumerate(node.params):
            if isinstance(param, n.RestElement):
                vararg = self.rest_parameter(param, [])
                continue
            target = param.left if isinstance(param, n.AssignmentPattern) else param
            assert isinstance(target, n.Identifier)
            args.append(self.param(self.scopes.binding_of[target]))
            if isinstance(param, n.AssignmentPattern):
                defaults.append(self.expr(param.right))
            elif self.may_be_missing(node, position) or defaults:
                defaults.append(b.const(None))
        made = b.arguments(args, defaults=defaults)
        if vararg is not None:
            made.vararg = ast.arg(vararg) if isinstance(vararg, str) else vararg
        return made

    def arguments_object(self, node: n.Identifier) -> ast.expr:
        function: n.Node = self.scopes.enclosing_function(node)
        while isinstance(function, n.ArrowFunctionExpression):
            function = self.scopes.facts[function].parent  # type: ignore[assignment]
        binding = self.arguments_names.get(function)
        if binding is None:
            raise self.refuse(
                node,
                "`arguments` in a function with parameters",
                "use a rest parameter (...args)",
            )
        return self.load(binding)

    def own_arguments(self, node: n.Function) -> list[n.Identifier]:
        """Where a function's ``arguments`` are mentioned."""
        found: list[n.Identifier] = []
        for reference in self.scopes.globals.get("arguments", ()):
            function: n.Node = self.scopes.enclosing_function(reference)
            while isinstance(function, n.ArrowFunctionExpression):
                function = self.scopes.facts[function].parent  # type: ignore[assignment]
            if function is node:
                found.append(reference)
        return found

    def surplus(self, node: n.Function) -> str | None:
        atom = self.analysis.functions.get(node)
        if atom is not None and self.takes_surplus(atom):
            return "_"
        return None

    def is_constant(self, node: n.Node) -> bool:
        return isinstance(
            node,
            (n.StringLiteral, n.NumberLiteral, n.BooleanLiteral, n.NullLiteral, n.BigIntLiteral),
        ) or (
            isinstance(node, n.UnaryExpression)
            and node.operator == "-"
            and isinstance(node.argument, n.NumberLiteral)
        )

    def may_be_missing(self, node: n.Function, position: int) -> bool:
        """Whether some call leaves a parameter out."""
        atom = self.analysis.functions.get(node)
        if atom is None:
            return False
        if atom.min_args is not None and position >= atom.min_args:
            return True
        if atom.escapes and position in self.analysis.jsdoc.optional_params(node):
            return True
        return False

    def needs_default_test(self, node: n.Function, position: int) -> bool:
        """Whether undefined may be passed for a parameter that has a default."""
        atom = self.analysis.functions.get(node)
        return atom is not None and position in atom.undefined_args

    # -- closures in loops -------------------------------------------------------------------

    def bind_iteration(self, node: n.Function, args: ast.arguments) -> None:
        """Give a closure the loop's variables of its own round, as default arguments.

        JavaScript makes ``let`` anew for each round (ECMA-262 14.7.4.4), Python does not.
        """
        if self.called_at_once(node):
            return
        for binding in self.iteration_bindings(node):
            args.args.append(self.param_like(binding))
            args.defaults.append(self.load(binding))

    def param_like(self, binding: Binding) -> ast.arg:
        arg = ast.arg(binding.name)
        arg.binding = binding  # type: ignore[attr-defined]
        arg.rebinds = True  # type: ignore[attr-defined]
        return arg

    def iteration_bindings(self, node: n.Function) -> list[Binding]:
        inner = {node}
        for function, facts in self.scopes.facts.items():
            current: n.Node | None = facts.parent
            while current is not None:
                if current is node:
                    inner.add(function)  # type: ignore[arg-type]
                    break
                current = self.scopes.facts[current].parent
        found: list[Binding] = []
        for binding in self.scopes.bindings:
            if not binding.captured_by & inner or binding.function in inner:
                continue
            if binding.kind in ("function", "class", "import"):
                continue
            if binding in self.fresh:
                continue
            per_round = binding.scope.loop is not None or binding in self.comprehended
            if not per_round or self.home(binding) is not self.outer_function():
                continue
            if self.assigned_in_body(binding):
                if not self.settled_before(binding, node):
                    raise self.refuse(
                        node,
                        f"a closure over {binding.name!r}, which a loop declares anew in "
                        "each round and which is assigned later",
                        "move the body of the loop into a function",
                    )
            found.append(binding)
        return found

    def settled_before(self, binding: Binding, node: n.Node) -> bool:
        """Whether a loop variable changes no more, in its round, once a closure is made."""
        if binding.assigned_in_closure:
            return False
        loop = binding.scope.node
        update = loop.update if isinstance(loop, n.ForStatement) else None
        later = [
            a
            for a in binding.assignments
            if not isinstance(a, n.VariableDeclarator)
            and not (update is not None and update.start <= a.start < update.end)
        ]
        if any(a.start >= node.start for a in later):
            return False
        current = self.scopes.parents.get(node)
        while current is not None and current is not binding.scope.loop:
            if isinstance(current, _LOOPS):
                if any(current.start <= a.start < current.end for a in later):
                    return False
            current = self.scopes.parents.get(current)
        return True

    def outer_function(self) -> FunctionContext:
        context = self.fn
        while context.kind == "lambda" and context.parent is not None:
            context = context.parent
        return context

    def assigned_in_body(self, binding: Binding) -> bool:
        """Whether a loop variable is assigned besides by the loop's own update."""
        loop = binding.scope.node
        update = loop.update if isinstance(loop, n.ForStatement) else None
        for assignment in binding.assignments:
            if isinstance(assignment, n.VariableDeclarator):
                continue
            if (
                update is not None
                and update.start <= assignment.start < update.end
            ):
                continue
            return True
        return False

    def called_at_once(self, node: n.Function) -> bool:
        """Whether a callback is done with when the call that it is given to returns."""
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.CallExpression):
            if parent.callee is node:
                return not node.is_async
            for atom in self.type_of(parent.callee):
                if not isinstance(atom, t.BuiltinAtom):
                    return False
                owner, _, method = atom.name.partition("#")
                if not method or owner not in _IMMEDIATE_OWNERS:
                    return False
                if method in ("push", "unshift", "set", "add", "fill", "splice"):
                    return False
            return not node.is_async
        return False

    # -- definitions ---------------------------------------------------------------------------

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
        context = FunctionContext(
            "function",
            node,
            self.fn,
            is_async=coroutine or (node.is_async and node.generator),
            is_generator=node.generator,
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
            body.extend(self.early_names(node))
            if isinstance(node.body, n.BlockStatement):
                body.extend(self.body_statements(node.body))
                if coroutine and self.flow.concurrent:
                    if node.body in self.flow.sudden_exits(node):
                        # Node gives way at the end of an async function that never waits.
                        body.append(
                            b.expr(b.await_(self.asyncio("sleep", b.const(0))))
                        )
            else:
                self.return_value(node.body)
        code = [s for s in body if not isinstance(s, _NO_CODE)]
        if not code:
            body.append(ast.Pass())
        outer = self.fn
        if binding is not None and outer.kind in ("function", "main", "module"):
            if not method:
                self.bind_iteration(node, args)
        tree = b.function(
            name or (binding.name if binding is not None else "_"),
            args,
            body,
            is_async=context.is_async,
            decorators=decorators or [],
        )
        if binding is not None:
            tree.binding = binding  # type: ignore[union-attr]
        tree.lineno = self.source.position(node.start)[0]
        self.annotate(node, tree)
        context.tree = tree
        return tree

    def early_names(self, function: n.Node) -> list[ast.stmt]:
        raise NotImplementedError

    def body_statements(self, body: n.BlockStatement) -> list[ast.stmt]:
        raise NotImplementedError

    def return_value(self, node: n.Node) -> None:
        """What an arrow's expression gives, as the last statement of a ``def``."""
        raise NotImplementedError

    def arguments_of(self, node: n.Function, this: str | None) -> ast.arguments:
        """The parameters; what they take apart becomes the first statements."""
        args: list[ast.arg | str] = [this] if this is not None else []
        defaults: list[ast.expr] = []
        vararg: str | ast.arg | None = self.surplus(node)
        prologue: list[tuple[n.Node, Binding]] = []
        for position, param in enumerate(node.params):
            if isinstance(param, n.RestElement):
                vararg = self.rest_parameter(param, prologue)
                continue
            default: ast.expr | None = None
            target = param
            if isinstance(param, n.AssignmentPattern):
                target = param.left
                default = b.const(None)
                if (
                    isinstance(target, n.Identifier)
                    and self.is_constant(param.right)
                    and not self.needs_default_test(node, position)
                ):
                    default = self.expr(param.right)
                    param = target
            if isinstance(target, n.Identifier):
                binding = self.scopes.binding_of[target]
            else:
                name = self.pattern_param_name(node, param, target, position)
                binding = self.temp(name, "param")
            args.append(self.param(binding))
            if default is None and (self.may_be_missing(node, position) or defaults):
                default = b.const(None)
            if default is not None:
                defaults.append(default)
            if not isinstance(param, n.Identifier):
                prologue.append((param, binding))
        if not node.params and not isinstance(node, n.ArrowFunctionExpression):
            mentions = self.own_arguments(node)
            if mentions:
                binding = self.arguments_names[node] = self.temp("args", "param")
                binding.references.extend(mentions)
                vararg = self.param(binding)
                if not self.only_read(binding):
                    rest = n.RestElement(mentions[0], start=node.start, end=node.start)
                    prologue.append((rest, binding))
        for param, binding in prologue:
            self.param_prologue(param, binding)
        made = b.arguments(args, defaults=defaults)
        if isinstance(vararg, str):
            made.vararg = ast.arg(vararg)
        elif vararg is not None:
            made.vararg = vararg
        return made

    def pattern_param_name(
        self, node: n.Function, param: n.Node, target: n.Node, position: int
    ) -> str:
        """A name for a parameter that is taken apart: that of what the calls give."""
        default = "options" if isinstance(target, n.ObjectPattern) else "items"
        atom = self.analysis.functions.get(node)
        if atom is None or param is not target:
            return default
        names: set[str] = set()
        for call in atom.calls:
            arguments = getattr(call, "arguments", ())
            if position >= len(arguments) or any(
                isinstance(a, n.SpreadElement) for a in arguments
            ):
                return default
            argument = arguments[position]
            if isinstance(argument, n.MemberExpression) and not argument.computed:
                argument = argument.property
            if not isinstance(argument, n.Identifier):
                return default
            names.add(argument.name)
        own = {name.name for p in node.params for name in pattern_names(p)}
        if len(names) != 1 or names & own or len(min(names)) < 3:
            return default
        name = names.pop()
        mentioned = {
            x.name for x in n.walk(node.body) if isinstance(x, n.Identifier)
        }
        return default if name in mentioned else name

    def rest_parameter(
        self, param: n.RestElement, prologue: list[tuple[n.Node, Binding]]
    ) -> ast.arg:
        target = param.argument
        if isinstance(target, n.Identifier):
            binding = self.scopes.binding_of[target]
            if not self.only_read(binding):
                prologue.append((param, binding))
            return self.param(binding)
        binding = self.temp("args", "param")
        prologue.append((target, binding))
        return self.param(binding)

    def only_read(self, binding: Binding) -> bool:
        """Whether a rest array is only iterated, spread, indexed and measured."""
        if binding.reassigned:
            return False
        for reference in binding.references:
            parent = self.scopes.parents.get(reference)
            if isinstance(parent, (n.SpreadElement, n.ForOfStatement)):
                continue
            if isinstance(parent, n.MemberExpression) and parent.object is reference:
                above = self.scopes.parents.get(parent)
                if isinstance(above, n.UpdateExpression) or (
                    isinstance(above, n.AssignmentExpression) and above.left is parent
                ):
                    return False
                if parent.computed:
                    continue
                name = parent.property.name  # type: ignore[attr-defined]
                if name in ("length", "map", "filter", "reduce", "forEach", "some", "every",
                            "find", "join", "includes"):  # fmt: skip
                    continue
            return False
        return True

    def param_prologue(self, param: n.Node, binding: Binding) -> None:
        """Statements at the start of a body: defaults and patterns of a parameter."""
        if isinstance(param, n.RestElement):
            self.emit(
                b.assign(self.target(binding), b.call("list", self.load(binding)))
            )
            return
        if isinstance(param, n.AssignmentPattern):
            types = self.analysis.types.get(param, t.T_ANY)
            if t.NULL in types:
                self.warn(
                    param, "null and undefined are both None in Python: null takes the default too"
                )
            block: list[ast.stmt] = []
            with self.into(block):
                value = self.expr(param.right)
                block.append(b.assign(self.target(binding), value))
            self.emit(b.if_(b.compare(self.load(binding), "is", b.const(None)), block))
            param = param.left
        if not isinstance(param, n.Identifier):
            self.assign_pattern(param, self.load(binding), declare=True)


_LOOPS = (
    n.ForStatement,
    n.ForInStatement,
    n.ForOfStatement,
    n.WhileStatement,
    n.DoWhileStatement,
)
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
from ..pytree.trivia import BlankLine, Comment  # noqa: E402

_NO_CODE = (Comment, BlankLine)
