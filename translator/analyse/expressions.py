"""Types of expressions. Each handler returns the type and records it in ``types``."""

from __future__ import annotations

from collections.abc import Callable

from ..parse import nodes as n
from . import types as t
from .calls import Calls
from .constants import constant_number, is_exact_integer
from .engine import Env
from .magnitude import Magnitude, may_turn_negative
from .scopes import LOOPS, Binding
from .types import Atom, Cell, Type

_ARITHMETIC = frozenset({"-", "*", "/", "%", "**", "&", "|", "^", "<<", ">>", ">>>"})
_COMPARISONS = frozenset(
    {"==", "!=", "===", "!==", "<", "<=", ">", ">=", "in", "instanceof"}
)


_GROWING = frozenset({"+", "-", "*", "%", "**"})


def operand_of(
    param: n.Node, binding: Binding, binding_of: dict[n.Identifier, Binding]
) -> bool:
    """Whether a binding is the one of a parameter that is a name."""
    return isinstance(param, n.Identifier) and binding_of.get(param) is binding


def arithmetic(operator: str, left: Type, right: Type) -> Type:
    """The type of a numeric operator's result (ECMA-262 section 13.15.3)."""
    if not left or not right:
        return t.NEVER
    if t.BIGINT in left and t.BIGINT in right:
        if left <= t.T_BIGINT and right <= t.T_BIGINT:
            return t.T_BIGINT
        return frozenset({t.BIGINT, t.NUMBER})
    a, b = numeric(left), numeric(right)
    integers = a in t.INTEGERS and b in t.INTEGERS
    naturals = a is t.NAT and b is t.NAT
    if operator in ("&", "|", "^", "<<", ">>", ">>>"):
        if operator == ">>>" or (operator == "&" and t.NAT in (a, b)):
            return t.T_NAT
        if naturals and operator in ("|", "^", ">>"):
            return t.T_NAT
        return t.T_INT
    if operator == "/":
        return t.T_NAN if t.NAN in (a, b) else t.T_NUMBER
    if operator == "-":
        if integers:
            return t.T_INT
    elif operator == "%":
        if integers:
            return t.T_NAT if a is t.NAT else t.T_INT
    elif operator == "**":
        if integers and b is t.NAT:
            return t.T_NAT if naturals else t.T_INT
    elif naturals:
        return t.T_NAT
    elif integers:
        return t.T_INT
    return t.T_NAN if t.NAN in (a, b) else t.T_NUMBER


def numeric(types: Type) -> Atom:
    """The number that a value of the type is in arithmetic; what raises does not count."""
    widest = t.widest_number(types)
    if t.STRING in types or types == t.T_UNDEFINED:
        return t.NAN
    if t.ANY in types or t.DATE in types:
        return t.NAN if widest is t.NAN else t.NUMBER
    if widest is not None:
        return widest
    if types <= frozenset({t.BOOLEAN}) | t.NULLISH:
        return t.NAT
    return t.NUMBER


