"""Random promise programs: async functions, combinators, chains, timers, generators.

``Grammar(choices, kind).program()`` is a JavaScript program that ends by itself. Around
what is awaited stand the marks ``\\x01`` and ``\\x02``, with which the Node host finds out
whether microtasks decide the order; ``plain()`` takes them out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from .choices import Choices

Lines = list[str]

#: The kinds of values: numbers, texts, arrays of numbers, nothing.
_VALUES = ("num", "str", "arr")
_WORDS = ("a", "b", "go", "x y", "")


def plain(source: str) -> str:
    """The program without marks."""
    return source.replace("\x01", "").replace("\x02", "")


def indent(lines: Lines) -> Lines:
    return ["  " + line for line in lines]


@dataclass(slots=True)
class Definition:
    """A function, class or generator of the program; ``kind``: how it is used."""

    name: str
    kind: str  # async, gen, asyncgen, sync, method
    gives: str
    takes: str
    fails: bool
    #: a generator whose end is seen
    ends: bool = False


@dataclass(slots=True)
class Scope:
    """The code that is being written: what it sees and what it may do."""

    names: list[tuple[str, str]] = field(default_factory=list)
    is_async: bool = True
    gives: str | None = None
    fails: bool = False
    in_loop: bool = False
    is_function: bool = True
    in_try: bool = False


class Base:
    """State and choices."""

    def __init__(self, choices: Choices, kind: str = "timers", size: int = 24) -> None:
        self.choices = choices
        self.timers = kind == "timers"
        self.budget = size
        self.size = size
        self.count = 0
        self.level = 0
        self.definitions: list[Definition] = []
        self.scopes: list[Scope] = []
        self.only_errors = True
        self.uses: set[str] = set()

    def below(self, limit: int) -> int:
        return self.choices.below(limit)

    def chance(self, percent: int) -> bool:
        """False is the simpler one."""
        return self.below(100) >= 100 - percent

    def one(self, options: list[str] | tuple[str, ...]) -> str:
        return options[self.below(len(options))]

    def pick(self, options: list[tuple[int, Callable[[], object]]]) -> object:
        """One of the alternatives by weight; the first is the simplest."""
        number = self.below(sum(weight for weight, _ in options))
        for weight, option in options:
            number -= weight
            if number < 0:
                return option()
        raise AssertionError

    def fresh(self, letter: str) -> str:
        self.count += 1
        return f"{letter}{self.count}"

    def delay(self) -> str:
        """Times whose sums are rarely the same."""
        return str((7, 11, 17, 23, 31, 43, 53, 5, 13, 19, 29, 37, 47)[self.below(13)])

    @property
    def scope(self) -> Scope:
        return self.scopes[-1]

    @contextmanager
    def inside(self, **state: object) -> Iterator[Scope]:
        """A block, which sees what stands around it; or a function."""
        scope = Scope(
            is_async=self.scope.is_async, gives=self.scope.gives,
            fails=self.scope.fails, in_loop=self.scope.in_loop,
            is_function=False, in_try=self.scope.in_try,
        ) if self.scopes else Scope()  # fmt: skip
        for name, value in state.items():
            setattr(scope, name, value)
        self.scopes.append(scope)
        self.level += 1
        yield scope
        self.level -= 1
        self.scopes.pop()

    def function(self, is_async: bool, gives: str | None, fails: bool, *names: tuple[str, str]):  # type: ignore[no-untyped-def]
        return self.inside(
            is_async=is_async, gives=gives, fails=fails, is_function=True,
            in_loop=False, in_try=False, names=list(names),
        )  # fmt: skip

    def visible(self, kind: str) -> list[str]:
        return [n for scope in self.scopes for n, k in scope.names if k == kind]

    def declare(self, name: str, kind: str) -> None:
        self.scope.names.append((name, kind))

    @property
    def deep(self) -> bool:
        return self.level > 5 or self.budget <= 0


class Values(Base):
    """Plain values, logs, errors."""

    def value(self, kind: str) -> str:
        if kind == "num":
            return self.num()
        if kind == "str":
            return self.text()
        if kind == "arr":
            return self.array()
        return "undefined"

    def num(self) -> str:
        names = self.visible("num")
        if not names or self.chance(30):
            return str(self.below(9))
        name = self.one(names)
        return self.one((name, f"{name} + 1", f"{name} * 2", f"({name} % 3)"))

    def text(self) -> str:
        names = self.visible("str") + self.visible("num")
        if not names or self.chance(40):
            return f'"{self.one(_WORDS)}"'
        name = self.one(names)
        return f"`{self.one(_WORDS)}${{{name}}}`"

    def array(self) -> str:
        names = self.visible("arr")
        if names and not self.chance(50):
            return self.one(names)
        return "[" + ", ".join(self.num() for _ in range(self.below(4))) + "]"

    def condition(self) -> str:
        names = self.visible("num")
        if not names:
            return self.one(("true", "false"))
        name = self.one(names)
        number = self.below(6)
        return self.one(
            (
                f"{name} > {number}",
                f"{name} % 2 === 1",
                f"{name} < {number}",
                f"{name} === {number}",
            )
        )

    def log(self) -> Lines:
        self.budget -= 1
        tag = self.fresh("t")
        names = [n for k in _VALUES for n in self.visible(k)]
        extra = f", {self.one(names)}" if names and self.chance(60) else ""
        return [f'console.log("{tag}"{extra});']

    def error(self) -> str:
        """What is thrown."""
        tag = self.fresh("e")
        options = [
            f'new Error("{tag}")',
            f'new TypeError("{tag}")',
            f"new RangeError(`{tag}`)",
        ]
        if not self.only_errors:
            options += [
                f'"{tag}"',
                "42",
                f'{{ code: {self.below(9)}, name: "{tag}" }}',
                "undefined",
            ]
        return self.one(options)

    def shown(self, name: str) -> str:
        """The text of something caught."""
        if self.only_errors:
            return self.one(
                (
                    f"{name}.message",
                    f"`${{{name}.name}}: ${{{name}.message}}`",
                    f"String({name})",
                )
            )
        self.uses.add("show")
        return f"show({name})"
