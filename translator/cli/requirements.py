"""``js2aio requirements FILE...``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from ..errors import JavaScriptSyntaxError, Js2aioError, MappingError
from ..report import Failure, Report
from ..source import SourceText
from .choices import format_option, mappings_option
from .config import Settings, debugging
from .output import STDIN, Job, plan, write_stdout

TRANSLATED, REFUSED, NOTHING_PRODUCED = range(3)


@click.command("requirements")
@click.argument("paths", metavar="FILE...", nargs=-1, required=True)
@mappings_option()
@format_option("Of the diagnostics, on stderr.")
@click.help_option("--help")
def requirements(
    paths: tuple[str, ...], mappings: tuple[Path, ...], format_: str
) -> int:
    """Print the Python packages that the output needs, one a line.

    In the form that pip takes with -r, each with the lowest version that will do. Of
    several files it is what all of them need together.
    """
    report = Report(sys.stderr, format_ == "json", False, True)
    needed: set[str] = set()
    status = TRANSLATED
    try:
        for job in plan(paths, _nowhere(paths), Settings(mappings=mappings)):
            status = max(status, _collect(job, needed, report))
    except MappingError as error:
        report.failure(Failure(str(error)))
        return NOTHING_PRODUCED
    finally:
        report.close()
    if status != NOTHING_PRODUCED:
        write_stdout("".join(f"{package}\n" for package in sorted(needed)))
    return status


def _nowhere(paths: tuple[str, ...]) -> str | None:
    """The folder that several outputs would be in; nothing is written into it."""
    several = len(paths) > 1 or os.path.isdir(paths[0])
    return os.path.join(os.curdir, "") if several else None


def _collect(job: Job, needed: set[str], report: Report) -> int:
    """Add what the output of one source needs; the exit status for it."""
    from .. import api

    try:
        if job.source == STDIN:
            text = api.decode_source(sys.stdin.buffer.read(), job.filename)
        else:
            text = api.read_source(job.source)
        translation = api.translate(text, filename=job.filename, options=job.options)
    except JavaScriptSyntaxError as error:
        report.syntax_error(error.diagnostic, error.frame)
        return NOTHING_PRODUCED
    except MappingError:
        raise
    except Js2aioError as error:
        if debugging() and isinstance(error, api.InternalError):
            raise
        report.failure(Failure(str(error), job.filename))
        return NOTHING_PRODUCED
    report.diagnostics(translation.diagnostics, SourceText(text, job.filename))
    needed.update(translation.requirements)
    return TRANSLATED if translation.ok else REFUSED
