"""What the command says of a call that it cannot understand: what was meant, probably."""

from __future__ import annotations

import os
from collections.abc import Iterable
from difflib import get_close_matches

import click


def usage_message(error: click.UsageError, commands: Iterable[click.Command]) -> str:
    """The message of an error of usage, with what to call instead."""
    message = error.format_message()
    if isinstance(error, click.NoSuchOption):
        message = _option(error, commands)
    return f"{message}\nTry '{_help_of(error.ctx)} --help'."


def _help_of(ctx: click.Context | None) -> str:
    """The command whose help is meant; that of ``js2aio FILE`` is the one of js2aio."""
    if ctx is None or ctx.parent is None or ctx.command.name == "translate":
        return "js2aio"
    return ctx.command_path


def _option(error: click.NoSuchOption, commands: Iterable[click.Command]) -> str:
    typed = error.option_name
    here = error.ctx.command if error.ctx is not None else None
    own = _options_of(here) if here is not None else []
    for command in commands:
        if command is not here and typed in _options_of(command):
            name = "js2aio" if command.name == "translate" else f"js2aio {command.name}"
            whose = f"'{name}'" if name != "js2aio" else "'js2aio FILE'"
            return f"No such option '{typed}' here: it is one of {whose}."
    # "-target": a word behind one hyphen, of which click names the first letter.
    word = next((arg for arg in _arguments(error) if _is_word(arg, typed)), typed)
    close = get_close_matches(f"--{word.lstrip('-')}", own, n=1, cutoff=0.6)
    hint = f" Did you mean '{close[0]}'?" if close else ""
    return f"No such option '{word}'.{hint}"


def _is_word(arg: str, typed: str) -> bool:
    return len(arg) > 2 and not arg.startswith("--") and arg.startswith(typed)


def _arguments(error: click.NoSuchOption) -> list[str]:
    ctx = error.ctx
    found: list[str] = ctx.find_root().meta.get("js2aio.arguments", []) if ctx else []
    return found


def _options_of(command: click.Command) -> list[str]:
    return [
        name
        for param in command.params
        if isinstance(param, click.Option)
        for name in (*param.opts, *param.secondary_opts)
        if name.startswith("--")
    ]


def check_command(word: str, commands: Iterable[str]) -> None:
    """Refuse what looks like a command that was mistyped: no file, and no path either."""
    if word.startswith("-") or os.path.exists(word) or os.path.splitext(word)[1]:
        return
    if any(separator in word for separator in {os.sep, "/"}):
        return
    close = get_close_matches(word, list(commands), n=1, cutoff=0.6)
    if close:
        raise click.UsageError(
            f"There is no command {word!r}, and no such file. Did you mean "
            f"'js2aio {close[0]}'?"
        )


def similar_file(path: str) -> str:
    """A sentence that names a file which may be meant; empty where there is none."""
    folder, name = os.path.split(path)
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return ""
    stem = os.path.splitext(name)[0]
    same = [other for other in names if os.path.splitext(other)[0] == stem]
    sources = [each for each in names if each.endswith((".js", ".mjs", ".cjs"))]
    close = [each for each in same if each in sources]
    close += get_close_matches(name, sources, n=1, cutoff=0.75)
    return f"; did you mean {os.path.join(folder, close[0])}?" if close else ""
