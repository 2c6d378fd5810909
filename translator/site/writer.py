"""Writes the files of a site, and takes away what an earlier one left there."""

from __future__ import annotations

import json
from pathlib import Path

from ..errors import Js2aioError

_MANIFEST = ".js2aio-site.json"


class SiteError(Js2aioError):
    """The site cannot be written; the message says where, and why."""


class Folder:
    """The folder of a site; it may be empty, missing, or that of an earlier site.

    Raises ``SiteError`` for one that holds anything else, so that nothing is overwritten.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._before: set[str] = set()
        self._written: set[str] = set()
        manifest = path / _MANIFEST
        try:
            if manifest.is_file():
                self._before = set(json.loads(manifest.read_text("utf-8"))["files"])
            elif path.exists() and any(path.iterdir()):
                raise SiteError(
                    f"{path}: holds files that are no site of js2aio; give an empty "
                    "folder, or another one"
                )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise SiteError(f"{path}: cannot be used for a site: {error}") from None

    def write(self, name: str, text: str) -> None:
        """Write one file, ``name`` with ``/``, unless it is there with the same text."""
        path = self._path / name
        data = text.encode("utf-8", "replace")
        self._written.add(name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.is_file() or path.read_bytes() != data:
                path.write_bytes(data)
        except OSError as error:
            raise SiteError(f"{path}: {error.strerror or error}") from None

    def close(self) -> None:
        """Remove what the earlier site had and this one has not."""
        for name in self._before - self._written:
            path = self._path / name
            if ".." not in Path(name).parts and path.is_file():
                path.unlink()
                folder = path.parent
                while folder != self._path and not any(folder.iterdir()):
                    folder.rmdir()
                    folder = folder.parent
        self.write(_MANIFEST, json.dumps({"files": sorted(self._written)}, indent=1))
