"""Methods, accessors and iterators of classes, and of objects that become classes."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.symbols import INSPECT, TAG, is_own_symbol, is_symbol
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.walk import children
from .switch import Switch

_PROTOCOLS = frozenset({"@@iterator", "@@asyncIterator"})
#: Methods that the analysis writes calls of, as nothing in Python would call them, and
#: those that helpers ask for.
_CALLED = frozenset({"@@toPrimitive", "@@hasInstance", TAG, INSPECT})


class Methods(Switch):
    def method(
        self,
        node: n.Class | n.ObjectExpression,
        member: n.MethodDefinition | n.PropertyDefinition | n.Property,
        function: n.Function,
        kind: str,
    ) -> None:
        static = not isinstance(member, n.Property) and member.static
        name = self.analysis.inference.property_name(member.key, member.computed)
        if isinstance(member.key, n.PrivateIdentifier):
            python = self.private_name(member.key.name, member)
        else:
            if name is None or (
                is_symbol(name)
                and not is_own_symbol(name)
                and name not in _PROTOCOLS | _CALLED
            ):
                raise self.refuse(member, "this symbol as the name of a method")
            python = self.attribute(name)
        if name == "toString" and kind == "method" and not static:
            self.check_text(function, t.T_STRING)
        if name == "valueOf" and kind == "method" and not static:
            self.check_primitive(function)
        if name == "toJSON" and function.params:
            raise self.refuse(member, "a toJSON() that looks at the key")
        if name == "return" and kind == "get":
            raise self.refuse(member, "an accessor called return")
        decorators: list[ast.expr] = []
        this: str | None = "self"
        if static and kind != "method":
            this = "cls"
        elif static:
            if self.scopes.facts[function].uses_this:
                decorators.append(b.name("classmethod"))
                this = "cls"
            else:
                decorators.append(b.name("staticmethod"))
                this = None
        if kind == "get":
            decorators.append(b.name("property"))
        elif kind == "set":
            if not self.has_getter(node, python, static):
                # Reading it gives undefined; of a private one, it is an error.
                body: ast.stmt = b.ret(b.const(None))
                if isinstance(member.key, n.PrivateIdentifier):
                    told = f"'#{member.key.name}' was defined without a getter"
                    body = ast.Raise(b.call("TypeError", b.const(told)), None)
                empty = b.function(python, [this or "self"], [body])
                empty.decorator_list.append(b.name("property"))
                self.emit(empty)
            getter = b.name(python)
            vars(getter)["of_class"] = True  # no variable: a name of the class around
            decorators.append(b.attr(getter, "setter"))
        if name in _PROTOCOLS and not function.generator:
            tree = self.iterator_method(function, python, this, node)
        else:
            tree = self.define(
                function,
                None,
                name=python,
                this=this,
                method=True,
                decorators=decorators,
                owner=node if isinstance(node, n.Class) else None,
                static=static,
            )
        if name == INSPECT:
            # Nothing is given to it, and it looks at nothing.
            assert isinstance(tree, ast.FunctionDef)
            tree.args = b.arguments(["self"])
        self.emit(tree)
        if name == "@@toPrimitive" and kind == "method":
            self.text_by_primitive(node, function, python)

    def text_by_primitive(
        self, node: n.Class | n.ObjectExpression, function: n.Function, method: str
    ) -> None:
        """``__str__``, by which Python and the helpers make text of an object.

        ``Symbol.toPrimitive`` is asked for it with the hint "string" (ECMA-262 7.1.17).
        """
        members = node.body.body if isinstance(node, n.Class) else node.properties
        if any(
            self.analysis.inference.property_name(m.key, m.computed) == "toString"
            for m in members
            if isinstance(m, (n.MethodDefinition, n.Property, n.PropertyDefinition))
        ):
            self.warn(
                function,
                "beside toString(): where the text of such an object is made elsewhere "
                "than in an operator or a template, toString() is called",
            )
            return
        self.note(function, "where a number is wanted of what is not known, it raises")
        asked = b.call(b.attr(b.name("self"), method), b.const("string"))
        text = self.text_of(asked, self.result_types(function), function)
        self.emit(b.function("__str__", ["self"], [b.ret(text)]))

    def has_getter(
        self, node: n.Class | n.ObjectExpression, name: str, static: bool = False
    ) -> bool:
        members = node.body.body if isinstance(node, n.Class) else node.properties
        for member in members:
            if getattr(member, "kind", None) == "get" and static == getattr(
                member, "static", False
            ):
                key = self.analysis.inference.property_name(member.key, member.computed)  # type: ignore[union-attr]
                if key is not None and (
                    self.attribute(key) == name
                    or key.startswith("#")
                    and self.private_name(key[1:], node.body) == name  # type: ignore[union-attr]
                ):
                    return True
        return False

    def name_of(self, member: n.MethodDefinition | n.PropertyDefinition) -> str:
        name = self.analysis.inference.property_name(member.key, member.computed)
        assert name is not None
        if isinstance(member.key, n.PrivateIdentifier):
            return self.private_name(member.key.name, member)
        return self.attribute(name)

    # -- iterators -----------------------------------------------------------------------

    def iterator_method(
        self,
        function: n.Function,
        name: str,
        this: str | None,
        node: n.Class | n.ObjectExpression,
    ) -> ast.stmt:
        """``[Symbol.iterator]() { return iterator; }``: what has ``next()`` is wrapped."""
        tree = self.define(function, None, name=name, this=this, method=True)
        own = self.result_has_next(function)
        if not own:
            return tree
        helper = "iterate_async" if name == "__aiter__" else "iterate"
        for inner in own_returns(tree):
            inner.value = self.helper(helper, inner.value or b.const(None))
        return tree

    def result_has_next(self, function: n.Function) -> bool:
        atom = self.analysis.functions.get(function)
        if atom is None:
            return False
        return any(
            (isinstance(a, t.ObjectAtom) and "next" in a.props)
            or (
                isinstance(a, t.InstanceAtom)
                and self.analysis.inference.has_method(a, "next")
            )
            for a in atom.result.types
        )


def own_returns(tree: ast.stmt) -> list[ast.Return]:
    """The ``return`` statements of a function, not those of functions inside of it."""
    found: list[ast.Return] = []
    stack: list[ast.AST] = list(getattr(tree, "body", ()))
    while stack:
        node = stack.pop()
        if isinstance(node, ast.Return):
            found.append(node)
        elif not isinstance(
            node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.expr)
        ):
            stack += children(node)
    return found
