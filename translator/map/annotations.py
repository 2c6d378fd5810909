"""Annotations of parameters and results, where JSDoc gives their types."""

from __future__ import annotations

import ast

from ..parse import nodes as n
from ..pytree import build as b
from ..pytree.trivia import binding_of
from ..rules import type_expr as x
from .base import Base

_PRIMITIVES = {
    "string": "str",
    "boolean": "bool",
    "number": "float",
    "nan": "float",
    "int": "int",
    "nat": "int",
    "bigint": "int",
}


class Annotations(Base):
    def annotate(
        self, node: n.Function, tree: ast.FunctionDef | ast.AsyncFunctionDef
    ) -> None:
        """Write what JSDoc says of the parameters and of the result."""
        jsdoc = self.analysis.jsdoc
        if not jsdoc.documents_function(node):
            return
        args = tree.args
        offset = len(args.args) - len(args.defaults)
        places = {binding_of(arg): i for i, arg in enumerate(args.args)}
        for position, expr in jsdoc.param_exprs(node).items():
            param = node.params[position]
            target = param.left if isinstance(param, n.AssignmentPattern) else param
            binding = (
                self.scopes.binding_of.get(target)
                if isinstance(target, n.Identifier)
                else None
            )
            place = places.get(binding) if binding is not None else None
            if place is None:
                continue
            annotation = self.annotation(expr)
            if annotation is None:
                continue
            if place >= offset:
                default = args.defaults[place - offset]
                if isinstance(default, ast.Constant) and default.value is None:
                    annotation = optional(annotation)
            args.args[place].annotation = annotation
        if tree.name != "__init__" and not node.generator:
            result = self.result_annotation(node)
            if result is not None:
                tree.returns = result

    def result_annotation(self, node: n.Function) -> ast.expr | None:
        doc = self.analysis.jsdoc.doc(node)
        for tag in doc.tags if doc is not None else ():
            if tag.name not in ("returns", "return") or tag.type is None:
                continue
            expr = tag.type
            if (
                isinstance(expr, x.Generic)
                and expr.name == "Promise"
                and len(expr.args) == 1
            ):
                expr = expr.args[0]
                if not self.flow.is_coroutine(node):
                    return None
            elif self.flow.is_coroutine(node):
                return None
            return self.annotation(expr)
        return None

    def variable_annotation(self, node: n.Node) -> ast.expr | None:
        """What a comment that is nothing but ``@type`` says of the one variable behind it."""
        if not isinstance(node, n.VariableDeclaration) or len(node.declarations) != 1:
            return None
        declarator = node.declarations[0]
        if not isinstance(declarator.id, n.Identifier) or not node.leading:
            return None
        if not node.leading[-1].is_jsdoc or isinstance(
            declarator.init, (n.Function, n.Class)
        ):
            return None
        doc = self.analysis.jsdoc.doc(node)
        if doc is None or doc.text or len(doc.tags) != 1:
            return None
        tag = doc.tags[0]
        if tag.name != "type" or tag.type is None or tag.text:
            return None
        if self.home(self.scopes.binding_of[declarator.id]) is not self.fn:
            return None
        return self.annotation(tag.type)

    def annotation(self, expr: x.TypeExpr) -> ast.expr | None:
        """The Python of a type; None where there is no plain one."""
        if isinstance(expr, x.Prim):
            if expr.name in ("undefined", "null"):
                return b.const(None)
            name = _PRIMITIVES.get(expr.name)
            return self.type_name(name) if name is not None else None
        if isinstance(expr, x.Name) and expr.name == "void":
            return b.const(None)
        if isinstance(expr, x.ArrayOf):
            item = self.annotation(expr.item)
            outer = self.type_name("list")
            return (
                b.index(outer, item) if item is not None and outer is not None else None
            )
        if isinstance(expr, x.Record):
            key, value = self.annotation(expr.key), self.annotation(expr.value)
            outer = self.type_name("dict")
            if key is None or value is None or outer is None:
                return None
            return ast.Subscript(outer, b.tuple_([key, value]), ast.Load())
        if isinstance(expr, x.Union):
            return self.union(expr)
        return None

    def union(self, expr: x.Union) -> ast.expr | None:
        options: list[ast.expr] = []
        nothing = False
        for option in expr.options:
            made = self.annotation(option)
            if made is None:
                return None
            if isinstance(made, ast.Constant):
                nothing = True
            elif not any(ast.dump(made) == ast.dump(other) for other in options):
                options.append(made)
        if not options:
            return b.const(None)
        result = options[0]
        for other in options[1:]:
            result = b.binop(result, "|", other)
        return b.binop(result, "|", b.const(None)) if nothing else result

    def type_name(self, name: str) -> ast.expr | None:
        """A built-in type; None where a method of a class may have its name."""
        for cls in self.analysis.classes.values():
            if (
                name in cls.members
                or f"static {name}" in cls.members
                or name in cls.statics
            ):
                return None
        return b.name(name)


def optional(annotation: ast.expr) -> ast.expr:
    """``T | None``."""
    current = annotation
    while isinstance(current, ast.BinOp):
        if isinstance(current.right, ast.Constant):
            return annotation
        current = current.left
    if isinstance(current, ast.Constant):
        return annotation
    return b.binop(annotation, "|", b.const(None))
