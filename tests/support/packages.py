"""Which packages of npm a program imports, and whether Node would find them.

They are listed in ``tests/package.json``; ``npm install`` there puts them where Node looks.
"""

from __future__ import annotations

import re
from pathlib import Path

_IMPORTED = re.compile(
    r"""(?:\bfrom\s*|\bimport\s*|\b(?:require|import)\s*\(\s*)["']([^"'\n]+)["']"""
)
_BUILT_IN = frozenset(
    "assert async_hooks buffer child_process cluster console constants crypto dgram dns "
    "domain events fs http http2 https inspector module net os path perf_hooks process "
    "punycode querystring readline repl stream string_decoder timers tls tty url util v8 "
    "vm wasi worker_threads zlib".split()
)


def imported_packages(source: str) -> list[str]:
    """The packages that a program's text imports, by name; none of Node's own."""
    names: dict[str, None] = {}
    for reference in _IMPORTED.findall(source):
        if reference.startswith((".", "/", "node:")):
            continue
        parts = reference.split("/")
        name = "/".join(parts[:2]) if reference.startswith("@") else parts[0]
        if name not in _BUILT_IN:
            names[name] = None
    return list(names)


def missing_packages(program: Path) -> list[str]:
    """The packages that a program imports and that are installed nowhere above it."""
    return [
        name
        for name in imported_packages(program.read_text("utf-8"))
        if not any(
            (folder / "node_modules" / name).is_dir() for folder in program.parents
        )
    ]
