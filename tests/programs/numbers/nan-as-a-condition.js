// NaN, which a division or remainder by zero gives, is no truth.
const z = 0;
console.log(`${!!(10 % -0)}`, !(0 / 0), 5 % z ? 1 : 2, -Infinity % 0.1 || "none");
console.log(!(10 % z), !!(1 / 0), [0 / 0].filter((x) => x).length);
