"""Fields of instances, and the ``__init__`` that sets them."""

from __future__ import annotations

import ast

from ..analyse import types as t
from ..analyse.symbols import is_own_symbol, is_symbol, written
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import set_trailing
from .attributes import OF_CLASSES
from .context import FunctionContext
from .docs import comment_text
from .first_values import mark
from .methods import Methods


class ClassFields(Methods):
    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        self._constructors: dict[n.Class, n.MethodDefinition | None] = {}

    def constructor(
        self,
        node: n.Class,
        atom: t.ClassAtom | None,
        member: n.MethodDefinition,
        fields: list[n.PropertyDefinition],
        late: list[str],
    ) -> None:
        tree = self.define(
            member.value, None, name="__init__", this="self", method=True, owner=node
        )
        assert isinstance(tree, ast.FunctionDef)
        extra: list[ast.stmt] = []
        context = FunctionContext(
            "function", node, self.fn, this="self", owner_class=node
        )
        with self.entering(context), self.into(extra):
            self.field_statements(node, fields, late)
        early: list[ast.stmt] = []
        if late and self.base_calls_methods(atom):
            extra, early = extra[: -len(late)], extra[-len(late) :]
        position = begin = 0
        for index, statement in enumerate(tree.body):
            if is_docstring(statement):
                position = begin = index + 1
            if is_super_call(statement):
                position = index + 1
                break
        tree.body[position:position] = extra
        tree.body[begin:begin] = early
        if len(tree.body) > 1:
            tree.body = [s for s in tree.body if not isinstance(s, ast.Pass)] or [
                ast.Pass()
            ]
        self.emit(tree)

    def implicit_constructor(
        self,
        node: n.Class,
        atom: t.ClassAtom | None,
        fields: list[n.PropertyDefinition],
        late: list[str],
    ) -> None:
        """An ``__init__`` for fields, where the class has no constructor."""
        context = FunctionContext(
            "function", node, self.fn, this="self", owner_class=node
        )
        body: list[ast.stmt] = []
        args = b.arguments(["self"])
        if node.super_class is not None:
            args.vararg = ast.arg("args")
        with self.entering(context), self.into(body):
            if node.super_class is not None:
                body.append(
                    b.expr(
                        b.call(
                            b.attr(b.call("super"), "__init__"), b.star(b.name("args"))
                        )
                    )
                )
            self.field_statements(node, fields, late)
        if late and self.base_calls_methods(atom):
            body = [*body[-len(late) :], *body[: -len(late)]]
        tree = b.function("__init__", args, body)
        context.tree = tree
        self.emit(tree)

    def field_statements(
        self, owner: n.Class, fields: list[n.PropertyDefinition], late: list[str]
    ) -> None:
        for field in fields:
            if (
                field.value is None
                and not field.leading
                and self.set_at_once(owner, field)
            ):
                continue
            first = len(self.block)
            line = self.source.position(field.start)[0]
            outer_line, self.statement_line = self.statement_line, line
            self.comments_before(field)
            value = self.expr(field.value) if field.value is not None else b.const(None)
            self.emit(b.assign(b.attr("self", self.name_of(field)), value))
            if field.trailing:
                set_trailing(
                    self.block[-1], " ".join(comment_text(c) for c in field.trailing)
                )
            self.statement_line = outer_line
            for made in self.block[first:]:
                made.lineno = line
        for name in late:
            attribute = (
                self.private_name(name[1:], owner.body)
                if name.startswith("#")
                else self.attribute(name)
            )
            self.emit(mark(b.assign(b.attr("self", attribute), b.const(None))))

    # -- which fields --------------------------------------------------------------------

    def is_method_field(self, member: n.PropertyDefinition) -> bool:
        """``handle = () => {...}``: a method, bound to its instance as Python's are.

        What Python looks for in a class has to be one.
        """
        if isinstance(member.value, n.ArrowFunctionExpression):
            return True
        name = self.analysis.inference.property_name(member.key, member.computed)
        if name not in OF_CLASSES or member.static:
            return False
        if not isinstance(member.value, n.Function):
            raise self.refuse(
                member,
                f"{written(name)} of an object that is no method of its own",
                "write it as a method",
            )
        return True

    def base_calls_methods(self, atom: t.ClassAtom | None) -> bool:
        """Whether a constructor above calls methods, which may set what others set late."""
        for cls in self.analysis.inference.ancestors(atom):
            member = cls.members.get("constructor")
            if cls is not atom and member is not None:
                for node in n.walk(member.value):
                    if isinstance(node, n.CallExpression) and isinstance(
                        node.callee, n.MemberExpression
                    ):
                        if isinstance(node.callee.object, n.ThisExpression):
                            return True
        return False

    def late_props(self, node: n.Class, atom: t.ClassAtom | None) -> list[str]:
        """Properties that methods set and the constructor does not: undefined at first."""
        if atom is None:
            return []
        own = {
            name
            for name in atom.instance.props
            if name not in atom.instance.present
            and (not is_symbol(name) or is_own_symbol(name))
            and self.analysis.inference.find_member(atom, name) is None
            and atom.instance.props[name].types
            and self.is_preset(atom.instance, name)
        }
        cls: t.Atom | None = atom
        for _ in range(50):
            cls = next(
                (
                    x
                    for x in getattr(cls, "bases", t.Cell()).types
                    if isinstance(x, t.ClassAtom)
                ),
                None,
            )
            if cls is None:
                break
            assert isinstance(cls, t.ClassAtom)
            own -= cls.instance.present
        if self.analysis.inference.error_bases(atom.instance):
            own -= {"message", "name", "stack", "cause", "errors"}
        return [p for p in atom.instance.props if p in own]

    def written_constructor(self, node: n.Class) -> n.MethodDefinition | None:
        """The constructor that a class has of its own; looked for once."""
        if node not in self._constructors:
            self._constructors[node] = next(
                (
                    m
                    for m in node.body.body
                    if isinstance(m, n.MethodDefinition) and m.kind == "constructor"
                ),
                None,
            )
        return self._constructors[node]

    def set_at_once(self, node: n.Class, field: n.PropertyDefinition) -> bool:
        """Whether the constructor gives a field its value before anybody looks at it."""
        name = self.analysis.inference.property_name(field.key, field.computed)
        if name is None or (not name.startswith("#") and name in self.kept_attributes):
            return False
        constructor = self.written_constructor(node)
        if constructor is None or not isinstance(
            constructor.value.body, n.BlockStatement
        ):
            return False
        for member in node.body.body:  # values of fields that look at the object
            if (
                isinstance(member, n.PropertyDefinition)
                and member.value is not None
                and not isinstance(member.value, n.Function)
                and any(isinstance(x, n.ThisExpression) for x in n.walk(member.value))
            ):
                return False
        for statement in constructor.value.body.body:
            value = (
                statement.expression
                if isinstance(statement, n.ExpressionStatement)
                else None
            )
            if isinstance(value, n.CallExpression) and isinstance(
                value.callee, n.Super
            ):
                if node.super_class is not None and any(
                    isinstance(x, n.ThisExpression) for x in n.walk(value)
                ):
                    return False
                continue
            if isinstance(value, n.AssignmentExpression) and value.operator == "=":
                target = value.left
                if isinstance(target, n.MemberExpression) and isinstance(
                    target.object, n.ThisExpression
                ):
                    if any(
                        isinstance(x, n.ThisExpression) for x in n.walk(value.right)
                    ):
                        return False
                    key = self.analysis.inference.property_name(
                        target.property, target.computed
                    )
                    if key == name:
                        return True
                    continue
            if any(
                isinstance(x, (n.ThisExpression, n.ReturnStatement))
                for x in n.walk(statement)
            ):
                return False
        return False


def is_docstring(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


def is_super_call(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Call)
        and isinstance(statement.value.func, ast.Attribute)
        and statement.value.func.attr == "__init__"
    )
