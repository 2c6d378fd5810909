"""Where in the file each helper goes.

- A constant stands at the top, before the program.
- A class, a coroutine or an asynchronous generator stands before the first definition or
  statement of the program that uses it, in front of the comments on top of that; a long one
  stands where a plain function does.
- So does a plain function where it may be needed while the module is imported: where the
  program calls something at its top level, or the name is a default, a decorator, a value
  there. Otherwise plain functions stand behind the program, before the main guard, out of
  the reader's way.

A helper that another one uses goes before that one, if both go to the same place. A name
counts as used where it occurs in the text, even as somebody else's attribute: at worst the
helper stands earlier than it had to.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..pytree.printer import Ready, print_module, statement_lines
from ..pytree.trivia import Comment, Verbatim
from ..pytree.walk import children, walk

_DEFINITION = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)

# What calls methods without saying so or names things in odd ways, and text unknown here.
_CALLING = (ast.With, ast.AsyncWith, ast.For, ast.AsyncFor, ast.Match, Verbatim)

#: How many lines of a helper nobody wants to pass on the way to the program.
_LONG = 40

_WORD = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known of a helper by its text."""

    names: frozenset[str]
    # The names in it, in order, each once.
    words: tuple[str, ...]
    is_constant: bool
    is_function: bool
    is_long: bool
    # Whether it calls something, and which names it looks up, when it is defined.
    runs: bool
    looked_up: frozenset[str]


@lru_cache(maxsize=512)
def _facts(source: str) -> _Facts:
    body = ast.parse(textwrap.dedent(source)).body
    names = set()
    for stmt in body:
        if isinstance(stmt, _DEFINITION):
            names.add(stmt.name)
        else:
            names.update(
                node.id
                for node in walk(stmt)
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
            )
    return _Facts(
        names=frozenset(names),
        words=tuple(dict.fromkeys(_WORD.findall(source))),
        is_constant=not any(isinstance(stmt, _DEFINITION) for stmt in body),
        is_function=all(isinstance(stmt, ast.FunctionDef) for stmt in body),
        is_long=source.count("\n") >= _LONG,
        runs=any(
            runs_at_import(nodes, frozenset())
            or any(isinstance(node, ast.Call) for node in nodes)
            for nodes in map(_executed, body)
        ),
        looked_up=frozenset(_looked_up(map(_executed, body))),
    )


def arrange(
    body: list[ast.stmt],
    helpers: Iterable[Verbatim],
    entry: list[ast.stmt] | None = None,
) -> tuple[list[ast.stmt], Ready]:
    """The body with the helpers in it. ``entry`` is looked at for uses only.

    Also the lines of the statements, which had to be printed to see what they use.
    """
    unique = {helper.source: helper for helper in helpers}
    ready: dict[int, list[str]] = {}
    if not unique:
        return body, ready
    plan = _Plan(list(unique.values()))
    executed = [_executed(stmt) for stmt in body]
    own = frozenset(_bound(executed)).union(plan.owner)
    if any(runs_at_import(nodes, own) for nodes in executed):
        plan.all_early()
    plan.keep_early(_looked_up(executed))

    out: list[ast.stmt] = list(plan.constants())
    # Helpers go before the comments that stand right on top of a statement.
    place = len(out)
    for stmt in body:
        if type(stmt) is Comment:
            out.append(stmt)
            continue
        lines = ready[id(stmt)] = statement_lines(stmt)
        before = list(plan.early(plan.used_in("\n".join(lines))))
        if before:
            out[place:place] = before
        out.append(stmt)
        place = len(out)
    used = plan.used_in(print_module(entry).text) if entry else []
    out += plan.early(used)
    out += plan.rest()
    return out, ready


