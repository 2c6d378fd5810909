"""Declarations and their hoisting, and the references that are resolved at the end."""

from __future__ import annotations

from ..parse import nodes as n
from .early import mark_early
from .initialization import is_strict
from .scopes import Binding, FunctionFacts, FunctionNode, Scope, Scopes, pattern_names


class Declaring:
    def __init__(self, program: n.Program) -> None:
        module = Scope(program, None, program, None)
        self.scopes = Scopes(program, module)
        self.scopes.scope_of[program] = module
        self.scope = module
        self.facts = FunctionFacts(program, None)
        self.scopes.facts[program] = self.facts
        self.loop: n.Node | None = None
        #: functions in blocks that are known outside of them, too
        self.block_functions: dict[n.FunctionDeclaration, Scope] = {}
        self.pending: list[tuple[n.Identifier, Scope, bool]] = []

    def declare(self, name: str, kind: str, scope: Scope, node: n.Node) -> Binding:
        binding = scope.bindings.get(name)
        if binding is None:
            binding = scope.bindings[name] = Binding(name, kind, scope, node)
            self.scopes.bindings.append(binding)
        elif kind == "function" and binding.kind in ("var", "function", "param"):
            # ECMA-262 10.2.11: the last function declaration of a name wins.
            binding.kind, binding.node = kind, node
        return binding

    def hoist(self, statements: list[n.Node], scope: Scope) -> None:
        """Declare what a block declares, before its statements are walked."""
        for statement in statements:
            node = statement
            if isinstance(node, (n.ExportNamedDeclaration, n.ExportDefaultDeclaration)):
                if node.declaration is None:
                    continue
                node = node.declaration
            while isinstance(node, n.LabeledStatement):
                node = node.body
            if isinstance(node, n.FunctionDeclaration):
                if node.id is not None:
                    home = self.home_of(node, scope)
                    binding = self.declare(node.id.name, "function", home, node)
                    self.scopes.binding_of[node.id] = binding
            elif isinstance(node, n.ClassDeclaration):
                if node.id is not None:
                    binding = self.declare(node.id.name, "class", scope, node)
                    self.scopes.binding_of[node.id] = binding
            elif isinstance(node, n.VariableDeclaration) and node.kind != "var":
                for declarator in node.declarations:
                    for name in pattern_names(declarator.id):
                        self.declare(name.name, node.kind, scope, declarator)
            elif isinstance(node, n.ImportDeclaration):
                for specifier in node.specifiers:
                    binding = self.declare(
                        specifier.local.name, "import", scope, specifier
                    )
                    self.scopes.binding_of[specifier.local] = binding

    def home_of(self, node: n.FunctionDeclaration, scope: Scope) -> Scope:
        """The scope that a function declaration belongs to.

        In sloppy mode, one in a block is known in the whole function around it (ECMA-262
        B.3.2), unless a name on the way there is the same.
        """
        home = self.block_functions.get(node)
        current: Scope | None = scope
        while home is not None and current is not None:
            if current is home:
                return home
            if node.id is not None and node.id.name in current.bindings:
                break
            current = current.parent
        return scope

    def hoist_blocks(self, found: list[n.FunctionDeclaration], scope: Scope) -> None:
        """Note the functions in blocks whose names nothing else in the function has."""
        for node in found:
            name = node.id.name if node.id is not None else ""
            if (
                sum(x.id is not None and x.id.name == name for x in found) == 1
                and name not in scope.bindings
                and not (node.is_async or node.generator)
            ):
                self.block_functions[node] = scope

    def hoist_vars(self, node: n.Node, scope: Scope) -> None:
        """Declare the ``var`` names of a function body at its top."""
        stack = [node]
        top = set(node.body) if hasattr(node, "body") else set()
        in_blocks: list[n.FunctionDeclaration] = []
        while stack:
            current = stack.pop()
            if isinstance(current, n.VariableDeclaration):
                if current.kind == "var":
                    for declarator in current.declarations:
                        for name in pattern_names(declarator.id):
                            self.declare(name.name, "var", scope, declarator)
            elif isinstance(current, n.FunctionDeclaration):
                if current not in top:
                    in_blocks.append(current)
            elif isinstance(current, (n.Function, n.Class, n.Expression)):
                continue
            else:
                stack.extend(n.children(current))
        if in_blocks and not is_strict(self.scopes, node):
            self.hoist_blocks(in_blocks, scope)

    def enter(self, node: n.Node, function: FunctionNode | None = None) -> Scope:
        scope = Scope(
            node,
            self.scope,
            function if function is not None else self.scope.function,
            self.loop if function is None else None,
        )
        self.scopes.scope_of[node] = scope
        return scope

    # -- after the walk ------------------------------------------------------------

    def visible(self, node: n.Identifier, binding: Binding | None) -> Binding | None:
        """What a name means: in the defaults of parameters, the variables of the body are
        not known (ECMA-262 10.2.11, step 28)."""
        while binding is not None:
            function = binding.scope.node
            if (
                not isinstance(function, n.Function)
                or not function.params
                or not function.params[0].start <= node.start < function.body.start
                or binding.kind not in ("var", "let", "const", "class", "function")
                or any(
                    name.name == binding.name
                    for param in function.params
                    for name in pattern_names(param)
                )
            ):
                return binding
            around = binding.scope.parent
            binding = around.lookup(node.name) if around is not None else None
        return None

    def settle(self) -> None:
        scopes = self.scopes
        for node, scope, writing in self.pending:
            binding = self.visible(node, scope.lookup(node.name))
            if binding is None:
                if node.name == "arguments" and scope.function is not scopes.program:
                    self.mark_arguments(scope)
                if not writing:
                    scopes.globals.setdefault(node.name, []).append(node)
                    continue
                binding = self.declare(node.name, "global", scopes.module, node)
            scopes.binding_of[node] = binding
            function = scope.function
            if writing:
                binding.assignments.append(node)
                binding.assigned_by.add(self.assigner(node, function))
                offsets, bindings = scopes.writes.setdefault(function, ([], []))
                offsets.append(node.start)
                bindings.append(binding)
            binding.references.append(node)
            if function is not binding.scope.function:
                binding.captured_by.add(function)
        # A name assigned before its implicit declaration was seen is that global too.
        for name, nodes in list(scopes.globals.items()):
            found = scopes.module.bindings.get(name)
            if found is not None:
                for identifier in nodes:
                    scopes.binding_of[identifier] = found
                    found.references.append(identifier)
                del scopes.globals[name]
        for writer, (offsets, bindings) in scopes.writes.items():
            order = sorted(range(len(offsets)), key=offsets.__getitem__)
            scopes.writes[writer] = (
                [offsets[i] for i in order],
                [bindings[i] for i in order],
            )
        self.collect_captures()
        mark_early(scopes)
        self.mark_early_functions()

    def mark_early_functions(self) -> None:
        """Functions in blocks that code outside of them may read before they are made."""
        for node, scope in self.block_functions.items():
            if node.id is None:
                continue
            binding = self.scopes.binding_of[node.id]
            block = self.scopes.parents[node]
            if binding.scope is scope and any(
                not block.start <= reference.start < block.end
                for reference in binding.references
            ):
                binding.early = True
                self.scopes.early.setdefault(binding.function, []).append(binding)

    def assigner(self, node: n.Node, function: FunctionNode) -> n.Node:
        """What assigns a name: a function, or a field's value, which runs later too."""
        current = self.scopes.parents.get(node)
        while current is not None and current is not function:
            if isinstance(current, n.PropertyDefinition) and not current.static:
                return current
            current = self.scopes.parents.get(current)
        return function

    def collect_captures(self) -> None:
        scopes = self.scopes
        for binding in scopes.bindings:
            passed: set[n.Node] = set()
            for function in binding.captured_by:
                current: n.Node | None = function
                while current not in passed and current is not binding.scope.function:
                    if current is None:
                        break
                    passed.add(current)
                    scopes.captures.setdefault(current, []).append(binding)
                    current = scopes.facts[current].parent

    def mark_arguments(self, scope: Scope) -> None:
        function: FunctionNode | None = scope.function
        while isinstance(function, n.ArrowFunctionExpression):
            function = self.scopes.facts[function].parent
        if function is not None:
            self.scopes.facts[function].uses_arguments = True
