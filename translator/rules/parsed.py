"""What a template rendered to, parsed: its tree, and the names in it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .placeholders import PREFIX, Placeholder
from .schema import Rule

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)
BINDERS = (*_FUNCTIONS, ast.arg, ast.Name, ast.ExceptHandler)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_SCOPES = (*_FUNCTIONS, *_COMPREHENSIONS)


# The fields of these nodes as they are evaluated; those of others are in that order.
_EVALUATED: dict[type[ast.AST], tuple[str, ...]] = {
    ast.AnnAssign: ("annotation", "value", "target"),
    ast.Assign: ("value", "targets"),
    ast.AsyncFor: ("iter", "target", "body", "orelse"),
    ast.DictComp: ("generators", "key", "value"),
    ast.For: ("iter", "target", "body", "orelse"),
    ast.GeneratorExp: ("generators", "elt"),
    ast.ListComp: ("generators", "elt"),
    ast.NamedExpr: ("value", "target"),
    ast.SetComp: ("generators", "elt"),
    ast.comprehension: ("iter", "target", "ifs"),
}


@dataclass(frozen=True, slots=True)
class Parsed:
    """A rendered template: ``body``, and ``value`` if its end is an expression.

    ``placeholders`` are those in it, by identifier, each once; they and ``uses`` are in
    the order in which they are evaluated. ``uses``: what they stand for (``X``,
    ``X.text``), ``nested``: those inside of a function or comprehension. ``bound``: the
    names that its statements bind, ``bound_inside``: those that its comprehensions and
    functions bind, ``names``: all.
    """

    body: tuple[ast.stmt, ...]
    value: ast.expr | None
    placeholders: Mapping[str, Placeholder]
    uses: tuple[str, ...]
    nested: frozenset[str]
    bound: frozenset[str]
    bound_inside: frozenset[str]
    names: frozenset[str]
    loaded: frozenset[str]
    helpers: frozenset[str]
    imports: tuple[str, ...]

    @staticmethod
    def of(rule: Rule, text: str, placeholders: Mapping[str, Placeholder]) -> Parsed:
        """The parsed text; MappingError where it is no Python.

        ``placeholders``: those that may be in it, by identifier.
        """
        body, value = _parse(rule, text)
        trees: list[ast.AST] = [*body, *([] if value is None else [value])]
        names = _Scan(rule, placeholders)
        for tree in trees:
            names.scan(tree)
        loaded, bound, inside = names.loaded, names.bound, names.inside
        outer = loaded - bound - inside
        helpers = {name for name in outer if name in rule.library} | set(rule.helpers)
        for name in rule.helpers:
            if name not in rule.library:
                raise rule.error(f"there is no helper {name!r} in mappings/helpers")
        return Parsed(
            body=tuple(body),
            value=value,
            placeholders={p.identifier: p for p in names.uses},
            uses=tuple(p.use for p in names.uses),
            nested=frozenset(p.use for p in names.nested),
            bound=frozenset(bound),
            bound_inside=frozenset(inside),
            names=frozenset(bound | inside | loaded),
            loaded=frozenset(outer),
            helpers=frozenset(helpers),
            imports=tuple(_needed(rule, loaded)),
        )


def _parse(rule: Rule, text: str) -> tuple[list[ast.stmt], ast.expr | None]:
    try:
        body = ast.parse(text).body
    except SyntaxError as error:
        try:  # one expression over several lines
            return [], ast.parse(f"(\n{text}\n)", mode="eval").body
        except SyntaxError:
            raise rule.error(
                f"the template renders to what is no Python: {error}\n{text}"
            ) from error
    if not body:
        raise rule.error("the template renders to nothing; write 'pass' or 'None'")
    if isinstance(last := body[-1], ast.Expr):
        return body[:-1], last.value
    return body, None


class _Scan:
    """Collects names in the order of evaluation; ``inside`` is what scopes bind."""

    def __init__(self, rule: Rule, placeholders: Mapping[str, Placeholder]) -> None:
        self.rule = rule
        self.placeholders = placeholders
        self.uses: list[Placeholder] = []
        self.nested: set[Placeholder] = set()
        self.loaded: set[str] = set()
        self.bound: set[str] = set()
        self.inside: set[str] = set()

    def scan(self, tree: ast.AST) -> None:
        # nodes, and names with the node that they are of
        stack: list[tuple[ast.AST | str, ast.AST, bool]] = [(tree, tree, False)]
        outside: dict[ast.AST, bool] = {}
        while stack:
            item, owner, nested = stack.pop()
            if isinstance(item, str):
                self.name(item, owner, nested)
                continue
            nested = outside.get(item, nested)
            if isinstance(item, _COMPREHENSIONS):
                # evaluated before the scope of the comprehension is entered
                outside[item.generators[0].iter] = nested
            inner = nested or isinstance(item, _SCOPES)
            parts = reversed(list(self.parts(item)))
            stack += [
                (part, item, inner if isinstance(part, ast.AST) else nested)
                for part in parts
            ]

    def parts(self, node: ast.AST) -> Iterator[ast.AST | str]:
        """What a node is made of, as it is evaluated: nodes and names."""
        if isinstance(node, ast.Constant):
            if isinstance(node.value, str) and PREFIX in node.value:
                raise self.rule.error(
                    "a metavariable stands inside a string; use an f-string"
                )
        elif isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values):
                yield from () if key is None else (key,)
                yield value
        else:
            for name in _EVALUATED.get(type(node), node._fields):
                part = getattr(node, name, None)
                for item in part if isinstance(part, list) else [part]:
                    if isinstance(item, (ast.AST, str)):
                        yield item

    def name(self, name: str, node: ast.AST, nested: bool) -> None:
        placeholder = self.placeholders.get(name)
        if placeholder is not None:
            self.uses.append(placeholder)
            if nested:
                self.nested.add(placeholder)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            self.loaded.add(name)
        elif isinstance(node, BINDERS):
            (self.inside if nested else self.bound).add(name)


def _needed(rule: Rule, loaded: set[str]) -> Iterator[str]:
    """The rule's imports of which a name is used, as statements."""
    for text in rule.imports:
        statement = text if " " in text else f"import {text}"
        try:
            (node,) = ast.parse(statement).body
            assert isinstance(node, (ast.Import, ast.ImportFrom))
        except (SyntaxError, ValueError, AssertionError):
            raise rule.error(f"in 'imports': {text!r} is no import") from None
        names = {alias.asname or alias.name.split(".")[0] for alias in node.names}
        if names & loaded:
            yield statement
