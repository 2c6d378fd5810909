"""esprima's parser with what it gets wrong put right.

What it refused although it is valid: ``(-1) ** n``; ``export default [1].map(f)``; a string
as the name of an import; ``import(a, b)``; ``using`` as a name; ``return`` outside of
functions in a script; ``throw`` and ``yield`` before a template literal of several lines.
What it read wrongly: ``a == b in c`` (the precedence), ``yield`` in a default of a pattern,
``return`` at the end of a line before a template literal, and the ends of statements
without a semicolon. More of the kind is in scanner.py and members.py.

The names of overridden methods are esprima's.
"""

from __future__ import annotations

from typing import Any

from .members import MemberParser
from .scanner import NotKnownYet

from esprima import nodes as E  # isort: skip
from esprima.messages import Messages  # isort: skip
from esprima.token import Token  # isort: skip

_PUNCTUATOR = Token.Punctuator
_KEYWORD = Token.Keyword
_IDENTIFIER = Token.Identifier

_PRECEDENCE = {
    operator: level
    for level, operators in enumerate(
        (
            "??",
            "||",
            "&&",
            "|",
            "^",
            "&",
            "== != === !==",
            "< > <= >=",
            "<< >> >>>",
            "+ -",
            "* / %",
        ),
        start=1,
    )
    for operator in operators.split()
}
_RELATIONAL = _PRECEDENCE["<"]
_STATEMENTS = {
    "break": "parseBreakStatement",
    "continue": "parseContinueStatement",
    "debugger": "parseDebuggerStatement",
    "do": "parseDoWhileStatement",
    "for": "parseForStatement",
    "function": "parseFunctionDeclaration",
    "if": "parseIfStatement",
    "return": "parseReturnStatement",
    "switch": "parseSwitchStatement",
    "throw": "parseThrowStatement",
    "try": "parseTryStatement",
    "var": "parseVariableStatement",
    "while": "parseWhileStatement",
    "with": "parseWithStatement",
}
_BEFORE_OPERAND = frozenset(
    ["+", "-", "~", "!", "++", "--", "delete", "void", "typeof", "await"]
)
_BEGINS_OPERAND = frozenset(["[", "(", "{", "+", "-", "!", "~", "++", "--", "/", "/="])
_KEYWORD_BEGINS_OPERAND = frozenset(
    [
        "class",
        "delete",
        "function",
        "import",
        "let",
        "new",
        "super",
        "this",
        "typeof",
        "void",
        "yield",
    ]
)


