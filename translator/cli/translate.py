"""``js2aio FILE...``."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import click

from ..errors import JavaScriptSyntaxError, Js2aioError, MappingError
from ..files import write_whole
from ..report import Failure, Report
from ..source import SourceText
from .choices import files, format_option, translation_options
from .complaints import similar_file
from .config import Settings, debugging
from .output import STDIN, Job, plan, read_stdin, write_stdout
from .run import check_target, execute

TRANSLATED, REFUSED, NOTHING_PRODUCED = range(3)


class _Translate(click.Command):
    """With ``--run``, what stands after ``--`` is for the program."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if "--" in args:
            cut = args.index("--")
            if "--run" in args[:cut]:
                ctx.meta["js2aio.program"] = args[cut + 1 :]
                args = args[:cut]
        return super().parse_args(ctx, args)


@click.command("translate", cls=_Translate)
@click.argument("paths", metavar="FILE...", nargs=-1, shell_complete=files)
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    help="Write to this file; with several files or a folder, into this folder.",
)
@click.option(
    "--run",
    is_flag=True,
    help="Execute the result, with the exit status of the program; its arguments go "
    "after --.",
)
@translation_options
@format_option("Of the diagnostics, on stderr.")
@click.option(
    "--explain",
    is_flag=True,
    help="Say for each decision about concurrency why it was taken, on stderr.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Show notes too.")
@click.help_option("--help")
@click.pass_context
def translate(
    ctx: click.Context,
    paths: tuple[str, ...],
    output: str | None,
    run: bool,
    settings: Settings,
    format_: str,
    explain: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """Translate JavaScript files into Python."""
    if run and output is not None:
        raise click.UsageError("--run and -o exclude each other.")
    if run and len(paths) > 1:
        raise click.UsageError(
            "--run takes one file; arguments for the program go after --."
        )
    jobs = plan(paths, output, settings)
    if run:
        check_target(jobs[0].options.target)
    report = Report(sys.stderr, format_ == "json", verbose, quiet)
    results: list[_Result] = []
    try:
        for job in jobs:
            results.append(_translate(job, report, keep=run, explain=explain))
    except MappingError as error:  # the same for every source
        report.failure(Failure(str(error)))
        return NOTHING_PRODUCED
    finally:
        report.close()
    if run and results[0].status != NOTHING_PRODUCED:
        name = jobs[0].module_name
        return execute(results[0].code, name, ctx.meta.get("js2aio.program", []))
    return max(result.status for result in results)


@dataclass(frozen=True, slots=True)
class _Result:
    status: int
    code: str = ""


def _translate(job: Job, report: Report, *, keep: bool, explain: bool) -> _Result:
    """Translate one source and write it, or ``keep`` the code in the result."""
    from .. import api

    try:
        if job.source == STDIN:
            text = api.decode_source(read_stdin(), job.filename)
        else:
            text = api.read_source(job.source)
        translation = api.translate(text, filename=job.filename, options=job.options)
    except JavaScriptSyntaxError as error:
        report.syntax_error(error.diagnostic, error.frame)
        return _Result(NOTHING_PRODUCED)
    except MappingError:
        raise
    except Js2aioError as error:
        if debugging() and isinstance(error, api.InternalError):
            raise
        message = str(error)
        if message.endswith(": no such file"):
            message += similar_file(job.source)
        report.failure(Failure(message, job.filename))
        return _Result(NOTHING_PRODUCED)
    report.diagnostics(translation.diagnostics, SourceText(text, job.filename))
    if explain:
        from ..explanations import explain as explain_all

        report.explanations(explain_all(translation), job.filename)
    if not keep and not _write(job, translation.code, report):
        return _Result(NOTHING_PRODUCED)
    return _Result(TRANSLATED if translation.ok else REFUSED, translation.code)


def _write(job: Job, code: str, report: Report) -> bool:
    """Whether the code could be written."""
    try:
        if job.destination is None:
            write_stdout(code)
            return True
        if job.make_folder:
            job.destination.parent.mkdir(parents=True, exist_ok=True)
        write_whole(job.destination, code)
    except FileNotFoundError:
        reason = f"{job.destination}: there is no such folder to write into"
    except OSError as error:
        reason = f"{job.destination or 'stdout'}: {error.strerror or error}"
    else:
        report.message(f"{job.filename} -> {job.destination}")
        return True
    report.failure(Failure(reason, job.filename))
    return False
