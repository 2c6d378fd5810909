"""Symbols, and what Node shows of them and of objects that have them as keys."""

from functools import cache
from types import SimpleNamespace

from js2aio.mappings.helpers.inspect_ import Inspector
from js2aio.mappings.helpers.operators import typeof
from js2aio.mappings.helpers.text import fields_of, property_order


class Symbol:
    """A value that equals only itself; what describes it is for people."""

    def __init__(self, description=None):
        self.description = description

    def __repr__(self):
        return f"Symbol({self.description or ''})"

    def __str__(self):
        raise TypeError("Cannot convert a Symbol value to a string")


@cache
def symbol_for(key):
    """The symbol that the whole program shares under this key."""
    return Symbol(key)


def symbol_key(symbol):
    """The key under which the program shares a symbol; None if it does not."""
    key = symbol.description
    return key if key is not None and symbol_for(key) is symbol else None


def typeof_or_symbol(value, none="undefined"):
    """The word that typeof gives of what may be a symbol."""
    return "symbol" if isinstance(value, Symbol) else typeof(value, none)


def tag_of(value):
    """The tag of an object that its class gives, unless it is the name of the class."""
    if not isinstance(getattr(type(value), "to_string_tag", None), property):
        return ""
    return value.to_string_tag if value.to_string_tag != type(value).__name__ else ""


class SymbolInspector(Inspector):
    """Writes symbols, and objects with symbols among their keys, as util.inspect does.

    `names` are the attributes that stand for symbols, with what is shown of those.
    """

    def __init__(self, none="undefined", depth=2, names=None):
        super().__init__(none, depth)
        self.names = names or {}

    def show_object(self, value, level, kind=None):
        """Anything that is no primitive value but a symbol."""
        if isinstance(value, Symbol):
            return repr(value)
        if isinstance(value, type) or kind is not None:
            return super().show_object(value, level, kind)
        if hasattr(value, "inspect_custom"):
            shown = value.inspect_custom()
            if not isinstance(shown, str):
                return self.show(shown, level)
            return shown.replace("\n", "\n" + " " * self.indent)
        name, tag = self.name_of(value), tag_of(value)
        entries = self.entries_of(value)
        if not tag and not any(key.startswith("[Symbol(") for key, _ in entries):
            return super().show_object(value, level, kind)
        start = "{" if isinstance(value, dict) else f"{name} {{"
        if not entries:
            return start + "}"
        if level > self.depth:
            return f"[{name}]"
        level += 1
        self.open_values.append(value)
        self.deepest = level
        self.indent += 2
        shown = [f"{key}: {self.show(item, level)}" for key, item in entries]
        self.indent -= 2
        self.open_values.pop()
        number = self.circular.get(id(value))
        mark = f"<ref *{number}>" if number else ""
        return self.lay_out(shown, mark, start, "}", level)

    def name_of(self, value):
        """The class of an object, and its tag in brackets where that is another word."""
        name = "Object" if isinstance(value, dict) else type(value).__name__
        tag = tag_of(value)
        return f"{name} [{tag}]" if tag else name

    def entries_of(self, value):
        """Keys as they are shown, and what is under them; symbols come last."""
        names = {} if isinstance(value, dict) else self.names
        held = value if isinstance(value, dict) else fields_of(value)
        if not all(isinstance(key, str | Symbol) for key in held):
            return []  # a Map
        symbols = {key: repr(key) for key in held if isinstance(key, Symbol)} | {
            key: names[key] for key in held if key in names
        }
        texts = property_order(key for key in held if key not in symbols)
        return [(self.key(key), held[key]) for key in texts] + [
            (f"[{shown}]", held[key]) for key, shown in symbols.items()
        ]


def inspect_symbols(value, none="undefined", kind=None, names=None):
    """The value as util.inspect shows it; it may be a symbol, or hold some."""
    return SymbolInspector(none, names=names).show(value, kind=kind)


def show_symbols(value, none="undefined", names=None):
    """The value as console.log shows it: text as it is, anything else as by inspect_symbols."""
    return (
        value if isinstance(value, str) else inspect_symbols(value, none, None, names)
    )


def without_symbols(value, names=()):
    """An object without the symbols among its keys; `names` are attributes that stand for some."""
    if isinstance(value, dict):
        return {key: value[key] for key in value if not isinstance(key, Symbol)}
    fields = fields_of(value)
    if fields.keys().isdisjoint(names):
        return value
    return SimpleNamespace(**{key: fields[key] for key in fields if key not in names})


def without_symbols_inside(value, names=()):
    """What JSON.stringify writes of arrays and objects: a copy without the symbols."""
    if isinstance(value, list):
        return [without_symbols_inside(item, names) for item in value]
    if isinstance(value, Symbol):
        return None
    fields = value if isinstance(value, dict) else fields_of(value)
    if not fields or hasattr(value, "to_json") or hasattr(value, "toJSON"):
        return value
    return {
        key: without_symbols_inside(item, names)
        for key, item in fields.items()
        if not isinstance(key, Symbol) and not isinstance(item, Symbol)
        if key not in names or isinstance(value, dict)
    }


def symbols_of(value):
    """Object.getOwnPropertySymbols: the symbols among the keys of an object."""
    if value is None:
        raise TypeError("Cannot convert undefined or null to object")
    keys = value if isinstance(value, dict) else ()
    return [key for key in keys if isinstance(key, Symbol)]


def copy_into(target, *sources):
    """Copy what other objects hold, symbols among the keys too, and return the target."""
    for source in sources:
        target.update(source or {})
    return target