class _Plan:
    """Which helpers are still to be placed, and which use which."""

    def __init__(self, helpers: list[Verbatim]) -> None:
        self.facts = [_facts(helper.source) for helper in helpers]
        self.helpers = helpers
        self.owner = {
            name: i for i, facts in enumerate(self.facts) for name in facts.names
        }
        self.uses = [
            [j for j in self.owners(facts.words) if j != i]
            for i, facts in enumerate(self.facts)
        ]
        self.placed: set[int] = set()
        self.late = {
            i
            for i, facts in enumerate(self.facts)
            if not facts.runs
            and (facts.is_function or (facts.is_long and not facts.is_constant))
        }
        for i, facts in enumerate(self.facts):
            self.keep_early(facts.names if facts.runs else facts.looked_up)

    def used_in(self, text: str) -> list[int]:
        """The helpers named in a text, in order."""
        return self.owners(dict.fromkeys(_WORD.findall(text)))

    def owners(self, words: Iterable[str]) -> list[int]:
        """The helpers that some words name, in order."""
        owner = self.owner
        return list(dict.fromkeys([owner[word] for word in words if word in owner]))

    def keep_early(self, names: Iterable[str]) -> None:
        """The helpers among the names are needed at import, with all that they use."""
        todo = [self.owner[name] for name in names if name in self.owner]
        seen = set(todo)
        while todo:
            i = todo.pop()
            self.late.discard(i)
            fresh = [j for j in self.uses[i] if j not in seen]
            seen.update(fresh)
            todo += fresh

    def all_early(self) -> None:
        """Something is called while the module is imported: it may need any helper."""
        self.late.clear()

    def constants(self) -> Iterator[Verbatim]:
        """The constants, with what they are made with."""
        return self._place(
            [i for i, facts in enumerate(self.facts) if facts.is_constant]
        )

    def early(self, used: list[int]) -> Iterator[Verbatim]:
        """Those among the used ones that stand at their first use."""
        return self._place(used)

    def rest(self) -> Iterator[Verbatim]:
        """All that has no place yet."""
        self.late.clear()
        return self._place(range(len(self.helpers)))

    def _place(self, wanted: Iterable[int]) -> Iterator[Verbatim]:
        for i in wanted:
            if i in self.placed:
                continue
            self.placed.add(i)
            # Also through a helper that stands late, which may need one that must not.
            yield from self._place(self.uses[i])
            if i in self.late:
                self.placed.discard(i)
            else:
                yield self.helpers[i]


def runs_at_import(executed: list[ast.AST], own: frozenset[str]) -> bool:
    """Whether importing the module may call one of its own functions through a statement.

    ``executed`` is what of it is run then, ``own`` are the names that the module gives to something. A call of anything else with
    constant arguments, as ``re.compile("x")``, cannot.
    """
    for node in executed:
        if isinstance(node, ast.Call):
            root = node.func
            while isinstance(root, ast.Attribute):
                root = root.value
            if not isinstance(root, ast.Name) or root.id in own:
                return True
            given = [*node.args, *(keyword.value for keyword in node.keywords)]
            if any(not isinstance(part, ast.Constant) for part in given):
                return True
        elif isinstance(node, _DEFINITION):
            if node.decorator_list:
                return True
        elif isinstance(node, _CALLING):
            return True
    return False


def _executed(stmt: ast.stmt) -> list[ast.AST]:
    """What of a statement is run when the module is imported: all but the bodies of functions."""
    found: list[ast.AST] = []
    todo: list[ast.AST] = [stmt]
    while todo:
        node = todo.pop()
        found.append(node)
        if isinstance(node, ast.Lambda):
            todo.append(node.args)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            todo += [node.args, *node.decorator_list]
            if node.returns:
                todo.append(node.returns)
        else:
            todo += children(node)
    return found


def _looked_up(executed: Iterable[list[ast.AST]]) -> Iterator[str]:
    """The names that importing the module evaluates."""
    for nodes in executed:
        for node in nodes:
            if isinstance(node, ast.Name):
                yield node.id


def _bound(executed: Iterable[list[ast.AST]]) -> Iterator[str]:
    """The names that the statements of a module give to something, imports left out."""
    for nodes in executed:
        for node in nodes:
            if isinstance(node, _DEFINITION):
                yield node.name
            elif isinstance(node, ast.Assign):
                for target in node.targets:
                    yield from _names(target)
            elif isinstance(node, (ast.AnnAssign, ast.NamedExpr, ast.comprehension)):
                yield from _names(node.target)


def _names(target: ast.expr) -> Iterator[str]:
    return (node.id for node in walk(target) if isinstance(node, ast.Name))
