// Tests of types from before Array.isArray.
var toString = Object.prototype.toString;
function isArray(x) { return toString.call(x) === "[object Array]"; }
function isFunction(x) { return typeof x === "function" && Object.prototype.toString.call(x) == "[object Function]"; }
function kind(x) {
  if (toString.call(x) === "[object String]") return "text of " + x.length;
  if ("[object Number]" === toString.call(x)) return "number " + x.toFixed(1);
  if (toString.call(x) === "[object Date]") return x.toISOString();
  if (toString.call(x) === "[object RegExp]") return "pattern";
  if (toString.call(x) !== "[object Boolean]") return "other";
  return x ? "yes" : "no";
}
console.log(isArray([1]), isArray({ length: 1 }), isArray("a"));
console.log(isFunction(kind), isFunction(1));
console.log([kind("abc"), kind(2), kind(new Date(0)), kind(/a+/), kind([]), kind(true)].join("; "));
