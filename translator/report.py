"""Diagnostics as text for people and as JSON for programs; both go to stderr.

The JSON is one object on one line, kept stable (keys may be added)::

    {"version": 1, "diagnostics": [{"file": "a.js", "level": "error", "code": "J2A021",
     "message": "...", "line": 12, "column": 5, "end_line": 12, "end_column": 9,
     "hint": "..."}]}

With ``--explain`` it has ``decisions``, too: ``file``, the positions, ``takes``, ``why``,
``rule`` (null where it is the translator's own) and ``instead``, a list of ``name`` and ``why``.

Where a file as a whole is meant (it cannot be read, say), ``code``, the positions and
``hint`` are null; so is ``file`` where no file is meant.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, TextIO

from .code_frame import code_frame
from .diagnostics import Diagnostic, Level
from .source import SourceText

if TYPE_CHECKING:
    from .explanations import Explanation

_STYLES = {
    Level.ERROR: "bold red",
    Level.WARNING: "bold yellow",
    Level.NOTE: "bold cyan",
}


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file gave nothing, where that has no position in a source."""

    message: str
    filename: str | None = None


@dataclass(slots=True)
class Report:
    """Collects what a run has to say, and writes it.

    ``levels``: what is shown as text; JSON holds all levels, unless ``quiet``.
    """

    stream: TextIO
    as_json: bool = False
    verbose: bool = False
    quiet: bool = False
    _counts: Counter[Level] = field(default_factory=Counter, init=False)
    _files: set[str] = field(default_factory=set, init=False)
    _entries: list[dict[str, object]] = field(default_factory=list, init=False)
    _unparsed: bool = field(default=False, init=False)
    _unruled: bool = field(default=False, init=False)
    _refused: bool = field(default=False, init=False)
    _decisions: list[dict[str, object]] = field(default_factory=list, init=False)

    def diagnostics(self, found: Iterable[Diagnostic], source: SourceText) -> None:
        """Report what a translation said about ``source``."""
        for item in found:
            if self._shown(item.level):
                self._add(item, _frame(item, source))

    def explanations(self, found: Iterable[Explanation], filename: str) -> None:
        """Write why the concurrency of a translation looks as it does."""
        for item in found:
            if self.as_json:
                self._decisions.append({"file": filename, **asdict(item)})
                continue
            rule = f" (rule {item.rule})" if item.rule else ""
            place = f"{printable(filename)}:{item.line}:{item.column}: "
            self._write([(place, "bold"), (item.takes, "bold green"), (rule, "")])
            self._write([(f"  {item.why}", "")])
            for other in item.instead:
                self._write([(f"  not {other.name}: ", "bold"), (other.why, "")])

    def syntax_error(self, diagnostic: Diagnostic, frame: str) -> None:
        self._add(diagnostic, frame)

    def failure(self, failure: Failure) -> None:
        """Report that a file gave nothing."""
        if self.as_json:
            self._entries.append(_failure_entry(failure))
        else:
            self._write([("js2aio: ", ""), ("error", _STYLES[Level.ERROR])], end="")
            self._write([(f": {printable(failure.message)}", "")])

    def message(self, text: str) -> None:
        """What is said with ``--verbose`` alone, and never in JSON."""
        if self.verbose and not self.as_json:
            self._write([(printable(text), "")])

    def close(self) -> None:
        """Write the JSON object, or the summary where there is more than one finding."""
        if self.as_json:
            document: dict[str, object] = {"version": 1, "diagnostics": self._entries}
            if self._decisions:
                document["decisions"] = self._decisions
            self.stream.write(json.dumps(document, ensure_ascii=True) + "\n")
            self.stream.flush()
            return
        if not self.quiet:
            for line in self._next_steps():
                self._write([("next: ", "bold"), (line, "")])
        if self._counts.total() > 1:
            counts = ", ".join(
                _count(self._counts[level], level.value)
                for level in Level
                if self._counts[level]
            )
            places = _count(len(self._files), "file")
            self._write([(f"{counts} in {places}", "bold")])

    def _next_steps(self) -> Iterator[str]:
        """What a person may do about the errors, a sentence each."""
        if self._unparsed:
            yield (
                "nothing is written for what is not JavaScript; `node --check FILE` says "
                "what Node makes of it. TypeScript and JSX have to be compiled before"
            )
        if self._unruled:
            yield (
                "calls of a library become what a rule of your own says: "
                "`js2aio rules --help` shows one, --mappings names its file"
            )
        if self._refused:
            yield (
                "the rest of the Python is whole, and raises NotImplementedError at these "
                "places: change the JavaScript there, or that part of the Python by hand"
            )

    def _shown(self, level: Level) -> bool:
        if self.quiet:
            return level is Level.ERROR
        return self.as_json or self.verbose or level is not Level.NOTE

    def _add(self, item: Diagnostic, frame: str) -> None:
        self._counts[item.level] += 1
        self._files.add(item.filename)
        if item.level is Level.ERROR:
            self._unparsed |= item.code.startswith("J2A9")
            self._unruled |= item.message.endswith("there is no rule for this import")
            self._refused |= item.code.startswith("J2A0")
        if self.as_json:
            self._entries.append(_entry(item))
            return
        style = _STYLES[item.level]
        place = f"{printable(item.filename)}:{item.line}:{item.column}: "
        self._write(
            [
                (place, "bold"),
                (f"{item.level.value}[{item.code}]", style),
                (f": {printable(item.message)}", ""),
            ]
        )
        for line in frame.splitlines():
            marks = line.strip(" |^")
            self._write([(printable(line), "" if marks else style)])
        if item.hint:
            self._write([("  hint: ", "bold"), (printable(item.hint), "")])

    def _write(self, parts: list[tuple[str, str]], end: str = "\n") -> None:
        write_styled(self.stream, parts, end)


def write_styled(stream: TextIO, parts: list[tuple[str, str]], end: str = "\n") -> None:
    """Write pieces of text, each with its style, which is seen on a terminal alone."""
    if is_terminal(stream):
        _print_styled(stream, parts, end)
    else:
        stream.write("".join(text for text, _ in parts) + end)


def is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def printable(text: str) -> str:
    """The text without what a terminal would obey or cannot show."""
    return "".join(
        char if char.isprintable() or char in "\n\t" else _escaped(char)
        for char in text
    )


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _frame(item: Diagnostic, source: SourceText) -> str:
    return code_frame(source, item.line, item.column, item.end_line, item.end_column)


def _entry(item: Diagnostic) -> dict[str, object]:
    return {
        "file": item.filename,
        "level": item.level.value,
        "code": item.code,
        "message": item.message,
        "line": item.line,
        "column": item.column,
        "end_line": item.end_line,
        "end_column": item.end_column,
        "hint": item.hint,
    }


def _failure_entry(failure: Failure) -> dict[str, object]:
    empty = dict.fromkeys(("line", "column", "end_line", "end_column", "hint"))
    return {
        "file": failure.filename,
        "level": Level.ERROR.value,
        "code": None,
        "message": failure.message,
        **empty,
    }


def _print_styled(stream: TextIO, parts: list[tuple[str, str]], end: str) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, soft_wrap=True)
    console.print(Text.assemble(*parts), end=end)
