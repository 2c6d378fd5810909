"""Expressions as text, with no more parentheses than a person would write."""

from __future__ import annotations

import ast

from . import collections, fstrings
from .levels import (
    AND,
    ATOM,
    AWAIT,
    BIT_AND,
    BIT_OR,
    BIT_XOR,
    COMPARE,
    EXPR,
    NAMED,
    NOT,
    OR,
    POWER,
    PRODUCT,
    SHIFT,
    SUM,
    TEST,
    TUPLE,
    UNARY,
    YIELD,
    Unprintable,
)
from .literals import constant, long_string, plain_string, raw_string, string

# Symbol, level of the whole, level of the left side, level of the right side.
_BINARY: dict[type[ast.operator], tuple[str, int, int, int]] = {
    ast.Add: (" + ", SUM, SUM, PRODUCT),
    ast.Sub: (" - ", SUM, SUM, PRODUCT),
    ast.Mult: (" * ", PRODUCT, PRODUCT, UNARY),
    ast.Div: (" / ", PRODUCT, PRODUCT, UNARY),
    ast.FloorDiv: (" // ", PRODUCT, PRODUCT, UNARY),
    ast.Mod: (" % ", PRODUCT, PRODUCT, UNARY),
    ast.MatMult: (" @ ", PRODUCT, PRODUCT, UNARY),
    ast.Pow: (" ** ", POWER, AWAIT, UNARY),
    ast.LShift: (" << ", SHIFT, SHIFT, SUM),
    ast.RShift: (" >> ", SHIFT, SHIFT, SUM),
    ast.BitOr: (" | ", BIT_OR, BIT_OR, BIT_XOR),
    ast.BitXor: (" ^ ", BIT_XOR, BIT_XOR, BIT_AND),
    ast.BitAnd: (" & ", BIT_AND, BIT_AND, SHIFT),
}
# For the augmented assignments.
SYMBOLS = {kind: entry[0].strip() for kind, entry in _BINARY.items()}
_COMPARE: dict[type[ast.cmpop], str] = {
    ast.Eq: " == ",
    ast.NotEq: " != ",
    ast.Lt: " < ",
    ast.LtE: " <= ",
    ast.Gt: " > ",
    ast.GtE: " >= ",
    ast.Is: " is ",
    ast.IsNot: " is not ",
    ast.In: " in ",
    ast.NotIn: " not in ",
}
_UNARY: dict[type[ast.unaryop], tuple[str, int]] = {
    ast.USub: ("-", UNARY),
    ast.UAdd: ("+", UNARY),
    ast.Invert: ("~", UNARY),
    ast.Not: ("not ", NOT),
}


def expression(node: ast.expr, level: int = YIELD) -> str:
    """The text of an expression for a place of the given level; see ``levels``."""
    return EXPR[type(node)](node, level, "")


def _name(node: ast.Name, level: int, quotes: str) -> str:
    return node.id


def _attribute(node: ast.Attribute, level: int, quotes: str) -> str:
    value = node.value
    kind = type(value)
    if isinstance(value, ast.Constant) and type(value.value) in (int, float):
        return f"({EXPR[kind](value, YIELD, quotes)}).{node.attr}"
    return f"{EXPR[kind](value, ATOM, quotes)}.{node.attr}"


def _constant(node: ast.Constant, level: int, quotes: str) -> str:
    value = node.value
    if type(value) is str:
        if not quotes:
            if node.kind == "long":
                return long_string(value)
            return raw_string(value) if node.kind == "r" else string(value)
        plain = plain_string(value, quotes)
        if plain is None:
            raise Unprintable
        return plain
    text = constant(node)
    if quotes and type(value) is bytes:
        plain = plain_string(text[2:-1], quotes)
        if plain is None:
            raise Unprintable
        return f"b{plain}"
    if text[0] == "-" and level > UNARY:
        return f"({text})"
    return text


def _subscript(node: ast.Subscript, level: int, quotes: str) -> str:
    value = node.value
    index = node.slice
    kind = type(index)
    if (
        isinstance(index, ast.Tuple)
        and len(index.elts) == 1
        and isinstance(index.elts[0], ast.Slice)
    ):
        # A slice cannot stand in parentheses.
        inner = f"{_slice(index.elts[0], TEST, quotes)},"
    else:
        inner = EXPR[kind](index, TUPLE, quotes)
    return f"{EXPR[type(value)](value, ATOM, quotes)}[{inner}]"


