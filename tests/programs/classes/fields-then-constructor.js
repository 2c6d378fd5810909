class A {
  x;
  #y;
  z = this.init();
  constructor(v) {
    this.x = v;
    this.#y = this.peek();
  }
  init() { return this.x === undefined ? "unset" : "set"; }
  peek() { return this.#y === undefined ? "no y" : "y"; }
  get y() { return this.#y; }
}
const a = new A(3);
console.log(a.x, a.y, a.z);
class B extends A {
  static create(...args) { return new this(...args); }
  get y() { return `B:${super.y}`; }
}
console.log(B.create(1).y, B.name, new B(2).constructor.name, new B(2).constructor === B);
const K = { a() { return 1; }, b: () => 2, ["c" + 1]: 3 };
console.log(K.a() + K.b() + K.c1);
function outer(n) {
  switch (typeof n) {
    case "number": {
      if (n < 0) break;
      return "num";
    }
    case "string":
    case "boolean":
      return "prim";
    default: break;
  }
  return "else";
}
console.log(outer(1), outer(-1), outer("s"), outer(true), outer(null));
for (let i = 0, j = 10; i < j; i += 3, j -= 2) { if (i === 3) continue; console.log(i, j); }
let s = "";
for (const c of "abc") s = c + s;
console.log(s);
const [m, ...rest] = (function* () { yield 1; yield 2; yield 3; })();
console.log(m, rest.length);
let t = 5;
const r = t++ + ++t;
console.log(r, t);
const nested = (x) => (y) => (z) => x + y + z;
console.log(nested(1)(2)(3));
try { null.foo; } catch { console.log("null"); }
do { t--; } while (t > 3);
console.log(t);
const res = ((a, b) => { if (a) return b; })(0, 1);
console.log(res);
if (a.x) { let hidden = 1; var vv = hidden; }
console.log(vv);
var f1 = function () { return typeof f1; };
console.log(f1());
let und, nul = null;
und ??= "d"; nul ||= "e";
console.log(und, nul);
label: for (const p of [1, 2, 3]) { for (const w of [1, 2]) { if (p === 2) continue label; if (p === 3) break label; console.log(p, w); } }
