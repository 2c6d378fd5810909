"""Two runs beside each other: what is different."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, takewhile

from .process import Run

NODE, PYTHON = "node", "python"

DIFF_LIMIT = 4000
_CONTEXT = 3
_HUNK = re.compile(r"@@ -(\d+)(,\d+)? \+(\d+)(,\d+)? @@$")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What ``actual`` did otherwise than ``expected``.

    ``stdout``: a unified diff, line by line, empty where both are equal; ``exit_code``: a
    sentence, or empty; ``files``: a diff, or a sentence, for each file that is different.
    """

    expected: Run
    actual: Run
    stdout: tuple[str, ...]
    exit_code: str
    files: Mapping[str, tuple[str, ...]]

    @property
    def same(self) -> bool:
        return not (self.stdout or self.exit_code or self.files)

    @property
    def reordered(self) -> bool:
        """Whether stdout has the same lines, but in another order."""
        ones, twos = self.expected.stdout, self.actual.stdout
        return ones != twos and sorted(ones.split("\n")) == sorted(twos.split("\n"))

    def lines(self, limit: int | None = None) -> Iterator[str]:
        """The differences as text, at most ``limit`` lines of each diff."""
        if self.exit_code:
            yield self.exit_code
        yield from _limited(self.stdout, limit)
        for diff in self.files.values():
            yield from _limited(diff, limit)


def compare(expected: Run, actual: Run, *, files: bool = True) -> Comparison:
    """Compare stdout, exit code and, unless told otherwise, the files written.

    ``files=False`` is for a recorded run, of which no files are known.
    """
    differing = {}
    if files:
        for name in sorted({*expected.files, *actual.files}):
            diff = tuple(_file_diff(name, expected.files, actual.files))
            if diff:
                differing[name] = diff
    stdout = diff_lines(expected.stdout, actual.stdout, NODE, PYTHON)
    return Comparison(expected, actual, stdout, _ends(expected, actual), differing)


def diff_lines(before: str, after: str, old: str, new: str) -> tuple[str, ...]:
    """A unified diff of two texts; a missing end of the last line is said.

    Of long texts only the first ``DIFF_LIMIT`` lines from the first difference are compared.
    """
    if before == after:
        return ()
    ones, twos = _lines(before), _lines(after)
    # difflib takes the square of the number of lines.
    equal = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(ones, twos)))
    skipped = max(0, equal - _CONTEXT)
    window = slice(skipped, skipped + DIFF_LIMIT)
    diff = list(
        difflib.unified_diff(
            ones[window], twos[window], old, new, lineterm="", n=_CONTEXT
        )
    )
    if skipped:
        diff = [_shifted(line, skipped) for line in diff]
    # Texts that are not equal always differ, whatever their lines look like.
    return tuple(diff) or (f"{old} and {new} differ in the end of the last line",)


def _shifted(line: str, by: int) -> str:
    """The head of a hunk with the numbers of the whole text."""
    found = _HUNK.match(line)
    if found is None:
        return line
    first, count, second, other = found.groups("")
    return f"@@ -{int(first) + by}{count} +{int(second) + by}{other} @@"


def _lines(text: str) -> list[str]:
    """Split where Node and Python end lines: str.splitlines() knows more ends."""
    lines = text.split("\n")
    if lines[-1]:
        lines[-1] += "  (and no end of line)"
    else:
        lines.pop()
    return lines


def _ends(expected: Run, actual: Run) -> str:
    if expected.exit_code == actual.exit_code:
        return ""
    return f"{PYTHON} {_end(actual)}, {NODE} {_end(expected)}"


def _end(run: Run) -> str:
    if run.exit_code is not None:
        return f"ended with exit code {run.exit_code}"
    if run.stopped == "output":
        return "wrote more than is read of it"
    return "did not end in time"


def _file_diff(
    name: str,
    expected: Mapping[str, bytes | None],
    actual: Mapping[str, bytes | None],
) -> Iterator[str]:
    for one, other, who in ((expected, actual, PYTHON), (actual, expected, NODE)):
        if name in one and name not in other:
            verb = "remove" if one[name] is None else "write"
            yield f"{who} did not {verb} the file {name}"
            return
    before, after = expected[name], actual[name]
    if before == after:
        return
    if before is None or after is None:
        yield f"{NODE if before is None else PYTHON} removed the file {name}"
        return
    try:
        old, new = before.decode(), after.decode()
    except UnicodeDecodeError:
        yield f"the file {name} is different ({len(before)} and {len(after)} bytes)"
        return
    yield from diff_lines(old, new, f"{NODE}: {name}", f"{PYTHON}: {name}")


def _limited(diff: tuple[str, ...], limit: int | None) -> Iterator[str]:
    yield from islice(diff, limit)
    if limit is not None and len(diff) > limit:
        yield f"... and {len(diff) - limit} more lines"
