const big = 2n ** 64n;
console.log(`${big}`, String(big + 1n), (big * big).toString(16));
console.log(`${7n / 2n} ${-7n / 2n} ${-7n % 3n} ${7n % -3n} ${-(5n)}`);
console.log(5n > 4, 2n == 2, 2n === 2, typeof big, 0n ? "yes" : "no");
console.log(Number(big) === 2 ** 64, BigInt("123") + BigInt(1), BigInt.asUintN(8, 257n));
console.log([3n, 1n, 2n].sort().join(), 10n > 9n, 1n << 70n);
