"""Functions that are used as constructors, and their prototypes: found, and proven to be classes.

Before ECMAScript 2015 a class was written as a function, ``function Maker() { this.a = 1 }``,
with ``Maker.prototype.method = function () {...}`` behind it. Such a function is a class where
all that is done with it is what is done with classes, and where nobody makes an instance
before its methods are there. ``make_classes`` writes it as one; what cannot be proven stays.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ..parse import nodes as n
from .prototypes import Piece, pieces_in
from .scopes import Binding, Scopes

#: methods of arrays, promises and others that call what they are given
_CALLING_BACK = frozenset(
    {"map", "forEach", "filter", "find", "findIndex", "findLast", "findLastIndex", "some",
     "every", "reduce", "reduceRight", "flatMap", "sort", "toSorted", "then", "catch",
     "finally", "from", "replace", "replaceAll", "on", "once", "groupBy"}
)  # fmt: skip
_ERRORS = frozenset(
    {"Error", "TypeError", "RangeError", "SyntaxError", "ReferenceError", "EvalError",
     "URIError"}
)  # fmt: skip


@dataclass(slots=True, eq=False)
class Constructor:
    """A function that is a class; ``own``: the names it has (its own inside, too).

    ``statement`` declares it, in ``body``; ``guard`` is the ``if (!(this instanceof Maker))``
    at its start, ``calls`` what calls it without ``new``.
    """

    binding: Binding
    own: frozenset[Binding]
    function: n.Function
    statement: n.Node
    body: list[n.Node]
    pieces: list[Piece] = field(default_factory=list)
    guard: n.Statement | None = None
    #: whether the guard makes an instance of what is called without ``new``
    converts: bool = False
    calls: list[n.CallExpression] = field(default_factory=list)
    #: ``Base.call(this, ...)`` in it, ``Base.prototype.method.call(this, ...)`` in methods
    supers: list[n.CallExpression] = field(default_factory=list)
    #: what it is based on, where that is such a function too
    above: Constructor | None = None
    #: the first statement that makes an instance, and does no more with it
    made_before: n.Node | None = None
    #: statements in it that do nothing: ``Error.call(this, message)``
    idle: list[n.Node] = field(default_factory=list)

    @property
    def base(self) -> n.Expression | None:
        return next((p.base for p in self.pieces if p.base is not None), None)

    @property
    def named(self) -> bool:
        """Whether ``instance.constructor`` leads back to it, as that of a class does."""
        replaced = [p for p in self.pieces if p.replaces]
        return not replaced or any(p.restores for p in self.pieces)


def find_constructors(
    scopes: Scopes, is_whole: Callable[[Constructor, Scopes], bool]
) -> list[Constructor]:
    """The functions of a program that are classes, in source order.

    ``is_whole`` tells whether nobody sees an instance before its prototype is whole.
    """
    found = _candidates(scopes)
    while True:
        by_binding = {own: each for each in found for own in each.own}
        kept = [
            each
            for each in found
            if _is_class(each, by_binding, scopes) and is_whole(each, scopes)
        ]
        if len(kept) == len(found):
            return sorted(kept, key=lambda each: each.function.start)
        found = kept  # those that were based on another may be no classes now


# -- what may be one ---------------------------------------------------------------------


def _candidates(scopes: Scopes) -> list[Constructor]:
    found: list[Constructor] = []
    pieces: dict[n.Node, dict[Binding, list[Piece]]] = {}
    for binding in scopes.bindings:
        function = _function_of(binding)
        if function is None or binding.reassigned or binding.early:
            continue
        own = {binding}
        if isinstance(function, n.FunctionExpression) and function.id is not None:
            inner = scopes.binding_of.get(function.id)
            own |= {inner} if inner is not None else set()
        if not any(_is_made(r, scopes) for each in own for r in each.references):
            continue
        statement: n.Node = binding.node
        while not isinstance(
            scopes.parents[statement], (n.Program, n.BlockStatement, n.Function)
        ):
            statement = scopes.parents[statement]
        block = scopes.parents[statement]
        body = getattr(block, "body", None)
        if not isinstance(body, list) or isinstance(block, n.Function):
            continue
        if block not in pieces:
            pieces[block] = pieces_in(body, scopes)
        found.append(
            Constructor(
                binding,
                frozenset(own),
                function,
                statement,
                body,
                pieces[block].get(binding, []),
            )
        )
    return found


def _function_of(binding: Binding) -> n.Function | None:
    node: n.Node | None = binding.node
    if isinstance(node, n.VariableDeclarator):
        node = node.init if isinstance(node.id, n.Identifier) else None
        if not isinstance(node, n.FunctionExpression):
            return None
    if not isinstance(node, (n.FunctionDeclaration, n.FunctionExpression)):
        return None
    return None if node.is_async or node.generator else node


def _is_made(reference: n.Identifier, scopes: Scopes) -> bool:
    """Whether it is what ``new`` is used with, or something is put on its prototype."""
    parent = scopes.parents.get(reference)
    if isinstance(parent, n.NewExpression):
        return parent.callee is reference
    return n.is_member(parent, "prototype") and parent.object is reference


# -- the proof ---------------------------------------------------------------------------


def _is_class(
    each: Constructor, by_binding: dict[Binding, Constructor], scopes: Scopes
) -> bool:
    each.guard = each.above = each.made_before = None
    each.calls, each.supers, each.idle = [], [], []
    body = each.function.body
    if not isinstance(body, n.BlockStatement):
        return False
    if not _has_known_base(each, by_binding, scopes):
        return False
    each.converts = False
    if body.body and _tests_this(body.body[0], each, scopes):
        guard = body.body[0]
        assert isinstance(guard, n.IfStatement)
        each.guard = guard
        each.converts = _makes_the_same(guard.consequent, each, scopes)
    for statement in scopes.facts[each.function].returns:
        if isinstance(statement.argument, (n.ThisExpression, type(None))):
            continue  # `this` is what `new` gives anyway
        if each.guard is None or not (
            each.guard.start <= statement.start < each.guard.end
        ):
            return False
    inside = {id(node) for p in each.pieces for node in p.vanishing}
    for binding in each.own:
        for reference in binding.references:
            if id(reference) not in inside and not _is_use_of_class(
                reference, each, by_binding, scopes
            ):
                return False
    return _find_supers(each, scopes)


def _has_known_base(
    each: Constructor, by_binding: dict[Binding, Constructor], scopes: Scopes
) -> bool:
    """Whether it is based on nothing, on another such class, on an import, or an error."""
    bases = [piece.base for piece in each.pieces if piece.base is not None]
    if not bases:
        return True
    if len({scopes.path_of(base) for base in bases}) > 1:
        return False
    root = bases[0]
    while isinstance(root, n.MemberExpression):
        root = root.object
    if not isinstance(root, n.Identifier):
        return False
    binding = scopes.binding_of.get(root)
    if binding is None:
        return is_error(root)
    if binding in each.own:
        return False
    each.above = by_binding.get(binding)
    return each.above is not None or is_imported(binding)


def is_error(node: n.Node | None) -> bool:
    """Whether a global class of errors is named. Called without ``new`` it makes another
    error, and does nothing to ``this`` (ECMA-262 20.5.1.1)."""
    return isinstance(node, n.Identifier) and node.name in _ERRORS


def _tests_this(statement: n.Node, each: Constructor, scopes: Scopes) -> bool:
    """``if (!(this instanceof Maker))``, or ``if (!new.target)``."""
    if not isinstance(statement, n.IfStatement) or statement.alternate is not None:
        return False
    test = statement.test
    if not isinstance(test, n.UnaryExpression) or test.operator != "!":
        return False
    asked = test.argument
    if isinstance(asked, n.MetaProperty):
        return True
    return (
        isinstance(asked, n.BinaryExpression)
        and asked.operator == "instanceof"
        and isinstance(asked.left, n.ThisExpression)
        and isinstance(asked.right, n.Identifier)
        and scopes.binding_of.get(asked.right) in each.own
    )


def _makes_the_same(statement: n.Node, each: Constructor, scopes: Scopes) -> bool:
    """``return new Maker(a, b)``, with all that was given."""
    if isinstance(statement, n.BlockStatement) and len(statement.body) == 1:
        statement = statement.body[0]
    if not isinstance(statement, n.ReturnStatement):
        return False
    made = statement.argument
    if not (
        isinstance(made, n.NewExpression)
        and isinstance(made.callee, n.Identifier)
        and scopes.binding_of.get(made.callee) in each.own
    ):
        return False
    params = each.function.params
    return len(made.arguments) == len(params) and all(
        isinstance(given, n.Identifier)
        and isinstance(param, n.Identifier)
        and given.name == param.name
        for given, param in zip(made.arguments, params)
    )


def _is_use_of_class(
    reference: n.Identifier,
    each: Constructor,
    by_binding: dict[Binding, Constructor],
    scopes: Scopes,
) -> bool:
    """Whether a place does with the function what may be done with a class."""
    parent = scopes.parents[reference]
    if each.guard is not None and each.guard.start <= reference.start < each.guard.end:
        return True
    if isinstance(parent, n.CallExpression) and parent.callee is reference:
        each.calls.append(parent)
        return each.converts
    if isinstance(parent, n.MemberExpression) and parent.object is reference:
        name = getattr(parent.property, "name", None)
        if name not in ("call", "apply", "bind"):
            return True
        # Base.call(this, ...) in a class that is based on it.
        function = scopes.enclosing_function(reference)
        return name != "bind" and any(
            other.function is function and _is_same(other.base, each, scopes)
            for other in by_binding.values()
        )
    if isinstance(parent, n.CallExpression) and not each.converts:
        # A built-in method that calls it back does so without `new`.
        return getattr(getattr(parent.callee, "property", None), "name", "") not in (
            _CALLING_BACK
        )
    return True


def _is_same(base: n.Node | None, each: Constructor, scopes: Scopes) -> bool:
    return isinstance(base, n.Identifier) and scopes.binding_of.get(base) in each.own


def _find_supers(each: Constructor, scopes: Scopes) -> bool:
    """Find what becomes ``super``; False where ``this`` is given to something else."""
    base = each.base
    wanted = scopes.path_of(base)
    methods = [
        member.value
        for piece in each.pieces
        for member in piece.members
        if not member.static
    ]
    for function in [each.function, *methods]:
        for node in n.walk_own(function.body, arrows=True):
            if not isinstance(node, n.CallExpression) or not node.arguments:
                continue
            callee = node.callee
            if not isinstance(node.arguments[0], n.ThisExpression) or not (
                n.is_member(callee, "call") or n.is_member(callee, "apply")
            ):
                continue
            target = callee.object
            if function is not each.function:
                if not isinstance(target, n.MemberExpression) or target.computed:
                    continue
                target = target.object
                if not n.is_member(target, "prototype"):
                    continue
                target = target.object
            if wanted is None or scopes.path_of(target) != wanted:
                if function is each.function and isinstance(target, n.Identifier):
                    return False  # a mixin
                continue
            if n.is_member(callee, "apply") and len(node.arguments) != 2:
                return False
            if function is each.function and is_error(target):
                # It does nothing, where it is a statement and what it is given does nothing.
                if not isinstance(
                    scopes.parents[node], n.ExpressionStatement
                ) or not all(
                    isinstance(a, (n.Identifier, n.StringLiteral, n.ThisExpression))
                    for a in node.arguments
                ):
                    return False
                each.idle.append(scopes.parents[node])
                continue
            each.supers.append(node)
    return True


def is_imported(binding: Binding) -> bool:
    if binding.kind == "import":
        return True
    node = binding.node
    value = node.init if isinstance(node, n.VariableDeclarator) else None
    while isinstance(value, (n.MemberExpression, n.CallExpression)):
        if isinstance(value, n.MemberExpression):
            value = value.object
        elif getattr(value.callee, "name", "") == "require":
            return True
        else:
            value = value.callee
    return False
