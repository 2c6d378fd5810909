"""``js2aio playground``."""

from __future__ import annotations

import sys

import click


@click.command("playground")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="Of 127.0.0.1; 0 takes one that is free.  [default: 0]",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=10,
    metavar="SECONDS",
    help="What a program may take.  [default: 10]",
)
@click.option(
    "--open/--no-open",
    "open_",
    default=None,
    help="Open the page in a browser.  [default: if this is a terminal]",
)
@click.help_option("--help")
def playground(port: int, timeout: float, open_: bool | None) -> int:
    """Serve a page with JavaScript on the left and Python on the right.

    Only this computer reaches it. A button of the page runs both programs, as they are, with
    your rights. Needs pip install 'js2aio[playground]'.
    """
    try:
        from ..playground.serve import serve
    except ModuleNotFoundError as error:
        raise click.ClickException(
            f"the playground needs {error.name}: pip install 'js2aio[playground]'"
        ) from None

    def ready(address: str) -> None:
        click.echo(f"Playground: {address}\nCtrl-C ends it.")
        sys.stdout.flush()
        if open_ if open_ is not None else sys.stdout.isatty():
            import webbrowser

            webbrowser.open(address)

    try:
        serve(port, timeout, ready)
    except OSError as error:
        raise click.ClickException(f"port {port}: {error.strerror or error}") from None
    except KeyboardInterrupt:
        pass
    return 0
