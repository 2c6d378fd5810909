"""Questions of what kind a value is: ``typeof``, ``instanceof``, ``in``."""

from __future__ import annotations

import ast
from functools import cached_property

from ..analyse import types as t
from ..analyse.global_names import GLOBALS
from ..analyse.symbols import is_own_symbol
from ..analyse.types import Type
from ..parse import nodes as n
from ..pytree import build as b
from .attributes import OBJECT_METHODS
from .known_globals import KnownGlobals


class TypeTests(KnownGlobals):
    # -- typeof ---------------------------------------------------------------------

    def type_asked(self, node: n.Node) -> Type:
        """The type of what ``typeof`` is asked of: an element may be missing."""
        types = self.type_of(node)
        if not isinstance(node, n.MemberExpression) or not types:
            return types
        name = self.analysis.inference.property_name(node.property, node.computed)
        if (name is None or name.isdigit()) and not self.in_bounds(node):
            return types | t.T_UNDEFINED
        return types

    def typeof(self, node: n.UnaryExpression) -> ast.expr:
        self.check_value_yet(node.argument)
        types = self.type_asked(node.argument)
        if (
            isinstance(node.argument, n.Identifier)
            and node.argument not in self.scopes.binding_of
        ):
            return b.const(GLOBALS.get(node.argument.name, "undefined"))
        for name, atoms in _TYPEOF_NAMES.items():
            if types and types <= atoms:
                if not self.effects.pure(node.argument):
                    self.emit(b.expr(self.expr(node.argument)))
                return b.const(name)
        none: dict[str, ast.expr] = {}
        if t.NULL in types:
            none = {"none": b.const("object")}
            if t.UNDEFINED in types:
                self.warn(
                    node,
                    "null and undefined are both None in Python: their typeof is "
                    "'object' here",
                )
        self.check_whole_kind(types, node)
        helper = "typeof_or_symbol" if self.may_be_symbol(types) else "typeof"
        return self.helper(helper, self.maybe(node.argument), **none)

    def check_whole_kind(self, types: Type, node: n.UnaryExpression) -> None:
        """Warn where a value may be a BigInt or a number, which Python does not tell apart."""
        if (t.BIGINT in types and types != t.T_BIGINT) or (
            self.makes_bigints and (t.ANY in types or not types)
        ):
            self.warn(
                node, "BigInts and whole numbers are both int: typeof is 'number' here"
            )

    @cached_property
    def makes_bigints(self) -> bool:
        return "BigInt" in self.scopes.globals or any(
            isinstance(node, n.BigIntLiteral) for node in self.scopes.parents
        )

    def may_be_symbol(self, types: Type) -> bool:
        """Whether a value may be a symbol; a program may have none."""
        return t.SYMBOL in types or (
            self.makes_symbols and (t.ANY in types or not types)
        )

    def typeof_test(
        self, one: n.Node, other: n.Node, positive: bool
    ) -> ast.expr | None:
        if not (
            isinstance(one, n.UnaryExpression)
            and one.operator == "typeof"
            and isinstance(other, n.StringLiteral)
        ):
            return None
        if (
            isinstance(one.argument, n.Identifier)
            and one.argument not in self.scopes.binding_of
        ):
            known = GLOBALS.get(one.argument.name, "undefined")
            return b.const((other.value == known) == positive)
        self.check_value_yet(one.argument)
        types = self.type_asked(one.argument)
        name = other.value
        if (
            types
            and (types <= t.T_NULL or name == "undefined")
            and not types & {t.UNDEFINED, t.ANY}
            and self.effects.pure(one.argument)
        ):
            # null is an object, and no more than that.
            return b.const((types <= t.T_NULL and name == "object") == positive)
        value = self.maybe(one.argument)
        test: ast.expr
        if name == "undefined":
            if t.NULL in types and t.UNDEFINED in types:
                self.warn(one, "null and undefined are both None in Python here")
            test = b.compare(value, "is", b.const(None))
            return test if positive else b.negate(test)
        if name == "string":
            test = b.call("isinstance", value, b.name("str"))
        elif name == "boolean":
            test = b.call("isinstance", value, b.name("bool"))
        elif name == "number" and not (
            t.ANY in types or t.BOOLEAN in types or t.BIGINT in types
        ):
            test = b.call(
                "isinstance", value, b.tuple_([b.name("int"), b.name("float")])
            )
        elif name == "number":
            self.check_whole_kind(types, one)
            test = self.helper("is_number", value)
        elif name == "symbol" and self.may_be_symbol(types):
            test = b.call("isinstance", value, self.helper_name("Symbol"))
        elif name == "function":
            test = b.call("callable", value)
        elif name == "bigint" and not (t.ANY in types or types & t.NUMBERS):
            test = b.call("isinstance", value, b.name("int"))
        else:
            none: dict[str, ast.expr] = {}
            if (
                t.NULL in types
                and name == "object"
                and not self.asks_for_null(one, positive)
            ):
                none = {"none": b.const("object")}
                if t.UNDEFINED in types:
                    self.warn(one, "null and undefined are both None in Python here")
            if name == "bigint":
                self.check_whole_kind(types, one)
            helper = "typeof"
            if name in ("object", "symbol") and self.may_be_symbol(types):
                helper = "typeof_or_symbol"
            return b.compare(
                self.helper(helper, value, **none),
                "==" if positive else "!=",
                b.const(name),
            )
        return test if positive else b.not_(test)

    def asks_for_null(self, node: n.UnaryExpression, positive: bool) -> bool:
        """``typeof x === "object" && x !== null``: null is left out beside it."""
        operator = "&&" if positive else "||"
        below = self.scopes.parents.get(node)
        above = self.scopes.parents.get(below) if below is not None else None
        operands: list[n.Node] = []
        while isinstance(above, n.LogicalExpression) and above.operator == operator:
            operands += [x for x in (above.left, above.right) if x is not below]
            below, above = above, self.scopes.parents.get(above)
        while operands:
            operand = operands.pop()
            if isinstance(operand, n.LogicalExpression):
                if operand.operator == operator:
                    operands += [operand.left, operand.right]
            elif not positive and isinstance(operand, n.UnaryExpression):
                if operand.operator == "!" and self.same_name(
                    operand.argument, node.argument
                ):
                    return True
            elif isinstance(operand, n.BinaryExpression):
                sides = (operand.left, operand.right)
                if operand.operator in (
                    ("!==", "!=") if positive else ("===", "==")
                ) and any(
                    isinstance(a, n.NullLiteral) and self.same_name(c, node.argument)
                    for a, c in (sides, sides[::-1])
                ):
                    return True
            elif positive and self.same_name(operand, node.argument):
                return True
        return False

    def settled_test(
        self, one: n.Node, other: n.Node, positive: bool
    ) -> ast.expr | None:
        """``result.status === "fulfilled"`` of what allSettled gave: is it an exception?"""
        if (
            not (
                isinstance(one, n.MemberExpression)
                and isinstance(one.property, n.Identifier)
                and one.property.name == "status"
                and isinstance(other, n.StringLiteral)
                and other.value in ("fulfilled", "rejected")
                and t.only(self.type_of(one.object), t.SettledAtom)
            )
            or self.representation.settled_objects
        ):
            return None
        failed = b.call("isinstance", self.expr(one.object), b.name("BaseException"))
        return failed if (other.value == "rejected") == positive else b.not_(failed)

    # -- instanceof, in -------------------------------------------------------------

    def instance_of(self, node: n.BinaryExpression) -> ast.expr:
        right = node.right
        if isinstance(right, n.Identifier) and right not in self.scopes.binding_of:
            asked = self.error_test(right.name, node.left)
            if asked is not None:
                return asked
        value = self.expr(node.left)
        if isinstance(right, n.Identifier) and right not in self.scopes.binding_of:
            name = right.name
            if name == "RegExp":
                return self.tested_for_pattern(value)
            if name in _PYTHON_CLASSES:
                module, _, _ = _PYTHON_CLASSES[name].partition(".")
                if module != _PYTHON_CLASSES[name]:
                    self.use(module)
                return b.call("isinstance", value, b.dotted(_PYTHON_CLASSES[name]))
            if name == "Function":
                return b.call("callable", value)
            if name in ("Map", "Set", "Object", "WeakMap", "WeakSet"):
                types = self.type_of(node.left)
                wanted = {"Map": t.MapAtom, "Set": t.SetAtom}.get(name)
                if wanted is not None and types and t.ANY not in types:
                    if all(isinstance(a, wanted) for a in types):
                        return b.const(True)
                    if not any(isinstance(a, wanted) for a in types):
                        return b.const(False)
                if name == "Object":
                    if types and t.ANY not in types:
                        told = self.is_object(value, types, node.left)
                        if told is not None:
                            return told
                    return b.compare(
                        self.helper("typeof", value), "==", b.const("object")
                    )
                raise self.refuse(
                    node, f"a {name} cannot be told from other dicts at run time"
                )
            told = self.host_test(value, self.type_of(node.left), name)
            if told is not None:
                return told
            raise self.refuse(node, f"instanceof {name} has no counterpart")
        if any(isinstance(a, t.FunctionAtom) for a in self.type_of(right)):
            raise self.refuse(node, "instanceof of a function that is no class")
        return b.call("isinstance", value, self.expr(right))

    def is_object(self, value: ast.expr, types: Type, node: n.Node) -> ast.expr | None:
        """``instanceof Object`` of values whose kinds are known: all but primitive ones, and
        objects without a prototype."""
        if any(isinstance(a, t.ObjectAtom) and self.has_no_prototype(a) for a in types):
            raise self.refuse(
                node, "instanceof Object of an object without a prototype"
            )
        primitive = types & t.PRIMITIVES
        pure = self.effects.pure(node)
        if not primitive:
            return b.const(True) if pure else b.compare(value, "is not", b.const(None))
        if primitive == types and pure:
            return b.const(False)
        if types & t.T_SYMBOL or any(isinstance(a, _TOLD_AS_OTHERS) for a in types):
            raise self.refuse(node, "instanceof Object of what may be anything")
        return None

    def host_test(self, value: ast.expr, types: Type, name: str) -> ast.expr | None:
        """``instanceof`` of a class of the host, where the types say what else there is."""
        hosts = {a for a in types if isinstance(a, t.HostAtom)}
        if not types or t.ANY in types:
            return None
        if not any(a.name.rpartition(".")[2] == name for a in hosts):
            named = f"typed.{name}" in t.TYPED_ARRAYS
            plain = all(a.name in t.TYPED_ARRAYS for a in hosts)
            return b.const(False) if named and plain else None
        if len(hosts) > 1:
            return None
        rest = types - hosts
        if not rest:
            return b.const(True)
        if rest <= t.NULLISH:
            return b.compare(value, "is not", b.const(None))
        if rest <= t.T_STRING:
            return b.not_(b.call("isinstance", value, b.name("str")))
        return None

    def in_operator(self, node: n.BinaryExpression) -> ast.expr:
        if isinstance(node.left, n.PrivateIdentifier):
            # An object of the class has it, others have not (ECMA-262 13.10.1).
            return b.call(
                "isinstance", self.expr(node.right), self.private_class(node.left)
            )
        types = self.type_of(node.right)
        key_name = self.analysis.inference.property_name(node.left, True)
        if any(isinstance(a, (t.BuiltinAtom, t.FunctionAtom)) for a in types):
            raise self.refuse(node, "`in` of a function")
        if types & (t.PRIMITIVES - t.NULLISH):
            # A text would be searched for the key.
            raise self.refuse(node, "`in` of what is no object throws a TypeError")
        if any(
            isinstance(a, (t.InstanceAtom, t.ClassAtom, t.ErrorAtom))
            or (isinstance(a, t.ObjectAtom) and self.representation.is_instance(a))
            for a in types
        ):
            if any(
                isinstance(a, t.ObjectAtom) and not self.representation.is_instance(a)
                for a in types
            ):
                raise self.refuse(node, "`in` of an instance, or of an object of data")
            if isinstance(node.left, n.StringLiteral) or is_own_symbol(key_name or ""):
                assert key_name is not None
                self.check_public_name(node, key_name)
                return b.call(
                    "hasattr", self.expr(node.right), b.const(self.attribute(key_name))
                )
            raise self.refuse(node, "a computed name with `in` on an instance")
        self.check_keyed(node, types)
        if types & {t.MATCH, t.REGEXP, t.DATE} or any(
            isinstance(a, (t.GeneratorAtom, t.PromiseAtom, t.HostAtom)) for a in types
        ):
            raise self.refuse(node, "`in` of what is no plain object")
        if any(isinstance(a, t.ArrayAtom) for a in types) and not t.only(
            types - t.NULLISH, t.ArrayAtom
        ):
            raise self.refuse(node, "`in` of what may be an array")
        if any(isinstance(a, t.ListInstanceAtom) for a in types):
            raise self.refuse(node, "`in` of an array of a class that extends Array")
        if any(isinstance(a, t.ArrayAtom) for a in types):
            left, right = self.in_order(
                [
                    (node.left, lambda: self.expr(node.left)),
                    (node.right, lambda: self.expr(node.right)),
                ]
            )
            return b.compare(left, "in", b.call("range", b.call("len", right)))
        if key_name in OBJECT_METHODS and not any(
            isinstance(a, t.ObjectAtom)
            and key_name in a.props
            and a.props[key_name].types
            for a in types
        ):
            raise self.refuse(node, f"`in` for {key_name}, which every object has")
        left, right = self.in_order(
            [
                (node.left, lambda: self.key(node.left)),
                (node.right, lambda: self.expr(node.right)),
            ]
        )
        return b.compare(left, "in", right)


_TYPEOF_NAMES: dict[str, Type] = {
    "string": t.T_STRING,
    "number": t.NUMBERS,
    "boolean": t.T_BOOLEAN,
    "bigint": t.T_BIGINT,
    "undefined": t.T_UNDEFINED,
    "object": t.T_NULL,
    "symbol": t.T_SYMBOL,
}
#: What the helper ``typeof`` calls something else than an object.
_TOLD_AS_OTHERS = (*t.CALLABLES, t.HostAtom)
_PYTHON_CLASSES = {
    "Array": "list",
    "Error": "Exception",
    "TypeError": "TypeError",
    "RangeError": "ValueError",
    "SyntaxError": "ValueError",
    "ReferenceError": "NameError",
    "AggregateError": "ExceptionGroup",
    "Promise": "asyncio.Future",
    "Date": "datetime.datetime",
}
