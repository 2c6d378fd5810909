"""The command ``js2aio``."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command with the arguments of the process; returns the exit status."""
    if sys.argv[1:] == ["--version"]:  # before anything is loaded
        from .version import version_text

        print(version_text())
        return 0
    from .main import command

    return command.run(sys.argv[1:])
