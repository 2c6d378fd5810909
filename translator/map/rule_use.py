"""Rules at work: which one fits a node, and the Python that it makes."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable

from ..analyse import types as t
from ..analyse.flow import is_promise
from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..pytree import build as b
from ..rules import Captures, Rule, match
from ..rules import build as build_rule
from .context import RuleUse
from .guards import Guards
from .inlining import result_expression

_CANDIDATE_NODES = (
    n.CallExpression,
    n.NewExpression,
    n.MemberExpression,
    n.Identifier,
    n.BinaryExpression,
    n.LogicalExpression,
    n.TaggedTemplateExpression,
    n.ArrayExpression,
    n.AwaitExpression,
    n.UnaryExpression,
)


class RuleApplication(Guards):
    def imports_of(self, node: n.Identifier) -> str | None:
        """Which import an identifier stands for, as ``"module:name"``."""
        binding = self.scopes.binding_of.get(node)
        if binding is None or binding.reassigned:
            return None
        for atom in self.analysis.inference.cell(binding).types:
            if isinstance(atom, t.ModuleAtom):
                return atom.name.removeprefix("node:")
        return None

    def is_global(self, node: n.Identifier) -> bool:
        return node not in self.scopes.binding_of

    def find_rule(
        self, node: n.Node, contexts: tuple[str, ...]
    ) -> tuple[Rule, Captures] | None:
        """The first rule in rank that matches a node and whose guards hold."""
        for rule in self.rulebook.candidates(node, self.imports_of):
            if not rule.allows(
                context=contexts,
                style=self.options.style.value,
                target=self.options.target.version,
            ):
                continue
            captures = match(rule, node, self.imports_of, self.is_global)
            if captures is not None and self.guards_hold(rule, captures, node):
                return rule, captures
        return None

    def rule_value(self, node: n.Node, *contexts: str) -> ast.expr | None:
        """What a rule makes of an expression; None where none fits.

        ``contexts``: what the place allows, e.g. ``("iterate", "value")``. Rules without a
        context fit everywhere.
        """
        found = self.find_rule(node, contexts)
        if found is None:
            return None
        rule, captures = found
        value = self.apply_rule(rule, captures, node)
        if value is None:
            return b.const(None)
        return value

    def apply_rule(
        self, rule: Rule, captures: Captures, node: n.Node
    ) -> ast.expr | None:
        """Build the rule's Python; its statements are emitted, its value returned."""
        self.say(rule, node)
        if rule.refuse is not None:
            raise self.refuse(node, rule.refuse)
        trees: dict[str, ast.expr | list[ast.expr] | None] = {}
        nodes: dict[str, n.Node] = {}
        makers: list[tuple[n.Node | None, Callable[[], ast.expr]]] = []
        places: list[tuple[str, int | None]] = []
        for name, captured in captures.items():
            if isinstance(captured, list):
                trees[name] = [b.const(None)] * len(captured)
                if name in rule.used and "awaitable" in (rule.python or ""):
                    # Items of a combinator: made where the template asks for them.
                    for position, item in enumerate(captured):
                        nodes[f"{name}[{position}]"] = item
                        if isinstance(item, n.SpreadElement):
                            trees[name][position] = b.star(  # type: ignore[index]
                                self.awaitables(item.argument)
                            )
                        else:
                            trees[name][position] = None  # type: ignore[index]
                    continue
                for position, item in enumerate(captured):
                    nodes[f"{name}[{position}]"] = item
                    makers.append((item, self.capture_maker(item)))
                    places.append((name, position))
            else:
                nodes[name] = captured
                if name not in rule.used:
                    continue
                if self.is_lazy(captured) or not mentioned_bare(rule, name):
                    trees[name] = None
                    continue
                makers.append((captured, self.capture_maker(captured)))
                places.append((name, None))
        order = sorted(range(len(makers)), key=lambda i: makers[i][0].start)  # type: ignore[union-attr]
        makers = [makers[i] for i in order]
        places = [places[i] for i in order]
        for (name, position), tree in zip(places, self.in_order(makers)):
            if position is None:
                trees[name] = tree
            else:
                trees[name][position] = tree  # type: ignore[index]
        value = self.finish_rule(rule, trees, nodes, node)
        self.last_gives = rule.gives
        return value

    def finish_rule(
        self,
        rule: Rule,
        trees: dict[str, ast.expr | list[ast.expr] | None],
        nodes: dict[str, n.Node],
        node: n.Node,
    ) -> ast.expr | None:
        built = self.build_once(rule, trees, nodes)
        repeated = self.to_spill(built.uses, built.nested, trees, nodes)
        if repeated:
            for name in repeated:
                tree = trees[name]
                assert isinstance(tree, ast.expr)
                trees[name] = self.spill(tree, self.spill_name(nodes[name]))
            built = self.build_once(rule, trees, nodes)
        self.helpers |= built.helpers
        if built.helpers & _STARTING:
            self.leaves_running = True
        self.imports.update(built.imports)
        self.use(*rule.imports)
        self.helpers.update(rule.helpers)
        self.emit(*built.statements)
        return built.value

    def spill_name(self, node: n.Node) -> str:
        from .base import name_for

        return name_for(node)

    def build_once(self, rule: Rule, trees, nodes):  # type: ignore[no-untyped-def]
        fresh: dict[str, str] = {}

        def fresh_name(name: str) -> str:
            if name not in fresh:
                fresh[name] = self.fresh(name)
            return fresh[name]

        return build_rule(
            rule,
            trees,
            facts=lambda name, predicate: self.fact(nodes[name], predicate),
            extra={
                "style": self.options.style.value,
                "target": self.options.target.version,
                "settled": self.settled_form,
            },
            fresh=fresh_name,
            derive=lambda name, path: self.derive(name, path, trees, nodes),
        )

    def fresh(self, name: str) -> str:
        """A name for what a template's statements bind, unlike any of the program's."""
        taken = {binding.name for binding in self.scopes.bindings}
        candidate, count = name, 1
        while candidate in taken:
            count += 1
            candidate = f"{name}_{count}"
        return candidate

    def to_spill(
        self,
        uses: tuple[str, ...],
        nested: frozenset[str],
        trees: dict[str, ast.expr | list[ast.expr] | None],
        nodes: dict[str, n.Node],
    ) -> list[str]:
        """The captures with effects that the template repeats or puts in another order."""
        impure = [
            name
            for name, node in nodes.items()
            if isinstance(trees.get(name), ast.expr)
            and not self.effects.pure(node)
            and not isinstance(trees[name], (ast.Name, ast.Constant))
        ]
        if not impure:
            return []
        bare = [use.partition(".")[0] for use in uses]
        impure.sort(key=lambda name: nodes[name].start)
        in_output = [name for name in bare if name in impure]
        if in_output == impure and not nested & set(impure):
            return []
        return impure

    def is_lazy(self, node: n.Node) -> bool:
        """Whether a capture is made only in the form that the template asks for."""
        return isinstance(node, n.Function) or self.builtin_reference(node) is not None

    def builtin_reference(self, node: n.Node) -> str | None:
        """The name of a built-in function used as a value: ``Number``, ``Math.max``."""
        if isinstance(node, n.Identifier) and node not in self.scopes.binding_of:
            if node.name in _FUNCTIONS:
                return node.name
        if (
            isinstance(node, n.MemberExpression)
            and isinstance(node.object, n.Identifier)
            and node.object not in self.scopes.binding_of
            and isinstance(node.property, n.Identifier)
            and not node.computed
            and node.object.name in ("Math", "Number", "String", "JSON", "Object")
        ):
            return f"{node.object.name}.{node.property.name}"
        return None

    def capture_maker(self, node: n.Node) -> Callable[[], ast.expr]:
        if isinstance(node, n.SpreadElement):
            return lambda: b.star(self.iterable(node.argument))
        return lambda: self.expr(node)

    def say(self, rule: Rule, node: n.Node) -> None:
        line, column = self.source.position(node.start)
        end_line, end_column = self.source.position(node.end)
        self.rule_uses.append(RuleUse(rule.id, line, column, end_line, end_column))
        if rule.note is not None:
            self.note(node, rule.note)
        if rule.warning is not None:
            self.warn(node, rule.warning)

    # -- derived captures: X.text, F.body, F.params[0] ---------------------------------------

    def derive(
        self,
        name: str,
        path: str,
        trees: dict[str, ast.expr | list[ast.expr] | None],
        nodes: dict[str, n.Node],
    ) -> ast.expr | list[ast.stmt]:
        """What a template asks of a capture besides its value."""
        node = nodes[name]
        if path in ("text", "shown", "test"):
            if isinstance(node, n.Function) and path == "test":
                return self.inlined(node).test()
            tree = self.captured_tree(name, trees)
            if tree is None:
                if path == "test" and self.is_lazy(node):
                    return self.inlined(node).test()
                tree = self.expr(node)
            types = self.type_of(node)
            if path == "text":
                return self.text_of(tree, types, node)
            if path == "shown":
                return self.shown_of(tree, types, node)
            return self.as_test(tree, types)
        if path == "":
            return self.expr(node)
        if path == "iter":
            return self.iterable(node)
        if path == "seconds":
            return self.seconds(node)
        if path == "awaitable" and not self.is_callback(node):
            tree = self.captured_tree(name, trees)
            return tree if tree is not None else self.combined(node)
        if path == "awaitables":
            return self.awaitables(node)
        inlined = self.inlined(node)
        if path.startswith("params["):
            return inlined.param(int(path[7:-1]))
        if path == "body":
            return inlined.body()
        if path == "awaitable":
            return self.awaitable_body(node)
        if path == "detached":
            return self.detached_result(node, inlined.call())
        if path == "statements":
            return inlined.statements()
        if path.startswith("on("):
            other, _, rest = path[3:-1].partition(".")
            if rest.startswith("params["):
                return inlined.on(self.inlined(nodes[other]), int(rest[7:-1]))
        raise ValueError(f"a template asks for {name}.{path}")

    def captured_tree(
        self, name: str, trees: dict[str, ast.expr | list[ast.expr] | None]
    ) -> ast.expr | None:
        base, _, index = name.partition("[")
        tree = trees.get(base)
        if isinstance(tree, list):
            return tree[int(index[:-1])]
        return tree

    #: what the last rule that was applied says it gives
    last_gives: str | None = None

    @property
    def settled_form(self) -> str:
        """Whether what allSettled gives stays the results, or becomes status objects."""
        return "objects" if self.representation.settled_objects else "results"

    def detached_result(self, callback: n.Node, call: ast.expr) -> ast.expr:
        raise NotImplementedError

    def is_callback(self, node: n.Node) -> bool:
        return isinstance(node, n.Function) or any(
            isinstance(a, (t.FunctionAtom, t.BuiltinAtom)) for a in self.type_of(node)
        )

    def awaitable_body(self, node: n.Node) -> ast.expr:
        """What a callback gives, as something that gather and wait take."""
        inlined = self.inlined(node)
        if inlined.inline:
            assert isinstance(node, n.Function)
            result = result_expression(node)
            types = self.type_of(result)
            if is_promise(types):
                return self.awaitable(result)
            return self.helper("awaited", self.expr(result))
        results: t.Type = t.NEVER
        for atom in self.type_of(node):
            if isinstance(atom, t.FunctionAtom):
                results |= self.analysis.inference.result_of(atom)
            else:
                results |= t.T_ANY
        body = inlined.body()
        return body if is_promise(results) else self.helper("awaited", body)

    def combined(self, node: n.Node) -> ast.expr:
        """An element of a combinator: gather and wait take awaitables only."""
        types = self.type_of(node)
        if is_promise(types):
            return self.awaitable(node) if self.flow.is_cold(node) else self.expr(node)
        return self.helper("awaited", self.expr(node))

    def awaitables(self, node: n.Node) -> ast.expr:
        """A list of promises (or values) as something to spread into a combinator."""
        items = self.analysis.inference.iterated(self.type_of(node))
        value = self.iterable(node)
        if is_promise(items) or not items:
            return value
        return b.call("map", self.helper_name("awaited"), value)

    def seconds(self, node: n.Node) -> ast.expr:
        raise NotImplementedError

    def awaitable(self, node: n.Node) -> ast.expr:
        raise NotImplementedError

    def iterable(self, node: n.Node) -> ast.expr:
        raise NotImplementedError

    def builtin_function(self, node: n.Node) -> ast.expr | None:
        """A built-in function as a value: a lambda around what a call of it becomes."""
        name = self.builtin_reference(node)
        if name is None:
            return None
        inlined = self.inlined(node)
        param = inlined.param(0)
        body = inlined.body()
        if (
            isinstance(body, ast.Call)
            and len(body.args) == 1
            and not body.keywords
            and body.args[0] is param
        ):
            return body.func
        assert isinstance(param, ast.Name)
        arg = ast.arg(param.id)
        binding: Binding = param.binding  # type: ignore[attr-defined]
        arg.binding = binding  # type: ignore[attr-defined]
        return b.lambda_([arg], body)


def mentioned_bare(rule: Rule, name: str) -> bool:
    """Whether a template asks for the value of a capture itself, not only for parts."""
    template = rule.python or ""
    if f"{name}.iter" in template or f"{name}.awaitables" in template or (
        f"{name}.seconds" in template
    ):
        return re.search(rf"(?<![\w.]){name}\b(?!\.)", template) is not None
    return True


#: Helpers that start what may go on when main is over.
_STARTING = frozenset(
    {"set_timeout", "set_interval", "race", "first_success", "background", "start"}
)
_FUNCTIONS = frozenset(
    {"Number", "String", "Boolean", "BigInt", "parseInt", "parseFloat", "isNaN",
     "isFinite", "encodeURIComponent", "decodeURIComponent", "encodeURI", "decodeURI",
     "structuredClone", "Symbol"}
)  # fmt: skip
assert _CANDIDATE_NODES
