"""``for of``, ``for await`` and ``for in``."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.scopes import pattern_names
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import bind, binding_of
from .closing import Closing
from .context import Loop
from .stand_ins import singular


class Iteration(Closing):
    def for_of(self, node: n.ForOfStatement) -> None:
        label = self.take_label()
        loop = Loop(node, label, is_loop=True)
        types = self.type_of(node.right)
        source = self.loop_source(node, types)
        is_async = node.is_await and self.is_async_iterable(types)
        if node.is_await and not is_async and self.flow.first_waits.rushes(node):
            # Nothing may be there to wait for, or it is done already.
            items = self.temp("items")
            self.emit(b.assign(self.target(items), source))
            self.emit(b.expr(b.await_(self.asyncio("sleep", b.const(0)))))
            source = self.load(items)
        target, prologue = self.loop_target(node)
        body = self.loop_body(loop, node.body)
        body = self.with_flags(loop, prologue + body)
        if node.is_await and not is_async:
            body = self.await_items(target, types, body)
        if self.must_close(node, types):
            items = self.temp("items")
            name = "aclosing" if is_async else "closing"
            self.use(f"from contextlib import {name}")
            if any(self.tells_iterator(a) for a in types):
                source = b.call("aiter" if is_async else "iter", source)
            inner = b.for_(target, self.load(items), body, is_async=is_async)
            self.emit(
                b.with_(
                    [(b.call(name, source), self.target(items))],
                    [inner],
                    is_async=is_async,
                )
            )
        else:
            self.emit(b.for_(target, source, body, is_async=is_async))
        self.after_loop(loop)

    def for_in(self, node: n.ForInStatement) -> None:
        label = self.take_label()
        loop = Loop(node, label, is_loop=True)
        types = self.type_of(node.right) - t.NULLISH
        if any(self.has_enumerable_methods(a) for a in types):
            raise self.refuse(
                node,
                "for-in over an object with methods that are enumerable: those that a "
                "function puts on its prototype",
                "iterate Object.keys(...), or write it as a class.",
            )
        self.check_elements(node.right, types)
        self.check_listed(node.right, types)
        self.check_keyed(node.right, types)
        self.preset_without(node.right)
        value = self.expr(node.right)
        if self.type_of(node.right) & t.NULLISH:
            value = b.or_(value, b.dict_())  # nothing to go through
        source: ast.expr
        if types and all(isinstance(a, t.ArrayAtom) for a in types):
            source = b.call("map", b.name("str"), b.call("range", b.call("len", value)))
        elif types and all(self.is_instance_atom(a) for a in types):
            source = b.call("list", b.call("vars", value))
        elif t.only(types, t.ClassAtom):
            source = self.helper("static_fields", value)
        elif self.resized_meanwhile(node, types):
            source = self.helper("live_keys", value)
        elif self.plain_keys(node.right):
            source = b.call("list", value) if self.assigns_items(node) else value
        else:
            source = self.helper("own_keys", value)
        target, prologue = self.loop_target(node)
        body = self.loop_body(loop, node.body)
        body = self.with_flags(loop, prologue + body)
        self.emit(b.for_(target, source, body))
        self.after_loop(loop)

    def has_enumerable_methods(self, atom: t.Atom) -> bool:
        """Whether for-in finds more than the own properties of an instance."""
        cls = atom.cls if isinstance(atom, t.InstanceAtom) else None
        if not isinstance(cls, t.ClassAtom):
            return False
        return any(
            each.node.of_function and each.node.body.body
            for each in self.analysis.inference.ancestors(cls)
        )

    def resized_meanwhile(self, node: n.ForInStatement, types: t.Type) -> bool:
        """Whether what a loop calls deletes keys of an object, which are then left out."""
        calls = [
            x
            for x in n.walk(node.body)
            if isinstance(x, (n.CallExpression, n.NewExpression))
        ]
        facts = self.changes.during(calls)
        return t.only(types, t.ObjectAtom) and bool(types & facts.shrunk)

    # -- what is iterated ----------------------------------------------------------------

    def loop_source(self, node: n.ForOfStatement, types: t.Type) -> ast.expr:
        """What a loop iterates: Python raises where a dict or set changes meanwhile."""
        right, view = node.right, ""
        if (
            isinstance(right, n.CallExpression)
            and isinstance(right.callee, n.MemberExpression)
            and not right.callee.computed
            and not right.optional
        ):
            view = getattr(right.callee.property, "name", "")
            if view in ("keys", "entries", "values"):
                right = right.callee.object
                types = self.type_of(right)
        known = types - t.NULLISH
        if known and all(isinstance(a, (t.MapAtom, t.SetAtom)) for a in known):
            maps = t.only(known, t.MapAtom)
            keys = not maps or self.keys_only(node) or view == "keys"
            if view == ("values" if maps else "entries"):
                return self.iterable(node.right)
            facts = self.changes.during([node.body])
            if self.changes.hits(types, facts.resized, facts):
                value = self.expr(right)
                if not self.deletes_item(node, known):
                    return self.helper("live_keys" if keys else "live_items", value)
                return b.call("list", value if keys else b.call(b.attr(value, "items")))
            if keys and maps:
                return self.expr(right)
        return self.iterable(node.right)

    def keys_only(self, node: n.ForOfStatement) -> bool:
        """``for (const [key] of map)``."""
        left = node.left
        pattern = (
            left.declarations[0].id if isinstance(left, n.VariableDeclaration) else left
        )
        return (
            isinstance(pattern, n.ArrayPattern)
            and len(pattern.elements) == 1
            and isinstance(pattern.elements[0], n.Identifier)
            and t.only(self.type_of(node.right) - t.NULLISH, t.MapAtom)
        )

    def deletes_item(self, node: n.ForOfStatement, types: t.Type) -> bool:
        """Whether all that a loop changes is that it deletes the item where it stands."""
        names = set(pattern_names(
            node.left.declarations[0].id
            if isinstance(node.left, n.VariableDeclaration)
            else node.left
        ))  # fmt: skip
        bindings = {self.scopes.binding_of.get(name) for name in names}
        own: list[n.CallExpression] = []
        for inner in n.walk(node.body):
            if (
                isinstance(inner, n.CallExpression)
                and isinstance(inner.callee, n.MemberExpression)
                and getattr(inner.callee.property, "name", None) == "delete"
                and len(inner.arguments) == 1
                and isinstance(inner.arguments[0], n.Identifier)
                and self.scopes.binding_of.get(inner.arguments[0]) in bindings
                and self.type_of(inner.callee.object) & types
            ):
                own.append(inner)
        if not own:
            return False
        stack: list[n.Node] = [node.body]
        rest: list[n.Node] = []
        while stack:
            current = stack.pop()
            if current in own:
                continue
            if isinstance(current, (n.CallExpression, n.NewExpression)):
                rest.append(current)
                continue
            stack.extend(n.children(current))
        facts = self.changes.during(rest)
        return not self.changes.hits(types, facts.resized, facts)

    def assigns_items(self, node: n.ForInStatement) -> bool:
        return any(
            (isinstance(x, n.UnaryExpression) and x.operator == "delete")
            or (
                isinstance(x, n.AssignmentExpression)
                and isinstance(x.left, n.MemberExpression)
            )
            for x in n.walk(node.body)
        )

    def is_async_iterable(self, types: t.Type) -> bool:
        known = types - t.NULLISH
        sync = all(
            isinstance(a, (t.ArrayAtom, t.SetAtom, t.MapAtom))
            or a is t.STRING
            or (isinstance(a, t.GeneratorAtom) and not a.is_async)
            for a in known
        )
        return not (known and sync)

    def await_items(
        self, target: ast.expr, types: t.Type, body: list[ast.stmt]
    ) -> list[ast.stmt]:
        """``for await`` over an array of promises: each is awaited in turn."""
        items = self.analysis.inference.iterated(types)
        if not any(isinstance(a, t.PromiseAtom) or a is t.ANY for a in items):
            return body
        if not isinstance(target, ast.Name):
            raise self.refuse(
                self.analysis.program, "for await with a pattern over promises"
            )
        read = ast.Name(target.id, ast.Load())
        bind(read, binding_of(target))
        value: ast.expr = read
        if not all(isinstance(a, t.PromiseAtom) for a in items):
            value = self.helper("awaited", read)
        write = ast.Name(target.id, ast.Store())
        bind(write, binding_of(target))
        return [b.assign(write, b.await_(value)), *body]

    # -- targets -------------------------------------------------------------------------

    def loop_target(
        self, node: n.ForOfStatement | n.ForInStatement
    ) -> tuple[ast.expr, list[ast.stmt]]:
        """The target of a ``for``, and what takes the value apart at the body's start."""
        left = node.left
        pattern = (
            left.declarations[0].id if isinstance(left, n.VariableDeclaration) else left
        )
        prologue: list[ast.stmt] = []
        if isinstance(pattern, n.Identifier) and (
            isinstance(left, n.VariableDeclaration) or not self.is_unassignable(pattern)
        ):
            binding = self.scopes.binding_of.get(pattern)
            if (
                binding is not None
                and not binding.references
                and isinstance(left, n.VariableDeclaration)
            ):
                return b.store(b.name("_")), prologue
            return self.name_target(pattern), prologue
        if isinstance(node, n.ForOfStatement) and self.keys_only(node):
            assert isinstance(pattern, n.ArrayPattern)
            return self.array_target(pattern.elements[0]), prologue
        if isinstance(pattern, n.ArrayPattern) and self.simple_tuple(pattern):
            return b.tuple_([self.array_target(e) for e in pattern.elements]), prologue
        item = self.temp(self.round_name(node, pattern))
        with self.into(prologue):
            self.assign_pattern(pattern, self.load(item), declare=True)
        return self.target(item), prologue

    def round_name(
        self, node: n.ForOfStatement | n.ForInStatement, pattern: n.Node
    ) -> str:
        """A name for what a round of a loop takes apart: of orders, an order."""
        source = node.right
        if isinstance(source, n.AwaitExpression):
            source = source.argument
        if isinstance(source, n.MemberExpression) and not source.computed:
            source = source.property  # type: ignore[assignment]
        if not isinstance(source, n.Identifier):
            return "item"
        name = singular(source.name)
        taken = {x.name for x in self.scopes.bindings}
        return "item" if name in taken or name == source.name else name

    def simple_tuple(self, pattern: n.ArrayPattern) -> bool:
        if not all(
            e is None or isinstance(e, n.Identifier) and not self.is_unassignable(e)
            for e in pattern.elements
        ):
            return False
        return self.exact_length(self.pattern_type(pattern), len(pattern.elements))
