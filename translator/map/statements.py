"""Statements, but for loops and switch."""

from __future__ import annotations

import ast
from collections.abc import Callable

from ..analyse import types as t
from ..analyse.flow import is_promise, may_be_promise
from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import BlankLine, Comment, is_code, set_trailing
from .annotations import optional
from .attributes import snake_case
from .base import Refused
from .docs import comment_text
from .promises import Promises

_AUGMENTED = frozenset({"+=", "-=", "*=", "/=", "**=", "%=", "&=", "|=", "^=", "<<=", ">>=", ">>>="})


class Statements(Promises):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: what is exported under other names, at the end of the module
        self.export_aliases: list[ast.stmt] = []
        self.statement_handlers: dict[type[n.Node], Callable[..., None]] = {
            n.ExpressionStatement: self.expression_statement,
            n.VariableDeclaration: self.variables,
            n.FunctionDeclaration: self.function_declaration,
            n.ClassDeclaration: self.class_declaration,
            n.ReturnStatement: self.return_statement,
            n.IfStatement: self.if_statement,
            n.ForStatement: self.for_statement,
            n.ForOfStatement: self.for_of,
            n.ForInStatement: self.for_in,
            n.WhileStatement: self.while_statement,
            n.DoWhileStatement: self.do_while,
            n.BlockStatement: self.block_statement,
            n.BreakStatement: self.break_statement,
            n.ContinueStatement: self.continue_statement,
            n.ThrowStatement: self.throw,
            n.TryStatement: self.try_statement,
            n.SwitchStatement: self.switch,
            n.LabeledStatement: self.labeled,
            n.EmptyStatement: lambda node: None,
            n.DebuggerStatement: lambda node: self.emit(b.expr(b.call("breakpoint"))),
            n.ImportDeclaration: self.import_declaration,
            n.ExportNamedDeclaration: self.export_named,
            n.ExportDefaultDeclaration: self.export_default,
            n.ExportAllDeclaration: self.export_all,
            n.WithStatement: self.with_statement,
        }

    # -- sequences -----------------------------------------------------------------------

    def statements(self, nodes: list[n.Node]) -> list[ast.stmt]:
        """The Python of some statements, with their comments; hoisted functions first."""
        made: list[ast.stmt] = []
        with self.into(made):
            for node in self.hoisted(nodes):
                self.statement(node)
        return made

    def hoisted(self, nodes: list[n.Node]) -> list[n.Node]:
        """Function declarations that are used above themselves move up to the first use."""
        result = list(nodes)
        for node in nodes:
            declaration = node
            if isinstance(node, n.ExportNamedDeclaration) and node.declaration:
                declaration = node.declaration
            if not isinstance(declaration, n.FunctionDeclaration) or not declaration.id:
                continue
            binding = self.scopes.binding_of[declaration.id]
            position = result.index(node)
            first = self.first_use(binding, result[:position])
            if first is not None:
                result.remove(node)
                result.insert(first, node)
        return result

    def first_use(self, binding: Binding, nodes: list[n.Node]) -> int | None:
        """The first statement that runs code which needs the function."""
        needed = self.needed_by(binding)
        for position, node in enumerate(nodes):
            if isinstance(node, (n.FunctionDeclaration, n.ImportDeclaration)):
                continue
            if self.only_exports(node):
                continue
            for reference in needed:
                if node.start <= reference < node.end:
                    return position
        return None

    def only_exports(self, node: n.Node) -> bool:
        """``module.exports = { a, b }``: nothing is evaluated in Python."""
        if isinstance(node, n.ExportNamedDeclaration):
            return node.declaration is None
        if not isinstance(node, n.ExpressionStatement):
            return False
        assignment = node.expression
        if not (
            isinstance(assignment, n.AssignmentExpression)
            and isinstance(assignment.left, n.MemberExpression)
            and self.analysis.inference.is_exports(assignment.left)
        ):
            return False
        value = assignment.right
        return isinstance(value, n.Identifier) or (
            isinstance(value, n.ObjectExpression)
            and all(
                isinstance(p, n.Property) and isinstance(p.value, n.Identifier)
                for p in value.properties
            )
        )

    def needed_by(self, binding: Binding) -> list[int]:
        """Offsets at which a function may be called, directly or by hoisted functions."""
        seen: set[Binding] = set()
        offsets: list[int] = []
        stack = [binding]
        while stack:
            current = stack.pop()
            if current in seen:
                continue
            seen.add(current)
            for reference in current.references:
                offsets.append(reference.start)
                function = self.scopes.enclosing_function(reference)
                if isinstance(function, n.FunctionDeclaration) and function.id:
                    stack.append(self.scopes.binding_of[function.id])
        return offsets

    def statement(self, node: n.Node) -> None:
        """One statement: its comments, its code; a refusal leaves an error in its place."""
        start = len(self.block)
        if isinstance(node, n.Commented) or hasattr(node, "leading"):
            self.comments_before(node)
        first = len(self.block)
        line = self.source.position(node.start)[0]
        handler = self.statement_handlers.get(type(node))
        block, context = self.block, self.fn
        helpers, imports = set(self.helpers), set(self.imports)
        later, self.later = self.later, []
        self.later_of = node
        try:
            if handler is None:
                raise self.refuse(node, f"{node.type} is not translated yet")
            handler(node)
            self.block.extend(self.later)
        except Refused as refused:
            self.block, self.fn = block, context
            self.helpers, self.imports = helpers, imports
            del self.block[first:]
            self.emit(self.report_refusal(refused))
        self.later = later
        for made in self.block[first:]:
            if not getattr(made, "lineno", 0):
                made.lineno = line
        trailing = getattr(node, "trailing", None)
        if trailing:
            code = [s for s in self.block[first:] if is_code(s)]
            text = " ".join(comment_text(c) for c in trailing)
            if code:
                target = code[-1] if not hasattr(code[-1], "body") else code[0]
                set_trailing(target, text)
            else:
                self.emit(Comment(text))
        del start

    later: list[ast.stmt] = []
    later_of: n.Node | None = None

    def update_later(self, node: n.UpdateExpression) -> bool:
        """Whether ``i++`` inside of a statement may be done behind it: nobody sees it."""
        target = node.argument
        if isinstance(target, n.MemberExpression):
            holder = self.scopes.parents.get(node)
            return (
                isinstance(holder, (n.AssignmentExpression, n.VariableDeclarator))
                and not self.fn.tries
                and self.effects.pure(target)
                and self.stands_for_statement(holder)
                and not (
                    isinstance(holder, n.AssignmentExpression)
                    and (
                        holder.operator != "="
                        or not self.effects.pure(holder.left)
                        or self.same_property(holder.left, target)
                    )
                )
            )
        if not isinstance(target, n.Identifier):
            return False
        binding = self.scopes.binding_of.get(target)
        if binding is None or binding.captured_by or self.home(binding) is not self.fn:
            return False
        if self.fn.tries or binding.function is not self.scopes.enclosing_function(node):
            return False
        current: n.Node = node
        while True:
            parent = self.scopes.parents.get(current)
            if isinstance(parent, (n.ExpressionStatement, n.VariableDeclaration)):
                break
            if isinstance(parent, n.AssignmentExpression):
                if parent.operator not in ("=", "+=", "-="):
                    return False
            elif not isinstance(
                parent,
                (n.MemberExpression, n.BinaryExpression, n.CallExpression, n.ArrayExpression,
                 n.YieldExpression, n.VariableDeclarator, n.TemplateLiteral, n.NewExpression,
                 n.ObjectExpression, n.Property),
            ):  # fmt: skip
                return False
            current = parent
        if parent is not self.later_of:
            return False
        if isinstance(parent, n.VariableDeclaration) and len(parent.declarations) != 1:
            return False
        if isinstance(self.scopes.parents.get(parent), n.ForStatement):
            return False
        return sum(parent.start <= r.start < parent.end for r in binding.references) == 1

    def stands_for_statement(self, node: n.Node) -> bool:
        """Whether an assignment or declarator is all of the statement being made."""
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.VariableDeclaration):
            if len(parent.declarations) != 1 or not isinstance(
                parent.declarations[0].id, n.Identifier
            ):
                return False
            if isinstance(self.scopes.parents.get(parent), n.ForStatement):
                return False
        elif not isinstance(parent, n.ExpressionStatement):
            return False
        return parent is self.later_of

    def same_property(self, one: n.Node, other: n.MemberExpression) -> bool:
        """Whether an assignment may change what the other member reads."""
        if not isinstance(one, n.MemberExpression):
            return any(
                isinstance(one, n.Identifier)
                and isinstance(x, n.Identifier)
                and self.scopes.binding_of.get(x) is self.scopes.binding_of.get(one)
                for x in n.walk(other)
            )
        if one.computed or other.computed:
            return True
        names = {getattr(x.property, "name", None) for x in n.walk(other)
                 if isinstance(x, n.MemberExpression)}  # fmt: skip
        return getattr(one.property, "name", None) in names

    def comments_before(self, node: n.Node) -> None:
        leading: list[n.Comment] = getattr(node, "leading", [])
        if getattr(node, "blank_before", False) and self.block:
            self.emit(BlankLine())
        documented = self.documents(node)
        for position, comment in enumerate(leading):
            if position and comment.blank_before:
                self.emit(BlankLine())
            if comment.is_jsdoc and documented and comment is leading[-1]:
                continue  # it becomes the docstring
            self.emit(Comment(comment_text(comment)))

    def documents(self, node: n.Node) -> bool:
        """Whether a JSDoc comment before the statement is a docstring in Python."""
        if isinstance(node, (n.ExportNamedDeclaration, n.ExportDefaultDeclaration)):
            if node.declaration is None:
                return False
            node = node.declaration
        if isinstance(
            node, (n.FunctionDeclaration, n.ClassDeclaration, n.MethodDefinition)
        ):
            return True
        if isinstance(node, n.VariableDeclaration) and len(node.declarations) == 1:
            if self.variable_annotation(node) is not None:
                return True
            init = node.declarations[0].init
            return isinstance(init, n.Function) and self.becomes_def(init)
        return False

    def becomes_def(self, node: n.Function) -> bool:
        parent = self.scopes.parents.get(node)
        return isinstance(parent, n.VariableDeclarator) and isinstance(
            parent.id, n.Identifier
        )

    def inner_comments(self, node: n.Node) -> list[ast.stmt]:
        comments: list[n.Comment] = getattr(node, "inner", [])
        return [Comment(comment_text(c)) for c in comments]

    def body(self, node: n.Node) -> list[ast.stmt]:
        """The statements of a branch or loop body; never empty."""
        made = (
            self.body_statements(node)
            if isinstance(node, n.BlockStatement)
            else self.statements([node])
        )
        if not any(is_code(s) for s in made):
            made.append(ast.Pass())
        return made

    def body_statements(self, body: n.BlockStatement) -> list[ast.stmt]:
        return self.statements(body.body) + self.inner_comments(body)

    def block_statement(self, node: n.BlockStatement) -> None:
        self.emit(*self.body_statements(node))

    # -- expressions as statements -----------------------------------------------------------

    def expression_statement(self, node: n.ExpressionStatement) -> None:
        if node.directive is not None:
            return
        self.effect(node.expression)

    def effect(self, node: n.Node) -> None:
        """An expression whose value nobody looks at."""
        if isinstance(node, n.AssignmentExpression):
            if not self.rule_statement(node):
                self.assignment(node)
        elif isinstance(node, n.UpdateExpression):
            self.update(node)
        elif isinstance(node, n.SequenceExpression):
            for expression in node.expressions:
                self.effect(expression)
        elif isinstance(node, n.LogicalExpression):
            self.logical_effect(node)
        elif isinstance(node, n.ConditionalExpression):
            test = self.test(node.test)
            self.emit(
                b.if_(test, self.effect_block(node.consequent), self.effect_block(node.alternate))
            )
        elif isinstance(node, n.UnaryExpression) and node.operator in ("void", "!"):
            self.effect(node.argument)
        elif isinstance(node, n.UnaryExpression) and node.operator == "delete":
            self.emit(b.expr(self.delete(node, value=False)))
        elif isinstance(node, n.ChainExpression):
            self.chain_effect(node)
        elif isinstance(node, n.AwaitExpression):
            self.await_effect(node)
        elif isinstance(node, n.CallExpression):
            self.call_effect(node)
        else:
            value = self.expr(node)
            if not isinstance(value, (ast.Constant, ast.Name)):
                self.emit(b.expr(value))

    def rule_statement(self, node: n.Node) -> bool:
        """Whether a rule makes statements of an assignment or an ``if``; then they are made."""
        found = self.find_rule(node, ("statement", "value"))
        if found is None:
            return False
        value = self.apply_rule(found[0], found[1], node)
        if value is not None and not isinstance(value, (ast.Constant, ast.Name)):
            self.emit(b.expr(value))
        return True

    def effect_block(self, node: n.Node) -> list[ast.stmt]:
        block: list[ast.stmt] = []
        with self.into(block):
            self.effect(node)
        return block or [ast.Pass()]

    def logical_effect(self, node: n.LogicalExpression) -> None:
        """``ok && run()`` as a statement is an ``if``."""
        if node.operator == "??":
            test: ast.expr = b.compare(self.maybe(node.left), "is", b.const(None))
        else:
            test = self.test(node.left)
            if node.operator == "||":
                test = b.negate(test)
        self.emit(b.if_(test, self.effect_block(node.right)))

    def chain_effect(self, node: n.ChainExpression) -> None:
        """``object?.method()`` as a statement."""
        link = self.innermost_optional(node.expression)
        if link is None:
            self.effect(node.expression)
            return
        inner = link.object if isinstance(link, n.MemberExpression) else link.callee
        types = self.type_of(inner)
        link.optional = False
        try:
            value = self.maybe(inner)
            if not isinstance(value, (ast.Name, ast.Attribute)):
                value = self.spill(value)
            self.preset[inner] = value
            block: list[ast.stmt] = []
            with self.into(block):
                self.effect(n.ChainExpression(node.expression, start=node.start, end=node.end))
            if types and not types & t.NULLISH and t.ANY not in types:
                self.emit(*block)
            else:
                self.emit(
                    b.if_(b.compare(value, "is not", b.const(None)), block or [ast.Pass()])
                )
        finally:
            link.optional = True
            self.preset.pop(inner, None)

    def await_effect(self, node: n.AwaitExpression) -> None:
        argument = node.argument
        if self.is_chain(argument):
            self.chain_into(argument, "discard")
            return
        types = self.type_of(argument)
        if not may_be_promise(types) and not self.is_thenable(types):
            # Waiting for a plain value gives way once.
            self.effect(argument)
            self.emit(b.expr(b.await_(self.asyncio("sleep", b.const(0)))))
            return
        if isinstance(argument, n.CallExpression) and self.promise_static(argument) == "resolve":
            if not argument.arguments:
                self.emit(b.expr(b.await_(self.asyncio("sleep", b.const(0)))))
                return
        self.emit(b.expr(self.await_expression(node)))

    def call_effect(self, node: n.CallExpression) -> None:
        if is_promise(self.type_of(node)) and node not in self.preset:
            self.detached(node)
            return
        resolver = self.resolver_of(node.callee)
        if resolver is not None:
            self.emit(b.expr(self.plain_call(node)))
            return
        found = self.find_rule(node, ("statement", "value"))
        if found is not None:
            value = self.apply_rule(found[0], found[1], node)
            if value is not None and not isinstance(value, (ast.Constant, ast.Name)):
                self.emit(b.expr(value))
            return
        value = self.call(node)
        if not isinstance(value, (ast.Constant, ast.Name)):
            self.emit(b.expr(value))

    # -- assignment --------------------------------------------------------------------------

    def assignment(self, node: n.AssignmentExpression) -> None:
        operator, left = node.operator, node.left
        if isinstance(left, n.MemberExpression) and self.analysis.inference.is_exports(left):
            self.exports(node)
            return
        if operator == "=":
            self.assign_plain(node)
        elif operator in ("&&=", "||=", "??="):
            self.assign_logical(node)
        else:
            self.assign_augmented(node)

    def exports(self, node: n.AssignmentExpression) -> None:
        """``module.exports = ...``: Python exports what stands at the top of a module."""
        left, value = node.left, node.right
        assert isinstance(left, n.MemberExpression)
        name = getattr(left.property, "name", "")
        if isinstance(value, n.AssignmentExpression):
            raise self.refuse(node, "several exports in one assignment")
        if not isinstance(left.object, n.Identifier) or left.object.name == "exports":
            self.export_as(node, name, value)
        elif isinstance(value, n.ObjectExpression):
            for item in value.properties:
                if isinstance(item, n.SpreadElement) or item.kind != "init":
                    raise self.refuse(item, "this member of module.exports")
                key = self.analysis.inference.property_name(item.key, item.computed)
                if key is None:
                    raise self.refuse(item, "a computed name in module.exports")
                if isinstance(item.value, n.FunctionExpression) and (
                    self.scopes.facts[item.value].uses_this
                ):
                    raise self.refuse(item, "a method with `this` in module.exports")
                self.comments_before(item)
                self.export_as(item, key, item.value)
        elif not isinstance(value, n.Identifier):
            self.export_as(node, getattr(getattr(value, "id", None), "name", "default"), value)

    def export_as(self, node: n.Node, name: str, value: n.Node) -> None:
        """What is exported under a name stands under that name in the module."""
        binding = self.scopes.binding_of.get(value) if isinstance(value, n.Identifier) else None
        if binding is not None:
            if snake_case(binding.name) != snake_case(name) and binding.name != name:
                if name in self.scopes.module.bindings or binding.reassigned:
                    raise self.refuse(node, f"an export under another name, {name!r}")
                alias = self.temp(name, "class" if binding.kind == "class" else "temp")
                self.placed[alias] = self.module_context
                self.export_aliases.append(
                    b.assign(self.target(alias), self.load(binding))
                )
            return
        if name in self.scopes.module.bindings:
            raise self.refuse(node, f"an export under the name of another variable, {name!r}")
        if isinstance(value, n.Function):
            self.emit(self.define(value, self.temp(name, "function")))
        elif isinstance(value, n.ClassExpression):
            made = self.temp(name, "class")
            self.emit(*self.class_definition(value, made))
        else:
            self.emit(b.assign(self.target(self.temp(name)), self.expr(value)))

    def assign_plain(self, node: n.AssignmentExpression) -> None:
        left, right = node.left, node.right
        if isinstance(left, n.ArrayPattern) and isinstance(right, n.ArrayExpression):
            if self.swap(left, right):
                return
        if isinstance(left, n.Identifier):
            binding = self.scopes.binding_of.get(left)
            if isinstance(right, n.AssignmentExpression) and right.operator == "=":
                self.assign_several(node)
                return
            if isinstance(right, n.Function) and binding is not None:
                function = self.as_lambda(right)
                value = function or self.function_value(right, left.name)
            else:
                value = self.expr(right)
            self.emit(b.assign(self.name_target(left), value))
        elif isinstance(left, n.MemberExpression):
            self.assign_member(left, right)
        else:
            self.assign_pattern(left, self.expr(right), declare=False)

    def binds_itself(self, left: n.MemberExpression, right: n.Node) -> bool:
        """``this.run = this.run.bind(this)``: methods of Python are bound."""
        return (
            isinstance(left.object, n.ThisExpression)
            and isinstance(right, n.CallExpression)
            and isinstance(right.callee, n.MemberExpression)
            and getattr(right.callee.property, "name", "") == "bind"
            and self.same_name(right.callee.object, left)
            and len(right.arguments) == 1
            and isinstance(right.arguments[0], n.ThisExpression)
            and self.fn.this == "self"
            and all(
                isinstance(a, t.FunctionAtom)
                and isinstance(self.scopes.parents.get(a.node), n.MethodDefinition)
                for a in self.type_of(right.callee.object)
            )
        )

    def assign_member(self, left: n.MemberExpression, right: n.Node) -> None:
        if self.binds_itself(left, right):
            return
        if isinstance(left.object, n.Super):
            setter = self.super_setter(left)
            if setter is not None:
                self.emit(b.expr(b.call(setter, b.name("self"), self.expr(right))))
                return
        if left.computed and self.appends(left):
            obj, value = self.in_order(
                [
                    (left.object, lambda: self.expr(left.object)),
                    (right, lambda: self.expr(right)),
                ]
            )
            self.emit(b.expr(b.call(b.attr(obj, "append"), value)))
            return
        if left.computed and (self.grows_array(left) or self.puts_unknown(left)):
            obj, key, value = self.in_order(
                [
                    (left.object, lambda: self.expr(left.object)),
                    (left.property, lambda: self.expr(left.property)),
                    (right, lambda: self.expr(right)),
                ]
            )
            self.emit(b.expr(self.helper("put_item", obj, key, value)))
            return
        if (
            isinstance(left.property, n.Identifier)
            and left.property.name == "length"
            and not left.computed
            and any(isinstance(a, t.ArrayAtom) for a in self.type_of(left.object))
        ):
            obj, size = self.in_order(
                [
                    (left.object, lambda: self.expr(left.object)),
                    (right, lambda: self.expr(right)),
                ]
            )
            if isinstance(right, n.NumberLiteral) and right.value == 0:
                self.emit(b.expr(b.call(b.attr(obj, "clear"))))
            else:
                self.emit(b.expr(self.helper("set_length", obj, size)))
            return
        before = len(self.block)
        target, value = self.in_order(
            [
                (None, lambda: self.member_target(left)),
                (right, lambda: self.member_value(left, right)),
            ]
        )
        del before
        self.emit(b.assign(b.store(target), value))

    def puts_unknown(self, left: n.MemberExpression) -> bool:
        """A write to what may be a list or a dict, under what may be a number."""
        types, key = self.type_of(left.object), self.type_of(left.property)
        kinds = {type(a) for a in types - t.NULLISH}
        if {t.ArrayAtom, t.ObjectAtom} <= kinds:
            return not any(
                isinstance(a, t.ObjectAtom) and self.representation.is_instance(a)
                for a in types
            )
        return (
            t.ANY in types
            and not key <= t.T_STRING
            and not kinds & {t.ObjectAtom, t.InstanceAtom, t.ClassAtom}
        )

    def member_value(self, left: n.MemberExpression, right: n.Node) -> ast.expr:
        if isinstance(right, n.Function):
            name = getattr(left.property, "name", None)
            return self.function_value(right, name)
        return self.expr(right)

    def assign_several(self, node: n.AssignmentExpression) -> None:
        """``a = b = value``."""
        targets: list[n.Node] = []
        current: n.Node = node
        while (
            isinstance(current, n.AssignmentExpression)
            and current.operator == "="
            and isinstance(current.left, n.Identifier)
        ):
            targets.append(current.left)
            current = current.right
        value = self.expr(current)
        self.emit(
            ast.Assign([self.name_target(x) for x in targets], value)  # type: ignore[arg-type]
        )

    def swap(self, left: n.ArrayPattern, right: n.ArrayExpression) -> bool:
        """``[a, b] = [b, a]``: one assignment of a tuple."""
        if len(left.elements) != len(right.elements) or not left.elements:
            return False
        if not all(isinstance(e, (n.Identifier, n.MemberExpression)) for e in left.elements):
            return False
        if any(e is None or isinstance(e, n.SpreadElement) for e in right.elements):
            return False
        if any(
            isinstance(e, n.MemberExpression)
            and not (self.effects.pure(e.object) and self.effects.pure(e.property))
            for e in left.elements
        ):
            return False
        values = self.in_order([(e, lambda e=e: self.expr(e)) for e in right.elements])  # type: ignore[misc,arg-type]
        targets = [self.array_target(e) for e in left.elements]
        self.emit(b.assign(b.tuple_(targets), b.tuple_(values)))
        return True

    def assign_logical(self, node: n.AssignmentExpression) -> None:
        left = node.left
        if isinstance(left, n.MemberExpression):
            self.fix_target(left)
        read = self.maybe(left)
        test: ast.expr
        if node.operator == "??=":
            test = b.compare(read, "is", b.const(None))
        else:
            test = self.as_test(read, self.type_of(left))
            if node.operator == "||=":
                test = b.negate(test)
        block: list[ast.stmt] = []
        with self.into(block):
            if isinstance(left, n.Identifier):
                value = self.expr(node.right)
                block.append(b.assign(self.name_target(left), value))
            else:
                assert isinstance(left, n.MemberExpression)
                self.assign_member(left, node.right)
        self.emit(b.if_(test, block))
        self.unfix(left)

    def fix_target(self, node: n.MemberExpression) -> None:
        """Evaluate the parts of a target once, where they have effects."""
        for part in (node.object, node.property if node.computed else None):
            if part is None or self.effects.pure(part):
                continue
            self.preset[part] = self.spill(self.expr(part))

    def unfix(self, node: n.Node) -> None:
        if isinstance(node, n.MemberExpression):
            self.preset.pop(node.object, None)
            self.preset.pop(node.property, None)

    def assign_augmented(self, node: n.AssignmentExpression) -> None:
        left, operator = node.left, node.operator[:-1]
        if isinstance(left, n.MemberExpression):
            self.fix_target(left)
        left_type, right_type = self.type_of(left), self.type_of(node.right)
        block_before = len(self.block)
        value = self.expr(node.right)
        if len(self.block) > block_before and not self.effects.stable(left):
            # The old value is read before the right side runs.
            tail = self.block[block_before:]
            del self.block[block_before:]
            old = self.spill(self.expr(left), "previous")
            self.block.extend(tail)
        else:
            old = None
        if old is None and (
            self.contains_await(node.right) and not self.is_own_local(left)
        ):
            old = self.spill(self.expr(left), "previous")
        combined = self.combine(operator, left, node, value, left_type, right_type, old)
        target = (
            self.name_target(left)
            if isinstance(left, n.Identifier)
            else self.member_target(left)  # type: ignore[arg-type]
        )
        if isinstance(combined, tuple):
            self.emit(b.aug(target, combined[0], combined[1]))
        else:
            self.emit(b.assign(target, combined))
        self.unfix(left)

    def is_own_local(self, node: n.Node) -> bool:
        if not isinstance(node, n.Identifier):
            return False
        binding = self.scopes.binding_of.get(node)
        return binding is not None and not binding.captured_by

    def contains_await(self, node: n.Node) -> bool:
        return any(
            isinstance(x, (n.AwaitExpression, n.YieldExpression)) for x in n.walk(node)
        )

    def combine(
        self,
        operator: str,
        left: n.Node,
        node: n.AssignmentExpression,
        value: ast.expr,
        left_type: t.Type,
        right_type: t.Type,
        old: ast.expr | None,
    ) -> ast.expr | tuple[str, ast.expr]:
        """What ``left op= value`` assigns: an operator and operand, or the whole value."""
        plain = old is None and not self.missing_key(left)
        if operator == "+":
            if self.becomes_text(left_type, right_type):
                part = self.text_of(value, right_type, node.right)
                if left_type <= t.T_STRING and left_type and plain:
                    return "+", part
                read = old or self.expr(left)
                return b.fstring([self.field_of(read, left_type, left), part])
            read = old or self.expr(left)
            combined = self.add_two(read, value, left_type, right_type, node)
            if (
                plain
                and isinstance(combined, ast.BinOp)
                and combined.left is read
                and combined.right is value
            ):
                return "+", value
            return combined
        read = old or self.expr(left)
        combined = self.arithmetic(operator, read, value, left_type, right_type, node)
        if plain and isinstance(combined, ast.BinOp) and combined.left is read:
            name = _OPERATORS.get(type(combined.op))
            if name is not None and combined.right is value:
                return name, value
        return combined

    def missing_key(self, left: n.Node) -> bool:
        """Whether the key read by ``d[k] += x`` may be missing (``d.get(k)`` then)."""
        if not isinstance(left, n.MemberExpression):
            return False
        return isinstance(self.expr(left), ast.Call)

    def update(self, node: n.UpdateExpression) -> None:
        argument = node.argument
        if isinstance(argument, n.MemberExpression):
            self.fix_target(argument)
        operator = "+" if node.operator == "++" else "-"
        missing = self.missing_key(argument)
        read = self.expr(argument)
        number = self.numeric(read, self.type_of(argument), argument)
        target = (
            self.name_target(argument)
            if isinstance(argument, n.Identifier)
            else self.member_target(argument)  # type: ignore[arg-type]
        )
        if missing or number is not read:
            value: ast.expr = b.binop(number, operator, b.const(1))
            self.emit(b.assign(target, value))
        else:
            self.emit(b.aug(target, operator, b.const(1)))
        self.unfix(argument)

    # -- declarations ------------------------------------------------------------------------

    def variables(self, node: n.VariableDeclaration) -> None:
        for declarator in node.declarations:
            self.declarator(node, declarator)

    def declarator(self, node: n.VariableDeclaration, declarator: n.VariableDeclarator) -> None:
        target, init = declarator.id, declarator.init
        if init is None:
            assert isinstance(target, n.Identifier)
            binding = self.scopes.binding_of[target]
            if node.kind == "var" and not self.scopes.first_var(declarator):
                return
            if self.assigned_before_read(node, binding):
                return
            annotation = self.variable_annotation(node)
            if annotation is not None:
                annotation = optional(annotation)
                self.emit(b.ann_assign(self.name_target(target), annotation, b.const(None)))
                return
            self.emit(b.assign(self.name_target(target), b.const(None)))
            return
        if self.is_import(declarator):
            return
        if isinstance(target, n.Identifier):
            binding = self.scopes.binding_of[target]
            if isinstance(init, n.Function):
                self.declare_function(binding, init)
                return
            if isinstance(init, n.ClassExpression):
                self.emit(*self.class_definition(init, binding))
                return
            value = self.expr(init)
            if getattr(value, "binding", None) is not binding:
                name = self.name_target(target)
                annotation = self.variable_annotation(node)
                if annotation is not None:
                    self.emit(b.ann_assign(name, annotation, value))
                else:
                    self.emit(b.assign(name, value))
            return
        if isinstance(target, n.ArrayPattern) and isinstance(init, n.ArrayExpression):
            if self.swap(target, init):
                return
        self.assign_pattern(target, self.expr(init), declare=True)

    def early_names(self, function: n.Node) -> list[ast.stmt]:
        """``var`` names that may be read before they are assigned: None at first."""
        return [
            b.assign(self.target(binding), b.const(None))
            for binding in self.scopes.early.get(function, ())
            if self.home(binding) is self.fn
        ]

    def assigned_before_read(self, node: n.Node, binding: Binding) -> bool:
        return False

    def declare_function(self, binding: Binding, init: n.Function) -> None:
        """``const f = (...) => ...`` is a ``def``."""
        if binding.reassigned:
            # The name changes later: the function needs a name of its own no more.
            self.fn.assigned.add(binding)
        own = self.scopes.binding_of.get(init.id) if init.id is not None else None
        if own is not None and own is not binding:
            if binding.reassigned:
                self.placed[own] = self.fn
                self.emit(self.define(init, own))
                self.emit(b.assign(self.target(binding), self.load(own)))
                return
            self.replaced[own] = self.load(binding)
        self.emit(self.define(init, binding))

    def function_declaration(self, node: n.FunctionDeclaration) -> None:
        if node.id is None:
            raise self.refuse(node, "a function without a name")
        binding = self.scopes.binding_of[node.id]
        if binding.node is not node:
            return  # another declaration of the same name wins
        self.emit(self.define(node, binding))

    def is_import(self, declarator: n.VariableDeclarator) -> bool:
        """``const x = require("...")``: rules map what is used of it."""
        init: n.Node | None = declarator.init
        while isinstance(init, n.MemberExpression):
            init = init.object
        if not isinstance(init, n.CallExpression):
            return False
        types = self.type_of(declarator.init) if declarator.init is not None else t.NEVER
        return bool(types) and all(isinstance(a, t.ModuleAtom) for a in types)

    # -- modules -------------------------------------------------------------------------------

    def import_declaration(self, node: n.ImportDeclaration) -> None:
        return None  # what is imported is mapped where it is used

    def export_named(self, node: n.ExportNamedDeclaration) -> None:
        if node.declaration is not None:
            self.statement_of_export(node, node.declaration)
        elif node.source is not None:
            raise self.refuse(node, "a re-export from another module")
        for specifier in node.specifiers:
            binding = self.scopes.module.bindings.get(specifier.local)
            if specifier.local == specifier.exported or specifier.exported == "default":
                continue
            if binding is None:
                raise self.refuse(node, "an export of something that is not declared")
            local = n.Identifier(specifier.local, start=node.start, end=node.end)
            self.scopes.binding_of[local] = binding
            self.export_as(node, specifier.exported, local)

    def statement_of_export(self, node: n.Node, declaration: n.Node) -> None:
        handler = self.statement_handlers[type(declaration)]
        handler(declaration)

    def export_default(self, node: n.ExportDefaultDeclaration) -> None:
        declaration = node.declaration
        if isinstance(declaration, (n.FunctionDeclaration, n.ClassDeclaration)):
            if declaration.id is not None:
                self.statement_of_export(node, declaration)
                return
            binding = self.temp("default", "function")
            if isinstance(declaration, n.FunctionDeclaration):
                self.emit(self.define(declaration, binding))
                return
        if isinstance(declaration, n.Identifier):
            return
        if isinstance(declaration, n.Expression):
            binding = self.temp("default")
            self.emit(b.assign(self.target(binding), self.expr(declaration)))
            return
        raise self.refuse(node, "this default export")

    def export_all(self, node: n.ExportAllDeclaration) -> None:
        raise self.refuse(node, "a re-export from another module")

    def with_statement(self, node: n.WithStatement) -> None:
        raise self.refuse(node, "`with` has no counterpart")

    # -- control flow --------------------------------------------------------------------------

    def if_statement(self, node: n.IfStatement) -> None:
        if not self.holds_comments(node) and self.rule_statement(node):
            return
        test = self.test(node.test)
        body = self.body(node.consequent)
        orelse = self.body(node.alternate) if node.alternate is not None else []
        if orelse and all(isinstance(s, ast.Pass) for s in orelse):
            orelse = []
        self.emit(b.if_(test, body, orelse))

    def holds_comments(self, node: n.IfStatement) -> bool:
        """Whether a comment inside would be lost where a rule makes one statement of it."""
        if not self.rulebook.candidates(node, self.imports_of):
            return True
        return any(
            part is not node
            and isinstance(part, n.Commented)
            and bool(part.leading or part.trailing or part.inner)
            for part in n.walk(node)
        )

    def return_statement(self, node: n.ReturnStatement) -> None:
        if self.return_sink is not None:
            self.return_to_sink(node)
            return
        argument = node.argument
        if argument is None:
            if self.fn.is_async and not self.fn.is_generator and self.flow.concurrent:
                function = self.scopes.enclosing_function(node)
                if node in self.flow.sudden_exits(function):
                    self.emit(b.expr(b.await_(self.asyncio("sleep", b.const(0)))))
            self.emit(b.ret())
            return
        self.return_value(argument)

    def return_to_sink(self, node: n.ReturnStatement) -> None:
        """A ``return`` in a handler that was written in place of a chain."""
        sink = self.return_sink
        assert sink is not None
        if node.argument is None:
            if sink == "return":
                self.emit(b.ret())
            elif sink != "discard":
                self.put(b.const(None), sink)
            return
        if self.is_chain(node.argument) and sink == "return":
            self.chain_into(node.argument, "return")
            return
        self.put_result(node.argument, sink)

    def return_value(self, node: n.Node) -> None:
        context = self.fn
        if context.is_generator and context.is_async:
            # An async generator of Python gives no value at its end.
            if self.type_of(node) - t.T_UNDEFINED:
                self.warn(node, "the value that an async generator returns is dropped")
            self.effect(node)
            self.emit(b.ret())
            return
        if context.is_generator or not context.is_async:
            types = self.type_of(node)
            if not types - t.T_UNDEFINED and types and not isinstance(node, n.Identifier):
                self.effect(node)
                if not self.ends_function(node):
                    self.emit(b.ret())
                return
            if isinstance(node, n.ConditionalExpression):
                self.return_either(node)
                return
            self.emit(b.ret(self.expr(node)))
            return
        self.return_from_coroutine(node)

    def return_either(self, node: n.ConditionalExpression) -> None:
        """``return a ? b : c``: two returns where one of the values takes statements."""
        test = self.test(node.test)
        first: list[ast.stmt] = []
        second: list[ast.stmt] = []
        with self.into(first):
            one = self.expr(node.consequent)
        with self.into(second):
            other = self.expr(node.alternate)
        if not first and not second:
            self.emit(b.ret(b.cond(test, one, other)))
            return
        self.emit(b.if_(test, [*first, b.ret(one)]))
        self.block.extend([*second, b.ret(other)])

    def ends_function(self, node: n.Node) -> bool:
        parent = self.scopes.parents.get(node)
        return isinstance(parent, n.ArrowFunctionExpression) and parent.body is node

    def is_last(self, node: n.Node) -> bool:
        """Whether a returned expression stands at the end of its function's body."""
        statement = self.scopes.parents.get(node)
        body = self.scopes.parents.get(statement) if statement is not None else None
        return (
            isinstance(body, n.BlockStatement)
            and body.body[-1] is statement
            and isinstance(self.scopes.parents.get(body), n.Function)
        )

    def return_from_coroutine(self, node: n.Node) -> None:
        """A returned promise is adopted: it is awaited before the coroutine returns."""
        if isinstance(node, n.ConditionalExpression) and any(
            is_promise(self.type_of(x)) for x in (node.consequent, node.alternate)
        ):
            test = self.test(node.test)
            first: list[ast.stmt] = []
            with self.into(first):
                self.return_from_coroutine(node.consequent)
            self.emit(b.if_(test, first))
            self.return_from_coroutine(node.alternate)
            return
        if isinstance(node, n.CallExpression) and self.promise_static(node) == "reject":
            if node.arguments:
                self.raise_value(node.arguments[0])
                return
        if self.is_chain(node) and not self.fn.tries:
            self.chain_into(node, "return")
            return
        types = self.type_of(node)
        if self.fn.tries and any(isinstance(a, t.PromiseAtom) or a is t.ANY for a in types):
            if not isinstance(node, n.AwaitExpression):
                if is_promise(types):
                    self.warn(
                        node,
                        "a promise returned inside try is awaited here: an error of it is "
                        "caught by this try, which JavaScript would not do",
                        "write `return await` if that is meant, else move it behind the try",
                    )
        if not self.value_type(node) - t.T_UNDEFINED and types:
            # Nothing is returned: the promise is waited for, its value is None.
            if is_promise(types):
                self.chain_into(node, "discard")
            else:
                self.effect(node)
            if not self.ends_function(node) and not self.is_last(node):
                self.emit(b.ret())
            return
        value = self.adopted(node)
        if self.gives_way(node):
            value = b.await_(self.asyncio("sleep", b.const(0), value))
        self.emit(b.ret(value))

    def gives_way(self, node: n.Node) -> bool:
        """Whether a coroutine may get here without having waited, and others may run."""
        if not self.flow.concurrent:
            return False
        statement = self.scopes.parents.get(node)
        if statement is None:
            return False
        function = self.scopes.enclosing_function(node)
        return statement in self.flow.sudden_exits(function) or (
            statement is function and node in self.flow.sudden_exits(function)
        )

    # -- errors --------------------------------------------------------------------------------

    def throw(self, node: n.ThrowStatement) -> None:
        argument = node.argument
        if isinstance(argument, n.Identifier) and self.rethrows(node, argument):
            self.emit(b.raise_())
            return
        self.raise_value(argument)

    def rethrows(self, node: n.ThrowStatement, argument: n.Identifier) -> bool:
        """``throw err`` straight in the clause that caught it."""
        binding = self.scopes.binding_of.get(argument)
        if binding is None or binding.kind != "catch" or binding.reassigned:
            return False
        current: n.Node | None = node
        while current is not None and current is not binding.scope.node:
            if isinstance(current, (n.Function, n.TryStatement)):
                return False
            current = self.scopes.parents.get(current)
        return current is not None

    def raise_value(self, node: n.Node) -> None:
        """``throw value``: an exception as it is, anything else inside of one."""
        types = self.type_of(node)
        value = self.expr(node)
        if types and all(self.is_error(a) for a in types):
            cause = self.cause_of(node)
            self.emit(b.raise_(value, cause))
        elif types and not any(self.is_error(a) or a is t.ANY for a in types):
            self.emit(b.raise_(self.helper("Thrown", value)))
        else:
            self.emit(b.raise_(self.helper("as_exception", value)))

    def cause_of(self, node: n.Node) -> ast.expr | None:
        return None

    def is_error(self, atom: t.Atom) -> bool:
        if isinstance(atom, t.ErrorAtom):
            return True
        return isinstance(atom, t.InstanceAtom) and bool(
            self.analysis.inference.error_bases(atom)
        )

    def throws_values(self) -> bool:
        """Whether the program throws anything that is no error."""
        return any(
            not self.is_error(a) for a in self.analysis.inference.thrown.types
        )

    def try_statement(self, node: n.TryStatement) -> None:
        if node.handler is not None:
            self.fn.tries.append(node)
        try:
            body = self.body(node.block)
        finally:
            if node.handler is not None:
                self.fn.tries.pop()
        handlers: list[ast.ExceptHandler] = []
        if node.handler is not None:
            handlers = self.catch_clauses(node.handler)
        final = self.body(node.finalizer) if node.finalizer is not None else []
        self.emit(b.try_(body, handlers, None, final))

    def catch_clauses(self, node: n.CatchClause) -> list[ast.ExceptHandler]:
        special = self.typed_clauses(node)
        if special is not None:
            return special

        def body() -> None:
            self.emit(*self.comments_of(node))
            self.block.extend(self.body_statements(node.body))

        return self.except_clauses(node.param, node, body)

    def comments_of(self, node: n.Node) -> list[ast.stmt]:
        return [Comment(comment_text(c)) for c in getattr(node, "leading", [])]

    def typed_clauses(self, node: n.CatchClause) -> list[ast.ExceptHandler] | None:
        """``if (err instanceof C) {...} else if ...`` is ``except C``, one for each class.

        What comes last is ``except Exception``, or nothing where it throws err again.
        """
        statements = node.body.body
        if not isinstance(node.param, n.Identifier) or not statements:
            return None
        binding = self.scopes.binding_of[node.param]
        if binding.captured_by or binding.reassigned:
            return None
        branches: list[n.IfStatement] = []
        rest: list[n.Node] = statements
        while rest and isinstance(rest[0], n.IfStatement):
            first = rest[0]
            if self.tested_class(first.test, binding) is None:
                break
            if first.alternate is not None and len(rest) > 1:
                break
            if first.alternate is None and len(rest) > 1 and not leaves(first.consequent):
                break
            branches.append(first)
            rest = rest[1:] if first.alternate is None else [first.alternate]
            if len(rest) == 1 and isinstance(rest[0], n.BlockStatement):
                if not getattr(rest[0], "inner", None):
                    rest = rest[0].body
        if not branches:
            return None
        rethrown = len(rest) == 1 and self.is_rethrow(rest[0], binding)
        if not rethrown and (len(branches) < 2 or node.body.inner):
            return None
        handlers = [
            self.typed_clause(branch, binding, node if branch is branches[0] else None)
            for branch in branches
        ]
        if rethrown:
            return handlers

        def body() -> None:
            self.block.extend(self.statements(rest))

        if not rest:
            handlers.append(b.handler(b.name("Exception"), None, [ast.Pass()]))
            return handlers
        return handlers + self.except_clauses(node.param, node, body)

    def typed_clause(
        self, branch: n.IfStatement, binding: Binding, clause: n.CatchClause | None
    ) -> ast.ExceptHandler:
        cls = self.tested_class(branch.test, binding)
        assert cls is not None
        used = any(
            branch.consequent.start <= r.start < branch.consequent.end
            for r in binding.references
        )
        body: list[ast.stmt] = []
        with self.into(body):
            if clause is not None:
                self.emit(*self.comments_of(clause))
            self.comments_before(branch)
            body.extend(self.body(branch.consequent))
        body = body[1:] if isinstance(body[0], BlankLine) else body
        handler = b.handler(cls, binding.name if used else None, body)
        if used:
            self.placed[binding] = self.fn
            handler.binding = binding  # type: ignore[attr-defined]
        return handler

    def tested_class(self, test: n.Node, binding: Binding) -> ast.expr | None:
        if not (
            isinstance(test, n.BinaryExpression)
            and test.operator == "instanceof"
            and isinstance(test.left, n.Identifier)
            and self.scopes.binding_of.get(test.left) is binding
        ):
            return None
        check = self.instance_of(test)
        if isinstance(check, ast.Call) and len(check.args) == 2:
            return check.args[1]
        return None

    def is_rethrow(self, node: n.Node, binding: Binding) -> bool:
        if isinstance(node, n.BlockStatement):
            return len(node.body) == 1 and self.is_rethrow(node.body[0], binding)
        return (
            isinstance(node, n.ThrowStatement)
            and isinstance(node.argument, n.Identifier)
            and self.scopes.binding_of.get(node.argument) is binding
        )

    def except_clauses(
        self, param: n.Node | Binding | None, node: n.Node, body: Callable[[], None]
    ) -> list[ast.ExceptHandler]:
        """``except Exception``; the value caught is what was thrown."""
        made: list[ast.stmt] = []
        binding: Binding | None = None
        caught: Binding | None = None
        pattern: n.Node | None = None
        if isinstance(param, Binding):
            binding = param
            used = True
        elif isinstance(param, n.Identifier):
            binding = self.scopes.binding_of[param]
            used = bool(binding.references)
        else:
            pattern = param
            used = pattern is not None
        if used and binding is not None:
            self.placed[binding] = self.fn
            rebound = binding.reassigned or any(
                not (isinstance(f, n.Function) and self.called_at_once(f))
                for f in binding.captured_by
            )
            if self.throws_values() or rebound:
                caught = self.temp("error" if binding.name != "error" else "caught")
                value: ast.expr = self.load(caught)
                if self.throws_values():
                    value = self.helper("thrown_value", value)
                made.append(b.assign(self.target(binding), value))
            else:
                caught = binding
        elif used:
            caught = self.temp("error")
            assert pattern is not None
            with self.into(made):
                value = self.load(caught)
                if self.throws_values():
                    value = self.helper("thrown_value", value)
                self.assign_pattern(pattern, value, declare=True)
        with self.into(made):
            body()
        if not any(is_code(s) for s in made):
            made.append(ast.Pass())
        if caught is not None and not any(
            getattr(x, "binding", None) is caught for s in made for x in ast.walk(s)
        ):
            caught = None
        handler = b.handler(
            b.name("Exception"), caught.name if caught is not None else None, made
        )
        if caught is not None:
            handler.binding = caught  # type: ignore[attr-defined]
        return [handler]

    # -- given by other parts ----------------------------------------------------------------------

    def class_declaration(self, node: n.ClassDeclaration) -> None:
        raise NotImplementedError

    def class_definition(self, node: n.Class, binding: Binding) -> list[ast.stmt]:
        raise NotImplementedError

    def inlined_statements(self, function: n.Function) -> list[ast.stmt]:
        self.adopt_all(function)
        body = function.body
        if isinstance(body, n.BlockStatement):
            made = self.body_statements(body)
        else:
            made = self.effect_block(body)
        return made or [ast.Pass()]


def leaves(node: n.Node) -> bool:
    """Whether a statement surely ends in return, throw, break or continue."""
    if isinstance(node, n.BlockStatement):
        return bool(node.body) and leaves(node.body[-1])
    if isinstance(node, n.IfStatement):
        return (
            node.alternate is not None
            and leaves(node.consequent)
            and leaves(node.alternate)
        )
    return isinstance(
        node, (n.ReturnStatement, n.ThrowStatement, n.BreakStatement, n.ContinueStatement)
    )


_OPERATORS: dict[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Mod: "%",
    ast.Pow: "**",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.BitXor: "^",
}
