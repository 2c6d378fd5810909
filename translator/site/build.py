"""Builds a site: reads, translates, executes, and hands what came out to a format."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from ..options import Options
from ..rules import load_rules
from ..running import find_node
from .outcomes import run_programs
from .primitives import Primitives, primitives
from .programs import Program, find_programs, page_names, read_program
from .rule_pages import RulePage, rule_pages
from .writer import Folder, SiteError

Progress = Callable[[str, int, int], None]
"""Called with what is done, how much of it, and of how much."""


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """``title``: the name of the site; ``run``: whether the programs are executed;
    ``timeout``: how many seconds each may take; ``options_for``: the options of a file.
    """

    title: str = "js2aio"
    run: bool = True
    timeout: float = 30
    options_for: Callable[[Path], Options] = lambda _: Options()


@dataclass(slots=True)
class Site:
    """All that the pages show."""

    title: str
    ran: bool
    programs: list[Program]
    rules: list[RulePage]
    primitives: Primitives
    node: str
    python: str
    docs: dict[str, str] = field(default_factory=dict)

    @property
    def statuses(self) -> Counter[str]:
        return Counter(program.status for program in self.programs)


def build_site(
    paths: Sequence[str | os.PathLike[str]],
    output: str | os.PathLike[str],
    *,
    format: str = "html",
    options: SiteOptions | None = None,
    executor: Executor | None = None,
    progress: Progress = lambda *_: None,
) -> Site:
    """Build a site of the JavaScript files in ``paths`` and write it to ``output``.

    ``format`` is ``html`` or ``markdown``. Unless told otherwise, the programs are executed,
    under Node where it is installed, and translated, under this Python: with the rights of
    the caller, as they are. The examples of the rules always are. Raises ``SiteError``.
    """
    from . import html, markdown

    writers = {"html": html.write, "markdown": markdown.write}
    site = gather(paths, options or SiteOptions(), executor, progress, Path(output))
    folder = Folder(Path(output))
    writers[format](site, folder)
    folder.close()
    return site


def gather(
    paths: Sequence[str | os.PathLike[str]],
    options: SiteOptions,
    executor: Executor | None,
    progress: Progress,
    output: Path,
) -> Site:
    """Read, translate and execute all that a site shows."""
    Folder(output)  # what cannot be written is said before the work is done
    try:
        found = find_programs(paths)
    except FileNotFoundError as error:
        raise SiteError(str(error)) from None
    if not found:
        raise SiteError(f"{', '.join(map(str, paths))}: holds no JavaScript file")
    pages = page_names(name for _, name in found)
    chosen = [options.options_for(path) for path, _ in found]
    mappings = tuple(dict.fromkeys(m for each in chosen for m in each.mappings))
    own = nullcontext(executor) if executor else ProcessPoolExecutor()
    with own as pool:
        assert pool is not None
        programs = []
        jobs = [(path, name, page) for (path, name), page in zip(found, pages)]
        for program in pool.map(read_program, *zip(*jobs), chosen):
            programs.append(program)
            progress("translating programs", len(programs), len(found))
        rules = sorted(load_rules(mappings).rules, key=lambda rule: rule.id)
        counted = _Counter(progress, "translating examples", len(rules))
        shown = rule_pages(rules, mappings, pool, options.timeout, counted)
    if options.run:
        _execute(programs, options.timeout, progress)
    site = Site(
        options.title,
        options.run,
        programs,
        shown,
        primitives(options.timeout),
        _node_name(),
        f"Python {sys.version_info.major}.{sys.version_info.minor}",
        {rule.id: rule.doc for rule in rules},
    )
    _cross_reference(site)
    return site


def _execute(programs: Sequence[Program], timeout: float, progress: Progress) -> None:
    shown = [program for program in programs if program.sides is not None]
    counted = _Counter(progress, "executing programs", len(shown))
    outcomes = run_programs(
        [(program.path, program.code) for program in shown], timeout, counted
    )
    for program, outcome in zip(shown, outcomes):
        program.outcome = outcome


class _Counter:
    """Tells a progress how much is done."""

    def __init__(self, progress: Progress, what: str, total: int) -> None:
        self._progress, self._what, self._total = progress, what, total
        self._done = 0

    def __call__(self, number: int = 1) -> None:
        self._done += number
        self._progress(self._what, min(self._done, self._total), self._total)


def _cross_reference(site: Site) -> None:
    """Tell the pages of rules which programs use them."""
    by_id = {page.rule.id: page for page in site.rules}
    for program in site.programs:
        first: dict[str, int] = {}
        for use in program.sides.uses if program.sides else ():
            first.setdefault(use.rule, use.line)
        for rule, line in first.items():
            by_id[rule].used_by.append((program.name, program.page, line))


def _node_name() -> str:
    """Which Node executes."""
    import subprocess

    node = find_node()
    if node is None:
        return "Node"
    try:
        told = subprocess.run([node, "--version"], capture_output=True, timeout=20)
    except (OSError, subprocess.SubprocessError):
        return "Node"
    return f"Node {told.stdout.decode().strip().removeprefix('v')}".strip()
