"""JavaScript's operators, for operands whose type is not known before the program runs."""

import asyncio
import datetime
import math
import re

from js2aio.mappings.helpers.numbers import to_number
from js2aio.mappings.helpers.text import to_string


def truthy(value):
    """Whether JavaScript takes the value for true: [] and {} are, 0, "" and NaN are not."""
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    if isinstance(value, bool | int | str):
        return bool(value)
    return value is not None


def typeof(value, none="undefined"):
    """The word that typeof gives; `none` is the one for None."""
    if value is None:
        return none
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, str):
        return "string"
    return "function" if callable(value) else "object"


def object_tag(value, none="Undefined"):
    """What Object.prototype.toString says of a value: "[object Array]"; `none` is for None."""
    own = getattr(value, "to_string_tag", None)
    if isinstance(own, str):
        return f"[object {own}]"
    kinds = {
        "Boolean": bool,
        "Number": int | float,
        "String": str,
        "Array": list | tuple | re.Match,
        "Error": BaseException,
        "RegExp": re.Pattern,
        "Date": datetime.datetime,
        "Promise": asyncio.Future,
    }
    if value is None:
        return f"[object {none}]"
    tag = next((tag for tag, kind in kinds.items() if isinstance(value, kind)), None)
    return f"[object {tag or ('Function' if callable(value) else 'Object')}]"


def boolean_to_string(value):
    """The text of a boolean: true or false in small letters."""
    return "true" if value else "false"


def strict_equals(a, b):
    """`a === b`: True is not 1; lists, dicts and other objects only where they are the same one."""
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if isinstance(a, int | float | str) and isinstance(b, int | float | str):
        return a == b
    return a is b


def to_primitive(value):
    """An object as the text that operators see; any other value as it is."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return to_string(value)


def loose_equals(a, b):
    """`a == b`: None only equals None; text and booleans are compared as numbers."""
    if a is None or b is None:
        return a is b
    simple = bool | int | float | str
    if isinstance(a, simple) == isinstance(b, simple) and not isinstance(a, simple):
        return a is b
    a, b = to_primitive(a), to_primitive(b)
    if isinstance(a, str) and isinstance(b, str):
        return a == b
    return to_number(a) == to_number(b)


def same_value(a, b):
    """Object.is: as ===, but NaN is NaN, and 0 is not -0."""
    if isinstance(a, int | float) and isinstance(b, int | float) and a == 0 == b:
        return isinstance(a, bool) == isinstance(b, bool) and (
            math.copysign(1, a) == math.copysign(1, b)
        )
    return same_value_zero(a, b)


def same_value_zero(a, b):
    """The equality of includes, Map and Set: as ===, but NaN is NaN."""
    if isinstance(a, float) and isinstance(b, float) and math.isnan(a):
        return math.isnan(b)
    return strict_equals(a, b)


def add(a, b, none="undefined"):
    """`a + b`: the sum of numbers, or the joined text where one side is no number."""
    a, b = to_primitive(a), to_primitive(b)
    if isinstance(a, str) or isinstance(b, str):
        return to_string(a, none) + to_string(b, none)
    return to_number(a, none) + to_number(b, none)


def comparable(a, b, none="undefined"):
    """Both operands of `<` as JavaScript compares them: as text, or as numbers."""
    a, b = to_primitive(a), to_primitive(b)
    if isinstance(a, str) and isinstance(b, str):
        return a.encode("utf-16-be", "surrogatepass"), b.encode(
            "utf-16-be", "surrogatepass"
        )
    return to_number(a, none), to_number(b, none)


def less_than(a, b, none="undefined"):
    """`a < b` of any values."""
    left, right = comparable(a, b, none)
    return left < right


def less_equal(a, b, none="undefined"):
    """`a <= b` of any values."""
    left, right = comparable(a, b, none)
    return left <= right


def greater_than(a, b, none="undefined"):
    """`a > b` of any values."""
    left, right = comparable(a, b, none)
    return left > right


def greater_equal(a, b, none="undefined"):
    """`a >= b` of any values."""
    left, right = comparable(a, b, none)
    return left >= right