class Expressions(Calls):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        self.magnitude = Magnitude(self)
        self.expression_handlers: dict[type[n.Node], Callable[..., Type]] = {
            n.Identifier: self.identifier,
            n.StringLiteral: lambda node: t.T_STRING,
            n.NumberLiteral: self.number,
            n.BigIntLiteral: lambda node: t.T_BIGINT,
            n.BooleanLiteral: lambda node: t.T_BOOLEAN,
            n.NullLiteral: lambda node: t.T_NULL,
            n.RegExpLiteral: lambda node: frozenset({t.REGEXP}),
            n.TemplateLiteral: self.template,
            n.TaggedTemplateExpression: self.tagged_template,
            n.ArrayExpression: self.array_expression,
            n.ObjectExpression: self.object_expression,
            n.FunctionExpression: self.function_expression,
            n.ArrowFunctionExpression: self.function_expression,
            n.ClassExpression: self.class_value,
            n.MemberExpression: self.member_expression,
            n.CallExpression: self.call_expression,
            n.NewExpression: self.new_expression,
            n.ChainExpression: self.chain,
            n.UnaryExpression: self.unary,
            n.UpdateExpression: self.update,
            n.BinaryExpression: self.binary,
            n.LogicalExpression: self.logical,
            n.AssignmentExpression: self.assignment,
            n.ConditionalExpression: self.conditional,
            n.SequenceExpression: self.sequence,
            n.AwaitExpression: self.await_expression,
            n.YieldExpression: self.yield_expression,
            n.ThisExpression: lambda node: self.this_types(),
            n.SpreadElement: lambda node: self.evaluate(node.argument),
            n.ImportExpression: self.import_expression,
            n.MetaProperty: lambda node: (
                self.new_target(node) if node.meta == "new" else t.T_ANY
            ),
            n.Super: self.super_,
        }

    def evaluate(self, node: n.Node) -> Type:
        """The type of an expression; its effects flow into cells."""
        handler = self.expression_handlers.get(type(node))
        types = handler(node) if handler is not None else t.T_ANY
        self.types[node] = types
        return types

    # -- leaves --------------------------------------------------------------------

    def number(self, node: n.NumberLiteral) -> Type:
        if isinstance(node.value, int):
            return t.T_NAT
        return t.T_NUMBER

    def identifier(self, node: n.Identifier) -> Type:
        binding = self.scopes.binding_of.get(node)
        if binding is None:
            if node.name == "arguments":
                return self.arguments_type()
            return self.global_value(node.name)
        env = self.env
        if env is not None:
            known = env.get(binding)
            if known is not None:
                return known
        return self.read(self.cell(binding))

    def arguments_type(self) -> Type:
        """``arguments`` of a function without parameters is what a rest parameter holds."""
        home = self.home()
        if isinstance(home, n.Function):
            rest = self.function(home).rest
            if rest is not None and not home.params:
                return frozenset({rest})
        return t.T_ANY

    def super_(self, node: n.Super) -> Type:
        return self.super_types()

    def template(self, node: n.TemplateLiteral) -> Type:
        for expression in node.expressions:
            self.evaluate(expression)
        return t.T_STRING

    def tagged_template(self, node: n.TaggedTemplateExpression) -> Type:
        tag = self.evaluate(node.tag)
        values = [self.evaluate(expression) for expression in node.quasi.expressions]
        if (
            isinstance(node.tag, n.MemberExpression)
            and isinstance(node.tag.object, n.Identifier)
            and node.tag.object.name == "String"
            and node.tag.object not in self.scopes.binding_of
        ):
            return t.T_STRING
        strings = self.array_at((node, "strings"), node)
        self.widen(strings.elem, t.T_STRING)
        this: Type = t.NEVER
        if isinstance(node.tag, n.MemberExpression):
            this = self.types.get(node.tag.object, t.NEVER)
        return self.call(tag, [frozenset({strings}), *values], None, this, node)

    # -- literals ------------------------------------------------------------------

    def array_expression(self, node: n.ArrayExpression) -> Type:
        atom = self.array_at(node, node)
        fixed = len(node.elements) <= 12
        items: list[Cell] = atom.items if atom.items is not None else []
        fresh = not items
        for position, element in enumerate(node.elements):
            if element is None:
                self.widen(atom.elem, t.T_UNDEFINED)
                fixed = False
                continue
            if isinstance(element, n.SpreadElement):
                types = self.iterated(self.evaluate(element.argument))
                self.types[element] = types
                fixed = False
            else:
                types = self.evaluate(element)
            self.widen(atom.elem, types)
            if fixed:
                if fresh or position >= len(items):
                    items.append(Cell())
                self.widen(items[position], types)
        if fixed and node not in self.resized:
            atom.items = items
        else:
            atom.items = None
        return frozenset({atom})

    def object_expression(self, node: n.ObjectExpression) -> Type:
        atom = self.object_at(node, node)
        result: Type = frozenset({atom})
        there: set[str] = set()
        for item in node.properties:
            if isinstance(item, n.SpreadElement):
                types = self.evaluate(item.argument)
                self.types[item] = types
                self.copy_properties(types, atom)
                there |= self.common_keys(types)
                continue
            name = self.property_name(item.key, item.computed)
            key = self.evaluate(item.key) if item.computed else t.T_STRING
            if item.kind != "init":
                function = self.function(item.value)  # type: ignore[arg-type]
                self.types[item.value] = frozenset({function})
                self.widen(function.this, result)
                self.own_names.add(name or "")
                if name is not None:
                    there.add(name)
                    atom.accessors[f"{item.kind} {name}"] = item
                    if item.kind == "get":
                        self.widen(
                            atom.prop(name), self.call_function(function, [], result)
                        )
                    else:
                        self.call_function(function, [self.read(atom.prop(name))], result)
                continue
            types = self.evaluate(item.value)
            for value in types:
                if isinstance(value, t.FunctionAtom):
                    if name is not None:
                        self.own_names.add(name)
                    if isinstance(item.value, n.FunctionExpression):
                        self.widen(value.this, result)
            if name is None:
                self.widen(atom.keys, key)
                self.widen(atom.dynamic, types)
            else:
                there.add(name)
                self.widen(atom.prop(name), types)
        self.keep_keys(atom, "literal", there)
        return result

    def common_keys(self, types: Type) -> set[str]:
        """The keys that each value of a type surely has."""
        keys: set[str] | None = None
        for atom in types:
            own = atom.present if isinstance(atom, t.ObjectAtom) else set()
            keys = set(own) if keys is None else keys & own
        return keys or set()

    def copy_properties(self, types: Type, target: t.ObjectAtom) -> None:
        """``{...types}`` and ``Object.assign(target, types)``."""
        for source in types:
            if isinstance(source, (t.ObjectAtom, t.InstanceAtom)):
                for name, cell in list(source.props.items()):
                    self.widen(target.prop(name), self.read(cell))
                self.widen(target.dynamic, self.read(source.dynamic))
                self.widen(target.keys, self.read(source.keys))
            elif isinstance(source, t.ErrorAtom):
                for name, cell in list(source.props.items()):
                    self.widen(target.prop(name), self.read(cell))
            elif source is t.ANY:
                self.widen(target.dynamic, t.T_ANY)
                self.widen(target.keys, t.T_STRING)

    def property_name(self, key: n.Node, computed: bool) -> str | None:
        """The name of a member where it is fixed, else None."""
        if isinstance(key, n.Identifier):
            return None if computed else key.name
        if isinstance(key, n.PrivateIdentifier):
            return f"#{key.name}"
        if isinstance(key, n.StringLiteral):
            return key.value
        if isinstance(key, n.NumberLiteral) and isinstance(key.value, int):
            return str(key.value)
        if isinstance(key, n.MemberExpression) and isinstance(key.object, n.Identifier):
            if key.object.name == "Symbol" and isinstance(key.property, n.Identifier):
                return f"@@{key.property.name}"
        if isinstance(key, n.TemplateLiteral) and not key.expressions:
            return key.quasis[0].cooked
        return None

    def function_expression(self, node: n.Function) -> Type:
        atom = self.function(node)
        if isinstance(node, n.FunctionExpression) and node.id is not None:
            self.widen(self.cell(self.scopes.binding_of[node.id]), frozenset({atom}))
        if self.env:
            stable = self.lasting(self.env)
            known = self.captured_env.get(node)
            if known != stable:
                self.captured_env[node] = stable
                if atom.called:
                    self.enqueue(node)
        return frozenset({atom})

    def lasting(self, env: Env | None) -> Env:
        """What is known of names now, and will be when a closure runs."""
        return {b: k for b, k in (env or {}).items() if not self.varies(b)}

    def varies(self, binding: Binding) -> bool:
        """Whether a closure may find another value than there was when it was made."""
        return binding.reassigned or (
            binding.kind == "var" and self.in_loop(binding.node)
        )

    def class_value(self, node: n.Class) -> Type:
        return self.class_(node)

    # -- operators -----------------------------------------------------------------

    def chain(self, node: n.ChainExpression) -> Type:
        types = self.evaluate(node.expression)
        return types | t.T_UNDEFINED if self.may_short(node.expression) else types

    def may_short(self, node: n.Node) -> bool:
        """Whether a link of an optional chain may find null or undefined."""
        while isinstance(node, (n.MemberExpression, n.CallExpression)):
            inner = node.object if isinstance(node, n.MemberExpression) else node.callee
            if node.optional:
                types = self.types.get(inner, t.NEVER)
                if types & t.NULLISH or t.ANY in types or not types:
                    return True
                if isinstance(inner, n.MemberExpression) and inner.computed:
                    # There may be no such element.
                    return True
            node = inner
        return False

    def unary(self, node: n.UnaryExpression) -> Type:
        operator = node.operator
        types = self.evaluate(node.argument)
        if operator in ("!", "delete"):
            if operator == "delete":
                self.deleted(node.argument)
            return t.T_BOOLEAN
        if operator == "typeof":
            return t.T_STRING
        if operator == "void":
            return t.T_UNDEFINED
        if not types:
            return t.NEVER
        if operator == "~":
            return t.T_BIGINT if types <= t.T_BIGINT else t.T_INT
        if types <= t.T_BIGINT:
            return t.T_BIGINT
        widest = numeric(types)
        if operator == "-":
            value = constant_number(node, self.scopes)
            if value is not None:
                return t.T_INT if is_exact_integer(value) else t.T_NUMBER
            return t.T_INT if widest in t.INTEGERS else frozenset({widest})
        if types <= t.NUMBERS or types <= {t.BOOLEAN}:
            return frozenset({widest})
        return t.T_NAN if types != frozenset({t.DATE}) else t.T_INT

    def deleted(self, node: n.Node) -> None:
        if isinstance(node, n.ChainExpression):
            node = node.expression
        if not isinstance(node, n.MemberExpression):
            return
        name = self.property_name(node.property, node.computed)
        for atom in self.types.get(node.object, t.NEVER):
            if isinstance(atom, (t.ObjectAtom, t.InstanceAtom)):
                self.deleted_keys.setdefault(atom, set()).add(name)
                self.lose_keys(atom, set(atom.present) if name is None else {name})

    def update(self, node: n.UpdateExpression) -> Type:
        old = self.evaluate(node.argument)
        if not old:
            return t.NEVER
        if old <= t.T_BIGINT:
            new = old
        else:
            new = arithmetic("+" if node.operator == "++" else "-", old, t.T_NAT)
        self.assign(node.argument, new)
        self.types[node.argument] = old
        if node.prefix:
            return new
        return old if old <= t.NUMBERS | t.T_BIGINT else frozenset({numeric(old)})

    def binary(self, node: n.BinaryExpression) -> Type:
        if isinstance(node.left, n.PrivateIdentifier):
            self.evaluate(node.right)
            return t.T_BOOLEAN
        left, right = self.evaluate(node.left), self.evaluate(node.right)
        result = self.operate(node.operator, left, right)
        if may_turn_negative(node.operator, result) and (
            self.magnitude.wide(node.left) or self.magnitude.wide(node.right)
        ):
            return t.T_INT
        if result and result <= t.INTEGERS and node.operator in _GROWING:
            value = constant_number(node, self.scopes)
            if value is not None and not is_exact_integer(value):
                return t.T_NUMBER
            if node.operator == "*" and (
                self.multiplies_itself(node) or self.may_round(node)
            ):
                return t.T_NUMBER
        return result

    def multiplies_itself(self, node: n.BinaryExpression) -> bool:
        """``n * factorial(n - 1)``, ``x = x * y`` in a loop, ``(a, x) => a * x`` to reduce.

        Such a product soon leaves the integers that JavaScript holds exactly.
        """
        parent = self.scopes.parents.get(node)
        for operand in (node.left, node.right):
            if isinstance(operand, n.CallExpression):
                unit = self.functions.get(self.unit)
                if unit is not None and unit in self.targets.get(operand, ()):
                    return True
            elif isinstance(operand, n.Identifier):
                binding = self.scopes.binding_of.get(operand)
                if binding is None:
                    continue
                if (
                    isinstance(parent, n.AssignmentExpression)
                    and isinstance(parent.left, n.Identifier)
                    and self.scopes.binding_of.get(parent.left) is binding
                    and self.in_loop(parent)
                ):
                    return True
                if isinstance(self.unit, n.Function) and parent in (
                    self.unit,
                    *self.scopes.facts[self.unit].returns,
                ):
                    params = self.unit.params
                    if params and operand_of(params[0], binding, self.scopes.binding_of):
                        return self.is_reducer(self.unit)
        return False

    def may_round(self, node: n.Node) -> bool:
        """Whether a product of integers may be too large for JavaScript to be exact.

        ``(seed * 1103515245 + 12345) % 2 ** 31``: such a product is computed with floats in
        Python too. Without a modulus factors of up to 25 bits are taken for granted.
        """
        if isinstance(node, n.AssignmentExpression):
            if node.operator != "*=":
                return False
            constant = constant_number(node.right, self.scopes)
            return constant is not None and abs(constant) >= 2**22 and self.in_loop(node)
        if not isinstance(node, n.BinaryExpression) or node.operator != "*":
            return False
        modulus = self.modulus_around(node)
        factors = [
            abs(value)
            for value in (
                constant_number(node.left, self.scopes),
                constant_number(node.right, self.scopes),
            )
            if value is not None
        ]
        if len(factors) == 2:
            return False
        if factors:
            return factors[0] * (modulus or 2.0**25) >= 2**53
        return modulus is not None and modulus**2 > 2**53

    def modulus_around(self, node: n.Node) -> float | None:
        """``m`` of ``(... node ...) % m``, and what the operators on 32 bits leave."""
        parent = self.scopes.parents.get(node)
        while isinstance(parent, n.BinaryExpression) and parent.operator in ("+", "-"):
            node, parent = parent, self.scopes.parents.get(parent)
        if not isinstance(parent, n.BinaryExpression) or parent.left is not node:
            return None
        constant = constant_number(parent.right, self.scopes)
        if constant is None:
            return None
        if parent.operator == "%":
            return abs(constant)
        if parent.operator in (">>>", "|", "&", "^"):
            return 2.0**31 if constant == 0 or parent.operator == "&" else None
        return None

    def is_reducer(self, node: n.Function) -> bool:
        call = self.scopes.parents.get(node)
        return (
            isinstance(call, n.CallExpression)
            and node in call.arguments
            and isinstance(call.callee, n.MemberExpression)
            and isinstance(call.callee.property, n.Identifier)
            and call.callee.property.name in ("reduce", "reduceRight")
        )

    def in_loop(self, node: n.Node) -> bool:
        current: n.Node | None = node
        while current is not None and not isinstance(current, n.Function):
            if isinstance(current, LOOPS):
                return True
            current = self.scopes.parents.get(current)
        return False

    def constant_number(self, node: n.Node, depth: int = 8) -> float | None:
        return constant_number(node, self.scopes, depth)

    def operate(self, operator: str, left: Type, right: Type) -> Type:
        if operator in _COMPARISONS:
            return t.T_BOOLEAN
        if operator == "+":
            return self.plus(left, right)
        return arithmetic(operator, left, right)

    def plus(self, left: Type, right: Type) -> Type:
        """ECMA-262 13.15.3: text where either side is text (or becomes text)."""
        if not left or not right:
            return t.NEVER
        simple = t.NUMBERS | t.NULLISH | {t.BOOLEAN, t.BIGINT}
        result: Type = t.NEVER
        if left <= t.T_STRING or right <= t.T_STRING:
            return t.T_STRING
        if left <= simple and right <= simple:
            return arithmetic("+", left, right)
        if t.ANY in left or t.ANY in right:
            known = (left | right) - t.T_ANY
            if left <= simple or right <= simple:
                return frozenset({t.NUMBER, t.STRING})
            return frozenset({t.NUMBER, t.STRING}) | (known & t.T_BIGINT)
        a, b = left & simple, right & simple
        if a and b:
            result = arithmetic("+", a, b)
        return result | t.T_STRING

    def logical(self, node: n.LogicalExpression) -> Type:
        left = self.evaluate(node.left)
        before = self.env
        operator = node.operator
        if operator == "??":
            self.env = before
            right = self.evaluate(node.right)
            self.env = self.merge(before, self.env)
            # Types of elements do not say that there may be none: `array[i] ?? other`.
            return t.without_nullish(left) | right
        self.env = self.narrow(node.left, before, operator == "&&")
        right = self.evaluate(node.right)
        self.env = self.merge(before, self.env)
        if operator == "&&":
            if isinstance(node.left, n.MemberExpression) and node.left.computed:
                left |= t.T_UNDEFINED
            return self.falsy_part(left) | right
        return self.truthy_part(left) | right

    def falsy_part(self, types: Type) -> Type:
        return types & (t.NULLISH | t.NUMBERS | {t.BOOLEAN, t.STRING, t.BIGINT, t.ANY})

    def truthy_part(self, types: Type) -> Type:
        return types - t.NULLISH

    def conditional(self, node: n.ConditionalExpression) -> Type:
        self.evaluate(node.test)
        before = self.env
        self.env = self.narrow(node.test, before, True)
        first = self.evaluate(node.consequent)
        after_first = self.env
        self.env = self.narrow(node.test, before, False)
        second = self.evaluate(node.alternate)
        self.env = self.merge(after_first, self.env)
        return first | second

    def sequence(self, node: n.SequenceExpression) -> Type:
        result: Type = t.NEVER
        for expression in node.expressions:
            result = self.evaluate(expression)
        return result

    def assignment(self, node: n.AssignmentExpression) -> Type:
        operator = node.operator
        if operator == "=":
            types = self.evaluate(node.right)
            self.assign(node.left, types)
            return types
        old = self.evaluate(node.left)
        if operator in ("&&=", "||=", "??="):
            before = self.env
            right = self.evaluate(node.right)
            self.env = self.merge(before, self.env)
            if operator == "&&=":
                new = self.falsy_part(old) | right
            elif operator == "||=":
                new = self.truthy_part(old) | right
            else:
                new = t.without_nullish(old) | right
        else:
            new = self.operate(operator[:-1], old, self.evaluate(node.right))
            if operator == "*=" and new and new <= t.INTEGERS and self.in_loop(node):
                new = t.T_NUMBER
            elif may_turn_negative(operator, new) and (
                self.magnitude.wide(node.left) or self.magnitude.wide(node.right)
            ):
                new = t.T_INT
        self.assign(node.left, new)
        self.types[node.left] = old
        return new

    def await_expression(self, node: n.AwaitExpression) -> Type:
        return self.awaited(self.evaluate(node.argument))

    def yield_expression(self, node: n.YieldExpression) -> Type:
        function = self.functions.get(self.unit)
        types = (
            self.evaluate(node.argument) if node.argument is not None else t.T_UNDEFINED
        )
        if function is None:
            return t.T_ANY
        if node.delegate:
            self.widen(function.yields, self.iterated(types, function.node.is_async))
            result: Type = t.NEVER
            for atom in types:
                if isinstance(atom, t.GeneratorAtom):
                    self.widen(atom.sent, self.read(function.sent))
                    result |= self.read(atom.result)
                    if not isinstance(atom.site, n.Function):
                        result |= t.T_UNDEFINED
                elif isinstance(atom, (t.InstanceAtom, t.ObjectAtom)) or atom is t.ANY:
                    result |= t.T_ANY
                else:
                    result |= t.T_UNDEFINED
            return result
        if function.node.is_async:
            types = self.awaited(types)
        self.widen(function.yields, types)
        return self.read(function.sent) | t.T_UNDEFINED

    def import_expression(self, node: n.ImportExpression) -> Type:
        self.evaluate(node.source)
        promise = self.promise_at(node, node)
        self.widen(promise.value, t.T_ANY)
        return frozenset({promise})
