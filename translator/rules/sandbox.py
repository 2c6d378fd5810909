"""Jinja, for the templates that take it: sandboxed, as the rules of users are data."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import StrictUndefined, TemplateError, meta, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment

from .placeholders import PATH_FILTERS, Facts, Placeholder, Render, TemplateProblem

_FACTS = "__facts__"
_WORD = re.compile(r"[A-Za-z]\w*", re.ASCII)


class _Environment(SandboxedEnvironment):
    """Attributes, items and calls of a placeholder are placeholders."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Placeholder) and _WORD.fullmatch(attribute):
            return obj.attribute(attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, Placeholder):
            if isinstance(argument, str):
                return self.getattr(obj, argument)
            if isinstance(argument, int) and argument >= 0:
                return obj.item(argument)
        return super().getitem(obj, argument)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        if isinstance(obj, Placeholder):
            if kwargs.keys() - {"_loop_vars", "_block_vars"}:  # of Jinja itself
                raise TemplateError(f"{obj.text}(...) takes no keywords")
            return obj.called(args)
        return super().call(context, obj, *args, **kwargs)


def _path_filter(word: str) -> Callable[[object], object]:
    def derived(value: object) -> object:
        if isinstance(value, Placeholder):
            return value.attribute(word)
        if isinstance(value, list):
            return [derived(item) for item in value]
        raise TemplateError(f"'| {word}' wants a metavariable, or a list of them")

    return derived


@pass_context
def _is_type(context: Context, value: object, predicate: str) -> bool:
    if not isinstance(value, Placeholder) or value.path:
        raise TemplateError("'is type' wants a metavariable, or an item of one")
    answer: bool = context[_FACTS](value.capture, predicate)
    return answer


def _is_spread(value: object) -> bool:
    return isinstance(value, Placeholder) and value.spread


def _environment() -> SandboxedEnvironment:
    environment = _Environment(
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=0,
    )
    environment.tests["type"] = _is_type
    environment.tests["spread"] = _is_spread
    for word in PATH_FILTERS:
        environment.filters[word] = _path_filter(word)
    return environment


_ENVIRONMENT = _environment()


def compiled_by_jinja(
    source: str, metavariables: Mapping[str, bool]
) -> tuple[Render, frozenset[str]]:
    """As ``rendering.compiled``, for any template."""
    try:
        template = _ENVIRONMENT.from_string(source)
        read = meta.find_undeclared_variables(_ENVIRONMENT.parse(source))
    except TemplateError as error:
        raise TemplateProblem(f"not valid Jinja: {error}") from error

    def render(values: Mapping[str, Any], facts: Facts) -> str:
        try:
            return template.render({**values, _FACTS: facts})
        except Exception as error:
            raise TemplateProblem(f"it does not render: {error}") from error

    return render, frozenset(read - set(metavariables))
