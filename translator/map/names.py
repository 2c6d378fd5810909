"""The last step: Python names for all bindings, and ``nonlocal`` and ``global``.

The tree was made with names that carry their binding. Here each binding gets a name that is
unlike any other one seen in the same places, no keyword, and no name that the output uses
for a built-in, an import or a helper.
"""

from __future__ import annotations

import ast
import builtins
import keyword
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from ..analyse.scopes import Binding
from ..options import Naming
from ..parse import nodes as n
from ..pytree.trivia import binding_of
from ..pytree.walk import children
from .attributes import safe_identifier, snake_case
from .context import FunctionContext
from .name_holders import Holders, Sharing

_BUILTINS = frozenset(dir(builtins))
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


@dataclass(slots=True)
class _Place:
    """A function of the output and the bindings mentioned in it and below it."""

    context: FunctionContext
    mentioned: set[Binding] = field(default_factory=set)


class _Taken:
    """The names that a function of the output sees, with who has them."""

    def __init__(self, sharing: Sharing) -> None:
        self.sharing = sharing
        self.holders: dict[str, Holders] = {}
        #: by a name: the first number behind it that may be free
        self.numbers: dict[str, int] = {}

    def add(self, name: str, binding: Binding) -> None:
        holders = self.holders.get(name)
        if holders is None:
            holders = self.holders[name] = Holders(self.sharing)
        holders.add(binding)

    def number_after(self, count: int, wanted: str, binding: Binding) -> int:
        """The next number to try; those that are closed for good are passed over."""
        count += 1
        if binding in self.sharing.comprehended:
            return count
        first = self.numbers.get(wanted, 2)
        while (
            holders := self.holders.get(f"{wanted}_{first}")
        ) is not None and holders.closed:
            first += 1
        self.numbers[wanted] = first
        return max(count, first)


class Naming_:
    def __init__(
        self,
        contexts: list[FunctionContext],
        home: dict[Binding, FunctionContext],
        naming: Naming,
        comprehended: Collection[Binding],
        spans: Mapping[Binding, n.Node],
        module: FunctionContext,
    ) -> None:
        self.home = home
        self.naming = naming
        self.sharing = Sharing(home, comprehended, spans, module)
        self.module = module
        self.by_tree = {id(c.tree): c for c in contexts if c.tree is not None}
        self.places: dict[FunctionContext, _Place] = {module: _Place(module)}
        self.sites: dict[Binding, list[tuple[ast.AST, str]]] = {}
        self.free: set[str] = set()
        self.names: dict[Binding, str] = {}
        #: built-ins that helpers use: no name of the module may hide them
        self.helper_names: set[str] = set()

    # -- looking ---------------------------------------------------------------------

    def look(self, body: list[ast.stmt]) -> None:
        """Find all names of the tree, with the functions that they stand in."""
        sites, free, by_tree = self.sites, self.free, self.by_tree
        regions: list[tuple[list[ast.AST], _Place]] = [
            ([*body], self.place(self.module))
        ]
        nested: list[tuple[_Place, _Place]] = []
        while regions:
            nodes, place = regions.pop()
            mentioned = place.mentioned
            stack = nodes[::-1]
            while stack:
                node = stack.pop()
                kind = node.__class__
                binding: Binding | None = binding_of(node)
                if binding is not None:
                    mentioned.add(binding)
                    site = (node, _ATTRIBUTES.get(kind, "name"))
                    if binding in sites:
                        sites[binding].append(site)
                    else:
                        sites[binding] = [site]
                elif kind is ast.Name:
                    if not getattr(node, "of_class", False):
                        free.add(node.id)  # type: ignore[attr-defined]
                elif kind is ast.arg:
                    free.add(node.arg)  # type: ignore[attr-defined]
                if kind is ast.Name or kind is ast.Constant:
                    continue
                if kind is ast.For or kind is ast.AsyncFor:
                    self.see_targets(node.target)  # type: ignore[attr-defined]
                is_scope = kind in _SCOPES
                below = _inside(node) if is_scope else children(node)
                own = by_tree.get(id(node))
                if own is not None and own.kind != "class":
                    inner = self.place(own)
                    regions.append((below, inner))
                    nested.append((inner, place))
                else:
                    stack += reversed(below)
                if is_scope:
                    # Decorators and defaults belong to the function around.
                    stack += reversed(_outside(node))
        for inner, outer in reversed(nested):
            outer.mentioned |= inner.mentioned

    def place(self, context: FunctionContext) -> _Place:
        found = self.places.get(context)
        if found is None:
            found = self.places[context] = _Place(context)
        return found

    def see_targets(self, target: ast.AST) -> None:
        """Note what a ``for`` statement assigns: a comprehension would keep it to itself."""
        binding = binding_of(target)
        if binding is not None:
            self.sharing.looped.add(binding)
        elif isinstance(target, (ast.Tuple, ast.List)):
            for element in target.elts:
                self.see_targets(element)

    # -- naming ----------------------------------------------------------------------

    def assign(self) -> None:
        by_home: dict[FunctionContext, list[Binding]] = {}
        for binding in self.sites:
            by_home.setdefault(self.home.get(binding, self.module), []).append(binding)
        for context in sorted(by_home, key=_depth):
            bindings = sorted(by_home[context], key=_order)
            mentioned = self.place(context).mentioned
            taken = _Taken(self.sharing)
            for other in mentioned:
                name = self.names.get(other)
                if name is not None:
                    taken.add(name, other)
            for binding in bindings:
                name = self.choose(binding, context, taken)
                self.names[binding] = name
                taken.add(name, binding)
        for binding, sites in self.sites.items():
            name = self.names[binding]
            for node, attribute in sites:
                setattr(node, attribute, name)

    def choose(self, binding: Binding, context: FunctionContext, taken: _Taken) -> str:
        wanted = self.python_name(binding, context)
        candidate, count = wanted, 1
        while not self.is_free(candidate, binding, taken):
            if candidate == wanted and (wanted in _BUILTINS or wanted in self.free):
                candidate = f"{wanted}_"
            else:
                count = taken.number_after(count, wanted, binding)
                candidate = f"{wanted}_{count}"
        return candidate

    def is_free(self, name: str, binding: Binding, taken: _Taken) -> bool:
        if name in self.free or keyword.iskeyword(name):
            return False
        if name in self.helper_names and self.home.get(binding) is self.module:
            return False
        holders = taken.holders.get(name)
        return holders is None or holders.admit(binding)

    def python_name(self, binding: Binding, context: FunctionContext) -> str:
        name = binding.name
        if self.naming is Naming.KEEP:
            return safe_identifier(name)
        if name == "_" or not name.strip("_$"):
            return safe_identifier(name)
        if binding.kind == "class" or (
            binding.kind in ("const", "let", "var", "self")
            and name[0].isupper()
            and not name.isupper()
            and _declares_class(binding)
        ):
            return safe_identifier(name[0].upper() + name[1:])
        if name.isupper() and len(name) > 1 and binding.kind in ("const", "temp"):
            return safe_identifier(name)
        if (
            name[0].isupper()
            and any(c.islower() for c in name)
            and "_" not in name
            and (binding.kind == "function" or binding.kind == "param")
        ):
            return safe_identifier(snake_case(name))
        return safe_identifier(snake_case(name))


