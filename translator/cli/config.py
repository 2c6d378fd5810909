"""``[tool.js2aio]`` of the nearest pyproject.toml, and what the command line says."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

import click

from ..options import Naming, Options, Order, Style, Target

Choice = TypeVar("Choice", bound=Enum)

_KEYS = ("target", "style", "order", "naming", "mappings", "task-names")


@dataclass(slots=True)
class Settings:
    """What the command line chose; ``None`` and ``()`` leave the choice to the file."""

    target: Target | None = None
    style: Style | None = None
    naming: Naming | None = None
    mappings: tuple[Path, ...] = ()
    order: Order | None = None
    task_names: bool | None = None
    _known: dict[Path, Options] = field(default_factory=dict, init=False)

    def options_in(self, folder: Path) -> Options:
        """The options for a source in ``folder``; the command line wins."""
        folder = folder.resolve()
        if folder not in self._known:
            self._known[folder] = self._merge(configured_options(folder))
        return self._known[folder]

    def _merge(self, base: Options) -> Options:
        return Options(
            target=self.target or base.target,
            style=self.style or base.style,
            order=self.order or base.order,
            naming=self.naming or base.naming,
            mappings=base.mappings + self.mappings,
            task_names=base.task_names if self.task_names is None else self.task_names,
        )


def debugging() -> bool:
    """Whether tracebacks of the translator itself are wanted."""
    return os.environ.get("JS2AIO_DEBUG") == "1"


def configured_options(folder: Path) -> Options:
    """The options of the nearest pyproject.toml that has a ``[tool.js2aio]``."""
    for parent in (folder, *folder.parents):
        path = parent / "pyproject.toml"
        table = _table(path)
        if table is not None:
            return _options(table, path)
    return Options()


def _table(path: Path) -> dict[str, Any] | None:
    try:
        text = path.read_bytes().decode()
    except (FileNotFoundError, IsADirectoryError, PermissionError):
        return None
    except UnicodeDecodeError:
        raise click.ClickException(f"{path}: not UTF-8") from None
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise click.ClickException(f"{path}: not valid TOML: {error}") from None
    tool = document.get("tool", {})
    table = tool.get("js2aio") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise click.ClickException(f"{path}: tool.js2aio must be a table")
    return table


def _options(table: dict[str, Any], path: Path) -> Options:
    for key in table:
        if key not in _KEYS:
            close = get_close_matches(key, _KEYS, n=1)
            hint = f"; did you mean {close[0]!r}?" if close else ""
            raise click.ClickException(
                f"{path}: [tool.js2aio] has no key {key!r}{hint}"
            )
    default = Options()
    return Options(
        target=_choice(Target, table.get("target", default.target), "target", path),
        style=_choice(Style, table.get("style", default.style), "style", path),
        order=_choice(Order, table.get("order", default.order), "order", path),
        naming=_choice(Naming, table.get("naming", default.naming), "naming", path),
        mappings=_paths(table.get("mappings", []), path),
        task_names=_flag(table.get("task-names", default.task_names), path),
    )


def _flag(value: object, path: Path) -> bool:
    if not isinstance(value, bool):
        raise click.ClickException(
            f"{path}: [tool.js2aio] task-names must be true or false"
        )
    return value


def _choice(kind: type[Choice], value: object, key: str, path: Path) -> Choice:
    try:
        return kind(value)
    except ValueError:
        allowed = ", ".join(repr(item.value) for item in kind)
        raise click.ClickException(
            f"{path}: [tool.js2aio] {key} = {value!r} is none of {allowed}"
        ) from None


def _paths(value: object, path: Path) -> tuple[Path, ...]:
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise click.ClickException(
            f"{path}: [tool.js2aio] mappings must be a list of paths"
        )
    return tuple(path.parent / name for name in names)
