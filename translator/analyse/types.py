"""The lattice of types: a type is a set of atoms, the empty set is "no value seen yet".

Numbers form a chain, ``NAT < INT < NUMBER < NAN``: an integer that is not negative, an
integer, a number that is not NaN, any number. Marks beside ``NUMBER`` say which infinities
it may be. Arrays, objects, maps, sets and promises
are told apart by the place that creates them (allocation-site abstraction), functions and
classes by their node. ``ANY`` is what the analysis does not know.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from operator import attrgetter
from typing import TYPE_CHECKING, Self

from ..parse import nodes as n

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_serials = count()


class Atom:
    """One kind of value; compared by identity.

    ``serial`` counts the atoms in the order in which they were made: what is done for each
    atom of a type is done in that order, so that the same program always gives the same.
    """

    __slots__ = ("serial",)
    serial: int

    def __new__(cls, *arguments: object, **named: object) -> Self:
        atom = object.__new__(cls)
        atom.serial = next(_serials)
        return atom


@dataclass(slots=True, eq=False, repr=False)
class Prim(Atom):
    name: str

    def __repr__(self) -> str:
        return self.name


Type = frozenset[Atom]

UNDEFINED = Prim("undefined")
NULL = Prim("null")
BOOLEAN = Prim("boolean")
NAT = Prim("nat")
INT = Prim("int")
NUMBER = Prim("number")
NAN = Prim("nan")
#: Marks beside NUMBER: it may be infinite (infinities.py).
PLUS_INFINITY = Prim("Infinity")
MINUS_INFINITY = Prim("-Infinity")
BIGINT = Prim("bigint")
STRING = Prim("string")
SYMBOL = Prim("symbol")
REGEXP = Prim("RegExp")
MATCH = Prim("RegExpMatch")
DATE = Prim("Date")
ANY = Prim("any")

NEVER: Type = frozenset()
T_UNDEFINED: Type = frozenset({UNDEFINED})
T_NULL: Type = frozenset({NULL})
T_BOOLEAN: Type = frozenset({BOOLEAN})
T_NAT: Type = frozenset({NAT})
T_INT: Type = frozenset({INT})
T_NUMBER: Type = frozenset({NUMBER})
T_NAN: Type = frozenset({NAN})
T_BIGINT: Type = frozenset({BIGINT})
T_STRING: Type = frozenset({STRING})
T_SYMBOL: Type = frozenset({SYMBOL})
T_ANY: Type = frozenset({ANY})

NULLISH = frozenset({UNDEFINED, NULL})
INTEGERS = frozenset({NAT, INT})
INFINITIES: Type = frozenset({PLUS_INFINITY, MINUS_INFINITY})
NUMBERS = frozenset({NAT, INT, NUMBER, NAN}) | INFINITIES
PRIMITIVES = NUMBERS | NULLISH | {BOOLEAN, BIGINT, STRING, SYMBOL}

PRIMS: dict[str, Prim] = {
    prim.name: prim
    for prim in (
        UNDEFINED, NULL, BOOLEAN, NAT, INT, NUMBER, NAN, BIGINT, STRING, SYMBOL,
        REGEXP, MATCH, DATE, ANY,
    )
}  # fmt: skip


class Cell:
    """A place that holds values: a binding, a property, the elements of an array.

    Types only grow. ``readers`` are the functions whose evaluation has to be repeated when
    it does.
    """

    __slots__ = ("types", "readers", "full")

    def __init__(self, types: Type = NEVER) -> None:
        self.types = types
        self.readers: dict[n.Node, None] = {}
        #: it held too many kinds of value: it is ``any`` from then on
        self.full = False


@dataclass(slots=True, eq=False, repr=False)
class ArrayAtom(Atom):
    """``items``: a cell for each element of a literal that is never resized, else None.

    ``blurred``: its elements are not told apart by their place, and never will be.
    """

    site: n.Node
    elem: Cell = field(default_factory=Cell)
    items: list[Cell] | None = None
    blurred: bool = False

    def __repr__(self) -> str:
        return f"array@{self.site.start}"


class WithProps:
    """Atoms that have properties by name; ``keys``: the types of computed ones."""

    __slots__ = ()
    props: dict[str, Cell]
    keys: Cell

    def prop(self, name: str) -> Cell:
        cell = self.props.get(name)
        if cell is None:
            cell = self.props[name] = Cell()
            # Who reads the keys reads all properties, so this one too.
            cell.readers.update(self.keys.readers)
        return cell


@dataclass(slots=True, eq=False, repr=False)
class ObjectAtom(WithProps, Atom):
    """An object literal, or data of a known shape.

    ``present``: keys that are there from the start and never deleted; ``dynamic``: values
    written under computed keys (None while there are none); ``keys``: the types of those
    keys.
    """

    site: n.Node
    props: dict[str, Cell] = field(default_factory=dict)
    present: set[str] = field(default_factory=set)
    dynamic: Cell = field(default_factory=Cell)
    keys: Cell = field(default_factory=Cell)
    accessors: dict[str, n.Property] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"object@{self.site.start}"


@dataclass(slots=True, eq=False, repr=False)
class FunctionAtom(Atom):
    node: n.Function
    params: list[Cell]
    this: Cell = field(default_factory=Cell)
    #: what is returned; of an async function what its promise holds
    result: Cell = field(default_factory=Cell)
    yields: Cell = field(default_factory=Cell)
    sent: Cell = field(default_factory=Cell)
    rest: ArrayAtom | None = None
    #: its ``arguments``, where it has parameters beside them
    given: ArrayAtom | None = None
    called: bool = False
    escapes: bool = False
    #: the fewest and the most arguments of a known call
    min_args: int | None = None
    max_args: int = 0
    #: positions at which a call gives something that may be undefined
    undefined_args: set[int] = field(default_factory=set)
    #: by position what calls give although JSDoc says otherwise
    misgiven: dict[int, Cell] = field(default_factory=dict)
    promise: PromiseAtom | None = None
    generator: GeneratorAtom | None = None
    instance: InstanceAtom | None = None
    calls: list[n.Node] = field(default_factory=list)

    def __repr__(self) -> str:
        name = self.node.id.name if self.node.id else ""
        return f"function {name}@{self.node.start}"


@dataclass(slots=True, eq=False, repr=False)
class ClassAtom(Atom):
    node: n.Class
    instance: InstanceAtom | ListInstanceAtom
    statics: dict[str, Cell] = field(default_factory=dict)
    #: static properties that are there from the start
    present: set[str] = field(default_factory=set)
    bases: Cell = field(default_factory=Cell)
    #: the class, and the classes that extend it
    family: Cell = field(default_factory=Cell)
    #: members by name; static ones with "static " before it
    members: dict[str, n.MethodDefinition] = field(default_factory=dict)
    setters: dict[str, n.MethodDefinition] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"class {self.node.id.name if self.node.id else ''}"


@dataclass(slots=True, eq=False, repr=False)
class InstanceAtom(WithProps, Atom):
    """All instances of a class. ``cls`` is the ClassAtom, or a function used with ``new``.

    ``present``: fields, and what a constructor always sets; ``dynamic`` and ``keys``: as of
    an object.
    """

    name: str
    cls: ClassAtom | FunctionAtom | None = None
    props: dict[str, Cell] = field(default_factory=dict)
    present: set[str] = field(default_factory=set)
    dynamic: Cell = field(default_factory=Cell)
    keys: Cell = field(default_factory=Cell)

    def __repr__(self) -> str:
        return f"{self.name} instance"


class ListInstanceAtom(WithProps, ArrayAtom):
    """All instances of a class that extends Array: an array that has members besides.

    ``cls``, ``props`` and so on: as of an InstanceAtom, which it takes the place of.
    """

    __slots__ = ("name", "cls", "props", "present", "dynamic", "keys")

    def __init__(self, name: str, site: n.Node) -> None:
        super().__init__(site, blurred=True)
        self.name = name
        self.cls: ClassAtom | FunctionAtom | None = None
        self.props: dict[str, Cell] = {}
        self.present: set[str] = set()
        self.dynamic = Cell()
        self.keys = Cell()

    def __repr__(self) -> str:
        return f"{self.name} array"


@dataclass(slots=True, eq=False, repr=False)
class ErrorAtom(Atom):
    """An instance of one of JavaScript's own error classes."""

    name: str
    props: dict[str, Cell] = field(default_factory=dict)

    def __repr__(self) -> str:
        return self.name


