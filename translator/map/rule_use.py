"""Rules at work: which one fits a node, and the Python that it makes."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from ..analyse import types as t
from ..analyse.flow import is_promise
from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import bind
from ..pytree.walk import walk
from ..rules import Captures, Rule, match
from ..rules import build as build_rule
from .callbacks import is_pair
from .context import FunctionContext, RuleUse
from .inlined import NotInline, result_expression
from .library_parts import LibraryParts
from .text_parts import template_tree

if TYPE_CHECKING:
    from ..rules import Built

#: captures by name; None (in a list too) where the template asks for parts only
Trees = dict[str, ast.expr | list[Any] | None]
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


class RuleApplication(LibraryParts):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: what was made of parts of captures, and of captures that are iterated
        self.parts_made: dict[n.Node, ast.expr] = {}
        #: for which contexts a rule was looked up last
        self.asked_contexts: tuple[str, ...] = ()

    def imports_of(self, node: n.Identifier) -> str | None:
        return self.analysis.inference.imports_of(node)

    def is_global(self, node: n.Identifier) -> bool:
        return node not in self.scopes.binding_of

    def find_rule(
        self, node: n.Node, contexts: tuple[str, ...]
    ) -> tuple[Rule, Captures] | None:
        """The first rule in rank that matches a node and whose guards hold."""
        self.asked_contexts = contexts
        for rule in self.rulebook.fitting(
            node,
            self.imports_of,
            contexts,
            self.style,
            self.version,
            self.options.order.value,
        ):
            if contexts in _WAITING and not rule.context:
                continue  # only rules that say so do the waiting themselves
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
        """Build the rule's Python; its statements are emitted, its value returned.

        Where the body of a callback turns out to need statements, what was made is
        dropped, and a rule is looked up anew for a callback that is called.
        """
        functions = [
            c
            for c in flattened(captures)
            if isinstance(c, n.Function) and self.is_inline(c)
        ]
        if not functions:
            return self.make_rule(rule, captures, node)
        contexts, state = self.asked_contexts, self.saved_state()
        try:
            return self.make_rule(rule, captures, node)
        except NotInline as stopped:
            if stopped.node not in functions:
                raise
            self.restore_state(state)
            self.not_inline(stopped.node)
        self.last_gives = None
        again = self.find_rule(node, contexts)
        if again is None:
            raise self.refuse(node, "a callback that takes statements here")
        return self.apply_rule(again[0], again[1], node)

    def saved_state(self) -> SavedState:
        return (
            self.block,
            len(self.block),
            self.fn,
            set(self.helpers),
            set(self.imports),
            len(self.diagnostics),
            set(self.reported),
            len(self.rule_uses),
            len(self.contexts),
        )

    def restore_state(self, state: SavedState) -> None:
        self.block, length, self.fn, self.helpers, self.imports = state[:5]
        del self.block[length:]
        diagnostics, self.reported, uses, contexts = state[5:]
        del self.diagnostics[diagnostics:]
        del self.rule_uses[uses:]
        del self.contexts[contexts:]

    def make_rule(
        self, rule: Rule, captures: Captures, node: n.Node
    ) -> ast.expr | None:
        self.say(rule, node)
        if rule.refuse is not None:
            raise self.refuse(node, rule.refuse)
        trees: Trees = {}
        nodes: dict[str, n.Node] = {}
        makers: list[tuple[n.Node | None, Callable[[], ast.expr]]] = []
        places: list[tuple[str | n.Node, int | None]] = []
        for name, captured in captures.items():
            if isinstance(captured, list):
                trees[name] = [b.const(None)] * len(captured)
                if name in rule.used and made_when_asked(rule, name):
                    # Items of a combinator: made where the template asks for them; in
                    # their order, where some are under way.
                    started = any(
                        is_promise(self.type_of(x)) and not self.flow.is_cold(x)
                        for x in captured
                    )
                    for position, item in enumerate(captured):
                        nodes[f"{name}[{position}]"] = item
                        if isinstance(item, n.SpreadElement):
                            trees[name][position] = b.star(  # type: ignore[index]
                                self.awaitables(item.argument)
                            )
                        else:
                            trees[name][position] = None  # type: ignore[index]
                            if started:
                                makers.append((item, lambda x=item: self.combined(x)))  # type: ignore[misc]
                                places.append((name, position))
                    continue
                apart = taken_apart(rule, name)
                if apart:
                    trees[name] = [None] * len(captured)
                for position, item in enumerate(captured):
                    nodes[f"{name}[{position}]"] = item
                    if apart:
                        for part, maker in self.part_makers(item):
                            makers.append((part, maker))
                            places.append((part, None))
                        continue
                    makers.append((item, self.capture_maker(item)))
                    places.append((name, position))
            else:
                nodes[name] = captured
                self.parts_made.pop(captured, None)
                if name not in rule.used:
                    continue
                if self.is_lazy(captured) or not mentioned_bare(rule, name):
                    trees[name] = None
                    if iterated_only(rule, name):
                        makers.append((captured, lambda c=captured: self.iterable(c)))  # type: ignore[misc]
                        places.append((captured, None))
                    continue
                makers.append((captured, self.pattern_maker(rule, name, captured)))
                places.append((name, None))
        order = sorted(range(len(makers)), key=lambda i: makers[i][0].start)  # type: ignore[union-attr]
        makers = [makers[i] for i in order]
        places = [places[i] for i in order]
        for (place, at), tree in zip(places, self.in_order(makers)):
            if isinstance(place, n.Node):
                self.parts_made[place] = tree
            elif at is None:
                trees[place] = tree
            else:
                trees[place][at] = tree  # type: ignore[index]
        if "shown" in (rule.python or ""):
            self.settle_shown(captures, trees)
        value = self.finish_rule(rule, trees, nodes, node)
        if "json_stringify" in self.helpers_of(value) and "VALUE" in nodes:
            self.name_none(value, nodes["VALUE"], node)
        self.last_gives = rule.gives
        if not (rule.gives == "string" and t.UNDEFINED in self.type_of(node)):
            # JSON.stringify alone gives a text, or undefined.
            self.learn(rule, node)
        return value

    def learn(self, rule: Rule, node: n.Node) -> None:
        """What a rule says it gives counts where the analysis knows less."""
        given = plain_type(rule.gives) if rule.gives is not None else None
        if given is None:
            return
        known = self.analysis.types.get(node, t.NEVER)
        if not known or t.ANY in known or covers(known, given):
            self.analysis.types[node] = given

    def helpers_of(self, value: ast.expr | None) -> set[str]:
        """The function that a call of a helper names."""
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
            return {value.func.id}
        return set()

    def name_none(self, value: ast.expr | None, given: n.Node, node: n.Node) -> None:
        """Tell a helper whether None is null or undefined in what it is given."""
        assert isinstance(value, ast.Call)
        if any(keyword.arg == "none" for keyword in value.keywords):
            return
        inside = self.deep_atoms(self.type_of(given))
        for argument in getattr(node, "arguments", [])[1:2]:
            if self.is_callback(argument):
                inside |= self.result_types(argument) & t.NULLISH
        if t.UNDEFINED not in inside:
            return
        if t.NULL in inside:
            self.warn(
                node,
                "null and undefined are both None in Python: both are written as null",
            )
            return
        value.keywords.append(ast.keyword("none", b.const("undefined")))

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
        if built.helpers & _STARTING or self.may_leave_siblings(built.value, node):
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

    def note_assigned(self, statement: ast.stmt) -> None:
        """A template that assigns a variable of the program."""
        if isinstance(statement, ast.Assign):
            for target in statement.targets:
                binding = getattr(target, "binding", None)
                if isinstance(binding, Binding):
                    self.fn.assigned.add(binding)

    def may_leave_siblings(self, value: ast.expr | None, node: n.Node) -> bool:
        """Whether a gather may fail, be caught, and leave the others running."""
        if self.helpers_of(value) & {"map_concurrently", "map_from_both_ends"}:
            return self.catches
        if value is None or not any(
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

    @property
    def catches(self) -> bool:
        """Whether the program catches errors anywhere."""
        found: bool | None = self.__dict__.get("_catches")
        if found is None:
            found = self.__dict__["_catches"] = any(
                (isinstance(x, n.TryStatement) and x.handler is not None)
                or (
                    isinstance(x, n.MemberExpression)
                    and getattr(x.property, "name", None) in ("catch", "then")
                )
                for x in n.walk(self.analysis.program)
            )
        return found

    def without_walrus(self, node: n.Node, value: ast.expr) -> ast.expr:
        """What a comprehension goes through: ``:=`` may not stand there."""
        parts = list(walk(value))
        if not any(isinstance(part, ast.NamedExpr) for part in parts):
            return value
        if any(getattr(part, "binding", None) in self.comprehended for part in parts):
            raise self.refuse(node, "this value as what a comprehension goes through")
        return self.spill(value, "items")

    def spill_name(self, node: n.Node) -> str:
        from .base import name_for

        return name_for(node)

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
                if path not in ("text", "shown", "test") or trees.get(name) is None:
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
                    inner.binding = binding  # type: ignore[attr-defined]

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
        if (
            isinstance(node, n.Identifier)
            and node not in self.scopes.binding_of
            and node.name in _FUNCTIONS
        ):
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

    def part_makers(self, node: n.Node) -> list[tuple[n.Node, Callable[[], ast.expr]]]:
        """The parts of a capture that a template takes apart: ``[key, value]``."""
        if isinstance(node, n.Property):
            return [(node.value, lambda: self.property_value(node))]
        assert isinstance(node, n.ArrayExpression)
        parts = [e for e in node.elements if e is not None]
        return [(part, lambda part=part: self.expr(part)) for part in parts]  # type: ignore[misc]

    def property_value(self, item: n.Property) -> ast.expr:
        raise NotImplementedError

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
        trees: Trees,
        nodes: dict[str, n.Node],
    ) -> ast.expr | list[ast.stmt]:
        """What a template asks of a capture besides its value."""
        node = nodes[name]
        if isinstance(node, n.Property) and path == "awaitable":
            return self.combined(node.value)
        if isinstance(node, n.Property) and path == "key":
            return b.const(self.analysis.inference.property_name(node.key, False))
        if path in ("text", "shown", "test"):
            if path == "test" and self.is_callback(node):
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

    def captured_tree(self, name: str, trees: Trees) -> ast.expr | None:
        base, _, index = name.partition("[")
        tree = trees.get(base)
        if isinstance(tree, list):
            item: ast.expr | None = tree[int(index[:-1])]
            return item
        return tree

    #: what the last rule that was applied says it gives
    last_gives: str | None = None
    #: whether it was for conditions alone
    last_is_test = False

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
                made = inlined.part(lambda: self.awaitable(result))
                if not self.flow.begins_quietly(result):
                    made = self.begun(node, made)
                return made
            return self.helper("awaited", inlined.part(lambda: self.expr(result)))
        promise = self.only_promise(node)
        if promise is not None:
            state = self.saved_state()
            try:
                made = inlined.part(lambda: self.awaitable(promise))
                if self.flow.begins_quietly(promise):
                    return made
                return self.begun(node, made)
            except NotInline:
                self.restore_state(state)
        results: t.Type = t.NEVER
        for atom in self.type_of(node):
            if isinstance(atom, t.FunctionAtom):
                results |= self.analysis.inference.result_of(atom)
            else:
                results |= t.T_ANY
        if is_promise(results) and (self.is_quiet(node) or self.starts_all(node)):
            # What takes an awaitable starts it.
            call = inlined.call()
            return call if self.is_quiet(node) else self.begun(node, call)
        body = inlined.body()
        return body if is_promise(results) else self.helper("awaited", body)

    def begun(self, callback: n.Node, made: ast.expr) -> ast.expr:
        """What a callback gives to a combinator, under way where somebody sees it."""
        mapping = self.scopes.parents.get(callback)
        combinator = self.scopes.parents.get(mapping) if mapping is not None else None
        if (
            combinator is not None
            and self.flow.is_combinator(combinator)
            and self.flow.first_waits.starts_late(callback)
        ):
            return self.started(made, callback, quiet=False)
        return made

    def combined(self, node: n.Node) -> ast.expr:
        """An element of a combinator: gather and wait take awaitables only."""
        types = self.type_of(node)
        if is_promise(types):
            return self.awaitable(node) if self.flow.is_cold(node) else self.expr(node)
        self.no_thenable(node)
        return self.helper(self.plain_helper(node), self.expr(node))

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


SavedState = tuple[
    list[ast.stmt],
    int,
    FunctionContext,
    set[str],
    set[str],
    int,
    set[tuple[str, int, str]],
    int,
    int,
]


def flattened(captures: Captures) -> list[n.Node]:
    found: list[n.Node] = []
    for captured in captures.values():
        found += captured if isinstance(captured, list) else [captured]
    return found


@cache
def taken_apart(rule: Rule, name: str) -> bool:
    """Whether a template asks only for parts of the items of a list."""
    template = rule.python or ""
    variables = re.findall(rf"for (\w+) in {name} %", template)
    return bool(variables) and all(
        re.search(rf"\b{variable}\.(items|name|value)\b", template)
        and not re.search(rf"{{{{\s*{variable}\s*[|}}]", template)
        for variable in variables
    )


@cache
def made_when_asked(rule: Rule, name: str) -> bool:
    """Whether the items of a list are made where the template says in which form."""
    template = rule.python or ""
    return re.search("awaitable|coroutine", template) is not None or any(
        re.search(rf"\b{variable}\.(settled|piped)\b", template)
        for variable in re.findall(rf"for (\w+) in {name} %", template)
    )


@cache
def iterated_only(rule: Rule, name: str) -> bool:
    """Whether a template asks once for what a capture iterates over, and for no more."""
    mentions = re.findall(rf"(?<![\w.]){name}\b(\.\w+)?", rule.python or "")
    return mentions == [".iter"]


@cache
def plain_type(text: str) -> t.Type | None:
    """A type of primitive kinds; None of any other."""
    names = [name.strip() for name in text.split("|")]
    if not all(name in t.PRIMS and name != "any" for name in names):
        return None
    return frozenset(t.PRIMS[name] for name in names)


def covers(known: t.Type, given: t.Type) -> bool:
    """Whether what is given is among what is known, and less: ``nat`` of ``number``."""
    widest = t.widest_number(known)
    narrower = _NARROWER.get(widest, frozenset()) if widest is not None else t.NEVER
    return given != known and given <= known | narrower


_NARROWER = {
    t.NAN: t.NUMBERS,
    t.NUMBER: frozenset({t.NAT, t.INT}),
    t.INT: frozenset({t.NAT}),
}


def mentioned_bare(rule: Rule, name: str) -> bool:
    """Whether a template asks for the value of a capture itself, not only for parts."""
    template = re.sub(r"{%.*?%}", "", rule.python or "")
    if (
        f"{name}.iter" in template
        or f"{name}.awaitables" in template
        or f"{name}.settled" in template
        or f"{name}.option" in template
        or f"{name}.seconds" in template
        or f"{name}.quoted" in template
    ):
        return re.search(rf"(?<![\w.]){name}\b(?!\.)", template) is not None
    return True


#: stands in names that a template binds, until they get their own
_FRESH = "__fresh_"
#: Helpers that start what may go on when main is over.
_STARTING = frozenset(
    {"set_timeout", "set_interval", "race", "first_success", "background", "start"}
)
_WAITING = (("awaited",), ("wrap",))
_FUNCTIONS = frozenset(
    {"Number", "String", "Boolean", "BigInt", "parseInt", "parseFloat", "isNaN",
     "isFinite", "encodeURIComponent", "decodeURIComponent", "encodeURI", "decodeURI",
     "structuredClone", "Symbol"}
)  # fmt: skip
assert _CANDIDATE_NODES
