"""Guard words and what templates ask of callbacks: small programs run as under Node.

Each case is a program, what Node prints, constructs that the Python must hold, and some
that it must not. A construct is an expression, the head of a loop, or a condition.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass

import pytest
from support.running import run_node, run_python

from js2aio import translate


@dataclass(frozen=True)
class Case:
    js: str
    prints: str
    holds: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    #: methods that came after Node 20
    newer: bool = False


CASES = {
    "settled-keys": Case(
        """
const o = { a: 1, b: 2 };
for (const key of Object.keys(o)) console.log(key, o[key]);
const p = { a: 1, b: 2 };
for (const key of Object.keys(p)) if (key === "a") delete p.b;
console.log(Object.keys(p).length);
""",
        "a 1\nb 2\n1\n",
        holds=("for key in o: pass", "for key in list(p): pass"),
    ),
    "settled-keys-by-call": Case(
        """
const o = { a: 1, b: 2 };
function drop(key) { delete o[key]; }
for (const key of Object.keys(o)) drop(key);
console.log(Object.keys(o).length);
""",
        "0\n",
        holds=("list(o)",),
    ),
    "lazy-map-over-growing": Case(
        """
const xs = [1, 2];
for (const y of xs.map((x) => x * 2)) xs.push(y);
console.log(xs.join());
""",
        "1,2,2,4\n",
        holds=("[x * 2 for x in xs]",),
    ),
    "lazy-map": Case(
        """
const xs = [1, 2];
let sum = 0;
for (const y of xs.map((x) => x * 2)) sum += y;
console.log(sum);
""",
        "6\n",
        holds=("(x * 2 for x in xs)",),
    ),
    "lazy-map-reads-what-changes": Case(
        """
const xs = [1, 2];
let k = 1;
for (const y of xs.map((x) => x * k)) { k += 1; console.log(y, k); }
""",
        "1 2\n2 3\n",
        holds=("[x * k for x in xs]",),
    ),
    "filter-map-interleaved": Case(
        """
const xs = [1, 1, 2];
const seen = new Set();
const ys = xs.filter((x) => !seen.has(x)).map((x) => { seen.add(x); return x; });
console.log(ys.join());
""",
        "1,1,2\n",
    ),
    "filter-map": Case(
        """
const xs = [1, 2, 3];
const ys = xs.filter((n) => n > 1).map((x) => x * 2);
console.log(ys.join());
""",
        "4,6\n",
        holds=("[x * 2 for x in xs if x > 1]",),
    ),
    "callback-resizes": Case(
        """
const xs = [1, 2];
xs.forEach((x) => { if (xs.length < 6) xs.push(x * 10); });
console.log(xs.join());
""",
        "1,2,10,20\n",
        lacks=("for x in xs: pass",),
    ),
    "callback-resizes-by-call": Case(
        """
const xs = [1, 2];
function grow(x) { if (xs.length < 6) xs.push(x * 10); }
xs.forEach((x) => grow(x));
console.log(xs.join());
""",
        "1,2,10,20\n",
        lacks=("for x in xs: pass",),
    ),
    "callback-writes-in-place": Case(
        """
const xs = [1, 2];
xs.forEach((x, i) => { xs[i] = x * 2; });
console.log(xs.join());
""",
        "2,4\n",
        holds=("for i, x in enumerate(xs): pass",),
    ),
    "nonempty-while": Case(
        """
const queue = [1, 2, 3];
let total = 0;
while (queue.length > 0) { const x = queue.shift(); total += x; }
console.log(total);
""",
        "6\n",
        holds=("queue.pop(0)",),
        lacks=("queue.pop(0) if queue else None",),
    ),
    "nonempty-twice": Case(
        """
const queue = [1, 2, 3];
while (queue.length) { const a = queue.shift(); const b = queue.shift(); console.log(a, b); }
""",
        "1 2\n3 undefined\n",
        holds=("queue.pop(0) if queue else None",),
    ),
    "nonempty-after-return": Case(
        """
