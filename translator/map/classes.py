"""Classes: the statement, its bases, its metaclass."""

from __future__ import annotations

import ast
import copy

from ..analyse import types as t
from ..analyse.scopes import Binding
from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import BlankLine, bind, binding_of, is_code
from .class_members import ClassMembers
from .context import FunctionContext
from .docs import docstring_of
from .function_names import keeps_name
from .supers import qualify_supers
from .syntax import is_static_accessor

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


class Classes(ClassMembers):
    def class_declaration(self, node: n.ClassDeclaration) -> None:
        assert node.id is not None
        self.emit(*self.class_definition(node, self.scopes.binding_of[node.id]))

    def class_value(self, node: n.ClassExpression) -> ast.expr:
        name = self.function_name(node) or "Anonymous"
        binding = self.temp(name, "class")
        if node.id is not None:
            binding = self.scopes.binding_of[node.id]
            self.place_own_name(binding, node)
        self.emit(*self.class_definition(node, binding))
        return self.load(binding)

    def class_definition(self, node: n.Class, binding: Binding) -> list[ast.stmt]:
        """A class statement, and what has to run behind it (static fields and blocks)."""
        atom = self.analysis.classes.get(node)
        if node.nameless and atom and atom.instance in self.representation.printed:
            self.warn(
                node,
                "the class of these objects is shown, where Node shows none: their "
                "prototype has no `constructor`",
                "set it: Maker.prototype.constructor = Maker.",
            )
        if atom is not None:
            self.check_shown_fields(node, atom)
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
            self.tell_name(node, atom)
            self.members_of(node, atom, binding, after, outer)
        for made in body:
            qualify_supers(made, lambda: self.load(binding))
        if not any(is_code(s) for s in body):
            body.append(ast.Pass())
        tree = b.class_(binding.name, bases, body)
        bind(tree, binding)
        if outer.kind == "main" and self.home(binding) is not outer:
            outer.assigned.add(binding)  # a class that waits is made in main
        tree.lineno = self.source.position(node.start)[0]
        context.tree = tree
        if (
            self.sees_class_name(node)
            and not self.keeps_class_name(node)
            and not keeps_name(binding.name, self.function_name(node))
        ):
            told = b.attr(self.load(binding), "__name__")
            name = b.const(self.function_name(node))
            after.insert(0, b.assign(b.store(told), name))
        meta = self.metaclass(node, binding, bases)
        if meta is not None:
            tree.keywords = [ast.keyword("metaclass", self.load(binding_of(meta)))]
            return [meta, tree, *after]
        return [tree, *after]

    def tell_name(self, node: n.Class, atom: t.ClassAtom | None) -> None:
        """The ``name`` of errors whose class Python does not have: SyntaxError is a
        ValueError, whose name would be RangeError."""
        parent = node.super_class
        if (
            not isinstance(parent, n.Identifier)
            or parent in self.scopes.binding_of
            or parent.name not in ("SyntaxError", "EvalError", "URIError")
        ):
            return
        own = atom.instance.props.get("name") if atom is not None else None
        if own is None or not own.types:
            self.emit(b.assign(b.store(b.name("name")), b.const(parent.name)))

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
        bind(tree, name)
        context.tree = tree
        return tree

    def bases(self, node: n.Class) -> list[ast.expr]:
        parent = node.super_class
        if parent is None:
            return []
        if isinstance(parent, n.Identifier) and parent not in self.scopes.binding_of:
            name = _ERROR_CLASSES.get(parent.name)
            if self.analysis.inference.array_classes.is_list(node):
                name = "list"
            if name is None:
                raise self.refuse(parent, f"a class that extends {parent.name}")
            return [b.name(name)]
        if isinstance(parent, n.NullLiteral):
            raise self.refuse(parent, "a class that extends null")
        lists = self.analysis.inference.array_classes
        above = lists.above(node)
        if above is not None and lists.is_list(above) and not lists.is_list(node):
            raise self.refuse(parent, "a class that extends one that extends Array")
        if any(isinstance(a, t.FunctionAtom) for a in self.type_of(parent)):
            raise self.refuse(parent, "a class that extends a function")
        return [self.expr(parent)]
