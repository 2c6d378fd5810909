class A { constructor() { this.n = 1; } add(x) { return this.n + x; } get v() { return 7; } static make() { return "made"; } }
class B extends A {
  all(xs) { return xs.map((x) => super.add(x)); }
  later() { return () => super.add(10); }
  value() { return [1, 2].map(() => super.v); }
  nested() { function inner() { return 1; } return (_ => super.add(inner()))(); }
  static make() { return [1].map(() => super.make()); }
  async slow(xs) { const out = []; for (const x of xs) out.push(await Promise.resolve(x).then((y) => super.add(y))); return out; }
}
const b = new B();
console.log(b.all([1, 2]), b.later()(), b.value(), b.nested(), B.make());
b.slow([5]).then((r) => console.log(r));
