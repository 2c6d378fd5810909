"""A callback written out: what a template asks of it besides its value."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING

from ..analyse import types as t
from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import bind

if TYPE_CHECKING:
    from .comparators import SortTerm
    from .inlining import Inlining


class NotInline(Exception):
    """Raised where the body of a callback turns out to need statements before it."""

    def __init__(self, node: n.Node) -> None:
        super().__init__()
        self.node = node


class Inlined:
    """A callback, seen as parameters and a body; made once for each template."""

    def __init__(self, lowerer: Inlining, node: n.Node) -> None:
        self.lowerer = lowerer
        self.node = node
        self.function = node if isinstance(node, n.Function) else None
        self._params: dict[int, ast.expr] = {}
        #: the names that it bound
        self.bound: list[Binding] = []

    @property
    def inline(self) -> bool:
        return self.function is not None and self.lowerer.is_inline(self.function)

    # -- parameters ----------------------------------------------------------------------

    def param(self, position: int) -> ast.expr:
        """The target that a loop or comprehension binds for a parameter."""
        found = self._params.get(position)
        if found is None:
            found = self._params[position] = self.make_param(position)
        return found

    def make_param(self, position: int) -> ast.expr:
        lowerer, function = self.lowerer, self.function
        if function is None:
            return self.new_name(lowerer.param_name(self.node, position))
        if position >= len(function.params):
            return b.name("_")
        param = function.params[position]
        if self.inline:
            if isinstance(param, n.Identifier):
                return lowerer.comprehension_target(param)
            if lowerer.is_target(param) and not lowerer.sort_key(function):
                return lowerer.comprehension_target(param)
            name = self.new_name(lowerer.item_name(function, position))
            lowerer.stand_in(param, name)
            return name
        if (
            lowerer.is_inline_body(function) and self.in_statements(function)
        ) or lowerer.accumulates(function):
            if lowerer.accumulates(function) and position == 0:
                return lowerer.accumulator(function)
            if lowerer.is_target(param):
                return lowerer.comprehension_target(param)
            if isinstance(param, n.Identifier):
                return lowerer.comprehension_target(param)
            return self.new_name(lowerer.item_name(function, position))
        if isinstance(param, n.Identifier):
            if not self.looks_at(param):
                return b.name("_")
            return self.new_name(param.name)
        return self.new_name(lowerer.item_name(function, position))

    def in_statements(self, function: n.Function) -> bool:
        """Whether a body that is no part of an expression becomes that of a loop."""
        call = self.lowerer.scopes.parents.get(function)
        callee = call.callee if isinstance(call, n.CallExpression) else None
        return isinstance(function.body, n.BlockStatement) or (
            isinstance(callee, n.MemberExpression)
            and getattr(callee.property, "name", None) == "forEach"
        )

    def new_name(self, name: str) -> ast.expr:
        binding = self.lowerer.comprehended_temp(name, self.node)
        self.bound.append(binding)
        return bind(ast.Name(name, ast.Load()), binding)

    def looks_at(self, param: n.Node) -> bool:
        """Whether the function reads a parameter that is a name."""
        assert self.function is not None
        return (
            not isinstance(param, n.Identifier)
            or bool(self.lowerer.scopes.binding_of[param].references)
            or self.lowerer.scopes.binding_of[param].reassigned
            or self.lowerer.scopes.facts[self.function].uses_arguments
        )

    def name(self, position: int) -> ast.expr:
        """``([a, b]) =>``: one of the names that the first parameter is taken apart into."""
        assert self.function is not None
        pattern = self.function.params[0]
        assert isinstance(pattern, n.ArrayPattern)
        element = (
            pattern.elements[position] if position < len(pattern.elements) else None
        )
        key = -1 - position
        found = self._params.get(key)
        if found is None:
            if isinstance(element, n.Identifier):
                binding = self.lowerer.scopes.binding_of[element]
                self.lowerer.adopt(binding)
                found = ast.Name(binding.name, ast.Load())
                bind(found, binding)
            else:
                found = self.new_name(("key", "value")[position])
            self._params[key] = found
        return found

    # -- the body --------------------------------------------------------------------------

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
        arguments = [self.argument(i) for i in range(self.arity())]
        if self.function is None and isinstance(self.node, n.MemberExpression):
            return b.call(lowerer.read_member(self.node, maybe=False), *arguments)
        return b.call(lowerer.expr(self.node), *arguments)

    def argument(self, position: int) -> ast.expr:
        """What a call passes: None for a parameter that the function does not look at."""
        function = self.function
        if (
            function is not None
            and position < len(function.params)
            and not self.looks_at(function.params[position])
        ):
            return b.const(None)
        return self.param(position)

    def body(self) -> ast.expr:
        if self.inline:
            # Kept somewhere, a promise is under way: a coroutine could be awaited once only.
            self.lowerer.hot.update(promised_ends(self.result))
            return self.part(lambda: self.lowerer.expr(self.result))
        return self.lowerer.hot_result(self.node, self.call())

    @property
    def result(self) -> n.Node:
        assert self.function is not None
        return result_expression(self.function)

    def part(self, make: Callable[[], ast.expr]) -> ast.expr:
        """A part of the body; NotInline where it takes statements."""
        block: list[ast.stmt] = []
        self.lowerer.bodies.append(self)
        try:
            with self.lowerer.into(block):
                value = make()
        finally:
            self.lowerer.bodies.pop()
        if block:
            raise NotInline(self.node)
        return value

    def test(self) -> ast.expr:
        if self.inline:
            return self.part(lambda: self.lowerer.test(self.result))
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
        lowerer, function = self.lowerer, self.function
        lowerer.adopt_all(function)
        made: list[ast.stmt] = []
        for position, param in enumerate(function.params):
            if not isinstance(param, n.Identifier) and not lowerer.is_target(param):
                with lowerer.into(made):
                    lowerer.assign_pattern(param, self.param(position), declare=True)
        lowerer.bodies.append(self)
        if lowerer.accumulates(function):
            assert isinstance(function.body, n.BlockStatement)
            made += lowerer.statements(function.body.body[:-1])
        else:
            made += lowerer.inlined_statements(function)
        lowerer.bodies.pop()
        return made or [ast.Pass()]

    def on(self, other: Inlined, position: int) -> ast.expr:
        """The body as a condition, about the parameter of another callback."""
        target = other.param(position)
        if self.function is None or not self.inline:
            self._params[0] = target
            return self.test()
        if not self.function.params:
            return self.test()
        param = self.function.params[0]
        lowerer = self.lowerer
        lowerer.stand_in(param, target)
        try:
            return self.part(lambda: lowerer.test(self.result))
        finally:
            lowerer.stand_out(param)

    def key(self) -> ast.expr:
        """Of a comparator: what it compares, of its first parameter."""
        assert self.function is not None
        found = self.lowerer.sort_key(self.function)
        assert found is not None
        self.param(0)

        def part_of(term: SortTerm) -> ast.expr:
            tree: ast.expr = self.lowerer.expr(term.key)
            if term.collated:
                return self.lowerer.helper("collation_key", tree)
            return b.unary("-", tree) if term.descending is not down else tree

        def make() -> ast.expr:
            parts = [part_of(term) for term in found.terms]
            return parts[0] if len(parts) == 1 else ast.Tuple(parts, ast.Load())

        down = found.descending
        return self.part(make)

    def term(self) -> ast.expr:
        """Of a reducer that sums: what it adds."""
        assert self.function is not None
        terms = self.lowerer.sum_terms(self.function)
        assert terms

        def total() -> ast.expr:
            trees = [self.lowerer.expr(term) for term in terms]
            result = trees[0]
            for tree in trees[1:]:
                result = b.binop(result, "+", tree)
            return result

        return self.part(total)

    def item(self, position: int) -> ast.expr:
        """An item of the array literal that the body is."""
        array = self.result
        assert isinstance(array, n.ArrayExpression)
        element = array.elements[position]
        assert element is not None
        return self.part(lambda: self.lowerer.expr(element))


def result_expression(function: n.Function) -> n.Node:
    """What a function of one expression gives."""
    body = function.body
    if isinstance(body, n.BlockStatement):
        statement = body.body[0]
        assert isinstance(statement, n.ReturnStatement)
        assert statement.argument is not None
        return statement.argument
    return body


def promised_ends(node: n.Node) -> list[n.Node]:
    """The expressions that may give the value of another one, itself if it is no choice."""
    if isinstance(node, n.ConditionalExpression):
        return [*promised_ends(node.consequent), *promised_ends(node.alternate)]
    if isinstance(node, n.LogicalExpression):
        return [*promised_ends(node.left), *promised_ends(node.right)]
    if isinstance(node, n.SequenceExpression):
        return promised_ends(node.expressions[-1])
    return [node]
