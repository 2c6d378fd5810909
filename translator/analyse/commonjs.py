"""CommonJS exports, one in a statement: ``exports = module.exports = f``.

What compilers to CommonJS write for its loaders alone is left out: the mark ``__esModule``,
and the ``exports.a = void 0`` at the top of a file for names that are exported further down.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from operator import is_

from ..parse import nodes as n
from .scopes import Scopes


def split_exports(scopes: Scopes) -> bool:
    """Write each export as a statement of its own; whether there was anything to write.

    Changes the program: its scopes have to be resolved anew.
    """
    if scopes.program.source_type == "module" or not (
        {"exports", "module"} & {*scopes.globals, *scopes.module.bindings}
    ):
        return False
    body = scopes.program.body
    last = _last_exports(scopes)
    split = [part for statement in body for part in _split(statement, scopes, last)]
    if len(split) == len(body) and all(map(is_, split, body)):
        return False
    body[:] = split
    return True


def _split(
    statement: n.Node, scopes: Scopes, last: Mapping[str | None, int]
) -> Iterator[n.Node]:
    if isinstance(statement, n.VariableDeclaration):
        yield statement
        for declarator in statement.declarations:
            if isinstance(declarator.id, n.Identifier) and declarator.init is not None:
                targets, value = _chain(declarator.init, scopes)
                if targets:
                    declarator.init = value
                    yield from _assignments(_named(targets), declarator.id, statement)
        return
    if isinstance(statement, n.ExpressionStatement):
        if _is_mark(statement.expression, scopes):
            yield n.nothing_for(statement)
            return
        targets, value = _chain(statement.expression, scopes)
        if len(targets) > 1 or (targets and _is_undefined(value)):
            if _is_undefined(value):
                targets = [
                    target
                    for target in targets
                    if last.get(_export_name(target, scopes), -1) < statement.start
                ]
            named = _named(targets)
            if not named:
                yield n.nothing_for(statement)
                return
            if (
                len(named) == 1
                or isinstance(value, n.Identifier)
                or _is_undefined(value)
            ):
                yield from _assignments(named, value, statement, first=True)
                return
    yield statement


def _chain(node: n.Expression, scopes: Scopes) -> tuple[list[n.Node], n.Expression]:
    """The exports that an assignment gives one value, and that value."""
    targets: list[n.Node] = []
    value = node
    while (
        isinstance(value, n.AssignmentExpression)
        and value.operator == "="
        and _export_name(value.left, scopes) is not None
    ):
        targets.append(value.left)
        value = value.right
    if any(isinstance(x, n.Identifier) for x in targets) and not any(
        isinstance(x, n.MemberExpression) and _export_name(x, scopes) == ""
        for x in targets
    ):
        return [], node  # `exports` becomes something else than what is exported
    return targets, value


def _named(targets: list[n.Node]) -> list[n.Node]:
    """Without the variable ``exports``, which is another name for what is exported."""
    return [target for target in targets if not isinstance(target, n.Identifier)]


def _export_name(node: n.Node, scopes: Scopes) -> str | None:
    """``""`` of all that is exported, ``"a"`` of ``exports.a``; None of anything else."""
    if isinstance(node, n.Identifier):
        return "" if node.name == "exports" and _is_global(node, scopes) else None
    if (
        not isinstance(node, n.MemberExpression)
        or node.computed
        or not isinstance(node.property, n.Identifier)
    ):
        return None
    owner = node.object
    if (
        isinstance(owner, n.Identifier)
        and owner.name == "module"
        and _is_global(owner, scopes)
    ):
        return "" if node.property.name == "exports" else None
    return node.property.name if _export_name(owner, scopes) == "" else None


def _is_global(node: n.Identifier, scopes: Scopes) -> bool:
    """Whether the program declares no such name itself; it may assign it."""
    binding = scopes.binding_of.get(node)
    return binding is None or binding.kind == "global"


def _last_exports(scopes: Scopes) -> dict[str | None, int]:
    """For each name the last statement at the top that exports a value, by its start."""
    found: dict[str | None, int] = {}
    for statement in scopes.program.body:
        given: list[n.Expression | None] = []
        if isinstance(statement, n.ExpressionStatement):
            given = [statement.expression]
        elif isinstance(statement, n.VariableDeclaration):
            given = [declarator.init for declarator in statement.declarations]
        for expression in given:
            if expression is not None:
                targets, value = _chain(expression, scopes)
                if not _is_undefined(value):
                    for target in targets:
                        found[_export_name(target, scopes)] = statement.start
    return found


def _is_mark(node: n.Node, scopes: Scopes) -> bool:
    """``Object.defineProperty(exports, "__esModule", { value: true })``."""
    if not (
        isinstance(node, n.CallExpression)
        and isinstance(node.callee, n.MemberExpression)
        and getattr(node.callee.object, "name", None) == "Object"
        and getattr(node.callee.property, "name", None) == "defineProperty"
        and len(node.arguments) == 3
    ):
        return False
    holder, name, _ = node.arguments
    return (
        _export_name(holder, scopes) == ""
        and isinstance(name, n.StringLiteral)
        and name.value == "__esModule"
    )


def _is_undefined(node: n.Node) -> bool:
    """``void 0``; not ``void f()``, which does something."""
    return (
        isinstance(node, n.UnaryExpression)
        and node.operator == "void"
        and isinstance(node.argument, n.NumberLiteral)
    )


def _assignments(
    targets: list[n.Node], value: n.Expression, at: n.Statement, first: bool = False
) -> Iterator[n.Node]:
    """The innermost first, as they are evaluated; the first one takes the comments."""
    inside: n.Node = at.expression if isinstance(at, n.ExpressionStatement) else at
    for target in reversed(targets):
        assert isinstance(target, (n.Expression, n.Pattern))
        given = value
        if isinstance(value, n.Identifier):
            given = n.Identifier(value.name, start=at.end, end=at.end)
        made = n.ExpressionStatement(
            n.AssignmentExpression(
                "=", target, given, start=inside.start, end=inside.end
            ),
            None,
            start=at.start,
            end=at.end,
        )
        if first:
            made.leading, made.trailing = at.leading, at.trailing
            made.blank_before, first = at.blank_before, False
        yield made
