"""Expressions of the synchronous language, each of a kind that the grammar knows.

The kinds: ``int`` a whole number of moderate size, ``num`` any number, ``str``, ``bool``,
``nums`` and ``strs`` arrays, ``obj`` an object ``{ a: num, b: str, list: nums }``, ``map`` a Map
of texts to numbers, ``set`` a Set of numbers, ``maybe`` a number or undefined, ``any`` of all.
"""

from __future__ import annotations

from .grammar import Base

KINDS = ("int", "num", "str", "bool", "nums", "strs", "obj", "map", "set", "maybe")
_TEXTS = (
    "",
    "a",
    "b,c",
    "Hello",
    " x y ",
    "12",
    "3.5",
    "-7",
    "äb",
    "aXbXc",
    "0",
    "a-b_c",
)
_NUMBERS = (
    "0",
    "1",
    "2",
    "7",
    "-3",
    "10",
    "255",
    "1.5",
    "-0.25",
    "0.1",
    "1e21",
    "1e-7",
)
_ODD = ("NaN", "Infinity", "-0", "2 ** 53", "-Infinity", "123456789012")
_PATTERNS = (
    r"/[a-c]/g", r"/\w+/g", r"/(\w)(\d)?/g", r"/(?<first>[a-z])-?(?<rest>\w*)/g",
    r"/\d+(?:\.\d+)?/g", r"/x/gi", r"/\s+/g", r"/^./g", r"/(?=b)/g", r"/\b/g", r"/[^a]$/g",
)  # fmt: skip


