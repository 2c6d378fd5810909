"""The exceptions of the package; all are ``Js2aioError``."""

from __future__ import annotations

from .diagnostics import Diagnostic


class Js2aioError(Exception):
    """Something for a person to read: ``str()`` is one clear message."""


class JavaScriptSyntaxError(Js2aioError):
    """The source is not JavaScript, or JavaScript that the parser does not know yet.

    ``diagnostic`` holds the position; ``frame`` is the code frame as plain text.
    """

    def __init__(self, diagnostic: Diagnostic, frame: str) -> None:
        super().__init__(diagnostic, frame)
        self.diagnostic = diagnostic
        self.frame = frame

    def __str__(self) -> str:
        return (
            f"{self.diagnostic}\n{self.frame}" if self.frame else str(self.diagnostic)
        )


class SourceTooDeepError(Js2aioError):
    """The source nests deeper than can be translated."""


class UnreadableSourceError(Js2aioError):
    """A file is missing, is a folder, or is not UTF-8."""


class MappingError(Js2aioError):
    """A mapping file or rule is not valid; the message names the file and the rule."""


class NodeNotFoundError(Js2aioError):
    """Node is not installed, and a program was to run under it."""
