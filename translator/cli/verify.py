"""``js2aio verify PATH...``."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import NodeNotFoundError, UnreadableSourceError
from ..files import sources_in, write_whole
from ..report import is_terminal, write_styled
from .choices import files, translation_options
from .complaints import similar_file
from .config import Settings
from .output import STDIN, read_stdin, write_stdout

if TYPE_CHECKING:
    from ..running import Stop
    from ..verifying import Conditions, Status, Verdict

SAME, NOT_SAME = 0, 1

# Which of the statuses may be accepted: what js2aio has said, or could not know.
_ACCEPTABLE = ("refused", "warned", "loud", "varies", "undecided")


class _Verify(click.Command):
    """What stands after ``--`` is for the programs."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if "--" in args:
            cut = args.index("--")
            ctx.meta["js2aio.program"] = args[cut + 1 :]
            args = args[:cut]
        return super().parse_args(ctx, args)


@click.command("verify", cls=_Verify)
@click.argument("paths", metavar="PATH...", nargs=-1, shell_complete=files)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=10,
    show_default=True,
    metavar="SECONDS",
    help="For each run of a program.",
)
@click.option(
    "--stdin",
    "stdin",
    metavar="FILE",
    help="What the programs read; NAME.in beside each if not given.",
)
@click.option(
    "--env",
    "environment",
    multiple=True,
    metavar="NAME=VALUE",
    help="Add to the environment; may be given several times.",
)
@click.option(
    "--files",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder whose content the programs find in theirs.",
)
@click.option(
    "--recorded",
    is_flag=True,
    help="Compare with NAME.out and NAME.exit beside each program; Node is not run.",
)
@click.option(
    "--accept",
    type=click.Choice(_ACCEPTABLE),
    multiple=True,
    help="Not the same, but no failure; may be given several times.",
)
@click.option("--jobs", "-j", type=click.IntRange(1), help="How many at a time.")
@click.option("--node", default="", metavar="PATH", help="Another Node.")
@click.option("--python", default="", metavar="PATH", help="Another Python.")
@translation_options
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "junit"]),
    default="text",
    help="Of the report.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the report to this file, not to stdout.",
)
@click.option(
    "-v", "--verbose", is_flag=True, help="Name the programs that are the same."
)
@click.help_option("--help")
@click.pass_context
def verify(
    ctx: click.Context,
    paths: tuple[str, ...],
    timeout: float,
    stdin: str | None,
    environment: tuple[str, ...],
    files: Path | None,
    recorded: bool,
    accept: tuple[str, ...],
    jobs: int | None,
    node: str,
    python: str,
    settings: Settings,
    format_: str,
    output: Path | None,
    verbose: bool,
) -> int:
    """Run programs under Node and, translated, under Python; compare what they do.

    PATH is a JavaScript file, or a folder (node_modules and dot-folders are left out). The
    programs ARE EXECUTED, both ways, with all your rights, each in an empty scratch folder.
    Arguments for them go after --. Compared are stdout, the exit code, and the files
    written in the scratch folder.

    Exit status: 0 all the same; 1 some are not (each says how; refused, or varying by
    itself, is not the same: see --accept); 2 nothing could be compared.
    """
    from ..verifying import Conditions, Status

    programs = _programs(paths)
    conditions = Conditions(
        arguments=tuple(ctx.meta.get("js2aio.program", ())),
        stdin=_input(stdin),
        environment=_environment(environment),
        files=files,
        timeout=timeout,
        node=node,
        python=python,
    )
    _check_interpreters(programs, settings, conditions, recorded)
    accepted = {Status(name) for name in accept}
    work = _work(settings, conditions, recorded)
    verdicts = _all(programs, work, jobs or max(1, (os.cpu_count() or 1) // 2))
    _report(verdicts, accepted, format_, output, verbose)
    bad = any(
        v.status is not Status.SAME and v.status not in accepted for v in verdicts
    )
    return NOT_SAME if bad else SAME


def _programs(paths: tuple[str, ...]) -> list[Path]:
    if not paths:
        raise click.UsageError("Nothing to verify: no PATH is given.")
    found: dict[Path, None] = {}
    for name in paths:
        if name == STDIN:
            raise click.UsageError("A program to verify is a file: - is not one.")
        path = Path(name)
        if path.is_dir():
            inside = list(sources_in(path))
            if not inside:
                raise click.UsageError(f"{name} holds no JavaScript file.")
            found.update(dict.fromkeys(inside))
        elif path.exists():
            found[path] = None
        else:
            raise UnreadableSourceError(f"{name}: no such file{similar_file(name)}")
    return list(found)


def _input(name: str | None) -> bytes | None:
    if name is None:
        return None
    try:
        return read_stdin() if name == STDIN else Path(name).read_bytes()
    except OSError as error:
        raise click.UsageError(f"--stdin {name}: {error.strerror or error}.") from None


def _environment(pairs: tuple[str, ...]) -> dict[str, str]:
    environment = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not name or not equals:
            raise click.UsageError(f"--env {pair}: NAME=VALUE is needed.")
        environment[name] = value
    return environment


def _check_interpreters(
    programs: list[Path], settings: Settings, conditions: Conditions, recorded: bool
) -> None:
    """Before anything is executed: that both are there, and new enough."""
    if not recorded and shutil.which(conditions.node or "node") is None:
        raise NodeNotFoundError(
            f"{conditions.node or 'node'} is not installed, or not on the PATH. --recorded "
            "compares with what stands in NAME.out and NAME.exit beside the programs"
        )
    targets = {settings.options_in(path.parent).target for path in programs}
    version = _version(conditions.python)
    newest = max(targets, key=lambda target: target.version)
    if version < newest.version:
        own = ".".join(map(str, version))
        raise click.UsageError(
            f"The programs are run by Python {own}, which is older than the target "
            f"{newest.value}. --python names another one."
        )


def _version(python: str) -> tuple[int, ...]:
    if not python:
        return sys.version_info[:2]
    code = "import sys; print(*sys.version_info[:2])"
    try:
        told = subprocess.run(
            [python, "-c", code], capture_output=True, timeout=30, check=True
        )
        return tuple(map(int, told.stdout.split()))
    except (OSError, ValueError, subprocess.SubprocessError):
        raise click.UsageError(f"--python {python}: it does not run.") from None


def _work(
    settings: Settings, conditions: Conditions, recorded: bool
) -> Callable[[Path, Stop], Verdict]:
    """What is done with one program."""
    from ..running import has_record, read_record
    from ..verifying import Status, Verdict, verify

    def work(path: Path, stop: Stop) -> Verdict:
        expected = None
        if recorded:
            if not has_record(path):
                message = f"there is no {path.with_suffix('.out').name} beside it"
                return Verdict(str(path), Status.UNDECIDED, message)
            expected = read_record(path)
        options = settings.options_in(path.parent)
        try:
            return verify(
                path,
                options=options,
                conditions=conditions,
                expected=expected,
                stop=stop,
            )
        except UnreadableSourceError as error:
            return Verdict(str(path), Status.UNDECIDED, str(error))

    return work


def _all(
    programs: list[Path], work: Callable[[Path, Stop], Verdict], jobs: int
) -> list[Verdict]:
    """The verdicts in the order of the programs; an exception ends what is running."""
    from ..running import Stop

    stop = Stop()
    with (
        _ended_by_sigterm(),
        ThreadPoolExecutor(jobs) as pool,
        _progress(len(programs)) as advance,
    ):
        futures = [pool.submit(work, path, stop) for path in programs]
        try:
            for future in futures:
                future.add_done_callback(advance)
            return [future.result() for future in futures]
        except BaseException:
            for future in futures:
                future.cancel()
            stop()
            raise


@contextmanager
def _ended_by_sigterm() -> Iterator[None]:
    """SIGTERM is an exception here, so that no program is left running."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, _frame: object) -> None:
        raise click.exceptions.Exit(128 + number)

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def _progress(total: int) -> Iterator[Callable[[Future[Verdict]], None]]:
    """A bar on stderr, where that is a terminal."""
    if not is_terminal(sys.stderr):
        with nullcontext():
            yield lambda _future: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda _future: bar.advance(task)


def _report(
    verdicts: Sequence[Verdict],
    accepted: set[Status],
    format_: str,
    output: Path | None,
    verbose: bool,
) -> None:
    from ..verifying import Status
    from .verdicts import as_json, as_junit, as_text, next_steps, summary

    if format_ == "text":
        lines = [
            line
            for verdict in verdicts
            if verbose or verdict.note or verdict.status is not Status.SAME
            for line in as_text(verdict)
        ]
        rest = [verdict for verdict in verdicts if verdict.status not in accepted]
        lines += [[(step, "")] for step in next_steps(rest)]
        lines.append([(summary(verdicts), "bold")])
        if output is None and is_terminal(sys.stdout):
            for line in lines:
                write_styled(sys.stdout, line)
            return
        text = "".join("".join(part for part, _ in line) + "\n" for line in lines)
    else:
        text = as_json(verdicts) if format_ == "json" else as_junit(verdicts, accepted)
    if output is None:
        write_stdout(text)
        return
    try:
        write_whole(output, text)
    except OSError as error:
        raise click.ClickException(f"{output}: {error.strerror or error}") from None
    if format_ != "text":
        print(summary(verdicts), file=sys.stderr)
