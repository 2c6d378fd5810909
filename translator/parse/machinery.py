"""The machinery of esprima's parser: tokens, positions and the cover grammar, made faster.

A marker, as esprima calls the place where a node begins, is a plain offset here; nodes get
a ``range`` and no ``loc``. The names of overridden methods are esprima's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .scanner import MendedScanner

# Imported behind scanner.py, which sees to the warnings that importing esprima changes.
from esprima.error_handler import ErrorHandler  # isort: skip
from esprima.parser import Config, Context, Marker, Parser  # isort: skip
from esprima.token import Token  # isort: skip

_PUNCTUATOR = Token.Punctuator
_KEYWORD = Token.Keyword
_IDENTIFIER = Token.Identifier
_STRICT_WORDS = MendedScanner.isStrictModeReservedWord.set
_ASSIGNMENTS = frozenset(
    [
        "=",
        "*=",
        "**=",
        "/=",
        "%=",
        "+=",
        "-=",
        "<<=",
        ">>=",
        ">>>=",
        "&=",
        "^=",
        "|=",
        "||=",
        "&&=",
        "??=",
    ]
)


class ParserMachinery(Parser):  # type: ignore[misc]
    """What parses one source text, as a module or as a script."""

    def __init__(self, code: str, module: bool) -> None:
        self.config = Config(range=True, classProperties=True)
        self.delegate = None
        self.errorHandler = ErrorHandler()
        self.scanner = MendedScanner(code, self.errorHandler)
        # Known before the first token is read: modules have no HTML-like comments.
        self.scanner.isModule = module
        self.context = Context()
        self.module = module
        self.startMarker = Marker(0, 1, 0)
        self.lastMarker = Marker(0, 1, 0)
        self.lookahead: Any = None
        self.hasLineTerminator = False
        self.nextToken()

    def parse(self) -> Any:
        """The ``Program`` of esprima."""
        return self.parseModule() if self.module else self.parseScript()

    def nextToken(self) -> Any:
        token = self.lookahead
        scanner = self.scanner
        marker = self.lastMarker
        index = scanner.index
        line = scanner.lineNumber
        marker.index = index
        marker.line = line
        marker.column = index - scanner.lineStart

        plain = scanner.plain_token()
        if plain is not None:
            marker = self.startMarker
            marker.index = start = plain.start
            marker.line = plain.lineNumber
            marker.column = start - plain.lineStart
            self.hasLineTerminator = line != plain.lineNumber
            if (
                plain.type is _IDENTIFIER
                and plain.value in _STRICT_WORDS
                and self.context.strict
            ):
                plain.type = _KEYWORD
            self.lookahead = plain
            return token

        scanner.scanComments()

        marker = self.startMarker
        marker.index = index = scanner.index
        marker.line = scanner.lineNumber
        marker.column = index - scanner.lineStart
        self.hasLineTerminator = line != scanner.lineNumber
        following = scanner.lex()
        if (
            following.type is _IDENTIFIER
            and following.value in _STRICT_WORDS
            and self.context.strict
        ):
            following.type = _KEYWORD
        self.lookahead = following
        return token

    def nextRegexToken(self) -> Any:
        token = self.scanner.scanRegExp()
        self.lookahead = token
        self.nextToken()
        return token

    def peek(self) -> Any:
        """The token behind the look-ahead, on the same line; else None."""
        scanner = self.scanner
        line = scanner.lineNumber
        state = scanner.saveState()
        scanner.scanComments()
        token = scanner.lex() if scanner.lineNumber == line else None
        scanner.restoreState(state)
        return token

    def createNode(self) -> int:
        return self.startMarker.index  # type: ignore[no-any-return]

    def startNode(self, token: Any, lastLineStart: int = 0) -> int:
        return token.start  # type: ignore[no-any-return]

    def finalize(self, marker: int, node: Any) -> Any:
        node.range = (marker, self.lastMarker.index)
        return node

    def match(self, *values: str) -> bool:
        token = self.lookahead
        return token.type is _PUNCTUATOR and token.value in values

    def matchKeyword(self, *keywords: str) -> bool:
        token = self.lookahead
        return token.type is _KEYWORD and token.value in keywords

    def matchAssign(self) -> bool:
        token = self.lookahead
        return token.type is _PUNCTUATOR and token.value in _ASSIGNMENTS

    def consumeSemicolon(self) -> None:
        if self.match(";"):
            self.nextToken()
        elif not (
            self.hasLineTerminator
            or self.match("}")
            or self.lookahead.type is Token.EOF
        ):
            self.throwUnexpectedToken(self.lookahead)

    def inheritCoverGrammar(self, parseFunction: Callable[[], Any]) -> Any:
        context = self.context
        binding = context.isBindingElement
        target = context.isAssignmentTarget
        initialized = context.firstCoverInitializedNameError
        context.isBindingElement = context.isAssignmentTarget = True
        context.firstCoverInitializedNameError = None
        result = parseFunction()
        if not binding:
            context.isBindingElement = False
        if not target:
            context.isAssignmentTarget = False
        if initialized is not None:
            context.firstCoverInitializedNameError = initialized
        return result
