"""Shows a place of the source as plain text: the lines around it, and carets below it."""

from __future__ import annotations

import unicodedata

from .source import SourceText

# A line longer than this is shown in part, with an ellipsis where it goes on.
_WIDTH = 100
_ELLIPSIS = "..."


def code_frame(
    source: SourceText,
    line: int,
    column: int,
    end_line: int,
    end_column: int,
    context: int = 1,
) -> str:
    """The lines around a range of the source, with carets below its first line.

    Lines and columns count from 1, the end is exclusive. ``context`` is the number of
    lines before and after. Positions outside of the source are moved inside. The result
    has no tabs, no control characters and no line longer than a terminal shows.
    """
    last = len(source.line_starts)
    line = min(max(line, 1), last)
    text = source.line(line)
    column = min(max(column, 1), len(text) + 1)
    if end_line > line:
        end_column = len(text) + 1
    end_column = min(max(end_column, column + 1), max(len(text), column) + 1)

    # All lines are cut at the same place, so that they stay aligned.
    start = 0
    if len(text) > _WIDTH and column > _WIDTH * 2 // 3:
        start = min(column - _WIDTH // 2, max(len(text) - _WIDTH, 0))

    numbers = range(max(line - context, 1), min(line + context, last) + 1)
    margin = len(str(numbers[-1]))
    frame = []
    for number in numbers:
        mark = ">" if number == line else " "
        shown = _cut(source.line(number), start)
        frame.append(f"{mark} {number:>{margin}} | {shown}".rstrip())
        if number == line:
            before = _width(text[start : column - 1]) + (start > 0) * len(_ELLIPSIS)
            covered = text[column - 1 : min(end_column - 1, start + _WIDTH)]
            carets = "^" * max(_width(covered), 1)
            frame.append(f"  {'':>{margin}} | {' ' * before}{carets}")
    return "\n".join(frame)


def _cut(text: str, start: int) -> str:
    """The part of a line that is shown, made safe."""
    part = _safe(text[start : start + _WIDTH])
    if start > 0:
        part = (_ELLIPSIS if text[start:] else "") + part
    if start + _WIDTH < len(text):
        part += _ELLIPSIS
    return part


def _safe(text: str) -> str:
    """The text with a blank for a tab and ``?`` for what a terminal might act upon."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_safe_character(character) for character in text)


def _safe_character(character: str) -> str:
    if character == "\t":
        return " "
    # Cc, Cf, Cs, Co, Cn: controls, direction marks, lone surrogates, unassigned;
    # Zl, Zp: line separators.
    category = unicodedata.category(character)
    if category[0] == "C" or category in {"Zl", "Zp"}:
        return "?"
    return character


def _width(text: str) -> int:
    """The columns that the text takes in a terminal."""
    if text.isascii():
        return len(text)
    width = 0
    for character in text:
        if unicodedata.combining(character):
            continue
        width += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return width
