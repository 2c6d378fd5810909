"""Short makers of expressions; what comes out is loaded (``Load``) unless it says otherwise."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from typing import TypeVar

_Node = TypeVar("_Node", bound=ast.expr)

Value = str | bytes | bool | int | float | None

LOAD = ast.Load()
STORE = ast.Store()
DEL = ast.Del()

BINARY: dict[str, type[ast.operator]] = {
    "+": ast.Add,
    "-": ast.Sub,
    "*": ast.Mult,
    "/": ast.Div,
    "//": ast.FloorDiv,
    "%": ast.Mod,
    "**": ast.Pow,
    "@": ast.MatMult,
    "<<": ast.LShift,
    ">>": ast.RShift,
    "|": ast.BitOr,
    "^": ast.BitXor,
    "&": ast.BitAnd,
}
_COMPARE: dict[str, type[ast.cmpop]] = {
    "==": ast.Eq,
    "!=": ast.NotEq,
    "<": ast.Lt,
    "<=": ast.LtE,
    ">": ast.Gt,
    ">=": ast.GtE,
    "is": ast.Is,
    "is not": ast.IsNot,
    "in": ast.In,
    "not in": ast.NotIn,
}
_UNARY: dict[str, type[ast.unaryop]] = {
    "-": ast.USub,
    "+": ast.UAdd,
    "~": ast.Invert,
    "not": ast.Not,
}
_OPPOSITE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_OPPOSITE_ORDER: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
}


# Expressions


def name(id: str, ctx: ast.expr_context = LOAD) -> ast.Name:
    return ast.Name(id, ctx)


def attr(obj: ast.expr | str, attribute: str) -> ast.Attribute:
    """``obj.attribute``; ``attribute`` may have dots, ``obj`` may be a dotted name."""
    first, *rest = attribute.split(".")
    node = ast.Attribute(dotted(obj), first, LOAD)
    for part in rest:
        node = ast.Attribute(node, part, LOAD)
    return node


def dotted(path: ast.expr | str) -> ast.expr:
    """``"asyncio.gather"`` as a tree; an expression stays what it is."""
    if isinstance(path, ast.expr):
        return path
    first, *rest = path.split(".")
    node: ast.expr = ast.Name(first, LOAD)
    for part in rest:
        node = ast.Attribute(node, part, LOAD)
    return node


def call(func: ast.expr | str, *args: ast.expr, **kw: ast.expr) -> ast.Call:
    """A call; ``func`` may be a dotted name."""
    keywords = [ast.keyword(key, value) for key, value in kw.items()]
    return ast.Call(dotted(func), list(args), keywords)


def const(v: Value) -> ast.Constant:
    return ast.Constant(v)


def index(obj: ast.expr | str, i: ast.expr | Value) -> ast.Subscript:
    """``obj[i]``; ``i`` may be the key itself: ``index("d", "id")``."""
    key = i if isinstance(i, ast.expr) else ast.Constant(i)
    return ast.Subscript(dotted(obj), key, LOAD)


def slice_(
    obj: ast.expr | str,
    lower: ast.expr | None = None,
    upper: ast.expr | None = None,
    step: ast.expr | None = None,
) -> ast.Subscript:
    """``obj[lower:upper:step]``."""
    return ast.Subscript(dotted(obj), ast.Slice(lower, upper, step), LOAD)


def binop(left: ast.expr, op: str, right: ast.expr) -> ast.BinOp:
    return ast.BinOp(left, BINARY[op](), right)


def unary(op: str, operand: ast.expr) -> ast.UnaryOp:
    return ast.UnaryOp(_UNARY[op](), operand)


def compare(left: ast.expr, op: str, right: ast.expr) -> ast.Compare:
    return ast.Compare(left, [_COMPARE[op]()], [right])


def not_(operand: ast.expr) -> ast.UnaryOp:
    """``not operand``, as it is; see ``negate`` for what a person would write."""
    return ast.UnaryOp(ast.Not(), operand)


def _bool(op: ast.boolop, operands: Iterable[ast.expr]) -> ast.expr:
    flat: list[ast.expr] = []
    for operand in operands:
        if isinstance(operand, ast.BoolOp) and type(operand.op) is type(op):
            flat += operand.values
        else:
            flat.append(operand)
    return flat[0] if len(flat) == 1 else ast.BoolOp(op, flat)


def and_(*operands: ast.expr) -> ast.expr:
    """``a and b and c``; one operand is itself."""
    return _bool(ast.And(), operands)


def or_(*operands: ast.expr) -> ast.expr:
    return _bool(ast.Or(), operands)


def negate(test: ast.expr, *, ordered: bool = False) -> ast.expr:
    """The opposite of a test that is looked at for its truth alone.

    ``ordered`` says that neither side of a ``<`` can be NaN, so that it may become ``>=``.
    """
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return test.operand
    if isinstance(test, ast.Constant) and isinstance(test.value, bool):
        return ast.Constant(not test.value)
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        kind = type(test.ops[0])
        opposite = _OPPOSITE.get(kind)
        if opposite is None and ordered:
            opposite = _OPPOSITE_ORDER.get(kind)
        if opposite is not None:
            return ast.Compare(test.left, [opposite()], test.comparators)
    return not_(test)


def cond(test: ast.expr, a: ast.expr, b: ast.expr) -> ast.IfExp:
    """``a if test else b``."""
    return ast.IfExp(test, a, b)


def walrus(target: str, value: ast.expr) -> ast.NamedExpr:
    return ast.NamedExpr(ast.Name(target, STORE), value)


def arguments(
    params: Iterable[ast.arg | str] = (),
    *,
    defaults: Sequence[ast.expr] = (),
    vararg: str | None = None,
    kwonly: Iterable[ast.arg | str] = (),
    kw_defaults: Sequence[ast.expr | None] = (),
    kwarg: str | None = None,
    posonly: Iterable[ast.arg | str] = (),
) -> ast.arguments:
    """Parameters; ``defaults`` belong to the last of them, ``kw_defaults`` to ``kwonly`` in order."""
    only = [_arg(param) for param in kwonly]
    given = list(kw_defaults)
    return ast.arguments(
        posonlyargs=[_arg(param) for param in posonly],
        args=[_arg(param) for param in params],
        vararg=None if vararg is None else ast.arg(vararg),
        kwonlyargs=only,
        kw_defaults=given + [None] * (len(only) - len(given)),
        kwarg=None if kwarg is None else ast.arg(kwarg),
        defaults=list(defaults),
    )


def _arg(param: ast.arg | str) -> ast.arg:
    return ast.arg(param) if isinstance(param, str) else param


Params = ast.arguments | Iterable[ast.arg | str]


def params_(params: Params) -> ast.arguments:
    return params if isinstance(params, ast.arguments) else arguments(params)


def lambda_(params: Params, body: ast.expr) -> ast.Lambda:
    return ast.Lambda(params_(params), body)


def list_(elements: Iterable[ast.expr] = ()) -> ast.List:
    return ast.List(list(elements), LOAD)


def tuple_(elements: Iterable[ast.expr] = ()) -> ast.Tuple:
    return ast.Tuple(list(elements), LOAD)


def set_(elements: Iterable[ast.expr]) -> ast.expr:
    """``{a, b}``; ``set()`` without elements."""
    found = list(elements)
    return ast.Set(found) if found else call("set")


def dict_(items: Iterable[tuple[ast.expr | str | None, ast.expr]] = ()) -> ast.Dict:
    """Pairs of key and value; a ``str`` is a constant key, None spreads the value (``**``)."""
    keys: list[ast.expr | None] = []
    values: list[ast.expr] = []
    for key, value in items:
        keys.append(ast.Constant(key) if isinstance(key, str) else key)
        values.append(value)
    return ast.Dict(keys, values)


def star(value: ast.expr) -> ast.Starred:
    return ast.Starred(value, LOAD)


def await_(value: ast.expr) -> ast.Await:
    return ast.Await(value)


def yield_(value: ast.expr | None = None) -> ast.Yield:
    return ast.Yield(value)


def yield_from(value: ast.expr) -> ast.YieldFrom:
    return ast.YieldFrom(value)


def for_clause(
    target: ast.expr | str,
    iterable: ast.expr,
    tests: Iterable[ast.expr] = (),
    *,
    is_async: bool = False,
) -> ast.comprehension:
    """``for target in iterable if test``, for the makers of comprehensions."""
    return ast.comprehension(target_(target), iterable, list(tests), int(is_async))


def list_comp(element: ast.expr, *clauses: ast.comprehension) -> ast.ListComp:
    return ast.ListComp(element, list(clauses))


def set_comp(element: ast.expr, *clauses: ast.comprehension) -> ast.SetComp:
    return ast.SetComp(element, list(clauses))


def generator(element: ast.expr, *clauses: ast.comprehension) -> ast.GeneratorExp:
    return ast.GeneratorExp(element, list(clauses))


def dict_comp(
    key: ast.expr, value: ast.expr, *clauses: ast.comprehension
) -> ast.DictComp:
    return ast.DictComp(key, value, list(clauses))


def field(
    value: ast.expr, conversion: str = "", spec: str | ast.JoinedStr = ""
) -> ast.FormattedValue:
    """A replacement field for ``fstring``: ``conversion`` is ``r``, ``s``, ``a`` or empty."""
    if isinstance(spec, str):
        form = ast.JoinedStr([ast.Constant(spec)]) if spec else None
    else:
        form = spec
    return ast.FormattedValue(value, ord(conversion) if conversion else -1, form)


def fstring(parts: Iterable[str | ast.expr]) -> ast.JoinedStr | ast.Constant:
    """Literal text (``str``) and expressions; a plain string where no expression is left.

    String constants and f-strings among the expressions are taken in.
    """
    values: list[ast.expr] = []

    def add(part: str | ast.expr) -> None:
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            part = part.value
        if isinstance(part, str):
            last = values[-1] if values else None
            if isinstance(last, ast.Constant) and isinstance(last.value, str):
                values[-1] = ast.Constant(last.value + part)
            elif part:
                values.append(ast.Constant(part))
        elif isinstance(part, ast.JoinedStr):
            for inner in part.values:
                add(inner)
        elif isinstance(part, ast.FormattedValue):
            values.append(part)
        else:
            values.append(ast.FormattedValue(part, -1, None))

    for part in parts:
        add(part)
    if not values:
        return ast.Constant("")
    if len(values) == 1 and isinstance(values[0], ast.Constant):
        return values[0]
    return ast.JoinedStr(values)


# Targets


def store(target: _Node, ctx: ast.expr_context = STORE) -> _Node:
    """Turn an expression into a target (``ctx`` STORE or DEL), through tuples and stars."""
    todo: list[ast.expr] = [target]
    while todo:
        node = todo.pop()
        if isinstance(node, (ast.Name, ast.Attribute, ast.Subscript)):
            node.ctx = ctx
        elif isinstance(node, (ast.Tuple, ast.List)):
            node.ctx = ctx
            todo += node.elts
        elif isinstance(node, ast.Starred):
            node.ctx = ctx
            todo.append(node.value)
    return target


def target_(target: ast.expr | str) -> ast.expr:
    return ast.Name(target, STORE) if isinstance(target, str) else store(target)
