"""Names that surely have no value yet, and names that nothing may be assigned to."""

from __future__ import annotations

from ..parse import nodes as n
from .early import runs_at
from .scopes import Binding, Scopes, pattern_names


def in_dead_zone(scopes: Scopes, node: n.Identifier, binding: Binding) -> bool:
    """Whether a ``let``, ``const``, class or parameter is read or assigned before it has a
    value: a ReferenceError (ECMA-262 9.1.1.1.6).

    Only what the same function does is looked at; there the order of the text decides,
    since each round of a loop makes its names anew.
    """
    kind, declared = binding.kind, binding.node
    if _within(node, iterated_by(scopes, declared)):
        return True  # also in closures: these names never get a value
    if kind not in ("let", "const", "class", "param") or node.start >= declared.end:
        return False
    if node is getattr(declared, "id", None) or node is declared:
        return False
    if scopes.enclosing_function(node) is not binding.function:
        return False
    if _in_field(scopes, node, declared):
        return False
    if isinstance(declared, n.Class) and declared.of_function:
        return False  # a function has its value before all statements
    if kind == "class":
        above = declared.super_class if isinstance(declared, n.Class) else None
        return node.start < declared.start or _within(node, above)
    if isinstance(declared, n.VariableDeclarator):
        if node.start < declared.start or _within(node, declared.init):
            return True
        pattern: n.Node = declared.id
    elif kind == "param":
        pattern = declared
        if node.start < declared.start:
            return True
    else:
        return False
    # Inside of the pattern that declares it: behind its own part it has its value.
    own = next((x for x in pattern_names(pattern) if x.name == binding.name), None)
    if own is None or node is own:
        return False
    if node.start < own.start:
        return True
    part = scopes.parents.get(own)
    return isinstance(part, n.AssignmentPattern) and _within(node, part.right)


def may_lack_value(scopes: Scopes, binding: Binding) -> bool:
    """Whether a closure may read a ``let``, ``const`` or class before it has a value, so
    that reading it does more than giving one."""
    if binding.temporary or binding.kind not in ("let", "const", "class"):
        return False
    home = binding.function
    return any(
        scopes.enclosing_function(reference) is not home
        and runs_at(scopes, reference, home, set()) < binding.node.end
        for reference in binding.references
    )


def iterated_by(scopes: Scopes, declared: n.Node) -> n.Node | None:
    """What a loop goes through whose head declares a name: ``values`` of
    ``for (const x of values)``."""
    declaration = scopes.parents.get(declared)
    loop = scopes.parents.get(declaration) if declaration is not None else None
    if not isinstance(declaration, n.VariableDeclaration) or declaration.kind == "var":
        return None
    heads = (n.ForInStatement, n.ForOfStatement)
    if isinstance(loop, heads) and loop.left is declaration:
        return loop.right
    return None


def _within(inner: n.Node, outer: n.Node | None) -> bool:
    return outer is not None and outer.start <= inner.start and inner.end <= outer.end


def _in_field(scopes: Scopes, node: n.Node, declared: n.Node) -> bool:
    """Whether the value of a field is around it, which is evaluated later."""
    current = scopes.parents.get(node)
    while current is not None and current is not declared:
        if isinstance(current, n.PropertyDefinition):
            return True
        if isinstance(current, n.Function):
            return False
        current = scopes.parents.get(current)
    return False


def is_constant(scopes: Scopes, node: n.Identifier, binding: Binding) -> bool:
    """Whether assigning the name is a TypeError: a constant, an import, a class inside of
    itself, in strict mode the own name of a function (ECMA-262 9.1.1.1.5)."""
    kind = binding.kind
    if kind == "const":
        return not _within(node, binding.node)
    if kind == "self":
        return isinstance(binding.node, n.Class) or is_strict(scopes, node)
    if kind == "class":
        return _within(node, binding.node) and node is not binding.node.id  # type: ignore[attr-defined]
    return kind == "import"


def is_undeclared(scopes: Scopes, node: n.Identifier, binding: Binding) -> bool:
    """Whether a strict program assigns a name that it declares nowhere."""
    return binding.kind == "global" and is_strict(scopes, node)


def is_fixed(scopes: Scopes, node: n.Identifier, binding: Binding) -> bool:
    """Whether an assignment changes nothing and raises nothing: the own name of a function
    expression in sloppy mode."""
    return binding.kind == "self" and not is_constant(scopes, node, binding)


def is_strict(scopes: Scopes, node: n.Node) -> bool:
    """Whether code is strict (ECMA-262 11.2.2): of a module, a class or ``use strict``."""
    current: n.Node | None = node
    while current is not None:
        if isinstance(current, n.Class):
            return True
        body: list[n.Node] = []
        if isinstance(current, n.Program):
            if current.source_type == "module":
                return True
            body = current.body
        elif isinstance(current, n.Function) and isinstance(
            current.body, n.BlockStatement
        ):
            body = current.body.body
        for statement in body:
            directive = getattr(statement, "directive", None)
            if directive is None:
                break
            if directive == "use strict":
                return True
        current = scopes.parents.get(current)
    return False
