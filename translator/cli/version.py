"""What ``js2aio --version`` prints."""

from __future__ import annotations

import sys

from .. import __version__


def version_text() -> str:
    python = ".".join(map(str, sys.version_info[:3]))
    return f"js2aio {__version__}\nPython ({sys.implementation.name}) {python}"
