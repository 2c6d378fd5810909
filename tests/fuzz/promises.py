"""Expressions that give promises, of the grammar of promise programs."""

from __future__ import annotations

from .grammar import _VALUES, Lines, Values, indent


def awaited(expression: str) -> str:
    """``await``, with the marks."""
    return f"await \x01{expression}\x02"


class Promises(Values):
    def block(self, limit: int = 3) -> Lines:
        raise NotImplementedError

    def body(self, gives: str | None) -> Lines:
        raise NotImplementedError

    # -- functions in place --------------------------------------------------------------

    def braces(self, head: str, lines: Lines, tail: str = "}") -> str:
        """A block over several lines; indentation is mended where it is inserted."""
        return "\n".join([head + " {", *indent(lines), tail])

    def handler(self, takes: str, gives: str, fails: bool) -> str:
        """A callback of then."""
        param = self.fresh("v")
        form = self.below(7)
        if form >= 5:
            named = [
                d.name for d in self.definitions
                if d.kind in ("async", "sync") and d.takes == takes and d.gives == gives
                and (fails or not d.fails)
            ]  # fmt: skip
            if named:
                return self.one(named)
        is_async = form == 3
        names = [(param, takes)] if takes in _VALUES else []
        with self.function(is_async, gives, fails, *names):
            head = "async " if is_async else ""
            params = f"({param})" if names and not self.chance(15) else "()"
            if params == "()":
                self.scope.names.clear()
            if form == 0 or self.deep:
                return f"{head}{params} => {self.value(gives)}"
            if form == 4 and gives in _VALUES:
                return f"{head}{params} => {self.promise(gives, fails)}"
            return self.braces(f"{head}{params} =>", self.body(gives))

    def catcher(self, gives: str, fails: bool) -> str:
        """A callback of catch."""
        param = self.fresh("err")
        with self.function(False, gives, fails):
            shown = self.shown(param)
            if self.chance(30) and gives == "str":
                return f"({param}) => {shown}"
            lines = [f'console.log("{self.fresh("c")}", {shown});']
            if fails and self.chance(25):
                lines.append(f"throw {self.one((param, self.error()))};")
            else:
                if not self.deep and self.chance(30):
                    lines += self.block(1)
                if gives in _VALUES:
                    lines.append(f"return {self.value(gives)};")
            return self.braces(f"({param}) =>", lines)

    def cleanup(self) -> str:
        """A callback of finally."""
        is_async = self.timers and self.chance(25)
        with self.function(is_async, None, False):
            lines = self.log()
            if is_async and self.chance(60):
                lines += [f"{awaited(self.pause())};", *self.log()]
            return self.braces("async () =>" if is_async else "() =>", lines)

    def pause(self) -> str:
        if self.timers:
            return f"sleep({self.delay()})"
        return self.one(("null", "Promise.resolve()", "undefined"))

    # -- promises ------------------------------------------------------------------------

    def promise(self, kind: str, fails: bool) -> str:
        """A promise of the kind; ``fails``: it may be rejected."""
        simple = [
            (4, lambda: self.call(kind, fails)),
            (2, lambda: self.delayed(kind)),
            (2, lambda: f"Promise.resolve({self.value(kind)})"),
        ]
        if fails:
            simple += [(2, self.failing)]
        if self.deep or self.level > 4:
            return str(self.pick(simple))  # type: ignore[arg-type]
        self.level += 1
        text = self.pick(
            [
                *simple,
                (3, lambda: self.chain(kind, fails)),
                (1, lambda: self.immediate(kind, fails)),
                (1, lambda: self.tried(kind, fails)),
                (1, lambda: self.constructed(kind, fails)),
                (2, lambda: self.combined(kind, fails)),
                (1, lambda: self.chosen(kind, fails)),
                (2, lambda: self.stored(kind, fails)),
            ]  # type: ignore[arg-type]
        )
        self.level -= 1
        return str(text)

    def call(self, kind: str, fails: bool) -> str:
        fitting = [
            d for d in self.definitions
            if d.kind in ("async", "method") and d.gives == kind and (fails or not d.fails)
        ]  # fmt: skip
        if not fitting:
            return self.delayed(kind)
        chosen = fitting[self.below(len(fitting))]
        return f"{chosen.name}({self.value(chosen.takes)})"

    def delayed(self, kind: str) -> str:
        if not self.timers:
            return f"Promise.resolve({self.value(kind)})"
        ms, value = self.delay(), self.value(kind)
        return self.one(
            (
                f"sleep({ms}).then(() => {value})",
                f"new Promise((resolve) => setTimeout(resolve, {ms}, {value}))",
                f"new Promise((resolve) => setTimeout(() => resolve({value}), {ms}))",
            )
        )

    def failing(self) -> str:
        error = self.error()
        options = [f"Promise.reject({error})", f"(async () => {{ throw {error}; }})()"]
        if self.timers:
            ms = self.delay()
            options += [
                f"new Promise((_, reject) => setTimeout(() => reject({error}), {ms}))",
                f"sleep({ms}).then(() => {{ throw {error}; }})",
                f"new Promise((_, reject) => setTimeout(reject, {ms}, {error}))",
            ]
        return self.one(options)

    def stored(self, kind: str, fails: bool) -> str:
        names = self.visible(f"promise {kind}")
        return self.one(names) if names else self.call(kind, fails)

    def chosen(self, kind: str, fails: bool) -> str:
        return f"({self.condition()} ? {self.promise(kind, fails)} : {self.promise(kind, fails)})"

    def immediate(self, kind: str, fails: bool) -> str:
        with self.function(True, kind, fails):
            return "(" + self.braces("async () =>", self.body(kind), "})()")

    def tried(self, kind: str, fails: bool) -> str:
        """``Promise.try``: what is called gives a value or a promise, or throws."""
        named = [
            d for d in self.definitions
            if d.kind in ("async", "sync") and d.gives == kind and (fails or not d.fails)
        ]  # fmt: skip
        if named and self.chance(40):
            chosen = named[self.below(len(named))]
            return f"Promise.try({chosen.name}, {self.value(chosen.takes)})"
        is_async = self.chance(30)
        with self.function(is_async, kind, fails):
            head = "async () =>" if is_async else "() =>"
            if self.deep or self.chance(40):
                return f"Promise.try({head} {self.value(kind)})"
            return "Promise.try(" + self.braces(head, self.body(kind), "})")

    def chain(self, kind: str, fails: bool) -> str:
        form = self.below(6)
        if form <= 1:
            source = _VALUES[self.below(3)]
            base = self.promise(source, fails)
            return f"{base}.then({self.handler(source, kind, fails)})"
        if form == 2:
            base = self.promise(kind, True)
            return f"{base}.catch({self.catcher(kind, fails)})"
        if form == 3:
            return f"{self.promise(kind, fails)}.finally({self.cleanup()})"
        if form == 4:
            source = _VALUES[self.below(3)]
            base = self.promise(source, True)
            return f"{base}.then({self.handler(source, kind, fails)}, {self.catcher(kind, fails)})"
        source = _VALUES[self.below(3)]
        base = self.promise(source, True)
        then = self.handler(source, kind, True)
        return f"{base}.then({then}).catch({self.catcher(kind, fails)})"

    def constructed(self, kind: str, fails: bool) -> str:
        """``new Promise`` with an executor of several statements."""
        with self.function(False, None, False):
            lines = self.log() if self.chance(60) else []
            settle = f"resolve({self.value(kind)});"
            if fails and self.chance(40):
                settle = self.one(
                    (f"reject({self.error()});", f"throw {self.error()};")
                )
            if self.timers and not settle.startswith("throw") and not self.chance(40):
                inner = [*(self.log() if self.chance(50) else []), settle]
                if self.chance(20):
                    inner.append(f"resolve({self.value(kind)});")
                body = self.braces("setTimeout(() =>", inner, f"}}, {self.delay()});")
                lines += body.split("\n")
                if self.chance(15) and not fails:
                    lines.append(
                        f"setTimeout(() => resolve({self.value(kind)}), {self.delay()});"
                    )
            else:
                lines.append(settle)
                if self.chance(20) and not settle.startswith("throw"):
                    lines += [f"resolve({self.value(kind)});", *self.log()]
            params = (
                "(resolve, reject)"
                if any("reject(" in x for x in lines)
                else "(resolve)"
            )
            return self.braces(f"new Promise({params} =>", lines, "})")

    # -- combinators ---------------------------------------------------------------------

    def items(self, kind: str, fails: bool, least: int = 0) -> str:
        """Promises and plain values, as an array."""
        form = self.below(6)
        arrays = self.visible("arr")
        if form == 4 and arrays and not least:
            return self.mapped(self.one(arrays), kind, fails)
        if form == 5:
            stored = self.visible(f"promises {kind}")
            if stored:
                name = self.one(stored)
                return self.one((name, f"[...{name}, {self.promise(kind, fails)}]"))
        count = self.below(4) + least
        items = [
            self.value(kind) if self.chance(15) else self.promise(kind, fails)
            for _ in range(count)
        ]
        return "[" + ", ".join(items) + "]"

    def mapped(self, array: str, kind: str, fails: bool) -> str:
        param, index = self.fresh("x"), self.fresh("i")
        named = [
            d.name for d in self.definitions
            if d.kind == "async" and d.takes == "num" and d.gives == kind
            and (fails or not d.fails)
        ]  # fmt: skip
        form = self.below(4)
        if form == 0 and named:
            return f"{array}.map({self.one(named)})"
        with_index = self.chance(25)
        names = [(param, "num"), *([(index, "num")] if with_index else [])]
        params = f"({param}, {index})" if with_index else f"({param})"
        with self.function(form == 1, kind, fails, *names):
            if form == 1 and not self.deep:
                sleeping = (
                    [f"{awaited(f'sleep({param} * 20 + {self.delay()})')};"]
                    if self.timers
                    else []
                )
                return f"{array}.map(" + self.braces(
                    f"async {params} =>", [*sleeping, *self.body(kind)], "})"
                )
            return f"{array}.map({params} => {self.promise(kind, fails)})"

    def combined(self, kind: str, fails: bool) -> str:
        form = self.below(4)
        if form == 0 and kind == "arr":
            return f"Promise.all({self.items('num', fails)})"
        if form == 1 and fails:
            return f"Promise.any({self.items(kind, True, 1)})"
        if form == 2 and kind == "num":
            return (
                f"Promise.allSettled({self.items('num', True)}).then((rs) => rs.length)"
            )
        if form == 3 and kind == "str":
            rs = self.fresh("rs")
            return f"Promise.all({self.items('str', fails)}).then(({rs}) => {rs}.join(\"-\"))"
        return f"Promise.race({self.items(kind, fails, 1)})"
