"""Programs with marked places, and what the analysis says of them."""

from __future__ import annotations

from js2aio.analyse import Analysis, analyse
from js2aio.parse import nodes as n
from js2aio.parse import parse
from js2aio.source import SourceText


def analysed(text: str) -> Analysis:
    source = SourceText(text, "row.js")
    return analyse(parse(source), source)


def at_marks(marked: str) -> tuple[Analysis, n.Node]:
    """The analysis of a program, and the node that stands in ``⟦ ⟧`` in it."""
    start, end = marked.index("⟦"), marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    analysis = analysed(text)
    for node in n.walk(analysis.program):
        if (node.start, node.end) == (start, end):
            if not isinstance(node, (n.Program, n.ExpressionStatement)):
                return analysis, node
    raise AssertionError(f"no node is {text[start:end]}")
