"use strict";

// Large whole numbers: Fibonacci by doubling, factorials, modular powers.

/** @returns {[bigint, bigint]} F(n) and F(n + 1) */
function fibonacciPair(n) {
  if (n === 0) return [0n, 1n];
  const [a, b] = fibonacciPair(Math.floor(n / 2));
  const even = a * (2n * b - a);
  const odd = a * a + b * b;
  return n % 2 === 0 ? [even, odd] : [odd, even + odd];
}

const fibonacci = (n) => fibonacciPair(n)[0];

function factorial(n) {
  let product = 1n;
  for (let i = 2n; i <= n; i++) {
    product *= i;
  }
  return product;
}

function powMod(base, exponent, modulus) {
  let result = 1n;
  let factor = base % modulus;
  while (exponent > 0n) {
    if (exponent & 1n) {
      result = (result * factor) % modulus;
    }
    factor = (factor * factor) % modulus;
    exponent >>= 1n;
  }
  return result;
}

function gcd(a, b) {
  while (b !== 0n) {
    [a, b] = [b, a % b];
  }
  return a < 0n ? -a : a;
}

console.log([0, 1, 2, 10, 50].map((n) => String(fibonacci(n))).join(", "));
const large = fibonacci(300).toString();
console.log(`F(300) has ${large.length} digits: ${large.slice(0, 8)}...${large.slice(-8)}`);
console.log(`25! = ${factorial(25n)}`);
console.log(`3^1000 mod 1000007 = ${powMod(3n, 1000n, 1000007n)}`);
console.log(`gcd = ${gcd(-48n * 10n ** 20n, 36n * 10n ** 18n)}`);
console.log(`-7n / 2n = ${-7n / 2n}, -7n % 2n = ${-7n % 2n}`);
console.log(BigInt(Number.MAX_SAFE_INTEGER) + 2n === 9007199254740993n);
console.log(typeof large, typeof fibonacci(3), 2n > 1, 2n == 2);

let digits = 0;
for (const digit of factorial(20n).toString()) {
  digits += Number(digit);
}
console.log(`digit sum of 20!: ${digits}`);
