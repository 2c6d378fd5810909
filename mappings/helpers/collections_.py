"""JavaScript's Map and Set where a plain dict or set would tell keys apart otherwise."""

import math
from collections.abc import MutableMapping

from js2aio.mappings.helpers.arrays import with_arity


class ObjectMap(MutableMapping):
    """A Map with keys of any kind: objects by identity, True is not 1, NaN is NaN.

    It also stands for a Set: the keys are the members, and all values are None.
    """

    def __init__(self, entries=()):
        self._entries = {}
        for key, value in entries:
            self[key] = value

    @classmethod
    def fromkeys(cls, keys, value=None):
        return cls((key, value) for key in keys)

    @staticmethod
    def _identity(key):
        if key is None or isinstance(key, str):
            return key
        if isinstance(key, int | float):
            return isinstance(key, bool), "NaN" if math.isnan(key) else key
        return id(key)

    def __getitem__(self, key):
        try:
            return self._entries[self._identity(key)][1]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        identity = self._identity(key)
        known = self._entries.get(identity)
        self._entries[identity] = (known[0] if known else key, value)

    def __delitem__(self, key):
        del self._entries[self._identity(key)]

    def __contains__(self, key):
        return self._identity(key) in self._entries

    def __iter__(self):
        return (key for key, _ in self._entries.values())

    def __reversed__(self):
        return (key for key, _ in reversed(self._entries.values()))

    def __len__(self):
        return len(self._entries)

    def __or__(self, other):
        return ObjectMap([*self.items(), *other.items()])

    __eq__ = object.__eq__
    __hash__ = object.__hash__

    def __repr__(self):
        return f"ObjectMap({list(self.items())!r})"

    def add(self, member):
        self.setdefault(member)

    def discard(self, member):
        self.pop(member, None)

    def clear(self):
        self._entries.clear()

    def copy(self):
        return ObjectMap(self.items())


def set_item(mapping, key, value):
    """Set a key of a Map and return the Map."""
    mapping[key] = value
    return mapping


def add_item(members, item):
    """Add a member to a Set and return the Set."""
    if isinstance(members, set):
        members.add(item)
    else:
        members[item] = None
    return members


def delete_key(collection, key):
    """Remove a key of a Map or a member of a Set; tells whether it was there."""
    if key not in collection:
        return False
    if isinstance(collection, set):
        collection.remove(key)
    else:
        del collection[key]
    return True


def intersection(first, second):
    """The members of both Sets, in the order of the smaller one."""
    if len(first) > len(second):
        first, second = second, first
    return type(first).fromkeys(item for item in first if item in second)


def symmetric_difference(first, second):
    """The members of one Set only: those of the first, then those of the second."""
    only_first = [item for item in first if item not in second]
    only_second = [item for item in second if item not in first]
    return type(first).fromkeys([*only_first, *only_second])


def group_to_map(items, function):
    """A Map of lists of the items by what `function(item, index)` gives for each."""
    function = with_arity(function, 2)
    groups = ObjectMap()
    for index, item in enumerate(items):
        groups.setdefault(function(item, index), []).append(item)
    return groups


def live_keys(collection):
    """The keys of a dict or set that may change meanwhile: new ones come too, deleted ones not."""
    done = set()
    while rest := [key for key in collection if key not in done]:
        for key in rest:
            if key in collection:
                done.add(key)
                yield key
        done.intersection_update(collection)


def live_items(mapping):
    """The items of a dict that may change meanwhile: new ones come too, deleted ones not."""
    return ((key, mapping[key]) for key in live_keys(mapping))


class WeakRef:
    """A reference to a value that `deref` gives. It is kept: what may be let go need not be."""

    def __init__(self, value):
        self._value = value

    def deref(self):
        """The value."""
        return self._value


def map_from(entries=None):
    """A Map with the entries of another one, or of what is iterated over in pairs."""
    return entries.copy() if isinstance(entries, dict) else dict(entries or ())
