class Meter {
  #v = 12; log = [];
  get level() { this.log.push("get"); return this.#v; }
  set level(x) { this.log.push("set " + x); this.#v = x > 20 ? 20 : x; }
  get #p() { return this.#v; }
  set #p(x) { this.#v = x + 100; }
  run() { const a = (this.#p = 1); const c = (this.#p += 5); const d = (this.#p ??= 4); return [a, c, d, this.#v]; }
}
const m = new Meter();
const a = (m.level = 50);
const c = (m.level += 5);
const d = (m.level &= 6);
const e = (m.level ||= 3);
const f = (m.level &&= 99);
console.log(a, c, d, e, f, m.level);
console.log(m.log.join());
console.log(m.run());
class Outer {
  #x = 1;
  Inner = class { #x = 2; of(o) { return o.#x; } };
  own() { return this.#x; }
  #fixed() { return 1; }
  change() { this.#fixed = 2; }
  set #only(v) { this.#x = v; }
  readOnly() { return this.#only; }
}
const o = new Outer(), inner = new o.Inner();
console.log(inner.of(inner), o.own());
for (const g of [() => inner.of(o), () => o.change(), () => o.readOnly()]) {
  try { console.log(g()); } catch (err) { console.log(err instanceof TypeError); }
}
