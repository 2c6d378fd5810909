"""Questions for what Node is known to have: ``if (Error.captureStackTrace) ...``.

The answer is known before anything is inferred: the branch that is taken is written in the
place of the whole, and the other one, made for browsers and older engines, goes.
``Object.assign || function () ...`` is ``Object.assign``.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from ..parse import nodes as n
from .global_names import GLOBALS
from .global_object import GLOBAL_OBJECT
from .host_features import ELSEWHERE, FUNCTIONS, OF_COMMONJS
from .scopes import Scopes

_EQUAL = {"===": True, "==": True, "!==": False, "!=": False}


def answer_feature_tests(scopes: Scopes) -> bool:
    """Replace questions by the branch that they lead to; whether there was any.

    Changes the program: its scopes have to be resolved anew.
    """
    return FeatureTests(scopes).answer()


class FeatureTests:
    def __init__(self, scopes: Scopes) -> None:
        self.scopes = scopes
        self.module = scopes.program.source_type == "module"

    def answer(self) -> bool:
        if not any(map(self.may_be_asked, self.scopes.globals)):
            return False
        found = False
        for node in list(n.walk(self.scopes.program)):
            replace = _REPLACED.get(type(node))
            new = replace(self, node) if replace is not None else None
            if new is not None:
                self.scopes.replace(node, new)
                found = True
        return found

    def may_be_asked(self, name: str) -> bool:
        """Whether a global name is mentioned otherwise than for a call of it, or of what
        belongs to it: most programs ask nothing, and are not searched."""
        if name not in _ASKED:
            return False
        parents = self.scopes.parents
        for node in self.scopes.globals[name]:
            path: n.Node = node
            parent = parents[path]
            while isinstance(parent, n.MemberExpression) and parent.object is path:
                path, parent = parent, parents[parent]
            if isinstance(parent, _ASKING) or (
                isinstance(parent, n.UnaryExpression)
                and parent.operator in ("typeof", "!")
            ):
                return True
        return False

    # -- what takes the place of a question ------------------------------------------------

    def if_statement(self, node: n.IfStatement) -> n.Node | None:
        truth = self.truth(node.test)
        if truth is None:
            return None
        taken, dropped = node.consequent, node.alternate
        if not truth:
            taken, dropped = dropped or n.nothing_for(node), node.consequent
        if dropped is not None and _declares(dropped):
            return None
        if taken is not node.alternate and taken is not node.consequent:
            return taken
        if isinstance(taken, n.Commented):
            taken.leading[:0] = node.leading
            taken.trailing += node.trailing
            taken.blank_before = node.blank_before
        return taken

    def conditional(self, node: n.ConditionalExpression) -> n.Node | None:
        truth = self.truth(node.test)
        if truth is None:
            return None
        return node.consequent if truth else node.alternate

    def logical(self, node: n.LogicalExpression) -> n.Node | None:
        left = node.left
        if node.operator == "??":
            return left if self.is_function(left) else None
        truth = self.truth(left)
        if truth is None:
            return None
        if truth == (node.operator == "&&"):
            return node.right
        return left if self.is_function(left) else _literal(truth, left)

    def comparison(self, node: n.BinaryExpression) -> n.Node | None:
        truth = self.truth(node)
        return None if truth is None else _literal(truth, node)

    def negation(self, node: n.UnaryExpression) -> n.Node | None:
        truth = self.truth(node) if node.operator == "!" else None
        return None if truth is None else _literal(truth, node)

    # -- what is known ---------------------------------------------------------------------

    def truth(self, node: n.Node) -> bool | None:
        """Whether a question is known to be answered with yes, or with no."""
        if self.is_function(node) or self.is_exports(node):
            return True
        if isinstance(node, n.UnaryExpression) and node.operator == "!":
            inner = self.truth(node.argument)
            return None if inner is None else not inner
        if isinstance(node, n.LogicalExpression) and node.operator != "??":
            left, right = self.truth(node.left), self.truth(node.right)
            decides = node.operator == "||"
            if left is decides:
                return decides
            return right if left is not None else None
        if isinstance(node, n.BinaryExpression) and node.operator in _EQUAL:
            equal = self.equal(node.left, node.right)
            if equal is None:
                equal = self.equal(node.right, node.left)
            return None if equal is None else equal == _EQUAL[node.operator]
        return None

    def equal(self, asked: n.Node, value: n.Node) -> bool | None:
        if isinstance(value, n.StringLiteral):
            kind = self.kind_of(asked)
            return None if kind is None else kind == value.value
        if isinstance(value, n.NullLiteral) or (
            isinstance(value, n.Identifier) and value.name == "undefined"
        ):
            return False if self.is_function(asked) else None
        return None

    def kind_of(self, node: n.Node) -> str | None:
        """What ``typeof x`` gives, where x is a global name or a built-in function."""
        if not isinstance(node, n.UnaryExpression) or node.operator != "typeof":
            return None
        asked = node.argument
        if self.is_function(asked):
            return "function"
        if (
            not isinstance(asked, n.Identifier)
            or asked in self.scopes.binding_of
            or self.may_be_given(asked.name)
        ):
            return None
        if asked.name in ELSEWHERE or (self.module and asked.name in OF_COMMONJS):
            return "undefined"
        return GLOBALS.get(asked.name) if asked.name != "arguments" else None

    def is_function(self, node: n.Node) -> bool:
        """Whether a path leads to a function that Node has: ``Array.prototype.at``."""
        if not isinstance(node, n.MemberExpression) or node.optional:
            return False
        path = self.scopes.path_of(node)
        return path in FUNCTIONS and not self.may_be_given(path[0])

    def is_exports(self, node: n.Node) -> bool:
        """Whether it is ``module.exports`` of a CommonJS module."""
        return not self.module and self.scopes.path_of(node) == ("module", "exports")

    def may_be_given(self, name: object) -> bool:
        """Whether the program may put a global of this name on the global object."""
        return self.given is None or name in self.given

    @cached_property
    def given(self) -> set[str] | None:
        """The properties of the global object that the program mentions; None where it
        hands the object on, or computes their names."""
        names: set[str] = set()
        for name in GLOBAL_OBJECT & self.scopes.globals.keys():
            for node in self.scopes.globals[name]:
                parent = self.scopes.parents[node]
                if isinstance(parent, n.MemberExpression) and parent.object is node:
                    if parent.computed or not isinstance(parent.property, n.Identifier):
                        return None
                    names.add(parent.property.name)
                elif not (
                    isinstance(parent, n.UnaryExpression)
                    and parent.operator == "typeof"
                ):
                    return None
        return names


def _declares(node: n.Node) -> bool:
    """Whether a branch declares what is known outside of it: var, or a function."""
    return any(
        isinstance(part, n.FunctionDeclaration)
        or (isinstance(part, n.VariableDeclaration) and part.kind == "var")
        for part in n.walk_own(node)
    )


def _literal(value: bool, at: n.Node) -> n.BooleanLiteral:
    return n.BooleanLiteral(value, start=at.start, end=at.end)


_ASKED = {path[0] for path in FUNCTIONS} | GLOBALS.keys() | ELSEWHERE | OF_COMMONJS
_ASKING = (
    n.IfStatement,
    n.ConditionalExpression,
    n.LogicalExpression,
    n.BinaryExpression,
)
_REPLACED: dict[type[n.Node], Callable[..., n.Node | None]] = {
    n.IfStatement: FeatureTests.if_statement,
    n.ConditionalExpression: FeatureTests.conditional,
    n.LogicalExpression: FeatureTests.logical,
    n.BinaryExpression: FeatureTests.comparison,
    n.UnaryExpression: FeatureTests.negation,
}
