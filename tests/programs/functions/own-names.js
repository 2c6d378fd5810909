// Function and class expressions with the same name of their own, in one statement.
const cs = [class A { m() { return 1; } }, class A { m() { return 2; } }];
console.log(cs.map((C) => new C().m()));
const o = { a: function go() { return 1; }, b: function go() { return 2; } };
console.log(o.a(), o.b());
setTimeout(function tick() { console.log("one"); }, 1);
setTimeout(function tick() { console.log("two"); }, 2);
const outer = (f) => f;
console.log(outer(function g() { return outer(function g() { return 5; })(); })());
const pair = [
  (function f(n) { return n ? n * f(n - 1) : 1; })(5),
  (function f(n) { return n ? n + f(n - 1) : 0; })(5),
];
console.log(pair);
const both = (a, b) => a() + b();
console.log(both(function cb() { return 1; }, function cb() { return 2; }));
