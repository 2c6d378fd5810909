"""One operation on a value of any kind, or on values of two kinds that meet in a parameter.

Where the grammars of whole programs keep to the kinds that an operation is made for, this one
does not: it asks what becomes of a Map in a template, of a match that is printed, or of a
method that only one of two kinds has.
"""

from __future__ import annotations

from .choices import Choices

VALUES = r"""
undefined
null
true
false
0
5
-3
2.5
NaN
Infinity
1e21
10n
""
"abc"
"5"
" it's "
"a\nb"
Symbol("s")
[]
[1, 2]
["a"]
[null]
[[1], [2, [3]]]
({})
({ a: 1 })
({ a: null })
({ a: { b: { c: { d: 1 } } } })
({ "x-y": 1 })
new Map()
new Map([["a", 1]])
new Map([[{ k: 1 }, [2]]])
new Set()
new Set([1, "a"])
new Date(0)
/ab/g
"abc".match(/b/)
"abc".match(/(?<x>b)/)
"abcb".match(/b/g)
"abc".match(/z/)
"abc".matchAll(/b/g)
[1, 2][Symbol.iterator]()
[1, 2].entries()
new Map([["a", 1]]).keys()
new Set([1]).values()
(function f(a, b) {})
((x) => x)
(async () => {})
(function* g() {})
(function* () { yield 1; })()
class A {}
new (class B { constructor() { this.a = 1; } })()
parseInt
new TypeError("t").message
Promise.resolve(1)
new WeakMap()
new Uint8Array(2)
Buffer.from("ab")
new URL("http://a.b/c")
Object.create(null)
({ m() {} })
({ get a() { return 1; } })
({ 1: 2, a: 3 })
({ a: () => 1 })
[new Set([1])]
[new Map([[1, 2]])]
[1n]
({ d: new Date(0) })
JSON.parse("[1,null]")
Object.freeze([1])
structuredClone([1])
""".strip().splitlines()

USES = r"""
console.log(X)
console.log([X])
console.log({ v: X })
console.log("t", X)
console.log(new Map([["k", X]]))
console.log(new Set([X]))
console.log(`${X}`)
console.log("" + X)
console.log(X + 1)
console.log(String(X))
console.log(JSON.stringify(X))
console.log(JSON.stringify({ v: X }))
console.log(typeof X)
console.log(Object.keys(X))
console.log(Object.values(X))
console.log(Object.entries(X))
console.log({ ...X })
console.log([...X])
console.log(Array.from(X))
console.log(Array.isArray(X))
console.log(X == null)
console.log(X === undefined)
console.log(!!X)
console.log(Boolean(X))
console.log(X ? 1 : 2)
console.log(X ?? "d")
console.log(X || "d")
console.log(+X)
console.log(Number(X))
console.log(X > 1)
console.log(X < "b")
console.log(X == "5")
console.log(X * 2)
console.log(X | 0)
console.log(X instanceof Object)
console.log(Object.prototype.toString.call(X))
console.log(X.length)
console.log(X.size)
console.log(X.name)
console.log(X.message)
console.log(X.a)
console.log(X?.a)
console.log(X[0])
console.log("a" in X)
console.log("%s", X)
console.log("%d", X)
console.log("%j", X)
console.log(isNaN(X))
console.log(Number.isInteger(X))
console.log(Math.max(X, 1))
console.log(parseInt(X))
console.log([X].join("-"))
console.log([X].flat())
console.log([X].map(String))
console.log([X].includes(X))
console.log([3, X].sort())
console.log([1].concat(X))
console.log(structuredClone(X))
console.log(X.toString())
console.log(X.at(0))
console.log(X.slice(1))
console.log(X.map((i) => i))
console.log(X.includes("b"))
console.log(X.indexOf("b"))
console.log(X.split(""))
console.log(X.repeat(2))
console.log(X.pop())
console.log(X.get("a"))
console.log(X.has(1))
console.log(X.toFixed())
for (const k in X) console.log(k)
for (const k of X) console.log(k)
const { a } = X; console.log(a)
const [c] = X; console.log(c)
const [p, q] = X; console.log(p, q)
let e = X; e += "s"; console.log(e)
let n = X; n++; console.log(n)
const y = X; console.log(y === y)
switch (X) { case 1: console.log("one"); break; default: console.log("other"); }
if (X) console.log("yes"); else console.log("no")
const f = (v = X) => v; console.log(f())
""".strip().splitlines()


class KindsGrammar:
    """``size`` is not looked at: a program is one use of one value or two."""

    def __init__(self, choices: Choices, kind: str, size: int) -> None:
        del kind, size
        self.choices = choices

    def program(self) -> str:
        use = self.one(USES)
        value = self.one(VALUES)
        form = self.choices.below(3)
        if form == 0:
            return f"{use.replace('X', f'({value})')};\n"
        if form == 1:
            return f"const x = {value};\n{use.replace('X', 'x')};\n"
        other = self.one(VALUES)
        body = use.replace("X", "x")
        return f"function go(x) {{\n  {body};\n}}\ngo({value});\ngo({other});\n"

    def one(self, among: list[str]) -> str:
        return among[self.choices.below(len(among))]
