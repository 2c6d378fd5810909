console.log(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER + 2, 2 ** 53 + 1, 9007199254740993);
console.log(0.1 * 3, 1e308 * 10, 123456789 * 987654321, 99999999999999999999, 3 * 1.1);
let product = 1;
for (let i = 1; i <= 25; i++) product *= i;
console.log(product, Number.EPSILON > 0, Number.MAX_VALUE, Number.MIN_VALUE);

// A number of 2 ** 53 that was read from a text: what follows is rounded, as floats are.
const edge = Number("9007199254740992");
console.log(edge, edge + 1, edge - 1, edge % 10, Number.isSafeInteger(edge), `${edge}`, edge === 2 ** 53);
for (const x of [0 - Number((2 ** 53).toFixed(1)) + 2]) console.log(x * (x - 1 + x));
