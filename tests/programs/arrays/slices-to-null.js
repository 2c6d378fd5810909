const xs = [3, 1, 2, 1];
const f = (a, b) => xs.slice(a, b);
console.log(f(1, null), f(0, 2));
console.log(Object.fromEntries({ a: 1 }));
console.log(Object.fromEntries(new Set([1, 2])));
