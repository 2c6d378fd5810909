"""Which values each expression of a program gives under Node, against its inferred types.

``instrument`` wraps the expressions of a program in calls that note their values
(``seen.js``); ``run_seen`` runs it; ``differences`` says what was seen although the types
exclude it.

The types of elements do not say that there may be none: Python raises there (see the
"loud" rung of the design). What comes of an element that is not there is no difference: to
tell, the program is run once more and looked at up to there.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from js2aio.analyse import Analysis, analyse
from js2aio.analyse import types as t
from js2aio.analyse.symbols import is_own_symbol
from js2aio.analyse.types import Atom, Type
from js2aio.parse import nodes as n
from js2aio.parse import parse
from js2aio.source import SourceText
from support.running import find_node

_PRELUDE = Path(__file__).with_name("seen.js")
#: A record of seen.js: "kinds", "element", "items", "key", "value", "props", "sites" ...
Record = dict[str, Any]

_NUMBERS = {
    "nat": t.NUMBERS,
    "int": frozenset({t.INT, t.NUMBER, t.NAN}),
    "number": frozenset({t.NUMBER, t.NAN}),
    # Of arithmetic that gives NaN, Python raises; and its integers have neither -0 nor an
    # end. Those are differences, but not such as types speak of.
    "nan": t.NUMBERS,
    "negzero": t.NUMBERS,
    "huge": t.NUMBERS,
    "infinite": t.NUMBERS,
}
_SIMPLE = {
    "undefined": t.UNDEFINED,
    "null": t.NULL,
    "boolean": t.BOOLEAN,
    "string": t.STRING,
    "symbol": t.SYMBOL,
    "bigint": t.BIGINT,
    "RegExp": t.REGEXP,
    "Date": t.DATE,
    "match": t.MATCH,
}
_HOST_ERRORS = ("instance DOMException", "instance AbortError")
_CALLABLE = (
    t.FunctionAtom,
    t.ClassAtom,
    t.BuiltinAtom,
    t.ResolverAtom,
    t.ModuleAtom,
    t.HostAtom,  # what util.promisify gives
)
_CLASSES: dict[str, tuple[type[Atom], ...]] = {
    "function": _CALLABLE,
    "class": _CALLABLE,
    "array": (t.ArrayAtom,),
    "Map": (t.MapAtom,),
    "WeakMap": (t.MapAtom,),
    "Set": (t.SetAtom,),
    "WeakSet": (t.SetAtom,),
    "Promise": (t.PromiseAtom,),
    "iterator": (t.GeneratorAtom,),
    "asynciterator": (t.GeneratorAtom,),
    "object": (t.ObjectAtom, t.SettledAtom, t.ModuleAtom, t.BuiltinAtom),
    "odd": (
        t.ObjectAtom,
        t.InstanceAtom,
        t.ModuleAtom,
        t.BuiltinAtom,
        t.GeneratorAtom,  # iterators that Node makes by hand
    ),
}


# -- instrumenting -----------------------------------------------------------------------


class _Wrapping:
    """Finds the expressions of a program that can be wrapped without changing it."""

    def __init__(self, program: n.Program, analysis: Analysis) -> None:
        self.bound = analysis.scopes.binding_of
        self.nodes: list[n.Node] = []
        self.wrapped: list[n.Node] = []
        self.spans: set[tuple[int, int]] = set()
        self.expanded: list[n.Identifier] = []
        self.visit_all(n.children(program))

    def visit_all(self, nodes: Iterable[n.Node]) -> None:
        for node in nodes:
            self.visit(node)

    def visit(self, node: n.Node, wrap: bool = True) -> None:
        if isinstance(node, n.MemberExpression) and node.object.end == node.end:
            return  # a name of the source that stands for a built-in function
        if (
            isinstance(node, n.CallExpression)
            and isinstance(node.callee, n.MemberExpression)
            and node.callee.object.end == node.end
        ):
            # The source has the object alone; valueOf of it was written by the analysis.
            self.visit(node.callee.object, wrap)
            return
        if isinstance(node, n.Expression) and wrap and self.can_wrap(node):
            # What was written anew stands where the source has one expression.
            if (node.start, node.end) not in self.spans:
                self.spans.add((node.start, node.end))
                self.wrapped.append(node)
        if isinstance(node, n.ExpressionStatement) and node.directive is not None:
            return
        if isinstance(
            node, (n.AssignmentExpression, n.ForOfStatement, n.ForInStatement)
        ):
            self.target(node.left)
            self.visit(node.right)
            if not isinstance(node, n.AssignmentExpression):
                self.visit(node.body)
        elif isinstance(node, n.UpdateExpression):
            self.target(node.argument)
        elif isinstance(node, n.Function):
            if (node.body.start, node.body.end) == (node.start, node.end):
                return  # a function that the analysis wrote stands for something else
            for param in node.params:
                self.target(param)
            self.visit(node.body)
        elif isinstance(node, n.Class):
            if node.super_class is not None:
                self.visit(node.super_class, wrap=False)
            self.visit_all(node.body.body)
        elif isinstance(node, (n.MethodDefinition, n.PropertyDefinition)):
            if node.computed:
                self.visit(node.key)
            if node.value is not None:
                self.visit(node.value)
        elif isinstance(node, n.Property):
            if node.computed:
                self.visit(node.key)
            if node.shorthand and isinstance(node.value, n.Identifier):
                if self.can_wrap(node.value):
                    self.expanded.append(node.value)
                    self.wrapped.append(node.value)
            else:
                self.visit(node.value)
        elif isinstance(node, n.VariableDeclaration):
            for declarator in node.declarations:
                self.target(declarator.id)
                if declarator.init is not None:
                    self.visit(declarator.init)
        elif isinstance(node, n.CatchClause):
            if node.param is not None:
                self.target(node.param)
            self.visit(node.body)
        elif isinstance(node, n.MemberExpression):
            self.visit(node.object)
            if node.computed:
                self.visit(node.property)
        elif isinstance(node, n.ChainExpression):
            self.link(node.expression)
        elif isinstance(node, n.CallExpression):
            self.visit(node.callee, wrap=isinstance(node.callee, n.Identifier))
            self.visit_all(node.arguments)
        elif isinstance(node, n.NewExpression):
            self.visit(node.callee, wrap=False)
            self.visit_all(node.arguments)
        elif isinstance(node, n.TaggedTemplateExpression):
            self.visit(node.tag, wrap=False)
            self.visit_all(node.quasi.expressions)
        elif isinstance(node, n.TemplateLiteral):
            self.visit_all(node.expressions)
        elif isinstance(node, n.UnaryExpression) and node.operator in (
            "delete",
            "typeof",
        ):
            self.visit(node.argument, wrap=False)
        elif isinstance(node, (n.ImportDeclaration, n.MetaProperty)):
            return
        else:
            self.visit_all(n.children(node))

    def link(self, node: n.Node) -> None:
        """A link of an optional chain: only what hangs on it can be wrapped."""
        if isinstance(node, n.MemberExpression):
            self.link(node.object)
            if node.computed:
                self.visit(node.property)
        elif isinstance(node, n.CallExpression):
            self.link(node.callee)
            self.visit_all(node.arguments)
        else:
            self.visit(node)

    def target(self, node: n.Node) -> None:
        if isinstance(node, n.VariableDeclaration):
            for declarator in node.declarations:
                self.target(declarator.id)
        elif isinstance(node, n.MemberExpression):
            self.visit(node, wrap=False)
        elif isinstance(node, n.AssignmentPattern):
            self.target(node.left)
            self.visit(node.right)
        elif isinstance(node, n.ArrayPattern):
            for element in node.elements:
                if element is not None:
                    self.target(element)
        elif isinstance(node, n.RestElement):
            self.target(node.argument)
        elif isinstance(node, n.ObjectPattern):
            for item in node.properties:
                if isinstance(item, n.Property):
                    if item.computed:
                        self.visit(item.key)
                    self.target(item.value)
                else:
                    self.target(item)

    def can_wrap(self, node: n.Node) -> bool:
        if isinstance(node, n.Identifier):
            return node in self.bound
        if isinstance(node, n.CallExpression):
            return not isinstance(node.callee, n.Super)
        return not isinstance(
            node, (n.Function, n.Class, n.Super, n.MetaProperty, n.NumberLiteral,
                   n.StringLiteral, n.BooleanLiteral, n.NullLiteral, n.BigIntLiteral)
        )  # fmt: skip


def _makes(node: n.Node) -> bool:
    return isinstance(node, (n.ArrayExpression, n.ObjectExpression)) or (
        isinstance(node, n.NewExpression)
        and isinstance(node.callee, n.Identifier)
        and node.callee.name in ("Map", "Set")
    )


def _needed(analysis: Analysis, node: n.Node) -> int | None:
    """How many elements Python takes a value apart into; 0: of one that has to be there."""
    parent = analysis.scopes.parents.get(node)
    pattern: n.Node | None = None
    if isinstance(parent, n.VariableDeclarator):
        pattern = parent.id
    elif isinstance(parent, n.AssignmentExpression) and parent.operator == "=":
        pattern = parent.left
    if isinstance(pattern, n.ArrayPattern) and pattern is not node:
        plain = [
            position
            for position, element in enumerate(pattern.elements, 1)
            if element is not None
            and not isinstance(element, (n.AssignmentPattern, n.RestElement))
        ]
        return max(plain, default=None)
    types = analysis.inference.types.get(node, t.NEVER)
    if t.UNDEFINED in types or t.ANY in types:
        return None
    return 0 if _reads_element(node) else None


def instrument(
    text: str, program: n.Program, analysis: Analysis
) -> tuple[str, list[n.Node]]:
    """The program with calls of ``__seen``, and the node of each number that it gives."""
    wrapping = _Wrapping(program, analysis)
    before: dict[int, list[tuple[int, str]]] = {}
    after: dict[int, list[tuple[int, str]]] = {}
    expanded = set(wrapping.expanded)
    for number, node in enumerate(wrapping.wrapped):
        prefix = f"{node.name}: " if node in expanded else ""  # type: ignore[attr-defined]
        makes = ", 1" if _makes(node) else ""
        if (needed := _needed(analysis, node)) is not None:
            makes = f", {int(_makes(node))}, {needed}"
        before.setdefault(node.start, []).append(
            (-node.end, f"{prefix}__seen({number}, (")
        )
        after.setdefault(node.end, []).append((-node.start, f"){makes})"))
    parts: list[str] = []
    last = 0
    for position in sorted({*before, *after}):
        parts.append(text[last:position])
        last = position
        parts.extend(added for _, added in sorted(after.get(position, ())))
        parts.extend(added for _, added in sorted(before.get(position, ())))
    parts.append(text[last:])
    return "".join(parts), wrapping.wrapped


# -- running -----------------------------------------------------------------------------


def run_seen(
    code: str, *, module: bool = False, cwd: Path | None = None, stop: bool = False
) -> dict[int, Record]:
    """What the expressions of an instrumented program gave, by number.

    ``stop``: look no further than to the first element that is not there.
    """
    node = find_node()
    if node is None:
        raise FileNotFoundError("node is not installed")
    with tempfile.TemporaryDirectory(prefix="js2aio-seen-") as folder:
        path = Path(folder, "program.mjs" if module else "program.cjs")
        path.write_bytes(code.encode("utf-8", "surrogatepass"))
        out = Path(folder, "seen.json")
        environment = {"SEEN_OUT": str(out), "TZ": "UTC", "NO_COLOR": "1"}
        if stop:
            environment["SEEN_STOP"] = "1"
        done = subprocess.run(
            [node, "--require", str(_PRELUDE), str(path)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60,
            env={**os.environ, **environment},
            cwd=cwd or folder,
            check=False,
        )
        if not out.exists():
            raise RuntimeError(done.stderr.decode(errors="replace")[-2000:])
        notes = json.loads(out.read_text(encoding="utf-8", errors="surrogatepass"))
        if b"SyntaxError" in done.stderr and not notes:
            raise RuntimeError(done.stderr.decode(errors="replace")[-2000:])
    return {int(number): record for number, record in notes.items()}


# -- comparing ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that was seen where the types exclude it; ``path`` leads to it ("[].name")."""

    line: int
    code: str
    path: str
    seen: str
    types: str

    def __str__(self) -> str:
        return f"{self.line}: {self.code}{self.path} was {self.seen}, not {self.types}"


