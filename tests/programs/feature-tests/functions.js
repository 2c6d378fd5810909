// Programs that ask whether a built-in function is there get the answer of Node.
const assign = Object.assign || function (target) { return target; };
console.log(assign({ a: 1 }, { b: 2 }));
const now = typeof performance !== "undefined" && typeof performance.now === "function" ? performance.now() : Date.now();
console.log(now >= 0);
if (!Array.prototype.at) {
  Array.prototype.at = function (index) { return this[index < 0 ? this.length + index : index]; };
}
console.log([1, 2, 3].at(-1));
if (typeof Object.hasOwn === "function") console.log(Object.hasOwn({ a: 1 }, "a"));
else console.log("old");
const known = !!String.prototype.padStart;
console.log(known, typeof Array.from === "undefined", Math.trunc != null);
const trim = String.prototype.trimStart ? (text) => text.trimStart() : (text) => text.replace(/^\s+/, "");
console.log(trim("  x"));
