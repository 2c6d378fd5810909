"""Callbacks written out: a function as parameters and a body, for templates and loops."""

from __future__ import annotations

import ast
from collections.abc import Callable

from ..analyse import types as t
from ..analyse.scopes import Binding, pattern_names
from ..parse import nodes as n
from ..pytree import build as b
from .members import Members

#: Names for the parameters of a function that is called by its name.
_PARAM_NAMES = ("item", "index", "items")


class Inlined:
    """A callback, seen as parameters and a body; made once for each template."""

    def __init__(self, lowerer: Inlining, node: n.Node) -> None:
        self.lowerer = lowerer
        self.node = node
        self.function = node if isinstance(node, n.Function) else None
        self._params: dict[int, ast.expr] = {}
        self._synthetic: dict[int, n.Identifier] = {}

    @property
    def inline(self) -> bool:
        return self.function is not None and self.lowerer.is_inline(self.function)

    def param(self, position: int) -> ast.expr:
        """The target that a loop or comprehension binds for a parameter."""
        found = self._params.get(position)
        if found is None:
            found = self._params[position] = self.make_param(position)
        return found

    def make_param(self, position: int) -> ast.expr:
        lowerer = self.lowerer
        if self.function is not None and (
            self.inline or lowerer.is_inline_body(self.function)
        ):
            if position < len(self.function.params):
                return lowerer.comprehension_target(self.function.params[position])
            return b.name("_")
        if self.function is not None or lowerer.callback_arity(self.node) != 0:
            name = _PARAM_NAMES[min(position, 2)]
            if self.function is not None and position < len(self.function.params):
                param = self.function.params[position]
                if isinstance(param, n.Identifier):
                    name = param.name
            binding = lowerer.temp(name, "param")
            lowerer.comprehended.add(binding)
            tree = ast.Name(name, ast.Load())
            tree.binding = binding  # type: ignore[attr-defined]
            return tree
        return b.name("_")

    def arity(self) -> int:
        known = self.lowerer.callback_arity(self.node)
        return 1 if known is None else known

    def call(self) -> ast.expr:
        """A call of the function with as many parameters as it takes."""
        lowerer = self.lowerer
        if self.function is None:
            special = lowerer.call_builtin_with(self.node, self.param)
            if special is not None:
                return special
        arguments = [self.param(i) for i in range(self.arity())]
        if self.function is None and isinstance(self.node, n.MemberExpression):
            return b.call(lowerer.read_member(self.node, maybe=False), *arguments)
        return b.call(lowerer.expr(self.node), *arguments)

    def body(self) -> ast.expr:
        if self.inline:
            assert self.function is not None
            return self.lowerer.expr(result_expression(self.function))
        return self.call()

    def test(self) -> ast.expr:
        if self.inline:
            assert self.function is not None
            return self.lowerer.test(result_expression(self.function))
        types: t.Type = t.NEVER
        for atom in self.lowerer.type_of(self.node):
            if isinstance(atom, t.FunctionAtom):
                types |= self.lowerer.analysis.inference.result_of(atom)
            elif isinstance(atom, t.BuiltinAtom) and atom.name == "Boolean":
                return self.lowerer.as_test(
                    self.param(0), self.lowerer.element_types(self.node)
                )
            else:
                types |= t.T_ANY
        return self.lowerer.as_test(self.call(), types)

    def statements(self) -> list[ast.stmt]:
        assert self.function is not None
        return self.lowerer.inlined_statements(self.function)

    def on(self, other: Inlined, position: int) -> ast.expr:
        """The body as a condition, about the parameter of another callback."""
        assert self.function is not None
        target = other.param(position)
        mine = self.lowerer.scopes.binding_of[self.function.params[0]]  # type: ignore[index]
        self.lowerer.replaced[mine] = target
        try:
            return self.lowerer.test(result_expression(self.function))
        finally:
            del self.lowerer.replaced[mine]


def result_expression(function: n.Function) -> n.Node:
    """What a function of one expression gives."""
    body = function.body
    if isinstance(body, n.BlockStatement):
        statement = body.body[0]
        assert isinstance(statement, n.ReturnStatement)
        assert statement.argument is not None
        return statement.argument
    return body


