const twice = (fn) => (x) => fn(fn(x));
const pipe = (...fns) => (x) => fns.reduce((value, fn) => fn(value), x);
const increment = (n) => n + 1;
const square = (n) => n * n;

console.log(twice(square)(3));
console.log(pipe(increment, square, String)(4) + "!");
console.log([1, 2, 3].map(twice(increment)));
console.log((function (a) { return a * 2; })(21));
