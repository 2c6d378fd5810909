// Object.prototype.toString.call(x): of what kind a value is.
const toString = Object.prototype.toString;
console.log(toString.call([]), toString.call(null), toString.call(undefined));
console.log(toString.call(() => 1), toString.call(async () => 1), toString.call(Symbol("a")));
console.log(toString.call(new Map()), toString.call(new WeakSet()), toString.call(10n));
console.log(toString.call(new Uint8Array(2)), toString.call(class {}));
function isPlainObject(value) {
  return toString.call(value) === "[object Object]";
}
function kindOf(value) {
  return Object.prototype.toString.call(value).slice(8, -1).toLowerCase();
}
class Point {
  constructor() {
    this.x = 1;
  }
}
class Failure extends Error {}
const values = [1, 1.5, "a", true, [], {}, new Point(), new Failure("x"), /a/, new Date(0)];
for (const value of [...values, () => 1, undefined]) {
  console.log(kindOf(value), isPlainObject(value));
}
