"""Import statements merged and sorted, as ruff and isort leave them by default."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable
from functools import lru_cache

_FUTURE, _STANDARD, _THIRD_PARTY, _LOCAL = range(4)


def sort_imports(statements: Iterable[str]) -> list[list[str]]:
    """Import statements as sections of lines: future, standard library, others, relative.

    Names from the same module come in one line; within a section ``import x`` precedes
    ``from x import y``.
    """
    plain: set[tuple[str, str | None]] = set()
    names: dict[str, set[str]] = {}
    renamed: set[tuple[str, str, str]] = set()
    for statement in statements:
        for node in _parsed(statement):
            if isinstance(node, ast.Import):
                plain.update((alias.name, alias.asname) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                module = "." * node.level + (node.module or "")
                for alias in node.names:
                    if alias.asname is None or alias.asname == alias.name:
                        names.setdefault(module, set()).add(alias.name)
                    else:
                        renamed.add((module, alias.name, alias.asname))
            else:
                raise TypeError(f"not an import: {statement!r}")

    sections: list[list[str]] = [[], [], [], []]
    for module, alias_name in sorted(
        plain, key=lambda item: (_module_key(item[0]), _natural(item[1] or ""))
    ):
        line = (
            f"import {module}"
            if alias_name is None
            else f"import {module} as {alias_name}"
        )
        sections[_section(module)].append(line)
    lines = [
        (
            (
                _module_key(module),
                _member_key(min(found, key=_member_key)),
                _natural(""),
            ),
            module,
            found,
        )
        for module, found in names.items()
    ]
    lines += [
        (
            (_module_key(module), _member_key(member), _natural(alias)),
            module,
            {f"{member} as {alias}"},
        )
        for module, member, alias in renamed
    ]
    for _, module, found in sorted(lines, key=lambda line: line[0]):
        members = ", ".join(sorted(found, key=_member_key))
        sections[_section(module)].append(f"from {module} import {members}")
    return [section for section in sections if section]


@lru_cache(maxsize=1024)
def _parsed(statement: str) -> list[ast.stmt]:
    return ast.parse(statement.strip()).body


def _section(module: str) -> int:
    if module == "__future__":
        return _FUTURE
    if module.startswith("."):
        return _LOCAL
    return (
        _STANDARD if module.split(".")[0] in sys.stdlib_module_names else _THIRD_PARTY
    )


_Natural = list[tuple[int, int, str]]


def _natural(text: str) -> _Natural:
    """A key that puts ``x2`` before ``x10``."""
    return [
        (0, int(part), "") if part.isdigit() else (1, 0, part)
        for part in re.split(r"([0-9]+)", text)
        if part
    ]


def _module_key(module: str) -> tuple[int, _Natural, _Natural]:
    # The more dots, the farther away, and the farther ones come first.
    dots = len(module) - len(module.lstrip("."))
    return -dots, _natural(module.lower()), _natural(module)


def _member_key(member: str) -> tuple[int, _Natural, _Natural]:
    """Constants, then classes, then the rest, told apart by their letters."""
    name = member.split(" ")[0]
    if len(name) > 1 and name.isupper():
        kind = 0
    else:
        kind = 1 if name[0].isupper() else 2
    return kind, _natural(name.lower()), _natural(name)