class _Comparison:
    def __init__(self, nodes: list[n.Node], node: n.Node) -> None:
        self.nodes = nodes
        self.node = node
        self.found: list[tuple[str, str, Type]] = []

    def check(self, types: Type, record: Record, path: str, absent: bool) -> None:
        """``absent``: an element that may not be there, whose type says nothing of that."""
        if t.ANY in types or any(repr(a) == "module.exports" for a in types):
            return
        for kind in record["kinds"]:
            if kind == "undefined" and absent:
                continue
            if not types or not self.allows(types, kind):
                self.found.append((path, kind, types))
        self.check_inside(types, record, path)

    def allows(self, types: Type, kind: str) -> bool:
        if kind in _NUMBERS:
            return bool(types & _NUMBERS[kind])
        if kind in _SIMPLE:
            return _SIMPLE[kind] in types
        if kind in _CLASSES:
            return any(isinstance(a, _CLASSES[kind]) for a in types)
        if kind.startswith("instance ") and kind not in _HOST_ERRORS:
            name = kind.removeprefix("instance ")
            return any(
                isinstance(a, (t.HostAtom, t.ModuleAtom, t.BuiltinAtom))
                # An object of Node whose class has no name, as process.env.
                or (not name and isinstance(a, t.ObjectAtom))
                or (
                    isinstance(a, (t.InstanceAtom, t.ListInstanceAtom))
                    and a.name in (name, "")
                )
                for a in types
            )
        if kind in _HOST_ERRORS:
            kind = "Error"
        return any(
            isinstance(a, t.HostAtom)
            or (isinstance(a, t.ErrorAtom) and a.name in (kind, "Error"))
            for a in types
        )

    def check_inside(self, types: Type, record: Record, path: str) -> None:
        kinds = record["kinds"]
        arrays = [a for a in types if isinstance(a, t.ArrayAtom)]
        sets = [a for a in types if isinstance(a, t.SetAtom)]
        maps = [a for a in types if isinstance(a, t.MapAtom)]
        sites = [self.nodes[int(number)] for number in record.get("sites", ())]
        for site in sites:
            atoms = [a for a in types if getattr(a, "site", None) is site]
            if not atoms:
                self.found.append((path, f"made at {site.start}", types))
        if "element" in record:
            held = t.join(a.elem.types for a in (*arrays, *sets))
            if arrays or sets:
                self.check(held, record["element"], f"{path}[]", False)
        if "array" in kinds and arrays and all(a.items is not None for a in arrays):
            lengths = {len(a.items or ()) for a in arrays}
            for length in record.get("lengths", ()):
                if int(length) not in lengths:
                    self.found.append((path, f"of length {length}", types))
            for position, item in enumerate(record.get("items", ())):
                held = t.join(
                    a.items[position].types
                    for a in arrays
                    if a.items is not None and position < len(a.items)
                )
                if item is not None:
                    self.check(held, item, f"{path}[{position}]", False)
        if maps and "key" in record:
            self.check(
                t.join(a.key.types for a in maps), record["key"], f"{path} key", False
            )
            self.check(
                t.join(a.value.types for a in maps),
                record["value"],
                f"{path} value",
                False,
            )
        self.check_props(types, record, path)

    def check_props(self, types: Type, record: Record, path: str) -> None:
        objects = [a for a in types if isinstance(a, (t.ObjectAtom, t.InstanceAtom))]
        others = (t.SettledAtom, t.ModuleAtom, t.BuiltinAtom, t.HostAtom, t.ErrorAtom)
        if not objects or any(isinstance(a, others) for a in types):
            return
        if any(isinstance(a, t.InstanceAtom) and has_unknown_base(a) for a in objects):
            return
        for name, inner in record.get("props", {}).items():
            held: Type = t.NEVER
            for atom in objects:
                held |= types_of(atom.props, name)
                if isinstance(atom, t.ObjectAtom):
                    held |= atom.dynamic.types
                    continue
                held |= atom.dynamic.types
                if isinstance(atom.cls, t.ClassAtom):
                    held |= inherited(atom.cls, name)
            if "stack" in record["props"] and name in ("stack", "message", "name"):
                continue
            self.check(held, inner, f"{path}.{name}", False)
        for number, keys in record.get("always", {}).items():
            site = self.nodes[int(number)]
            if path == "" and site is self.node:
                continue  # Object.assign({}, ...) fills it before anybody else sees it
            for atom in objects:
                if isinstance(atom, t.ObjectAtom) and atom.site is site:
                    for name in atom.present.difference(keys):
                        if is_own_symbol(name) and any(x[:2] == "@S" for x in keys):
                            continue
                        self.found.append((f"{path}.{name}", "absent", types))