function top(stack) {
  if (stack.length === 0) return -1;
  return stack.pop();
}
console.log(top([]), top([4]));
""",
        "-1 4\n",
        holds=("stack.pop()",),
        lacks=("stack.pop() if stack else None",),
    ),
    "nonempty-emptied-by-call": Case(
        """
const queue = [1];
function flush() { queue.length = 0; }
while (queue.length) { flush(); const x = queue.pop(); console.log(x); }
""",
        "undefined\n",
        holds=("queue.pop() if queue else None",),
    ),
    "nonempty-and": Case(
        """
const stack = ["("];
if (stack.length && stack[stack.length - 1] === "(") console.log("open");
""",
        "open\n",
        holds=("stack[-1] == '('",),
    ),
    "haskey-set": Case(
        """
const m = new Map();
for (const word of ["a", "b", "a"]) {
  if (!m.has(word)) m.set(word, []);
  m.get(word).push(word);
}
console.log(m.get("a").length);
""",
        "2\n",
        holds=("m.setdefault(word, [])", "m[word]"),
    ),
    "haskey-deleted": Case(
        """
const m = new Map([["a", 1]]);
const key = "a";
if (m.has(key)) { m.delete(key); const n = m.get(key); console.log(n === undefined); }
""",
        "true\n",
        holds=("m.get(key)",),
    ),
    "haskey-tested": Case(
        """
const m = new Map([["a", 1]]);
const key = "a";
if (m.has(key)) { const n = m.get(key); console.log(n + 1); }
""",
        "2\n",
        holds=("m[key]",),
    ),
    "haskey-other-key": Case(
        """
const m = new Map([["a", 1]]);
let key = "a";
if (m.has(key)) { key = "b"; const n = m.get(key); console.log(n === undefined); }
""",
        "true\n",
        holds=("m.get(key)",),
    ),
    "object-keys-objects": Case(
        """
const a = { x: 1 }, b = { x: 1 };
const m = new Map();
m.set(a, "a"); m.set(b, "b");
console.log(m.size, m.get(a), m.get(b));
""",
        "2 a b\n",
        holds=("ObjectMap()",),
    ),
    "object-keys-one-and-true": Case(
        """
const s = new Set([1, true, "1"]);
console.log(s.size, s.has(1), s.has(true), s.has(false));
""",
        "3 true true false\n",
    ),
    "object-keys-nan": Case(
        """
const m = new Map();
m.set(NaN, "nan"); m.set(0 / 1, "zero");
console.log(m.get(NaN), m.get(0), m.size);
""",
        "nan zero 2\n",
        holds=("ObjectMap()",),
    ),
    "object-keys-family": Case(
        """
function put(map, key) { map.set(key, 1); }
const plain = new Map(), mixed = new Map();
const maps = [plain, mixed];
for (const map of maps) put(map, "a");
put(mixed, [1]);
console.log(plain.size, mixed.size);
""",
        "1 2\n",
    ),
    "object-keys-instances": Case(
        """
class Node { constructor(n) { this.n = n; } }
const a = new Node(1), b = new Node(1);
const m = new Map([[a, "a"]]);
m.set(b, "b");
console.log(m.get(a), m.get(b), m.size);
""",
        "a b 2\n",
        holds=("{a: 'a'}",),
    ),
    "same-kind": Case(
        """
const xs = [1, 2];
console.log(xs.includes(2), xs.includes(NaN), [NaN].includes(NaN), [1, "1"].includes("1"), [1].includes(true));
""",
        "true false true true false\n",
        lacks=("True in [1]",),
    ),
    "same-kind-nullish": Case(
        """
const xs = [null, "a"];
console.log(xs.includes(null), xs.indexOf("a"));
""",
        "true 1\n",
    ),
    "set-orders": Case(
        """
