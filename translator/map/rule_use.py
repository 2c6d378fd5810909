"""Rules at work: which one fits a node, and what the analysis learns from it."""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import cache

from ..analyse import types as t
from ..analyse.scopes import Binding
from ..analyse.types import is_promise
from ..parse import nodes as n
from ..pytree import build as b
from ..rules import Captures, Place, Rule, match
from .captures import Trees, flattened
from .context import RuleUse
from .inlined import NotInline
from .mixed_receivers import MixedReceivers
from .template_text import iterated_only, made_when_asked, mentioned_bare, taken_apart


class RuleApplication(MixedReceivers):
    #: what the last rule that was applied says it gives
    last_gives: str | None = None

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: for which contexts a rule was looked up last
        self.asked_contexts: tuple[str, ...] = ()
        self.places: dict[tuple[str, ...], Place] = {}
        #: the imports that names stand for
        self.origins: dict[Binding, str | None] = {}

    def imports_of(self, node: n.Identifier) -> str | None:
        binding = self.scopes.binding_of.get(node)
        if binding is None:
            return None
        if binding not in self.origins:
            self.origins[binding] = self.analysis.inference.imports_of(node)
        return self.origins[binding]

    def is_global(self, node: n.Identifier) -> bool:
        return node not in self.scopes.binding_of

    def place(self, contexts: tuple[str, ...]) -> Place:
        found = self.places.get(contexts)
        if found is None:
            found = self.places[contexts] = Place(
                contexts, self.style, self.version, self.options.order.value
            )
        return found

    def find_rule(
        self, node: n.Node, contexts: tuple[str, ...]
    ) -> tuple[Rule, Captures] | None:
        """The first rule in rank that matches a node and whose guards hold."""
        self.asked_contexts = contexts
        place = self.places.get(contexts) or self.place(contexts)
        for rule in self.rulebook.fitting(node, self.imports_of, place):
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

    def make_rule(
        self, rule: Rule, captures: Captures, node: n.Node
    ) -> ast.expr | None:
        self.say(rule, node)
        if rule.refuse is not None:
            raise self.refuse(node, rule.refuse)
        self.leave_out_symbols(captures.values())
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
                        makers.append(
                            (captured, self.iterable_maker(rule, name, captured))
                        )
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
        for name, captured in nodes.items():
            made = trees.get(name)
            if isinstance(made, ast.expr):
                trees[name] = self.checked_receiver(rule, name, captured, made)
        if "shown" in (rule.python or ""):
            self.settle_shown(captures, trees)
        value = self.finish_rule(rule, trees, nodes, node)
        if (
            value is not None
            and self.representation.buffers.is_made_by(node)
            and "@written" not in rule.where.get("_", ())
        ):
            value = b.call("bytearray", value)  # the program writes to it
        if "json_stringify" in self.helpers_of(value) and "VALUE" in nodes:
            self.name_none(value, nodes["VALUE"], node)
        elif "inspect" in self.helpers_of(value) and "VALUE" in nodes:
            self.name_none_inside(value, nodes["VALUE"], node)
        elif "ROWS" in nodes and isinstance(value, ast.Call) and value.args:
            if "format_table" in self.helpers_of(value.args[0]):
                self.name_none_inside(value.args[0], nodes["ROWS"], node)
        self.last_gives = rule.gives
        if not (rule.gives == "string" and t.UNDEFINED in self.type_of(node)):
            # JSON.stringify alone gives a text, or undefined.
            self.learn(rule, node)
        return value

    def iterable_maker(
        self, rule: Rule, name: str, node: n.Node
    ) -> Callable[[], ast.expr]:
        return lambda: self.checked_receiver(rule, name, node, self.iterable(node))

    # -- what a rule says -----------------------------------------------------------

    def say(self, rule: Rule, node: n.Node) -> None:
        line, column = self.source.position(node.start)
        end_line, end_column = self.source.position(node.end)
        at = self.statement_line
        self.rule_uses.append(RuleUse(rule.id, line, column, end_line, end_column, at))
        if rule.note is not None:
            self.note(node, rule.note)
        if rule.warning is not None:
            self.warn(node, rule.warning)

    def learn(self, rule: Rule, node: n.Node) -> None:
        """What a rule says it gives counts where the analysis knows less."""
        given = plain_type(rule.gives) if rule.gives is not None else None
        if given is None:
            return
        known = self.analysis.types.get(node, t.NEVER)
        if not known or t.ANY in known or covers(known, given):
            if given & t.NUMBERS and known & t.INFINITIES:
                given |= t.T_NUMBER | known & t.INFINITIES
            self.analysis.types[node] = given
        elif given == t.T_NAN and known <= t.INTEGERS:
            # The signature is about arguments that are in range.
            self.analysis.types[node] = given

    def name_none_inside(
        self, value: ast.expr | None, given: n.Node, node: n.Node
    ) -> None:
        """Tell a helper that shows a value what None is in it."""
        assert isinstance(value, ast.Call)
        if any(keyword.arg == "none" for keyword in value.keywords):
            return
        none = self.none_name(frozenset(self.deep_atoms(self.type_of(given))), node)
        value.keywords += [ast.keyword(name, text) for name, text in none.items()]

    def name_none(self, value: ast.expr | None, given: n.Node, node: n.Node) -> None:
        """Tell a helper whether None is null or undefined in what it is given."""
        assert isinstance(value, ast.Call)
        if any(keyword.arg == "none" for keyword in value.keywords):
            return
        inside = self.deep_atoms(self.type_of(given))
        if self.finds_nothing(given):
            inside |= t.T_UNDEFINED
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
    t.NUMBER: t.NUMBERS - {t.NAN},
    t.INT: frozenset({t.NAT}),
}
