"""Names that are declared twice where only one declaration may be (ECMA-262, the rules of
LexicallyDeclaredNames and VarDeclaredNames)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from . import nodes as n
from .dispatch import EarlyError

_LEXICAL = ("let", "const")


class Redeclarations:
    """The regions around the code that is looked at, innermost last; each is the names that
    ``let``, ``const``, classes (in blocks: functions, too) declare in it."""

    def __init__(self) -> None:
        self.regions: list[set[str]] = []
        #: where the regions of the innermost function begin
        self.floor = 0

    def enter_program(self, program: n.Program, module: bool) -> None:
        names: set[str] = set()
        exported: set[str] = set()
        for item in program.body:
            if isinstance(item, n.ImportDeclaration):
                for specifier in item.specifiers:
                    self.add(names, specifier.local)
            for name, place in _exports(item):
                if name in exported:
                    raise EarlyError(place, f"{name} has already been exported")
                exported.add(name)
        self.collect(program.body, names, functions=module, strict=True)
        self.regions.append(names)

    @contextmanager
    def function_region(
        self, params: list[n.Node], body: list[n.Node], once: bool
    ) -> Iterator[None]:
        """A function; ``once``: no two parameters may have the same name."""
        named: set[str] = set()
        for param in params:
            for name in bound_names(param):
                if once:
                    self.add(named, name)
                named.add(name.name)
        names = set(named)
        self.collect(body, names, functions=False, strict=True)
        outer, self.floor = self.floor, len(self.regions)
        self.regions.append(names - named)
        yield
        self.regions.pop()
        self.floor = outer

    @contextmanager
    def block_region(self, body: list[n.Node], strict: bool) -> Iterator[None]:
        names: set[str] = set()
        self.collect(body, names, functions=True, strict=strict)
        self.regions.append(names)
        yield
        self.regions.pop()

    @contextmanager
    def catch_region(
        self, param: n.Node | None, body: list[n.Node], strict: bool
    ) -> Iterator[None]:
        names: set[str] = set()
        for name in bound_names(param):
            self.add(names, name)
        self.collect(body, names, functions=True, strict=strict)
        if isinstance(param, n.Identifier):
            names.discard(param.name)  # a var may have its name
        self.regions.append(names)
        yield
        self.regions.pop()

    @contextmanager
    def loop_region(self, head: n.Node | None) -> Iterator[None]:
        names: set[str] = set()
        if isinstance(head, n.VariableDeclaration) and head.kind in _LEXICAL:
            for declarator in head.declarations:
                for name in bound_names(declarator.id):
                    self.add(names, name)
        self.regions.append(names)
        yield
        self.regions.pop()

    def declare_var(self, name: n.Identifier) -> None:
        """A ``var`` reaches up to its function: none on the way may declare its name."""
        if any(name.name in names for names in self.regions[self.floor :]):
            raise EarlyError(name.start, f"{name.name} has already been declared here")

    def collect(
        self, body: list[n.Node], names: set[str], functions: bool, strict: bool
    ) -> None:
        """Add what statements declare for their block."""
        plain: set[str] = set()
        for item in body:
            if isinstance(item, (n.ExportNamedDeclaration, n.ExportDefaultDeclaration)):
                item = item.declaration  # type: ignore[assignment]
            if isinstance(item, n.VariableDeclaration) and item.kind in _LEXICAL:
                for declarator in item.declarations:
                    for name in bound_names(declarator.id):
                        self.add(names, name)
            elif isinstance(item, n.ClassDeclaration) and item.id is not None:
                self.add(names, item.id)
            elif functions and isinstance(item, n.FunctionDeclaration) and item.id:
                again = item.id.name in plain and not strict
                if not again:
                    self.add(names, item.id)
                if not (item.is_async or item.generator):
                    plain.add(item.id.name)
                elif again:
                    self.add(names, item.id)

    def add(self, names: set[str], name: n.Identifier) -> None:
        if name.name in names:
            raise EarlyError(name.start, f"{name.name} has already been declared here")
        names.add(name.name)


def bound_names(pattern: n.Node | None) -> list[n.Identifier]:
    """The names that a pattern binds."""
    if isinstance(pattern, n.Identifier):
        return [pattern]
    if isinstance(pattern, n.AssignmentPattern):
        return bound_names(pattern.left)
    if isinstance(pattern, n.Property):
        return bound_names(pattern.value)
    if pattern is None or isinstance(pattern, n.MemberExpression):
        return []
    return [name for part in n.children(pattern) for name in bound_names(part)]


def _exports(item: n.Node) -> Iterator[tuple[str, int]]:
    if isinstance(item, n.ExportDefaultDeclaration):
        yield "default", item.start
    elif isinstance(item, n.ExportAllDeclaration):
        if item.exported is not None:
            yield item.exported, item.start
    elif isinstance(item, n.ExportNamedDeclaration):
        for specifier in item.specifiers:
            yield specifier.exported, specifier.start
        declared = item.declaration
        if isinstance(declared, n.VariableDeclaration):
            for declarator in declared.declarations:
                for name in bound_names(declarator.id):
                    yield name.name, name.start
        elif isinstance(declared, (n.Function, n.Class)) and declared.id is not None:
            yield declared.id.name, declared.id.start