const a = new Set([3, 1]), b = new Set([1, 2]);
const both = a.union(b);
both.add(9);
console.log(both.has(9), both.has(2), both.size);
const c = new Set([5, 4]);
for (const x of c.union(new Set([4, 6]))) console.log(x);
""",
        "true true 4\n5\n4\n6\n",
        holds=("a | b",),
        newer=True,
    ),
    "set-unordered": Case(
        """
const a = new Set([3, 1]), b = new Set([1, 2]);
console.log(a.intersection(b).has(1), a.difference(b).has(1), a.isSubsetOf(b), a.symmetricDifference(b).size);
""",
        "true false false 2\n",
        holds=("a & b", "a - b", "a <= b", "a ^ b"),
        newer=True,
    ),
    "sort-keys": Case(
        """
const users = [{ name: "b", age: 2 }, { name: "a", age: 2 }, { name: "c", age: 1 }];
users.sort((a, b) => a.age - b.age);
console.log(users.map((u) => u.name).join());
const down = [...users].sort((x, y) => y.age - x.age);
console.log(down.map((u) => u.name).join());
const named = users.toSorted((x, y) => (x.name < y.name ? -1 : x.name > y.name ? 1 : 0));
console.log(named.map((u) => u.name).join());
const texts = ["b", "a"].sort((x, y) => (x > y ? 1 : -1));
console.log(texts.join());
""",
        "c,b,a\nb,a,c\na,b,c\na,b\n",
        holds=(
            "users.sort(key=lambda a: a['age'])",
            "sorted(users, key=lambda x: x['age'], reverse=True)",
            "sorted(users, key=lambda x: x['name'])",
        ),
    ),
    "sort-equal-swapped": Case(
        """
const users = [{ name: "b", age: 2 }, { name: "a", age: 2 }, { name: "c", age: 1 }];
users.sort((a, b) => (a.age > b.age ? 1 : -1));
console.log(users.length);
""",
        "3\n",
        lacks=("users.sort(key=lambda a: a['age'])",),
    ),
    "sort-not-mirrored": Case(
        """
const users = [{ low: 1, high: 9 }, { low: 5, high: 6 }];
const swapped = [...users].sort((a, b) => a.low - b.high);
console.log(swapped[0].low);
""",
        "5\n",
        lacks=("sorted(users, key=lambda a: a['low'])",),
    ),
    "sort-undefined": Case(
        """
const xs = [3, undefined, 1];
const ys = xs.toSorted((a, b) => a - b);
console.log(ys[0], ys[1], ys[2]);
""",
        "1 3 undefined\n",
    ),
    "sort-entries": Case(
        """
const counts = { a: 1, b: 3, c: 2 };
const top = Object.entries(counts).sort(([, a], [, b]) => b - a).slice(0, 2).map(([word, n]) => `${word}=${n}`);
console.log(top.join(" "));
""",
        "b=3 c=2\n",
    ),
    "sums": Case(
        """
const cart = [{ price: 2, count: 3 }, { price: 5, count: 1 }];
console.log(cart.reduce((sum, item) => sum + item.price * item.count, 0));
console.log(cart.reduce((sum, { price }) => sum + price, 0));
console.log([0.1, 0.2].reduce((sum, x) => sum + x * 2, 0));
""",
        "11\n7\n0.6000000000000001\n",
        holds=("sum(item['price'] * item['count'] for item in cart)",),
    ),
    "accumulates": Case(
        """
const words = ["a", "b", "a"];
const counts = words.reduce((acc, word) => {
  acc[word] = (acc[word] || 0) + 1;
  return acc;
}, {});
console.log(counts.a, counts.b);
function index(items) {
  return items.reduce((acc, { id, name }) => {
    acc.set(id, name);
    return acc;
  }, new Map());
}
console.log(index([{ id: 1, name: "x" }]).get(1));
""",
        "2 1\nx\n",
        holds=("counts[word] = counts.get(word, 0) + 1",),
    ),
    "accumulates-inside-callback": Case(
        """
