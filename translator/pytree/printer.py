"""The Python tree as text.

``print_module(body).text`` is Python that black has little left to do with: it breaks no long
lines, but indents by four spaces and puts blank lines around functions as black does.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .collections import call_arguments
from .expressions import parameters
from .levels import EXPR, NAMED, TEST, TUPLE, YIELD
from .literals import comment_line, comment_lines, docstring
from .patterns import pattern
from .simple_statements import SIMPLE
from .trivia import BlankLine, Comment, Verbatim, is_code

_INDENT = "    "

# What a block's first string is: a docstring, and one with a blank line behind it.
_DOCUMENTED = 1
_SPACED = 2


@dataclass(frozen=True, slots=True)
class Printed:
    """The text of a module; empty, or ending with a line end."""

    text: str


#: The lines of statements that were printed before, by ``id()``.
Ready = Mapping[int, list[str]]


def print_module(
    body: list[ast.stmt], *, documented: bool = True, ready: Ready | None = None
) -> Printed:
    """Print the statements of a module; ``documented``: the first may be its docstring.

    ``ready`` are the lines of compound statements of the body, where they are known.
    """
    lines = _lines(body, "", _SPACED if documented else 0, ready)
    return Printed("\n".join(lines) + "\n" if lines else "")


def statement_lines(stmt: ast.stmt) -> list[str]:
    """The lines of one statement of a module."""
    return _lines([stmt], "", 0)


def block_lines(body: list[ast.stmt]) -> list[str]:
    """The lines of a block, indented once; an entry may hold several lines (a docstring)."""
    lines = _lines(body, _INDENT, 0)
    return lines if any(map(is_code, body)) else [*lines, f"{_INDENT}pass"]


def _lines(
    body: list[ast.stmt], indent: str, documented: int, ready: Ready | None = None
) -> list[str]:
    out: list[str] = []
    try:
        _statements(body, indent, out, documented=documented, ready=ready)
    except KeyError as error:
        kind = error.args[0] if error.args else None
        if isinstance(kind, type):
            raise TypeError(f"{kind.__name__} cannot be printed as Python") from error
        raise
    return out


def starts_definition(body: list[ast.stmt]) -> bool:
    """Whether a definition comes first, with the comments right on top of it if any."""
    start = 0
    while start < len(body) and type(body[start]) is BlankLine:
        start += 1
    return start < len(body) and _introduces_definition(body, start)


def print_expression(node: ast.expr) -> str:
    """The text of one expression, as the value of an assignment."""
    return EXPR[type(node)](node, YIELD, "")


# Blocks


def _block(
    body: list[ast.stmt], indent: str, out: list[str], *, documented: int = 0
) -> None:
    """Print an indented block, with ``pass`` where it has no statement."""
    inner = indent + _INDENT
    _statements(body, inner, out, documented=documented)
    if not any(map(is_code, body)):
        out.append(f"{inner}pass")


def _statements(
    body: list[ast.stmt],
    indent: str,
    out: list[str],
    *,
    documented: int,
    ready: Ready | None = None,
) -> None:
    around = 1 if indent else 2
    start = len(out)
    # The blank lines wanted before the next statement, and those a definition has asked for.
    gap = 0
    comment_before = False
    for i, stmt in enumerate(body):
        kind = type(stmt)
        if kind is BlankLine:
            gap = min(gap + 1, around) if gap < around else gap
            comment_before = False
            continue
        defines = kind in _DEFINITIONS or (kind is Verbatim and _defines(stmt))
        if not comment_before and (
            defines or (kind is Comment and _introduces_definition(body, i))
        ):
            gap = around
        if gap and len(out) > start:
            out += [""] * gap
        gap = around if defines else 0
        comment_before = kind is Comment
        simple = SIMPLE.get(kind)
        if simple is None:
            known = ready.get(id(stmt)) if ready is not None else None
            if known is None:
                _COMPOUND[kind](stmt, indent, out)
            else:
                out += known
            if kind is not Comment:
                documented = 0
            continue
        if documented:
            spaced, documented = documented == _SPACED, 0
            if _is_docstring(stmt):
                out.append(indent + docstring(stmt.value.value))  # type: ignore[attr-defined]
                gap = int(spaced)
                continue
        text = simple(stmt)
        if "\n" in text:
            text = text.replace("\n", "\n" + indent)
        note = getattr(stmt, "trailing_comment", None)
        if note is None:
            out.append(indent + text)
        else:
            out.append(f"{indent}{text}  {comment_line(note)}")


def _is_docstring(stmt: ast.stmt) -> bool:
    return (
        isinstance(stmt, ast.Expr)
        and isinstance(stmt.value, ast.Constant)
        and isinstance(stmt.value.value, str)
    )


_DEFINITION = re.compile(r"(?:\s|#[^\n]*\n)*(?:@|(?:def|async\s+def|class)\b)")


def _defines(stmt: ast.stmt) -> bool:
    """Whether a statement is a definition, and not in the middle of others."""
    if isinstance(stmt, Verbatim):
        return _DEFINITION.match(stmt.source) is not None
    return type(stmt) in _DEFINITIONS


def _introduces_definition(body: list[ast.stmt], i: int) -> bool:
    """Whether the comment at ``i`` and those right after it stand on top of a definition."""
    while i < len(body) and type(body[i]) is Comment:
        i += 1
    return i < len(body) and _defines(body[i])


def _header(stmt: ast.AST, text: str, indent: str, out: list[str]) -> None:
    """A line that begins a block, with the comment behind it."""
    if "\n" in text:
        text = text.replace("\n", "\n" + indent)
    note = getattr(stmt, "trailing_comment", None)
    out.append(
        f"{indent}{text}" if note is None else f"{indent}{text}  {comment_line(note)}"
    )


def has_content(block: list[ast.stmt]) -> bool:
    """Whether an optional block (``else``, ``finally``) is printed at all."""
    return any(type(stmt) is not BlankLine for stmt in block)


# Compound statements, comments and helpers


def _comment(node: Comment, indent: str, out: list[str]) -> None:
    for line in comment_lines(node.text):
        out.append(indent + line)


def _verbatim(node: Verbatim, indent: str, out: list[str]) -> None:
    text = textwrap.dedent(node.source).strip("\n")
    out.append(textwrap.indent(text, indent) if indent else text)


def _function(
    node: ast.FunctionDef | ast.AsyncFunctionDef, indent: str, out: list[str]
) -> None:
    for decorator in node.decorator_list:
        out.append(f"{indent}@{EXPR[type(decorator)](decorator, NAMED, '')}")
    keyword = "def" if type(node) is ast.FunctionDef else "async def"
    returns = node.returns
    result = "" if returns is None else f" -> {EXPR[type(returns)](returns, TEST, '')}"
    _header(
        node, f"{keyword} {node.name}({parameters(node.args)}){result}:", indent, out
    )
    _block(node.body, indent, out, documented=_DOCUMENTED)


def _class(node: ast.ClassDef, indent: str, out: list[str]) -> None:
    for decorator in node.decorator_list:
        out.append(f"{indent}@{EXPR[type(decorator)](decorator, NAMED, '')}")
    inside = call_arguments(node.bases, node.keywords)
    _header(
        node,
        f"class {node.name}({inside}):" if inside else f"class {node.name}:",
        indent,
        out,
    )
    _block(node.body, indent, out, documented=_SPACED)


def _else(
    block: list[ast.stmt], indent: str, out: list[str], keyword: str = "else"
) -> None:
    if has_content(block):
        out.append(f"{indent}{keyword}:")
        _block(block, indent, out)


def _if(node: ast.If, indent: str, out: list[str]) -> None:
    keyword = "if"
    while True:
        _header(
            node,
            f"{keyword} {EXPR[type(node.test)](node.test, NAMED, '')}:",
            indent,
            out,
        )
        _block(node.body, indent, out)
        orelse = node.orelse
        if len(orelse) != 1 or not isinstance(orelse[0], ast.If):
            break
        node = orelse[0]
        keyword = "elif"
    _else(orelse, indent, out)


def _while(node: ast.While, indent: str, out: list[str]) -> None:
    _header(node, f"while {EXPR[type(node.test)](node.test, NAMED, '')}:", indent, out)
    _block(node.body, indent, out)
    _else(node.orelse, indent, out)


def _for(node: ast.For | ast.AsyncFor, indent: str, out: list[str]) -> None:
    keyword = "for" if type(node) is ast.For else "async for"
    target = EXPR[type(node.target)](node.target, TUPLE, "")
    iterable = EXPR[type(node.iter)](node.iter, TUPLE, "")
    _header(node, f"{keyword} {target} in {iterable}:", indent, out)
    _block(node.body, indent, out)
    _else(node.orelse, indent, out)


def _with(node: ast.With | ast.AsyncWith, indent: str, out: list[str]) -> None:
    items = []
    for item in node.items:
        context, target = item.context_expr, item.optional_vars
        text = EXPR[type(context)](context, TEST, "")
        if target is not None:
            text = f"{text} as {EXPR[type(target)](target, TEST, '')}"
        elif isinstance(context, ast.Tuple):
            # One pair of parentheses would hold several contexts.
            text = f"({text})"
        items.append(text)
    keyword = "with" if type(node) is ast.With else "async with"
    _header(node, f"{keyword} {', '.join(items)}:", indent, out)
    _block(node.body, indent, out)


def _try(node: ast.Try | ast.TryStar, indent: str, out: list[str]) -> None:
    _header(node, "try:", indent, out)
    _block(node.body, indent, out)
    keyword = "except*" if type(node) is ast.TryStar else "except"
    for handler in node.handlers:
        text = keyword
        if handler.type is not None:
            text += f" {EXPR[type(handler.type)](handler.type, TEST, '')}"
            if handler.name:
                text += f" as {handler.name}"
        _header(handler, f"{text}:", indent, out)
        _block(handler.body, indent, out)
    _else(node.orelse, indent, out)
    _else(node.finalbody, indent, out, "finally")


def _match(node: ast.Match, indent: str, out: list[str]) -> None:
    _header(
        node, f"match {EXPR[type(node.subject)](node.subject, TUPLE, '')}:", indent, out
    )
    inner = indent + _INDENT
    for case in node.cases:
        guard = case.guard
        test = "" if guard is None else f" if {EXPR[type(guard)](guard, NAMED, '')}"
        _header(case, f"case {pattern(case.pattern)}{test}:", inner, out)
        _block(case.body, inner, out)


_COMPOUND: dict[type[ast.stmt], Callable[[Any, str, list[str]], None]] = {
    Comment: _comment,
    Verbatim: _verbatim,
    ast.FunctionDef: _function,
    ast.AsyncFunctionDef: _function,
    ast.ClassDef: _class,
    ast.If: _if,
    ast.While: _while,
    ast.For: _for,
    ast.AsyncFor: _for,
    ast.With: _with,
    ast.AsyncWith: _with,
    ast.Try: _try,
    ast.TryStar: _try,
    ast.Match: _match,
}

_DEFINITIONS = frozenset({ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef})
