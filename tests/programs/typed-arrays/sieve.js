// Primes by a sieve of bytes, and the counts of their last digits.
function primes(limit) {
  const composite = new Uint8Array(limit + 1);
  const found = [];
  for (let n = 2; n <= limit; n++) {
    if (composite[n]) continue;
    found.push(n);
    for (let m = n * n; m <= limit; m += n) composite[m] = 1;
  }
  return found;
}
const found = primes(60);
console.log(found.join(" "));
const digits = new Uint32Array(10);
for (const p of found) digits[p % 10]++;
console.log(digits);
console.log(digits.reduce((a, b) => a + b, 0), digits.length, digits.byteLength);
