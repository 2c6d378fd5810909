function serialize(name, val, opts) {
  const enc = (opts && opts.encode) || encodeURIComponent;
  return name + "=" + enc(val);
}
console.log(serialize("a", "x y"), serialize("a", "x y", { encode: (s) => s.toUpperCase() }));
const pick = (up) => (up ? Math.ceil : Math.floor);
console.log(pick(true)(1.2), pick(false)(1.8), [1.5, 2.5].map(pick(true)));
const conv = { n: Number, s: String, p: parseFloat };
console.log(conv.n("5") + 1, conv.s(5) + 1, conv.p("2.5kg"));
const log = console.log;
log("hi", 1);
let f = Math.max;
if (f(1, 2) === 2) f = Math.min;
console.log(f(3, 1, 2), f());
const operations = { power: Math.pow, root: Math.sqrt, most: Math.max };
console.log(operations.power(2, 10), operations.root(16), operations.most(4, 9));
const best = (up) => (up ? Math.max : Math.min);
console.log(best(true)(1, 2), [3, 1, 2].reduce((a, b) => best(false)(a, b)));
