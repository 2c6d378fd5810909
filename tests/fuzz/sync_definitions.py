"""Functions and classes of the grammar of the synchronous language, and its programs."""

from __future__ import annotations

from .grammar import Definition, Lines, indent
from .sync_statements import SyncStatements
from .sync_values import KINDS


class SyncGrammar(SyncStatements):
    def program(self) -> str:
        lines: Lines = ["'use strict';"] if self.chance(50) else []
        with self.inside(is_async=False, fails=False):
            for _ in range(self.below(4)):
                self.budget = self.size // 3
                lines += self.definition()
            self.budget = self.size
            for _ in range(1 + self.below(6)):
                lines += self.statement()
        return "\n".join(lines) + "\n"

    def definition(self) -> Lines:
        make = (self.plain_function, self.plain_function, self.recursion, self.generator,
                self.counter, self.class_definition, self.loose)  # fmt: skip
        return make[self.below(len(make))]()

    def plain_function(self) -> Lines:
        name, first, second = self.fresh("f"), self.fresh("p"), self.fresh("p")
        takes = [self.one(KINDS), self.one(KINDS)]
        gives = self.one(KINDS)
        with self.function(False, gives, False, (first, takes[0]), (second, takes[1])):
            body = []
            for _ in range(self.below(3)):
                body += self.statement()
            if self.chance(40):
                body.append(f"if ({self.value('bool')}) return {self.value(gives)};")
                body += self.statement()
            body.append(f"return {self.value(gives)};")
        self.definitions.append(Definition(name, "fn", gives, " ".join(takes), False))
        params = f"({first}, {second})"
        if self.chance(40):
            return [f"const {name} = {params} => {{", *indent(body), "};"]
        return [f"function {name}{params} {{", *indent(body), "}"]

    def loose(self) -> Lines:
        """A function that may be called with fewer arguments than it takes."""
        name, first, second, rest = (self.fresh("p") for _ in range(4))
        kind = self.one(("num", "str"))
        default = self.value(kind)
        with self.function(False, None, False, (second, kind), (rest, "nums")):
            body = [
                *self.statement(),
                f"return `${{{first}}} ${{{second}}} ${{{rest}.length}}`;",
            ]
        self.definitions.append(
            Definition(name, "loose", "str", f"num {kind} num num", False)
        )
        return [
            f"function {name}({first}, {second} = {default}, ...{rest}) {{",
            *indent(body),
            "}",
        ]

    def recursion(self) -> Lines:
        name, depth, value = self.fresh("f"), self.fresh("n"), self.fresh("p")
        kind = self.one(("num", "str", "nums"))
        with self.function(False, kind, False, (depth, "int"), (value, kind)):
            lines = self.statement()
            next_value = self.value(kind)
        self.definitions.append(Definition(name, "fn", kind, f"int {kind}", False))
        return [
            f"function {name}({depth}, {value}) {{",
            f"  if (!({depth} > 0) || {depth} > 5) return {value};",
            *indent(lines),
            f"  return {name}({depth} - 1, {next_value});",
            "}",
        ]

    def generator(self) -> Lines:
        name, first = self.fresh("g"), self.fresh("p")
        kind = self.one(("nums", "strs"))
        item = self.fresh("x")
        with self.function(False, None, False, (first, kind)):
            with self.inside(in_loop=True):
                self.declare(item, kind[:-1])
                body = [
                    *self.statement(),
                    f"yield {self.value(self.one(('num', 'str')))};",
                ]
            after = self.prints()
            last = self.value("num")
        self.definitions.append(Definition(name, "gen", "", kind, False))
        return [
            f"function* {name}({first}) {{",
            f"  for (const {item} of {first}) {{",
            *indent(indent(body)),
            "  }",
            *indent(after),
            f"  return {last};",
            "}",
        ]

    def counter(self) -> Lines:
        """A closure that counts, or remembers."""
        name, state, param = self.fresh("f"), self.fresh("s"), self.fresh("p")
        kind = self.one(("int", "num", "str"))
        with self.function(
            False, kind, False, (state, kind), (state, f"let {kind}"), (param, kind)
        ):
            body = [*self.changes(), *self.statement()]
        self.definitions.append(Definition(name, "fn", kind, kind, False))
        start = self.literal(kind)
        return [
            f"const {name} = (() => {{",
            f"  let {state} = {start};",
            f"  return ({param}) => {{",
            *indent(indent(body)),
            f"    return {state};",
            "  };",
            "})();",
        ]

    def class_definition(self) -> Lines:
        name, child, first, second = (
            self.fresh("C"),
            self.fresh("D"),
            self.fresh("o"),
            self.fresh("o"),
        )
        kind, other = self.one(("num", "str", "nums")), self.one(("num", "str"))
        field = self.one(("#x", "x", "_x"))
        members = [("this." + field, kind), ("this.n", "int"), ("this.n", "let int")]
        with self.function(False, kind, False, *members, ("p", other)):
            method = [*self.statement(), "this.n++;", f"return {self.value(kind)};"]
        with self.function(False, "str", False, *members):
            getter = self.value("str")
        lines = [
            f"class {name} {{",
            *([f"  {field};"] if field == "#x" else []),
            f"  static made = {self.below(5)};",
            "  n = 0;",
            "  constructor(x) {",
            f"    this.{field} = x;",
            f"    {name}.made += 1;",
            "  }",
            f"  get label() {{ return {getter}; }}",
            "  run(p) {",
            *indent(indent(method)),
            "  }",
            *(
                [f"  toString() {{ return `<${{this.{field}}}>`; }}"]
                if self.chance(50)
                else []
            ),
            "}",
        ]
        made = name
        if self.chance(50):
            with self.function(False, kind, False, ("p", other), ("this.n", "int")):
                more = self.value("str")
            lines += [
                f"class {child} extends {name} {{",
                f"  run(p) {{ const r = super.run(p); console.log({more}); return r; }}",
                "  get label() { return 'child ' + super.label; }",
                "}",
            ]
            made = child
        lines += [
            f"const {first} = new {made}({self.value(kind)});",
            f"const {second} = new {name}({self.value(kind)});",
            f"console.log({first}.label, {second}.run({self.value(other)}), {name}.made);",
            f"console.log({first} instanceof {name}, {second} instanceof {made}, {first}.n);",
        ]
        if self.chance(40):
            lines.append(
                f"console.log({self.one((f'`${{{first}}}`', first, f'JSON.stringify({second})'))});"
            )
        self.definitions.append(Definition(f"{first}.run", "fn", kind, other, False))
        return lines
