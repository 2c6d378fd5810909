"""Where the files of ``mappings/`` are."""

from __future__ import annotations

import importlib
from functools import cache
from pathlib import Path


@cache
def mappings_directory() -> Path:
    """The folder of the built-in rules and helpers.

    It is the package ``js2aio.mappings`` where that is installed, else the folder
    ``mappings`` beside the one that holds this package.
    """
    package = __name__.split(".")[0]
    try:
        found = importlib.import_module(f"{package}.mappings")
    except ModuleNotFoundError:
        return Path(__file__).resolve().parents[2] / "mappings"
    return Path(next(iter(found.__path__)))
