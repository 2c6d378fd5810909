"""Guard words of paths: which of them Node and Python join in the same way."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import Any

from ..parse import nodes as n
from ..rules.keys import origin_of
from .collection_words import CollectionWords

#: What gives absolute paths that are normal: without "..", and without a slash at the end.
_ABSOLUTE = frozenset({"path:resolve", "os:homedir", "os:tmpdir", "fs:mkdtempSync"})
_DEEPEST = 20


class PathWords(CollectionWords):
    @classmethod
    def path_words(cls) -> dict[str, Callable[[Any, n.Node], bool]]:
        return {
            "@plainpath": lambda self, node: isinstance(node, n.StringLiteral)
            and is_normal(node.value)
            and node.value[:1] not in ("/", "."),
            "@cleanpath": lambda self, node: self.is_clean(node),
            "@absolutepath": lambda self, node: self.is_clean(node, absolute=True),
        }

    def is_clean(self, node: n.Node, absolute: bool = False, depth: int = 0) -> bool:
        """Whether a path surely is normal, as path.normalize would give it (and absolute)."""
        if depth > _DEEPEST:
            return False
        if isinstance(node, n.StringLiteral):
            return is_normal(node.value) and (
                node.value[:1] == "/" if absolute else node.value != "."
            )
        if isinstance(node, n.Identifier):
            if node not in self.scopes.binding_of:
                return node.name in ("__dirname", "__filename")
            value = self.scopes.binding_of[node].held
            return value is not None and self.is_clean(value, absolute, depth + 1)
        if not isinstance(node, n.CallExpression):
            return False
        origin = origin_of(node.callee, self.analysis.inference.imports_of)
        if origin in ("path:join", "path:dirname"):
            first, *others = node.arguments or [node]
            return self.is_clean(first, absolute, depth + 1) and all(
                isinstance(part, n.StringLiteral)
                and is_normal(part.value)
                and part.value[:1] not in ("/", ".")
                for part in others
            )
        return origin in _ABSOLUTE or (
            isinstance(node.callee, n.MemberExpression)
            and isinstance(node.callee.object, n.Identifier)
            and node.callee.object not in self.scopes.binding_of
            and node.callee.object.name == "process"
            and getattr(node.callee.property, "name", "") == "cwd"
        )


def is_normal(path: str) -> bool:
    return posixpath.normpath(path) == path and not path.startswith("//")
