"""Where the top of a program goes: into the module, or into ``async def main()``."""

from __future__ import annotations

from ..analyse import Analysis
from ..analyse import types as t
from ..analyse.scopes import Binding
from ..parse import nodes as n

#: Parts of the names of what needs the event loop.
_OF_THE_LOOP = (
    "timers",
    "p-",
    "async",
    "readline",
    "events:once",
)
#: What starts something by itself.
_STARTING = frozenset(
    {
        "setTimeout",
        "setInterval",
        "setImmediate",
        "queueMicrotask",
        "Promise",
        "process.nextTick",
        "AbortSignal.timeout",
    }
)


class Placement:
    """``is_async``: the program needs a running loop. ``in_main``: statements of main."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.scopes = analysis.scopes
        program = analysis.program
        self.is_async = self.needs_loop(program)
        self.in_main: list[n.Node] = []
        self.in_module: list[n.Node] = list(program.body)
        if self.is_async:
            self.split(program)

    # -- does it need a loop? ------------------------------------------------------------

    def needs_loop(self, program: n.Program) -> bool:
        """Whether running the top of the program, or what it calls, waits or starts."""
        if self.scopes.facts[program].awaits:
            return True
        if not self.has_what_waits():
            return False
        seen: set[n.Node] = set()
        stack: list[n.Node] = [
            s for s in program.body if not isinstance(s, n.FunctionDeclaration)
        ]
        while stack:
            node = stack.pop()
            if isinstance(node, n.Function):
                continue
            if isinstance(node, (n.CallExpression, n.NewExpression)):
                if self.waits(node):
                    return True
                for target in self.analysis.inference.targets.get(node, ()):
                    self.enter(target.node, seen, stack)
                for argument in node.arguments:
                    for atom in self.analysis.types.get(argument, t.NEVER):
                        if isinstance(atom, t.FunctionAtom):
                            self.enter(atom.node, seen, stack)
            elif isinstance(node, n.AwaitExpression) or (
                isinstance(node, n.ForOfStatement) and node.is_await
            ):
                return True
            elif isinstance(node, n.MemberExpression):
                for atom in self.analysis.types.get(node.object, t.NEVER):
                    if isinstance(atom, t.InstanceAtom) and isinstance(
                        node.property, n.Identifier
                    ):
                        found = self.analysis.inference.find_member(
                            atom.cls, node.property.name
                        )
                        if found is not None:
                            self.enter(found[1].value, seen, stack)
            stack.extend(n.children(node))
        return False

    def has_what_waits(self) -> bool:
        """Whether there is anything at all in the program that may wait or start."""
        inference = self.analysis.inference
        return any(getattr(f, "is_async", False) for f in self.scopes.facts) or any(
            isinstance(a, (t.PromiseAtom, t.ModuleAtom, t.HostAtom))
            or (isinstance(a, t.BuiltinAtom) and a.name in _STARTING)
            for a in inference.sites.values()
        )

    def enter(
        self, function: n.Function, seen: set[n.Node], stack: list[n.Node]
    ) -> None:
        if function not in seen:
            seen.add(function)
            stack.append(function.body)
            stack.extend(function.params)

    def waits(self, node: n.CallExpression | n.NewExpression) -> bool:
        callee = node.callee
        if isinstance(callee, n.MemberExpression):
            if getattr(callee.property, "name", "") == "nextTick":
                return True
            callee = callee.object
        if (
            isinstance(callee, n.Identifier)
            and callee not in self.scopes.binding_of
            and callee.name in _STARTING
        ):
            return True
        types = self.analysis.types.get(node, t.NEVER)
        if any(isinstance(a, t.PromiseAtom) for a in types):
            return True
        called = self.analysis.types.get(node.callee, t.NEVER)
        if any(isinstance(a, t.BuiltinAtom) and a.name in _STARTING for a in called):
            return True
        if any(
            self.analysis.inference.says(a, "loop", len(node.arguments)) for a in called
        ):
            return True
        return any(
            isinstance(a, t.ModuleAtom)
            and not a.name.endswith("Sync")
            and ("fs:" in a.name or any(name in a.name for name in _OF_THE_LOOP))
            for a in called
        )

    # -- what goes where? ------------------------------------------------------------------

    def split(self, program: n.Program) -> None:
        stays: list[n.Node] = []
        moves: list[n.Node] = []
        for statement in program.body:
            guarded = self.guarded_by_main(statement)
            if guarded is not None:
                moves.extend(guarded)
            elif self.is_declaration(statement):
                stays.append(statement)
            else:
                moves.append(statement)
        # Variables with static values stay where functions of the module use them.
        changed = True
        outer = {s for s in stays}
        while changed:
            changed = False
            for statement in list(moves):
                if self.is_static(statement) and self.used_from(statement, outer):
                    moves.remove(statement)
                    outer.add(statement)
                    changed = True
        self.in_module = [s for s in program.body if s in outer]
        self.in_main = moves

    def guarded_by_main(self, statement: n.Node) -> list[n.Node] | None:
        """``if (require.main === module) ...``: what main runs under its own guard."""
        if not isinstance(statement, n.IfStatement) or statement.alternate is not None:
            return None
        test = statement.test
        if not (
            isinstance(test, n.BinaryExpression)
            and test.operator in ("===", "==")
            and isinstance(test.left, n.MemberExpression)
            and getattr(test.left.object, "name", "") == "require"
            and getattr(test.left.property, "name", "") == "main"
            and getattr(test.right, "name", "") == "module"
            and test.right not in self.scopes.binding_of
        ):
            return None
        body = statement.consequent
        inner = list(body.body) if isinstance(body, n.BlockStatement) else [body]
        if inner and isinstance(inner[0], n.Commented):
            inner[0].leading[:0] = statement.leading
            inner[0].blank_before = statement.blank_before
        return inner

    def is_declaration(self, statement: n.Node) -> bool:
        node: n.Node | None = statement
        if awaits(statement):
            return False
        if isinstance(
            node, (n.ImportDeclaration, n.ExportNamedDeclaration, n.ExportDefaultDeclaration,
                   n.ExportAllDeclaration),
        ):  # fmt: skip
            declaration = getattr(node, "declaration", None)
            if not isinstance(declaration, n.VariableDeclaration):
                return declaration is None or not isinstance(declaration, n.Expression)
            node = declaration
        if isinstance(node, (n.FunctionDeclaration, n.ClassDeclaration)):
            return True
        if isinstance(node, n.VariableDeclaration):
            return all(
                isinstance(d.init, (n.Function, n.ClassExpression))
                or self.is_require(d)
                for d in node.declarations
            ) and all(
                isinstance(d.id, n.Identifier) or self.is_require(d)
                for d in node.declarations
            )
        if isinstance(node, n.ExpressionStatement):
            return node.directive is not None or self.exports(node)
        return isinstance(node, n.EmptyStatement)

    def exports(self, node: n.ExpressionStatement) -> bool:
        expression = node.expression
        return (
            isinstance(expression, n.AssignmentExpression)
            and isinstance(expression.left, n.MemberExpression)
            and self.analysis.inference.is_exports(expression.left)
        )

    def is_require(self, declarator: n.VariableDeclarator) -> bool:
        if declarator.init is None:
            return False
        types = self.analysis.types.get(declarator.init, t.NEVER)
        return bool(types) and all(isinstance(a, t.ModuleAtom) for a in types)

    def is_static(self, statement: n.Node) -> bool:
        """A declaration whose value needs no loop and no statement of main before it."""
        if awaits(statement):
            return False
        if isinstance(statement, n.ExportNamedDeclaration):
            return statement.declaration is not None and self.is_static(
                statement.declaration
            )
        if not isinstance(statement, n.VariableDeclaration):
            return False
        return all(
            d.init is None
            or (self.analysis.effects.pure(d.init) and self.reads_module(d.init))
            for d in statement.declarations
        )

    def reads_module(self, node: n.Node) -> bool:
        for inner in n.walk(node):
            if isinstance(inner, n.Identifier):
                binding = self.scopes.binding_of.get(inner)
                if binding is not None and binding.kind not in (
                    "function",
                    "class",
                    "import",
                    "param",
                ):
                    if not isinstance(binding.node, n.VariableDeclarator):
                        return False
                    if self.is_require(binding.node):
                        continue
                    init = binding.node.init
                    if init is None or not self.analysis.effects.pure(init):
                        return False
                    if any(
                        isinstance(a, t.PromiseAtom)
                        for a in self.analysis.types.get(init, t.NEVER)
                    ):
                        return False
        return True

    def used_from(self, statement: n.Node, outer: set[n.Node]) -> bool:
        if isinstance(statement, n.ExportNamedDeclaration):
            return True  # what is exported is the module's
        assert isinstance(statement, n.VariableDeclaration)
        bindings = [
            b
            for b in self.scopes.module.bindings.values()
            if any(b.node is d for d in statement.declarations)
        ]
        return any(self.mentioned_in(b, outer) for b in bindings)

    def mentioned_in(self, binding: Binding, outer: set[n.Node]) -> bool:
        for reference in binding.references:
            current: n.Node | None = reference
            parent = self.scopes.parents.get(reference)
            while parent is not None and parent is not self.analysis.program:
                current, parent = parent, self.scopes.parents.get(parent)
            if current in outer:
                return True
        return False

    def is_module_level(self, binding: Binding) -> bool:
        """Whether a top-level name lives in the module rather than in main."""
        if not self.is_async:
            return True
        if binding.scope is not self.scopes.module:
            return False
        if binding.kind == "global":
            return True
        node: n.Node | None = binding.node
        while (
            node is not None
            and self.scopes.parents.get(node) is not self.analysis.program
        ):
            node = self.scopes.parents.get(node)
        outer = set(self.in_module)
        if node in outer:
            return True
        return self.mentioned_in(binding, outer)


def awaits(statement: n.Node) -> bool:
    """Whether a statement itself waits, not a function in it: `class A extends await b {}`."""
    return not isinstance(statement, n.Function) and any(
        isinstance(node, n.AwaitExpression) for node in n.walk_own(statement)
    )
