"""Instances that are made before the prototype of their constructor is whole.

A class has its methods from the start. That is the same where nobody makes an instance of the
function that it was, or looks at one, before the last of them is there.
"""

from __future__ import annotations

from ..parse import nodes as n
from .constructor_functions import Constructor, is_imported
from .scopes import Binding, Scopes

#: what is called by these names cannot make an instance of a class of the program
_OUTSIDE = frozenset(
    {"Object", "Array", "Symbol", "Math", "JSON", "Number", "String", "Boolean", "Error",
     "TypeError", "RangeError", "Map", "Set", "WeakMap", "WeakSet", "RegExp", "Date",
     "BigInt", "Buffer", "require", "parseInt", "parseFloat", "process", "console"}
)  # fmt: skip


def is_whole_before_use(each: Constructor, scopes: Scopes) -> bool:
    """Whether no statement before the last piece may make an instance, or look at one."""
    pieces = {id(piece.statement): piece for piece in each.pieces}
    needed = {id(each.statement)}
    if each.above is not None:
        needed.add(id(each.above.statement))
    used = False
    for statement in each.body:
        piece = pieces.get(id(statement))
        if id(statement) in needed:
            if used:
                return False
        elif isinstance(statement, n.FunctionDeclaration):
            continue
        elif piece is None:
            if not _reaches(statement, each, scopes):
                continue
            if not _runs(statement, scopes) and not (
                each.made_before is not None and _looks(statement)
            ):
                continue
            if not used and _only_makes(statement, each, scopes):
                each.made_before = each.made_before or statement
            else:
                used = True
        elif used and piece.is_static:
            each.pieces.remove(piece)  # it may as well stay where it is
        elif used:
            return False
    return True


def _only_makes(statement: n.Node, each: Constructor, scopes: Scopes) -> bool:
    """Whether all that a statement does is to make an instance: ``exports = new Maker()``.

    That it has its methods only later makes no difference, as the constructor calls none.
    """
    made = False
    for node in n.walk(statement):
        if isinstance(node, n.NewExpression) and isinstance(node.callee, n.Identifier):
            made = True
            if scopes.binding_of.get(node.callee) not in each.own:
                return False
            if isinstance(scopes.parents[node], (n.MemberExpression, n.CallExpression)):
                return False
        elif isinstance(
            node, (n.CallExpression, n.NewExpression, n.Function, n.AwaitExpression)
        ):
            return False
        elif isinstance(node, n.MemberExpression):
            put = scopes.parents[node]
            if not isinstance(put, n.AssignmentExpression) or put.left is not node:
                return False
    if (
        not made
        or each.above is not None
        or not isinstance(statement, (n.ExpressionStatement, n.VariableDeclaration))
    ):
        return False
    root = each.base
    if isinstance(root, n.Identifier) and root in scopes.binding_of:
        if scopes.binding_of[root].node.start > statement.start:
            return False
    return _is_quiet(each, scopes)


def _is_quiet(each: Constructor, scopes: Scopes) -> bool:
    """Whether a constructor only sets fields: it shows ``this`` to nobody."""
    shared = {
        getattr(member.key, "name", "") for p in each.pieces for member in p.members
    } | {getattr(value.key, "name", "") for p in each.pieces for value in p.shared}
    supers = {id(call) for call in each.supers}
    for node in n.walk_own(each.function.body, arrows=True):
        if not isinstance(node, n.ThisExpression):
            continue
        parent = scopes.parents[node]
        if isinstance(parent, n.MemberExpression) and parent.object is node:
            name = getattr(parent.property, "name", "")
            above = scopes.parents[parent]
            if parent.computed or name in shared:
                return False
            if isinstance(above, n.CallExpression) and above.callee is parent:
                return False
        elif id(parent) not in supers and not (
            isinstance(parent, n.BinaryExpression) and parent.operator == "instanceof"
        ):
            return False
    return True


def _runs(statement: n.Node, scopes: Scopes) -> bool:
    """Whether a statement runs code that may be the program's, not only defines."""
    stack = [statement]
    while stack:
        node = stack.pop()
        if isinstance(node, n.Function):
            continue
        if isinstance(node, (n.CallExpression, n.NewExpression)):
            root: n.Node = node.callee
            while isinstance(root, n.MemberExpression):
                root = root.object
            if isinstance(root, n.CallExpression):
                stack.append(root)
                continue
            if not isinstance(root, n.Identifier):
                return True
            binding = scopes.binding_of.get(root)
            if binding is None and root.name not in _OUTSIDE:
                return True
            if binding is not None and not is_imported(binding):
                return True
            if any(isinstance(a, n.Function) for a in node.arguments):
                return True
        elif isinstance(
            node, (n.AwaitExpression, n.YieldExpression, n.TaggedTemplateExpression)
        ):
            return True
        stack += n.children(node)
    return False


def _reaches(statement: n.Node, each: Constructor, scopes: Scopes) -> bool:
    """Whether what is named in a statement leads, by what it names, to the class."""
    seen: set[Binding] = set()
    stack = [statement]
    while stack:
        for node in n.walk(stack.pop()):
            if not isinstance(node, n.Identifier):
                continue
            binding = scopes.binding_of.get(node)
            if binding is None or binding in seen:
                continue
            if binding in each.own:
                return True
            seen.add(binding)
            stack += [binding.node, *binding.assignments]
    return False


def _looks(statement: n.Node) -> bool:
    """Whether a statement reads a property, or calls anything: it may see what is missing."""
    stack = [statement]
    while stack:
        node = stack.pop()
        if isinstance(node, n.Function):
            continue
        if isinstance(node, (n.CallExpression, n.NewExpression, n.MemberExpression)):
            return True
        if isinstance(node, n.AssignmentExpression):
            stack.append(node.right)
        else:
            stack += n.children(node)
    return False
