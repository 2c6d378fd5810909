"""The language of type expressions: text in, a small frozen tree out.

It is what rules (``where``, ``gives``), signatures and JSDoc are written in; see
``docs/architecture.md``, section "Types". This module holds the tree; the functions
that read the text are in ``type_parser`` and are exported by the package.
"""

from __future__ import annotations

from dataclasses import dataclass


class TypeExprError(ValueError):
    """The text is no type expression; ``str()`` says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Prim:
    """A name of ``PRIMITIVES``."""

    name: str


@dataclass(frozen=True, slots=True)
class Name:
    """A type variable, a class, or a type without arguments (``Date``)."""

    name: str


@dataclass(frozen=True, slots=True)
class Literal:
    """``"a"``, ``1`` or ``true`` as a type."""

    value: str | int | float | bool


@dataclass(frozen=True, slots=True)
class ArrayOf:
    item: TypeExpr


@dataclass(frozen=True, slots=True)
class TupleOf:
    items: tuple[TypeExpr, ...]


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    type: TypeExpr
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Obj:
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Record:
    key: TypeExpr
    value: TypeExpr


@dataclass(frozen=True, slots=True)
class Generic:
    name: str
    args: tuple[TypeExpr, ...]


@dataclass(frozen=True, slots=True)
class Param:
    """``type`` of a ``rest`` parameter is that of the whole array."""

    name: str | None
    type: TypeExpr
    optional: bool = False
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Func:
    params: tuple[Param, ...]
    result: TypeExpr
    type_params: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Union:
    options: tuple[TypeExpr, ...]


TypeExpr = (
    Prim | Name | Literal | ArrayOf | TupleOf | Obj | Record | Generic | Func | Union
)


@dataclass(frozen=True, slots=True)
class JsDocType:
    """A type in the braces of a tag: ``{number=}`` is optional, ``{...T}`` is rest.

    ``type`` is that of one argument, also where ``rest``.
    """

    type: TypeExpr
    optional: bool = False
    rest: bool = False


PRIMITIVES = frozenset(
    {
        *("any", "undefined", "null", "never", "object", "boolean", "string", "symbol"),
        *("nat", "int", "number", "nan", "bigint", "unknown"),
    }
)
ANY = Prim("any")
UNDEFINED = Prim("undefined")
NULL = Prim("null")


def union_of(*options: TypeExpr) -> TypeExpr:
    """The union, flat and without repeats; of one type, that type."""
    flat: dict[TypeExpr, None] = {}
    for option in options:
        inner = option.options if isinstance(option, Union) else (option,)
        flat.update(dict.fromkeys(inner))
    found = tuple(flat)
    return found[0] if len(found) == 1 else Union(found)
