"""``js2aio docs PATH... -o DIR``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .choices import translation_options
from .config import Settings

if TYPE_CHECKING:
    from ..site.build import Progress

BUILT, DIFFERENT = 0, 1


@click.command("docs")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "-o", "--output", metavar="DIR", required=True, help="The folder of the site."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["html", "markdown"]),
    default="html",
    help="markdown is for MkDocs and GitHub.  [default: html]",
)
@click.option("--title", default="js2aio", help="The name of the site.")
@click.option(
    "--run/--no-run",
    default=True,
    help="Execute the programs, under Node where it is there, and translated.  "
    "[default: run]",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=30,
    metavar="SECONDS",
    help="What each program may take.  [default: 30]",
)
@translation_options
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@click.help_option("--help")
def docs(
    paths: tuple[str, ...],
    output: str,
    format_: str,
    title: str,
    run: bool,
    timeout: float,
    settings: Settings,
    quiet: bool,
) -> int:
    """Build a site that shows programs beside their translations.

    PATH is a JavaScript file, or a folder of them. Each program has a page with both texts,
    why each line is as it is, and what both print; each mapping rule has one, too.

    The programs are executed, as they are, unless --no-run is given. Exit status: 0 all
    that was executed did the same; 1 something differs; 2 nothing could be built.
    """
    from ..site import SiteOptions, build_site

    options = SiteOptions(
        title, run, timeout, lambda path: settings.options_in(path.parent)
    )
    with _Bar(quiet) as bar:
        site = build_site(paths, output, format=format_, options=options, progress=bar)
    if not quiet:
        told = ", ".join(f"{n} {what}" for what, n in sorted(site.statuses.items()))
        first = "index.html" if format_ == "html" else "index.md"
        click.echo(f"{len(site.programs)} programs ({told})", err=True)
        click.echo(str(Path(output, first)), err=True)
    return DIFFERENT if site.statuses["different"] else BUILT


class _Bar:
    """A progress bar on stderr, where that is a terminal."""

    def __init__(self, quiet: bool) -> None:
        self._shown = sys.stderr.isatty() and not quiet

    def __enter__(self) -> Progress:
        if not self._shown:
            return lambda *_: None
        from rich.console import Console
        from rich.progress import Progress as Bar

        self._bar = Bar(console=Console(stderr=True), transient=True)
        self._bar.start()
        tasks = {}

        def show(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = self._bar.add_task(what, total=total)
            self._bar.update(tasks[what], completed=done)

        return show

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._bar.stop()
