function* two() { try { yield 1; yield 2; } finally { console.log("closed"); } }
const [a, , c] = two(); console.log(a, c === undefined);
const it = two(); const [first] = it; console.log(first, it.next().done);
const [p = 7, q = 8, r = 9] = two(); console.log(p, q, r);
const [,] = two();
function rest({ ...others }) { return others; }
console.log(rest("ab"), rest(5));
for (const f of [() => { const {} = null; }, () => { const [] = undefined; }, () => { let x; ({} = x); }, () => rest(null)]) {
  try { f(); console.log("fine"); } catch (e) { console.log(e instanceof TypeError); }
}
class Steps { constructor() { this.n = 0; } [Symbol.iterator]() { return { next: () => ({ value: this.n++, done: false }) }; } }
const [x0, x1] = new Steps(); console.log(x0, x1);
