// NaN, which a division or remainder by zero gives, is no truth.
const z = 0;
console.log(`${!!(10 % -0)}`, !(0 / 0), 5 % z ? 1 : 2, -Infinity % 0.1 || "none");
console.log(!(10 % z), !!(1 / 0), [0 / 0].filter((x) => x).length);
const nothing = parseInt("");
console.log(Math.sqrt(nothing) ? 1 : 2, !Math.cbrt(nothing), Math.pow(nothing, 2) || "none");
const parsed = JSON.parse('{"a": 1}');
console.log(parsed.a + NaN ? 1 : 2, parsed.a * NaN ? 1 : 2, !(parsed.a + -Math.sqrt(nothing)));
