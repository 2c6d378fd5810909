"""The keys under which rules are found: from the text of a pattern, and from a node.

``pattern_key`` needs no parser: it takes the brackets' contents out of the pattern and
looks at the skeleton that is left (``$ARRAY.push()``). A pattern that says no more than
the kind of its top node is found under the node's ESTree type.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from ..parse import nodes

_STRING = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'")
_INSIDE = r"(?:[^()\[\]{}]|\(\)|\[\]|\{\})+"
_BRACKETS = re.compile(rf"\({_INSIDE}\)|\[{_INSIDE}\]|\{{{_INSIDE}\}}")
_WORD = r"[A-Za-z_$][\w$]*"
_CHAIN = re.compile(rf"(new\s+)?({_WORD})((?:\s*\.\s*{_WORD}|\(\)|\[\])*)")
_KEYWORDS = re.compile(
    r"(?:async|await|break|class|const|continue|debugger|delete|do|export|for|function"
    r"|if|import|let|return|super|switch|this|throw|try|typeof|var|void|while|with"
    r"|yield)\b"
)

_OPERAND = rf"(?:(?:new\s+)?{_WORD}(?:\.{_WORD}|\(\)|\[\])*|-?[\d.]+|\"\"|\(\)|\[\])"
_OPERATOR = r"[!=]==?|[<>]=?|<<|>>>?|\*\*|[-+*%&|^]|&&|\|\||\?\?|\binstanceof\b|\bin\b"
_BINARY = re.compile(rf"({_OPERAND})\s*({_OPERATOR})\s*({_OPERAND})")
_UNARY = re.compile(rf"(typeof\b|void\b|delete\b|[-+~!])\s*({_OPERAND})")

Imports = Callable[[nodes.Identifier], "str | None"]


#: Exports that are modules themselves.
_MODULES_WITHIN = {
    "fs:promises": "fs/promises",
    "path:posix": "path",
    "path/posix:*": "path",
    "assert/strict:*": "assert",
    "assert:strict": "assert",
    "stream:promises": "stream/promises",
    "readline:promises": "readline/promises",
    "timers:promises": "timers/promises",
}
_LODASH = re.compile(r"lodash(-es)?(?:[./](\w+))?(?:\.js)?$")


def normalised(origin: str) -> str:
    """An import reference without ``node:``, the default export as the whole module.

    ``import x from "m"``, ``import * as x from "m"`` and ``x = require("m")`` are one:
    which of them a package needs depends on how it was published. What several modules
    export has one reference: ``fs:promises.stat`` is ``fs/promises:stat``.
    """
    module, _, name = origin.removeprefix("node:").rpartition(":")
    first, _, rest = name.partition(".")
    if first == "default":
        first, _, rest = (rest or "*").partition(".")
    if (within := _MODULES_WITHIN.get(f"{module}:{first}")) is not None:
        module, first, rest = within, rest or "*", ""
    elif (within := _MODULES_WITHIN.get(f"{module}:*")) is not None:
        module = within
    elif module[:6] == "lodash" and (match := _LODASH.match(module)) is not None:
        module = "lodash"
        first = match[2] if match[2] and first == "*" else first
    return f"{module}:{first}.{rest}" if rest else f"{module}:{first}"


def member_of(origin: str, name: str) -> str:
    """The reference of ``name`` as a property of what ``origin`` refers to."""
    module, _, rest = origin.rpartition(":")
    return normalised(f"{module}:{name if rest == '*' else f'{rest}.{name}'}")


def origin_of(node: nodes.Node, imports: Imports) -> str | None:
    """The import that an identifier, or a property of one, stands for."""
    names: list[str] = []
    while isinstance(node, nodes.MemberExpression):
        if node.computed or node.optional:
            return None
        assert isinstance(node.property, (nodes.Identifier, nodes.PrivateIdentifier))
        names.append(node.property.name)
        node = node.object
    origin = required(node)
    if origin is None and isinstance(node, nodes.Identifier):
        origin = imports(node)
    if origin is None:
        return None
    origin = normalised(origin)
    while names:
        origin = member_of(origin, names.pop())
    return origin


def required(node: nodes.Node) -> str | None:
    """The import that ``require("...")`` stands for."""
    if (
        isinstance(node, nodes.CallExpression)
        and isinstance(node.callee, nodes.Identifier)
        and node.callee.name == "require"
        and len(node.arguments) == 1
        and isinstance(source := node.arguments[0], nodes.StringLiteral)
    ):
        return f"{source.value}:*"
    return None


def skeleton(js: str) -> str | None:
    """The pattern with empty brackets and strings; None where that needs a parser."""
    if "`" in js or "/" in js:
        return None
    text = _STRING.sub('""', js.strip().rstrip(";"))
    count = 1
    while count:
        text, count = _BRACKETS.subn(lambda match: match[0][0] + match[0][-1], text)
    return text


def pattern_key(js: str, origins: Mapping[str, str]) -> str | None:
    """The key of a pattern; None where only the parsed pattern can tell.

    Forms: ``.push()``, ``Promise.all()``, ``setTimeout()``, ``new Promise()``,
    ``.length``, ``Math.PI``, ``NaN``; with an imported name ``import p-limit:*()``,
    ``new import p-queue:*``, ``import os:EOL``; else as ``type_key`` of the top node.
    """
    text = skeleton(js)
    if text is None:
        return None
    if re.fullmatch(r"await\s+(?:new\s+)?[\w$.()\[\]{}\"]+", text):
        return "AwaitExpression"
    if match := _UNARY.fullmatch(text):
        return None if _KEYWORDS.match(match[2]) else f"UnaryExpression {match[1]}"
    if match := _BINARY.fullmatch(text):
        return _binary_key(*match.groups())
    match = _CHAIN.fullmatch(text)
    if match is None or _KEYWORDS.match(match[2]):
        return None
    new, head, tail = match.groups()
    links = re.findall(rf"{_WORD}|\(\)|\[\]", tail)
    if new:
        return _new_key(head, links, origins)
    if not links:
        if head in origins:
            return f"import {normalised(origins[head])}"
        return head if not head.startswith("$") else None
    call = links[-1] == "()"
    names = links[:-1] if call else links
    if names and names[-1] == "[]":
        return "CallExpression" if call else "[]"
    if names and names[-1] == "()" or any(name[0] == "$" for name in names[-1:]):
        return "CallExpression" if call else "MemberExpression"
    suffix = "()" if call else ""
    static = all(name not in ("()", "[]") for name in names)
    if static and head in origins:
        origin = normalised(origins[head])
        for name in names:
            origin = member_of(origin, name)
        return f"import {origin}{suffix}"
    if not names:
        return "CallExpression" if head.startswith("$") else f"{head}()"
    if len(names) == 1 and not head.startswith("$"):
        return f"{head}.{names[0]}{suffix}"
    return f".{names[-1]}{suffix}"


def _binary_key(left: str, operator: str, right: str) -> str | None:
    if _KEYWORDS.match(left) or _KEYWORDS.match(right):
        return None
    if operator in {"&&", "||", "??"}:
        return f"LogicalExpression {operator}"
    return f"BinaryExpression {operator}"


def type_key(node: nodes.Node) -> str:
    """The ESTree type of a node, with its operator if it has one."""
    operator = getattr(node, "operator", None)
    return f"{node.type} {operator}" if operator else node.type


def _new_key(head: str, links: list[str], origins: Mapping[str, str]) -> str | None:
    if links and links[-1] == "()":
        links = links[:-1]
    if "()" in links or "[]" in links:
        return None
    if head in origins:
        origin = normalised(origins[head])
        for name in links:
            origin = member_of(origin, name)
        return f"new import {origin}"
    if head.startswith("$") or links:
        return "NewExpression"
    return f"new {head}()"


def node_keys(node: nodes.Node, imports: Imports | None) -> Iterator[str]:
    """The keys under which a rule for ``node`` may stand.

    Without ``imports`` the keys of imported names are left out.
    """
    if isinstance(node, nodes.CallExpression):
        if node.optional:
            return
        callee = node.callee
        if isinstance(callee, nodes.Identifier):
            yield f"{callee.name}()"
        elif isinstance(callee, nodes.MemberExpression):
            if callee.optional:
                return
            yield from _member_keys(callee, "()")
        if imports is not None and (origin := origin_of(callee, imports)):
            yield f"import {origin}()"
    elif isinstance(node, nodes.MemberExpression):
        if node.optional:
            return
        yield from _member_keys(node, "")
        if imports is not None and (origin := origin_of(node, imports)):
            yield f"import {origin}"
    elif isinstance(node, nodes.NewExpression):
        if isinstance(node.callee, nodes.Identifier):
            yield f"new {node.callee.name}()"
        if imports is not None and (origin := origin_of(node.callee, imports)):
            yield f"new import {origin}"
    elif isinstance(node, nodes.Identifier):
        yield node.name
        if imports is not None and (origin := origin_of(node, imports)):
            yield f"import {origin}"
    yield type_key(node)


def shape_of(node: nodes.Node, imports: Imports) -> object:
    """What ``node_keys`` depends on: nodes of one shape have the same keys."""
    kind = node.__class__
    if kind is nodes.CallExpression:
        assert isinstance(node, nodes.CallExpression)
        return node.optional, _reference(node.callee, imports)
    if kind is nodes.MemberExpression:
        return kind, _reference(node, imports)
    if kind is nodes.NewExpression:
        assert isinstance(node, nodes.NewExpression)
        return kind, _reference(node.callee, imports)
    if kind is nodes.Identifier:
        return kind, _reference(node, imports)
    return kind, getattr(node, "operator", None)


def _reference(node: nodes.Node, imports: Imports) -> object:
    """What the keys say of something that is called or read."""
    if isinstance(node, nodes.Identifier):
        return node.name, imports(node)
    if not isinstance(node, nodes.MemberExpression):
        return required(node)
    owner = node.object
    return (
        node.computed,
        node.optional,
        getattr(node.property, "name", None),
        type(node.property),
        owner.name if isinstance(owner, nodes.Identifier) else None,
        origin_of(node, imports),
    )


def _member_keys(node: nodes.MemberExpression, suffix: str) -> Iterator[str]:
    if node.computed:
        yield f"[]{suffix}"
    elif isinstance(node.property, nodes.Identifier):
        name = node.property.name
        if isinstance(node.object, nodes.Identifier):
            yield f"{node.object.name}.{name}{suffix}"
        yield f".{name}{suffix}"
