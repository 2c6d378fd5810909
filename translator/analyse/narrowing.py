"""Narrowing: what a condition tells about the names in it."""

from __future__ import annotations

from ..parse import nodes as n
from ..rules.matching import result_of
from . import types as t
from .correlation import Correlation
from .env import Env
from .infinities import finite_part, named_infinity
from .scopes import Binding, Scopes
from .signatures import Signatures
from .types import Atom, Type

_TYPEOF: dict[str, frozenset[Atom]] = {
    "string": frozenset({t.STRING}),
    "number": t.NUMBERS,
    "boolean": frozenset({t.BOOLEAN}),
    "bigint": frozenset({t.BIGINT}),
    "undefined": frozenset({t.UNDEFINED}),
    "symbol": frozenset({t.SYMBOL}),
}

#: The operators of ECMA-262 section 13.11.
EQUALITY = frozenset({"===", "!==", "==", "!="})


def _classes_of_host(atom: t.HostAtom) -> tuple[str, ...]:
    """The classes of the host that an object is an instance of; a Buffer is of two."""
    name = atom.name.rpartition(".")[2]
    return (name, "Uint8Array") if name == "Buffer" else (name,)


def typeof_part(types: Type, name: str, equal: bool) -> Type:
    """The atoms of a type whose ``typeof`` is (or is not) the name; ANY stays possible."""
    if name in _TYPEOF:
        wanted = _TYPEOF[name]
        if equal:
            if t.ANY in types:
                return frozenset({t.NUMBER}) if name == "number" else wanted
            return types & wanted
        return types - wanted
    if name == "function":
        return frozenset(
            a for a in types if (isinstance(a, t.CALLABLES) or a is t.ANY) == equal
            or a is t.ANY
        )  # fmt: skip
    if name == "object":
        return frozenset(
            a
            for a in types
            if a is t.ANY
            or (
                (a is t.NULL)
                or (a not in t.PRIMITIVES and not isinstance(a, t.CALLABLES))
            )
            == equal
        )
    return types