class MendedParser(MemberParser):
    """The parser of one source text, as a module or as a script."""

    # --- expressions

    def binaryPrecedence(self, token: Any) -> int:
        kind = token.type
        if kind is _PUNCTUATOR:
            return _PRECEDENCE.get(token.value, 0)
        if kind is _KEYWORD and (
            token.value == "instanceof"
            or (token.value == "in" and self.context.allowIn)
        ):
            return _RELATIONAL
        return 0

    def parseExponentiationExpression(self) -> Any:
        token = self.lookahead
        if token.value in _BEFORE_OPERAND:
            left = self.inheritCoverGrammar(self.parseUnaryExpression)
        else:
            # What parseUnaryExpression comes to, without two levels of calls.
            parse = self.parseLeftHandSideExpressionAllowCall
            left = self.inheritCoverGrammar(parse)
            if self.lookahead.value in ("++", "--") and not self.hasLineTerminator:
                left = self.parsePostfix(token, left)
        if self.match("**"):
            # A unary expression that begins with a parenthesis is inside of it.
            unary = left.type in ("UnaryExpression", "AwaitExpression")
            if unary and token.value != "(":
                self.throwUnexpectedToken(self.lookahead)
            self.nextToken()
            self.context.isAssignmentTarget = False
            self.context.isBindingElement = False
            right = self.isolateCoverGrammar(self.parseExponentiationExpression)
            node = E.BinaryExpression("**", left, right)
            return self.finalize(token.start, node)
        if left.type == "PrivateIdentifier" and not self.matchKeyword("in"):
            self.throwUnexpectedToken(token)
        return left

    def parsePostfix(self, token: Any, argument: Any) -> Any:
        """``++`` or ``--`` behind an expression that began with ``token``."""
        if self.lookahead.type is not _PUNCTUATOR:
            return argument
        context = self.context
        if not context.isAssignmentTarget:
            self.throwError(Messages.InvalidLHSInAssignment)
        if context.strict and argument.name in ("eval", "arguments"):
            self.throwError(Messages.StrictLHSPostfix)
        context.isAssignmentTarget = context.isBindingElement = False
        operator = self.nextToken().value
        return self.finalize(token.start, E.UpdateExpression(operator, argument, False))

    def isStartOfExpression(self) -> bool:
        token = self.lookahead
        if token.type is _PUNCTUATOR:
            return token.value in _BEGINS_OPERAND
        if token.type is _KEYWORD:
            return token.value in _KEYWORD_BEGINS_OPERAND
        if token.type is Token.Template:
            return bool(token.head)
        return token.type is not Token.EOF

    def parseImportCall(self) -> Any:
        start = self.createNode()
        self.expectKeyword("import")
        callee = self.finalize(start, E.Import())
        arguments = self.parseArguments()
        if not 1 <= len(arguments) <= 2:
            self.throwError("import() takes one or two arguments")
        return self.finalize(start, E.CallExpression(callee, arguments))

    def parseImportMeta(self) -> Any:
        if not self.module:
            self.throwUnexpectedToken(self.lookahead)
        return super().parseImportMeta()

    def parsePatternWithDefault(self, params: Any, kind: Any = None) -> Any:
        start = self.lookahead.start
        pattern = self.parsePattern(params, kind)
        if self.match("="):
            self.nextToken()
            right = self.isolateCoverGrammar(self.parseAssignmentExpression)
            pattern = self.finalize(start, E.AssignmentPattern(pattern, right))
        return pattern

    # --- statements

    def parseStatement(self) -> Any:
        token = self.lookahead
        kind = token.type
        if kind is _KEYWORD:
            method = _STATEMENTS.get(token.value)
            if method is not None:
                return getattr(self, method)()
            return self.parseExpressionStatement()
        if kind is _PUNCTUATOR:
            if token.value == "{":
                return self.parseBlock()
            if token.value == ";":
                return self.parseEmptyStatement()
            return self.parseExpressionStatement()
        if kind is _IDENTIFIER:
            if token.value == "using":
                following = self.peek()
                if following is not None and following.type is _IDENTIFIER:
                    raise NotKnownYet(token.start, "a `using` declaration")
            elif token.value == "async" and self.matchAsyncFunction():
                return self.parseFunctionDeclaration()
            return self.parseLabelledStatement()
        return self.parseExpressionStatement()

    def parseReturnStatement(self) -> Any:
        start = self.createNode()
        # CommonJS wraps a script into a function, so there it may return; a module
        # and a static block may not.
        inside = self.context.inFunctionBody
        if inside == "static block" or (self.module and not inside):
            self.throwUnexpectedToken(self.lookahead, Messages.IllegalReturn)
        self.nextToken()
        argument = None
        if not (
            self.hasLineTerminator
            or self.match(";", "}")
            or self.lookahead.type is Token.EOF
        ):
            argument = self.parseExpression()
        self.consumeSemicolon()
        return self.finalize(start, E.ReturnStatement(argument))

    # --- modules

    def parseExportDeclaration(self) -> Any:
        scanner = self.scanner
        state = scanner.saveState()
        scanner.scanComments()
        following = scanner.lex()
        scanner.restoreState(state)
        if following.value != "default" or self.context.inFunctionBody:
            return super().parseExportDeclaration()
        start = self.createNode()
        self.nextToken()
        self.nextToken()
        if self.matchKeyword("function") or self.matchAsyncFunction():
            declaration = self.parseFunctionDeclaration(True)
        elif self.matchKeyword("class"):
            declaration = self.parseClassDeclaration(True)
        else:
            declaration = self.isolateCoverGrammar(self.parseAssignmentExpression)
            self.consumeSemicolon()
        return self.finalize(start, E.ExportDefaultDeclaration(declaration))

    def parseImportSpecifier(self) -> Any:
        if self.lookahead.type is not Token.StringLiteral:
            return super().parseImportSpecifier()
        start = self.createNode()
        imported = self.parseModuleExportName()
        if not self.matchContextualKeyword("as"):
            self.throwUnexpectedToken(self.lookahead)
        self.nextToken()
        local = self.parseVariableIdentifier()
        return self.finalize(start, E.ImportSpecifier(local, imported))
