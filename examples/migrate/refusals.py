"""What js2aio would refuse in a repository, as a table: how much is in the way, and where.

    python refusals.py REPOSITORY

Nothing is written. The table has what is refused, most files first, so that the first row is
what to do first: a rule of one's own, a change of the JavaScript, or a report to js2aio.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

import js2aio


@dataclass
class Obstacle:
    """One thing that is refused: where, and in which files."""

    code: str
    places: list[str] = field(default_factory=list)
    files: set[str] = field(default_factory=set)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("repository", type=Path)
    parser.add_argument("--jobs", type=int)
    given = parser.parse_args()

    paths = list(js2aio.sources_in(given.repository))
    obstacles: dict[str, Obstacle] = defaultdict(lambda: Obstacle(""))
    ready = 0
    with ProcessPoolExecutor(given.jobs) as pool:
        for path, result in zip(paths, js2aio.translate_many(paths, executor=pool)):
            ready += result.ok
            name = path.relative_to(given.repository).as_posix()
            for code, message, line in found(result):
                obstacle = obstacles[kind(message)]
                obstacle.code = code
                obstacle.files.add(name)
                obstacle.places.append(f"{name}:{line}" if line else name)

    table = Table("Files", "Places", "", "What is refused", "First at")
    ranked = sorted(obstacles.items(), key=lambda item: (-len(item[1].files), item[0]))
    for message, obstacle in ranked:
        counts = str(len(obstacle.files)), str(len(obstacle.places))
        table.add_row(*counts, obstacle.code, message, obstacle.places[0])
    console = Console()
    if obstacles:
        console.print(table)
    share = f" ({ready / len(paths):.0%})" if paths else ""
    console.print(f"{ready} of {len(paths)} files would be translated whole{share}.")
    return 0


def found(result: js2aio.SourceResult) -> list[tuple[str, str, int]]:
    """The code, the message and the line of all that is refused in a file."""
    if isinstance(result.error, js2aio.JavaScriptSyntaxError):
        item = result.error.diagnostic
        return [(item.code, item.message, item.line)]
    if result.translation is None:
        return [("", str(result.error), 0)]
    return [
        (item.code, item.message, item.line)
        for item in result.translation.diagnostics
        if item.level is js2aio.Level.ERROR
    ]


def kind(message: str) -> str:
    """What messages have in common that are about the same thing: numbers do not count."""
    return re.sub(r"\d+", "N", message)


if __name__ == "__main__":
    sys.exit(main())
