"""What ``js2aio verify`` found, as text, JSON and JUnit's XML.

The JSON is kept stable (keys may be added)::

    {"version": 1, "counts": {"same": 3, ...}, "programs": [{"file": "a.js",
     "status": "different", "message": "...", "note": "", "seconds": 0.4,
     "exit_code": {"node": 0, "python": 0}, "diff": ["--- node", ...],
     "files": {"out.txt": ["..."]}, "concerned": [{"part": "printed", "line": 7,
     "text": "print(x)", "source_line": 3, "rules": ["console-log"]}],
     "diagnostics": ["a.js:1:1: note[J2A201]: ..."]}]}

``exit_code``, ``diff`` and ``files`` are null where nothing was run.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from xml.etree import ElementTree as etree

from ..report import printable
from ..verifying import Concerned, Status, Verdict

# Lines of a diff that are shown as text.
_SHOWN = 60

Styled = list[tuple[str, str]]
"""Pieces of a line, each with its style."""

_STYLES = {
    Status.SAME: "green",
    Status.DIFFERENT: "bold red",
    Status.BROKEN: "bold red",
}


def counts(verdicts: Sequence[Verdict]) -> dict[str, int]:
    """How many programs have each status that occurs."""
    found = Counter(verdict.status for verdict in verdicts)
    return {status.value: found[status] for status in Status if found[status]}


def summary(verdicts: Sequence[Verdict]) -> str:
    what = ", ".join(
        f"{number} {status}" for status, number in counts(verdicts).items()
    )
    programs = "1 program" if len(verdicts) == 1 else f"{len(verdicts)} programs"
    return f"{programs}: {what}"


def next_steps(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """What a person may do about what is not the same, a sentence for each status."""
    found = {verdict.status for verdict in verdicts}
    if any(v.comparison is not None and v.comparison.reordered for v in verdicts):
        yield (
            "next: where the order alone differs, --order exact may keep it: Node's order "
            "of callbacks, tick by tick"
        )
    for status, sentence in _NEXT.items():
        if status in found:
            yield f"next: {status.value}: {sentence}"


_NEXT = {
    Status.REFUSED: "`js2aio FILE` shows all that has no counterpart, and where",
    Status.DIFFERENT: "nothing was said of it, so this is a bug: of a rule of yours, or of "
    "js2aio; then please report it with the program",
    Status.BROKEN: "this is a bug of js2aio; please report it with the program",
    Status.VARIES: "run it with what makes it the same each time (--stdin, --env, arguments), "
    "or let it pass with --accept varies",
    Status.UNDECIDED: "`node FILE` has to end by itself, within --timeout, and both have to find their "
    "packages",
}


def as_text(verdict: Verdict) -> Iterator[Styled]:
    """What a person reads of a program."""
    style = _STYLES.get(verdict.status, "bold yellow")
    head: Styled = [
        (f"{printable(verdict.filename)}: ", "bold"),
        (verdict.status.value, style),
    ]
    message, *more = printable(verdict.message).split("\n")
    if message:
        head.append((f": {message}", ""))
    yield head
    yield from ([(f"  {line}", "")] for line in more)
    if verdict.note:
        yield [(f"  note: {printable(verdict.note)}", "")]
    shown = verdict.status not in (Status.SAME, Status.UNDECIDED)
    if shown and verdict.comparison is not None:
        for line in _diff(verdict):
            yield [(f"    {printable(line)}", _diff_style(line))]
    for each in verdict.concerned:
        yield from _concerned(each, verdict.filename)


def _diff(verdict: Verdict) -> Iterator[str]:
    comparison = verdict.comparison
    assert comparison is not None
    lines = list(comparison.lines())
    if comparison.exit_code:  # the message says it
        lines = lines[1:]
    yield from lines[:_SHOWN]
    if len(lines) > _SHOWN:
        yield f"... and {len(lines) - _SHOWN} more lines"
    if comparison.exit_code:
        yield from _last_of_stderr(comparison.actual.stderr)


def _last_of_stderr(stderr: str) -> Iterator[str]:
    """The end of a traceback says why a program ended."""
    lines = [line for line in stderr.splitlines() if line.strip()]
    if lines:
        yield f"python's stderr: {lines[-1]}"


def _diff_style(line: str) -> str:
    return {"-": "red", "+": "green", "@": "cyan"}.get(line[:1], "")


def _concerned(each: Concerned, filename: str) -> Iterator[Styled]:
    name = printable(os.path.basename(filename))
    origin = f", from {name}:{each.source_line}" if each.source_line else ""
    yield [
        (f"  {each.part.words} line {each.line} of the Python{origin}: ", ""),
        (printable(each.text), "bold"),
    ]
    if each.rules:
        names = ("rule " if len(each.rules) == 1 else "rules ") + ", ".join(each.rules)
        yield [(f"    {names}", "cyan")]


def as_json(verdicts: Sequence[Verdict]) -> str:
    document = {
        "version": 1,
        "counts": counts(verdicts),
        "programs": [_entry(verdict) for verdict in verdicts],
    }
    return json.dumps(document, indent=1) + "\n"


def _entry(verdict: Verdict) -> dict[str, object]:
    entry: dict[str, object] = {
        "file": verdict.filename,
        "status": verdict.status.value,
        "message": verdict.message,
        "note": verdict.note,
        "seconds": round(verdict.seconds, 3),
        **dict.fromkeys(("exit_code", "diff", "files")),
        "concerned": [
            {
                "part": each.part.value,
                "line": each.line,
                "text": each.text,
                "source_line": each.source_line,
                "rules": list(each.rules),
            }
            for each in verdict.concerned
        ],
        "diagnostics": [str(item) for item in verdict.diagnostics],
    }
    comparison = verdict.comparison
    if comparison is not None:
        codes = (comparison.expected.exit_code, comparison.actual.exit_code)
        entry["exit_code"] = dict(zip(("node", "python"), codes))
        entry["diff"] = list(comparison.stdout)
        entry["files"] = {name: list(diff) for name, diff in comparison.files.items()}
    return entry


def as_junit(verdicts: Sequence[Verdict], accepted: Collection[Status]) -> str:
    """JUnit's XML: a test case for each program; what is accepted counts as skipped."""
    suite = etree.Element("testsuite", name="js2aio verify", tests=str(len(verdicts)))
    tally: Counter[str] = Counter()
    for verdict in verdicts:
        case = etree.SubElement(
            suite,
            "testcase",
            classname=_xml(os.path.dirname(verdict.filename) or "."),
            name=_xml(os.path.basename(verdict.filename)),
            time=f"{verdict.seconds:.3f}",
        )
        kind = _kind(verdict.status, accepted)
        tally[kind] += 1
        if kind:
            message = verdict.message.partition("\n")[0]
            attributes = {"message": _xml(message), "type": verdict.status.value}
            outcome = etree.SubElement(case, kind, attributes)
            lines = ("".join(text for text, _ in line) for line in as_text(verdict))
            outcome.text = _xml("\n".join(lines))
        elif verdict.note:
            etree.SubElement(case, "system-out").text = _xml(verdict.note)
    suite.attrib.update(
        failures=str(tally["failure"]),
        errors=str(tally["error"]),
        skipped=str(tally["skipped"]),
        time=f"{sum(verdict.seconds for verdict in verdicts):.3f}",
    )
    etree.indent(suite)
    text = etree.tostring(suite, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _kind(status: Status, accepted: Collection[Status]) -> str:
    if status is Status.SAME:
        return ""
    if status in accepted:
        return "skipped"
    return "error" if status in (Status.BROKEN, Status.UNDECIDED) else "failure"


def _xml(text: str) -> str:
    """The text without what XML 1.0 has no form for."""
    return "".join(
        char
        if char in "\t\n" or " " <= char < "\ud800" or "\ue000" <= char < "\ufffe"
        or char > "\uffff"
        else char.encode("unicode_escape").decode("ascii")
        for char in text
    )  # fmt: skip