@dataclass(slots=True, eq=False, repr=False)
class MapAtom(Atom):
    site: n.Node
    key: Cell = field(default_factory=Cell)
    value: Cell = field(default_factory=Cell)

    def __repr__(self) -> str:
        return f"Map@{self.site.start}"


@dataclass(slots=True, eq=False, repr=False)
class SetAtom(Atom):
    site: n.Node
    elem: Cell = field(default_factory=Cell)

    def __repr__(self) -> str:
        return f"Set@{self.site.start}"


@dataclass(slots=True, eq=False, repr=False)
class PromiseAtom(Atom):
    """``adopts``: it may be resolved with another promise, whose outcome becomes its own."""

    site: n.Node
    value: Cell = field(default_factory=Cell)
    adopts: bool = False

    def __repr__(self) -> str:
        return f"Promise@{self.site.start}"


@dataclass(slots=True, eq=False, repr=False)
class SettledAtom(Atom):
    """An element of what Promise.allSettled gives."""

    site: n.Node
    value: Cell = field(default_factory=Cell)

    def __repr__(self) -> str:
        return f"Settled@{self.site.start}"


@dataclass(slots=True, eq=False, repr=False)
class GeneratorAtom(Atom):
    """A generator or an iterator; ``site`` is the function or the call that made it."""

    site: n.Node
    elem: Cell
    is_async: bool = False
    result: Cell = field(default_factory=Cell)
    sent: Cell = field(default_factory=Cell)

    def __repr__(self) -> str:
        return f"{'Async' if self.is_async else ''}Iterator@{self.site.start}"


