"""What the text of a template says of the form in which it takes its captures."""

from __future__ import annotations

import re
from functools import cache

from ..rules import Rule


@cache
def taken_apart(rule: Rule, name: str) -> bool:
    """Whether a template asks only for parts of the items of a list."""
    template = rule.python or ""
    variables = re.findall(rf"for (\w+) in {name} %", template)
    return bool(variables) and all(
        re.search(rf"\b{variable}\.(items|name|value)\b", template)
        and not re.search(rf"{{{{\s*{variable}\s*[|}}]", template)
        for variable in variables
    )


@cache
def made_when_asked(rule: Rule, name: str) -> bool:
    """Whether the items of a list are made where the template says in which form."""
    template = rule.python or ""
    return re.search("awaitable|coroutine", template) is not None or any(
        re.search(rf"\b{variable}\.(settled|piped)\b", template)
        for variable in re.findall(rf"for (\w+) in {name} %", template)
    )


@cache
def iterated_only(rule: Rule, name: str) -> bool:
    """Whether a template asks once for what a capture iterates over, and for no more."""
    mentions = re.findall(rf"(?<![\w.]){name}\b(\.\w+)?", rule.python or "")
    return mentions == [".iter"]


def mentioned_bare(rule: Rule, name: str) -> bool:
    """Whether a template asks for the value of a capture itself, not only for parts."""
    template = re.sub(r"{%.*?%}", "", rule.python or "")
    if (
        f"{name}.iter" in template
        or f"{name}.awaitables" in template
        or f"{name}.settled" in template
        or f"{name}.option" in template
        or f"{name}.seconds" in template
        or f"{name}.quoted" in template
        or f"{name}.typecode" in template
    ):
        return re.search(rf"(?<![\w.]){name}\b(?!\.)", template) is not None
    return True
