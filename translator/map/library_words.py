"""Guard words for calls into libraries: what is given to them, and what can be seen of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from ..analyse import types as t
from ..parse import nodes as n
from .typed_arrays import TypedArrays

_LIMITS = (["concurrency"], ["interval", "intervalCap"])
_LOOKED_AT = frozenset({"message", "name", "stack", "cause", "code", "toString"})
_SYSTEM = frozenset(
    {"fs", "fs/promises", "fs-extra", "child_process", "net", "http", "https", "os"}
)

#: The parts of a date and of a time, with the forms that there are of them.
_DAY = {
    "weekday": "long short",
    "year": "numeric 2-digit",
    "month": "long short numeric 2-digit",
    "day": "numeric 2-digit",
}
_CLOCK = dict.fromkeys(("hour", "minute", "second"), "numeric 2-digit")


class LibraryWords(TypedArrays):
    @classmethod
    def library_words(cls) -> dict[str, Callable[[Any, n.Node], bool]]:
        return {
            **cls.typed_words(),
            "@asyncfunction": cls.is_async_function,
            "@async_functions": lambda self, node: self.holds_coroutine_functions(node)
            and all(
                isinstance(a, t.FunctionAtom) and a.node.is_async
                for a in self.analysis.inference.iterated(self.type_of(node))
            ),
            "@no_array": lambda self, node: self.all_atoms(
                node, lambda a: a is not t.ANY and not isinstance(a, t.ArrayAtom)
            ),
            "@coroutines": cls.holds_coroutine_functions,
            "@unseen_errors": cls.hides_errors,
            "@values_shown": lambda self, node: any(
                self.representation.printed & cell.types
                for a in self.type_of(node)
                if isinstance(a, t.ObjectAtom) and (cell := a.props.get("values"))
            ),
            "@errors_unread": lambda self, node: self.errors_unread,
            "@cancellable": cls.is_cancellable,
            "@plain_queue": lambda self, node: self.plain_queues,
            "@full_queue": lambda self, node: not self.plain_queues,
            "@traceless": cls.is_traceless,
            "@in_place": cls.stands_in_place,
            "@nothrow_promise": lambda self, node: self.flow.cannot_fail(node),
            "@systemerror": cls.is_system_error,
            "@coded": lambda self, node: self.is_system_error(node)
            or "import assert" in self.analysis.inference.signatures.tables,
            "@uncoded": lambda self, node: not any(
                "code" in getattr(a, "props", ()) for a in self.type_of(node)
            ),
            "@usual_day": cls.asks_usual_day,
            "@usual_clock": cls.asks_usual_clock,
            "@throws_typeerror": lambda self, node: self.throws_type_error,
        }

    def library_word(self, word: str, names: list[str], node: n.Node) -> bool | None:
        """Words that take names: ``@options(retries, factor)``; None for any other."""
        if word == "@only":
            used = self.analysis.inference.members_used
            return self.all_atoms(
                node,
                lambda a: isinstance(a, t.HostAtom)
                and used.get(a.name, set()).issubset(names),
            )
        if word == "@options":
            return self.has_only_options(node, names)
        if word == "@has":
            return all(self.option(node, name) is not None for name in names)
        if word == "@not_imported":
            sites = self.analysis.inference.sites
            return not any(("module", name) in sites for name in names)
        if word == "@imported":
            return not self.library_word("@not_imported", names, node)
        return None

    # -- functions -------------------------------------------------------------------------

    def is_async_function(self, node: n.Node) -> bool:
        """Whether a callback surely is an ``async`` function of the program."""
        return self.all_atoms(
            node, lambda a: isinstance(a, t.FunctionAtom) and a.node.is_async
        )

    def holds_coroutine_functions(self, node: n.Node) -> bool:
        """Whether the elements of an array are functions that become ``async def``."""
        elements = self.analysis.inference.iterated(self.type_of(node))
        return bool(elements) and all(
            isinstance(a, t.FunctionAtom) and self.flow.is_coroutine(a.node)
            for a in elements
        )

    def stands_in_place(self, node: n.Node) -> bool:
        """Whether a callback is no coroutine function that is there by its name."""
        return isinstance(node, n.Function) or not (
            self.is_callback_of(node, 0)
            and self.all_atoms(
                node,
                lambda a: isinstance(a, t.FunctionAtom)
                and self.flow.is_coroutine(a.node),
            )
        )

    # -- errors ----------------------------------------------------------------------------

    def hides_errors(self, node: n.Node) -> bool:
        """Whether no code of the program runs after an error of a callback."""
        return not self.catches or self.all_atoms(
            node,
            lambda a: isinstance(a, t.FunctionAtom) and self.effects.nothrow(a.node),
        )

    @cached_property
    def errors_unread(self) -> bool:
        """Whether the program looks at no property of errors, nor at one as text."""
        looked_at = [
            node.object
            for node in self.scopes.parents
            if isinstance(node, n.MemberExpression)
            and getattr(node.property, "name", "") in _LOOKED_AT
        ]
        return not any(
            isinstance(atom, t.ErrorAtom)
            for node in (*looked_at, *self.users_of_errors)
            for atom in self.type_of(node)
        )

    @property
    def throws_type_error(self) -> bool:
        """Whether the program itself throws a TypeError."""
        inference = self.analysis.inference
        return inference.error("TypeError") in inference.thrown.types

    def is_system_error(self, node: n.Node) -> bool:
        """Whether an error may come from the system: from a module that reads files or so."""
        return self.uses_system and any(
            isinstance(a, t.ErrorAtom) and a.name == "Error" for a in self.type_of(node)
        )

    @cached_property
    def uses_system(self) -> bool:
        """Whether the program imports what raises errors of the system."""
        return any(
            isinstance(site, tuple)
            and site[0] == "module"
            and isinstance(site[1], str)
            and site[1].removeprefix("node:").partition(":")[0] in _SYSTEM
            for site in self.analysis.inference.sites
        )

    def is_cancellable(self, node: n.Node) -> bool:
        """Whether nobody can see that a promise is not carried on with."""
        if not isinstance(node, n.CallExpression):
            return False
        targets = self.analysis.inference.targets.get(node, set())
        return (
            bool(targets)
            and node not in self.analysis.inference.unknown_calls
            and all(self.effects.leaves_no_trace(atom.node) for atom in targets)
        )

    @cached_property
    def plain_queues(self) -> bool:
        """Whether all queues of p-queue are used as semaphores: made with a limit alone,
        and with nothing but ``add`` whose promise is waited for on the spot."""
        for node, types in self.analysis.inference.types.items():
            if not any(
                isinstance(a, t.HostAtom) and a.name == "p_queue.PQueue" for a in types
            ):
                continue
            if isinstance(node, n.NewExpression):
                keys = [
                    self.analysis.inference.property_name(item.key, item.computed)
                    for argument in node.arguments
                    if isinstance(argument, n.ObjectExpression)
                    for item in argument.properties
                    if isinstance(item, n.Property)
                ]
                if sorted(map(str, keys)) not in _LIMITS:
                    return False
                continue
            member = self.scopes.parents.get(node)
            if not isinstance(member, n.MemberExpression) or member.object is not node:
                continue
            call = self.scopes.parents.get(member)
            if not (
                getattr(member.property, "name", "") == "add"
                and isinstance(call, n.CallExpression)
                and len(call.arguments) == 1
                and self.flow.is_cold(call)
            ):
                return False
        return True

    def is_traceless(self, node: n.Node) -> bool:
        """Whether nobody sees in which order a callback is called."""
        return self.all_atoms(
            node,
            lambda a: isinstance(a, t.FunctionAtom)
            and self.effects.leaves_no_trace(a.node),
        )

    # -- options ---------------------------------------------------------------------------

    def option(self, node: n.Node, name: str) -> n.Node | None:
        """The value of a property of an object literal."""
        if isinstance(node, n.ObjectExpression):
            for item in node.properties:
                if (
                    isinstance(item, n.Property)
                    and self.analysis.inference.property_name(item.key, item.computed)
                    == name
                ):
                    return item.value
        return None

    def asks_usual_day(self, node: n.Node) -> bool:
        """Options of a date format whose parts stand in the order of CLDR's own patterns.

        Others, as a year with a day alone, are put together otherwise: "2024 (day: 5)".
        """
        if not self.has_only_options(node, [*_DAY, "timeZone"]):
            return False
        parts = self.parts_asked(node, _DAY)
        if parts is None:
            return False
        if "weekday" in parts:
            return parts == {"weekday"} or {"month", "day"} <= parts
        return not {"day", "year"} <= parts or "month" in parts

    def asks_usual_clock(self, node: n.Node) -> bool:
        """The same of the parts of a time: an hour, minutes with it, seconds with those."""
        if not self.has_only_options(node, [*_CLOCK, "hour12", "timeZone"]):
            return False
        parts = self.parts_asked(node, _CLOCK)
        twelve = self.option(node, "hour12")
        return (
            parts is not None
            and (not parts or "hour" in parts)
            and ("second" not in parts or "minute" in parts)
            and (twelve is None or isinstance(twelve, n.BooleanLiteral))
        )

    def parts_asked(self, node: n.Node, names: dict[str, str]) -> set[str] | None:
        """The parts that options ask for; None where it is not known in which form."""
        found = set()
        for name, forms in names.items():
            value = self.option(node, name)
            if value is None:
                continue
            if (
                not isinstance(value, n.StringLiteral)
                or value.value not in forms.split()
            ):
                return None
            found.add(name)
        return found

    def has_only_options(self, node: n.Node, names: list[str]) -> bool:
        """An object literal with some of these properties, whose values are plain."""
        return isinstance(node, n.ObjectExpression) and all(
            isinstance(item, n.Property)
            and item.kind == "init"
            and not item.computed
            and self.analysis.inference.property_name(item.key, False) in names
            and self.effects.pure(item.value)
            for item in node.properties
        )
