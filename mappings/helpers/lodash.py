"""What lodash does with lists, objects and texts."""

import re
import unicodedata

from helpers.text import to_string


def chunk(items, size):
    """Lists of so many items each; the last one may be shorter."""
    return [items[start : start + size] for start in range(0, len(items), size)]


def key_by(items, key):
    """The items by their keys; of several with one key the last."""
    return {to_string(key(item)): item for item in items}


def count_by(items, key):
    """How many items there are for each key."""
    counts = {}
    for item in items:
        name = to_string(key(item))
        counts[name] = counts.get(name, 0) + 1
    return counts


def group_items(items, key):
    """Lists of the items by their keys."""
    groups = {}
    for item in items:
        groups.setdefault(to_string(key(item)), []).append(item)
    return groups


def unique_by(items, key):
    """The first item of each key."""
    found = {}
    for item in items:
        found.setdefault(key(item), item)
    return list(found.values())


def partition(items, test):
    """The items that pass a test, and those that do not."""
    passed, failed = [], []
    for item in items:
        (passed if test(item) else failed).append(item)
    return [passed, failed]


def get_path(value, path, default=None):
    """What is at the end of a path, "a.b[0].c"; the default where the way ends before."""
    for part in re.findall(r"[^.\[\]]+", path):
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and part.isdigit() and int(part) < len(value):
            value = value[int(part)]
        else:
            return default
    return default if value is None else value


def words_of(text):
    """The words of a text in any case: "fooBar", "foo-bar" and "Foo bar" have two."""
    plain = "".join(
        char
        for char in unicodedata.normalize("NFD", text)
        if not unicodedata.combining(char)
    )
    plain = re.sub("['\u2019]", "", plain)
    return re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+", plain)


def camel_case(text):
    """A text as fooBar."""
    first, *others = words_of(text) or [""]
    return first.lower() + "".join(word.capitalize() for word in others)


def flatten_deep(items):
    """The items of lists within lists, in one list."""
    flat = []
    for item in items:
        flat += flatten_deep(item) if isinstance(item, list) else [item]
    return flat


def order_by(items, keys, orders):
    """Sorted by several properties, each "asc" or "desc"; equal ones stay in order."""
    found = list(items)
    for position in reversed(range(len(keys))):
        key, down = keys[position], orders[position : position + 1] == ["desc"]
        found.sort(key=lambda item: item[key], reverse=down)
    return found
