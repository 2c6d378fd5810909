"""First and last elements of arrays that a call in the file gives empty: undefined there.

An element that is read without a look at the length is taken to be there, and Python raises
IndexError where it is not. Where the program itself calls a function with ``[]``, it does
reach that place without one, and means to go on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..parse import nodes as n
from . import types as t
from .scopes import Binding, Scopes


def handed_empty(
    scopes: Scopes, targets: Mapping[n.Node, Iterable[t.FunctionAtom]]
) -> set[n.MemberExpression]:
    """The reads ``xs[0]`` and ``xs[xs.length - 1]`` of such parameters.

    ``targets``: the functions of the program that a call may call.
    """
    found: set[n.MemberExpression] = set()
    for binding in _empty_parameters(scopes, targets):
        names = _same_array(scopes, binding)
        references = sorted(
            (r for name in names for r in name.references), key=lambda r: r.start
        )
        for reference in references:
            read = scopes.parents.get(reference)
            if (
                isinstance(read, n.MemberExpression)
                and read.object is reference
                and _is_end(scopes, read, names)
                and not is_written(scopes, read)
                and not any(
                    _may_guard(scopes, other, read)
                    for other in references
                    if other.start < read.start
                )
            ):
                found.add(read)
    return found


def _empty_parameters(
    scopes: Scopes, targets: Mapping[n.Node, Iterable[t.FunctionAtom]]
) -> Iterator[Binding]:
    for call, functions in targets.items():
        if not isinstance(call, (n.CallExpression, n.NewExpression)):
            continue
        for position, argument in enumerate(call.arguments):
            if not isinstance(argument, n.ArrayExpression) or argument.elements:
                continue
            for atom in functions:
                params = atom.node.params
                param = params[position] if position < len(params) else None
                if isinstance(param, n.Identifier):
                    binding = scopes.binding_of.get(param)
                    if binding is not None and not binding.reassigned:
                        yield binding


def _same_array(scopes: Scopes, binding: Binding) -> set[Binding]:
    """The parameter, and variables that it is the only value of."""
    names = {binding}
    for reference in binding.references:
        parent = scopes.parents.get(reference)
        if (
            isinstance(parent, n.VariableDeclarator)
            and parent.init is reference
            and isinstance(parent.id, n.Identifier)
        ):
            other = scopes.binding_of[parent.id]
            if not other.reassigned and other.function is binding.function:
                names.add(other)
    return names


def _is_end(scopes: Scopes, read: n.MemberExpression, names: set[Binding]) -> bool:
    """``xs[0]`` or ``xs[xs.length - 1]``."""
    index = read.property
    if not read.computed or read.optional:
        return False
    if isinstance(index, n.NumberLiteral):
        return index.value == 0
    return (
        isinstance(index, n.BinaryExpression)
        and index.operator == "-"
        and isinstance(index.right, n.NumberLiteral)
        and index.right.value == 1
        and isinstance(index.left, n.MemberExpression)
        and getattr(index.left.property, "name", None) == "length"
        and isinstance(index.left.object, n.Identifier)
        and scopes.binding_of.get(index.left.object) in names
    )


def is_written(scopes: Scopes, member: n.MemberExpression) -> bool:
    """Whether a member is assigned, and not read."""
    parent = scopes.parents.get(member)
    return (
        isinstance(parent, (n.AssignmentExpression, n.AssignmentPattern))
        and parent.left is member
        or isinstance(parent, (n.UpdateExpression, n.ArrayPattern, n.RestElement))
    )


def _may_guard(scopes: Scopes, mention: n.Node, read: n.Node) -> bool:
    """Whether something said of the array before may keep the read from an empty one."""
    parent = scopes.parents.get(mention)
    if isinstance(parent, n.VariableDeclarator):
        return False
    if isinstance(parent, n.MemberExpression) and parent.computed:
        if not is_written(scopes, parent):
            return False
    # The statement of the mention beside the read, or one around both.
    around = set(_ancestors(scopes, read))
    beside: n.Node = mention
    for ancestor in _ancestors(scopes, mention):
        if ancestor in around:
            break
        beside = ancestor
    return not (
        isinstance(beside, (n.ForStatement, n.WhileStatement, n.ForOfStatement))
        and not any(
            isinstance(x, (n.ReturnStatement, n.ThrowStatement)) for x in n.walk(beside)
        )
    )


def _ancestors(scopes: Scopes, node: n.Node) -> Iterator[n.Node]:
    current = scopes.parents.get(node)
    while current is not None:
        yield current
        current = scopes.parents.get(current)
