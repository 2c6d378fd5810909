"""Symbols: what sees them, which objects have them among their keys, and what names those."""

from __future__ import annotations

import ast
from functools import cached_property

from ..analyse import types as t
from ..analyse.narrowing import EQUALITY
from ..analyse.symbols import (
    INSPECT,
    TAG,
    is_made,
    is_own_symbol,
    shared_key,
    word_of,
)
from ..analyse.types import Type
from ..parse import nodes as n
from ..pytree import build as b
from .conversions import Conversions

#: Places that pass a value on, or compare it, without looking at it.
_PASSING = (
    n.VariableDeclarator, n.AssignmentExpression, n.AssignmentPattern, n.Property,
    n.ArrayExpression, n.ReturnStatement, n.ConditionalExpression, n.LogicalExpression,
    n.SequenceExpression, n.AwaitExpression, n.SwitchStatement, n.SwitchCase,
    n.IfStatement, n.ExpressionStatement, n.Function, n.PropertyDefinition, n.ChainExpression,
)  # fmt: skip
_ASSIGNING = frozenset({"=", "&&=", "||=", "??="})
_COLLECTING = frozenset(
    {"add", "delete", "get", "has", "includes", "indexOf", "push", "set", "unshift"}
)
_SEARCHING = frozenset({"includes", "indexOf"})
#: methods that make texts of the elements
_TELLING = frozenset({"join", "sort", "toLocaleString", "toSorted", "toString"})


