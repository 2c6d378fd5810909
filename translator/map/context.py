"""Where the Python being made stands: functions of the output, loops, temporary names."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from ..analyse.scopes import Binding
from ..parse import nodes as n


@dataclass(slots=True, eq=False)
class FunctionContext:
    """A function of the output (or its module, or the ``main`` around its statements).

    ``node`` is the JavaScript function that it is made of; ``tree`` the Python one, once
    it is made. ``assigned`` holds the bindings that its own statements assign, for
    ``nonlocal`` and ``global``.
    """

    kind: str  # module, main, function, lambda, class
    node: n.Node | None
    parent: FunctionContext | None
    is_async: bool = False
    is_generator: bool = False
    tree: ast.AST | None = None
    assigned: set[Binding] = field(default_factory=set)
    this: str | None = None
    owner_class: n.Class | None = None
    static: bool = False
    loops: list[Loop] = field(default_factory=list)
    #: definitions that stand before the loop being made, and those around it
    before_loops: list[ast.stmt] = field(default_factory=list)
    #: nesting of ``try`` blocks with a handler, for what may not be awaited inside
    tries: list[n.TryStatement] = field(default_factory=list)

    def __deepcopy__(self, memo: dict[int, object]) -> FunctionContext:
        return self


@dataclass(slots=True, eq=False)
class Loop:
    """A loop or switch that ``break`` and ``continue`` may mean."""

    node: n.Node
    label: str | None
    is_loop: bool
    #: statements to run before a ``continue`` (the update of a ``for``)
    update: list[ast.stmt] | None = None
    #: flags that inner loops set to leave this one
    break_flag: Binding | None = None
    continue_flag: Binding | None = None
    #: whether each round is a call of a local function, which ``continue`` returns from
    is_call: bool = False
    #: such a body leaves the loop: by giving True
    is_left: bool = False
    #: whether a plain Python ``break`` leaves it
    python_loop: bool = True
    #: jumps of inner loops that pass through this one: (target, "break" or "continue")
    passes: list[tuple[Loop, str]] | None = None


@dataclass(slots=True)
class RuleUse:
    """A rule that was used: its id, and where in the source (lines and columns from 1).

    ``statement`` is the line of the statement (or member of a class) around it, the one that
    ``line_map`` has for the lines of Python which that became.
    """

    id: str
    line: int
    column: int
    end_line: int
    end_column: int
    statement: int = 0


@dataclass(slots=True)
class DecisionUse:
    """What the translator itself decided about concurrency: the id of the decision in
    ``mappings/decisions``, and where in the source (lines and columns from 1)."""

    id: str
    line: int
    column: int
    end_line: int
    end_column: int
