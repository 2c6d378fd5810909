// Roundings of numbers that are too large for an exact integer: they stay floats.
const large = parseFloat("1e21");
console.log(Math.floor(large), `${Math.ceil(large)}`, Math.trunc(large) - 6 === large);
console.log(Math.round(large) - 6 === large, Math.floor(parseFloat("2.5")) - 6);

const read = Number("123456789012345680000");
console.log(Math.floor(read) + 1 === read, Math.round(read) + 1, JSON.stringify([Math.trunc(read)]));
