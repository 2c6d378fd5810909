"""JavaScript files in folders, what their Python is called, and writing it whole."""

from __future__ import annotations

import os
import re
import secrets
import stat
from collections.abc import Iterator
from keyword import iskeyword
from pathlib import Path
from unicodedata import normalize

from .options import Naming

SUFFIXES = (".js", ".mjs", ".cjs")


def sources_in(folder: str | os.PathLike[str]) -> Iterator[Path]:
    """The JavaScript files below a folder, in the order of their names.

    ``node_modules`` and folders that begin with a dot are left out.
    """
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(
            name
            for name in folders
            if name != "node_modules" and not name.startswith(".")
        )
        for name in sorted(files):
            path = Path(here, name)
            if path.suffix in SUFFIXES and (path.is_file() or path.is_symlink()):
                yield path


def module_name(stem: str, naming: Naming = Naming.PEP8) -> str:
    """The name of the Python file for a JavaScript file, both without the suffix."""
    if naming is Naming.PEP8:
        stem = re.sub(r"(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", stem)
        stem = stem.lower()
    name = re.sub(r"\W+", "_", normalize("NFKC", stem)) or "_"
    return f"{name}_" if iskeyword(name) else name


def write_whole(path: Path, text: str) -> None:
    """Write a file so that nobody ever sees a part of it. Raises ``OSError``.

    An existing file keeps its mode, and a symbolic link stays one.
    """
    data = text.encode()
    target = Path(os.path.realpath(path))
    before = target.stat() if target.exists() else None
    if before is not None and not stat.S_ISREG(before.st_mode):
        target.write_bytes(data)  # a pipe or a device: nothing to replace
        return
    if before is not None and not os.access(target, os.W_OK):
        raise PermissionError(13, "Permission denied", str(path))
    part = target.with_name(f".js2aio-{secrets.token_hex(6)}.part")
    try:
        with open(part, "xb") as file:
            file.write(data)
        if before is not None:
            part.chmod(stat.S_IMODE(before.st_mode))
        os.replace(part, target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
