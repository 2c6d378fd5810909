"""Runs a program under Node or under Python, and says what came out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a program did; ``exit_code`` is None where it was stopped for its time."""

    stdout: str
    stderr: str
    exit_code: int | None

    def did_the_same_as(self, other: Outcome) -> bool:
        """Whether stdout and exit code agree; what goes to stderr is for people."""
        return self.stdout == other.stdout and self.exit_code == other.exit_code


def find_node() -> str | None:
    """The path of Node, or None where it is not installed."""
    return shutil.which("node")


def run_node(program: Path | str, timeout: float = 10) -> Outcome:
    """Run a JavaScript file, or JavaScript text as a CommonJS script, under Node."""
    node = find_node()
    if node is None:
        raise FileNotFoundError("node is not installed")
    if isinstance(program, Path):
        return _run([node, str(program.resolve())], timeout)
    with tempfile.TemporaryDirectory(prefix="js2aio-node-") as folder:
        path = Path(folder, "program.js")
        path.write_bytes(program.encode("utf-8", "surrogatepass"))
        return _run([node, str(path)], timeout)


def run_python(code: str, timeout: float = 20, python: str = "") -> Outcome:
    """Run Python text as a file of its own with this interpreter, or another one."""
    with tempfile.TemporaryDirectory(prefix="js2aio-python-") as folder:
        path = Path(folder, "program.py")
        path.write_bytes(code.encode())
        return _run([python or sys.executable, str(path)], timeout)


def _run(command: Sequence[str], timeout: float) -> Outcome:
    """Run a command away from what the user's environment would change."""
    kept = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("PYTHON", "NODE_", "FORCE_COLOR", "COV_"))
    }
    environment = {**kept, "NO_COLOR": "1", "TZ": "UTC", "PYTHONUTF8": "1"}
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=timeout,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired as stopped:
        return Outcome(_text(stopped.stdout), _text(stopped.stderr), None)
    return Outcome(_text(done.stdout), _text(done.stderr), done.returncode)


def _text(data: bytes | None) -> str:
    text = (data or b"").decode("utf-8", "backslashreplace")
    return text.replace(os.linesep, "\n")


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
    told = _run([python, "-c", "import sys; print(*sys.version_info[:2])"], 20)
    return tuple(map(int, told.stdout.split())) if told.exit_code == 0 else ()
