"""Comments and docstrings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..parse import nodes as n
from .attributes import snake_case

if TYPE_CHECKING:
    from .base import Base

_STAR = re.compile(r"^\s*\*? ?")


def comment_text(comment: n.Comment) -> str:
    """The text of a comment, one line for each of its lines, without stars."""
    if not comment.block:
        return comment.text.strip()
    lines = [_STAR.sub("", line).rstrip() for line in comment.text.splitlines()]
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    return "\n".join(lines)


def docstring_of(lowerer: Base, node: n.Node) -> str | None:
    """The docstring that a function's or class's JSDoc becomes; None without one."""
    jsdoc = lowerer.analysis.jsdoc
    if isinstance(node, n.Function) and not jsdoc.documents_function(node):
        return None
    doc = jsdoc.doc(node)
    if doc is None:
        return None
    sections: list[str] = [doc.text] if doc.text else []
    params = [
        (tag.target, tag.text)
        for tag in doc.tags
        if tag.name in ("param", "arg", "argument") and tag.target and tag.text
    ]
    if params:
        lines = "\n".join(f"    {snake_case(name)}: {text}" for name, text in params)
        sections.append(f"Args:\n{lines}")
    for tag in doc.tags:
        if tag.name in ("returns", "return") and tag.text:
            sections.append(f"Returns:\n    {tag.text}")
        elif tag.name in ("throws", "exception") and tag.text:
            sections.append(f"Raises:\n    {tag.text}")
    if not sections:
        return None
    text = "\n\n".join(sections)
    return text if "\n" not in text else text + "\n"
