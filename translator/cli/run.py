"""``--run``: the translation as a program of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from ..options import Target


def check_target(target: Target) -> None:
    """Refuse to run what this interpreter is too old for."""
    if target.version > sys.version_info[:2]:
        own = ".".join(map(str, sys.version_info[:2]))
        raise click.UsageError(
            f"--run executes with this Python, {own}, which is older than the target "
            f"{target.value}."
        )


def execute(code: str, name: str, arguments: Sequence[str]) -> int:
    """Run Python code as ``name``.py with this interpreter; returns its exit status.

    The program inherits stdin, stdout, stderr, the folder and the environment.
    """
    with tempfile.TemporaryDirectory(prefix="js2aio-") as folder:
        path = Path(folder, f"{name}.py")
        path.write_bytes(code.encode())
        process = subprocess.Popen([sys.executable, str(path), *arguments])
        with _signals_to(process):
            status = process.wait()
    return status if status >= 0 else 128 - status


@contextmanager
def _signals_to(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """While the program runs, signals are for it: this process only waits.

    An interrupt from the terminal reaches the program by itself.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {
        signal.SIGINT: signal.signal(signal.SIGINT, signal.SIG_IGN),
        signal.SIGTERM: signal.signal(
            signal.SIGTERM, lambda number, _frame: os.kill(process.pid, number)
        ),
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
