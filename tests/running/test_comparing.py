"""What two runs did differently, in words."""

from __future__ import annotations

import time
from collections.abc import Mapping

import pytest

from js2aio.running import Run, compare


def run(
    stdout: str = "",
    exit_code: int | None = 0,
    files: Mapping[str, bytes | None] | None = None,
    stopped: str = "",
) -> Run:
    return Run(stdout, "whatever", exit_code, files or {}, 1.0, stopped)


@pytest.mark.parametrize(
    ("expected", "actual", "lines"),
    [
        (run("a\n"), run("a\n"), []),
        (
            run("a\nb\n"),
            run("a\nc\n"),
            ["--- node", "+++ python", "@@ -1,2 +1,2 @@", " a", "-b", "+c"],
        ),
        (
            run("a\n"),
            run("a"),
            [
                *("--- node", "+++ python", "@@ -1 +1 @@"),
                *("-a", "+a  (and no end of line)"),
            ],
        ),
        (
            run("a  (and no end of line)\n"),
            run("a"),
            ["node and python differ in the end of the last line"],
        ),
        # Node ends lines at \n alone; str.splitlines() would not.
        (
            run("a\u2028b\n"),
            run("a\nb\n"),
            [
                *("--- node", "+++ python", "@@ -1 +1,2 @@"),
                *("-a\u2028b", "+a", "+b"),
            ],
        ),
        (
            run(exit_code=1),
            run(),
            ["python ended with exit code 0, node ended with exit code 1"],
        ),
        (
            run(),
            run(exit_code=None, stopped="time"),
            ["python did not end in time, node ended with exit code 0"],
        ),
        (
            run(files={"a": b"1"}),
            run(files={"b": b"1"}),
            ["python did not write the file a", "node did not write the file b"],
        ),
        (run(files={"a": None}), run(), ["python did not remove the file a"]),
        (run(files={"a": None}), run(files={"a": b""}), ["node removed the file a"]),
        (
            run(files={"a": b"\xff"}),
            run(files={"a": b"\xfe\xfe"}),
            ["the file a is different (1 and 2 bytes)"],
        ),
        (
            run(files={"a": b"1\n"}),
            run(files={"a": b"2\n"}),
            ["--- node: a", "+++ python: a", "@@ -1 +1 @@", "-1", "+2"],
        ),
    ],
)
def test_differences(expected: Run, actual: Run, lines: list[str]) -> None:
    comparison = compare(expected, actual)
    assert list(comparison.lines()) == lines
    assert comparison.same == (not lines)
    assert comparison.same == expected.did_the_same_as(actual)


@pytest.mark.parametrize(
    ("expected", "actual", "reordered"),
    [
        ("a\nb\n", "b\na\n", True),
        ("a\nb\n", "a\nb\n", False),
        ("a\nb\n", "b\n", False),
        ("a\nb\n", "b\na", False),
    ],
)
def test_the_same_lines_in_another_order(
    expected: str, actual: str, reordered: bool
) -> None:
    assert compare(run(expected), run(actual)).reordered == reordered


def test_files_of_a_record_are_unknown() -> None:
    assert compare(run(), run(files={"a": b"1"}), files=False).same


def test_long_diffs_are_cut() -> None:
    many = "".join(f"{number}\n" for number in range(50))
    lines = list(compare(run(), run(many)).lines(10))
    assert len(lines) == 11
    assert lines[-1] == "... and 43 more lines"


def test_numbers_of_lines_far_down() -> None:
    many = "".join(f"{number}\n" for number in range(1, 20_001))
    lines = list(compare(run(many), run(many.replace("15000\n", "x\n"))).lines())
    assert lines[2:7] == [
        "@@ -14997,7 +14997,7 @@",
        " 14997",
        " 14998",
        " 14999",
        "-15000",
    ]


def test_long_outputs_that_have_nothing_in_common_do_not_take_long() -> None:
    ones = "".join(f"a{number % 7}\n" for number in range(200_000))
    twos = "".join(f"a{number % 5}\n" for number in range(200_000))
    began = time.monotonic()
    assert not compare(run(ones), run(twos)).same
    assert time.monotonic() - began < 20
