"""The core of type inference: units of work, cells, and what a call does to them.

The unit of evaluation is a function body (or the program). Evaluating one reads and widens
cells; when a cell grows, the units that read it are evaluated again, until nothing grows
(a least fixpoint: sites and nodes are finite, so it ends). That is 0-CFA with
allocation-site abstraction, kept near-linear by re-evaluating only what depends on a change.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from ..parse import nodes as n
from . import types as t
from .array_classes import ArrayClasses
from .env import Env
from .parts import Parts
from .types import Atom, Cell, Type

if TYPE_CHECKING:
    from .scopes import Binding, Scopes
    from .signatures import Signatures

#: How many atoms a cell holds before it is widened to ``any``: what keeps programs with
#: thousands of literals that flow to one place near-linear.
MAX_ATOMS = 40


class Engine(Parts):
    """State that the parts of the inference share."""

    def __init__(self, scopes: Scopes, signatures: Signatures) -> None:
        self.scopes = scopes
        self.signatures = signatures
        self.types: dict[n.Node, Type] = {}
        self.cells: dict[Binding, Cell] = {}
        self.sites: dict[object, Atom] = {}
        self.functions: dict[n.Node, t.FunctionAtom] = {}
        self.classes: dict[n.Node, t.ClassAtom] = {}
        self.array_classes = ArrayClasses(scopes, signatures)
        #: the functions that a call may reach, and the calls that may reach more
        self.targets: dict[n.Node, set[t.FunctionAtom]] = {}
        self.unknown_calls: set[n.Node] = set()
        self.thrown = Cell()
        self.errors: dict[str, t.ErrorAtom] = {}
        #: keys that the program deletes from an object (None: computed ones)
        self.deleted_keys: dict[Atom, set[str | None]] = {}
        #: keys that an object has from the start, by what they come from
        self.keys_from: dict[Atom, dict[str, set[str]]] = {}
        self.env: Env | None = Env({})
        self.captured_env: dict[n.Node, dict[Binding, Type]] = {}
        self.unit: n.Node = scopes.program
        self.queue: deque[n.Node] = deque()
        self.queued: set[n.Node] = set()
        self.rounds: dict[n.Node, int] = {}
        self.generator_stack: list[t.FunctionAtom] = []
        #: method names that the program defines itself (classes and object literals)
        self.own_names: set[str] = set()
        #: what went where the analysis does not see, and functions called from there
        self.escaped: set[Atom] = set()
        self.called_from_outside: set[t.FunctionAtom] = set()
        #: methods of instances that may be behind an unknown receiver, by name
        self.exposed: dict[str, Cell] = {}

    # -- cells ---------------------------------------------------------------------

    def read(self, cell: Cell) -> Type:
        cell.readers[self.unit] = None
        return cell.types

    def widen(self, cell: Cell, types: Type) -> None:
        """Let values flow into a cell; a cell of very many sites becomes ``any``."""
        if cell.full:
            self.escape(types - self.escaped)
        elif not types <= cell.types:
            cell.types |= types
            if len(cell.types) > MAX_ATOMS:
                sites, cell.types = cell.types, frozenset({t.ANY})
                cell.full = True
                self.escape(sites)
            for reader in cell.readers:
                self.enqueue(reader)

    def enqueue(self, unit: n.Node) -> None:
        if unit not in self.queued:
            self.queued.add(unit)
            self.queue.append(unit)

    def cell(self, binding: Binding) -> Cell:
        cell = self.cells.get(binding)
        if cell is None:
            cell = self.cells[binding] = Cell()
        return cell

    def error(self, name: str) -> t.ErrorAtom:
        atom = self.errors.get(name)
        if atom is None:
            atom = self.errors[name] = t.ErrorAtom(name)
        return atom

    def has_plain_arguments(self, node: n.Function) -> bool:
        """Whether a function looks at its ``arguments``, which are surely what was given.

        Those of a sloppy function change with its parameters, and the other way round
        (ECMA-262 10.4.4).
        """
        scopes = self.scopes
        if not scopes.facts[node].uses_arguments or not all(
            isinstance(param, n.Identifier)
            and not scopes.binding_of[param].reassigned
            and scopes.binding_of[param].node is param
            for param in node.params
        ):
            return False
        for mention in scopes.arguments_of(node):
            member = scopes.parents.get(mention)
            if isinstance(member, n.MemberExpression):
                above = scopes.parents.get(member)
                if isinstance(above, n.UpdateExpression) or (
                    isinstance(above, n.AssignmentExpression) and above.left is member
                ):
                    return False
            elif not isinstance(member, (n.CallExpression, n.SpreadElement)):
                return False
        return True

    # -- keys that are there -------------------------------------------------------

    def keep_keys(self, atom: t.ObjectAtom, origin: str, names: set[str]) -> None:
        """An object has these keys from the start, as far as they come from ``origin``."""
        origins = self.keys_from.setdefault(atom, {})
        old = origins.get(origin, set())
        origins[origin] = names
        if lost := old - names:
            others = (kept for where, kept in origins.items() if where != origin)
            self.lose_keys(atom, lost.difference(*others))
        gone = self.deleted_keys.get(atom, ())
        if None not in gone:
            atom.present |= names.difference(gone)

    def lose_keys(self, atom: t.ObjectAtom | t.InstanceAtom, names: set[str]) -> None:
        """Keys may not be there: whoever reads them may find undefined."""
        for name in names & atom.present:
            atom.present.discard(name)
            self.widen(atom.prop(name), t.T_UNDEFINED)

    # -- atoms by place ------------------------------------------------------------

    def array_at(self, site: object, node: n.Node) -> t.ArrayAtom:
        atom = self.sites.get((site, "array"))
        if atom is None:
            atom = self.sites[site, "array"] = t.ArrayAtom(node)
        assert isinstance(atom, t.ArrayAtom)
        return atom

    def object_at(self, site: object, node: n.Node) -> t.ObjectAtom:
        atom = self.sites.get((site, "object"))
        if atom is None:
            atom = self.sites[site, "object"] = t.ObjectAtom(node)
        assert isinstance(atom, t.ObjectAtom)
        return atom

    def promise_at(self, site: object, node: n.Node) -> t.PromiseAtom:
        atom = self.sites.get((site, "promise"))
        if atom is None:
            atom = self.sites[site, "promise"] = t.PromiseAtom(node)
        assert isinstance(atom, t.PromiseAtom)
        return atom

    def map_at(self, site: object, node: n.Node) -> t.MapAtom:
        atom = self.sites.get((site, "map"))
        if atom is None:
            atom = self.sites[site, "map"] = t.MapAtom(node)
        assert isinstance(atom, t.MapAtom)
        return atom

    def set_at(self, site: object, node: n.Node) -> t.SetAtom:
        atom = self.sites.get((site, "set"))
        if atom is None:
            atom = self.sites[site, "set"] = t.SetAtom(node)
        assert isinstance(atom, t.SetAtom)
        return atom

    def iterator_at(
        self, site: object, node: n.Node, is_async: bool = False
    ) -> t.GeneratorAtom:
        atom = self.sites.get((site, "iterator"))
        if atom is None:
            atom = self.sites[site, "iterator"] = t.GeneratorAtom(
                node, Cell(), is_async
            )
        assert isinstance(atom, t.GeneratorAtom)
        return atom

    def settled_at(self, site: object, node: n.Node) -> t.SettledAtom:
        atom = self.sites.get((site, "settled"))
        if atom is None:
            atom = self.sites[site, "settled"] = t.SettledAtom(node)
        assert isinstance(atom, t.SettledAtom)
        return atom

    def resolver(self, promise: t.PromiseAtom, kind: str) -> t.ResolverAtom:
        key = (promise, kind)
        atom = self.sites.get(key)
        if atom is None:
            atom = self.sites[key] = t.ResolverAtom(promise, kind, promise.site)
        assert isinstance(atom, t.ResolverAtom)
        return atom

    def builtin(self, name: str, receiver: Type = t.NEVER) -> t.BuiltinAtom:
        key = (name, receiver)
        atom = self.sites.get(key)
        if atom is None:
            atom = self.sites[key] = t.BuiltinAtom(name, receiver)
        assert isinstance(atom, t.BuiltinAtom)
        return atom

    def host(self, name: str, site: object = None) -> t.HostAtom:
        """The instances of a class of the host; Buffers are told apart by their site."""
        key = ("host", name) if site is None else ("host", name, site)
        atom = self.sites.get(key)
        if atom is None:
            atom = self.sites[key] = t.HostAtom(name)
        assert isinstance(atom, t.HostAtom)
        return atom

    def module(self, name: str) -> t.ModuleAtom:
        atom = self.sites.get(("module", name))
        if atom is None:
            atom = self.sites["module", name] = t.ModuleAtom(name)
        assert isinstance(atom, t.ModuleAtom)
        return atom

    def function(self, node: n.Function) -> t.FunctionAtom:
        atom = self.functions.get(node)
        if atom is None:
            rest = None
            params = []
            for param in node.params:
                if isinstance(param, n.RestElement):
                    rest = t.ArrayAtom(param)
                else:
                    params.append(Cell())
            if self.scopes.facts[node].uses_arguments and not node.params:
                rest = t.ArrayAtom(node)
            atom = self.functions[node] = t.FunctionAtom(node, params, rest=rest)
            if node.params and self.has_plain_arguments(node):
                atom.given = t.ArrayAtom(node)
            if node.generator:
                atom.generator = t.GeneratorAtom(
                    node, atom.yields, node.is_async, atom.result, atom.sent
                )
            elif node.is_async:
                atom.promise = t.PromiseAtom(node, atom.result)
        return atom

    # -- calls ---------------------------------------------------------------------

    def call_function(
        self,
        atom: t.FunctionAtom,
        arguments: list[Type],
        this: Type = t.NEVER,
        spread: Type | None = None,
        call: n.Node | None = None,
    ) -> Type:
        """Let a call's values flow in; what the call gives flows out.

        ``spread``: what may stand at any position behind ``arguments``.
        """
        if not atom.called:
            atom.called = True
            self.enqueue(atom.node)
        if call is not None:
            self.targets.setdefault(call, set()).add(atom)
        self.contradict_params(atom, arguments)
        for position, cell in enumerate(atom.params):
            if position < len(arguments):
                self.widen(cell, arguments[position])
                if t.UNDEFINED in arguments[position] or t.ANY in arguments[position]:
                    atom.undefined_args.add(position)
            elif spread is not None:
                self.widen(cell, spread | t.T_UNDEFINED)
            else:
                self.widen(cell, t.T_UNDEFINED)
        if atom.rest is not None:
            for types in arguments[len(atom.params) :]:
                self.widen(atom.rest.elem, types)
            if spread is not None:
                self.widen(atom.rest.elem, spread)
        if atom.given is not None:
            for types in (*arguments, spread or t.NEVER):
                self.widen(atom.given.elem, types)
        if this:
            self.widen(atom.this, this)
        count = len(arguments)
        if atom.min_args is None or count < atom.min_args:
            atom.min_args = count
        atom.max_args = max(atom.max_args, count)
        if atom.node in self.queued and atom.node not in self.rounds:
            self.run_now(atom.node)
        return self.result_of(atom)

    def result_of(self, atom: t.FunctionAtom) -> Type:
        if atom.generator is not None:
            return frozenset({atom.generator})
        if atom.promise is not None:
            return frozenset({atom.promise})
        return self.read(atom.result)

    def escape(self, types: Type) -> None:
        """Values go where the analysis does not see: they may be called and changed."""
        stack = list(t.ordered(types))
        seen: set[Atom] = set()
        while stack:
            atom = stack.pop()
            if atom in seen:
                continue
            seen.add(atom)
            self.escaped.add(atom)
            if isinstance(atom, t.FunctionAtom):
                if not atom.escapes:
                    atom.escapes = True
                    self.call_unknown(atom)
            elif isinstance(atom, (t.ArrayAtom, t.SetAtom)):
                stack.extend(t.ordered(self.read(atom.elem)))
                self.widen(atom.elem, t.T_ANY)
                if isinstance(atom, t.ArrayAtom):
                    self.blur(atom)
                if isinstance(atom, t.ListInstanceAtom):
                    self.expose(atom)
            elif isinstance(atom, t.MapAtom):
                stack.extend(t.ordered(self.read(atom.key) | self.read(atom.value)))
                self.widen(atom.key, t.T_ANY)
                self.widen(atom.value, t.T_ANY)
            elif isinstance(atom, t.ObjectAtom):
                self.read(atom.keys)
                for cell in (*atom.props.values(), atom.dynamic):
                    stack.extend(t.ordered(self.read(cell)))
            elif isinstance(atom, t.InstanceAtom):
                self.expose(atom)
            elif isinstance(atom, t.ResolverAtom):
                if atom.kind == "resolve":
                    self.resolve_with(atom.promise, t.T_ANY)
                else:
                    self.widen(self.thrown, t.T_ANY)

    def expose(self, atom: t.InstanceAtom | t.ListInstanceAtom) -> None:
        """An instance is where the analysis does not see: so are its methods, by name."""
        for cls in self.ancestors(atom.cls):
            for name, member in cls.members.items():
                if member.kind == "method" and name != "constructor":
                    exposed = self.exposed.setdefault(name, Cell())
                    self.widen(exposed, frozenset({self.function(member.value)}))

    def call_unknown(self, atom: t.FunctionAtom) -> None:
        """The function may be called from outside, with anything (or what JSDoc says)."""
        self.called_from_outside.add(atom)
        if not atom.called:
            atom.called = True
            self.enqueue(atom.node)
        documented = self.documented_params(atom.node)
        if not atom.this.types and not isinstance(
            self.scopes.parents.get(atom.node), n.MethodDefinition
        ):
            self.widen(atom.this, t.T_ANY)
        for position, cell in enumerate(atom.params):
            self.widen(cell, documented.get(position, t.T_ANY))
            if position in documented and position in self.optional_params(atom.node):
                self.widen(cell, t.T_UNDEFINED)
            atom.undefined_args.add(position)
        if atom.rest is not None:
            self.widen(atom.rest.elem, documented.get(len(atom.params), t.T_ANY))
        if atom.given is not None:
            self.widen(atom.given.elem, t.T_ANY)

    # -- promises ------------------------------------------------------------------

    def resolve_with(self, promise: t.PromiseAtom, types: Type) -> None:
        """The resolving function of a promise is called (ECMA-262 27.2.1.3.2)."""
        value = self.awaited(types)
        self.widen(promise.value, value)
        if t.ANY in value or any(isinstance(a, t.PromiseAtom) for a in types):
            promise.adopts = True

    def awaited(self, types: Type) -> Type:
        """What ``await`` gives (ECMA-262 27.7.5.3: thenables are adopted, others pass)."""
        result: Type = t.NEVER
        for atom in types:
            if isinstance(atom, t.PromiseAtom):
                result |= self.read(atom.value)
            elif isinstance(atom, t.ObjectAtom) and "then" in atom.props:
                result |= t.T_ANY
            elif isinstance(atom, t.InstanceAtom) and self.has_method(atom, "then"):
                result |= t.T_ANY
            else:
                result |= {atom}
        return result

    def has_method(self, atom: t.InstanceAtom, name: str) -> bool:
        cls = atom.cls
        while isinstance(cls, t.ClassAtom):
            if name in cls.members:
                return True
            cls = next(
                (base for base in cls.bases.types if isinstance(base, t.ClassAtom)),
                None,
            )
        return False
