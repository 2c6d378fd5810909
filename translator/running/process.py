"""One command, run with limits: what came out, and why it was stopped if it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

OUTPUT_LIMIT = 32 * 1024 * 1024
"""Bytes of one stream; a program that writes more is stopped."""

# How long a stopped program's pipes are waited for: others may hold them open.
_GRACE = 2.0


@dataclass(frozen=True, slots=True)
class Run:
    """What a program did.

    ``exit_code``: negative for the signal that ended it, None where it was stopped, and
    ``stopped`` says why: "time" or "output". ``files``: what it left in the folder that it
    ran in, by path with ``/``: the content of each file that is new or changed, None for one
    that is gone. ``seconds``: how long it ran.
    """

    stdout: str
    stderr: str
    exit_code: int | None
    files: Mapping[str, bytes | None] = field(default_factory=dict)
    seconds: float = field(default=0.0, compare=False)
    stopped: str = field(default="", compare=False)

    def did_the_same_as(self, other: Run) -> bool:
        """Whether stdout, exit code and files agree; what goes to stderr is for people."""
        return (self.stdout, self.exit_code, self.files) == (
            other.stdout,
            other.exit_code,
            other.files,
        )


class Stop:
    """Ends the programs that are running under it, and those begun afterwards, at once.

    For a caller that runs programs in several threads and has to end them all.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self.now = False

    def __call__(self) -> None:
        with self._lock:
            self.now = True
            for process in self._running:
                end(process)

    def add(self, process: subprocess.Popen[bytes]) -> None:
        with self._lock:
            self._running.add(process)
            if self.now:
                end(process)

    def remove(self, process: subprocess.Popen[bytes]) -> None:
        with self._lock:
            self._running.discard(process)


def run_command(
    command: Sequence[str],
    *,
    timeout: float,
    folder: Path,
    environment: Mapping[str, str],
    stdin: bytes = b"",
    stop: Stop | None = None,
) -> Run:
    """Run a command in ``folder`` for at most ``timeout`` seconds.

    At the limit of time or output, and at an exception here (Ctrl-C), the process is ended
    with all that it has begun. Raises ``OSError`` where the command cannot be executed.
    ``files`` of the result is empty.
    """
    began = time.monotonic()
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE if stdin else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env=dict(environment),
        start_new_session=True,
    )
    if stop is not None:
        stop.add(process)
    full = threading.Event()
    streams = [
        _Reader(process, pipe, full) for pipe in (process.stdout, process.stderr)
    ]
    stopped = ""
    try:
        if stdin:
            threading.Thread(target=_feed, args=(process, stdin), daemon=True).start()
        for stream in streams:
            stream.join(max(0.0, began + timeout - time.monotonic()))
        if any(stream.is_alive() for stream in streams):
            raise subprocess.TimeoutExpired(command, timeout)
        process.wait(max(0.0, began + timeout - time.monotonic()))
    except subprocess.TimeoutExpired:
        stopped = "time"
    finally:
        # Also what a program that has ended has left running.
        end(process)
        process.wait()
        for stream in streams:
            stream.join(_GRACE)
        if stop is not None:
            stop.remove(process)
    if full.is_set():
        stopped = "output"
    return Run(
        streams[0].text(),
        streams[1].text(),
        exit_code=None if stopped else process.returncode,
        seconds=time.monotonic() - began,
        stopped=stopped,
    )


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill a process of ``run_command`` and those that it has begun."""
    if sys.platform == "win32":
        process.kill()
        return
    # It leads a group of its own, which may outlive it.
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


class _Reader(threading.Thread):
    """Reads a pipe to its end, or to the limit: then the process is ended."""

    def __init__(
        self,
        process: subprocess.Popen[bytes],
        pipe: IO[bytes] | None,
        full: threading.Event,
    ) -> None:
        super().__init__(daemon=True)
        assert pipe is not None
        self._process, self._pipe, self._full = process, pipe, full
        self._parts: list[bytes] = []
        self.start()

    def run(self) -> None:
        size = 0
        with suppress(ValueError, OSError), self._pipe:
            while part := os.read(self._pipe.fileno(), 65536):
                size += len(part)
                if size > OUTPUT_LIMIT:
                    self._full.set()
                    end(self._process)
                    return
                self._parts.append(part)

    def text(self) -> str:
        text = b"".join(list(self._parts)).decode("utf-8", "backslashreplace")
        return text.replace(os.linesep, "\n")


def _feed(process: subprocess.Popen[bytes], stdin: bytes) -> None:
    """Write stdin, and close it; a program need not read it."""
    assert process.stdin is not None
    with suppress(OSError), process.stdin:
        process.stdin.write(stdin)
