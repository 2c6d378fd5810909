"""The options that say how to translate, for each command that does."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import wraps
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from ..options import Naming, Order, Style, Target
from .config import Settings


def _values(kind: type[Enum]) -> click.Choice[str]:
    return click.Choice([item.value for item in kind])


def mappings_option(
    help: str = "A file of own rules; may be given several times.",
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """``--mappings``, as ``mappings: tuple[Path, ...]``."""
    path = click.Path(path_type=Path)
    return click.option("--mappings", type=path, multiple=True, help=help)


def format_option(help: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """``--format``, as ``format_``: text or json."""
    kinds = click.Choice(["text", "json"])
    return click.option("--format", "format_", type=kinds, default="text", help=help)


_OPTIONS = (
    click.option(
        "--target",
        type=_values(Target),
        help="The oldest Python that the output has to run on.  [default: py311]",
    ),
    click.option(
        "--style",
        type=_values(Style),
        help="What Promise.all becomes.  [default: gather]",
    ),
    click.option(
        "--order",
        type=_values(Order),
        help="Keep the order of timers, awaits and calls, or Node's order tick by tick.  "
        "[default: timers]",
    ),
    click.option(
        "--naming",
        type=_values(Naming),
        help="Rename to Python's customs, or only where needed.  [default: pep8]",
    ),
    click.option(
        "--task-names/--no-task-names",
        default=None,
        help="Give tasks names: the function and its literal arguments.",
    ),
    mappings_option(),
)


def files(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """What a shell offers for an argument that is a path."""
    return [CompletionItem(incomplete, type="file")]


def translation_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command; its function gets them as ``settings: Settings``."""

    @wraps(function)
    def with_settings(
        *args: Any,
        target: str | None,
        style: str | None,
        order: str | None,
        naming: str | None,
        task_names: bool | None,
        mappings: tuple[Path, ...],
        **more: Any,
    ) -> Any:
        settings = Settings(
            Target(target) if target else None,
            Style(style) if style else None,
            Naming(naming) if naming else None,
            mappings,
            Order(order) if order else None,
            task_names,
        )
        return function(*args, settings=settings, **more)

    for option in reversed(_OPTIONS):
        with_settings = option(with_settings)
    return with_settings
