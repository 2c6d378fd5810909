"""Scopes and bindings of a program: who declares a name, who reads it, who assigns it.

``resolve(program)`` walks the tree once; references are resolved after the walk, so that
hoisting (ECMA-262 section 10.2.11, FunctionDeclarationInstantiation) needs no second one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ..parse import nodes as n

FunctionNode = n.Function | n.Program | n.StaticBlock


@dataclass(slots=True, eq=False)
class Binding:
    """A declared name.

    ``kind``: var, let, const, function, class, param, catch, import, self (the own name of
    a function or class expression) or global (assigned, declared nowhere).
    ``node`` is what declares it: the declarator, function, class, parameter, specifier.
    """

    name: str
    kind: str
    scope: Scope
    node: n.Node
    references: list[n.Identifier] = field(default_factory=list)
    assignments: list[n.Node] = field(default_factory=list)
    #: functions other than the declaring one that read or write the binding
    captured_by: set[n.Node] = field(default_factory=set)
    #: functions that assign it after its declaration
    assigned_by: set[n.Node] = field(default_factory=set)
    #: made by a later stage, not declared by the program
    temporary: bool = False
    #: a ``var`` that may be read before anything was assigned to it
    early: bool = False

    @property
    def reassigned(self) -> bool:
        return bool(self.assigned_by)

    @property
    def function(self) -> FunctionNode:
        return self.scope.function

    @property
    def assigned_in_closure(self) -> bool:
        return any(function is not self.scope.function for function in self.assigned_by)

    def __deepcopy__(self, memo: dict[int, object]) -> Binding:
        """A binding is one thing: copies of trees that mention it share it."""
        return self

    def __repr__(self) -> str:
        return f"Binding({self.kind} {self.name})"


@dataclass(slots=True, eq=False)
class Scope:
    """A region of names. ``function`` is the function (or program) that it belongs to.

    ``loop`` is the innermost loop, inside that function, whose body makes the scope anew
    at each round.
    """

    node: n.Node
    parent: Scope | None
    function: FunctionNode
    loop: n.Node | None
    bindings: dict[str, Binding] = field(default_factory=dict)

    @property
    def is_function_scope(self) -> bool:
        return self.node is self.function

    def lookup(self, name: str) -> Binding | None:
        scope: Scope | None = self
        while scope is not None:
            binding = scope.bindings.get(name)
            if binding is not None:
                return binding
            scope = scope.parent
        return None


@dataclass(slots=True, eq=False)
class FunctionFacts:
    """What a function's own body (without the functions inside it) contains."""

    node: FunctionNode
    parent: FunctionNode | None
    uses_this: bool = False
    uses_arguments: bool = False
    awaits: bool = False
    returns: list[n.ReturnStatement] = field(default_factory=list)
    throws: list[n.ThrowStatement] = field(default_factory=list)
    yields: list[n.YieldExpression] = field(default_factory=list)
    inner: list[n.Function] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Scopes:
    """The result of ``resolve``."""

    program: n.Program
    module: Scope
    binding_of: dict[n.Identifier, Binding] = field(default_factory=dict)
    scope_of: dict[n.Node, Scope] = field(default_factory=dict)
    facts: dict[n.Node, FunctionFacts] = field(default_factory=dict)
    globals: dict[str, list[n.Identifier]] = field(default_factory=dict)
    bindings: list[Binding] = field(default_factory=list)
    parents: dict[n.Node, n.Node] = field(default_factory=dict)
    #: the ``var`` names of a function that may be read before they are assigned
    early: dict[n.Node, list[Binding]] = field(default_factory=dict)
    #: source offset and binding of each assignment, by function, in source order
    writes: dict[n.Node, tuple[list[int], list[Binding]]] = field(default_factory=dict)

    def assigned_within(self, function: FunctionNode, node: n.Node) -> set[Binding]:
        """The bindings that ``function`` itself assigns inside ``node``."""
        offsets, bindings = self.writes.get(function, ([], []))
        low, high = bisect_left(offsets, node.start), bisect_left(offsets, node.end)
        return set(bindings[low:high])

    def first_var(self, declarator: n.VariableDeclarator) -> bool:
        """Whether ``var x;`` stands before anything else that is done with x."""
        if not isinstance(declarator.id, n.Identifier):
            return False
        binding = self.binding_of.get(declarator.id)
        return (
            binding is not None
            and binding.kind == "var"
            and not binding.early
            and all(r.start > declarator.start for r in binding.references)
            and all(a.start >= declarator.start for a in binding.assignments)
        )

    def enclosing_function(self, node: n.Node) -> FunctionNode:
        """The function (or program) whose body holds the node."""
        current = self.parents.get(node)
        while current is not None:
            if isinstance(current, (n.Function, n.Program, n.StaticBlock)):
                return current
            current = self.parents.get(current)
        return self.program


