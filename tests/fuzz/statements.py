"""Statements and definitions of the grammar of promise programs."""

from __future__ import annotations

from .grammar import _VALUES, Definition, Lines, indent
from .promises import Promises, awaited


class Statements(Promises):
    # -- blocks --------------------------------------------------------------------------

    def block(self, limit: int = 3) -> Lines:
        with self.inside():
            lines: Lines = []
            for _ in range(1 + self.below(limit)):
                lines += self.statement()
            return lines

    def body(self, gives: str | None) -> Lines:
        """The statements of a function."""
        lines: Lines = []
        for _ in range(1 + self.below(3)):
            lines += self.statement()
        if gives in _VALUES:
            if self.scope.is_async and self.chance(25):
                lines.append(f"return \x01{self.promise(gives, self.scope.fails)}\x02;")
            else:
                lines.append(f"return {self.value(gives)};")
        return lines

    @property
    def may_fail(self) -> bool:
        return self.scope.fails or self.scope.in_try

    def statement(self) -> Lines:
        self.budget -= 1
        if self.deep:
            return self.log()
        options = [
            (4, self.log),
            (2, self.floating),
            (2, self.branch),
            (2, self.stores),
            (1, self.collected),
            (1, self.raising),
            (1, self.deferred),
        ]
        if self.timers:
            options += [(2, self.timer), (1, self.interval)]
        if self.scope.is_async:
            options += [
                (4, self.waits), (5, self.awaits), (3, self.loop), (3, self.attempt),
                (3, self.gathers), (2, self.settles), (2, self.iterates), (2, self.reads),
                (1, self.pushes),
            ]  # fmt: skip
            if self.timers:
                options += [(1, self.aborts)]
        return list(self.pick(options))  # type: ignore[arg-type, call-overload]

    # -- statements ----------------------------------------------------------------------

    def waits(self) -> Lines:
        return [f"{awaited(self.pause())};", *self.log()]

    def awaits(self) -> Lines:
        kind = _VALUES[self.below(3)]
        promise = self.promise(kind, self.may_fail)
        form = self.below(4)
        if form == 3:
            return f'console.log("{self.fresh("t")}", {awaited(promise)});'.split("\n")
        if form == 2 and kind == "num":
            mutable = self.visible("let num")
            if mutable:
                return f"{self.one(mutable)} += {awaited(promise)};".split("\n")
        name = self.fresh("r")
        lines = f"const {name} = {awaited(promise)};".split("\n")
        self.declare(name, kind)
        return lines + [f'console.log("{self.fresh("t")}", {name});']

    def stores(self) -> Lines:
        """A promise under way; it is read later, or not at all."""
        kind = _VALUES[self.below(3)]
        promise = self.promise(kind, False)
        name = self.fresh("p")
        lines = f"const {name} = {promise};".split("\n")
        self.declare(name, f"promise {kind}")
        return lines

    def reads(self) -> Lines:
        kinds = [k for k in _VALUES if self.visible(f"promise {k}")]
        if not kinds:
            return self.stores()
        kind = self.one(kinds)
        promise = self.one(self.visible(f"promise {kind}"))
        form = self.below(3)
        if form == 0:
            return [f'console.log("{self.fresh("t")}", {awaited(promise)});']
        if form == 1:
            return [
                f'console.log("{self.fresh("t")}", {awaited(promise)}, {awaited(promise)});'
            ]
        name = self.fresh("r")
        self.declare(name, kind)
        return [f"const {name} = {awaited(promise)};"]

    def floating(self) -> Lines:
        """A promise that nobody waits for."""
        kind = _VALUES[self.below(3)]
        form = self.below(4)
        if form == 0:
            param = self.fresh("v")
            text = f'{self.promise(kind, False)}.then(({param}) => console.log("{self.fresh("f")}", {param}));'
        elif form == 1:
            text = f"{self.promise(kind, True)}.catch({self.catcher(kind, False)});"
        elif form == 2:
            text = f"{self.promise(kind, False)};"
            if text.startswith(("(", "[", "`")):
                text = "void " + text
        else:
            base = self.promise(kind, True)
            text = f"{base}.then({self.handler(kind, kind, True)}, {self.catcher(kind, True)}).catch({self.catcher(kind, False)});"
        if text.startswith(("(", "[", "`")):
            text = ";" + text if False else text
        return text.split("\n")

    def branch(self) -> Lines:
        lines = [f"if ({self.condition()}) {{", *indent(self.block(2))]
        if self.chance(40):
            lines += ["} else {", *indent(self.block(2))]
        return [*lines, "}"]

    def raising(self) -> Lines:
        if not self.may_fail:
            return self.early()
        return [f"if ({self.condition()}) {{", f"  throw {self.error()};", "}"]

    def early(self) -> Lines:
        """Leaving a loop or a function early."""
        if self.scope.in_loop:
            return [f"if ({self.condition()}) {self.one(('break', 'continue'))};"]
        gives = self.scope.gives
        value = f" {self.value(gives)}" if gives in _VALUES else ""
        return [f"if ({self.condition()}) return{value};"]

    def loop(self) -> Lines:
        form = self.below(4)
        name = self.fresh("i")
        if form == 0:
            head = f"for (let {name} = 0; {name} < {self.below(4)}; {name}++)"
        elif form == 1:
            head = f"for (const {name} of {self.array()})"
        elif form == 2:
            count = self.fresh("n")
            head = f"while ({count} < {1 + self.below(3)})"
            with self.inside(in_loop=True):
                self.declare(count, "num")
                lines = [f"{count} += 1;", *self.block(2)]
            return [f"let {count} = 0;", head + " {", *indent(lines), "}"]
        else:
            head = f"for (const [{name}, {name}v] of {self.array()}.entries())"
        with self.inside(in_loop=True):
            self.declare(name, "num")
            return [head + " {", *indent(self.block(3)), "}"]

    def attempt(self) -> Lines:
        err = self.fresh("err")
        with self.inside(in_try=True):
            lines = ["try {", *indent(self.block(3))]
        form = self.below(5)
        if form == 4 and self.may_fail:
            return [*lines, "} finally {", *indent(self.log()), "}"]
        with self.inside():
            lines += [
                f"}} catch ({err}) {{",
                f'  console.log("{self.fresh("c")}", {self.shown(err)});',
            ]
            if self.chance(40):
                lines += indent(self.block(2))
            if self.may_fail and self.chance(20):
                lines.append(f"  throw {self.one((err, self.error()))};")
        if form >= 3:
            with self.inside():
                lines += ["} finally {", *indent(self.block(2))]
        return [*lines, "}"]

    def gathers(self) -> Lines:
        """``await`` of a combinator of stored or new promises."""
        kind = _VALUES[self.below(3)]
        form = self.below(4)
        if form == 0:
            count = 1 + self.below(3)
            names = [self.fresh("a") for _ in range(count)]
            items = ", ".join(self.promise(kind, self.may_fail) for _ in range(count))
            text = f"const [{', '.join(names)}] = {awaited(f'Promise.all([{items}])')};"
            for name in names:
                self.declare(name, kind)
            return [
                *text.split("\n"),
                f'console.log("{self.fresh("t")}", {", ".join(names)});',
            ]
        items = self.items(kind, self.may_fail, 1 if form == 3 else 0)
        word = ("all", "all", "all", "race")[form]
        name = self.fresh("g")
        text = f"const {name} = {awaited(f'Promise.{word}({items})')};"
        lines = [*text.split("\n"), f'console.log("{self.fresh("t")}", {name});']
        if word == "all" and kind == "num":
            self.declare(name, "arr")
        return lines

    def settles(self) -> Lines:
        kind = _VALUES[self.below(3)]
        name, result = self.fresh("s"), self.fresh("o")
        text = f"const {name} = {awaited(f'Promise.allSettled({self.items(kind, True)})')};"
        tag = self.fresh("t")
        with self.inside():
            shown = self.shown(f"{result}.reason")
        form = self.below(3)
        if form == 0:
            use = [
                f"for (const {result} of {name}) {{",
                f'  if ({result}.status === "fulfilled") console.log("{tag}", {result}.value);',
                f'  else console.log("{tag}", {shown});',
                "}",
            ]
        elif form == 1:
            use = [
                f'console.log("{tag}", {name}.map(({result}) => {result}.status).join());'
            ]
        else:
            use = [
                f'console.log("{tag}", {name}.filter(({result}) => {result}.status === "rejected").length);'
            ]
        return [*text.split("\n"), *use]

    def collected(self) -> Lines:
        """Promises in an array, Map or object."""
        kind = _VALUES[self.below(3)]
        form = self.below(3)
        name = self.fresh("q")
        if form == 0:
            items = ", ".join(
                self.promise(kind, False) for _ in range(1 + self.below(3))
            )
            self.declare(name, f"promises {kind}")
            return f"const {name} = [{items}];".split("\n")
        first, second = self.promise(kind, False), self.promise(kind, False)
        if form == 1:
            lines = [f"const {name} = new Map();"]
            lines += f'{name}.set("one", {first});'.split("\n")
            lines += f'{name}.set("two", {second});'.split("\n")
            access = f'{name}.get("two")'
        else:
            lines = f"const {name} = {{ one: {first}, two: {second} }};".split("\n")
            access = f"{name}.two"
        if self.scope.is_async:
            lines.append(f'console.log("{self.fresh("t")}", {awaited(access)});')
        else:
            param = self.fresh("v")
            lines.append(
                f'{access}.then(({param}) => console.log("{self.fresh("t")}", {param}));'
            )
        return lines

    def pushes(self) -> Lines:
        """An array of promises built by a loop."""
        kind = _VALUES[self.below(3)]
        name, item = self.fresh("q"), self.fresh("i")
        lines = [f"const {name} = [];", f"for (const {item} of {self.array()}) {{"]
        with self.inside():
            self.declare(item, "num")
            inner = f"{name}.push({self.promise(kind, False)});".split("\n")
        lines += [*indent(inner), "}"]
        if self.chance(40):
            lines += self.statement()
        lines.append(
            f'console.log("{self.fresh("t")}", {awaited(f"Promise.all({name})")});'
        )
        return lines

    # -- iteration -----------------------------------------------------------------------

    def iterates(self) -> Lines:
        name = self.fresh("y")
        generators = [
            d for d in self.definitions
            if d.kind in ("gen", "asyncgen") and (self.may_fail or not d.fails)
        ]  # fmt: skip
        if not generators or self.chance(20):
            source = f"[{', '.join(self.promise('num', False) for _ in range(self.below(3) + 1))}]"
            head = f"for await (const {name} of {source})"
            kind = "num"
        else:
            chosen = generators[self.below(len(generators))]
            kind = chosen.gives
            call = f"{chosen.name}({self.value(chosen.takes)})"
            if self.chance(25):
                return self.stepped(call, chosen)
            if chosen.kind == "gen" and not self.chance(20):
                head = f"for (const {name} of {call})"
            else:
                head = f"for await (const {name} of {call})"
        with self.inside(in_loop=True):
            self.declare(name, kind)
            lines = [f'console.log("{self.fresh("t")}", {name});', *self.block(2)]
        return [*f"{head} {{".split("\n"), *indent(lines), "}"]

    def stepped(self, call: str, chosen: Definition) -> Lines:
        """A generator by hand."""
        name, step = self.fresh("it"), self.fresh("s")
        first = f"{name}.next()"
        if chosen.kind == "asyncgen":
            first = awaited(first)
        lines = [f"const {name} = {call};"]
        for _ in range(1 + self.below(2)):
            step = self.fresh("s")
            lines += [
                f"const {step} = {first};",
                f'console.log("{self.fresh("t")}", {step}.done, {step}.value);',
            ]
        if chosen.ends or self.chance(40):
            # Left early: what is in `finally` runs.
            step = self.fresh("s")
            last = f"{name}.return({self.value(chosen.gives)})"
            if chosen.kind == "asyncgen":
                last = awaited(last)
            lines += [
                f"const {step} = {last};",
                f'console.log("{self.fresh("t")}", {step}.done, {step}.value);',
            ]
            if self.chance(30):
                step = self.fresh("s")
                lines += [
                    f"const {step} = {first};",
                    f'console.log("{self.fresh("t")}", {step}.done);',
                ]
        return lines

    # -- timers --------------------------------------------------------------------------

    def timer(self) -> Lines:
        form = self.below(4)
        if form == 3:
            name = self.fresh("h")
            log = self.log()[0].rstrip(";")
            lines = [f"const {name} = setTimeout(() => {log}, {self.delay()});"]
            if self.scope.is_async and self.chance(50):
                lines += self.waits()
            return [*lines, f"clearTimeout({name});"]
        if form == 2:
            param = self.fresh("v")
            return [
                f'setTimeout(({param}) => console.log("{self.fresh("t")}", {param}), {self.delay()}, {self.value("num")});'
            ]
        is_async = self.chance(30)
        with self.function(is_async, None, False):
            lines = self.block(2)
        head = "setTimeout(async () =>" if is_async else "setTimeout(() =>"
        return self.braces(head, lines, f"}}, {self.delay()});").split("\n")

    def interval(self) -> Lines:
        count, name = self.fresh("n"), self.fresh("h")
        with self.function(False, None, False, (count, "num")):
            lines = [f"{count} += 1;", *self.log()]
            if not self.deep and self.chance(30):
                lines += self.statement()
            lines.append(f"if ({count} >= {1 + self.below(3)}) clearInterval({name});")
        body = self.braces(
            f"const {name} = setInterval(() =>", lines, f"}}, {self.delay()});"
        )
        return [f"let {count} = 0;", *body.split("\n")]

    def deferred(self) -> Lines:
        """A promise that is settled from outside."""
        kind = _VALUES[self.below(3)]
        settle, name = self.fresh("settle"), self.fresh("p")
        if self.chance(50):
            lines = [
                f"const {{ promise: {name}, resolve: {settle} }} = Promise.withResolvers();"
            ]
        else:
            lines = [
                f"let {settle};",
                f"const {name} = new Promise((resolve) => {{",
                f"  {settle} = resolve;",
                "});",
            ]
        with self.inside():
            value = self.value(kind)
        if self.timers:
            lines.append(f"setTimeout(() => {settle}({value}), {self.delay()});")
        else:
            lines.append(f"Promise.resolve().then(() => {settle}({value}));")
        self.declare(name, f"promise {kind}")
        return lines

    def aborts(self) -> Lines:
        """An AbortController, and what looks at its signal: a loop, or a function."""
        name, index = self.fresh("ac"), self.fresh("i")
        if self.chance(40):
            return self.stopped(name, index)
        lines = [f"const {name} = new AbortController();"]
        if self.chance(50):
            lines.append(
                f'{name}.signal.addEventListener("abort", () => console.log("{self.fresh("t")}"));'
            )
        lines.append(f"setTimeout(() => {name}.abort(), {self.delay()});")
        lines += [
            f"for (let {index} = 0; {index} < 4 && !{name}.signal.aborted; {index}++) {{",
            *indent(self.waits()),
            "}",
            f'console.log("{self.fresh("t")}", {name}.signal.aborted);',
        ]
        return lines

    def stopped(self, name: str, index: str) -> Lines:
        """A function that is under way until its signal is aborted."""
        run, signal, task = self.fresh("run"), self.fresh("signal"), self.fresh("p")
        looks = f"{signal}.throwIfAborted();"
        if self.chance(40):
            looks = f"if ({signal}.aborted) throw {signal}.reason;"
        error = self.fresh("err")
        lines = [
            f"const {name} = new AbortController();",
            f"const {run} = async ({signal}) => {{",
            f"  for (let {index} = 0; {index} < 5; {index}++) {{",
            f"    {awaited(self.pause())};",
            f"    {looks}",
            *indent(indent(self.log())),
            "  }",
            "};",
            f"const {task} = {run}({name}.signal).catch(({error}) => console.log({error}.name));",
        ]
        if self.chance(40):
            lines += [f"{awaited(self.pause())};", f"{name}.abort();"]
        else:
            reason = f'new TypeError("{self.fresh("e")}")' if self.chance(40) else ""
            lines.append(f"setTimeout(() => {name}.abort({reason}), {self.delay()});")
        return [*lines, f"{awaited(task)};", *self.log()]

    # -- definitions ---------------------------------------------------------------------

    def definition(self) -> Lines:
        form = self.below(8)
        name = self.fresh("f")
        takes = _VALUES[self.below(2)]
        gives = _VALUES[self.below(3)]
        fails = self.chance(35)
        param = self.fresh("x")
        known = Definition(name, "async", gives, takes, fails)
        if form <= 1:
            with self.function(True, gives, fails, (param, takes)):
                lines = [
                    f"async function {name}({param}) {{",
                    *indent(self.body(gives)),
                    "}",
                ]
        elif form == 2:
            with self.function(True, gives, fails, (param, takes)):
                lines = [
                    f"const {name} = async ({param}) => {{",
                    *indent(self.body(gives)),
                    "};",
                ]
        elif form == 3:
            with self.function(False, gives, fails, (param, takes)):
                before = self.log() if self.chance(50) else []
                returned = f"return {self.promise(gives, fails)};".split("\n")
                lines = [
                    f"function {name}({param}) {{",
                    *indent([*before, *returned]),
                    "}",
                ]
        elif form == 4:
            with self.function(False, gives, fails, (param, takes)):
                lines = (
                    f"const {name} = ({param}) => {self.promise(gives, fails)};".split(
                        "\n"
                    )
                )
        elif form == 5:
            return self.generator(name, param, takes, fails)
        elif form == 6:
            return self.class_definition(fails)
        else:
            known.kind = "sync"
            known.fails = False
            with self.function(False, gives, False, (param, takes)):
                lines = [
                    f"function {name}({param}) {{",
                    *indent([*self.log(), f"return {self.value(gives)};"]),
                    "}",
                ]
        self.definitions.append(known)
        return lines

    def generator(self, name: str, param: str, takes: str, fails: bool) -> Lines:
        is_async = not self.chance(30)
        gives = _VALUES[self.below(2)]
        with self.function(is_async, None, fails, (param, takes)):
            lines: Lines = []
            with self.inside():
                for _ in range(1 + self.below(3)):
                    if self.chance(40):
                        lines += self.statement()
                    inner = [
                        d.name
                        for d in self.definitions
                        if d.kind == ("asyncgen" if is_async else "gen")
                        and d.gives == gives
                        and d.takes == takes
                        and (fails or not d.fails)
                    ]
                    if inner and self.chance(25):
                        lines.append(f"yield* {self.one(inner)}({param});")
                    elif is_async and self.chance(20):
                        lines += f"yield {awaited(self.promise(gives, fails))};".split(
                            "\n"
                        )
                    else:
                        lines.append(f"yield {self.value(gives)};")
            ends = self.chance(25)
            if ends:
                lines = [
                    "try {",
                    *indent(lines),
                    "} finally {",
                    *indent(self.log()),
                    "}",
                ]
        word = "async function*" if is_async else "function*"
        kind = "asyncgen" if is_async else "gen"
        self.definitions.append(Definition(name, kind, gives, takes, fails, ends))
        return [f"{word} {name}({param}) {{", *indent(lines), "}"]

    def class_definition(self, fails: bool) -> Lines:
        """A class with an async method, and an instance of it."""
        name, instance, param = self.fresh("C"), self.fresh("o"), self.fresh("x")
        gives, takes = _VALUES[self.below(3)], _VALUES[self.below(2)]
        form = self.below(3)
        if form == 2:
            with self.function(True, gives, False, (param, takes)):
                body = self.body(gives)
            self.definitions.append(
                Definition(f"{instance}.get", "method", gives, takes, False)
            )
            return [
                f"class {name} {{",
                "  cache = new Map();",
                f"  get({param}) {{",
                f"    if (!this.cache.has({param})) this.cache.set({param}, this.load({param}));",
                f"    return this.cache.get({param});",
                "  }",
                f"  async load({param}) {{",
                *indent(indent(body)),
                "  }",
                "}",
                f"const {instance} = new {name}();",
            ]
        with self.function(True, gives, fails, (param, takes), ("this.count", "num")):
            body = ["this.count += 1;", *self.body(gives)]
        self.definitions.append(
            Definition(f"{instance}.run", "method", gives, takes, fails)
        )
        return [
            f"class {name} {{",
            "  constructor(start) {",
            "    this.count = start;",
            "  }",
            f"  async run({param}) {{",
            *indent(indent(body)),
            "  }",
            "}",
            f"const {instance} = new {name}({self.below(5)});",
        ]


class Grammar(Statements):
    def program(self) -> str:
        self.only_errors = not self.chance(35)
        lines: Lines = []
        with self.inside(is_async=False, fails=False):
            for _ in range(self.below(5)):
                self.budget = self.size // 2
                lines += self.definition()
            fails = self.chance(25)
            self.budget = self.size
            with self.function(True, None, fails):
                body = []
                for _ in range(1 + self.below(6)):
                    body += self.statement()
            lines += ["async function main() {", *indent(body), "}"]
            end = "main();"
            if fails:
                with self.inside():
                    end = f"main().catch({self.catcher('none', False)});"
            elif self.chance(30):
                end = f'main().then(() => console.log("{self.fresh("end")}"));'
            lines += end.split("\n")
            if self.chance(40):
                lines += self.log()
        first = []
        text = "\n".join(lines)
        if "sleep(" in text:
            first.append(
                "const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));"
            )
        if "show" in self.uses:
            first.append(
                'const show = (e) => (e instanceof Error ? e.name + " " + e.message : typeof e === "object" && e !== null ? e.code : e);'
            )
        return "\n".join([*first, text]) + "\n"
