"""Statements and definitions of the grammar of the synchronous language."""

from __future__ import annotations

from .grammar import Lines, indent
from .sync_values import KINDS, SyncValues

_LOGGED = (*KINDS, "any")


class SyncStatements(SyncValues):
    def statement(self) -> Lines:
        self.budget -= 1
        if self.deep:
            return self.prints()
        options = [
            (4, self.prints), (5, self.binds), (3, self.changes), (3, self.branch),
            (3, self.counts), (3, self.iterates), (2, self.chooses), (2, self.attempts),
            (2, self.destructures), (2, self.mutates), (2, self.closes), (1, self.labelled),
            (1, self.drains), (2, self.calls), (1, self.scans), (1, self.groups), (1, self.builds),
            (1, self.steps),
        ]  # fmt: skip
        return list(self.pick(options))  # type: ignore[arg-type, call-overload]

    def block(self, limit: int = 3) -> Lines:
        with self.inside():
            lines: Lines = []
            for _ in range(1 + self.below(limit)):
                lines += self.statement()
            return lines

    def prints(self) -> Lines:
        self.budget -= 1
        kind = self.one(_LOGGED)
        known = self.visible(kind)
        value = self.one(known) if known and self.chance(50) else self.value(kind)
        return [f"console.log({value});"]

    # -- variables -----------------------------------------------------------------------

    def binds(self) -> Lines:
        kind = self.one(KINDS)
        name = self.fresh("v")
        value = self.value(kind)
        changes = kind in ("int", "num", "str", "maybe") and self.chance(50)
        self.declare(name, kind)
        if changes:
            self.declare(name, f"let {kind}")
        return [f"{'let' if changes else 'const'} {name} = {value};"]

    def changes(self) -> Lines:
        names = {k: self.visible(f"let {k}") for k in ("int", "num", "str", "maybe")}
        kinds = [kind for kind, found in names.items() if found]
        if not kinds:
            return self.binds()
        kind = self.one(kinds)
        name = self.one(names[kind])
        forms = {
            "int": (f"{name} = (<int>) % 1000", f"{name}++", f"{name} -= 2", f"--{name}", f"{name} |= 4"),
            "num": (f"{name} = <num>", f"{name} += <num>", f"{name} *= 2", f"{name} /= <num>",
                    f"{name} ||= <num>", f"{name} %= 7", f"{name} **= 2"),
            "str": (f"{name} += <str>", f"{name} = <str>", f"{name} += <num>", f"{name} ||= <str>",
                    f"{name} = {name}.slice(1)", f"{name} = <str> + {name}", f"{name} &&= <str>"),
            "maybe": (f"{name} = <maybe>", f"{name} ??= <num>", f"{name} = undefined", f"{name} ||= <int>"),
        }  # fmt: skip
        return [self.of(*forms[kind]) + ";", f"console.log({name});"]

    def destructures(self) -> Lines:
        first, second = self.fresh("v"), self.fresh("v")
        form = self.below(6)
        with_default = self.value("num")
        if form == 0:
            line = f"const {{ a: {first}, list: {second} }} = {self.value('obj')};"
            kinds = ("num", "nums")
        elif form == 1:
            line = (
                f"const [{first} = {with_default}, ...{second}] = {self.value('nums')};"
            )
            kinds = ("num", "nums")
        elif form == 2:
            line = f"const {{ b: {first}, ...{second} }} = {self.value('obj')};"
            kinds = ("str", "any object")
        elif form == 3:
            line = f"const [{first}, {second}] = [{self.value('str')}, {self.value('int')}];"
            kinds = ("str", "int")
        elif form == 4:
            line = f"const [, {first}, {second} = 'none'] = {self.filled('str')}.split('b');"
            self.declare(second, "str")
            return [line, f"console.log({first}, {second});"]
        else:
            line = (
                f"let [{first}, {second}] = [{self.value('num')}, {self.value('num')}];"
            )
            self.declare(first, "let num")
            kinds = ("num", "num")
            self.declare(first, kinds[0])
            self.declare(second, kinds[1])
            return [
                line,
                f"[{first}, {second}] = [{second}, {first}];",
                f"console.log({first}, {second});",
            ]
        self.declare(first, kinds[0])
        self.declare(second, kinds[1])
        return [line, f"console.log({first}, {second});"]

    def mutates(self) -> Lines:
        """Changes an array, an object, a Map, a Set; shows it."""
        kind = self.one(
            [k for k in ("nums", "strs", "obj", "map", "set") if self.visible(k)]
            or ["nums"]
        )
        known = self.visible(kind)
        if not known:
            name = self.fresh("v")
            self.declare(name, kind)
            return [f"const {name} = [...{self.filled(kind)}];"]
        name = self.one(known)
        forms = {
            "nums": (f"{name}.push(<num>)", f"{name}.unshift(<num>)", f"{name}.pop()", f"{name}.shift()",
                     f"{name}.splice(<int>, 1)", f"{name}.reverse()", f"{name}.sort()",
                     f"{name}.sort((x, y) => x - y)", f"{name}.splice(1, 0, <num>, <int>)",
                     f"if ({name}.length) {name}[{name}.length - 1] += 1", f"{name}.length = Math.min(2, {name}.length)",
                     f"for (let i = 0; i < {name}.length; i++) {name}[i] = {name}[i] * 2",
                     f"{name}.fill(<num>, 1)", f"{name}.push(...<nums>)", f"{name}.splice(-2)"),
            "strs": (f"{name}.push(<str>)", f"{name}.sort()", f"{name}.pop()", f"{name}.reverse()",
                     f"{name}.unshift(<str>, 'z')", f"{name}.forEach((s, i) => {{ {name}[i] = s + i; }})"),
            "obj": (f"{name}.a = <num>", f"{name}.b += <str>", f"{name}.list.push(<num>)", f"{name}.a++",
                    f"{name}.list = <nums>", f"{name}['a'] *= 2", f"{name}.extra = <any>"),
            "map": (f"{name}.set(<str>, <num>)", f"{name}.delete(<str>)",
                    f"{name}.set(<str>, ({name}.get(<str>) ?? 0) + 1)", f"{name}.clear()"),
            "set": (f"{name}.add(<num>)", f"{name}.delete(<num>)", f"for (const x of <nums>) {name}.add(x)"),
        }  # fmt: skip
        line = self.of(*forms[kind])
        if "extra" in line or kind == "obj":
            # Frozen objects throw in strict code.
            line = f"if (!Object.isFrozen({name})) {line}"
        return [line + ";", f"console.log({name});"]

    # -- control -------------------------------------------------------------------------

    def branch(self) -> Lines:
        test = self.value(
            self.one(("bool", "bool", "bool", "num", "str", "maybe", "nums"))
        )
        lines = [f"if ({test}) {{", *indent(self.block(2))]
        if self.chance(40):
            lines += [f"}} else if ({self.value('bool')}) {{", *indent(self.block(2))]
        if self.chance(40):
            lines += ["} else {", *indent(self.block(2))]
        return [*lines, "}"]

    def counts(self) -> Lines:
        name = self.fresh("i")
        head = self.of(
            f"let {name} = 0; {name} < {1 + self.below(4)}; {name}++",
            f"let {name} = {self.below(4)}; {name} >= 0; {name}--",
            f"let {name} = 0; {name} < 10; {name} += 3",
            f"let {name} = 1; {name} < 20; {name} *= 2",
            f"let {name} = 0; {name} < Math.min(4, <nums>.length); {name}++",
        )
        with self.inside(in_loop=True):
            self.declare(name, "int")
            body = []
            for _ in range(1 + self.below(2)):
                body += self.statement()
            if self.chance(25):
                body.append(
                    f"if ({self.value('bool')}) {self.one(('continue', 'break'))};"
                )
                body += self.prints()
        return [f"for ({head}) {{", *indent(body), "}"]

    def iterates(self) -> Lines:
        name, key = self.fresh("x"), self.fresh("k")
        form = self.below(8)
        heads = (
            (f"for (const {name} of [...{self.filled('nums')}]) {{", [(name, "num")], "}"),
            (f"for (const {name} of {self.filled('str')}) {{", [(name, "str")], "}"),
            (f"for (const [{key}, {name}] of Object.entries({self.filled('obj')})) {{", [(key, "str")], "}"),
            (f"for (const [{key}, {name}] of [...{self.filled('map')}]) {{", [(key, "str"), (name, "num")], "}"),
            (f"for (const {key} in {self.filled('obj')}) {{", [(key, "str")], "}"),
            (f"[...{self.filled('nums')}].forEach(({name}, {key}) => {{", [(name, "num"), (key, "int")], "});"),
            (f"for (const {name} of [...{self.filled('set')}]) {{", [(name, "num")], "}"),
            (f"for (const [{key}, {name}] of [...{self.filled('strs')}].entries()) {{", [(key, "int"), (name, "str")], "}"),
        )  # fmt: skip
        head, names, tail = heads[form]
        with self.inside(in_loop=form != 5):
            for each, kind in names:
                self.declare(each, kind)
            body = []
            if name in head.split("of")[0] or form == 5:
                body.append(f"console.log({name});")
            for _ in range(1 + self.below(2)):
                body += self.statement()
        if head.startswith("["):
            head = ";" + head
        return [head, *indent(body), tail]

    def chooses(self) -> Lines:
        kind = self.one(("int", "str", "atom"))
        lines = [
            f"switch ({self.value(kind) if kind != 'atom' else self.filled('atom')}) {{"
        ]
        labels: set[str] = set()
        for _ in range(1 + self.below(3)):
            label = self.literal(
                kind if kind != "atom" else self.one(("int", "str", "bool"))
            )
            if label in labels:
                continue
            labels.add(label)
            with self.inside(in_loop=False):
                body = self.prints()
            falls = self.chance(30)
            lines += [
                f"  case {label}:",
                *indent(indent([*body, *([] if falls else ["break;"])])),
            ]
        if self.chance(60):
            lines += ["  default:", *indent(indent(self.prints()))]
        return [*lines, "}"]

    def attempts(self) -> Lines:
        name = self.fresh("err")
        error = self.one(("Error", "TypeError", "RangeError"))
        thrown = self.of(
            f"throw new {error}(<str>)", f"if (<bool>) throw new {error}('no')",
            "(1.5).toFixed(101)", "JSON.parse('{oops')", "null.x", "'a'.repeat(-1)", "throw <int>",
            "new Array(-1)", "undefined()", "BigInt(1.5)",
        )  # fmt: skip
        known = thrown.startswith(("throw new", "if"))
        shown = (
            f"{name}.message"
            if known and self.chance(60)
            else f"{name} instanceof {error}"
        )
        # What raises only in Python would be caught here: a note says so, but nobody sees it.
        lines = ["try {", f"  {thrown};", f"}} catch ({name}) {{"]
        lines += [f"  console.log({shown});", *indent(self.block(1))]
        if self.chance(30):
            lines += ["} finally {", *indent(self.block(1))]
        return [*lines, "}"]

    def labelled(self) -> Lines:
        label, first, second = self.fresh("outer"), self.fresh("i"), self.fresh("j")
        with self.inside():
            self.declare(first, "int")
            self.declare(second, "int")
            test, body = self.value("bool"), self.prints()
        jump = self.one((f"continue {label}", f"break {label}", "break"))
        return [
            f"{label}: for (let {first} = 0; {first} < 3; {first}++) {{",
            f"  for (let {second} = 0; {second} < 3; {second}++) {{",
            f"    if ({test}) {jump};",
            *indent(indent(body)),
            "  }",
            "}",
        ]

    def drains(self) -> Lines:
        """A loop over what gets smaller."""
        name, item = self.fresh("q"), self.fresh("x")
        with self.inside(in_loop=True):
            self.declare(item, "num")
            body = self.block(2)
        take = self.one(("pop", "shift"))
        return [
            f"const {name} = [...{self.filled('nums')}];",
            f"while ({name}.length > 0) {{",
            f"  const {item} = {name}.{take}();",
            *indent(body),
            "}",
        ]

    # -- closures, accumulators ----------------------------------------------------------

    def closes(self) -> Lines:
        """Functions made in a loop, called behind it."""
        name, index, item = self.fresh("fs"), self.fresh("i"), self.fresh("s")
        word = self.one(("let", "var"))
        with self.inside():
            self.declare(index, "int")
            shown = self.value(self.one(("int", "str", "num")))
        return [
            f"const {name} = [];",
            f"for ({word} {index} = 0; {index} < 3; {index}++) {{",
            f"  let {item} = {index} * 2;",
            f"  {name}.push(() => [{item}++, {index}, {shown}]);",
            "}",
            f"for (const f of {name}) console.log(f(), f());",
        ]

    def scans(self) -> Lines:
        """A regular expression with a position."""
        name, match = self.fresh("re"), self.fresh("m")
        pattern = self.one(
            (r"/\w/g", r"/(\w)(\d*)/g", r"/[a-c]+/gi", r"/(?<k>\w)=?/g", r"/\d/y")
        )
        return [
            f"const {name} = {pattern};",
            f"let {match};",
            f"while (({match} = {name}.exec({self.filled('str')})) !== null) {{",
            f"  console.log({match}[0], {match}.index, {name}.lastIndex, {match}.length);",
            "}",
        ] if not self.visible("let str") else self.prints()  # fmt: skip

    def groups(self) -> Lines:
        """Counting into an object or a Map."""
        name, item = self.fresh("g"), self.fresh("w")
        over = self.one((f"[...{self.filled('str')}]", self.filled("strs")))
        form = self.below(4)
        if form == 0:
            body = f"{name}[{item}] = ({name}[{item}] || 0) + 1;"
        elif form == 1:
            body = f"({name}[{item}.length] ??= []).push({item});"
        elif form == 2:
            body = f"if (!{name}[{item}]) {name}[{item}] = []; {name}[{item}].push({self.value('num')});"
        else:
            body = f"{name}.set({item}, ({name}.get({item}) ?? 0) + 1);"
        start = "new Map()" if form == 3 else "{}"
        shown = self.one(
            (name, f"JSON.stringify({name})", f"Object.entries({name})", f"{name}.a")
        )
        return [
            f"const {name} = {start};",
            f"for (const {item} of {over}) {{ {body} }}",
            f"console.log({shown});",
        ]

    def builds(self) -> Lines:
        name = self.fresh("s")
        item = self.fresh("x")
        with self.inside():
            self.declare(item, "num")
            part = self.filled("atom")
        return [
            f"let {name} = '';",
            f"for (const {item} of {self.filled('nums')}) {{",
            f"  if ({name}) {name} += ', ';",
            f"  {name} += {part};",
            "}",
            f"console.log({name}, {name}.length);",
        ]

    # -- functions -----------------------------------------------------------------------

    def calls(self) -> Lines:
        if not self.definitions:
            return self.prints()
        chosen = self.definitions[self.below(len(self.definitions))]
        kinds = chosen.takes.split()
        count = self.below(len(kinds) + 1) if chosen.kind == "loose" else len(kinds)
        values = ", ".join(self.value(kind) for kind in kinds[:count])
        if chosen.kind == "gen":
            return [f"console.log([...{chosen.name}({values})]);"]
        name = self.fresh("r")
        if chosen.gives in KINDS:
            self.declare(name, chosen.gives)
        return [f"const {name} = {chosen.name}({values});", f"console.log({name});"]

    def steps(self) -> Lines:
        """A generator by hand."""
        found = [d for d in self.definitions if d.kind == "gen"]
        if not found:
            return self.prints()
        chosen = found[self.below(len(found))]
        values = ", ".join(self.value(kind) for kind in chosen.takes.split())
        name = self.fresh("it")
        return [
            f"const {name} = {chosen.name}({values});",
            f"console.log({name}.next(), {name}.next().value);",
            f"for (const x of {name}) console.log(x);",
        ]
