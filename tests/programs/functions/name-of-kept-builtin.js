// What tells a built-in function from one that calls it.
let f = Math.max;
if (f(1, 2) > 1) f = Math.min;
console.log(f.name, f.length);
console.log(f);
