"""What JavaScript's objects do where no plain Python expression does the same."""

import types

from js2aio.mappings.helpers.arrays import with_arity
from js2aio.mappings.helpers.text import fields_of, to_string


def own_keys(value):
    """The keys of an object in JavaScript's order: whole numbers first, then as added."""
    if isinstance(value, list | str):
        return [str(index) for index in range(len(value))]
    if value is None or isinstance(value, int | float):
        if value is None:
            raise TypeError("Cannot convert undefined or null to object")
        return []
    keys = list(value if isinstance(value, dict) else fields_of(value))
    indexes = [key for key in keys if is_index(key)]
    if not indexes:
        return keys
    return sorted(indexes, key=int) + [key for key in keys if not is_index(key)]


def static_fields(cls):
    """The static fields of a class, without its methods and accessors and private ones."""
    methods = staticmethod | classmethod | property | types.FunctionType
    return {
        name: value
        for name, value in vars(cls).items()
        if not name.startswith(("__", f"_{cls.__name__.lstrip('_')}__"))
        and not isinstance(value, methods)
    }


def require_object(value):
    """The value, which a pattern without names takes apart: undefined and null raise."""
    if value is None:
        raise TypeError("Cannot destructure undefined or null")
    return value


def is_index(key):
    """Whether a key is a whole number as JavaScript writes it: "12", not "012"."""
    return (
        key.isascii()
        and key.isdigit()
        and (key == "0" or key[0] != "0")
        and int(key) < 2**32 - 1
    )


def own_values(value):
    """The values of an object, in the order of its keys."""
    return [item for _, item in own_entries(value)]


def own_entries(value):
    """The pairs of key and value of an object, in the order of its keys."""
    if isinstance(value, list | str):
        return [[str(index), item] for index, item in enumerate(value)]
    keys = own_keys(value)
    fields = value if isinstance(value, dict) else fields_of(value)
    return [[key, fields[key]] for key in keys]


def has_own(value, key):
    """Whether an object, a list or a text has that key itself."""
    if value is None:
        raise TypeError("Cannot convert undefined or null to object")
    key = to_string(key)
    if isinstance(value, list | str):
        return key == "length" or is_index(key) and int(key) < len(value)
    if isinstance(value, int | float):
        return False
    return key in (value if isinstance(value, dict) else fields_of(value))


def assign(target, *sources):
    """Copy what the sources hold, None skipped, and return the target."""
    if target is None:
        raise TypeError("Cannot convert undefined or null to object")
    if isinstance(target, str | int | float):
        raise TypeError(f"Object.assign to {target!r}, which is no object")
    for source in sources:
        for key, item in own_entries(source) if source is not None else ():
            if isinstance(target, dict):
                target[key] = item
            else:
                setattr(target, key, item)
    return target


def from_entries(entries):
    """An object of pairs; its keys are text."""
    pairs = entries.items() if isinstance(entries, dict) else entries
    return {to_string(key): value for key, value in map(entry_of, pairs)}


def entry_of(entry):
    """Key and value of an entry: what is under 0 and 1 of an array, or of another object."""
    if isinstance(entry, list | tuple):
        return (*entry, None, None)[:2]
    if isinstance(entry, dict):
        return entry.get("0"), entry.get("1")
    raise TypeError(f"Iterator value {to_string(entry)} is not an entry object")


def group_by(items, function):
    """Lists of the items by the text of what `function(item, index)` gives for each."""
    function = with_arity(function, 2)
    groups = {}
    for index, item in enumerate(items):
        groups.setdefault(to_string(function(item, index)), []).append(item)
    return groups
