"""The list of the programs whose translation does not do the same as they do yet.

The list is kept in a file, so that every change of it is seen. ``--update-status`` writes it
anew from what the tests found; programs that did not run keep their line.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from js2aio import Status

PROPERTY = "program-status"

_HEADER = """\
# The programs that are refused, or that differ and say so; all others do the same as
# under Node. Written by: pytest tests/programs --update-status
"""


def read_statuses(path: Path) -> dict[str, Status]:
    """The recorded status of each program that is listed."""
    if not path.exists():
        return {}
    lines = (line for line in path.read_text("utf-8").splitlines() if line.strip())
    pairs = (line.split() for line in lines if not line.startswith("#"))
    return {name: Status(status) for status, name in pairs}


def write_statuses(path: Path, statuses: dict[str, Status]) -> None:
    """Write those that are honest but not the same, by name."""
    listed = sorted(
        (name, status)
        for name, status in statuses.items()
        if status.honest and status is not Status.SAME
    )
    lines = [f"{status.value:8}{name}\n" for name, status in listed]
    path.write_text(_HEADER + "".join(lines), "utf-8")


class StatusRecorder:
    """A plugin of pytest that collects the statuses, also from xdist's workers."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._found: dict[str, Status] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        for key, value in report.user_properties:
            if key == PROPERTY:
                status, name = str(value).split()
                self._found[name] = Status(status)

    def pytest_sessionfinish(self) -> None:
        if not self._found:
            return
        known = read_statuses(self._path)
        kept = {
            name: status
            for name, status in known.items()
            if (self._path.parent / name).exists()
        }
        write_statuses(self._path, kept | self._found)
