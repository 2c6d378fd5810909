"""Expressions: one method for each kind of node."""

from __future__ import annotations

import ast
from collections.abc import Callable

from ..analyse import types as t
from ..analyse.scopes import pattern_names
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import CommentedExpr
from .base import Refused
from .calls import Calls


class Expressions(Calls):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        self.expression_handlers: dict[type[n.Node], Callable[..., ast.expr]] = {
            n.Identifier: self.identifier,
            n.StringLiteral: self.string,
            n.NumberLiteral: self.number,
            n.BigIntLiteral: lambda node: b.const(node.value),
            n.BooleanLiteral: lambda node: b.const(node.value),
            n.NullLiteral: lambda node: b.const(None),
            n.RegExpLiteral: self.regexp,
            n.TemplateLiteral: self.template,
            n.TaggedTemplateExpression: self.tagged_template,
            n.ArrayExpression: self.array,
            n.ObjectExpression: self.object_literal,
            n.FunctionExpression: self.function_value,
            n.ArrowFunctionExpression: self.function_value,
            n.ClassExpression: self.class_value,
            n.MemberExpression: self.member,
            n.CallExpression: self.call,
            n.NewExpression: self.new,
            n.ChainExpression: self.chain,
            n.UnaryExpression: self.unary_expression,
            n.UpdateExpression: self.update_value,
            n.BinaryExpression: self.binary_expression,
            n.LogicalExpression: self.logical,
            n.AssignmentExpression: self.assignment_value,
            n.ConditionalExpression: self.conditional,
            n.SequenceExpression: self.sequence,
            n.AwaitExpression: self.await_expression,
            n.YieldExpression: self.yield_expression,
            n.ThisExpression: self.this,
            n.MetaProperty: self.meta_property,
            n.ImportExpression: self.import_expression,
            n.Super: self.super_value,
        }

    def expr(self, node: n.Node) -> ast.expr:
        """The Python of an expression as a value."""
        preset = self.preset.get(node)
        if preset is not None:
            return preset
        handler = self.expression_handlers.get(type(node))
        if handler is None:
            raise self.refuse(node, f"{node.type} is not translated yet")
        return handler(node)

    def test(self, node: n.Node) -> ast.expr:
        """The Python of an expression as a condition: its truth is JavaScript's."""
        preset = self.preset.get(node)
        if preset is None:
            if isinstance(node, n.UnaryExpression) and node.operator == "!":
                value = self.rule_value(node, "test", "value")
                return self.negated(node.argument) if value is None else value
            if isinstance(node, n.LogicalExpression) and node.operator != "??":
                return self.logical_test(node)
            if isinstance(node, n.ChainExpression):
                return self.chain_link(node.expression, test=True)
            value = self.rule_value(node, "test", "value")
            if value is not None:
                if self.last_gives == "boolean" or self.last_is_test:
                    return value
                return self.as_test(value, self.type_of(node))
            if isinstance(node, n.AssignmentExpression) or not isinstance(
                node, n.MemberExpression
            ):
                return self.as_test(self.expr(node), self.type_of(node))
        return self.as_test(self.maybe(node), self.type_of(node))

    def logical_test(self, node: n.LogicalExpression) -> ast.expr:
        left = self.test(node.left)
        block: list[ast.stmt] = []
        with self.into(block):
            right = self.test(node.right)
        if block:
            return self.as_test(
                self.logical_by_statements(
                    node, left, t.T_BOOLEAN, block, right
                ),
                t.T_BOOLEAN,
            )
        return b.and_(left, right) if node.operator == "&&" else b.or_(left, right)

    # -- leaves ----------------------------------------------------------------------

    def identifier(self, node: n.Identifier) -> ast.expr:
        binding = self.scopes.binding_of.get(node)
        if binding is not None:
            if binding.kind == "import":
                return self.imported(node, binding)
            return self.load(binding)
        value = self.rule_value(node, "value")
        if value is not None:
            return value
        if node.name == "undefined":
            return b.const(None)
        if node.name == "NaN":
            self.use("math")
            return b.dotted("math.nan")
        if node.name == "Infinity":
            self.use("math")
            return b.dotted("math.inf")
        if node.name == "arguments":
            return self.arguments_object(node)
        return self.global_value(node)

    def string(self, node: n.StringLiteral) -> ast.expr:
        self.check_halves(node, node.value)
        return b.const(node.value)

    def number(self, node: n.NumberLiteral) -> ast.expr:
        if node.value == float("inf"):
            self.use("math")
            return b.dotted("math.inf")
        return b.const(node.value)

    def regexp(self, node: n.RegExpLiteral) -> ast.expr:
        return self.made_regexp(node, node.pattern, node.flags)

    def this(self, node: n.ThisExpression) -> ast.expr:
        context = self.fn
        while context is not None:
            if context.this is not None:
                return b.name(context.this)
            if context.parent is None:
                break
            context = context.parent
        if context.kind in ("module", "main"):
            return b.const(None)
        raise self.refuse(node, "`this` in a function that is no method")

    def meta_property(self, node: n.MetaProperty) -> ast.expr:
        if node.meta == "new" and self.fn.node is not None:
            method = self.scopes.parents.get(self.fn.node)
            if isinstance(method, n.MethodDefinition) and method.kind == "constructor":
                return b.call("type", b.name("self"))
        raise self.refuse(node, f"{node.meta}.{node.property} has no counterpart")

    def import_expression(self, node: n.ImportExpression) -> ast.expr:
        raise self.refuse(node, "import() at run time is not translated yet")

    def super_value(self, node: n.Super) -> ast.expr:
        return b.call("super")

    def tagged_template(self, node: n.TaggedTemplateExpression) -> ast.expr:
        value = self.rule_value(node, "value")
        if value is not None:
            return value
        quasis, tag_node = node.quasi.quasis, node.tag
        if (
            isinstance(tag_node, n.MemberExpression)
            and isinstance(tag_node.object, n.Identifier)
            and tag_node.object.name == "String"
            and tag_node.object not in self.scopes.binding_of
            and self.analysis.inference.property_name(
                tag_node.property, tag_node.computed
            ) == "raw"
        ):  # fmt: skip
            return self.template_of(node.quasi, [q.raw for q in quasis])
        if any(q.cooked is None for q in quasis):
            raise self.refuse(node, "an escape that is none, in a tagged template")
        strings = b.list_([b.const(q.cooked) for q in quasis])
        tag, *values = self.in_order(
            [(node.tag, lambda: self.expr(node.tag))]
            + [(e, lambda e=e: self.expr(e)) for e in node.quasi.expressions]  # type: ignore[misc]
        )
        return b.call(tag, strings, *values)

    # -- collections -------------------------------------------------------------------

    def array(self, node: n.ArrayExpression) -> ast.expr:
        if any(isinstance(e, n.SpreadElement) for e in node.elements):
            value = self.rule_value(node, "value")
            if value is not None:
                return value
        if any(e is None for e in node.elements):
            raise self.refuse(node, "an array with holes")
        elements = [e for e in node.elements if e is not None]
        return b.list_(self.in_order([(e, self.element_maker(e)) for e in elements]))

    def element_maker(self, node: n.Node) -> Callable[[], ast.expr]:
        if isinstance(node, n.SpreadElement):
            return lambda: self.with_comments(node, b.star(self.iterable(node.argument)))
        return lambda: self.expr(node)

    def with_comments(self, node: n.Commented, value: ast.expr) -> ast.expr:
        if not node.leading and not node.trailing:
            return value
        return CommentedExpr(
            value,
            [c.text.strip() for c in node.leading],
            " ".join(c.text.strip() for c in node.trailing) or None,
        )

    def iterable(self, node: n.Node) -> ast.expr:
        """A value that is iterated once, by a loop or a spread."""
        value = self.rule_value(node, "iterate", "value")
        if value is not None:
            return value
        value = self.expr(node)
        types = self.type_of(node)
        if t.only(types - t.NULLISH, t.MapAtom):
            return b.call(b.attr(value, "items"))
        if any(isinstance(a, t.MapAtom) for a in types):
            raise self.refuse(node, "a value that is a Map here, another iterable there")
        return value

    def object_literal(self, node: n.ObjectExpression) -> ast.expr:
        atom = self.analysis.inference.object_at(node, node)
        if self.representation.is_instance(atom):
            return self.object_as_class(node, atom)
        makers: list[tuple[n.Node | None, Callable[[], ast.expr]]] = []
        for item in node.properties:
            if isinstance(item, n.SpreadElement):
                argument = item.argument
                makers.append((argument, lambda a=argument: self.spread_object(a)))  # type: ignore[misc]
                continue
            if item.kind != "init":
                raise self.refuse(item, "an accessor here is not translated yet")
            if item.computed and self.analysis.inference.property_name(
                item.key, True
            ) is None:
                makers.append((item.key, lambda k=item.key: self.key(k)))  # type: ignore[misc]
            makers.append((item.value, lambda i=item: self.property_value(i)))  # type: ignore[misc]
        values = iter(self.in_order(makers))
        pairs: list[tuple[ast.expr | str | None, ast.expr]] = []
        for item in node.properties:
            if isinstance(item, n.SpreadElement):
                pairs.append((None, self.with_comments(item, next(values))))
                continue
            name = self.analysis.inference.property_name(item.key, item.computed)
            key: ast.expr | str
            if name is not None:
                if name == "__proto__" and not item.computed and not item.shorthand:
                    raise self.refuse(item, "__proto__ in an object literal")
                key = name
            else:
                key = next(values)
            pairs.append((key, self.with_comments(item, next(values))))
        return b.dict_(pairs)

    def property_value(self, item: n.Property) -> ast.expr:
        if isinstance(item.value, n.Function):
            name = self.analysis.inference.property_name(item.key, item.computed)
            return self.function_value(item.value, name)
        return self.expr(item.value)

    def spread_object(self, node: n.Node) -> ast.expr:
        """``{...node}``: what to put behind ``**``."""
        if (
            isinstance(node, n.LogicalExpression)
            and node.operator == "&&"
            and self.type_of(node.right)
        ):
            test = self.test(node.left)
            return b.cond(test, self.spread_object(node.right), b.dict_())
        value = self.expr(node)
        types = self.type_of(node)
        known = types - t.NULLISH
        if known and all(
            isinstance(a, (t.InstanceAtom, t.ErrorAtom))
            or (isinstance(a, t.ObjectAtom) and self.representation.is_instance(a))
            for a in known
        ):
            return b.call("vars", value)
        if any(
            isinstance(a, (t.ArrayAtom, t.InstanceAtom, t.MapAtom)) or a is t.STRING
            for a in known
        ):
            raise self.refuse(node, "a spread of this kind of value in an object")
        if types & t.NULLISH:
            return b.or_(value, b.dict_())
        return value

    # -- sequences, assignments as values ------------------------------------------------

    def sequence(self, node: n.SequenceExpression) -> ast.expr:
        for expression in node.expressions[:-1]:
            self.effect(expression)
        return self.expr(node.expressions[-1])

    def effect(self, node: n.Node) -> None:
        """An expression whose value nobody looks at, as a statement."""
        raise NotImplementedError

    def unary_expression(self, node: n.UnaryExpression) -> ast.expr:
        value = self.rule_value(node, "value")
        return value if value is not None else self.unary(node)

    def binary_expression(self, node: n.BinaryExpression) -> ast.expr:
        value = self.rule_value(node, "value")
        return value if value is not None else self.binary(node)

    def logical(self, node: n.LogicalExpression) -> ast.expr:
        value = self.rule_value(node, "value")
        return value if value is not None else self.logical_value(node)

    def assignment_value(self, node: n.AssignmentExpression) -> ast.expr:
        left = node.left
        if isinstance(left, n.Identifier) and node.operator == "=":
            binding = self.scopes.binding_of.get(left)
            if binding is not None and self.walrus_allowed(binding):
                value = self.expr(node.right)
                return ast.NamedExpr(self.target(binding), value)
        self.effect(node)
        if isinstance(left, (n.Identifier, n.MemberExpression)):
            return self.read_again(left)
        if isinstance(node.right, n.Identifier):
            return self.expr(node.right)
        raise self.refuse(node, "the value of a destructuring assignment")

    def walrus_allowed(self, binding: object) -> bool:
        """``:=`` binds in the function around; a lambda or class body would keep it."""
        return self.fn.kind in ("function", "main", "module") and self.home(binding) is self.fn  # type: ignore[arg-type]

    def read_again(self, node: n.Node) -> ast.expr:
        """A target that was just assigned, as a value; its parts must be repeatable."""
        if isinstance(node, n.MemberExpression) and not (
            self.effects.pure(node.object)
            and (not node.computed or self.effects.pure(node.property))
        ):
            raise self.refuse(node, "an assignment to this member as a value")
        return self.expr(node)

    def update_value(self, node: n.UpdateExpression) -> ast.expr:
        """``i++`` as a value: the old value is kept, then the variable changes."""
        if node.prefix:
            self.effect(node)
            return self.read_again(node.argument)
        if self.update_later(node):
            block: list[ast.stmt] = []
            with self.into(block):
                self.effect(node)
            self.later.extend(block)
            return self.expr(node.argument)
        old = self.spill(self.expr(node.argument), "previous")
        self.effect(node)
        return old

    later: list[ast.stmt]

    def update_later(self, node: n.UpdateExpression) -> bool:
        raise NotImplementedError

    # -- generators ----------------------------------------------------------------------

    def yield_expression(self, node: n.YieldExpression) -> ast.expr:
        if node.delegate:
            assert node.argument is not None
            if self.fn.is_async:
                return self.yield_all_async(node)
            return b.yield_from(self.iterable(node.argument))
        if node.argument is None:
            return b.yield_()
        types = self.type_of(node.argument)
        if self.fn.is_async and any(isinstance(a, t.PromiseAtom) for a in types):
            return b.yield_(b.await_(self.awaitable(node.argument)))
        return b.yield_(self.expr(node.argument))

    def yield_all_async(self, node: n.YieldExpression) -> ast.expr:
        assert node.argument is not None
        types = self.type_of(node.argument)
        item = self.temp("item")
        is_async = any(
            isinstance(a, t.GeneratorAtom) and a.is_async for a in types
        ) or any(
            isinstance(a, t.InstanceAtom)
            and self.analysis.inference.has_method(a, "@@asyncIterator")
            for a in types
        )
        source = self.iterable(node.argument)
        self.emit(
            b.for_(
                self.target(item),
                source,
                [b.expr(b.yield_(self.load(item)))],
                is_async=is_async,
            )
        )
        return b.const(None)

    def arguments_object(self, node: n.Identifier) -> ast.expr:
        raise self.refuse(
            node, "`arguments` is not translated yet", "use a rest parameter (...args)"
        )

    def object_as_class(self, node: n.ObjectExpression, atom: t.ObjectAtom) -> ast.expr:
        raise NotImplementedError

    def class_value(self, node: n.ClassExpression) -> ast.expr:
        raise NotImplementedError


assert Refused and pattern_names
