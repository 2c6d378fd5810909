"""Types of what errors have: message, name, stack, cause, errors, and code of the system's."""

from __future__ import annotations

from functools import cached_property

from ..parse import nodes as n
from . import types as t
from .aggregates import Aggregates
from .receivers import Receivers
from .scopes import Scopes
from .signatures import Signatures
from .types import Type

ERROR_PROPS: dict[str, Type] = {
    "message": t.T_STRING,
    "name": t.T_STRING,
    "stack": t.T_STRING,
}


class ErrorMembers(Receivers):
    def __init__(self, scopes: Scopes, signatures: Signatures) -> None:
        super().__init__(scopes, signatures)
        #: what the program gives as ``cause`` to any error
        self.causes = t.Cell()

    @cached_property
    def aggregates_nest(self) -> bool:
        """Whether an AggregateError may hold another one."""
        return Aggregates(self.scopes).may_nest()

    def error_property(self, atom: t.ErrorAtom, name: str, node: n.Node) -> Type:
        """``error.name`` of an instance of one of JavaScript's own classes."""
        if name in atom.props:
            types = self.read(atom.props[name]) | self.system_property(name)
            if name in ERROR_PROPS:
                types = (types - t.T_UNDEFINED) | ERROR_PROPS[name]
            return types
        if name == "errors":
            errors = self.array_at((atom, "errors"), node)
            held = self.read(self.thrown) | {self.error("Error")}
            if not self.aggregates_nest:
                held -= {self.error("AggregateError")}
            self.widen(errors.elem, held)
            return frozenset({errors})
        if name == "cause":
            return self.cause()
        return ERROR_PROPS.get(name, t.T_UNDEFINED | self.system_property(name))

    def cause(self) -> Type:
        """What ``error.cause`` may be: what the program gave to any error, nothing, or the
        error that one of a library has (ECMA-262 20.5.8.1, InstallErrorCause)."""
        return self.read(self.causes) | t.T_UNDEFINED | {self.error("Error")}

    def give_cause(self, name: str, arguments: list[Type], spread: Type | None) -> None:
        """Remember what an error is made with: ``{ cause }`` behind the message."""
        place = 2 if name == "AggregateError" else 1
        if spread is not None:
            self.widen(self.causes, t.T_ANY)
        elif len(arguments) > place:
            for atom in t.ordered(arguments[place]):
                if isinstance(atom, t.ObjectAtom):
                    given = self.read(atom.prop("cause")) | self.read(atom.dynamic)
                    self.widen(self.causes, given)
                elif atom not in t.PRIMITIVES:
                    self.widen(self.causes, t.T_ANY)

    def system_property(self, name: str) -> Type:
        """What errors of the modules that a program imports have: ``"error.code"``."""
        result: Type = t.NEVER
        for table in self.signatures.with_errors:
            if " " not in table and table not in self.scopes.globals:
                continue  # a global that the program does not mention
            found = self.signatures.find(table, f"error.{name}")
            if found is not None:
                result |= self.instantiate(found[0], {}, (table, name), None)
        return result