const groups = [["a", "b"], ["c"]];
const joined = groups.map((group) => group.reduce((acc, x) => {
  acc.push(x + "!");
  return acc;
}, []));
console.log(joined.map((g) => g.join("+")).join(" "));
""",
        "a!+b! c!\n",
    ),
    "statement-rule-inside-callback": Case(
        """
const queues = [[1, 2, 3], [4, 5, 6]];
const firsts = queues.map((queue) => queue.splice(0, 2));
console.log(firsts.map((f) => f.join()).join(" "), queues[0].length);
""",
        "1,2 4,5 1\n",
    ),
    "destructured": Case(
        """
const pairs = [["a", 1], ["b", 2]];
console.log(pairs.filter(([name, n]) => n > 1).length, pairs.map(([name, n]) => name + n).join());
const users = [{ name: "Ada", age: 36 }, { name: "Bob", age: 9 }];
console.log(users.filter(({ age }) => age > 10).map(({ name }) => name).join());
users.forEach(({ name, age }) => { console.log(name, age); });
""",
        "1 a1,b2\nAda\nAda 36\nBob 9\n",
        holds=(
            "[item for item in pairs for _, n in [item] if n > 1]",
            "(f'{name}{n}' for name, n in pairs)",
        ),
    ),
    "pairs": Case(
        """
const users = [{ id: "x", n: 1 }, { id: "y", n: 2 }];
const byId = new Map(users.map((u) => [u.id, u]));
const sizes = Object.fromEntries(users.map((u) => [u.id, u.n]));
const big = Object.fromEntries(Object.entries({ a: 1, b: 2 }).filter(([k, n]) => n > 1));
console.log(byId.get("y").n, sizes.x, Object.keys(big).join());
""",
        "2 1 b\n",
        holds=("{u['id']: u for u in users}", "{u['id']: u['n'] for u in users}"),
    ),
    "pairs-in-order": Case(
        """
let n = 0;
const next = () => { n += 1; return n; };
const m = new Map([["a", next()], ["b", next()]]);
console.log(m.get("a"), m.get("b"));
""",
        "1 2\n",
        holds=("{'a': next(), 'b': next()}",),
    ),
    "pairs-changed": Case(
        """
const entries = Object.entries({ a: 1 });
for (const pair of entries) pair[1] += 1;
console.log(entries[0][1], entries[0].length);
""",
        "2 2\n",
        holds=("[list(entry) for entry in {'a': 1}.items()]",),
    ),
    "pairs-read": Case(
        """
const o = { a: 1, b: 2 };
const entries = Object.entries(o);
for (const [key, n] of entries) console.log(key, n);
console.log(entries.length, entries[0][0]);
""",
        "a 1\nb 2\n2 a\n",
        holds=("list(o.items())",),
    ),
    "endless": Case(
        """
function* ids() { let n = 0; while (true) yield n++; }
const it = ids();
const a = it.next().value, b = it.next().value;
console.log(a + b);
function* two() { yield 1; yield 2; }
const jt = two();
console.log(jt.next().value, jt.next().value, jt.next().value === undefined);
""",
        "1\n1 2 true\n",
        holds=("next(it)", "next(jt, None)"),
    ),
    "weak-keys": Case(
        """
class Key {}
const k = new Key();
const m = new WeakMap();
m.set(k, 1);
const w = new WeakMap();
const o = {};
w.set(o, 2);
console.log(m.get(k), w.get(o), w.has({}));
""",
        "1 2 false\n",
        holds=("weakref.WeakKeyDictionary()", "ObjectMap()"),
    ),
    "frozen": Case(
        """
const a = Object.freeze({ x: 1 });
console.log(a.x);
""",
        "1\n",
    ),
    "index-only": Case(
        """
const xs = Array.from({ length: 3 }, (_, i) => { const n = i * 2; return n + 1; });
const ys = Array.from({ length: 2 }, () => []);
ys[0].push(1);
console.log(xs.join(), ys[1].length);
""",
        "1,3,5 0\n",
        holds=("[[] for _ in range(2)]",),
    ),
    "flat-map": Case(
        """
