"""A type as text, in the language of type expressions (``rules/type_expr.py``).

The text is for people: it is the same for the same program, it has an end for recursive
types, and wide shapes are cut short (``object``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable

from ..parse import nodes as n
from . import types as t
from .types import Atom, Type

_DEPTH = 5
_MAX_FIELDS = 16
_MAX_SHAPES = 3
_MAX_LENGTH = 300
_WORD = re.compile(r"[^\W\d][\w$]*\Z")
#: what stands last in a union
_LAST = ("null", "undefined")


def show_type(types: Type) -> str:
    """The text of a type; ``never`` where no value was seen."""
    text = _Shower(_DEPTH).text(types)
    depth = _DEPTH
    while len(text) > _MAX_LENGTH and depth > 1:
        depth -= 1
        text = _Shower(depth).text(types)
    return text


class _Shower:
    def __init__(self, depth: int) -> None:
        self.depth = depth
        #: what is being shown: seen again inside itself, it is cut short
        self.open: set[Atom] = set()
        self.function_texts = {"(value?: any) => undefined"}
        self.kinds: list[tuple[type[Atom], Callable[[list[Atom]], Iterable[str]]]] = [
            (t.ArrayAtom, self.arrays),
            (t.ObjectAtom, self.objects),
            (t.MapAtom, self.maps),
            (t.SetAtom, self.sets),
            (t.PromiseAtom, self.promises),
            (t.GeneratorAtom, self.iterators),
            (t.FunctionAtom, self.functions),
            (t.SettledAtom, self.settled),
        ]

    def text(self, types: Type) -> str:
        options = self.options(types)
        if len(options) == 1:
            return options[0]
        return " | ".join(map(self.closed, options)) if options else "never"

    def closed(self, text: str) -> str:
        """The text in parentheses where a function type would take in what follows."""
        return f"({text})" if text in self.function_texts else text

    def options(self, types: Type) -> list[str]:
        if t.ANY in types:
            return ["any"]
        found: set[str] = set()
        widest = t.widest_number(types)
        if widest is not None:
            found.add(widest.name)
        for kind, show in self.kinds:
            atoms = sorted((a for a in types if isinstance(a, kind)), key=_place)
            if atoms:
                found.update(self.inside(atoms, show, kind))
        for atom in types - t.NUMBERS:
            name = _name(atom)
            if name is not None:
                found.add(name)
        return sorted(found, key=lambda text: (text in _LAST, text))

    def inside(
        self,
        atoms: list[Atom],
        show: Callable[[list[Atom]], Iterable[str]],
        kind: type[Atom],
    ) -> Iterable[str]:
        if self.depth == 0 or not self.open.isdisjoint(atoms):
            return [_SHORT[kind]]
        self.depth -= 1
        self.open.update(atoms)
        texts = list(show(atoms))
        self.open.difference_update(atoms)
        self.depth += 1
        return texts

    def held(self, types: Iterable[Type]) -> str:
        return self.text(t.join(types))

    def arrays(self, atoms: list[Atom]) -> Iterable[str]:
        arrays = [a for a in atoms if isinstance(a, t.ArrayAtom)]
        lengths = {-1 if a.items is None else len(a.items) for a in arrays}
        if len(lengths) == 1 and (length := lengths.pop()) > 1:
            items = [
                self.held(
                    a.items[position].types for a in arrays if a.items is not None
                )
                for position in range(length)
            ]
            if len(set(items)) > 1:
                return [f"[{', '.join(items)}]"]
        options = self.options(t.join(a.elem.types for a in arrays))
        if len(options) > 1:
            return [f"({' | '.join(map(self.closed, options))})[]"]
        return [f"{self.closed(options[0])}[]" if options else "never[]"]

    def objects(self, atoms: list[Atom]) -> Iterable[str]:
        objects = [a for a in atoms if isinstance(a, t.ObjectAtom)]
        shapes = {self.shape([a]) for a in objects}
        return [self.shape(objects)] if len(shapes) > _MAX_SHAPES else shapes

    def shape(self, objects: list[t.ObjectAtom]) -> str:
        """One text for some objects: their keys, or what is under all of them."""
        if any(o.dynamic.types for o in objects):
            cells = [c for o in objects for c in (o.dynamic, *o.props.values())]
            return f"Record<string, {self.held(c.types for c in cells)}>"
        fields: list[str] = []
        for name in dict.fromkeys(name for o in objects for name in o.props):
            types = t.join(o.props[name].types for o in objects if name in o.props)
            always = all(name in o.present for o in objects)
            if not types and not always:
                continue  # only read
            if not always:
                types -= t.T_UNDEFINED
            key = name if _WORD.match(name) else json.dumps(name)
            fields.append(f"{key}{'' if always else '?'}: {self.text(types)}")
        return f"{{{', '.join(fields)}}}" if len(fields) <= _MAX_FIELDS else "object"

    def maps(self, atoms: list[Atom]) -> Iterable[str]:
        maps = [a for a in atoms if isinstance(a, t.MapAtom)]
        key = self.held(m.key.types for m in maps)
        return [f"Map<{key}, {self.held(m.value.types for m in maps)}>"]

    def sets(self, atoms: list[Atom]) -> Iterable[str]:
        return [
            f"Set<{self.held(a.elem.types for a in atoms if isinstance(a, t.SetAtom))}>"
        ]

    def promises(self, atoms: list[Atom]) -> Iterable[str]:
        values = (a.value.types for a in atoms if isinstance(a, t.PromiseAtom))
        return [f"Promise<{self.held(values)}>"]

    def iterators(self, atoms: list[Atom]) -> Iterable[str]:
        for is_async, name in ((False, "Iterator"), (True, "AsyncIterator")):
            made = [
                a
                for a in atoms
                if isinstance(a, t.GeneratorAtom) and a.is_async == is_async
            ]
            if made:
                yield f"{name}<{self.held(a.elem.types for a in made)}>"

    def settled(self, atoms: list[Atom]) -> Iterable[str]:
        values = (a.value.types for a in atoms if isinstance(a, t.SettledAtom))
        return [f"{{status: string, value?: {self.held(values)}, reason?: any}}"]

    def functions(self, atoms: list[Atom]) -> Iterable[str]:
        shown = {self.function(a) for a in atoms if isinstance(a, t.FunctionAtom)}
        return shown if len(shown) <= _MAX_SHAPES else ["Function"]

    def function(self, atom: t.FunctionAtom) -> str:
        params: list[str] = []
        cells = iter(atom.params)
        for position, param in enumerate(atom.node.params):
            name = _param_name(param, position)
            if isinstance(param, n.RestElement):
                rest = frozenset({atom.rest}) if atom.rest is not None else t.NEVER
                params.append(f"...{name}: {self.text(rest)}")
                continue
            types = next(cells).types
            optional = isinstance(param, n.AssignmentPattern) or t.UNDEFINED in types
            if optional and types != t.T_UNDEFINED:
                types -= t.T_UNDEFINED
            params.append(f"{name}{'?' if optional else ''}: {self.text(types)}")
        result = self.text(atom.result.types)
        if atom.node.generator:
            name = "AsyncIterator" if atom.node.is_async else "Iterator"
            result = f"{name}<{self.text(atom.yields.types)}>"
        elif atom.node.is_async:
            result = f"Promise<{result}>"
        text = f"({', '.join(params)}) => {result}"
        self.function_texts.add(text)
        return text


def _param_name(param: n.Node, position: int) -> str:
    while isinstance(param, (n.AssignmentPattern, n.RestElement)):
        param = param.left if isinstance(param, n.AssignmentPattern) else param.argument
    return param.name if isinstance(param, n.Identifier) else f"arg{position + 1}"


def _place(atom: Atom) -> tuple[int, int]:
    site = getattr(atom, "site", None) or getattr(atom, "node", None)
    return (site.start, site.end) if isinstance(site, n.Node) else (-1, -1)


def _name(atom: Atom) -> str | None:
    """The text of an atom that holds nothing."""
    if isinstance(atom, (t.Prim, t.ErrorAtom, t.HostAtom)):
        return atom.name
    if isinstance(atom, t.InstanceAtom):
        return atom.name or "object"
    if isinstance(atom, t.ClassAtom):
        return f"Class<{atom.node.id.name if atom.node.id else 'object'}>"
    if isinstance(atom, (t.BuiltinAtom, t.ModuleAtom)):
        kind = "Builtin" if isinstance(atom, t.BuiltinAtom) else "Module"
        return f"{kind}<{json.dumps(atom.name)}>"
    if isinstance(atom, t.ResolverAtom):
        return "(value?: any) => undefined"
    return None


_SHORT: dict[type[Atom], str] = {
    t.ArrayAtom: "any[]",
    t.ObjectAtom: "object",
    t.MapAtom: "Map<any, any>",
    t.SetAtom: "Set<any>",
    t.PromiseAtom: "Promise<any>",
    t.GeneratorAtom: "Iterator<any>",
    t.FunctionAtom: "Function",
    t.SettledAtom: "object",
}
