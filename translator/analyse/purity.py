"""Whether evaluating an expression does anything besides giving a value."""

from __future__ import annotations

from ..parse import nodes as n
from . import types as t
from .initialization import in_dead_zone
from .making import Making

_PURE_LEAVES = (
    n.StringLiteral,
    n.NumberLiteral,
    n.BigIntLiteral,
    n.BooleanLiteral,
    n.NullLiteral,
    n.RegExpLiteral,
    n.ThisExpression,
    n.Function,
    n.TemplateElement,
    n.PrivateIdentifier,
    n.Super,
    n.MetaProperty,
)
_PURE_NODES = (
    n.ArrayExpression,
    n.ObjectExpression,
    n.Property,
    n.SpreadElement,
    n.TemplateLiteral,
    n.MemberExpression,
    n.BinaryExpression,
    n.LogicalExpression,
    n.ConditionalExpression,
    n.ChainExpression,
    n.SequenceExpression,
)
#: Built-in methods that change nothing and call nothing but what they are given.
PURE_METHODS = frozenset(
    "at charAt charCodeAt codePointAt concat endsWith entries flat get has includes "
    "indexOf join keys lastIndexOf localeCompare match matchAll normalize padEnd padStart "
    "repeat replace replaceAll search slice split startsWith substring substr test "
    "toFixed toISOString toLowerCase toPrecision toReversed toSorted toString toUpperCase "
    "trim trimEnd trimStart valueOf values".split()
)
_PURE_NAMESPACES = frozenset({"Math", "Number", "JSON", "Object", "Array", "String"})
_IMPURE_STATICS = frozenset(
    {"Object.assign", "Object.freeze", "Object.defineProperty", "Math.random"}
)
_PURE_GLOBALS = frozenset(
    {"String", "Number", "Boolean", "BigInt", "parseInt", "parseFloat", "isNaN",
     "isFinite", "Symbol"}
)  # fmt: skip


class Purity(Making):
    """``pure`` and ``stable`` are the questions."""

    def pure(self, node: n.Node | None) -> bool:
        """Whether evaluating changes nothing; it may read what others change."""
        if node is None or isinstance(node, _PURE_LEAVES):
            return True
        if isinstance(node, n.Identifier):
            return not self.is_read_early(node)
        if isinstance(node, n.UnaryExpression):
            return node.operator != "delete" and self.pure(node.argument)
        if isinstance(node, n.MemberExpression) and self.reads_accessor(node):
            return False
        if isinstance(node, _PURE_NODES):
            return all(self.pure(child) for child in n.children(node))
        if isinstance(node, n.CallExpression):
            known = self._pure_calls.get(node)
            if known is None:
                known = self._pure_calls[node] = self.pure_call(node)
            return known
        if isinstance(node, n.NewExpression):
            callee = node.callee
            return (
                self.makes_library_object(node)
                or (
                    isinstance(callee, n.Identifier)
                    and callee not in self.scopes.binding_of
                    and (
                        callee.name in ("Map", "Set", "Date")
                        or callee.name.endswith("Error")
                    )
                    and all(self.pure(a) for a in node.arguments)
                )
                or self.only_sets_fields(node)
            )
        return False

    def is_read_early(self, node: n.Identifier) -> bool:
        """Whether a name has no value yet: a ReferenceError."""
        binding = self.scopes.binding_of.get(node)
        if binding is None:
            return False
        early = self._read_early.get(binding)
        if early is None:
            early = self._read_early[binding] = {
                reference
                for reference in binding.references
                if in_dead_zone(self.scopes, reference, binding)
            }
        return node in early

    def reads_accessor(self, node: n.MemberExpression) -> bool:
        if node.computed:
            return False
        if isinstance(node.property, n.PrivateIdentifier):
            return self.private_kind(node.property) in ("get", "set")
        if not isinstance(node.property, n.Identifier):
            return False
        name = node.property.name
        for atom in self.inference.types.get(node.object, t.T_ANY):
            if isinstance(atom, t.ObjectAtom) and f"get {name}" in atom.accessors:
                return True
            if isinstance(atom, t.InstanceAtom):
                found = self.inference.find_member(atom.cls, name)
                if found is not None and found[1].kind == "get":
                    return True
        return False

    def private_kind(self, name: n.PrivateIdentifier) -> str:
        """What a private name is declared as: field, method, get (with or without set) or
        set; nothing where its class is not around it."""
        current = self.scopes.parents.get(name)
        while current is not None:
            if isinstance(current, n.Class):
                kinds = {
                    member.kind if isinstance(member, n.MethodDefinition) else "field"
                    for member in current.body.body
                    if not isinstance(member, n.StaticBlock)
                    and isinstance(member.key, n.PrivateIdentifier)
                    and member.key.name == name.name
                }
                if kinds:
                    return min(kinds)
            current = self.scopes.parents.get(current)
        return ""

    def pure_call(self, node: n.CallExpression) -> bool:
        callee = node.callee
        if not all(self.pure(a) for a in node.arguments):
            return False
        if self.makes_library_object(node):
            return True
        if isinstance(callee, n.Identifier):
            return callee not in self.scopes.binding_of and callee.name in _PURE_GLOBALS
        if not isinstance(callee, n.MemberExpression) or callee.computed:
            return False
        if not isinstance(callee.property, n.Identifier):
            return False
        name = callee.property.name
        owner = callee.object
        if isinstance(owner, n.Identifier) and owner not in self.scopes.binding_of:
            return (
                owner.name in _PURE_NAMESPACES
                and f"{owner.name}.{name}" not in _IMPURE_STATICS
            )
        if name in PURE_METHODS and name not in self.inference.own_names:
            return self.pure(owner)
        return False

    def makes_library_object(self, node: n.CallExpression | n.NewExpression) -> bool:
        """Whether a call into a library does nothing but make an object of a class of its."""
        types = self.inference.types
        return t.only(types.get(node, t.NEVER), t.HostAtom) and t.only(
            types.get(node.callee, t.NEVER), t.ModuleAtom
        )

    def stable(self, node: n.Node | None) -> bool:
        """Whether the value stays the same however late the expression is evaluated."""
        if node is None or isinstance(
            node,
            (
                n.StringLiteral,
                n.NumberLiteral,
                n.BigIntLiteral,
                n.BooleanLiteral,
                n.NullLiteral,
                n.Function,
                n.ThisExpression,
            ),
        ):
            return True
        if isinstance(node, n.Identifier):
            binding = self.scopes.binding_of.get(node)
            return binding is None or not binding.reassigned
        if isinstance(node, n.UnaryExpression):
            return node.operator not in ("delete", "void") and self.stable(
                node.argument
            )
        if isinstance(node, n.BinaryExpression) and node.operator == "in":
            return False
        if isinstance(node, (n.BinaryExpression, n.TemplateLiteral)):
            return all(self.stable(child) for child in n.children(node))
        return False
