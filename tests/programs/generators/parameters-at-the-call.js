let count = 0;
function thrower() { throw new Error("boom"); }
function* g({ a, b = thrower() }) { yield a; }
try { g({ a: 1 }); console.log("not thrown"); } catch (e) { console.log(e.message); }
function* h({ a }, n = ++count) { a += 1; n++; let k = a; yield () => k++; yield a + n; yield k; }
const o = { a: 5 };
const it = h(o);
o.a = 100;
console.log(count, [...it].length, it.next().done);
const it2 = h(o);
const f = it2.next().value; f();
console.log(it2.next().value, it2.next().value);
for (const x of h({ a: 1 })) console.log(typeof x);
class C { #p = 4; static *m([x, y] = [1, 2]) { yield this.name; yield x + y; } *n({ z }) { yield z + this.#p; } }
const cm = C.m(); console.log([...cm]);
const q = new C().n({ z: 3 }); console.log(q.next().value);