def declare(contexts: list[FunctionContext], naming: Naming_, *, refused: bool) -> None:
    """Put ``nonlocal`` and ``global`` into the functions that assign names of others.

    ``refused``: an error stands in the place of some statement, which may be what declared
    a name: there is no ``nonlocal`` for it then, as nothing behind the error is reached.
    """
    for context in dict.fromkeys(contexts):  # (some are entered more than once)
        tree = context.tree
        if not isinstance(tree, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        nonlocals: set[str] = set()
        globals_: set[str] = set()
        for binding in context.assigned:
            home = naming.home.get(binding, naming.module)
            if home is context or binding not in naming.names:
                continue
            if refused and not _declares(home, binding):
                continue
            if any(c is home for c in _ancestors(context)):
                name = naming.names[binding]
                (globals_ if home.kind == "module" else nonlocals).add(name)
        at = 1 if tree.body and _is_docstring(tree.body[0]) else 0
        statements: list[ast.stmt] = []
        if globals_:
            statements.append(ast.Global(sorted(globals_)))
        if nonlocals:
            statements.append(ast.Nonlocal(sorted(nonlocals)))
        tree.body[at:at] = statements


def _declares(context: FunctionContext, binding: Binding) -> bool:
    """Whether the function itself still gives the name a value, or takes it."""
    tree = context.tree
    if not isinstance(tree, _SCOPES):
        return True
    stack = _inside(tree)
    while stack:
        node = stack.pop()
        if binding_of(node) is binding and not (
            isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
        ):
            return True
        if not isinstance(node, (*_SCOPES, ast.ClassDef)):
            stack += children(node)
    return False


def _ancestors(context: FunctionContext) -> list[FunctionContext]:
    found = []
    current = context.parent
    while current is not None:
        found.append(current)
        current = current.parent
    return found


def _is_docstring(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


def _outside(node: ast.AST) -> list[ast.AST]:
    assert isinstance(node, _SCOPES)
    found: list[ast.AST] = [d for d in node.args.defaults]
    found += [d for d in node.args.kw_defaults if d is not None]
    if not isinstance(node, ast.Lambda):
        if node.returns is not None:
            found.append(node.returns)
        found += node.decorator_list
    return found


def _inside(node: ast.AST) -> list[ast.AST]:
    assert isinstance(node, _SCOPES)
    args = node.args
    found: list[ast.AST] = [*args.posonlyargs, *args.args, *args.kwonlyargs]
    found += [a for a in (args.vararg, args.kwarg) if a is not None]
    if isinstance(node, ast.Lambda):
        found.append(node.body)
    else:
        found += node.body
    return found


def _depth(context: FunctionContext) -> int:
    return len(_ancestors(context))


def _order(binding: Binding) -> tuple[int, int, str]:
    # Names of the source come before temporary ones, which give way.
    own = 1 if binding.temporary else 0
    return own, binding.node.start, binding.name


def _declares_class(binding: Binding) -> bool:
    node = binding.node
    return isinstance(node, n.Class) or (
        isinstance(node, n.VariableDeclarator) and isinstance(node.init, n.Class)
    )


_ATTRIBUTES: dict[type[ast.AST], str] = {
    ast.Name: "id",
    ast.arg: "arg",
    ast.FunctionDef: "name",
    ast.AsyncFunctionDef: "name",
    ast.ClassDef: "name",
    ast.ExceptHandler: "name",
}
