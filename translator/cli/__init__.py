"""The command ``js2aio``."""

from __future__ import annotations

import os
import sys


def main() -> int:
    """Run the command with the arguments of the process; returns the exit status."""
    if sys.stderr is None:  # closed: what would be said goes nowhere
        sys.stderr = open(os.devnull, "w", encoding="utf-8")
    if sys.argv[1:] == ["--version"]:  # before anything is loaded
        from .version import version_text

        print(version_text())
        return 0
    from .main import command

    return command.run(sys.argv[1:])