def types_of(props: dict[str, t.Cell], name: str) -> Type:
    """What a property holds; of one under a symbol of the program, what any of them may."""
    if name.startswith("@Symbol("):
        return t.join(cell.types for x, cell in props.items() if is_own_symbol(x))
    return props[name].types if name in props else t.NEVER


def inherited(cls: t.ClassAtom, name: str) -> Type:
    """What a field of that name holds that a class above declares."""
    held: Type = t.NEVER
    for base in cls.bases.types:
        if isinstance(base, t.ClassAtom):
            held |= types_of(base.instance.props, name)
            held |= inherited(base, name)
    return held


def has_unknown_base(atom: t.InstanceAtom) -> bool:
    cls = atom.cls
    return isinstance(cls, t.ClassAtom) and any(
        not isinstance(b, (t.ClassAtom, t.Prim))
        or (isinstance(b, t.ClassAtom) and has_unknown_base(b.instance))
        for b in cls.bases.types
    )


def _reads_element(node: n.Node) -> bool:
    """Whether an expression may give an element, which may not be there."""
    if isinstance(node, n.AssignmentExpression):
        return node.operator == "=" and _reads_element(node.right)
    if isinstance(node, n.ConditionalExpression):
        return _reads_element(node.consequent) or _reads_element(node.alternate)
    if isinstance(node, n.LogicalExpression):
        return _reads_element(node.left) or _reads_element(node.right)
    if isinstance(node, n.SequenceExpression):
        return _reads_element(node.expressions[-1])
    if isinstance(node, n.ChainExpression):
        return _reads_element(node.expression)
    return isinstance(node, n.MemberExpression) and node.computed


