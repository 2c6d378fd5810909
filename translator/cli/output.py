"""Where each source goes, and writing it there whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from errno import EBADF
from pathlib import Path

import click

from ..errors import UnreadableSourceError
from ..files import module_name, sources_in
from ..options import Options
from .config import Settings

STDIN = "-"

_SEPARATORS = tuple({"/", os.sep})

# What a shell reports for a program that wrote into a closed pipe: 128 + SIGPIPE.
_PIPE_CLOSED = 141


@dataclass(frozen=True, slots=True)
class Job:
    """One source, the file that it becomes (``None`` is stdout), and the options for it.

    ``make_folder``: the folder of the destination is made where it is missing.
    """

    source: str
    destination: Path | None
    options: Options
    make_folder: bool = False

    @property
    def filename(self) -> str:
        """What diagnostics call the source."""
        return "<stdin>" if self.source == STDIN else self.source

    @property
    def module_name(self) -> str:
        """What the Python file is called, without the suffix."""
        stem = "program" if self.source == STDIN else Path(self.source).stem
        return module_name(stem, self.options.naming)


def plan(paths: tuple[str, ...], output: str | None, settings: Settings) -> list[Job]:
    """What is to be translated, and into what. Nothing is written before that is sound."""
    if not paths:
        raise click.UsageError("Nothing to translate: no FILE is given.")
    folders = [path for path in paths if path != STDIN and os.path.isdir(path)]
    several = bool(folders) or len(paths) > 1
    if output is None:
        if several:
            what = f"{folders[0]} is a folder" if folders else f"{len(paths)} files"
            raise click.UsageError(f"{what}: -o DIR is needed.")
        return [_job(paths[0], None, settings)]
    if not several and not os.path.isdir(output) and not output.endswith(_SEPARATORS):
        jobs = [_job(paths[0], Path(output), settings)]
    elif os.path.exists(output) and not os.path.isdir(output):
        raise click.UsageError(f"{output} is a file: a folder is needed there.")
    else:
        jobs = list(_mirrored(paths, Path(output), settings))
    if not jobs:
        raise click.UsageError(f"{folders[0]} holds no JavaScript file.")
    _check(jobs)
    return jobs


def read_stdin() -> bytes:
    """All of standard input. Raises ``UnreadableSourceError``."""
    if sys.stdin is None:
        raise UnreadableSourceError("<stdin>: standard input is closed")
    return sys.stdin.buffer.read()


def write_stdout(text: str) -> None:
    """Write to stdout as UTF-8, which Python sources are; quiet where nobody reads on."""
    stream = sys.stdout
    if stream is None:
        raise OSError(EBADF, "it is closed")
    try:
        if stream.isatty():
            stream.write(text)
        else:
            stream.flush()
            rest = memoryview(text.encode())
            while rest:  # an unbuffered stream (PYTHONUNBUFFERED) may take a part
                rest = rest[stream.buffer.write(rest) :]
        stream.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise click.exceptions.Exit(_PIPE_CLOSED) from None


def _mirrored(
    paths: tuple[str, ...], output: Path, settings: Settings
) -> Iterator[Job]:
    for path in paths:
        if path == STDIN:
            raise click.UsageError("Standard input needs -o FILE, not a folder.")
        if not os.path.isdir(path):
            yield _job_in(output, path, settings)
            continue
        for found in sources_in(path):
            folder = output / found.relative_to(path).parent
            yield _job_in(folder, str(found), settings)


def _job_in(folder: Path, source: str, settings: Settings) -> Job:
    job = _job(source, None, settings)
    return replace(job, destination=folder / f"{job.module_name}.py", make_folder=True)


def _job(source: str, destination: Path | None, settings: Settings) -> Job:
    folder = Path() if source == STDIN else Path(source).parent
    return Job(source, destination, settings.options_in(folder))


def _check(jobs: list[Job]) -> None:
    """Refuse two sources for one output, and an output that is a source."""
    taken: dict[str, str] = {}
    for job in jobs:
        key = os.path.realpath(job.destination or "").casefold()
        if key in taken:
            raise click.UsageError(
                f"{taken[key]} and {job.source} would both be written to "
                f"{job.destination}."
            )
        taken[key] = job.source
    sources = {_identity(job.source): job.source for job in jobs if job.source != STDIN}
    for job in jobs:
        identity = _identity(job.destination)
        if identity is not None and identity in sources:
            raise click.UsageError(
                f"{sources[identity]} would be overwritten by the output."
            )


def _identity(path: str | Path | None) -> tuple[int, int] | None:
    try:
        status = os.stat(path) if path is not None else None
    except (OSError, ValueError):
        return None
    return (status.st_dev, status.st_ino) if status else None
