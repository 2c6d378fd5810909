"""Object literals that need a class: methods with ``this``, accessors."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.symbols import TAG, written
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import BlankLine, bind
from .attributes import OF_CLASSES
from .classes import Classes
from .context import FunctionContext


class ObjectClasses(Classes):
    def object_as_class(self, node: n.ObjectExpression, atom: t.ObjectAtom) -> ast.expr:
        """An object whose methods look at ``this``: a small class and its one instance."""
        if any(isinstance(p, n.SpreadElement) for p in node.properties):
            raise self.refuse(
                node, "a spread in an object that has methods with `this`"
            )
        items = [p for p in node.properties if isinstance(p, n.Property)]
        methods = [p for p in items if self.is_own_method(p)]
        values = [p for p in items if p not in methods]
        self.check_given_once(items)
        find = self.analysis.inference.property_name
        keys = [find(p.key, p.computed) for p in items]
        for item, key in zip(items, keys):
            self.check_shown_member(item, key)
            self.check_of_class(item, key)
        if not methods and TAG not in keys:
            self.use("from types import SimpleNamespace")
            made = self.in_order([(p.value, lambda p=p: self.property_value(p)) for p in values])  # type: ignore[misc]
            names = [self.own_attribute(p) for p in values]
            return b.call("SimpleNamespace", **dict(zip(names, made)))
        name = self.class_name_for(node)
        binding = self.temp(name, "class")
        params: list[ast.arg | str] = ["self"]
        arguments: list[ast.expr] = []
        init: list[ast.stmt] = []
        made = self.in_order([(p.value, lambda p=p: self.property_value(p)) for p in values])  # type: ignore[misc]
        context = FunctionContext("class", None, self.fn)
        init_context = FunctionContext("function", None, context)
        for item, value in zip(values, made):
            attribute = self.own_attribute(item)
            if isinstance(value, ast.Constant) or (
                isinstance(value, (ast.List, ast.Dict))
                and not getattr(value, "elts", getattr(value, "keys", None))
            ):
                init.append(b.assign(b.attr("self", attribute), value))
            else:
                with self.entering(init_context):
                    param = self.temp(attribute, "param")
                params.append(self.param(param))
                arguments.append(value)
                init.append(b.assign(b.attr("self", attribute), self.load(param)))
        body: list[ast.stmt] = []
        if init:
            init_context.tree = b.function("__init__", params, init)
            body.append(init_context.tree)
        with self.entering(context), self.into(body):
            for item in methods:
                self.comments_before(item)
                assert isinstance(item.value, n.Function)
                self.method(
                    node,
                    item,
                    item.value,
                    "method" if item.kind == "init" else item.kind,
                )
            self.text_by_tag(node)
        tree = b.class_(name, [], [s for s in body if not isinstance(s, BlankLine)])
        bind(tree, binding)
        context.tree = tree
        self.emit(tree)
        return b.call(self.load(binding), *arguments)

    def check_given_once(self, items: list[n.Property]) -> None:
        """Refuse a name that is given an accessor and, later or before, something else."""
        kinds: dict[str | None, set[str]] = {}
        for item in items:
            name = self.analysis.inference.property_name(item.key, item.computed)
            given = kinds.setdefault(name, set())
            if given and (
                item.kind in given or "init" in {*given, item.kind} != {"init"}
            ):
                raise self.refuse(item, f"{name} is given twice in one object")
            given.add(item.kind)

    def is_own_method(self, item: n.Property) -> bool:
        name = self.analysis.inference.property_name(item.key, item.computed)
        if item.kind != "init" or name in OF_CLASSES:
            return True
        return isinstance(item.value, n.FunctionExpression) and (
            self.scopes.facts[item.value].uses_this or item.method
        )

    def check_of_class(self, item: n.Property, name: str | None) -> None:
        """Refuse what Python would have to find in the class, where it is no method."""
        if item.kind != "init" or name not in OF_CLASSES:
            return
        value = item.value
        if not isinstance(value, n.Function) or (
            isinstance(value, n.ArrowFunctionExpression)
            and self.scopes.facts[value].uses_this
        ):
            raise self.refuse(
                item,
                f"{written(name)} of an object that is no method of its own",
                "write it as a method",
            )

    def own_attribute(self, item: n.Property) -> str:
        name = self.analysis.inference.property_name(item.key, item.computed)
        if name is None:
            raise self.refuse(item, "a computed key in an object that has methods")
        return self.attribute(name)

    def class_name_for(self, node: n.ObjectExpression) -> str:
        parent = self.scopes.parents.get(node)
        name = "Record"
        if isinstance(parent, n.VariableDeclarator) and isinstance(
            parent.id, n.Identifier
        ):
            name = parent.id.name
        elif isinstance(parent, (n.ReturnStatement, n.ArrowFunctionExpression)):
            function = self.scopes.enclosing_function(node)
            called = self.scopes.parents.get(function)
            holder = self.scopes.parents.get(called) if called is not None else None
            if (
                isinstance(called, n.CallExpression)
                and called.callee is function  # type: ignore[comparison-overlap]
                and isinstance(holder, n.VariableDeclarator)
                and isinstance(holder.id, n.Identifier)
            ):
                name = holder.id.name
            elif isinstance(function, n.Function):
                name = function.id.name if function.id else self.callback_name(function)
                for prefix in ("create", "make", "build", "new"):
                    if name.startswith(prefix) and len(name) > len(prefix):
                        name = name[len(prefix) :]
                        break
        return name[:1].upper() + name[1:]
