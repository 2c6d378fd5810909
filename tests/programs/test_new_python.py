"""The programs with promises on a newer Python: with eager tasks, and as for Python 3.11."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from support.checking import judge
from support.options import options_of
from support.running import find_new_python
from support.statuses import read_statuses

from js2aio import Status, Target, sources_in

FOLDER = Path(__file__).parent
FOLDERS = ("async-functions", "async-iteration", "gallery", "hot-promises", "timers")
NAMES = [
    path.relative_to(FOLDER).as_posix()
    for path in sources_in(FOLDER)
    if path.parent.name in FOLDERS
]
RECORDED = read_statuses(FOLDER / "refused.txt")


@pytest.mark.parametrize("target", [Target.PY311, Target.PY313], ids=lambda t: t.value)
@pytest.mark.parametrize("name", NAMES)
def test_the_same_on_a_newer_python(name: str, target: Target) -> None:
    python = find_new_python()
    if python is None:
        pytest.skip("no Python 3.12 or later: name one in JS2AIO_PYTHON313")
    program = FOLDER / name
    options = dataclasses.replace(options_of(program), target=target)
    verdict = judge(program, options=options, python=python)
    assert verdict.status is RECORDED.get(name, Status.SAME), verdict.message