@dataclass(slots=True, eq=False, repr=False)
class ResolverAtom(Atom):
    """The ``resolve`` or ``reject`` that a promise's executor is given."""

    promise: PromiseAtom
    kind: str
    site: n.Node

    def __repr__(self) -> str:
        return f"{self.kind}@{self.site.start}"


@dataclass(slots=True, eq=False, repr=False)
class BuiltinAtom(Atom):
    """A global of JavaScript, or a method of one: "Math", "Promise.all", "Array#push"."""

    name: str
    receiver: Type = NEVER

    def __repr__(self) -> str:
        return self.name


def indexed(types: Type) -> Type:
    """Those among the types whose values have items by number: arrays and text."""
    return frozenset(a for a in types if a is STRING or isinstance(a, ArrayAtom))


def method_of_prototype(name: str) -> tuple[str, str] | None:
    """The type and the method that ``Array.prototype.slice`` or ``Array#slice`` names."""
    owner, dot, method = name.partition(".prototype.")
    if not dot:
        owner, dot, method = name.partition("#")
    if not dot or "." in method:
        return None
    return {"String": "string", "Number": "number"}.get(owner, owner), method


@dataclass(slots=True, eq=False, repr=False)
class HostAtom(Atom):
    """An instance of a class of the host that only the signatures know (AbortSignal).

    Of a library the name is "p_limit.Limit".
    """

    name: str

    @property
    def of_library(self) -> bool:
        return "." in self.name

    def __repr__(self) -> str:
        return self.name


