"""Types of what ``JSON.parse`` gives, where the texts that it is given stand in the source."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property

from ..parse import nodes as n
from . import types as t
from .known_texts import KnownTexts
from .regexp_calls import RegexpCalls
from .types import Type

#: From here on, numbers of JavaScript are rounded, and Python's integers are not.
_MOST = 2**53


class JsonValues(RegexpCalls):
    @cached_property
    def known_texts(self) -> KnownTexts:
        return KnownTexts(self.scopes)

    def parsed_json(self, node: n.Node) -> Type | None:
        """What ``JSON.parse(text)`` gives; None where the texts are not known."""
        if not isinstance(node, n.CallExpression) or len(node.arguments) != 1:
            return None
        values: list[object] = []
        for text in sorted(self.known_texts.of(node.arguments[0]) or ()):
            try:
                values.append(json.loads(text, parse_constant=refuse, parse_int=whole))
            except json.JSONDecodeError:
                continue  # JSON.parse throws
            except (ValueError, RecursionError):
                return None
        if not values or any(map(has_odd_key, values)):
            return None
        return self.json_types(values, (node,), node)

    def json_types(
        self, values: Sequence[object], site: tuple[object, ...], node: n.Node
    ) -> Type:
        """The type of values that stand at the same place of several texts."""
        found: Type = t.join(_PLAIN[type(v)] for v in values if type(v) in _PLAIN)
        for value in values:
            if isinstance(value, int) and not isinstance(value, bool):
                found |= t.T_NAT if value >= 0 else t.T_INT
        lists = [value for value in values if isinstance(value, list)]
        if lists:
            array = self.array_at(site, node)
            items = [item for value in lists for item in value]
            self.widen(array.elem, self.json_types(items, (*site, "item"), node))
            found |= {array}
        objects = [value for value in values if isinstance(value, dict)]
        if objects:
            atom = self.object_at(site, node)
            for name in dict.fromkeys(name for value in objects for name in value):
                held = [value[name] for value in objects if name in value]
                types = self.json_types(held, (*site, name), node)
                self.widen(atom.prop(name), types)
            self.keep_keys(atom, "json", set.intersection(*map(set, objects)))
            found |= {atom}
        return found


_PLAIN: dict[type, Type] = {
    str: t.T_STRING,
    bool: t.T_BOOLEAN,
    float: t.T_NUMBER,
    type(None): t.T_NULL,
}


def refuse(name: str) -> object:
    """``NaN`` and ``Infinity`` are no JSON, although Python reads them."""
    raise json.JSONDecodeError("no JSON", name, 0)


def whole(text: str) -> int:
    """An integer that Python holds as JavaScript does."""
    value = int(text)
    if abs(value) > _MOST or text == "-0":
        raise ValueError(text)
    return value


def has_odd_key(value: object) -> bool:
    """Whether an object has ``__proto__`` as a key of its own."""
    if isinstance(value, dict):
        return "__proto__" in value or any(map(has_odd_key, value.values()))
    return isinstance(value, list) and any(map(has_odd_key, value))
