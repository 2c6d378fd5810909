// Sets and Maps in array patterns: in their order, a Map as its entries.
const s = new Set(["x", "y", "z"]);
const [a] = s;
console.log(a);
const [b, c] = new Set([10, "q"]);
console.log(b, c);
const m = new Map([["k", 1], ["l", 2]]);
const [first] = m;
const [[k, v], second] = m;
console.log(first, k, v, second);
const f = ([p]) => p;
console.log(f(s));
const g = ([[p], ...rest]) => [p, rest];
console.log(g(m));
let d;
[d] = s;
console.log(d);
for (const [x, y] of [new Set([5, 6]), new Set([7, 8])]) console.log(x, y);
