// Callbacks with a rest parameter, or `arguments`, see all that they are given.
console.log([1].map((...a) => a.length), ["x"].map((...a) => a.slice(0, 2)), [3, 4].filter((...a) => a[1] > 0));
console.log([1, 2].reduce((...a) => a.length + a[0], 0), ["b", "a"].findIndex((...a) => a[1] === 1));
const seen = [];
["a", "b"].findLast(function () {
  seen.push(arguments.length, arguments[1]);
});
[1].map(function () {
  seen.push(arguments.length);
});
[1, 2].forEach(function (x) {
  seen.push(x, arguments.length);
});
[5].forEach((...a) => seen.push(a.length));
console.log(JSON.stringify(seen));
new Set([1]).forEach(function () {
  console.log(arguments[0], arguments[1]);
});
console.log("aXb".replace(/X/, (...a) => a.length), [2, 1].sort((...a) => a[0] - a[1]));
console.log([1].some((...a) => a.length === 3), [[1]].flatMap((...a) => a.length));
