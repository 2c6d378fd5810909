"""Which callbacks may be written out in a loop or comprehension, and under which names."""

from __future__ import annotations

import ast
from collections.abc import Callable

from ..analyse import types as t
from ..analyse.scopes import Binding, pattern_names
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import bind
from .inlined import Inlined, result_expression
from .stand_ins import StandIns


class Inlining(StandIns):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        self._inlined: dict[n.Node, Inlined] = {}
        #: whether function literals are one expression; False for those that turned out
        #: to need statements
        self._inline: dict[n.Node, bool] = {}

    def inlined(self, node: n.Node) -> Inlined:
        found = self._inlined.get(node)
        if found is None:
            found = self._inlined[node] = Inlined(self, node)
        return found

    # -- what a callback is ----------------------------------------------------------------

    def callback_arity(self, node: n.Node) -> int | None:
        """How many parameters a callback looks at; None where it is not known."""
        given = self.given_to(node)
        if isinstance(node, n.Function):
            return self.function_arity(node, given)
        if not t.is_callable(self.type_of(node)):
            return None
        if isinstance(node, n.Identifier) and node not in self.scopes.binding_of:
            return 1 if node.name not in ("parseInt",) else 2
        most = 0
        for atom in self.type_of(node):
            if isinstance(atom, t.FunctionAtom):
                most = max(most, self.function_arity(atom.node, given))
            elif isinstance(atom, (t.BuiltinAtom, t.ResolverAtom)):
                most = max(most, 1)
            else:
                return None
        return most

    def given_to(self, node: n.Node) -> int:
        """How many arguments what is called back gets: item, index and array as a rule, of
        ``from`` item and index (ECMA-262 23.1.2.1)."""
        call = self.scopes.parents.get(node)
        callee = call.callee if isinstance(call, n.CallExpression) else None
        name = getattr(getattr(callee, "property", None), "name", None)
        return 2 if name == "from" else 3

    def function_arity(self, node: n.Function, given: int = 3) -> int:
        return given if self.takes_all(node) else len(node.params)

    def takes_all(self, node: n.Function) -> bool:
        """Whether a function sees all that it is given: a rest parameter, ``arguments``."""
        return any(isinstance(p, n.RestElement) for p in node.params) or (
            self.scopes.facts[node].uses_arguments
            and not isinstance(node, n.ArrowFunctionExpression)
        )

    def looks_at(self, node: n.Node, count: int) -> bool:
        """Whether a callback looks at no more than ``count`` parameters."""
        arity = self.callback_arity(node)
        if arity is None:
            return count == 1
        if isinstance(node, n.Function) and arity > count and not self.takes_all(node):
            # Parameters that are declared and never read do not count.
            return all(
                isinstance(p, n.Identifier) and not self.scopes.binding_of[p].references
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
        known = self._inline.get(node)
        if known is None:
            known = self._inline[node] = self._is_inline(node)
        return known

    def not_inline(self, node: n.Node) -> None:
        """A function literal needs statements: forget what was made of it inline."""
        self._inline[node] = False
        self._inlined.pop(node, None)
        if isinstance(node, n.Function):
            for param in node.params:
                self.stand_out(param)
                for name in pattern_names(param):
                    binding = self.scopes.binding_of[name]
                    self.placed.pop(binding, None)
                    self.comprehended.pop(binding, None)

    def _is_inline(self, node: n.Node) -> bool:
        if not isinstance(node, n.Function) or node.is_async or node.generator:
            return False
        body = node.body
        if isinstance(body, n.BlockStatement):
            if (
                body.inner
                or len(body.body) != 1
                or not isinstance(body.body[0], n.ReturnStatement)
            ):
                return False
            only = body.body[0]
            if only.argument is None or only.leading or only.trailing:
                return False
        if isinstance(node, n.FunctionExpression) and (
            self.scopes.facts[node].uses_this or self.scopes.facts[node].uses_arguments
        ):
            return False
        if (
            isinstance(node, n.FunctionExpression)
            and node.id is not None
            and self.scopes.binding_of[node.id].references
        ):
            return False
        if not all(
            self.is_target(p) or self.is_taken_apart(p, node) for p in node.params
        ):
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
            if (
                isinstance(current, n.NewExpression)
                and isinstance(current.callee, n.Identifier)
                and current.callee.name == "Promise"
            ):
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
        return not self.has_closures(node)

    def has_closures(self, node: n.Function) -> bool:
        """Whether functions inside of it use names of the function."""
        return any(binding.captured_by for binding in self.bindings_of.get(node, ()))

    @property
    def bindings_of(self) -> dict[n.Node, list[Binding]]:
        """The bindings of each function, those of its blocks among them."""
        found: dict[n.Node, list[Binding]] | None = self.__dict__.get("_bindings_of")
        if found is None:
            found = self.__dict__["_bindings_of"] = {}
            for binding in self.scopes.bindings:
                found.setdefault(binding.function, []).append(binding)
        return found

    def is_loop_target(self, param: n.Node) -> bool:
        return isinstance(param, (n.Identifier, n.ArrayPattern, n.ObjectPattern))

    # -- targets -----------------------------------------------------------------------

    def comprehension_target(self, param: n.Node) -> ast.expr:
        if isinstance(param, n.Identifier):
            binding = self.scopes.binding_of[param]
            self.adopt(binding)
            if not binding.references:
                return b.name("_")
            return bind(ast.Name(binding.name, ast.Load()), binding)
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
        self.comprehended[binding] = None

    def adopt_all(self, function: n.Function) -> None:
        """All names of an inlined function become names of the current function."""
        for binding in self.bindings_of.get(function, ()):
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
            return self.analysis.inference.iterated(self.type_of(parent.callee.object))
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
        parent = self.scopes.parents.get(node)
        if (
            self.builtin_reference(node) in _VARIADIC
            and isinstance(parent, n.CallExpression)
            and isinstance(parent.callee, n.MemberExpression)
            and any(
                isinstance(a, t.ArrayAtom) or a is t.ANY
                for a in self.type_of(parent.callee.object)
            )
        ):
            raise self.refuse(
                node,
                f"{self.builtin_reference(node)} as a callback is given the index too",
                "give it what it shall look at: (x) => f(x)",
            )
        argument = n.Identifier("item", start=node.start, end=node.end)
        call = n.CallExpression(node, [argument], False, start=node.start, end=node.end)
        self.preset[argument] = param(0)
        self.analysis.types[argument] = self.element_types(node) or t.T_ANY
        self.scopes.binding_of.setdefault(argument, self.temp("item", "param"))
        value = self.rule_value(call, "value")
        if value is None:
            raise self.refuse(node, "this built-in function as a value")
        return value


#: Built-in functions that look at more than their first argument.
_VARIADIC = frozenset(
    {"parseInt", "Number.parseInt", "Math.max", "Math.min", "Math.hypot", "Math.pow",
     "Math.atan2", "String.fromCharCode", "String.fromCodePoint", "Object.assign"}
)  # fmt: skip