def compare(
    text: str, analysis: Analysis, nodes: list[n.Node], seen: dict[int, Record]
) -> Iterator[Difference]:
    source = SourceText(text, "<seen>")
    for number, record in seen.items():
        node = nodes[number]
        types = analysis.inference.types.get(node, t.NEVER)
        comparison = _Comparison(nodes, node)
        comparison.check(types, record, "", _reads_element(node))
        for path, kind, held in comparison.found:
            line, _ = source.position(node.start)
            yield Difference(
                line, text[node.start : node.end][:60], path, kind, shown(held)
            )


def shown(types: Type) -> str:
    return " | ".join(sorted(repr(a) for a in types)) or "never"


def differences(text: str, *, cwd: Path | None = None) -> list[Difference]:
    """Run a program under Node; what was seen that the inferred types exclude."""
    source = SourceText(text, "program.js")
    program = parse(source)
    return found_differences(text, program, analyse(program, source), cwd=cwd)


def found_differences(
    text: str, program: n.Program, analysis: Analysis, *, cwd: Path | None = None
) -> list[Difference]:
    """The same for a program that was analysed already."""
    code, nodes = instrument(text, program, analysis)
    module = program.source_type == "module"
    seen = run_seen(code, module=module, cwd=cwd)
    found = list(compare(text, analysis, nodes, seen))
    if found:
        seen = run_seen(code, module=module, cwd=cwd, stop=True)
        found = list(compare(text, analysis, nodes, seen))
    return found
