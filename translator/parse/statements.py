"""Converts esprima's statements, and what makes a file a module.

On the way it refuses what esprima lets pass: a name that a list of statements declares
twice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from . import nodes as N
from .dispatch import BY_TYPE, EarlyError, and_list, many, one, plain
from .expressions import convert_identifier

# --- statements -----------------------------------------------------------------------


def _expression_statement(e: Any) -> N.ExpressionStatement:
    start, end = e.range
    expression = BY_TYPE[e.expression.type](e.expression)
    return N.ExpressionStatement(expression, e.directive, start=start, end=end)


def _for(e: Any) -> N.ForStatement:
    start, end = e.range
    init = one(e.init)
    if type(init) is N.VariableDeclaration:
        # esprima counts the semicolon behind let and const, but not behind var.
        init.end = init.declarations[-1].end
    return N.ForStatement(
        init,
        one(e.test),
        one(e.update),
        BY_TYPE[e.body.type](e.body),
        start=start,
        end=end,
    )


def _for_of(is_await: bool) -> Callable[[Any], N.ForOfStatement]:
    def convert(e: Any) -> N.ForOfStatement:
        start, end = e.range
        left, right, body = one(e.left), one(e.right), one(e.body)
        return N.ForOfStatement(left, right, body, is_await, start=start, end=end)

    return convert


def _jump(
    make: type[N.BreakStatement | N.ContinueStatement],
) -> Callable[[Any], N.Statement]:
    def convert(e: Any) -> N.Statement:
        start, end = e.range
        label = None if e.label is None else e.label.name
        return make(label, start=start, end=end)

    return convert


def _in_block(statement: Any) -> Any:
    """``if (x) function f() {}`` is as if in a block (ECMA-262 B.3.3)."""
    if type(statement) is N.FunctionDeclaration:
        start, end = statement.start, statement.end
        return N.BlockStatement([statement], start=start, end=end)
    return statement


def _if(e: Any) -> N.IfStatement:
    # Down the else-ifs in a loop: a chain of them nests as deep as it is long.
    spine = []
    while True:
        spine.append((e, one(e.test), _in_block(one(e.consequent))))
        if e.alternate is None or e.alternate.type != "IfStatement":
            break
        e = e.alternate
    result = _in_block(one(e.alternate))
    for link, test, consequent in reversed(spine):
        start, end = link.range
        result = N.IfStatement(test, consequent, result, start=start, end=end)
    return result  # type: ignore[no-any-return]


def _labeled(e: Any) -> N.LabeledStatement:
    start, end = e.range
    return N.LabeledStatement(e.label.name, one(e.body), start=start, end=end)


# --- modules --------------------------------------------------------------------------


def _module_name(e: Any) -> str:
    """An identifier or, where a module uses any string as a name, a string literal."""
    return str(e.name if e.type == "Identifier" else e.value)


def _import_specifier(kind: str) -> Callable[[Any], N.ImportSpecifier]:
    def convert(e: Any) -> N.ImportSpecifier:
        start, end = e.range
        imported = _module_name(e.imported) if kind == "named" else None
        local = convert_identifier(e.local)
        return N.ImportSpecifier(local, imported, kind, start=start, end=end)

    return convert


def _import(e: Any) -> N.ImportDeclaration:
    start, end = e.range
    specifiers = many(e.specifiers)
    return N.ImportDeclaration(specifiers, e.source.value, start=start, end=end)


def _export_specifier(e: Any) -> N.ExportSpecifier:
    start, end = e.range
    local, exported = _module_name(e.local), _module_name(e.exported)
    return N.ExportSpecifier(local, exported, start=start, end=end)


def _export_named(e: Any) -> N.ExportNamedDeclaration:
    start, end = e.range
    source = None if e.source is None else e.source.value
    return N.ExportNamedDeclaration(
        one(e.declaration), many(e.specifiers), source, start=start, end=end
    )


def _export_all(e: Any) -> N.ExportAllDeclaration:
    start, end = e.range
    exported = None if e.exported is None else _module_name(e.exported)
    return N.ExportAllDeclaration(e.source.value, exported, start=start, end=end)


def _declaration(e: Any) -> N.VariableDeclaration:
    start, end = e.range
    return N.VariableDeclaration(many(e.declarations), e.kind, start=start, end=end)


def _block(e: Any) -> N.BlockStatement:
    start, end = e.range
    body = many(e.body)
    if len(body) > 1:
        check_declarations(body)
    return N.BlockStatement(body, start=start, end=end)


def _static_block(e: Any) -> N.StaticBlock:
    start, end = e.range
    return N.StaticBlock(_block(e.body).body, start=start, end=end)


def _switch(e: Any) -> N.SwitchStatement:
    start, end = e.range
    cases = many(e.cases)
    check_declarations([item for case in cases for item in case.consequent])
    return N.SwitchStatement(one(e.discriminant), cases, start=start, end=end)


def check_declarations(body: list[Any]) -> None:
    """Raises EarlyError where the statements of one block declare a name twice."""
    seen: dict[str, bool] = {}
    for statement in body:
        kind = type(statement)
        if kind is N.ExportNamedDeclaration or kind is N.ExportDefaultDeclaration:
            statement = statement.declaration
            kind = type(statement)
        if kind is N.VariableDeclaration:
            once = statement.kind != "var"
            names = _names([item.id for item in statement.declarations])
        elif kind is N.ClassDeclaration or kind is N.FunctionDeclaration:
            once = kind is N.ClassDeclaration
            names = [] if statement.id is None else [statement.id]
        else:
            continue
        for name in names:
            if name.name in seen and (once or seen[name.name]):
                message = f"{name.name} has already been declared here"
                raise EarlyError(name.start, message)
            seen[name.name] = once


def _names(patterns: list[Any]) -> list[N.Identifier]:
    """The names that patterns bind."""
    names = []
    while patterns:
        pattern = patterns.pop()
        if isinstance(pattern, N.Identifier):
            names.append(pattern)
        elif isinstance(pattern, N.Property):
            patterns.append(pattern.value)
        elif isinstance(pattern, N.AssignmentPattern):
            patterns.append(pattern.left)
        elif pattern is not None:
            patterns.extend(N.children(pattern))
    return names


BY_TYPE.update(
    {
        "BlockStatement": _block,
        "BreakStatement": _jump(N.BreakStatement),
        "CatchClause": plain(N.CatchClause, "param", "body"),
        "ContinueStatement": _jump(N.ContinueStatement),
        "DebuggerStatement": plain(N.DebuggerStatement),
        "DoWhileStatement": plain(N.DoWhileStatement, "body", "test"),
        "EmptyStatement": plain(N.EmptyStatement),
        "ExportAllDeclaration": _export_all,
        "ExportDefaultDeclaration": plain(N.ExportDefaultDeclaration, "declaration"),
        "ExportNamedDeclaration": _export_named,
        "ExportSpecifier": _export_specifier,
        "ExpressionStatement": _expression_statement,
        "ForAwaitStatement": _for_of(is_await=True),
        "ForInStatement": plain(N.ForInStatement, "left", "right", "body"),
        "ForOfStatement": _for_of(is_await=False),
        "ForStatement": _for,
        "IfStatement": _if,
        "ImportDeclaration": _import,
        "ImportDefaultSpecifier": _import_specifier("default"),
        "ImportNamespaceSpecifier": _import_specifier("namespace"),
        "ImportSpecifier": _import_specifier("named"),
        "LabeledStatement": _labeled,
        "ReturnStatement": plain(N.ReturnStatement, "argument"),
        "SwitchCase": and_list(N.SwitchCase, "test", "consequent"),
        "StaticBlock": _static_block,
        "SwitchStatement": _switch,
        "ThrowStatement": plain(N.ThrowStatement, "argument"),
        "TryStatement": plain(N.TryStatement, "block", "handler", "finalizer"),
        "VariableDeclaration": _declaration,
        "VariableDeclarator": plain(N.VariableDeclarator, "id", "init"),
        "WhileStatement": plain(N.WhileStatement, "test", "body"),
        "WithStatement": plain(N.WithStatement, "object", "body"),
    }
)
