// Products beyond 2 ** 53 are rounded in JavaScript.
let seed = 42;
const next = () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed;
};
console.log(next(), next(), next(), next());
const modulus = 1000000007;
function power(base, exponent) {
  let result = 1;
  for (let i = 0; i < exponent; i++) result = (result * base) % modulus;
  return result;
}
console.log(power(3, 5), power(2, 40), power(123456, 7));
const factorial = (n) => (n < 2 ? 1 : n * factorial(n - 1));
console.log(factorial(5), factorial(20), factorial(25), `${factorial(22)}`);
console.log([2, 3, 4].reduce((a, b) => a * b, 1), 2 ** 64, 3 ** 40, 2 ** 53 + 1);
