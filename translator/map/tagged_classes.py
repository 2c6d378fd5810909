"""What an object says itself of how it is shown: ``Symbol.toStringTag``, and what Node asks."""

from __future__ import annotations

from ..analyse import types as t
from ..analyse.symbols import INSPECT, TAG
from ..parse import nodes as n
from ..pytree import build as b
from .class_fields import ClassFields

_Member = n.MethodDefinition | n.PropertyDefinition | n.Property


class TaggedClasses(ClassFields):
    def check_shown_member(self, member: _Member, name: str | None) -> None:
        """Refuse a tag that is no text, and a way to be shown that looks at its options."""
        static = not isinstance(member, n.Property) and member.static
        function = member.value if isinstance(member.value, n.Function) else None
        if name == TAG:
            if static or getattr(member, "kind", "init") not in ("get", "init"):
                raise self.refuse(member, "Symbol.toStringTag of this form")
            given = self.type_of(member.value) if member.value else t.T_UNDEFINED
            if function is not None:
                is_getter = getattr(member, "kind", "init") == "get"
                given = self.result_types(function) if is_getter else t.T_ANY
            if given != t.T_STRING:
                raise self.refuse(member, "a Symbol.toStringTag that is no text")
        elif name == INSPECT:
            if static or function is None or function.is_async or function.generator:
                raise self.refuse(member, "util.inspect.custom of this form")
            if not all(isinstance(p, n.Identifier) for p in function.params):
                raise self.refuse(member, "util.inspect.custom of this form")
            if self.scopes.facts[function].uses_arguments or any(
                binding.references
                for binding in self.scopes.bindings
                if binding.kind == "param" and binding.function is function
            ):
                raise self.refuse(
                    member,
                    "a method of util.inspect.custom that looks at what it is given",
                )

    def text_by_tag(self, node: n.Class | n.ObjectExpression) -> None:
        """``__str__`` of what has a ``Symbol.toStringTag`` and no ``toString`` of its own
        (ECMA-262 20.1.3.6)."""
        members = node.body.body if isinstance(node, n.Class) else node.properties
        find = self.analysis.inference.property_name
        names = {
            find(m.key, m.computed)
            for m in members
            if isinstance(m, (n.MethodDefinition, n.PropertyDefinition, n.Property))
        }
        if TAG not in names or {"toString", "@@toPrimitive"} & names:
            return
        atom = self.analysis.classes.get(node)
        if atom is not None:
            above = self.analysis.inference.ancestors(atom)
            if not all(
                isinstance(x, t.ClassAtom) for c in above for x in c.bases.types
            ):
                raise self.refuse(
                    node, "Symbol.toStringTag in a class that extends one of the host"
                )
            if self.analysis.inference.find_member(atom, "toString") is not None:
                return
        tag = b.attr(b.name("self"), self.attribute(TAG))
        text = b.fstring(["[object ", tag, "]"])
        self.emit(b.function("__str__", ["self"], [b.ret(text)]))
