"""The programs of examples/js: each is translated, run, and compared with Node."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from pathlib import Path

import black
import pytest
from support.checking import check_program
from support.running import run_node

import js2aio
from js2aio import sources_in
from js2aio.running import has_record, read_record, write_record

FOLDER = Path(__file__).parents[2] / "examples" / "js"
PROGRAMS = list(sources_in(FOLDER))

each_program = pytest.mark.parametrize("program", PROGRAMS, ids=lambda p: p.stem)


@cache
def translated(program: Path) -> str:
    return js2aio.translate_file(program).code


def test_there_are_enough_and_all_are_recorded() -> None:
    assert len(PROGRAMS) >= 24
    assert [p.name for p in PROGRAMS if not has_record(p)] == []
    records = {p for p in FOLDER.iterdir() if p.suffix in (".out", ".exit")}
    assert {p.stem for p in records} <= {p.stem for p in PROGRAMS}


@pytest.mark.node
@each_program
def test_record_is_what_node_prints(
    program: Path, node: str, update_node: bool
) -> None:
    outcome = run_node(program)
    if update_node:
        write_record(program, outcome)
    expected = read_record(program)
    assert (outcome.stdout, outcome.exit_code) == (
        expected.stdout,
        expected.exit_code,
    )


@each_program
def test_translation_does_what_node_does(program: Path) -> None:
    check_program(program)


@each_program
def test_black_changes_nothing(program: Path) -> None:
    code = translated(program)
    assert black.format_str(code, mode=black.Mode()) == code


@each_program
def test_ruff_finds_nothing(program: Path) -> None:
    code = translated(program)
    done = subprocess.run(
        # Ruff's long-standing defaults: newer ones differ from release to release.
        [sys.executable, "-m", "ruff", "check", "--isolated", "--quiet"]
        + ["--select", "E4,E7,E9,F", "-"],
        input=code.encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout.decode()}\n{code}"
