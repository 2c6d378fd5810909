"""``Object.prototype.toString.call(x)``: the text that says of what kind a value is."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.symbols import TAG
from ..parse import nodes as n
from ..pytree import build as b
from .rule_building import RuleBuilding

_PRIMITIVES: dict[t.Atom, str] = {
    t.UNDEFINED: "Undefined", t.NULL: "Null", t.BOOLEAN: "Boolean", t.STRING: "String",
    t.BIGINT: "BigInt", t.SYMBOL: "Symbol", t.REGEXP: "RegExp", t.DATE: "Date",
    t.MATCH: "Array", **dict.fromkeys(t.NUMBERS, "Number"),
}  # fmt: skip
_KINDS: dict[type[t.Atom], str] = {
    t.ErrorAtom: "Error", t.ClassAtom: "Function", t.ResolverAtom: "Function",
    t.PromiseAtom: "Promise", t.SettledAtom: "Object",
}  # fmt: skip
#: What the helper tells apart when the program runs.
_TOLD = frozenset(
    {"Undefined", "Null", "Boolean", "String", "Number", "Array", "Function", "Error",
     "RegExp", "Date", "Promise", "Object"}
)  # fmt: skip


class TypeTags(RuleBuilding):
    def type_tag(self, node: n.Node) -> ast.expr:
        """``[object Array]`` and the like (ECMA-262 20.1.3.6), known by type or asked."""
        types = self.type_of(node)
        tags = {self.tag_of(atom, node) for atom in types}
        if len(tags) == 1 and None not in tags:
            (tag,) = tags
            if not self.effects.pure(node):
                self.emit(b.expr(self.expr(node)))
            return b.const(f"[object {tag}]")
        unknown = t.ANY in types or not types
        if not tags - {None} <= _TOLD:
            raise self.refuse(
                node, f"the tag of what may be a {min(x for x in tags - _TOLD if x)}"
            )
        if unknown and any(
            isinstance(a, (t.MapAtom, t.SetAtom))
            for a in self.analysis.inference.sites.values()
        ):
            self.warn(
                node,
                "the tag of a Map or Set is that of an object here: both are dicts",
            )
        if unknown and self.makes_symbols:
            self.warn(node, "the tag of a symbol is that of an object here")
        none: dict[str, ast.expr] = {}
        if t.NULL in types:
            none = {"none": b.const("Null")}
            if t.UNDEFINED in types:
                self.warn(
                    node, "null and undefined are both None: the tag is Null here"
                )
        return self.helper("object_tag", self.expr(node), **none)

    def tag_of(self, atom: t.Atom, node: n.Node) -> str | None:
        """The tag of one kind of value; None where it is asked when the program runs."""
        known = _PRIMITIVES.get(atom) or _KINDS.get(type(atom))
        if known is not None:
            return known
        inference = self.analysis.inference
        if isinstance(atom, t.ArrayAtom):
            return "Arguments" if isinstance(atom.site, n.Function) else "Array"
        if isinstance(atom, (t.MapAtom, t.SetAtom)):
            made = getattr(atom.site, "callee", None)
            weak = getattr(made, "name", "").startswith("Weak")
            kind = "Map" if isinstance(atom, t.MapAtom) else "Set"
            return f"Weak{kind}" if weak else kind
        if isinstance(atom, t.ObjectAtom):
            return None if TAG in self.symbol_fields(atom) else "Object"
        if isinstance(atom, t.InstanceAtom):
            if inference.error_bases(atom):
                return "Error"
            above = inference.ancestors(atom.cls)
            if all(isinstance(x, t.ClassAtom) for c in above for x in c.bases.types):
                tagged = inference.find_member(atom.cls, TAG) is not None
                return None if tagged or TAG in self.symbol_fields(atom) else "Object"
        if isinstance(atom, t.FunctionAtom):
            before = "Async" if atom.node.is_async else ""
            return f"{before}{'Generator' if atom.node.generator else ''}Function"
        if isinstance(atom, t.BuiltinAtom):
            return atom.name if atom.name in ("Math", "JSON", "Reflect") else "Function"
        if isinstance(atom, t.GeneratorAtom) and isinstance(atom.site, n.Function):
            return "AsyncGenerator" if atom.is_async else "Generator"
        if isinstance(atom, t.HostAtom) and atom.name in t.TYPED_ARRAYS | t.BYTES:
            name = atom.name.rpartition(".")[2]
            return "Uint8Array" if name == "Buffer" else name
        if atom is t.ANY:
            return None
        raise self.refuse(node, "the tag of this kind of value")
