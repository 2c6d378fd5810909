"""Type inference of a whole file: the loop over units until nothing changes."""

from __future__ import annotations

import re

from ..parse import nodes as n
from ..rules import Captures, Rule, RuleBook, match
from ..rules.type_expr import TypeExpr
from . import types as t
from .asked_reads import asked_reads
from .env import Env
from .handed_empty import handed_empty
from .jsdoc import JsDoc, contradiction
from .scopes import Scopes
from .signatures import Signatures
from .statements import Statements
from .types import Cell, Type

#: How deep functions are evaluated inside of each other.
_DEEPEST = 40
#: a guard that asks for a class of a library: "p_limit.Limit"
_LIBRARY_CLASS = re.compile(r"\w+\.[A-Z]\w*")


class Inference(Statements):
    """``run()`` fills ``types``, ``functions``, ``classes`` and ``targets``."""

    def __init__(self, scopes: Scopes, signatures: Signatures) -> None:
        super().__init__(scopes, signatures)
        self.rulebook: RuleBook | None = None
        #: how many functions are being evaluated inside of each other
        self.nested = 0
        self.jsdoc = JsDoc(self)
        self.typedefs = self.jsdoc.typedefs

    def run(self) -> None:
        program = self.scopes.program
        self.enqueue(program)
        self.drain()
        # What nobody in the file calls may be called by anybody, with anything.
        for _ in range(len(self.scopes.facts) + 1):
            uncalled = [a for a in self.functions.values() if not a.called]
            if not uncalled:
                break
            outermost = uncalled[0]
            self.call_unknown(outermost)
            self.drain()
        # Arrays that never get an element: reading one of theirs gives undefined.
        for atom in self.sites.values():
            if (
                isinstance(atom, t.ArrayAtom)
                and isinstance(atom.site, n.ArrayExpression)
                and not atom.site.elements
                and not atom.elem.types
            ):
                self.always_empty.add(atom)
                for reader in atom.elem.readers:
                    self.enqueue(reader)
        self.handed_empty = handed_empty(self.scopes, self.targets)
        self.asked_reads = asked_reads(self.scopes, self.targets, self.types)
        for read in self.handed_empty | self.asked_reads:
            self.enqueue(self.scopes.enclosing_function(read))
        self.drain()

    def drain(self) -> None:
        while self.queue:
            unit = self.queue.popleft()
            if unit in self.queued:
                self.run_queued(unit)

    def run_queued(self, unit: n.Node) -> None:
        self.queued.discard(unit)
        rounds = self.rounds.get(unit, 0)
        self.rounds[unit] = rounds + 1
        # A chain of calls takes a round for each function in it.
        if rounds < 200 + len(self.scopes.facts):
            self.run_unit(unit)

    def run_now(self, unit: n.Node) -> None:
        """Evaluate a function at its first call, so that the caller sees what it gives.

        The caller would have to be evaluated once more otherwise. The result is the same
        in any order: it is the least fixpoint.
        """
        if self.nested >= _DEEPEST:
            return
        outer = self.unit, self.env, self.frames
        self.nested += 1
        self.run_queued(unit)
        self.nested -= 1
        self.unit, self.env, self.frames = outer

    def run_unit(self, unit: n.Node) -> None:
        self.unit = unit
        self.env = Env(self.captured_env.get(unit, {}))
        self.frames = []
        for binding in self.scopes.early.get(unit, ()):
            self.widen(self.cell(binding), t.T_UNDEFINED)
        if isinstance(unit, n.Function):
            self.run_function(unit)
        elif isinstance(unit, (n.Program, n.StaticBlock)):
            self.block(unit.body)

    def run_function(self, node: n.Function) -> None:
        atom = self.function(node)
        documented = self.documented_params(node)
        position = 0
        for param in node.params:
            if isinstance(param, n.RestElement):
                assert atom.rest is not None
                self.assign(param.argument, frozenset({atom.rest}))
                continue
            types = self.read(atom.params[position])
            if position in documented:
                # JSDoc is believed; what calls leave out is undefined all the same, and
                # what they give is what it is.
                types = documented[position] | (types & t.T_UNDEFINED)
                if position in atom.misgiven:
                    types |= self.read(atom.misgiven[position])
            self.assign(param, types)
            position += 1
        body = node.body
        if isinstance(body, n.BlockStatement):
            self.block(body.body)
            if self.env is not None:
                self.returned(t.T_UNDEFINED)
        else:
            self.returned(self.evaluate(body))
        documented_result = self.jsdoc.result(node)
        if documented_result is not None and t.ANY in atom.result.types:
            atom.result.types = atom.result.types - t.T_ANY | self.awaited(
                documented_result
            )

    def imports_of(self, node: n.Identifier) -> str | None:
        """Which import an identifier stands for, as ``"module:name"``."""
        binding = self.scopes.binding_of.get(node)
        if binding is None or binding.reassigned:
            return None
        for atom in self.cell(binding).types:
            if isinstance(atom, t.ModuleAtom):
                return atom.name.removeprefix("node:")
        return None

    def rule_result(self, node: n.Node) -> Type | None:
        """What the rule for a call says that it gives (``gives``), where no signature does."""
        if self.rulebook is None or not isinstance(node, n.Node):
            return None  # a callback that a built-in function calls has no node
        for rule in self.rulebook.candidates(node, self.imports_of):
            if rule.gives is None:
                continue
            captures = match(
                rule, node, self.imports_of, lambda x: x not in self.scopes.binding_of
            )
            if captures is not None and not self.is_of_library(rule, captures):
                continue
            if captures is not None and rule.gives.startswith(("future", "coroutine")):
                promise = self.promise_at((node, "gives"), node)
                self.widen(promise.value, t.T_ANY)
                return frozenset({promise})
            if captures is not None and rule.gives_type is not None:
                return self.instantiate(rule.gives_type, {}, (node, "gives"), node)
        return None

    def is_of_library(self, rule: Rule, captures: Captures) -> bool:
        """Whether what a rule asks to be of a class of a library may be that here."""
        return all(
            any(
                isinstance(atom, t.HostAtom) and self.signatures.is_a(atom.name, guard)
                for atom in self.types.get(captured, t.NEVER)
            )
            for name, guards in rule.where.items()
            for guard in guards
            if _LIBRARY_CLASS.fullmatch(guard)
            if isinstance(captured := captures.get(name), n.Node)
        )

    def documented_params(self, node: n.Function) -> dict[int, Type]:
        return self.jsdoc.params(node)

    def contradict_params(self, atom: t.FunctionAtom, arguments: list[Type]) -> None:
        for position, documented in self.documented_params(atom.node).items():
            if position >= min(len(arguments), len(atom.params)):
                continue
            given = contradiction(documented, arguments[position], self.read)
            if given:
                cell = atom.misgiven.get(position)
                if cell is None:
                    cell = atom.misgiven[position] = Cell()
                    self.enqueue(atom.node)
                self.widen(cell, given)

    def optional_params(self, node: n.Function) -> set[int]:
        return self.jsdoc.optional_params(node)

    def documented_variable(
        self, node: n.VariableDeclaration, declarator: n.VariableDeclarator
    ) -> Type | None:
        return self.jsdoc.variable(node, declarator)

    def assign_member(self, node: n.MemberExpression, types: Type) -> None:
        if self.is_exports(node):
            self.exported(types)
        super().assign_member(node, types)

    def is_exports(self, node: n.MemberExpression) -> bool:
        """``module.exports = ...``, ``module.exports.x = ...``, ``exports.x = ...``."""
        target: n.Node = node
        path: list[str] = []
        while isinstance(target, n.MemberExpression):
            if not isinstance(target.property, n.Identifier) or target.computed:
                return False
            path.append(target.property.name)
            target = target.object
        if not isinstance(target, n.Identifier) or target in self.scopes.binding_of:
            return False
        path.append(target.name)
        path.reverse()
        return path[0] == "exports" or path[:2] == ["module", "exports"]

    def flow_into(self, types: Type, expr: TypeExpr, node: n.Node) -> None:
        """Widen the contents of a literal by what a ``@type`` says of them."""
        declared = self.instantiate(expr, {}, (node, "jsdoc type"), node)
        for atom in t.ordered(types):
            for other in declared:
                if isinstance(atom, (t.ArrayAtom, t.SetAtom)) and isinstance(
                    other, (t.ArrayAtom, t.SetAtom)
                ):
                    self.widen(atom.elem, self.read(other.elem))
                elif isinstance(atom, t.MapAtom) and isinstance(other, t.MapAtom):
                    self.widen(atom.key, self.read(other.key))
                    self.widen(atom.value, self.read(other.value))
                elif isinstance(atom, t.ObjectAtom) and isinstance(other, t.ObjectAtom):
                    self.widen(atom.dynamic, self.read(other.dynamic))
                    self.widen(atom.keys, self.read(other.keys))
                    for name, cell in other.props.items():
                        self.widen(atom.prop(name), self.read(cell))

    def exported(self, types: Type) -> None:
        """What a module exports may be called from outside."""
        self.escape(types)
        for atom in t.ordered(types):
            if isinstance(atom, t.ClassAtom):
                for member in atom.members.values():
                    self.escape(frozenset({self.function(member.value)}))
