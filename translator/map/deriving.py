"""What a template asks of a capture besides its value: ``X.text``, ``F.body``."""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import cached_property

from ..analyse import types as t
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.walk import walk
from ..rules.placeholders import PATH_FILTERS
from .awaitable_parts import AwaitableParts
from .callbacks import is_pair
from .captures import Trees
from .text_parts import template_tree


class Deriving(AwaitableParts):
    @cached_property
    def value_filters(
        self,
    ) -> dict[str, Callable[[ast.expr, t.Type, n.Node], ast.expr]]:
        """What makes something else of a value, by the name of the filter."""
        return {
            "formatted": self.formatted,
            "inspected": self.inspected,
            "message": self.message_text,
            "number": self.to_number,
            "showable": self.showable,
            "shown": self.shown_of,
            "text": self.text_of,
        }

    def derive(
        self,
        name: str,
        path: str,
        trees: Trees,
        nodes: dict[str, n.Node],
    ) -> ast.expr | list[ast.stmt]:
        """What a template asks of a capture besides its value."""
        node = nodes[name]
        if isinstance(node, n.Property) and path == "awaitable":
            return self.combined(node.value)
        if isinstance(node, n.Property) and path == "key":
            return b.const(self.analysis.inference.property_name(node.key, False))
        if path in PATH_FILTERS:
            tree = self.captured_tree(name, trees)
            if tree is None:
                tree = self.expr(node)
            types = self.type_of(node)
            if path == "whole":
                # A position: NaN is 0 (ECMA-262 7.1.5, ToIntegerOrInfinity).
                return tree if types <= t.INTEGERS else self.helper("to_integer", tree)
            make = self.value_filters.get(path)
            if make is not None:
                return make(tree, types, node)
            return self.as_test(tree, types)
        if path == "":
            return self.expr(node)
        if path == "tag":
            return self.type_tag(node)
        if path == "iter":
            made = self.parts_made.get(node)
            if made is None:
                made = self.iterable(node)
            return self.without_walrus(node, made)
        if path == "value" or (path.startswith("items[") and is_pair(node)):
            part = node.value if isinstance(node, n.Property) else None
            if isinstance(node, n.ArrayExpression):
                part = node.elements[int(path[6:-1])]
            assert part is not None
            return self.parts_made[part]
        if path == "name":
            assert isinstance(node, n.Property)
            field = self.analysis.inference.property_name(node.key, node.computed)
            assert field is not None
            return b.name(self.attribute(field))
        if path == "coroutine":
            tree = self.captured_tree(name, trees)
            made = tree if tree is not None else self.combined(node)
            return made if self.flow.is_cold(node) else self.helper("awaited", made)
        if path == "delay":
            slept = self.slept(node)
            assert slept is not None
            return self.seconds(slept)
        if path == "seconds":
            return self.seconds(node)
        if path == "awaitable" and not self.is_callback(node):
            tree = self.captured_tree(name, trees)
            return tree if tree is not None else self.combined(node)
        if path == "awaitables":
            return self.awaitables(node)
        if path.startswith("settled"):
            names = [name for name in path[8:-1].split(", ") if name]
            values = [
                (
                    template_tree(ast.literal_eval(name))
                    if name[0] in "\"'"
                    else self.captured_tree(name, trees)
                )
                for name in names
            ]
            return self.settled_into(
                node,
                [value for value in values if value is not None],
                [self.type_of(nodes[x]) if x in nodes else t.T_ANY for x in names],
            )
        if path.startswith("piped("):
            return self.piped_into(node, path[6:-1])
        if path.startswith("option("):
            return self.expr(self.given_option(node, path[7:-1]))
        if path.startswith("seconds("):
            return self.seconds(self.given_option(node, path[8:-1]))
        if path == "task":
            call = self.scopes.parents[self.scopes.parents[node]]
            return self.expr(self.cancelling.aborts[call])
        if path.startswith("after("):
            return self.after(node, nodes[path[6:-1]])
        if path.startswith("every("):
            return self.every(node, nodes[path[6:-1]])
        if path.startswith("within("):
            semaphore = self.captured_tree(path[7:-1], trees)
            assert semaphore is not None
            return self.within(node, semaphore)
        if path.startswith("bounded("):
            count = self.captured_tree(path[8:-1], trees)
            assert count is not None
            return self.bounded(node, count)
        made = self.derive_text(node, path)
        if made is not None:
            return made
        inlined = self.inlined(node)
        if path.startswith("params["):
            return inlined.param(int(path[7:-1]))
        if path == "body":
            return inlined.body()
        if path == "test":
            return inlined.test()
        if path == "awaitable":
            return self.awaitable_body(node)
        if path == "detached":
            return self.detached_result(node, inlined.call())
        if path == "statements":
            return inlined.statements()
        if path == "key":
            return inlined.key()
        if path == "term":
            return inlined.term()
        if path.startswith("items["):
            return inlined.item(int(path[6:-1]))
        if path.startswith("names["):
            return inlined.name(int(path[6:-1]))
        if path.startswith("on("):
            other, _, rest = path[3:-1].partition(".")
            if rest.startswith("params["):
                return inlined.on(self.inlined(nodes[other]), int(rest[7:-1]))
        raise ValueError(f"a template asks for {name}.{path}")

    @property
    def settled_form(self) -> str:
        """Whether what allSettled gives stays the results, or becomes status objects."""
        return "objects" if self.representation.settled_objects else "results"

    def without_walrus(self, node: n.Node, value: ast.expr) -> ast.expr:
        """What a comprehension goes through: ``:=`` may not stand there."""
        if not has_walrus(value):
            return value
        parts = list(walk(value))
        own = {
            getattr(name, "binding", None)
            for part in parts
            if isinstance(part, ast.comprehension)
            for name in walk(part.target)
        }
        used = {getattr(part, "binding", None) for part in parts} - own
        # In the body of a callback, the statement makes a function of it.
        if not self.bodies and any(binding in self.comprehended for binding in used):
            raise self.refuse(node, "this value as what a comprehension goes through")
        return self.spill(value, "items")


def has_walrus(value: ast.AST) -> bool:
    """Whether a ``:=`` stands in an expression."""
    return any(isinstance(part, ast.NamedExpr) for part in walk(value))
