"""What Node shows of a value where the helpers show something else: said at the place."""

from __future__ import annotations

from collections.abc import Iterator

from ..analyse import types as t
from ..analyse.types import Type
from ..options import Naming
from ..parse import nodes as n
from .attributes import snake_case
from .conversions import host_names
from .function_names import FunctionNames
from .odd_kinds import is_weak

#: Classes of the host that helpers show as Node does.
_SHOWN_HOSTS = t.BYTES | t.TYPED_ARRAYS


#: What says itself how it is shown, by a symbol.
_ASKED = (t.ObjectAtom, t.InstanceAtom, t.FunctionAtom, t.ClassAtom)


class ShownChecks(FunctionNames):
    def check_shown(self, node: n.Node, types: Type) -> None:
        """Refuse, or warn of, what of a value would be shown otherwise than by Node."""
        self.check_stand_in(node, types, "what console.log shows")
        deep = self.deep_atoms(types)
        inner = self.held_atoms(types)
        hosts = [a for a in deep if isinstance(a, t.HostAtom)]
        alone = t.only(types, t.HostAtom) and len({a.name for a in hosts}) == 1
        unshown = [a for a in hosts if not alone or a.name not in _SHOWN_HOSTS]
        if unshown:
            raise self.refuse(node, f"what console.log shows of {host_names(unshown)}")
        if t.MATCH in inner and t.only(types, (t.MapAtom, t.SetAtom)):
            self.warn(node, "a match inside of a Map or Set is shown as one of Python")
        if t.BIGINT in inner or (t.BIGINT in types and types != t.T_BIGINT):
            self.warn(node, "a BigInt inside of what is printed is shown without its n")
        if self.shown_symbols(types, node) is not None:
            # Those helpers ask objects themselves, and know nothing of patterns.
            deep = {a for a in deep if not isinstance(a, _ASKED)}
            if t.MATCH in deep:
                self.warn(node, "a match beside symbols is shown as one of Python")
        for said in dict.fromkeys(map(self.shown_otherwise, deep)):
            if said is not None:
                self.warn(node, said)
        if any(isinstance(a, (t.MapAtom, t.SetAtom)) for a in inner) or (
            any(isinstance(a, (t.MapAtom, t.SetAtom)) for a in types)
            and not t.only(types, t.MapAtom)
            and not t.only(types, t.SetAtom)
        ):
            self.warn(
                node,
                "a Map or Set inside of what is printed is a dict in Python, and is "
                "shown as an object",
            )

    def deep_atoms(self, types: Type) -> set[t.Atom]:
        """The atoms of a type and of what its values hold."""
        return set(t.reached(types, set()))

    def held_atoms(self, types: Type) -> set[t.Atom]:
        """The atoms of what the values of a type hold."""
        held: set[t.Atom] = set()
        for atom in types:
            for below in _held(atom):
                held |= set(t.reached(below, held))
        return held

    def shown_otherwise(self, atom: t.Atom) -> str | None:
        """What Node shows of such a value, and the output does not."""
        inference = self.analysis.inference
        if isinstance(atom, t.InstanceAtom):
            if any(cls.node.held for cls in inference.ancestors(atom.cls)):
                return "what a class that extends Map or Set holds is not shown"
        elif isinstance(atom, t.ListInstanceAtom):
            if self.has_fields(atom):
                return "the fields of a class that extends Array are not shown"
        elif isinstance(atom, (t.FunctionAtom, t.ClassAtom)):
            return self.function_shown_otherwise(atom)
        elif isinstance(atom, t.BuiltinAtom):
            return "a built-in function is shown without its name"
        elif isinstance(atom, t.GeneratorAtom):
            if not isinstance(atom.site, n.Function):
                return "an iterator is shown as the one of Python"
        elif isinstance(atom, (t.MapAtom, t.SetAtom)):
            if is_weak(atom):
                return "what a WeakMap or WeakSet holds is shown, which Node does not"
        elif isinstance(atom, t.PromiseAtom):
            if self.may_be_through(atom.site):
                return (
                    "a promise that may be settled at once is shown as pending where it "
                    "is that of a coroutine, which starts later"
                )
        elif atom is t.REGEXP:
            return "a RegExp inside of what is printed is shown as a pattern of Python"
        elif isinstance(atom, t.ObjectAtom):
            if self.representation.is_instance(atom):
                return (
                    "an object with methods that use `this` is shown as an instance, "
                    "without its methods"
                )
            if self.has_no_prototype(atom):
                return "an object without a prototype is shown as any other one"
        return None

    def function_shown_otherwise(
        self, atom: t.FunctionAtom | t.ClassAtom
    ) -> str | None:
        """What a function or class shows besides its name, or another name."""
        if any(
            cell.types and not name.startswith(("prototype", "#"))
            for name, cell in self.statics(atom).items()
        ):
            return "the properties of a function are not shown"
        if not self.is_shown_by_name(atom.node):
            return "a function is shown with the name that it has in Python"
        return None

    def is_shown_by_name(self, node: n.Function | n.Class) -> bool:
        """Whether a function has the same name in Python, or none in both."""
        if isinstance(node, n.Class):
            return True
        parent = self.scopes.parents.get(node)
        accessor = getattr(parent, "kind", "") in ("get", "set")
        if accessor or getattr(parent, "computed", False):
            return False
        if not node.generator and self.flow.is_coroutine(node) != node.is_async:
            return False
        name = self.function_name(node)
        if isinstance(parent, n.VariableDeclarator):
            named = isinstance(parent.id, n.Identifier) and parent.id.name == name
        elif isinstance(node, n.ArrowFunctionExpression):
            # A lambda has no name.
            return (
                not name and not node.is_async and isinstance(node.body, n.Expression)
            )
        else:
            named = bool(name)
        kept = self.options.naming is Naming.KEEP or snake_case(name) == name
        return named and kept

    def may_be_through(self, site: n.Node) -> bool:
        """Whether an async function may be done before it has waited for anything, or a
        function gives a promise that is settled."""
        if isinstance(site, n.Function):
            waits = self.scopes.facts[site].awaits
            return site.is_async and not site.generator and not waits
        function = self.scopes.enclosing_function(site)
        return (
            isinstance(site, n.CallExpression)
            and isinstance(function, n.Function)
            and not function.is_async
            and self.flow.is_coroutine(function)
        )


def _held(atom: t.Atom) -> Iterator[Type]:
    """The types of what a value holds, by the place that holds it."""
    if isinstance(atom, (t.ArrayAtom, t.SetAtom)):
        yield atom.elem.types
    elif isinstance(atom, t.MapAtom):
        yield atom.key.types
        yield atom.value.types
    elif isinstance(atom, t.PromiseAtom):
        yield atom.value.types
    elif isinstance(atom, (t.ObjectAtom, t.InstanceAtom)):
        for name, cell in (*atom.props.items(), ("", atom.dynamic)):
            if not name.startswith("#"):
                yield cell.types