class Narrowing(Correlation):
    """The part of the inference that reads conditions."""

    def __init__(self, scopes: Scopes, signatures: Signatures) -> None:
        super().__init__(scopes, signatures)
        #: of a logical expression: what is known after it, and after its right side alone
        #: (a chain of them would be gone through again at each of its links)
        self.came_out: dict[n.Node, tuple[Env, Env | None]] = {}

    def eligible(self, binding: Binding | None) -> bool:
        """Whether what is known of a name at one point stays true until it is assigned."""
        if self.in_instance_field():
            return binding is not None and not binding.reassigned
        return binding is not None and (
            not binding.reassigned
            or (binding.function is self.unit and not binding.assigned_in_closure)
        )

    def in_instance_field(self) -> bool:
        """Whether what is evaluated runs later, when an instance is made."""
        return False

    def known(self, node: n.Node, env: Env) -> tuple[Binding, Type] | None:
        if isinstance(node, n.AssignmentExpression) and node.operator == "=":
            node = node.left
        if not isinstance(node, n.Identifier):
            return None
        binding = self.scopes.binding_of.get(node)
        if binding is None or not self.eligible(binding):
            return None
        types = env.get(binding)
        return binding, self.read(self.cell(binding)) if types is None else types

    def narrow(self, test: n.Node, env: Env | None, truth: bool) -> Env | None:
        """The environment where ``test`` came out as ``truth``."""
        if env is None:
            return None
        if isinstance(test, n.UnaryExpression) and test.operator == "!":
            return self.narrow(test.argument, env, not truth)
        if isinstance(test, n.LogicalExpression) and test.operator in ("&&", "||"):
            if (test.operator == "&&") == truth:
                came_out = self.came_out.get(test)
                if came_out is not None and came_out[0] is env:
                    return self.narrow(test.right, came_out[1], truth)
                left = self.narrow(test.left, env, truth)
                if left is not None:
                    # What the right side assigns, the left one said of an older value.
                    unit = self.unit
                    for binding in self.scopes.assigned_within(unit, test.right):
                        left = left.with_type(binding, env.get(binding))
                return self.narrow(test.right, left, truth)
            return env
        if isinstance(test, n.BinaryExpression):
            return self.narrow_binary(test, env, truth)
        if isinstance(test, n.CallExpression):
            return self.narrow_call(test, env, truth)
        found = self.known(test, env)
        if found is None:
            if isinstance(test, n.BooleanLiteral) and test.value is not truth:
                return None
            return env
        binding, types = found
        types = types - t.NULLISH if truth else types & _FALSY
        return self.with_others(env.with_type(binding, types), binding, types)

    def narrow_binary(self, test: n.BinaryExpression, env: Env, truth: bool) -> Env:
        operator, left, right = test.operator, test.left, test.right
        if operator in ("===", "!==", "==", "!="):
            equal = (operator in ("===", "==")) == truth
            for one, other in ((left, right), (right, left)):
                narrowed = self.narrow_equality(
                    one, other, env, equal, len(operator) == 2
                )
                if narrowed is not None:
                    return narrowed
            return env
        if operator == "instanceof" and isinstance(right, n.Identifier):
            found = self.known(left, env)
            if found is not None:
                binding, types = found
                return env.with_type(binding, self.instances(types, right, truth))
            return env
        if operator == "in" and truth and isinstance(left, n.StringLiteral):
            found = self.known(right, env)
            if found is not None:
                binding, types = found
                return env.with_type(binding, self.with_key(types, left.value))
            return env
        if operator in ("<", "<=", ">", ">="):
            return self.narrow_order(operator, left, right, env, truth)
        return env

    def narrow_equality(
        self, node: n.Node, other: n.Node, env: Env, equal: bool, loose: bool
    ) -> Env | None:
        if (
            isinstance(node, n.UnaryExpression)
            and node.operator == "typeof"
            and isinstance(other, n.StringLiteral)
        ):
            found = self.known(node.argument, env)
            if found is None:
                return None
            binding, types = found
            return env.with_type(binding, typeof_part(types, other.value, equal))
        found = self.known(node, env)
        if found is None:
            return None
        binding, types = found
        if isinstance(other, n.NullLiteral) or is_undefined(
            other, self.scopes.binding_of
        ):
            wanted = t.NULLISH
            if not loose:
                wanted = frozenset(
                    {t.NULL if isinstance(other, n.NullLiteral) else t.UNDEFINED}
                )
            if equal:
                types = wanted if t.ANY in types else types & wanted
            else:
                types -= wanted
            return self.with_others(env.with_type(binding, types), binding, types)
        infinite = named_infinity(other)
        if infinite and not equal:
            return env.with_type(binding, types - infinite)
        if equal:
            literal = _LITERAL_TYPES.get(type(other))
            if literal is not None and not loose:
                allowed = t.NUMBERS if literal is t.NUMBER else frozenset({literal})
                if t.ANY not in types:
                    return env.with_type(binding, types & allowed)
                if literal is not t.NUMBER:
                    return env.with_type(binding, allowed)
        return None

    def with_key(self, types: Type, name: str) -> Type:
        """The part of a type that may have a property of that name."""
        return frozenset(
            atom
            for atom in types
            if not isinstance(atom, t.ObjectAtom)
            or self.read(atom.prop(name))
            or self.read(atom.dynamic)
            or f"set {name}" in atom.accessors
            or self.signature_property(atom, name) is not None
        )

    def narrow_order(
        self, operator: str, left: n.Node, right: n.Node, env: Env, truth: bool
    ) -> Env:
        """``i >= 0`` makes an integer a ``nat``; so does ``i > n`` for a nat ``n``."""
        if not truth:
            operator = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}[operator]
        if operator in ("<", "<="):
            left, right = right, left
            operator = {"<": ">", "<=": ">="}[operator]
        env = self.narrow_infinite(operator, left, right, env, truth)
        found = self.known(left, env)
        if found is None:
            return env
        binding, types = found
        if t.INT not in types:
            return env
        bound = self.types.get(right, t.NEVER)
        minus_one = (
            operator == ">"
            and isinstance(right, n.UnaryExpression)
            and right.operator == "-"
            and isinstance(right.argument, n.NumberLiteral)
            and right.argument.value == 1
        )
        if minus_one or t.is_subset(bound, frozenset({t.NAT})):
            return env.with_type(binding, (types - {t.INT}) | t.T_NAT)
        return env

    def narrow_infinite(
        self, operator: str, more: n.Node, less: n.Node, env: Env, truth: bool
    ) -> Env:
        """What is more than something is not -Infinity; what is less, not Infinity."""
        types = (self.types.get(more, t.NEVER), self.types.get(less, t.NEVER))
        if not truth and not all(t.is_subset(a, t.NUMBERS - {t.NAN}) for a in types):
            return env  # NaN is neither less nor more
        for node, other, infinity in (
            (more, types[1], t.MINUS_INFINITY),
            (less, types[0], t.PLUS_INFINITY),
        ):
            found = self.known(node, env)
            finite = t.is_subset(other, t.NUMBERS - {t.NAN, infinity})
            if found is not None and (operator == ">" or finite):
                env = env.with_type(found[0], found[1] - {infinity})
        return env

    def narrow_guard(self, test: n.CallExpression, env: Env, truth: bool) -> Env:
        """``isObject(x)``: what the function that is called tests of its parameter."""
        function = self.guard_function(test.callee)
        if function is None:
            return env
        result = result_of(function)
        if result is None:
            return env
        for param, argument in zip(function.params, test.arguments):
            found = self.known(argument, env)
            if found is None or not isinstance(param, n.Identifier):
                continue
            own = self.scopes.binding_of[param]
            if own.reassigned:
                continue
            inner = self.narrow(result, env.with_type(own, found[1]), truth)
            types = inner.get(own) if inner is not None else None
            if types is not None:
                env = env.with_type(found[0], types)
        return env

    def guard_function(self, callee: n.Node) -> n.Function | None:
        """The one function that a name stands for."""
        binding = (
            self.scopes.binding_of.get(callee)
            if isinstance(callee, n.Identifier)
            else None
        )
        if binding is None or binding.reassigned:
            return None
        declared = binding.node
        function = (
            declared.init if isinstance(declared, n.VariableDeclarator) else declared
        )
        if (
            not isinstance(function, n.Function)
            or function.is_async
            or function.generator
            or function is self.unit
        ):
            return None
        return function

    def narrow_call(self, test: n.CallExpression, env: Env, truth: bool) -> Env:
        callee = test.callee
        if isinstance(callee, n.Identifier):
            return self.narrow_guard(test, env, truth)
        if (
            isinstance(callee, n.MemberExpression)
            and isinstance(callee.object, n.Identifier)
            and callee.object not in self.scopes.binding_of
            and isinstance(callee.property, n.Identifier)
            and len(test.arguments) == 1
        ):
            found = self.known(test.arguments[0], env)
            name = f"{callee.object.name}.{callee.property.name}"
            if found is None:
                return env
            binding, types = found
            if name == "Array.isArray":
                arrays = frozenset(a for a in types if isinstance(a, t.ArrayAtom))
                if not truth:
                    return env.with_type(binding, types - arrays)
                if t.ANY in types:
                    unknown = self.array_at((test, "narrowed"), test)
                    self.widen(unknown.elem, t.T_ANY)
                    arrays |= {unknown}
                return env.with_type(binding, arrays)
            if name in ("Number.isInteger", "Number.isSafeInteger") and truth:
                if t.NAT in types and not types & {t.INT, t.NUMBER, t.NAN, t.ANY}:
                    return env.with_type(binding, t.T_NAT)
                return env.with_type(binding, t.T_INT)
            if name in ("Number.isNaN", "isNaN") and not truth and t.NAN in types:
                return env.with_type(binding, (types - {t.NAN}) | t.T_NUMBER)
            if name == "Number.isFinite" and truth:
                return env.with_type(binding, finite_part(types))
        return env

    def instances(self, types: Type, cls: n.Identifier, truth: bool) -> Type:
        """The part of a type that is an instance of the class."""
        binding = self.scopes.binding_of.get(cls)
        matching: set[Atom] = set()
        classes = (
            {a for a in self.read(self.cell(binding))} if binding is not None else set()
        )
        for atom in types:
            if isinstance(atom, t.ListInstanceAtom) and binding is None:
                if cls.name == "Array":
                    matching.add(atom)
            elif isinstance(atom, (t.InstanceAtom, t.ListInstanceAtom)):
                if binding is None:
                    if self.extends_error(atom, cls.name):
                        matching.add(atom)
                elif self.descends(atom, classes):
                    matching.add(atom)
            elif isinstance(atom, t.ErrorAtom) and binding is None:
                if cls.name in ("Error", atom.name):
                    matching.add(atom)
            elif isinstance(atom, t.HostAtom) and binding is None:
                if cls.name in _classes_of_host(atom):
                    matching.add(atom)
            elif binding is None and isinstance(
                atom, _BUILTIN_CLASSES.get(cls.name, ())
            ):
                matching.add(atom)
            elif atom is _BUILTIN_PRIMS.get(cls.name):
                matching.add(atom)
        if not truth:
            return types - frozenset(matching)
        if (
            binding is None
            and cls.name.endswith("Error")
            and self.error("Error") in types
        ):
            # What JavaScript itself throws is noted as an Error, whichever it is.
            matching.add(self.error(cls.name))
        if not matching or t.ANY in types:
            for atom in classes:
                if isinstance(atom, t.ClassAtom):
                    for member in self.read(atom.family):
                        if isinstance(member, t.ClassAtom):
                            matching.add(member.instance)
                elif isinstance(atom, t.FunctionAtom) and atom.instance is not None:
                    matching.add(atom.instance)
            if binding is None and cls.name.endswith("Error"):
                matching.add(self.error(cls.name))
            if not matching:
                return types
        return frozenset(matching)

    def descends(
        self, atom: t.InstanceAtom | t.ListInstanceAtom, classes: set[Atom]
    ) -> bool:
        return atom.cls in classes or any(
            cls in classes for cls in self.ancestors(atom.cls)
        )

    def extends_error(
        self, atom: t.InstanceAtom | t.ListInstanceAtom, name: str
    ) -> bool:
        """Whether a class of the program extends the named error class of JavaScript."""
        return name in self.error_bases(atom) or (
            name == "Error" and bool(self.error_bases(atom))
        )

    def error_bases(self, atom: t.InstanceAtom | t.ListInstanceAtom) -> set[str]:
        return {
            base.name
            for cls in self.ancestors(atom.cls)
            for base in cls.bases.types
            if isinstance(base, t.BuiltinAtom) and base.name.endswith("Error")
        }


_FALSY: Type = t.NUMBERS | {t.UNDEFINED, t.NULL, t.BOOLEAN, t.STRING, t.BIGINT, t.ANY}


def is_undefined(node: n.Node, binding_of: dict[n.Identifier, Binding]) -> bool:
    """``undefined`` or ``void 0``."""
    if isinstance(node, n.Identifier):
        return node.name == "undefined" and node not in binding_of
    return isinstance(node, n.UnaryExpression) and node.operator == "void"


_LITERAL_TYPES: dict[type[n.Node], Atom] = {
    n.StringLiteral: t.STRING,
    n.NumberLiteral: t.NUMBER,
    n.BooleanLiteral: t.BOOLEAN,
    n.BigIntLiteral: t.BIGINT,
}
_BUILTIN_CLASSES: dict[str, tuple[type[Atom], ...]] = {
    "Array": (t.ArrayAtom,),
    "Map": (t.MapAtom,),
    "Set": (t.SetAtom,),
    "Promise": (t.PromiseAtom,),
    "Function": (t.FunctionAtom,),
}
_BUILTIN_PRIMS: dict[str, Atom] = {"RegExp": t.REGEXP, "Date": t.DATE}
