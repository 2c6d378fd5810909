"""A source text -> its tree without comments, and the comments; or one clear error.

Decides whether the text is a module or a script, and sees to it that whatever goes wrong
in esprima comes out as ``JavaScriptSyntaxError``.
"""

from __future__ import annotations

import re

from ..errors import JavaScriptSyntaxError, SourceTooDeepError
from ..source import SourceText
from .convert import EarlyError, convert_program
from .mend import MendedParser
from .nodes import (
    Comment,
    ExportAllDeclaration,
    ExportDefaultDeclaration,
    ExportNamedDeclaration,
    ImportDeclaration,
    Program,
)
from .scanner import NotKnownYet
from .syntax_errors import NOT_KNOWN_YET, in_plain_words, syntax_error

from esprima.error_handler import Error  # isort: skip

# A line that begins like an import or an export: a module, unless it is inside of a
# template or a comment, which the tree tells.
_LOOKS_LIKE_MODULE = re.compile(
    r"^[ \t]*(?:import\b(?![ \t]*\()|export\b)", re.MULTILINE
)
_MAY_BE_MODULE = re.compile(r"\b(?:import|export|await)\b")
_MODULE_STATEMENTS = (
    ImportDeclaration,
    ExportNamedDeclaration,
    ExportDefaultDeclaration,
    ExportAllDeclaration,
)


def read(source: SourceText) -> tuple[Program, list[Comment]]:
    """The tree of a source text, and the comments in it, which it does not hold yet.

    Raises JavaScriptSyntaxError. A RecursionError comes out as it is.
    """
    text = source.text
    if source.filename.endswith(".mjs"):
        return _attempt(source, module=True)
    if source.filename.endswith(".cjs") or not _MAY_BE_MODULE.search(text):
        return _attempt(source, module=False)

    module_first = bool(_LOOKS_LIKE_MODULE.search(text))
    try:
        program, comments = _attempt(source, module=module_first)
    except JavaScriptSyntaxError as error:
        try:
            return _attempt(source, module=not module_first)
        except JavaScriptSyntaxError as other:
            # The attempt that came further is the one that was on the right way.
            raise max(error, other, key=_place) from None
    if module_first and not any(
        isinstance(statement, _MODULE_STATEMENTS) for statement in program.body
    ):
        try:
            return _attempt(source, module=False)
        except JavaScriptSyntaxError:
            # import.meta or await at the top level: a module after all.
            pass
    return program, comments


def _place(error: JavaScriptSyntaxError) -> tuple[int, int]:
    return error.diagnostic.line, error.diagnostic.column


def _attempt(source: SourceText, module: bool) -> tuple[Program, list[Comment]]:
    text = source.text
    has_hashbang = text.startswith("#!")
    # A comment of the same length, so that the offsets stay.
    code = "//" + text[2:] if has_hashbang else text
    parser: MendedParser | None = None
    try:
        parser = MendedParser(code, module)
        tree = parser.parse()
        places = parser.scanner.comments
        program = convert_program(tree, len(text))
    except Error as error:
        offset = _visible(text, error.index)
        message, offset = in_plain_words(error.message, text, offset)
        raise syntax_error(source, offset, message) from None
    except EarlyError as error:
        raise syntax_error(source, error.offset, error.message) from None
    except NotKnownYet as error:
        message = (
            f"{error.message} is valid JavaScript that the parser does not know yet"
        )
        raise syntax_error(source, error.offset, message, NOT_KNOWN_YET) from None
    except (RecursionError, SourceTooDeepError, MemoryError):
        raise
    except Exception as error:
        # esprima has assertions, and bugs.
        offset = 0 if parser is None else parser.lastMarker.index
        message = f"this cannot be parsed ({type(error).__name__})"
        raise syntax_error(source, _visible(text, offset), message) from error
    if has_hashbang:
        _, end = places.pop(0)
        program.hashbang = text[2:end]
    return program, [_comment(text, start, end) for start, end in places]


def _visible(text: str, offset: int) -> int:
    """The offset, or behind white space where it points at that."""
    match = re.compile(r"\s*").match(text, offset)
    if match is None or match.end() >= len(text):
        return offset
    return match.end()


def _comment(text: str, start: int, end: int) -> Comment:
    if text.startswith("/*", start):
        return Comment(text[start + 2 : end - 2], True, start, end)
    # //, or <!-- or --> as in old web pages.
    marks = {"/": 2, "<": 4, "-": 3}[text[start]]
    return Comment(text[start + marks : end], False, start, end)
