"""Reads the members of object literals and of classes.

Written anew, since esprima's own methods refuse or misread much of them: asynchronous
generators and ``{ async }`` in object literals; private and asynchronous generators,
private accessors, and fields called ``get``, ``set``, ``async`` or ``static`` in classes;
``super`` and ``new.target`` in fields; ``await`` in a method that is not asynchronous.
"""

from __future__ import annotations

from typing import Any

from .machinery import ParserMachinery

from esprima import nodes as E  # isort: skip
from esprima.messages import Messages  # isort: skip
from esprima.token import Token  # isort: skip

_KEYWORD = Token.Keyword
_IDENTIFIER = Token.Identifier


class MemberParser(ParserMachinery):
    """The part of the parser that reads members."""

    def parseMethodFunction(self, kind: str, is_async: bool, generator: bool) -> Any:
        """The parameters and the body of a method, getter or setter."""
        context = self.context
        before = context.allowYield, context.allowAwait
        context.allowYield = not generator
        context.allowAwait = is_async
        start = self.createNode()
        params = self.parseFormalParameters()
        if kind == "get" and params.params:
            self.throwError(Messages.BadGetterArity)
        if kind == "set":
            if len(params.params) != 1:
                self.throwError(Messages.BadSetterArity)
            elif params.params[0].type == "RestElement":
                self.throwError(Messages.BadSetterRestParameter)
        body = self.parsePropertyMethod(params)
        context.allowYield, context.allowAwait = before
        make = E.AsyncFunctionExpression if is_async else E.FunctionExpression
        return self.finalize(start, make(None, params.params, body, generator))

    def parseMemberName(
        self, ends: tuple[str, ...]
    ) -> tuple[Any, bool, str, bool, bool]:
        """The key of a member and the words before it.

        ``ends`` is what follows ``get``, ``set`` or ``async`` where that is the key.
        Returns the key, if it is computed, the kind (``init``, ``get`` or ``set``), and
        if it is an asynchronous function and a generator.
        """
        token = self.lookahead
        kind = "init"
        is_async = generator = False
        if token.type is _IDENTIFIER and token.value in ("async", "get", "set"):
            start = self.createNode()
            self.nextToken()
            word = token.value
            if (
                self.match(*ends)
                or (self.hasLineTerminator and (word == "async" or self.match("*")))
                or self.lookahead.type is Token.EOF
            ):
                key = self.finalize(start, E.Identifier(word))
                return key, False, kind, False, False
            if word == "async":
                is_async = True
            else:
                kind = word
        if kind == "init" and self.match("*"):
            self.nextToken()
            generator = True
        computed = self.match("[")
        return self.parseObjectPropertyKey(), computed, kind, is_async, generator

    def parseObjectProperty(self, hasProto: Any) -> Any:
        start = self.createNode()
        token = self.lookahead
        ends = (",", ":", "(", "}", "=")
        key, computed, kind, is_async, generator = self.parseMemberName(ends)
        if key.type == "PrivateIdentifier":
            self.throwUnexpectedToken(token)
        method = shorthand = False
        if kind != "init":
            value = self.parseMethodFunction(kind, False, False)
        elif is_async or generator or self.match("("):
            value = self.parseMethodFunction(kind, is_async, generator)
            method = True
        elif self.match(":"):
            if not computed and self.isPropertyKey(key, "__proto__"):
                if hasProto.value:
                    self.throwError(Messages.DuplicateProtoProperty)
                hasProto.value = True
            self.nextToken()
            value = self.inheritCoverGrammar(self.parseAssignmentExpression)
        elif token.type is _IDENTIFIER or self.isSloppyName(token):
            if token.value == "await" and (self.module or self.context.allowAwait):
                self.throwUnexpectedToken(token)
            shorthand = True
            value = self.finalize(start, E.Identifier(token.value))
            if self.match("="):
                self.context.firstCoverInitializedNameError = self.lookahead
                self.nextToken()
                default = self.isolateCoverGrammar(self.parseAssignmentExpression)
                value = self.finalize(start, E.AssignmentPattern(value, default))
        else:
            self.throwUnexpectedToken(self.nextToken())
        node = E.Property(kind, key, computed, value, method, shorthand)
        return self.finalize(start, node)

    def isSloppyName(self, token: Any) -> Any:
        """Whether a keyword is a name outside of strict mode."""
        if token.type is not _KEYWORD or self.context.strict:
            return False
        return token.value == "let" or (
            token.value == "yield" and self.context.allowYield
        )

    def parseClassElement(self, hasConstructor: Any) -> Any:
        start = self.createNode()
        token = self.lookahead
        ends = ("(", "=", ";", "}")
        static = False
        key = None
        if token.value == "static" and token.type in (_IDENTIFIER, _KEYWORD):
            self.nextToken()
            if self.match("{"):
                return self.parseStaticBlock(start)
            if self.match(*ends):
                key = self.finalize(start, E.Identifier("static"))
                computed, kind, is_async, generator = False, "init", False, False
            else:
                static = True
                token = self.lookahead
        if key is None:
            key, computed, kind, is_async, generator = self.parseMemberName(ends)

        name = None if computed else key.name or key.value
        if name in ("constructor", "prototype"):
            self.checkSpecialName(token, key, name, static)
        if kind == "init" and not (is_async or generator or self.match("(")):
            if name == "constructor":
                self.throwUnexpectedToken(token, Messages.ConstructorField)
            value = self.parseFieldValue()
            self.consumeSemicolon()
            node = E.FieldDefinition(key, computed, value, "init", static)
            return self.finalize(start, node)

        if kind == "init":
            kind = "method"
        if name == "constructor" and not static:
            if kind != "method" or is_async or generator:
                self.throwUnexpectedToken(token, Messages.ConstructorSpecialMethod)
            if hasConstructor.value:
                self.throwUnexpectedToken(token, Messages.DuplicateConstructor)
            hasConstructor.value = True
            kind = "constructor"
        value = self.parseMethodFunction(kind, is_async, generator)
        node = E.MethodDefinition(key, computed, value, kind, static)
        return self.finalize(start, node)

    def checkSpecialName(self, token: Any, key: Any, name: str, static: bool) -> None:
        if key.type == "PrivateIdentifier":
            if name == "constructor":
                message = "Classes may not have a private member named '#constructor'"
                self.throwUnexpectedToken(token, message)
            # Any other private name is as good as the next.
        elif static and name == "prototype":
            self.throwUnexpectedToken(token, Messages.StaticPrototype)

    def parseFieldValue(self) -> Any:
        """What stands behind the name of a class field, None where nothing does."""
        if not self.match("="):
            return None
        context = self.context
        before = context.allowYield, context.allowAwait, context.inFunctionBody
        context.allowYield, context.allowAwait = True, False
        context.inFunctionBody = True
        self.nextToken()
        value = self.isolateCoverGrammar(self.parseAssignmentExpression)
        context.allowYield, context.allowAwait, context.inFunctionBody = before
        return value

    def parseStaticBlock(self, start: int) -> Any:
        context = self.context
        before = dict(context.__dict__)
        context.allowYield, context.allowAwait = True, False
        context.inIteration = context.inSwitch = False
        context.labelSet = {}
        # True in all that asks, but no function: see parseReturnStatement.
        context.inFunctionBody = "static block"
        body = self.parseBlock()
        context.__dict__.update(before)
        return self.finalize(start, E.StaticBlock(body))
