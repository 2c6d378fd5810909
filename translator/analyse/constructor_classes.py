"""Writes functions that are used as constructors as classes, before anything is inferred."""

from __future__ import annotations

from ..parse import nodes as n
from .constructor_functions import (
    Constructor,
    find_constructors,
    is_error,
)
from .early_instances import is_whole_before_use
from .inherits import is_event_emitter
from .scopes import Scopes


def make_classes(scopes: Scopes) -> bool:
    """Write each constructor that is surely a class as one; whether there was any.

    Changes the program: its scopes have to be resolved anew.
    """
    found = find_constructors(scopes, is_whole_before_use)
    for each in found:
        _rewrite(each, scopes)
    placed: set[int] = set()
    for each in found:
        _place_after_base(each, placed, scopes)
    return bool(found)


def _place_after_base(each: Constructor, placed: set[int], scopes: Scopes) -> None:
    if id(each) not in placed:
        placed.add(id(each))
        if each.above is not None:
            _place_after_base(each.above, placed, scopes)
        _place(each, scopes)


def _rewrite(each: Constructor, scopes: Scopes) -> None:
    """What is in the function and around it: ``super``, ``new``, no guard."""
    for call in each.supers:
        _make_super(call, each)
    for call in each.calls:
        made = n.NewExpression(
            call.callee, call.arguments, start=call.start, end=call.end
        )
        scopes.replace(call, made)
    if each.guard is not None and isinstance(each.function.body, n.BlockStatement):
        each.function.body.body.remove(each.guard)
    body = each.function.body
    assert isinstance(body, n.BlockStatement)
    own = {id(node) for node in n.walk_own(body, arrows=True)}
    called = any(id(call) in own for call in each.supers)
    if is_error(each.base):
        called = _give_message(each)
    if not called and (is_error(each.base) or is_event_emitter(each.base, scopes)):
        body.body.insert(0, _super_call(each.function))
    for statement in each.idle:
        assert isinstance(statement, n.Statement)
        scopes.replace(statement, n.nothing_for(statement))


def _super_call(at: n.Node) -> n.Statement:
    """``super();``"""
    start, end = at.start, at.start
    call = n.CallExpression(
        n.Super(start=start, end=end), [], False, start=start, end=end
    )
    return n.ExpressionStatement(call, start=start, end=end)


def _give_message(each: Constructor) -> bool:
    """``this.message = text`` of an error is what its class above does with the text."""
    body = each.function.body
    assert isinstance(body, n.BlockStatement)
    for statement in body.body:
        node = getattr(statement, "expression", None)
        if (
            isinstance(node, n.AssignmentExpression)
            and node.operator == "="
            and n.is_member(node.left, "message")
            and isinstance(node.left.object, n.ThisExpression)
        ):
            above = n.Super(start=node.left.start, end=node.left.end)
            assert isinstance(statement, n.ExpressionStatement)
            statement.expression = n.CallExpression(
                above, [node.right], False, start=node.start, end=node.end
            )
            return True
    return False


def _make_super(call: n.CallExpression, each: Constructor) -> None:
    """``Base.call(this, a)`` is ``super(a)``, ``Base.prototype.f.call(this, a)`` ``super.f(a)``."""
    callee = call.callee
    assert isinstance(callee, n.MemberExpression)
    target = callee.object
    spread = n.is_member(callee, "apply")
    parent: n.Expression = n.Super(start=target.start, end=target.end)
    if isinstance(target, n.MemberExpression) and n.is_member(
        target.object, "prototype"
    ):
        parent = n.MemberExpression(
            parent,
            target.property,
            target.computed,
            False,
            start=target.start,
            end=target.end,
        )
    call.callee = parent
    given = call.arguments[1:]
    if spread:
        (values,) = given
        assert not isinstance(values, n.SpreadElement)
        given = [n.SpreadElement(values, start=values.start, end=values.end)]
    call.arguments = given


def _place(each: Constructor, scopes: Scopes) -> None:
    """Put the class where the function is, and take its pieces out."""
    cls = _class_of(each)
    function = each.function
    if isinstance(function, n.FunctionDeclaration):
        assert isinstance(cls, n.ClassDeclaration)
        cls.leading, cls.trailing = function.leading, function.trailing
        cls.blank_before = function.blank_before
    scopes.replace(function, cls)
    statement = cls if each.statement is function else each.statement
    each.statement = statement
    body, above = each.body, each.above
    if above is not None and above.body is body:
        if body.index(above.statement) > body.index(statement):
            body.remove(statement)
            body.insert(body.index(above.statement) + 1, statement)
    for piece in each.pieces:
        for declaration in piece.declarations:
            block = scopes.parents[declaration]
            assert isinstance(block, (n.Program, n.BlockStatement))
            block.body.remove(declaration)
    first = each.made_before
    if first is not None and body.index(first) < body.index(statement):
        body.remove(statement)
        body.insert(body.index(first), statement)
    moved = {id(piece.statement) for piece in each.pieces}
    for index, item in enumerate(body):
        if id(item) in moved:
            body[index] = n.nothing_for(_without_comments(item, each))
    body[:] = [
        item
        for item in body
        if not isinstance(item, n.EmptyStatement) or item.leading or item.trailing
    ]


def _without_comments(statement: n.Node, each: Constructor) -> n.Statement:
    """The statement, whose comments are those of a method now."""
    assert isinstance(statement, n.Statement)
    taken = any(
        piece.statement is statement and (piece.members or piece.shared)
        for piece in each.pieces
    )
    if taken:
        statement.leading, statement.trailing = [], []
    return statement


def _class_of(each: Constructor) -> n.Class:
    function = each.function
    start, end = function.start, function.end
    members: list[n.MethodDefinition | n.PropertyDefinition | n.StaticBlock] = []
    block = function.body
    assert isinstance(block, n.BlockStatement)
    # Without a constructor of its own a class would call that of its base.
    if block.body or block.inner or function.params or each.base is not None:
        value = n.FunctionExpression(
            None, function.params, block, False, False, start=start, end=end
        )
        key = n.Identifier("constructor", start=start, end=end)
        members.append(
            n.MethodDefinition(
                key, value, "constructor", False, False, start=start, end=end
            )
        )
    shared = [value for piece in each.pieces for value in piece.shared]
    members[:0] = shared
    for piece in each.pieces:
        for member in piece.members:
            member.value.id = None
            members.append(member)
    aliases = dict(piece.again for piece in each.pieces if piece.again is not None)
    body = n.ClassBody(members, aliases=aliases, start=start, end=end)
    made = (
        n.ClassDeclaration
        if isinstance(function, n.FunctionDeclaration)
        else n.ClassExpression
    )
    cls = made(function.id, each.base, body, of_function=True, start=start, end=end)
    cls.nameless = not each.named
    cls.makes_when_called = each.converts
    return cls