_SIMPLE = (ast.Name, ast.Constant, ast.UnaryOp)


def _slice(node: ast.Slice, level: int, quotes: str) -> str:
    lower, upper, step = node.lower, node.upper, node.step
    # As black has it: spaces around the colon where a bound is more than a name or a number.
    bounds = [bound for bound in (lower, upper, step) if bound is not None]
    gap = "" if all(isinstance(bound, _SIMPLE) for bound in bounds) else " "
    text = ":"
    if lower is not None:
        text = f"{EXPR[type(lower)](lower, TEST, quotes)}{gap}:"
    if upper is not None:
        text += f"{gap}{EXPR[type(upper)](upper, TEST, quotes)}"
    if step is not None:
        colon = f"{gap}:" if upper is not None else ":"
        text += f"{colon}{gap}{EXPR[type(step)](step, TEST, quotes)}"
    return text


def _starred(node: ast.Starred, level: int, quotes: str) -> str:
    return f"*{EXPR[type(node.value)](node.value, BIT_OR, quotes)}"


def _binary(node: ast.BinOp, level: int, quotes: str) -> str:
    symbol, own, left_level, right_level = _BINARY[type(node.op)]
    left, right = node.left, node.right
    if own <= SHIFT:
        # Few know by heart what goes first: `(r << 16) | (g << 8)`, `(i - 1) >> 1`.
        if isinstance(left, ast.BinOp) and type(left.op) is not type(node.op):
            left_level = ATOM
        if isinstance(right, ast.BinOp) and type(right.op) is not type(node.op):
            right_level = ATOM
    before = EXPR[type(left)](left, left_level, quotes)
    text = f"{before}{symbol}{EXPR[type(right)](right, right_level, quotes)}"
    return f"({text})" if level > own else text


def _compare(node: ast.Compare, level: int, quotes: str) -> str:
    left = node.left
    text = EXPR[type(left)](left, BIT_OR, quotes)
    for op, right in zip(node.ops, node.comparators):
        text = f"{text}{_COMPARE[type(op)]}{EXPR[type(right)](right, BIT_OR, quotes)}"
    return f"({text})" if level > COMPARE else text


def _unary(node: ast.UnaryOp, level: int, quotes: str) -> str:
    symbol, own = _UNARY[type(node.op)]
    operand = node.operand
    text = f"{symbol}{EXPR[type(operand)](operand, own, quotes)}"
    return f"({text})" if level > own else text


def _bool(node: ast.BoolOp, level: int, quotes: str) -> str:
    kind = type(node.op)
    own, symbol = (AND, " and ") if kind is ast.And else (OR, " or ")
    # The same operator within needs no parentheses: `and` and `or` are associative.
    text = symbol.join(
        [
            EXPR[type(value)](
                value,
                (
                    own
                    if type(value) is ast.BoolOp and type(value.op) is kind
                    else own + 1
                ),
                quotes,
            )
            for value in node.values
        ]
    )
    return f"({text})" if level > own else text


def _conditional(node: ast.IfExp, level: int, quotes: str) -> str:
    body, test, orelse = node.body, node.test, node.orelse
    text = (
        f"{EXPR[type(body)](body, OR, quotes)} if {EXPR[type(test)](test, OR, quotes)}"
        f" else {EXPR[type(orelse)](orelse, TEST, quotes)}"
    )
    return f"({text})" if level > TEST else text


def _lambda(node: ast.Lambda, level: int, quotes: str) -> str:
    params = parameters(node.args, quotes)
    body = EXPR[type(node.body)](node.body, TEST, quotes)
    text = f"lambda {params}: {body}" if params else f"lambda: {body}"
    return f"({text})" if level > TEST else text


def _walrus(node: ast.NamedExpr, level: int, quotes: str) -> str:
    text = f"{node.target.id} := {EXPR[type(node.value)](node.value, TEST, quotes)}"
    return text if level == NAMED else f"({text})"


def _await(node: ast.Await, level: int, quotes: str) -> str:
    text = f"await {EXPR[type(node.value)](node.value, ATOM, quotes)}"
    return f"({text})" if level > AWAIT else text