class SyncValues(Base):
    """Expressions by kind; the first alternative is the simplest."""

    def value(self, kind: str) -> str:
        if kind == "any":
            return self.value(self.one((*KINDS, "none")))
        if kind == "none":
            return self.one(("undefined", "null"))
        known = self.visible(kind)
        if known and (self.deep or self.chance(45)):
            return self.one(known)
        if self.deep:
            return self.literal(kind)
        self.level += 1
        text = str(getattr(self, f"a_{kind}")())
        self.level -= 1
        return text

    def literal(self, kind: str) -> str:
        if kind == "int":
            return str(self.below(12) - 2)
        if kind == "num":
            return self.one(_ODD if self.chance(10) else _NUMBERS)
        if kind == "str":
            return f'"{self.one(_TEXTS)}"'
        if kind == "bool":
            return self.one(("true", "false"))
        if kind == "nums":
            return "[" + ", ".join(self.number() for _ in range(self.below(5))) + "]"
        if kind == "strs":
            items = (f'"{self.one(_TEXTS)}"' for _ in range(self.below(4)))
            return "[" + ", ".join(items) + "]"
        if kind == "obj":
            first = f'{{ a: {self.number()}, b: "{self.one(_TEXTS)}", list: '
            return f"{first}[{self.below(5)}] }}"
        if kind == "map":
            return f'new Map([["{self.one(_TEXTS)}", {self.number()}], ["k", 1]])'
        if kind == "set":
            return f"new Set([{self.number()}, {self.below(3)}, 1])"
        return self.one(("undefined", str(self.below(5))))

    def number(self) -> str:
        return self.literal("int" if self.chance(60) else "num")

    def of(self, *forms: str) -> str:
        """One of the forms, with values in place of ``<kind>``."""
        form = self.one(forms)
        parts = form.split("<")
        text = parts[0]
        for part in parts[1:]:
            kind, closed, rest = part.partition(">")
            if closed and (kind in KINDS or kind in ("any", "none", "pattern", "atom")):
                text += self.filled(kind) + rest
            else:
                text += "<" + part
        return text

    def filled(self, kind: str) -> str:
        if kind == "pattern":
            return self.one(_PATTERNS)
        if kind == "atom":
            return self.value(self.one(("int", "str", "num", "bool", "maybe", "none")))
        value = self.value(kind)
        bare = value.replace(".", "").replace("_", "").isalnum()
        enclosed = value[0] in "\"'[`" and value[-1] in "\"']`" and " " not in value
        return value if bare and not value[0].isdigit() or enclosed else f"({value})"

    # -- kinds ---------------------------------------------------------------------------

    def a_int(self) -> str:
        return self.of(
            str(self.below(12) - 2),
            "<int> + <int>", "<int> - <int>", "<int> * <int> % 1000", "<str>.length",
            "<nums>.length", "<str>.indexOf(<str>)", "<nums>.indexOf(<int>)",
            "Math.floor(<int> / 3)", "Math.trunc(<int> / 2)", "<int> % 5", "<int> | 0",
            "<int> & <int>", "<int> >> 1", "<int> ^ <int>", "~<int>", "<strs>.length",
            "<str>.lastIndexOf(<str>)", "<map>.size", "<set>.size", "Math.abs(<int>)",
            "Math.max(<int>, <int>)", "<bool> ? <int> : <int>", "<nums>.findIndex((x) => x > <int>)",
            "<str>.split(<str>).length", "<str>.search(<pattern>)", "Object.keys(<obj>).length",
            "<nums>.filter((x) => x > <int>).length", "Math.sign(<int>)", "<int> << 2",
            "<str>.localeCompare(<str>)", "<int> >>> 28", "<nums>.lastIndexOf(<int>)",
            "<str>.charCodeAt(0) | 0", "(<bool> && <int>) | 0",
        )  # fmt: skip

    def a_num(self) -> str:
        return self.of(
            *(("<int>",) * 3), self.literal("num"),
            "<num> + <num>", "<num> - <num>", "<num> * <num>", "<num> / <num>",
            "<num> % <num>", "<int> / <int>", "-<num>", "Math.round(<num>)", "Math.floor(<num>)",
            "Math.ceil(<num>)", "Number(<str>)", "parseInt(<str>, 10)", "parseFloat(<str>)",
            "+<str>", "Math.min(...<nums>)", "Math.max(...<nums>)", "Math.sqrt(<num>)",
            "<nums>.reduce((s, x) => s + x, 0)", "<obj>.a", "<maybe> ?? <num>",
            "<map>.get(<str>) ?? <int>", "<bool> ? <num> : <num>", "<num> || <num>",
            "<num> && <num>", "Math.pow(<int>, 2)", "<num> ** 2", "Number(<bool>)",
            "+<bool> + <num>", "Number(<atom>)", "Math.hypot(<int>, <int>)", "Math.cbrt(<int>)",
            "<nums>.reduce((m, x) => (x > m ? x : m), <int>)", "Number((<num>).toFixed(1))",
            "<nums>.reduce((s, x, i) => s + x * i, <num>)", "Math.trunc(<num>)",
            "<nums>.at(-1) ?? <num>", "(<num>) - (<str>).length", "Math.log2(8) + <num>",
            "<strs>.reduce((n, s) => n + s.length, 0)", "Math.min(<num>, <num>)",
        )  # fmt: skip

    def a_maybe(self) -> str:
        return self.of(
            self.literal("maybe"),
            "<nums>[<int>]", "<nums>.at(<int>)", "<nums>.find((x) => x > <num>)",
            "<map>.get(<str>)", "<nums>[<nums>.length - 1]", "(<bool> ? <num> : undefined)",
            "<nums>.slice(<int>).pop()", "[...<set>][0]", "<str>.codePointAt(<int>)",
            "(<bool> ? <obj> : undefined)?.a", "<nums>.slice().shift()",
            "<str>.match(<pattern>)?.length", "(<bool> ? <obj> : null)?.list[0]",
        )  # fmt: skip

    def a_bool(self) -> str:
        return self.of(
            self.literal("bool"),
            "<num> > <num>", "<num> <= <num>", "<num> === <num>", "<str> === <str>",
            "<str> < <str>", "!<bool>", "<bool> && <bool>", "<bool> || <bool>",
            "<str>.includes(<str>)", "<str>.startsWith(<str>)", "<str>.endsWith(<str>)",
            "<nums>.includes(<num>)", "<nums>.some((x) => x > <int>)", "<nums>.every((x) => x < <int>)",
            "!<num>", "!!<str>", "<maybe> === undefined", "<maybe> == null", "<map>.has(<str>)",
            "<set>.has(<num>)", "<set>.delete(<int>)", "Number.isInteger(<num>)", "isNaN(<num>)",
            "Number.isNaN(<atom>)", "<atom> === <atom>", "<atom> !== <atom>", "<maybe> == <maybe>",
            "/a|b/.test(<str>)", "/^\\d+$/.test(<str>)", "Array.isArray(<any>)", "<nums> === <nums>",
            '"a" in <obj>', "typeof <atom> === 'number'", "Object.is(<num>, <num>)", "!<maybe>",
            "Boolean(<any>)", "<int> == <str>", "Number.isFinite(<num>)", "!<nums>.length",
            "<num> !== <num>", "<str> >= <str>", "<bool> === <bool>", "<obj>.b === <str>",
            "Number.isSafeInteger(<num>)", "<maybe> > <num>", "<strs>.includes(<str>)",
            "Object.hasOwn(<obj>, <str>)", "!!<any>",
        )  # fmt: skip

    def a_str(self) -> str:
        return self.of(
            self.literal("str"),
            "<str> + <str>", "<str> + <num>", "`${<num>}:${<str>}`", "<str>.toUpperCase()",
            "<str>.slice(<int>)", "<str>.slice(<int>, <int>)", "<str>.substring(<int>, <int>)",
            "<str>.trim()", "<str>.padStart(<int>, '*')", "<str>.padEnd(5, <str>)",
            "<str>.repeat(2)", "<str>.replace(<str>, <str>)", "<str>.replaceAll('a', <str>)",
            "<str>.charAt(<int>)", "<str>[0] ?? <str>", "String(<num>)", "(<num>).toString()",
            "(<num>).toFixed(2)", "(<int>).toString(2)", "<strs>.join(<str>)", "<nums>.join('-')",
            "JSON.stringify(<any>) ?? 'none'", "typeof <any>", "String(<any>)", "`${<atom>}`",
            "<str>.split('').reverse().join('')", "<str>.replace(<pattern>, '_')",
            "<str>.replace(<pattern>, (m) => `[${m}]`)", "<str>.replace(<pattern>, '<$&>')",
            "<obj>.b", "<bool> ? <str> : <str>", "<str> || <str>", "<str>.concat(<num>, <str>)",
            "String.fromCharCode(97 + Math.abs(<int>) % 26)", "[...<str>].sort().join('')",
            "<str>.match(<pattern>)?.[0] ?? <str>", "<atom> + <str>", "'' + <maybe>",
            "(<num>).toPrecision(3)", "(<int>).toString(16)", "<str>.at(-1) ?? ''",
            "<nums>.toString()", "<str>.trimStart()", "Object.keys(<obj>).join()",
            "JSON.stringify(<obj>, null, 2)", "[...<map>.keys()].join()", "<str>.substr(<int>, 2)",
            "<str>.normalize()", "<strs>.sort().join()", "<str>.replace(/(.)(.)/, '$2$1')",
            "`${<any>}`", "<str>.split(<pattern>).join('|')", "<bool> + <str>",
            "[..<str>.matchAll(<pattern>)].map((m) => m.index + m[0]).join()".replace("[..<", "[...<"),
        )  # fmt: skip

    def a_nums(self) -> str:
        return self.of(
            self.literal("nums"),
            "[<num>, <num>, <int>]", "[...<nums>, <num>]", "<nums>.map((x) => x * 2)",
            "<nums>.map((x, i) => x + i)", "<nums>.filter((x) => x % 2 === 0)", "<nums>.slice(<int>)",
            "<nums>.slice(<int>, <int>)", "<nums>.concat(<nums>)", "[...<nums>].reverse()",
            "[...<nums>].sort((x, y) => x - y)", "[...<nums>].sort()", "<strs>.map(Number)",
            "<strs>.map((s) => s.length)", "Array.from({ length: 3 }, (_, i) => i * <num>)",
            "[...<set>]", "[...<map>.values()]", "<nums>.flatMap((x) => [x, -x])", "<obj>.list",
            "new Array(3).fill(<num>)", "<str>.split(',').map(parseFloat)", "[[<num>], <nums>].flat()",
            "[...<nums>].sort((x, y) => y - x)", "<nums>.filter(Boolean)", "<nums>.slice().splice(<int>, 2)",
            "[...<str>].map((c) => c.charCodeAt(0))", "Object.values({ x: <num>, y: <int> })",
            "<nums>.map(Math.abs)", "<strs>.map((s) => parseInt(s, 10))", "[...<nums>.keys()]",
            "<nums>.map((x) => (x > 1 ? x : <num>))", "Array.from(<set>, (x) => x + 1)",
            "<nums>.toSorted((x, y) => x - y)", "[...<nums>.entries()].map(([i, x]) => i * x)",
            "<nums>.reduce((out, x) => { out.unshift(x); return out; }, [])",
            "<nums>.reduce((out, x) => [...out, x + (out[out.length - 1] ?? 0)], [])",
        )  # fmt: skip

    def a_strs(self) -> str:
        return self.of(
            self.literal("strs"),
            "[<str>, <str>]", "<str>.split(',')", "<str>.split('')", "<nums>.map(String)",
            "<strs>.map((s) => s.toUpperCase())", "<strs>.filter((s) => s)", "Object.keys(<obj>)",
            "<str>.match(<pattern>) ?? []", "[...<str>]", "<nums>.map((x) => `${x}`)", "[...<map>.keys()]",
            "[...<strs>].sort()", "[...new Set(<strs>)]", "<str>.split(<pattern>).filter(Boolean)",
            "<nums>.map((x) => x.toFixed(1))", "[...<strs>, <str>]", "<strs>.concat(<str>)",
            "Object.entries(<obj>).map(([k, v]) => k + '=' + v)", "<str>.split(<str>, 2)",
            "<strs>.flatMap((s) => s.split('b'))", "[...<strs>].sort((x, y) => x.length - y.length)",
            "<strs>.map((s, i) => i + s)", "<nums>.map((x) => typeof x + x)", "<strs>.slice(<int>)",
            "[...<str>.matchAll(/(\\w)(\\W)?/g)].map((m) => `${m[1]}${m[2]}`)",
            "[...<strs>].sort((x, y) => x.localeCompare(y))", "<strs>.map((s) => s[0] ?? '?')",
        )  # fmt: skip

    def a_obj(self) -> str:
        return self.of(
            self.literal("obj"),
            "{ a: <num>, b: <str>, list: <nums> }", "{ ...<obj>, a: <num> }", "{ ...<obj>, b: <str> }",
            "Object.assign({}, <obj>, { list: <nums> })", "structuredClone(<obj>)",
            "JSON.parse(JSON.stringify({ a: <int>, b: <str>, list: [<int>] }))",
            "[<obj>].find((o) => o.a !== <num>) ?? <obj>", "Object.freeze({ a: <num>, b: <str>, list: [] })",
        )  # fmt: skip

    def a_map(self) -> str:
        return self.of(
            self.literal("map"),
            "new Map([[<str>, <num>], [<str>, <int>]])", "new Map(<map>)",
            "new Map(<strs>.map((s) => [s, s.length]))", "new Map(<strs>.map((s, i) => [s, i]))",
            "new Map([...<map>].filter(([k, v]) => v > <num>))", "new Map().set(<str>, <num>)",
        )  # fmt: skip

    def a_set(self) -> str:
        return self.of(
            self.literal("set"),
            "new Set(<nums>)", "new Set([...<set>, <num>])", "new Set(<set>)",
            "new Set([...<set>].filter((x) => x > <int>))", "new Set(<strs>.map((s) => s.length))",
        )  # fmt: skip
