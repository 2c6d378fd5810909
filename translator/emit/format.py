"""Formatting, and the proof that the text is Python: a step of its own, to be replaced whole."""

from __future__ import annotations

import ast
import threading
import warnings
from functools import cache
from typing import TYPE_CHECKING

from ..errors import SourceTooDeepError
from ..options import Target

if TYPE_CHECKING:
    import black

_PASSES = 4

# The filters of warnings belong to the process.
_warnings_lock = threading.Lock()
# Black's modules import each other: two threads that import them at once see half of them.
_import_lock = threading.Lock()


class EmitError(AssertionError):
    """The text that came out is not what it should be: a bug of this program, not of the source."""


def format_code(text: str, target: Target) -> str:
    """Format Python text as black does; black changes the result no more.

    Raises ``EmitError`` if black cannot read the text.
    """
    with _import_lock:
        # Two threads that import black at once see half of it.
        import black
        from black.parsing import InvalidInput

    try:
        # What `format_str` runs twice, to be stable, and we until it is.
        format_once = getattr(black, "_format_str_once", black.format_str)
        mode = _mode(target)
        for _ in range(_PASSES):
            before, text = text, format_once(text, mode=mode)
            if text == before:
                break
    except InvalidInput as error:
        raise EmitError(f"black cannot read the output: {error}") from error
    return text


@cache
def _mode(target: Target) -> black.Mode:
    with _import_lock:
        import black
        from black.mode import TargetVersion

    known = {version.name: version for version in TargetVersion}
    # A black that is older than the Python writes for the newest one that it knows.
    newest = max(known.values(), key=lambda version: version.value)
    return black.Mode(target_versions={known.get(target.name, newest)})


def check_syntax(text: str, target: Target) -> ast.Module:
    """The tree of a text that the target's Python compiles, and that UTF-8 can hold.

    Raises ``EmitError`` if it does not, ``SourceTooDeepError`` if it nests too deep for Python.
    """
    try:
        text.encode()
        with _warnings_lock, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text, feature_version=target.version)
            compile(tree, "<output>", "exec", dont_inherit=True)
            return tree
    except SyntaxError as error:
        if str(error).startswith("too many ") or "maximum recursion" in str(error):
            raise SourceTooDeepError(
                f"the output nests too deep for Python: {error.msg}"
            ) from error
        raise EmitError(
            f"the output is not Python: {error.msg} (line {error.lineno}: "
            f"{_line(text, error.lineno)!r})"
        ) from error
    except (UnicodeEncodeError, ValueError) as error:
        raise EmitError(f"the output is not Python: {error}") from error
    except MemoryError as error:
        # What the parser says when its stack is full.
        raise SourceTooDeepError("the output nests too deep for Python") from error


def _line(text: str, number: int | None) -> str:
    lines = text.split("\n")
    return lines[number - 1].strip() if number and number <= len(lines) else ""
