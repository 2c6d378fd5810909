"""Calls: rules first, then functions of the program, then what is unknown."""

from __future__ import annotations

import ast
from collections.abc import Callable

from ..analyse import types as t
from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..pytree import build as b
from .rule_use import RuleApplication

_MAXIMUM = 10_000
_SEARCHING = frozenset({"includes", "indexOf", "lastIndexOf"})


class Calls(RuleApplication):
    # -- calls -------------------------------------------------------------------------

    def call(self, node: n.CallExpression) -> ast.expr:
        """A call as a value: of a promise, one that is under way."""
        promise = self.promise_value(node)
        if promise is not None:
            return promise
        constant = self.analysis.inference.constant_number(node)
        if constant is not None and str(constant) in ("0.0", "-0.0"):
            return b.const(0) if str(constant) == "0.0" else b.unary("-", b.const(0.0))
        self.check_nullish_search(node)
        value = self.rule_value(node, "value")
        if value is not None:
            return value
        return self.plain_call(node)

    def check_nullish_search(self, node: n.CallExpression) -> None:
        """Warn where a method tells null from undefined, both None in Python."""
        callee = node.callee
        if not (
            isinstance(callee, n.MemberExpression)
            and isinstance(callee.property, n.Identifier)
            and not callee.computed
        ):
            return
        name = callee.property.name
        if name in _SEARCHING and node.arguments:
            elements = self.analysis.inference.iterated(self.type_of(callee.object))
            wanted = self.type_of(node.arguments[0])
            if (
                t.NULL in elements and t.UNDEFINED in wanted
                or t.UNDEFINED in elements and t.NULL in wanted
            ):
                self.warn(node, "null and undefined are both None in Python")
        elif name in ("sort", "toSorted") and not node.arguments:
            for atom in self.type_of(callee.object):
                if isinstance(atom, t.ArrayAtom) and t.NULL in atom.elem.types:
                    self.warn(node, "null is None in Python, sorted behind all others")

    def plain_call(self, node: n.CallExpression) -> ast.expr:
        """A call as it stands: a coroutine function gives a coroutine."""
        callee = node.callee
        if isinstance(callee, n.Super):
            return self.super_call(node)
        if isinstance(callee, n.Function) and not node.arguments:
            return self.call_at_once(node, callee)
        called = self.called_with_this(node)
        if called is not None:
            return called
        targets = self.targets_of(node)
        if targets is None:
            self.check_unknown(node)
        results = self.in_order(
            [(callee, lambda: self.callee(node)), *self.argument_makers(node, targets)]
        )
        return b.call(results[0], *results[1:])

    # -- call, apply, bind -----------------------------------------------------------------

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
                node, f"{method}() of a function with `this` of its own", "make it a method"
            )
        makers: list[tuple[n.Node | None, Callable[[], ast.expr]]] = [
            (function, lambda: self.callee_value(function))
        ]
        if takes:
            if not node.arguments:
                raise self.refuse(node, f"{method}() without an object")
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
        """``Math.max.apply(null, xs)`` is ``Math.max(...xs)``."""
        if any("#" in getattr(a, "name", "#") for a in self.type_of(function)):
            return None
        arguments = list(node.arguments[1:])
        assert isinstance(function, n.Expression)
        if method == "apply" and arguments:
            items = arguments[0]
            if isinstance(items, n.SpreadElement):
                return None
            arguments = [n.SpreadElement(items, start=items.start, end=items.end)]
            self.analysis.types[arguments[0]] = self.type_of(items)
            self.scopes.parents[items] = arguments[0]
        call = n.CallExpression(function, arguments, False, start=node.start, end=node.end)
        parents = self.scopes.parents
        parents[call] = parents[node]
        for child in (function, *arguments):
            parents[child] = call
        self.analysis.types[call] = self.type_of(node)
        return self.call(call)

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
            isinstance(self.scopes.parents.get(f), n.MethodDefinition) for f in functions
        ):
            return node.object
        return False

    def takes_this(self, node: n.Function) -> bool:
        """A function with ``this`` that is only used by call, apply and bind.

        In Python the object is its first parameter.
        """
        if isinstance(node, n.ArrowFunctionExpression) or not self.scopes.facts[node].uses_this:
            return False
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.VariableDeclarator) and isinstance(parent.id, n.Identifier):
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

    def check_unknown(self, node: n.CallExpression) -> None:
        """Refuse calls of JavaScript's own functions for which there is no rule."""
        callee = node.callee
        types = self.type_of(callee)
        for atom in types:
            if isinstance(atom, t.BuiltinAtom):
                name = atom.name.replace("#", ".prototype.")
                raise self.refuse(node, f"{name}() is not translated yet")
            if isinstance(atom, t.ModuleAtom):
                raise self.refuse(
                    node,
                    f"{atom.name.replace(':', ' ')}: there is no rule for this import",
                    "add a rule for it with --mappings",
                )

    def callee(self, node: n.CallExpression) -> ast.expr:
        callee = node.callee
        preset = self.preset.get(callee)
        if preset is not None:
            return preset
        if isinstance(callee, n.MemberExpression):
            return self.method_reference(callee)
        return self.expr(callee)

    def method_reference(self, node: n.MemberExpression) -> ast.expr:
        """``object.method`` in a call: an attribute, or the item of a dict."""
        if isinstance(node.object, n.Super):
            return b.attr(b.call("super"), self.member_name(node.property))
        name = self.analysis.inference.property_name(node.property, node.computed)
        types = self.type_of(node.object)
        if (
            name is not None
            and not node.computed
            and isinstance(node.property, n.Identifier)
            and self.holding(types, name) == "item"
            and t.ANY in types
            and not any(isinstance(a, t.ObjectAtom) for a in types)
            and name not in self.literal_keys
        ):
            # An object from outside: its methods are attributes.
            return b.attr(self.expr(node.object), self.attribute(name))
        return self.read_member(node, maybe=False)

    def targets_of(self, node: n.Node) -> list[t.FunctionAtom] | None:
        """The functions a call may reach; None where it may reach others too."""
        if node in self.analysis.inference.unknown_calls:
            return None
        found = self.analysis.inference.targets.get(node)
        return list(found) if found else None

    def argument_makers(
        self,
        node: n.CallExpression | n.NewExpression,
        targets: list[t.FunctionAtom] | None,
    ) -> list[tuple[n.Node | None, Callable[[], ast.expr]]]:
        """The arguments that the called function takes; surplus ones are dropped."""
        most = _MAXIMUM
        if targets is not None:
            most = max(self.capacity(f) for f in targets)
        makers: list[tuple[n.Node | None, Callable[[], ast.expr]]] = []
        for position, argument in enumerate(node.arguments):
            if isinstance(argument, n.SpreadElement):
                makers.append(
                    (argument, lambda a=argument: b.star(self.iterable(a.argument)))  # type: ignore[misc]
                )
            elif position >= most and self.effects.pure(argument):
                continue
            else:
                makers.append((argument, lambda a=argument: self.argument(node, a)))  # type: ignore[misc]
        return makers

    def capacity(self, atom: t.FunctionAtom) -> int:
        """How many arguments the Python function takes."""
        if atom.rest is not None or self.takes_surplus(atom):
            return _MAXIMUM
        return len(atom.node.params)

    def takes_surplus(self, atom: t.FunctionAtom) -> bool:
        """Whether some call gives more arguments than others: the rest is swallowed."""
        return atom.max_args > len(atom.node.params) and any(
            self.mixed_call(call, atom) for call in atom.calls
        )

    def mixed_call(self, call: n.Node, atom: t.FunctionAtom) -> bool:
        if not isinstance(call, (n.CallExpression, n.NewExpression)):
            return False
        if len(call.arguments) <= len(atom.node.params):
            return False
        targets = self.analysis.inference.targets.get(call, set())
        if call in self.analysis.inference.unknown_calls:
            return True
        return any(
            len(f.node.params) >= len(call.arguments) or f.rest is not None
            for f in targets
        ) or any(isinstance(a, n.SpreadElement) for a in call.arguments)

    def argument(self, call: n.Node, node: n.Node) -> ast.expr:
        types = self.type_of(node)
        if types and all(isinstance(a, t.PromiseAtom) for a in types):
            if self.flow.is_cold(node):
                return self.awaitable(node)
        return self.expr(node)

    def call_at_once(self, node: n.CallExpression, callee: n.Function) -> ast.expr:
        """``(function () { ... })()``: a local function, called."""
        function = self.function_value(callee, "run")
        return b.call(function)

    def super_call(self, node: n.CallExpression) -> ast.expr:
        makers = self.argument_makers(node, self.targets_of(node))
        if self.super_is_error(node) and node.arguments:
            if any(isinstance(a, n.SpreadElement) for a in node.arguments):
                raise self.refuse(node, "super() of an error with a spread")
            if len(node.arguments) > 1:
                self.later.append(
                    b.assign(b.attr("self", "__cause__"), self.cause_option(node.arguments[1]))
                )
            makers = makers[:1]
        return b.call(b.attr(b.call("super"), "__init__"), *self.in_order(makers))

    later: list[ast.stmt]

    def check_message(self, node: n.Node) -> None:
        if isinstance(node, n.SpreadElement):
            raise self.refuse(node, "the message of an error as a spread")

    def super_is_error(self, node: n.CallExpression) -> bool:
        """Whether ``super(...)`` reaches the constructor of a built-in error."""
        current: n.Node | None = node
        while current is not None and not isinstance(current, n.Class):
            current = self.scopes.parents.get(current)
        atom = self.analysis.classes.get(current) if current is not None else None
        return atom is not None and self.error_without_constructor(
            [a for a in atom.bases.types]
        )

    def error_without_constructor(self, bases: list[t.Atom]) -> bool:
        for _ in range(50):
            following: list[t.Atom] = []
            for base in bases:
                if isinstance(base, t.BuiltinAtom):
                    if base.name.endswith("Error") and base.name != "AggregateError":
                        return True
                elif isinstance(base, t.ClassAtom) and "constructor" not in base.members:
                    following += base.bases.types
            bases = following
        return False

    def cause_option(self, node: n.Node) -> ast.expr:
        """What ``{ cause }`` says, as a second argument of an error."""
        if isinstance(node, n.ObjectExpression) and len(node.properties) == 1:
            item = node.properties[0]
            if isinstance(item, n.Property) and getattr(item.key, "name", "") == "cause":
                return self.as_cause(self.expr(item.value), item.value)
        types = self.type_of(node)
        if self.holding(types, "cause") != "item":
            raise self.refuse(node, "these options of an error")
        read = self.expr(node)
        if types & (t.NULLISH | t.T_ANY) or not types:
            read = b.or_(read, b.dict_())
        return self.as_cause(b.call(b.attr(read, "get"), b.const("cause")), None)

    def as_cause(self, value: ast.expr, node: n.Node | None) -> ast.expr:
        """Python takes exceptions only as the cause of another one."""
        types = self.type_of(node) if node is not None else t.T_ANY
        if types and all(
            isinstance(a, t.ErrorAtom)
            or a is t.UNDEFINED
            or (isinstance(a, t.InstanceAtom) and self.analysis.inference.error_bases(a))
            for a in types
        ):
            return value
        return self.helper("as_cause", value)

    # -- new -----------------------------------------------------------------------------

    def new(self, node: n.NewExpression) -> ast.expr:
        if (
            isinstance(node.callee, n.Identifier)
            and node.callee.name == "Promise"
            and node.callee not in self.scopes.binding_of
        ):
            return self.new_promise(node)
        value = self.rule_value(node, "value")
        if value is not None:
            return value
        types = self.type_of(node.callee)
        for atom in types:
            if isinstance(atom, t.BuiltinAtom):
                raise self.refuse(node, f"new {atom.name}() is not translated yet")
            if isinstance(atom, t.FunctionAtom):
                raise self.refuse(
                    node,
                    "a function used as a constructor is not translated yet",
                    "write it as a class",
                )
            if isinstance(atom, t.ModuleAtom):
                raise self.refuse(
                    node, f"{atom.name.replace(':', ' ')}: there is no rule for this import"
                )
        targets = self.targets_of(node)
        if targets is None and any(isinstance(a, t.ClassAtom) for a in types):
            if not self.extends_builtin(types):
                # No constructor anywhere: arguments are evaluated and dropped.
                if all(self.effects.pure(a) for a in node.arguments):
                    return b.call(self.expr(node.callee))
        if len(node.arguments) > 1 and self.error_without_constructor(list(types)):
            callee, message = self.in_order(
                [(x, lambda x=x: self.expr(x)) for x in (node.callee, node.arguments[0])]  # type: ignore[misc]
            )
            self.check_message(node.arguments[0])
            cause = self.cause_option(node.arguments[1])
            return self.helper("with_cause", b.call(callee, message), cause)
        results = self.in_order(
            [
                (node.callee, lambda: self.expr(node.callee)),
                *self.argument_makers(node, targets),
            ]
        )
        return b.call(results[0], *results[1:])

    def extends_builtin(self, types: t.Type) -> bool:
        stack = [a for a in types if isinstance(a, t.ClassAtom)]
        for cls in stack:
            for base in cls.bases.types:
                if not isinstance(base, t.ClassAtom):
                    return True
                stack.append(base)
        return False

    # -- given by other parts --------------------------------------------------------------

    def promise_value(self, node: n.CallExpression) -> ast.expr | None:
        raise NotImplementedError

    def new_promise(self, node: n.NewExpression) -> ast.expr:
        raise NotImplementedError

    def awaitable(self, node: n.Node) -> ast.expr:
        raise NotImplementedError

    def await_expression(self, node: n.AwaitExpression) -> ast.expr:
        raise NotImplementedError

    def iterable(self, node: n.Node) -> ast.expr:
        raise NotImplementedError

    def imported(self, node: n.Identifier, binding: Binding) -> ast.expr:
        value = self.rule_value(node, "value")
        if value is not None:
            return value
        types = self.type_of(node)
        names = sorted(a.name for a in types if isinstance(a, t.ModuleAtom))
        raise self.refuse(
            node,
            f"{(names or [binding.name])[0].replace(':', ' ')}: there is no rule for "
            "this import",
            "add a rule for it with --mappings",
        )

    def global_value(self, node: n.Identifier) -> ast.expr:
        function = self.builtin_function(node)
        if function is not None:
            return function
        raise self.refuse(node, f"{node.name} is not declared in this file")
