"""Assignments: names, members, patterns."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..parse import nodes as n
from ..pytree import build as b
from .exports import Exports

#: How many names one statement assigns.
_PIECE = 20


class Assignments(Exports):
    def assignment(self, node: n.AssignmentExpression) -> None:
        operator, left = node.operator, node.left
        if isinstance(left, n.MemberExpression) and self.analysis.inference.is_exports(
            left
        ):
            self.exports(node)
            return
        if operator == "=":
            self.assign_plain(node)
        elif operator in ("&&=", "||=", "??="):
            self.assign_logical(node)
        else:
            self.assign_augmented(node)

    def assign_plain(self, node: n.AssignmentExpression) -> None:
        left, right = node.left, node.right
        if (
            isinstance(left, n.ArrayPattern)
            and isinstance(right, n.ArrayExpression)
            and self.swap(left, right)
        ):
            return
        if isinstance(left, n.Identifier):
            binding = self.scopes.binding_of.get(left)
            if (
                isinstance(right, n.AssignmentExpression)
                and right.operator == "="
                and not self.is_unassignable(left)
            ):
                self.assign_several(node)
                return
            if isinstance(right, n.Function) and binding is not None:
                function = self.as_lambda(right)
                value = function or self.function_value(right, left.name)
            else:
                value = self.expr(right)
            if not self.fails_to_assign(left, value):
                self.emit(b.assign(self.name_target(left), value))
        elif isinstance(left, n.MemberExpression):
            self.assign_member(left, right)
        else:
            self.assign_pattern(left, self.expr(right), declare=False)

    def assign_several(self, node: n.AssignmentExpression) -> None:
        """``a = b = value``; long chains in pieces, which black writes in time."""
        targets: list[n.Node] = []
        current: n.Node = node
        while (
            isinstance(current, n.AssignmentExpression)
            and current.operator == "="
            and isinstance(current.left, n.Identifier)
            and not self.is_unassignable(current.left)
        ):
            targets.append(current.left)
            current = current.right
        value = self.expr(current)
        while targets:
            piece, targets = targets[-_PIECE:], targets[:-_PIECE]
            self.emit(
                ast.Assign([self.name_target(x) for x in piece], value)  # type: ignore[arg-type]
            )
            if targets:
                value = self.expr(piece[0])

    def swap(self, left: n.ArrayPattern, right: n.ArrayExpression) -> bool:
        """``[a, b] = [b, a]``: one assignment of a tuple."""
        if len(left.elements) != len(right.elements) or not left.elements:
            return False
        if not all(
            isinstance(e, n.MemberExpression)
            or (isinstance(e, n.Identifier) and not self.is_unassignable(e))
            for e in left.elements
        ):
            return False
        if any(e is None or isinstance(e, n.SpreadElement) for e in right.elements):
            return False
        if any(
            isinstance(e, n.MemberExpression)
            and not (self.effects.pure(e.object) and self.effects.pure(e.property))
            for e in left.elements
        ):
            return False
        values = self.in_order([(e, lambda e=e: self.expr(e)) for e in right.elements])  # type: ignore[misc]
        targets = [self.array_target(e) for e in left.elements]
        self.emit(b.assign(b.tuple_(targets), b.tuple_(values)))
        return True

    # -- members -------------------------------------------------------------------------

    def note_promises(self, node: n.Node) -> None:
        """Say what is different where a library stands for the global Promise."""
        if node in self.scopes.promise_imports:
            self.note(
                node,
                "an error that nobody handles ends the program, as of Node's own "
                "promises; this library only writes a warning",
            )

    def assign_member(self, left: n.MemberExpression, right: n.Node) -> None:
        self.check_library(left)
        if self.binds_itself(left, right):
            return
        if isinstance(left.property, n.PrivateIdentifier) and (
            self.effects.private_kind(left.property) == "method"
        ):
            self.effect(left.object)
            self.effect(right)
            told = b.const(f"Private method '#{left.property.name}' is not writable")
            self.emit(ast.Raise(b.call("TypeError", told), None))
            return
        if isinstance(left.object, n.Super):
            setter = self.super_setter(left)
            if setter is not None:
                self.emit(b.expr(b.call(setter, b.name("self"), self.expr(right))))
                return
        if (
            left.computed
            and self.appends(left)
            and self.may_follow(left.property, [right])
        ):
            obj, value = self.in_order(
                [
                    (left.object, lambda: self.expr(left.object)),
                    (right, lambda: self.expr(right)),
                ]
            )
            self.emit(b.expr(b.call(b.attr(obj, "append"), value)))
            return
        if left.computed and (self.grows_array(left) or self.puts_unknown(left)):
            obj, key, value = self.in_order(
                [
                    (left.object, lambda: self.expr(left.object)),
                    (left.property, lambda: self.expr(left.property)),
                    (right, lambda: self.expr(right)),
                ]
            )
            self.check_gap(left)
            put = "put_at" if self.puts_at(left) else "put_item"
            self.emit(b.expr(self.helper(put, obj, key, value)))
            return
        if (
            isinstance(left.property, n.Identifier)
            and left.property.name == "length"
            and not left.computed
            and any(isinstance(a, t.ArrayAtom) for a in self.type_of(left.object))
        ):
            obj, size = self.in_order(
                [
                    (left.object, lambda: self.expr(left.object)),
                    (
                        right,
                        lambda: self.numeric(
                            self.expr(right), self.type_of(right), right
                        ),
                    ),
                ]
            )
            if isinstance(right, n.NumberLiteral) and right.value == 0:
                self.emit(b.expr(b.call(b.attr(obj, "clear"))))
            else:
                self.emit(b.expr(self.helper("set_length", obj, size)))
            return
        self.fix_before(left, right)
        target, value = self.in_order(
            [
                (None, lambda: self.member_target(left)),
                (right, lambda: self.member_value(left, right)),
            ]
        )
        self.emit(b.assign(b.store(target), value))
        self.unfix(left)

    def binds_itself(self, left: n.MemberExpression, right: n.Node) -> bool:
        """``this.run = this.run.bind(this)``: methods of Python are bound."""
        return (
            isinstance(left.object, n.ThisExpression)
            and isinstance(right, n.CallExpression)
            and isinstance(right.callee, n.MemberExpression)
            and getattr(right.callee.property, "name", "") == "bind"
            and self.same_name(right.callee.object, left)
            and len(right.arguments) == 1
            and isinstance(right.arguments[0], n.ThisExpression)
            and self.fn.this == "self"
            and all(
                isinstance(a, t.FunctionAtom)
                and isinstance(self.scopes.parents.get(a.node), n.MethodDefinition)
                for a in self.type_of(right.callee.object)
            )
        )

    def puts_unknown(self, left: n.MemberExpression) -> bool:
        """A write to what may be a list or a dict, under what may be a number."""
        types, key = self.type_of(left.object), self.type_of(left.property)
        kinds = {type(a) for a in types - t.NULLISH}
        if {t.ArrayAtom, t.ObjectAtom} <= kinds:
            return not any(
                isinstance(a, t.ObjectAtom) and self.representation.is_instance(a)
                for a in types
            )
        return (
            t.ANY in types
            and not key <= t.T_STRING
            and not kinds & {t.ObjectAtom, t.InstanceAtom, t.ClassAtom}
        )

    def puts_at(self, left: n.MemberExpression) -> bool:
        """Whether it surely is an array that is written to, at a place that it may have."""
        kinds = self.type_of(left.object) - t.NULLISH
        return t.only(kinds, t.ArrayAtom) and self.nonneg(left.property)

    def member_value(self, left: n.MemberExpression, right: n.Node) -> ast.expr:
        if isinstance(right, n.Function):
            name = getattr(left.property, "name", None)
            return self.function_value(right, name)
        return self.stored_in(left, self.expr(right), right)
