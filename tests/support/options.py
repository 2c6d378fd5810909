"""The options that a test program is translated with: those of its folder."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from js2aio import Naming, Options, Order, Style, Target

NAME = "options.toml"


def options_of(program: Path) -> Options:
    """What the ``options.toml`` beside a program says, keys as in ``[tool.js2aio]``."""
    return _options(program.parent / NAME)


@cache
def _options(path: Path) -> Options:
    if not path.exists():
        return Options()
    table = tomllib.loads(path.read_text("utf-8"))
    kinds = {"target": Target, "style": Style, "order": Order, "naming": Naming}
    return Options(**{key: kinds[key](value) for key, value in table.items()})
