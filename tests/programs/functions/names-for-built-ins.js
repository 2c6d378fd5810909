// JavaScript's own functions under names that the program gives them.
const floor = Math.floor;
const { round, max: biggest } = Math;
var isArray = Array.isArray,
  fromCharCode = String.fromCharCode,
  other = 3;
const hasOwn = Object.prototype.hasOwnProperty;
const slice = Array.prototype.slice;
const log = console.log.bind(console);
const { keys, values } = Object;
const PI = Math.PI;

function half(x) {
  return floor(x / 2) + round(x) + biggest(1, x);
}

function rest() {
  return slice.call(arguments, 1);
}

function all() {
  return [].slice.call(arguments);
}

const api = { isArray, floor };

log(half(7), isArray([1]), isArray("x"), fromCharCode(65, 66), other);
log(hasOwn.call({ a: 1 }, "a"), hasOwn.call({ a: 1 }, "b"));
log(rest(1, 2, 3).join("-"), all("p", "q").join("+"));
log(Array.prototype.map.call([1, 2], (x) => x * 10).join(" "));
log(Array.prototype.concat.apply([], [[1], [2, 3]]).length);
log(String.prototype.toUpperCase.call("loud"));
log([1.5, 2.5].map(floor).join(" "), Object.keys(api).length);
log(keys({ q: 1, r: 2 }).join(","), values({ v: 4 })[0], PI > 3);

function shadowed(floor) {
  return floor(1);
}
log(shadowed((x) => x + 100));
