"""Assignments, ``i++`` and ``a, b`` as values."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..pytree import build as b
from .collection_literals import CollectionLiterals


class AssignedValues(CollectionLiterals):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        #: names for what compound assignments assign, where it is asked for
        self.valued: dict[n.Node, Binding] = {}

    def sequence(self, node: n.SequenceExpression) -> ast.expr:
        for expression in node.expressions[:-1]:
            self.effect(expression)
        return self.expr(node.expressions[-1])

    def assignment_value(self, node: n.AssignmentExpression) -> ast.expr:
        left = node.left
        if isinstance(left, n.Identifier) and node.operator == "=":
            binding = self.scopes.binding_of.get(left)
            if (
                binding is not None
                and self.walrus_allowed(binding)
                and not self.is_unassignable(left)
            ):
                value = self.expr(node.right)
                return self.walrus(binding, value)
        if isinstance(left, n.MemberExpression) and (
            self.effects.reads_accessor(left) or self.element_class(left.object)
        ):
            return self.value_for_accessor(node, left)
        self.effect(node)
        if isinstance(left, (n.Identifier, n.MemberExpression)):
            return self.read_again(left)
        if isinstance(node.right, n.Identifier):
            return self.expr(node.right)
        raise self.refuse(node, "the value of a destructuring assignment")

    def value_for_accessor(
        self, node: n.AssignmentExpression, left: n.MemberExpression
    ) -> ast.expr:
        """The value of an assignment is what is assigned, not what a getter gives then."""
        if node.operator == "=":
            held = self.temp("assigned")
            value = self.expr(node.right)
            self.emit(b.assign(self.target(held), value))
            self.preset[node.right] = self.load(held)
            self.effect(node)
            return self.load(held)
        if node.operator in ("&&=", "||=", "??="):
            # What the getter gives is the value where nothing is assigned.
            self.fix_target(left)
            held = self.temp("assigned")
            self.emit(b.assign(self.target(held), self.expr(left)))
            read = self.load(held)
            test = (
                b.compare(read, "is", b.const(None))
                if node.operator == "??="
                else self.as_test(read, self.type_of(left))
            )
            block: list[ast.stmt] = []
            with self.into(block):
                value = self.expr(node.right)
                block.append(b.assign(self.target(held), value))
                block.append(b.assign(self.member_target(left), self.load(held)))
            if node.operator == "||=":
                test = b.negate(test)
            self.emit(b.if_(test, block))
            self.unfix(left)
            return self.load(held)
        self.valued[node] = held = self.temp("assigned")
        self.effect(node)
        return self.load(held)

    def walrus_allowed(self, binding: Binding) -> bool:
        """``:=`` binds in the function around; a lambda or class body would keep it."""
        return (
            self.fn.kind in ("function", "main", "module")
            and self.home(binding) is self.fn
        )

    def read_again(self, node: n.Node) -> ast.expr:
        """A target that was just assigned, as a value; its parts must be repeatable."""
        if isinstance(node, n.MemberExpression) and not (
            self.effects.pure(node.object)
            and (not node.computed or self.effects.pure(node.property))
        ):
            raise self.refuse(node, "an assignment to this member as a value")
        return self.expr(node)

    # -- i++ -----------------------------------------------------------------------------

    def update_value(self, node: n.UpdateExpression) -> ast.expr:
        """``i++`` as a value: the old value is kept, then the variable changes."""
        if node.prefix:
            changed = node.argument
            if isinstance(changed, n.MemberExpression) and (
                self.element_class(changed.object) not in (None, "Float64Array")
            ):
                # The value is the sum, not what the array holds of it.
                raise self.refuse(node, "++ or -- before an element of a typed array")
            self.effect(node)
            return self.read_again(node.argument)
        kinds = self.type_of(node.argument) - t.NULLISH - t.T_ANY
        if not kinds <= t.NUMBERS | t.T_BIGINT or not self.effects.pure(node.argument):
            # The value of `text++` is a number, too (ECMA-262 13.4.2.1); and what has
            # effects, as `make().count++`, is evaluated once.
            self.valued[node] = held = self.temp("previous")
            self.effect(node)
            return self.load(held)
        if self.update_later(node):
            block: list[ast.stmt] = []
            with self.into(block):
                self.effect(node)
            self.later.extend(block)
            return self.expr(node.argument)
        old = self.spill(self.expr(node.argument), "previous")
        self.effect(node)
        return old

    def update_later(self, node: n.UpdateExpression) -> bool:
        """Whether ``i++`` inside of a statement may be done behind it: nobody sees it."""
        target = node.argument
        if isinstance(target, n.MemberExpression):
            holder = self.scopes.parents.get(node)
            return (
                isinstance(holder, (n.AssignmentExpression, n.VariableDeclarator))
                and not self.fn.tries
                and self.effects.pure(target)
                and self.stands_for_statement(holder)
                and not (
                    isinstance(holder, n.AssignmentExpression)
                    and (
                        holder.operator != "="
                        or not self.effects.pure(holder.left)
                        or self.same_property(holder.left, target)
                    )
                )
            )
        if not isinstance(target, n.Identifier):
            return False
        binding = self.scopes.binding_of.get(target)
        if binding is None:
            return False
        if self.is_only_value(node, binding):
            return True
        if binding.captured_by or self.home(binding) is not self.fn:
            return False
        if self.fn.tries or binding.function is not self.scopes.enclosing_function(
            node
        ):
            return False
        current: n.Node = node
        while True:
            parent = self.scopes.parents.get(current)
            if isinstance(parent, (n.ExpressionStatement, n.VariableDeclaration)):
                break
            if isinstance(parent, n.AssignmentExpression):
                if parent.operator not in ("=", "+=", "-="):
                    return False
            elif not isinstance(
                parent,
                (n.MemberExpression, n.BinaryExpression, n.CallExpression, n.ArrayExpression,
                 n.YieldExpression, n.VariableDeclarator, n.TemplateLiteral, n.NewExpression,
                 n.ObjectExpression, n.Property),
            ):  # fmt: skip
                return False
            current = parent
        if parent is not self.later_of:
            return False
        if isinstance(parent, n.VariableDeclaration) and len(parent.declarations) != 1:
            return False
        if isinstance(self.scopes.parents.get(parent), n.ForStatement):
            return False
        return (
            sum(parent.start <= r.start < parent.end for r in binding.references) == 1
        )

    def is_only_value(self, node: n.UpdateExpression, binding: Binding) -> bool:
        """``const job = next++;``: nothing happens between reading and changing it."""
        holder = self.scopes.parents.get(node)
        target: n.Node | None = None
        if isinstance(holder, n.VariableDeclarator):
            target = holder.id
        elif isinstance(holder, n.AssignmentExpression) and holder.operator == "=":
            target = holder.left
        return (
            holder is not None
            and isinstance(target, n.Identifier)
            and self.scopes.binding_of.get(target) not in (None, binding)
            and self.stands_for_statement(holder)
        )

    def stands_for_statement(self, node: n.Node) -> bool:
        """Whether an assignment or declarator is all of the statement being made."""
        parent = self.scopes.parents.get(node)
        if isinstance(parent, n.VariableDeclaration):
            if len(parent.declarations) != 1 or not isinstance(
                parent.declarations[0].id, n.Identifier
            ):
                return False
            if isinstance(self.scopes.parents.get(parent), n.ForStatement):
                return False
        elif not isinstance(parent, n.ExpressionStatement):
            return False
        return parent is self.later_of

    def same_property(self, one: n.Node, other: n.MemberExpression) -> bool:
        """Whether an assignment may change what the other member reads."""
        if not isinstance(one, n.MemberExpression):
            return any(
                isinstance(one, n.Identifier)
                and isinstance(x, n.Identifier)
                and self.scopes.binding_of.get(x) is self.scopes.binding_of.get(one)
                for x in n.walk(other)
            )
        if one.computed or other.computed:
            return True
        names = {getattr(x.property, "name", None) for x in n.walk(other)
                 if isinstance(x, n.MemberExpression)}  # fmt: skip
        return getattr(one.property, "name", None) in names
