"""Early errors that esprima lets pass (ECMA-262, "Static Semantics: Early Errors").

What stands where it may not: ``super``, ``new.target``, ``arguments``, private names,
declarations that are no statements of a block, targets that nothing can be assigned to.
Names that are declared twice are in redeclarations.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from . import nodes as n
from .dispatch import EarlyError
from .redeclarations import Redeclarations, bound_names

_JUMPING = (
    n.ForStatement, n.ForInStatement, n.ForOfStatement, n.WhileStatement, n.DoWhileStatement,
    n.WithStatement,
)  # fmt: skip
_MODULE_ITEMS = (
    n.ImportDeclaration, n.ExportNamedDeclaration, n.ExportDefaultDeclaration,
    n.ExportAllDeclaration,
)  # fmt: skip
_TARGETS = (n.Identifier, n.MemberExpression, n.ArrayPattern, n.ObjectPattern)


@dataclass(frozen=True, slots=True)
class Frame:
    """What the code of a function may mention."""

    strict: bool
    super_call: bool = False
    super_property: bool = False
    new_target: bool = True


class EarlyErrors(Redeclarations):
    """Walks over a program once. All methods raise EarlyError."""

    def __init__(self, program: n.Program) -> None:
        module = program.source_type == "module"
        super().__init__()
        self.frame = Frame(
            module or is_strict_body(program.body), new_target=not module
        )
        #: the private names of the classes around, innermost last
        self.private: list[set[str]] = []
        self.handlers: dict[type[n.Node], Callable[..., list[Any]]] = {
            n.FunctionDeclaration: self.function,
            n.FunctionExpression: self.function,
            n.ArrowFunctionExpression: self.function,
            n.ClassDeclaration: self.class_,
            n.ClassExpression: self.class_,
            n.Property: self.property,
            n.BlockStatement: self.block,
            n.SwitchStatement: self.switch,
            n.CatchClause: self.catch,
            n.ForStatement: self.loop,
            n.ForInStatement: self.loop,
            n.ForOfStatement: self.loop,
            n.WhileStatement: self.loop,
            n.DoWhileStatement: self.loop,
            n.WithStatement: self.loop,
            n.IfStatement: self.if_,
            n.LabeledStatement: self.labeled,
            n.VariableDeclaration: self.variables,
            n.CallExpression: self.call,
            n.MemberExpression: self.member,
            n.PrivateIdentifier: self.private_name,
            n.MetaProperty: self.meta_property,
            n.UnaryExpression: self.unary,
            n.AssignmentExpression: self.assignment,
            n.UpdateExpression: self.update,
        }
        self.enter_program(program, module)
        self.visit_all(program.body)

    def visit_all(self, nodes: list[n.Node]) -> None:
        handlers = self.handlers
        stack = [*reversed(nodes)]
        while stack:
            node = stack.pop()
            handler = handlers.get(node.__class__)
            if handler is None:
                stack += reversed(n.children(node))
            else:
                # What is left to be looked at in the same frame and regions.
                stack += reversed(handler(node))

    def within(self, frame: Frame, nodes: list[n.Node | None]) -> None:
        outer, self.frame = self.frame, frame
        self.visit_all([node for node in nodes if node is not None])
        self.frame = outer

    # -- functions -----------------------------------------------------------------------

    def function(self, node: n.Function, frame: Frame | None = None) -> list[Any]:
        arrow = isinstance(node, n.ArrowFunctionExpression)
        if frame is None:
            frame = self.frame if arrow else Frame(self.frame.strict)
        body = node.body.body if isinstance(node.body, n.BlockStatement) else []
        simple = all(isinstance(p, n.Identifier) for p in node.params)
        if is_strict_body(body):
            frame = replace(frame, strict=True)
        method = frame.super_property and not arrow
        once = frame.strict or arrow or method or not simple
        for param in node.params:
            for inner in own_nodes(param):
                if node.generator and isinstance(inner, n.YieldExpression):
                    raise EarlyError(
                        inner.start, "yield in the parameters of a generator"
                    )
                if node.is_async and isinstance(inner, n.AwaitExpression):
                    raise EarlyError(
                        inner.start, "await in the parameters of an async function"
                    )
        with self.function_region(node.params, body, once):
            self.within(frame, [*node.params, *(body or [node.body])])
        return []

    def property(self, node: n.Property) -> list[Any]:
        left: list[Any] = [node.key] if node.computed else []
        value = node.value
        if (node.method or node.kind in ("get", "set")) and isinstance(
            value, n.Function
        ):
            self.function(value, Frame(self.frame.strict, super_property=True))
        else:
            left.append(value)
        return left

    # -- classes -------------------------------------------------------------------------

    def class_(self, node: n.Class) -> list[Any]:
        strict = replace(self.frame, strict=True)
        self.within(strict, [node.super_class])
        self.private.append(self.declared_private(node))
        inside = Frame(True, super_property=True)
        for member in node.body.body:
            if isinstance(member, n.StaticBlock):
                self.no_arguments(*member.body)
                with self.function_region([], member.body, True):
                    self.within(inside, [*member.body])
                continue
            if member.computed:
                self.within(strict, [member.key])
            if isinstance(member, n.MethodDefinition):
                derived = member.kind == "constructor" and node.super_class is not None
                self.function(member.value, replace(inside, super_call=derived))
            elif member.value is not None:
                self.no_arguments(member.value)
                self.within(inside, [member.value])
        self.private.pop()
        return []

    def declared_private(self, node: n.Class) -> set[str]:
        kinds: dict[str, set[tuple[str, bool]]] = {}
        for member in node.body.body:
            if isinstance(member, n.StaticBlock) or not isinstance(
                member.key, n.PrivateIdentifier
            ):
                continue
            name = member.key.name
            kind = member.kind if isinstance(member, n.MethodDefinition) else "field"
            before = kinds.setdefault(name, set())
            pair = before == {
                ({"get": "set", "set": "get"}.get(kind, ""), member.static)
            }
            if before and not pair:
                raise EarlyError(
                    member.key.start, f"#{name} has already been declared here"
                )
            before.add((kind, member.static))
        return set(kinds)

    def no_arguments(self, *nodes: n.Node) -> None:
        """A field's value and a static block are no functions that are called."""
        for node in nodes:
            for inner in own_nodes(node):
                if isinstance(inner, n.Identifier) and inner.name == "arguments":
                    raise EarlyError(
                        inner.start, "`arguments` in a class, outside of its methods"
                    )

    # -- what stands where it may not ------------------------------------------------------

    def call(self, node: n.CallExpression) -> list[Any]:
        if isinstance(node.callee, n.Super):
            if not self.frame.super_call:
                raise EarlyError(
                    node.start,
                    "super() outside of the constructor of a class that extends another",
                )
            return [*node.arguments]
        return [node.callee, *node.arguments]

    def member(self, node: n.MemberExpression) -> list[Any]:
        if isinstance(node.object, n.Super):
            if not self.frame.super_property:
                raise EarlyError(node.start, "super outside of a method")
            if isinstance(node.property, n.PrivateIdentifier):
                raise EarlyError(node.property.start, "a private name of super")
        rest: list[Any] = [] if isinstance(node.object, n.Super) else [node.object]
        if node.computed or isinstance(node.property, n.PrivateIdentifier):
            rest.append(node.property)
        return rest

    def private_name(self, node: n.PrivateIdentifier) -> list[Any]:
        if not any(node.name in names for names in self.private):
            raise EarlyError(
                node.start, f"#{node.name} is not declared in a class around it"
            )
        return []

    def meta_property(self, node: n.MetaProperty) -> list[Any]:
        if node.meta == "new" and not self.frame.new_target:
            raise EarlyError(node.start, "new.target outside of a function")
        return []

    def unary(self, node: n.UnaryExpression) -> list[Any]:
        argument: n.Node = node.argument
        if node.operator == "delete":
            if isinstance(argument, n.ChainExpression):
                argument = argument.expression
            if isinstance(argument, n.MemberExpression) and isinstance(
                argument.property, n.PrivateIdentifier
            ):
                raise EarlyError(node.start, "a private member cannot be deleted")
        return [node.argument]

    # -- targets -------------------------------------------------------------------------

    def assignment(self, node: n.AssignmentExpression) -> list[Any]:
        self.check_target(node.left)
        return [node.left, node.right]

    def update(self, node: n.UpdateExpression) -> list[Any]:
        self.check_target(node.argument)
        return [node.argument]

    def check_target(self, node: n.Node) -> None:
        """Whether something can be assigned; what patterns hold, too."""
        if isinstance(node, n.Identifier):
            if self.frame.strict and node.name in ("eval", "arguments"):
                raise EarlyError(node.start, f"{node.name} cannot be assigned")
        elif isinstance(node, n.AssignmentPattern):
            self.check_target(node.left)
        elif isinstance(node, (n.ArrayPattern, n.ObjectPattern)):
            parts = (
                node.elements if isinstance(node, n.ArrayPattern) else node.properties
            )
            for position, part in enumerate(parts):
                if isinstance(part, n.RestElement):
                    if position != len(parts) - 1:
                        raise EarlyError(part.start, "a rest element is the last one")
                    if isinstance(part.argument, n.AssignmentPattern):
                        raise EarlyError(part.start, "a rest element has no default")
                    self.check_target(part.argument)
                elif part is not None:
                    self.check_target(
                        part.value if isinstance(part, n.Property) else part
                    )
        elif not isinstance(node, _TARGETS):
            raise EarlyError(node.start, "nothing can be assigned to this")

    # -- statements ----------------------------------------------------------------------

    def loop(self, node: n.Node) -> list[Any]:
        body: n.Node = node.body  # type: ignore[attr-defined]
        self.check_body(body, functions=False)
        left = getattr(node, "left", None)
        if left is not None and not isinstance(left, n.VariableDeclaration):
            self.check_target(left)
        head = left or getattr(node, "init", None)
        with self.loop_region(head):
            self.visit_all(n.children(node))
        return []

    def if_(self, node: n.IfStatement) -> list[Any]:
        for body in (node.consequent, node.alternate):
            if body is not None:
                self.check_body(body, functions=not self.frame.strict)
                if (
                    isinstance(body, n.BlockStatement)
                    and len(body.body) == 1
                    and body.body[0].start == body.start
                ):
                    # A function that the parser puts into a block.
                    self.check_body(body.body[0], functions=not self.frame.strict)
        return n.children(node)

    def labeled(self, node: n.LabeledStatement) -> list[Any]:
        if not isinstance(node.body, n.LabeledStatement):
            self.check_body(node.body, functions=not self.frame.strict)
        return [node.body]

    def check_body(self, body: n.Node, functions: bool) -> None:
        """What stands where only a statement may, and no declaration."""
        inner, labels = body, False
        while isinstance(inner, n.LabeledStatement):
            inner, labels = inner.body, True
        if isinstance(inner, n.FunctionDeclaration):
            plain = not (inner.is_async or inner.generator)
            if functions and plain and not labels:
                return
        elif labels or not (
            isinstance(inner, (n.ClassDeclaration, *_MODULE_ITEMS))
            or (isinstance(inner, n.VariableDeclaration) and inner.kind != "var")
        ):
            return
        raise EarlyError(inner.start, "a declaration where only a statement may stand")

    def block(self, node: n.BlockStatement) -> list[Any]:
        self.no_module_items(node.body)
        with self.block_region(node.body, self.frame.strict):
            self.visit_all(node.body)
        return []

    def switch(self, node: n.SwitchStatement) -> list[Any]:
        self.visit_all([node.discriminant])
        inside = [item for case in node.cases for item in case.consequent]
        self.no_module_items(inside)
        with self.block_region(inside, self.frame.strict):
            self.visit_all([*node.cases])
        return []

    def catch(self, node: n.CatchClause) -> list[Any]:
        self.no_module_items(node.body.body)
        with self.catch_region(node.param, node.body.body, self.frame.strict):
            if node.param is not None:
                self.visit_all([node.param])
            self.visit_all(node.body.body)
        return []

    def no_module_items(self, body: list[n.Node]) -> None:
        for item in body:
            if isinstance(item, _MODULE_ITEMS):
                raise EarlyError(item.start, "import and export stand at the top level")

    def variables(self, node: n.VariableDeclaration) -> list[Any]:
        if node.kind == "var":
            for declarator in node.declarations:
                for name in bound_names(declarator.id):
                    self.declare_var(name)
        return [*node.declarations]


def own_nodes(node: n.Node) -> Iterator[n.Node]:
    """The nodes of some code, without names of members and the functions inside that are
    no arrows."""
    stack = [node]
    while stack:
        current = stack.pop()
        yield current
        if isinstance(current, n.MemberExpression) and not current.computed:
            stack.append(current.object)
        elif isinstance(current, n.Property) and not current.computed:
            stack.append(current.value)
        elif isinstance(current, n.Class):
            for member in current.body.body:
                if not isinstance(member, n.StaticBlock) and member.computed:
                    stack.append(member.key)
        elif isinstance(current, n.ArrowFunctionExpression) or not isinstance(
            current, n.Function
        ):
            stack += n.children(current)


def is_strict_body(body: list[n.Node]) -> bool:
    """Whether statements begin with ``"use strict"`` among their directives."""
    for statement in body:
        directive = getattr(statement, "directive", None)
        if directive is None:
            return False
        if directive == "use strict":
            return True
    return False