#: Classes of the host that are held as bytes.
BYTES = frozenset({"node.Buffer", "node.Uint8Array", "node.ArrayBuffer"})
#: Classes of typed arrays, which are held as arrays of the module ``array``.
TYPED_ARRAYS = frozenset(
    f"typed.{kind}Array"
    for kind in "Int8 Uint8 Uint8Clamped Int16 Uint16 Int32 Uint32 Float32 Float64 "
    "BigInt64 BigUint64".split()
)


@dataclass(slots=True, eq=False, repr=False)
class ModuleAtom(Atom):
    """What an import binds, "p-limit:default" or "node:fs:*"."""

    name: str

    def __repr__(self) -> str:
        return f"import {self.name}"


#: What ``typeof`` calls a function.
CALLABLES = (FunctionAtom, ClassAtom, BuiltinAtom, ResolverAtom, ModuleAtom)

_serial = attrgetter("serial")


def ordered(types: Iterable[Atom]) -> Iterable[Atom]:
    """The atoms of a type, those first that were made first."""
    if isinstance(types, frozenset) and len(types) < 2:
        return types
    return sorted(types, key=_serial)


def reached(types: Iterable[Atom], seen: set[Atom]) -> Iterator[Atom]:
    """The atoms of a type and of what its values hold, but for those in ``seen``, and in
    private fields, which nobody sees."""
    stack = list(types)
    while stack:
        atom = stack.pop()
        if atom in seen:
            continue
        seen.add(atom)
        yield atom
        if isinstance(atom, (ArrayAtom, SetAtom)):
            stack.extend(atom.elem.types)
        elif isinstance(atom, MapAtom):
            stack.extend(atom.key.types | atom.value.types)
        elif isinstance(atom, ObjectAtom):
            for cell in (*atom.props.values(), atom.dynamic):
                stack.extend(cell.types)
        elif isinstance(atom, InstanceAtom):
            for name, cell in atom.props.items():
                if not name.startswith("#"):
                    stack.extend(cell.types)


def elements(types: Iterable[Atom]) -> Iterator[Atom]:
    """The atoms of a type, and for an array in place of itself those of its elements."""
    stack, seen = list(types), set[Atom]()
    while stack:
        atom = stack.pop()
        if atom in seen:
            continue
        seen.add(atom)
        if isinstance(atom, ArrayAtom):
            stack.extend(atom.elem.types)
        else:
            yield atom


def join(types: Iterable[Type]) -> Type:
    """The union of some types."""
    result: Type = NEVER
    for item in types:
        if not item <= result:
            result = result | item
    return result


def without_nullish(types: Type) -> Type:
    return types - NULLISH if types & NULLISH else types


def is_subset(types: Type, allowed: frozenset[Atom]) -> bool:
    """Whether a type is known and all of its values are among the atoms."""
    return bool(types) and types <= allowed


def only(types: Type, kind: type[Atom] | tuple[type[Atom], ...]) -> bool:
    """Whether a type is known and all of its atoms are of one class, or of some."""
    return bool(types) and all(isinstance(atom, kind) for atom in types)


def may_be_function(atom: Atom) -> bool:
    return atom is ANY or isinstance(atom, (*CALLABLES, HostAtom))


def is_callable(types: Type) -> bool:
    """Whether nothing that is known of a value says that it may be no function."""
    return all(map(may_be_function, types))


def widest_number(types: Type) -> Prim | None:
    """The number atom that covers all number atoms of a type; None where there is none."""
    for prim in (NAN, NUMBER, INT, NAT):
        if prim in types:
            return prim
    return None


def is_promise(types: Type) -> bool:
    """Whether a value surely is a promise."""
    return bool(types) and all(isinstance(a, PromiseAtom) for a in types)


def may_be_promise(types: Type) -> bool:
    return not types or any(isinstance(a, PromiseAtom) or a is ANY for a in types)
