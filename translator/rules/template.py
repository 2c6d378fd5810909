"""Templates of rules: Jinja renders placeholder names, ``ast`` parses them once, and the
captured trees take their place.

No text of the JavaScript goes through here: a placeholder is made of the name of the
metavariable, a path that the template writes, and numbers.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .parsed import Parsed
from .placeholders import Facts, Placeholder, Placeholders, TemplateProblem
from .rendering import compiled
from .schema import Rule
from .substitute import Tree, follow, instantiate, names_in

Captured = Mapping[str, ast.expr | None | Sequence[ast.expr | None]]
Derive = Callable[[str, str], Tree]

_SHAPES_KEPT = 256
_SAFE_TEXT = re.compile(r"[\w.-]*")


@dataclass(frozen=True, slots=True)
class Built:
    """What a rule made: ``statements`` come first, then ``value`` (None: there is none).

    ``helpers``: names of helpers that it uses. ``imports``: the import statements that
    it needs. ``uses``: the captures in the order in which the output evaluates them,
    ``XS`` once for each of its items, so that a caller sees what is repeated or
    reordered; what is derived is among them as ``X.text``, ``XS.text`` for an item.
    ``nested``: those of them that stand in a function or comprehension of the template.
    ``binds``: whether the template itself gives names to something.
    """

    value: ast.expr | None
    statements: list[ast.stmt]
    helpers: frozenset[str]
    imports: tuple[str, ...]
    uses: tuple[str, ...]
    nested: frozenset[str]
    binds: bool


def build(
    rule: Rule,
    captured: Captured,
    facts: Facts = lambda name, predicate: False,
    extra: Mapping[str, object] | None = None,
    fresh: Callable[[str], str] | None = None,
    derive: Derive | None = None,
) -> Built:
    """The Python that the rule's template makes of what it captured.

    ``facts(name, predicate)`` answers ``{% if X is type("string") %}``; ``name`` is
    ``X``, or ``XS[0]`` for an item of a list. ``extra`` are more variables of the
    template (``target``, ``style``). ``fresh`` gives the name to use for one that the
    template's statements bind; names bound inside an expression that would catch one of
    a captured tree are renamed by themselves. Captured trees go into the result as they
    are, copies where used again. Raises MappingError where the template does not render,
    or not to Python.

    ``derive(name, path)`` gives the tree of what a template derives: of ``{{ X.text }}``
    or ``{{ X | text }}`` for ``("X", "text")``, of ``{{ P.on(F.params[0]) }}`` for
    ``("P", "on(F.params[0])")``; ``path`` is empty where a capture itself is wanted that
    is None in ``captured``. It is called once for each that the output holds, as they
    are evaluated. Statements may stand only where the placeholder is one.
    """
    template = rule.template
    parsed = template.parsed(captured, facts, extra or {})
    return template.filled(parsed, captured, derive, fresh)


@dataclass(slots=True)
class _Question:
    """A node of the tree of what a rendering asked: the answer leads on."""

    name: str
    predicate: str
    answers: dict[bool, _Question | Parsed] = field(default_factory=dict)


class Template:
    """A compiled template, with the results of its renderings by shape.

    A shape is how many items each list has, which captures are spreads, the extra
    variables that the template reads, and the answers that it got for its questions.
    """

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        source = textwrap.dedent(rule.python or "").strip()
        try:
            self._render, extras = compiled(source, rule.metavariables)
        except TemplateProblem as problem:
            raise rule.error(f"the template: {problem}") from problem
        self.extras = sorted(extras)
        self._shapes: dict[object, _Question | Parsed] = {}

    def filled(
        self,
        parsed: Parsed,
        captured: Captured,
        derive: Derive | None = None,
        fresh: Callable[[str], str] | None = None,
    ) -> Built:
        """What ``parsed`` becomes with the trees of the captures."""
        trees = {
            identifier: _tree(placeholder, captured, derive)
            for identifier, placeholder in parsed.placeholders.items()
        }
        renamed: dict[str, str] = {}
        if parsed.bound_inside:
            taken = names_in(trees.values())
            for name in parsed.bound_inside & taken:
                other = name + "_"
                while other in taken or other in parsed.names:
                    other += "_"
                renamed[name] = other
            if renamed:
                follow(trees.values(), renamed)
        if fresh is not None:
            own = {name: fresh(name) for name in sorted(parsed.bound)}
            follow(trees.values(), own)
            renamed |= own
        statements, value = instantiate(self.rule, parsed, trees, renamed)
        return Built(
            value=value,
            statements=statements,
            helpers=parsed.helpers,
            imports=parsed.imports,
            uses=parsed.uses,
            nested=parsed.nested,
            binds=bool(parsed.bound or parsed.bound_inside),
        )

    def parsed(
        self, captured: Captured, facts: Facts, extra: Mapping[str, object]
    ) -> Parsed:
        """The rendered and parsed template for the shape of what was captured."""
        shape = (
            tuple((name, _spread(tree)) for name, tree in captured.items()),
            tuple(self._extra(name, extra) for name in self.extras),
        )
        found = self._shapes.get(shape)
        while isinstance(found, _Question):
            found = found.answers.get(facts(found.name, found.predicate))
        if found is not None:
            return found
        asked: list[tuple[str, str, bool]] = []

        def ask(name: str, predicate: str) -> bool:
            asked.append((name, predicate, facts(name, predicate)))
            return asked[-1][2]

        parsed = self._parse(captured, ask, extra)
        if len(self._shapes) >= _SHAPES_KEPT:
            self._shapes.clear()
        _keep(self._shapes, shape, asked, parsed)
        return parsed

    def _extra(self, name: str, extra: Mapping[str, object]) -> object:
        value = extra.get(name)
        if isinstance(value, str) and not _SAFE_TEXT.fullmatch(value):
            raise ValueError(f"extra variable {name!r} holds {value!r}: no plain word")
        return value

    def _parse(
        self, captured: Captured, ask: Facts, extra: Mapping[str, object]
    ) -> Parsed:
        values: dict[str, Any] = {n: extra[n] for n in self.extras if n in extra}
        placeholders = Placeholders()
        for name, tree in captured.items():
            spread = _spread(tree)
            values[name] = (
                placeholders.get(name, None, spread=spread)
                if isinstance(spread, bool)
                else [
                    placeholders.get(name, index, spread=is_spread)
                    for index, is_spread in enumerate(spread)
                ]
            )
        try:
            text = self._render(values, ask)
        except TemplateProblem as problem:
            raise self.rule.error(f"the template: {problem}") from problem
        return Parsed.of(self.rule, text, placeholders.by_identifier)


def _spread(
    tree: ast.expr | None | Sequence[ast.expr | None],
) -> bool | tuple[bool, ...]:
    """Whether a capture is a spread; of a list, whether its items are."""
    if tree is None or isinstance(tree, ast.expr):
        return isinstance(tree, ast.Starred)
    return tuple(isinstance(item, ast.Starred) for item in tree)


def _tree(placeholder: Placeholder, captured: Captured, derive: Derive | None) -> Tree:
    """What takes the place of a placeholder."""
    if not placeholder.path:
        tree = captured[placeholder.name]
        if tree is not None and not isinstance(tree, ast.expr):
            assert placeholder.index is not None
            tree = tree[placeholder.index]
        if tree is not None:
            return tree
    if derive is None:
        raise ValueError(f"the template wants {placeholder.text}; give 'derive'")
    return derive(placeholder.capture, placeholder.path)


def _keep(
    shapes: dict[object, _Question | Parsed],
    shape: object,
    asked: list[tuple[str, str, bool]],
    parsed: Parsed,
) -> None:
    """Puts the result at the end of the way that the answers lead."""
    place: dict[Any, _Question | Parsed] = shapes
    key: object = shape
    for name, predicate, answer in asked:
        question = place.setdefault(key, _Question(name, predicate))
        assert isinstance(question, _Question)
        place, key = question.answers, answer
    place[key] = parsed