class Inlining(Members):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        self._inlined: dict[n.Node, Inlined] = {}

    def inlined(self, node: n.Node) -> Inlined:
        found = self._inlined.get(node)
        if found is None:
            found = self._inlined[node] = Inlined(self, node)
        return found

    # -- what a callback is ----------------------------------------------------------------

    def callback_arity(self, node: n.Node) -> int | None:
        """How many parameters a callback looks at; None where it is not known."""
        if isinstance(node, n.Function):
            return self.function_arity(node)
        if isinstance(node, n.Identifier) and node not in self.scopes.binding_of:
            return 1 if node.name not in ("parseInt",) else 2
        most = 0
        for atom in self.type_of(node):
            if isinstance(atom, t.FunctionAtom):
                most = max(most, self.function_arity(atom.node))
            elif isinstance(atom, (t.BuiltinAtom, t.ResolverAtom)):
                most = max(most, 1)
            else:
                return None
        return most

    def function_arity(self, node: n.Function) -> int:
        if any(isinstance(p, n.RestElement) for p in node.params):
            return 3
        if self.scopes.facts[node].uses_arguments and not isinstance(
            node, n.ArrowFunctionExpression
        ):
            return 3
        return len(node.params)

    def looks_at(self, node: n.Node, count: int) -> bool:
        """Whether a callback looks at no more than ``count`` parameters."""
        arity = self.callback_arity(node)
        if arity is None:
            return count == 1
        if isinstance(node, n.Function) and arity > count:
            # Parameters that are declared and never read do not count.
            return all(
                isinstance(p, n.Identifier)
                and not self.scopes.binding_of[p].references
                for p in node.params[count:]
            )
        return arity <= count

    def plain_param(self, node: n.Node) -> bool:
        return (
            isinstance(node, n.Function)
            and self.is_inline(node)
            and len(node.params) == 1
            and isinstance(node.params[0], n.Identifier)
        )

    def is_inline(self, node: n.Node) -> bool:
        """Whether a function literal is one expression that may stand in a comprehension."""
        if not isinstance(node, n.Function) or node.is_async or node.generator:
            return False
        body = node.body
        if isinstance(body, n.BlockStatement):
            if len(body.body) != 1 or not isinstance(body.body[0], n.ReturnStatement):
                return False
            if body.body[0].argument is None:
                return False
        if isinstance(node, n.FunctionExpression) and (
            self.scopes.facts[node].uses_this or self.scopes.facts[node].uses_arguments
        ):
            return False
        if not all(self.is_target(p) for p in node.params):
            return False
        return self.is_expression(result_expression(node), node)

    def is_target(self, param: n.Node) -> bool:
        """Whether a parameter may be the target of a ``for``: a name, or names in a list."""
        if isinstance(param, n.Identifier):
            return not self.scopes.binding_of[param].reassigned
        if isinstance(param, n.ArrayPattern):
            return all(
                e is None or isinstance(e, n.Identifier) for e in param.elements
            ) and self.fixed_length(param)
        return False

    def fixed_length(self, param: n.ArrayPattern) -> bool:
        """Whether what is taken apart always has as many items as there are names."""
        types = self.analysis.types.get(param, t.NEVER)
        return bool(types) and all(
            isinstance(a, t.ArrayAtom)
            and a.items is not None
            and len(a.items) == len(param.elements)
            for a in types
        )

    def is_expression(self, node: n.Node, function: n.Function) -> bool:
        """Whether an expression surely needs no statement before it."""
        stack = [node]
        while stack:
            current = stack.pop()
            if isinstance(
                current,
                (
                    n.AssignmentExpression,
                    n.UpdateExpression,
                    n.YieldExpression,
                    n.AwaitExpression,
                    n.ClassExpression,
                    n.SequenceExpression,
                ),
            ):
                return False
            if isinstance(current, n.UnaryExpression) and current.operator == "delete":
                return False
            if isinstance(current, n.Function):
                if not self.is_inline(current):
                    return False
                continue
            if isinstance(current, n.NewExpression) and isinstance(
                current.callee, n.Identifier
            ):
                if current.callee.name == "Promise":
                    return False
            if isinstance(current, n.CallExpression) and not self.simple_call(current):
                return False
            if isinstance(current, n.ObjectExpression):
                atom = self.analysis.inference.object_at(current, current)
                if self.representation.is_instance(atom):
                    return False
            stack.extend(n.children(current))
        return True

    def simple_call(self, node: n.CallExpression) -> bool:
        """Whether a call is made without statements before it."""
        if any(isinstance(a, t.PromiseAtom) for a in self.type_of(node)):
            callee = node.callee
            if isinstance(callee, n.MemberExpression) and isinstance(
                callee.property, n.Identifier
            ):
                return callee.property.name not in ("then", "catch", "finally")
        return True

    def is_inline_body(self, node: n.Node) -> bool:
        """Whether a function literal's statements may stand in a loop as they are."""
        if not isinstance(node, n.Function) or node.is_async or node.generator:
            return False
        facts = self.scopes.facts[node]
        if isinstance(node, n.FunctionExpression) and (
            facts.uses_this or facts.uses_arguments
        ):
            return False
        if facts.returns or not all(self.is_loop_target(p) for p in node.params):
            return False
        if any(
            b.captured_by
            for scope in self.scopes.scope_of.values()
            if scope.function is node
            for b in scope.bindings.values()
        ):
            return False
        return True

    def is_loop_target(self, param: n.Node) -> bool:
        return isinstance(param, n.Identifier) or self.is_target(param)

    # -- targets -----------------------------------------------------------------------

    def comprehension_target(self, param: n.Node) -> ast.expr:
        if isinstance(param, n.Identifier):
            binding = self.scopes.binding_of[param]
            self.adopt(binding)
            if not binding.references:
                return b.name("_")
            tree = ast.Name(binding.name, ast.Load())
            tree.binding = binding  # type: ignore[attr-defined]
            return tree
        assert isinstance(param, n.ArrayPattern)
        return b.tuple_(
            [
                b.name("_") if e is None else self.comprehension_target(e)
                for e in param.elements
            ]
        )

    def adopt(self, binding: Binding) -> None:
        """A parameter of an inlined function becomes a name of the current function."""
        context = self.fn
        while context.kind == "lambda" and context.parent is not None:
            context = context.parent
        self.placed[binding] = context
        self.comprehended.add(binding)

    def adopt_all(self, function: n.Function) -> None:
        """All names of an inlined function become names of the current function."""
        for scope in list(self.scopes.scope_of.values()):
            if scope.function is function:
                for binding in scope.bindings.values():
                    self.placed[binding] = self.fn
        self.homes[function] = self.fn
        for param in function.params:
            for name in pattern_names(param):
                self.placed[self.scopes.binding_of[name]] = self.fn

    def element_types(self, node: n.Node) -> t.Type:
        """The type of what a built-in callback (``Boolean``) is called with."""
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.CallExpression) and isinstance(
            parent.callee, n.MemberExpression
        ):
            return self.analysis.inference.iterated(
                self.type_of(parent.callee.object)
            )
        return t.T_ANY

    def call_builtin_with(
        self, node: n.Node, param: Callable[[int], ast.expr]
    ) -> ast.expr | None:
        """A call of a built-in function value with the loop's variable, by the rules."""
        if not (
            isinstance(node, (n.Identifier, n.MemberExpression))
            and self.builtin_reference(node) is not None
        ):
            return None
        argument = n.Identifier("item", start=node.start, end=node.end)
        call = n.CallExpression(node, [argument], False, start=node.start, end=node.end)
        self.preset[argument] = param(0)
        self.analysis.types[argument] = self.element_types(node) or t.T_ANY
        self.scopes.binding_of.setdefault(argument, self.temp("item", "param"))
        value = self.rule_value(call, "value")
        if value is None:
            raise self.refuse(node, "this built-in function as a value")
        return value

    def builtin_reference(self, node: n.Node) -> str | None:
        raise NotImplementedError

    def inlined_statements(self, function: n.Function) -> list[ast.stmt]:
        raise NotImplementedError

    def function_value(self, node: n.Function, name: str | None = None) -> ast.expr:
        raise NotImplementedError
