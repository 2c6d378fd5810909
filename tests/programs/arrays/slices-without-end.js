// An end that is undefined is that of the array; one that is null is 0, and refused.
const xs = [3, 1, 2, 1];
console.log(xs.slice(1, undefined), xs.slice(undefined, 2), xs.slice(undefined));
const f = (a, b) => xs.slice(a, b);
console.log(f(1), f(1, 3), f());
let end;
console.log(xs.slice(1, end), "héllo".slice(1, end));
console.log(Math.floor({}), Math.max([1, 2], 3), (5).toString(2.7));
console.log("abc".charCodeAt(-1), ["abc".charCodeAt(-1)]);
