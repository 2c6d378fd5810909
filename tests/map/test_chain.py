"""The map stage is one chain of classes: what a part declares as given, a later one gives."""

from __future__ import annotations

import ast
import inspect
from types import FunctionType

import pytest

from js2aio.map import given
from js2aio.map.base import Base
from js2aio.map.program import ProgramMapper

DECLARED = sorted(
    node.name
    for node in ast.walk(ast.parse(inspect.getsource(given)))
    if isinstance(node, ast.FunctionDef)
)


@pytest.mark.parametrize("name", DECLARED)
def test_a_part_gives_what_is_declared(name: str) -> None:
    assert not hasattr(Base, name)
    assert isinstance(getattr(ProgramMapper, name, None), FunctionType)


def test_no_stand_in_hides_a_method() -> None:
    methods = {
        name: getattr(ProgramMapper, name)
        for part in ProgramMapper.__mro__[:-1]
        for name, value in vars(part).items()
        if isinstance(value, FunctionType)
    }
    assert [
        name
        for name, method in methods.items()
        if inspect.unwrap(method).__code__.co_names == ("NotImplementedError",)
    ] == []
