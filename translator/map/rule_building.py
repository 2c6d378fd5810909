"""A rule as Python: its template built, its names bound, what it needs noted."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import bind
from ..pytree.walk import walk
from ..rules import Rule
from ..rules import build as build_rule
from ..rules.placeholders import PATH_FILTERS
from .captures import Trees
from .deriving import Deriving, has_walrus

if TYPE_CHECKING:
    from ..rules import Built


class RuleBuilding(Deriving):
    def finish_rule(
        self,
        rule: Rule,
        trees: Trees,
        nodes: dict[str, n.Node],
        node: n.Node,
    ) -> ast.expr | None:
        derived: dict[tuple[str, str], ast.expr | list[ast.stmt]] = {}
        built = self.build_once(rule, trees, nodes, derived, node)
        repeated = self.to_spill(built.uses, built.nested, trees, nodes)
        if not repeated:
            repeated = self.kept_from_iterables(rule, built, trees, nodes)
        if repeated:
            for name in repeated:
                tree = trees[name]
                if tree is None:  # what is iterated
                    items = self.parts_made[nodes[name]]
                    if isinstance(items, ast.GeneratorExp):
                        items = b.call("list", items)
                    spilled = self.spill(items, "items")
                    self.parts_made[nodes[name]] = spilled
                    derived[name, "iter"] = spilled
                    continue
                assert isinstance(tree, ast.expr)
                trees[name] = self.spill(tree, self.spill_name(nodes[name]))
            built = self.build_once(rule, trees, nodes, derived, node)
        self.helpers |= built.helpers
        if built.helpers & _STARTING or self.may_leave_siblings(
            rule, built.value, node
        ):
            self.leaves_running = True
        self.imports.update(built.imports)
        # Names of which the template uses only some are among those that it built.
        self.use(*(text for text in rule.imports if not text.startswith("from ")))
        self.helpers.update(rule.helpers)
        for statement in built.statements:
            self.note_assigned(statement)
        self.emit(*built.statements)
        if built.value is not None and "lambda" in (rule.python or ""):
            self.bind_parameters(built.value, node)
        return self.without_compile(built.value, trees, nodes)

    def kept_from_iterables(
        self, rule: Rule, built: Built, trees: Trees, nodes: dict[str, n.Node]
    ) -> list[str]:
        """Captures to evaluate before, as comprehensions cannot go through a ``:=``."""
        self.has_walruses |= ":=" in (rule.python or "")
        if not self.has_walruses:
            return []
        parts: list[ast.AST] = [*built.statements]
        if built.value is not None:
            parts.append(built.value)
        if not any(
            isinstance(each, ast.comprehension) and has_walrus(each.iter)
            for part in parts
            for each in walk(part)
        ):
            return []
        taken = [
            name
            for name in nodes
            if isinstance(tree := trees.get(name), ast.expr)
            and not isinstance(tree, (ast.Name, ast.Constant))
            and (has_walrus(tree) or not self.effects.pure(nodes[name]))
        ]
        return sorted(taken, key=lambda name: nodes[name].start)

    def build_once(
        self,
        rule: Rule,
        trees: Trees,
        nodes: dict[str, n.Node],
        derived: dict[tuple[str, str], ast.expr | list[ast.stmt]],
        node: n.Node,
    ) -> Built:
        """The rule's Python; what callbacks become is made once, and kept in ``derived``."""

        def derive(name: str, path: str) -> ast.expr | list[ast.stmt]:
            known = derived.get((name, path))
            if known is None:
                known = self.derive(name, path, trees, nodes)
                if path not in PATH_FILTERS or trees.get(name) is None:
                    derived[name, path] = known
            return known

        fresh: dict[str, str] = {}

        def fresh_name(name: str) -> str:
            token = f"{name}{_FRESH}{len(fresh)}"
            fresh[token] = name
            return token

        built = build_rule(
            rule,
            trees,
            facts=lambda name, predicate: self.fact(nodes[name], predicate),
            extra={
                "style": self.style,
                "order": self.options.order.value,
                "target": self.version,
                "settled": self.settled_form,
            },
            fresh=fresh_name,
            derive=derive,
        )
        self.bind_names(built, fresh, node)
        return built

    def bind_names(self, built: Built, fresh: dict[str, str], node: n.Node) -> None:
        """Names that the template binds get bindings, so that the naming keeps them apart."""
        if not built.binds and not fresh:
            return
        parts: list[ast.AST] = [*built.statements]
        if built.value is not None:
            parts.append(built.value)
        nodes = [x for part in parts for x in walk(part)]
        bindings: dict[str, Binding] = {
            token: self.temp(name) for token, name in fresh.items()
        }
        for inner in nodes:
            if isinstance(inner, ast.comprehension):
                for target in walk(inner.target):
                    if (
                        isinstance(target, ast.Name)
                        and not hasattr(target, "binding")
                        and target.id not in bindings
                        and target.id != "_"
                    ):
                        bindings[target.id] = self.comprehended_temp(target.id, node)
        if not bindings:
            return
        for inner in nodes:
            if isinstance(inner, ast.ExceptHandler) and inner.name in bindings:
                bind(inner, bindings[inner.name])
                inner.name = bindings[inner.name].name
            if isinstance(inner, ast.Name) and not hasattr(inner, "binding"):
                binding = bindings.get(inner.id)
                if binding is not None:
                    inner.id = binding.name
                    bind(inner, binding)

    # -- what follows from it -------------------------------------------------------

    def note_assigned(self, statement: ast.stmt) -> None:
        """A template that assigns a variable of the program."""
        if isinstance(statement, ast.Assign):
            for target in statement.targets:
                binding = getattr(target, "binding", None)
                if isinstance(binding, Binding):
                    self.fn.assigned.add(binding)

    def may_leave_siblings(
        self, rule: Rule, value: ast.expr | None, node: n.Node
    ) -> bool:
        """Whether a gather may fail, be caught, and leave the others running."""
        if self.helpers_of(value) & {"map_concurrently", "map_from_both_ends"}:
            return self.catches
        # What was captured has been looked at when it was made.
        if value is None or "gather" not in (rule.python or ""):
            return False
        if not any(
            isinstance(call, ast.Call)
            and isinstance(call.func, ast.Attribute)
            and call.func.attr == "gather"
            and not call.keywords
            for call in walk(value)
        ):
            return False
        elements: list[n.Node] = list(getattr(node, "arguments", ()))
        if len(elements) == 1 and isinstance(elements[0], n.ArrayExpression):
            elements = [e for e in elements[0].elements if e is not None]
            if all(self.flow.cannot_fail(e) for e in elements):
                return False
        return self.catches

    def helpers_of(self, value: ast.expr | None) -> set[str]:
        """The function that a call of a helper names."""
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
            return {value.func.id}
        return set()


#: stands in names that a template binds, until they get their own
_FRESH = "__fresh_"
#: Helpers that start what may go on when main is over.
_STARTING = frozenset(
    {
        "set_timeout",
        "set_interval",
        "race",
        "first_success",
        "background",
        "start",
        "started",
        "call_soon",
        "deliver",
        "run_back",
        "ChildProcess",
        "LineReader",
        "FileReader",
        "FileWriter",
        "Readable",
        "STDIN",
        "Transform",
        "pipeline_back",
        "WebSocket",
        "WebSocketServer",
        "Writable",
    }
)
