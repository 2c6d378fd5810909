"""JSDoc as a source of types: ``@param``, ``@returns``, ``@type``, ``@typedef``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..parse import nodes as n
from ..rules.type_expr import Field, Obj, TypeExpr, TypeExprError
from ..rules.type_parser import parse_jsdoc
from .types import ANY, NUMBERS, PRIMITIVES, T_UNDEFINED, ArrayAtom, Cell, Type

if TYPE_CHECKING:
    from .inference import Inference

_TAG = re.compile(r"^@(\w+)\s*")
_STAR = re.compile(r"^\s*\*? ?")
_PARAM_NAME = re.compile(r"\s*(\[)?\s*([\w$.]+)")


@dataclass(slots=True)
class Tag:
    """A block tag: its name, its type where it has one, the name it is about, the text."""

    name: str
    type: TypeExpr | None
    target: str | None
    text: str
    optional: bool = False
    rest: bool = False


@dataclass(slots=True)
class Doc:
    """A parsed JSDoc comment: the description and the tags."""

    text: str
    tags: list[Tag] = field(default_factory=list)


def braces(text: str) -> tuple[str | None, str]:
    """The text in the leading braces, and what comes behind them."""
    if not text.startswith("{"):
        return None, text
    depth = 0
    for position, character in enumerate(text):
        if character == "{":
            depth += 1
        elif character == "}":
            depth -= 1
            if depth == 0:
                return text[1:position], text[position + 1 :]
    return None, text


def contradiction(documented: Type, given: Type, read: Callable[[Cell], Type]) -> Type:
    """What an argument surely is although it is documented as something else: primitives of
    other kinds, or an array with such elements. ``read`` gives what is in a cell."""
    given -= T_UNDEFINED
    if ANY in documented or not given:
        return frozenset()
    if given <= PRIMITIVES:
        return given if _others(documented, given) == given else frozenset()
    expected = [a for a in documented if isinstance(a, ArrayAtom)]
    elements: Type = frozenset().union(*(read(a.elem) for a in expected))
    if not elements or ANY in elements:
        return frozenset()
    return frozenset(
        a
        for a in given
        if isinstance(a, ArrayAtom)
        and _others(elements, read(a.elem) & PRIMITIVES - T_UNDEFINED)
    )


def _others(documented: Type, given: Type) -> Type:
    """The primitives among what is given that are of no kind that is documented."""
    if documented & NUMBERS:
        given -= NUMBERS
    return given - documented


def parse_doc(comment: str) -> Doc:
    """Read the text of a JSDoc comment (without its ``/*`` and ``*/``)."""
    lines = [_STAR.sub("", line, count=1) for line in comment.lstrip("*").splitlines()]
    doc = Doc("")
    description: list[str] = []
    blocks: list[list[str]] = []
    for line in lines:
        if _TAG.match(line.strip()):
            blocks.append([line.strip()])
        elif blocks:
            blocks[-1].append(line.strip())
        else:
            description.append(line.rstrip())
    doc.text = "\n".join(description).strip()
    for block in blocks:
        tag = parse_tag(" ".join(block))
        if tag is not None:
            doc.tags.append(tag)
    return doc


def parse_tag(text: str) -> Tag | None:
    match = _TAG.match(text)
    if match is None:
        return None
    name, rest = match[1], text[match.end() :]
    body, rest = braces(rest)
    tag = Tag(name, None, None, rest.strip())
    if body is not None:
        try:
            parsed = parse_jsdoc(body)
            tag.type, tag.optional, tag.rest = parsed.type, parsed.optional, parsed.rest
        except TypeExprError:
            tag.type = None
    if name in ("param", "arg", "argument", "typedef", "property", "prop", "template"):
        found = _PARAM_NAME.match(rest)
        if found is not None:
            tag.target = found[2]
            tag.optional = tag.optional or found[1] is not None
            text = rest[found.end() :]
            if found[1] is not None and "]" in text:
                text = text[text.index("]") + 1 :]
            tag.text = text.strip(" -")
    return tag


def _is_constructor(node: n.Node) -> bool:
    return isinstance(node, n.MethodDefinition) and node.kind == "constructor"


class JsDoc:
    """The JSDoc comments of a program, read when they are asked for."""

    def __init__(self, engine: Inference) -> None:
        self.engine = engine
        self.docs: dict[n.Node, Doc | None] = {}
        self._params: dict[n.Node, dict[int, TypeExpr]] = {}
        self.typedefs = self.find_typedefs()

    def comments_of(self, node: n.Node) -> list[n.Comment]:
        """The comments before the statement (or member) that a node stands in."""
        current: n.Node | None = node
        parents = self.engine.scopes.parents
        for _ in range(4):
            if current is None:
                return []
            leading = getattr(current, "leading", None)
            if leading:
                return list(leading)
            parent = parents.get(current)
            if isinstance(parent, n.ClassBody) and _is_constructor(current):
                cls = parents.get(parent)
                if isinstance(cls, n.Class) and cls.of_function:
                    current = cls  # the comment of the function that it was
                    continue
            if isinstance(
                parent, (n.BlockStatement, n.Program, n.Function, n.ClassBody)
            ):
                return []
            current = parent
        return []

    def doc(self, node: n.Node) -> Doc | None:
        if node not in self.docs:
            comments = [c for c in self.comments_of(node) if c.is_jsdoc]
            self.docs[node] = parse_doc(comments[-1].text) if comments else None
        return self.docs[node]

    def documents_function(self, node: n.Function) -> bool:
        """Whether the comment found is about the function, not about a call around it."""
        parent = self.engine.scopes.parents.get(node)
        return isinstance(node, n.FunctionDeclaration) or isinstance(
            parent,
            (
                n.VariableDeclarator,
                n.MethodDefinition,
                n.PropertyDefinition,
                n.Property,
                n.AssignmentExpression,
                n.ExportDefaultDeclaration,
            ),
        )

    def param_exprs(self, node: n.Function) -> dict[int, TypeExpr]:
        found = self._params.get(node)
        if found is not None:
            return found
        found = {}
        doc = self.doc(node) if self.documents_function(node) else None
        if doc is not None:
            by_name: dict[str, Tag] = {}
            nested: dict[str, list[Field]] = {}
            order: list[str] = []
            for tag in doc.tags:
                if tag.name not in ("param", "arg", "argument"):
                    continue
                if tag.target is None or tag.type is None:
                    continue
                owner, _, prop = tag.target.partition(".")
                if prop:
                    nested.setdefault(owner, []).append(
                        Field(prop, tag.type, tag.optional)
                    )
                else:
                    by_name[tag.target] = tag
                    order.append(tag.target)
            for position, param in enumerate(node.params):
                target = param.left if isinstance(param, n.AssignmentPattern) else param
                if isinstance(target, n.RestElement):
                    target = target.argument
                if isinstance(target, n.Identifier):
                    name = target.name
                elif position < len(order):
                    name = order[position]
                else:
                    continue
                about = by_name.get(name)
                if about is not None and about.type is not None:
                    found[position] = about.type
                    if name in nested:
                        found[position] = Obj(tuple(nested[name]))
        self._params[node] = found
        return found

    def params(self, node: n.Function) -> dict[int, Type]:
        """The believed types of parameters, by position."""
        return {
            position: self.engine.instantiate(expr, {}, (node, "jsdoc", position), node)
            for position, expr in self.param_exprs(node).items()
        }

    def optional_params(self, node: n.Function) -> set[int]:
        """The positions of parameters that JSDoc says may be left out."""
        doc = self.doc(node) if self.documents_function(node) else None
        if doc is None:
            return set()
        optional = {
            tag.target for tag in doc.tags if tag.name == "param" and tag.optional
        }
        return {
            position
            for position, param in enumerate(node.params)
            if isinstance(param, n.Identifier) and param.name in optional
        }

    def result(self, node: n.Function) -> Type | None:
        doc = self.doc(node) if self.documents_function(node) else None
        if doc is not None:
            for tag in doc.tags:
                if tag.name in ("returns", "return") and tag.type is not None:
                    return self.engine.instantiate(
                        tag.type, {}, (node, "jsdoc result"), node
                    )
        return None

    def variable(
        self, node: n.VariableDeclaration, declarator: n.VariableDeclarator
    ) -> Type | None:
        if not node.leading:
            return None
        doc = self.doc(node)
        if doc is not None:
            for tag in doc.tags:
                if tag.name == "type" and tag.type is not None:
                    types = self.engine.types.get(declarator.init or declarator)
                    if declarator.init is not None:
                        types = self.engine.evaluate(declarator.init)
                        # An empty literal keeps its place; its contents are what is said.
                        from . import types as t

                        if len(types) == 1 and any(
                            isinstance(
                                a, (t.ArrayAtom, t.ObjectAtom, t.MapAtom, t.SetAtom)
                            )
                            for a in types
                        ):
                            self.engine.flow_into(types, tag.type, node)
                            return types
                    return self.engine.instantiate(
                        tag.type, {}, (declarator, "jsdoc"), declarator
                    )
        return None

    def find_typedefs(self) -> dict[str, TypeExpr]:
        """``@typedef`` comments anywhere at the top of the file or of a statement."""
        found: dict[str, TypeExpr] = {}
        program = self.engine.scopes.program
        comments = list(program.header) + list(program.inner)
        for statement in program.body:
            comments.extend(getattr(statement, "leading", ()))
        for comment in comments:
            if not comment.is_jsdoc or "@typedef" not in comment.text:
                continue
            name: str | None = None
            base: TypeExpr | None = None
            fields: list[Field] = []
            for tag in parse_doc(comment.text).tags:
                if tag.name == "typedef":
                    name, base = tag.target, tag.type
                elif tag.name in ("property", "prop") and tag.target and tag.type:
                    fields.append(Field(tag.target, tag.type, tag.optional))
            if name is not None:
                if fields:
                    found[name] = Obj(tuple(fields))
                elif base is not None:
                    found[name] = base
        return found
