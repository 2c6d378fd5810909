"""Types through statements: bindings, loops, branches, functions and classes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..parse import nodes as n
from . import types as t
from .classes import Classes
from .engine import MAX_ATOMS, Env
from .scopes import LOOPS, Binding
from .types import Type


class Statements(Classes):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: what each assignment of a name gives it
        self.flowed: dict[Binding, dict[n.Identifier, Type]] = {}
        #: names whose types at the head of a loop come from the assignments in it
        self.rejoined: set[Binding] = set()
        nothing: Callable[..., None] = lambda node: None  # noqa: E731
        self.statement_handlers: dict[type[n.Node], Callable[..., None]] = {
            n.ExpressionStatement: lambda node: self.discard(node.expression),
            n.VariableDeclaration: self.variables,
            n.FunctionDeclaration: nothing,
            n.ClassDeclaration: self.class_statement,
            n.ReturnStatement: self.return_statement,
            n.IfStatement: self.if_statement,
            n.ForStatement: self.for_statement,
            n.ForOfStatement: self.for_of,
            n.ForInStatement: self.for_in,
            n.WhileStatement: self.while_statement,
            n.DoWhileStatement: self.do_while,
            n.BlockStatement: lambda node: self.block(node.body),
            n.BreakStatement: self.leave,
            n.ContinueStatement: self.leave,
            n.ThrowStatement: self.throw,
            n.TryStatement: self.try_statement,
            n.SwitchStatement: self.switch,
            n.LabeledStatement: self.labeled,
            n.ImportDeclaration: self.import_declaration,
            n.ExportNamedDeclaration: self.export_named,
            n.ExportDefaultDeclaration: self.export_default,
            n.WithStatement: lambda node: None,
        }

    def discard(self, node: n.Node) -> None:
        self.evaluate(node)

    def statement(self, node: n.Node) -> None:
        handler = self.statement_handlers.get(type(node))
        if handler is not None:
            handler(node)

    def block(self, body: list[n.Node]) -> None:
        self.hoist_functions(body)
        for statement in body:
            self.statement(statement)

    def hoist_functions(self, body: list[n.Node]) -> None:
        for statement in body:
            node: n.Node | None = statement
            if isinstance(node, (n.ExportNamedDeclaration, n.ExportDefaultDeclaration)):
                node = node.declaration
            while isinstance(node, n.LabeledStatement):
                node = node.body
            if isinstance(node, n.FunctionDeclaration) and node.id is not None:
                binding = self.scopes.binding_of[node.id]
                self.widen(self.cell(binding), frozenset({self.function(node)}))

    # -- bindings --------------------------------------------------------------------

    def variables(self, node: n.VariableDeclaration) -> None:
        for declarator in node.declarations:
            if declarator.init is not None:
                documented = self.documented_variable(node, declarator)
                types = self.evaluate(declarator.init)
                self.assign(declarator.id, documented or types)
            elif node.kind != "var" or self.scopes.first_var(declarator):
                self.assign(declarator.id, t.T_UNDEFINED)

    def documented_variable(
        self, node: n.VariableDeclaration, declarator: n.VariableDeclarator
    ) -> Type | None:
        return None

    def assign(self, target: n.Node, types: Type) -> None:
        """Let a value flow into an assignment target or a pattern."""
        if isinstance(target, n.Identifier):
            self.types[target] = types
            binding = self.scopes.binding_of.get(target)
            if binding is None:
                return
            self.widen(self.cell(binding), types)
            if binding.reassigned:
                self.note_flow(binding, target, types)
            if self.env is not None:
                if self.eligible(binding) and binding.kind != "import":
                    self.env = {**self.env, binding: types}
                elif binding in self.env:
                    self.env = {b: k for b, k in self.env.items() if b is not binding}
        elif isinstance(target, n.MemberExpression):
            self.assign_member(target, types)
            self.types[target] = types
        elif isinstance(target, n.AssignmentPattern):
            before = self.env
            default = self.evaluate(target.right)
            self.env = before
            # Only undefined takes the default (ECMA-262 section 8.6.2).
            kept = types - {t.UNDEFINED}
            if t.UNDEFINED in types or t.ANY in types or not types:
                kept |= default
            self.types[target] = kept
            self.assign(target.left, kept)
        elif isinstance(target, n.ArrayPattern):
            self.types[target] = types
            self.assign_array(target, types)
        elif isinstance(target, n.ObjectPattern):
            self.types[target] = types
            self.assign_object(target, types)
        elif isinstance(target, n.RestElement):
            self.assign(target.argument, types)

    def assign_array(self, target: n.ArrayPattern, types: Type) -> None:
        items = self.known_items(types)
        for position, element in enumerate(target.elements):
            if element is None:
                continue
            if isinstance(element, n.RestElement):
                rest = self.array_at((element, "rest"), element)
                if items is not None:
                    for item in items[position:]:
                        self.widen(rest.elem, item)
                else:
                    self.widen(rest.elem, self.iterated(types))
                self.assign(element.argument, frozenset({rest}))
                continue
            if items is not None:
                value = items[position] if position < len(items) else t.T_UNDEFINED
            else:
                value = t.NEVER
                for atom in types:
                    if isinstance(atom, t.ArrayAtom) and atom.items is not None:
                        value |= (
                            self.read(atom.items[position])
                            if position < len(atom.items)
                            else t.T_UNDEFINED
                        )
                    elif atom is t.MATCH:
                        value |= self.match_item(self.taken_from(target), position)
                    else:
                        value |= self.iterated(frozenset({atom}))
                if isinstance(element, n.AssignmentPattern):
                    value |= t.T_UNDEFINED
            self.assign(element, value)

    def assign_object(self, target: n.ObjectPattern, types: Type) -> None:
        taken: set[str] = set()
        for item in target.properties:
            if isinstance(item, n.RestElement):
                rest = self.object_at((item, "rest"), item)
                self.keep_keys(rest, "rest", self.common_keys(types) - taken)
                for atom in types:
                    if isinstance(atom, (t.ObjectAtom, t.InstanceAtom)):
                        for name, cell in list(atom.props.items()):
                            if name not in taken:
                                self.widen(rest.prop(name), self.read(cell))
                        self.widen(rest.dynamic, self.read(atom.dynamic))
                        self.widen(rest.keys, self.read(atom.keys))
                    elif atom is t.ANY:
                        self.widen(rest.dynamic, t.T_ANY)
                        self.widen(rest.keys, t.T_STRING)
                self.assign(item.argument, frozenset({rest}))
                continue
            key = self.property_name(item.key, item.computed)
            if key is None:
                value = self.element(types, self.evaluate(item.key), item)
            else:
                taken.add(key)
                value = self.property_types(types, key, item)
            self.assign(item.value, value)

    # -- control flow ------------------------------------------------------------------

    def merge(self, first: Env | None, second: Env | None) -> Env | None:
        """What is known where two ways meet; None is a way that does not arrive."""
        if first is None:
            return second
        if second is None or first is second:
            return first
        merged: Env = {}
        for binding, types in first.items():
            other = second.get(binding)
            if other is not None:
                merged[binding] = types if other is types else types | other
        return merged

    def forget(self, node: n.Node) -> None:
        """A name that ``node`` assigns, once or many times, may hold what it assigns."""
        self.forget_parts([node])

    def forget_parts(self, nodes: Sequence[n.Node]) -> None:
        env = self.env
        if not env:
            return
        changed: Env = {}
        for node in nodes:
            for binding in self.scopes.assigned_within(self.unit, node):  # type: ignore[arg-type]
                known = changed.get(binding) or env.get(binding)
                if known is None:
                    continue
                self.rejoined.add(binding)
                for target, types in self.flowed.get(binding, {}).items():
                    if node.start <= target.start < node.end:
                        known |= types
                changed[binding] = known
        if changed:
            self.env = {
                binding: changed.get(binding, types) for binding, types in env.items()
                if len(changed.get(binding, types)) <= MAX_ATOMS
            }  # fmt: skip

    def note_flow(self, binding: Binding, target: n.Identifier, types: Type) -> None:
        """Keep what an assignment gives; loops around it are looked at again."""
        flowed = self.flowed.setdefault(binding, {})
        old = flowed.get(target, t.NEVER)
        if not types <= old:
            flowed[target] = old | types
            if binding in self.rejoined:
                self.enqueue(self.unit)

    def leave(self, node: n.Node) -> None:
        self.env = None

    def return_statement(self, node: n.ReturnStatement) -> None:
        types = (
            self.evaluate(node.argument) if node.argument is not None else t.T_UNDEFINED
        )
        self.returned(types)
        self.env = None

    def returned(self, types: Type) -> None:
        function = self.functions.get(self.unit)
        if function is None:
            return
        if function.node.is_async:
            types = self.awaited(types)
        self.widen(function.result, types)

    def throw(self, node: n.ThrowStatement) -> None:
        self.widen(self.thrown, self.evaluate(node.argument))
        self.env = None

    def if_statement(self, node: n.IfStatement) -> None:
        self.evaluate(node.test)
        before = self.env
        self.env = self.narrow(node.test, before, True)
        self.statement(node.consequent)
        after = self.env
        self.env = self.narrow(node.test, before, False)
        if node.alternate is not None:
            self.statement(node.alternate)
        self.env = self.merge(after, self.env)

    def labeled(self, node: n.LabeledStatement) -> None:
        """Behind a labelled block is also who left it by ``break label``."""
        before = self.env
        self.statement(node.body)
        body = node.body
        while isinstance(body, n.LabeledStatement):
            body = body.body
        if _holds(node.body, n.BreakStatement) and not isinstance(body, LOOPS):
            after = self.env
            self.env = before
            self.forget(node.body)
            self.env = self.merge(self.env, after)

    def loop_exit(
        self, node: n.Node, head: Env | None, test: n.Expression | None
    ) -> None:
        """Behind a loop: what was known at its head, and that its test came out false."""
        self.env = head
        if test is not None and not _breaks(node):
            self.env = self.narrow(test, head, False)
        if self.env is None:
            self.env = dict(head) if head is not None else None

    def for_statement(self, node: n.ForStatement) -> None:
        if isinstance(node.init, n.VariableDeclaration):
            self.variables(node.init)
        elif node.init is not None:
            self.evaluate(node.init)
        self.forget_loop(node, node.init)
        head = self.env
        if node.test is not None:
            self.evaluate(node.test)
            self.env = self.narrow(node.test, self.env, True)
        self.statement(node.body)
        if node.update is not None:
            if self.env is None or _holds(node.body, n.ContinueStatement):
                self.env = head
            self.evaluate(node.update)
        self.loop_exit(node, head, node.test)

    def forget_loop(self, node: n.ForStatement, init: n.Node | None) -> None:
        """Like ``forget``, for the parts of a ``for`` that run again."""
        if not self.env:
            return
        self.forget_parts(
            [p for p in (node.test, node.update, node.body) if p is not None]
        )

    def while_statement(self, node: n.WhileStatement) -> None:
        self.forget(node)
        head = self.env
        self.evaluate(node.test)
        self.env = self.narrow(node.test, self.env, True)
        self.statement(node.body)
        self.loop_exit(node, head, node.test)

    def do_while(self, node: n.DoWhileStatement) -> None:
        self.forget(node)
        head = self.env
        self.statement(node.body)
        if self.env is None or _holds(node.body, n.ContinueStatement):
            self.env = head
        self.evaluate(node.test)
        self.loop_exit(node, head, node.test)

    def for_of(self, node: n.ForOfStatement) -> None:
        source = self.evaluate(node.right)
        self.forget(node)
        head = self.env
        self.loop_target(node.left, self.iterated(source, node.is_await))
        self.statement(node.body)
        self.env = head

    def for_in(self, node: n.ForInStatement) -> None:
        self.evaluate(node.right)
        self.forget(node)
        head = self.env
        self.loop_target(node.left, t.T_STRING)
        self.statement(node.body)
        self.env = head

    def loop_target(self, left: n.Node, types: Type) -> None:
        if isinstance(left, n.VariableDeclaration):
            self.assign(left.declarations[0].id, types)
        else:
            self.assign(left, types)

    def try_statement(self, node: n.TryStatement) -> None:
        before = self.env
        self.statement(node.block)
        after = self.env
        if node.handler is not None:
            self.env = before
            self.forget(node.block)
            if node.handler.param is not None:
                caught = self.read(self.thrown) | {self.error("Error")}
                self.assign(node.handler.param, caught)
            self.statement(node.handler.body)
            self.env = self.merge(after, self.env)
        if node.finalizer is not None:
            finished = self.env
            if finished is None or node.handler is None:
                self.env = before
                self.forget(node.block)
                if node.handler is not None:
                    self.forget(node.handler)
            known = self.env
            self.statement(node.finalizer)
            if finished is None or self.env is None:
                self.env = None
            elif known is not finished:
                assigned = self.scopes.assigned_within(self.unit, node.finalizer)  # type: ignore[arg-type]
                self.env = {
                    b: k if b in assigned else finished.get(b, k)
                    for b, k in self.env.items()
                }

    def switch(self, node: n.SwitchStatement) -> None:
        self.evaluate(node.discriminant)
        self.forget_cases(node)
        head = self.env
        self.hoist_functions([s for case in node.cases for s in case.consequent])
        for case in node.cases:
            if case.test is not None:
                self.evaluate(case.test)
            self.env = head
            for statement in case.consequent:
                self.statement(statement)
        self.env = head

    def forget_cases(self, node: n.SwitchStatement) -> None:
        self.forget_parts(node.cases)

    # -- modules -----------------------------------------------------------------------

    def import_declaration(self, node: n.ImportDeclaration) -> None:
        for specifier in node.specifiers:
            binding = self.scopes.binding_of[specifier.local]
            member = "*" if specifier.kind == "namespace" else specifier.imported
            atom = self.module(f"{node.source}:{member or 'default'}")
            self.widen(self.cell(binding), frozenset({atom}))

    def export_named(self, node: n.ExportNamedDeclaration) -> None:
        if node.declaration is not None:
            self.statement(node.declaration)
            for name in _declared(node.declaration):
                self.export(name)
        elif node.source is None:
            for specifier in node.specifiers:
                binding = self.scopes.module.bindings.get(specifier.local)
                if binding is not None:
                    self.escape(self.read(self.cell(binding)))

    def export(self, name: n.Identifier) -> None:
        binding = self.scopes.binding_of.get(name)
        if binding is not None:
            self.escape(self.read(self.cell(binding)))

    def export_default(self, node: n.ExportDefaultDeclaration) -> None:
        declaration = node.declaration
        if isinstance(declaration, n.FunctionDeclaration):
            self.escape(frozenset({self.function(declaration)}))
        elif isinstance(declaration, n.ClassDeclaration):
            self.escape(self.class_(declaration))
        else:
            self.escape(self.evaluate(declaration))


def _declared(node: n.Node) -> list[n.Identifier]:
    from .scopes import pattern_names

    if isinstance(node, n.VariableDeclaration):
        return [name for d in node.declarations for name in pattern_names(d.id)]
    if isinstance(node, (n.FunctionDeclaration, n.ClassDeclaration)) and node.id:
        return [node.id]
    return []


def _breaks(loop: n.Node) -> bool:
    """Whether a loop can be left in another way than by its test."""
    return _holds(loop.body, n.BreakStatement)  # type: ignore[attr-defined]


def _holds(node: n.Node, kind: type[n.Statement]) -> bool:
    """Whether there is such a statement in a statement, functions apart."""
    stack = [node]
    while stack:
        current = stack.pop()
        if isinstance(current, kind):
            return True
        if isinstance(current, (n.Statement, n.SwitchCase, n.CatchClause)):
            stack.extend(n.children(current))
    return False