const xs = [1, 2];
console.log(xs.flatMap((x) => [x, x]).join(), xs.flatMap((x) => (x > 1 ? [x] : x)).join());
""",
        "1,1,2,2 1,2\n",
        holds=("[item for x in xs for item in [x, x]]",),
    ),
    "template-names": Case(
        """
const item = 5;
const xss = [[1], [2, 3]];
console.log(xss.flat().map((x) => x + item).join());
const removed = "kept";
const queue = [1, 2, 3];
const batch = queue.splice(0, 2);
console.log(removed, batch.join(), queue.join());
""",
        "6,7,8\nkept 1,2 3\n",
    ),
    "nested-names": Case(
        """
const rows = [[["a"], ["b"]], [["c"]]];
const item = "!";
console.log(rows.map((row) => row.flat().map((x) => x + item).join("")).join(" "));
""",
        "a!b! c!\n",
    ),
    "statement-rules": Case(
        """
const xs = [1, 2, 3];
xs[xs.length] = 4;
xs[xs.length - 1] = 5;
console.log(xs.join());
xs.length = 0;
console.log(xs.length);
const groups = {};
for (const word of ["aa", "b", "cc"]) {
  const size = String(word.length);
  if (!groups[size]) groups[size] = [];
  groups[size].push(word);
  (groups.all ??= []).push(word);
}
console.log(groups["2"].join(), groups.all.length);
""",
        "1,2,3,5\n0\naa,cc 3\n",
        holds=("xs.append(4)", "xs.clear()"),
    ),
    "comment-kept": Case(
        """
const m = new Map();
const key = "a";
if (!m.has(key)) {
  // the first of its kind
  m.set(key, []);
}
console.log(m.size);
""",
        "1\n",
        holds=("if key not in m: pass",),
    ),
    "await-between": Case(
        """
const queue = [1];
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
async function main() {
  setTimeout(() => queue.pop(), 1);
  while (queue.length) {
    await sleep(5);
    const x = queue.pop();
    console.log(x === undefined);
  }
}
main();
""",
        "true\n",
        holds=("queue.pop() if queue else None",),
    ),
}


def shape(node: ast.AST) -> str | None:
    """What tells a construct from others: all of an expression, the head of a statement."""
    if isinstance(node, ast.For):
        target = ast.dump(node.target).replace("Store()", "Load()")
        return f"for {target} in {ast.dump(node.iter)}"
    if isinstance(node, ast.If):
        return f"if {ast.dump(node.test)}"
    return ast.dump(node) if isinstance(node, (ast.expr, ast.Assign)) else None


def shape_of(construct: str) -> str | None:
    statement = ast.parse(construct).body[0]
    return shape(statement.value if isinstance(statement, ast.Expr) else statement)


@pytest.mark.parametrize("name", CASES)
def test_it_does_what_node_does(name: str) -> None:
    case = CASES[name]
    translation = translate(case.js)
    assert translation.ok, translation.diagnostics
    outcome = run_python(translation.code)
    assert outcome.stdout == case.prints, outcome.stderr + translation.code


@pytest.mark.parametrize("name", CASES)
def test_it_holds_the_construct(name: str) -> None:
    case = CASES[name]
    code = translate(case.js).code
    shapes = {shape(node) for node in ast.walk(ast.parse(code))}
    for construct in case.holds:
        assert shape_of(construct) in shapes, f"no {construct} in\n{code}"
    for construct in case.lacks:
        assert shape_of(construct) not in shapes, f"{construct} in\n{code}"


@pytest.mark.node
@pytest.mark.parametrize("name", [n for n in CASES if not CASES[n].newer])
def test_node_prints_that(name: str, node: str) -> None:
    assert run_node(CASES[name].js).stdout == CASES[name].prints