def pattern_names(pattern: n.Node | None) -> Iterator[n.Identifier]:
    """The identifiers that a pattern declares or assigns, in source order."""
    if pattern is None:
        return
    if isinstance(pattern, n.Identifier):
        yield pattern
    elif isinstance(pattern, n.AssignmentPattern):
        yield from pattern_names(pattern.left)
    elif isinstance(pattern, n.RestElement):
        yield from pattern_names(pattern.argument)
    elif isinstance(pattern, n.ArrayPattern):
        for element in pattern.elements:
            yield from pattern_names(element)
    elif isinstance(pattern, n.ObjectPattern):
        for item in pattern.properties:
            if isinstance(item, n.Property):
                yield from pattern_names(item.value)
            else:
                yield from pattern_names(item)


LOOPS = (
    n.ForStatement,
    n.ForInStatement,
    n.ForOfStatement,
    n.WhileStatement,
    n.DoWhileStatement,
)


class _Resolver:
    def __init__(self, program: n.Program) -> None:
        module = Scope(program, None, program, None)
        self.scopes = Scopes(program, module)
        self.scopes.scope_of[program] = module
        self.scope = module
        self.facts = FunctionFacts(program, None)
        self.scopes.facts[program] = self.facts
        self.loop: n.Node | None = None
        self.pending: list[tuple[n.Identifier, Scope, bool]] = []
        self.handlers: dict[type[n.Node], Callable[..., None]] = {
            n.Identifier: self.reference,
            n.FunctionDeclaration: self.function,
            n.FunctionExpression: self.function,
            n.ArrowFunctionExpression: self.function,
            n.ClassDeclaration: self.class_,
            n.ClassExpression: self.class_,
            n.StaticBlock: self.static_block,
            n.VariableDeclaration: self.variables,
            n.AssignmentExpression: self.assignment,
            n.UpdateExpression: self.update,
            n.BlockStatement: self.block,
            n.ForStatement: self.loop_statement,
            n.ForInStatement: self.loop_statement,
            n.ForOfStatement: self.loop_statement,
            n.WhileStatement: self.loop_statement,
            n.DoWhileStatement: self.loop_statement,
            n.SwitchStatement: self.switch,
            n.CatchClause: self.catch,
            n.MemberExpression: self.member,
            n.Property: self.property,
            n.MethodDefinition: self.member_definition,
            n.PropertyDefinition: self.member_definition,
            n.ThisExpression: self.this,
            n.Super: self.this,
            n.AwaitExpression: self.await_,
            n.YieldExpression: self.yield_,
            n.ReturnStatement: self.return_,
            n.ThrowStatement: self.throw,
            n.ImportDeclaration: self.import_,
            n.ExportNamedDeclaration: self.export_named,
        }

    # -- names ---------------------------------------------------------------------

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
                    binding = self.declare(node.id.name, "function", scope, node)
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

    def hoist_vars(self, node: n.Node, scope: Scope) -> None:
        """Declare the ``var`` names of a function body at its top."""
        stack = [node]
        while stack:
            current = stack.pop()
            if isinstance(current, n.VariableDeclaration):
                if current.kind == "var":
                    for declarator in current.declarations:
                        for name in pattern_names(declarator.id):
                            self.declare(name.name, "var", scope, declarator)
            elif isinstance(current, (n.Function, n.Class, n.Expression)):
                continue
            else:
                stack.extend(n.children(current))

    def reference(self, node: n.Identifier) -> None:
        self.pending.append((node, self.scope, False))

    def write(self, node: n.Identifier) -> None:
        self.pending.append((node, self.scope, True))

    def targets(self, pattern: n.Node, writing: bool) -> None:
        """Walk a pattern: names are declared or written, defaults and keys are read."""
        if isinstance(pattern, n.Identifier):
            if writing:
                self.write(pattern)
            else:
                self.scopes.binding_of[pattern] = self.scope.lookup(  # type: ignore[assignment]
                    pattern.name
                )
        elif isinstance(pattern, n.AssignmentPattern):
            self.link(pattern, pattern.left, pattern.right)
            self.targets(pattern.left, writing)
            self.visit(pattern.right)
        elif isinstance(pattern, n.RestElement):
            self.link(pattern, pattern.argument)
            self.targets(pattern.argument, writing)
        elif isinstance(pattern, n.ArrayPattern):
            for element in pattern.elements:
                if element is not None:
                    self.link(pattern, element)
                    self.targets(element, writing)
        elif isinstance(pattern, n.ObjectPattern):
            for item in pattern.properties:
                self.link(pattern, item)
                if isinstance(item, n.Property):
                    self.link(item, item.key, item.value)
                    if item.computed:
                        self.visit(item.key)
                    self.targets(item.value, writing)
                else:
                    self.targets(item, writing)
        else:
            self.visit(pattern)

    # -- the walk -------------------------------------------------------------------

    def link(self, parent: n.Node, *nodes: n.Node) -> None:
        for node in nodes:
            self.scopes.parents[node] = parent

    def visit(self, node: n.Node) -> None:
        handler = self.handlers.get(type(node))
        if handler is not None:
            handler(node)
        else:
            parents = self.scopes.parents
            for child in n.children(node):
                parents[child] = node
                self.visit(child)

    def visit_all(self, parent: n.Node, nodes: list[n.Node]) -> None:
        for node in nodes:
            self.scopes.parents[node] = parent
            self.visit(node)

    def enter(self, node: n.Node, function: FunctionNode | None = None) -> Scope:
        scope = Scope(
            node,
            self.scope,
            function if function is not None else self.scope.function,
            self.loop if function is None else None,
        )
        self.scopes.scope_of[node] = scope
        return scope

    def program(self) -> Scopes:
        program = self.scopes.program
        self.hoist(program.body, self.scope)
        self.hoist_vars(program, self.scope)
        self.visit_all(program, program.body)
        self.settle()
        return self.scopes

    def function(self, node: n.Function) -> None:
        outer, outer_facts, outer_loop = self.scope, self.facts, self.loop
        outer_facts.inner.append(node)
        if isinstance(node, n.FunctionExpression) and node.id is not None:
            self.scope = self.enter(node.id)
            self.scope.loop = None
            binding = self.declare(node.id.name, "self", self.scope, node)
            self.scopes.binding_of[node.id] = binding
        self.scope = self.enter(node, node)
        self.facts = FunctionFacts(node, outer_facts.node)
        self.scopes.facts[node] = self.facts
        self.loop = None
        self.link(node, node.body)
        if node.id is not None:
            self.link(node, node.id)
        for param in node.params:
            self.link(node, param)
            for name in pattern_names(param):
                self.declare(name.name, "param", self.scope, param)
        body = node.body
        if isinstance(body, n.BlockStatement):
            self.hoist(body.body, self.scope)
            self.hoist_vars(body, self.scope)
        for param in node.params:
            self.targets(param, writing=False)
        if isinstance(body, n.BlockStatement):
            self.visit_all(body, body.body)
        else:
            self.visit(body)
        arrow = isinstance(node, n.ArrowFunctionExpression)
        if arrow:
            outer_facts.uses_this |= self.facts.uses_this
            outer_facts.uses_arguments |= self.facts.uses_arguments
        self.scope, self.facts, self.loop = outer, outer_facts, outer_loop

    def class_(self, node: n.Class) -> None:
        outer = self.scope
        if node.super_class is not None:
            self.link(node, node.super_class)
            self.visit(node.super_class)
        self.link(node, node.body)
        if node.id is not None:
            self.link(node, node.id)
            if isinstance(node, n.ClassExpression):
                self.scope = self.enter(node)
                binding = self.declare(node.id.name, "self", self.scope, node)
                self.scopes.binding_of[node.id] = binding
        self.visit_all(node.body, node.body.body)  # type: ignore[arg-type]
        self.scope = outer

    def static_block(self, node: n.StaticBlock) -> None:
        outer, outer_facts, outer_loop = self.scope, self.facts, self.loop
        self.scope = self.enter(node, node)
        self.facts = FunctionFacts(node, outer_facts.node)
        self.scopes.facts[node] = self.facts
        self.loop = None
        self.hoist(node.body, self.scope)
        self.hoist_vars(node, self.scope)
        self.visit_all(node, node.body)
        self.scope, self.facts, self.loop = outer, outer_facts, outer_loop

    def member_definition(
        self, node: n.MethodDefinition | n.PropertyDefinition
    ) -> None:
        self.link(node, node.key)
        if node.computed:
            self.visit(node.key)
        if node.value is not None:
            self.link(node, node.value)
            uses_this = self.facts.uses_this
            self.visit(node.value)
            # ``this`` in a field's value is the instance, not the function around.
            self.facts.uses_this = uses_this

    def variables(self, node: n.VariableDeclaration) -> None:
        for declarator in node.declarations:
            self.link(node, declarator)
            self.link(declarator, declarator.id)
            if declarator.init is not None:
                self.link(declarator, declarator.init)
                self.visit(declarator.init)
            if node.kind == "var":
                # A ``var`` with a value is an assignment to the hoisted name; the first
                # one counts as its declaration.
                for name in pattern_names(declarator.id):
                    binding = self.scope.lookup(name.name)
                    if binding is not None:
                        self.scopes.binding_of[name] = binding
                        binding.assignments.append(declarator)
                        if binding.node is not declarator and (
                            declarator.init is not None
                        ):
                            binding.assigned_by.add(self.facts.node)
                self.targets_only_defaults(declarator.id)
            else:
                self.targets(declarator.id, writing=False)
                for name in pattern_names(declarator.id):
                    found = self.scopes.binding_of.get(name)
                    if found is not None:
                        found.assignments.append(declarator)
            self.record_writes(declarator.id)

    def targets_only_defaults(self, pattern: n.Node) -> None:
        if not isinstance(pattern, n.Identifier):
            self.targets(pattern, writing=False)

    def record_writes(self, pattern: n.Node) -> None:
        offsets, bindings = self.scopes.writes.setdefault(self.facts.node, ([], []))
        for name in pattern_names(pattern):
            binding = self.scopes.binding_of.get(name)
            if binding is not None:
                offsets.append(name.start)
                bindings.append(binding)

    def assignment(self, node: n.AssignmentExpression) -> None:
        self.link(node, node.left, node.right)
        self.targets(node.left, writing=True)
        self.visit(node.right)

    def update(self, node: n.UpdateExpression) -> None:
        self.link(node, node.argument)
        self.targets(node.argument, writing=True)

    def block(self, node: n.BlockStatement) -> None:
        outer = self.scope
        if any(
            isinstance(s, (n.FunctionDeclaration, n.ClassDeclaration))
            or (isinstance(s, n.VariableDeclaration) and s.kind != "var")
            for s in node.body
        ):
            self.scope = self.enter(node)
            self.hoist(node.body, self.scope)
        self.visit_all(node, node.body)
        self.scope = outer

    def loop_statement(self, node: n.Node) -> None:
        outer, outer_loop = self.scope, self.loop
        self.loop = node
        if isinstance(node, n.ForStatement):
            if isinstance(node.init, n.VariableDeclaration) and node.init.kind != "var":
                self.scope = self.enter(node)
                self.hoist([node.init], self.scope)
            for child in n.children(node):
                self.link(node, child)
                self.visit(child)
        elif isinstance(node, (n.ForInStatement, n.ForOfStatement)):
            self.link(node, node.left, node.right, node.body)
            self.loop = outer_loop
            self.visit(node.right)
            self.loop = node
            if isinstance(node.left, n.VariableDeclaration):
                if node.left.kind != "var":
                    self.scope = self.enter(node)
                    self.hoist([node.left], self.scope)
                self.variables(node.left)
            else:
                self.targets(node.left, writing=True)
            self.visit(node.body)
            if isinstance(node, n.ForOfStatement) and node.is_await:
                self.facts.awaits = True
        else:
            for child in n.children(node):
                self.link(node, child)
                self.visit(child)
        self.scope, self.loop = outer, outer_loop

    def switch(self, node: n.SwitchStatement) -> None:
        self.link(node, node.discriminant)
        self.visit(node.discriminant)
        outer = self.scope
        self.scope = self.enter(node)
        for case in node.cases:
            self.hoist(case.consequent, self.scope)
        for case in node.cases:
            self.link(node, case)
            if case.test is not None:
                self.link(case, case.test)
                self.visit(case.test)
            self.visit_all(case, case.consequent)
        self.scope = outer

    def catch(self, node: n.CatchClause) -> None:
        outer = self.scope
        self.scope = self.enter(node)
        if node.param is not None:
            self.link(node, node.param)
            for name in pattern_names(node.param):
                self.declare(name.name, "catch", self.scope, node)
            self.targets(node.param, writing=False)
            self.record_writes(node.param)
        self.link(node, node.body)
        self.block(node.body)
        self.scope = outer

    def member(self, node: n.MemberExpression) -> None:
        self.link(node, node.object, node.property)
        self.visit(node.object)
        if node.computed:
            self.visit(node.property)

    def property(self, node: n.Property) -> None:
        self.link(node, node.key, node.value)
        if node.computed:
            self.visit(node.key)
        self.visit(node.value)

    def this(self, node: n.Node) -> None:
        self.facts.uses_this = True

    def await_(self, node: n.AwaitExpression) -> None:
        self.facts.awaits = True
        self.link(node, node.argument)
        self.visit(node.argument)

    def yield_(self, node: n.YieldExpression) -> None:
        self.facts.yields.append(node)
        if node.argument is not None:
            self.link(node, node.argument)
            self.visit(node.argument)

    def return_(self, node: n.ReturnStatement) -> None:
        self.facts.returns.append(node)
        if node.argument is not None:
            self.link(node, node.argument)
            self.visit(node.argument)

    def throw(self, node: n.ThrowStatement) -> None:
        self.facts.throws.append(node)
        self.link(node, node.argument)
        self.visit(node.argument)

    def import_(self, node: n.ImportDeclaration) -> None:
        return None

    def export_named(self, node: n.ExportNamedDeclaration) -> None:
        if node.declaration is not None:
            self.link(node, node.declaration)
            self.visit(node.declaration)

    # -- after the walk ------------------------------------------------------------

    def settle(self) -> None:
        scopes = self.scopes
        for node, scope, writing in self.pending:
            binding = scope.lookup(node.name)
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
                binding.assigned_by.add(function)
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
        self.mark_early()

    def mark_early(self) -> None:
        """Find the ``var`` names that may be undefined when they are read."""
        for binding in self.scopes.bindings:
            if binding.kind == "var" and binding.references:
                binding.early = self.read_early(binding)
                if binding.early:
                    self.scopes.early.setdefault(binding.function, []).append(binding)

    def read_early(self, binding: Binding) -> bool:
        home = binding.scope.function
        sets: list[tuple[int, n.Node]] = []
        for assignment in binding.assignments:
            node: n.Node = assignment
            if isinstance(node, n.VariableDeclarator):
                parent = self.scopes.parents.get(node)
                loop = self.scopes.parents.get(parent) if parent is not None else None
                if isinstance(loop, (n.ForOfStatement, n.ForInStatement)):
                    sets.append((node.start, loop.body))
                    continue
                if node.init is None:
                    if any(r.start < node.start for r in binding.references):
                        continue
            elif self.scopes.enclosing_function(node) is not home:
                continue
            else:
                parent = self.scopes.parents.get(node)
                while parent is not None and not isinstance(
                    parent, (n.AssignmentExpression, n.UpdateExpression, n.Statement)
                ):
                    parent = self.scopes.parents.get(parent)
                if (
                    not isinstance(parent, n.AssignmentExpression)
                    or parent.operator != "="
                ):
                    continue
                node = parent
            sets.append((node.end, self.region(node, home)))
        writes = set(binding.assignments)
        for reference in binding.references:
            if reference in writes and not self.reads_too(reference):
                continue
            position = self.runs_at(reference, home, set())
            if not any(
                end <= position and region.start <= position <= region.end
                for end, region in sets
            ):
                return True
        return False

    def reads_too(self, node: n.Node) -> bool:
        parent = self.scopes.parents.get(node)
        return isinstance(parent, n.UpdateExpression) or (
            isinstance(parent, n.AssignmentExpression)
            and parent.left is node
            and parent.operator != "="
        )

    def region(self, node: n.Node, home: n.Node) -> n.Node:
        """The part of a function that only runs behind the node if it begins behind it."""
        current = node
        while current is not home:
            parent = self.scopes.parents.get(current)
            if parent is None:
                return home
            if isinstance(parent, n.IfStatement | n.ConditionalExpression):
                if current is not parent.test:
                    return current
            elif isinstance(parent, n.LogicalExpression):
                if current is parent.right:
                    return current
            elif isinstance(parent, n.SwitchCase | n.CatchClause | n.ChainExpression):
                return current
            elif isinstance(parent, n.TryStatement):
                if current is parent.block and (parent.handler or parent.finalizer):
                    return current
            elif isinstance(
                parent, (n.WhileStatement, n.ForInStatement, n.ForOfStatement)
            ):
                if current is parent.body:
                    return current
            elif isinstance(parent, n.ForStatement):
                if current is not parent.init and current is not parent.test:
                    return current
            elif isinstance(parent, n.LabeledStatement):
                return current
            current = parent
        return home

    def runs_at(self, node: n.Node, home: n.Node, seen: set[Binding]) -> int:
        """The earliest place of the function ``home`` at which the node may be evaluated."""
        current: n.Node = node
        function: FunctionNode = self.scopes.enclosing_function(node)
        while function is not home and function is not self.scopes.program:
            current = function
            function = self.scopes.enclosing_function(current)
        if current is node or not isinstance(current, n.FunctionDeclaration):
            return node.start if current is node else current.start
        binding = self.scopes.binding_of.get(current.id) if current.id else None
        if binding is None or binding in seen:
            return home.end
        seen.add(binding)
        return min(
            (self.runs_at(r, home, seen) for r in binding.references), default=home.end
        )

    def mark_arguments(self, scope: Scope) -> None:
        function: FunctionNode | None = scope.function
        while isinstance(function, n.ArrowFunctionExpression):
            function = self.scopes.facts[function].parent
        if function is not None:
            self.scopes.facts[function].uses_arguments = True


def resolve(program: n.Program) -> Scopes:
    """Find each name's binding. Never fails: what is declared nowhere is in ``globals``."""
    return _Resolver(program).program()
