"""Many small programs at once: a process for a batch, not an interpreter for each.

Python programs are children of one interpreter that has loaded what they commonly import
(``fork``). JavaScript ones share one Node, one after the other, and those that fail there, or
do what a shared process is not fit for, are run again by themselves.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from .process import Run
from .programs import base_environment, find_node, run_node, run_python

T = TypeVar("T")

_HERE = Path(__file__).parent
# What a batch may take beside its programs: starting, loading, writing.
_GRACE = 60.0


@dataclass(frozen=True, slots=True)
class Script:
    """The text of a program; ``suffix`` is that of its file (``.mjs`` for a module)."""

    text: str
    suffix: str = ".js"


def run_python_batch(
    codes: Sequence[str], timeout: float = 10, *, processes: int | None = None
) -> list[Run]:
    """What each Python program did, in the order of ``codes``.

    ``timeout``: seconds for each of them; ``processes``: how many run at once, as many as
    there are processors unless given.
    """
    if not hasattr(os, "fork"):
        with ThreadPoolExecutor(processes or os.cpu_count()) as pool:
            return list(pool.map(lambda code: run_python(code, timeout), codes))
    with _laid_out([Script(code, ".py") for code in codes], None) as files:
        return _in_parts(
            files,
            lambda part: _forked_python(part, timeout),
            processes or os.cpu_count() or 1,
        )


def run_node_batch(
    scripts: Sequence[Script],
    timeout: float = 10,
    *,
    folder: Path | None = None,
    processes: int | None = None,
) -> list[Run] | None:
    """What each JavaScript program did under Node; None where Node is not installed.

    ``folder``: where the packages that they import are looked for. Programs that fail, or
    that a shared process is not fit for, are run by themselves.
    """
    node = find_node()
    if node is None:
        return None
    with _laid_out(scripts, folder) as files:
        shared = _in_parts(
            files,
            lambda part: _shared_node(node, part, timeout),
            processes or os.cpu_count() or 1,
        )
        with ThreadPoolExecutor(processes or os.cpu_count()) as pool:
            return list(
                pool.map(
                    lambda run, file: run or run_node(Path(file), timeout),
                    shared,
                    files,
                )
            )


def _shared_node(
    node: str, files: Sequence[str], timeout: float
) -> Sequence[Run | None]:
    """What those of the files printed that did nothing but that, run in one process."""
    try:
        done = subprocess.run(
            [node, str(_HERE / "share_node.mjs")],
            input=json.dumps({"files": files}).encode(),
            stdout=subprocess.PIPE,
            cwd=Path(files[0]).parent / "work",
            env=base_environment(),
            timeout=timeout + _GRACE,
            check=True,
        )
        entries = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        return [None] * len(files)
    return [entry and Run(**entry, exit_code=0) for entry in entries]


def _forked_python(files: Sequence[str], timeout: float) -> Sequence[Run]:
    """What each of the files did in a child of one interpreter."""
    done = subprocess.run(
        [sys.executable, str(_HERE / "fork_each.py")],
        input=json.dumps({"files": files, "seconds": timeout}).encode(),
        stdout=subprocess.PIPE,
        env=base_environment(),
        timeout=timeout * len(files) + _GRACE,
        check=True,
    )
    return [Run(**entry) for entry in json.loads(done.stdout)]


def _in_parts(
    files: Sequence[str], run: Callable[[Sequence[str]], Sequence[T]], parts: int
) -> list[T]:
    """Run the files in so many batches at once; neighbours go to different ones."""
    if not files:
        return []
    parts = min(parts, len(files))
    with ThreadPoolExecutor(parts) as pool:
        done = list(pool.map(run, [files[at::parts] for at in range(parts)]))
    return [done[at % parts][at // parts] for at in range(len(files))]


@contextmanager
def _laid_out(scripts: Sequence[Script], home: Path | None) -> Iterator[list[str]]:
    """The scripts as files, each with an empty folder ``work`` beside it."""
    with tempfile.TemporaryDirectory(
        prefix="js2aio-batch-", ignore_cleanup_errors=True
    ) as name:
        base = Path(os.path.realpath(name))
        if home is not None and (home / "node_modules").is_dir():
            (base / "node_modules").symlink_to(
                (home / "node_modules").resolve(), target_is_directory=True
            )
        files = []
        for at, script in enumerate(scripts):
            folder = base / str(at)
            (folder / "work").mkdir(parents=True)
            path = folder / f"program{script.suffix}"
            path.write_bytes(script.text.encode("utf-8", "surrogatepass"))
            files.append(str(path))
        yield files
