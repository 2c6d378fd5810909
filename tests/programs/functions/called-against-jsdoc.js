// What a call surely gives counts beside what JSDoc says: checks of arguments work.
/**
 * @param {number} x
 * @returns {number}
 */
function twice(x) {
  if (typeof x !== "number") throw new TypeError(`a number is needed, not ${x}`);
  return x * 2;
}
for (const call of [() => twice(2), () => twice(true), () => twice("a")]) {
  try { console.log(call()); } catch (error) { console.log(error.message); }
}
/** @param {string} s */
function kind(s) { return typeof s; }
console.log(kind("a"), kind(1), kind(false));
/** @param {number} n */
function finite(n) { return Number.isFinite(n) ? n : "none"; }
console.log(finite(1), finite("1"), finite(true), finite(Infinity));
/** @param {number[]} xs */
function count(xs) { return Array.isArray(xs) ? xs.length : -1; }
console.log(count([1, 2]), count("ab"), count(3));
class Box {
  /** @param {string} label */
  constructor(label) { this.label = typeof label === "string" ? label : "?"; }
}
console.log(new Box("a").label, new Box(5).label);
/** @param {number[]} xs */
function sum(xs) {
  let total = 0;
  for (const x of xs) {
    if (typeof x !== "number") return `not ${x}`;
    total += x;
  }
  return total;
}
console.log(sum([1, 2]), sum([1, true]), sum([1, "2"]), sum([]), sum([1, null]));
