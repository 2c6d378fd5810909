"""The command group: ``js2aio FILE`` is its default command, under no name."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

import click
from click.shell_completion import CompletionItem

from ..errors import Js2aioError
from ..report import Failure, Report
from .complaints import check_command, usage_message
from .config import debugging
from .docs import docs
from .playground import playground
from .requirements import requirements
from .rules import rules
from .translate import translate
from .types import types
from .verify import verify
from .version import version_text

EXAMPLES = """\
  js2aio file.js               translate; the Python goes to stdout
  js2aio src/ -o out/          translate a folder into another
  js2aio file.js --run         translate, and execute the result

"""
EPILOG = """\
Completion of options and rules in a shell, for a line of its start-up file:

\b
bash:  eval "$(_JS2AIO_COMPLETE=bash_source js2aio)"
zsh:   eval "$(_JS2AIO_COMPLETE=zsh_source js2aio)"
fish:  _JS2AIO_COMPLETE=fish_source js2aio | source
"""

NOTHING_PRODUCED = 2
INTERRUPTED = 130


class Js2aio(click.Group):
    """A group in which everything that is not the name of a command is to be translated."""

    default = translate

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta["js2aio.arguments"] = list(args)
        if ctx.resilient_parsing and not args:  # a shell asks what may stand here
            return super().parse_args(ctx, args)
        if not args:
            click.echo(ctx.get_help(), err=True)
            ctx.exit(NOTHING_PRODUCED)
        if args[0] == "help" and not os.path.exists("help"):
            args = [*args[1:2], "--help"]
        if args[0] not in self.commands:
            if not ctx.resilient_parsing:
                check_command(args[0], self.commands)
            own = args[: args.index("--")] if "--" in args else args
            about = [arg for arg in own if arg in {"--help", "--version"}]
            args = about[:1] or [self.default.name or "", *args]
        return super().parse_args(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name == self.default.name:
            return self.default
        return super().get_command(ctx, cmd_name)

    def shell_complete(
        self, ctx: click.Context, incomplete: str
    ) -> list[CompletionItem]:
        """Commands, and what may stand for ``js2aio FILE``."""
        found = super().shell_complete(ctx, incomplete)
        if not incomplete.startswith("-"):
            # First: bash's script forgets what stands before it.
            return [CompletionItem(incomplete, type="file"), *found]
        with self.default.make_context(
            self.default.name, [], parent=ctx, resilient_parsing=True
        ) as inner:
            known = {item.value for item in found}
            more = self.default.shell_complete(inner, incomplete)
            return found + [item for item in more if item.value not in known]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write(EXAMPLES)
        super().format_help(ctx, formatter)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, "[OPTIONS] FILE...")
        formatter.write_usage(ctx.command_path, "COMMAND [ARGS]...", prefix=" " * 7)

    def format_options(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        click.Command.format_options(self.default, ctx, formatter)
        self.format_commands(ctx, formatter)

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **extra: Any,
    ) -> None:
        """As click does it, but with the exit status and the messages of this command."""
        extra["standalone_mode"] = False
        sys.exit(self._status(args, prog_name or "js2aio", extra))

    def run(self, args: list[str]) -> int:
        """Run with these arguments; returns the exit status."""
        return self._status(args, "js2aio", {"standalone_mode": False})

    def _status(
        self, args: Sequence[str] | None, prog_name: str, extra: dict[str, Any]
    ) -> int:
        try:
            result = super().main(args, prog_name, **extra)
        except click.UsageError as error:
            commands = [self.default, *self.commands.values()]
            _complain(usage_message(error, commands))
        except click.ClickException as error:
            _complain(error.format_message())
        except click.Abort:
            return INTERRUPTED
        except Js2aioError as error:
            _complain(str(error))
        except OSError as error:
            # Of a file, those who read and write it say more; this is stdout, mostly.
            name = error.filename if isinstance(error.filename, str) else "stdout"
            _complain(f"{name}: {error.strerror or error}")
        except Exception as error:
            if debugging():
                raise
            _complain(
                f"internal error, {type(error).__name__}: {error}. This is a bug of "
                "js2aio; please report it. JS2AIO_DEBUG=1 shows the traceback"
            )
        else:
            return result if isinstance(result, int) else 0
        return NOTHING_PRODUCED


def _complain(message: str) -> None:
    Report(sys.stderr).failure(Failure(message))


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        click.echo(version_text())
        ctx.exit()


@click.group("js2aio", cls=Js2aio, no_args_is_help=False, epilog=EPILOG)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version
)
def command() -> None:
    """Translate asynchronous JavaScript into Python that runs on asyncio.

    FILE is a JavaScript file, a folder (with -o), or - for standard input. A file that is
    called like a command is reached as ./NAME.

    Exit status: 0 translated; 1 something was refused, and raises NotImplementedError in
    the output; 2 nothing could be produced.
    """


command.add_command(docs)
command.add_command(playground)
command.add_command(requirements)
command.add_command(rules)
command.add_command(types)
command.add_command(verify)
