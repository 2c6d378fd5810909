"""Makes a program smaller, as long as something stays true of it: by its text.

Statements, blocks, handlers and items are taken out one after the other; what is left need
not be sensible, only valid: whoever asks says of each candidate whether it still counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_PAIRS = {"(": ")", "[": "]", "{": "}"}


def shrink(source: str, holds: Callable[[str], bool], attempts: int = 600) -> str:
    """The smallest text found of which ``holds`` is true, as it is of ``source``."""
    left = attempts
    before = ""
    while before != source and left > 0:
        before = source
        for candidates in (_without_lines, _without_parts):
            position = 0
            while left > 0:
                found = False
                for number, candidate in enumerate(candidates(source)):
                    if number < position:
                        continue
                    if left <= 0:
                        break
                    left -= 1
                    position = number
                    if holds(candidate):
                        source = candidate
                        found = True
                        break
                if not found:
                    break
    return source


def _depth(line: str) -> int:
    opened = sum(line.count(bracket) for bracket in "([{")
    return opened - sum(line.count(bracket) for bracket in ")]}")


def _without_lines(source: str) -> Iterator[str]:
    """Without a statement; or a block's statements without its head."""
    lines = source.splitlines(keepends=True)
    for start in range(len(lines)):
        depth, end = 0, start
        while end < len(lines):
            depth += _depth(lines[end])
            end += 1
            if depth <= 0:
                break
        if depth != 0:
            continue
        yield "".join(lines[:start] + lines[end:])
        if end - start > 2:
            yield "".join(lines[:start] + lines[start + 1 : end - 1] + lines[end:])


def _closing(source: str, start: int) -> int:
    """Behind the bracket that closes the one at ``start``."""
    depth = 0
    for position in range(start, len(source)):
        if source[position] in _PAIRS:
            depth += 1
        elif source[position] in _PAIRS.values():
            depth -= 1
            if depth == 0:
                return position + 1
    return len(source)


def _without_parts(source: str) -> Iterator[str]:
    """Without a handler, an item or an else; a call as a plain value."""
    for found in re.finditer(r"\.(?:then|catch|finally)\(", source):
        end = _closing(source, found.end() - 1)
        yield source[: found.start()] + source[end:]
    for found in re.finditer(r"\}(?: else \{| finally \{)", source):
        end = _closing(source, found.end() - 1)
        yield source[: found.start() + 1] + source[end:]
    for found in re.finditer(r"[\[(]", source):
        end = _closing(source, found.start())
        inner = source[found.start() + 1 : end - 1]
        items = _items(inner)
        if len(items) > 1:
            for number in range(len(items)):
                rest = ",".join(items[:number] + items[number + 1 :]).strip()
                yield source[: found.start() + 1] + rest + source[end - 1 :]
        if found[0] == "[" and items:
            for item in items:
                if "(" in item:
                    yield source[: found.start() + 1] + "0" + source[end - 1 :]
                    break
    for found in re.finditer(r"(?<!new )(?:\b\w+(?:\.\w+)?|new Promise)\(", source):
        end = _closing(source, found.end() - 1)
        yield source[: found.start()] + "0" + source[end:]
        if "sleep(" in source:
            yield source[: found.start()] + "sleep(7)" + source[end:]
    for found in re.finditer(r"(?<![\w.\])])\(", source):
        end = _closing(source, found.start())
        inner = source[found.start() + 1 : end - 1]
        if len(inner) > 2 and not source.startswith(" =>", end):
            yield source[: found.start()] + inner.strip("()") + source[end:]
            for simple in ("0", '""', "[]"):
                yield source[: found.start()] + simple + source[end:]
    for found in re.finditer(r'`[^`\n]*`|"[^"\n]*"', source):
        if found[0] != '""':
            yield source[: found.start()] + "1" + source[found.end() :]


def _items(inner: str) -> list[str]:
    """What commas separate."""
    items, depth, start = [], 0, 0
    for position, character in enumerate(inner):
        if character in _PAIRS:
            depth += 1
        elif character in _PAIRS.values():
            depth -= 1
        elif character == "," and depth == 0:
            items.append(inner[start:position])
            start = position + 1
    items.append(inner[start:])
    return items if inner.strip() else []
