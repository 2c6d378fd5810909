"""Programs under Node and Python as the tests run them; and a newer Python to run them with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache

from js2aio.running import Run as Outcome
from js2aio.running import find_node, run_node, run_python

__all__ = ["Outcome", "find_new_python", "find_node", "run_node", "run_python"]


@cache
def find_new_python() -> str | None:
    """A Python of 3.12 or later: the one that runs the tests, that of the environment
    variable JS2AIO_PYTHON313, or one on the PATH; None where there is none."""
    named = os.environ.get("JS2AIO_PYTHON313")
    names = [sys.executable, named, "python3.14", "python3.13", "python3.12"]
    for name in names:
        path = shutil.which(name) if name else None
        if path is not None and _version(path) >= (3, 12):
            return path
    return None


def _version(python: str) -> tuple[int, ...]:
    """Of an interpreter; () where it does not run (a shim without a version behind it)."""
    told = subprocess.run(
        [python, "-c", "import sys; print(*sys.version_info[:2])"],
        capture_output=True,
        timeout=20,
        check=False,
    )
    return tuple(map(int, told.stdout.split())) if told.returncode == 0 else ()
