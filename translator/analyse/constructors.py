"""What a constructor always sets on ``this``, whichever way it takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..parse import nodes as n


def surely_set(function: n.Node, known: dict[n.Node, set[str]]) -> set[str]:
    """The properties of ``this`` that a call always sets; ``known`` keeps the answers."""
    found = known.get(function)
    if found is None:
        found = known[function] = set()
        body = getattr(function, "body", None)
        if isinstance(body, n.BlockStatement):
            found |= _of_block(body.body)[0]
    return found


def surely_runs(call: n.Node, function: n.Node) -> bool:
    """Whether a statement of a function's own body, before any return, is that call."""
    body = getattr(function, "body", None)
    if isinstance(body, n.BlockStatement):
        for statement in body.body:
            if (
                isinstance(statement, n.ExpressionStatement)
                and statement.expression is call
            ):
                return True
            if _returns(statement):
                return False
    return False


def _of_block(statements: Sequence[n.Node]) -> tuple[set[str], bool]:
    """What some statements always set, and whether what follows them is always reached."""
    found: set[str] = set()
    for statement in statements:
        names, goes_on = _of_statement(statement)
        found |= names
        if not goes_on:
            return found, False
    return found, True


def _of_statement(node: n.Node) -> tuple[set[str], bool]:
    if isinstance(node, n.ExpressionStatement):
        return set(_of_expression(node.expression)), True
    if isinstance(node, n.VariableDeclaration):
        inits = [d.init for d in node.declarations if d.init is not None]
        return {name for init in inits for name in _of_expression(init)}, True
    if isinstance(node, n.BlockStatement):
        return _of_block(node.body)
    if isinstance(node, n.DoWhileStatement) and not _leaves(node.body):
        return _of_statement(node.body)
    if isinstance(node, n.IfStatement):
        if _ends_badly(node.consequent):
            return _of_statement(node.alternate) if node.alternate else (set(), True)
        first, first_goes_on = _of_statement(node.consequent)
        if node.alternate is None:
            return set(), first_goes_on
        second, second_goes_on = _of_statement(node.alternate)
        return first & second, first_goes_on and second_goes_on
    if isinstance(node, n.TryStatement):
        return _of_try(node)
    return set(), not _returns(node)


def _of_try(node: n.TryStatement) -> tuple[set[str], bool]:
    found: set[str] = set()
    goes_on = not _returns(node)
    if node.handler is None or _ends_badly(node.handler.body):
        found |= _of_block(node.block.body)[0]
    if node.finalizer is not None:
        found |= _of_block(node.finalizer.body)[0]
    return found, goes_on


def _of_expression(node: n.Node) -> Iterable[str]:
    """The properties that evaluating an expression always sets."""
    if isinstance(node, n.AssignmentExpression) and node.operator == "=":
        yield from _of_target(node.left)
        yield from _of_expression(node.right)
    elif isinstance(node, n.SequenceExpression):
        for part in node.expressions:
            yield from _of_expression(part)
    elif isinstance(node, n.NewExpression) and node.arguments:
        if getattr(node.callee, "name", None) == "Promise":
            yield from _of_executor(node.arguments[0])


def _of_executor(node: n.Node) -> Iterable[str]:
    """The executor of a promise runs where it stands; what it throws goes no further."""
    if not isinstance(node, n.ArrowFunctionExpression):
        return
    body = node.body
    expressions: list[n.Node] = [body]
    if isinstance(body, n.BlockStatement):
        expressions = []
        for statement in body.body:
            if not isinstance(statement, n.ExpressionStatement):
                break
            expressions.append(statement.expression)
    for expression in expressions:
        if not (
            isinstance(expression, n.AssignmentExpression)
            and isinstance(expression.right, (n.Identifier, n.Function))
        ):
            return
        yield from _of_expression(expression)


def _of_target(node: n.Node | None) -> Iterable[str]:
    if isinstance(node, n.MemberExpression):
        if isinstance(node.object, n.ThisExpression) and not node.computed:
            if isinstance(node.property, n.PrivateIdentifier):
                yield f"#{node.property.name}"
            elif isinstance(node.property, n.Identifier):
                yield node.property.name
    elif isinstance(node, n.AssignmentPattern):
        yield from _of_target(node.left)
    elif isinstance(node, n.ArrayPattern):
        for element in node.elements:
            yield from _of_target(element)
    elif isinstance(node, n.RestElement):
        yield from _of_target(node.argument)
    elif isinstance(node, n.ObjectPattern):
        for item in node.properties:
            yield from _of_target(item.value if isinstance(item, n.Property) else item)


def _ends_badly(node: n.Node) -> bool:
    """Whether a statement always throws."""
    if isinstance(node, n.BlockStatement):
        return bool(node.body) and _ends_badly(node.body[-1]) and not _leaves(node)
    return isinstance(node, n.ThrowStatement)


def _returns(node: n.Node) -> bool:
    return _holds(node, (n.ReturnStatement,))


def _leaves(node: n.Node) -> bool:
    return _holds(node, (n.ReturnStatement, n.BreakStatement, n.ContinueStatement))


def _holds(node: n.Node, kinds: tuple[type[n.Node], ...]) -> bool:
    stack = [node]
    while stack:
        current = stack.pop()
        if isinstance(current, kinds):
            return True
        if not isinstance(current, (n.Function, n.Class, n.Expression)):
            stack.extend(n.children(current))
    return False
