"""Objects that say themselves what they are as primitives, written as calls that ask them.

``a - b`` of objects with ``valueOf`` is ``a.valueOf() - b.valueOf()`` (ECMA-262 section
7.1.1, ToPrimitive), ``x instanceof C`` of a class with its own ``Symbol.hasInstance`` a call
of that (section 13.10.2). What the objects are, only the types tell: so this step comes after
the first inference, and where it changed the program, everything is inferred anew.
"""

from __future__ import annotations

from ..parse import nodes as n
from . import types as t
from .inference import Inference
from .scopes import Scopes

_NUMERIC = frozenset("- * / % ** < > <= >= & | ^ << >> >>>".split())
_METHODS = frozenset({"valueOf", "@@toPrimitive", "@@hasInstance"})
_NO_PRIMITIVES = (
    n.ObjectExpression,
    n.ArrayExpression,
    n.NewExpression,
    n.ThisExpression,
)


def call_conversions(scopes: Scopes, inference: Inference) -> bool:
    """Write the calls. Returns whether there was any."""
    if not any(
        isinstance(node, (n.MethodDefinition, n.Property))
        and inference.property_name(node.key, node.computed) in _METHODS
        for node in scopes.parents
    ):
        return False
    return _Conversions(scopes, inference).write()


class _Conversions:
    def __init__(self, scopes: Scopes, inference: Inference) -> None:
        self.scopes = scopes
        self.inference = inference

    def write(self) -> bool:
        changed = False
        for node in list(self.scopes.parents):
            if isinstance(node, n.BinaryExpression):
                changed |= self.binary(node)
            elif isinstance(node, n.AssignmentExpression) and node.operator != "=":
                operator = node.operator.removesuffix("=")
                hint = "number" if operator in _NUMERIC else "default"
                if operator in _NUMERIC or operator == "+":
                    changed |= self.convert(node.right, hint)
            elif isinstance(node, n.UnaryExpression) and node.operator in ("-", "+"):
                changed |= self.convert(node.argument, "number")
            elif isinstance(node, n.TemplateLiteral) and not isinstance(
                self.scopes.parents.get(node), n.TaggedTemplateExpression
            ):
                for part in list(node.expressions):
                    changed |= self.convert(part, "string")
            elif isinstance(node, n.CallExpression):
                asked = self.hint_of(node)
                if asked is not None:
                    for argument in list(node.arguments):
                        changed |= self.convert(argument, asked)
        return changed

    def hint_of(self, node: n.CallExpression) -> str | None:
        """As what a built-in function converts its arguments."""
        callee = node.callee
        if isinstance(callee, n.MemberExpression) and not callee.computed:
            owner, name = callee.object, getattr(callee.property, "name", "")
            if not isinstance(owner, n.Identifier) or owner in self.scopes.binding_of:
                return None
            if owner.name == "Math" or (
                owner.name == "String" and name in ("fromCharCode", "fromCodePoint")
            ):
                return "number"
            return None
        if not isinstance(callee, n.Identifier) or callee in self.scopes.binding_of:
            return None
        if len(node.arguments) != 1 or callee.name not in ("String", "Number"):
            return None
        return callee.name.lower()

    def binary(self, node: n.BinaryExpression) -> bool:
        if node.operator == "instanceof":
            return self.has_instance(node)
        if node.operator in _NUMERIC:
            hint = "number"
        elif node.operator == "+":
            hint = "default"
        elif node.operator in ("==", "!="):
            # Objects are compared with primitives by what they are, not with each other.
            return any(
                self.types_of(other) <= t.PRIMITIVES - t.NULLISH
                and self.types_of(other) != t.NEVER
                and self.convert(one, "default")
                for one, other in ((node.left, node.right), (node.right, node.left))
            )
        else:
            return False
        if n.may_act(node.right):
            # The left one is asked after the right one was evaluated.
            return (
                False
                if self.method(node.left, hint)
                else self.convert(node.right, hint)
            )
        left = self.convert(node.left, hint)
        return self.convert(node.right, hint) or left

    def types_of(self, node: n.Node) -> t.Type:
        return self.inference.types.get(node, t.NEVER)

    def method(self, node: n.Node, hint: str) -> str | None:
        """The one method that converts whatever the value may be."""
        types = self.types_of(node)
        found = {self.conversion(atom, hint) for atom in types}
        return found.pop() if len(found) == 1 else None

    def conversion(self, atom: t.Atom, hint: str) -> str | None:
        for name in ("@@toPrimitive", "valueOf"):
            if name == "valueOf" and hint == "string":
                return None
            function = self.function(atom, name)
            if function is not None:
                return name if gives_primitive(function) else None
        return None

    def function(self, atom: t.Atom, name: str) -> n.Function | None:
        """The method of that name which an object has."""
        if isinstance(atom, t.ObjectAtom):
            cell = atom.props.get(name)
            functions = (
                [a for a in cell.types if isinstance(a, t.FunctionAtom)] if cell else []
            )
            return functions[0].node if len(functions) == 1 else None
        if not isinstance(atom, t.InstanceAtom):
            return None
        cls = atom.cls
        while isinstance(cls, t.ClassAtom):
            member = cls.members.get(name)
            if member is not None:
                value = member.value
                plain = member.kind == "method" and isinstance(value, n.Function)
                return value if plain else None
            cls = self.inference.base_class(cls)
        return None

    def convert(self, node: n.Node, hint: str) -> bool:
        """Put the call in the place of the value, where the types say which it is."""
        name = self.method(node, hint)
        if name is None or not isinstance(node, n.Expression):
            return False
        at = {"start": node.start, "end": node.end}
        if name == "valueOf":
            key: n.Expression = n.Identifier(name, **at)
        else:
            key = symbol("toPrimitive", at)
        call = n.CallExpression(
            n.MemberExpression(node, key, name != "valueOf", False, **at),
            [] if name == "valueOf" else [n.StringLiteral(hint, **at)],
            False,
            **at,
        )
        self.scopes.replace(node, call)
        return True

    def has_instance(self, node: n.BinaryExpression) -> bool:
        types = self.types_of(node.right)
        if not types or not all(
            isinstance(a, t.ClassAtom) and "static @@hasInstance" in a.members
            for a in types
        ):
            return False
        at = {"start": node.start, "end": node.end}
        member = n.MemberExpression(
            node.right, symbol("hasInstance", at), True, False, **at
        )
        call = n.CallExpression(member, [node.left], False, **at)
        inner = n.UnaryExpression("!", call, **at)
        self.scopes.replace(node, n.UnaryExpression("!", inner, **at))
        return True


def symbol(name: str, at: dict[str, int]) -> n.MemberExpression:
    """``Symbol.name``."""
    owner, key = n.Identifier("Symbol", **at), n.Identifier(name, **at)
    return n.MemberExpression(owner, key, False, False, **at)


def gives_primitive(function: n.Function) -> bool:
    """Whether nothing that a method returns is seen to be an object."""
    if function.is_async or function.generator:
        return False
    if not isinstance(function.body, n.BlockStatement):
        return not isinstance(function.body, _NO_PRIMITIVES)
    return not any(
        isinstance(node, n.ReturnStatement)
        and isinstance(node.argument, _NO_PRIMITIVES)
        for node in n.walk(function.body)
    )
