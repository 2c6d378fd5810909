// A test for null beside one for undefined, of the same place, is a test for nothing.
function isNothing(v) { return v === undefined || v === null; }
console.log(isNothing(), isNothing(null), isNothing(0));
function next(v) { if (v !== null && v !== undefined) return v + 1; return 0; }
console.log(next(), next(null), next(1));
function isBlank(v) { return typeof v === "undefined" || v === null || v === ""; }
console.log(isBlank(), isBlank(null), isBlank(""), isBlank("a"));
function inner(o) { return o.a === null || o.a === undefined ? "none" : "some"; }
console.log(inner({}), inner({ a: null }), inner({ a: 2 }));
function both(a, b) { return a === null || a === undefined || b === null || b === undefined || a > b; }
console.log(both(1), both(null, 2), both(3, 2), both(1, 2));
function nested(x) { return x === "" || (x === null || (undefined === x || x === 0)); }
console.log(nested(), nested(null), nested(0), nested(""), nested(5));
function apart(a, b) { return a === null || b === 1 || a === undefined; }
console.log(apart(null, 2), apart(undefined, 1), apart(1, 2));

// A getter is asked as often as before.
class Counted {
  #asked = 0;
  get value() { this.#asked++; return undefined; }
  test() { return this.value === null || this.value === undefined; }
  shown() { return `${this.#asked}`; }
}
const counted = new Counted();
console.log(counted.test(), counted.shown());
let later;
console.log(later === undefined || later === null ? "nothing yet" : "set");
function throws(o) { return o === null || o.a === null || o === undefined; }
try { console.log(throws(null), throws({ a: null }), throws(undefined)); }
catch (error) { console.log(error.name); }
