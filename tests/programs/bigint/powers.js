const raise = (base, exponent) => base ** exponent;
console.log(2n ** 64n, raise(3n, 4n), raise(7n, 0n), (-2n) ** 3n);
try {
  console.log(raise(1n, -1n));
} catch (error) {
  console.log(error.name);
}
let n = 2n;
n **= 10n;
console.log(n);
console.log(String.fromCharCode("72", "0x69"), String.fromCharCode(72.9, NaN).length);
