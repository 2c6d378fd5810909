"""The captures of a rule as Python: how each is made, and in which order they count."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from ..analyse import types as t
from ..parse import nodes as n
from ..pytree import build as b
from ..rules import Captures, Rule
from .base import name_for
from .builtin_references import BuiltinReferences

#: captures by name; None (in a list too) where the template asks for parts only
Trees = dict[str, ast.expr | list[Any] | None]

#: Parts of captures of which the value of the capture is no part.
_UNEVALUATED = frozenset({"typecode", "quoted"})


class CaptureMakers(BuiltinReferences):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: what was made of parts of captures, and of captures that are iterated
        self.parts_made: dict[n.Node, ast.expr] = {}

    def is_lazy(self, node: n.Node) -> bool:
        """Whether a capture is made only in the form that the template asks for."""
        return isinstance(node, n.Function) or self.builtin_reference(node) is not None

    def is_callback(self, node: n.Node) -> bool:
        return isinstance(node, n.Function) or any(
            isinstance(a, (t.FunctionAtom, t.BuiltinAtom)) for a in self.type_of(node)
        )

    def part_makers(self, node: n.Node) -> list[tuple[n.Node, Callable[[], ast.expr]]]:
        """The parts of a capture that a template takes apart: ``[key, value]``."""
        if isinstance(node, n.Property):
            return [(node.value, lambda: self.property_value(node))]
        assert isinstance(node, n.ArrayExpression)
        parts = [e for e in node.elements if e is not None]
        return [(part, lambda part=part: self.expr(part)) for part in parts]  # type: ignore[misc]

    def capture_maker(self, node: n.Node) -> Callable[[], ast.expr]:
        if isinstance(node, n.SpreadElement):
            return lambda: b.star(self.iterable(node.argument))
        return lambda: self.expr(node)

    def pattern_maker(
        self, rule: Rule, name: str, node: n.Node
    ) -> Callable[[], ast.expr]:
        """As capture_maker; a RegExp that keeps its place is seen as its pattern."""
        maker = self.capture_maker(node)
        if t.REGEXP not in self.type_of(node):
            return maker
        return lambda: self.bare_pattern(rule, name, node, maker())

    def captured_tree(self, name: str, trees: Trees) -> ast.expr | None:
        base, _, index = name.partition("[")
        tree = trees.get(base)
        if isinstance(tree, list):
            item: ast.expr | None = tree[int(index[:-1])]
            return item
        return tree

    # -- order ----------------------------------------------------------------------

    def settle_shown(self, captures: Captures, trees: Trees) -> None:
        """What is printed is looked at after all of it was evaluated.

        Where an argument changes what an earlier one shows, they are evaluated first.
        """
        for name, captured in captures.items():
            made = trees.get(name)
            if not isinstance(captured, list) or not isinstance(made, list):
                continue
            for last in range(len(captured) - 1, 0, -1):
                if self.effects.pure(captured[last]):
                    continue
                facts = self.changes.during([captured[last]])
                if not any(
                    self.changes.hits(
                        frozenset(self.deep_atoms(self.type_of(item)) - t.PRIMITIVES),
                        facts.written,
                        facts,
                    )
                    for item in captured[:last]
                ):
                    continue
                for position in range(last + 1):
                    tree = made[position]
                    if not isinstance(tree, (ast.Constant, ast.Starred)):
                        made[position] = self.spill(
                            tree, self.spill_name(captured[position])
                        )
                break

    def to_spill(
        self,
        uses: tuple[str, ...],
        nested: frozenset[str],
        trees: Trees,
        nodes: dict[str, n.Node],
    ) -> list[str]:
        """The captures with effects that the template repeats or puts in another order."""
        impure = [
            name
            for name, node in nodes.items()
            if (isinstance(trees.get(name), ast.expr) or node in self.parts_made)
            and not self.effects.pure(node)
            and not isinstance(trees.get(name), (ast.Name, ast.Constant))
        ]
        if not impure:
            return []
        parts = [use.partition(".") for use in uses]
        bare = [name for name, _, part in parts if part not in _UNEVALUATED]
        impure.sort(key=lambda name: nodes[name].start)
        in_output = [name for name in bare if name in impure]
        if in_output == impure and not nested & set(impure):
            return []
        return impure

    def spill_name(self, node: n.Node) -> str:
        return name_for(node)


def flattened(captures: Captures) -> list[n.Node]:
    found: list[n.Node] = []
    for captured in captures.values():
        found += captured if isinstance(captured, list) else [captured]
    return found
