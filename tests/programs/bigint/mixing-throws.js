try {
  console.log(1n + 1);
} catch (err) {
  console.log(err.name);
}
try {
  console.log(Math.max(1n, 2n));
} catch (err) {
  console.log(err.name);
}
console.log(1n + BigInt(2), Number(3n) + 1, "n=" + 4n);
