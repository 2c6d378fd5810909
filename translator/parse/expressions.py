"""Converts esprima's expressions, patterns, functions and classes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from . import nodes as N
from .dispatch import (
    BY_TYPE,
    EarlyError,
    and_flags,
    and_list,
    items,
    many,
    one,
    operator,
    plain,
)

# What is larger than this is not exact as a JavaScript number; it stays a float.
_EXACT_INTEGER = 2**53

_BAD_ESCAPE = "this template literal has an invalid escape sequence"


# --- leaves -----------------------------------------------------------------------


def convert_identifier(e: Any) -> N.Identifier:
    start, end = e.range
    return N.Identifier(e.name, start=start, end=end)


def _private(e: Any) -> N.PrivateIdentifier:
    start, end = e.range
    return N.PrivateIdentifier(e.name.removeprefix("#"), start=start, end=end)


def _literal(e: Any) -> N.Expression:
    start, end = e.range
    value = e.value
    kind = type(value)
    if kind is str:
        return N.StringLiteral(value, start=start, end=end)
    if kind is bool:
        return N.BooleanLiteral(value, start=start, end=end)
    if kind is int:
        raw = e.raw
        if raw[-1] == "n":
            return N.BigIntLiteral(value, start=start, end=end)
        if value >= _EXACT_INTEGER:
            value = _as_double(value)
        return N.NumberLiteral(value, raw, start=start, end=end)
    if kind is float:
        return N.NumberLiteral(value, e.raw, start=start, end=end)
    if e.regex is not None:
        pattern, flags = e.regex.pattern, e.regex.flags
        return N.RegExpLiteral(pattern, flags, start=start, end=end)
    return N.NullLiteral(start=start, end=end)


def _as_double(value: int) -> float:
    """The nearest double, infinity where there is none."""
    try:
        return float(value)
    except OverflowError:
        return float("inf")


def _meta(e: Any) -> N.MetaProperty:
    start, end = e.range
    return N.MetaProperty(e.meta.name, e.property.name, start=start, end=end)


def _template(e: Any, tagged: bool = False) -> N.TemplateLiteral:
    quasis = []
    for quasi in e.quasis:
        start, end = quasi.range
        cooked = quasi.value.cooked
        if cooked is None and not tagged:
            raise EarlyError(start, _BAD_ESCAPE)
        # esprima's range takes in the ` or } before and the ` or ${ behind.
        end -= 1 if quasi.tail else 2
        raw = quasi.value.raw
        quasis.append(N.TemplateElement(raw, cooked, start=start + 1, end=end))
    start, end = e.range
    return N.TemplateLiteral(quasis, many(e.expressions), start=start, end=end)


def _tagged_template(e: Any) -> N.TaggedTemplateExpression:
    start, end = e.range
    tag = BY_TYPE[e.tag.type](e.tag)
    quasi = _template(e.quasi, tagged=True)
    return N.TaggedTemplateExpression(tag, quasi, start=start, end=end)


# --- expressions --------------------------------------------------------------------


def _property(e: Any) -> N.Property:
    start, end = e.range
    key, value = e.key, e.value
    return N.Property(
        BY_TYPE[key.type](key),
        BY_TYPE[value.type](value),
        e.kind,
        e.computed,
        e.method,
        e.shorthand,
        start=start,
        end=end,
    )


def _chain_of_links(e: Any) -> Any:
    """A member or a call; down the chain in a loop, since chains are long in real code."""
    spine = []
    while True:
        kind = e.type
        if kind == "MemberExpression":
            spine.append(e)
            e = e.object
        elif kind == "CallExpression" and e.callee.type != "Import":
            spine.append(e)
            e = e.callee
        else:
            break
    result = _import_call(e) if kind == "CallExpression" else BY_TYPE[kind](e)
    while spine:
        e = spine.pop()
        start, end = e.range
        if e.type == "CallExpression":
            arguments = many(e.arguments)
            result = N.CallExpression(
                result, arguments, e.optional, start=start, end=end
            )
        else:
            name = BY_TYPE[e.property.type](e.property)
            result = N.MemberExpression(
                result, name, e.computed, e.optional, start=start, end=end
            )
    return result


def _import_call(e: Any) -> N.ImportExpression:
    # A second argument (the attributes) says nothing that the source does not.
    start, end = e.range
    return N.ImportExpression(one(e.arguments[0]), start=start, end=end)


def _binary(e: Any) -> Any:
    # Down the left side in a loop: a sum of thousands of terms is one deep left side.
    spine = [e]
    e = e.left
    while e.type == "BinaryExpression" or e.type == "LogicalExpression":
        spine.append(e)
        e = e.left
    result = BY_TYPE[e.type](e)
    for link in reversed(spine):
        start, end = link.range
        right = link.right
        make = (
            N.BinaryExpression
            if link.type == "BinaryExpression"
            else N.LogicalExpression
        )
        result = make(
            link.operator, result, BY_TYPE[right.type](right), start=start, end=end
        )
    return result


# --- functions and classes ------------------------------------------------------------


def _arrow(e: Any) -> N.ArrowFunctionExpression:
    start, end = e.range
    return N.ArrowFunctionExpression(
        None,
        many(e.params),
        BY_TYPE[e.body.type](e.body),
        e.isAsync,
        False,
        e.expression,
        start=start,
        end=end,
    )


def _function(
    make: type[N.FunctionDeclaration | N.FunctionExpression],
) -> Callable[[Any], N.Function]:
    def convert(e: Any) -> N.Function:
        start, end = e.range
        return make(
            one(e.id),
            many(e.params),
            BY_TYPE[e.body.type](e.body),
            e.isAsync,
            bool(e.generator),
            start=start,
            end=end,
        )

    return convert


def _class(
    make: type[N.ClassDeclaration | N.ClassExpression],
) -> Callable[[Any], N.Class]:
    def convert(e: Any) -> N.Class:
        start, end = e.range
        first, last = e.body.range
        body = N.ClassBody(many(e.body.body), start=first, end=last)
        return make(one(e.id), one(e.superClass), body, start=start, end=end)

    return convert


def _method(e: Any) -> N.MethodDefinition:
    start, end = e.range
    key = one(e.key)
    value = one(e.value)
    return N.MethodDefinition(
        key, value, e.kind, e.computed, e.static, start=start, end=end
    )


BY_TYPE.update(
    {
        "ArrayExpression": items(N.ArrayExpression, "elements", holes=True),
        "ArrayPattern": items(N.ArrayPattern, "elements", holes=True),
        "ArrowFunctionExpression": _arrow,
        "AssignmentExpression": operator(N.AssignmentExpression, "left", "right"),
        "AssignmentPattern": plain(N.AssignmentPattern, "left", "right"),
        "AwaitExpression": plain(N.AwaitExpression, "argument"),
        "BinaryExpression": _binary,
        "CallExpression": _chain_of_links,
        "ChainExpression": plain(N.ChainExpression, "expression"),
        "ClassDeclaration": _class(N.ClassDeclaration),
        "ClassExpression": _class(N.ClassExpression),
        "ConditionalExpression": plain(
            N.ConditionalExpression, "test", "consequent", "alternate"
        ),
        "FieldDefinition": and_flags(
            N.PropertyDefinition, ("key", "value"), "computed", "static"
        ),
        "FunctionDeclaration": _function(N.FunctionDeclaration),
        "FunctionExpression": _function(N.FunctionExpression),
        "Identifier": convert_identifier,
        "Literal": _literal,
        "LogicalExpression": _binary,
        "MemberExpression": _chain_of_links,
        "MetaProperty": _meta,
        "MethodDefinition": _method,
        "NewExpression": and_list(N.NewExpression, "callee", "arguments"),
        "ObjectExpression": items(N.ObjectExpression, "properties"),
        "ObjectPattern": items(N.ObjectPattern, "properties"),
        "PrivateIdentifier": _private,
        "Property": _property,
        "RestElement": plain(N.RestElement, "argument"),
        "SequenceExpression": items(N.SequenceExpression, "expressions"),
        "SpreadElement": plain(N.SpreadElement, "argument"),
        "Super": plain(N.Super),
        "TaggedTemplateExpression": _tagged_template,
        "TemplateLiteral": _template,
        "ThisExpression": plain(N.ThisExpression),
        "UnaryExpression": operator(N.UnaryExpression, "argument"),
        "UpdateExpression": lambda e: N.UpdateExpression(
            e.operator, one(e.argument), e.prefix, start=e.range[0], end=e.range[1]
        ),
        "YieldExpression": and_flags(N.YieldExpression, ("argument",), "delegate"),
    }
)
