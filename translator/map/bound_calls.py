"""``call``, ``apply`` and ``bind``: functions that are given their ``this``."""

from __future__ import annotations

import ast
from collections.abc import Callable

from ..analyse import types as t
from ..parse import nodes as n
from ..parse.early_errors import is_strict_body
from ..pytree import build as b
from .promise_checks import PromiseChecks


class BoundCalls(PromiseChecks):
    def called_with_this(self, node: n.CallExpression) -> ast.expr | None:
        """``f.call(x, a)``, ``f.apply(x, items)`` and ``f.bind(x, a)`` of known functions."""
        callee = node.callee
        if not isinstance(callee, n.MemberExpression) or callee.computed:
            return None
        method = getattr(callee.property, "name", "")
        if method not in ("call", "apply", "bind"):
            return None
        function = callee.object
        types = self.type_of(function) - t.NULLISH
        if t.only(types, t.BuiltinAtom) and method != "bind":
            return self.builtin_with_this(node, function, method)
        if not t.only(types, t.FunctionAtom):
            return None
        nodes = [a.node for a in types if isinstance(a, t.FunctionAtom)]
        rest = node.arguments[1:]
        if any(isinstance(a, n.SpreadElement) for a in node.arguments[:1]):
            return None
        bound = self.bound_already(function, nodes)
        takes = all(self.takes_this(f) for f in nodes)
        if bound is False and not takes:
            raise self.refuse(
                node,
                f"{method}() of a function with `this` of its own",
                "make it a method",
            )
        makers: list[tuple[n.Node | None, Callable[[], ast.expr]]] = [
            (function, lambda: self.callee_value(function))
        ]
        if takes:
            if not node.arguments:
                raise self.refuse(node, f"{method}() without an object")
            self.check_boxed(node, nodes)
            makers.append((node.arguments[0], lambda: self.expr(node.arguments[0])))
        elif node.arguments and isinstance(bound, n.Node):
            if not self.same_name(bound, node.arguments[0]):
                raise self.refuse(node, f"{method}() of a method with another object")
        elif node.arguments and not self.effects.pure(node.arguments[0]):
            raise self.refuse(node, f"{method}() with an object that has effects")
        if method == "apply" and rest:
            makers.append((rest[0], lambda: b.star(self.iterable(rest[0]))))
        else:
            most = max(self.capacity(f) for f in types if isinstance(f, t.FunctionAtom))
            for position, argument in enumerate(rest):
                if isinstance(argument, n.SpreadElement):
                    makers.append((argument, lambda a=argument: b.star(self.iterable(a.argument))))  # type: ignore[misc]
                elif position < most or not self.effects.pure(argument):
                    makers.append((argument, lambda a=argument: self.argument(node, a)))  # type: ignore[misc]
        made = self.in_order(makers)
        if method == "bind":
            if len(made) == 1:
                return made[0]
            self.use("from functools import partial")
            return b.call("partial", *made)
        return b.call(made[0], *made[1:])

    def builtin_with_this(
        self, node: n.CallExpression, function: n.Node, method: str
    ) -> ast.expr | None:
        """``Math.max.apply(null, xs)`` is ``Math.max(...xs)``.

        ``Array.prototype.slice.call(xs, 1)`` is ``xs.slice(1)`` of what surely is an array.
        """
        names = {getattr(a, "name", "#") for a in self.type_of(function) - t.NULLISH}
        prototype = {t.method_of_prototype(name) for name in names} - {None}
        if prototype:
            if len(names) > 1 or not node.arguments:
                return None
            ((owner, name),) = prototype  # type: ignore[misc]
            this = node.arguments[0]
            if isinstance(this, n.SpreadElement) or not self.surely_is(this, owner):
                return None
            key = n.Identifier(name, start=function.start, end=function.end)
            callee = n.MemberExpression(
                this, key, False, False, start=function.start, end=function.end
            )
            self.analysis.types[callee] = self.type_of(function)
            self.scopes.parents[this] = self.scopes.parents[key] = callee
            function = callee
        self.check_making_class(node, function, method)
        for given in node.arguments[:1]:
            if not prototype and not self.effects.pure(given):
                raise self.refuse(given, f"{method}() with an object that has effects")
        arguments = list(node.arguments[1:])
        assert isinstance(function, n.Expression)
        if method == "apply" and arguments:
            items = arguments[0]
            if isinstance(items, n.SpreadElement):
                return None
            arguments = [n.SpreadElement(items, start=items.start, end=items.end)]
            self.analysis.types[arguments[0]] = self.type_of(items)
            self.scopes.parents[items] = arguments[0]
        call = n.CallExpression(
            function, arguments, False, start=node.start, end=node.end
        )
        parents = self.scopes.parents
        parents[call] = parents[node]
        for child in (function, *arguments):
            parents[child] = call
        self.analysis.types[call] = self.type_of(node)
        return self.call(call)

    def surely_is(self, node: n.Node, owner: str) -> bool:
        """Whether a value is an array, or a string: what a method is looked up for."""
        if owner == "Array":
            return t.only(self.type_of(node), t.ArrayAtom)
        return owner == "string" and self.is_exactly(node, t.T_STRING)

    def callee_value(self, node: n.Node) -> ast.expr:
        if isinstance(node, n.MemberExpression) and node not in self.preset:
            return self.method_reference(node)
        return self.expr(node)

    def bound_already(self, node: n.Node, functions: list[n.Function]) -> n.Node | bool:
        """True: nobody looks at ``this``; a node: Python binds it to that object."""
        if not any(
            self.scopes.facts[f].uses_this
            for f in functions
            if not isinstance(f, n.ArrowFunctionExpression)
        ):
            return True
        if isinstance(node, n.MemberExpression) and all(
            isinstance(self.scopes.parents.get(f), n.MethodDefinition)
            for f in functions
        ):
            return node.object
        return False

    def check_boxed(self, node: n.CallExpression, functions: list[n.Function]) -> None:
        """Sloppy functions are given objects as ``this``: a wrapper of a primitive, the
        global object in place of undefined and null (ECMA-262 10.2.1.2)."""
        types = self.type_of(node.arguments[0])
        if types & t.PRIMITIVES and not all(self.is_strict(f) for f in functions):
            raise self.refuse(
                node, "what is no object as the `this` of a function that is not strict"
            )

    def is_strict(self, node: n.Node | None) -> bool:
        """Whether code is strict: of a module, a class, or below ``"use strict"``."""
        while node is not None:
            if isinstance(node, n.Class):
                return True
            body = getattr(node, "body", None)
            statements = body.body if isinstance(body, n.BlockStatement) else body
            if isinstance(node, (n.Function, n.Program)) and isinstance(
                statements, list
            ):
                if is_strict_body(statements):
                    return True
            node = self.scopes.parents.get(node)
        return self.analysis.program.source_type == "module"

    def takes_this(self, node: n.Function) -> bool:
        """A function with ``this`` that is only used by call, apply and bind.

        In Python the object is its first parameter.
        """
        if (
            isinstance(node, n.ArrowFunctionExpression)
            or not self.scopes.facts[node].uses_this
        ):
            return False
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.VariableDeclarator) and isinstance(
            parent.id, n.Identifier
        ):
            binding = self.scopes.binding_of.get(parent.id)
        elif isinstance(node, n.FunctionDeclaration) and node.id is not None:
            binding = self.scopes.binding_of.get(node.id)
        else:
            return False
        if binding is None or binding.reassigned or not binding.references:
            return False
        for reference in binding.references:
            member = self.scopes.parents.get(reference)
            if not (
                isinstance(member, n.MemberExpression)
                and member.object is reference
                and getattr(member.property, "name", "") in ("call", "apply", "bind")
            ):
                return False
            call = self.scopes.parents.get(member)
            if not isinstance(call, n.CallExpression) or call.callee is not member:
                return False
        return True
