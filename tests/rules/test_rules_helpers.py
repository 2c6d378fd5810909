"""The library of helpers: single definitions with what they need."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from rules.rulebooks import py, rule_of, rule_text

from js2aio.errors import MappingError
from js2aio.rules import HelperLibrary, build

TEXT = '''"""Numbers and text."""

from __future__ import annotations

import os.path
from functools import cmp_to_key as by, partial
from .other import other_helper
from js2aio.mappings.helpers.other import Other

# The digits.
# All of them.
_DIGITS = "0123"
LIMIT: int = 10


@partial
def digit(number: int) -> str:
    """One digit."""

    def inner(LIMIT: int) -> int:
        return LIMIT

    return _DIGITS[inner(number)]


def digits(number):
    """All digits."""
    return [digit(n) for n in sorted(number, key=by(other_helper))]


async def even(n):
    """Whether it is even."""
    return n == 0 or await odd(n - 1)


async def odd(n):
    """Whether it is odd."""
    return n != 0 and await even(n - 1)


class Thing(Other):
    """A thing."""

    path = os.path.sep

    def limit(self) -> int:
        partial = LIMIT
        return partial


def lost():
    """Uses what is not there."""
    return missing(1)
'''
OTHER = '''"""Others."""


class Other:
    """Another."""


def other_helper(a, b):
    """Compares."""
    return 0
'''


@pytest.fixture
def library(tmp_path: Path) -> HelperLibrary:
    (tmp_path / "text.py").write_text(TEXT)
    (tmp_path / "other.py").write_text(OTHER)
    return HelperLibrary((tmp_path / "text.py", tmp_path / "other.py"))


def test_names(library: HelperLibrary) -> None:
    assert library.names == {
        *("_DIGITS", "LIMIT", "digit", "digits", "even", "odd", "Thing", "lost"),
        *("Other", "other_helper"),
    }
    assert "digit" in library and "partial" not in library


def test_one_helper(library: HelperLibrary) -> None:
    digit = library.get("digit")
    assert digit.source.startswith("@partial\ndef digit")
    assert digit.source.endswith("return _DIGITS[inner(number)]")
    assert digit.imports == ("from functools import partial",)
    assert digit.depends == ("_DIGITS",)
    assert not digit.is_class and not digit.is_constant
    constant = library.get("_DIGITS")
    assert constant.source == '# The digits.\n# All of them.\n_DIGITS = "0123"'
    assert constant.is_constant
    thing = library.get("Thing")
    assert thing.is_class
    assert (thing.imports, thing.depends) == (("import os.path",), ("LIMIT", "Other"))
    assert library.get("lost").unknown == ("missing",)


def test_closure_is_in_order_of_dependency(library: HelperLibrary) -> None:
    def names(*wanted: str) -> list[str]:
        return [helper.name for helper in library.closure(wanted)]

    assert names("digits") == ["_DIGITS", "digit", "other_helper", "digits"]
    assert names("Thing") == ["LIMIT", "Other", "Thing"]
    assert names("odd", "even") == names("even", "odd") == ["odd", "even"]
    assert names() == []
    assert names("digits", "_DIGITS") == ["_DIGITS", "digit", "other_helper", "digits"]


def test_closure_of_copied_sources_runs(library: HelperLibrary) -> None:
    helpers = library.closure(["digits"])
    imports = [line for helper in helpers for line in helper.imports]
    program = "\n".join([*imports, *(helper.source for helper in helpers)])
    names: dict[str, object] = {}
    exec(program.replace("@partial\n", ""), names)
    function = names["digits"]
    assert callable(function) and function([1, 2]) == ["1", "2"]


def test_built_in_helpers_compile_alone() -> None:
    library = HelperLibrary.built_in()
    for name in sorted(library.names):
        helpers = library.closure([name])
        imports = [line for helper in helpers for line in helper.imports]
        names: dict[str, object] = {"__name__": "output"}
        exec("\n\n".join([*imports, *(h.source for h in helpers)]), names)
        assert name in names


def test_unknown_helper(library: HelperLibrary) -> None:
    with pytest.raises(MappingError, match="no helper 'nothing'"):
        library.closure(["nothing"])


def test_name_in_two_files(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('T = TypeVar("T")\ndef f(x):\n    return 1\n')
    (tmp_path / "b.py").write_text('T = TypeVar("T")\ndef g(x):\n    return 1\n')
    (tmp_path / "c.py").write_text("def g(x, y):\n    return 1\n")
    both = HelperLibrary((tmp_path / "a.py", tmp_path / "b.py"))
    assert both.names == {"T", "f", "g"}
    with pytest.raises(MappingError, match="rename"):
        _ = both.extended((tmp_path / "c.py",)).names


def test_bad_helper_files(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("def f(:\n")
    with pytest.raises(MappingError, match="not valid Python"):
        HelperLibrary((tmp_path / "a.py",)).get("f")
    with pytest.raises(MappingError, match="cannot read"):
        HelperLibrary((tmp_path / "b.py",)).get("f")
    (tmp_path / "c.py").write_text("if 1:\n    pass\nX, Y = 1, 2\nZ = W = 1\n")
    with pytest.raises(MappingError, match="plain definition"):
        HelperLibrary((tmp_path / "c.py",)).get("Z")


def test_templates_find_their_helpers(tmp_path: Path) -> None:
    (tmp_path / "own.py").write_text(OTHER)
    pack = '[pack]\nhelpers = ["own.py"]\n'
    template = "[Other({{ X }}) for other_helper in y]"
    rule = rule_of(tmp_path, pack + rule_text(python=template))
    built = build(rule, {"X": py("x")})
    assert built.helpers == {"Other"}
    assert ast.unparse(built.value or py("0")).startswith("[Other(x)")


def test_named_helpers_must_exist(tmp_path: Path) -> None:
    rule = rule_of(tmp_path, rule_text(python="{{ X }}", more='helpers = ["nope"]'))
    with pytest.raises(MappingError, match="no helper 'nope'"):
        build(rule, {"X": py("x")})
