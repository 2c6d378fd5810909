"""Imports of what is a global as well: ``URL`` of url, ``fetch`` of node-fetch.

What a program says of such a name is said of the global, so that rules, signatures and
proofs for globals hold for it. ``Bluebird`` is the global Promise, with functions more.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..parse import nodes as n
from .aliases import written_out
from .scopes import Binding, Scopes

_FETCH = ("fetch", "Headers", "Request", "Response", "FormData")
_TIMERS = ("setTimeout", "clearTimeout", "setInterval", "clearInterval")


def _same(*names: str) -> dict[str, str]:
    return {name: name for name in names}


#: Module, then export ("*" is all of it, and its default) to the global.
_GLOBALS: Mapping[str, Mapping[str, str]] = {
    "bluebird": {"*": "Promise"},
    "process": {"*": "process"},
    "console": {"*": "console"},
    "url": _same("URL", "URLSearchParams"),
    "buffer": _same("Buffer", "atob", "btoa"),
    "util": _same("TextEncoder", "TextDecoder"),
    "perf_hooks": _same("performance"),
    "timers": _same(*_TIMERS, "setImmediate", "clearImmediate"),
    "crypto": {"webcrypto": "crypto"},
    "node-fetch": {"*": "fetch", **_same(*_FETCH)},
    "cross-fetch": {"*": "fetch", **_same(*_FETCH)},
    "isomorphic-fetch": {"*": "fetch"},
    "undici": _same(*_FETCH),
    "abort-controller": {"*": "AbortController", **_same("AbortController")},
}


def unify_globals(scopes: Scopes) -> None:
    """Make names that are imported, and are globals too, those globals."""
    sources = {
        specifier: statement.source
        for statement in scopes.program.body
        if isinstance(statement, n.ImportDeclaration)
        for specifier in statement.specifiers
    }
    for binding in list(scopes.module.bindings.values()):
        if binding.reassigned or (name := global_of(binding, sources)) is None:
            continue
        for reference in binding.references:
            reference.name = name
            scopes.binding_of.pop(reference, None)
            scopes.globals.setdefault(name, []).append(reference)
        binding.references.clear()
        if name == "Promise":
            scopes.promise_imports.append(binding.node)


def global_of(binding: Binding, sources: Mapping[n.ImportSpecifier, str]) -> str | None:
    """The global that an import binds a name to."""
    node = binding.node
    if isinstance(node, n.ImportSpecifier):
        name = node.imported if node.kind == "named" else None
        return _exports(sources.get(node, "")).get(
            "*" if name in (None, "default") else str(name)
        )
    if not isinstance(node, n.VariableDeclarator):
        return None
    if isinstance(node.init, n.MemberExpression) and isinstance(node.id, n.Identifier):
        # const URL = require("url").URL
        found = node.init.property
        if node.init.computed or not isinstance(found, n.Identifier):
            return None
        return _required(node.init.object).get(found.name)
    exports = _required(node.init)
    if isinstance(node.id, n.Identifier):
        return exports.get("*")
    if isinstance(node.id, n.ObjectPattern):
        for item in node.id.properties:
            if (
                isinstance(item, n.Property)
                and isinstance(item.key, n.Identifier)
                and not item.computed
                and isinstance(item.value, n.Identifier)
                and item.value.name == binding.name
            ):
                return exports.get(item.key.name)
    return None


def write_paths(scopes: Scopes) -> bool:
    """Write ``process.stdin`` where a program imports ``stdin``; whether there was any.

    Changes the program: its scopes have to be resolved anew.
    """
    found = False
    for node in scopes.program.body:
        if not isinstance(node, n.ImportDeclaration) or not node.specifiers:
            continue
        if node.source.removeprefix("node:") != "process":
            continue
        if any(s.kind != "named" or s.imported == "default" for s in node.specifiers):
            continue
        for binding in scopes.module.bindings.values():
            made = binding.node
            if not isinstance(made, n.ImportSpecifier) or made not in node.specifiers:
                continue
            for reference in binding.references:
                path = ("process", str(made.imported))
                scopes.replace(reference, written_out(path, reference))
        scopes.replace(node, n.nothing_for(node))
        found = True
    return found


def _exports(module: str) -> Mapping[str, str]:
    return _GLOBALS.get(module.removeprefix("node:"), {})


def _required(node: n.Node | None) -> Mapping[str, str]:
    """What ``require("...")`` gives."""
    if (
        isinstance(node, n.CallExpression)
        and isinstance(node.callee, n.Identifier)
        and node.callee.name == "require"
        and len(node.arguments) == 1
        and isinstance(source := node.arguments[0], n.StringLiteral)
    ):
        return _exports(source.value)
    return {}
