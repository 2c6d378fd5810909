"""Scopes and bindings of a program: who declares a name, who reads it, who assigns it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..parse import nodes as n

FunctionNode = n.Function | n.Program | n.StaticBlock


@dataclass(slots=True, eq=False)
class Binding:
    """A declared name.

    ``kind``: var, let, const, function, class, param, catch, import, self (the own name of
    a function or class expression) or global (assigned, declared nowhere).
    ``node`` is what declares it: the declarator, function, class, parameter, specifier.
    """

    name: str
    kind: str
    scope: Scope
    node: n.Node
    references: list[n.Identifier] = field(default_factory=list)
    assignments: list[n.Node] = field(default_factory=list)
    #: functions other than the declaring one that read or write the binding
    captured_by: set[n.Node] = field(default_factory=set)
    #: functions (and values of instance fields) that assign it after its declaration
    assigned_by: set[n.Node] = field(default_factory=set)
    #: made by a later stage, not declared by the program
    temporary: bool = False
    #: a ``var`` that may be read before anything was assigned to it
    early: bool = False

    @property
    def reassigned(self) -> bool:
        return bool(self.assigned_by)

    @property
    def held(self) -> n.Expression | None:
        """What a variable was declared with, where it is declared by its name and never
        assigned again."""
        made = self.node
        if self.reassigned or not isinstance(made, n.VariableDeclarator):
            return None
        return made.init if isinstance(made.id, n.Identifier) else None

    @property
    def function(self) -> FunctionNode:
        return self.scope.function

    @property
    def assigned_in_closure(self) -> bool:
        return any(function is not self.scope.function for function in self.assigned_by)

    def __deepcopy__(self, memo: dict[int, object]) -> Binding:
        """A binding is one thing: copies of trees that mention it share it."""
        return self

    def __repr__(self) -> str:
        return f"Binding({self.kind} {self.name})"


@dataclass(slots=True, eq=False)
class Scope:
    """A region of names. ``function`` is the function (or program) that it belongs to.

    ``loop`` is the innermost loop, inside that function, whose body makes the scope anew
    at each round.
    """

    node: n.Node
    parent: Scope | None
    function: FunctionNode
    loop: n.Node | None
    bindings: dict[str, Binding] = field(default_factory=dict)

    def lookup(self, name: str) -> Binding | None:
        scope: Scope | None = self
        while scope is not None:
            binding = scope.bindings.get(name)
            if binding is not None:
                return binding
            scope = scope.parent
        return None


@dataclass(slots=True, eq=False)
class FunctionFacts:
    """What a function's own body (without the functions inside it) contains."""

    node: FunctionNode
    parent: FunctionNode | None
    uses_this: bool = False
    uses_arguments: bool = False
    awaits: bool = False
    returns: list[n.ReturnStatement] = field(default_factory=list)
    throws: list[n.ThrowStatement] = field(default_factory=list)
    yields: list[n.YieldExpression] = field(default_factory=list)
    inner: list[n.Function] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Scopes:
    """The result of ``resolve``."""

    program: n.Program
    module: Scope
    binding_of: dict[n.Identifier, Binding] = field(default_factory=dict)
    scope_of: dict[n.Node, Scope] = field(default_factory=dict)
    facts: dict[n.Node, FunctionFacts] = field(default_factory=dict)
    globals: dict[str, list[n.Identifier]] = field(default_factory=dict)
    bindings: list[Binding] = field(default_factory=list)
    parents: dict[n.Node, n.Node] = field(default_factory=dict)
    #: the ``var`` names of a function that may be read before they are assigned
    early: dict[n.Node, list[Binding]] = field(default_factory=dict)
    #: the names of functions around it that a function, or one inside it, mentions
    captures: dict[n.Node, list[Binding]] = field(default_factory=dict)
    #: source offset and binding of each assignment, by function, in source order
    writes: dict[n.Node, tuple[list[int], list[Binding]]] = field(default_factory=dict)

    #: what imports a library in place of the global Promise
    promise_imports: list[n.Node] = field(default_factory=list)

    def assigned_within(self, function: n.Node, node: n.Node) -> set[Binding]:
        """The bindings that ``function`` itself assigns inside ``node``."""
        offsets, bindings = self.writes.get(function, ([], []))
        low, high = bisect_left(offsets, node.start), bisect_left(offsets, node.end)
        return set(bindings[low:high])

    def first_var(self, declarator: n.VariableDeclarator) -> bool:
        """Whether ``var x;`` stands before anything else that is done with x."""
        if not isinstance(declarator.id, n.Identifier):
            return False
        binding = self.binding_of.get(declarator.id)
        return (
            binding is not None
            and binding.kind == "var"
            and not binding.early
            and all(r.start > declarator.start for r in binding.references)
            and all(a.start >= declarator.start for a in binding.assignments)
        )

    def path_of(self, node: n.Node | None) -> tuple[Binding | str, ...] | None:
        """What tells whether two expressions name the same thing: ``a.b`` as a and "b".

        A name that the program does not declare is a text.
        """
        names: list[Binding | str] = []
        while isinstance(node, n.MemberExpression):
            if node.computed or not isinstance(node.property, n.Identifier):
                return None
            names.append(node.property.name)
            node = node.object
        if not isinstance(node, n.Identifier):
            return None
        names.append(self.binding_of.get(node, node.name))
        return tuple(reversed(names))

    def replace(self, old: n.Node, new: n.Node) -> None:
        """Put a node where another one is."""
        parent = self.parents[old]
        if isinstance(parent, n.Property):
            parent.shorthand = False
        for name in parent.child_fields:
            value = getattr(parent, name)
            if value is old:
                setattr(parent, name, new)
            elif isinstance(value, list):
                value[:] = [new if item is old else item for item in value]
        self.parents[new] = parent

    def static_of(self, node: n.Node | None, owner: str) -> str | None:
        """``all`` of the call ``Promise.all(...)``, where ``owner`` is the global Promise."""
        callee = node.callee if isinstance(node, n.CallExpression) else None
        if (
            isinstance(callee, n.MemberExpression)
            and not callee.computed
            and isinstance(callee.object, n.Identifier)
            and callee.object.name == owner
            and callee.object not in self.binding_of
            and isinstance(callee.property, n.Identifier)
        ):
            return callee.property.name
        return None

    def arguments_of(self, function: n.Node) -> list[n.Identifier]:
        """Where a function's ``arguments`` are mentioned."""
        found: list[n.Identifier] = []
        for reference in self.globals.get("arguments", ()):
            owner: n.Node | None = self.enclosing_function(reference)
            while isinstance(owner, n.ArrowFunctionExpression):
                owner = self.facts[owner].parent
            if owner is function:
                found.append(reference)
        return found

    def enclosing_function(self, node: n.Node) -> FunctionNode:
        """The function (or program) whose body holds the node."""
        current = self.parents.get(node)
        while current is not None:
            if isinstance(current, (n.Function, n.Program, n.StaticBlock)):
                return current
            current = self.parents.get(current)
        return self.program


def pattern_names(pattern: n.Node | None) -> Iterator[n.Identifier]:
    """The identifiers that a pattern declares or assigns, in source order."""
    if pattern is None:
        return
    if isinstance(pattern, n.Identifier):
        yield pattern
    elif isinstance(pattern, n.AssignmentPattern):
        yield from pattern_names(pattern.left)
    elif isinstance(pattern, n.RestElement):
        yield from pattern_names(pattern.argument)
    elif isinstance(pattern, n.ArrayPattern):
        for element in pattern.elements:
            yield from pattern_names(element)
    elif isinstance(pattern, n.ObjectPattern):
        for item in pattern.properties:
            if isinstance(item, n.Property):
                yield from pattern_names(item.value)
            else:
                yield from pattern_names(item)


LOOPS = (
    n.ForStatement,
    n.ForInStatement,
    n.ForOfStatement,
    n.WhileStatement,
    n.DoWhileStatement,
)
