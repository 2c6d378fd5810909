"""Classes, and object literals that need one (methods with ``this``, accessors)."""

from __future__ import annotations

import ast
import copy

from ..analyse import types as t
from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import BlankLine, Comment, is_code, set_trailing
from .base import Refused
from .context import FunctionContext
from .docs import comment_text, docstring_of
from .loops import Loops

#: The Python classes of JavaScript's errors, as bases.
_ERROR_CLASSES = {
    "Error": "Exception",
    "TypeError": "TypeError",
    "RangeError": "ValueError",
    "SyntaxError": "ValueError",
    "ReferenceError": "NameError",
    "EvalError": "RuntimeError",
    "URIError": "ValueError",
}


class Classes(Loops):
    def class_declaration(self, node: n.ClassDeclaration) -> None:
        assert node.id is not None
        self.emit(*self.class_definition(node, self.scopes.binding_of[node.id]))

    def class_value(self, node: n.ClassExpression) -> ast.expr:
        name = node.id.name if node.id is not None else "Anonymous"
        binding = self.temp(name, "class")
        if node.id is not None:
            binding = self.scopes.binding_of[node.id]
            self.placed[binding] = self.fn
        self.emit(*self.class_definition(node, binding))
        return self.load(binding)

    def class_definition(self, node: n.Class, binding: Binding) -> list[ast.stmt]:
        """A class statement, and what has to run behind it (static fields and blocks)."""
        atom = self.analysis.classes.get(node)
        bases = self.bases(node)
        if node.id is not None:
            own = self.scopes.binding_of.get(node.id)
            if own is not None and own is not binding:
                self.replaced[own] = self.load(binding)
        context = FunctionContext("class", node, self.fn, owner_class=node)
        body: list[ast.stmt] = []
        after: list[ast.stmt] = []
        outer = self.fn
        with self.entering(context), self.into(body):
            doc = docstring_of(self, node)
            if doc is not None:
                body.append(b.docstring(doc))
            self.members_of(node, atom, binding, after, outer)
        if not any(is_code(s) for s in body):
            body.append(ast.Pass())
        tree = b.class_(binding.name, bases, body)
        tree.binding = binding  # type: ignore[attr-defined]
        tree.lineno = self.source.position(node.start)[0]
        context.tree = tree
        meta = self.metaclass(node, binding, bases)
        if meta is not None:
            tree.keywords = [ast.keyword("metaclass", self.load(meta.binding))]  # type: ignore[attr-defined]
            return [meta, tree, *after]
        return [tree, *after]

    def metaclass(
        self, node: n.Class, binding: Binding, bases: list[ast.expr]
    ) -> ast.ClassDef | None:
        """Static accessors are properties of the class of the class."""
        members = [m for m in node.body.body if is_static_accessor(m)]
        if not members:
            return None
        atom = self.analysis.classes.get(node)
        above = self.ancestors(atom) if atom is not None else []
        base: ast.expr = b.name("type")
        if any(is_static_accessor(m) for c in above for m in c.body.body):
            base = b.call("type", copy.deepcopy(bases[0]))
        name = self.temp(f"{binding.name}Meta", "class")
        context = FunctionContext("class", node, self.fn, owner_class=node)
        body: list[ast.stmt] = []
        with self.entering(context), self.into(body):
            for member in self.accessors_together(members):
                assert isinstance(member, n.MethodDefinition)
                self.comments_before(member)
                self.method(node, member, member.value, member.kind)
        body = [s for s in body if not isinstance(s, BlankLine)]
        tree = b.class_(name.name, [base], body)
        tree.binding = name  # type: ignore[attr-defined]
        context.tree = tree
        return tree

    def bases(self, node: n.Class) -> list[ast.expr]:
        parent = node.super_class
        if parent is None:
            return []
        if isinstance(parent, n.Identifier) and parent not in self.scopes.binding_of:
            name = _ERROR_CLASSES.get(parent.name)
            if name is None:
                raise self.refuse(parent, f"a class that extends {parent.name}")
            return [b.name(name)]
        if isinstance(parent, n.NullLiteral):
            raise self.refuse(parent, "a class that extends null")
        return [self.expr(parent)]

    # -- members ---------------------------------------------------------------------------

    def members_of(
        self,
        node: n.Class,
        atom: t.ClassAtom | None,
        binding: Binding,
        after: list[ast.stmt],
        outer: FunctionContext,
    ) -> None:
        members = node.body.body
        self.check_members(node)
        fields = [
            m
            for m in members
            if isinstance(m, n.PropertyDefinition)
            and not m.static
            and not self.is_method_field(m)
        ]
        constructor = next(
            (m for m in members if isinstance(m, n.MethodDefinition) and m.kind == "constructor"),
            None,
        )
        for name in self.late_statics(node, atom):
            self.emit(b.assign(self.attribute(name), b.const(None)))
        late = self.late_props(node, atom)
        implicit = constructor is None and (bool(fields) or bool(late))
        for member in self.accessors_together(members):
            if isinstance(member, n.PropertyDefinition) and not member.static:
                if member in fields:
                    if implicit:
                        self.implicit_constructor(node, atom, fields, late)
                        implicit = False
                    continue
            elif implicit and isinstance(member, n.MethodDefinition):
                self.implicit_constructor(node, atom, fields, late)
                implicit = False
            if is_static_accessor(member):
                continue
            first = len(self.block)
            self.comments_before(member)
            if isinstance(member, n.PropertyDefinition) and member.static:
                self.static_field(member, binding, after, outer)
            elif isinstance(member, n.PropertyDefinition):
                assert isinstance(member.value, n.Function)
                self.method(node, member, member.value, "method")
            elif isinstance(member, n.StaticBlock):
                self.static_block(member, binding, after, outer)
            elif member is constructor:
                self.constructor(node, atom, member, fields, late)
            else:
                self.method(node, member, member.value, member.kind)
            line = self.source.position(member.start)[0]
            for made in self.block[first:]:
                if not getattr(made, "lineno", 0):
                    made.lineno = line
            if member.trailing and self.block:
                set_trailing(
                    self.block[-1], " ".join(comment_text(c) for c in member.trailing)
                )
        if implicit:
            self.implicit_constructor(node, atom, fields, late)
        self.emit(*[Comment(comment_text(c)) for c in node.body.inner])

    def private_class(self, node: n.PrivateIdentifier) -> ast.expr:
        """The class that declares a private name."""
        current: n.Node | None = node
        while current is not None:
            if isinstance(current, n.Class):
                for member in current.body.body:
                    if isinstance(member, n.StaticBlock) or not isinstance(
                        member.key, n.PrivateIdentifier
                    ):
                        continue
                    if member.key.name == node.name and current.id is not None:
                        if member.static:
                            raise self.refuse(node, "a static private name with `in`")
                        return self.load(self.scopes.binding_of[current.id])
            current = self.scopes.parents.get(current)
        raise self.refuse(node, "a private name with `in` in a class without a name")

    def check_members(self, node: n.Class) -> None:
        statics: set[str] = set()
        others: set[str] = set()
        for member in node.body.body:
            if isinstance(member, n.StaticBlock):
                continue
            name = self.analysis.inference.property_name(member.key, member.computed)
            if name is None:
                raise self.refuse(member, "a computed member name in a class")
            (statics if member.static else others).add(name)
        both = statics & others
        if both:
            raise self.refuse(
                node, f"{sorted(both)[0]!r} is a static member and one of instances too"
            )

    def accessors_together(
        self, members: list[n.MethodDefinition | n.PropertyDefinition | n.StaticBlock]
    ) -> list[n.MethodDefinition | n.PropertyDefinition | n.StaticBlock]:
        """A setter follows its getter, as the decorator of Python needs it."""
        result = list(members)
        for member in members:
            if not isinstance(member, n.MethodDefinition) or member.kind != "set":
                continue
            name = self.name_of(member)
            getter = next(
                (
                    m
                    for m in members
                    if isinstance(m, n.MethodDefinition)
                    and m.kind == "get"
                    and m.static == member.static
                    and self.name_of(m) == name
                ),
                None,
            )
            if getter is not None:
                result.remove(member)
                result.insert(result.index(getter) + 1, member)
        return result

    def name_of(self, member: n.MethodDefinition | n.PropertyDefinition) -> str:
        name = self.analysis.inference.property_name(member.key, member.computed)
        assert name is not None
        if isinstance(member.key, n.PrivateIdentifier):
            return self.private_name(member.key.name, member)
        return self.attribute(name)

    def is_method_field(self, member: n.PropertyDefinition) -> bool:
        """``handle = () => {...}``: a method, bound to its instance as Python's are."""
        return isinstance(member.value, n.ArrowFunctionExpression)

    def late_props(self, node: n.Class, atom: t.ClassAtom | None) -> list[str]:
        """Properties that methods set and the constructor does not: undefined at first."""
        if atom is None:
            return []
        own = {
            name
            for name in atom.instance.props
            if name not in atom.instance.present
            and not name.startswith("@@")
            and self.analysis.inference.find_member(atom, name) is None
            and atom.instance.props[name].types
        }
        cls: t.Atom | None = atom
        for _ in range(50):
            cls = next(
                (x for x in getattr(cls, "bases", t.Cell()).types if isinstance(x, t.ClassAtom)),
                None,
            )
            if cls is None:
                break
            assert isinstance(cls, t.ClassAtom)
            own -= cls.instance.present
        if self.analysis.inference.error_bases(atom.instance):
            own -= {"message", "name", "stack", "cause", "errors"}
        return [p for p in atom.instance.props if p in own]

    def implicit_constructor(
        self,
        node: n.Class,
        atom: t.ClassAtom | None,
        fields: list[n.PropertyDefinition],
        late: list[str],
    ) -> None:
        """An ``__init__`` for fields, where the class has no constructor."""
        context = FunctionContext("function", node, self.fn, this="self", owner_class=node)
        body: list[ast.stmt] = []
        args = b.arguments(["self"])
        if node.super_class is not None:
            args.vararg = ast.arg("args")
        with self.entering(context), self.into(body):
            if node.super_class is not None:
                body.append(
                    b.expr(b.call(b.attr(b.call("super"), "__init__"), b.star(b.name("args"))))
                )
            self.field_statements(node, fields, late)
        tree = b.function("__init__", args, body)
        context.tree = tree
        self.emit(tree)

    def field_statements(
        self, owner: n.Class, fields: list[n.PropertyDefinition], late: list[str]
    ) -> None:
        for field in fields:
            if field.value is None and not field.leading and self.set_at_once(owner, field):
                continue
            first = len(self.block)
            self.comments_before(field)
            value = self.expr(field.value) if field.value is not None else b.const(None)
            self.emit(b.assign(b.attr("self", self.name_of(field)), value))
            if field.trailing:
                set_trailing(
                    self.block[-1], " ".join(comment_text(c) for c in field.trailing)
                )
            line = self.source.position(field.start)[0]
            for made in self.block[first:]:
                made.lineno = line
        for name in late:
            attribute = (
                self.private_name(name[1:], owner.body)
                if name.startswith("#")
                else self.attribute(name)
            )
            self.emit(b.assign(b.attr("self", attribute), b.const(None)))

    def set_at_once(self, node: n.Class, field: n.PropertyDefinition) -> bool:
        """Whether the constructor gives a field its value before anybody looks at it."""
        name = self.analysis.inference.property_name(field.key, field.computed)
        if name is None or (not name.startswith("#") and name in self.kept_attributes):
            return False
        constructor = next(
            (m for m in node.body.body
             if isinstance(m, n.MethodDefinition) and m.kind == "constructor"),
            None,
        )  # fmt: skip
        if constructor is None or not isinstance(constructor.value.body, n.BlockStatement):
            return False
        for member in node.body.body:  # values of fields that look at the object
            if isinstance(member, n.PropertyDefinition) and member.value is not None:
                if not isinstance(member.value, n.Function) and any(
                    isinstance(x, n.ThisExpression) for x in n.walk(member.value)
                ):
                    return False
        for statement in constructor.value.body.body:
            value = statement.expression if isinstance(statement, n.ExpressionStatement) else None
            if isinstance(value, n.CallExpression) and isinstance(value.callee, n.Super):
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
                    if any(isinstance(x, n.ThisExpression) for x in n.walk(value.right)):
                        return False
                    key = self.analysis.inference.property_name(target.property, target.computed)
                    if key == name:
                        return True
                    continue
            if any(isinstance(x, (n.ThisExpression, n.ReturnStatement)) for x in n.walk(statement)):
                return False
        return False

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
        context = FunctionContext("function", node, self.fn, this="self", owner_class=node)
        with self.entering(context), self.into(extra):
            self.field_statements(node, fields, late)
        position = 0
        for index, statement in enumerate(tree.body):
            if is_docstring(statement):
                position = index + 1
            if is_super_call(statement):
                position = index + 1
                break
        tree.body[position:position] = extra
        if len(tree.body) > 1:
            tree.body = [s for s in tree.body if not isinstance(s, ast.Pass)] or [ast.Pass()]
        self.emit(tree)

    def method(
        self,
        node: n.Class | n.ObjectExpression,
        member: n.MethodDefinition | n.PropertyDefinition | n.Property,
        function: n.Function,
        kind: str,
    ) -> None:
        static = not isinstance(member, n.Property) and member.static
        name = self.analysis.inference.property_name(member.key, member.computed)
        if isinstance(member.key, n.PrivateIdentifier):
            python = self.private_name(member.key.name, member)
        else:
            if name is None or (name.startswith("@@") and name not in _PROTOCOLS):
                raise self.refuse(member, "this symbol as the name of a method")
            python = self.attribute(name)
        decorators: list[ast.expr] = []
        this: str | None = "self"
        if static and kind != "method":
            this = "cls"
        elif static:
            if self.scopes.facts[function].uses_this:
                decorators.append(b.name("classmethod"))
                this = "cls"
            else:
                decorators.append(b.name("staticmethod"))
                this = None
        if kind == "get":
            decorators.append(b.name("property"))
        elif kind == "set":
            if not self.has_getter(node, python, static):
                # Reading it gives undefined.
                empty = b.function(python, [this or "self"], [b.ret(b.const(None))])
                empty.decorator_list.append(b.name("property"))
                self.emit(empty)
            getter = b.name(python)
            getter.of_class = True  # type: ignore[attr-defined]
            decorators.append(b.attr(getter, "setter"))
        if name in _PROTOCOLS and not function.generator:
            tree = self.iterator_method(function, python, this, node)
        else:
            tree = self.define(
                function,
                None,
                name=python,
                this=this,
                method=True,
                decorators=decorators,
                owner=node if isinstance(node, n.Class) else None,
                static=static,
            )
        self.emit(tree)

    def iterator_method(
        self,
        function: n.Function,
        name: str,
        this: str | None,
        node: n.Class | n.ObjectExpression,
    ) -> ast.stmt:
        """``[Symbol.iterator]() { return iterator; }``: what has ``next()`` is wrapped."""
        tree = self.define(function, None, name=name, this=this, method=True)
        own = self.result_has_next(function)
        if not own:
            return tree
        helper = "iterate_async" if name == "__aiter__" else "iterate"
        for inner in own_returns(tree):
            inner.value = self.helper(helper, inner.value or b.const(None))
        return tree

    def result_has_next(self, function: n.Function) -> bool:
        atom = self.analysis.functions.get(function)
        if atom is None:
            return False
        return any(
            (isinstance(a, t.ObjectAtom) and "next" in a.props)
            or (
                isinstance(a, t.InstanceAtom)
                and self.analysis.inference.has_method(a, "next")
            )
            for a in atom.result.types
        )

    def has_getter(
        self, node: n.Class | n.ObjectExpression, name: str, static: bool = False
    ) -> bool:
        members = node.body.body if isinstance(node, n.Class) else node.properties
        for member in members:
            if getattr(member, "kind", None) == "get" and static == getattr(
                member, "static", False
            ):
                key = self.analysis.inference.property_name(member.key, member.computed)  # type: ignore[union-attr]
                if key is not None and (
                    self.attribute(key) == name
                    or key.startswith("#") and self.private_name(key[1:], node.body) == name  # type: ignore[union-attr]
                ):
                    return True
        return False

    # -- static members ----------------------------------------------------------------------

    def static_field(
        self,
        member: n.PropertyDefinition,
        binding: Binding,
        after: list[ast.stmt],
        outer: FunctionContext,
    ) -> None:
        name = self.name_of(member)
        if isinstance(member.value, n.ArrowFunctionExpression):
            self.emit(
                self.define(
                    member.value, None, name=name, method=True,
                    decorators=[b.name("staticmethod")],
                )
            )  # fmt: skip
            return
        if member.value is None or self.is_plain_value(member.value):
            value = self.expr(member.value) if member.value is not None else b.const(None)
            self.emit(b.assign(name, value))
            return
        with self.statically(binding, after, outer):
            value = self.expr(member.value)
            statement = b.assign(b.attr(self.load(binding), name), value)
            statement.lineno = self.source.position(member.start)[0]
            self.emit(statement)

    def is_plain_value(self, node: n.Node) -> bool:
        """A value that names nothing, so that it may stand in the class itself."""
        if isinstance(node, n.ArrayExpression):
            return all(e is not None and self.is_plain_value(e) for e in node.elements)
        if isinstance(node, n.ObjectExpression):
            return all(
                isinstance(p, n.Property) and not p.computed and self.is_plain_value(p.value)
                for p in node.properties
            )
        if isinstance(node, n.NewExpression):
            return (
                isinstance(node.callee, n.Identifier)
                and node.callee.name in ("Map", "Set")
                and node.callee not in self.scopes.binding_of
                and all(self.is_plain_value(a) for a in node.arguments)
            )
        return self.is_constant(node)

    def late_statics(self, node: n.Class, atom: t.ClassAtom | None) -> list[str]:
        """Properties of the class that something assigns, and the class does not declare."""
        if atom is None:
            return []
        declared = {
            self.analysis.inference.property_name(m.key, m.computed)
            for m in node.body.body
            if not isinstance(m, n.StaticBlock) and m.static
        }
        above = {name for base in self.ancestors(atom) for name in self.static_names(base)}
        return [
            name
            for name, cell in atom.statics.items()
            if cell.types and name not in declared and name not in above and name != "name"
        ]

    def static_names(self, node: n.Class) -> set[str]:
        names = {
            self.analysis.inference.property_name(m.key, m.computed) or ""
            for m in node.body.body
            if not isinstance(m, n.StaticBlock) and m.static
        }
        atom = self.analysis.classes.get(node)
        return names | {k for k, c in atom.statics.items() if c.types} if atom else names

    def static_block(
        self,
        member: n.StaticBlock,
        binding: Binding,
        after: list[ast.stmt],
        outer: FunctionContext,
    ) -> None:
        self.homes[member] = outer
        with self.statically(binding, after, outer):
            self.block.extend(self.statements(member.body))

    def statically(self, binding: Binding, after: list[ast.stmt], outer: FunctionContext):  # type: ignore[no-untyped-def]
        """What runs behind the class; ``this`` is the class there."""
        from contextlib import contextmanager

        @contextmanager
        def manager():  # type: ignore[no-untyped-def]
            inner, self.fn = self.fn, outer
            before, self.static_this = self.static_this, binding
            try:
                with self.into(after):
                    yield
            finally:
                self.fn, self.static_this = inner, before

        return manager()

    static_this: Binding | None = None

    def this(self, node: n.ThisExpression) -> ast.expr:
        if self.static_this is not None and self.fn.this is None:
            return self.load(self.static_this)
        context: FunctionContext | None = self.fn
        while context is not None:
            if context.this is not None:
                return b.name(context.this)
            if context.kind == "function" and isinstance(
                context.node, (n.FunctionExpression, n.FunctionDeclaration)
            ):
                raise self.refuse(node, "`this` in a function that is no method")
            context = context.parent
        return b.const(None)

    # -- object literals as instances ------------------------------------------------------------

    def object_as_class(self, node: n.ObjectExpression, atom: t.ObjectAtom) -> ast.expr:
        """An object whose methods look at ``this``: a small class and its one instance."""
        if any(isinstance(p, n.SpreadElement) for p in node.properties):
            raise self.refuse(node, "a spread in an object that has methods with `this`")
        items = [p for p in node.properties if isinstance(p, n.Property)]
        methods = [p for p in items if self.is_own_method(p)]
        values = [p for p in items if p not in methods]
        if not methods:
            self.use("from types import SimpleNamespace")
            made = self.in_order([(p.value, lambda p=p: self.property_value(p)) for p in values])  # type: ignore[misc]
            names = [self.own_attribute(p) for p in values]
            return b.call("SimpleNamespace", **dict(zip(names, made)))
        name = self.class_name_for(node)
        binding = self.temp(name, "class")
        params: list[ast.arg | str] = ["self"]
        arguments: list[ast.expr] = []
        init: list[ast.stmt] = []
        made = self.in_order([(p.value, lambda p=p: self.property_value(p)) for p in values])  # type: ignore[misc]
        context = FunctionContext("class", None, self.fn)
        init_context = FunctionContext("function", None, context)
        for item, value in zip(values, made):
            attribute = self.own_attribute(item)
            if isinstance(value, ast.Constant) or (
                isinstance(value, (ast.List, ast.Dict))
                and not getattr(value, "elts", getattr(value, "keys", None))
            ):
                init.append(b.assign(b.attr("self", attribute), value))
            else:
                with self.entering(init_context):
                    param = self.temp(attribute, "param")
                params.append(self.param(param))
                arguments.append(value)
                init.append(b.assign(b.attr("self", attribute), self.load(param)))
        body: list[ast.stmt] = []
        if init:
            init_context.tree = b.function("__init__", params, init)
            body.append(init_context.tree)
        with self.entering(context), self.into(body):
            for item in methods:
                self.comments_before(item)
                assert isinstance(item.value, n.Function)
                self.method(node, item, item.value, "method" if item.kind == "init" else item.kind)
        tree = b.class_(name, [], [s for s in body if not isinstance(s, BlankLine)])
        tree.binding = binding  # type: ignore[attr-defined]
        context.tree = tree
        self.emit(tree)
        return b.call(self.load(binding), *arguments)

    def is_own_method(self, item: n.Property) -> bool:
        return item.kind != "init" or (
            isinstance(item.value, n.FunctionExpression)
            and (self.scopes.facts[item.value].uses_this or item.method)
        )

    def own_attribute(self, item: n.Property) -> str:
        name = self.analysis.inference.property_name(item.key, item.computed)
        if name is None:
            raise self.refuse(item, "a computed key in an object that has methods")
        return self.attribute(name)

    def class_name_for(self, node: n.ObjectExpression) -> str:
        parent = self.scopes.parents.get(node)
        name = "Record"
        if isinstance(parent, n.VariableDeclarator) and isinstance(parent.id, n.Identifier):
            name = parent.id.name
        elif isinstance(parent, (n.ReturnStatement, n.ArrowFunctionExpression)):
            function = self.scopes.enclosing_function(node)
            called = self.scopes.parents.get(function)
            holder = self.scopes.parents.get(called) if called is not None else None
            if (
                isinstance(called, n.CallExpression)
                and called.callee is function  # type: ignore[comparison-overlap]
                and isinstance(holder, n.VariableDeclarator)
                and isinstance(holder.id, n.Identifier)
            ):
                name = holder.id.name
            elif isinstance(function, n.Function):
                name = function.id.name if function.id else self.callback_name(function)
                for prefix in ("create", "make", "build", "new"):
                    if name.startswith(prefix) and len(name) > len(prefix):
                        name = name[len(prefix) :]
                        break
        return name[:1].upper() + name[1:]


def own_returns(tree: ast.stmt) -> list[ast.Return]:
    """The ``return`` statements of a function, not those of functions inside of it."""
    found: list[ast.Return] = []
    stack: list[ast.AST] = list(getattr(tree, "body", ()))
    while stack:
        node = stack.pop()
        if isinstance(node, ast.Return):
            found.append(node)
        elif not isinstance(
            node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.expr)
        ):
            stack.extend(ast.iter_child_nodes(node))
    return found


def is_static_accessor(member: n.Node) -> bool:
    return (
        isinstance(member, n.MethodDefinition)
        and member.static
        and member.kind in ("get", "set")
    )


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


_PROTOCOLS = frozenset({"@@iterator", "@@asyncIterator"})
assert Refused
