import assert from "node:assert";
class Own extends Error {}
function check(n) {
  if (n < 0) throw new TypeError(`negative: ${n}`);
  if (n > 9) throw new Own("too much");
  return n;
}
assert.throws(() => check(-1));
assert.throws(() => check(-1), TypeError);
assert.throws(() => check(-1), /negative: -1/);
assert.throws(() => check(-1), /^TypeError: negative/);
assert.throws(() => check(10), Own);
assert.throws(() => check(10), Error);
assert.throws(() => check(10), { message: "too much" });
try {
  assert.throws(() => check(1));
} catch (err) {
  console.log(err.name, err.message);
}
async function later(n) {
  await null;
  return check(n);
}
await assert.rejects(later(-1), TypeError);
await assert.rejects(() => later(10), /too much/);
await assert.rejects(later(10), { message: "too much" });
try {
  await assert.rejects(later(1));
} catch (err) {
  console.log(err.message);
}
console.log("all held");
