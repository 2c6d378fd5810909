function compose(...fns) {
  return (x) => fns.reduceRight((acc, f) => f(acc), x);
}
const inc = (x) => x + 1;
const dbl = (x) => x * 2;
console.log(compose(inc, dbl)(5));
const curry = (f) => {
  const go = (...args) => (args.length >= f.length ? f(...args) : (...more) => go(...args, ...more));
  return go;
};
const add3 = (a, b, c) => a + b + c;
console.log(curry(add3)(1)(2, 3));
function memo(f) {
  const cache = {};
  return function (n) {
    if (n in cache) return cache[n];
    return (cache[n] = f(n));
  };
}
const fib = memo((n) => (n < 2 ? n : fib(n - 1) + fib(n - 2)));
console.log(fib(30));
function options({ host = "localhost", port = 80, ...rest } = {}) {
  return `${host}:${port} ${Object.keys(rest).length}`;
}
console.log(options(), options({ port: 8080, x: 1, y: 2 }));
const counter = (() => {
  let c = 0;
  return { inc: () => ++c, dec: () => --c, get value() { return c; } };
})();
counter.inc(); counter.inc(); counter.dec();
console.log(counter.value);
(function init() { console.log("init"); })();
const fact = function f(n) { return n <= 1 ? 1 : n * f(n - 1); };
console.log(fact(5));
function outer() {
  const x = 1;
  function a() { return b() + x; }
  function b() { return 10; }
  return a();
}
console.log(outer());
function variadic(first, ...others) { return others.length ? first + others[0] : first; }
console.log(variadic(1), variadic(1, 2, 3));
const obj = {
  name: "o",
  regular() { return this.name; },
  arrow: () => typeof this,
  nested() { return [1, 2].map((n) => `${this.name}${n}`).join(); },
};
console.log(obj.regular(), obj.nested());
let a = 1, b = 2;
[a, b] = [b, a + b];
console.log(a, b);
var x = 1;
{ let x = 2; console.log(x); { const x = 3; console.log(x); } }
console.log(x);
function shadow(list) { const len = list.length; { const list = [len]; return list[0]; } }
console.log(shadow([1, 2]));
const print = (s) => console.log(s); print("print");
const str = "s", list = [1], id = 3, type = "t", range = [0, 1], len = 2, max = 4, sum = 1;
console.log(str, list.length, id, type, range.length, len, max, sum, Math.max(1, 2), [1, 2].length);
const None = 1, self = 2, def = 3, pass = 4, lambda = 5, from_ = 6, async = 7;
console.log(None + self + def + pass + lambda + from_ + async);
