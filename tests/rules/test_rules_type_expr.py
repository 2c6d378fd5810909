"""Type expressions: what is read, and what is refused."""

from __future__ import annotations

import pytest

from js2aio.rules import TypeExprError, parse_jsdoc, parse_type
from js2aio.rules.type_expr import (
    ANY,
    NULL,
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
    Union,
)

NUMBER, STRING, BOOLEAN = Prim("number"), Prim("string"), Prim("boolean")
T, U, K, V = Name("T"), Name("U"), Name("K"), Name("V")

TYPES: dict[str, TypeExpr] = {
    "number": NUMBER,
    " nat ": Prim("nat"),
    "T": T,
    "unknown": Prim("unknown"),
    "unknown[]": ArrayOf(Prim("unknown")),
    "void": UNDEFINED,
    "String": Name("String"),
    "any[]": ArrayOf(ANY),
    "T[][]": ArrayOf(ArrayOf(T)),
    "Array<T>": ArrayOf(T),
    "Array": ArrayOf(ANY),
    "readonly string[]": ArrayOf(STRING),
    "[K, V]": TupleOf((K, V)),
    "[]": TupleOf(()),
    "{}": Obj(()),
    "{a: T, b?: U}": Obj((Field("a", T), Field("b", U, optional=True))),
    "{a: T; 'b-c': U;}": Obj((Field("a", T), Field("b-c", U))),
    "{[key: string]: T}": Record(STRING, T),
    "{f(a: T): U}": Obj((Field("f", Func((Param("a", T),), U)),)),
    "Record<string, T>": Record(STRING, T),
    "Map<K, V>": Generic("Map", (K, V)),
    "Promise<Array<T>>": Generic("Promise", (ArrayOf(T),)),
    "fs.Stats": Name("fs.Stats"),
    "T | null": Union((T, NULL)),
    "| T | U": Union((T, U)),
    "T | (U | null) | T": Union((T, U, NULL)),
    "(string | number)[]": ArrayOf(Union((STRING, NUMBER))),
    "'a' | \"b\"": Union((Literal("a"), Literal("b"))),
    "-1 | 2.5 | true": Union((Literal(-1), Literal(2.5), Literal(value=True))),
    "() => void": Func((), UNDEFINED),
    "(a: T, b?: U, ...rest: K[]) => V": Func(
        (
            Param("a", T),
            Param("b", U, optional=True),
            Param("rest", ArrayOf(K), rest=True),
        ),
        V,
    ),
    "<U>(f: (x: T, i: nat) => U) => U[]": Func(
        (Param("f", Func((Param("x", T), Param("i", Prim("nat"))), U)),),
        ArrayOf(U),
        ("U",),
    ),
    "(T) => U": Func((Param(None, T),), U),
    "(x: any) => x is string": Func((Param("x", ANY),), BOOLEAN),
    "(() => T) | null": Union((Func((), T), NULL)),
}

JSDOC: dict[str, JsDocType] = {
    "?number": JsDocType(Union((NUMBER, NULL))),
    "number?": JsDocType(Union((NUMBER, NULL))),
    "!T": JsDocType(T),
    "?": JsDocType(ANY),
    "*": JsDocType(ANY),
    "unknown": JsDocType(ANY),
    "number=": JsDocType(NUMBER, optional=True),
    "...T": JsDocType(T, rest=True),
    "Array.<T>": JsDocType(ArrayOf(T)),
    "Promise.<T>": JsDocType(Generic("Promise", (T,))),
    "Object<string, T>": JsDocType(Record(STRING, T)),
    "Object.<T>": JsDocType(Record(STRING, T)),
    "String": JsDocType(STRING),
    "Object": JsDocType(Prim("object")),
    "{a: number, b}": JsDocType(Obj((Field("a", NUMBER), Field("b", ANY)))),
    "function(T, U=): V": JsDocType(
        Func((Param(None, T), Param(None, U, optional=True)), V)
    ),
    "function(this: K, T)": JsDocType(Func((Param(None, T),), ANY)),
    "function(...T): V": JsDocType(Func((Param(None, ArrayOf(T), rest=True),), V)),
    "function": JsDocType(Name("function")),
    "(string|number)=": JsDocType(Union((STRING, NUMBER)), optional=True),
    "Array<?T>": JsDocType(ArrayOf(Union((T, NULL)))),
    "?!?T": JsDocType(Union((T, NULL))),
}


@pytest.mark.parametrize("text", TYPES)
def test_type(text: str) -> None:
    assert parse_type(text) == TYPES[text]


@pytest.mark.parametrize("text", JSDOC)
def test_jsdoc(text: str) -> None:
    assert parse_jsdoc(text) == JSDOC[text]


@pytest.mark.parametrize("text", TYPES)
def test_jsdoc_reads_types_too(text: str) -> None:
    if text not in {"String", "unknown", "unknown[]"}:
        assert parse_jsdoc(text) == JsDocType(TYPES[text])


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "|",
            "T |",
            "T[",
            "Array<>",
            "Map<K",
            "{a T}",
            "{a: T",
            "(a: T =>",
            "T U",
        ),
        *("A & B", "T=", "?T", "...T", "*", "keyof T", "typeof x", "T[0]", "`a`", "@x"),
        *(
            "Record<T>",
            "\\",
            "T\0",
            '"a',
            "(" * 3000,
            "Array<" * 3000,
            "T" + "[]" * 3000,
        ),
    ],
)
def test_no_type(text: str) -> None:
    with pytest.raises(TypeExprError):
        parse_type(text)


@pytest.mark.parametrize("text", ["?" * 5000 + "T", "!" * 5000 + "T"])
def test_long_types_need_no_recursion(text: str) -> None:
    assert parse_jsdoc(text) is not None


@pytest.mark.parametrize("text", ["T & U", "import('./x').Y", "{" * 500, "T extends U"])
def test_no_jsdoc_type(text: str) -> None:
    with pytest.raises(TypeExprError):
        parse_jsdoc(text)
