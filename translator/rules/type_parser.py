"""Type expressions: the parser.

``parse_type`` reads the language of rules and signatures, ``parse_jsdoc`` also what
JSDoc and Closure add to it (``?T``, ``T=``, ``...T``, ``Array.<T>``,
``function(A): B``, ``Number``). Both raise ``TypeExprError``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from .type_expr import (
    ANY,
    NULL,
    PRIMITIVES,
    UNDEFINED,
    ArrayOf,
    Field,
    Func,
    Generic,
    JsDocType,
    Literal,
    Name,
    Obj,
    Param,
    Prim,
    Record,
    TupleOf,
    TypeExpr,
    TypeExprError,
    union_of,
)

_ALIASES = {"void": UNDEFINED}
_JSDOC_ALIASES = {
    **{n: Prim(n.lower()) for n in ("Number", "String", "Boolean", "Symbol", "Object")},
    **{n: Prim(n.lower()) for n in ("BigInt", "Undefined", "Null", "Any")},
    "bool": Prim("boolean"),
    "mixed": ANY,
    "unknown": ANY,
    "integer": Prim("int"),
}
_MAX_DEPTH = 60
_TOKEN = re.compile(
    r"\s*(?:(=>|\.\.\.|\.<|[<>()\[\]{}|,;:?=!*.])"
    r"|([^\W\d][\w$]*|\$[\w$]*)"
    r"|(\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*')"
    r"|(-?\d+(?:\.\d+)?))"
)
_NOT_NAMES = frozenset({"keyof", "typeof", "infer", "unique", "asserts", "new"})


def _tokens(text: str) -> list[str]:
    found, at, end = [], 0, len(text.rstrip())
    while at < end:
        match = _TOKEN.match(text, at)
        if match is None:
            raise TypeExprError(f"type {text!r}: unexpected {text[at:].strip()[:10]!r}")
        found.append(match[match.lastindex or 0])
        at = match.end()
    return found


class _Parser:
    """Recursive descent over the tokens of one text."""

    def __init__(self, text: str, jsdoc: bool) -> None:
        self.text = text
        self.jsdoc = jsdoc
        self.tokens = _tokens(text)
        self.at = 0
        self.depth = 0

    def fail(self, expected: str) -> TypeExprError:
        found = self.peek() or "the end"
        return TypeExprError(
            f"type {self.text!r}: expected {expected}, found {found!r}"
        )

    def peek(self, ahead: int = 0) -> str:
        index = self.at + ahead
        return self.tokens[index] if index < len(self.tokens) else ""

    def accept(self, *tokens: str) -> bool:
        if self.peek() in tokens and self.peek():
            self.at += 1
            return True
        return False

    def expect(self, token: str) -> None:
        if not self.accept(token):
            raise self.fail(repr(token))

    def name(self) -> str:
        token = self.peek()
        if not re.match(r"[^\W\d]|\$", token):
            raise self.fail("a name")
        self.at += 1
        return token

    def union(self) -> TypeExpr:
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise TypeExprError(f"type nests deeper than {_MAX_DEPTH} levels")
        self.accept("|")
        options = [self.postfix()]
        while self.accept("|"):
            options.append(self.postfix())
        self.depth -= 1
        return union_of(*options)

    def postfix(self) -> TypeExpr:
        nullable = False
        while self.jsdoc and self.peek() in {"!", "?"}:
            nullable |= self.accept("?") or not self.accept("!")
            if nullable and self.peek() in {"", ",", ")", ">", "]", "}", "|", "="}:
                return ANY
        if nullable:
            return union_of(self.suffixed(), NULL)
        return self.suffixed()

    def suffixed(self) -> TypeExpr:
        if self.peek() == "readonly" and self.peek(1) not in {"", ",", ")", ">", "|"}:
            self.at += 1
        result = self.primary()
        for _ in range(_MAX_DEPTH):
            if self.peek() == "[" and self.peek(1) == "]":
                self.at += 2
                result = ArrayOf(result)
            elif self.jsdoc and self.peek() == "?" and self.peek(1) != ":":
                self.at += 1
                result = union_of(result, NULL)
            elif self.jsdoc and self.accept("!"):
                pass
            else:
                return result
        raise TypeExprError(f"type nests deeper than {_MAX_DEPTH} levels")

    def primary(self) -> TypeExpr:
        token = self.peek()
        if token == "(":
            return self.func() if self.is_func() else self.parenthesised()
        if token == "<":
            return self.func()
        if token == "[":
            self.at += 1
            return TupleOf(self.many("]"))
        if token == "{":
            return self.object()
        if token == "*" and self.jsdoc:
            self.at += 1
            return ANY
        if token[:1] in {'"', "'"} and token:
            self.at += 1
            return Literal(re.sub(r"\\(.)", r"\1", token[1:-1]))
        if re.match(r"-?\d", token):
            self.at += 1
            return Literal(float(token) if "." in token else int(token))
        if token in _NOT_NAMES:
            raise TypeExprError(f"type {self.text!r}: {token!r} is not supported")
        return self.reference()

    def parenthesised(self) -> TypeExpr:
        self.expect("(")
        inner = self.union()
        self.expect(")")
        return inner

    def is_func(self) -> bool:
        """Whether the parenthesis that opens here closes before ``=>``."""
        level = 0
        for index in range(self.at, len(self.tokens)):
            if self.tokens[index] == "(":
                level += 1
            elif self.tokens[index] == ")":
                level -= 1
                if level == 0:
                    return self.peek(index + 1 - self.at) == "=>"
        return False

    def many(self, close: str) -> tuple[TypeExpr, ...]:
        items: list[TypeExpr] = []
        while not self.accept(close):
            items.append(self.union())
            if self.peek() != close:
                self.expect(",")
        return tuple(items)

    def reference(self) -> TypeExpr:
        name = self.name()
        while self.peek() == "." and re.match(r"[^\W\d]", self.peek(1)):
            self.at += 1
            name += "." + self.name()
        if name == "function" and self.jsdoc and self.peek() == "(":
            return self.closure_function()
        if self.peek() in {"<", ".<"}:
            self.at += 1
            return self.generic(name, self.many(">"))
        if name in {"true", "false"}:
            return Literal(name == "true")
        if self.jsdoc and name in _JSDOC_ALIASES:
            return _JSDOC_ALIASES[name]
        if name in PRIMITIVES:
            return Prim(name)
        if name in _ALIASES:
            return _ALIASES[name]
        return ArrayOf(ANY) if name == "Array" else Name(name)

    def generic(self, name: str, args: tuple[TypeExpr, ...]) -> TypeExpr:
        if name in {"Array", "ReadonlyArray"} and len(args) == 1:
            return ArrayOf(args[0])
        is_record = name == "Record" or (self.jsdoc and name in {"Object", "object"})
        if is_record and len(args) == 2:
            return Record(args[0], args[1])
        if is_record and self.jsdoc and len(args) == 1:
            return Record(Prim("string"), args[0])
        if not args or name in {"Array", "ReadonlyArray", "Record"}:
            raise TypeExprError(
                f"type {self.text!r}: {name} takes not {len(args)} arguments"
            )
        return Generic(name, args)

    def object(self) -> TypeExpr:
        self.expect("{")
        fields: list[Field] = []
        record: Record | None = None
        while not self.accept("}"):
            if self.accept("["):
                if self.peek(1) == ":":
                    self.at += 2
                key = self.union()
                self.expect("]")
                self.expect(":")
                record = Record(key, self.union())
            else:
                fields.append(self.field())
            if self.peek() != "}" and not self.accept(",", ";"):
                raise self.fail("',' or '}'")
        if record is not None and not fields:
            return record
        return Obj(tuple(fields))

    def field(self) -> Field:
        if self.peek() == "readonly" and self.peek(1) not in {":", "?", "("}:
            self.at += 1
        token = self.peek()
        if token[:1] in {'"', "'"} and token:
            self.at += 1
            name = token[1:-1]
        elif re.match(r"\d", token):
            self.at += 1
            name = token
        else:
            name = self.name()
        optional = self.accept("?")
        if self.peek() in {"(", "<"}:
            return Field(name, self.func(":"), optional)
        if self.jsdoc and self.peek() in {",", "}"}:
            return Field(name, ANY, optional)
        self.expect(":")
        value = self.union()
        return Field(name, value, self.jsdoc and self.accept("=") or optional)

    def func(self, arrow: str = "=>") -> Func:
        type_params: list[str] = []
        if self.accept("<"):
            while not self.accept(">"):
                type_params.append(self.name())
                if self.accept("extends"):
                    self.union()
                if self.peek() != ">":
                    self.expect(",")
        self.expect("(")
        params: list[Param] = []
        while not self.accept(")"):
            params.append(self.param())
            if self.peek() != ")":
                self.expect(",")
        if arrow == ":" and self.peek() != ":":
            return Func(tuple(params), ANY, tuple(type_params))
        self.expect(arrow)
        if self.peek(1) == "is" and self.peek(2):
            self.at += 2
            self.union()
            return Func(tuple(params), Prim("boolean"), tuple(type_params))
        return Func(tuple(params), self.union(), tuple(type_params))

    def param(self) -> Param:
        """``a: A``, ``b?: B``, ``...rest: C[]``, or only a type."""
        rest = self.accept("...")
        named = self.peek(1) == ":" or (self.peek(1) == "?" and self.peek(2) == ":")
        if not named:
            value = self.union()
            optional = self.jsdoc and self.accept("=")
            return Param(None, ArrayOf(value) if rest else value, optional, rest)
        name = self.name()
        optional = self.accept("?")
        self.expect(":")
        return Param(name, self.union(), optional, rest)

    def closure_function(self) -> TypeExpr:
        """``function(new: T, A, B=, ...C): R`` of the Closure compiler."""
        self.expect("(")
        params: list[Param] = []
        while not self.accept(")"):
            found = self.param()
            if found.name not in {"this", "new"}:
                params.append(found)
            if self.peek() != ")":
                self.expect(",")
        result = self.postfix() if self.accept(":") else ANY
        return Func(tuple(params), result)


@lru_cache(maxsize=4096)
def parse_type(text: str) -> TypeExpr:
    """The type that ``text`` writes; TypeExprError where it is none."""
    parser = _Parser(text, jsdoc=False)
    result = parser.union()
    if parser.peek():
        raise parser.fail("the end")
    return result


@lru_cache(maxsize=1024)
def parse_jsdoc(text: str) -> JsDocType:
    """The type in the braces of a JSDoc tag (``text`` without the braces).

    Raises TypeExprError for what is none, or is a type operator of TypeScript that has
    no meaning here (``keyof``, ``A & B``, conditional types).
    """
    parser = _Parser(text, jsdoc=True)
    rest = parser.accept("...")
    result = JsDocType(parser.union() if parser.peek() else ANY, rest=rest)
    if parser.accept("="):
        result = replace(result, optional=True)
    if parser.peek():
        raise parser.fail("the end")
    return result
