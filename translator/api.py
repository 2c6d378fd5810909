"""The library: one source text in, one ``Translation`` out."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from .deep import run_deep
from .diagnostics import Diagnostic, Level
from .errors import Js2aioError, SourceTooDeepError, UnreadableSourceError
from .garbage import collector_at_rest
from .options import Options
from .source import SourceText

if TYPE_CHECKING:
    from .emit import LineMap
    from .map import DecisionUse, RuleUse
    from .rules import RuleBook


class InternalError(Js2aioError):
    """A stage failed in a way that it should not have: a bug of js2aio.

    The message names the file and, where known, the line and the column that were being
    translated. ``__cause__`` is the exception itself.
    """


@dataclass(frozen=True, slots=True)
class Translation:
    """What one source text became.

    ``code``: the Python text; it always compiles on the target of the options.
    ``diagnostics``: what there is to say about it, in the order of the source.
    ``rules``: which mapping rule was used where, in the order of the source.
    ``line_map``: which line of the source each line of ``code`` came from; with the rules,
    ``rules_by_line`` says which rule made it.
    ``decisions``: what the translator itself decided about concurrency; ``explain`` says
    why, for these and for the rules.
    ``requirements``: the packages that ``code`` imports, for pip: ``"httpx>=0.24"``.

    Nothing in it refers to the translator's state: it can be pickled, compared and kept.
    """

    code: str
    diagnostics: tuple[Diagnostic, ...]
    rules: tuple[RuleUse, ...]
    line_map: LineMap
    decisions: tuple[DecisionUse, ...] = ()
    requirements: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing was refused: no diagnostic is an error."""
        return not any(item.level is Level.ERROR for item in self.diagnostics)

    def rules_by_line(self) -> dict[int, tuple[RuleUse, ...]]:
        """The rules that each line of ``code`` is made by, those of its whole statement.

        Lines (from 1) that no rule had a part in are not in it: the syntax of the language
        is no rule.
        """
        by_statement: dict[int, list[RuleUse]] = {}
        for use in self.rules:
            by_statement.setdefault(use.statement, []).append(use)
        return {
            number: tuple(by_statement[line])
            for number, line in self.line_map.items()
            if line in by_statement
        }


def translate(
    source: str, *, filename: str = "<string>", options: Options | None = None
) -> Translation:
    """Translate the text of one JavaScript file.

    ``source`` is a script, an ES module or a CommonJS module of ECMAScript 2025 (ECMA-262,
    16th edition); a byte order mark and a ``#!`` line are allowed. ``filename`` is what
    diagnostics call it; no such file is read. Lines and columns in the result count from 1.

    What has no counterpart is refused: an error stands among the diagnostics, and ``raise
    NotImplementedError`` at that place of the code. Only where nothing can be produced is
    an exception raised: ``JavaScriptSyntaxError``, ``SourceTooDeepError``, ``MappingError``
    (the options name a mapping that is not valid), or ``InternalError``; all are
    ``Js2aioError``.

    The result depends on the arguments (and the mapping files they name) alone. It may be
    called from several threads and processes at once.
    """
    if not isinstance(source, str):
        raise TypeError(f"source must be str, not {type(source).__name__}")
    chosen = Options() if options is None else options
    text = SourceText(source, filename)
    try:
        with collector_at_rest():
            return run_deep(_pipeline, text, chosen)
    except SourceTooDeepError as error:
        raise SourceTooDeepError(f"{filename}: {error}") from None
    except Js2aioError:
        raise
    except Exception as error:
        raise _internal_error(error, text) from error


def translate_file(
    path: str | os.PathLike[str], *, options: Options | None = None
) -> Translation:
    """Translate a file; its text must be UTF-8, with or without a byte order mark.

    Raises ``UnreadableSourceError`` where there is no such file or it cannot be read as
    text, and what ``translate`` raises.
    """
    return translate(read_source(path), filename=os.fspath(path), options=options)


def read_source(path: str | os.PathLike[str]) -> str:
    """The text of a JavaScript file. Raises ``UnreadableSourceError``."""
    name = os.fspath(path)
    if Path(path).is_dir():
        raise UnreadableSourceError(f"{name}: is a folder, not a file")
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        raise UnreadableSourceError(f"{name}: no such file") from None
    except ValueError as error:  # a path with a NUL in it
        raise UnreadableSourceError(f"{name!r}: not a path: {error}") from None
    except OSError as error:
        raise UnreadableSourceError(f"{name}: {error.strerror or error}") from None
    return decode_source(data, name)


def decode_source(data: bytes, name: str) -> str:
    """Bytes as the text of a JavaScript file. Raises ``UnreadableSourceError``."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            reason = "it looks like UTF-16; save it as UTF-8"
        else:
            line = data.count(b"\n", 0, error.start) + 1
            reason = (
                f"the first wrong byte, 0x{data[error.start]:02x}, is in line {line}"
            )
        raise UnreadableSourceError(f"{name}: not UTF-8: {reason}") from None


def _pipeline(source: SourceText, options: Options) -> Translation:
    # The stages bring the parser and black with them: loaded by the first translation.
    from .analyse import analyse
    from .emit import emit
    from .map import map_program
    from .parse import parse
    from .rules import load_rules

    rulebook = load_rules(options.mappings)
    rulebook.serve(source.modules)
    program = parse(source)
    analysis = analyse(program, source, options, rulebook)
    mapped = map_program(program, analysis, rulebook, source, options)
    emitted = emit(mapped.module, options)
    return Translation(
        code=emitted.code,
        diagnostics=tuple(
            sorted(mapped.diagnostics, key=lambda item: (item.line, item.column))
        ),
        rules=tuple(mapped.rules),
        line_map=emitted.line_map,
        decisions=tuple(mapped.decisions),
        requirements=_requirements(rulebook, mapped.rules, mapped.packages),
    )


def _requirements(
    rulebook: RuleBook, uses: Iterable[RuleUse], packages: Iterable[str]
) -> tuple[str, ...]:
    """The packages that the rules name which were used, and others that were."""
    rules = (rulebook.get(rule_id) for rule_id in {use.id for use in uses})
    named = {name for rule in rules if rule for name in rule.requires}
    return tuple(sorted({*named, *packages}))


def _internal_error(error: Exception, source: SourceText) -> InternalError:
    place = source.filename
    offset = _last_offset(error.__traceback__)
    if offset is not None:
        line, column = source.position(min(offset, len(source.text)))
        place = f"{place}:{line}:{column}"
    return InternalError(
        f"{place}: internal error, {type(error).__name__}: {error}. This is a bug of "
        "js2aio; please report it with the source that shows it"
    )


def _last_offset(traceback: TracebackType | None) -> int | None:
    """The source offset of the node that the innermost frame with one was looking at."""
    from .parse.nodes import Node

    found = None
    while traceback is not None:
        for value in traceback.tb_frame.f_locals.values():
            if isinstance(value, Node):
                found = value.start
                break
        traceback = traceback.tb_next
    return found
