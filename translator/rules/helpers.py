"""The library of helpers: definitions of ``mappings/helpers/*.py`` that are copied out.

The files are ordinary Python modules. A helper is a function or class at the top of one
of them, or a constant whose name starts with ``_`` or a capital. What else a definition
needs is found in its symbol table: other helpers, and imports of its module.
"""

from __future__ import annotations

import ast
import builtins
import re
import symtable
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

from ..errors import MappingError
from .resources import mappings_directory

_DEFINITION = re.compile(
    r"^(?:(?:async[ ]+)?def|class)[ ]+(\w+)|^([A-Z_]\w*)[ ]*(?::[^=\n]+)?=(?!=)",
    re.MULTILINE,
)


_WORD = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True, slots=True)
class Helper:
    """A definition: ``source`` is its text with the comment lines right above it.

    ``imports`` are the import statements that it needs, ``depends`` the other helpers,
    ``unknown`` the names that are neither those nor built in. ``formatted``: it is one of
    the project's own, which black has nothing to do with.
    """

    name: str
    source: str
    imports: tuple[str, ...]
    depends: tuple[str, ...]
    unknown: tuple[str, ...]
    is_class: bool
    is_constant: bool
    formatted: bool

    @property
    def builtins(self) -> frozenset[str]:
        """The names of built-ins that occur in its text."""
        return _builtins_in(self.source)


class HelperLibrary:
    """The helpers of some files; files are parsed when one of their helpers is used."""

    def __init__(self, files: tuple[Path, ...]) -> None:
        self._files = files
        self._modules: dict[Path, dict[str, Helper]] = {}

    @staticmethod
    def built_in() -> HelperLibrary:
        """The library of ``mappings/helpers``."""
        return _built_in()

    def extended(self, files: tuple[Path, ...]) -> HelperLibrary:
        """This library and more files."""
        return HelperLibrary((*self._files, *files)) if files else self

    @cached_property
    def _index(self) -> dict[str, Path]:
        """Name to file; MappingError for a name in two files (same lines excepted)."""
        found: dict[str, Path] = {}
        lines: dict[str, str] = {}
        for path in self._files:
            try:
                text = path.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                raise MappingError(
                    f"{path}: cannot read the helpers: {error}"
                ) from error
            for match in _DEFINITION.finditer(text):
                name = match[1] or match[2]
                line = text[match.start() : text.find("\n", match.start())]
                if found.setdefault(name, path) != path and lines[name] != line:
                    raise MappingError(
                        f"{path}: helper {name!r} is also in {found[name].name}; "
                        "rename one of them"
                    )
                lines.setdefault(name, line)
        return found

    @property
    def names(self) -> frozenset[str]:
        """The names of all helpers."""
        return frozenset(self._index)

    def __contains__(self, name: str) -> bool:
        return name in self._index

    def get(self, name: str) -> Helper:
        """The helper of that name; MappingError where there is none."""
        path = self._index.get(name)
        if path is None:
            raise MappingError(f"there is no helper {name!r} in mappings/helpers")
        if path not in self._modules:
            self._modules[path] = _Module(path, self._index).helpers()
        try:
            return self._modules[path][name]
        except KeyError:
            raise MappingError(
                f"{path.name}: helper {name!r} is not a plain definition"
            ) from None

    def closure(self, names: Iterable[str]) -> list[Helper]:
        """The helpers and all that they need, each after those that it depends on.

        The order is the same for the same set of names.
        """
        done: dict[str, Helper] = {}
        stack = [(name, False) for name in sorted(names, reverse=True)]
        entered: set[str] = set()
        while stack:
            name, leaving = stack.pop()
            helper = self.get(name)
            if leaving:
                done[name] = helper
            elif name not in entered:
                entered.add(name)
                stack.append((name, True))
                stack += [(other, False) for other in reversed(helper.depends)]
        return list(done.values())


@lru_cache(maxsize=1024)
def _builtins_in(source: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(source) if hasattr(builtins, word))


@cache
def _built_in() -> HelperLibrary:
    files = sorted((mappings_directory() / "helpers").glob("*.py"))
    return HelperLibrary(tuple(path for path in files if path.name != "__init__.py"))


class _Module:
    """One file of helpers, parsed."""

    def __init__(self, path: Path, index: dict[str, Path]) -> None:
        self.path = path
        self.index = index
        text = path.read_text(encoding="utf-8")
        try:
            self.tree = ast.parse(text)
        except SyntaxError as error:
            raise MappingError(f"{path}: not valid Python: {error}") from error
        self.lines = text.splitlines()
        self.imports = dict(self._imports(self.tree.body))

    def _imports(self, body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
        """What each imported name needs; nothing for a helper of another file."""
        for node in body:
            if isinstance(node, ast.Import):
                for alias in node.names:
                    bound = alias.asname or alias.name.split(".")[0]
                    yield bound, ast.unparse(ast.Import([alias]))
            elif isinstance(node, ast.ImportFrom) and node.module != "__future__":
                for alias in node.names:
                    own = node.level or alias.name in self.index
                    if own and alias.asname:
                        raise MappingError(
                            f"{self.path}: helper {alias.name!r} is imported by another "
                            "name; use its own"
                        )
                    if not own:
                        single = ast.ImportFrom(node.module, [alias], 0)
                        yield alias.asname or alias.name, ast.unparse(single)
            elif isinstance(node, ast.If):
                yield from self._imports(node.body)

    def helpers(self) -> dict[str, Helper]:
        found = {}
        for node in self.tree.body:
            name = _name_of(node)
            if name is not None and name in self.index:
                found[name] = self._helper(name, node)
        return found

    def _helper(self, name: str, node: ast.stmt) -> Helper:
        source = self._source(node)
        imports: dict[str, None] = {}
        depends: list[str] = []
        unknown: list[str] = []
        for used in sorted(_global_names(source, str(self.path))):
            if used in self.index:
                if used != name:
                    depends.append(used)
            elif used in self.imports:
                imports[self.imports[used]] = None
            elif not hasattr(builtins, used) and used != name:
                unknown.append(used)
        return Helper(
            name=name,
            source=source,
            imports=tuple(imports),
            depends=tuple(depends),
            unknown=tuple(unknown),
            is_class=isinstance(node, ast.ClassDef),
            is_constant=isinstance(node, (ast.Assign, ast.AnnAssign)),
            formatted=self.path.is_relative_to(mappings_directory()),
        )

    def _source(self, node: ast.stmt) -> str:
        decorators = getattr(node, "decorator_list", [])
        first = min([node.lineno, *(d.lineno for d in decorators)]) - 1
        while first and self.lines[first - 1].startswith("#"):
            first -= 1
        return "\n".join(self.lines[first : node.end_lineno])


def _name_of(node: ast.stmt) -> str | None:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return node.name
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name
        case ast.AnnAssign(target=ast.Name(id=name)):
            return name
    return None


def _global_names(source: str, filename: str) -> set[str]:
    """The global names that a definition reads, in any of its scopes."""
    found: set[str] = set()
    stack = [symtable.symtable(source, filename, "exec")]
    while stack:
        table = stack.pop()
        stack += table.get_children()
        module = table.get_type() == "module"
        found.update(
            symbol.get_name()
            for symbol in table.get_symbols()
            if symbol.is_referenced() and (module or symbol.is_global())
        )
    return found - {"__name__", "__file__"}
