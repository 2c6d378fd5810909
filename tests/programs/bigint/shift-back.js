// A negative count shifts the other way.
console.log(4n << -1n, 5n >> -2n, -5n << -1n, 1n << 70n);
function shifted(value, count) {
  return value << count;
}
console.log(shifted(1n, 3n), shifted(8n, -1n));