class SymbolKeys(Conversions):
    # -- who sees them -------------------------------------------------------------------

    @cached_property
    def makes_symbols(self) -> bool:
        """Whether the program makes symbols, or asks for shared ones."""
        return bool(self.made_symbols) or any(
            self.scopes.static_of(self.caller_of(name), "Symbol") == "for"
            for name in self.scopes.globals.get("Symbol", ())
        )

    def caller_of(self, name: n.Node) -> n.Node | None:
        """The call ``Symbol.for(...)`` that a name stands in."""
        member = self.scopes.parents.get(name)
        return self.scopes.parents.get(member) if member is not None else None

    def is_unseen_symbol(self, node: n.Node) -> bool:
        """Whether nothing in the program would tell a symbol from a plain ``object()``."""
        return is_made(self.scopes, node) and not self.symbols_are_seen

    @cached_property
    def symbols_are_seen(self) -> bool:
        """Whether symbols are shown, described, made keys, or given to what may do so."""
        shown = self.representation.printed
        names = {"exports", "module"}
        exporting = (n.ExportNamedDeclaration, n.ExportDefaultDeclaration)
        if (
            t.SYMBOL in shown
            or t.ANY in shown
            or names & self.scopes.globals.keys()
            or any(isinstance(x, exporting) for x in self.analysis.program.body)
        ):
            return True
        types = self.analysis.inference.types
        return any(
            self.sees_symbol(node)
            for node, found in types.items()
            if t.SYMBOL in found and not isinstance(node, n.Function)
        ) or any(
            isinstance(node, n.CallExpression) and self.sees_inside(node)
            for node in types
        )

    def sees_symbol(self, node: n.Node) -> bool:
        """Whether the place where a symbol stands asks for more than which one it is."""
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.Property) and parent.computed and parent.key is node:
            return True
        if isinstance(parent, n.PropertyDefinition) and parent.key is node:
            return True
        if isinstance(parent, n.BinaryExpression):
            return parent.operator not in EQUALITY
        if isinstance(parent, n.AssignmentExpression):
            return parent.operator not in _ASSIGNING
        if isinstance(parent, n.UnaryExpression):
            return parent.operator not in ("!", "void")
        if isinstance(parent, n.MemberExpression):
            return parent.object is node or parent.computed
        if isinstance(parent, (n.CallExpression, n.NewExpression)):
            return parent.callee is node or not self.only_passes(parent)
        return not isinstance(parent, _PASSING)

    def sees_inside(self, call: n.CallExpression) -> bool:
        """Whether a call may look at symbols inside of what it is given, or called on."""
        builtin = any(
            isinstance(atom, t.BuiltinAtom)
            for argument in call.arguments
            for atom in self.type_of(argument)
        )
        given = [*call.arguments] if not self.only_passes(call) else []
        callee = call.callee
        if isinstance(callee, n.MemberExpression) and (
            builtin or getattr(callee.property, "name", "") in _TELLING
        ):
            given.append(callee.object)
        return any(
            isinstance(atom, (t.ArrayAtom, t.ObjectAtom, t.MapAtom, t.SetAtom))
            and t.SYMBOL in t.reached((atom,), set())
            for node in given
            for atom in self.type_of(node)
        )

    def only_passes(self, call: n.CallExpression | n.NewExpression) -> bool:
        """Whether a call gives its arguments to functions of the program, or stores them."""
        callee, inference = call.callee, self.analysis.inference
        if isinstance(callee, n.MemberExpression) and not callee.computed:
            name = getattr(callee.property, "name", "")
            if name in _COLLECTING:
                # Texts make a text of what they look for.
                return name not in _SEARCHING or not (
                    self.type_of(callee.object) & {t.STRING, t.ANY}
                )
        return call in inference.targets and call not in inference.unknown_calls

    # -- objects that are dicts -------------------------------------------------------------

    def has_symbol_keys(self, atom: t.Atom) -> bool:
        """Whether a dict may have symbols among its keys."""
        return (
            isinstance(atom, t.ObjectAtom)
            and not self.representation.is_instance(atom)
            and (
                t.SYMBOL in atom.keys.types
                or any(is_own_symbol(x) and c.types for x, c in atom.props.items())
            )
        )

    @cached_property
    def any_symbol_keys(self) -> bool:
        return self.makes_symbols and any(
            self.has_symbol_keys(atom)
            for atom in self.analysis.inference.sites.values()
        )

    def may_have_symbol_keys(self, types: Type) -> bool:
        """Whether a value may be a dict that has symbols among its keys."""
        if not self.makes_symbols:
            return False
        return any(self.has_symbol_keys(a) for a in types) or (
            (t.ANY in types or not types) and self.any_symbol_keys
        )

    # -- objects that are instances ---------------------------------------------------------

    def symbol_fields(self, atom: t.Atom) -> set[str]:
        """The fields of an instance, or function, that are under symbols."""
        if isinstance(atom, t.InstanceAtom):
            cells = dict(atom.props)
            for cls in self.analysis.inference.ancestors(atom.cls):
                cells |= {x: c for x, c in cls.instance.props.items() if c.types}
            find = self.analysis.inference.find_member
            return {
                name
                for name, cell in cells.items()
                if cell.types
                and (is_own_symbol(name) or name == TAG)
                and find(atom.cls, name) is None
            }
        if isinstance(atom, t.ObjectAtom):
            if not self.representation.is_instance(atom):
                return set()
            cells = atom.props
        elif isinstance(atom, t.ErrorAtom):
            cells = atom.props
        elif isinstance(atom, t.ClassAtom):
            cells = atom.statics
        elif isinstance(atom, t.FunctionAtom):
            cells = self.analysis.inference.function_statics.get(atom, {})
        else:
            return set()
        return {
            name
            for name, cell in cells.items()
            if cell.types and (is_own_symbol(name) or name == TAG)
        }

    def check_symbol_fields(self, node: n.Node, types: Type) -> None:
        """Refuse to go through the keys of instances that have some under symbols."""
        if any(self.symbol_fields(a) for a in types):
            raise self.refuse(
                node, "the properties of an object that has some under symbols"
            )

    # -- what is shown ------------------------------------------------------------------------

    def shown_symbols(self, types: Type, node: n.Node) -> dict[str, ast.expr] | None:
        """What the helpers that show symbols take; None where no symbol can be seen."""
        deep = set(t.reached(types, set()))
        for promise in [a for a in deep if isinstance(a, t.PromiseAtom)]:
            deep |= set(t.reached(promise.value.types, set()))
        names: dict[str, str] = {}
        found = self.makes_symbols and (
            t.SYMBOL in deep or any(map(self.has_symbol_keys, deep))
        )
        if t.ANY in deep or not types:
            found |= self.makes_symbols
            deep |= {cls.instance for cls in self.analysis.classes.values()}
        for atom in deep:
            if self.is_shown_by_itself(atom):
                found = True
            fields = self.symbol_fields(atom)
            if not fields:
                continue
            if isinstance(atom, t.ObjectAtom) and TAG in fields:
                raise self.refuse(
                    node, "what console.log shows of an object with a tag"
                )
            if not isinstance(atom, (t.InstanceAtom, t.ObjectAtom)) or (
                isinstance(atom, t.InstanceAtom)
                and self.analysis.inference.error_bases(atom)
            ):
                raise self.refuse(
                    node, "what console.log shows of a key that is a symbol"
                )
            for name in fields:
                names[self.attribute(name)] = self.described(name, node)
        if not found and not names:
            return None
        if not names:
            return {}
        return {"names": b.dict_([(x, b.const(names[x])) for x in sorted(names)])}

    def is_shown_by_itself(self, atom: t.Atom) -> bool:
        """Whether an object says what is shown of it, or has a tag beside its class."""
        if isinstance(atom, t.ObjectAtom):
            cell = atom.props.get(INSPECT)
            return bool(cell and cell.types)
        find = self.analysis.inference.find_member
        return isinstance(atom, t.InstanceAtom) and any(
            find(atom.cls, name) is not None for name in (TAG, INSPECT)
        )

    def described(self, name: str, node: n.Node) -> str:
        """The text of a symbol by its name: ``Symbol(kind)``."""
        if name == TAG:
            return "Symbol(Symbol.toStringTag)"
        shared = shared_key(name)
        if shared is not None:
            return f"Symbol({shared})"
        call = self.made_symbols.get(int(name.rpartition("@")[2]))
        if call is not None and not call.arguments:
            return "Symbol()"
        if call is not None and isinstance(call.arguments[0], n.StringLiteral):
            return f"Symbol({call.arguments[0].value})"
        raise self.refuse(node, f"what describes the symbol {word_of(name)}")

    @cached_property
    def made_symbols(self) -> dict[int, n.CallExpression]:
        """The calls ``Symbol(...)`` by their place."""
        calls = map(self.scopes.parents.get, self.scopes.globals.get("Symbol", ()))
        return {
            call.start: call
            for call in calls
            if isinstance(call, n.CallExpression) and is_made(self.scopes, call)
        }

    # -- keys -----------------------------------------------------------------------------------

    def key_of(self, name: str, key: n.Node) -> ast.expr:
        """The key of a dict for the name of a property, which ``key`` is written as."""
        if not is_own_symbol(name):
            return b.const(name)
        shared = shared_key(name)
        if shared is not None and not isinstance(key, n.Identifier):
            return self.helper("symbol_for", b.const(shared))
        return self.expr(key)
