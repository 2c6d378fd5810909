"""Small programs, a feature each: the same as Node, or an honest refusal.

What must not happen is that a translation does something else and nobody says so. Which
programs are refused today stands in refused.txt.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.checking import judge
from support.packages import missing_packages
from support.running import run_node
from support.statuses import PROPERTY, read_statuses

from js2aio import Status, sources_in
from js2aio.running import has_record, read_input, read_record, write_record

FOLDER = Path(__file__).parent
NAMES = [path.relative_to(FOLDER).as_posix() for path in sources_in(FOLDER)]
RECORDED = read_statuses(FOLDER / "refused.txt")

each_program = pytest.mark.parametrize("name", NAMES)


def test_all_programs_are_recorded() -> None:
    assert len(NAMES) >= 120
    assert [name for name in NAMES if not has_record(FOLDER / name)] == []
    assert set(RECORDED) <= set(NAMES)


@pytest.mark.node
@each_program
def test_record_is_what_node_prints(name: str, node: str, update_node: bool) -> None:
    missing = missing_packages(FOLDER / name)
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)} (npm install in tests/)")
    outcome = run_node(FOLDER / name, stdin=read_input(FOLDER / name))
    if update_node:
        write_record(FOLDER / name, outcome)
    expected = read_record(FOLDER / name)
    if not outcome.did_the_same_as(expected):
        # Timers that are close may change places on a busy machine.
        outcome = run_node(FOLDER / name, stdin=read_input(FOLDER / name))
    assert (outcome.stdout, outcome.exit_code) == (
        expected.stdout,
        expected.exit_code,
    )


@each_program
def test_same_as_node_or_said_so(
    name: str,
    record_property: Callable[[str, object], None],
    pytestconfig: pytest.Config,
) -> None:
    verdict = judge(FOLDER / name)
    assert verdict.status.honest, f"{verdict.status.value}: {verdict.message}"
    record_property(PROPERTY, f"{verdict.status.value} {name}")
    if pytestconfig.getoption("--update-status"):
        return
    recorded = RECORDED.get(name, Status.SAME)
    assert verdict.status is recorded, (
        f"was {recorded.value}, is {verdict.status.value}: if that is right, run pytest "
        f"with --update-status\n{verdict.message}"
    )
