// The primes below a limit, by the sieve of Eratosthenes.
function primesBelow(limit) {
  const composite = new Array(limit).fill(false);
  const primes = [];
  for (let i = 2; i < limit; i++) {
    if (composite[i]) continue;
    primes.push(i);
    for (let j = i * i; j < limit; j += i) {
      composite[j] = true;
    }
  }
  return primes;
}

const primes = primesBelow(250000);
let sum = 0;
for (const prime of primes) {
  sum += prime;
}
console.log(primes.length, primes[primes.length - 1], sum);
