"""F-strings that Python 3.11 reads: no backslash and no quote of its own within a field.

The f-string is tried with each quote. Where an expression fits into none, the text is put
together with ``+``: an f-string for the parts that fit, and ``"{}".format(x)`` for one that does
not. ``str(x)`` would do as well, but for programs that have a variable named ``str``.
"""

from __future__ import annotations

import ast
import re

from .levels import EXPR, NAMED, NO_QUOTES, PRODUCT, SUM, TEST, Unprintable
from .literals import best_quote, escaped, string

_TRIPLE = '"""'
#: An f-string that is longer does not fit on a line; so many characters do.
_LONG, _LINE = 80, 66
_REST = 10
_BOTH = "\"'"
_OTHER = {'"': "'", "'": '"', _TRIPLE: _BOTH}


def joined(node: ast.JoinedStr, level: int, quotes: str) -> str:
    """The text of an f-string, for ``EXPR``."""
    parts = node.values
    if quotes:
        for quote in quotes.replace(NO_QUOTES, ""):
            try:
                return _fstring(parts, quote, quotes.replace(quote, ""), nested=True)
            except Unprintable:
                continue
        raise Unprintable
    whole = _whole(parts)
    if whole is None:
        return _sum(parts, level)
    if len(whole) > _LONG:
        texts = [text for group in _groups(parts) if (text := _piece(group))]
        if len(texts) > 1:
            # Adjacent ones are one text, and a line may end between them.
            text = " ".join(texts)
            return f"({text})" if level >= NAMED else text
    return whole


def _whole(parts: list[ast.expr]) -> str | None:
    """One f-string of all parts; None where no quote allows that."""
    text = "".join(
        [str(part.value) for part in parts if isinstance(part, ast.Constant)]
    )
    first = best_quote(text)
    for quote in (first, _OTHER[first], _TRIPLE):
        try:
            return _fstring(parts, quote, _OTHER[quote])
        except Unprintable:
            continue
    return None


def _piece(parts: list[ast.expr]) -> str | None:
    if all(isinstance(part, ast.Constant) for part in parts):
        return string("".join([str(ast.literal_eval(part)) for part in parts]))
    return _whole(parts)


def _groups(parts: list[ast.expr]) -> list[list[ast.expr]]:
    """The parts, in groups that each fit on a line: they end at blanks or between fields."""
    groups: list[list[ast.expr]] = [[]]
    room = _LINE
    for part in parts:
        pieces: list[ast.expr] = [part]
        if isinstance(part, ast.Constant):
            words = re.findall(r"\S+\s*|\s+", str(part.value))
            pieces = [ast.Constant(word) for word in words]
        for piece in pieces:
            text = _whole([piece])
            size = _LINE if text is None else len(text) - 3
            if size > room and groups[-1]:
                groups.append([])
                room = _LINE
            groups[-1].append(piece)
            room -= size
    if len(groups) > 1 and len(_piece(groups[-1]) or "") <= _REST:
        # No line of its own for the last word.
        groups[-2:] = [groups[-2] + groups[-1]]
    return groups


def _fstring(
    parts: list[ast.expr], quote: str, inner: str, *, nested: bool = False
) -> str:
    """An f-string within ``quote``, whose fields use the quotes ``inner``."""
    inner = inner or NO_QUOTES
    texts = []
    for part in parts:
        if isinstance(part, ast.FormattedValue):
            texts.append(_field(part, inner, quote))
        elif isinstance(part, ast.Constant):
            text = str(part.value)
            if "\\" in text or quote in text or not text.isprintable():
                if nested:
                    raise Unprintable
                text = escaped(text, quote)
            elif len(quote) == 3 and part is parts[-1]:
                text = escaped(text, quote)
            texts.append(text.replace("{", "{{").replace("}", "}}"))
        else:
            texts.append(_field(ast.FormattedValue(part, -1, None), inner, quote))
    return f"f{quote}{''.join(texts)}{quote}"


def _field(node: ast.FormattedValue, inner: str, banned: str, depth: int = 0) -> str:
    """``{value!r:spec}``, without the text ``banned`` in it."""
    text = EXPR[type(node.value)](node.value, TEST, inner)
    if isinstance(node.value, (ast.Lambda, ast.IfExp)) and "lambda" in text:
        # The colon of a lambda would begin the format.
        text = f"({text})"
    if text[0] == "{":
        # Two braces would be an escape.
        text = f" {text} "
    if banned in text:
        raise Unprintable
    conversion = "" if node.conversion in (-1, None) else f"!{chr(node.conversion)}"
    spec = node.format_spec
    if spec is None:
        return f"{{{text}{conversion}}}"
    if depth:
        raise Unprintable
    return f"{{{text}{conversion}:{_spec(spec, inner, banned)}}}"


def _spec(spec: ast.expr, inner: str, banned: str) -> str:
    texts = []
    for part in spec.values if isinstance(spec, ast.JoinedStr) else [spec]:
        if isinstance(part, ast.FormattedValue):
            texts.append(_field(part, inner, banned, depth=1))
        elif isinstance(part, ast.Constant) and _plain_spec(str(part.value)):
            texts.append(str(part.value))
        else:
            raise Unprintable
    return "".join(texts)


def _plain_spec(text: str) -> bool:
    return text.isprintable() and not any(c in text for c in "\\{}\"'")


def _is_text(node: ast.expr) -> bool:
    """Whether an expression is sure to be a string, so that it needs no formatting."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str)
    if isinstance(node, ast.JoinedStr):
        return True
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _is_text(node.left) and _is_text(node.right)
    if isinstance(node, ast.IfExp):
        return _is_text(node.body) and _is_text(node.orelse)
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Constant)
        and isinstance(node.func.value.value, str)
        and node.func.attr in ("join", "format", "replace")
    )


def _fits(part: ast.expr) -> bool:
    for quote in ('"', "'", _TRIPLE):
        try:
            _fstring([part], quote, _OTHER[quote])
        except Unprintable:
            continue
        return True
    return False


def _sum(parts: list[ast.expr], level: int) -> str:
    """The parts put together with ``+``."""
    terms: list[str] = []
    run: list[ast.expr] = []
    for part in parts:
        if isinstance(part, ast.Constant) or _fits(part):
            run.append(part)
        else:
            if run:
                terms.append(_run(run))
                run = []
            terms.append(_term(part))
    if terms and run:
        terms.append(_run(run))
    elif run:
        # Each part fits into an f-string, but not all of them into the same.
        half = len(run) // 2
        terms += [_run(run[:half]), _run(run[half:])]
    text = " + ".join(terms)
    return f"({text})" if level > SUM and len(terms) > 1 else text


def _run(parts: list[ast.expr]) -> str:
    if all(isinstance(part, ast.Constant) for part in parts):
        return string("".join([str(ast.literal_eval(part)) for part in parts]))
    return joined(ast.JoinedStr(parts), SUM, "")


def _term(part: ast.expr) -> str:
    """A field as an operand of ``+``."""
    if not isinstance(part, ast.FormattedValue):
        part = ast.FormattedValue(part, -1, None)
    value, spec = part.value, part.format_spec
    if part.conversion in (-1, None) and spec is None and _is_text(value):
        return EXPR[type(value)](value, PRODUCT, "")
    conversion = "" if part.conversion in (-1, None) else f"!{chr(part.conversion)}"
    inner = EXPR[type(value)](value, NAMED, "")
    if spec is None:
        return f'"{{{conversion}}}".format({inner})'
    form = EXPR[type(spec)](spec, NAMED, "")
    return f'"{{{conversion}:{{}}}}".format({inner}, {form})'
