"""JavaScript under Node and Python text under Python, in a scratch folder, alike."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from ..errors import NodeNotFoundError
from .process import Run, Stop, run_command

# What would let an interpreter do, or write, something else than by itself.
_LEFT_OUT = ("PYTHON", "FORCE_COLOR", "COV_", "NODE_")
_KEPT = ("NODE_ENV", "NODE_PATH")


def find_node() -> str | None:
    """The path of Node, or None where it is not installed."""
    return shutil.which("node")


class Scratch:
    """A folder that programs run in, one after the other, each finding it anew.

    It has the same path for all of them, so that a program that prints its folder prints the
    same. ``files``: a folder whose content it holds at the start. Use as a context manager;
    it is gone afterwards.
    """

    def __init__(self, files: Path | None = None) -> None:
        self._files = files
        self._base = tempfile.TemporaryDirectory(
            prefix="js2aio-", ignore_cleanup_errors=True
        )

    def __enter__(self) -> Scratch:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._base.cleanup()

    def fresh(self) -> Path:
        """The folder as it is at the start, without what was left in it."""
        folder = Path(os.path.realpath(self._base.name), "work")
        if folder.exists():
            shutil.rmtree(folder)
        if self._files is None:
            folder.mkdir()
        else:
            shutil.copytree(self._files, folder, symlinks=True)
        return folder


def run_node(
    program: Path | str,
    timeout: float = 10,
    *,
    arguments: Sequence[str] = (),
    stdin: bytes = b"",
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    suffix: str = ".js",
    node: str = "",
    stop: Stop | None = None,
) -> Run:
    """Run a JavaScript file, or JavaScript text, under Node.

    Text becomes a file of its own called ``program`` with this ``suffix`` (``.mjs`` for a
    module); a file runs where it is, so that it finds what it imports. ``timeout`` is in
    seconds; ``environment`` is added to that of this process (see ``base_environment``);
    ``folder`` is where it runs, an empty one unless given; ``node`` is another Node than that
    of the PATH. Raises ``NodeNotFoundError``.
    """
    found = shutil.which(node) if node else find_node()
    if found is None:
        raise NodeNotFoundError(
            f"{node or 'node'} is not installed, or not on the PATH"
        )
    settings = _Settings(timeout, arguments, stdin, environment, stop)
    if isinstance(program, Path):
        return settings.run([found, str(program.resolve())], folder)
    with tempfile.TemporaryDirectory(prefix="js2aio-node-") as home:
        path = Path(home, f"program{suffix}")
        path.write_bytes(program.encode("utf-8", "surrogatepass"))
        return settings.run([found, str(path)], folder)


def run_python(
    code: str,
    timeout: float = 20,
    python: str = "",
    *,
    arguments: Sequence[str] = (),
    stdin: bytes = b"",
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    name: str = "program",
    stop: Stop | None = None,
) -> Run:
    """Run Python text as a file of its own, ``name``.py, with this interpreter or ``python``.

    The rest is as for ``run_node``.
    """
    settings = _Settings(timeout, arguments, stdin, environment, stop)
    with tempfile.TemporaryDirectory(prefix="js2aio-python-") as home:
        path = Path(home, f"{name}.py")
        path.write_bytes(code.encode())
        return settings.run([python or sys.executable, str(path)], folder)


def base_environment() -> dict[str, str]:
    """The environment of this process as both interpreters get it.

    Without what would change how they run or write; in UTC, as translated dates are, and
    without colours.
    """
    kept = {
        key: value
        for key, value in os.environ.items()
        if key in _KEPT or not key.startswith(_LEFT_OUT)
    }
    return {**kept, "NO_COLOR": "1", "TZ": "UTC", "PYTHONUTF8": "1"}


class _Settings:
    """How a program is run, whichever interpreter it is for."""

    def __init__(
        self,
        timeout: float,
        arguments: Sequence[str],
        stdin: bytes,
        environment: Mapping[str, str] | None,
        stop: Stop | None,
    ) -> None:
        self.timeout = timeout
        self.arguments = arguments
        self.stdin = stdin
        self.environment = {**base_environment(), **(environment or {})}
        self.stop = stop

    def run(self, command: Sequence[str], folder: Path | None) -> Run:
        if folder is None:
            with Scratch() as scratch:
                return self.run(command, scratch.fresh())
        before = contents(folder)
        done = run_command(
            [*command, *self.arguments],
            timeout=self.timeout,
            folder=folder,
            environment=self.environment,
            stdin=self.stdin,
            stop=self.stop,
        )
        after = contents(folder)
        changed: dict[str, bytes | None] = {
            name: data for name, data in after.items() if before.get(name) != data
        }
        changed.update(dict.fromkeys(before.keys() - after.keys()))
        return replace(done, files=dict(sorted(changed.items())))


def contents(folder: Path) -> dict[str, bytes]:
    """The files below a folder by path; of a symbolic link, where it points."""
    found = {}
    for here, folders, files in os.walk(folder):
        links = [name for name in folders if os.path.islink(os.path.join(here, name))]
        for name in [*files, *links]:
            path = Path(here, name)
            with suppress(OSError):
                key = path.relative_to(folder).as_posix()
                found[key] = _content(path)
    return found


def _content(path: Path) -> bytes:
    if path.is_symlink():
        return b"-> " + os.fsencode(os.readlink(path))
    if not path.is_file():  # a pipe, say: reading it might never end
        return b""
    return path.read_bytes()
