"""What a JavaScript program did under Node, kept in files beside it.

Beside ``name.js`` stands ``name.out`` with its stdout and, where it did not end with 0,
``name.exit`` with its exit code. So it can be compared with where Node is not installed.
``name.in`` is what it reads from standard input.
"""

from __future__ import annotations

from pathlib import Path

from .process import Run


def has_record(program: Path) -> bool:
    return program.with_suffix(".out").is_file()


def read_record(program: Path) -> Run:
    """What was recorded; nothing is known of stderr and files."""
    exit_file = program.with_suffix(".exit")
    exit_code = int(exit_file.read_text("utf-8")) if exit_file.exists() else 0
    stdout = program.with_suffix(".out").read_bytes().decode("utf-8")
    return Run(stdout, "", exit_code)


def read_input(program: Path) -> bytes:
    """What the program finds on standard input: nothing, unless a file beside it says so."""
    file = program.with_suffix(".in")
    return file.read_bytes() if file.is_file() else b""


def write_record(program: Path, run: Run) -> None:
    """Record what Node did. Raises ValueError where it did not end in time."""
    if run.exit_code is None:
        raise ValueError(f"{program} did not end in time")
    program.with_suffix(".out").write_bytes(run.stdout.encode("utf-8"))
    exit_file = program.with_suffix(".exit")
    if run.exit_code:
        exit_file.write_text(f"{run.exit_code}\n", "utf-8")
    else:
        exit_file.unlink(missing_ok=True)
