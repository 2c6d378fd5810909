"""Attaches the comments of a file to the nodes of its tree; marks blank lines.

Only nodes that a later stage writes as lines of their own carry comments: statements,
members of classes and object literals, switch cases, and declarators where a declaration
has several. Each comment goes to one of them, so that none is lost:

* behind a node, on its last line, with nothing else behind it: ``trailing`` of that node;
* otherwise before a node of the same list: ``leading`` of that node;
* at the end of a block, class, object literal, switch or file, or in an empty one:
  ``inner`` of it;
* anywhere else inside of a statement or member (among arguments, parameters, operands):
  ``leading`` of it. Such a comment begins behind the start of the node, which tells it
  from one that really stood before it;
* before the block of an if, else, loop, try, catch or finally: as if it were the first
  thing in that block.

What an ``export`` exports, the variables that a ``for`` declares, the members of a
pattern and the only declarator of a declaration carry nothing; the node around them does.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from ..source import SourceText
from . import nodes as N

_LINE_END = "(?:\r\n|[\n\r\u2028\u2029])"
# The white space around at least one line with nothing in it.
_BLANK = re.compile(rf"{_LINE_END}[ \t\f\v\xa0\ufeff]*{_LINE_END}\s*")

# How a node stands in the one that holds it.
_ITEM = 1  # in a list, line by line
_BODY = 2  # the body of a control statement
_INSIDE = 3  # within an expression or a declaration: holds comments, is not next to any
_NOTHING = 0

_LIST_FIELD: dict[type[N.Node], str] = {
    N.Program: "body",
    N.BlockStatement: "body",
    N.StaticBlock: "body",
    N.ClassBody: "body",
    N.SwitchStatement: "cases",
    N.SwitchCase: "consequent",
    N.ObjectExpression: "properties",
}
_BODY_FIELDS: dict[type[N.Node], tuple[str, ...]] = {
    N.IfStatement: ("consequent", "alternate"),
    N.ForStatement: ("body",),
    N.ForInStatement: ("body",),
    N.ForOfStatement: ("body",),
    N.WhileStatement: ("body",),
    N.DoWhileStatement: ("body",),
    N.LabeledStatement: ("body",),
    N.WithStatement: ("body",),
    N.TryStatement: ("block", "finalizer"),
    N.CatchClause: ("body",),
}
_HOLDERS = frozenset({N.BlockStatement, N.ClassBody, N.ObjectExpression})


class _Carrier:
    """A node that takes part, and the last one inside of it that the walk has left."""

    __slots__ = ("end", "last", "node", "role", "start")

    def __init__(self, node: N.Node, role: int) -> None:
        self.node = node
        self.role = role
        self.start = node.start
        self.end = node.end
        self.last: _Carrier | None = None


def attach_comments(
    program: N.Program, comments: list[N.Comment], source: SourceText
) -> None:
    """Puts each of ``comments`` (in source order) where it belongs in ``program``.

    Takes time in proportion to the size of the tree and the number of comments.
    """
    text = source.text
    after_blank = {match.end() for match in _BLANK.finditer(text)}
    if not after_blank and not comments:
        return
    carriers = _carriers(program)
    if comments:
        for comment in comments:
            comment.blank_before = comment.start in after_blank
        _attach(comments, carriers, source.line_starts)
    for carrier in carriers:
        if carrier.role != _ITEM or carrier.node is program:
            continue
        node = carrier.node
        start = node.start
        leading: list[N.Comment] = node.leading  # type: ignore[attr-defined]
        if leading and leading[0].start < start:
            start = leading[0].start
        if start in after_blank:
            node.blank_before = True  # type: ignore[attr-defined]
    if comments and program.body:
        _split_header(program, after_blank)


def _carriers(program: N.Program) -> list[_Carrier]:
    """All nodes that take part, in source order, the outer before the inner."""
    found = []
    stack: list[tuple[N.Node, int]] = [(program, _ITEM)]
    while stack:
        node, role = stack.pop()
        kind = type(node)
        if role or kind in _HOLDERS:
            found.append(_Carrier(node, role or _INSIDE))
        list_field = _LIST_FIELD.get(kind, "")
        body_fields = _BODY_FIELDS.get(kind, ())
        if isinstance(node, N.VariableDeclaration):
            several = role and len(node.declarations) > 1
            list_field = "declarations" if several else ""
        for name in reversed(node.child_fields):
            child = getattr(node, name)
            if child is None:
                continue
            if type(child) is list:
                role = _ITEM if name == list_field else _NOTHING
                for item in reversed(child):
                    if item is not None and (role or item.child_fields):
                        stack.append((item, role))
            elif name in body_fields:
                stack.append((child, _BODY))
            elif child.child_fields:
                stack.append((child, _NOTHING))
    return found


def _attach(
    comments: list[N.Comment], carriers: list[_Carrier], line_starts: list[int]
) -> None:
    """One walk over comments and carriers at the same time, both in source order."""
    around = [carriers[0]]
    index = 1
    count = len(carriers)
    for comment in comments:
        position = comment.start
        while index < count and carriers[index].start <= position:
            following = carriers[index]
            _leave(around, following.start)
            around.append(following)
            index += 1
        _leave(around, position)
        holder = around[-1]
        after = None
        if index < count and carriers[index].start < holder.end:
            after = carriers[index]
        _put(comment, holder, holder.last, after, line_starts)


def _leave(around: list[_Carrier], position: int) -> None:
    """Takes the carriers that end before a position off the stack; the first one stays."""
    while len(around) > 1 and around[-1].end <= position:
        left = around.pop()
        around[-1].last = left


def _put(
    comment: N.Comment,
    holder: _Carrier,
    before: _Carrier | None,
    after: _Carrier | None,
    line_starts: list[int],
) -> None:
    """Attaches a comment that stands in ``holder``, between ``before`` and ``after``."""
    if after is not None and after.role == _INSIDE:
        after = None
    # `if (a) b(); // comment` and `case 1: b(); // comment` end where b() ends.
    while before is not None and before.last is not None:
        if before.last.end != before.end or not _takes_trailing(before.last):
            break
        if before.last.role == _ITEM and type(before.node) is not N.SwitchCase:
            break
        before = before.last
    if before is not None and _takes_trailing(before):
        line = bisect_right(line_starts, comment.start)
        if bisect_right(line_starts, before.end) == line and (
            after is None or bisect_right(line_starts, after.start) > line
        ):
            before.node.trailing.append(comment)  # type: ignore[attr-defined]
            return
    if after is not None:
        if after.role == _ITEM:
            after.node.leading.append(comment)  # type: ignore[attr-defined]
        else:
            _put_first(comment, after.node)
    elif type(holder.node) in _LIST_FIELD and type(holder.node) is not N.SwitchCase:
        holder.node.inner.append(comment)  # type: ignore[attr-defined]
    else:
        holder.node.leading.append(comment)  # type: ignore[attr-defined]


def _takes_trailing(carrier: _Carrier) -> bool:
    return carrier.role == _ITEM or (
        carrier.role == _BODY and type(carrier.node) is not N.BlockStatement
    )


def _put_first(comment: N.Comment, body: N.Node) -> None:
    """Attaches a comment as the first thing in the body of a control statement."""
    while isinstance(body, N.IfStatement):
        body = body.consequent
    if isinstance(body, N.BlockStatement):
        if not body.body:
            body.inner.append(comment)
            return
        body = body.body[0]
    body.leading.append(comment)  # type: ignore[attr-defined]


def _split_header(program: N.Program, after_blank: set[int]) -> None:
    """Moves the comments at the top that a blank line sets apart into the header."""
    first = program.body[0]
    if (
        isinstance(first, N.ExpressionStatement)
        and first.directive
        and not first.leading
        and len(program.body) > 1
    ):
        # "use strict" has no counterpart: what is said below it is about the file too.
        first = program.body[1]
    leading: list[N.Comment] = first.leading  # type: ignore[attr-defined]
    starts = [comment.start for comment in leading] + [first.start]
    apart = 0
    for index in range(1, len(starts)):
        if starts[index] in after_blank and starts[index - 1] < first.start:
            apart = index
    if isinstance(first, N.ExpressionStatement) and first.directive:
        # "use strict" has no counterpart, what is said above it is about the file.
        apart = sum(comment.start < first.start for comment in leading)
    program.header = leading[:apart]
    del leading[:apart]
    if apart:
        rest = starts[apart] if apart < len(starts) else first.start
        first.blank_before = rest in after_blank  # type: ignore[attr-defined]
