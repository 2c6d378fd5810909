// null as a number is 0, undefined is none.
const find = (s) => s.match(/z/);
console.log(Number(null), isNaN(null), Number(undefined), isNaN(find("abc")));
const f = (x) => [Number(x), isNaN(x), Math.abs(x), Math.floor(x)];
console.log(f(null), f("5"));
