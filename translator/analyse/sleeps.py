"""Promises that a timer alone settles."""

from __future__ import annotations

from ..parse import nodes as n


def sleep_executor(node: n.Node) -> tuple[n.Node, n.Node | None] | None:
    """``new Promise((resolve) => setTimeout(resolve, ms, value))``: (ms, value), else None.

    Also with ``setTimeout(() => resolve(value), ms)``.
    """
    if not (
        isinstance(node, n.NewExpression)
        and isinstance(node.callee, n.Identifier)
        and node.callee.name == "Promise"
        and len(node.arguments) == 1
    ):
        return None
    executor = node.arguments[0]
    if not isinstance(executor, n.Function) or not executor.params:
        return None
    resolve = executor.params[0]
    call: n.Node | None = executor.body
    if isinstance(call, n.BlockStatement):
        if len(call.body) != 1:
            return None
        only = call.body[0]
        call = (
            only.expression
            if isinstance(only, n.ExpressionStatement)
            else only.argument if isinstance(only, n.ReturnStatement) else None
        )
    if not (
        isinstance(call, n.CallExpression)
        and isinstance(call.callee, n.Identifier)
        and call.callee.name == "setTimeout"
        and isinstance(resolve, n.Identifier)
        and call.arguments
    ):
        return None
    delay: n.Node | None = call.arguments[1] if len(call.arguments) > 1 else None
    if delay is None:
        delay = n.NumberLiteral(0, "0", start=node.start, end=node.end)
    callback = call.arguments[0]
    if isinstance(callback, n.Identifier) and callback.name == resolve.name:
        value = call.arguments[2] if len(call.arguments) > 2 else None
        return delay, value
    if isinstance(callback, n.ArrowFunctionExpression) and not callback.params:
        body: n.Node | None = callback.body
        if isinstance(body, n.BlockStatement):
            if len(body.body) != 1 or not isinstance(
                body.body[0], n.ExpressionStatement
            ):
                return None
            body = body.body[0].expression
        if (
            isinstance(body, n.CallExpression)
            and isinstance(body.callee, n.Identifier)
            and body.callee.name == resolve.name
            and len(body.arguments) <= 1
            and len(call.arguments) <= 2
        ):
            value = body.arguments[0] if body.arguments else None
            if value is None or isinstance(
                value,
                (n.StringLiteral, n.NumberLiteral, n.BooleanLiteral, n.NullLiteral),
            ):
                return delay, value
            if isinstance(value, n.Identifier):
                # Read when the timer fires: the same only if nothing assigns it.
                return delay, value
    return None
