// Object.is with a constant that is no number is a strict comparison.
const found = [1, 2].find((x) => x > 5);
console.log(Object.is(found, undefined), Object.is(found, null), Object.is(null, null));
console.log(Object.is("a", "ab"[0]), Object.is(true, 1 < 2), Object.is(1, true), Object.is("1", 1));
console.log(Object.is(NaN, 0 / 0 || NaN), Object.is(0, -0), Object.is(undefined, null));
// What join puts between is a text: of null "null", of undefined a comma.
console.log([1, 2].join(null), ["a", "b"].join(undefined), [1, "b"].join(0), [1.5, 2].join(null));