def _yield(node: ast.Yield, level: int, quotes: str) -> str:
    value = node.value
    text = (
        "yield" if value is None else f"yield {EXPR[type(value)](value, TUPLE, quotes)}"
    )
    return text if level == YIELD else f"({text})"


def _yield_from(node: ast.YieldFrom, level: int, quotes: str) -> str:
    text = f"yield from {EXPR[type(node.value)](node.value, TEST, quotes)}"
    return text if level == YIELD else f"({text})"


def _clauses(clauses: list[ast.comprehension], quotes: str) -> str:
    text = ""
    for clause in clauses:
        target, iterable = clause.target, clause.iter
        text += " async for " if clause.is_async else " for "
        text += EXPR[type(target)](target, TUPLE, quotes)
        text += f" in {EXPR[type(iterable)](iterable, OR, quotes)}"
        for test in clause.ifs:
            text += f" if {EXPR[type(test)](test, OR, quotes)}"
    return text


def _comprehension(
    element: ast.expr, clauses: list[ast.comprehension], quotes: str
) -> str:
    text = EXPR[type(element)](element, NAMED, quotes)
    return f"{text}{_clauses(clauses, quotes)}"


def _list_comp(node: ast.ListComp, level: int, quotes: str) -> str:
    return f"[{_comprehension(node.elt, node.generators, quotes)}]"


def _set_comp(node: ast.SetComp, level: int, quotes: str) -> str:
    return f"{{{_comprehension(node.elt, node.generators, quotes)}}}"


def _generator(node: ast.GeneratorExp, level: int, quotes: str) -> str:
    return f"({_comprehension(node.elt, node.generators, quotes)})"


def _dict_comp(node: ast.DictComp, level: int, quotes: str) -> str:
    pair = collections.pair(node.key, node.value, quotes)
    return f"{{{pair}{_clauses(node.generators, quotes)}}}"


def parameters(args: ast.arguments, quotes: str = "") -> str:
    """What stands between the parentheses of ``def``, or behind ``lambda``."""
    positional = args.posonlyargs + args.args
    defaults: list[ast.expr | None] = [None] * (len(positional) - len(args.defaults))
    defaults += args.defaults
    texts = [
        _parameter(arg, default, quotes) for arg, default in zip(positional, defaults)
    ]
    if args.posonlyargs:
        texts.insert(len(args.posonlyargs), "/")
    if args.vararg:
        texts.append(f"*{_parameter(args.vararg, None, quotes)}")
    elif args.kwonlyargs:
        texts.append("*")
    for arg, default in zip(args.kwonlyargs, args.kw_defaults):
        texts.append(_parameter(arg, default, quotes))
    if args.kwarg:
        texts.append(f"**{_parameter(args.kwarg, None, quotes)}")
    return ", ".join(texts)


def _parameter(arg: ast.arg, default: ast.expr | None, quotes: str) -> str:
    annotation = arg.annotation
    if annotation is None:
        if default is None:
            return arg.arg
        return f"{arg.arg}={EXPR[type(default)](default, TEST, quotes)}"
    text = f"{arg.arg}: {EXPR[type(annotation)](annotation, TEST, quotes)}"
    if default is None:
        return text
    return f"{text} = {EXPR[type(default)](default, TEST, quotes)}"


EXPR.update(
    {
        ast.Name: _name,
        ast.Attribute: _attribute,
        ast.Constant: _constant,
        **collections.PRINTERS,
        ast.Subscript: _subscript,
        ast.Slice: _slice,
        ast.Starred: _starred,
        ast.BinOp: _binary,
        ast.Compare: _compare,
        ast.UnaryOp: _unary,
        ast.BoolOp: _bool,
        ast.IfExp: _conditional,
        ast.Lambda: _lambda,
        ast.NamedExpr: _walrus,
        ast.Await: _await,
        ast.Yield: _yield,
        ast.YieldFrom: _yield_from,
        ast.ListComp: _list_comp,
        ast.SetComp: _set_comp,
        ast.GeneratorExp: _generator,
        ast.DictComp: _dict_comp,
        ast.JoinedStr: fstrings.joined,
    }
)
