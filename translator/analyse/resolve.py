"""Finds each name's binding: one walk of the tree, then the references are resolved.

They are resolved after the walk, so that hoisting (ECMA-262 section 10.2.11,
FunctionDeclarationInstantiation) needs no second one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..parse import nodes as n
from .declaring import Declaring
from .scopes import FunctionFacts, Scopes, pattern_names


class _Resolver(Declaring):
    def __init__(self, program: n.Program) -> None:
        super().__init__(program)
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
                binding = self.scope.lookup(pattern.name)
                assert (
                    binding is not None
                ), "patterns are declared before they are walked"
                self.scopes.binding_of[pattern] = binding
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

    def visit_all(self, parent: n.Node, nodes: Sequence[n.Node]) -> None:
        for node in nodes:
            self.scopes.parents[node] = parent
            self.visit(node)

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
        self.visit_all(node.body, node.body.body)
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
            isinstance(
                s, (n.FunctionDeclaration, n.ClassDeclaration, n.LabeledStatement)
            )
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
            if isinstance(node.left, n.VariableDeclaration) and node.left.kind != "var":
                # Known already in what the loop goes through (ECMA-262 14.7.5.6).
                self.scope = self.enter(node)
                self.hoist([node.left], self.scope)
            self.loop = outer_loop
            self.visit(node.right)
            self.loop = node
            if isinstance(node.left, n.VariableDeclaration):
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


def resolve(program: n.Program) -> Scopes:
    """Find each name's binding. Never fails: what is declared nowhere is in ``globals``."""
    return _Resolver(program).program()
