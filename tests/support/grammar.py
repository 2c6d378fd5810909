"""Random small programs: valid JavaScript that ends, with what the analysis looks at.

``Grammar(random).program()`` draws all choices from ``random``, so that Hypothesis can
shrink a program (``st.randoms(use_true_random=False)``), and a seed names one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random

_KEYS = ("a", "b", "c", "size", "name")
_WORDS = ('"a"', '"b c"', '"12"', '""', '"name"')


@dataclass(slots=True)
class _Name:
    name: str
    #: arr, obj, map, set, fn, gen, async, class or any
    kind: str
    constant: bool
    arity: int = 0


@dataclass(slots=True)
class _Scope:
    names: list[_Name] = field(default_factory=list)
    is_function: bool = False


class Grammar:
    """``depth`` bounds the nesting, ``length`` the number of statements of a block."""

    def __init__(self, random: Random, *, depth: int = 3, length: int = 5) -> None:
        self.random = random
        self.depth = depth
        self.length = length
        self.scopes = [_Scope(is_function=True)]
        self.count = 0
        self.in_async = False
        self.in_generator = False
        self.in_loop = 0
        self.in_method = False
        self.labels: list[str] = []
        self.functions = 0
        self.level = 0

    # -- choices ---------------------------------------------------------------------------

    def pick(self, *options: Callable[[], str]) -> str:
        return self.random.choice(options)()

    def chance(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def fill(self, *templates: str, **names: str) -> str:
        """One of the templates, its holes filled: ``<e>`` is an expression, and so on."""
        holes: dict[str, Callable[[], str]] = {
            "e": self.expr, "l": self.leaf, "f": self.arrow, "k": self.key,
            "i": self.iterable, "o": self.object, "s": self.array_of_leaves,
            "p": lambda: self.random.choice(_KEYS),
        }  # fmt: skip
        return re.sub(
            r"<(\w+)>",
            lambda hole: names[hole[1]] if hole[1] in names else holes[hole[1]](),
            self.random.choice(templates),
        )

    def fresh(self, letter: str) -> str:
        self.count += 1
        return f"{letter}{self.count}"

    def visible(self, *kinds: str) -> list[_Name]:
        return [
            name
            for scope in self.scopes
            for name in scope.names
            if not kinds or name.kind in kinds
        ]

    def one(self, *kinds: str) -> _Name | None:
        names = self.visible(*kinds)
        return self.random.choice(names) if names else None

    @contextmanager
    def scope(self, *names: _Name, function: bool = False) -> Iterator[None]:
        self.scopes.append(_Scope(list(names), function))
        yield
        self.scopes.pop()

    @contextmanager
    def inside(self, **state: object) -> Iterator[None]:
        before = {name: getattr(self, name) for name in state}
        for name, value in state.items():
            setattr(self, name, value)
        yield
        for name, value in before.items():
            setattr(self, name, value)

    def declare(
        self, name: str, kind: str, constant: bool = True, arity: int = 0
    ) -> None:
        self.scopes[-1].names.append(_Name(name, kind, constant, arity))

    # -- statements ------------------------------------------------------------------------

    def program(self) -> str:
        parts = ["const fns = [];", "function use(...xs) { return xs[0]; }"]
        for _ in range(self.random.randrange(2, self.length + 4)):
            parts.append(self.pick(self.statement, self.statement, self.definition))
        parts.append("for (const f of fns) { try { f(1); f('x'); } catch {} }")
        return "\n".join(parts) + "\n"

    def block(self, *names: _Name, function: bool = False) -> str:
        with self.scope(*names, function=function):
            count = self.random.randrange(1, self.length)
            return "{ " + " ".join(self.statement() for _ in range(count)) + " }"

    def statement(self) -> str:
        if len(self.scopes) > self.depth:
            return self.pick(self.variable, self.assignment, self.change, self.used)
        return self.pick(
            self.variable, self.variable, self.assignment, self.assignment, self.change,
            self.change, self.used, self.branch, self.branch, self.loop, self.loop,
            self.attempt, self.switch, self.leave, self.unpacked, self.closure, self.labeled,
            self.definition,
        )  # fmt: skip

    def variable(self) -> str:
        kind, value = self.typed_value()
        word = self.random.choice(("const", "let", "let", "var"))
        if word == "var" and not self.scopes[-1].is_function:
            word = "let"
        name = self.fresh("v")
        if word == "let" and self.chance(15):
            self.declare(name, "any", constant=False)
            return f"let {name};"
        text = f"{word} {name} = {value};"
        self.declare(name, kind if word == "const" else "any", word == "const")
        return text

    def typed_value(self) -> tuple[str, str]:
        kind = self.random.choice(
            ("any", "any", "any", "arr", "arr", "obj", "map", "set")
        )
        if kind == "arr":
            return kind, self.array()
        if kind == "obj":
            return kind, self.object()
        if kind == "map":
            return kind, f"new Map([[{self.expr()}, {self.expr()}]])"
        if kind == "set":
            return kind, self.fill("new Set()", "new Set([<e>])")
        return kind, self.expr()

    def target(self) -> _Name | None:
        names = [name for name in self.visible() if not name.constant]
        return self.random.choice(names) if names else None

    def assignment(self) -> str:
        name = self.target()
        if name is None:
            return self.variable()
        if self.chance(20):
            return f"{name.name}{self.random.choice(('++', '--'))};"
        operator = self.random.choice(
            ("=", "=", "=", "=", "+=", "-=", "*=", "||=", "&&=", "??=", "|=")
        )
        return f"{name.name} {operator} {self.expr()};"

    def change(self) -> str:
        name = self.one("arr", "obj", "map", "set")
        if name is None:
            return self.variable()
        it = name.name
        if name.kind == "arr":
            return self.fill(
                "<it>.push(<e>);", "<it>[0] = <e>;", "<it>.pop();", "<it>.reverse();",
                "<it>.unshift(<e>);", "<it>.length = 0;", "<it>.splice(0, 1, <e>);",
                "<it>.fill(<e>);", "[<it>[0], <it>[1]] = [<e>, <e>];", it=it,
            )  # fmt: skip
        if name.kind == "obj":
            return self.fill(
                "<it>.<p> = <e>;", "<it>[<k>] = <e>;", "delete <it>.<p>;", "<it>.<p> += <e>;",
                "Object.assign(<it>, <o>);", "<it>.<p> ??= <e>;", it=it,
            )  # fmt: skip
        if name.kind == "map":
            return self.fill("<it>.set(<e>, <e>);", it=it)
        return self.fill("<it>.add(<e>);", it=it)

    def used(self) -> str:
        return f"use({self.expr()});"

    def branch(self) -> str:
        text = f"if ({self.test()}) {self.block()}"
        if self.chance(50):
            text += f" else {self.block()}"
        return text

    def loop(self) -> str:
        with self.inside(in_loop=self.in_loop + 1, labels=self.labels):
            index = self.fresh("i")
            counter = _Name(index, "any", constant=True)
            form = self.random.randrange(6)
            if form == 0:
                body = self.block(counter)
                return f"for (let {index} = 0; {index} < 3; {index}++) {body}"
            if form == 1:
                item = _Name(self.fresh("v"), "any", constant=False)
                return f"for (let {item.name} of {self.iterable()}) {self.block(item)}"
            if form == 2:
                return f"for (const {index} in {self.object()}) {self.block(counter)}"
            if form == 3:
                test = f"{index}++ < 3 && ({self.test()})"
                return f"let {index} = 0; while ({test}) {self.block()}"
            if form == 4:
                test = f"{index}++ < 3 && ({self.test()})"
                return f"let {index} = 0; do {self.block()} while ({test});"
            names = _Name(self.fresh("v"), "any", constant=False)
            pattern = f"[{index}, {names.name} = {self.expr()}]"
            source = f"Object.entries({self.object()})"
            return f"for (let {pattern} of {source}) {self.block(counter, names)}"

    def labeled(self) -> str:
        label = self.fresh("l")
        with self.inside(labels=[*self.labels, label]):
            return f"{label}: {self.block()}"

    def leave(self) -> str:
        options = [lambda: f"throw {self.expr()};"] if self.chance(30) else []
        if self.in_loop:
            options += [lambda: "break;", lambda: "continue;"]
        if self.labels:
            options.append(lambda: f"break {self.random.choice(self.labels)};")
        if self.functions:
            options.append(lambda: f"return {self.expr()};")
        if not options:
            return self.used()
        return f"if ({self.test()}) {self.pick(*options)}"

    def attempt(self) -> str:
        error = _Name(self.fresh("e"), "any", constant=False)
        text = f"try {self.block()}"
        form = self.random.randrange(3)
        if form != 2:
            text += f" catch ({error.name}) {self.block(error)}"
        if form:
            text += f" finally {self.block()}"
        return text

    def switch(self) -> str:
        cases = []
        subject = self.expr()
        with self.inside(in_loop=0, labels=self.labels), self.scope():
            for _ in range(self.random.randrange(1, 4)):
                end = self.random.choice(("", "break;"))
                case = f"case {self.random.choice((*_WORDS, '1', '2', 'null'))}:"
                cases.append(f"{case} {self.assignment_only()} {end}")
            if self.chance(50):
                cases.append(f"default: {self.assignment_only()}")
        return f"switch ({subject}) {{ {' '.join(cases)} }}"

    def assignment_only(self) -> str:
        return self.assignment() if self.target() is not None else self.used()

    def unpacked(self) -> str:
        first, second, rest = self.fresh("v"), self.fresh("v"), self.fresh("v")
        if self.chance(50):
            text = f"let [{first}, {second} = {self.expr()}, ...{rest}] = {self.iterable()};"
            kind = "arr"
        else:
            pattern = f"{{ a: {first}, b: {second} = {self.expr()}, ...{rest} }}"
            text = f"let {pattern} = {self.object()};"
            kind = "obj"
        self.declare(first, "any", constant=False)
        self.declare(second, "any", constant=False)
        self.declare(rest, kind, constant=True)
        return text

    def closure(self) -> str:
        return f"fns.push({self.arrow()});"

    # -- definitions -----------------------------------------------------------------------

    def definition(self) -> str:
        if len(self.scopes) > self.depth:
            return self.variable()
        return self.pick(self.function, self.function, self.class_, self.asynchronous)

    def body(self, *names: _Name, **state: object) -> str:
        inner: dict[str, object] = {
            "in_loop": 0, "labels": [], "in_async": False, "in_generator": False,
            "functions": self.functions + 1, **state,
        }  # fmt: skip
        with self.inside(**inner):
            text = self.block(*names, function=True)
            result = f"return {self.expr_in(names)};" if self.chance(70) else ""
            return f"{text[:-1]}{result} }}"

    def expr_in(self, names: tuple[_Name, ...]) -> str:
        with self.scope(*names):
            return self.expr()

    def function(self) -> str:
        name = self.fresh("f")
        generator = self.chance(15)
        params = [_Name(self.fresh("p"), "any", constant=False) for _ in range(2)]
        rest = _Name(self.fresh("p"), "arr", constant=True)
        shown = [params[0].name, params[1].name]
        if self.chance(40):
            with self.inside(in_async=False, in_generator=False):
                shown[1] += f" = {self.expr()}"
        if self.chance(20):
            params.append(rest)
            shown.append(f"...{rest.name}")
        body = self.body(*params, in_generator=generator)
        self.declare(name, "gen" if generator else "fn", arity=2)
        return f"function{'*' if generator else ''} {name}({', '.join(shown)}) {body}"

    def asynchronous(self) -> str:
        name, main = self.fresh("f"), self.fresh("f")
        param = _Name(self.fresh("p"), "any", constant=False)
        body = self.body(param, in_async=True)
        self.declare(name, "async", arity=1)
        inner = self.body(in_async=True)
        return (
            f"async function {name}({param.name}) {body}\n"
            f"async function {main}() {inner}\n"
            f"{main}().then((x) => use(x), (e) => use(e));"
        )

    def class_(self) -> str:
        with self.inside(in_async=False, in_generator=False, in_loop=0, labels=[]):
            return self.class_text()

    def class_text(self) -> str:
        name = self.fresh("C")
        base = self.one("class")
        param = _Name(self.fresh("p"), "any", constant=False)
        parts = []
        if self.chance(60):
            parts.append(f"{self.random.choice(_KEYS[:3])} = {self.expr()};")
        if self.chance(30):
            parts.append(f"static {self.random.choice(_KEYS[:3])} = {self.expr()};")
        up = f"super({self.expr()}); " if base is not None else ""
        key = self.random.choice(_KEYS[:3])
        assigned = f"this.{key} = {self.expr_in((param,))};"
        if self.chance(30):
            assigned = f"if ({self.test()}) {assigned}"
        parts.append(f"constructor({param.name}) {{ {up}{assigned} }}")
        with self.inside(in_method=True):
            other = _Name(self.fresh("p"), "any", constant=False)
            parts.append(f"run({other.name}) {self.body(other)}")
            if self.chance(40):
                parts.append(f"get both() {{ return {self.expr()}; }}")
            if self.chance(30):
                parts.append(f"set both(x) {{ this.{key} = x; }}")
            if base is not None and self.chance(50):
                parts.append(f"more(x) {{ return super.run(x) ?? {self.expr()}; }}")
            if self.chance(30):
                parts.append(f"toString() {{ return String(this.{key}); }}")
        self.declare(name, "class", arity=1)
        extends = f" extends {base.name}" if base is not None else ""
        return f"class {name}{extends} {{ {' '.join(parts)} }}"

    # -- expressions -----------------------------------------------------------------------

    def expr(self) -> str:
        if self.level > 2 or self.chance(30):
            return self.leaf()
        with self.inside(level=self.level + 1):
            return self.pick(
                self.leaf, self.leaf, self.array, self.object, self.member, self.call,
                self.call, self.called_method, self.called_method, self.made, self.template,
                self.built_in, self.binary, self.binary, self.logical, self.conditional,
                self.unary, self.special,
            )  # fmt: skip

    def leaf(self) -> str:
        name = self.one()
        if name is not None and self.chance(55):
            return name.name
        return self.random.choice((
            "0", "1", "2", "7", "-1", "-5", "1.5", "0.25", "null", "undefined", "true",
            "false", "NaN", "Infinity", "2147483648", "4294967295", *_WORDS,
        ))  # fmt: skip

    def key(self) -> str:
        return self.fill(*_WORDS, "0", "1", '"a"', "String(<l>)")

    def test(self) -> str:
        name = self.one()
        if name is None:
            return self.leaf()
        cls = self.one("class")
        options = [
            'typeof <it> === "<t>"', 'typeof <it> !== "<t>"', "<it> === null", "<it> !== null",
            "<it> == null", "<it> != null", "<it> === undefined", "<it> !== undefined", "<it>",
            "!<it>", "Array.isArray(<it>)", "!Array.isArray(<it>)", "<it> > 0", "<it> >= 0",
            "Number.isInteger(<it>)", "<it> === <l>", "<it> instanceof Map",
            "<it> instanceof Error", "Math.random() < 2", "Math.random() > 2",
        ]  # fmt: skip
        if cls is not None:
            options += ["<it> instanceof <cls>"] * 3
        if not name.constant:
            options.append("(<it> = <l>) !== null")
        known = {
            "it": name.name,
            "cls": cls.name if cls is not None else "",
            "t": self.typeof(),
        }
        text = self.fill(*options, **known)
        if self.chance(25):
            text = f"({text}) {self.random.choice(('&&', '||'))} ({self.test()})"
        return f"!({text})" if self.chance(10) else text

    def typeof(self) -> str:
        return self.random.choice(
            ("number", "string", "object", "function", "undefined", "boolean")
        )

    def array(self) -> str:
        items = [
            f"...{self.iterable()}" if self.chance(15) else self.expr()
            for _ in range(self.random.randrange(4))
        ]
        return f"[{', '.join(items)}]"

    def iterable(self) -> str:
        name = self.one("arr", "set", "map", "gen")
        if name is None or self.chance(30):
            return self.fill("<s>", '"abc"')
        if name.kind == "gen":
            return f"{name.name}({self.leaf()})"
        if name.kind == "map":
            return f"{name.name}{self.random.choice(('', '.keys()', '.values()'))}"
        # A copy: what is iterated may grow.
        return f"[...{name.name}].slice(0, 4)"

    def array_of_leaves(self) -> str:
        return f"[{', '.join(self.leaf() for _ in range(self.random.randrange(1, 4)))}]"

    def object(self) -> str:
        items = []
        for _ in range(self.random.randrange(4)):
            source = self.one("obj")
            form = self.random.randrange(8)
            if form == 0 and source is not None:
                items.append(f"...{source.name}")
            elif form == 1:
                items.append(f"[{self.key()}]: {self.expr()}")
            elif form == 2:
                items.append(
                    f"get {self.random.choice(_KEYS)}() {{ return {self.leaf()}; }}"
                )
            else:
                items.append(f"{self.random.choice(_KEYS)}: {self.expr()}")
        return f"({{ {', '.join(items)} }})"

    def member(self) -> str:
        name = self.one()
        if name is None:
            return self.leaf()
        return self.fill(
            "<it>?.<p>", "<it>?.length", "<it>?.both", "<it>?.[<k>]", it=name.name
        )

    def call(self) -> str:
        name = self.one("fn", "gen", "async")
        if name is None or self.functions > 1:
            return self.leaf()
        arguments = ", ".join(
            self.expr() for _ in range(self.random.randrange(name.arity + 1))
        )
        if name.kind == "gen":
            return f"[...{name.name}({arguments})].slice(0, 3)"
        call = f"{name.name}({arguments})"
        return f"await {call}" if name.kind == "async" and self.in_async else call

    def arrow(self) -> str:
        param = _Name(self.fresh("p"), "any", constant=False)
        if self.chance(60):
            with self.inside(
                in_async=False, in_generator=False, functions=self.functions + 1
            ):
                return f"({param.name}) => ({self.expr_in((param,))})"
        return f"({param.name}) => {self.body(param)}"

    def called_method(self) -> str:
        name = self.one("arr", "map", "set")
        if name is None:
            return self.leaf()
        it = name.name
        if name.kind == "map":
            return self.fill(
                "<it>.get(<l>)", "<it>.has(<l>)", "<it>.size", "[...<it>.values()]",
                "[...<it>.entries()]", "[...<it>]", it=it,
            )  # fmt: skip
        if name.kind == "set":
            return self.fill("<it>.has(<l>)", "[...<it>]", it=it)
        return self.fill(
            "<it>.map(<f>)", "<it>.filter(<f>)", "<it>.find(<f>)", "<it>.findIndex(<f>)",
            "<it>.reduce((<sum>, x) => <sum> + x, <l>)", "<it>.concat(<l>)", "<it>.flat()",
            "<it>.slice(1)", "<it>.at(-1)", "<it>.indexOf(<l>)", "<it>.join()",
            "<it>.includes(<l>)", "<it>.flatMap(<f>)", "[...<it>.entries()]",
            "[...<it>].sort()", "<it>[0]", "<it>[1] ?? <l>", "<it>.some(<f>)",
            "<it>.toReversed()", "<it>.concat(<s>)", it=it, sum=self.fresh("p"),
        )  # fmt: skip

    def made(self) -> str:
        name = self.one("class")
        if name is None or self.functions > 1:
            return self.leaf()
        return self.fill(
            "new <it>(<e>)", "new <it>(<e>).a", "new <it>(<e>).b", "new <it>(<e>).run(<e>)",
            "new <it>(<e>).both", "`${new <it>(<e>)}`", "<it>.a", "new <it>(<e>).more?.(<e>)",
            it=name.name,
        )  # fmt: skip

    def template(self) -> str:
        name = self.one("any")
        return f"`x${{typeof {name.name}}}`" if name is not None else "`x`"

    def built_in(self) -> str:
        return self.fill(
            "Number(<l>)", "String(<l>)", "parseInt(<l>)", "Math.floor(<l>)", "Math.abs(<l>)",
            "Math.max(<l>, <l>)", "Math.round(<l>)", "Math.trunc(<l>)", "Boolean(<l>)",
            "Object.keys(<o>)", "Object.values(<o>)", "Object.entries(<o>)",
            "Object.assign({}, <o>)", "JSON.parse(JSON.stringify(<s>))", "Array.from(<i>)",
            '"a,b".split(",")', '"abc"[<l>] ?? <l>', '"abc".indexOf("c")', "[<l>].at(0)",
            "Promise.resolve(<l>)", "Array.from({ length: 2 }, <f>)", "new Error(<l>)",
            'Object.fromEntries([["a", <l>]])', "structuredClone(<s>)",
        )  # fmt: skip

    def binary(self) -> str:
        operator = self.random.choice((
            "+", "+", "-", "*", "/", "%", "**", "&", "|", "^", "<<", ">>", ">>>", "<", "<=",
            ">", ">=", "==", "!=", "===", "!==",
        ))  # fmt: skip
        return f"(({self.number()}) {operator} ({self.number()}))"

    def number(self) -> str:
        return self.leaf() if self.chance(60) else self.expr()

    def logical(self) -> str:
        operator = self.random.choice(("&&", "||", "??"))
        left = f"({self.test()})" if self.chance(50) else f"({self.expr()})"
        return f"({left} {operator} ({self.expr()}))"

    def conditional(self) -> str:
        return f"(({self.test()}) ? {self.expr()} : {self.expr()})"

    def unary(self) -> str:
        operator = self.random.choice(("-", "+", "!", "~", "typeof ", "void "))
        return f"({operator}({self.expr()}))"

    def special(self) -> str:
        if self.in_async and self.chance(60):
            return f"(await {self.expr()})"
        if self.in_generator and self.chance(60):
            return f"(yield {self.expr()})"
        if self.in_method:
            return f"this.{self.random.choice(_KEYS[:3])}"
        name = self.target()
        if name is not None:
            return f"({name.name} = {self.expr()})"
        return self.leaf()
