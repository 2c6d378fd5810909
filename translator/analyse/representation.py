"""How values of the program will be held: which objects are data, which are instances,
which sets keep their order. Decided for whole families of sites that flow together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cached_property

from ..parse import nodes as n
from . import types as t
from .inference import Inference
from .scopes import Scopes
from .settled import Settled
from .symbols import is_own_symbol, is_symbol
from .types import Atom
from .written_buffers import WrittenBuffers

_MAKING_SETS = frozenset({"union", "intersection", "difference", "symmetricDifference"})
_SET_METHODS = _MAKING_SETS | {"isSubsetOf", "isSupersetOf", "isDisjointFrom"}
_PRINTS = frozenset({"console", "util"})
_SHOW = _PRINTS | {"JSON", "Object", "Reflect"}
_BY_VALUE = (t.ArrayAtom, t.ObjectAtom, t.MapAtom, t.SetAtom, t.SettledAtom)


def set_method(callee: n.Node) -> str | None:
    """The name of a method that only Sets have."""
    if (
        isinstance(callee, n.MemberExpression)
        and not callee.computed
        and isinstance(callee.property, n.Identifier)
        and callee.property.name in _SET_METHODS
    ):
        return callee.property.name
    return None


def hard_keys(types: t.Type) -> bool:
    """Keys that are compared by value in Python, are not hashable, or NaN; 1 beside true."""
    if any(
        isinstance(a, _BY_VALUE)
        or (isinstance(a, t.HostAtom) and a.name in t.BYTES | t.TYPED_ARRAYS)
        for a in types
    ):
        return True
    if types & {t.NAN, t.REGEXP, t.DATE}:
        return True
    return t.BOOLEAN in types and bool(types & (t.NUMBERS | t.T_BIGINT))


def unknown_keys(types: t.Type) -> bool:
    return t.ANY in types


class Representation:
    def __init__(self, scopes: Scopes, inference: Inference) -> None:
        self.scopes = scopes
        self.inference = inference
        self._parent: dict[Atom, Atom] = {}
        self._instances: set[Atom] = set()
        self._ordered: set[Atom] = set()
        self._settled_objects: bool | None = None
        self.buffers = WrittenBuffers(scopes, inference)
        self.unite_all()

    # -- families of sites -------------------------------------------------------------

    def root(self, atom: Atom) -> Atom:
        parent = self._parent
        while (above := parent.get(atom, atom)) is not atom:
            parent[atom] = parent.get(above, above)
            atom = above
        return atom

    def unite(self, atoms: Iterable[Atom]) -> None:
        first: Atom | None = None
        for atom in atoms:
            root = self.root(atom)
            if first is None:
                first = root
            elif root is not first:
                self._parent[root] = first

    def unite_all(self) -> None:
        objects: set[t.ObjectAtom] = set()
        for types in set(self.inference.types.values()):
            if len(types) == 1:
                (only,) = types
                if isinstance(only, t.ObjectAtom):
                    objects.add(only)
                continue
            several = [a for a in types if isinstance(a, t.ObjectAtom)]
            objects.update(several)
            if len(several) > 1:
                self.unite(several)
            for kind in (t.SetAtom, t.MapAtom):
                collections = [a for a in types if isinstance(a, kind)]
                if len(collections) > 1:
                    self.unite(collections)
        self.unite_derived()
        for atom in objects:
            if self.uses_this(atom):
                self._instances.add(self.root(atom))
        self._instances = {self.root(a) for a in self._instances}
        self.find_ordered()

    def unite_derived(self) -> None:
        """Sets that come out of sets, and copies of Maps, are held as what they came from."""
        types = self.inference.types
        for node in list(types):
            if not isinstance(node, (n.CallExpression, n.NewExpression)):
                continue
            callee, parts = node.callee, [node, *node.arguments]
            kind: type[Atom] = t.MapAtom
            if isinstance(node, n.CallExpression):
                if set_method(callee) not in _MAKING_SETS:
                    continue
                kind = t.SetAtom
                assert isinstance(callee, n.MemberExpression)
                parts.append(callee.object)
            elif not (isinstance(callee, n.Identifier) and callee.name == "Map"):
                continue
            self.unite(
                a for p in parts for a in types.get(p, t.NEVER) if isinstance(a, kind)
            )

    def uses_this(self, atom: t.ObjectAtom) -> bool:
        """Whether an object literal has accessors, or methods that look at ``this``."""
        if atom.accessors:
            return True
        site = atom.site
        if not isinstance(site, n.ObjectExpression):
            return False
        for item in site.properties:
            if isinstance(item, n.Property) and isinstance(
                item.value, n.FunctionExpression
            ):
                if self.scopes.facts[item.value].uses_this:
                    return True
            if isinstance(item, n.Property) and item.computed:
                name = self.inference.property_name(item.key, True)
                if name is not None and is_symbol(name) and not is_own_symbol(name):
                    return True
        return False

    def is_instance(self, atom: Atom) -> bool:
        """Whether an object is held as an instance with attributes, not as a dict."""
        return self.root(atom) in self._instances

    # -- sets ----------------------------------------------------------------------------

    def find_ordered(self) -> None:
        """A Set whose order can be seen: it is iterated, spread, printed or given away."""
        parents = self.scopes.parents
        for node, types in self.inference.types.items():
            sets = [a for a in types if isinstance(a, t.SetAtom)]
            if not sets:
                continue
            if not self.order_is_safe(node, parents.get(node)):
                self._ordered.update(self.root(a) for a in sets)
        self._ordered = {self.root(a) for a in self._ordered}

    def order_is_safe(self, node: n.Node, parent: n.Node | None) -> bool:
        """Whether the place where a set stands cannot see its order."""
        if isinstance(node, n.ArrayPattern):
            return False
        if isinstance(parent, n.MemberExpression) and parent.object is node:
            name = self.inference.property_name(parent.property, parent.computed)
            if name == "size":
                return True
            if name in ("has", "add", "delete", "clear"):
                above = self.scopes.parents.get(parent)
                return isinstance(above, n.CallExpression) and above.callee is parent
            return name in _SET_METHODS
        if isinstance(
            parent,
            (n.VariableDeclarator, n.ExpressionStatement, n.AssignmentExpression),
        ):
            return True
        if isinstance(parent, n.PropertyDefinition):
            return True
        if isinstance(parent, (n.Function,)):
            return node in parent.params
        if isinstance(parent, n.CallExpression) and node in parent.arguments:
            if set_method(parent.callee) is not None:
                assert isinstance(parent.callee, n.MemberExpression)
                owner = self.inference.types.get(parent.callee.object, t.NEVER)
                return t.only(owner - t.NULLISH, t.SetAtom)
            return (
                parent in self.inference.targets
                and parent not in self.inference.unknown_calls
            )
        return isinstance(parent, (n.ReturnStatement, n.AssignmentPattern))

    def is_ordered(self, atom: Atom) -> bool:
        return self.root(atom) in self._ordered

    # -- keys of Maps, members of Sets ------------------------------------------------------

    def has_object_keys(self, atom: Atom) -> bool:
        """Whether keys are such that a dict cannot hold them or tell them apart."""
        return self.root(atom) in self._with_keys(hard_keys, "_object_keys")

    def has_unknown_keys(self, atom: Atom) -> bool:
        """Whether nothing is known of some of the keys."""
        return self.root(atom) in self._with_keys(unknown_keys, "_unknown_keys")

    def keys_of(self, atom: Atom) -> t.Type:
        """The keys of a Map, or members of a Set, and of all that are held as it is."""
        return self._families.get(self.root(atom), t.NEVER)

    @cached_property
    def _families(self) -> dict[Atom, t.Type]:
        families: dict[Atom, t.Type] = {}
        for atom in self.inference.sites.values():
            if isinstance(atom, (t.MapAtom, t.SetAtom)):
                keys = atom.key if isinstance(atom, t.MapAtom) else atom.elem
                root = self.root(atom)
                families[root] = families.get(root, t.NEVER) | keys.types
        return families

    def _with_keys(self, check: Callable[[t.Type], bool], name: str) -> set[Atom]:
        found: set[Atom] | None = self.__dict__.get(name)
        if found is None:
            families = self._families
            found = {root for root, keys in families.items() if check(self.held(keys))}
            self.__dict__[name] = found
        return found

    def held(self, keys: t.Type) -> t.Type:
        """Key types without objects that are held as instances: those are told apart."""
        return frozenset(
            a for a in keys if not (isinstance(a, t.ObjectAtom) and self.is_instance(a))
        )

    # -- allSettled ------------------------------------------------------------------------

    @property
    def settled_objects(self) -> bool:
        """Whether status objects are passed on, so that they have to be made."""
        if self._settled_objects is None:
            settled = Settled(self.scopes, self.inference, self.shows)
            self._settled_objects = settled.need_objects()
        return self._settled_objects

    def hold_settled_objects(self) -> None:
        """Status objects are made wherever allSettled stands."""
        self._settled_objects = True

    # -- names that can be seen ------------------------------------------------------------

    def visible_names(self) -> set[str]:
        """Property names of instances that the program prints, lists or serialises."""
        names: set[str] = set()
        seen: set[Atom] = set()
        for node in self.inference.types:
            if isinstance(node, n.CallExpression) and self.shows(node):
                for argument in node.arguments:
                    self.collect(
                        self.inference.types.get(argument, t.NEVER), names, seen
                    )
            elif isinstance(node, n.SpreadElement):
                self.collect(self.inference.types[node], names, seen)
        return names

    @cached_property
    def printed(self) -> set[Atom]:
        """What the program shows with ``console`` or ``util``, and what is in it."""
        seen: set[Atom] = set()
        for node in self.inference.types:
            if isinstance(node, n.CallExpression) and self.shows(node, _PRINTS):
                for argument in node.arguments:
                    types = self.inference.types.get(argument, t.NEVER)
                    self.collect(types, set(), seen)
        return seen

    @cached_property
    def listed(self) -> set[Atom]:
        """Values of which the program sees what properties they have, and in what order:
        they are printed, serialised, copied or gone through by key."""
        found: set[Atom] = set()
        deep: set[Atom] = set()
        for node, types in self.inference.types.items():
            parent = self.scopes.parents.get(node)
            if isinstance(parent, n.CallExpression) and parent.callee is not node:
                if self.shows(parent, _PRINTS | {"JSON"}):
                    found.update(t.reached(types, deep))
                elif self.shows(parent):
                    found.update(types)
            elif isinstance(parent, n.SpreadElement):
                if isinstance(self.scopes.parents.get(parent), n.ObjectExpression):
                    found.update(types)
            elif isinstance(parent, n.ForInStatement) and parent.right is node:
                found.update(types)
        return found

    def shows(self, node: n.CallExpression, names: Collection[str] = _SHOW) -> bool:
        callee = node.callee
        if not (
            isinstance(callee, n.MemberExpression)
            and isinstance(callee.object, n.Identifier)
            and callee.object not in self.scopes.binding_of
        ):
            return False
        return callee.object.name in names

    def collect(self, types: t.Type, names: set[str], seen: set[Atom]) -> None:
        """The names of the properties of all instances that a value holds."""
        for atom in t.reached(types, seen):
            if isinstance(atom, t.InstanceAtom) or (
                isinstance(atom, t.ObjectAtom) and self.is_instance(atom)
            ):
                names.update(atom.props)
            elif isinstance(atom, t.ClassAtom):
                names.update(atom.statics)
