"""The analysis of random programs: it ends, does not fail, and excludes no value."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random
from zlib import crc32

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.grammar import Grammar
from support.marked import analysed
from support.seen import differences

from js2aio import sources_in
from js2aio.analyse.show import show_type

ROOT = Path(__file__).parents[2]
#: One in so many of the programs is looked at; all of them take minutes. Its name
#: decides, so that a new program takes no other one in.
STEP = 5
PROGRAMS = [
    program
    for program in (
        *sources_in(ROOT / "examples" / "js"),
        *sorted((ROOT / "tests" / "programs").rglob("*.*js")),
    )
    if crc32(f"{program.parent.name}/{program.name}".encode()) % STEP == 0
]
#: Programs whose values are known to be others than their types say, and why.
UNSEEN = {
    "lost-this.js": "`this` of a method that lost its object: a warning says so",
    "prototype-that-is-an-array.js": "instances that inherit from an array: refused",
    "changed-while-searched.js": "an array that is shorter before `find` is through it: "
    "its callback gets undefined",
    "all-of-a-module.cjs": "one statement is written as several, at the place of the one",
    "unsigned-shift.js": "Object(bigint) is an object: refused",
    "what-methods-give.js": "`this` of a method that lost its object: a warning says so",
    "errors-expected.mjs": "an AssertionError, which Python has as another class",
    "options-and-errors.mjs": "results of processes are objects of a class of their own",
    "spawned.mjs": "errors of processes have no prototype that is known",
    "events.cjs": "what pipeline gives, which nobody looks at",
    "pipelines.mjs": "streams are async iterators, and instances of classes of Node",
    "reflection.js": "Reflect.set is an assignment, where nobody looks at what it gives",
    "classes-that-extend.js": "`this.set(...)` is that of the Map that is held, "
    "`this.splice(...)` an array of the class, where nobody looks at what they give",
    "classes-that-are-arrays.js": "`map` gives an array of the class: refused",
    "exports-in-one-assignment.cjs": "one statement is written as several",
    "called-against-jsdoc.js": "the arrays of a documented parameter stand for those that "
    "calls give",
}


@settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(st.randoms(use_true_random=False))
def test_analysis_of_random_programs(random: Random) -> None:
    analysis = analysed(Grammar(random).program())
    for types in analysis.inference.types.values():
        assert show_type(types)
    assert max(analysis.inference.rounds.values()) < 200


@pytest.mark.node
@pytest.mark.parametrize("program", PROGRAMS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_no_value_of_a_program_is_excluded(
    program: Path, node: str, tmp_path: Path
) -> None:
    if program.name in UNSEEN:
        pytest.skip(UNSEEN[program.name])
    # Programs that write files write them into a copy of their folder.
    folder = tmp_path / "folder"
    shutil.copytree(program.parent, folder)
    found = differences(program.read_text("utf-8"), cwd=folder)
    assert not found, "\n".join(map(str, found))


@pytest.mark.node
@pytest.mark.parametrize("seed", range(40))
def test_no_value_of_a_random_program_is_excluded(seed: int, node: str) -> None:
    found = differences(Grammar(Random(seed)).program())
    assert not found, "\n".join(map(str, found))
