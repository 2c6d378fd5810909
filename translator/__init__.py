"""Translates asynchronous JavaScript into Python that runs on asyncio.

::

    import js2aio

    translation = js2aio.translate("const sum = (a, b) => a + b;")
    print(translation.code)

The names below are loaded when first used, so that ``import js2aio`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .api import (
        InternalError,
        Translation,
        translate,
        translate_file,
    )
    from .diagnostics import Diagnostic, Level
    from .errors import (
        JavaScriptSyntaxError,
        Js2aioError,
        MappingError,
        SourceTooDeepError,
        UnreadableSourceError,
    )
    from .explanations import Explanation, explain
    from .files import module_name, sources_in, write_whole
    from .inferred import HelperUse, Inferred, InferredName, infer_types
    from .many import SourceResult, translate_many
    from .map import DecisionUse, RuleUse
    from .options import Naming, Options, Order, Style, Target
    from .verifying import Conditions, Status, Verdict, verify

__version__ = "0.1.0"

__all__ = [
    "Conditions",
    "DecisionUse",
    "Diagnostic",
    "Explanation",
    "HelperUse",
    "Inferred",
    "InferredName",
    "InternalError",
    "JavaScriptSyntaxError",
    "Js2aioError",
    "Level",
    "MappingError",
    "Naming",
    "Options",
    "Order",
    "RuleUse",
    "SourceResult",
    "SourceTooDeepError",
    "Status",
    "Style",
    "Target",
    "Translation",
    "UnreadableSourceError",
    "Verdict",
    "__version__",
    "explain",
    "infer_types",
    "module_name",
    "sources_in",
    "translate",
    "translate_file",
    "translate_many",
    "verify",
    "write_whole",
]

_HOME = {
    "api": ["InternalError", "Translation", "translate", "translate_file"],
    "diagnostics": ["Diagnostic", "Level"],
    "errors": [
        "JavaScriptSyntaxError",
        "Js2aioError",
        "MappingError",
        "SourceTooDeepError",
        "UnreadableSourceError",
    ],
    "explanations": ["Explanation", "explain"],
    "files": ["module_name", "sources_in", "write_whole"],
    "inferred": ["HelperUse", "Inferred", "InferredName", "infer_types"],
    "many": ["SourceResult", "translate_many"],
    "map": ["DecisionUse", "RuleUse"],
    "options": ["Naming", "Options", "Order", "Style", "Target"],
    "verifying": ["Conditions", "Status", "Verdict", "verify"],
}
_MODULE_OF = {name: module for module, names in _HOME.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _MODULE_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f".{_MODULE_OF[name]}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULE_OF})
