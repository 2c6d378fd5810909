"""What calling a function does before its first wait, and whether it can fail."""

from __future__ import annotations

from ..parse import nodes as n
from . import types as t
from .early_writes import EarlyWrites
from .inference import Inference
from .lasting import Lasting
from .purity import PURE_METHODS, Purity
from .scopes import Scopes
from .sleeps import sleep_executor


class Effects(Purity):
    """Questions about effects. Answers err on the side of "it has some"."""

    def __init__(self, scopes: Scopes, inference: Inference) -> None:
        super().__init__(scopes, inference)
        self.lasting = Lasting(scopes, inference)
        self.early_writes = EarlyWrites(scopes, inference)
        self._quiet: dict[n.Node, bool] = {}
        self._nothrow: dict[n.Node, bool] = {}
        self._traceless: dict[n.Node, bool] = {}

    def quiet_start(self, function: n.Function) -> bool:
        """Whether nobody can see when an async function's first part runs.

        That part, up to the first wait, must neither change nor read what lives outside.
        """
        known = self._quiet.get(function)
        if known is None:
            self._quiet[function] = False
            known = self._quiet[function] = self._quiet_body(function)
        return known

    def _quiet_body(self, function: n.Function) -> bool:
        if any(not isinstance(p, n.Identifier) for p in function.params):
            if any(
                isinstance(p, n.AssignmentPattern) and not self.stable(p.right)
                for p in function.params
            ):
                return False
        body = function.body
        if not isinstance(body, n.BlockStatement):
            return self.quiet_value(body, function)
        for statement in body.body:
            waited = self._waits_first(statement, function)
            if waited is not None:
                return waited
            if not self._quiet_statement(statement, function):
                return False
        return True

    def _quiet_branch(self, node: n.Node | None, function: n.Function) -> bool:
        """The same of what stands behind an ``if``."""
        if node is None:
            return True
        statements = node.body if isinstance(node, n.BlockStatement) else [node]
        for statement in statements:
            waited = self._waits_first(statement, function)
            if waited is not None:
                return waited
            if not self._quiet_statement(statement, function):
                return False
        return True

    def waits_at_once(self, function: n.Function) -> bool:
        """Whether a function does nothing before it waits but to declare variables."""
        body = function.body
        for statement in body.body if isinstance(body, n.BlockStatement) else []:
            if self._waits_first(statement, function) is not None:
                return not isinstance(statement, n.ReturnStatement)
            if not isinstance(
                statement, (n.VariableDeclaration, n.FunctionDeclaration)
            ):
                return False
        return False

    def _waits_first(self, statement: n.Node, function: n.Function) -> bool | None:
        """For a statement that waits at once: whether what it waits for starts quietly."""
        value: n.Node | None = None
        if isinstance(statement, n.ExpressionStatement):
            value = statement.expression
        elif isinstance(statement, n.VariableDeclaration):
            value = statement.declarations[0].init
        elif isinstance(statement, n.ReturnStatement):
            value = statement.argument
            if value is None:
                return True
            if isinstance(value, n.AwaitExpression):
                value = value.argument
            return self.quiet_value(value, function)
        elif isinstance(statement, n.TryStatement) and statement.block.body:
            return self._waits_first(statement.block.body[0], function)
        elif isinstance(statement, n.BlockStatement) and statement.body:
            return self._waits_first(statement.body[0], function)
        elif isinstance(statement, n.DoWhileStatement) or (
            isinstance(statement, n.WhileStatement)
            and isinstance(statement.test, n.BooleanLiteral)
            and statement.test.value
        ):
            return self._waits_first(statement.body, function)
        if isinstance(value, n.AwaitExpression):
            return self.quiet_value(value.argument, function)
        return None

    def _quiet_statement(self, statement: n.Node, function: n.Function) -> bool:
        if isinstance(statement, n.VariableDeclaration):
            return all(
                d.init is None
                or (self.pure(d.init) and self.reads_own(d.init, function))
                for d in statement.declarations
            )
        if isinstance(statement, n.IfStatement):
            return (
                self.pure(statement.test)
                and self.reads_own(statement.test, function)
                and self._quiet_branch(statement.consequent, function)
                and self._quiet_branch(statement.alternate, function)
            )
        return isinstance(statement, (n.FunctionDeclaration, n.EmptyStatement))

    def quiet_value(self, node: n.Node, function: n.Function) -> bool:
        """Whether making the promise can be seen by nobody."""
        if isinstance(node, n.CallExpression):
            later = self.is_delay(node)
            # What a library calls later, and handlers of a promise, do not run at once.
            called_later = later or self._is_chained(node)
            if not all(
                (called_later and isinstance(a, n.Function))
                or (self.pure(a) and self.reads_own(a, function))
                for a in node.arguments
            ):
                return False
            if later or self._is_settled_static(node):
                return True
            if self._is_chained(node):
                assert isinstance(node.callee, n.MemberExpression)
                return self.quiet_value(node.callee.object, function)
            targets = self.inference.targets.get(node)
            if targets and node not in self.inference.unknown_calls:
                return all(self.quiet_start(f.node) for f in targets)
            return False
        if isinstance(node, n.NewExpression):
            return sleep_executor(node) is not None
        return self.pure(node) and self.reads_own(node, function)

    def _is_settled_static(self, node: n.CallExpression) -> bool:
        """``Promise.resolve(value)``, ``Promise.reject(error)``."""
        static = self.scopes.static_of(node, "Promise")
        return static in ("resolve", "reject") and not any(
            t.may_be_promise(self.inference.types.get(a, t.T_ANY))
            for a in node.arguments
        )

    def _is_chained(self, node: n.CallExpression) -> bool:
        """``promise.then(...)`` and its kin."""
        callee = node.callee
        return (
            isinstance(callee, n.MemberExpression)
            and getattr(callee.property, "name", None) in ("then", "catch", "finally")
            and t.only(self.inference.types.get(callee.object, t.NEVER), t.PromiseAtom)
        )

    def is_delay(self, node: n.CallExpression) -> bool:
        """Whether a call into a library does nothing before it returns a promise."""
        types = self.inference.types.get(node.callee, t.NEVER)
        return any(
            (isinstance(a, t.ModuleAtom) and "timers/promises" in a.name)
            or self.inference.says(a, "later")
            for a in types
        )

    def reads_own(self, node: n.Node, function: n.Function) -> bool:
        """Whether only the function's own names and constants are read."""
        for inner in n.walk(node):
            if isinstance(inner, n.Identifier):
                binding = self.scopes.binding_of.get(inner)
                if binding is None:
                    continue
                if binding.function is function or not binding.reassigned:
                    continue
                return False
            if isinstance(inner, n.MemberExpression):
                types = self.inference.types.get(inner.object, t.T_ANY)
                if not types <= t.PRIMITIVES and not self.lasting.is_lasting(inner):
                    return False
        return True

    def leaves_no_trace(self, function: n.Function) -> bool:
        """Whether a function changes nothing and shows nothing, however far it gets."""
        known = self._traceless.get(function)
        if known is None:
            self._traceless[function] = True  # recursion alone changes nothing
            known = self._traceless[function] = all(
                self._traceless_node(node, function)
                for node in n.walk(function)
                if node is not function
            )
        return known

    def _traceless_node(self, node: n.Node, function: n.Function) -> bool:
        if isinstance(node, (n.AssignmentExpression, n.UpdateExpression)):
            target = (
                node.left if isinstance(node, n.AssignmentExpression) else node.argument
            )
            binding = (
                self.scopes.binding_of.get(target)
                if isinstance(target, n.Identifier)
                else None
            )
            return binding is not None and binding.function is function
        if isinstance(node, n.TryStatement):
            return False
        if isinstance(node, n.CallExpression):
            targets = self.inference.targets.get(node)
            if targets and node not in self.inference.unknown_calls:
                return all(self.leaves_no_trace(f.node) for f in targets)
            parent = self.scopes.enclosing_function(node)
            maker = self.scopes.parents.get(parent)
            if maker is not None and sleep_executor(maker) is not None:
                return True
            types = self.inference.types.get(node.callee, t.NEVER)
            if t.only(types, t.ModuleAtom) and self.is_delay(node):
                return True
            return self.pure(node)
        if isinstance(node, n.NewExpression):
            return sleep_executor(node) is not None or self.pure(node)
        return not isinstance(node, n.UnaryExpression) or node.operator != "delete"

    def nothrow(self, function: n.Node) -> bool:
        """Whether a function (or program) surely ends without an exception."""
        known = self._nothrow.get(function)
        if known is None:
            self._nothrow[function] = True  # recursion alone does not throw
            known = self._nothrow[function] = self._nothrow_body(function)
        return known

    def _nothrow_body(self, function: n.Node) -> bool:
        stack: list[n.Node] = list(n.children(function))
        while stack:
            node = stack.pop()
            if isinstance(node, n.ThrowStatement):
                return False
            if isinstance(node, n.Function):
                continue
            if isinstance(node, n.TryStatement) and node.handler is not None:
                stack.append(node.handler.body)
                if node.finalizer is not None:
                    stack.append(node.finalizer)
                continue
            if isinstance(node, (n.CallExpression, n.NewExpression)):
                if not self._nothrow_call(node):
                    return False
            elif isinstance(node, n.MemberExpression):
                types = self.inference.types.get(node.object, t.T_ANY)
                if types & t.NULLISH or t.ANY in types:
                    return False
            elif isinstance(node, n.AwaitExpression):
                if not self._nothrow_value(node.argument):
                    return False
            stack.extend(n.children(node))
        return True

    def _nothrow_call(self, node: n.CallExpression | n.NewExpression) -> bool:
        if isinstance(node, n.NewExpression):
            if sleep_executor(node) is not None or self._only_resolves(node):
                return True
            return self.pure(node)
        targets = self.inference.targets.get(node)
        if targets and node not in self.inference.unknown_calls:
            return all(self.nothrow(f.node) for f in targets)
        callee = node.callee
        if isinstance(callee, n.MemberExpression) and isinstance(
            callee.object, n.Identifier
        ):
            if callee.object not in self.scopes.binding_of:
                return callee.object.name in ("console", "Math", "Object", "Array")
        if self.is_delay(node):
            return True
        types = self.inference.types.get(callee, t.NEVER)
        if types and all(isinstance(a, (t.BuiltinAtom, t.ResolverAtom)) for a in types):
            return all(
                not isinstance(a, t.BuiltinAtom)
                or a.name.partition("#")[2] in ("push", "set", "add", "delete", "clear")
                or a.name.partition("#")[2] in PURE_METHODS
                or a.name
                in ("setTimeout", "clearTimeout", "setInterval", "clearInterval")
                for a in types
            )
        return False

    def _nothrow_value(self, node: n.Node) -> bool:
        """Whether awaiting it surely gives a value."""
        if isinstance(node, n.CallExpression):
            return self._nothrow_call(node)
        if isinstance(node, n.NewExpression):
            return sleep_executor(node) is not None or self._only_resolves(node)
        types = self.inference.types.get(node, t.T_ANY)
        return not any(isinstance(a, t.PromiseAtom) or a is t.ANY for a in types)

    def _only_resolves(self, node: n.NewExpression) -> bool:
        """``new Promise((resolve) => ...)`` that nothing rejects."""
        executor = node.arguments[0] if node.arguments else None
        atoms = self.inference.types.get(node, t.NEVER)
        return (
            isinstance(executor, n.Function)
            and len(executor.params) <= 1
            and t.only(atoms, t.PromiseAtom)
            and not any(isinstance(a, t.PromiseAtom) and a.adopts for a in atoms)
            and self.nothrow(executor)
        )
