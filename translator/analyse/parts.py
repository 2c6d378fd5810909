"""What the parts of the inference use of those that are built upon them."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from ..parse import nodes as n
from ..rules.type_expr import TypeExpr
from . import types as t
from .types import Atom, Type

if TYPE_CHECKING:
    from .digits import Digits
    from .quotients import Quotients


class Parts:
    """Each method stands in one of the later parts, from Narrowing to Inference."""

    quotients: Quotients
    digits: Digits

    def common_keys(self, types: Type) -> set[str]:
        raise NotImplementedError

    def copy_properties(
        self, types: Type, target: t.ObjectAtom, without: Container[str] = ()
    ) -> None:
        raise NotImplementedError

    def ancestors(self, cls: Atom | None) -> list[t.ClassAtom]:
        raise NotImplementedError

    def keeps_places(self, atom: t.ArrayAtom) -> bool:
        raise NotImplementedError

    def blur(self, atom: t.ArrayAtom) -> None:
        raise NotImplementedError

    def optional_params(self, node: n.Function) -> set[int]:
        raise NotImplementedError

    def run_now(self, unit: n.Node) -> None:
        raise NotImplementedError

    def evaluate(self, node: n.Node) -> Type:
        raise NotImplementedError

    def assign(self, target: n.Node, types: Type) -> None:
        raise NotImplementedError

    def property_name(self, key: n.Node, computed: bool) -> str | None:
        raise NotImplementedError

    def class_(self, node: n.Class) -> Type:
        raise NotImplementedError

    def match_groups(self, node: n.Node) -> Type | None:
        raise NotImplementedError

    def match_item(self, source: n.Node | None, index: int | None) -> Type:
        raise NotImplementedError

    def instantiate(
        self,
        expr: TypeExpr,
        scope: dict[str, t.Cell],
        site: object,
        node: n.Node | None,
    ) -> Type:
        raise NotImplementedError

    def signature_property(self, atom: Atom, name: str) -> Type | None:
        raise NotImplementedError

    def abort_reason(self) -> Type:
        raise NotImplementedError

    def call_all(self, functions: Type, arguments: list[Type], node: n.Node) -> Type:
        raise NotImplementedError

    def call(
        self,
        functions: Type,
        arguments: list[Type],
        spread: Type | None,
        this: Type,
        node: n.Node,
    ) -> Type:
        raise NotImplementedError

    def documented_params(self, node: n.Function) -> dict[int, Type]:
        """The types of parameters that a JSDoc comment gives, by position."""
        raise NotImplementedError

    def contradict_params(self, atom: t.FunctionAtom, arguments: list[Type]) -> None:
        """A call gives arguments to a function that may be documented otherwise."""
        raise NotImplementedError

    def this_types(self) -> Type:
        raise NotImplementedError

    def arguments(
        self, node: n.CallExpression | n.NewExpression
    ) -> tuple[list[Type], Type | None]:
        raise NotImplementedError

    def known_items(self, types: Type) -> list[Type] | None:
        raise NotImplementedError

    def rule_result(self, node: n.Node) -> Type | None:
        raise NotImplementedError
