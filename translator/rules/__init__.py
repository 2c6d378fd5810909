"""The rules: ``mappings/*.toml`` as patterns, templates and helper sources.

``load_rules`` gives a ``RuleBook``; ``RuleBook.candidates`` the rules that may fit a
node, ``match`` what one of them captures in it, ``build`` the Python that its template
makes of the translated captures. Everything is read, parsed and compiled when it is
first needed, and kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .book import Place, RuleBook, load_rules
from .helpers import Helper, HelperLibrary
from .matching import Captures, match
from .schema import Example, Pack, Rule
from .type_expr import TypeExpr, TypeExprError
from .type_parser import parse_jsdoc, parse_type

if TYPE_CHECKING:
    from .check import check_rules
    from .template import Built, build

__all__ = [
    "Built",
    "Captures",
    "Example",
    "Helper",
    "HelperLibrary",
    "Pack",
    "Place",
    "Rule",
    "RuleBook",
    "TypeExpr",
    "TypeExprError",
    "build",
    "check_rules",
    "load_rules",
    "match",
    "parse_jsdoc",
    "parse_type",
]

_LATER = {"Built": "template", "build": "template", "check_rules": "check"}


def __getattr__(name: str) -> Any:
    """Imports what needs Jinja when it is first asked for."""
    if name in _LATER:
        from importlib import import_module

        value = getattr(import_module(f".{_LATER[name]}", __name__), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
