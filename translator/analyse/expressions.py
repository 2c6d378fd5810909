"""Types of expressions. Each handler returns the type and records it in ``types``."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from functools import cache
from typing import Any

from ..parse import nodes as n
from . import types as t
from .constants import number_text
from .encoded import encoded_streams
from .infinities import of_constant
from .operators import Operators
from .scopes import Binding, Scopes
from .signatures import Signatures
from .symbols import symbol_name
from .types import Cell, Type

_WITH_UNKNOWN_KEYS = (
    t.BuiltinAtom,
    t.ClassAtom,
    t.FunctionAtom,
    t.HostAtom,
    t.ModuleAtom,
)


class Expressions(Operators):
    def __init__(self, scopes: Scopes, signatures: Signatures) -> None:
        super().__init__(scopes, signatures)
        self.expression_handlers = expression_handlers(type(self))  # type: ignore[arg-type]
        self.encoded = encoded_streams(scopes)

    def evaluate(self, node: n.Node) -> Type:
        """The type of an expression; its effects flow into cells."""
        handler = self.expression_handlers.get(type(node))
        types = handler(self, node) if handler is not None else t.T_ANY
        if node in self.encoded:
            types = self.as_text(types)
        self.types[node] = types
        return types

    def as_text(self, types: Type) -> Type:
        """Streams, where the program calls ``setEncoding`` of them."""
        return frozenset(
            (
                self.host(encoded)
                if isinstance(a, t.HostAtom)
                and (encoded := self.signatures.word(a.name, "encoded"))
                else a
            )
            for a in types
        )

    # -- leaves --------------------------------------------------------------------

    def number(self, node: n.NumberLiteral) -> Type:
        if isinstance(node.value, int):
            return t.T_NAT
        return t.T_NUMBER | of_constant(node.value)

    def identifier(self, node: n.Identifier) -> Type:
        binding = self.scopes.binding_of.get(node)
        if binding is None:
            if node.name == "arguments":
                return self.arguments_type()
            return self.global_value(node.name)
        env = self.env
        if env is not None:
            known = env.get(binding)
            if known is not None and not (
                self.in_instance_field() and self.varies(binding)
            ):
                return self.with_constants(known)
        return self.with_constants(self.read(self.cell(binding)))

    def arguments_type(self) -> Type:
        """``arguments`` is what a rest parameter of a function without others holds."""
        home = self.home()
        if isinstance(home, n.Function):
            atom = self.function(home)
            given = atom.given if home.params else atom.rest
            if given is not None:
                return frozenset({given})
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
        if fixed and self.keeps_places(atom):
            atom.items = items
        else:
            self.blur(atom)
        return frozenset({atom})

    def object_expression(self, node: n.ObjectExpression) -> Type:
        atom = self.object_at(node, node)
        result: Type = frozenset({atom})
        there: set[str] = set()
        later = self.later_names(node)
        for item in node.properties:
            if isinstance(item, n.SpreadElement):
                types = self.evaluate(item.argument)
                self.types[item] = types
                self.copy_properties(types, atom, later[item])
                there |= self.common_keys(types)
                continue
            name = self.property_name(item.key, item.computed)
            key = self.evaluate(item.key) if item.computed else t.T_STRING
            if item.kind != "init":
                assert isinstance(item.value, n.Function)
                function = self.function(item.value)
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
                        self.call_function(
                            function, [self.read(atom.prop(name))], result
                        )
                continue
            types = self.evaluate(item.value)
            for value in t.ordered(types):
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

    def later_names(self, node: n.ObjectExpression) -> dict[n.Node, frozenset[str]]:
        """For each spread of a literal the names that are written over behind it."""
        found: dict[n.Node, frozenset[str]] = {}
        names: frozenset[str] = frozenset()
        for item in reversed(node.properties):
            if isinstance(item, n.SpreadElement):
                found[item] = names
            elif item.kind == "init":
                name = self.property_name(item.key, item.computed)
                if name is not None:
                    names |= {name}
        return found

    def common_keys(self, types: Type) -> set[str]:
        """The keys that each value of a type surely has."""
        keys: set[str] | None = None
        for atom in t.ordered(types):
            own = atom.present if isinstance(atom, t.ObjectAtom) else set()
            keys = set(own) if keys is None else keys & own
        return keys or set()

    def copy_properties(
        self, types: Type, target: t.ObjectAtom, without: Container[str] = ()
    ) -> None:
        """``{...types}`` and ``Object.assign(target, types)``, some names left out."""
        for source in t.ordered(types):
            if isinstance(source, (t.ObjectAtom, t.InstanceAtom, t.ErrorAtom)):
                for name, cell in self.own_cells(source):
                    if name not in without:
                        self.widen(target.prop(name), self.read(cell))
                if not isinstance(source, t.ErrorAtom):
                    self.widen(target.dynamic, self.read(source.dynamic))
                    self.widen(target.keys, self.read(source.keys))
            elif isinstance(source, t.SettledAtom):
                self.widen(target.prop("status"), t.T_STRING)
                self.widen(target.prop("value"), self.read(source.value))
                self.widen(
                    target.prop("reason"),
                    self.read(self.thrown) | {self.error("Error")},
                )
            elif isinstance(source, t.ArrayAtom) or source is t.STRING:
                self.widen(target.dynamic, self.iterated(frozenset({source})))
                self.widen(target.keys, t.T_STRING)
            elif source is t.ANY or isinstance(source, _WITH_UNKNOWN_KEYS):
                self.widen(target.dynamic, t.T_ANY)
                self.widen(target.keys, t.T_STRING)

    def own_cells(
        self, source: t.ObjectAtom | t.InstanceAtom | t.ErrorAtom
    ) -> Iterator[tuple[str, Cell]]:
        """The properties of an object, with the fields that classes above declare."""
        holders: list[
            t.ObjectAtom | t.InstanceAtom | t.ListInstanceAtom | t.ErrorAtom
        ] = [source]
        if isinstance(source, t.InstanceAtom):
            above = (cls.instance for cls in self.ancestors(source.cls))
            holders += [instance for instance in above if instance is not source]
        for holder in holders:
            if not isinstance(holder, t.ErrorAtom):
                self.read(holder.keys)
            yield from list(holder.props.items())

    def property_name(self, key: n.Node, computed: bool) -> str | None:
        """The name of a member where it is fixed, else None."""
        if isinstance(key, n.Identifier):
            return symbol_name(self.scopes, key) if computed else key.name
        if isinstance(key, n.PrivateIdentifier):
            return f"#{key.name}"
        if isinstance(key, n.StringLiteral):
            return key.value
        if isinstance(key, n.NumberLiteral):
            return number_text(key.value)
        if isinstance(key, n.BigIntLiteral):
            return str(key.value)
        if isinstance(key, (n.MemberExpression, n.CallExpression)):
            return symbol_name(self.scopes, key)
        if isinstance(key, n.TemplateLiteral) and not key.expressions:
            return key.quasis[0].cooked
        return None

    def function_expression(self, node: n.Function) -> Type:
        atom = self.function(node)
        if isinstance(node, n.FunctionExpression) and node.id is not None:
            self.widen(self.cell(self.scopes.binding_of[node.id]), frozenset({atom}))
        env = self.env
        if env is not None:
            # What is known of names now, and will be when the function runs.
            stable: dict[Binding, Type] = {}
            for binding in self.scopes.captures.get(node, ()):
                types = None if self.varies(binding) else env.get(binding)
                if types is not None:
                    stable[binding] = types
            if self.captured_env.get(node, {}) != stable:
                self.captured_env[node] = stable
                if atom.called:
                    self.enqueue(node)
        return frozenset({atom})

    def varies(self, binding: Binding) -> bool:
        """Whether a closure may find another value than there was when it was made."""
        return binding.reassigned or (
            binding.kind == "var" and self.in_loop(binding.node)
        )

    def class_value(self, node: n.Class) -> Type:
        return self.class_(node)

    # -- parts and waits -------------------------------------------------------------

    def sequence(self, node: n.SequenceExpression) -> Type:
        result: Type = t.NEVER
        for expression in node.expressions:
            result = self.evaluate(expression)
        return result

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
            for atom in t.ordered(types):
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


@cache
def expression_handlers(
    cls: type[Any],
) -> dict[type[n.Node], Callable[..., Type]]:
    """What is called for each kind of node, with the one who asks; made once."""
    return {
        n.Identifier: cls.identifier,
        n.StringLiteral: lambda self, node: t.T_STRING,
        n.NumberLiteral: cls.number,
        n.BigIntLiteral: lambda self, node: t.T_BIGINT,
        n.BooleanLiteral: lambda self, node: t.T_BOOLEAN,
        n.NullLiteral: lambda self, node: t.T_NULL,
        n.RegExpLiteral: lambda self, node: frozenset({t.REGEXP}),
        n.TemplateLiteral: cls.template,
        n.TaggedTemplateExpression: cls.tagged_template,
        n.ArrayExpression: cls.array_expression,
        n.ObjectExpression: cls.object_expression,
        n.FunctionExpression: cls.function_expression,
        n.ArrowFunctionExpression: cls.function_expression,
        n.ClassExpression: cls.class_value,
        n.MemberExpression: cls.member_expression,
        n.CallExpression: cls.call_expression,
        n.NewExpression: cls.new_expression,
        n.ChainExpression: cls.chain,
        n.UnaryExpression: cls.unary,
        n.UpdateExpression: cls.update,
        n.BinaryExpression: cls.binary,
        n.LogicalExpression: cls.logical,
        n.AssignmentExpression: cls.assignment,
        n.ConditionalExpression: cls.conditional,
        n.SequenceExpression: cls.sequence,
        n.AwaitExpression: cls.await_expression,
        n.YieldExpression: cls.yield_expression,
        n.ThisExpression: lambda self, node: self.this_types(),
        n.SpreadElement: lambda self, node: self.evaluate(node.argument),
        n.ImportExpression: cls.import_expression,
        n.MetaProperty: lambda self, node: (
            self.new_target(node) if node.meta == "new" else t.T_ANY
        ),
        n.Super: cls.super_,
    }
