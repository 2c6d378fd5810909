// Keys that Python does not tell apart.
const names = new Map([
  [null, "null"],
  [undefined, "undefined"],
]);
console.log(names.size);
console.log(new Set([1, 1n]).size);
