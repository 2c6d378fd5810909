"""The text of one JavaScript file, with lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

# ECMA-262 section 12.3: what ends a line.
_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")
# Also what only looks like an import: nobody minds.
_IMPORT = re.compile(r"""(?:\bfrom|\bimport|\brequire)\s*\(?\s*["']([^"'\n]+)["']""")


class SourceText:
    """``text`` is the source after the BOM, ``filename`` what diagnostics call it."""

    def __init__(self, text: str, filename: str = "<string>") -> None:
        self.text = text.removeprefix("\ufeff")
        self.filename = filename

    @cached_property
    def modules(self) -> frozenset[str]:
        """The modules that the text asks for, by name; there may be others among them."""
        return frozenset(_IMPORT.findall(self.text))

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins."""
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset, both counted from 1."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line (from 1), without its end."""
        start = self.line_starts[number - 1]
        end = (
            self.line_starts[number]
            if number < len(self.line_starts)
            else len(self.text)
        )
        return self.text[start:end].rstrip("\r\n\u2028\u2029")
