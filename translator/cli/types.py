"""``js2aio types FILE``."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from ..errors import JavaScriptSyntaxError, MappingError
from ..report import Failure, Report
from .choices import format_option, mappings_option
from .config import Settings
from .output import STDIN, plan, write_stdout

SHOWN, NOTHING_PRODUCED = 0, 2


@click.command("types")
@click.argument("path", metavar="FILE")
@mappings_option()
@format_option("Of the listing, and of the diagnostics on stderr.")
@click.help_option("--help")
def types(path: str, mappings: tuple[Path, ...], format_: str) -> int:
    """Show the type that was inferred for each name, and why helpers are in the output.

    A helper stands for what plain Python is not proven to do as JavaScript does: beside it
    are the names of its line, with their types.
    """
    from .. import api
    from ..inferred import infer_types

    report = Report(sys.stderr, format_ == "json", False, True)
    try:
        (job,) = plan((path,), None, Settings(mappings=mappings))
        if job.source == STDIN:
            text = api.decode_source(sys.stdin.buffer.read(), job.filename)
        else:
            text = api.read_source(job.source)
        found = infer_types(text, filename=job.filename, options=job.options)
    except JavaScriptSyntaxError as error:
        report.syntax_error(error.diagnostic, error.frame)
        return NOTHING_PRODUCED
    except MappingError as error:
        report.failure(Failure(str(error)))
        return NOTHING_PRODUCED
    finally:
        report.close()
    if format_ == "json":
        write_stdout(json.dumps(asdict(found), indent=1) + "\n")
        return SHOWN
    places = [f"{x.line}:{x.column}" for x in found.names]
    width = max((len(place) for place in places), default=0)
    named = max((len(f"{x.kind} {x.name}") for x in found.names), default=0)
    lines = [
        f"{place:>{width}}  {f'{x.kind} {x.name}':{named}}  {x.type}"
        for place, x in zip(places, found.names)
    ]
    if found.helpers:
        lines += ["", "Helpers in the output, by the line that needs them:"]
    for use in found.helpers:
        because = ", ".join(f"{x.name}: {x.type}" for x in use.names)
        lines.append(f"{use.line:>{width}}  {use.name}: {use.purpose}")
        if because:
            lines.append(f"{'':{width}}    {because}")
    write_stdout("".join(f"{line}\n" for line in lines))
    return SHOWN
